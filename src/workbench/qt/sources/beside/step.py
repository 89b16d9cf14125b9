"""Keeping two readers in step: the paragraph at the caret or at the top decides, both ways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.languages.alignment import Path, proportional
from workbench.qt.look.style import current_look
from workbench.qt.reader.reader import Reader

_TINT = 0.07
"""How much of the accent lies over the paragraph that belongs to the caret's: letters stay above 10 : 1."""


class Beacon(QWidget):
    """Lies over a reader's text and shows one paragraph as the one that belongs to the other reader's caret.

    It asks the reader where the paragraph is each time it is painted, which is whenever the text is.
    """

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self.span: Span | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_span(self, span: Span | None) -> None:
        """Show another range of code points, or none."""
        self.span = span
        self.setGeometry(self._reader.viewport().rect())
        self.setVisible(span is not None)
        self.update()

    def boxes(self) -> list[QRectF]:
        """Return where the paragraph is on the screen, piece by piece."""
        span, reader = self.span, self._reader
        if span is None:
            return []
        left = reader.column_left
        return [
            QRectF(left, y + laid.top, laid.inset + laid.width, laid.lines * laid.face.line)
            for laid, y in reader.visible()
            if laid.start < span.end and span.start <= laid.end and (laid.end > span.start or laid.start == laid.end)
        ]

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        accent, tint = QColor(look.palette.accent), QColor(look.palette.accent)
        tint.setAlphaF(_TINT)
        gap, bar = look.px("gap"), look.px("ring")
        for box in self.boxes():
            area = box.adjusted(-gap / 2, 0, gap, 0)
            painter.fillRect(area, tint)
            # Right of the text: the lanes of passages have the left. A bar tells it without colour.
            painter.fillRect(QRectF(area.right(), area.top(), bar, area.height()), accent)


class InStep(QObject):
    """Has the one reader follow the other: whichever was scrolled or moved in last leads.

    While a reader follows, what it tells of its scrolling is not listened to, so that nothing comes back.
    """

    def __init__(self, left: Reader, right: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._left, self._right = left, right
        self._path: Path | None = None
        self._leader = left
        self._following = False
        self._on = True
        self._carets = {left: -1, right: -1}
        self.beacons = {left: Beacon(left), right: Beacon(right)}
        # Both readers are laid out anew in turn; the one that leads is listened to when that is over.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._settle)
        for reader in (left, right):
            reader.verticalScrollBar().valueChanged.connect(lambda _value, reader=reader: self._scrolled(reader))
            reader.caretMoved.connect(lambda caret, reader=reader: self._caret_moved(reader, caret))
            reader.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether scrolling is kept in step; the paragraph is shown in any case."""
        return self._on

    def set_on(self, *, on: bool) -> None:
        """Keep the scrolling in step, or leave each reader where it is."""
        self._on = on
        if on:
            self.follow(self._leader)

    @property
    def path(self) -> Path | None:
        """The way between the two texts; None while nothing stands beside."""
        return self._path

    def set_path(self, path: Path | None) -> None:
        """Go by another way between the texts, or by none: then the readers are on their own."""
        self._path = path
        if path is None:
            self._leader = self._left
            for beacon in self.beacons.values():
                beacon.show_span(None)
            return
        self.follow(self._leader)
        self._show_counterpart(self._leader)

    def set_proportional(self) -> None:
        """Go by nothing but the lengths, until the texts are aligned."""
        self.set_path(proportional(len(self._left.text), len(self._right.text)))

    def lead(self, reader: Reader) -> None:
        """Have one of the readers decide from here on."""
        self._leader = reader

    # --- following ---

    def _scrolled(self, reader: Reader) -> None:
        if self._path is not None and not self._following and not self._rest.isActive():
            self._leader = reader
            self.follow(reader)

    def _caret_moved(self, reader: Reader, caret: int) -> None:
        # A reader tells of its caret also where only the passages under it changed.
        if self._carets[reader] == caret:
            return
        self._carets[reader] = caret
        if self._path is not None and not self._following:
            self._leader = reader
            self._show_counterpart(reader)
            if not self._rest.isActive():
                self.follow(reader, to_caret=True)

    def follow(self, leader: Reader, *, to_caret: bool = False) -> None:
        """Bring the other reader to what stands at the height that decides: the caret's own with `to_caret`."""
        path, other = self._path, self._other(leader)
        if path is None or not self._on or not other.isVisible():
            return
        y, end = (_caret_height(leader), 0.0) if to_caret else _reference(leader)
        position = path.across(_place_at(leader, y), back=leader is self._right)
        lower = other.viewport().height() - leader.viewport().height()
        self._following = True
        _bring(other, position, round(y + end * lower))
        self._following = False

    def _other(self, reader: Reader) -> Reader:
        return self._right if reader is self._left else self._left

    def _show_counterpart(self, reader: Reader) -> None:
        if self._path is None:
            return
        found = self._path.counterpart(reader.caret(), back=reader is self._right)
        self.beacons[reader].show_span(None)
        self.beacons[self._other(reader)].show_span(Span(*found) if found is not None else None)

    def _settle(self) -> None:
        for beacon in self.beacons.values():
            beacon.show_span(beacon.span)
        self.follow(self._leader)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._path is not None:
            if event.type() == QEvent.Type.Resize:
                self._rest.start()
            elif event.type() == QEvent.Type.FocusIn and isinstance(watched, Reader):
                self._show_counterpart(watched)
        return False


def _reference(reader: Reader) -> tuple[float, float]:
    """Return the height that decides, and how far it is drawn to the text's end, 0 to 1.

    It is the caret's height, or the nearer edge; towards the text's ends it is drawn to the edge
    there, so that both ends are reached together. It moves without a jump: the other reader glides.
    """
    height, caret = reader.viewport().height(), _caret_height(reader)
    bar = reader.verticalScrollBar()
    zone = min(height, bar.maximum() // 2)
    if zone <= 0:
        return 0.0, 0.0
    begun = min(1.0, bar.value() / zone)
    end = max(0.0, 1 - (bar.maximum() - bar.value()) / zone)
    return max(caret * begun, height * end), end


def _caret_height(reader: Reader) -> int:
    """Return the caret's height in the viewport, clamped to its edges."""
    height, rect = reader.viewport().height(), reader.caret_rect(reader.caret())
    if rect is not None:
        return min(max(0, rect.center().y()), height)
    return 0 if reader.caret() < reader.visible_range()[0] else height


def _place_at(reader: Reader, y: float) -> float:
    """Return the code point at a height of the viewport, with its share of the way to the next one."""
    seen = reader.visible()
    laid, top = next((item for item in seen if y < item.y + item.laid.height), seen[-1])
    share = min(max(0.0, (y - top) / laid.height), 1.0)
    return laid.start + share * (laid.end + 1 - laid.start)


def _bring(reader: Reader, position: float, y: int) -> None:
    """Scroll so that a place as `_place_at` gives it stands at a height, within the text's ends."""
    laid = reader.laid_at(int(min(position, len(reader.text))))
    share = min(max(0.0, (position - laid.start) / (laid.end + 1 - laid.start)), 1.0)
    reader.scroll_to(laid.start, y - round(share * laid.height) + laid.line_top(laid.line_of(laid.start)))
