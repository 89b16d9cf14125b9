"""The archive itself: its facts, large values, log, who works in it and what left it."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, LargeBinary
from sqlmodel import Field, SQLModel

from workbench.store.tables.base import Row


class Meta(SQLModel, table=True):
    """Facts about the archive itself, one row a key."""

    key: str = Field(primary_key=True)
    value: str


class Blob(SQLModel, table=True):
    """Large values by their SHA-256 (hex): originals, texts, block lists. Never changed."""

    digest: str = Field(primary_key=True)
    size: int
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class OperationRow(SQLModel, table=True):
    """One operation; `state` is applied, undone, abandoned (no longer redoable) or fixed."""

    __tablename__ = "operation"
    __table_args__ = (Index("ix_operation_state", "state", "number"),)

    number: int = Field(primary_key=True)
    id: str
    kind: str
    action: str
    subject: str
    author_id: str | None = None
    moment: str
    target: int | None = None
    state: str


class ChangeRow(SQLModel, table=True):
    """One logged change; `before` and `after` are canonical JSON or NULL."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "table_name", "row_id"),)

    number: int = Field(primary_key=True)
    operation: int = Field(sa_column_args=[ForeignKey("operation.number")], index=True)
    table_name: str
    row_id: str
    before: str | None = None
    after: str | None = None
    digest: str


class Profile(Row, table=True):
    """A person who works in the archive."""

    name: str
    initials: str
    language: str


class Export(Row, table=True):
    """A bundle that left the room: what, when and its manifest's digest."""

    title: str
    languages: str
    quotes: int
    files: int
    manifest_digest: str
