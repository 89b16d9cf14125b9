"""What the painted panes have in common: a canvas, something beside it, hints below, and reads that are late."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.qt.frame.base import Live, Words, say
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Job
from workbench.qt.records.pane import Pane
from workbench.qt.records.selection import Selection
from workbench.qt.session import Session

_BESIDE_LIST = 150
"""Percent of enlargement up to which the list and a picture have room beside each other on a small screen."""


class KeysHint(Live, QWidget):
    """The keys of a canvas: all of them, or one line of them where the canvas needs the height."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._whole, self._line = PlainLabel(words, role="second", wrap=True), ElidedLabel(second=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)
        column.addWidget(self._line)
        self.show_whole(whole=True)
        self.retranslate()

    def show_whole(self, *, whole: bool) -> None:
        """Show all keys, or one line of them."""
        self._whole.setVisible(whole)
        self._line.setVisible(not whole)

    @override
    def retranslate(self) -> None:
        self._line.set_text(say(self._words))


class PaintedPane(Pane):
    """A pane that paints what the worker has read; a subclass makes the canvas, and tells when it is stale."""

    def __init__(self, session: Session, selection: Selection, canvas: QWidget, hint: Words) -> None:
        super().__init__(session, selection)
        self._take_focus = False
        self._stale = True
        self._job: Job | None = None
        self._work = canvas
        self.hint = KeysHint(hint)
        self.stack = QStackedWidget()

    @property
    def alone(self) -> bool:  # type: ignore[override]
        """Whether the list is folded away: enlarged, there is no room for a picture beside it."""
        return current_look().scale > _BESIDE_LIST

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
        self.hint.show_whole(whole=self.height() >= current_look().px("column"))

    @override
    def retranslate(self) -> None:
        self._select()
