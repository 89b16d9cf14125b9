"""Everything known about the current passage, and where each part of it leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.kinds import PassageKind
from workbench.domain.names import shortened
from workbench.i18n import N_, _
from workbench.qt.frame.base import Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import Chip, PlainLabel
from workbench.qt.inspector.mentions import Mentions
from workbench.qt.inspector.notes import Notes, Tags
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section, chain_tabs
from workbench.qt.inspector.quote import QuoteSection
from workbench.qt.inspector.supports import Supports
from workbench.qt.levels.control import LevelControl
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.store.queries.passages import PassageDetail, passage_detail
from workbench.store.queries.quotes import QuoteRow, list_quotes
from workbench.store.tables import Passage

PASSAGE_WORDS: dict[PassageKind, str] = {
    PassageKind.PERSON: N_("Person"),
    PassageKind.EVENT: N_("Event"),
    PassageKind.ORGANISATION: N_("Organisation"),
    PassageKind.PLACE: N_("Place"),
    PassageKind.QUOTE: N_("Quote"),
    PassageKind.NOTE: N_("Note"),
    PassageKind.EVIDENCE: N_("Evidence"),
}
"""Each kind's word, English."""

_WORDS = 1_200
"""Code points of a passage that are shown here; the text itself is beside it."""


class Here(Section):
    """The other passages at the same place, so that every one that overlaps is reached."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(lambda: _("At the caret (Tab goes through them)"))
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.column.addLayout(rows)
        self.buttons: KeyedRows[tuple[str, str], RowButton] = KeyedRows(
            rows, lambda row: row[0], lambda row: RowButton(lambda: self.chosen.emit(row[0]))
        )

    def show_rows(self, rows: list[tuple[str, str]]) -> None:
        """Show passages by id and words."""
        self.buttons.sync(rows, lambda button, row: button.show_text(row[1]))
        self.setVisible(bool(rows))


class Inspector(Live, QScrollArea):
    """Shows one passage, or how to make one. Every edit is saved when it is left."""

    passage_chosen = Signal(str)
    """Another passage at the same place was chosen."""

    shown = Signal(object)
    """The `PassageDetail` that is shown now, or None."""

    history_asked = Signal(str, str)
    """The log's table and the row whose history is wanted."""

    def __init__(self, session: Session, edit_quote: Callable[[], object]) -> None:
        super().__init__()
        self._session = session
        self.passage: PassageDetail | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._hint = PlainLabel(_hint, role="second", wrap=True)
        self._words = PlainLabel(wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kinds = Flow()
        self._chips: list[Chip] = []
        self._shown_kinds: tuple[PassageKind, ...] = ()
        self.level = LevelControl(session, Passage)
        self.here = Here()
        self.quote = QuoteSection(session, edit_quote)
        self.mentions = Mentions(session)
        self.notes = Notes(session)
        self.tags = Tags(session)
        self.supports = Supports(session)
        self._history = RowButton(self._ask_history)
        self._sections = QWidget()
        self._build()
        self.here.chosen.connect(self.passage_chosen)
        self.supports.rearranged.connect(self._chain_tabs)
        self.retranslate()
        self.restyle()
        self.show_passage(None)

    def _build(self) -> None:
        body = QWidget()
        body.setProperty("place", "panel")
        self._outer, self._column = QVBoxLayout(body), QVBoxLayout(self._sections)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._words)
        self._column.addLayout(self._kinds)
        self._column.addWidget(self.level)
        for section in (self.here, self.quote, self.mentions, self.notes, self.tags, self.supports):
            self._column.addWidget(section)
        self._column.addWidget(self._history)
        self._outer.addWidget(self._hint)
        self._outer.addWidget(self._sections)
        self._outer.addStretch(1)
        self.setWidget(body)

    def show_passage(self, passage_id: str | None) -> None:
        """Show a passage, or none."""
        self.notes.save()
        moved = passage_id != (self.passage.id if self.passage is not None else None)
        detail, quote = self._read(passage_id)
        self.passage = detail
        self._hint.setVisible(detail is None)
        self._sections.setVisible(detail is not None)
        self.level.show_row(passage_id if detail is not None else None)
        if detail is not None:
            self._show(detail, quote)
        if moved:
            self.verticalScrollBar().setValue(0)
        self.shown.emit(detail)

    def add_part(self, part: QWidget) -> None:
        """Put a part under the passage's words and kinds."""
        self._column.insertWidget(self._column.indexOf(self.here), part)

    def _read(self, passage_id: str | None) -> tuple[PassageDetail | None, QuoteRow | None]:
        if passage_id is None:
            return None, None
        language = self._session.language
        with self._session.read() as connection:
            detail = passage_detail(connection, passage_id, language)
            if detail is None or detail.quote_id is None:
                return detail, None
            return detail, next(iter(list_quotes(connection, language, quote_ids=[detail.quote_id])), None)

    def _show(self, detail: PassageDetail, quote: QuoteRow | None) -> None:
        words = " ".join(detail.exact.split())
        self._words.set_words(words if len(words) <= _WORDS else words[:_WORDS] + "…")
        self._show_kinds(detail)
        self.quote.show_quote(quote)
        self.mentions.show_rows(detail.mentions)
        self.notes.show_rows(detail.notes)
        self.tags.show_rows(detail.tags)
        self.supports.show_passage(detail, quote.speaker_id if quote is not None else None)
        self._chain_tabs()

    def _chain_tabs(self) -> None:
        chain_tabs(self, self._column)

    def _show_kinds(self, detail: PassageDetail) -> None:
        kinds = {PassageKind(row.record_kind) for row in detail.mentions}
        kinds |= {PassageKind.QUOTE} if detail.quote_id else set()
        kinds |= {PassageKind.NOTE} if detail.notes else set()
        wanted = tuple(kind for kind in PassageKind if kind in kinds)
        if wanted == self._shown_kinds:
            return
        self._shown_kinds = wanted
        for chip in self._chips:
            self._kinds.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(lambda kind=kind: _(PASSAGE_WORDS[kind]), kind=kind.value) for kind in wanted]  # type: ignore[misc]
        for chip in self._chips:
            self._kinds.addWidget(chip)

    def show_others(self, others: list[tuple[str, str]]) -> None:
        """Show the other passages at this place, by id and words."""
        self.here.show_rows([(passage_id, shortened(words, 80)) for passage_id, words in others])
        self._chain_tabs()

    def refresh(self, changes: Changes) -> None:
        """Read the passage again after any write: names of records reach everywhere."""
        if self.passage is None:
            return
        gone = any(c.table == "passage" and c.row_id == self.passage.id and c.after is None for c in changes.rows)
        self.show_passage(None if gone else self.passage.id)

    def _ask_history(self) -> None:
        if self.passage is not None:
            self.history_asked.emit("passage", self.passage.id)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(_("What is known about the passage"))
        self._history.show_text(_("History of this passage"), lambda: current_look().icon("history", "accent"))
        if self.passage is not None and self._session.archive.is_open:
            self.show_passage(self.passage.id)

    @override
    def restyle(self) -> None:
        look = current_look()
        self._words.setFont(look.reading_font(size="lead"))
        margin = look.px("wide")
        self._outer.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(look.px("room"))


def _hint() -> str:
    return "\n\n".join(
        (
            _("Select words in the text, then press a key:"),
            _("P person, E event, O organisation, L place\nQ quote, N note, T tag\nSpace: any record"),
            _("J and K go to the next and the previous passage. What is known about it stands here."),
        )
    )
