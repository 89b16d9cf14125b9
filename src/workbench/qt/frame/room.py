"""Room for something more beside the work: side panels give way to it, and come back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.qt.frame.panel import Panel, Side
from workbench.qt.look.style import current_look

_COLUMN = "column"
"""How wide a text wants to be that is read, a name in `tokens.LENGTHS`."""


class Room(QObject):
    """Folds a view's side panels for as long as somebody wants their width; nobody's setting is changed by it.

    Several may want it at once: what the greediest wants counts, and a panel comes back when it
    is in nobody's way any more. What the person had folded stays so.
    """

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._wanted: dict[str, int] = {}
        self._sharing = self._again = False
        view.installEventFilter(self)
        current_look().changed.connect(self._share)

    def make(self, who: str, columns: int = 1) -> None:
        """Leave the work so many columns of text, the inspector folded first; `who` gives it back."""
        if self._wanted.get(who) != columns:  # else the person may have opened what was folded
            self._wanted[who] = columns
            self._share()

    def give_back(self, who: str) -> None:
        """Unfold what was folded for somebody."""
        if self._wanted.pop(who, 0):
            self._share(back=True)

    def _panels(self) -> list[Panel]:
        """Return the panels that are there and that the person has open, the inspector first."""
        found = [panel for panel in self._view.findChildren(Panel) if not panel.isHidden() and not panel.kept_folded]
        return sorted(found, key=lambda panel: panel.side is not Side.RIGHT)

    def _share(self, *, back: bool = False) -> None:
        """Fold and unfold; whoever follows the folds may ask for another share meanwhile."""
        if not (self._wanted or back):
            return
        if self._sharing:
            self._again = True
            return
        self._sharing = True
        self._share_out()
        self._sharing = False
        if self._again:
            self._again = False
            self._share(back=True)

    def _share_out(self) -> None:
        panels = self._panels()
        look = current_look()
        strip = look.px("target") + look.px("gap")
        wanted = max(self._wanted.values(), default=0) * look.px(_COLUMN)
        open_widths = {panel: panel.open_width for panel in panels}
        # The panes are as wide as the view, but follow it later than its own event.
        room = self._view.width() - sum(open_widths.values())
        for panel in panels:
            fold = wanted > 0 and room < wanted
            if fold:
                room += open_widths[panel] - strip
            if fold != panel.folded:
                panel.set_folded(folded=fold, remember=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the width out again where it has changed while somebody wants some of it."""
        if event.type() == QEvent.Type.Resize:
            self._share()
        return False
