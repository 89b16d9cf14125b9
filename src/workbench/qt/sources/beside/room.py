"""Room for a second text: side panels fold away for it, and come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter
from typing_extensions import override

from workbench.qt.frame.panel import Panel
from workbench.qt.look.style import current_look

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_COLUMN = "column"
"""How wide each of two texts wants to be, a name in `tokens.LENGTHS`."""


class Halves(QSplitter):
    """Gives both texts as much, until the person moves the line between them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._moved = False
        self.splitterMoved.connect(self._keep)

    def _keep(self) -> None:
        self._moved = True

    def halve(self) -> None:
        """Share the width out, unless the person has."""
        if not self._moved:
            half = max(1, self.width() // 2)
            self.setSizes([half, half])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.halve()


class Room:
    """Folds what the texts need, and unfolds as much; what the person had folded stays so."""

    def __init__(self, view: SourcesView) -> None:
        self._view = view
        self._folded: list[Panel] = []
        self._widths: list[int] = []

    def make(self, room: int) -> None:
        """Fold side panels away, the inspector first, where two texts have no room in so many pixels."""
        look, panes = current_look(), self._view.list_panel.parentWidget()
        if not isinstance(panes, QSplitter):
            return
        self._widths = panes.sizes()
        strip = look.px("target") + look.px("gap")
        for panel in (self._view.side_panel, self._view.list_panel):
            if room < 2 * look.px(_COLUMN) and panel.isVisible() and not panel.folded:
                room += panel.width() - strip
                panel.set_folded(folded=True, remember=False)
                self._folded.append(panel)
        if self._folded:
            # Qt leaves a place as wide as it was, whatever stands in it. The work gets all that is over.
            parts = [panes.widget(at) for at in range(panes.count())]
            widths = [strip if part in self._folded else width for part, width in zip(parts, self._widths, strict=True)]
            over = sum(self._widths) - sum(widths)
            panes.setSizes([w if isinstance(part, Panel) else w + over for part, w in zip(parts, widths, strict=True)])

    def give_back(self) -> None:
        """Unfold what was folded for the second text."""
        panes = self._view.list_panel.parentWidget()
        for panel in self._folded:
            panel.set_folded(folded=False, remember=False)
        if self._folded and isinstance(panes, QSplitter):
            panes.setSizes(self._widths)
        self._folded.clear()
