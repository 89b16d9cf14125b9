"""What an undo would do, before it is done: the operations by name, each leading there, and one key to do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from workbench.domain.changes import Operation
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live, Words, say
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.history.words import operation_text, time_text
from workbench.qt.look.style import current_look

_LINES = 4
"""Operations that are in view at once."""


class Question(Live, QFrame):
    """Hidden until it is asked; Enter on the first button does it, Escape leaves it."""

    chosen = Signal(int)
    """The number of an operation whose place the person wants to see."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("Banner")
        self.setProperty("level", "info")
        self._does: Callable[[], object] | None = None
        self._what = PlainLabel(wrap=True)
        self._more = PlainLabel(role="second", wrap=True)
        self.list = LineList(lambda: _("Operations that this is about"), rows=1)
        self.yes = Button("", self._confirm, kind="primary")
        self.no = Button("", self.leave, kind="quiet")
        verbs = Flow()
        verbs.addWidget(self.yes)
        verbs.addWidget(self.no)
        self._column = QVBoxLayout(self)
        for part in (self._what, self._more, self.list):
            self._column.addWidget(part)
        self._column.addLayout(verbs)
        self.list.chosen.connect(lambda number: self.chosen.emit(int(number)))
        self.hide()
        self.restyle()

    def ask(
        self,
        what: Words,
        operations: Sequence[Operation],
        *,
        more: Words = "",
        verb: Words = "",
        does: Callable[[], object] | None = None,
    ) -> None:
        """Say what would happen and take the focus; without a verb it is only told why nothing can."""
        self._does = does
        self._what.set_words(what)
        self._more.set_words(more)
        self._more.setText(say(more))
        self._more.setVisible(bool(say(more)))
        self.list.set_lines(Line(str(one.number), operation_text(one), time_text(one)) for one in operations)
        self.list.setVisible(bool(operations))
        self.yes.set_words(verb)
        self.yes.setVisible(does is not None)
        self.no.set_words((lambda: _("Cancel")) if does is not None else (lambda: _("Close")))
        self.restyle()
        self.retranslate()
        self.show()
        (self.yes if does is not None else self.no).setFocus(Qt.FocusReason.OtherFocusReason)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.text()))

    def text(self) -> str:
        """Return all that it says."""
        return " ".join(part for part in (self._what.text(), self._more.text()) if part)

    def operations(self) -> list[str]:
        """Return the names of the operations that it lists."""
        lines = (self.list.lines.line(place) for place in range(self.list.lines.rowCount()))
        return [line.title for line in lines if line is not None]

    def _confirm(self) -> None:
        does, self._does = self._does, None
        self.leave()
        if does is not None:
            does()

    def leave(self) -> None:
        """Take it away and change nothing."""
        if not self.isHidden():
            self.hide()
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._what.retranslate()
        self._more.retranslate()
        self.setAccessibleName(self.text())

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(look.px("wide"), gap, gap, gap)
        self._column.setSpacing(gap)
        row = self.list.sizeHintForRow(0) if self.list.lines.rowCount() else look.px("vast")
        self.list.setFixedHeight(min(_LINES, max(1, self.list.lines.rowCount())) * row + 2 * look.px("ring"))
