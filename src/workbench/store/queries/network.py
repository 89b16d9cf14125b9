"""Who is tied to whom around one record: participations, relations, places, and mentions together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, func, select

from workbench.store.queries.records import (
    EVIDENCE,
    MENTION,
    PARTICIPATION,
    RELATION,
    STATEMENT,
    record_kinds,
    record_names,
)

_AT_ONCE = 5_000
"""Ids that are asked for in one query (SQLite takes 32,766 values at most)."""

_PASSAGES = 200
"""Passages that are named of records that are mentioned together."""


@dataclass(frozen=True, slots=True)
class Node:
    """A record in the network: how many ties it has in the whole archive, and how many steps away it is."""

    id: str
    kind: str
    name: str
    ties: int
    step: int


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties one record to another: `claim` is participation, relation, statement or mention.

    `label` is a role, a kind of relation or a property's key; empty for a mention in the same passage.
    A participation goes from the record to the event.
    """

    id: str
    claim: str
    from_id: str
    to_id: str
    label: str
    certainty: str
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """The records around one, the nearest first and then those with most ties; `total` counts those left out too."""

    nodes: tuple[Node, ...] = ()
    ties: tuple[Tie, ...] = ()
    total: int = 0


_End = tuple[FromClause, ColumnElement[Any], ColumnElement[Any]]


def _ends(*, together: bool) -> list[_End]:
    """Return every way from a record to another: what is read, this end, the other end."""
    other = MENTION.alias()
    found: list[_End] = [
        (PARTICIPATION, PARTICIPATION.c.record_id, PARTICIPATION.c.event_id),
        (PARTICIPATION, PARTICIPATION.c.event_id, PARTICIPATION.c.record_id),
        (RELATION, RELATION.c.from_id, RELATION.c.to_id),
        (RELATION, RELATION.c.to_id, RELATION.c.from_id),
        (STATEMENT, STATEMENT.c.record_id, STATEMENT.c.place_id),
        (STATEMENT, STATEMENT.c.place_id, STATEMENT.c.record_id),
    ]
    if together:
        both = MENTION.join(other, MENTION.c.passage_id == other.c.passage_id)
        found.append((both, MENTION.c.record_id, other.c.record_id))
    return found


def network_around(
    connection: Connection, record_id: str, language: str, *, steps: int = 1, most: int = 60, together: bool = False
) -> Network:
    """Return the network within so many steps of a record, at most `most` records; names in a language."""
    step_of: dict[str, int] = {record_id: 0}
    ties_of: Counter[str] = Counter()
    ways = _ends(together=together)
    ring, total = [record_id], 1
    for step in range(1, steps + 1):
        near = {other for other, _count in _counted(connection, ways, ring, other=True)} - step_of.keys()
        total += len(near)
        degree: Counter[str] = Counter()
        for key, count in _counted(connection, ways, near, other=False):
            degree[key] += count
        ring = sorted(near, key=lambda key: (-degree[key], key))[: most - len(step_of)]
        step_of |= dict.fromkeys(ring, step)
        ties_of |= degree
    kinds, names = record_kinds(connection, step_of), record_names(connection, step_of, language)
    nodes = tuple(Node(k, kinds[k], names.get(k, ""), ties_of[k], at) for k, at in step_of.items() if k in kinds)
    return Network(nodes, tuple(_ties(connection, list(step_of), together=together)), total if nodes else 0)


def _counted(connection: Connection, ways: list[_End], ids: Iterable[str], *, other: bool) -> Iterator[tuple[str, int]]:
    """Give how many ties lead from these records: to each `other` one, or of each of them in all."""
    for some in _parts(ids):
        for table, here, there in ways:
            by = there if other else here
            query = select(by, func.count()).select_from(table).where(here.in_(some), there.is_not(None), there != here)
            yield from connection.execute(query.group_by(by))


def _parts(ids: Iterable[str]) -> Iterator[list[str]]:
    every = list(ids)
    for start in range(0, len(every), _AT_ONCE):
        yield every[start : start + _AT_ONCE]


def _ties(connection: Connection, ids: list[str], *, together: bool) -> Iterator[Tie]:
    for claim, table, start, end, label in (
        ("participation", PARTICIPATION, "record_id", "event_id", "role"),
        ("relation", RELATION, "from_id", "to_id", "kind"),
        ("statement", STATEMENT, "record_id", "place_id", "property"),
    ):
        columns = table.c
        query = select(columns.id, columns[start], columns[end], columns[label], columns.certainty).where(
            columns[start].in_(ids), columns[end].in_(ids), columns[start] != columns[end]
        )
        rows = connection.execute(query.order_by(columns.id)).all()
        cited = _evidence(connection, f"{claim}_id", [row[0] for row in rows])
        for row in rows:
            yield Tie(row[0], claim, *row[1:], cited.get(row[0], ()))
    if together:
        yield from _together(connection, ids)


def _evidence(connection: Connection, column: str, ids: list[str]) -> dict[str, tuple[str, ...]]:
    claim, found = EVIDENCE.c[column], dict[str, tuple[str, ...]]()
    for some in _parts(ids):
        query = select(claim, EVIDENCE.c.passage_id).where(claim.in_(some)).order_by(EVIDENCE.c.id)
        for claim_id, passage_id in connection.execute(query):
            found[claim_id] = (*found.get(claim_id, ()), passage_id)
    return found


def _together(connection: Connection, ids: list[str]) -> Iterator[Tie]:
    one, other = MENTION, MENTION.alias()
    query = (
        select(one.c.record_id, other.c.record_id, one.c.passage_id)
        .join(other, (one.c.passage_id == other.c.passage_id) & (one.c.record_id < other.c.record_id))
        .where(one.c.record_id.in_(ids), other.c.record_id.in_(ids))
        .order_by(one.c.passage_id)
    )
    found: dict[tuple[str, str], list[str]] = {}
    for here, there, passage_id in connection.execute(query):
        found.setdefault((here, there), []).append(passage_id)
    for (here, there), passages in sorted(found.items()):
        yield Tie(f"{here} {there}", "mention", here, there, "", "certain", tuple(passages[:_PASSAGES]))
