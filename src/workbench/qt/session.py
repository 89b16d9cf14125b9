"""What every view is given: the open archive, who works in it, and how to act and to move."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.changes import Change, Changes, Operation
from workbench.domain.errors import CancelledError, UndoError, WorkbenchError
from workbench.i18n import _, active
from workbench.qt.operations import Context, Job, Operations
from workbench.qt.remembering import Remembering
from workbench.qt.rows.wanted import WantedLines
from workbench.qt.settings import Settings
from workbench.services.catalogue import Catalogue
from workbench.services.terms import KEPT, Finder
from workbench.store import undoing
from workbench.store.archive import Archive, Outcome
from workbench.store.queries.overview import ProfileRow, profiles
from workbench.store.undoing import Plan, Progress
from workbench.store.work import Act

T = TypeVar("T")

Drafts = dict[tuple[str, str, Span], str]
"""Words by what they were typed into, the text version and the place; in memory only."""


class ViewName(StrEnum):
    """The rail's views, in its order."""

    SOURCES = "sources"
    RECORDS = "records"
    TRANSLATIONS = "translations"
    BUNDLES = "bundles"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the archive that a view can show; what a link, a search hit or "back" leads to.

    `position` is a code point offset in the source's newest text version; `task` an action of the
    view that is to be done there.
    """

    view: ViewName
    source_id: str | None = None
    passage_id: str | None = None
    record_id: str | None = None
    quote_id: str | None = None
    language: str | None = None
    position: int | None = None
    task: str | None = None


@dataclass(slots=True)
class SideBySide:
    """Which sources were read side by side, as ids; in memory only, so that it ends with the program.

    `partners` has what stood beside a source last, `shown_for` the sources beside which it stands still.
    """

    partners: dict[str, str] = field(default_factory=dict)
    shown_for: set[str] = field(default_factory=set)


class Session(QObject):
    """One open archive in the window.

    `changed(Changes)` comes once for every write, from whichever part of the window, before the
    write's own `on_done`; `moved(Place)` asks the window to show a place, `stepped(int)` to go back (-1) or
    forward (1) among those that were shown; `profile_changed()` tells that somebody else sits down
    to work.
    """

    changed = Signal(object)
    moved = Signal(object)
    stepped = Signal(int)
    profile_changed = Signal()
    about_to_write = Signal()
    """A write, an undo or a redo is about to be asked for: who holds a write back asks for it now."""

    blinded = Signal()
    """Somebody who must not see quotes has begun or ended; see `blind`."""

    def __init__(
        self,
        archive: Archive,
        author_id: str,
        operations: Operations,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.archive = archive
        self.author_id = author_id
        self.operations = operations
        self.settings = settings
        self.last_passage_id: str | None = None
        """The passage that was last the current one in a source: offered first as evidence."""
        self.wanted_lines: WantedLines | None = None
        """Lines of which a roster is to be made; whoever reviews them takes them away."""
        self.side_by_side = SideBySide()
        """What the window hands on to the next session where this one is only locked."""
        self.drafts: Drafts = {}
        """What was typed at passages and not saved; handed on as `side_by_side` is."""
        self.memory = Remembering(archive, operations, self)
        self.terms = Finder()
        """Names and terms in quotes; for the worker."""
        self.blind = False
        """Whether whoever is at work must not see quotes: nothing around the view names one then."""
        self._catalogue: Catalogue | None = None
        self._unseen: deque[Change] = deque()
        operations.changed.connect(self._note)
        operations.changed.connect(self.changed)

    def set_blind(self, *, blind: bool) -> None:
        """Say whether whoever is at work must not see quotes."""
        if blind is not self.blind:
            self.blind = blind
            self.blinded.emit()

    def _note(self, changes: Changes) -> None:
        if changes.touches(*KEPT):
            self.terms.forget()
        if self._catalogue is not None:
            self._unseen.extend(changes.rows)

    def ask(
        self, question: Callable[[Catalogue, Connection], T], *, on_done: Callable[[T], None], owner: QObject | None
    ) -> Job:
        """Ask the records that are kept in memory, in the background, once they are in step with every write so far.

        They are read the first time somebody asks, and go with the session. What comes back must
        not hold the catalogue itself. Answers come in the order in which they were asked for.
        """
        archive, language, operations = self.archive, self.language, self.operations

        def check() -> None:
            # A question that nobody waits for any more still leaves what the next one needs.
            if operations.closed:
                raise CancelledError(_("Stopped."))

        def work(_context: Context) -> T:
            catalogue = self._catalogue
            if catalogue is None or catalogue.language != language:
                self._unseen.clear()
                catalogue = self._catalogue = Catalogue(language)
            changes = [self._unseen.popleft() for _n in range(len(self._unseen))]
            with archive.read() as connection:
                catalogue.keep_up(connection, changes, check)
                return question(catalogue, connection)

        return self.operations.run_read(work, on_done=on_done, owner=owner)

    @property
    def language(self) -> str:
        """The interface language, in which records are named."""
        return active().language

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written because another program is writing."""
        return self.archive.read_only

    def read(self) -> AbstractContextManager[Connection]:
        """Give a read-only connection, for a screenful at most; unbounded reads go to the worker."""
        return self.archive.read()

    def perform(
        self,
        act: Act[T] | Callable[[Progress], Act[T]],
        *,
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[WorkbenchError], bool | None] | None = None,
        initiator: QObject | None = None,
        title: str = "",
        cancellable: bool = False,
        activity: str | None = None,
    ) -> Job:
        """Perform an act in the background; `on_done` is given the act's own value.

        An act that tells how far it is comes as the function that makes it, given where it tells
        it. `activity` is what a long one is about: should it not finish, the next start says so.

        `on_error` returns True where it has shown the error itself (beside its field, say);
        otherwise the window shows it in its banner.
        """
        self.about_to_write.emit()
        author_id, archive = self.author_id, self.archive

        def work(context: Context) -> Outcome[T]:
            made = act if isinstance(act, Act) else act(context.progress)
            with nullcontext() if activity is None else archive.activity(made.action, activity):
                return archive.perform(made, author_id=author_id, initiator=initiator, check=context.check)

        return self.operations.run(
            work,
            on_done=None if on_done is None else lambda outcome: on_done(outcome.value),
            on_error=on_error,
            initiator=initiator,
            owner=initiator,
            title=title,
            cancellable=cancellable,
        )

    def undo(self, initiator: QObject | None = None) -> Job:
        """Take back the last operation in the background."""
        return self._revert(self.archive.undo, initiator)

    def redo(self, initiator: QObject | None = None) -> Job:
        """Repeat the operation that was taken back last, in the background."""
        return self._revert(self.archive.redo, initiator)

    def carry_out(
        self,
        plan: Plan,
        *,
        on_done: Callable[[], None] | None = None,
        on_error: Callable[[WorkbenchError], bool | None] | None = None,
        initiator: QObject | None = None,
        title: str = "",
    ) -> Job:
        """Undo and do again what a plan says, in the background; it can be stopped, and then nothing is kept."""
        self.about_to_write.emit()
        author_id, archive = self.author_id, self.archive
        return self.operations.run(
            lambda context: _Reverted(
                archive.carry_out(plan, author_id=author_id, initiator=initiator, progress=context.progress)
            ),
            on_done=None if on_done is None else lambda _value: on_done(),
            on_error=on_error,
            initiator=initiator,
            owner=initiator,
            title=title,
            cancellable=True,
        )

    def take_back(
        self,
        numbers: Sequence[int],
        *,
        on_done: Callable[[], None],
        on_error: Callable[[WorkbenchError], bool | None],
        initiator: QObject,
    ) -> Job:
        """Undo operations, given in the order in which they were done, in the background: all, and nothing else.

        `on_error` is given an `UndoError` where that cannot be: they are undone already, or others hang on them.
        """
        self.about_to_write.emit()
        author_id, archive = self.author_id, self.archive

        def work(_context: Context) -> _Reverted:
            with archive.read() as connection:
                plan = undoing.alone(connection, numbers[0])
            if [step.number for step in reversed(plan.undo)] != list(numbers):
                raise UndoError(_("This cannot be undone: what it changed was changed again since."))
            return _Reverted(archive.carry_out(plan, author_id=author_id, initiator=initiator))

        return self.operations.run(
            work, on_done=lambda _value: on_done(), on_error=on_error, initiator=initiator, owner=initiator
        )

    def _revert(self, revert: Callable[..., object], initiator: QObject | None) -> Job:
        self.about_to_write.emit()
        author_id = self.author_id
        return self.operations.run(
            lambda _context: _Reverted(revert(author_id=author_id, initiator=initiator)), initiator=initiator
        )

    def next_undo(self) -> Operation | None:
        """Return what Undo would take back."""
        with self.read() as connection:
            return undoing.next_undo(connection)

    def next_redo(self) -> Operation | None:
        """Return what Redo would repeat."""
        with self.read() as connection:
            return undoing.next_redo(connection)

    def profile(self) -> ProfileRow | None:
        """Return the person who works now."""
        return next((row for row in self.profiles() if row.id == self.author_id), None)

    def profiles(self) -> list[ProfileRow]:
        """Return everyone who works in this archive."""
        with self.read() as connection:
            return profiles(connection)

    def switch_profile(self, profile_id: str) -> None:
        """Let somebody else work from here on."""
        self.author_id = profile_id
        self.profile_changed.emit()

    def go(self, place: Place) -> None:
        """Ask the window to show a place."""
        self.moved.emit(place)


@dataclass(frozen=True, slots=True)
class _Reverted:
    """Gives `Operations` the changes of an undo or redo under the name that it looks for."""

    changes: object
