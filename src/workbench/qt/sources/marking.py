"""What is done with a selection: choosing records, quotes, notes, tags, moving and removing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QWidget

from workbench.domain.anchors import Span, trimmed
from workbench.domain.errors import WorkbenchError
from workbench.domain.inputs import NoteInput, TagInput
from workbench.domain.kinds import Manner, PassageKind, RecordKind
from workbench.i18n import _
from workbench.qt.picker.note_editor import NoteEditor, TagLine
from workbench.qt.picker.offers import Choice
from workbench.qt.picker.popup import Popup
from workbench.qt.picker.quote_strip import KnownFacts, QuoteFacts, QuoteStrip
from workbench.qt.picker.record_picker import Pick, RecordPicker
from workbench.qt.reader.edges import BY_WORD, Edge, Steps, by_character, moved_edge
from workbench.qt.reader.words import word_at
from workbench.qt.session import Session
from workbench.qt.sources.article import Article
from workbench.qt.sources.at_once import MarksAtOnce
from workbench.services.passages import add_note, add_tag, move_passage, remove_passage
from workbench.services.quotes import mark_quote
from workbench.services.records import link_passage
from workbench.store.queries.overview import tag_labels
from workbench.store.queries.quotes import QuoteRow, quote_at
from workbench.store.queries.records import record_kinds

_REST = 500
"""Milliseconds without a move of an edge after which the moves are written."""

_NOTE, _RECORD = "note", "record"
"""What drafts are of."""

_NAME = 80
"""Code points of words that may be a name; longer ones are not what a record is called."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an action is about: a range of the text version that is open."""

    text_version_id: str
    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Moving:
    """A passage whose edges are being moved: where it was before, and where it is to be."""

    passage_id: str
    text_version_id: str
    before: Span
    span: Span


class Marking(QObject):
    """Opens what belongs to a key at the passage, and has the result written."""

    hint = Signal(str)
    """One line for the person: why nothing happened, and what to do."""

    removed = Signal()
    """A passage was removed; the operation can be taken back."""

    def __init__(self, session: Session, article: Article, host: QWidget) -> None:
        super().__init__(host)
        self._session, self._article, self._host = session, article, host
        self._reader = article.reader
        self._moving: Moving | None = None
        self.at_once = MarksAtOnce(session, article)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.finish_move)
        session.about_to_write.connect(self.finish_move)
        self.popup: Popup | None = None

    # --- what it is about ---

    def target(self) -> Target | None:
        """Return the selection, else the current passage, else the word at the caret, which is then selected."""
        source = self._article.source
        span = self._selected() or self._current() or self._word()
        if source is None or span is None:
            self.hint.emit(_("Select some words first: hold Shift and press the arrow keys, or drag with the mouse."))
            return None
        return Target(source.text_version_id, span, source.language)

    def _selected(self) -> Span | None:
        selection = self._reader.selection()
        return trimmed(self._reader.text, selection) if selection is not None else None

    def _current(self) -> Span | None:
        current = self._reader.current()
        passage = self._reader.passages.get(current) if current is not None else None
        return passage.span if passage is not None else None

    def _word(self) -> Span | None:
        text, caret = self._reader.text, self._reader.caret()
        for position in (caret, caret - 1):
            if 0 <= position < len(text) and text[position].isalnum():
                span = Span(*word_at(text, position))
                self._reader.select(span)
                return span
        return None

    def _place_of(self, span: Span) -> QRect:
        """Return where a popup opens, in global coordinates: at the end of the words."""
        reader = self._reader
        rect = reader.caret_rect(span.end)
        area = reader.viewport().rect()
        if rect is None or not area.intersects(rect):
            return reader.selection_rect()
        return QRect(reader.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _open(self, popup: Popup, span: Span, *, at: QRect | None = None) -> None:
        if self.popup is not None:
            self.popup.left()
        self.popup = popup
        popup.closed.connect(lambda: self._closed(popup))
        popup.open_at(at or self._place_of(span))

    def _closed(self, popup: Popup) -> None:
        if self.popup is popup:
            self.popup = None

    def close(self) -> None:
        """Close what is open; a note that was begun is saved, and a move is written."""
        self.finish_move()
        if self.popup is not None:
            self.popup.left()

    # --- records ---

    def pick(self, kinds: Sequence[RecordKind] = tuple(RecordKind), *, words: str = "") -> None:
        """Choose or make a record that these words name; `words` are looked for in their place where given."""
        target = self.target()
        if target is None:
            return
        words = words or self._reader.text[target.span.start : target.span.end]
        name = words if len(words) <= _NAME else ""
        place = _RECORD, target.text_version_id, target.span
        draft = self._session.drafts.get(place, "")
        picker = RecordPicker(self._host, self._session, kinds=kinds, words=draft or name, tag=target.language)
        picker.drafted.connect(lambda words: self._keep_draft(place, words if words != name else ""))
        picker.picked.connect(lambda pick: self._link(target, pick))
        self._open(picker, target.span)

    def _link(self, target: Target, pick: Pick) -> None:
        choice, version, span = pick.choice, target.text_version_id, target.span
        self.at_once.mark(
            version,
            span,
            lambda key: link_passage(version, span, choice.record, pick.mention, passage_id=key),
            kind=PassageKind(choice.kind),
            record=choice.known,
        )

    # --- quotes ---

    def quote(self, *, at: QRect | None = None) -> None:
        """Mark these words as someone's, or change the facts of the quote that they are."""
        target = self.target()
        if target is None:
            return
        known = self._known_quote(target.span)
        if known is None:
            strip = QuoteStrip(self._host, self._session, published=target.language)
        else:
            strip = QuoteStrip(
                self._host,
                self._session,
                published=known.published_language,
                facts=self._facts_of(known),
                known=True,
            )
        strip.done.connect(lambda facts: self._mark(target, facts))
        self._open(strip, target.span, at=at)

    def quote_proposed(self, speaker: Choice | None, decided: Callable[[], Callable[..., None]]) -> None:
        """Mark the selected words as a quote, asking for its facts with a speaker to begin with.

        `decided` is called when the person has said so; what it returns, when that is written or has failed.
        """
        target = self.target()
        if target is None:
            return

        strip = QuoteStrip(self._host, self._session, published=target.language, facts=KnownFacts(speaker=speaker))
        strip.done.connect(lambda facts: self._mark(target, facts, decided()))
        self._open(strip, target.span)

    def _known_quote(self, span: Span) -> QuoteRow | None:
        source = self._article.source
        if source is None:
            return None
        with self._session.read() as connection:
            return quote_at(connection, self._session.language, source.text_version_id, span)

    def _facts_of(self, quote: QuoteRow) -> KnownFacts:
        people = [row_id for row_id in (quote.speaker_id, quote.interpreter_id) if row_id]
        with self._session.read() as connection:
            kinds = record_kinds(connection, people)

        def choice(record_id: str | None, name: str) -> Choice | None:
            return Choice(record_id, RecordKind(kinds[record_id]), name) if record_id else None

        return KnownFacts(
            spoken=quote.spoken_language,
            manner=Manner(quote.manner).value,
            speaker=choice(quote.speaker_id, quote.speaker),
            via=quote.via_language,
            interpreter=choice(quote.interpreter_id, quote.interpreter),
        )

    def _mark(self, target: Target, facts: QuoteFacts, settled: Callable[[object], object] | None = None) -> None:
        version, span = target.text_version_id, target.span
        self.at_once.mark(
            version,
            span,
            lambda key: mark_quote(
                version,
                span,
                facts.given,
                new_speaker=facts.new_speaker,
                new_interpreter=facts.new_interpreter,
                passage_id=key,
            ),
            kind=PassageKind.QUOTE,
            record=facts.given.speaker_id,
            settled=settled,
            current=settled is None,
        )

    # --- notes and tags ---

    def note(self) -> None:
        """Write a note on these words; a draft that was left is taken up again."""
        target = self.target()
        if target is None:
            return
        place = _NOTE, target.text_version_id, target.span
        editor = NoteEditor(self._host, self._session.drafts.get(place, ""))
        editor.drafted.connect(lambda draft: self._keep_draft(place, draft))
        editor.written.connect(lambda note: self._add_note(target, note))
        self._open(editor, target.span)

    def _keep_draft(self, place: tuple[str, str, Span], draft: str) -> None:
        if draft:
            self._session.drafts[place] = draft
        else:
            self._session.drafts.pop(place, None)

    def _add_note(self, target: Target, note: NoteInput) -> None:
        version, span = target.text_version_id, target.span
        self.at_once.mark(
            version,
            span,
            lambda key: add_note(version, span, note, passage_id=key),
            kind=PassageKind.NOTE,
            settled=lambda answer: (
                self._keep_draft((_NOTE, version, span), note.body) if isinstance(answer, WorkbenchError) else None
            ),
        )

    def tag(self) -> None:
        """Give these words a tag."""
        target = self.target()
        if target is None:
            return
        with self._session.read() as connection:
            labels = tag_labels(connection)
        line = TagLine(self._host, labels)
        line.tagged.connect(lambda tag: self._add_tag(target, tag))
        self._open(line, target.span)

    def _add_tag(self, target: Target, tag: TagInput) -> None:
        version, span = target.text_version_id, target.span
        self.at_once.mark(version, span, lambda key: add_tag(version, span, tag, passage_id=key))

    # --- edges, removing ---

    def move_edge(self, edge: Edge, *, back: bool, steps: Steps = BY_WORD) -> None:
        """Move an edge of the current passage, or both; the mark follows at once, the write when the keys rest."""
        current = self._reader.current()
        passage = self._reader.passages.get(current) if current is not None else None
        source = self._article.source
        if passage is None or source is None:
            self.hint.emit(_("Go to a passage first: J and K go to the next and the previous one."))
            return
        moving = self._moving
        if moving is not None and moving.passage_id != passage.id:
            self.finish_move()
            moving = None
        wanted = moved_edge(self._reader.text, moving.span if moving else passage.span, steps, edge=edge, back=back)
        if wanted is None:
            return
        before = moving.before if moving else passage.span
        self._moving = Moving(passage.id, source.text_version_id, before, wanted)
        self.show_move()
        self._reader.place_caret(wanted.end if edge is Edge.END else wanted.start)
        self._rest.start()

    def by_character(self) -> Steps:
        """Return steps of one character, as this text shows them."""
        return by_character(self._reader.character_step)

    def show_move(self) -> None:
        """Show the passage that is being moved where it goes, whatever the archive says of it still."""
        moving, source = self._moving, self._article.source
        if moving is None or source is None or source.text_version_id != moving.text_version_id:
            return
        passage = self._reader.passages.get(moving.passage_id)
        if passage is not None and passage.span != moving.span:
            self._reader.change_passage(passage._replace(span=moving.span))

    def finish_move(self) -> None:
        """Have the moves since the last rest written, as one operation."""
        self._rest.stop()
        moving, self._moving = self._moving, None
        if moving is None or moving.span == moving.before:
            return

        def refused(_error: WorkbenchError) -> bool:
            self.at_once.take_back(moving.passage_id)
            later = self._moving
            if later is not None and later.passage_id == moving.passage_id:
                self._moving = replace(later, before=moving.before)
            self.show_move()
            return False

        act = move_passage(moving.passage_id, moving.span, text_version_id=moving.text_version_id)
        self._session.perform(act, on_error=refused, initiator=self)

    def remove(self) -> None:
        """Remove the current passage with everything attached to it."""
        current = self._reader.current()
        if current is None:
            self.hint.emit(_("Go to a passage first: J and K go to the next and the previous one."))
            return
        self._session.perform(remove_passage(current), on_done=lambda _none: self.removed.emit(), initiator=self)


def below(widget: QWidget) -> QRect:
    """Return a widget's place in global coordinates, for a popup that opens under it."""
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
