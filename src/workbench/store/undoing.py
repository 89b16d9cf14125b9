"""Undo and redo: of the last step, back and on to any point of the log, and of one older operation.

All operations that are applied stand in one order, the line: that in which each was done, or done
again, last. What stands last in it can always be taken back. One from its middle can be taken back
alone where nothing after it meets it (see `reach`); then the rest stays as if it had never been.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Select, exists, func, or_, select

from workbench.domain.changes import Change, Operation, OperationKind
from workbench.domain.errors import InputError, StaleError, UndoError
from workbench.i18n import _
from workbench.store import log
from workbench.store.log import ABANDONED, APPLIED, CHANGE, FIXED, OPERATION, UNDONE
from workbench.store.reach import (
    NEEDED,
    RULED,
    Owner,
    Reach,
    circle,
    hanging_on,
    holders,
    is_there,
    left_without,
    misfits,
    named_by,
    way_of,
)
from workbench.store.rules import rule_against
from workbench.store.tables import LOGGED
from workbench.store.work import Work, same_content, table_of

Progress = Callable[[int, int], None]
"""Told how many steps are done, of how many; may raise to stop."""

_TARGET = OPERATION.alias("target")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an undo would do, to be looked at before it is carried out.

    `undo` is in the order in which it is taken back, `redo` in that in which it is done again.
    `stays` is what was done after the point and cannot be undone; `hindered` what stands in the
    way, so that nothing can be done; `refused` is the rule of the archive that its rows would break,
    in words. `seen` is the log's last operation when this was made.
    """

    seen: int
    undo: tuple[Operation, ...] = ()
    redo: tuple[Operation, ...] = ()
    stays: tuple[Operation, ...] = ()
    hindered: tuple[Operation, ...] = ()
    refused: str = ""

    @property
    def steps(self) -> int:
        """How many operations would be undone or done again."""
        return len(self.undo) + len(self.redo)


def _marked(kind: OperationKind, state: str) -> Select[tuple[int, int]]:
    """Select undos or redos, the newest first, whose operation is in a state: own number and that one's."""
    is_so = exists().where(_TARGET.c.number == OPERATION.c.target, _TARGET.c.state == state)
    return (
        select(OPERATION.c.number, OPERATION.c.target)
        .where(OPERATION.c.kind == kind, is_so)
        .order_by(OPERATION.c.number.desc())
    )


def operation(connection: Connection, number: int) -> Operation:
    """Read one operation by its number.

    Raises:
        UndoError: there is none.
    """
    row = connection.execute(select(OPERATION).where(OPERATION.c.number == number)).mappings().first()
    if row is None:
        raise UndoError(_("This operation is not in the log."))
    return log.operation_of(row)


def root(connection: Connection, number: int) -> int:
    """Return the operation that an undo or redo is about; of any other, its own number."""
    found = operation(connection, number)
    return found.number if found.target is None else found.target


def next_undo(connection: Connection) -> Operation | None:
    """Return the operation that Undo would take back: the one that was done, or done again, last."""
    newest = connection.execute(select(func.max(OPERATION.c.number)).where(OPERATION.c.state == APPLIED)).scalar()
    if newest is None:
        return None
    again = connection.execute(
        _marked(OperationKind.REDO, APPLIED).where(OPERATION.c.number > newest).limit(1)
    ).first()  # fmt: skip
    return operation(connection, newest if again is None else again.target)


def next_redo(connection: Connection) -> Operation | None:
    """Return the operation that Redo would repeat: the one that was undone last."""
    if connection.execute(select(OPERATION.c.number).where(OPERATION.c.state == UNDONE).limit(1)).first() is None:
        return None  # the walk through the log below would be a long one
    last = connection.execute(_marked(OperationKind.UNDO, UNDONE).limit(1)).first()
    return None if last is None else operation(connection, last.target)


def place_in_line(connection: Connection, number: int) -> int:
    """Return the number under which an operation was done, or done again, last."""
    query = select(func.max(OPERATION.c.number)).where(
        OPERATION.c.target == number, OPERATION.c.kind == OperationKind.REDO
    )
    return connection.execute(query).scalar() or number


def _line_after(connection: Connection, place: int) -> list[tuple[int, Operation]]:
    """Return what stands in the line after a place, with the places, in order; undoable or not."""
    again = (
        select(OPERATION.c.target, func.max(OPERATION.c.number).label("place"))
        .where(OPERATION.c.kind == OperationKind.REDO)
        .group_by(OPERATION.c.target)
        .subquery()
    )
    at = func.coalesce(again.c.place, OPERATION.c.number)
    query = (
        select(OPERATION, at.label("place"))
        .join(again, again.c.target == OPERATION.c.number, isouter=True)
        .where(OPERATION.c.kind == OperationKind.DO, OPERATION.c.state.in_((APPLIED, FIXED)), at > place)
        .order_by(at)
    )
    return [(row["place"], log.operation_of(row)) for row in connection.execute(query).mappings()]


def _is_fixed(found: Operation) -> bool:
    return found.action in log.NOT_UNDOABLE


def to_point(connection: Connection, number: int) -> Plan:
    """Plan how to come back, or forward again, to an operation that is applied or that Redo could still repeat.

    Back: everything after it in the line is undone. Forward, to one that is undone: everything
    that was undone after it is done again, and then it itself. What stood before it and was undone
    alone since stays undone.

    Raises:
        UndoError: it is an undo or a redo, which have no place in the line, or was given up.
    """
    chosen, seen = operation(connection, number), log.last_number(connection)
    state = _state(connection, number)
    if chosen.kind is not OperationKind.DO or state == ABANDONED:
        raise UndoError(_("There is no step to here: choose an operation that is done, or that can be redone."))
    if state == UNDONE:
        return Plan(seen, redo=tuple(_undone_since(connection, number)))
    after = [found for _place, found in reversed(_line_after(connection, place_in_line(connection, number)))]
    return Plan(
        seen,
        undo=tuple(found for found in after if not _is_fixed(found)),
        stays=tuple(found for found in after if _is_fixed(found)),
    )


def _state(connection: Connection, number: int) -> str:
    return str(connection.execute(select(OPERATION.c.state).where(OPERATION.c.number == number)).scalar())


def _undone_since(connection: Connection, number: int) -> Iterator[Operation]:
    """Give what was undone after an operation, the last first, and the operation."""
    seen: set[int] = set()
    for row in connection.execute(_marked(OperationKind.UNDO, UNDONE)):
        if row.target not in seen:
            seen.add(row.target)
            yield operation(connection, row.target)
        if row.target == number:
            return


def alone(connection: Connection, number: int, progress: Progress | None = None) -> Plan:
    """Plan to undo one operation, with everything later that depends on it; unbounded, for the worker.

    Where `undo` holds it alone, nothing depends on it.

    Raises:
        UndoError: it is not applied, or cannot be undone.
    """
    chosen = operation(connection, number)
    if _state(connection, number) != APPLIED:
        raise UndoError(_("This cannot be undone: it is undone already, or it is of a kind that stays."))
    seen, place = log.last_number(connection), place_in_line(connection, number)
    own, found = log.changes_of(connection, number), [chosen]
    reach, back = Reach(own), _ties_put_back(own)
    later = dict(_line_after(connection, place))
    for step, (at, changes) in enumerate(log.changes_after(connection, place)):
        if progress is not None and step % 200 == 0:
            progress(at - place, seen - place)
        if at in later:
            other = Reach(changes)
            if reach.meets(other):
                reach.join(other)
                found.append(later[at])
                back += _ties_put_back(changes)
    closing = {_last_to_touch(connection, *row) for change in back for row in _circle(connection, change)}
    if closing:
        closing.update(each.number for each in found)
        found = [chosen, *(each for each in later.values() if each.number in closing)]
    found.reverse()
    hindered = tuple(each for each in found if _is_fixed(each))
    return Plan(seen, undo=tuple(found), hindered=hindered, refused=rule_against(change.inverse() for change in own))


def _ties_put_back(changes: Iterable[Change]) -> list[Change]:
    """Return what puts back the ties that must make no circle and that some changes took."""
    found = [change.inverse() for change in changes]
    return [back for back in found if way_of(back.table, back.after) not in (None, way_of(back.table, back.before))]


def _circle(connection: Connection, change: Change) -> set[Owner]:
    """Return the tables and ids of the ties with which a change would make a circle."""
    return circle(connection, way_of(change.table, change.after), without=change.row_id)


def again(connection: Connection, number: int) -> Plan:
    """Plan to do one operation again that was undone, at whatever time; `hindered` says what does not let it.

    Raises:
        UndoError: it is not undone.
    """
    chosen = operation(connection, number)
    if chosen.kind is not OperationKind.DO or _state(connection, number) in (APPLIED, FIXED):
        raise UndoError(_("This cannot be done again: it is not undone."))
    changes = log.changes_of(connection, number)
    rows = {row for change in changes for row in _in_the_way(connection, change)}
    own = {change.row_id: change for change in changes}
    for change in changes:
        rows.update(row for row in _missing_or_taken(connection, change) if not _settled(own.get(row[1]), change))
    last = {_last_to_touch(connection, *row) for row in rows}
    last.update(_last_to_take(connection, *owner, own) for owner in left_without(connection, changes))
    last -= {None, number}
    hindered = [operation(connection, found) for found in sorted(found for found in last if found is not None)]
    refused = rule_against(changes)
    return Plan(log.last_number(connection), redo=(chosen,), hindered=tuple(hindered), refused=refused)


def _settled(other: Change | None, change: Change) -> bool:
    """Tell whether a row that stands in a change's way is one that the operation itself brings or takes."""
    if other is None:
        return False
    return other.before is not None if change.after is None else True


def _in_the_way(connection: Connection, change: Change) -> Iterator[tuple[str, str]]:
    """Give the row of a change where it is not as the change found it."""
    table = table_of(LOGGED[change.table])
    row = connection.execute(select(table).where(table.c.id == change.row_id)).mappings().first()
    if not same_content(dict(row) if row else None, change.before):
        yield change.table, change.row_id


def _missing_or_taken(connection: Connection, change: Change) -> Iterator[tuple[str, str]]:
    """Give the rows that a change needs and that are gone, that hold its place, or that hang on what it takes."""
    if change.after is None:
        yield from hanging_on(connection, change)
        return
    yield from (named for named in named_by(change.table, change.after) if not is_there(connection, *named))
    yield from ((change.table, row_id) for row_id in holders(connection, change))
    yield from misfits(connection, change)
    yield from _circle(connection, change)


def _last_to_touch(connection: Connection, table: str, row_id: str) -> int | None:
    """Return the operation whose doing, undoing or redoing changed a row last."""
    query = (
        select(func.coalesce(OPERATION.c.target, OPERATION.c.number))
        .join(CHANGE, CHANGE.c.operation == OPERATION.c.number)
        .where(CHANGE.c.table_name == table, CHANGE.c.row_id == row_id)
        .order_by(CHANGE.c.number.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _last_to_take(connection: Connection, table: str, row_id: str, own: Container[str]) -> int | None:
    """Return the operation that last took something away that a row needs, other than what is in `own`."""
    named = f'%"{row_id}"%'  # unbounded, for the worker; but it comes to this only where something is refused
    query = (
        select(func.coalesce(OPERATION.c.target, OPERATION.c.number).label("number"), CHANGE.c.row_id)
        .join(CHANGE, CHANGE.c.operation == OPERATION.c.number)
        .where(CHANGE.c.table_name.in_([name for name, _column in NEEDED[table]]), CHANGE.c.before.like(named))
        .where(or_(CHANGE.c.after.is_(None), CHANGE.c.after.not_like(named)))
        .order_by(CHANGE.c.number.desc())
    )
    return next((row.number for row in connection.execute(query) if row.row_id not in own), None)


def last(connection: Connection, kind: OperationKind) -> Plan:
    """Plan to undo, or redo, what is next.

    Raises:
        UndoError: there is nothing.
    """
    undo = kind is OperationKind.UNDO
    found = next_undo(connection) if undo else next_redo(connection)
    if found is None:
        raise UndoError(_("There is nothing to undo.") if undo else _("There is nothing to redo."))
    seen = log.last_number(connection)
    return Plan(seen, undo=(found,)) if undo else Plan(seen, redo=(found,))


def carry_out(work: Work, plan: Plan, progress: Progress | None = None) -> tuple[log.Written, ...]:
    """Undo and do again what a plan says, each as an operation of its own in the log.

    Raises:
        UndoError: something was changed since the plan was made, or stands in its way.
    """
    if plan.refused:
        raise UndoError(plan.refused, kept=_("Nothing was changed."))
    if plan.hindered:
        raise _hindered()
    if log.last_number(work.connection) != plan.seen:
        raise UndoError(
            _("Something was changed in the meantime."),
            kept=_("Nothing was changed."),
            do=_("Look at what would happen now."),
        )
    written = []
    steps = [(found, OperationKind.UNDO) for found in plan.undo] + [(found, OperationKind.REDO) for found in plan.redo]
    for done, (found, kind) in enumerate(steps):
        if progress is not None:
            progress(done, len(steps))
        written.append(_take(work, found, kind))
    return tuple(written)


def _hindered() -> UndoError:
    return UndoError(
        _("This cannot be done: something else stands in its way."),
        kept=_("Nothing was changed."),
        do=_("Look at what would happen now."),
    )


def _keeps_the_rules(connection: Connection, changes: Iterable[Change]) -> bool:
    """Tell whether what was done again breaks no rule that the database itself does not know.

    Only a redo out of order could: an undo brings a state that was there, or was planned.
    """
    kept = {change.row_id: change for change in changes}
    for change in kept.values():
        if change.table in RULED and not set(holders(connection, change)) <= kept.keys():
            return False
        if _circle(connection, change) or any(misfits(connection, change)):
            return False
        if change.table == "own_property" and change.after is None and any(hanging_on(connection, change)):
            return False
    # The database itself knows of foreign keys only.
    named = {owner for change in kept.values() for owner in named_by(change.table, change.after)}
    named -= {(change.table, change.row_id) for change in kept.values() if change.after is not None}
    if not all(is_there(connection, *owner) for owner in named):
        return False
    return not any(left_without(connection, kept.values()))


def _take(work: Work, target: Operation, kind: OperationKind) -> log.Written:
    """Apply the inverse of an operation, or it again, and log that."""
    undo, before = kind is OperationKind.UNDO, len(work.changes)
    changes = log.changes_of(work.connection, target.number)
    steps = [change.inverse() for change in reversed(changes)] if undo else changes
    try:
        work.apply(*steps)
    except InputError as error:  # a rule of the archive: see `store.rules`
        raise UndoError(error.what, kept=_("Nothing was changed.")) from error
    except StaleError as error:
        raise UndoError(
            _("This cannot be undone: what it changed was changed again since.") if undo
            else _("This cannot be redone: what it changed was changed again since."),
            kept=_("Nothing was changed."),
        ) from error  # fmt: skip
    if not undo and not _keeps_the_rules(work.connection, changes):
        raise _hindered()
    written = log.append(
        work, tuple(work.changes[before:]), target.action, target.subject, kind=kind, target=target.number
    )
    if written is None:
        raise UndoError(_("There is nothing left to undo."))
    return written
