"""The levels of whatever has one, read as few rows: only those where one is set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, or_, select

from workbench.domain.kinds import Level
from workbench.domain.sensitivity import effective, strictest
from workbench.store.tables import (
    Name,
    Participation,
    Passage,
    Quote,
    Record,
    Relation,
    Row,
    Source,
    Statement,
    TextVersion,
)
from workbench.store.work import table_of

LEVELLED: tuple[type[Row], ...] = (Source, Passage, Quote, Record, Name, Statement, Participation, Relation)
"""Every table whose rows can have a level of their own."""


@dataclass(frozen=True, slots=True)
class Levels:
    """The levels that are set, by table and row id; all others are inherited by `domain.sensitivity`."""

    own: Mapping[type[Row], Mapping[str, Level]]

    def set_on(self, model: type[Row], row_id: str) -> Level:
        """Return a row's own level; `INHERITED` where none is set."""
        return self.own[model].get(row_id, Level.INHERITED)

    def source(self, source_id: str) -> Level:
        """Return the level that counts for a source."""
        return effective(self.set_on(Source, source_id), Level.OPEN)

    def passage(self, passage_id: str, source_id: str) -> Level:
        """Return the level that counts for a passage of a source."""
        return effective(self.set_on(Passage, passage_id), self.source(source_id))

    def quote(self, quote_id: str, passage: Level, speaker_id: str | None) -> Level:
        """Return the level that counts for a quote in a passage of a level."""
        speaker = self.record(speaker_id) if speaker_id else Level.OPEN
        return effective(self.set_on(Quote, quote_id), strictest(passage, speaker))

    def record(self, record_id: str) -> Level:
        """Return the level that counts for a record."""
        return effective(self.set_on(Record, record_id), Level.OPEN)

    def said(self, model: type[Row], row_id: str, *record_ids: str | None) -> Level:
        """Return the level of a name, statement, participation or relation that is said of some records."""
        ends = strictest(*(self.record(record_id) for record_id in record_ids if record_id))
        return effective(self.set_on(model, row_id), ends)


def read_levels(connection: Connection) -> Levels:
    """Read all levels that are set: one pass over each table, and a row only where one is set."""
    own: dict[type[Row], dict[str, Level]] = {}
    for model in LEVELLED:
        table = table_of(model)
        rows = connection.execute(select(table.c.id, table.c.level).where(table.c.level != ""))
        own[model] = {row_id: Level(level) for row_id, level in rows}
    return Levels(own)


@dataclass(frozen=True, slots=True)
class ShownLevel:
    """A row's level as a person sees it: its own (`INHERITED` where not set), and what it inherits otherwise.

    `revision` is the row's, for a write; `protected` and `pseudonym` are a record's.
    """

    own: Level
    inherited: Level
    revision: int
    protected: bool = False
    pseudonym: str = ""

    @property
    def effective(self) -> Level:
        """The level that counts."""
        return effective(self.own, self.inherited)


def shown_level(connection: Connection, model: type[Row], row_id: str) -> ShownLevel | None:
    """Read one row's level; None where the row is gone."""
    row = _row(connection, model, row_id)
    if row is None:
        return None
    levels = _inherited(connection, model, row)
    facts = (bool(row["protected"]), row["pseudonym"]) if model is Record else (False, "")
    return ShownLevel(Level(row["level"]), levels, row["revision"], *facts)


def shown_levels(connection: Connection, model: type[Row], row_ids: Sequence[str]) -> dict[str, ShownLevel]:
    """Read the levels of names, statements, participations or relations, by id; those that are gone are left out."""
    table, ends = table_of(model), _ENDS[model]
    rows = connection.execute(select(table).where(table.c.id.in_(list(row_ids)))).mappings().all()
    record = table_of(Record)
    records = {row[end] for row in rows for end in ends if row[end]}
    query = select(record.c.id, record.c.level).where(record.c.id.in_(records), record.c.level != "")
    levels = {key: effective(Level(level), Level.OPEN) for key, level in connection.execute(query)}
    return {
        row["id"]: ShownLevel(
            Level(row["level"]), strictest(*(levels.get(row[end], Level.OPEN) for end in ends)), row["revision"]
        )
        for row in rows
    }


def _row(connection: Connection, model: type[Row], row_id: str | None) -> RowMapping | None:
    table = table_of(model)
    return connection.execute(select(table).where(table.c.id == row_id)).mappings().first()


def _inherited(connection: Connection, model: type[Row], row: RowMapping) -> Level:
    def of(other: type[Row], row_id: str | None) -> Level:
        shown = shown_level(connection, other, row_id) if row_id else None
        return shown.effective if shown is not None else Level.OPEN

    if model in (Source, Record):
        return Level.OPEN
    if model is Passage:
        version = _row(connection, TextVersion, row["text_version_id"])
        return of(Source, version["source_id"]) if version is not None else Level.OPEN
    if model is Quote:
        return strictest(of(Passage, row["passage_id"]), of(Record, row["speaker_id"]))
    return strictest(*(of(Record, row[end]) for end in _ENDS[model]))


_ENDS: dict[type[Row], tuple[str, ...]] = {
    Name: ("record_id",),
    Statement: ("record_id", "place_id"),
    Participation: ("event_id", "record_id"),
    Relation: ("from_id", "to_id"),
}
"""The records from which what is said of them inherits its level, by their columns."""


@dataclass(frozen=True, slots=True)
class Guarded:
    """A row that is marked in lists: its level, and of a person whether it is protected."""

    level: Level
    protected: bool = False


def guarded_records(connection: Connection, record_ids: Sequence[str] | None = None) -> dict[str, Guarded]:
    """Return the records that are not open, or are protected; of a screenful, or of all for None."""
    table = table_of(Record)
    query = select(table.c.id, table.c.level, table.c.protected)
    query = query.where(or_(table.c.level.not_in(("", "open")), table.c.protected))
    if record_ids is not None:
        query = query.where(table.c.id.in_(record_ids))
    return {
        row_id: Guarded(strictest(Level(level)), bool(protected))
        for row_id, level, protected in connection.execute(query)
    }


def guarded_sources(connection: Connection) -> dict[str, Guarded]:
    """Return the sources that are not open."""
    table = table_of(Source)
    rows = connection.execute(select(table.c.id, table.c.level).where(table.c.level.not_in(("", "open"))))
    return {row_id: Guarded(Level(level)) for row_id, level in rows}
