"""Possible duplicates side by side: of one record, or of the whole archive, decided one after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy import Connection
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.i18n import _
from workbench.qt.frame.base import Button, IconButton, Words
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import LineList
from workbench.qt.keys import key_letter
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.records.known import Known
from workbench.qt.records.pane import Task
from workbench.qt.records.reading import Found, Reading
from workbench.qt.records.sameness.comparison import Comparison
from workbench.qt.records.sameness.found import Item, of_archive, of_record
from workbench.qt.records.sameness.rows import compare_records
from workbench.qt.records.sameness.side_split import SideSplit
from workbench.qt.records.sameness.twins import twins_of
from workbench.services.merging import merge_records
from workbench.services.sameness import Progress, maybe_same, not_same, reason_text
from workbench.store.queries.vocabulary import own_properties

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView

_Verbs = tuple[tuple[Words, Callable[[], object], Words], ...]
_TOUCHING = ("record", "name", "not_same", "merging", "statement", "participation", "relation", "mention", "evidence")


class SamenessTask(Task):
    """The possible duplicates of the record on the page."""

    alone = True

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        known = view.page.known
        self.record_id = view.selection.current or (known.id if known is not None else "")
        self._items: dict[str, Item] = {}
        self._keys: list[str] = []
        self._swapped = self._loaded = False
        self._pair: tuple[Known, Known] | None = None
        self._reading = Reading(view.session, self)
        self._twins = twins_of(view.session)
        # After everybody has heard of a write: the index of names among them.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.load)
        self.title = PlainLabel(self._title, role="lead")
        self.close_button = IconButton("x", lambda: _("Close (Escape)"), self.closed.emit)
        self.list = LineList(self._title, rows=2)
        self.reasons = PlainLabel(role="second", wrap=True)
        self.comparison = Comparison()
        self.merge_button = Button(lambda: _("Merge (M)"), self.merge, kind="primary")
        self.swap_button = Button(lambda: _("Keep the other one (X)"), self.swap, icon="arrow-left")
        self.apart_button = Button(self._apart_words, self.decide_apart, icon="unlink")
        self.next_button = Button(lambda: _("Next (L)"), self.next, kind="quiet", icon="arrow-right")
        self._build()
        for part in (self.list, self.comparison):
            part.installEventFilter(self)
        self.list.current_changed.connect(lambda _key: self._show_current())
        self.list.chosen.connect(lambda _key: self.merge_button.setFocus())
        self._enable()
        self.restyle()

    def _build(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.close_button)
        self._buttons = Flow()
        for button in (self.merge_button, self.swap_button, self.apart_button, self.next_button):
            self._buttons.addWidget(button)
        right = QWidget()
        self._right = QVBoxLayout(right)
        self._right.setContentsMargins(0, 0, 0, 0)
        self.comparison.set_head(self.reasons)
        self._right.addWidget(self.comparison, 1)
        self._right.addLayout(self._buttons)
        self._split = SideSplit(self.list, right)
        self._empty = EmptyState(
            "users",
            self._empty_words,
            more=lambda: _("Names are compared across scripts, languages and cases, with dates, events and sources."),
            verbs=self._empty_verbs(),
        )
        self.waiting = PlainLabel(lambda: _("Names are being compared…"), role="second")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stack = QStackedWidget()
        for part in (self.waiting, self._split, self._empty):
            self.stack.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(self.stack, 1)

    # Words

    def _title(self) -> str:
        return _("Possible duplicates")

    def _empty_words(self) -> str:
        return _("This record has no possible duplicates")

    def _empty_verbs(self) -> _Verbs:
        search = (lambda: _("Look in the whole archive"), lambda: self.view.run_action("records.same"), "")
        return (search,)

    def _apart_words(self) -> str:
        item = self.item
        apart = item is not None and bool(item.not_same_id)
        return _("Maybe the same after all (N)") if apart else _("Not the same (N)")

    @override
    def retranslate(self) -> None:
        if self._loaded:
            self.load()

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._column.setContentsMargins(room, look.px("gap"), room, room)
        self._column.setSpacing(look.px("gap"))
        self._right.setSpacing(look.px("gap"))
        self._right.setContentsMargins(room, 0, 0, 0)

    # Reading

    @override
    def enter(self) -> None:
        if not self._loaded:
            self.load()
        self._take_focus()

    def _take_focus(self) -> None:
        front = self.stack.currentWidget()
        if front is self._split:
            self.list.setFocus()
        elif front is self._empty and self._empty.buttons:
            self._empty.buttons[0].setFocus()
        else:
            self.close_button.setFocus()

    def search(self, connection: Connection, progress: Progress) -> list[Item]:
        """Read the list, in the background."""
        del progress
        return of_record(connection, self._twins, self.record_id, self.session.language) if self.record_id else []

    def load(self) -> None:
        """Read the list anew."""
        archive = self.session.archive

        def work(context: Context) -> list[Item]:
            with archive.read() as connection:
                return self.search(connection, context.progress)

        self.session.operations.run_read(work, on_done=self._show, title=self.job_title(), owner=self)

    def job_title(self) -> str:
        """Name the reading in the status line; empty where it takes no time."""
        return ""

    def _show(self, items: list[Item]) -> None:
        first, self._loaded = not self._loaded, True
        self._items = {item.key: item for item in items}
        self._list()
        if first and self.isVisible():
            self._take_focus()

    def shown(self) -> list[Item]:
        """Return what is to be decided, in order."""
        return list(self._items.values())

    def _list(self) -> None:
        items = self.shown()
        at = self.list.current_id()
        place = max((n for n, key in enumerate(self._keys) if key == at), default=0) if at else 0
        self._keys = [item.key for item in items]
        self.list.set_lines(item.line(self.session.language, both=not self.record_id) for item in items)
        if items and at not in self._keys:
            self.list.go_to(self._keys[min(place, len(items) - 1)])
        front, page = self.stack.currentWidget(), self._split if items else self._empty
        held = front is not None and front is not page and front.isAncestorOf(QApplication.focusWidget() or self)
        self.stack.setCurrentWidget(page)
        self._show_current()
        if held:
            self._take_focus()

    @property
    def item(self) -> Item | None:
        """The two records in front."""
        return self._items.get(self.list.current_id())

    @property
    def sides(self) -> tuple[str, str]:
        """The id of the record that would be kept, and of the one that would be merged into it."""
        item = self.item
        if item is None:
            return "", ""
        return (item.other_id, item.one_id) if self._swapped else (item.one_id, item.other_id)

    def _show_current(self) -> None:
        item = self.item
        if self._pair is not None and item is not None and {known.id for known in self._pair} != set(item.key.split()):
            self._swapped = False
        self._enable()
        if item is None:
            return
        self.reasons.setText(self._reasons_of(item))
        found = self._reading.read(self.sides, self._compare)
        if found is not None:
            self._compare(found)
        else:
            self._pair = None

    def _compare(self, found: Found) -> None:
        one, other = found
        with self.session.read() as connection:
            own = own_properties(connection)
        if one is not None and other is not None:
            self._pair = one, other
            self.comparison.show_parts(one.detail.name, other.detail.name, compare_records(one, other, own))

    def _reasons_of(self, item: Item) -> str:
        if item.not_same_id:
            return _("Somebody has noted that these two are not the same.")
        return "\n".join(
            ("− " if reason.against else "+ ") + reason_text(reason, self.session.language) for reason in item.reasons
        )

    def _enable(self) -> None:
        item = self.item
        for button in (self.merge_button, self.swap_button, self.apart_button):
            on = item is not None and (button is self.swap_button or not self.session.read_only)
            if button.hasFocus() and not on:
                self.list.setFocus()  # Qt would give it to the next widget, wherever that is
            button.setEnabled(on)
        self.next_button.setEnabled(len(self._items) > 1)
        self.apart_button.retranslate()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHING) and self._loaded:
            self._settle.start()

    # Deciding

    def merge(self) -> None:
        """Merge the two records in front; the one on the left is kept."""
        kept, merged = self.sides
        if not kept or not self.merge_button.isEnabled() or self._pair is None:
            return
        self._before_merge(kept)
        one, other = (known.detail.revision for known in self._pair)
        self.session.perform(
            lambda progress: merge_records(kept, merged, expected=(one, other), progress=progress),
            on_done=lambda _id: self._merged(),
            on_error=self._refused,
            initiator=self.view,
            title=_("Merging the records"),
            cancellable=True,
        )

    def _before_merge(self, kept: str) -> None:
        self.record_id = kept

    def _merged(self) -> None:
        if self.record_id:
            self.view.selection.set_current(self.record_id)
        one, other = self._pair_names()
        self._tell(lambda: _("“{other}” was merged into “{one}”.").format(one=one, other=other))

    def _pair_names(self) -> tuple[str, str]:
        return (self._pair[0].detail.name, self._pair[1].detail.name) if self._pair is not None else ("", "")

    def _tell(self, words: Words) -> None:
        self.view.tell_done(
            words, more=lambda: _("Everything that was known of both is kept; the page can split them.")
        )

    def _refused(self, error: WorkbenchError) -> bool:
        self.view.banner.show_error(error)
        return True

    def decide_apart(self) -> None:
        """Note that the two are not the same, or take that back."""
        item = self.item
        if item is None or not self.apart_button.isEnabled():
            return
        if item.not_same_id:
            self.session.perform(maybe_same(item.not_same_id), on_error=self._refused, initiator=self.view)
        else:
            self.session.perform(not_same(item.one_id, item.other_id), on_error=self._refused, initiator=self.view)

    def swap(self) -> None:
        """Keep the other record instead."""
        if self.item is not None:
            self._swapped = not self._swapped
            self._show_current()

    def next(self) -> None:
        """Leave these two for later and go on to the next, from the last to the first."""
        if self._keys:
            at = self._keys.index(self.list.current_id()) if self.list.current_id() in self._keys else -1
            self.list.go_to(self._keys[(at + 1) % len(self._keys)])

    # Keys

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list would look for a line that begins with the letter.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            super().keyPressEvent(event)

    def _take(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        does = {"M": self.merge, "X": self.swap, "N": self.decide_apart, "L": self.next}.get(key_letter(event))
        if does is None:
            return False
        does()
        return True


class ArchiveSamenessTask(SamenessTask):
    """The pairs of the whole archive, the likeliest first; reading them can be stopped in the status line."""

    def __init__(self, view: RecordsView) -> None:
        self._gone: set[str] = set()
        self._apart: dict[str, frozenset[str]] = {}
        super().__init__(view)
        self.record_id = ""

    @override
    def _title(self) -> str:
        return _("Possible duplicates in the archive")

    @override
    def _empty_words(self) -> str:
        return _("The archive has no possible duplicates")

    @override
    def _empty_verbs(self) -> _Verbs:
        return ()

    @override
    def job_title(self) -> str:
        return _("Look for possible duplicates")

    @override
    def search(self, connection: Connection, progress: Progress) -> list[Item]:
        return of_archive(connection, self._twins, self.session.language, progress)

    @override
    def _before_merge(self, kept: str) -> None:
        """Stay with the archive."""

    @override
    def shown(self) -> list[Item]:
        apart = set(self._apart.values())
        return [
            item
            for item in self._items.values()
            if not {item.one_id, item.other_id} & self._gone and frozenset((item.one_id, item.other_id)) not in apart
        ]

    @override
    def refresh(self, changes: Changes) -> None:
        """Leave out what was decided; what an undo brings back is there again, without another search."""
        for change in changes.rows:
            if change.table == "record":
                (self._gone.add if change.after is None else self._gone.discard)(change.row_id)
            elif change.table == "not_same" and change.after is not None:
                self._apart[change.row_id] = frozenset((change.after["one_id"], change.after["other_id"]))
            elif change.table == "not_same":
                self._apart.pop(change.row_id, None)
        if self._loaded and changes.touches(*_TOUCHING):
            self._list()
