"""Two records side by side, row by row, with a sign between what is the same and what differs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, ngettext
from workbench.qt.frame.base import Live, hair_line, variant
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.records.sameness.rows import Cell, CompareRow, Likeness, Part

_LABEL, _ONE, _SIGN, _OTHER = range(4)


class Comparison(Live, QScrollArea):
    """The rows of two records; the arrow keys scroll it where it has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inside = QWidget()
        self._inside.setProperty("place", "paper")
        self._column = QVBoxLayout(self._inside)
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._column.addWidget(self._grid_holder)
        self._column.addStretch(1)
        self.setWidget(self._inside)
        self._shown: tuple[str, str, tuple[Part, ...]] | None = None
        self._titles: list[PlainLabel] = []
        self.retranslate()
        self.restyle()

    def set_head(self, head: QWidget) -> None:
        """Put something above the rows, which scrolls with them: there may be room for little else."""
        self._column.insertWidget(0, head)

    def show_parts(self, kept: str, merged: str, parts: list[Part]) -> None:
        """Show the rows of two records under their names; the kept one is on the left."""
        shown = kept, merged, tuple(parts)
        if shown == self._shown:
            return
        self._shown = shown
        old = self._grid_holder
        self._grid_holder = QWidget()
        self._grid = QGridLayout(self._grid_holder)
        self._titles = []
        self._fill(kept, merged, parts)
        self._column.replaceWidget(old, self._grid_holder)
        old.hide()
        old.deleteLater()
        self.verticalScrollBar().setValue(0)
        self.restyle()

    def _fill(self, kept: str, merged: str, parts: list[Part]) -> None:
        for column, words, name in ((_ONE, _("Kept"), kept), (_OTHER, _("Merged into it"), merged)):
            self._put(0, column, PlainLabel(words, role="small", wrap=True))
            title = PlainLabel(name, role="title", wrap=True)
            self._titles.append(title)
            self._put(1, column, title)
        at = 2
        for part in parts:
            self._grid.addWidget(hair_line(), at, 0, 1, 4)
            self._put(at + 1, _LABEL, PlainLabel(part.title, role="lead", wrap=True))
            at += 2
            for row in part.rows:
                self._row(at, row)
                at += 1
            if part.more:
                words = ngettext("{n} more is not shown", "{n} more are not shown", part.more).format(n=part.more)
                self._put(at, _ONE, PlainLabel(words, role="second"))
                at += 1
        self._grid.setColumnStretch(_LABEL, 2)
        self._grid.setColumnStretch(_ONE, 5)
        self._grid.setColumnStretch(_OTHER, 5)

    def _row(self, at: int, row: CompareRow) -> None:
        if row.label:
            self._put(at, _LABEL, PlainLabel(row.label, role="second", wrap=True))
        sign = PlainLabel(row.likeness.value, role="strong" if row.likeness is Likeness.DIFFERS else "second")
        sign.setAccessibleName(_sign_words(row.likeness))
        sign.setToolTip(_sign_words(row.likeness))
        self._put(at, _SIGN, sign)
        for column, cell in ((_ONE, row.one), (_OTHER, row.other)):
            self._put(at, column, _cell(cell, strong=row.likeness is Likeness.DIFFERS))

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        self._grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("The two records side by side"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_titles()

    def _fit_titles(self) -> None:
        """Write the names no larger than what stands under them where words alone would be wider than there is room."""
        narrow = self.width() < 2 * current_look().px("side")
        for title in self._titles:
            variant(title, role="lead" if narrow else "title")

    @override
    def restyle(self) -> None:
        look = current_look()
        self._fit_titles()
        room = look.px("room")
        self._column.setContentsMargins(0, look.px("gap"), room, room)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.px("wide"))
        self._grid.setVerticalSpacing(look.px("gap"))
        self._grid.setColumnMinimumWidth(_SIGN, look.px("icon"))


def _sign_words(likeness: Likeness) -> str:
    return {Likeness.SAME: _("the same"), Likeness.DIFFERS: _("differs")}.get(likeness, "")


def _cell(cell: Cell, *, strong: bool) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    text = PlainLabel(cell.text, role="strong" if strong else "", wrap=True)
    column.addWidget(text)
    if cell.passage:
        column.addWidget(PlainLabel(cell.passage, role="second", wrap=True))
    for label in box.findChildren(PlainLabel):
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return box
