"""The overview ruler: every passage of the whole text in one narrow strip beside the scroll bar.

Right of the lanes of the kinds is a column of faint ticks: what is suggested, and no passage yet.
Left of them stand marks in the ink: every passage of the records that stand out at the moment.

Places are shares of the text's length, counted in a fixed number of buckets, so a resize
counts nothing anew and one changed passage changes only the buckets that it covers. Counting
the passages of a newly opened text is done in slices after the first paint.
"""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from workbench.domain.kinds import PassageKind
from workbench.i18n import _
from workbench.qt.reader.marks import kinds_of, merged
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.passage_index import Key, MarkedPassage, PassageIndex, order_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.domain.anchors import Span

WIDTH = 24
BUCKETS = 1024
_SUGGESTED = 4
"""Pixels of the column at the right edge that has the suggestions."""

_NAMED = 3
"""Pixels of the column at the left edge that has the records that stand out."""

_SLICE = 2_000
_LEAST = 2.0
"""Pixels that a mark is high at least."""

_KINDS = tuple(PassageKind)


class OverviewCounts:
    """How many passages of each kind stand in each bucket of a text of `length` code points."""

    def __init__(self, length: int) -> None:
        self._length = max(1, length)
        self._counts = {kind: [0] * BUCKETS for kind in _KINDS}
        self._of_record: dict[str, dict[int, int]] = {}

    def bucket(self, position: int) -> int:
        """Return the bucket of a position."""
        return min(BUCKETS - 1, position * BUCKETS // self._length)

    def covered(self, passage: MarkedPassage) -> tuple[int, int]:
        """Return the first bucket that a passage stands in, and the last."""
        return self.bucket(passage.span.start), self.bucket(passage.span.end - 1)

    def change(self, passage: MarkedPassage, by: int) -> None:
        """Count a passage in (1) or out (-1)."""
        first, last = self.covered(passage)
        for kind in kinds_of(passage):
            row = self._counts[kind]
            for bucket in range(first, last + 1):
                row[bucket] += by
        for record_id in passage.records:
            own = self._of_record.setdefault(record_id, {})
            for bucket in range(first, last + 1):
                own[bucket] = own.get(bucket, 0) + by

    def with_records(self, record_ids: Iterable[str]) -> frozenset[int]:
        """Return the buckets that have a passage which names one of some records."""
        rows = (self._of_record.get(record_id, {}) for record_id in record_ids)
        return frozenset(bucket for row in rows for bucket, count in row.items() if count)

    def runs(self, kind: PassageKind, first: int = 0, last: int = BUCKETS) -> list[tuple[int, int]]:
        """Return the ranges of buckets, from `first` to before `last`, that have a passage of a kind."""
        row, result, start = self._counts[kind], [], -1
        for bucket, count in enumerate((*row[first:last], 0), first):
            if count and start < 0:
                start = bucket
            elif not count and start >= 0:
                result.append((start, bucket))
                start = -1
        return result


class OverviewRuler(QWidget):
    """Shows where in the text passages and matches are and what part is on the screen; a click jumps.

    `jumpRequested` carries the position (code points) that was clicked.
    """

    jumpRequested = Signal(int)  # noqa: N815 - Qt's way of naming signals

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._index = PassageIndex()
        self._counts = OverviewCounts(0)
        self._length = 0
        self._view = (0, 0)
        self._match_buckets: frozenset[int] = frozenset()
        self._suggested: frozenset[int] = frozenset()
        self._records: frozenset[str] = frozenset()
        self._record_runs: list[tuple[int, int]] = []
        self._palette: Palette | None = None
        self._picture: QPixmap | None = None
        self._stale: tuple[int, int] | None = None
        """The buckets whose rows of the picture are to be drawn again."""
        self._counted: Key | None = None
        self._done = True
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_slice)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the texts in the language of the moment."""
        self.setAccessibleName(_("Overview of the whole text"))

    def sizeHint(self) -> QSize:
        """Ask for a narrow strip of any height."""
        return QSize(WIDTH, 100)

    @property
    def complete(self) -> bool:
        """Whether every passage has been counted since the text was shown."""
        return self._done

    @property
    def counts(self) -> OverviewCounts:
        """The counts as far as they are made."""
        return self._counts

    def show_index(self, index: PassageIndex, length: int) -> None:
        """Begin with another text or other passages."""
        self._index, self._length = index, length
        self._counts = OverviewCounts(length)
        self._counted, self._done = None, len(index) == 0
        self._timer.stop() if self._done else self._timer.start()
        self._redraw()

    def changed(self, before: MarkedPassage | None, after: MarkedPassage | None) -> None:
        """Follow one passage that was added, removed or changed."""
        for passage, by in ((before, -1), (after, 1)):
            # What the slices have not reached yet, they will find as it is by then.
            if passage is not None and (self._done or self._reached(passage)):
                self._counts.change(passage, by)
                self._redraw_rows(*self._counts.covered(passage))
                if not self._records.isdisjoint(passage.records):
                    self._find_records()

    def _reached(self, passage: MarkedPassage) -> bool:
        return self._counted is not None and order_key(passage) <= self._counted

    def _count_slice(self) -> None:
        passage: MarkedPassage | None = None
        first, last = BUCKETS, 0
        for passage in self._index.iter_after(self._counted, _SLICE):
            self._counts.change(passage, 1)
            here = self._counts.covered(passage)
            first, last = min(first, here[0]), max(last, here[1])
        if passage is None:
            self._done = True
            self._timer.stop()
        else:
            self._counted = order_key(passage)
            self._redraw_rows(first, last)
            if self._records:
                self._find_records()

    def set_view(self, start: int, end: int) -> None:
        """Show what part of the text is on the screen, in code points."""
        if (start, end) != self._view:
            self._view = start, end
            self.update()

    def set_matches(self, matches: Sequence[Span]) -> None:
        """Show where a search found something."""
        self._match_buckets = frozenset(self._counts.bucket(match.start) for match in matches)
        self._redraw()

    def clear(self) -> None:
        """Show no matches and no suggestions: another text comes."""
        self.set_matches(())
        self.set_suggestions(())

    def set_records(self, record_ids: frozenset[str]) -> None:
        """Mark where passages name one of these records; none with an empty set."""
        if record_ids != self._records:
            self._records = record_ids
            self._find_records()

    @property
    def with_records(self) -> list[tuple[int, int]]:
        """The ranges of buckets that are marked because their passages name the records that stand out."""
        return self._record_runs

    def _find_records(self) -> None:
        buckets = sorted(self._counts.with_records(self._records)) if self._records else []
        self._record_runs = merged((bucket, bucket + 1) for bucket in buckets)
        self.update()

    def set_suggestions(self, spans: Iterable[Span]) -> None:
        """Show where something is suggested as a passage; only the rows that differ are drawn again."""
        before, self._suggested = self._suggested, frozenset(self._counts.bucket(span.start) for span in spans)
        changed = before ^ self._suggested
        if changed:
            self._redraw_rows(min(changed), max(changed))

    @property
    def suggested(self) -> frozenset[int]:
        """The buckets that have a tick of a suggestion."""
        return self._suggested

    def set_palette(self, palette: Palette) -> None:
        """Change the colours."""
        self._palette = palette
        self._redraw()

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _redraw_rows(self, first: int, last: int) -> None:
        """Have the rows of some buckets drawn again, and of their neighbours: marks are higher than a bucket."""
        near = ceil(_LEAST * BUCKETS / max(1, self.height())) + 1
        stale = self._stale or (first, last + 1)
        self._stale = max(0, min(stale[0], first - near)), min(BUCKETS, max(stale[1], last + 1 + near))
        self.update()

    # --- painting ---

    def _y(self, bucket: float) -> float:
        return bucket * self.height() / BUCKETS

    def _drawn(self, palette: Palette) -> QPixmap:
        """Return the picture as it should be: made anew for another size, else brought up to date."""
        picture = self._picture
        if picture is None or picture.deviceIndependentSize().toSize() != self.size():
            ratio = self.devicePixelRatioF()
            picture = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
            picture.setDevicePixelRatio(ratio)
            self._stale = 0, BUCKETS
        if self._stale is not None:
            self._draw_rows(picture, palette, *self._stale)
        self._picture, self._stale = picture, None
        return picture

    def _draw_rows(self, picture: QPixmap, palette: Palette, first: int, last: int) -> None:
        # Whole pixels, so that the rows beside are not drawn half.
        top, bottom = floor(self._y(first)), ceil(self._y(last))
        near = ceil(_LEAST * BUCKETS / max(1, self.height())) + 1
        first, last = max(0, first - near), min(BUCKETS, last + near)
        painter = QPainter(picture)
        painter.setClipRect(0, top, self.width(), bottom - top)
        painter.fillRect(0, top, self.width(), bottom - top, palette.paper)
        lane = (self.width() - 3 - _NAMED - _SUGGESTED) / len(_KINDS)
        for number, kind in enumerate(_KINDS):
            x = _NAMED + 1 + number * lane
            for start, end in self._counts.runs(kind, first, last):
                height = max(_LEAST, self._y(end) - self._y(start))
                painter.fillRect(QRectF(x, self._y(start), max(1.5, lane - 0.4), height), palette.kind(kind))
        for bucket in range(first, last):
            if bucket in self._suggested:
                x = self.width() - _SUGGESTED
                painter.fillRect(QRectF(x, self._y(bucket), _SUGGESTED - 1, _LEAST), palette.more)
            if bucket in self._match_buckets:
                painter.fillRect(QRectF(0, self._y(bucket) - 1, self.width(), 2), palette.accent)
        painter.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks from the kept picture, and the visible part over them."""
        painter = QPainter(self)
        palette = self._palette
        if palette is None:
            painter.fillRect(event.rect(), self.palette().base())
            return
        painter.drawPixmap(0, 0, self._drawn(palette))
        painter.fillRect(0, 0, 1, self.height(), palette.line)
        for first, last in self._record_runs:
            high = max(_LEAST, self._y(last) - self._y(first))
            painter.fillRect(QRectF(0, self._y(first), _NAMED, high), palette.ink)
        if self._length:
            top = self.height() * self._view[0] / self._length
            bottom = max(top + 6, self.height() * self._view[1] / self._length)
            painter.setPen(palette.second)
            painter.drawRoundedRect(
                QRectF(0.5, min(top, self.height() - 6) + 0.5, self.width() - 1, bottom - top), 2, 2
            )

    # --- jumping ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Jump to the place that was clicked."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._jump(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from the reader, which would take it for one of its own."""
        event.accept()

    def _jump(self, y: float) -> None:
        share = min(max(0.0, y / max(1, self.height())), 1.0)
        self.jumpRequested.emit(int(share * self._length))

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew where the screen's scale may have changed."""
        super().changeEvent(event)
        self._picture = None
