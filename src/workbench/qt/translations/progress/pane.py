"""Progress: how much is translated, by whom, and when; the weeks painted beside the table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QVBoxLayout
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.date_text import date_text
from workbench.domain.kinds import TranslationState
from workbench.i18n import N_, _, active
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.files import choose_new_file
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel, state_text
from workbench.qt.frame.stack import Stack
from workbench.qt.frame.table import Column, RowModel, RowTable
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.translations.pane import Pane
from workbench.qt.translations.progress.chart import Bar, WeekChart
from workbench.services.progress import By, Counted, Unit, as_csv, count, people_outside, save_csv
from workbench.store.queries.progress import Progress, read_progress

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_BY = {
    By.STATE: N_("By language and state"),
    By.TRANSLATOR: N_("By translator"),
    By.REVIEWER: N_("By reviewer"),
    By.WEEK: N_("By week"),
}
_FIRST = {
    By.STATE: N_("Language"),
    By.TRANSLATOR: N_("Translator"),
    By.REVIEWER: N_("Reviewer"),
    By.WEEK: N_("Week of"),
}
_UNITS = {Unit.QUOTES: N_("Count quotes"), Unit.WORDS: N_("Count words of quotes")}
_STEPS = {
    TranslationState.TRANSLATED: N_("Translated in each week"),
    TranslationState.REVIEWED: N_("Reviewed in each week"),
    TranslationState.FINAL: N_("Made final in each week"),
}
_BEHIND = ("quote", "passage", "translation", "profile", "source")
"""Tables whose changes change what is counted."""

_Row = tuple[str, tuple[int, ...]]


class ProgressPane(Pane):
    """Reads in the worker, when it is in front and something has changed."""

    action = "desk.progress"
    icon = "chart"
    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._progress = Progress()
        self._people: dict[str, str] = {}
        self._stale, self._reading = True, False
        self._moved = False
        self.counted = Counted(By.STATE, (), ())
        self.by, self.unit, self.step = FittedCombo(), FittedCombo(), FittedCombo()
        self.copy = Button(lambda: _("Copy as CSV"), self.copy_csv, icon="copy")
        self.save = Button(lambda: _("Save as CSV…"), self._choose_file, icon="table")
        self.note = Banner()
        self.chart = WeekChart()
        self._no_weeks = PlainLabel(
            lambda: _("Nothing has come so far in the last year. What is done from now on stands here week by week."),
            role="second",
            wrap=True,
        )
        self.model: RowModel[_Row] = RowModel((), self._fetch, self)
        self.table = RowTable(self.model, ())
        self._build()
        for box in (self.by, self.unit, self.step):
            box.currentIndexChanged.connect(self._show)
        self.setFocusProxy(self.by)
        self.restyle()
        self.retranslate()

    @staticmethod
    @override
    def words() -> str:
        return _("Progress")

    def _build(self) -> None:
        self._tools = Flow()
        for part in (self.by, self.unit, self.step, self.copy, self.save):
            self._tools.addWidget(part)
        self._left = Stack()
        self._left.addWidget(self.chart)
        self._left.addWidget(self._no_weeks)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self._left)
        self.splitter.addWidget(self.table)
        self.splitter.splitterMoved.connect(self._keep_split)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._tools)
        self._column.addWidget(self.note)
        self._column.addWidget(self.splitter, 1)

    @override
    def enter(self) -> None:
        self._read()
        self.by.setFocus()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_BEHIND):
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        if not self._stale or self._reading:
            return
        self._stale, self._reading = False, True
        session = self.session

        def read(context: Context) -> Progress:
            with session.read() as connection:
                return read_progress(connection, check=context.check)

        session.operations.run_read(read, on_done=self._found, owner=self, aside=True)

    def _found(self, progress: Progress) -> None:
        self._reading = False
        self._progress = progress
        self._people = {row.id: f"{row.initials} · {row.name}" for row in self.session.profiles()}
        self._show()
        self._read()

    def _chosen(self) -> tuple[By, Unit, TranslationState]:
        return (
            By(self.by.currentData() or By.STATE),
            Unit(self.unit.currentData() or Unit.QUOTES),
            TranslationState(self.step.currentData() or TranslationState.TRANSLATED),
        )

    def _show(self) -> None:
        by, unit, step = self._chosen()
        self.counted = count(self._progress, by, unit, step)
        columns = self._columns()
        self.model.set_columns(columns)
        self.model.mark_stale()
        self.model.set_ids(key for key, _counts in self._rows())
        self._fit()
        weeks = count(self._progress, By.WEEK, unit, step)
        self.chart.show_weeks([Bar(monday, counts) for monday, counts in weeks.rows], weeks.columns)
        self._left.setCurrentWidget(self.chart if weeks.rows else self._no_weeks)

    def _rows(self) -> Sequence[_Row]:
        """Return the rows in the order in which they stand: of weeks, the last first."""
        return self.counted.rows[::-1] if self.counted.by is By.WEEK else self.counted.rows

    def _columns(self) -> list[Column[_Row]]:
        def number(place: int, row: _Row) -> str:
            return active().number(row[1][place])

        first = Column[_Row](_FIRST[self.counted.by], lambda row: self._name(row[0]), stretch=True)
        counts = [
            Column[_Row](self._heading(key), partial(number, place), right=True)
            for place, key in enumerate(self.counted.columns)
        ]
        together = Column[_Row](N_("Together"), lambda row: active().number(sum(row[1])), right=True)
        return [first, *counts, together]

    def _fetch(self, keys: Sequence[str]) -> dict[str, _Row]:
        rows = dict(self.counted.rows)
        return {key: (key, rows[key]) for key in keys if key in rows}

    def _heading(self, key: str) -> str:
        if self.counted.by is By.STATE:
            words = state_text(TranslationState(key) if key else None)
            return words[:1].upper() + words[1:]
        return active().language_name(key)

    def _name(self, key: str, people: Mapping[str, str] | None = None) -> str:
        if self.counted.by is By.STATE:
            return active().language_name(key)
        if self.counted.by is By.WEEK:
            return date_text(key, active().language) if people is None else key
        return (self._people if people is None else people).get(key) or _("nobody noted")

    def csv(self, people: Mapping[str, str]) -> str:
        """Return the table in front as CSV, with these names of people; weeks as ISO dates."""
        first = _(_FIRST[self.counted.by])
        return as_csv(self.counted, self._heading, lambda key: self._name(key, people), first, _("Together"))

    def _with_people(self, done: Callable[[dict[str, str]], None]) -> None:
        """Read what people are called outside, since a table that is copied or written leaves."""

        def read(_context: Context) -> dict[str, str]:
            with self.session.read() as connection:
                return people_outside(connection)

        self.session.operations.run_read(read, on_done=done, owner=self)

    def copy_csv(self) -> None:
        """Put the table in front on the clipboard."""
        self._with_people(self._copied)

    def _copied(self, people: dict[str, str]) -> None:
        QGuiApplication.clipboard().setText(self.csv(people))
        self.note.show_message(Level.INFO, lambda: _("The table is on the clipboard."))

    def _choose_file(self) -> None:
        path = choose_new_file(self.window(), _("Save as CSV"), suffix="csv", name="progress.csv")
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Write the table in front to a file, in the background."""
        self._with_people(lambda people: self._save(self.csv(people), path))

    def _save(self, text: str, path: Path) -> None:
        self.session.operations.run_read(
            lambda _context: save_csv(text, path),
            on_done=lambda _none: self.note.show_message(
                Level.INFO, lambda: _("The table was written to “{name}”.").format(name=path.name)
            ),
            owner=self,
            lasting=True,
        )

    def _fill(self, box: FittedCombo, entries: Iterable[tuple[StrEnum, str]], name: str) -> None:
        at = max(0, box.currentIndex())
        with QSignalBlocker(box):
            box.clear()
            for key, words in entries:
                box.addItem(_(words), key)
            box.setCurrentIndex(at)
        box.setAccessibleName(name)
        box.updateGeometry()

    @override
    def retranslate(self) -> None:
        self._fill(self.by, _BY.items(), _("Rows of the table"))
        self._fill(self.unit, _UNITS.items(), _("What is counted"))
        self._fill(self.step, _STEPS.items(), _("What the weeks tell"))
        self.table.setAccessibleName(_("Progress in numbers"))
        self.chart.setAccessibleName(_("Progress week by week"))
        self._show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _keep_split(self) -> None:
        self._moved = True

    def _fit(self) -> None:
        """Put the table beside the chart, or below it; it is scrolled where there is no room for its columns."""
        look = current_look()
        wide = self.width() >= 2 * look.px("column")
        self.splitter.setOrientation(Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        widths = (max(header.sectionSizeHint(n), self.table.sizeHintForColumn(n)) for n in range(header.count()))
        needed = sum(widths) + look.px("hall")
        if wide and not self._moved:
            least = min(needed, self.width() * 2 // 3)
            half = max(least, self.width() // 2)
            self.splitter.setSizes([self.width() - half, half])
        if needed < self.table.viewport().width():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(gap, 0, gap, gap)
        self._column.setSpacing(gap)
        self._no_weeks.setContentsMargins(look.px("hall"), look.px("hall"), look.px("hall"), look.px("hall"))
