"""Lanes of records over each other, read as they come into view, and the time that they show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame
from typing_extensions import override

from workbench.domain.properties import Property
from workbench.domain.time_scale import TimeScale
from workbench.i18n import _
from workbench.qt.frame.base import Live
from workbench.qt.frame.spoken import SpokenArea
from workbench.qt.records.timeline.chart import Chart, axis_height, fitted, head_width, lane_height, place, row_height
from workbench.qt.records.timeline.lanes import Entry, Lane, Placed
from workbench.qt.records.timeline.words import entry_words, lane_words

LISTED_ROWS = 4
"""Rows that a record has at most which is listed and not the current one."""

_MARGIN = 40
"""Lanes read beyond those in view."""


class LaneView(Live, SpokenArea):
    """Arranges the lanes of records in order, the current record's first.

    `wanted(ids)` asks for lanes that came into view and are not known; `moved()` tells of another focus.
    """

    wanted = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[str] = ()
        self._index: dict[str, int] = {}
        self._lanes: dict[str, Lane] = {}
        self._placed: dict[str, Placed] = {}
        self._widths: dict[str, dict[str, float]] = {}
        self._fitted = False
        self.chart = Chart(TimeScale.fitting(18262, 20454, 600))
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.retranslate()

    # What is shown

    def show_records(self, ids: Sequence[str], current: str) -> None:
        """Show the lanes of these records; they are asked for as they come into view."""
        other = current != self.chart.current
        self._ids, self.chart.current = ids, current
        self._index = {record_id: at for at, record_id in enumerate(ids)}
        self._placed.clear()
        if self.chart.focus[0] not in self._index or other:
            self.chart.focus = (ids[0], "") if ids else ("", "")
        if other:
            self._fitted = False
            self.verticalScrollBar().setValue(0)
        self._arrange()

    def take_lanes(self, lanes: Mapping[str, Lane], own: Mapping[str, Property]) -> None:
        """Take lanes that were asked for, or that have changed."""
        self.chart.own = own
        for record_id, lane in lanes.items():
            self._lanes[record_id] = lane
            self._placed.pop(record_id, None)
            self._widths.pop(record_id, None)
        if not self._fitted and self._ids and self._ids[0] in self._lanes:
            self.fit()
        self._arrange()
        self.moved.emit()

    def forget(self) -> None:
        """Let lanes that are not in view be read again."""
        kept = {placed.lane.record_id for placed in self.chart.placed}
        self._lanes = {record_id: lane for record_id, lane in self._lanes.items() if record_id in kept}
        self._placed.clear()
        self._widths.clear()

    def lane(self, record_id: str) -> Lane | None:
        """Return a lane that has been read."""
        return self._lanes.get(record_id)

    def in_view(self) -> list[str]:
        """Return the records whose lanes are in view or near it."""
        top = self._top()[0]
        return list(self._ids[max(0, top - _MARGIN) : top + len(self.chart.placed) + _MARGIN])

    def focus_entry(self) -> Entry | None:
        """Return the entry with the focus; None where a lane has it."""
        lane = self._lanes.get(self.chart.focus[0])
        entries = lane.entries if lane is not None else ()
        return next((entry for entry in entries if entry.row.id == self.chart.focus[1]), None)

    def focus_words(self) -> str:
        """Say what has the focus."""
        entry, lane = self.focus_entry(), self._lanes.get(self.chart.focus[0])
        if lane is None:
            return ""
        return lane_words(lane) if entry is None else f"{lane.name} · {entry_words(entry, self.chart.own)}"

    # Where things stand

    def _body_width(self) -> float:
        width = float(self.viewport().width())
        return max(1.0, width - head_width(width))

    def _place(self, at: int) -> Placed:
        record_id = self._ids[at]
        known = self._placed.get(record_id)
        if known is None:
            lane = self._lanes.get(record_id, Lane(record_id, "…", ""))
            most = 0 if record_id == self.chart.current else LISTED_ROWS
            known = self._placed[record_id] = place(
                lane, self.chart.scale, self.chart.own, most=most, widths=self._widths.setdefault(record_id, {})
            )
        return known

    def _top(self) -> tuple[int, int]:
        """Return the lane at the top, and how many of its rows are scrolled away: rows of the first count singly."""
        if not self._ids:
            return 0, 0
        value, rows = self.verticalScrollBar().value(), self._place(0).rows
        return (0, value) if value < rows else (value - rows + 1, 0)

    def _arrange(self) -> None:
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, (self._place(0).rows if self._ids else 1) + len(self._ids) - 2))
        bar.setPageStep(max(1, round(self.viewport().height() / row_height() / 2)))
        at, self.chart.above = self._top()
        placed: list[Placed] = []
        room = self.viewport().height() - axis_height() + self.chart.above * row_height()
        while at < len(self._ids) and room > 0:
            placed.append(self._place(at))
            room -= lane_height(placed[-1])
            at += 1
        self.chart.placed = placed
        if any(record_id not in self._lanes for record_id in self.in_view()):
            self._asking.start()
        self.viewport().update()

    def _scrolled(self) -> None:
        self._arrange()

    def _ask(self) -> None:
        missing = [record_id for record_id in self.in_view() if record_id not in self._lanes]
        if missing:
            self.wanted.emit(missing)

    # Time

    def set_scale(self, scale: TimeScale) -> None:
        """Show other days."""
        if scale.days / scale.length != self.chart.scale.days / self.chart.scale.length:
            self._placed.clear()
        self.chart.scale = scale
        self._arrange()

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Show fewer days (a factor below 1) or more; `at`, in pixels from the left of time, is held still."""
        if at is None:
            entry = self.focus_entry()
            middle = self.chart.scale.length / 2
            x = middle if entry is None else self.chart.scale.x((entry.extents.earliest + entry.extents.latest + 1) / 2)
            at = x if 0 <= x <= self.chart.scale.length else middle
        self.set_scale(self.chart.scale.zoomed(factor, at))

    def fit(self) -> None:
        """Show all the time of the record with the focus, or of those in view where it has none."""
        lane = self._lanes.get(self.chart.focus[0] or (self._ids[0] if self._ids else ""))
        days = lane.days() if lane is not None else None
        if days is None:
            known = [found for placed in self.chart.placed if (found := placed.lane.days()) is not None]
            days = (min(a for a, _ in known), max(b for _, b in known)) if known else None
        if days is not None:
            self._fitted = True
            self.set_scale(fitted(*days, self._body_width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # As many days as before; what is fitted stays so.
        self._placed.clear()
        self.chart.scale = self.chart.scale.resized(self._body_width())
        self._arrange()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("Timeline"))
        self._placed.clear()
        self._widths.clear()
        self._arrange()

    @override
    def restyle(self) -> None:
        self._placed.clear()
        self._widths.clear()
        self._arrange()
