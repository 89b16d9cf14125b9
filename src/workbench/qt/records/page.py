"""The page of one record: its names, what is said of it, and every way back to the sources."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live, variant
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.history.row_history import RowHistory
from workbench.qt.inspector.parts import chain_tabs, in_layout_order
from workbench.qt.levels.protection import RecordLevel
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_WORDS
from workbench.qt.records.facts import FactsSection
from workbench.qt.records.found_places import FoundPlacesSection
from workbench.qt.records.known import Known
from workbench.qt.records.lacks import Lacks, lacks_of
from workbench.qt.records.names import NamesSection
from workbench.qt.records.places import MentionsSection, QuotesSection
from workbench.qt.records.sameness.notice import SameNotice
from workbench.qt.records.section import PageSection
from workbench.qt.records.ties import ParticipationSection, RelationSection
from workbench.qt.records.words import PAGE_KEYS
from workbench.qt.session import Place, Session, ViewName

_AT_ONCE, _A_TURN = 12, 8
"""Rows that are made before a page is shown, and with each turn of the event loop after that: some 40 ms."""


class RecordPage(Live, QWidget):
    """Shows one record. `history_asked(table, row id)` when its past is opened."""

    history_asked = Signal(str, str)
    remove_asked = Signal()
    print_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.known: Known | None = None
        self._title = PlainLabel(role="display", wrap=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = PlainLabel(role="second", wrap=True)
        self.level = RecordLevel(session)
        self.same = SameNotice(session)
        self.names = NamesSection(session)
        self.facts = FactsSection(session)
        self.participation = ParticipationSection(session)
        self.relations = RelationSection(session)
        self.mentions = MentionsSection(session)
        self.found = FoundPlacesSection(session)
        self.quotes = QuotesSection(session)
        self.sections: tuple[PageSection, ...] = (
            self.names,
            self.facts,
            self.participation,
            self.relations,
            self.quotes,
            self.mentions,
            self.found,
        )
        self._more = QTimer(self, singleShot=True, interval=0)
        self._more.timeout.connect(self._fill_on)
        self._then: list[Callable[[], object]] = []
        self._held: PageSection | None = None
        for section in self.sections:
            section.fill_asked.connect(self._ask_to_fill)
        self._lacks, self._gone_to = Lacks((), ()), ""
        self.conflict_button = Button(self._conflict_words, self.go_to_conflict, kind="quiet", icon="split")
        self.bare_button = Button(self._bare_words, self.go_to_bare, kind="quiet", icon="unlink")
        self.print_button = Button(lambda: _("Print…"), self.print_asked.emit, kind="quiet", icon="printer")
        self.history_button = Button(lambda: _("History"), self.toggle_history, kind="quiet", icon="history")
        self.remove_button = Button(lambda: _("Remove record"), self.remove_asked.emit, kind="quiet", icon="trash-2")
        self.remove_button.setDisabled(session.read_only)
        self.history = RowHistory(session)
        self.history.hide()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._follow_focus)
        self._build()
        # Shortcuts, since buttons and the area keep arrows to themselves.
        for keys, step in zip(PAGE_KEYS[0].keys, (-1, 1), strict=True):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go_to_part, step))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)
        self.restyle()

    def _build(self) -> None:
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside, self._inside = QWidget(), QVBoxLayout()
        inside.setProperty("place", "paper")
        self._area.setWidget(inside)
        self._body = QWidget(inside)
        self._body.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._column = QVBoxLayout(self._body)
        self._tools = QWidget()
        tools_flow = Flow(self._tools)
        tools = (self.conflict_button, self.bare_button, self.print_button, self.history_button, self.remove_button)
        for tool in tools:
            tools_flow.addWidget(tool)
        self._head = QVBoxLayout()
        for part in (self._title, self._facts, self.same, self.level, self._tools):
            self._head.addWidget(part)
        self._column.addLayout(self._head)
        for section in self.sections:
            self._column.addWidget(section)
        self._column.addWidget(self.history)
        self._column.addStretch(1)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._body, 1)
        line.addStretch(0)
        inside.setLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)

    def show_known(self, known: Known) -> None:
        """Show a record; the same one keeps its scroll, its focus and an open form."""
        other = self.known is None or self.known.id != known.id
        self.known = known
        self._lacks = lacks_of(known.detail)
        if other:
            self._gone_to = ""
        self.retranslate()
        self.level.show_record(known.id, known.detail.kind)
        self.same.show_record(known.id)
        if other:
            self._then.clear()
        self._more.start()  # what is asked for now is filled below, from the top
        for section in self.sections:
            section.show_known(known)
        self._fill_on(_AT_ONCE)
        if other:
            self._keep_back()
            self._area.verticalScrollBar().setValue(0)
            if not self.history.isHidden():
                self.history.show_row(known.id)

    # A full page is hundreds of rows, each several widgets: it is made from the top, some rows with
    # each turn of the event loop.

    def _ask_to_fill(self) -> None:
        if not self._more.isActive():
            self._fill_on(_AT_ONCE)

    def _fill_on(self, rows: int = _A_TURN) -> None:
        """Make so many rows more, from the top; the next ones with the next turn."""
        self._more.start()
        for section in self.sections:
            rows = section.fill_on(rows)
            if not section.filled:
                return
            if section is self._held:
                self._held = None
                if self.hasFocus():
                    section.add_button.setFocus()
        self._more.stop()
        chain_tabs(self, self._column)
        then, self._then = self._then, []
        for does in then:
            does()

    def _keep_back(self) -> None:
        """Show the parts of another record only once they are made: what is in sight does not move then."""
        focus = QApplication.focusWidget()
        for section in self.sections:
            if not section.filled:
                if focus is not None and section.isAncestorOf(focus):
                    self._held = section
                    self.setFocus()
                section.hide()

    @property
    def filled(self) -> bool:
        """Whether all parts show what is known."""
        return all(section.filled for section in self.sections)

    def when_filled(self, does: Callable[[], object]) -> None:
        """Do something that needs all parts: now, or when they are made; not at all if another record comes first."""
        if self.filled:
            does()
        else:
            self._then.append(does)

    def toggle_history(self) -> None:
        """Show what was changed in this record, or put it away."""
        if self.known is None:
            return
        if self.history.isHidden():
            self.history.show_row(self.known.id)
            self.history.show()
            self.history_asked.emit("record", self.known.id)
            QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.history))
        else:
            self.history.hide()
            self.history.show_row(None)

    # What asks to be looked at

    def _conflict_words(self) -> str:
        return self._lacks.conflict_words()

    def _bare_words(self) -> str:
        return self._lacks.bare_words()

    def go_to_conflict(self) -> None:
        """Go to the next conflict that nobody has weighed."""
        self._go_to_next([ids[0] for ids in self._lacks.against])

    def go_to_bare(self) -> None:
        """Go to the next value without evidence."""
        self._go_to_next(list(self._lacks.bare))

    def go_to_lack(self) -> None:
        """Go to the next conflict or value without evidence, after the last one comes the first."""
        self._go_to_next([*(ids[0] for ids in self._lacks.against), *self._lacks.bare])

    def _go_to_next(self, ids: list[str]) -> None:
        self.when_filled(partial(self._go_on_to, ids))

    def _go_on_to(self, ids: list[str]) -> None:
        """Go to the row after the one that was gone to last, after the last one to the first."""
        if not ids:
            return
        here = ids.index(self._gone_to) if self._gone_to in ids else -1
        self._gone_to = ids[(here + 1) % len(ids)]
        if any(section.go_to(self._gone_to) for section in self.sections):
            chain_tabs(self, self._column)
            QTimer.singleShot(0, self, self._bring_up)

    def _bring_up(self) -> None:
        """Scroll to where what has the focus is seen with all that stands below it."""
        focus = QApplication.focusWidget()
        if focus is not None and self._body.isAncestorOf(focus):
            top = focus.mapTo(self._body, QPoint()).y()
            self._area.verticalScrollBar().setValue(top - self._area.viewport().height() // 4)

    def go_to_part(self, step: int) -> None:
        """Give the focus to the first stop of the part of the page after (1) or before (-1) the one that has it."""
        self.when_filled(partial(self._go_to_part, step))

    def _go_to_part(self, step: int) -> None:
        focus = QApplication.focusWidget()
        parts = [part for part in (self._tools, *self.sections) if part.isVisible()]
        here = next((at for at, part in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), 0)
        after = parts[here + step :: step] if 0 <= here + step < len(parts) else []
        for part in after:
            target = next(
                (stop for stop in in_layout_order(part.layout()) if stop.isVisible() and stop.isEnabled()), None
            )
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(part, 0, 0)
                self._area.ensureWidgetVisible(target, 0, current_look().px("hall"))
                return

    def passage_at_hand(self) -> Place | None:
        """Return the place of the passage that has the focus, else of the first one about the record."""
        if self.known is None:
            return None
        focus = QApplication.focusWidget()
        passage_id = focus.property("passage") if focus is not None and self.isAncestorOf(focus) else None
        passages = self.known.passages
        if isinstance(passage_id, str):
            quote = next((row for row in self.known.quotes if row.passage_id == passage_id), None)
            source_id = quote.source_id if quote is not None else passages[passage_id].source_id
            return Place(ViewName.SOURCES, source_id=source_id, passage_id=passage_id)
        first = next((m.passage_id for m in self.known.detail.mentions if m.passage_id in passages), None)
        first = first or next(iter(passages), None)
        if first is None:
            return None
        return Place(ViewName.SOURCES, source_id=passages[first].source_id, passage_id=first)

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._body.isAncestorOf(now):
            self._settle.start()

    def _follow_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._body.isAncestorOf(focus):
            margin = current_look().px("hall")
            # A form is filled in as a whole: what follows the field is seen too, where it has room.
            form = next((each.form for each in self.sections if each.form and each.form.isAncestorOf(focus)), None)
            if form is not None:
                self._area.ensureWidgetVisible(form, 0, current_look().px("gap"))
            self._area.ensureWidgetVisible(focus, 0, margin)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    @override
    def retranslate(self) -> None:
        if self.known is None:
            return
        detail = self.known.detail
        self._title.setText(detail.name)
        parts = [_(KIND_WORDS[RecordKind(detail.kind)])]
        parts += [
            date_text(row.value, active().language, point=True)
            for row in detail.statements
            if row.property in ("date", "birth", "founded")
        ][:1]
        self._facts.setText(" · ".join(parts))
        for button, count in ((self.conflict_button, self._lacks.against), (self.bare_button, self._lacks.bare)):
            button.retranslate()
            button.setVisible(bool(count))
        self.setAccessibleName(detail.name)

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        narrow = self.width() < 2 * look.px("side")
        variant(self._title, role="title" if narrow else "display")
        side = look.px("gap" if narrow else "hall")
        self._column.setContentsMargins(side, room, side, look.px("vast"))
        self._column.setSpacing(room)
        self._head.setSpacing(look.px("step"))
        # A line of a page is read, so it is no longer than a page of a book would have it.
        self._body.setMaximumWidth(look.px("column") * 2)
