"""Segments laid out: one `QTextLayout` each, made when seen and kept while likely seen again.

Inside this module positions are code points of the whole text at every edge, and UTF-16 units
counted from the segment's start towards Qt. Coordinates are device-independent pixels; x is
counted from the column's left edge, y from the segment's top.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from workbench.domain.structure import BlockKind
from workbench.qt.reader.reader_look import ReaderLook
from workbench.qt.reader.text_model import TextModel

_KEPT = 200
"""Segments kept laid out: several screens in each direction."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LONGEST_LINE = 400
"""UTF-16 units in a line. No line of letters holds so many; signs without width, or a thousand
accents on one letter, would otherwise stand on one line by the thousand, and each is painted."""

_TOUCH = 0.5
"""Pixels between two runs of glyphs that are still one piece."""

_HEADING_SCALES = (1.0, 1.45, 1.25, 1.12, 1.0, 1.0, 1.0)
_TEXT_ABOVE = 0.35
"""Share of the leading that stands above the letters; below them the underlines need room."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """One font with the figures of its lines; `baseline` is counted from a line's top."""

    font: QFont
    ascent: float
    descent: float
    line: int
    baseline: float
    advance: float


def _typeface(look: ReaderLook, pixels: float, *, bold: bool, sample: str) -> Typeface:
    font = QFont(list(look.families))
    font.setPixelSize(max(1, round(pixels)))
    # As the rest of the program's type: unhinted shapes keep their spacing at every scale.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    ratio = look.line_ratio if not bold else 1.0 + (look.line_ratio - 1.0) * 0.75
    line = ceil(pixels * ratio)
    ascent, descent = metrics.ascent(), metrics.descent()
    above = (line - ascent - descent) * _TEXT_ABOVE
    advance = metrics.horizontalAdvance(sample) / max(1, len(sample))
    return Typeface(font, ascent, descent, line, above + ascent, max(1.0, advance))


_SAMPLE = "the words of a page that somebody set in type, and somebody else will read them slowly"


class Typography:
    """Fonts, spacing and the column's width for one look, zoom and text."""

    def __init__(self, look: ReaderLook, zoom: float, sample: str) -> None:
        self.pixels = look.pixels * zoom
        latin = _typeface(look, self.pixels, bold=False, sample=_SAMPLE)
        body = _typeface(look, self.pixels, bold=False, sample=sample or _SAMPLE)
        # A text of nothing but spaces or of wide signs must not make the column absurd.
        advance = min(max(body.advance, latin.advance * 0.85), latin.advance * 1.3)
        self.body = Typeface(body.font, body.ascent, body.descent, body.line, body.baseline, advance)
        self.column = round(advance * look.measure)
        self._headings = [
            _typeface(look, self.pixels * scale, bold=True, sample=sample or _SAMPLE) for scale in _HEADING_SCALES
        ]
        self.gap = round(self.pixels * look.gap_ratio)
        self.indent = round(self.pixels * 1.5)

    def face(self, kind: BlockKind, level: int) -> Typeface:
        """Return the font of a block."""
        if kind is BlockKind.HEADING:
            return self._headings[min(max(level, 1), len(self._headings) - 1)]
        return self.body

    def inset(self, kind: BlockKind) -> int:
        """Return how far a block is set in from the column's leading edge."""
        return self.indent if kind in (BlockKind.QUOTATION, BlockKind.ITEM) else 0

    def above(self, kind: BlockKind) -> int:
        """Return the space above a block."""
        return self.gap * 2 if kind is BlockKind.HEADING else 0


class LaidSegment:
    """One segment with its lines. `marks` belongs to the painter and is dropped when passages change."""

    def __init__(self, model: TextModel, index: int, type_: Typography, column: int, edges: tuple[int, int]) -> None:
        segment = model.segment(index)
        self.index, self.start, self.end = index, segment.start, segment.end
        self.segment = segment
        self.face = type_.face(segment.kind, segment.level)
        self.inset = type_.inset(segment.kind)
        self.units = model.units(index)
        self.marks: object | None = None
        shown = model.shown(index)
        self.mixed = _RIGHT_TO_LEFT.search(shown) is not None
        self.right_to_left = self.mixed and _base_is_right(shown)
        self.top = edges[0] + (type_.above(segment.kind) if segment.opens else 0)
        self.layout = self._lay(shown, column)
        self.lines = max(1, self.layout.lineCount())
        bottom = edges[1] + (type_.gap if segment.closes else 0)
        self.height = self.top + self.lines * self.face.line + bottom
        self._line_starts = [self.layout.lineAt(n).textStart() for n in range(self.layout.lineCount())] or [0]

    def _lay(self, shown: str, column: int) -> QTextLayout:
        layout = QTextLayout(shown, self.face.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        direction = Qt.LayoutDirection.RightToLeft if self.right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if self.right_to_left else Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        width = self.width = max(40, column - self.inset)
        left = 0 if self.right_to_left else self.inset
        baseline, step = self.top + self.face.baseline, self.face.line
        layout.beginLayout()
        if shown:
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                if line.textLength() > _LONGEST_LINE:
                    line.setNumColumns(_LONGEST_LINE)
                line.setPosition(QPointF(left, baseline - line.ascent()))
                baseline += step
        layout.endLayout()
        self._empty_x = float(left + width if self.right_to_left else left)
        return layout

    def line_top(self, line: int) -> int:
        """Return the y of a line's top."""
        return self.top + line * self.face.line

    def baseline(self, line: int) -> float:
        """Return the y that a line's letters stand on."""
        return self.line_top(line) + self.face.baseline

    def line_of(self, position: int) -> int:
        """Return the line that a position stands in; where a line wraps, the later one."""
        return max(0, bisect_right(self._line_starts, self.units.to_units(position - self.start)) - 1)

    def line_at(self, y: float) -> int:
        """Return the line at a height, clamped to those that there are."""
        return min(max(0, int((y - self.top) // self.face.line)), self.lines - 1)

    def line_range(self, line: int) -> tuple[int, int]:
        """Return the code points of a line, the white space that it wraps at included."""
        first = self._line_starts[line]
        last = self._line_starts[line + 1] if line + 1 < len(self._line_starts) else None
        end = self.end if last is None else self.start + self.units.to_points(last)
        return self.start + self.units.to_points(first), end

    def caret_x(self, position: int) -> float:
        """Return where a caret before the character at a position stands."""
        if not self.layout.lineCount():
            return self._empty_x
        return self._x(self.line_of(position), self.units.to_units(position - self.start))

    def _x(self, line: int, unit: int) -> float:
        return _x_of(self.layout.lineAt(line), unit)

    def position_at(self, line: int, x: float) -> int:
        """Return the position nearest to a place in a line; never past the space that a line wraps at."""
        if not self.layout.lineCount():
            return self.start
        unit = self.layout.lineAt(line).xToCursor(x)
        first, end = self.line_range(line)
        position = self.start + self.units.to_points(unit)
        if position >= end:
            return self.line_stop(line)
        return self.snapped(min(max(first, position), end))

    def line_stop(self, line: int) -> int:
        """Return the last place of a caret in a line: where it wraps, before the space or letter there."""
        first, end = self.line_range(line)
        wraps = line + 1 < self.lines or not self.segment.closes
        return max(first, self.step(end, back=True)) if wraps else end

    def step(self, position: int, *, back: bool) -> int:
        """Return the next or previous place of a caret: whole characters as a person sees them."""
        unit = self.units.to_units(position - self.start)
        move = self.layout.previousCursorPosition if back else self.layout.nextCursorPosition
        return self.start + self.units.to_points(move(unit))

    def snapped(self, position: int) -> int:
        """Return the position itself, or the start of the character (as seen) that it lies within."""
        unit = self.units.to_units(position - self.start)
        if self.layout.isValidCursorPosition(unit):
            return position
        return self.start + self.units.to_points(self.layout.previousCursorPosition(unit))

    def rects(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """Return (line, left, right) of what a range of code points covers, clipped to the segment."""
        start, end = max(start, self.start), min(end, self.end)
        if start >= end or not self.layout.lineCount():
            return []
        a, b = self.units.to_units(start - self.start), self.units.to_units(end - self.start)
        lines = range(self.line_of(start), self.line_of(end - 1) + 1)
        return [(line, *pair) for line in lines for pair in self._pieces(line, a, b)]

    def pieces(self, line: int, start: int, end: int) -> list[tuple[float, float]]:
        """Return (left, right) of what a range of code points covers in one line."""
        start, end = max(start, self.start), min(end, self.end)
        if start >= end or not self.layout.lineCount():
            return []
        return self._pieces(line, self.units.to_units(start - self.start), self.units.to_units(end - self.start))

    def _pieces(self, line: int, a: int, b: int) -> list[tuple[float, float]]:
        first = self._line_starts[line]
        last = self._line_starts[line + 1] if line + 1 < self.lines else first + self.layout.lineAt(line).textLength()
        a, b = max(a, first), min(b, last)
        return self._runs(line, a, b) if a < b else []

    def _runs(self, line: int, a: int, b: int) -> list[tuple[float, float]]:
        if not self.mixed:
            left, right = self._x(line, a), self._end_x(line, b)
            return [(left, right)] if right > left else [(left, left + 2.0)]
        # In mixed directions one range may lie in several places: Qt tells them as runs of glyphs.
        # They come in visual order or not, and those of two fonts share one box.
        boxes = [run.boundingRect() for run in self.layout.lineAt(line).glyphRuns(a, b - a)]
        pieces: list[tuple[float, float]] = []
        for left, right in sorted((box.left(), box.right()) for box in boxes):
            if pieces and left - pieces[-1][1] < _TOUCH:
                pieces[-1] = pieces[-1][0], max(right, pieces[-1][1])
            elif right > left:
                pieces.append((left, right))
        return pieces

    def _end_x(self, line: int, unit: int) -> float:
        """Return where a range ends: at the line's text, not at the white space that it wraps at."""
        qt_line = self.layout.lineAt(line)
        if unit < qt_line.textStart() + qt_line.textLength():
            return self._x(line, unit)
        return qt_line.x() + qt_line.naturalTextWidth()


def _x_of(line: QTextLine, unit: int) -> float:
    # The stubs call the result an object; it is the pair (x, position that was used).
    found: tuple[float, int] = line.cursorToX(unit)  # type: ignore[assignment]
    return found[0]


def _base_is_right(text: str) -> bool:
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False


class LayoutCache:
    """Lays segments out on demand and forgets those not seen for longest."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, LaidSegment] = OrderedDict()

    def clear(self) -> None:
        """Forget everything: the text, its width or its type changed."""
        self._kept.clear()

    def get(self, index: int) -> LaidSegment | None:
        """Return a segment where it is laid out, and note that it was seen."""
        found = self._kept.get(index)
        if found is not None:
            self._kept.move_to_end(index)
        return found

    def put(self, laid: LaidSegment) -> None:
        """Keep a segment, and forget the one not seen for longest where there are too many."""
        self._kept[laid.index] = laid
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)

    def drop_marks(self, start: int, end: int) -> None:
        """Have what is painted over a range of code points worked out again."""
        for laid in self._kept.values():
            if laid.start < end and start <= laid.end:
                laid.marks = None

    def drop_all_marks(self) -> None:
        """Have everything that is painted over the text worked out again."""
        for laid in self._kept.values():
            laid.marks = None


def estimated_heights(model: TextModel, type_: Typography, column: int, edges: tuple[int, int]) -> list[int]:
    """Guess every segment's height from its length; `edges` are the spaces above and below the whole text.

    Headings are guessed as paragraphs: nothing here costs a call a segment.
    """
    fit = max(8.0, column / type_.body.advance)
    line, gap = type_.body.line, type_.gap
    lengths = model.lengths()
    # Worked out once a length, and looked up in C: there are far more segments than lengths.
    guess = [line * (int(length / fit) + 1) + gap for length in range(max(lengths) + 1)]
    heights = list(map(guess.__getitem__, lengths))
    heights[0] += edges[0]
    heights[-1] += edges[1]
    return heights
