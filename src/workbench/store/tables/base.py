"""What the tables share: a logged row, a column added later, a reference to another row."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ForeignKey, text
from sqlmodel import Field, SQLModel


def added(default: str | bool = "") -> Any:
    """Return a column that a later schema has added to a table: what was there before has its default."""
    column = {"server_default": text(f"'{default}'" if isinstance(default, str) else str(int(default)))}
    return Field(default=default, sa_column_kwargs=column)


def reference(column: str, *, optional: bool = False) -> Any:
    """Return a column that names another row, which is looked for at the commit."""
    key = ForeignKey(column, deferrable=True, initially="DEFERRED")
    return (
        Field(default=None, sa_column_args=[key], nullable=True, index=True)
        if optional
        else Field(sa_column_args=[key], index=True)
    )


class Row(SQLModel):
    """What every logged row has: a UUIDv7 and a revision that starts at 1.

    A column that a later schema adds has a constant default: rows that the log kept before it
    was there are read with it (see `as_of_now`).
    """

    id: str = Field(primary_key=True)
    revision: int = 1
