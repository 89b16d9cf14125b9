"""One language of the desk: its words, where they stand, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Banner, Level, Verb
from workbench.qt.frame.base import Button, Live, Words, variant
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel, StateBadge
from workbench.qt.look.style import current_look
from workbench.qt.translations.difference import Difference
from workbench.qt.translations.drafts import Draft, SaveState
from workbench.qt.translations.earlier import EarlierWordings
from workbench.qt.translations.question import Question
from workbench.qt.translations.relay import relay_words
from workbench.qt.translations.wording import WordingField, too_long
from workbench.services.desk import EarlierWording
from workbench.store.queries.quotes import TranslationRow


class TranslationEditor(Live, QFrame):
    """Shows one `Draft`. The desk carries out what the signals ask for."""

    entered = Signal(str)
    """The language: the person has come here."""

    asked = Signal(str)
    """What a button asks for: the id of an action of the desk, `still_right` or `profile`."""

    escaped = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("Translation")
        self.language = language
        self.draft: Draft | None = None
        self._row: TranslationRow | None = None
        self._people: dict[str, str] = {}
        self._read_only = False
        self._own = False
        self._responsible = ""
        self._open = 0
        self._conflict = -1
        self._wordings: Callable[[], list[EarlierWording]] = list
        self.field = WordingField()
        self._name = PlainLabel(lambda: active().language_name(language), role="lead")
        self._badge = StateBadge()
        self._facts = PlainLabel(role="small", wrap=True)
        self._saved = PlainLabel(role="small")
        self.stale = Banner()
        self.difference = Difference()
        self.note = Question()
        self._hint = PlainLabel(lambda: _("Final. Send it back to draft to change it."), role="small", wrap=True)
        self.earlier = EarlierWordings()
        self._build()
        self._current = False
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self._save)
        self.field.entered.connect(lambda: self.entered.emit(self.language))
        self.field.escaped.connect(self.escaped)
        self.field.refused.connect(self._refuse_length)
        self.earlier.taken.connect(self.take)
        self.note.left.connect(self.field.setFocus)
        self.set_current(current=False)
        self.restyle()
        self.retranslate()

    def _build(self) -> None:
        head = QWidget()
        row = Flow(head, apart=True)
        for label in (self._name, self._badge, self._facts, self._saved):
            row.addWidget(label)
        ask = self.asked.emit
        self.confirm = Button(lambda: _("Confirm and go on"), lambda: ask("desk.confirm"), kind="primary", icon="check")
        self.review = Button(lambda: _("Send to review"), lambda: ask("desk.review"), icon="eye")
        self.finish = Button(lambda: _("Mark as final"), lambda: ask("desk.final"), icon="circle-check")
        self.back = Button(lambda: _("Back to draft"), lambda: ask("desk.back"), icon="undo-2")
        self.history = Button("", self._toggle_earlier, kind="quiet", icon="history")
        self._buttons = QWidget()
        self._row_of_buttons = Flow(self._buttons)
        for button in (self.confirm, self.review, self.finish, self.back):
            self._row_of_buttons.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(head)
        for part in (self.stale, self.difference, self.note, self.field, self._hint, self._buttons):
            self._column.addWidget(part)
        self._column.addWidget(self.history, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.earlier)
        self.earlier.hide()

    def show_draft(
        self,
        draft: Draft,
        row: TranslationRow | None,
        people: dict[str, str],
        wordings: Callable[[], list[EarlierWording]],
        *,
        read_only: bool,
    ) -> None:
        """Show a draft and the row behind it; `people` are initials by profile, `wordings` reads the earlier ones."""
        if draft is not self.draft:
            if self.draft is not None:
                self.draft.changed.disconnect(self._follow)
            self.draft = draft
            draft.changed.connect(self._follow)
            self.field.forget_steps()
            self.note.close_message()
            self.earlier.hide()
        self._row, self._people, self._wordings, self._read_only = row, people, wordings, read_only
        self._show_stale()
        self._follow()
        if not self.earlier.isHidden():
            self._show_earlier()

    def show_responsible(self, initials: str) -> None:
        """Say who is to translate into this language; nobody for empty initials."""
        self._responsible = initials
        self._show_facts()

    def show_open_findings(self, count: int) -> None:
        """Say how many findings of the checks nobody has mended or let stand."""
        if count != self._open:
            self._open = count
            self._show_facts()

    def _follow(self) -> None:
        draft = self.draft
        if draft is None:
            return
        self._own = True
        self.field.set_text(draft.text)
        self._own = False
        if draft.state is SaveState.CONFLICT:
            self._show_conflict(draft)
        elif self._conflict == self.note.number:
            self.note.close_message()
        self._show_facts()

    def _typed(self) -> None:
        if self.draft is not None and not self._own:
            self.draft.type(self.field.toPlainText(), by_undo=self.field.document().isRedoAvailable())

    def _save(self) -> None:
        # The focus also goes when the window is taken apart, and the draft may be gone by then.
        if self.draft is not None and shiboken6.isValid(self.draft):
            self.draft.save()

    def take(self, text: str) -> None:
        """Put another wording in place of this one; it is saved as if it had been typed."""
        cursor = self.field.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(text)
        self.field.setFocus()

    def set_current(self, *, current: bool) -> None:
        """Show the buttons, or only the words."""
        variant(self, current="true" if current else "false")
        self._current = current
        if not current:
            self.earlier.hide()
        self._show_stale()
        self._show_facts()

    def refuse(self, error: InputError) -> None:
        """Say beside the words why a step is not allowed, and what helps."""
        verbs: tuple[Verb, ...] = ()
        if error.field == "state":
            verbs = (((lambda: _("Switch profile")), lambda: self.asked.emit("profile")),)
        elif error.field == "origin":
            verbs = (((lambda: _("It is right as it stands")), lambda: self.asked.emit("desk.take_over")),)
        self.note.show_message(Level.WARNING, error.what, more=error.do, verbs=verbs)

    def refuse_input(self, error: WorkbenchError) -> bool:
        """Answer an act that failed: say why it is not allowed; False where the error is of another kind."""
        if isinstance(error, InputError):
            self.refuse(error)
        return isinstance(error, InputError)

    def _refuse_length(self) -> None:
        self.note.show_message(Level.WARNING, too_long)

    def say(self, words: Words) -> None:
        """Tell something about the line that asks for nothing."""
        self.note.show_message(Level.INFO, words)

    def _show_stale(self) -> None:
        row = self._row
        shown = row is not None and row.stale and row.text != "" and self._current
        self.difference.setVisible(shown)
        if row is None or not shown:
            if not self.stale.isHidden():
                self.stale.close_message()
            return
        self.stale.show_message(
            Level.WARNING,
            lambda: (
                _("The translation that this was made from has changed since.")
                if row.relay_stale
                else _("The quote’s words have changed since this was translated.")
            ),
            verbs=(((lambda: _("Still right")), lambda: self.asked.emit("still_right")),),
        )

    def _show_conflict(self, draft: Draft) -> None:
        theirs = draft.theirs
        who = self._people.get(theirs.translator_id or "", "") if theirs else ""
        self.note.show_message(
            Level.ERROR,
            lambda: _("This translation was changed meanwhile ({who}). What you typed was kept here.").format(who=who),
            more=lambda: _("In the archive now: “{words}”").format(words=theirs.text if theirs else ""),
            verbs=(((lambda: _("Keep mine")), draft.keep_mine), ((lambda: _("Take theirs")), draft.take_theirs)),
        )
        self._conflict = self.note.number

    def _show_facts(self) -> None:
        row, draft = self._row, self.draft
        state = row.state if row and row.text else None
        self._badge.set_state(state, row.sub_state if row and state else SubState.NONE)
        self._facts.setText(self._who())
        saved = draft.state if draft else SaveState.SAVED
        words = {
            SaveState.SAVED: _("saved") if state else "",
            SaveState.WAITING: _("not saved yet"),
            SaveState.SAVING: _("saving…"),
            SaveState.FAILED: _("not saved"),
            SaveState.CONFLICT: _("not saved"),
        }
        self._saved.setText(words[saved])
        variant(self._saved, role="error" if saved in (SaveState.FAILED, SaveState.CONFLICT) else "small")
        closed = state is TranslationState.FINAL and saved is SaveState.SAVED and not (row and row.stale)
        self.field.setReadOnly(self._read_only or closed)
        self._hint.setVisible(closed and self._current)
        self._buttons.setVisible(self._current and not self._read_only)
        written = bool(draft and draft.text.strip())
        self.review.setEnabled(written and (state is not TranslationState.TRANSLATED or saved is not SaveState.SAVED))
        self.finish.setEnabled(written and not closed)
        self.back.setEnabled(state not in (None, TranslationState.INITIAL))
        self.history.setVisible(self._current and row is not None)

    def _who(self) -> str:
        row = self._row
        parts = [_("responsible: {who}").format(who=self._responsible)] if self._responsible else []
        if row is None or not row.text:
            return " · ".join(parts)
        if row.origin is Origin.MACHINE:
            parts.append(_("by a machine"))
        elif row.translator_id in self._people:
            parts.append(_("by {who}").format(who=self._people[row.translator_id]))
        if row.reviewer_id in self._people:
            parts.append(_("reviewed by {who}").format(who=self._people[row.reviewer_id]))
        if row.relay_language:
            parts.append(relay_words(row.relay_language))
        if row.stale and not self._current:
            parts.append(_("stale"))
        if self._open:
            words = ngettext("{n} open finding", "{n} open findings", self._open)
            parts.append(words.format(n=active().number(self._open)))
        return " · ".join(parts)

    def _toggle_earlier(self) -> None:
        if self.earlier.isHidden():
            self._show_earlier()
        else:
            self.earlier.hide()
            self.history.set_words(lambda: _("Earlier wordings"))

    def _show_earlier(self) -> None:
        found = self._wordings()
        self.earlier.show_wordings(found, self._people)
        self.earlier.show()
        count = len(found)
        self.history.set_words(
            lambda: (
                ngettext("{n} earlier wording", "{n} earlier wordings", count).format(n=count)
                if count
                else _("No earlier wordings")
            )
        )

    @override
    def retranslate(self) -> None:
        name = active().language_name(self.language)
        self.setAccessibleName(name)
        self.field.setAccessibleName(_("Translation into {language}").format(language=name))
        self.field.setPlaceholderText(_("Not translated yet"))
        if self.earlier.isHidden():
            self.history.set_words(lambda: _("Earlier wordings"))
        self._show_facts()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("wide"), look.px("gap"), look.px("wide"), look.px("gap"))
        self._column.setSpacing(look.px("step"))
        self._row_of_buttons.setContentsMargins(0, look.px("step"), 0, 0)
