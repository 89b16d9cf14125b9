"""The review of rows: what is asked of all of them, what their columns are, what each becomes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.i18n import _, active, ngettext
from workbench.qt.actions import shown_keys
from workbench.qt.frame.base import Button, IconButton, Live, tip
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.rows.columns import ColumnList
from workbench.qt.rows.halves import Halves, Side
from workbench.qt.rows.options import Options
from workbench.qt.rows.results import Results
from workbench.qt.rows.words import ROWS_KEYS
from workbench.qt.session import Session
from workbench.services.row_named import made_beside
from workbench.services.row_plan import Plan


class Body(Live, QWidget):
    """Shows a plan of rows; `title` is that of the task, `bring_words` says how many would be brought in."""

    other_asked = Signal()
    """Another file is to be chosen."""

    save_asked = Signal()
    """What the columns are is to be kept in a file."""

    load_asked = Signal()
    """It is to be taken from one."""

    left = Signal()
    bring_asked = Signal()

    def __init__(
        self, session: Session, title: Callable[[], str], bring_words: Callable[[int], str], *, roster: bool
    ) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._bring_words = bring_words
        self.options, self.columns, self.results = Options(session, roster=roster), ColumnList(), Results(session)
        self._title = PlainLabel(title, role="title")
        self.file = ElidedLabel(second=True)
        self.other = Button(lambda: _("Choose another file…"), self.other_asked.emit, kind="quiet")
        self._close = IconButton("x", lambda: _("Close"), self.left.emit)
        self._head = QHBoxLayout()
        for widget, stretch in ((self._title, 0), (self.file, 1), (self.other, 0), (self._close, 0)):
            self._head.addWidget(widget, stretch)
        self._wrong = PlainLabel(role="error", wrap=True)
        self._summary = PlainLabel(role="second", wrap=True)
        self.bring = Button(self._bring, self.bring_asked.emit, kind="primary")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._summary, 1)
        self._foot.addWidget(self.bring)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head)
        self._column.addWidget(Halves(self._side(roster=roster), self.results), 1)
        self._column.addWidget(self._wrong)
        self._column.addLayout(self._foot)
        self._wrong.hide()
        for keys, asked in zip(ROWS_KEYS[0].keys, (self.save_asked, self.load_asked), strict=True):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(asked)
        self.retranslate()
        self.restyle()

    def _side(self, *, roster: bool) -> Side:
        scroll, inside = Side(), QWidget()
        inside.setProperty("place", "paper")
        self.save = Button(lambda: _("Save columns…"), self.save_asked.emit, kind="quiet", icon="file-plus")
        self.load = Button(lambda: _("Load columns…"), self.load_asked.emit, kind="quiet", icon="folder-open")
        self._lead = QHBoxLayout()
        self._lead.addWidget(PlainLabel(lambda: _("Columns"), role="lead"), 1)
        for button in (self.save, self.load):
            self._lead.addWidget(button)
        for part in (self.save, self.load, self.other):
            part.setVisible(not roster)
        self._side_column = QVBoxLayout(inside)
        self._side_column.addWidget(self.options)
        self._side_column.addLayout(self._lead)
        self._side_column.addWidget(self.columns)
        self._side_column.addStretch(1)
        scroll.setWidget(inside)
        return scroll

    def _bring(self) -> str:
        return self._bring_words(len(self._plan.coming()) if self._plan is not None else 0)

    def show_plan(self, made: Plan, *, ready: bool) -> None:
        """Say what would be brought in, and what stands in the way; it can be where it is `ready`."""
        self._plan = made
        counts = Counter(p.column for row in made.rows for p in row.problems if p.column is not None)
        reasons = {
            place: ngettext("{n} row has a problem here.", "{n} rows have a problem here.", count).format(
                n=active().number(count)
            )
            for place, count in counts.items()
        }
        reasons |= {p.column: p.reason for p in made.problems if p.column is not None}
        self.columns.set_problems(reasons)
        whole = _in_the_way(made)
        self._wrong.setText(" ".join(whole))
        self._wrong.setVisible(bool(whole))
        self._summary.setText(_summary(made))
        self.bring.set_words(self._bring)
        self.bring.setEnabled(ready)

    @override
    def retranslate(self) -> None:
        for button, keys in zip((self.save, self.load), ROWS_KEYS[0].keys, strict=True):
            button.setToolTip(tip(shown_keys(keys)))

    @override
    def restyle(self) -> None:
        look = current_look()
        room, gap = look.px("room"), look.px("gap")
        self._column.setContentsMargins(room, look.px("wide"), room, look.px("wide"))
        self._column.setSpacing(gap)
        self._head.setSpacing(look.px("wide"))
        self._foot.setSpacing(look.px("wide"))
        self._lead.setSpacing(look.px("half"))
        self._side_column.setContentsMargins(0, 0, gap, 0)
        self._side_column.setSpacing(gap)


def _in_the_way(made: Plan) -> list[str]:
    found = [p.reason for p in made.problems if p.column is None]
    if made.blocked and not made.mapping.leave_out:
        found.append(
            ngettext(
                "{n} row has a problem: correct its column, skip it, or leave out rows with problems.",
                "{n} rows have problems: correct their columns, skip them, or leave out rows with problems.",
                made.blocked,
            ).format(n=active().number(made.blocked))
        )
    return found


def _summary(made: Plan) -> str:
    coming, new = len(made.coming()), made.new_records()
    adds, beside = coming - new, made_beside(made)
    events, places = beside[RecordKind.EVENT], beside[RecordKind.PLACE]
    parts = [ngettext("{n} new record", "{n} new records", new).format(n=active().number(new))]
    if events:
        parts.append(ngettext("{n} new event", "{n} new events", events).format(n=active().number(events)))
    if places:
        parts.append(ngettext("{n} new place", "{n} new places", places).format(n=active().number(places)))
    if adds:
        words = ngettext("{n} row adds to a record", "{n} rows add to records", adds)
        parts.append(words.format(n=active().number(adds)))
    out = len(made.rows) - coming
    if out:
        parts.append(ngettext("{n} row left out", "{n} rows left out", out).format(n=active().number(out)))
    return " · ".join(parts)
