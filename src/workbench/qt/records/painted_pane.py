"""What the painted panes have in common: a canvas, something beside it, hints below, and reads that are late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Words
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.records.pane import Pane
from workbench.qt.records.selection import Selection
from workbench.qt.session import Session


class PaintedPane(Pane):
    """A pane that paints what the worker has read; a subclass makes the canvas, and tells when it is stale."""

    def __init__(self, session: Session, selection: Selection, canvas: QWidget, hint: Words) -> None:
        super().__init__(session, selection)
        self._take_focus = False
        self._stale = True
        self._job: Job | None = None
        self._work = canvas
        self.hint = PlainLabel(hint, role="second", wrap=True)
        self.stack = QStackedWidget()

    def _beside(self, side: QWidget, empty: EmptyState) -> QStackedWidget:
        """Return the canvas with something beside it that is hidden for now, over what stands in for nothing."""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._work)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        side.hide()
        self.stack.addWidget(split)
        self.stack.addWidget(empty)
        return self.stack

    def _select(self, *_args: object) -> None:
        """Follow the selection, at once where the pane is in sight."""
        raise NotImplementedError

    @override
    def enter(self) -> None:
        if self._stale:
            self._select()
        self._take_focus = self.stack.currentIndex() != 0  # the list may not be read yet
        self._work.setFocus()

    @override
    def leave(self) -> None:
        self._take_focus = False

    def _show_canvas(self, *, shown: bool) -> None:
        """Show the canvas, or what stands in for it; one that was waited for takes the focus."""
        self.stack.setCurrentIndex(0 if shown else 1)
        if shown and self._take_focus:
            self._take_focus = False
            self._work.setFocus()

    @property
    def _reading(self) -> bool:
        """Whether a read is under way; one that ended in a bug is not, so that the next refresh reads again."""
        return self._job is not None and self._job.running

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little height the canvas needs it more than the keys.
        self.hint.setVisible(self.height() >= current_look().px("column"))

    @override
    def retranslate(self) -> None:
        self._select()
