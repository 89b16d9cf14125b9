"""What an operation touches: whether two operations could have been done in either order.

Two operations meet where both changed a row, where one made or took away a row that the other
names, or where both held the same place that only one row can have. Operations that do not meet
commute: one of them can be undone on its own, and the other stays exactly what it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import UniqueConstraint

from workbench.domain.changes import Change
from workbench.store.tables import LOGGED
from workbench.store.work import table_of

Key = tuple[str, tuple[str, ...], tuple[Any, ...]]
"""A table, some of its columns, and values that only one row may have in them."""


@cache
def references(name: str) -> tuple[tuple[str, str], ...]:
    """Return the columns of a table that name a logged row, each with the table of that row."""
    return tuple(
        (column.name, key.column.table.name)
        for column in table_of(LOGGED[name]).columns
        for key in column.foreign_keys
        if key.column.table.name in LOGGED
    )


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
    """Return what a row holds alone; SQL counts no two NULLs as the same."""
    for columns in unique_columns(name):
        values = tuple(row.get(column) for column in columns)
        if None not in values:
            yield name, columns, values


class Reach:
    """What some changes touched, by row ids, which are unique over all tables."""

    def __init__(self, changes: Iterable[Change] = ()) -> None:
        self.rows: set[str] = set()
        self.lives: set[str] = set()
        """Rows that were made or taken away."""
        self.names: set[str] = set()
        """Rows that a changed row named before or names after."""
        self.keys: set[Key] = set()
        for change in changes:
            self._add(change)

    def _add(self, change: Change) -> None:
        self.rows.add(change.row_id)
        if change.before is None or change.after is None:
            self.lives.add(change.row_id)
        if change.table not in LOGGED:
            return
        for row in (change.before, change.after):
            if row is not None:
                self.names.update(row[column] for column, _table in references(change.table) if row.get(column))
                self.keys.update(keys_of(change.table, row))

    def meets(self, other: Reach) -> bool:
        """Tell whether the order of the two matters."""
        return not (
            self.rows.isdisjoint(other.rows)
            and self.lives.isdisjoint(other.names)
            and self.names.isdisjoint(other.lives)
            and self.keys.isdisjoint(other.keys)
        )

    def join(self, other: Reach) -> None:
        """Touch also what the other one does."""
        self.rows |= other.rows
        self.lives |= other.lives
        self.names |= other.names
        self.keys |= other.keys
