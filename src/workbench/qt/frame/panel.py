"""A side panel with a title, which folds away to a strip and remembers it."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import IconButton, Live, Words, say
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.settings import Settings

_UNLIMITED = 16_777_215
"""Qt's own largest width (QWIDGETSIZE_MAX)."""


class Side(StrEnum):
    """Which edge of the window a panel stands at."""

    LEFT = "left"
    RIGHT = "right"


class Panel(Live, QFrame):
    """A titled panel around `body`. `key` is its name in the settings.

    With a splitter as its `parent` it is the next part of that.
    """

    folded_changed = Signal(bool)

    def __init__(
        self,
        key: str,
        words: Words,
        body: QWidget,
        settings: Settings,
        *,
        side: Side = Side.LEFT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("Panel")
        self._key, self._words, self._settings, self._side = key, words, settings, side
        self.body = body
        self._title = PlainLabel(words, role="lead")
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fold = IconButton(f"panel-{side.value}", "", self.toggle)
        self._head = QFrame()
        self._head.setObjectName("PanelHead")
        self._head_row = QHBoxLayout(self._head)
        parts: list[QWidget] = [self._title, self._fold]
        for part in parts:
            self._head_row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(body, 1)
        self._filler = QWidget()
        self._column.addWidget(self._filler, 1)
        self._tools: list[QWidget] = []
        self._folded = settings.folded(key)
        self._open_width = 0
        self._show_fold()

    def add_tool(self, tool: QWidget) -> None:
        """Put a button or a field into the panel's head, before the fold button."""
        self._tools.append(tool)
        self._head_row.insertWidget(self._head_row.count() - 1, tool)
        tool.setVisible(not self._folded)

    def set_words(self, words: Words) -> None:
        """Change the title."""
        self._words = words
        self._title.set_words(words)
        self.retranslate()

    @property
    def side(self) -> Side:
        """Which edge of the window the panel stands at."""
        return self._side

    @property
    def folded(self) -> bool:
        """Whether only the strip is shown."""
        return self._folded

    @property
    def kept_folded(self) -> bool:
        """Whether the person wants only the strip, whatever needs room now."""
        return self._settings.folded(self._key)

    @property
    def open_width(self) -> int:
        """How wide the panel is where it is open, or was before it was folded."""
        return (self._open_width or current_look().px("side")) if self._folded else self.width()

    def set_folded(self, *, folded: bool, remember: bool = True) -> None:
        """Fold the panel away or open it, and remember it; or only for as long as something needs its room."""
        if folded == self._folded:
            return
        focus = self.focusWidget()  # what had it last in here: it need not have it now
        had_focus = focus is not None and focus.hasFocus() and self.body.isAncestorOf(focus)
        width = self._strip() if folded else self.open_width
        self._open_width = self.open_width
        self._folded = folded
        if remember:
            self._settings.set_folded(self._key, folded=folded)
        self._show_fold()
        self._take(width)
        if folded and had_focus:
            self._fold.setFocus()
        self.folded_changed.emit(folded)

    def _take(self, width: int) -> None:
        """Take so much of the row, and leave the work all that is over: Qt leaves a place as wide as it was."""
        panes = self.parentWidget()
        if not isinstance(panes, QSplitter):
            return
        sizes, at = panes.sizes(), panes.indexOf(self)
        over, sizes[at] = sizes[at] - width, width
        work = next((n for n in range(panes.count()) if not isinstance(panes.widget(n), Panel)), at)
        sizes[work] = max(1, sizes[work] + over)
        panes.setSizes(sizes)

    @staticmethod
    def _strip() -> int:
        """Return how wide a folded panel is."""
        return current_look().px("target") + current_look().px("gap")

    def toggle(self) -> None:
        """Fold the panel away where it is open, and the other way round."""
        self.set_folded(folded=not self._folded)

    def _show_fold(self) -> None:
        for part in (self._title, self.body, *self._tools):
            part.setVisible(not self._folded)
        self._filler.setVisible(self._folded)
        self.restyle()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title = say(self._words)
        self.setAccessibleName(title)
        text = _("Open “{panel}”") if self._folded else _("Fold “{panel}” away")
        self._fold.set_icon(f"panel-{self._side.value}", text.format(panel=title))

    @override
    def restyle(self) -> None:
        look = current_look()
        strip = self._strip()
        left = 0 if self._folded else look.px("wide")
        margin = look.px("step")
        self._head_row.setContentsMargins(max(left, margin), margin, margin, margin)
        self._head_row.setSpacing(look.px("step"))
        self.setMinimumWidth(strip if self._folded else look.px("side_least"))
        self.setMaximumWidth(strip if self._folded else _UNLIMITED)
