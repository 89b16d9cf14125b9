"""What the table leaves out: by a part of a name, by one column, and by what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property
from workbench.i18n import N_, _, pgettext
from workbench.qt.frame.base import Button, CountButton, Live, PictureButton
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.flow import Flow
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.picker.offers import KIND_ICONS
from workbench.qt.records.table.columns import level_of, title_of
from workbench.qt.records.words import PLURALS
from workbench.services.catalogue import CONFLICTS, LEVEL, NAME, UNSUPPORTED, Wanted


class How(StrEnum):
    """What is asked of a column."""

    HAS = "has"
    FILLED = "filled"
    EMPTY = "empty"


_TEXT, _NAME_LEAST = 0.45, 0.55
"""Widths of what a column contains, and of a name at least: shares of a side panel."""

_HOW = {How.HAS: N_("contains"), How.FILLED: N_("is given"), How.EMPTY: N_("is empty")}


class Filters(Live, QWidget):
    """Sets what is `wanted`; `changed` tells that it is something else."""

    changed = Signal()
    kind_asked = Signal(object)
    list_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns: tuple[str, ...] = ()
        self._known: Mapping[str, Property] = {}
        self.kinds = {kind: self._kind_button(kind) for kind in RecordKind}
        self.search = SearchField(lambda: _("Filter by name, in any language"))
        self.column, self.how = CalmCombo(), CalmCombo()
        self.text = QLineEdit()
        self.conflicts = self._sign_button(lambda: _("Contradictions"), "triangle-alert")
        self.unsupported = self._sign_button(lambda: _("Without evidence"), "unlink")
        self.clear = Button(lambda: _("Show all"), self.show_all, kind="quiet", icon="x")
        self._tools = Flow(most=1)
        self._build()
        self.retranslate()
        self.restyle()

    def _kind_button(self, kind: RecordKind) -> CountButton:
        made = CountButton(lambda: _(PLURALS[kind]), lambda: current_look().icon(KIND_ICONS[kind], kind.value))
        made.clicked.connect(lambda _on: self.kind_asked.emit(kind))
        return made

    def _sign_button(self, words: Callable[[], str], icon: str) -> PictureButton:
        made = PictureButton(words, lambda: current_look().icon(icon))
        made.clicked.connect(lambda _on: self.changed.emit())
        return made

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        for kind_button in self.kinds.values():
            self._tools.addWidget(kind_button)
        line, tools = Flow(), (self.conflicts, self.unsupported, self.clear)
        asked = (self.search, self.column, self.how, self.text)
        for flow, parts in ((self._tools, tools), (line, asked)):
            for part in parts:
                flow.addWidget(part)
        self._column.addLayout(self._tools)
        self._column.addLayout(line)
        self.search.searched.connect(lambda _text: self.changed.emit())
        self.search.list_asked.connect(self.list_asked)
        self.column.currentIndexChanged.connect(lambda _place: self._changed_column())
        self.how.currentIndexChanged.connect(lambda _place: self._changed_column())
        self.text.textChanged.connect(lambda _text: self.changed.emit())
        self.changed.connect(self._offer_all)
        self.search.edit.textChanged.connect(lambda _text: self._offer_all())
        self._offer_all()
        self.text.returnPressed.connect(self.list_asked)

    def _changed_column(self) -> None:
        self.text.setVisible(self.how.currentData() == How.HAS)
        self.changed.emit()

    def _offer_all(self) -> None:
        """Offer to show all where something is left out."""
        asked = self.wanted(RecordKind.PERSON, NAME, descending=False)
        offered = bool(asked.typed or asked.has or asked.lacks)
        if not offered and self.clear.hasFocus():
            self.search.setFocus()
        self.clear.setVisible(offered)

    @property
    def _asks(self) -> How:
        return How(self.how.currentData() or How.HAS)

    def wanted(self, kind: RecordKind, column: str, *, descending: bool) -> Wanted:
        """Return what is asked for, sorted so."""
        key, text = str(self.column.currentData() or NAME), " ".join(self.text.text().split())
        has: list[tuple[str, str]] = []
        if self._asks is How.HAS and text:
            has.append((key, level_of(text) if key == LEVEL else text))
        if self._asks is How.FILLED:
            has.append((key, ""))
        has += [
            (what, "")
            for what, button in ((CONFLICTS, self.conflicts), (UNSUPPORTED, self.unsupported))
            if button.isChecked()
        ]
        lacks = (key,) if self._asks is How.EMPTY else ()
        return Wanted(kind, self.search.text(), tuple(has), lacks, column, descending)

    def show_columns(self, keys: Sequence[str], known: Mapping[str, Property]) -> None:
        """Let one choose among these columns."""
        self._columns, self._known = tuple(keys), known
        chosen = self.column.currentData()
        with QSignalBlocker(self.column):
            self.column.clear()
            for key in self._columns:
                self.column.addItem(title_of(key, known), key)
            self.column.setCurrentIndex(max(0, self.column.findData(chosen)))

    def show_all(self) -> None:
        """Give up every filter."""
        with QSignalBlocker(self):
            self.search.show_text("")
            self.text.clear()
            self.how.setCurrentIndex(0)
            for button in (self.conflicts, self.unsupported):
                button.setChecked(False)
        self.changed.emit()

    @override
    def retranslate(self) -> None:
        chosen = max(0, self.how.currentIndex())
        with QSignalBlocker(self.how):
            self.how.clear()
            for how in How:
                self.how.addItem(_(_HOW[how]), how)
            self.how.setCurrentIndex(chosen)
        self.show_columns(self._columns, self._known)
        self.column.setAccessibleName(_("Column to filter by"))
        self.how.setAccessibleName(_("How to filter the column"))
        self.text.setAccessibleName(_("What the column contains"))
        self.text.setPlaceholderText(pgettext("filter of a column", "text or date"))

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._column.setContentsMargins(gap, 0, gap, gap)
        self._column.setSpacing(gap)
        self.text.setFixedWidth(round(look.px("side") * _TEXT))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Have the name take the room that is left of the line, up to what it needs."""
        look = current_look()
        asked = sum(part.sizeHint().width() for part in (self.column, self.how)) + self.text.width()
        room, side = self.width() - asked - 5 * look.px("gap"), look.px("side")
        self.search.setFixedWidth(max(round(side * _NAME_LEAST), min(side, room)))
