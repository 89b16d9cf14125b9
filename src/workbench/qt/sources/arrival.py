"""Right after a link was followed, Alt+Left goes back, as in every browser; it moves no edge."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from workbench.i18n import _

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_HELD_ONLY = frozenset({Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Meta})


class Arrival(QObject):
    """Takes Alt+Left and Alt+Right for Back and Forward until the person has done something else in the text.

    The passage that a link leads to is the current one without having been chosen here, so that these
    keys, which move its end, would cut evidence of somebody who only wants to go back.
    """

    def __init__(self, view: SourcesView, say: Callable[[str], object]) -> None:
        super().__init__(view)
        self._view, self._say = view, say
        self._fresh = False
        view.installEventFilter(self)  # keys come here from every part of the view that leaves them alone
        view.reader.viewport().installEventFilter(self)

    def begin(self) -> None:
        """Know that a link was followed."""
        self._fresh = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not self._fresh:
            return False
        if event.type() == QEvent.Type.MouseButtonPress:
            self._fresh = False
        elif isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        steps = _STEPS.get(Qt.Key(event.key())) if event.key() in _STEPS else None
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if steps is None or held != Qt.KeyboardModifier.AltModifier:
            self._fresh = event.key() in _HELD_ONLY
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._step(steps)
        return True

    def _step(self, steps: int) -> None:
        before = self._view.place()
        self._view.session.stepped.emit(steps)
        if self._view.isVisible() and self._view.place() == before:
            self._say(_("A link led here: Alt+Left goes back. Press another arrow first to move edges with Alt."))
