"""The log: appended by every operation, read by undo, history and the check of its chain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, or_, select, update

from workbench.domain.changes import GENESIS, Change, Operation, OperationKind, canonical_json, chain_digest
from workbench.domain.ids import new_id
from workbench.store.tables import ChangeRow, OperationRow, as_of_now
from workbench.store.work import Work, table_of

OPERATION = table_of(OperationRow)
CHANGE = table_of(ChangeRow)

_OPERATION_COLUMNS = [column.name for column in OPERATION.columns]
_CHANGE_COLUMNS = [column.name for column in CHANGE.columns]

_Facts = RowMapping | dict[str, Any]

APPLIED, UNDONE, ABANDONED, FIXED = "applied", "undone", "abandoned", "fixed"

Written = tuple[Operation, tuple[Change, ...]]
"""One operation as it stands in the log, with its changes."""

NOT_UNDOABLE = frozenset({"create_archive", "export_bundle", "add_profile", "edit_profile"})
"""Actions that stay: a bundle that has left the room does not come back."""


def now() -> str:
    """Return this moment as UTC ISO 8601 with milliseconds and `Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _change(row: _Facts) -> Change:
    """Read a change with its rows as this schema has them."""
    kept = _change_as_kept(row)
    before, after = (None if facts is None else as_of_now(kept.table, facts) for facts in (kept.before, kept.after))
    return Change(kept.table, kept.row_id, before, after)


def _change_as_kept(row: _Facts) -> Change:
    return Change(row["table_name"], row["row_id"], _load(row["before"]), _load(row["after"]))


def _load(text: str | None) -> dict[str, Any] | None:
    return None if text is None else dict(json.loads(text))


def _dump(row: dict[str, Any] | None) -> str | None:
    return None if row is None else canonical_json(row).decode()


def head(connection: Connection) -> str:
    """Return the digest of the last change, or `GENESIS`."""
    digest = connection.execute(select(CHANGE.c.digest).order_by(CHANGE.c.number.desc()).limit(1)).scalar()
    return str(digest or GENESIS)


def append(
    work: Work,
    changes: tuple[Change, ...],
    action: str,
    subject: str,
    *,
    kind: OperationKind = OperationKind.DO,
    target: int | None = None,
) -> Written | None:
    """Write what one operation changed (`squash`ed) to the log, in its transaction; None where that is nothing."""
    if not changes:
        return None
    connection = work.connection
    number = last_number(connection) + 1
    operation = Operation(number, new_id(), kind, action, subject, work.author_id, now(), target)
    fixed = kind is not OperationKind.DO or action in NOT_UNDOABLE
    if kind is OperationKind.DO and not fixed:
        connection.execute(update(OPERATION).where(OPERATION.c.state == UNDONE).values(state=ABANDONED))
    if target is not None:
        state = UNDONE if kind is OperationKind.UNDO else APPLIED
        connection.execute(update(OPERATION).where(OPERATION.c.number == target).values(state=state))
    facts = {name: getattr(operation, name) for name in _OPERATION_COLUMNS if name != "state"}
    connection.execute(insert(OPERATION).values(**facts, state=FIXED if fixed else APPLIED))
    digest, rows = head(connection), []
    for change in changes:
        digest = chain_digest(digest, operation, change)
        rows.append(
            {
                "operation": number,
                "table_name": change.table,
                "row_id": change.row_id,
                "before": _dump(change.before),
                "after": _dump(change.after),
                "digest": digest,
            }
        )
    connection.execute(insert(CHANGE), rows)
    return operation, changes


def append_again(work: Work, written: Written) -> Written:
    """Write the log of an operation whose transaction was taken back and whose writes were repeated.

    Raises:
        ValueError: it had changed nothing.
    """
    operation, changes = written
    kept = append(
        work, changes, operation.action, operation.subject, kind=operation.kind, target=operation.target
    )  # fmt: skip
    if kept is None:
        raise ValueError("nothing to log")
    return kept


def last_number(connection: Connection) -> int:
    """Return the number of the newest operation, 0 where there is none."""
    return connection.execute(select(func.max(OPERATION.c.number))).scalar() or 0


def touched_since(connection: Connection, number: int, tables: Iterable[str]) -> bool:
    """Tell whether an operation after one has changed a row of some tables."""
    query = select(CHANGE.c.number).where(CHANGE.c.operation > number, CHANGE.c.table_name.in_(list(tables))).limit(1)
    return connection.execute(query).first() is not None


def operation_of(row: _Facts) -> Operation:
    """Make an operation of its row in the log."""
    facts = {name: row[name] for name in _OPERATION_COLUMNS if name not in ("state", "kind")}
    return Operation(**facts, kind=OperationKind(row["kind"]))


def changes_of(connection: Connection, number: int, *, limit: int | None = None) -> list[Change]:
    """Return the changes of one operation, all or the first ones, in the order in which they were made."""
    query = select(CHANGE).where(CHANGE.c.operation == number).order_by(CHANGE.c.number).limit(limit)
    return [_change(row) for row in connection.execute(query).mappings()]


def count_changes(connection: Connection, number: int) -> int:
    """Return how many rows an operation changed."""
    query = select(func.count()).select_from(CHANGE).where(CHANGE.c.operation == number)
    return int(connection.execute(query).scalar_one())


def changes_after(connection: Connection, number: int) -> Iterator[tuple[int, list[Change]]]:
    """Walk through the operations after one, in order, each number with its changes. Unbounded: for the worker."""
    query = select(CHANGE).where(CHANGE.c.operation > number).order_by(CHANGE.c.number)
    rows = connection.execute(query.execution_options(yield_per=1_000)).mappings()
    for at, group in groupby(rows, lambda row: row["operation"]):
        yield at, [_change(row) for row in group]


def last_operation(connection: Connection) -> Operation | None:
    """Return the newest operation of any kind."""
    row = connection.execute(select(OPERATION).order_by(OPERATION.c.number.desc()).limit(1)).mappings().first()
    return operation_of(row) if row else None


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one row with the operation that made it."""

    operation: Operation
    change: Change


def row_history(connection: Connection, table: str, row_id: str) -> list[HistoryEntry]:
    """Return every change of one row, the newest first."""
    query = (
        select(CHANGE.c.before, CHANGE.c.after, CHANGE.c.table_name, CHANGE.c.row_id, OPERATION)
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation)
        .where(CHANGE.c.table_name == table, CHANGE.c.row_id == row_id)
        .order_by(CHANGE.c.number.desc())
    )
    return [HistoryEntry(operation_of(row), _change(row)) for row in connection.execute(query).mappings()]


def history_about(connection: Connection, row_id: str, *, limit: int = 200) -> list[HistoryEntry]:
    """Return the newest changes of a row and of every row that names it, the newest first.

    So a record's history has its names, statements and mentions in it, removed ones as well.
    Reads the whole log: for the worker, not for the GUI thread.
    """
    named = f'%"{row_id}"%'
    query = (
        select(CHANGE.c.before, CHANGE.c.after, CHANGE.c.table_name, CHANGE.c.row_id, OPERATION)
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation)
        .where(or_(CHANGE.c.row_id == row_id, CHANGE.c.after.like(named), CHANGE.c.before.like(named)))
        .order_by(CHANGE.c.number.desc())
        .limit(limit)
    )
    return [HistoryEntry(operation_of(row), _change(row)) for row in connection.execute(query).mappings()]


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation as the history lists it; `state` says whether it is applied, undone, given up or fixed."""

    operation: Operation
    state: str

    @property
    def undone(self) -> bool:
        """Whether it was taken back, whether or not Redo could still repeat it."""
        return self.state in (UNDONE, ABANDONED)


def entries(
    connection: Connection, *, limit: int | None = None, before: int | None = None, numbers: Iterable[int] | None = None
) -> list[Entry]:
    """Return operations, the newest first; `before` pages on from a number, `numbers` gives only those."""
    query = select(OPERATION).order_by(OPERATION.c.number.desc())
    if limit is not None:
        query = query.limit(limit)
    if before is not None:
        query = query.where(OPERATION.c.number < before)
    if numbers is not None:
        query = query.where(OPERATION.c.number.in_(numbers))
    return [Entry(operation_of(row), row["state"]) for row in connection.execute(query).mappings()]


def verify_chain(connection: Connection) -> Iterator[tuple[int, int | None]]:
    """Walk the log and yield (number of the change, None), or (number, itself) where the chain breaks.

    A change whose digest does not follow from the one before it, from its operation and from
    its content is a break; so is a gap in the numbers.
    """
    query = (
        select(CHANGE, OPERATION)
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation, isouter=True)
        .order_by(CHANGE.c.number)
        .execution_options(yield_per=1_000)
    )
    previous, expected = GENESIS, 1
    for row in connection.execute(query):
        facts = tuple(row)
        change_row = dict(zip(_CHANGE_COLUMNS, facts, strict=False))
        operation_row = dict(zip(_OPERATION_COLUMNS, facts[len(CHANGE.columns) :], strict=True))
        broken = change_row["number"] != expected or operation_row["number"] is None
        if not broken:
            broken = _digest_of(previous, operation_row, change_row) != change_row["digest"]
        previous, expected = change_row["digest"], change_row["number"] + 1
        yield change_row["number"], change_row["number"] if broken else None


def _digest_of(previous: str, operation_row: _Facts, change_row: _Facts) -> str | None:
    """Return the digest that a change should have; None where its row cannot even be read as one."""
    try:
        return chain_digest(previous, operation_of(operation_row), _change_as_kept(change_row))
    except (ValueError, TypeError):
        return None
