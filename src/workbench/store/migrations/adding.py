"""What the migrations share: each adds columns (`ADDED`) and tables with indexes (`STATEMENTS`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Protocol

Added = Mapping[str, Mapping[str, str]]
"""By table the columns that it has got, each with what SQL says of it."""

_DEFAULT = re.compile(r"DEFAULT ('[^']*'|\d+)")


class Step(Protocol):
    """A migration: the schema that it leads to, and what it adds."""

    SCHEMA: tuple[int, int]
    ADDED: Added
    STATEMENTS: tuple[str, ...]


def add(added: Added, statements: Iterable[str]) -> None:
    """Add the columns and the tables, in a migration."""
    from alembic import op  # costs as much as half of a start, and few starts migrate

    for table, columns in added.items():
        for column, said in columns.items():
            op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {said}")
    for statement in statements:
        op.execute(statement)


def stand_in(steps: Iterable[Step]) -> list[str]:
    """Return SQL for temporary tables and views that stand in for steps which a file has not taken.

    A column that a step adds has its default in the view; without one it is NULL.
    """
    tables: list[str] = []
    columns: dict[str, list[str]] = {}
    for step in steps:
        made = (sql for sql in step.STATEMENTS if sql.startswith("CREATE TABLE"))
        tables += [sql.replace("CREATE TABLE", "CREATE TEMP TABLE", 1) for sql in made]
        for table, added in step.ADDED.items():
            columns.setdefault(table, []).extend(f"{_value(said)} AS {name}" for name, said in added.items())
    views = [
        f"CREATE TEMP VIEW {table} AS SELECT *, {', '.join(added)} FROM main.{table}"  # noqa: S608  our own names
        for table, added in columns.items()
    ]
    return tables + views


def _value(said: str) -> str:
    found = _DEFAULT.search(said)
    return found[1] if found else "NULL"
