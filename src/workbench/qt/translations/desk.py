"""The desk: one quote in its context, and its languages under each other."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.qt.frame.base import Live, hair_line
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.qt.translations.context import QuoteContext
from workbench.qt.translations.difference import changes_of
from workbench.qt.translations.drafts import Drafts, SaveState
from workbench.qt.translations.editor import TranslationEditor
from workbench.qt.translations.original import Original
from workbench.services.desk import EarlierWording, earlier_wordings, send_back
from workbench.services.quotes import confirm_still_right
from workbench.store.queries.quotes import QuoteRow, targets_of

TARGETS: dict[str, TranslationState | None] = {
    "desk.confirm": None,
    "desk.review": TranslationState.TRANSLATED,
    "desk.final": TranslationState.FINAL,
}
"""Where each action takes a translation; None is one step on."""

_LOW = 14
"""Targets of height below which the context has no room of its own."""

_NARROW = 8
"""Targets of width in which no word of the buttons is cut."""


class Desk(Live, QWidget):
    """Shows one quote. `language_entered(str)` when the person comes to another language."""

    language_entered = Signal(str)
    typed = Signal(str)
    """What the language at hand says now, after each key."""

    source_asked = Signal()
    profile_asked = Signal()
    escaped = Signal()
    confirmed = Signal()
    """A translation went on, and the person wants the next line."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        super().__init__()
        self._session, self._drafts = session, drafts
        self.quote: QuoteRow | None = None
        self.language = ""
        self.before_step: Callable[[Callable[[], object]], object] = lambda go: go()
        """Does a step of the translation at hand, or asks before whether to."""

        self.context = QuoteContext(session)
        self.original = Original()
        self.editors = {tag: TranslationEditor(tag) for tag in WORKING_LANGUAGES}
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._scroll)
        self._build()
        self.context.asked.connect(self.source_asked)
        self.original.chosen.connect(self._take_source)
        for tag, editor in self.editors.items():
            editor.entered.connect(self._enter_language)
            editor.asked.connect(self.act)
            editor.escaped.connect(self.escaped)
            editor.field.textChanged.connect(partial(self._follow_typing, tag))
            session.profile_changed.connect(editor.field.forget_steps)  # the former person's keys are not this one's
        self.restyle()

    def _build(self) -> None:
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = hair_line()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.context, self._line, self._area):
            self._column.addWidget(part)
        self._column.setStretch(2, 1)
        self._inside = QWidget()
        self._inside.setProperty("place", "paper")
        self._area.setWidget(self._inside)
        self._stack = QVBoxLayout(self._inside)
        self._stack.addWidget(self.original)
        for editor in self.editors.values():
            self._stack.addWidget(editor)
        self._stack.addStretch(1)
        self._inside.installEventFilter(self)
        self.setProperty("place", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    @property
    def editor(self) -> TranslationEditor | None:
        """The editor of the language at hand."""
        return self.editors.get(self.language)

    @property
    def text(self) -> str:
        """What the language at hand says now; empty where there is none."""
        return self.editor.field.toPlainText() if self.editor is not None else ""

    def show_line(self, quote: QuoteRow, language: str) -> None:
        """Show a quote, with one of its languages to work on; what was typed before is saved first."""
        former = self.quote
        if former is not None and (former.id, self.language) != (quote.id, language):
            self._drafts.release(former.id)
        self.quote, self.language = quote, language
        if former is None or (former.id, former.exact) != (quote.id, quote.exact):
            self._area.verticalScrollBar().setValue(0)
        self.context.show_quote(quote)
        self.original.show_line(quote, language)
        targets = targets_of(quote)
        people = {row.id: row.initials for row in self._session.profiles()}
        for tag, editor in self.editors.items():
            editor.setVisible(tag in targets)
            if tag in targets:
                row = quote.translations.get(tag)
                read_only = self._session.read_only
                draft = self._drafts.open(quote, tag)
                editor.difference.show_changes(changes_of(quote, row))
                editor.show_draft(draft, row, people, self._reader(row.id if row else ""), read_only=read_only)
                editor.set_current(current=tag == language)
        self._note_relay()
        self._place_original()
        if self.editor is not None and any(e.field.hasFocus() for e in self.editors.values()):
            self.editor.field.setFocus()  # whoever writes goes on writing in the language at hand
        self._bring_into_view()

    def _note_relay(self) -> None:
        """Have what is written next say from which words it was made."""
        if self.editor is not None and self.editor.draft is not None:
            self.editor.draft.relay = self.original.relay

    def _place_context(self) -> None:
        """Let the context stand still over the translations, or scroll with them where the desk is low."""
        low = self.height() < current_look().px("target") * _LOW
        layout = self._stack if low else self._column
        if layout.indexOf(self.context) < 0:
            (self._column if low else self._stack).removeWidget(self.context)
            layout.insertWidget(0, self.context)
        self._line.setVisible(not low)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_context()

    def _place_original(self) -> None:
        """Have the words that are translated stand right above those that are written."""
        if self.editor is not None and self._stack.indexOf(self.original) != self._stack.indexOf(self.editor) - 1:
            self._stack.removeWidget(self.original)
            self._stack.insertWidget(self._stack.indexOf(self.editor), self.original)

    def _take_source(self) -> None:
        self._note_relay()
        self.write()

    def _reader(self, translation_id: str) -> Callable[[], list[EarlierWording]]:
        def read() -> list[EarlierWording]:
            with self._session.read() as connection:
                return earlier_wordings(connection, translation_id)

        return read

    def _bring_into_view(self) -> None:
        """Bring the whole editor at hand into view, once it has the height that it will have."""
        self._settle.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The editor at hand has grown (a message, a longer text): all of it stays in view.
        if event.type() == QEvent.Type.Resize and watched is self._inside:
            self._settle.start()
        return False

    def _scroll(self) -> None:
        if self.editor is not None:
            # Where there is no room for all of it, what is typed stays in view, or what is asked.
            at_hand = self.editor.note if self.editor.note.asks else self.editor.field
            for part in (self.original, self.editor, at_hand):
                self._area.ensureWidgetVisible(part, 0, current_look().px("gap"))

    def _enter_language(self, language: str) -> None:
        if language != self.language and self.quote is not None:
            self.language = language
            for tag, editor in self.editors.items():
                editor.set_current(current=tag == language)
            self.language_entered.emit(language)

    def _follow_typing(self, language: str) -> None:
        if language == self.language:
            self.typed.emit(self.editors[language].field.toPlainText())

    def write(self) -> None:
        """Take the focus where the translation is typed."""
        if self.editor is not None:
            self.editor.field.setFocus()
            self._bring_into_view()

    def act(self, action: str) -> bool:
        """Do one of the desk's actions with the language at hand; False where it is not one of them."""
        if action == "profile":
            self.profile_asked.emit()
        elif action == "still_right":
            self._still_right()
        elif action == "desk.back":
            self._send_back()
        elif action in TARGETS:
            self._advance(TARGETS[action], go_on=action == "desk.confirm")
        else:
            return False
        return True

    def _advance(self, to: TranslationState | None, *, go_on: bool) -> None:
        editor = self.editor
        if editor is None or editor.draft is None or self._session.read_only:
            return
        if editor.draft.state is SaveState.CONFLICT:
            return  # that is settled first
        editor.note.close_message()
        row = self.quote.translations.get(self.language) if self.quote else None
        if go_on and row and row.state is TranslationState.FINAL and not row.stale and not editor.draft.unsaved:
            self.confirmed.emit()
            return
        draft, language = editor.draft, self.language

        def done(_state: TranslationState) -> None:
            if editor.draft is draft and not draft.unsaved:
                editor.field.forget_steps()
            # The person may have gone elsewhere while it was written.
            if go_on and self.quote and (self.quote.id, self.language) == (draft.quote_id, language):
                self.confirmed.emit()

        def refused(error: InputError) -> None:
            editor.refuse(error)
            self._bring_into_view()

        def go() -> None:
            if shiboken6.isValid(draft):  # the answer may come after the line was left
                draft.advance(to, done, refused)

        self.before_step(go)

    def _still_right(self) -> None:
        row = self.quote.translations.get(self.language) if self.quote else None
        if row is not None and self.editor is not None:
            self.editor.field.setFocus()
            self._session.perform(confirm_still_right(row.id, expected=row.revision), initiator=self)

    def _send_back(self) -> None:
        row = self.quote.translations.get(self.language) if self.quote else None
        if row is not None and row.state is not TranslationState.INITIAL and self.editor is not None:
            self.editor.field.setFocus()
            self._session.perform(send_back(row.id, expected=row.revision), initiator=self)

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._stack.setContentsMargins(look.px("step"), gap, look.px("step"), look.px("room"))
        self._stack.setSpacing(gap)
        self.setMinimumWidth(look.px("target") * _NARROW)
        self._place_context()
