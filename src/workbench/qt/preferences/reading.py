"""How the page that is read is set, with a page to see it on."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.structure import BlockKind, join_blocks
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import READING_STEPS, SCALE_LEAST, SCALE_MOST, SCALE_STEP
from workbench.qt.preferences.slider import StepSlider
from workbench.qt.reader.reader_look import look_of
from workbench.qt.reader.view import TextView
from workbench.qt.settings import Settings

_LINES = 6
"""Interface targets that the page to be seen is high."""

_HALF = 0.5
"""The page is seen at half size: the widest column would not fit beside the lists either."""


def percent(value: int) -> str:
    """Write a share as the language of the interface does."""
    return _("{n} %").format(n=active().number(value))


def _characters(value: int) -> str:
    return ngettext("{n} character", "{n} characters", value).format(n=active().number(value))


class Specimen(Live, TextView):
    """A few lines set as every source will be, at half size; only to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        current_look().changed.connect(self._relook)
        self.set_zoom(_HALF)
        self.retranslate()
        self._relook()

    def _relook(self) -> None:
        self.set_look(look_of(current_look()))
        self.setFixedHeight(_LINES * current_look().px("target"))

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("How a source looks, at half size"))
        words = _(
            "An archive keeps what was said. Whoever reads it for a whole day wants lines that are not "
            "too long, letters that are not too small, and room between the lines."
        )
        again = _("What is chosen here holds for every source, and the place where one reads stays.")
        self._set_model(join_blocks([(BlockKind.PARAGRAPH, 0, each) for each in (words, again) * 3]))

    @override
    def paint_page(self, painter: QPainter, clip: QRect) -> None:
        super().paint_page(painter, clip)
        painter.setPen(QColor(self.look().ink))
        for laid, y in self.visible():
            laid.layout.draw(painter, QPointF(self.column_left, y))
        painter.setPen(QColor(self.look().line))
        painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))


class ReadingSettings(Live, QWidget):
    """The figures of the page that is read; each holds at once."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.size_ = StepSlider(
            range(SCALE_LEAST, SCALE_MOST + 1, SCALE_STEP), settings.reading_scale, percent, self._set_scale, late=True
        )
        self.measure = StepSlider(
            READING_STEPS["measure"], settings.reading_measure, _characters, lambda value: self._set("measure", value)
        )
        self.leading = StepSlider(
            READING_STEPS["leading"], settings.reading_leading, percent, lambda value: self._set("leading", value)
        )
        self.gap = StepSlider(
            READING_STEPS["gap"], settings.reading_gap, percent, lambda value: self._set("gap", value)
        )
        self.specimen = Specimen()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in (
            FormRow(lambda: _("Size of the reading type"), self.size_),
            FormRow(lambda: _("Width of the column"), self.measure),
            FormRow(lambda: _("Line height"), self.leading),
            FormRow(lambda: _("Space between paragraphs"), self.gap),
            self.specimen,
        ):
            self._column.addWidget(row)
        settings.changed.connect(self._follow)
        self.restyle()

    def _set_scale(self, value: int) -> None:
        self._settings.reading_scale = value

    def _set(self, name: str, value: int) -> None:
        setattr(self._settings, f"reading_{name}", value)

    def _follow(self, key: str) -> None:
        if key.startswith("interface/reading_"):
            settings = self._settings
            self.size_.show_value(settings.reading_scale)
            self.measure.show_value(settings.reading_measure)
            self.leading.show_value(settings.reading_leading)
            self.gap.show_value(settings.reading_gap)

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("wide"))
