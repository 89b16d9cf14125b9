"""The open source: its head, the search in it, and the reader."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.names import shortened
from workbench.domain.structure import StructuredText
from workbench.i18n import _, active
from workbench.qt.actions import TAKES_BARE
from workbench.qt.frame.base import IconButton, Live, hair_line, variant
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.inspector.inspector import PASSAGE_WORDS
from workbench.qt.look.style import current_look
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.reader.quote_signs import quote_state_text
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import look_of
from workbench.qt.reader.view import Place as ReadingPlace
from workbench.qt.session import Session
from workbench.qt.sources.bars import Bars
from workbench.qt.sources.find_bar import FindBar
from workbench.store.queries.records import record_names
from workbench.store.queries.sources import SourceDetail

_TITLE = 0.4
"""How much of the height the title takes at most, 0 to 1; a longer one is cut to a line."""

_BARS = 0.4
"""How much of the height all bars together take at most, 0 to 1."""


def provenance_text(publisher: str, published: str, language: str) -> str:
    """Write where and when a source was published, and in which language."""
    book = active()
    parts = (
        publisher,
        date_text(published, book.language, point=True) if published else "",
        book.language_name(language) if language else "",
    )
    return "  ·  ".join(part for part in parts if part)


class Article(Live, QWidget):
    """Shows one source at a time, and keeps the reading place of every source that was open."""

    details_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("place", "paper")
        self._session = session
        self._known_names: dict[str, str] = {}
        session.changed.connect(lambda _changes: self._known_names.clear())
        self.source: SourceDetail | None = None
        self._places: dict[str, ReadingPlace] = {}
        self._title = PlainLabel(role="title", wrap=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._short_title = ElidedLabel(strong=True)
        self._provenance = ElidedLabel(second=True)
        self._details = IconButton("info", lambda: _("Details of this source"), self.details_asked.emit)
        self.reader = Reader()
        self.find_bar = FindBar(self.reader, session.operations, session.settings)
        self.reader.setProperty(TAKES_BARE, True)  # noqa: FBT003 - Qt's signature
        self.reader.label_of = self._label_of
        self.reader.facts_of = self._facts_of
        self.setFocusProxy(self.reader)
        self._head, self._texts = QHBoxLayout(), QVBoxLayout()
        self._texts.addWidget(self._title)
        self._texts.addWidget(self._short_title)
        self._texts.addWidget(self._provenance)
        self._head.addLayout(self._texts, 1)
        self._head.addWidget(self._details)
        self.bars = Bars()
        self.bars.add(self.find_bar, self.find_bar.close_bar)
        self.bars.shown_changed.connect(lambda _open: self._arrange())
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(hair_line())
        column.addWidget(self.bars)
        column.addWidget(self.reader, 1)
        self._order_stops()
        current_look().changed.connect(self._relook)
        self._relook()
        self.restyle()

    def add_tool(self, tool: QWidget) -> None:
        """Put a small control into the head, left of those that are there."""
        self._head.insertWidget(1, tool)

    def add_bar(self, bar: QWidget, close: Callable[[], object] | None = None) -> None:
        """Put a bar between the head and the text, under those that are there; `close` is for Escape in the text."""
        self.bars.add(bar, close)
        self._order_stops()

    def _order_stops(self) -> None:
        """Have Tab go through the bars from top to bottom, and then to the text: Qt goes by when each was made."""
        for before, after in pairwise((*self.bars.stops(), self.reader)):
            QWidget.setTabOrder(before, after)

    def add_foot(self, foot: QWidget) -> None:
        """Put a line under the text."""
        self._column.addWidget(foot)

    def show_source(self, source: SourceDetail, text: StructuredText, passages: PassageIndex) -> None:
        """Open a source where it was left."""
        self.keep_place()
        self.source = source
        self.reader.show_text(text, passages, language=source.language)
        place = self._places.get(source.id) if not source.older else None
        if place is not None:
            self.reader.restore_place(place)
        self.find_bar.show_text(text.text)
        self._show_head()

    def show_facts(self, source: SourceDetail) -> None:
        """Show what is known about the source that is open, as it is now."""
        self.source = source
        self._show_head()

    def close_source(self) -> None:
        """Show nothing."""
        self.source = None
        self.reader.show_text(StructuredText("", ()))
        self.find_bar.show_text("")
        self._show_head()

    def keep_place(self) -> None:
        """Remember where the open source is read, in its newest text."""
        if self.source is not None and not self.source.older:
            self._places[self.source.id] = self.reader.place()

    def forget_place(self, source_id: str) -> None:
        """Forget a source that is gone."""
        self._places.pop(source_id, None)

    def update_passages(self, ids: frozenset[str], marks: list[MarkedPassage]) -> None:
        """Show the passages with these ids as they are now: `marks` are those that there still are."""
        there = {mark.id for mark in marks}
        for passage in marks:
            if self.reader.passages.get(passage.id) != passage:
                self.reader.change_passage(passage)
        for passage_id in ids - there:
            self.reader.remove_passage(passage_id)

    def set_passages(self, marks: list[MarkedPassage]) -> None:
        """Show exactly these passages on the text that is open; the current one stays so."""
        self.reader.set_passages(marks)

    def _label_of(self, passage: MarkedPassage) -> str:
        words = self.reader.text[passage.span.start : passage.span.end]
        return f"{shortened(words, 80)} ({', '.join(_(PASSAGE_WORDS[kind]) for kind in passage.kinds)})"

    def _facts_of(self, passage: MarkedPassage) -> str:
        """Write a passage's kinds, the records that it names and its quote's state, in words."""
        kinds = ", ".join(_(PASSAGE_WORDS[kind]) for kind in passage.kinds)
        state = quote_state_text(passage.state) if passage.state is not None else ""
        return "  ·  ".join(part for part in (kinds, ", ".join(self._names(passage.records)), state) if part)

    def _names(self, record_ids: tuple[str, ...]) -> list[str]:
        """Return records' names; read once, until something is written or the language is another."""
        unknown = [record_id for record_id in record_ids if record_id not in self._known_names]
        if unknown and self._session.archive.is_open:
            with self._session.read() as connection:
                self._known_names |= record_names(connection, unknown, self._session.language)
        return [self._known_names[record_id] for record_id in record_ids if record_id in self._known_names]

    def _show_head(self) -> None:
        source = self.source
        self._title.set_words(source.title if source is not None else "")
        self._title.setText(source.title if source is not None else "")
        self._short_title.set_text(source.title if source is not None else "")
        facts = provenance_text(source.publisher, source.published, source.language) if source is not None else ""
        self._provenance.set_text(facts)
        self._details.setVisible(source is not None)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the head and the bars less of a small or much enlarged screen: the text is what is read."""
        enough = current_look().px("overlay")
        variant(self._title, role="title" if self.width() >= enough else "lead")
        title = self._title.heightForWidth(self._texts.geometry().width())
        short = (self.bars.open and self.height() < enough) or title > self.height() * _TITLE
        self._short_title.setVisible(short)
        for part in (self._title, self._provenance):
            part.setVisible(not short)
        self.bars.set_most(round(self.height() * _BARS))

    def _relook(self) -> None:
        look = current_look()
        self.reader.set_look(look_of(look))

    @override
    def retranslate(self) -> None:
        self._known_names.clear()
        self._show_head()
        self.reader.retranslate()

    @override
    def restyle(self) -> None:
        look = current_look()
        room, wide = look.px("room"), look.px("wide")
        self._head.setContentsMargins(look.px("hall"), wide, room, wide)
        self._head.setSpacing(look.px("gap"))
        self._texts.setSpacing(look.px("half"))
        self._arrange()
        variant(self, place="paper")
