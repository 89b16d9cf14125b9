"""Pages one under the other, as they will be on paper; only those in view are painted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Live
from workbench.qt.look.style import current_look
from workbench.qt.printing.pages import Pages

_WIDEST = 1.4
"""The largest scale of a page: pixels of the screen to a point."""


class Preview(Live, QAbstractScrollArea):
    """Shows pages; arrows and Page Up and Down go through them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: Pages | None = None
        self.setProperty("place", "panel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._tell())
        self.retranslate()

    def show_pages(self, pages: Pages | None) -> None:
        """Show other pages, at the same share of the whole as before."""
        bar = self.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._pages = pages
        self._measure()
        bar.setValue(round(share * bar.maximum()))
        self._tell()
        self.viewport().update()

    def page(self) -> int:
        """Return which page is in the middle of the view, from 0."""
        if self._pages is None:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        return max(0, min(self._pages.count - 1, int(middle / self._pitch())))

    def _scale(self) -> float:
        """Return pixels of the screen for a unit of the page."""
        if self._pages is None:
            return 1.0
        look = current_look()
        room = self.viewport().width() - 2 * look.px("room")
        widest = _WIDEST * self._pages.paper.page_size.sizePoints().width() * look.scale / 100
        return float(max(1.0, min(room, widest)) / self._pages.paper.units.width())

    def _pitch(self) -> float:
        """Return how far apart pages begin, in pixels of the screen."""
        height = self._pages.paper.units.height() if self._pages is not None else 0.0
        return height * self._scale() + current_look().px("room")

    def _measure(self) -> None:
        whole = self._pitch() * self._pages.count + current_look().px("room") if self._pages is not None else 0.0
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, int(whole) - height))
        bar.setPageStep(height)
        bar.setSingleStep(current_look().px("vast"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._pages is None:
            return
        look, scale, pitch = current_look(), self._scale(), self._pitch()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room, size = look.px("room"), self._pages.paper.units * scale
        left, shift = (self.viewport().width() - size.width()) / 2, self.verticalScrollBar().value()
        first = max(0, int((event.rect().top() + shift - room) / pitch))
        last = min(self._pages.count - 1, int((event.rect().bottom() + shift) / pitch))
        for number in range(first, last + 1):
            sheet = QRectF(left, room + number * pitch - shift, size.width(), size.height())
            painter.fillRect(sheet, QColor(Qt.GlobalColor.white))
            painter.setPen(look.colour("line"))
            painter.drawRect(sheet)
            painter.save()
            painter.translate(sheet.topLeft())
            painter.scale(scale, scale)
            self._pages.paint(painter, number)
            painter.restore()
        if self.hasFocus():
            ring = look.px("ring")
            painter.setPen(QPen(look.colour("focus"), ring))
            painter.drawRect(QRectF(self.viewport().rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2))
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _tell(self) -> None:
        number = active().number
        count = self._pages.count if self._pages is not None else 0
        words = _("Page {n} of {all}").format(n=number(self.page() + 1), all=number(count)) if count else ""
        self.setAccessibleDescription(words)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Preview"))
        self._tell()

    @override
    def restyle(self) -> None:
        self._measure()
        self.viewport().update()
