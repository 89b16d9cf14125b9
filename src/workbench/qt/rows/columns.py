"""One line for each column of a table: its heading, some of its cells, and what it is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget
from typing_extensions import override

from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.names import shortened
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.i18n import _, active
from workbench.importers.rows import Sheet
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo, FittedCombo
from workbench.qt.rows.words import NAMED, key_of, use_choices
from workbench.services.rows import Own

_TAGS = (*WORKING_LANGUAGES, "be-Latn", "be-tarask", "und")
_SAMPLES = 3
"""Cells of a column that are shown."""


class ColumnList(Live, QWidget):
    """Says what each column of a sheet is, and lets it be changed."""

    changed = Signal(int, object)
    """A column's place and its new `ColumnUse`."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._lines: list[tuple[QComboBox, QComboBox, PlainLabel]] = []
        self._sheet: Sheet | None = None
        self._mapping: RowMapping | None = None
        self._filling = False
        self.own: Own = {}
        """The archive's own properties, which a column may be too."""
        self.restyle()

    @property
    def boxes(self) -> list[QComboBox]:
        """The box of each column, in the order of the columns."""
        return [use for use, _tag, _wrong in self._lines]

    def show_columns(self, sheet: Sheet, mapping: RowMapping) -> None:
        """Show the columns of a sheet, with what a mapping says they are."""
        if self._sheet is not sheet or self._mapping is None or self._mapping.heading != mapping.heading:
            self._make(sheet, mapping)
        self._sheet, self._mapping = sheet, mapping
        self._fill()

    def set_problems(self, reasons: Mapping[int, str]) -> None:
        """Say under a column, by its place, what is wrong with it."""
        for place, (use, _tag, wrong) in enumerate(self._lines):
            wrong.setText(reasons.get(place, ""))
            wrong.setVisible(place in reasons)
            use.setAccessibleDescription(reasons.get(place, ""))

    def _make(self, sheet: Sheet, mapping: RowMapping) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for place in range(sheet.width):
            heading = _heading(sheet, mapping, place)
            name = ElidedLabel(heading, strong=True)
            below = [row[place] for row in sheet.rows[mapping.heading + 1 :][:50] if place < len(row) and row[place]]
            cells = ElidedLabel(" · ".join(shortened(cell, 30) for cell in below[:_SAMPLES]), second=True)
            use, tag, wrong = FittedCombo(), CalmCombo(), PlainLabel(role="error", wrap=True)
            use.currentIndexChanged.connect(lambda _index, place=place: self._chosen(place))
            tag.currentIndexChanged.connect(lambda _index, place=place: self._chosen(place))
            for row, widget in enumerate((name, cells, wrong)):
                self._grid.addWidget(widget, 4 * place + row, 0, 1, 1 if row < 2 else 3)
            self._grid.addWidget(use, 4 * place, 1, 2, 1)
            self._grid.addWidget(tag, 4 * place, 2, 2, 1)
            self._grid.setRowMinimumHeight(4 * place + 3, current_look().px("step"))
            wrong.hide()
            for box in (use, tag):
                box.setMinimumContentsLength(13 if box is use else 8)
            self._lines.append((use, tag, wrong))
        self._grid.setRowStretch(4 * sheet.width, 1)

    def _fill(self) -> None:
        if self._sheet is None or self._mapping is None:
            return
        self._filling = True
        choices = use_choices(self._mapping.kind, self.own)
        for place, (use, tag, _wrong) in enumerate(self._lines):
            column = self._mapping.columns[place] if place < len(self._mapping.columns) else ColumnUse()
            heading = _heading(self._sheet, self._mapping, place)
            use.clear()
            for key, words in choices:
                use.addItem(words, key)
            use.setCurrentIndex(max(0, use.findData(key_of(column))))
            use.setAccessibleName(_("What the column “{name}” is").format(name=heading))
            tag.clear()
            for each in dict.fromkeys((*_TAGS, column.tag) if column.tag else _TAGS):
                tag.addItem(active().language_name(each), each)
            tag.setCurrentIndex(max(0, tag.findData(column.tag or self._mapping.language)))
            tag.setAccessibleName(_("Language of the column “{name}”").format(name=heading))
            tag.setVisible(column.use in NAMED)
        self._filling = False

    def _chosen(self, place: int) -> None:
        if self._filling:
            return
        use, tag, _wrong = self._lines[place]
        code = str(use.currentData())
        named = code.split(":", maxsplit=1)[0] in {each.value for each in NAMED}
        self.changed.emit(place, ColumnUse.of(f"{code}:{tag.currentData()}" if named else code))

    @override
    def retranslate(self) -> None:
        self._fill()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._grid.setHorizontalSpacing(look.px("gap"))
        self._grid.setColumnMinimumWidth(0, look.px("target") * 4)
        self._grid.setVerticalSpacing(0)
        self._grid.setContentsMargins(0, look.px("half"), look.px("gap"), look.px("half"))


def _heading(sheet: Sheet, mapping: RowMapping, place: int) -> str:
    headings = sheet.rows[mapping.heading] if mapping.heading >= 0 else ()
    text = headings[place].strip() if place < len(headings) else ""
    return text or _("Column {n}").format(n=place + 1)
