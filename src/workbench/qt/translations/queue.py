"""The queue: every quote in every language that it is to be in, and what each of them waits for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from contextlib import ExitStack

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _, active
from workbench.qt.frame.base import CountButton, Live
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.labels import state_icon
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
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


def line_id(quote_id: str, language: str) -> str:
    """Return the id of a line of the queue."""
    return f"{quote_id} {language}"


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
        self._rows: dict[str, QueueRow] = {}
        self._choice: tuple[str | None, str | None] = (None, None)
        self._words: list[str] = []
        self.search = SearchField(lambda: _("Filter by words or speaker"))
        self.languages, self.sources = QComboBox(), QComboBox()
        self.needs = {need: _filter_of(need) for need in Need}
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
        self.search.searched.connect(lambda _text: self._show())
        self.search.list_asked.connect(self.list.setFocus)
        self.list.current_changed.connect(self.opened)
        self.list.chosen.connect(self.chosen)
        self.languages.currentIndexChanged.connect(self._show)
        self.sources.currentIndexChanged.connect(self._show)
        for button in self.needs.values():
            button.toggled.connect(lambda _on: self._show())
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        for box in (self.languages, self.sources):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
        self._choices, self._grid = QHBoxLayout(), QGridLayout()
        self._choices.addWidget(self.languages, 1)
        self._choices.addWidget(self.sources, 1)
        for place, button in enumerate(self.needs.values()):
            self._grid.addWidget(button, place // 2, place % 2)
        self._filters = QVBoxLayout()
        self._filters.addWidget(self.search)
        self._filters.addLayout(self._choices)
        self._filters.addLayout(self._grid)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._filters)
        self._column.addWidget(self._stack, 1)
        # Filled last: a part without a parent would come up as a window of its own.
        for part in (self.list, self._nothing, self._filtered):
            self._stack.addWidget(part)

    def set_rows(self, rows: Iterable[QueueRow]) -> None:
        """Show another queue; the current line stays current, whatever the filters say."""
        self._rows = {line_id(row.quote.id, row.language): row for row in rows}
        self._fill_sources()
        self._show()

    def patch(self, quote_ids: Iterable[str], rows: Iterable[QueueRow]) -> None:
        """Bring the lines of some quotes up to date where they stand, so that nothing jumps away."""
        fresh = {line_id(row.quote.id, row.language): row for row in rows}
        known = {key for key, row in self._rows.items() if row.quote.id in set(quote_ids)}
        if known != set(fresh):
            rest = [row for key, row in self._rows.items() if key not in known]
            self.set_rows([*rest, *fresh.values()])
            return
        self._rows |= fresh
        for key, row in fresh.items():
            self.list.lines.replace(_line(row, key))
        self._show_counts()

    def row(self, key: str) -> QueueRow | None:
        """Return a line of the queue by its id, shown or not."""
        return self._rows.get(key)

    def rows_of(self, quote_id: str) -> list[QueueRow]:
        """Return the lines of one quote."""
        return [row for row in self._rows.values() if row.quote.id == quote_id]

    def go_to(self, key: str) -> bool:
        """Make a line the current one, giving up filters that hide it; tell whether it is in the queue."""
        if key not in self._rows:
            return False
        if self.list.lines.place_of(key) is None:
            self.clear_filters()
        return self.list.go_to(key)

    def clear_filters(self) -> None:
        """Show everything."""
        with ExitStack() as quiet:
            for part in (self.languages, self.sources, *self.needs.values()):
                quiet.enter_context(QSignalBlocker(part))
            self.languages.setCurrentIndex(0)
            self.sources.setCurrentIndex(0)
            for button in self.needs.values():
                button.setChecked(False)
        self.search.edit.clear()
        self._show()

    def take_focus(self) -> None:
        """Take the focus where one goes on: the list, or what stands in its place."""
        part = self._stack.currentWidget()
        if part is not None:
            part.setFocus()

    def _fill_sources(self) -> None:
        titles = {row.quote.source_id: row.quote.source_title for row in self._rows.values()}
        chosen = self.sources.currentData()
        with QSignalBlocker(self.sources):
            self.sources.clear()
            self.sources.addItem(_("All sources"), None)
            for source_id, title in sorted(titles.items(), key=lambda item: item[1].casefold()):
                self.sources.addItem(title or _("Untitled"), source_id)
            self.sources.setCurrentIndex(max(0, self.sources.findData(chosen)))

    def _show(self) -> None:
        self._take_choice()
        wanted = {need for need, button in self.needs.items() if button.isChecked()} or set(Need)
        current = self.list.current_id()
        shown = [
            _line(row, key)
            for key, row in self._rows.items()
            if key == current or (row.need in wanted and self._fits(row))
        ]
        self.list.set_lines(shown)
        self._show_counts()
        part = self.list if shown else self._filtered if self._rows else self._nothing
        self._stack.setCurrentWidget(part)

    def _fits(self, row: QueueRow) -> bool:
        language, source_id = self._choice
        return (
            (language is None or row.language == language)
            and (source_id is None or row.quote.source_id == source_id)
            and (not self._words or all(word in _haystack(row) for word in self._words))
        )

    def _take_choice(self) -> None:
        """Read the filters once, not for every row."""
        self._choice = self.languages.currentData(), self.sources.currentData()
        self._words = self.search.text().casefold().split()

    def _show_counts(self) -> None:
        self._take_choice()
        counts = Counter(row.need for row in self._rows.values() if self._fits(row))
        for need, button in self.needs.items():
            button.set_count(counts[need])

    @override
    def retranslate(self) -> None:
        for box, name in ((self.languages, _("Language")), (self.sources, _("Source"))):
            box.setAccessibleName(name)
        chosen = self.languages.currentData()
        with QSignalBlocker(self.languages):
            self.languages.clear()
            self.languages.addItem(_("All languages"), None)
            for tag in WORKING_LANGUAGES:
                self.languages.addItem(active().language_name(tag), tag)
            self.languages.setCurrentIndex(max(0, self.languages.findData(chosen)))
        self._fill_sources()
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
        self._grid.setSpacing(look.px("step"))


def _haystack(row: QueueRow) -> str:
    text = row.translation.text if row.translation else ""
    return f"{row.quote.exact}\n{row.quote.speaker}\n{text}".casefold()


def _line(row: QueueRow, key: str) -> Line:
    state = row.translation.state if row.translation and row.translation.text else None
    speaker = row.quote.speaker or _("speaker unknown")
    stale = row.need is Need.STALE
    return Line(
        key,
        " ".join(row.quote.exact.split()),
        f"{_(NEEDS[row.need][0])} · {speaker}" if stale else speaker,
        active().language_name(row.language),
        state=state,
        stateful=True,
        warning=stale,
    )
