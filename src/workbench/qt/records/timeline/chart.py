"""The timeline as it is painted: on the screen, or on any other device, without a widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from workbench.domain.kinds import RecordKind, Standing
from workbench.domain.properties import Property
from workbench.domain.time_scale import TimeScale, ticks
from workbench.i18n import active, ngettext
from workbench.qt.look.style import current_look
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.timeline.lanes import Box, Entry, Lane, Placed, place_lane
from workbench.qt.records.timeline.marks import draw_mark
from workbench.qt.records.timeline.words import entry_date, entry_doubts, row_title, undated_words

_TICK_APART, _LABEL_MOST, _HEAD = 60, 280, 168
"""Least distance of ticks, most width of an entry's words, width of the lanes' names: pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an entry is painted: its words and its mark together; `words` is where its words have room."""

    rect: QRectF
    record_id: str
    box: Box
    words: QRectF


@dataclass
class Chart:
    """What is painted: lanes from the top, the first moved up by `above` rows; and who is the current one."""

    scale: TimeScale
    placed: Sequence[Placed] = ()
    above: int = 0
    own: Mapping[str, Property] = field(default_factory=dict)
    current: str = ""
    """The id of the current record."""

    focus: tuple[str, str] = ("", "")
    """The record and the entry that have the focus; the entry is empty where the lane itself has it."""

    spots: list[Spot] = field(default_factory=list)
    """What was painted last, for whoever asks what is under a point."""


def head_width(width: float) -> float:
    """Return how much of the width the lanes' names take."""
    look = current_look()
    return min(_HEAD * look.scale / 100, width * 0.3)


def row_height() -> float:
    """Return the height of one row: its words, and the mark below them."""
    look = current_look()
    return QFontMetricsF(look.font("small")).height() + look.px("gap") + look.px("wide")


def axis_height() -> float:
    """Return the height of the ticks and their labels."""
    look = current_look()
    return 2 * QFontMetricsF(look.font("small")).lineSpacing() + look.px("gap")


def lane_height(placed: Placed, above: int = 0) -> float:
    """Return the height of a lane of which so many rows are scrolled away."""
    return (placed.rows - above) * row_height() + current_look().px("gap") * 2


def label_of(entry: Entry, own: Mapping[str, Property]) -> tuple[str, str]:
    """Return what stands at an entry: what it is, marked where nothing says so; and its date with every doubt."""
    mark = "" if entry.row.passages else "○ "
    return mark + row_title(entry.row, own), " · ".join((entry_date(entry), *entry_doubts(entry)))


def label_width(entry: Entry, own: Mapping[str, Property]) -> float:
    """Return how wide an entry's words are, no wider than they may be."""
    look = current_look()
    metrics = QFontMetricsF(look.font("small"))
    title, more = label_of(entry, own)
    return min(metrics.horizontalAdvance(f"{title}  {more}") + look.px("gap"), _LABEL_MOST * look.scale / 100)


def place(
    lane: Lane, scale: TimeScale, own: Mapping[str, Property], *, most: int = 0, widths: dict[str, float] | None = None
) -> Placed:
    """Place a lane's entries for a scale; `widths` keeps the widths of their words from one zoom to the next."""
    look = current_look()
    per_day = scale.length / scale.days
    kept = {} if widths is None else widths

    def width(entry: Entry) -> float:
        found = kept.get(entry.row.id)
        if found is None:
            found = kept[entry.row.id] = label_width(entry, own)
        return found

    return place_lane(lane, per_day, width, gap=look.px("gap"), fade=look.scale / 100, most=most)


def fitted(first: int, last: int, width: float) -> TimeScale:
    """Return a scale on which days are in view, with room for the words of what comes last."""
    room = min(_LABEL_MOST * current_look().scale / 100, width * 0.3)
    scale = TimeScale.fitting(first, last, width - room)
    return TimeScale(scale.start, scale.days * width / (width - room), width)


def paint(painter: QPainter, rect: QRectF, lanes: Sequence[Lane], own: Mapping[str, Property]) -> None:
    """Paint whole lanes into a rectangle of any device, all of their time in view; what is below it is cut."""
    width = rect.width() - head_width(rect.width())
    known = [days for lane in lanes if (days := lane.days()) is not None]
    first, last = min((a for a, _ in known), default=0), max((b for _, b in known), default=365)
    scale = fitted(first, last, width)
    chart = Chart(scale, [place(lane, scale, own) for lane in lanes], own=own)
    paint_chart(painter, rect, chart)


def paint_chart(painter: QPainter, rect: QRectF, chart: Chart) -> None:
    """Paint a chart into a rectangle, and note where its entries are."""
    look = current_look()
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(rect, look.colour("paper"))
    head = head_width(rect.width())
    body = rect.adjusted(head, axis_height(), 0, 0)
    _draw_axis(painter, rect.adjusted(head, 0, 0, 0), chart.scale)
    chart.spots = []
    top, above = body.top(), chart.above
    for placed in chart.placed:
        height = lane_height(placed, above)
        lane_rect = QRectF(rect.left(), top, rect.width(), height)
        _draw_lane(painter, lane_rect, body, chart, placed, above)
        top, above = top + height, 0
        if top > rect.bottom():
            break
    painter.restore()


def _draw_axis(painter: QPainter, rect: QRectF, scale: TimeScale) -> None:
    look = current_look()
    painter.save()
    painter.setClipRect(rect)
    font = look.font("small")
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    line, height = metrics.lineSpacing(), axis_height()
    found = ticks(scale, _TICK_APART * look.scale / 100, active().language)
    right = float("-inf")
    majors = [tick for tick in found if tick.major]
    for at, tick in enumerate(majors):
        x = rect.left() + scale.x(tick.day)
        if x >= rect.left():
            painter.setPen(QPen(look.colour("line"), look.px("hair")))
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))
        # What has begun before the left edge is named at it, while there is room before the next.
        x = max(x, rect.left()) + look.px("step")
        end = rect.left() + scale.x(majors[at + 1].day) if at + 1 < len(majors) else rect.right()
        if x >= right and x + metrics.horizontalAdvance(tick.label) <= end:
            painter.setPen(look.colour("ink"))
            painter.drawText(QPointF(x, rect.top() + metrics.ascent() + look.px("half")), tick.label)
            right = x + metrics.horizontalAdvance(tick.label)
    for tick in found:
        if tick.major:
            continue
        x = rect.left() + scale.x(tick.day)
        painter.setPen(QPen(look.colour("line"), look.px("hair")))
        painter.drawLine(QPointF(x, rect.top() + line + look.px("half")), QPointF(x, rect.bottom()))
        painter.setPen(look.colour("second"))
        painter.drawText(
            QPointF(x + look.px("step"), rect.top() + line + metrics.ascent() + look.px("half")), tick.label
        )
    painter.restore()
    painter.setPen(QPen(look.colour("line"), look.px("hair")))
    painter.drawLine(QPointF(0, rect.top() + height), QPointF(rect.right(), rect.top() + height))


def _draw_lane(painter: QPainter, rect: QRectF, body: QRectF, chart: Chart, placed: Placed, above: int) -> None:
    look = current_look()
    _draw_head(painter, QRectF(rect.left(), rect.top(), body.left() - rect.left(), rect.height()), chart, placed)
    painter.setPen(QPen(look.colour("line"), look.px("hair")))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    painter.save()
    painter.setClipRect(QRectF(body.left(), max(rect.top(), body.top()), body.width(), rect.height()))
    per_day = chart.scale.length / chart.scale.days
    origin = body.left() - chart.scale.start * per_day
    rows: dict[int, list[Box]] = {}
    for box in placed.boxes:
        if above <= box.row <= above + body.height() / row_height() + 1:
            rows.setdefault(box.row, []).append(box)
    spots = []
    for row, boxes in rows.items():
        top = rect.top() + look.px("gap") + (row - above) * row_height()
        area = QRectF(body.left(), top, body.width(), row_height())
        spots += _row_spots(painter, area, chart, placed.lane.record_id, boxes)
    _draw_ties(painter, spots, origin, per_day)
    for spot in spots:
        _draw_entry(painter, spot, body, chart, origin, per_day)
    painter.restore()
    chart.spots += spots


def _row_spots(painter: QPainter, area: QRectF, chart: Chart, record_id: str, boxes: list[Box]) -> list[Spot]:
    """Return where the entries of a row stand that are in view; of those that are not, mark at the edge that they are.

    Words begin with their mark, or at the left edge where that has begun before it, and end before what comes next.
    """
    look = current_look()
    per_day = chart.scale.length / chart.scale.days
    origin = area.left() - chart.scale.start * per_day
    half = look.px("wide") / 2  # a day is drawn wider than it is
    boxes = sorted(boxes, key=lambda box: box.left)
    lefts = [origin + box.left for box in boxes]
    rights = [origin + (box.entry.extents.latest + 1) * per_day + half for box in boxes]
    before = any(right < area.left() for right in rights)
    after = any(left > area.right() for left in lefts)
    first = area.left() + look.px("half") + (look.px("gap") if before else 0)
    last = area.right() - (look.px("gap") if after else 0)
    middle = area.top() + QFontMetricsF(look.font("small")).height() / 2
    for there, x, way in ((before, area.left() + look.px("half"), -1), (after, area.right() - look.px("half"), 1)):
        if there:
            _draw_beyond(painter, QPointF(x, middle), way)
    spots = []
    for at, box in enumerate(boxes):
        if rights[at] < area.left() or lefts[at] > area.right():
            continue
        begin = max(first, origin + box.entry.extents.earliest * per_day)
        end = min([last, *(left - look.px("gap") for left in lefts[at + 1 : at + 2])])
        words = QRectF(begin, area.top(), max(0.0, min(label_width(box.entry, chart.own), end - begin)), area.height())
        right = max(rights[at], words.right())
        spots.append(Spot(QRectF(lefts[at], area.top(), right - lefts[at], area.height()), record_id, box, words))
    return spots


def _draw_beyond(painter: QPainter, tip: QPointF, way: int) -> None:
    """Draw an arrow at an edge: there is more beyond it."""
    look = current_look()
    size = look.px("step")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("second"))
    painter.drawPolygon(QPolygonF([tip, tip + QPointF(-way * size, -size), tip + QPointF(-way * size, size)]))


def _draw_head(painter: QPainter, rect: QRectF, chart: Chart, placed: Placed) -> None:
    look, lane = current_look(), placed.lane
    gap, side = look.px("gap"), look.px("icon")
    here = lane.record_id == chart.current
    if here:
        painter.fillRect(rect, look.colour("selection"))
    strong, small = look.font(strong=here), look.font("small")
    metrics = QFontMetricsF(strong)
    top = rect.top() + gap
    narrow = rect.width() < 2 * _HEAD / 3 * look.scale / 100  # the name needs the icon's room
    if lane.kind in set(RecordKind) and not narrow:
        icon = look.icon(KIND_ICONS[RecordKind(lane.kind)], lane.kind)
        icon.paint(painter, QRectF(rect.left() + gap, top + (metrics.height() - side) / 2, side, side).toRect())
    left = rect.left() + gap + (0 if narrow else side + gap)
    width = rect.right() - left - gap
    painter.setFont(strong)
    painter.setPen(look.colour("ink"))
    painter.drawText(QPointF(left, top + metrics.ascent()), _elided(lane.name, strong, width))
    lines = [undated_words(len(lane.undated))] if lane.undated else []
    if placed.hidden:
        lines.append(ngettext("{n} more: Space", "{n} more: Space", placed.hidden).format(n=placed.hidden))
    painter.setFont(small)
    painter.setPen(look.colour("second"))
    metrics, top = QFontMetricsF(small), top + metrics.height()
    for line in lines:
        painter.drawText(QPointF(left, top + metrics.ascent()), _elided(line, small, width))
        top += metrics.lineSpacing()
    if chart.focus == (lane.record_id, ""):
        _draw_ring(painter, rect)


def _draw_entry(painter: QPainter, spot: Spot, body: QRectF, chart: Chart, origin: float, per_day: float) -> None:
    look = current_look()
    entry, rect = spot.box.entry, spot.rect
    font = look.font("small")
    metrics = QFontMetricsF(font)
    aside = entry.row.standing == Standing.SET_ASIDE
    colour = look.colour("second" if aside else entry.row.kind or "event")
    strip = QRectF(0, rect.top() + metrics.height(), 0, look.px("wide"))
    draw_mark(painter, entry.extents, strip, origin, per_day, colour, body)
    title, more = label_of(entry, chart.own)
    left, room = spot.words.left(), spot.words.width()
    shown = QFont(font)
    shown.setStrikeOut(aside)
    first = _elided(title, shown, room)
    base = rect.top() + metrics.ascent()
    painter.setFont(shown)
    painter.setPen(look.colour("second" if aside else "ink"))
    painter.drawText(QPointF(left, base), first)
    used = QFontMetricsF(shown).horizontalAdvance(first) + look.px("gap")
    if room > used + look.px("hall"):
        painter.setFont(font)
        painter.setPen(look.colour("warning" if entry.disputed else "second"))
        painter.drawText(QPointF(left + used, base), _elided(more, font, room - used))
    if chart.focus == (spot.record_id, entry.row.id):
        _draw_ring(painter, rect.adjusted(-look.px("step"), 0, 0, -look.px("half")).intersected(body))


def _draw_ties(painter: QPainter, spots: list[Spot], origin: float, per_day: float) -> None:
    """Tie the dates of one thing by a bracket before them; those that contradict each other in the warning's colour."""
    look = current_look()
    groups: dict[str, list[Spot]] = {}
    for spot in spots:
        if spot.box.entry.tied:
            groups.setdefault(spot.box.entry.row.thing, []).append(spot)
    for tied in groups.values():
        disputed = any(spot.box.entry.disputed for spot in tied)
        x = min(origin + spot.box.entry.extents.earliest * per_day for spot in tied) - look.px("gap")
        painter.setPen(QPen(look.colour("warning" if disputed else "second"), look.px("ring")))
        middle = row_height() / 2
        ys = sorted(spot.rect.top() + middle for spot in tied)
        painter.drawLine(QPointF(x, ys[0]), QPointF(x, ys[-1]))
        for y in ys:
            painter.drawLine(QPointF(x, y), QPointF(x + look.px("step"), y))


def _draw_ring(painter: QPainter, rect: QRectF) -> None:
    look = current_look()
    ring = look.px("ring")
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("focus"), ring))
    painter.drawRoundedRect(rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), look.px("step"), look.px("step"))


def _elided(text: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))
