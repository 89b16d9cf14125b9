"""The signs of a quote that its translations must have as well, each with what it stands for."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget
from typing_extensions import override

from workbench.domain.kinds import MarkKind
from workbench.domain.marks import MARK_MEANINGS, MARK_WORDS, Mark
from workbench.i18n import _
from workbench.qt.frame.base import Button, Live, tip
from workbench.qt.frame.flow import Flow
from workbench.qt.look.style import current_look

_SHOWN = 24
"""Code points of a sign's own words on its button; the whole is in the tooltip."""

_OF_QUOTES = tuple(kind for kind in MarkKind if kind is not MarkKind.ADDED)


class MarkChips(Live, QWidget):
    """A small button for each sign; it offers to say that the sign stands for something else."""

    retyped = Signal(object, object)
    """The sign's range (`Span`) and the `MarkKind` that it is."""

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.missing: tuple[Mark, ...] = ()
        self._read_only = False
        self.chips: list[Button] = []
        self._row = Flow(self)
        self.hide()

    def show_marks(self, marks: tuple[Mark, ...], missing: tuple[Mark, ...], *, read_only: bool = False) -> None:
        """Show signs in their order; those `missing` from the translation at hand are pointed out."""
        shown = (self.marks, self.missing, self._read_only)
        self.marks, self.missing, self._read_only = marks, missing, read_only
        if shown != (marks, missing, read_only):
            self._fill()

    def _fill(self) -> None:
        focused = next((place for place, chip in enumerate(self.chips) if chip.hasFocus()), None)
        while len(self.chips) > len(self.marks):
            chip = self.chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(self.marks):
            chip = Button("", partial(self._ask, len(self.chips)), kind="quiet")
            self._row.addWidget(chip)
            self.chips.append(chip)
        for chip, mark in zip(self.chips, self.marks, strict=True):
            self._show(chip, mark)
        if focused is not None and focused < len(self.chips):
            self.chips[focused].setFocus()
        self.setVisible(bool(self.marks))

    def _show(self, chip: Button, mark: Mark) -> None:
        lacks = mark in self.missing
        words = mark.words if len(mark.words) <= _SHOWN else f"{mark.words[:_SHOWN].rstrip()}…"
        kind = _(MARK_WORDS[mark.kind])
        chip.set_words(f"{words}  {kind}".replace("&", "&&"))
        about = _(MARK_MEANINGS[mark.kind])
        if lacks:
            about = " ".join((about, _("Missing in the translation.")))
        chip.setToolTip(tip(f"{mark.words}\n{about}"))
        chip.setAccessibleName(f"{kind}: {mark.words}")
        chip.setAccessibleDescription(about)
        look = current_look()
        side = look.px("wide")
        chip.setIconSize(QSize(side, side))
        chip.setIcon(look.icon("triangle-alert", "warning") if lacks else QIcon())

    def _ask(self, place: int) -> None:
        """Offer what the sign may stand for."""
        mark, chip = self.marks[place], self.chips[place]
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in _OF_QUOTES:
            action = menu.addAction(
                _("{sign}: {meaning}").format(sign=_(MARK_WORDS[kind]), meaning=_(MARK_MEANINGS[kind]))
            )
            action.setCheckable(True)
            action.setChecked(kind is mark.kind)
            action.setEnabled(not self._read_only)
            action.triggered.connect(partial(self.retyped.emit, mark.span, kind))
        menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Signs that the translation must have"))
        for chip, mark in zip(self.chips, self.marks, strict=True):
            self._show(chip, mark)

    @override
    def restyle(self) -> None:
        self.retranslate()
