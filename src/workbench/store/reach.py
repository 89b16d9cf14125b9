"""What an operation touches, and the rules that rows keep together: whether one can go and a later one stay.

A later operation meets an earlier one where both changed a row, where one made or took away a row
that the other names, where both held the same place that only one row can have, or where the
earlier one gave an owner something that it cannot be without (a record its name, a passage what is
attached to it) and the later one took such a thing away, or where one settled which values or
records an own property is for and the other changed a statement that has it. An operation
that no later one meets can be undone on its own: the others stay exactly what they were, and no
row is left without what it needs. One rule is not in here, since no two operations show it: that
ties of some kinds make no circle (see `way_of` and `circle`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, UniqueConstraint, and_, select

from workbench.domain.changes import Change
from workbench.domain.dates import normal_date
from workbench.domain.kinds import NameKind
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.domain.roles import RELATIONS, one_way
from workbench.store.tables import LOGGED
from workbench.store.work import table_of

Key = tuple[str, tuple[str, ...], tuple[Any, ...]]
"""A table, some of its columns (or what is made of them), and values that only one row may have in them."""

Owner = tuple[str, str]
"""The table and the id of a row that needs others."""

_ATTACHED = ("mention", "quote", "note", "passage_tag", "evidence")

NEEDED: dict[str, tuple[tuple[str, str], ...]] = {
    "record": (("name", "record_id"),),
    "passage": tuple((name, "passage_id") for name in _ATTACHED),
}
"""By table, the columns of other tables of which at least one must name each of its rows."""


RULED = frozenset({"name", "tag", "published_translation"})
"""Tables whose rows hold something alone by a rule of the services, which the database does not know."""


_BY_KEY = {"statement": (("property", "own_property"),)}
"""Columns that name a row without being a foreign key: they hold a key of ours as well."""


@cache
def references(name: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a table that can name a logged row, each with the table of that row."""
    found = tuple(
        (column.name, key.column.table.name)
        for column in table_of(LOGGED[name]).columns
        for key in column.foreign_keys
        if key.column.table.name in LOGGED
    )
    return found + _BY_KEY.get(name, ())


def named_by(name: str, row: dict[str, Any] | None) -> Iterator[Owner]:
    """Give the tables and ids of the logged rows that a row names."""
    for column, owner in references(name):
        if row is not None and row.get(column) and row[column] not in PROPERTIES:
            yield owner, row[column]


@cache
def unique_columns(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the sets of columns that hold something only once in a table, the primary key left out."""
    table = table_of(LOGGED[name])
    found = [tuple(column.name for column in index.columns) for index in table.indexes if index.unique]
    found += [
        tuple(column.name for column in rule.columns)
        for rule in table.constraints
        if isinstance(rule, UniqueConstraint)
    ]
    return tuple(dict.fromkeys(found))


def keys_of(name: str, row: dict[str, Any]) -> Iterable[Key]:
    """Return what a row holds alone, by the schema or by a rule of the services.

    SQL counts no two NULLs as the same.
    """
    for columns in unique_columns(name):
        values = tuple(row.get(column) for column in columns)
        if None not in values:
            yield name, columns, values
    if name == "name" and row.get("kind") == NameKind.PREFERRED:
        columns = ("record_id", "tag", "kind")
        yield name, columns, tuple(row.get(column) for column in columns)
    elif name == "tag":
        yield name, ("folded label",), (str(row.get("label")).casefold(),)
    elif name == "published_translation":
        yield name, ("one", "other"), tuple(sorted((row["original_id"], row["translation_id"])))


def hanging_on(connection: Connection, change: Change) -> Iterator[Owner]:
    """Give the rows that name the row of a change."""
    for name in LOGGED:
        for column, owner in references(name):
            if owner == change.table:
                table = table_of(LOGGED[name])
                query = select(table.c.id).where(table.c[column] == change.row_id)
                yield from ((name, row_id) for row_id in connection.execute(query).scalars())


def is_there(connection: Connection, name: str, row_id: str) -> bool:
    """Tell whether a table has a row."""
    table = table_of(LOGGED[name])
    return connection.execute(select(table.c.id).where(table.c.id == row_id)).first() is not None


def holders(connection: Connection, change: Change) -> Iterator[str]:
    """Give the other rows that hold what a change makes its row hold alone."""
    if change.after is None:
        return
    table = table_of(LOGGED[change.table])
    before = set(keys_of(change.table, change.before)) if change.before is not None else set()
    for key in set(keys_of(change.table, change.after)) - before:
        _name, columns, values = key
        query = select(table).where(table.c.id != change.row_id)
        if all(column in table.c for column in columns):
            same = (table.c[column] == value for column, value in zip(columns, values, strict=True))
            query = query.where(and_(*same))
        # What no column says is looked for in the whole table; tags and published translations are few.
        for row in connection.execute(query).mappings():
            if key in keys_of(change.table, dict(row)):
                yield row["id"]


Way = tuple[str, str, str]
"""A kind of tie, and the two rows that it leads from and to; ties of one kind make no circle."""

_WAYS = ("published_translation", "relation")
"""The tables whose rows can be ways."""


def way_of(name: str, row: dict[str, Any] | None) -> Way | None:
    """Return the way that a row is: a published translation, or a relation such as "part of"."""
    if row is None or name not in _WAYS:
        return None
    if name == "relation":
        return one_way(row["kind"], row["from_id"], row["to_id"])
    return name, row["original_id"], row["translation_id"]


def circle(connection: Connection, way: Way | None, *, without: str = "") -> set[Owner]:
    """Return the tables and ids of the rows with which a way makes a circle, over however many steps.

    `without` is the id of a row that is not looked at: the one that is to become this way.
    """
    if way is None:
        return set()
    ways = {owner: found for owner, found in _ways(connection, way[0]) if owner[1] != without}
    behind, ahead = _reached(ways.values(), way[2]), _reached(((k, b, a) for k, a, b in ways.values()), way[1])
    return {owner for owner, (_kind, start, end) in ways.items() if start in behind and end in ahead}


def _ways(connection: Connection, kind: str) -> Iterator[tuple[Owner, Way]]:
    """Give the rows that are ways of a kind."""
    name = kind if kind in _WAYS else "relation"
    table = table_of(LOGGED[name])
    query = select(table)
    if name == "relation":
        query = query.where(table.c.kind.in_((kind, RELATIONS[kind].inverse)))
    for row in connection.execute(query).mappings():
        way = way_of(name, dict(row))
        if way is not None:
            yield (name, row["id"]), way


def _reached(ways: Iterable[Way], start: str) -> set[str]:
    """Return what can be come to from a row, itself with it."""
    steps: dict[str, list[str]] = {}
    for _kind, one, other in ways:
        steps.setdefault(one, []).append(other)
    found, waiting = {start}, [start]
    while waiting:
        fresh = [row for row in steps.get(waiting.pop(), ()) if row not in found]
        found.update(fresh)
        waiting += fresh
    return found


_OWN, _STATEMENT, _RECORD = (table_of(LOGGED[name]) for name in ("own_property", "statement", "record"))
_USES = select(_STATEMENT, _RECORD.c.kind).join(_RECORD, _RECORD.c.id == _STATEMENT.c.record_id)


def misfits(connection: Connection, change: Change) -> Iterator[Owner]:
    """Give what does not go with a change, made already or not: an own property, or statements that have it."""
    after = change.after
    if change.table == "statement" and after is not None:
        query = select(_OWN, _RECORD.c.kind).join(_RECORD, _RECORD.c.id == after["record_id"])
        about = connection.execute(query.where(_OWN.c.key == after["property"])).mappings()
        yield from (("own_property", row["id"]) for row in about if not _fits(after, row["kind"], row))
    elif _settles(change) and change.before is not None and after is not None:
        typed = change.before["value_type"] != after["value_type"]
        uses = connection.execute(_USES.where(_STATEMENT.c.property == change.row_id)).mappings()
        yield from (("statement", row["id"]) for row in uses if typed or not _fits(row, row["kind"], after))


def _settles(change: Change) -> bool:
    """Tell whether a change says anew of which type an own property's values are, or which records have it."""
    before, after = change.before or {}, change.after or {}
    return change.table == "own_property" and any(before.get(key) != after.get(key) for key in ("value_type", "kinds"))


def _fits(statement: Mapping[Any, Any], kind: str, about: Mapping[Any, Any]) -> bool:
    """Tell whether a statement of a record of a kind holds what its own property is for."""
    placed = statement["place_id"] is not None
    if kind not in about["kinds"].split() or placed != (about["value_type"] == ValueType.PLACE):
        return False
    try:
        return bool(about["value_type"] != ValueType.DATE or normal_date(statement["value"]) == statement["value"])
    except ValueError:
        return False


@cache
def _owner_columns(name: str) -> tuple[Owner, ...]:
    """Return the columns by which a table's rows are what others need, each after the table of those."""
    return tuple((owner, column) for owner, needed in NEEDED.items() for table, column in needed if table == name)


def owners_of(name: str, row: dict[str, Any] | None) -> set[Owner]:
    """Return the rows that need a row, or another like it."""
    return {(owner, row[column]) for owner, column in _owner_columns(name) if row.get(column)} if row else set()


def left_without(connection: Connection, changes: Iterable[Change]) -> Iterator[Owner]:
    """Give the owners from which changes take the last thing that they need; the changes may be made already."""
    known = {change.row_id: change for change in changes}
    reach = Reach(known.values())
    for owner, row_id in reach.taken - reach.made:
        if row_id in known and known[row_id].after is None:
            continue
        if not any(
            found not in known or (owner, row_id) in owners_of(name, known[found].after)
            for name, column in NEEDED[owner]
            for found in _naming(connection, name, column, row_id)
        ):
            yield owner, row_id


def _naming(connection: Connection, name: str, column: str, row_id: str) -> Iterable[str]:
    table = table_of(LOGGED[name])
    return connection.execute(select(table.c.id).where(table.c[column] == row_id)).scalars()


class Reach:
    """What some changes touched, by row ids, which are unique over all tables."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.rows: set[str] = set()
        self.lives: set[str] = set()
        """Rows that were made or taken away, and own properties that are for something else."""
        self.names: set[str] = set()
        """Rows that a changed row named before or names after."""
        self.keys: set[Key] = set()
        self.made: set[Owner] = set()
        """Rows that were given something that they need."""
        self.taken: set[Owner] = set()
        """Rows from which something that they need was taken."""
        for change in changes:
            self._add(change)

    def _add(self, change: Change) -> None:
        self.rows.add(change.row_id)
        if change.before is None or change.after is None or _settles(change):
            self.lives.add(change.row_id)
        if change.table not in LOGGED:
            return
        for row in (change.before, change.after):
            if row is not None:
                self.names.update(row_id for _table, row_id in named_by(change.table, row))
                self.keys.update(keys_of(change.table, row))
        before, after = owners_of(change.table, change.before), owners_of(change.table, change.after)
        self.made |= after - before
        self.taken |= before - after

    def meets(self, later: Reach) -> bool:
        """Tell whether a later operation has to go where this one goes."""
        return not (
            self.rows.isdisjoint(later.rows)
            and self.lives.isdisjoint(later.names)
            and self.names.isdisjoint(later.lives)
            and self.keys.isdisjoint(later.keys)
            and self.made.isdisjoint(later.taken)
        )

    def join(self, other: Reach) -> None:
        """Touch also what the other one does."""
        self.rows |= other.rows
        self.lives |= other.lives
        self.names |= other.names
        self.keys |= other.keys
        self.made |= other.made
        self.taken |= other.taken
