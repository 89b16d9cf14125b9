"""What lists and tables sort and filter records by: read of all at once, or of those that changed.

What is read of all records comes row by row in plain tuples, so that nothing is left to the garbage collector.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, select, text

from workbench.domain.changes import Change
from workbench.domain.names import name_place
from workbench.domain.properties import Property, find_property
from workbench.store.tables import Evidence, Mention, Name, Participation, Quote, Record, Relation, Statement
from workbench.store.work import table_of

RECORD, NAME, MENTION = table_of(Record), table_of(Name), table_of(Mention)
STATEMENT, EVIDENCE, QUOTE = table_of(Statement), table_of(Evidence), table_of(Quote)
_PARTICIPATION, _RELATION = table_of(Participation), table_of(Relation)

_TOGETHER = 500
"""Ids in one question to the database: well under what it takes."""


_STEP = 1_000
"""Rows that are taken from the database at once: each time costs as much as some rows."""


class RecordFact(NamedTuple):
    """A record without what is said of it."""

    id: str
    kind: str
    level: str


class NameFact(NamedTuple):
    """One form of a name."""

    record_id: str
    value: str
    tag: str
    kind: str


class StatementFact(NamedTuple):
    """One property value, as `domain.conflicts` asks of one; `supported` where a passage is cited for it."""

    record_id: str
    id: str
    value: str
    language: str
    dated: str
    standing: str
    place_id: str | None
    supported: bool
    about: Property


@dataclass(slots=True)
class RecordFacts:
    """All that was read of one record."""

    record: RecordFact
    names: list[NameFact] = field(default_factory=list)
    statements: list[StatementFact] = field(default_factory=list)
    mentions: int = 0
    quotes: int = 0


def read_facts(connection: Connection, own: Mapping[str, Property], ids: Sequence[str]) -> dict[str, RecordFacts]:
    """Read some records, those that there are, by their ids."""
    found = {record.id: RecordFacts(record) for record in record_facts(connection, ids)}
    for name in name_facts(connection, ids):
        found[name.record_id].names.append(name)
    for statement in statement_facts(connection, own, ids):
        found[statement.record_id].statements.append(statement)
    for key, n in mention_counts(connection, ids).items():
        found[key].mentions = n
    for key, n in quote_counts(connection, ids).items():
        found[key].quotes = n
    return found


def record_facts(connection: Connection, ids: Sequence[str] | None = None) -> Iterator[RecordFact]:
    """Yield records in the order in which they were made; all of them where no ids are given."""
    query = select(RECORD.c.id, RECORD.c.kind, RECORD.c.level).order_by(RECORD.c.id)
    return (RecordFact(*row) for row in _rows(connection, query, RECORD.c.id, ids))


def shown_names(connection: Connection, language: str) -> Iterator[tuple[str, str]]:
    """Yield every record that has a name, with the one to show in a language as `display_name` chooses it."""
    places = {
        (kind, tag): name_place(kind, tag, language)
        for kind, tag in connection.execute(select(NAME.c.kind, NAME.c.tag).distinct())
    }
    if not places:
        return
    ranks = sorted(set(places.values()))
    rank = case(
        *(
            (and_(NAME.c.kind == kind, NAME.c.tag == tag), f"{ranks.index(place):04}")
            for (kind, tag), place in places.items()
        )
    )
    # SQLite takes the other columns from the row that has the least: https://sqlite.org/lang_select.html#bareagg
    first = func.min(rank.concat(NAME.c.id))
    query = select(NAME.c.record_id, NAME.c.value, first).group_by(NAME.c.record_id)
    yield from ((row[0], row[1]) for row in _rows(connection, query))


def name_forms(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield each form of each name: the record, the form, and its key across scripts.

    The key is empty where the index does not have it.
    """
    query = text(
        "SELECT name.record_id, name.value, search_item.folded"
        " FROM name LEFT JOIN search_item ON search_item.row_id = name.id"
    )
    yield from ((row[0], row[1], row[2] or "") for row in _rows(connection, query))


def other_counts(connection: Connection) -> dict[str, int]:
    """Return how many different names each record has beside one; records without a second one are left out."""
    others = func.count(NAME.c.value.distinct()) - 1
    query = select(NAME.c.record_id, others).group_by(NAME.c.record_id).having(others > 0)
    return {row[0]: row[1] for row in connection.execute(query)}


def name_facts(connection: Connection, ids: Sequence[str]) -> Iterator[NameFact]:
    """Yield the names of records, each record's in the order in which they were given."""
    query = select(NAME.c.record_id, NAME.c.value, NAME.c.tag, NAME.c.kind).order_by(NAME.c.id)
    return (NameFact(*row) for row in _rows(connection, query, NAME.c.record_id, ids))


def statement_facts(
    connection: Connection, own: Mapping[str, Property], ids: Sequence[str] | None = None
) -> Iterator[StatementFact]:
    """Yield what is said of records, each record's together in the order in which it was said.

    `own` as the archive has them.
    """
    columns = STATEMENT.c
    supported = exists().where(EVIDENCE.c.statement_id == columns.id).correlate(STATEMENT)
    query = select(
        columns.record_id,
        columns.id,
        columns.value,
        columns.language,
        columns.dated,
        columns.standing,
        columns.place_id,
        supported,
        columns.property,
    ).order_by(columns.record_id, columns.id)
    for row in _rows(connection, query, columns.record_id, ids):
        yield StatementFact._make((*row[:8], find_property(own, row[8])))


def mention_counts(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, int]:
    """Return how many passages name each record; records that none names are left out."""
    return _counts(connection, MENTION.c.record_id, ids)


def quote_counts(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, int]:
    """Return how many quotes each record has; records without one are left out."""
    return _counts(connection, QUOTE.c.speaker_id, ids)


def _counts(connection: Connection, column: ColumnElement[str], ids: Sequence[str] | None) -> dict[str, int]:
    query = select(column, func.count()).where(column.is_not(None)).group_by(column)
    return {row[0]: row[1] for row in _rows(connection, query, column, ids)}


def _rows(
    connection: Connection, query: Any, column: ColumnElement[str] | None = None, ids: Sequence[str] | None = None
) -> Iterator[Any]:
    if column is None or ids is None:
        for rows in connection.execute(query).partitions(_STEP):
            yield from rows
        return
    for start in range(0, len(ids), _TOGETHER):
        yield from connection.execute(query.where(column.in_(ids[start : start + _TOGETHER])))


_OWNERS = {"name": "record_id", "mention": "record_id", "statement": "record_id", "quote": "speaker_id"}


def records_touched(connection: Connection, changes: Iterable[Change]) -> set[str]:
    """Return the records whose facts may be others after these changes."""
    found: set[str] = set()
    statements: set[str] = set()
    for change in changes:
        rows = [row for row in (change.before, change.after) if row is not None]
        if change.table == "record":
            found.add(change.row_id)
        elif change.table in _OWNERS:
            found |= {row[_OWNERS[change.table]] for row in rows if row.get(_OWNERS[change.table])}
        elif change.table == "evidence":
            statements |= {row["statement_id"] for row in rows if row.get("statement_id")}
    query = select(STATEMENT.c.record_id)
    return found | {row[0] for row in _rows(connection, query, STATEMENT.c.id, sorted(statements))}


def row_count(connection: Connection, record_id: str) -> int:
    """Return how many statements, participations, relations, mentions and quotes name a record."""
    columns = (
        *(STATEMENT.c.record_id, MENTION.c.record_id, QUOTE.c.speaker_id),
        *(_PARTICIPATION.c.record_id, _PARTICIPATION.c.event_id, _RELATION.c.from_id, _RELATION.c.to_id),
    )
    counts = (select(func.count(column)).where(column == record_id).scalar_subquery() for column in columns)
    return sum(connection.execute(select(*counts)).one())
