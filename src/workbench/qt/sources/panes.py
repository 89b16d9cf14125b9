"""The three panes of the screen of sources, and how they share its width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.frame.stack import Stack
from workbench.qt.look.style import current_look
from workbench.qt.settings import Settings


class Panes(QSplitter):
    """The list, the work and the side panel.

    `above` stands over the work, which is one of `middle`; the side panel shows one of `side`.
    """

    def __init__(
        self,
        settings: Settings,
        lists: QWidget,
        *,
        above: tuple[QWidget, ...],
        middle: tuple[QWidget, ...],
        side: tuple[QWidget, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._shared_out = False
        self.list_panel = Panel("sources.list", lambda: _("Sources"), lists, settings, parent=self)
        work = QWidget(self)
        work.setProperty("place", "paper")
        column = QVBoxLayout(work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in above:
            column.addWidget(part)
        self.middle, self.side = Stack(work), Stack()
        column.addWidget(self.middle, 1)
        for page in middle:
            self.middle.addWidget(page)
        self.side_panel = Panel(
            "sources.inspector", lambda: _("Passage"), self.side, settings, side=Side.RIGHT, parent=self
        )
        for page in side:
            self.side.addWidget(page)
        for place, part in enumerate((self.list_panel, work, self.side_panel)):
            self.setStretchFactor(place, int(part is work))
            self.setCollapsible(place, False)  # noqa: FBT003 - Qt's signature
        self.splitterMoved.connect(lambda *_moved: self._keep())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Share the width out the first time, as it was left or so that the text has most of it."""
        super().showEvent(event)
        if self._shared_out:
            return
        self._shared_out = True
        state = self._settings.split("sources")
        if not (state and self.restoreState(state)):
            side = current_look().px("side")
            lists, facts = (min(side, round(self.width() * share)) for share in (0.22, 0.24))
            self.setSizes([lists, max(1, self.width() - lists - facts), facts])

    def _keep(self) -> None:
        self._settings.set_split("sources", bytes(self.saveState().data()))
