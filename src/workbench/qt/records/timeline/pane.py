"""The timeline pane: the current record's lane, the listed records' below it, and what has no date at the side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.properties import Property
from workbench.i18n import _
from workbench.qt.frame.base import IconButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.records.cited_list import CitedList, go_to_passage
from workbench.qt.records.painted_pane import PaintedPane
from workbench.qt.records.selection import Selection
from workbench.qt.records.timeline.canvas import TimelineCanvas
from workbench.qt.records.timeline.lanes import Lane, make_lane
from workbench.qt.records.timeline.words import row_title, undated_words
from workbench.qt.session import Session
from workbench.store.queries.dated import DatedRow, dated_rows
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.queries.vocabulary import own_properties

_SHOWN = ("record", "name", "statement", "participation", "relation", "evidence", "passage", "own_property")


@dataclass(frozen=True, slots=True)
class _Read:
    lanes: dict[str, Lane]
    own: Mapping[str, Property]


class TimelinePane(PaintedPane):
    """Events and dated statements of the selected records, as exactly as their dates are known."""

    action = "records.timeline"
    icon = "chart-gantt"

    def __init__(self, session: Session, selection: Selection) -> None:
        self.canvas = TimelineCanvas()
        super().__init__(
            session,
            selection,
            self.canvas,
            lambda: _(
                "Arrows: entries and records · Enter: evidence · Space: make current"
                " · + −: zoom · Shift with arrows: move · 0: fit"
            ),
        )
        self._again = False
        self.what = PlainLabel(self.canvas.focus_words, wrap=True)
        self.undated_title = PlainLabel(self._undated_words, role="small")
        self.undated = LineList(lambda: _("Without a date"), rows=2)
        self.cited = CitedList(session)
        self._build()
        self.canvas.wanted.connect(self._read)
        self.canvas.moved.connect(self._moved)
        self.canvas.opened.connect(self._open)
        self.canvas.chosen.connect(selection.set_current)
        self.undated.chosen.connect(self._open_undated)
        self.undated.clicked.connect(lambda _index: self._open_undated(self.undated.current_id()))
        selection.listed.connect(self._select)
        selection.current_changed.connect(self._select)
        self.restyle()

    def _build(self) -> None:
        self._tools = QHBoxLayout()
        self._tools.addWidget(self.what, 1)
        for icon, words, does in (
            ("zoom-out", lambda: _("Show more time (−)"), lambda: self.canvas.zoom(1.3)),
            ("zoom-in", lambda: _("Show less time (+)"), lambda: self.canvas.zoom(1 / 1.3)),
            ("maximize", lambda: _("Fit to the record (0)"), self.canvas.fit),
        ):
            self._tools.addWidget(IconButton(icon, words, does), 0, Qt.AlignmentFlag.AlignTop)
        self._side = QWidget()
        self._side.setProperty("place", "panel")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        for part, share in ((self.undated_title, 0), (self.undated, 1), (self.cited, 1)):
            self._side_column.addWidget(part, share)
        empty = EmptyState(
            "chart-gantt",
            lambda: _("No records to lay out in time"),
            more=lambda: _("Make a record, or filter the list less; Ctrl+F goes to the filter."),
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._tools)
        self._column.addWidget(self._beside(self._side, empty), 1)
        self._column.addWidget(self.hint)

    @staticmethod
    @override
    def words() -> str:
        return _("Timeline")

    # Following the selection and the archive

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self.canvas.forget()
            if self.isVisible():
                self._read_again()
            else:
                self._stale = True

    @override
    def _select(self, *_args: object) -> None:
        self._stale = not self.isVisible()
        if not self._stale:
            self._show()

    def _show(self) -> None:
        current = self.selection.current
        ids = self.selection.ids
        if current:
            ids = (current, *(record_id for record_id in ids if record_id != current))
        self._show_canvas(shown=bool(ids))
        self.canvas.show_records(ids, current)
        self._read_again()

    def _read_again(self) -> None:
        """Read what is in view anew, after the read that is under way if one is: that may have come too early."""
        self._again = self._reading
        self._read(self.canvas.in_view())

    def _read(self, ids: list[str]) -> None:
        """Read lanes in the background, one screenful at a time."""
        if self._reading or not ids:
            return
        session, language = self.session, self.session.language

        def read(_context: Context) -> _Read:
            with session.read() as connection:
                rows = dated_rows(connection, ids, language)
                names, kinds = record_names(connection, ids, language), record_kinds(connection, ids)
                own = own_properties(connection)
            lanes = {key: make_lane(key, names.get(key, ""), kinds.get(key, ""), rows[key]) for key in ids}
            return _Read(lanes, own)

        self._job = session.operations.run_read(read, on_done=self._take, owner=self)

    def _take(self, found: _Read) -> None:
        self.canvas.take_lanes(found.lanes, found.own)
        if self._again:
            self._read_again()

    # What is at hand

    def _lane(self) -> Lane | None:
        return self.canvas.lane(self.canvas.chart.focus[0])

    def _undated_words(self) -> str:
        lane = self._lane()
        return undated_words(len(lane.undated)) if lane is not None and lane.undated else ""

    def _moved(self) -> None:
        self.what.retranslate()
        self.undated_title.retranslate()
        lane, entry = self._lane(), self.canvas.focus_entry()
        rows = lane.undated if lane is not None else ()
        self.undated.set_lines(self._line(row) for row in rows)
        for part in (self.undated_title, self.undated):
            part.setVisible(bool(rows))
        passages = entry.row.passages if entry is not None else ()
        self.cited.show_passages(passages if len(passages) > 1 else ())
        self._side.setVisible(bool(rows) or len(passages) > 1)

    def _line(self, row: DatedRow) -> Line:
        detail = "" if row.passages else _("no evidence")
        return Line(
            row.id, row_title(row, self.canvas.chart.own), detail or row.date, kind=row.kind, warning=not row.passages
        )

    def _open(self, record_id: str, entry_id: str) -> None:
        entry = self.canvas.focus_entry() if entry_id else None
        if entry is None:
            self.open_asked.emit(record_id)
        else:
            self._open_row(entry.row)

    def _open_undated(self, row_id: str) -> None:
        lane = self._lane()
        for row in lane.undated if lane is not None else ():
            if row.id == row_id:
                self._open_row(row)

    def _open_row(self, row: DatedRow) -> None:
        """Go to the passage that says so; to the record where none does."""
        if row.passages:
            go_to_passage(self.session, row.passages[0])
        else:
            self.open_asked.emit(row.other_id or row.record_id)

    @override
    def restyle(self) -> None:
        look = current_look()
        gap, room = look.px("gap"), look.px("room")
        self._tools.setContentsMargins(room, gap, gap, gap)
        self._tools.setSpacing(look.px("step"))
        self.hint.setContentsMargins(room, gap, room, gap)
        self._side.setMinimumWidth(look.px("side_least"))
        self._side_column.setSpacing(look.px("step"))
        self.undated_title.setContentsMargins(gap, gap, gap, 0)
