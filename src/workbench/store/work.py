"""The unit of work: the only hand that writes logged rows, noting each change as it is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, bindparam, delete, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import SQLModel

from workbench.domain.changes import Change
from workbench.domain.errors import NotFoundError, StaleError
from workbench.domain.ids import new_id
from workbench.domain.names import shortened
from workbench.i18n import _
from workbench.store.rules import keep_rules
from workbench.store.tables import LOGGED, Blob, Evidence, Row

R = TypeVar("R", bound=Row)
T = TypeVar("T")
M = TypeVar("M", bound=SQLModel)


_TOGETHER = 500
"""Rows that are read by one question."""


def table_of(model: type[SQLModel]) -> Table:
    """Return the SQLAlchemy table behind a model class."""
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


@cache
def _select_by(model: type[SQLModel], columns: tuple[str, ...]) -> Select[Any]:
    """Return the statement that reads rows by these columns; building it costs more than running it."""
    table = table_of(model)
    conditions = (table.c[column] == bindparam(column) for column in columns)
    return select(table).where(*conditions).order_by(*table.primary_key.columns)


@cache
def _dependents(name: str) -> tuple[tuple[str, str, bool], ...]:
    """Return the tables and columns whose rows name rows of a table, and whether they can do without."""
    return tuple(
        (dependent, column.name, bool(column.nullable))
        for dependent, model in LOGGED.items()
        for column in table_of(model).columns
        if any(key.column.table.name == name for key in column.foreign_keys)
    )


class Work:
    """One operation's writes on one connection, inside one transaction."""

    def __init__(self, connection: Connection, author_id: str | None, check: Callable[[], None] | None = None) -> None:
        self.connection = connection
        self.author_id = author_id
        self.changes: list[Change] = []
        self._blobs: list[bytes] = []
        self._check = check or (lambda: None)
        self._texts: dict[str, str] = {}

    def checkpoint(self) -> None:
        """Raise `CancelledError` here if the person has stopped the operation."""
        self._check()

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Keep all that the block writes or, where it raises, nothing of it; the operation may go on."""
        changes, blobs = len(self.changes), len(self._blobs)
        try:
            with self.connection.begin_nested():
                yield
        except BaseException:
            del self.changes[changes:]
            del self._blobs[blobs:]
            raise

    def get(self, model: type[R], row_id: str) -> R:
        """Read one row.

        Raises:
            NotFoundError: there is no such row.
        """
        found = self.find(model, id=row_id)
        if not found:
            raise NotFoundError(
                _("What you wanted to change is no longer in the archive."), kept=_("Nothing was changed.")
            )
        return found[0]

    def facts_of(self, model: type[R], row_ids: Iterable[str]) -> list[dict[str, Any]]:
        """Read rows by their ids, those that there are, as plain values; a few hundred at most."""
        table = table_of(model)
        query = select(table).where(table.c.id.in_(list(row_ids)))
        return [dict(row) for row in self.connection.execute(query).mappings()]

    def find(self, model: type[M], **equals: Any) -> list[M]:
        """Read the rows whose columns equal the given values, in order of their key."""
        return [model(**row) for row in self.facts_by(model, **equals)]

    def facts_by(self, model: type[SQLModel], **equals: Any) -> list[dict[str, Any]]:
        """Read the same rows as `find`, as plain values, which costs a third."""
        return [dict(row) for row in self.connection.execute(_select_by(model, tuple(equals)), equals).mappings()]

    def insert(self, model: type[R], *, row_id: str | None = None, **values: Any) -> R:
        """Add a row with a new id, or one that was made for it before, and revision 1; returns it."""
        row = model(id=row_id or new_id(), revision=1, **values)
        facts = row.model_dump()
        keep_rules(str(model.__tablename__), facts)
        self.connection.execute(insert(table_of(model)), facts)
        self.changes.append(Change(str(model.__tablename__), row.id, None, facts))
        return row

    def change(self, model: type[R], row_id: str, *, expected: int | None = None, **values: Any) -> R:
        """Change columns of a row and raise its revision; nothing happens where nothing differs.

        Raises:
            NotFoundError: there is no such row.
            StaleError: `expected` is given and is not the row's revision.
        """
        row = self.get(model, row_id)
        if expected is not None and row.revision != expected:
            raise StaleError(
                _("Somebody has changed this since you opened it."),
                kept=_("Nothing was overwritten."),
                do=_("Look at the new state and make your change again."),
            )
        before = row.model_dump()
        after = {**before, **values}
        if after == before:
            return row
        after["revision"] = before["revision"] + 1
        self._write(str(model.__tablename__), row_id, before, after)
        return model(**after)

    def insert_all(self, model: type[R], rows: Iterable[dict[str, Any]]) -> None:
        """Add rows as `insert` does, by one statement; their values are given as the columns have them."""
        names = [column.name for column in table_of(model).columns]
        defaults = {name: field.default for name, field in model.model_fields.items() if not field.is_required()}
        given = ({**defaults, "id": new_id(), "revision": 1, **values} for values in rows)
        facts = [{name: row[name] for name in names} for row in given]
        for row in facts:
            keep_rules(str(model.__tablename__), row)
        if facts:
            self.connection.execute(insert(table_of(model)), facts)
        self.changes += [Change(str(model.__tablename__), row["id"], None, row) for row in facts]

    def change_all(self, model: type[R], rows: Iterable[tuple[dict[str, Any], dict[str, Any]]]) -> None:
        """Change columns of rows as `change` does, by one statement; each row is given as `facts_of` has read it."""
        changes = []
        for before, values in rows:
            after = {**before, **values}
            if after != before:
                after["revision"] = before["revision"] + 1
                changes.append(Change(str(model.__tablename__), before["id"], before, after))
        if changes:
            self._write_all(str(model.__tablename__), changes)

    def remove(self, model: type[Row], row_id: str, *, expected: int | None = None) -> None:
        """Remove a row with everything that cannot stand without it.

        Rows that refer to it go as well; where the reference is optional it is emptied. What is
        said of a record stays when the last passage that supports it goes.

        Raises:
            NotFoundError, StaleError: as for `change`.
        """
        if expected is not None:
            self.change(model, row_id, expected=expected)
        self._remove(str(model.__tablename__), row_id, self.get(model, row_id).model_dump())

    def _remove(self, name: str, row_id: str, facts: dict[str, Any]) -> None:
        for dependent, column, optional in _dependents(name):
            self._release(dependent, column, row_id, optional=optional)
        if self.facts_by(LOGGED[name], id=row_id):  # it may have gone with a dependent
            self._write(name, row_id, facts, None)

    def _release(self, name: str, column: str, row_id: str, *, optional: bool) -> None:
        model = LOGGED[name]
        for facts in self.facts_by(model, **{column: row_id}):
            if not self.facts_by(model, id=facts["id"]):
                continue
            if optional and model is not Evidence and name != "statement":
                self._write(name, facts["id"], facts, {**facts, column: None, "revision": facts["revision"] + 1})
                continue
            self._remove(name, facts["id"], facts)

    def apply(self, *changes: Change) -> None:
        """Write logged changes again (undo, redo, merge) in this order, whatever the rows' revisions.

        Raises:
            StaleError: a row is not as the `before` of its change says; those in front of it may be written.
        """
        for (name, _before, _after), run in groupby(changes, _way):
            for together in _each_once(run):
                self._apply_together(name, together)

    def _apply_together(self, name: str, changes: list[Change]) -> None:
        """Write changes of one table that add, change or remove rows, each another one."""
        known = {row["id"]: row for row in self.facts_of(LOGGED[name], (change.row_id for change in changes))}
        done = []
        for change in changes:
            current, after = known.get(change.row_id), change.after
            if not same_content(current, change.before):
                raise StaleError(_("Something was changed since."), kept=_("Nothing was changed."))
            if after is not None:
                last = current or change.before or after
                after = {**after, "revision": max(last["revision"], after["revision"]) + 1}
            done.append(Change(name, change.row_id, current, after))
        self._write_all(name, done)

    def _write(self, name: str, row_id: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> None:
        self._write_all(name, [Change(name, row_id, before, after)])

    def _write_all(self, name: str, changes: list[Change]) -> None:
        """Write changes that all add, all change or all remove rows, by one statement."""
        for change in changes:
            if change.after is not None:
                keep_rules(name, change.after)
        table = table_of(LOGGED[name])
        this = table.c.id == bindparam("_id")
        facts = [{**(change.after or {}), "_id": change.row_id} for change in changes]
        if changes[0].after is None:
            self.connection.execute(delete(table).where(this), facts)
        elif changes[0].before is None:
            self.connection.execute(insert(table), [change.after or {} for change in changes])
        else:
            self.connection.execute(update(table).where(this), facts)
        self.changes += changes

    def keep_blob(self, data: bytes) -> str:
        """Keep a large value once, by its digest, and return the digest (SHA-256, hex)."""
        digest = hashlib.sha256(data).hexdigest()
        self._blobs.append(data)
        statement = upsert(table_of(Blob)).values(digest=digest, size=len(data), data=data)
        self.connection.execute(statement.on_conflict_do_nothing())
        return digest

    def repeat(self, other: Work) -> None:
        """Make again every write of a unit whose transaction was taken back, and of nothing else since."""
        for data in other._blobs:
            self.keep_blob(data)
        for change in other.changes:
            self._write(change.table, change.row_id, change.before, change.after)

    def text(self, digest: str) -> str:
        """Read a text by its digest; a second reading in the same operation costs nothing."""
        if digest not in self._texts:
            self._texts[digest] = read_blob(self.connection, digest).decode()
        return self._texts[digest]


@dataclass(frozen=True, slots=True)
class Act(Generic[T]):
    """An operation that is ready to be performed: its name, what it does, and what it is about.

    Services return these; `Archive.perform` runs one in a transaction and logs it. An act can
    also be `run` inside another one, which is how a batch becomes a single operation.
    `subject` is archive content for the Undo entry, fixed or read from the result.
    """

    action: str
    run: Callable[[Work], T]
    subject: str | Callable[[Work, T], str] = ""

    def subject_of(self, work: Work, value: T) -> str:
        """Return the subject, shortened so that a menu can show it."""
        text = self.subject(work, value) if callable(self.subject) else self.subject
        return shortened(text)


def read_blob(connection: Connection, digest: str) -> bytes:
    """Read a large value by its digest.

    Raises:
        NotFoundError: the archive has no such value.
    """
    table = table_of(Blob)
    data = connection.execute(select(table.c.data).where(table.c.digest == digest)).scalar()
    if data is None:
        raise NotFoundError(_("A part of the archive is missing."), do=_("Run “check” on the archive."))
    return bytes(data)


def _way(change: Change) -> tuple[str, bool, bool]:
    """Return what the changes that one statement writes have in common: the table, and whether rows are there."""
    return change.table, change.before is None, change.after is None


def _each_once(changes: Iterable[Change]) -> Iterator[list[Change]]:
    """Give changes in runs in which no row comes twice and which one question can read."""
    run: dict[str, Change] = {}
    for change in changes:
        if change.row_id in run or len(run) == _TOGETHER:
            yield list(run.values())
            run = {}
        run[change.row_id] = change
    yield list(run.values())


def same_content(one: dict[str, Any] | None, other: dict[str, Any] | None) -> bool:
    """Tell whether two states of a row hold the same, whatever their revisions; None is a row that is not there."""
    return _content(one) == _content(other)


def _content(row: dict[str, Any] | None) -> dict[str, Any] | None:
    return None if row is None else {key: value for key, value in row.items() if key != "revision"}


def squash(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Fold several changes of one row into one, in order of first touch; those without effect go."""
    rows: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = (change.table, change.row_id)
        first = rows.get(key)
        rows[key] = Change(*key, first.before if first else change.before, change.after)
    return tuple(change for change in rows.values() if change.before != change.after)
