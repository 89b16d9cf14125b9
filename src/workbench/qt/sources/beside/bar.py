"""The line under the second source: how it is tied to the first, and what can be done with the two."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, IconButton, Live, hair_line, tip
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.store.queries.pairs import Paired


class BesideBar(Live, QFrame):
    """Tells and asks; what its verbs do is done by who holds it."""

    take_asked = Signal()
    translation_asked = Signal()
    original_asked = Signal()
    untie_asked = Signal()
    step_asked = Signal()
    other_asked = Signal()
    swap_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "paper")
        self._pair: Paired | None = None
        self._read_only = False
        self._language = ""
        self.tied = PlainLabel(role="second")
        self.untie = IconButton("unlink", lambda: _("Remove this tie"), self.untie_asked.emit)
        self.is_translation = Button(
            lambda: _("Is its published translation"), self.translation_asked.emit, kind="quiet"
        )
        self.is_original = Button(lambda: _("Is its original"), self.original_asked.emit, kind="quiet")
        self.take = Button(lambda: _("Take as translation"), self.take_asked.emit, icon="languages")
        self.step = IconButton(
            "arrow-down-up", lambda: _("Scroll in step"), self.step_asked.emit, keys=lambda: "Ctrl+Shift+J"
        )
        self.step.setCheckable(True)
        self.step.setChecked(True)
        self.swap = IconButton(
            "arrow-left", lambda: _("Open this source"), self.swap_asked.emit, keys=lambda: "Ctrl+Shift+B"
        )
        self.other = IconButton("search", lambda: _("Put another source here"), self.other_asked.emit)
        self.close_ = IconButton(
            "x", lambda: _("Close the second source"), self.close_asked.emit, keys=lambda: "Ctrl+B"
        )
        self._build()
        self.show_pair(None, read_only=False)
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        self._icons, self._icon_row = _group(self.step, self.other, self.swap, self.close_)
        self._tie, self._tie_row = _group(self.tied, self.untie)
        # All in one flow: words of any length have the whole width before they break.
        self._flow = Flow()
        for part in (self._icons, self.take, self._tie, self.is_translation, self.is_original):
            self._flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hair_line())
        self._row = QHBoxLayout()
        self._row.addLayout(self._flow)
        column.addLayout(self._row)

    @property
    def pair(self) -> Paired | None:
        """The tie between the two sources, None where there is none."""
        return self._pair

    def show_pair(self, pair: Paired | None, *, read_only: bool) -> None:
        """Say how the second source is tied to the open one."""
        self._pair, self._read_only = pair, read_only
        self._tie.setVisible(pair is not None)
        self.untie.setVisible(not read_only)
        self._arrange()
        self.take.setVisible(not read_only)
        self.retranslate()

    def _arrange(self) -> None:
        """Leave the rarer verbs to the menu over the text where there is no room."""
        look, width, free = current_look(), self.width(), self._pair is None and not self._read_only
        self.is_original.setVisible(free and width >= look.px("column"))
        self.is_translation.setVisible(free and width >= look.px("side"))
        side = "hall" if width >= look.px("side") else "gap"
        self._row.setContentsMargins(look.px(side), look.px("step"), look.px("gap"), look.px("step"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def show_take(self, *, possible: bool, language: str) -> None:
        """Offer to take the selected words as a translation into a language (BCP 47), or not."""
        self._language = language
        self.take.setEnabled(possible)
        self._tell_language()

    def _tell_language(self) -> None:
        name = active().language_name(self._language) if self._language else ""
        words = _("Writes the selected words as a draft in {language}").format(language=name) if name else ""
        self.take.setAccessibleDescription(words)
        self.take.setToolTip(tip(f"{words} (Ctrl+Shift+T)" if words else ""))

    def _tied_words(self) -> str:
        if self._pair is None:
            return ""
        return _("Original of the open source") if self._pair.original else _("Its published translation")

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Second source"))
        self.tied.setText(self._tied_words())
        self._tell_language()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._arrange()
        for row in (self._icon_row, self._tie_row):
            row.setSpacing(look.px("step"))


def _group(*parts: QWidget) -> tuple[QWidget, QHBoxLayout]:
    """Put parts that are not to be torn apart into one widget."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return group, row
