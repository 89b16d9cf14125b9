"""What tells whether two records are the same: names by their keys, and what is said of some records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, text

from workbench.store.tables import (
    Mention,
    Merging,
    Name,
    NotSame,
    Participation,
    Passage,
    Record,
    Source,
    Statement,
    TextVersion,
)
from workbench.store.work import table_of

_RECORD, _NAME, _MERGING, _NOT_SAME = table_of(Record), table_of(Name), table_of(Merging), table_of(NotSame)
_STATEMENT, _PARTICIPATION = table_of(Statement), table_of(Participation)
_SOURCE = table_of(Source)
_MENTION, _PASSAGE, _TEXT = table_of(Mention), table_of(Passage), table_of(TextVersion)

_TOGETHER = 500
"""Ids in one question to the database: well under what it takes."""


def folded_names(connection: Connection, record_ids: Sequence[str] | None = None) -> Iterator[tuple[str, str, str]]:
    """Yield (record id, kind, folded key) of every name, or of those of some records, record by record."""
    query = (
        "SELECT name.record_id, record.kind, search_item.folded FROM name JOIN record ON record.id = name.record_id"
        " JOIN search_item ON search_item.row_id = name.id"
    )
    if record_ids is None:
        for row in connection.execute(text(f"{query} ORDER BY name.record_id")):
            yield row[0], row[1], row[2]
        return
    for record_id in record_ids:
        for row in connection.execute(text(f"{query} WHERE name.record_id = :id"), {"id": record_id}):
            yield row[0], row[1], row[2]


def not_same_with(connection: Connection, record_id: str) -> dict[str, str]:
    """Return the records of which a person has said that one is not the same, with the id of what says so."""
    query = select(_NOT_SAME).where(or_(_NOT_SAME.c.one_id == record_id, _NOT_SAME.c.other_id == record_id))
    rows = connection.execute(query).mappings()
    return {row["other_id"] if row["one_id"] == record_id else row["one_id"]: row["id"] for row in rows}


def not_same_pairs(connection: Connection) -> set[tuple[str, str]]:
    """Return every pair of records that are not the same; the lesser id comes first."""
    return {(row.one_id, row.other_id) for row in connection.execute(select(_NOT_SAME))}


@dataclass(frozen=True, slots=True)
class MergedRow:
    """A record that was merged into another: the merging's id, and its name as it was then."""

    merging_id: str
    merged_id: str
    taken: str


def merging_ids(connection: Connection, record_id: str) -> list[str]:
    """Return the ids of the merges into a record, in order, without reading what they took over."""
    query = select(_MERGING.c.id).where(_MERGING.c.record_id == record_id).order_by(_MERGING.c.id)
    return list(connection.execute(query).scalars())


def merged_into(connection: Connection, record_id: str) -> list[MergedRow]:
    """Return what was merged into a record, in order."""
    query = select(_MERGING).where(_MERGING.c.record_id == record_id).order_by(_MERGING.c.id)
    return [MergedRow(row["id"], row["merged_id"], row["taken"]) for row in connection.execute(query).mappings()]


_TURN = func.json_extract(_MERGING.c.taken, "$.turn")


def last_turn(connection: Connection) -> int:
    """Return the turn of the latest merge, 0 where there is none, without reading what the merges took over."""
    return connection.execute(select(func.max(_TURN))).scalar() or 0


def merged_after(connection: Connection, turn: int) -> list[str]:
    """Return the ids of the merges after a turn, in their order."""
    return list(connection.execute(select(_MERGING.c.id).where(turn < _TURN).order_by(_TURN)).scalars())


@dataclass(slots=True)
class Said:
    """What is said of a record, as far as it tells whom or what it is: see `languages.sameness.Facts`."""

    kind: str
    names: list[tuple[str, str]]
    values: dict[str, list[str]]
    events: set[str]
    places: dict[str, set[str]]


def said_of(connection: Connection, record_ids: Iterable[str], properties: Sequence[str]) -> dict[str, Said]:
    """Return what is said of some records by their ids; values of the given properties only."""
    ids = list(dict.fromkeys(record_ids))
    found: dict[str, Said] = {}
    for some in (ids[at : at + _TOGETHER] for at in range(0, len(ids), _TOGETHER)):
        for record_id, kind in _rows(connection, select(_RECORD.c.id, _RECORD.c.kind).where(_RECORD.c.id.in_(some))):
            found[record_id] = Said(kind, [], {}, set(), {})
        names = select(_NAME.c.record_id, _NAME.c.value, _NAME.c.tag).where(_NAME.c.record_id.in_(some))
        for record_id, value, tag in _rows(connection, names.order_by(_NAME.c.id)):
            found[record_id].names.append((value, tag))
        values = select(_STATEMENT.c.record_id, _STATEMENT.c.property, _STATEMENT.c.value).where(
            _STATEMENT.c.record_id.in_(some), _STATEMENT.c.property.in_(properties)
        )
        for record_id, key, value in _rows(connection, values.order_by(_STATEMENT.c.id)):
            found[record_id].values.setdefault(key, []).append(value)
        events = select(_PARTICIPATION.c.record_id, _PARTICIPATION.c.event_id)
        for record_id, event_id in _rows(connection, events.where(_PARTICIPATION.c.record_id.in_(some))):
            found[record_id].events.add(event_id)
        for record_id, source_id, passage_id in _rows(connection, _mentions(some)):
            found[record_id].places.setdefault(source_id, set()).add(passage_id)
    return found


def source_titles(connection: Connection, source_ids: Iterable[str]) -> dict[str, str]:
    """Return the titles of sources by their ids."""
    query = select(_SOURCE.c.id, _SOURCE.c.title).where(_SOURCE.c.id.in_(list(source_ids)))
    return {row[0]: row[1] for row in _rows(connection, query)}


def _mentions(record_ids: Sequence[str]) -> Select[tuple[str, str, str]]:
    return (
        select(_MENTION.c.record_id, _TEXT.c.source_id, _MENTION.c.passage_id)
        .join(_PASSAGE, _PASSAGE.c.id == _MENTION.c.passage_id)
        .join(_TEXT, _TEXT.c.id == _PASSAGE.c.text_version_id)
        .where(_MENTION.c.record_id.in_(record_ids))
    )


def _rows(connection: Connection, query: Select[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    found: Iterable[Any] = connection.execute(query)
    yield from found
