"""The queue: every quote in every language that it is to be in, and what each of them waits for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.frame.base import Button, CountButton, Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import state_icon
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.translations.filters import MARKS, Chips, FilterPage
from workbench.qt.translations.relay import relay_words
from workbench.qt.translations.shelf import MARKS_OF, Facet, Found, Shelf, Wanted, line_id
from workbench.store.queries.desk import Queue
from workbench.store.queries.overview import ProfileRow
from workbench.store.queries.quotes import Need, QueueRow

NEEDS: dict[Need, tuple[str, TranslationState | None]] = {
    Need.MISSING: (N_("Missing"), None),
    Need.DRAFT: (N_("Draft"), TranslationState.INITIAL),
    Need.REVIEW: (N_("Waiting for review"), TranslationState.TRANSLATED),
    Need.REVIEWED: (N_("Reviewed"), TranslationState.REVIEWED),
    Need.FINAL: (N_("Final"), TranslationState.FINAL),
    Need.STALE: (N_("Stale"), TranslationState.INITIAL),
}
"""Each need's words, and the state whose disc stands for it."""


_ROOM = 16
"""How many targets high the queue has to be for its filters to be in sight with it."""


def _filter_of(need: Need) -> CountButton:
    words, state = NEEDS[need]

    def picture() -> QIcon:
        return current_look().icon("triangle-alert", "warning") if need is Need.STALE else state_icon(state, "wide")

    return CountButton(lambda: _(words), picture, size="wide")


class QueuePanel(Live, QWidget):
    """The filters and the list. `opened(id)` when another line is the current one, `chosen(id)` with Enter."""

    opened = Signal(str)
    chosen = Signal(str)
    sources_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shelf = Shelf(Queue(), None)
        self._people: dict[str, ProfileRow] = {}
        self.search = SearchField(lambda: _("Filter by words or speaker"))
        self.languages = CalmCombo()
        self.chips = Chips()
        self.needs = {need: _filter_of(need) for need in Need}
        self.filters = FilterPage()
        self._low = False
        self._filtered_anew = False
        self.more = Button(self._more_words, self._toggle_filters, kind="filter", icon="funnel")
        self.list = LineList(lambda: _("Queue of translations"), rows=2)
        self._nothing = EmptyState(
            "message-square-quote",
            lambda: _("No quotes yet"),
            more=lambda: _("Mark someone’s words in a source; they come here to be translated."),
            verbs=((lambda: _("Open the sources"), self.sources_asked.emit, "Q"),),
        )
        self._filtered = EmptyState(
            "funnel",
            lambda: _("Nothing fits the filter"),
            verbs=((lambda: _("Show everything"), self.clear_filters, ""),),
        )
        self._build()
        self._connect()
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        self.more.setCheckable(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.lines.read_with(self._read_lines)
        self._choices = QHBoxLayout()
        self._choices.addWidget(self.languages, 1)
        self._choices.addWidget(self.more)
        self._states = QWidget()
        self._state_column, self._grid = QVBoxLayout(self._states), QGridLayout()
        self._state_column.setContentsMargins(0, 0, 0, 0)
        self._state_column.addWidget(self.chips)
        self._state_column.addLayout(self._grid)
        self._place_states(2)
        self._filters = QVBoxLayout()
        self._filters.addWidget(self.search)
        self._filters.addLayout(self._choices)
        self._filters.addWidget(self._states)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._filters)
        self._column.addWidget(self._stack, 1)
        # Filled last: a part without a parent would come up as a window of its own.
        for part in (self.list, self._nothing, self._filtered, self.filters):
            self._stack.addWidget(part)

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._filter())
        self.search.list_asked.connect(self.list.setFocus)
        self.list.current_changed.connect(self.opened)
        self.list.chosen.connect(self.chosen)
        self.list.installEventFilter(self)
        self.languages.currentIndexChanged.connect(self._filter)
        self.filters.changed.connect(self._filter)
        self.filters.done.connect(self.show_list)
        self.chips.taken_away.connect(self.take_focus)
        for button in self.needs.values():
            button.toggled.connect(lambda _on: self._filter())

    def show_shelf(self, shelf: Shelf, people: Sequence[ProfileRow]) -> None:
        """Show another queue; the current line stays current, whatever the filters say."""
        self._shelf = shelf
        self._people = {row.id: row for row in people}
        self.list.lines.mark_stale()
        self._show_names()
        self._show()

    def see_as(self, profile_id: str) -> None:
        """Let somebody else work: other lines are theirs to review."""
        self._shelf.see_as(profile_id)
        self._show()

    def patch(self, quote_ids: Iterable[str], rows: Iterable[QueueRow]) -> None:
        """Bring the lines of some quotes up to date where they stand, so that nothing jumps away."""
        self._filtered_anew = False  # somebody went on where they were
        stale = self._shelf.patch(set(quote_ids), rows)
        self.list.lines.mark_stale(stale)
        if stale is None:
            self._show_names()
            self._show()
        else:
            self._show_counts()

    def row(self, key: str) -> QueueRow | None:
        """Return a line of the queue by its id, shown or not."""
        entry = self._shelf.entries.get(key)
        return entry.row if entry is not None else None

    def rows_of(self, quote_id: str) -> list[QueueRow]:
        """Return the lines of one quote."""
        found = (self.row(line_id(quote_id, tag)) for tag in WORKING_LANGUAGES)
        return [row for row in found if row is not None]

    def selected(self) -> list[QueueRow]:
        """Return the selected lines, from the top."""
        found = (self.row(key) for key in self.list.selected_ids())
        return [row for row in found if row is not None]

    def shown(self) -> list[QueueRow]:
        """Return the lines as they are filtered, from the top."""
        found = (self.row(key) for key in self.list.lines.ids)
        return [row for row in found if row is not None]

    def go_to(self, key: str) -> bool:
        """Make a line the current one, giving up filters that hide it; tell whether it is in the queue."""
        if self.row(key) is None:
            return False
        if self.list.lines.place_of(key) is None:
            self.clear_filters()
        return self.list.go_to(key)

    def go_to_waiting(self, by: int) -> bool:
        """Go to the nearest line on, or back for -1, that waits for somebody; tell whether there is one."""
        lines = self.list.lines
        place = self.list.currentIndex().row() + by
        while 0 <= place < lines.rowCount():
            key = lines.id_at(place) or ""
            row = self.row(key)
            if row is not None and row.need is not Need.FINAL:
                return self.list.go_to(key)
            place += by
        return False

    def clear_filters(self) -> None:
        """Show everything."""
        with ExitStack() as quiet:
            for part in (self.languages, *self.needs.values()):
                quiet.enter_context(QSignalBlocker(part))
            self.languages.setCurrentIndex(0)
            for button in self.needs.values():
                button.setChecked(False)
        self.filters.clear()
        self.search.show_text("")
        self._show()

    def take_focus(self) -> None:
        """Take the focus where one goes on: the list, or what stands in its place."""
        part = self._stack.currentWidget()
        if part is not None:
            part.setFocus()

    def show_list(self) -> None:
        """Put the page of filters away."""
        self.more.setChecked(False)
        self._show()
        self.take_focus()

    def _place_states(self, columns: int) -> None:
        for place, button in enumerate(self.needs.values()):
            self._grid.addWidget(button, place // columns, place % columns)

    def _more_words(self) -> str:
        """Say how many filters are in force where they are not in sight."""
        states = sum(button.isChecked() for button in self.needs.values())
        count = states + len(self.filters.in_force()) if self._low else 0
        words = _("Filters")
        return f"{words}  {active().number(count)}" if count else words

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where there is little height, the list needs it more than the filters, which go to their page.
        low = event.size().height() < current_look().px("target") * _ROOM
        if low != self._low:
            self._low = low
            self._place_states(1 if low else 2)
            if low:
                self.filters.take_in(self._states)
            else:
                self._filters.addWidget(self._states)
            self.more.retranslate()

    def _toggle_filters(self) -> None:
        self._show()
        self.take_focus()

    def _show_names(self) -> None:
        for facet in Facet:
            names = self._shelf.names(facet)
            if facet is Facet.RESPONSIBLE:
                names = {row.id: f"{row.initials} · {row.name}" for row in self._people.values()}
            self.filters.show_names(facet, names)

    def _wanted(self) -> Wanted:
        return Wanted(
            self.languages.currentData(),
            tuple(self.search.text().casefold().split()),
            self.filters.chosen_facets(),
            frozenset(need for need, button in self.needs.items() if button.isChecked()),
            self.filters.chosen_marks(),
        )

    def _filter(self) -> None:
        self._filtered_anew = True
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Filters take no line away from whoever writes it; who comes to the list comes to what they let through.
        if watched is self.list and isinstance(event, QFocusEvent) and event.gotFocus() and self._filtered_anew:
            self._filtered_anew = False
            if event.reason() is not Qt.FocusReason.MouseFocusReason:
                self._go_to_fitting()
        return False

    def _go_to_fitting(self) -> None:
        """Go to the first line that fits and waits, or just fits, where the one at hand does not fit."""
        fitting = self._shelf.find(self._wanted(), self.filters.chosen_order).lines
        if not fitting.ids or self.list.current_id() in fitting.places:
            return
        waiting = (key for key in fitting.ids if self._shelf.entries[key].row.need is not Need.FINAL)
        self.list.set_ids(fitting, next(waiting, fitting.ids[0]))

    def _show(self) -> None:
        found = self._shelf.find(self._wanted(), self.filters.chosen_order, self.list.current_id())
        self.list.set_ids(found.lines)
        self._tell(found)
        in_place = self.list if found.lines.ids else self._filtered if self._shelf.entries else self._nothing
        self._stack.setCurrentWidget(self.filters if self.more.isChecked() else in_place)
        self.chips.show_filters(self.filters.in_force())
        self.more.retranslate()

    def _show_counts(self) -> None:
        self._tell(self._shelf.find(self._wanted(), self.filters.chosen_order))

    def _tell(self, found: Found) -> None:
        for need, button in self.needs.items():
            button.set_count(found.needs.get(need, 0))
        self.filters.show_counts(self.list.lines.rowCount(), found.marks)

    def _read_lines(self, keys: Sequence[str]) -> dict[str, Line]:
        rows = ((key, self.row(key)) for key in keys)
        return {key: _line(row, key, self._people) for key, row in rows if row is not None}

    @override
    def retranslate(self) -> None:
        self.languages.setAccessibleName(_("Language"))
        chosen = self.languages.currentData()
        with QSignalBlocker(self.languages):
            self.languages.clear()
            self.languages.addItem(_("All languages"), None)
            for tag in WORKING_LANGUAGES:
                self.languages.addItem(active().language_name(tag), tag)
            self.languages.setCurrentIndex(max(0, self.languages.findData(chosen)))
        self.list.lines.mark_stale()
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        # What stands in for an empty list asks for more height than a list needs.
        self._stack.setMinimumHeight(look.px("target") * 3)
        self._filters.setContentsMargins(gap, gap, gap, gap)
        self._filters.setSpacing(gap)
        self._choices.setSpacing(gap)
        self._state_column.setSpacing(gap)
        self._grid.setSpacing(look.px("step"))


def _line(row: QueueRow, key: str, people: Mapping[str, ProfileRow]) -> Line:
    translation = row.translation if row.translation and row.translation.text else None
    remarks = [_(NEEDS[row.need][0])] if row.need is Need.STALE else []
    if translation is not None and translation.sub_state in MARKS_OF:
        remarks.append(_(MARKS[MARKS_OF[translation.sub_state]][0]))
    warning = bool(remarks)
    if translation is not None and translation.relay_language:
        remarks.append(relay_words(translation.relay_language))
    responsible = people.get(row.responsible_id or "")
    language = active().language_name(row.language)
    comments = row.quote.comments
    return Line(
        key,
        " ".join(row.quote.exact.split()),
        " · ".join((*remarks, row.quote.speaker or _("speaker unknown"))),
        f"{language} · {responsible.initials}" if responsible else language,
        state=translation.state if translation else None,
        stateful=True,
        warning=warning,
        sign="comment" if comments else "",
        sign_words=ngettext("{n} open comment", "{n} open comments", comments).format(n=comments) if comments else "",
    )
