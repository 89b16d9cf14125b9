"""What the queue leaves out beside states and words: a page of choices, and a chip for each that is in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import N_, _, ngettext
from workbench.qt.frame.base import Button, CountButton, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.translations.shelf import NOBODY, Facet, Mark, Order

MARKS: dict[Mark, tuple[str, str]] = {
    Mark.MINE: (N_("Mine to review"), "review"),
    Mark.REWORK: (N_("Needs rework"), "undo-2"),
    Mark.DISPUTED: (N_("Disputed"), "triangle-alert"),
    Mark.SECOND_LOOK: (N_("Waits for a second look"), "eye"),
    Mark.RELAY: (N_("Made from a translation"), "voice"),
    Mark.COMMENTS: (N_("With open comments"), "comment"),
}
"""Each mark's words and icon."""

FACETS: dict[Facet, tuple[str, str, str]] = {
    Facet.SPEAKER: (N_("Speaker"), N_("All speakers"), N_("speaker unknown")),
    Facet.EVENT: (N_("Event"), N_("All events"), N_("without an event")),
    Facet.SOURCE: (N_("Source"), N_("All sources"), ""),
    Facet.RESPONSIBLE: (N_("Responsible"), N_("Everybody and nobody"), N_("nobody")),
}
"""Each facet's words, how all of it is called, and how having none is; empty where every line has one."""

_ORDERS = {Order.READING: N_("In reading order"), Order.WAITING: N_("Oldest waiting first")}


def _mark_button(mark: Mark) -> CountButton:
    words, icon = MARKS[mark]
    return CountButton(lambda: _(words), lambda: current_look().icon(icon, "ink"))


class FilterPage(Live, QScrollArea):
    """The choices. `changed` comes with each one, `done` when the person wants the list back."""

    changed = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.marks = {mark: _mark_button(mark) for mark in Mark}
        self.facets = {facet: CalmCombo() for facet in Facet}
        self.order = CalmCombo()
        self._names: dict[Facet, Mapping[str, str]] = {facet: {} for facet in Facet}
        self._count = 0
        self.back = Button(self._back_words, self.done.emit, kind="primary", icon="check")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._build()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inside)
        self.setFocusProxy(self.order)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self._add(lambda: _("Order"), self.order)
        for facet, box in self.facets.items():
            self._add(self._title(facet), box)
            box.currentIndexChanged.connect(self.changed)
        self._column.addWidget(PlainLabel(lambda: _("Only lines"), role="small"))
        for button in self.marks.values():
            self._column.addWidget(button)
            button.toggled.connect(lambda _on: self.changed.emit())
        line = Flow()
        line.addWidget(self.back)
        self._column.addLayout(line)
        self._column.addStretch(1)
        self.order.currentIndexChanged.connect(self.changed)

    def _title(self, facet: Facet) -> Callable[[], str]:
        return lambda: _(FACETS[facet][0])

    def _add(self, title: Callable[[], str], box: CalmCombo) -> None:
        label = PlainLabel(title, role="small")
        label.setBuddy(box)
        self._column.addWidget(label)
        self._column.addWidget(box)

    def _back_words(self) -> str:
        return ngettext("Show {n} line", "Show {n} lines", self._count).format(n=self._count)

    def take_in(self, part: QWidget) -> None:
        """Have something at the top that has no room elsewhere."""
        self._column.insertWidget(0, part)

    def show_names(self, facet: Facet, names: Mapping[str, str]) -> None:
        """Let one choose among these of a facet, names by id; the choice stays where it is still there."""
        self._names[facet] = names
        box = self.facets[facet]
        chosen = box.currentData()
        _title, everything, nothing = FACETS[facet]
        with QSignalBlocker(box):
            box.clear()
            box.addItem(_(everything), None)
            if nothing:
                box.addItem(_(nothing), NOBODY)
            for key, name in sorted(names.items(), key=lambda item: item[1].casefold()):
                box.addItem(name or _("Untitled"), key)
            box.setCurrentIndex(max(0, box.findData(chosen)))

    def show_counts(self, lines: int, marks: Mapping[Mark, int]) -> None:
        """Say how many lines are shown, and how many there would be with each mark."""
        self._count = lines
        self.back.retranslate()
        for mark, button in self.marks.items():
            button.set_count(marks.get(mark, 0))

    @property
    def chosen_order(self) -> Order:
        """In which order lines are to stand."""
        return Order(self.order.currentData() or Order.READING)

    def chosen_facets(self) -> dict[Facet, str]:
        """Return what is chosen of each facet that something is chosen of."""
        found = ((facet, box.currentData()) for facet, box in self.facets.items())
        return {facet: str(value) for facet, value in found if value is not None}

    def chosen_marks(self) -> frozenset[Mark]:
        """Return the marks of which lines are to have one."""
        return frozenset(mark for mark, button in self.marks.items() if button.isChecked())

    def in_force(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what each filter in force is called, and what takes it away."""
        found: list[tuple[str, Callable[[], None]]] = [
            (f"{_(FACETS[facet][0])}: {self.facets[facet].currentText()}", self._giver_up(facet))
            for facet in self.chosen_facets()
        ]
        found += [
            (_(MARKS[mark][0]), lambda button=self.marks[mark]: button.setChecked(False))  # type: ignore[misc]
            for mark in Mark
            if self.marks[mark].isChecked()
        ]
        return found

    def _giver_up(self, facet: Facet) -> Callable[[], None]:
        return lambda: self.facets[facet].setCurrentIndex(0)

    def clear(self) -> None:
        """Take every filter away without a word; the order stays."""
        with ExitStack() as quiet:
            for part in (*self.facets.values(), *self.marks.values()):
                quiet.enter_context(QSignalBlocker(part))
            for box in self.facets.values():
                box.setCurrentIndex(0)
            for button in self.marks.values():
                button.setChecked(False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
            return
        super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        chosen = self.chosen_order
        with QSignalBlocker(self.order):
            self.order.clear()
            for order, words in _ORDERS.items():
                self.order.addItem(_(words), order)
            self.order.setCurrentIndex(self.order.findData(chosen))
        self.order.setAccessibleName(_("Order"))
        for facet, box in self.facets.items():
            box.setAccessibleName(_(FACETS[facet][0]))
            self.show_names(facet, self._names[facet])
        self.setAccessibleName(_("Filters"))

    @override
    def restyle(self) -> None:
        gap = current_look().px("gap")
        self._column.setContentsMargins(gap, gap, gap, gap)
        self._column.setSpacing(current_look().px("step"))


class Chips(Live, QWidget):
    """The filters in force; each is taken away by its own button. `taken_away` comes after one."""

    taken_away = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self)
        self.buttons: list[Button] = []
        self._shown: list[str] = []
        self.setVisible(False)

    def show_filters(self, filters: list[tuple[str, Callable[[], None]]]) -> None:
        """Show a chip for each filter, by its words and what takes it away."""
        words = [words for words, _does in filters]
        if words == self._shown:
            return
        self._shown = words
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [self._chip(words, take_away) for words, take_away in filters]
        for button in self.buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(filters))
        self.updateGeometry()

    def _chip(self, words: str, take_away: Callable[[], None]) -> Button:
        def does() -> None:
            take_away()
            self.taken_away.emit()

        button = Button(words, does, kind="filter", icon="x")
        button.setAccessibleName(_("Take the filter away: {filter}").format(filter=words))
        return button
