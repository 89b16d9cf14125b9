"""An open archive: one file, one writer, any number of readers."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlcipher3 import dbapi2

from workbench.domain.changes import Change, Changes, OperationKind
from workbench.domain.errors import (
    ArchiveError,
    LockedError,
    UndoError,
)
from workbench.i18n import _
from workbench.store import log, migrate, search_index, undoing
from workbench.store.damage import damaged_pages, explain_opening
from workbench.store.engine import (
    Fold,
    Key,
    connect,
    driver_errors,
    make_engine,
    retire,
)
from workbench.store.files import left_open, side_files
from workbench.store.lock import WriteLock
from workbench.store.memory import forbid_dumps
from workbench.store.meta import STALE, Recovery, read_meta, recovery_of, set_meta
from workbench.store.work import Act, Work, squash

__all__ = ["Archive", "Check", "Outcome", "Recovery"]

T = TypeVar("T")
Check = Callable[[], None]
Rule = Callable[[Connection, tuple[Change, ...], OperationKind], None]
"""Refuses, by raising, what an operation has written but must not keep: rules that need more than the store knows."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an operation returned, and what it changed; `changes` is None where nothing changed."""

    value: T
    changes: Changes | None


class Archive:
    """An archive that a key has opened.

    Where another program is writing to the file, it opens for reading only (`read_only`). A
    `lock` that is held already (see `hand_over`) becomes this object's own.

    Raises:
        WrongPassphraseError: the key does not fit (or the very first page is damaged).
        NotAnArchiveError, NewerArchiveError, DamagedArchiveError: as their names say.
    """

    def __init__(
        self,
        path: Path,
        key: Key,
        fold: Fold,
        *,
        rule: Rule | None = None,
        read_only: bool = False,
        lock: WriteLock | None = None,
    ) -> None:
        forbid_dumps()
        self.path = path
        self.recovery: Recovery | None = None
        self._key = key
        self._fold = fold
        self._rule = rule
        self._writing = threading.Lock()
        self._index_stale = False
        self._lock = lock or WriteLock(path)
        self.read_only = read_only or not (self._lock.held or self._lock.acquire())
        self._reader: Engine | None = make_engine(path, key, read_only=True)
        self._writer: Engine | None = None
        try:
            self._start()
        except BaseException:
            self._dispose()
            self._lock.release()
            raise

    def _start(self) -> None:
        # Through a reader: whatever is refused here was not written to, not even its log.
        try:
            with self._open_reader().begin() as connection:
                due = migrate.check_version(connection, read_only=self.read_only)
                version = migrate.version_of(connection)
                if self.read_only and left_open(self.path):
                    self.recovery = recovery_of(connection)
        except (DBAPIError, dbapi2.DatabaseError) as error:
            explain_opening(self.path, self._key, error)
        if self.read_only:
            if due:
                retire(self._open_reader())
                self._reader = make_engine(self.path, self._key, read_only=True, overlay=migrate.overlay(version))
            return
        self._writer = make_engine(self.path, self._key, read_only=False)
        if due:
            with driver_errors(kept=_("The archive is as it was.")):
                migrate.migrate(self._writer)
        self._note_opening(self._writer)

    def _note_opening(self, writer: Engine) -> None:
        with driver_errors(), writer.begin() as connection:
            self.recovery = recovery_of(connection)
            set_meta(connection, open=log.now(), activity="")
            stale = read_meta(connection).get("index") == STALE or search_index.is_another(connection)
        if stale:
            self._mend_index(writer)
        if self.recovery is not None:
            # From now on the file alone is whole again; where the disk is full, that comes later.
            with suppress(ArchiveError), driver_errors():
                self._checkpoint(writer)

    @property
    def key(self) -> Key:
        """The key, for the recovery sheet and a passphrase change."""
        return self._key

    @property
    def is_open(self) -> bool:
        """False after `close`: every read and write then raises `LockedError`."""
        return self._reader is not None

    def archive_id(self) -> str:
        """Return the UUID that the archive got when it was made."""
        with self.read() as connection:
            return read_meta(connection)["archive_id"]

    def _open_reader(self) -> Engine:
        if self._reader is None:
            raise LockedError(_("The archive is locked."), do=_("Unlock it with its passphrase."))
        return self._reader

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a read-only connection that sees one state of the archive for as long as it is held.

        Raises:
            LockedError: the archive was closed.
            DamagedArchiveError: a page could not be read.
        """
        with driver_errors(), self._connected() as connection, connection.begin():
            yield connection

    def _connected(self) -> Connection:
        reader = self._open_reader()
        try:
            return reader.connect()
        except ValueError:  # the key was wiped by a `close` that came in between
            self._open_reader()
            raise

    def perform(
        self,
        act: Act[T],
        *,
        author_id: str | None,
        initiator: object | None = None,
        check: Check | None = None,
    ) -> Outcome[T]:
        """Run one operation in one transaction and log what it changed.

        `check` is called at the operation's checkpoints and stops it by raising.

        Raises:
            ReadOnlyError, LockedError: the archive cannot be written to now.
            WorkbenchError: whatever the operation itself refuses; nothing is kept then.
        """

        def step(unit: Work) -> tuple[T, tuple[log.Written, ...]]:
            value = act.run(unit)
            changes = squash(unit.changes)
            written = log.append(unit, changes, act.action, act.subject_of(unit, value)) if changes else None
            return value, (written,) if written else ()

        value, written = self._write(author_id, check, step)
        return Outcome(value, _changes(written, initiator) if written else None)

    def undo(self, *, author_id: str | None, initiator: object | None = None) -> Changes:
        """Take back the last operation that is not taken back yet.

        Raises:
            UndoError: there is none, or a later change stands in its way.
        """
        return self._revert(lambda unit: undoing.last(unit.connection, OperationKind.UNDO), author_id, initiator)

    def redo(self, *, author_id: str | None, initiator: object | None = None) -> Changes:
        """Repeat the operation that was taken back last.

        Raises:
            UndoError: there is none.
        """
        return self._revert(lambda unit: undoing.last(unit.connection, OperationKind.REDO), author_id, initiator)

    def carry_out(
        self,
        plan: undoing.Plan,
        *,
        author_id: str | None,
        initiator: object | None = None,
        progress: undoing.Progress | None = None,
    ) -> Changes:
        """Undo and do again what a plan says: all of it or, where anything stops it, nothing.

        Each operation of the plan has its own in the log; the changes that are returned are those of
        all together.

        Raises:
            UndoError: something was changed since the plan was made, or stands in its way.
        """
        return self._revert(lambda _unit: plan, author_id, initiator, progress)

    def _revert(
        self,
        plan: Callable[[Work], undoing.Plan],
        author_id: str | None,
        initiator: object | None,
        progress: undoing.Progress | None = None,
    ) -> Changes:
        def step(unit: Work) -> tuple[None, tuple[log.Written, ...]]:
            return None, undoing.carry_out(unit, plan(unit), progress)

        _none, written = self._write(author_id, None, step)
        if not written:
            raise UndoError(_("There is nothing left to undo."))
        return _changes(written, initiator)

    def _write(
        self, author_id: str | None, check: Check | None, step: Callable[[Work], tuple[T, tuple[log.Written, ...]]]
    ) -> tuple[T, tuple[log.Written, ...]]:
        """Run a step in one transaction, with the search index in step with it where that can be."""
        with self._writing, driver_errors():
            done: tuple[Work, T, tuple[log.Written, ...]] | None = None
            try:
                with self._open_writer().begin() as connection:
                    unit = Work(connection, author_id, check)
                    value, written = step(unit)
                    rows = _rows(written)
                    if written and not self._index_stale:
                        done = unit, value, written
                        search_index.update(connection, rows, self._fold)
                    if written and self._rule is not None:
                        self._rule(connection, rows, written[-1][0].kind)
                return value, written
            except IntegrityError as error:
                raise ArchiveError(
                    _("This does not go together with what is in the archive."), kept=_("Nothing was changed.")
                ) from error
            except DBAPIError as error:
                if done is None or not search_index.is_damage(error):
                    raise
                return done[1], self._write_again(done[0], done[2])

    def _write_again(self, unit: Work, written: tuple[log.Written, ...]) -> tuple[log.Written, ...]:
        """Repeat a unit's writes without the search index, whose damage took them back, and mend it.

        A damaged index may not cost a record, and SQLite commits nothing once FTS5 has failed.
        """
        writer = self._open_writer()
        writer.dispose()  # FTS5 remembers its failure for as long as the connection lives
        with writer.begin() as connection:
            again = Work(connection, unit.author_id)
            again.repeat(unit)
            kept = tuple(log.append_again(again, one) for one in written)
            set_meta(connection, index=STALE)
        self._mend_index(writer)
        return kept

    def _mend_index(self, writer: Engine) -> None:
        """Make the search index anew; where its pages cannot be read it stays as it is, and is not used."""
        self._index_stale = True
        with suppress(DBAPIError), writer.begin() as connection:
            search_index.rebuild(connection, self._fold)
            set_meta(connection, index="")
            self._index_stale = False
        if self._index_stale:
            writer.dispose()

    def _open_writer(self) -> Engine:
        self._open_reader()
        if self._writer is None:
            raise self._lock.refusal()
        return self._writer

    @contextmanager
    def activity(self, action: str, subject: str = "") -> Iterator[None]:
        """Note a long operation, so that the next start can say that it did not finish."""
        self.note_activity(action, subject)
        try:
            yield
        finally:
            self.note_activity("")

    def note_activity(self, action: str, subject: str = "") -> None:
        """Note a key of `ACTIONS`, or nothing once it is done, where a block cannot hold the operation."""
        with self._writing:
            if self._writer is not None:  # an archive that is read only, or was closed meanwhile, notes nothing
                with driver_errors(), self._writer.begin() as connection:
                    set_meta(connection, activity=action, subject=subject)

    def damaged_pages(self) -> list[str]:
        """Return what SQLCipher and SQLite say is wrong with the file's pages; empty where all is well."""
        self._open_reader()
        return damaged_pages(self.path, self._key)

    def close(self) -> None:
        """Close for good: the write-ahead log is folded into the file and gone, the key wiped.

        Raises:
            ArchiveError: the log could not be folded in (a full disk, a stick that is gone). The
                archive is closed all the same; what was saved is in the file and its log.
        """
        try:
            self._finish()
        finally:
            self._lock.release()

    def hand_over(self) -> WriteLock:
        """Close as `close` does but give the lock away, to whoever replaces the file; they release it."""
        try:
            self._finish()
        except BaseException:
            self._lock.release()
            raise
        # A later `close` of this object must not release what is somebody else's by then.
        lock, self._lock = self._lock, WriteLock(self.path)
        return lock

    def _finish(self) -> None:
        with self._writing:
            reader, self._reader = self._reader, None  # who comes now is refused
            if reader is None:
                return
            try:
                # SQLite takes the log away with the last connection, and only where that may write.
                retire(reader)
                if self._writer is not None:
                    with driver_errors(kept=_("Everything that was saved is kept.")):
                        self._fold_log(self._writer)
            finally:
                self._dispose()

    def _fold_log(self, writer: Engine) -> None:
        with writer.begin() as connection:
            set_meta(connection, open="", activity="")
        self._checkpoint(writer)

    @staticmethod
    def _checkpoint(writer: Engine) -> None:
        raw = writer.raw_connection()
        try:
            raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            raw.close()

    def _dispose(self) -> None:
        for engine in (self._reader, self._writer):
            if engine is not None:
                engine.dispose()
        if self._writer is None:
            self._sweep()
        self._reader = self._writer = None
        self._key.wipe()

    def _sweep(self) -> None:
        """Remove the empty log that a last reader leaves: SQLite removes it only for a writer."""
        log_file = side_files(self.path)[0]
        with suppress(OSError, dbapi2.Error):
            if log_file.exists() and log_file.stat().st_size == 0:
                connect(self.path, self._key, read_only=False).close()


def _rows(written: tuple[log.Written, ...]) -> tuple[Change, ...]:
    """Return what operations that were written together changed, one change a row."""
    return squash(change for _operation, changes in written for change in changes)


def _changes(written: tuple[log.Written, ...], initiator: object | None) -> Changes:
    return Changes(written[-1][0], _rows(written), initiator=initiator)
