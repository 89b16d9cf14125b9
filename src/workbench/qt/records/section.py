"""A part of a record's page: a title, what is known, and a form that opens below it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, IconButton, Live, Words
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.parts import RowButton, chain_tabs
from workbench.qt.look.style import current_look
from workbench.qt.records.form import InlineForm
from workbench.qt.records.known import Known
from workbench.qt.records.words import cited_text
from workbench.qt.session import Place, Session, ViewName
from workbench.services.claims import remove_evidence
from workbench.store.queries.passages import PassageRow
from workbench.store.queries.records import EvidenceRow

MOST = 20
"""Rows of a section that are shown together: a record can have thousands, and each is several widgets."""

_Row = TypeVar("_Row")


class PageSection(Live, QWidget):
    """Shows one part of what is known, made anew only where that part has changed.

    The focus stays on what it was on: every part that takes it has a name of its own.
    """

    history_asked = Signal(str, str)
    """Table and row id."""

    fill_asked = Signal()
    """What is shown is not what is known any more: `fill_on` is to be called until it is `filled`."""

    def __init__(self, session: Session, words: Words, add: Words = "") -> None:
        super().__init__()
        self.session = session
        self.known: Known | None = None
        self.form: InlineForm | None = None
        self._signature: object = None
        self.narrow = False
        self._rows: QWidget | None = None
        self._next: QWidget | None = None
        self._filling: Iterator[None] | None = None
        self._origin = ""
        self._first, self._count = 0, 0
        # Not while the layout that gave the width is still at work.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._follow_width)
        self.title = PlainLabel(words, role="lead", wrap=True)
        self.add_button = Button(add, self.open_add, kind="quiet", icon="plus")
        if not add or session.read_only:
            self.add_button.hide()  # never shown before it has its place: it would be a window of its own
        self._head = Flow(apart=True)
        self._head.addWidget(self.title)
        self._head.addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self.restyle()

    def signature(self, known: Known) -> object:
        """Return what this part shows of a record, to tell whether it has changed."""
        raise NotImplementedError

    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        """Make what is shown, one row with each step."""
        raise NotImplementedError

    def is_shown(self, known: Known) -> bool:
        """Tell whether the page has this part at all."""
        del known
        return True

    def open_add(self) -> None:
        """Open the form that adds something."""

    def ids(self, known: Known) -> list[str]:
        """Return the ids of all rows in the order in which they stand, for those that can be gone to."""
        del known
        return []

    def part(self, rows: Sequence[_Row]) -> Sequence[_Row]:
        """Return the rows that are shown together now; `fill` shows these only."""
        self._count = len(rows)
        if self._first >= self._count:
            self._first = 0
        return rows[self._first : self._first + MOST]

    def go_to(self, row_id: str) -> bool:
        """Show a row and give the focus to what can be done about it; False where this part does not have it."""
        ids = self.ids(self.known) if self.known is not None else []
        if row_id not in ids:
            return False
        self._turn(ids.index(row_id) // MOST * MOST)
        rows = self._rows.findChildren(QWidget) if self._rows is not None else []
        names = (f"{row_id} link", f"{row_id} place", f"{row_id} record")
        found = next((row for name in names for row in rows if row.objectName() == name), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def show_known(self, known: Known) -> None:
        """Show a record; a form that is open stays where it is about the same one."""
        if self.known is not None and self.known.id != known.id:
            self.close_form()
            self._first = 0
        self.known = known
        signature = (known.id, self.signature(known), self.session.language, self.narrow)
        if signature != self._signature:
            self._signature = signature
            self._begin()

    # A row is several widgets, so a part is made in steps, beside what is shown; then it takes its place.

    @property
    def filled(self) -> bool:
        """Whether all of what is known is shown."""
        return self._filling is None

    def _begin(self) -> None:
        if self.known is None:
            return
        if self._next is not None:
            self._next.deleteLater()
        self._next = QWidget(self)
        column = QVBoxLayout(self._next)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_look().px("gap"))
        self._count = 0
        self._filling = self.fill(self.known, column)
        self.fill_asked.emit()

    def fill_on(self, rows: int) -> int:
        """Make so many rows more; return how many of them were not needed."""
        if self._filling is None or self.known is None:
            return rows
        for left in range(rows, 0, -1):
            if next(self._filling, self) is self:
                self._take_place()
                return left - 1
        return 0

    def _take_place(self) -> None:
        """Show what was made in the place of what was there."""
        made, self._next, self._filling = self._next, None, None
        if made is None or self.known is None:
            return
        column = made.layout()
        if self._count > MOST and column is not None:
            column.addWidget(self._turner())
        focus = QApplication.focusWidget()
        held = focus.objectName() if focus is not None and self._rows and self._rows.isAncestorOf(focus) else ""
        old, self._rows = self._rows, made
        self._column.insertWidget(1, made)
        self._rows.show()
        if old is not None:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.setVisible(self.is_shown(self.known))
        if held:
            again = self._rows.findChild(QWidget, held)
            if again is not None and not again.isEnabled():  # at the last rows there is only the way back
                again = self._rows.findChild(QWidget, "turn back" if held == "turn on" else "turn on")
            (again if again is not None else self.add_button).setFocus()

    def _turner(self) -> QWidget:
        """Return the way to the rows before and after those that are shown."""
        line, flow, number = QWidget(), Flow(), active().number
        line.setLayout(flow)
        last = min(self._first + MOST, self._count)
        words = _("{first}–{last} of {all}").format(
            first=number(self._first + 1), last=number(last), all=number(self._count)
        )
        flow.addWidget(PlainLabel(words, role="second"))
        back = self.verb(lambda: _("Earlier rows"), lambda: self._turn(self._first - MOST), "turn back")
        on = self.verb(lambda: _("Later rows"), lambda: self._turn(self._first + MOST), "turn on")
        back.setEnabled(self._first > 0)
        on.setEnabled(last < self._count)
        flow.addWidget(back)
        flow.addWidget(on)
        return line

    def _turn(self, first: int) -> None:
        if first != self._first:
            self._first = max(0, first)
            self._begin()
            self.fill_on(sys.maxsize)

    def open_form(self, form: InlineForm) -> None:
        """Show a form instead of the one that was open; once it is closed, the focus goes back where it came from."""
        focus = QApplication.focusWidget()
        if focus is not None and self._rows is not None and self._rows.isAncestorOf(focus):
            self._origin = focus.objectName()
        elif self.form is None:
            self._origin = ""
        self.close_form()
        self.form = form
        form.closed.connect(self._form_closed)
        form.saved.connect(lambda _value: self._form_closed())
        self._column.addWidget(form)
        chain_tabs(self.add_button, form.layout())
        form.show()
        form.setFocus()  # only now: what is not shown yet takes no focus in a window with other views

    def _form_closed(self) -> None:
        self.close_form()
        rows = [row for row in self._rows.findChildren(QWidget) if row.isEnabled()] if self._rows is not None else []
        same = (row for row in rows if self._origin and row.objectName() == self._origin)
        # What was weighed has other buttons than before: any of its own will do.
        about = f"{self._origin.partition(' ')[0]} "
        near = (row for row in rows if len(about) > 1 and row.objectName().startswith(about))
        (next(same, None) or next(near, None) or self.add_button).setFocus()

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None:
            self._column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def link(self, passage: PassageRow, name: str) -> RowButton:
        """Return a button with a passage's words that leads to its place in the source."""
        place = Place(ViewName.SOURCES, source_id=passage.source_id, passage_id=passage.id)
        button = RowButton(lambda: self.session.go(place))
        button.setObjectName(name)
        button.setProperty("passage", passage.id)
        button.show_text(cited_text(passage))
        return button

    def citations(self, known: Known, evidence: tuple[EvidenceRow, ...], column: QVBoxLayout) -> None:
        """Add a line for each passage that supports something: the way to it, and its withdrawal."""
        if not evidence:
            label = PlainLabel(lambda: "○  " + _("No evidence yet"), role="small", wrap=True)
            label.setContentsMargins(current_look().px("gap"), 0, 0, 0)
            column.addWidget(label)
        for evidence_id, passage in known.cited(evidence):
            line = QHBoxLayout()
            line.setSpacing(current_look().px("step"))
            line.addWidget(self.link(passage, f"{evidence_id} place"), 1)
            if not self.session.read_only:
                line.addWidget(
                    self.icon(
                        "unlink",
                        lambda: _("No longer evidence"),
                        partial(self._withdraw, evidence_id),
                        f"{evidence_id} withdraw",
                    )
                )
            column.addLayout(line)

    def _withdraw(self, evidence_id: str) -> None:
        self.session.perform(remove_evidence(evidence_id), initiator=self.session)

    def icon(self, icon: str, words: Words, does: Callable[[], object], name: str) -> IconButton:
        """Return a small button whose name keeps the focus on it through a refresh."""
        button = IconButton(icon, words, does)
        button.setObjectName(name)
        return button

    def verb(self, words: Words, does: Callable[[], object], name: str) -> Button:
        """Return a small button with words, whose name keeps the focus on it through a refresh."""
        button = Button(words, does, kind="quiet")
        button.setObjectName(name)
        return button

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # What stands side by side where there is room stands under each other where there is none.
        narrow = event.size().width() < 2 * current_look().px("side")
        if narrow != self.narrow:
            self.narrow = narrow
            self._settle.start()

    def _follow_width(self) -> None:
        if self.known is not None:
            self.show_known(self.known)

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))
