"""The passages that a person decides about: one after the other, old and new side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.domain.carrying import Candidate, Reason
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.domain.text import same_letters
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, IconButton, Live, hair_line
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.keys import key_letter
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER
from workbench.qt.versions.lines import REASONS, moved_line, waiting_line
from workbench.qt.versions.pair import Pair
from workbench.services.decisions import Decisions, Undecided
from workbench.store.queries.versions import Step

_ROWS = 4
"""Lines of the list that are seen at once; the texts need the rest of the height."""


@dataclass(frozen=True, slots=True)
class Queued:
    """Everything that the queue shows of one source; `kinds` are those of each passage."""

    decisions: Decisions
    texts: dict[str, StructuredText]
    kinds: dict[str, tuple[PassageKind, ...]]


class Queue(Live, QWidget):
    """Shows one passage at a time. What is decided is told by signals, and written by whoever holds this."""

    placed = Signal(str, object)
    """A passage's id and the `Span` of the newest text where it is."""

    confirmed = Signal(str)
    returned = Signal(str)
    gone = Signal(str)
    alike = Signal(object)
    """Places by passage id, all of which differ in punctuation and spaces only."""

    shown = Signal(str)
    """The id of the passage that is shown now."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "paper")
        self._queued: Queued | None = None
        self._chosen = 0
        self._row = 0
        self._any_left = self._short = False
        self._summary = PlainLabel(self._summary_words, role="second", wrap=True)
        self._close = IconButton("x", lambda: _("Back to the text"), self.closed.emit, keys=lambda: "Esc")
        self.alike_button = Button(self._alike_words, self._accept_alike, kind="quiet")
        self.list = LineList(lambda: _("Passages to decide"), place="paper")
        self.pair = Pair()
        self._says = PlainLabel(self._says_words, wrap=True)
        self.accept_button = Button(self._accept_words, self.accept, kind="primary")
        self.gone_button = Button(lambda: _("Gone (G)"), self.say_gone)
        self.return_button = Button(lambda: _("Decide again (Backspace)"), self.send_back, kind="quiet")
        self.empty = EmptyState(
            "circle-check",
            lambda: _("Nothing waits for a decision in this source."),
            verbs=((lambda: _("Back to the text"), self.closed.emit, "Esc"),),
        )
        self._build()
        self.list.installEventFilter(self)
        self.list.current_changed.connect(lambda _id: self._show_current())
        self.list.chosen.connect(lambda _id: self.accept())
        self.pair.span_changed.connect(self._show_verbs)
        self.restyle()

    def _build(self) -> None:
        self._head, self._verbs, self._foot = QHBoxLayout(), Flow(), QVBoxLayout()
        title = PlainLabel(lambda: _("Passages to decide"), role="lead", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(self._summary)
        self._head.addLayout(words, 1)
        self._head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        work = QWidget()
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(hair_line())
        column.addWidget(self.pair, 1)
        column.addWidget(hair_line())
        for button in (self.accept_button, self.gone_button, self.return_button, self.alike_button):
            self._verbs.addWidget(button)
        self._foot.addWidget(self._says)
        self._foot.addLayout(self._verbs)
        column.addLayout(self._foot)
        self._pages = QStackedWidget()
        self._pages.addWidget(work)
        self._pages.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(hair_line())
        whole.addWidget(self._pages, 1)

    # --- what is shown ---

    def show_queued(self, queued: Queued, wanted: str | None = None) -> None:
        """Show what there is to decide now: `wanted`, else what stands where the last decision was."""
        before = {line.id for line in self._lines()}
        first = self._queued is None
        if self._queued is not None and self._queued.decisions.text_version_id != queued.decisions.text_version_id:
            self.pair.clear()
        self._queued = queued
        lines = [waiting_line(row) for row in queued.decisions.waiting]
        lines += [moved_line(step) for step in queued.decisions.moved]
        self.list.set_lines(lines)
        came = [line.id for line in lines if line.id not in before]
        back = came[0] if len(came) == 1 and not first else None  # an undo brings one back
        for line_id in (wanted, back, self.list.current_id() or None):
            if line_id is not None and self.list.go_to(line_id):
                break
        else:
            at = self.list.lines.line(min(self._row, len(lines) - 1))
            if at is not None:
                self.list.go_to(at.id)
        self._show_page(bool(lines))
        self._show_current()

    def _show_page(self, any_left: bool) -> None:
        focus = self.focusWidget()
        inside = focus is not None and focus.hasFocus()
        self._pages.setCurrentIndex(0 if any_left else 1)
        self.setFocusProxy(self.list if any_left else self.empty)
        if inside:
            (self.list if any_left else self.empty).setFocus()
        self._summary.retranslate()
        self._any_left = any_left
        self._fit()
        self.alike_button.setVisible(len(self._alike()) > 1)
        self.alike_button.retranslate()

    def _lines(self) -> list[Line]:
        rows = (self.list.lines.line(row) for row in range(self.list.lines.rowCount()))
        return [line for line in rows if line is not None]

    def forget(self) -> None:
        """Let go of a source."""
        self._queued = None
        self._row = 0
        self.list.set_lines([])
        self.pair.clear()

    def current(self) -> Undecided | Step | None:
        """Return what is shown: a waiting passage, or one that was carried with a doubt."""
        passage_id = self.list.current_id()
        if self._queued is None or not passage_id:
            return None
        for row in self._queued.decisions.waiting:
            if row.passage.id == passage_id:
                return row
        return next((step for step in self._queued.decisions.moved if step.passage_id == passage_id), None)

    def _show_current(self) -> None:
        found, queued = self.current(), self._queued
        if found is None or queued is None:
            return
        self._row, self._chosen = self.list.currentIndex().row(), 0
        passage_id = self.list.current_id()
        kinds = queued.kinds.get(passage_id, (PassageKind.EVIDENCE,))
        old_id, span = _stood(found)
        self.pair.show_old(old_id, queued.texts[old_id], span, kinds)
        self._show_proposals()
        self.shown.emit(passage_id)

    def _show_proposals(self) -> None:
        found, queued = self.current(), self._queued
        if found is None or queued is None:
            return
        spans = [candidate.span for candidate in _candidates(found)]
        newest = queued.decisions.text_version_id
        kinds = queued.kinds.get(self.list.current_id(), (PassageKind.EVIDENCE,))
        self.pair.show_new(newest, queued.texts[newest], spans, self._chosen, kinds)
        self._show_verbs()

    def _show_verbs(self) -> None:
        found = self.current()
        self._says.retranslate()
        self._says.setVisible(not self._short or self._says_more())
        self.accept_button.retranslate()
        self.accept_button.setEnabled(self._target() is not None)
        self.return_button.setVisible(isinstance(found, Step))

    # --- words ---

    def _summary_words(self) -> str:
        if self._queued is None:
            return ""
        book, found = active(), self._queued.decisions
        waiting = _("Waiting: {n}").format(n=book.number(len(found.waiting)))
        moved = _("moved: {n}").format(n=book.number(len(found.moved)))
        return f"{waiting}  ·  {moved}"

    def _alike_words(self) -> str:
        count = len(self._alike())
        return _("Place all that differ in punctuation only ({n})").format(n=active().number(count))

    def _says_words(self) -> str:
        found = self.current()
        if found is None:
            return ""
        if self.pair.selected() is not None:
            return _("Your selection in the newest text.")
        if isinstance(found, Step):
            return _("Moved; confidence: {n} %.").format(n=active().number(found.confidence))
        if not found.proposals:
            return _("Nothing like it was found. Select its words on the right, or say that it is gone.")
        candidate = found.proposals[self._chosen]
        reason = _(REASONS[candidate.reason])
        sure = _("confidence: {n} %").format(n=active().number(candidate.confidence))
        if len(found.proposals) == 1:
            return f"{sure}  ·  {reason}"
        book = active()
        which = _("Proposal {n} of {all} (keys 1 to {all})").format(
            n=book.number(self._chosen + 1), all=book.number(len(found.proposals))
        )
        return f"{which}  ·  {sure}" if self._short else f"{which}  ·  {sure}  ·  {reason}"

    def _says_more(self) -> bool:
        """Tell whether the line over the buttons says more than the passage's own line in the list."""
        found = self.current()
        return self.pair.selected() is not None or (isinstance(found, Undecided) and len(found.proposals) != 1)

    def _accept_words(self) -> str:
        if isinstance(self.current(), Step) and self.pair.selected() is None:
            return _("It is right (Enter)")
        return _("Place here (Enter)")

    # --- deciding ---

    def _target(self) -> Span | None:
        found, selected = self.current(), self.pair.selected()
        if found is None or selected is not None:
            return selected
        candidates = _candidates(found)
        return candidates[self._chosen].span if candidates else None

    def accept(self) -> None:
        """Take what is proposed, or the words that are selected on the right."""
        found, target = self.current(), self._target()
        if found is None or target is None:
            return
        if isinstance(found, Step) and self.pair.selected() is None:
            self.confirmed.emit(found.passage_id)
        else:
            self.placed.emit(self.list.current_id(), target)

    def say_gone(self) -> None:
        """Say that the newest text does not have the passage."""
        if self.current() is not None:
            self.gone.emit(self.list.current_id())

    def send_back(self) -> None:
        """Let what was carried with a doubt be decided."""
        if isinstance(self.current(), Step):
            self.returned.emit(self.list.current_id())

    def choose(self, number: int) -> None:
        """Show another proposal, counted from 1."""
        found = self.current()
        if isinstance(found, Undecided) and 1 <= number <= len(found.proposals):
            self._chosen = number - 1
            self._show_proposals()

    def step(self, by: int) -> None:
        """Go to the passage so many lines further on."""
        self.list.step(by)

    def _alike(self) -> dict[str, Span]:
        """Return the places of the passages that have one proposal with the same letters, and no other such."""
        queued = self._queued
        if queued is None:
            return {}
        text, places = queued.texts[queued.decisions.text_version_id].text if queued.texts else "", {}
        for row in queued.decisions.waiting:
            spans = [c.span for c in row.proposals if same_letters(row.passage.exact, text[c.span.start : c.span.end])]
            if len(spans) == 1 and row.proposals[0].reason is Reason.PUNCTUATION:
                places[row.passage.id] = spans[0]
        return places

    def _accept_alike(self) -> None:
        self.alike.emit(self._alike())

    # --- keys ---

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take keys from the list, which would look for a line that begins with the letter."""
        return event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pressed(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        letter = key_letter(event)
        does: Callable[[], object] | None = None
        if event.key() in ENTER:
            does = self.accept
        elif event.key() == Qt.Key.Key_Escape:
            does = self.closed.emit
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            does = self.send_back
        elif letter == "G":
            does = self.say_gone
        elif letter.isdigit() and letter != "0":
            does = lambda: self.choose(int(letter))  # noqa: E731
        if does is None or (self.current() is None and event.key() != Qt.Key.Key_Escape):
            return False
        does()
        return True

    @override
    def retranslate(self) -> None:
        self._says.retranslate()
        if self._queued is not None:
            self.show_queued(self._queued)

    @override
    def restyle(self) -> None:
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the list a few lines, and fewer where it would leave little of the texts; so with all the rest."""
        look = current_look()
        self._short = self.height() < look.px("column")
        room, gap, above = look.px("room"), look.px("gap"), look.px("step" if self._short else "wide")
        self._head.setContentsMargins(look.px("room"), above, room, above)
        self._head.setSpacing(gap)
        foot = look.px("step") if self._short else gap
        self._foot.setContentsMargins(room, foot, room, foot)
        self._foot.setSpacing(foot)
        self.pair.set_short(short=self._short)
        line = self.list.sizeHintForRow(0) if self.list.lines.rowCount() else look.px("target") + look.px("room")
        self._summary.setVisible(self._any_left and not self._short)
        self._says.setVisible(not self._short or self._says_more())
        rows = min(_ROWS, max(1, self.height() // (4 * max(1, line))))
        self.list.setFixedHeight(rows * line + 2 * look.px("ring"))


def _stood(found: Undecided | Step) -> tuple[str, Span]:
    if isinstance(found, Step):
        return found.from_id, Span(found.start, found.end)
    return found.passage.text_version_id, Span(found.passage.start, found.passage.end)


def _candidates(found: Undecided | Step) -> tuple[Candidate, ...]:
    if isinstance(found, Step):
        return (Candidate(Span(found.now_start, found.now_end), found.confidence, Reason.SURROUNDINGS),)
    return found.proposals
