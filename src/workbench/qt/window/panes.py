"""F6: going round the parts of the window with the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


def parts_of(view: QWidget | None) -> list[QWidget]:
    """Return a view's panes from left to right: those of its splitters, or the view itself."""
    if view is None:
        return []
    splitter = view.findChild(QSplitter)
    if splitter is None:
        return [view]
    panes = (splitter.widget(at) for at in range(splitter.count()))
    return [part for pane in panes if pane is not None for part in _parted(pane)]


def _parted(pane: QWidget) -> list[QWidget]:
    """Return what stands side by side inside a pane, or the pane itself."""
    inner = pane.findChild(QSplitter)
    parts = [inner.widget(at) for at in range(inner.count())] if inner is not None else []
    shown = [part for part in parts if part is not None and part.isVisible()]
    return shown if len(shown) > 1 else [pane]


def focus_target(pane: QWidget) -> QWidget | None:
    """Return what takes the focus in a pane: where it was last, else its own choice, else the first stop of Tab."""
    for wanted in (pane.focusWidget(), pane.focusProxy()):
        if wanted is not None and wanted.isVisible() and wanted.isEnabled():
            return wanted
    for widget in (pane, *pane.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes and widget.isEnabled() and widget.isVisible():
            return widget
    return None


def go_to_next(panes: Sequence[QWidget]) -> QWidget | None:
    """Give the focus to the pane after the one that has it; return what took it."""
    shown = [pane for pane in panes if pane.isVisible() and pane.width() > 0]
    focus = QApplication.focusWidget()
    here = next((at for at, p in enumerate(shown) if focus is not None and (p is focus or p.isAncestorOf(focus))), -1)
    for step in range(1, len(shown) + 1):
        target = focus_target(shown[(here + step) % len(shown)])
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            return target
    return None
