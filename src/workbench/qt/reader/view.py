"""A scroll area over a text of any length: only what is visible is laid out.

The truth about where the view stands is an anchor: a segment and how far its top lies above
the viewport's. Heights of segments not seen yet are estimates; when one turns out otherwise,
the scroll bar's figures change and the anchor does not, so the text never jumps.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from workbench.domain.anchors import Span
from workbench.domain.structure import StructuredText
from workbench.qt.reader.heights import HeightTable
from workbench.qt.reader.layout import LaidSegment, LayoutCache, Typography, estimated_heights
from workbench.qt.reader.reader_look import ReaderLook, light_look
from workbench.qt.reader.text_model import TextModel

MARGIN = 80
"""Pixels left of the column, where the lanes stand."""

GUTTER = 24
"""Pixels right of the column, at least."""

_ABOVE, _BELOW = 32, 96
_SAMPLE_LENGTH = 600
ZOOM_RANGE = (0.5, 4.0)
_NEAR = 4
"""Viewport heights that a scroll is followed line by line; farther is a jump."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader stands, in terms that outlive fonts and widths: `position` is the code point
    at the viewport's top, `shift` how far its line is above it, in lines."""

    position: int
    shift: float
    caret: int
    selection: Span | None


class Seen(NamedTuple):
    """A segment on the screen and the viewport's y of its top."""

    laid: LaidSegment
    y: int


class TextView(QAbstractScrollArea):
    """Lays out, scrolls, and tells where on the screen a position is; knows nothing of passages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = light_look()
        self._zoom = 1.0
        self._model = TextModel(StructuredText("", ()))
        self._cache = LayoutCache()
        self._type = Typography(self._look, 1.0, "")
        self._column = self._type.column
        self._heights = HeightTable([1])
        self._anchor = 0
        self._offset = 0
        self._syncing = False
        self._told = 0
        # Kept through a series of resizes, each of which would round to the start of a line.
        self._held: tuple[int, int] | None = None
        # The viewport's height when the view was last put somewhere: what was on the screen then.
        self._stood = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().sliderReleased.connect(self._settle)
        self._measure()

    # --- text and measures ---

    @property
    def text(self) -> str:
        """The whole text of the version that is shown."""
        return self._model.text

    @property
    def model(self) -> TextModel:
        """The text as it is cut for layout."""
        return self._model

    def laid_at(self, position: int) -> LaidSegment:
        """Return the segment of a position, laid out."""
        return self.laid(self._model.index_at(position))

    def look(self) -> ReaderLook:
        """Return what the reader is painted with."""
        return self._look

    def set_look(self, look: ReaderLook) -> None:
        """Change fonts and colours; the text stays where it is."""
        place = self._kept_place()
        self._look = look
        self._measure()
        self._put_back(*place)

    @property
    def zoom(self) -> float:
        """How large the type is: 1.0 is the look's own size."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Change the size of the type within `ZOOM_RANGE`; the text stays where it is."""
        zoom = round(min(max(zoom, ZOOM_RANGE[0]), ZOOM_RANGE[1]), 2)
        if zoom != self._zoom:
            place = self._kept_place()
            self._zoom = zoom
            self._measure()
            self._put_back(*place)

    def _set_model(self, structured: StructuredText) -> None:
        self._model = TextModel(structured)
        self._anchor = self._offset = 0
        self._held = None
        self._measure()
        self._settle()

    def _measure(self) -> None:
        sample = " ".join(self._model.text[:_SAMPLE_LENGTH].split())
        self._type = Typography(self._look, self._zoom, sample)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().width() - MARGIN - GUTTER
        self._column = max(120, min(self._type.column, room))
        self._cache.clear()
        self._heights = HeightTable(estimated_heights(self._model, self._type, self._column, (_ABOVE, _BELOW)))
        self._anchor = min(self._anchor, len(self._model) - 1)
        self.verticalScrollBar().setSingleStep(self._type.body.line)

    @property
    def column_left(self) -> int:
        """The viewport's x of the column's left edge."""
        spare = self.viewport().width() - self._column - MARGIN - GUTTER
        return MARGIN + max(0, spare // 2)

    # --- the anchor ---

    def laid(self, index: int) -> LaidSegment:
        """Return a segment laid out; corrects its height where it was an estimate."""
        laid = self._cache.get(index)
        if laid is None:
            edges = _ABOVE if index == 0 else 0, _BELOW if index == len(self._model) - 1 else 0
            laid = LaidSegment(self._model, index, self._type, self._column, edges)
            self._cache.put(laid)
            self._heights.change(index, laid.height)
        return laid

    def _settle(self) -> None:
        """Bring the anchor into the viewport's top segment, keep within the text, tell the scroll bar."""
        self._climb()
        while self._anchor < len(self._model) - 1 and self._offset >= self.laid(self._anchor).height:
            self._offset -= self.laid(self._anchor).height
            self._anchor += 1
        y, index = -self._offset, self._anchor
        while y < self.viewport().height() and index < len(self._model):
            y += self.laid(index).height
            index += 1
        if y < self.viewport().height():
            self._offset -= self.viewport().height() - y
            self._climb()
        self._stood = self.viewport().height()
        self._tell_bar()
        self.viewport().update()

    def _climb(self) -> None:
        while self._offset < 0 and self._anchor > 0:
            self._anchor -= 1
            self._offset += self.laid(self._anchor).height
        self._offset = max(0, self._offset)

    def _value(self) -> int:
        return self._heights.top(self._anchor) + self._offset

    def _tell_bar(self) -> None:
        bar = self.verticalScrollBar()
        if bar.isSliderDown():
            self._told = bar.value()
            self._moved()
            return
        self._syncing = True
        bar.setRange(0, max(0, self._heights.total - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height() - 2 * self._type.body.line))
        bar.setValue(self._value())
        self._syncing = False
        # A segment laid out later above the anchor changes what the anchor's value is, not where it stands.
        self._told = bar.value()
        self._moved()

    def _moved(self) -> None:
        """Called whenever the view stands elsewhere, or knows better how long the text is."""

    def visible(self) -> list[Seen]:
        """Return the segments on the screen, top to bottom; lays out those that are not yet."""
        result: list[Seen] = []
        y, index = -self._offset, self._anchor
        while y < self.viewport().height() and index < len(self._model):
            laid = self.laid(index)
            result.append(Seen(laid, y))
            y += laid.height
            index += 1
        return result

    def visible_range(self) -> tuple[int, int]:
        """Return the code points from the first to the last visible segment."""
        seen = self.visible()
        return seen[0].laid.start, seen[-1].laid.end

    # --- scrolling ---

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bar: by pixels where it moved little, to the estimated place where far."""
        if self._syncing:
            return
        self._held = None
        bar = self.verticalScrollBar()
        delta = bar.value() - self._told
        if bar.value() >= bar.maximum() and delta > 0:
            self._anchor, self._offset = len(self._model) - 1, self._heights.height(len(self._model) - 1)
        elif abs(delta) <= _NEAR * self.viewport().height() and not bar.isSliderDown():
            self._offset += delta
        else:
            self._anchor, self._offset = self._heights.at(bar.value())
        self._settle()

    def scroll_by(self, pixels: int) -> None:
        """Scroll by exact pixels, down where positive."""
        self._held = None
        self._offset += pixels
        self._settle()

    def scroll_to(self, position: int, y: int) -> None:
        """Scroll so that the line of a position has its top at the viewport's `y`, within the text's ends."""
        self._held = None
        self._put(position, y)

    def _put(self, position: int, y: int) -> None:
        index = self._model.index_at(position)
        laid = self.laid(index)
        self._anchor = index
        self._offset = laid.line_top(laid.line_of(min(position, laid.end))) - y
        self._settle()

    def _top_place(self) -> tuple[int, float]:
        """Return the position at the viewport's top and how many of its lines' heights are above it."""
        laid = self.laid(self._anchor)
        line = laid.line_at(self._offset)
        return laid.line_range(line)[0], (self._offset - laid.line_top(line)) / laid.face.line

    def _kept_place(self) -> tuple[int, int]:
        """Return what stays where it is when the type or the width changes, and the y of its line's top."""
        if self._held is None:
            self._held = self._fixed_place()
        return self._held

    def _put_back(self, position: int, y: int) -> None:
        """Have a line at its old place, or at the bottom where the viewport does not reach there any more."""
        lowest = self.viewport().height() - self.laid_at(position).face.line
        self._put(position, min(y, max(0, lowest)))

    def _fixed_place(self) -> tuple[int, int]:
        laid = self.laid(self._anchor)
        line = laid.line_at(self._offset)
        return laid.line_range(line)[0], laid.line_top(line) - self._offset

    def _stand_at(self, position: int, shift: float) -> None:
        laid = self.laid(self._model.index_at(position))
        # A place in the space under a paragraph stays in it, whatever that space is now.
        room = laid.height - laid.line_top(laid.line_of(min(position, laid.end))) - 1
        self._put(position, -min(round(shift * laid.face.line), room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the column out anew where its width changed; the text stays where it is."""
        super().resizeEvent(event)
        room = self.viewport().width() - MARGIN - GUTTER
        place = self._kept_place()
        if max(120, min(self._type.column, room)) != self._column:
            self._fit()
        self._put_back(*place)

    def sizeHint(self) -> QSize:
        """Ask for a comfortable page."""
        return QSize(self._type.column + MARGIN + GUTTER + 32, 640)

    # --- places on the screen ---

    def position_at(self, point: QPointF) -> int:
        """Return the position nearest to a point of the viewport."""
        seen = self.visible()
        found = next((s for s in seen if point.y() < s.y + s.laid.height), seen[-1])
        line = found.laid.line_at(point.y() - found.y)
        return found.laid.position_at(line, point.x() - self.column_left)

    def character_at(self, point: QPointF) -> int:
        """Return the position of the character that a point is on, where `position_at` may be after it."""
        position = self.position_at(point)
        laid = self.laid_at(position)
        if position > laid.start and laid.caret_x(position) > point.x() - self.column_left and not laid.right_to_left:
            return laid.step(position, back=True)
        return position

    def caret_rect(self, position: int) -> QRect | None:
        """Return where a caret stands in the viewport; None where its segment is not on the screen."""
        index = self._model.index_at(position)
        for laid, y in self.visible():
            if laid.index == index:
                line = laid.line_of(position)
                top = y + laid.baseline(line) - laid.face.ascent
                x = self.column_left + laid.caret_x(position)
                return QRect(round(x), round(top), 2, round(laid.face.ascent + laid.face.descent))
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is visible."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_page(painter, event.rect())
        painter.end()

    def paint_page(self, painter: QPainter, clip: QRect) -> None:
        """Paint the page within `clip`, in viewport coordinates."""
        painter.fillRect(clip, self._look.paper)
