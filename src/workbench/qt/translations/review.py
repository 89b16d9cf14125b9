"""What is said of a translation: verdicts at the place, and everything that was said and written before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError
from workbench.domain.inputs import ReviewInput, checked
from workbench.domain.kinds import Verdict
from workbench.i18n import _
from workbench.qt.operations import Context
from workbench.qt.translations.editor import TranslationEditor
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.qt.translations.review_part import ReviewPart
from workbench.services.review_history import History, read_history
from workbench.services.reviews import judge, take_over
from workbench.store.queries.quotes import QuoteRow, TranslationRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

VERDICTS: dict[str, Verdict] = {
    "desk.accept": Verdict.ACCEPTED,
    "desk.reject": Verdict.REJECTED,
    "desk.dispute": Verdict.DISPUTED,
    "desk.second_look": Verdict.SECOND_LOOK,
}


class Review(DeskFeature):
    """Reads the history of the translation at hand, and judges it."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = ReviewPart()
        self._shown: tuple[str, int] | None = None
        self.part.asked.connect(self._asked_in_part)
        for editor in view.desk.editors.values():
            editor.asked.connect(self._asked)

    @override
    def parts(self) -> tuple[HelpPart, ...]:
        return (self.part,)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {action: partial(self._called, verdict) for action, verdict in VERDICTS.items()}

    def _called(self, verdict: Verdict) -> None:
        """Judge from wherever the person is; what needs a reason is given from where that is written, and seen."""
        row = self._row
        if verdict in (Verdict.REJECTED, Verdict.DISPUTED) and row is not None and not self.session.read_only:
            self._ask_for_reason(verdict)
        else:
            self._judge(verdict)

    def _asked_in_part(self, action: str) -> None:
        if action in VERDICTS:
            self._judge(VERDICTS[action])
        else:
            self.view.run_action(action)

    def _asked(self, action: str) -> None:
        if action == "desk.take_over":
            self._take_over()

    @property
    def _row(self) -> TranslationRow | None:
        quote = self.view.desk.quote
        return quote.translations.get(self.view.desk.language) if quote is not None else None

    # Judging

    def _judge(self, verdict: Verdict) -> None:
        row, editor = self._row, self.view.desk.editor
        if editor is None or self.session.read_only:
            return
        if row is None:
            editor.say(lambda: _("There is no translation here yet."))
            return
        try:
            given = checked(ReviewInput, verdict=verdict, reason=self.part.reason)
        except InputError as error:
            there = self.part.field.hasFocus()
            self._ask_for_reason(verdict)
            self.part.say(str(error) if there or self.part.reason else "")
            return
        if verdict is Verdict.ACCEPTED:
            self.view.desk.before_step(lambda: self._give(row, editor, given))
        else:
            self._give(row, editor, given)

    def _give(self, row: TranslationRow, editor: TranslationEditor, given: ReviewInput) -> None:
        # What is typed and not saved yet makes it a draft; the service says so then.
        expected = None if editor.draft is not None and editor.draft.unsaved else row.revision
        self.view.drafts.save()
        self.session.perform(
            judge(row.id, given, expected=expected),
            on_done=lambda _state: self._judged(row.id, editor),
            on_error=editor.refuse_input,
            initiator=self,
        )

    def _ask_for_reason(self, verdict: Verdict) -> None:
        """Bring the field to the front; what is wrong is said only where the person has been there already."""
        self.view.run_action(self.part.action)
        self.part.wait_for(verdict)
        self.part.field.setFocus()

    def _judged(self, translation_id: str, editor: TranslationEditor) -> None:
        self.part.clear(translation_id)
        editor.note.close_message()
        if self.part.field.hasFocus():
            self.view.go_on_writing()

    def _take_over(self) -> None:
        row, editor = self._row, self.view.desk.editor
        if row is not None and editor is not None and not self.session.read_only:
            editor.note.close_message()
            editor.field.setFocus()
            self.session.perform(take_over(row.id, expected=row.revision), initiator=self)

    # Reading

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        row = quote.translations.get(language)
        key = (row.id, row.revision) if row is not None else None
        if key is None:
            self._shown = None
            self.part.show_nothing()
        elif key != self._shown:
            self._shown = key
            self.part.turn_to(key[0])  # at once: no reason is ever that of another translation
            self._read()

    def _read(self) -> None:
        key, session, quote = self._shown, self.session, self.view.desk.quote
        if key is None or quote is None:
            return
        row_id, words = key[0], quote.exact

        def read(_context: Context) -> History:
            with session.read() as connection:
                return read_history(connection, row_id)

        def found(history: History) -> None:
            if self._shown == key:
                people = {row.id: row.initials for row in session.profiles()}
                self.part.show_history(row_id, history, people, words, read_only=session.read_only)

        session.operations.run_read(read, on_done=found, owner=self.view)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("review", "back_translation", "profile"):
            self._read()
