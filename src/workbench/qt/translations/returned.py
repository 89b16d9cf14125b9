"""What came back from translators outside, and what is wrong with it: each is taken as a draft, or removed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import Origin, Trouble
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, CountButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.translations.pane import Pane
from workbench.qt.translations.returned_detail import ReturnedDetail
from workbench.services.proposals import remove_proposals, take_all, take_proposal
from workbench.store.queries.proposals import ProposalRow, list_proposals

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

TROUBLES: dict[Trouble, tuple[str, str, str]] = {
    Trouble.NONE: (N_("Ready"), "circle-check", "success"),
    Trouble.CHANGED: (N_("Quote has changed"), "triangle-alert", "warning"),
    Trouble.DOUBLED: (N_("Several for one quote"), "copy", "warning"),
    Trouble.LANGUAGE: (N_("Other language"), "languages", "warning"),
    Trouble.UNKNOWN: (N_("No such quote"), "circle-alert", "error"),
}
"""Each trouble's words, icon and colour."""

_TOUCHING = ("proposal", "translation", "quote", "passage")


def _filter_of(trouble: Trouble) -> CountButton:
    words, icon, colour = TROUBLES[trouble]

    def picture() -> QIcon:
        return current_look().icon(icon, colour)

    return CountButton(lambda: _(words), picture)


class ReturnedPane(Pane):
    """A list by what is wrong, and beside it the proposal at hand; Enter takes it, Delete removes it."""

    action = "desk.returned"
    icon = "inbox"
    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._rows: dict[str, ProposalRow] = {}
        self._stale, self._loading, self._focus = True, False, False
        self.banner = Banner()
        self.filters = {trouble: _filter_of(trouble) for trouble in TROUBLES}
        self.list = LineList(lambda: _("Proposals that came back"), rows=2)
        self.detail = ReturnedDetail()
        self.all_button = Button(self._all_words, self.take_ready, icon="check")
        self._empty = EmptyState(
            "inbox",
            lambda: _("Nothing waits here"),
            more=lambda: _("What translators outside send back becomes proposals, and waits here to be taken."),
            verbs=((lambda: _("Take in what came back"), lambda: self.task_asked.emit("desk.take_in"), ""),),
        )
        self._build()
        self.list.current_changed.connect(lambda _key: self._show_current())
        self.list.chosen.connect(lambda _key: self.take())
        self.list.installEventFilter(self)
        for button in self.filters.values():
            button.toggled.connect(lambda _on: self._show())
        self.detail.taken.connect(self.take)
        self.detail.removed.connect(self.remove)
        self.detail.opened.connect(self._open)
        self.restyle()

    @staticmethod
    @override
    def words() -> str:
        return _("Returned")

    def _build(self) -> None:
        side = QWidget()
        self._side = QVBoxLayout(side)
        filters = QWidget()
        flow = Flow(filters)
        for button in self.filters.values():
            flow.addWidget(button)
        self._side.addWidget(filters)
        self._side.addWidget(self.list, 1)
        self._side.addWidget(self.all_button)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(side)
        self.splitter.addWidget(self.detail)
        self.splitter.setStretchFactor(0, 2)
        self.splitter.setStretchFactor(1, 3)
        self._stack = Stack()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.splitter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._stack, 1)

    # Reading

    @override
    def enter(self) -> None:
        self._focus = True
        if self._stale:
            self.setFocus()  # else a key that is pressed meanwhile would be for whatever comes next
            self._load()
        else:
            self._take_focus()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_TOUCHING):
            self._stale = True
            if self.isVisible():
                self._load()

    def _load(self) -> None:
        if self._loading:
            return
        self._loading, self._stale = True, False
        self.session.operations.run_read(self._read, on_done=self._loaded, owner=self)

    def _read(self, _context: Context) -> list[ProposalRow]:
        with self.session.read() as connection:
            return list_proposals(connection, (Origin.OUTSIDE,))

    def _loaded(self, rows: list[ProposalRow]) -> None:
        self._loading = False
        self._rows = {row.id: row for row in rows}
        self._show()
        if self._stale:
            self._load()
        if self._focus:
            self._take_focus()

    def _take_focus(self) -> None:
        self._focus = False
        part = self.list if self._rows else self._empty
        # The stack shows it only when it comes to rest.
        QTimer.singleShot(0, part, part.setFocus)

    def _show(self) -> None:
        place = max(0, self.list.currentIndex().row())
        wanted = {trouble for trouble, button in self.filters.items() if button.isChecked()} or set(TROUBLES)
        shown = [row for row in self._rows.values() if row.trouble in wanted]
        self.list.set_lines(_line(row) for row in shown)
        if shown and not self.list.current_id():
            self.list.go_to(shown[min(place, len(shown) - 1)].id)
        counts = Counter(row.trouble for row in self._rows.values())
        for trouble, button in self.filters.items():
            button.set_count(counts[trouble])
        self.all_button.set_words(self._all_words)
        self.all_button.setVisible(bool(self._ready()))
        self._stack.setCurrentWidget(self.splitter if self._rows else self._empty)
        self._show_current()

    def _show_current(self) -> None:
        self.detail.show_proposal(self._rows.get(self.list.current_id()), read_only=self.session.read_only)

    # Taking and removing

    def _ready(self) -> list[str]:
        """Return what can be taken without a look: nothing is wrong with it, and nothing stands in its place."""
        return [row.id for row in self._rows.values() if row.trouble is Trouble.NONE and not row.current]

    def _all_words(self) -> str:
        count = len(self._ready())
        words = ngettext("Take the {n} that fills a gap", "Take all {n} that fill a gap", count)
        return words.format(n=active().number(count))

    def take(self) -> None:
        """Write the proposal at hand as a draft."""
        row = self._rows.get(self.list.current_id())
        if row is not None and row.quote_id is not None and not self.session.read_only:
            self.session.perform(take_proposal(row.id, expected=row.revision), initiator=self)

    def take_ready(self) -> None:
        """Write every proposal as a draft that nothing is wrong with and that fills a gap."""
        ids = self._ready()
        if ids and not self.session.read_only:
            self.session.perform(
                take_all(ids), on_done=self._told, initiator=self, title=_("Taking proposals"), cancellable=True
            )

    def _told(self, count: int) -> None:
        words = ngettext("{n} draft was written.", "{n} drafts were written.", count)
        self.banner.show_message(
            Level.SUCCESS,
            words.format(n=active().number(count)),
            more=_("They wait in the queue; Undo takes all of them back."),
        )

    def remove(self) -> None:
        """Remove the proposal at hand; Undo brings it back."""
        key = self.list.current_id()
        if key and not self.session.read_only:
            self.session.perform(remove_proposals([key]), initiator=self)

    def _open(self) -> None:
        row = self._rows.get(self.list.current_id())
        if row is not None and row.quote_id is not None:
            self.view.open_quote(row.quote_id, row.language)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.list
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            self.remove()
            return True
        return super().eventFilter(watched, event)

    @override
    def retranslate(self) -> None:
        if self._rows:
            self._show()

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._side.setContentsMargins(gap, 0, gap, gap)
        self._side.setSpacing(gap)


def _line(row: ProposalRow) -> Line:
    words, _icon, _colour = TROUBLES[row.trouble]
    wrong = row.trouble is not Trouble.NONE
    return Line(
        row.id,
        " ".join((row.exact or row.source_text or row.text).split()),
        f"{_(words)} · {row.author}" if wrong else row.author,
        active().language_name(row.language),
        warning=wrong,
    )
