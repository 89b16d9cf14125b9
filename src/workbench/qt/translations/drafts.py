"""What was typed and is not in the archive yet: saved within a second, never dropped."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, StaleError, UndoError, WorkbenchError
from workbench.domain.inputs import TEXT_LIMIT, TranslationInput, checked
from workbench.domain.kinds import TranslationState
from workbench.qt.session import Session
from workbench.services.desk import advance
from workbench.services.quotes import write_translation
from workbench.store.queries.quotes import QuoteRow, TranslationRow, list_quotes

WAIT = 900
"""Milliseconds from the first unsaved key to the write: what a killed program loses at most."""


class SaveState(StrEnum):
    """Where the words on the screen are."""

    SAVED = "saved"
    WAITING = "waiting"
    SAVING = "saving"
    FAILED = "failed"
    CONFLICT = "conflict"


class Draft(QObject):
    """The words of one quote in one language as they stand on the screen.

    One write is under way at a time, and each is based on the revision that the one before
    made, so that somebody else's words are never overwritten unseen. Words that come back to those
    of before a save take that save back, and with it what it did to the state and the review.
    """

    changed = Signal()
    """`state` is another one now, or the words are."""

    def __init__(self, session: Session, quote_id: str, language: str, row: TranslationRow | None) -> None:
        super().__init__(session)
        self.quote_id, self.language = quote_id, language
        self.relay: str | None = None
        """What is noted with words that are written now; see `services.quotes.write_translation`."""

        self.state = SaveState.SAVED
        self.theirs: TranslationRow | None = None
        self._session = session
        self._then: Callable[[], None] | None = None
        self._saves: list[tuple[int, str]] = []  # each with its operation, and the words that it replaced
        self._operation: int | None = None
        self._by_undo = False
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.save)
        session.changed.connect(self._note_operation)
        session.profile_changed.connect(self._forget_saves)
        self._base(row)
        self.text = self._saved

    def _base(self, row: TranslationRow | None) -> None:
        """Build on what the archive has."""
        self._saved = row.text if row else ""
        self._revision = row.revision if row else 0
        self.theirs = None

    @property
    def unsaved(self) -> bool:
        """Whether the archive does not have these words, or is not known to."""
        return self.state is not SaveState.SAVED

    @property
    def stuck(self) -> bool:
        """Whether these words will not come into the archive until the person does something about it."""
        return self.state in (SaveState.FAILED, SaveState.CONFLICT) or (self.unsaved and len(self.text) > TEXT_LIMIT)

    def type(self, text: str, *, by_undo: bool = False) -> None:
        """Take what stands on the screen now; it is saved in a moment. `by_undo`: the field took back what was typed.

        What takes a save back does so at once: the next Undo is then of what was done before it.
        """
        if text == self.text:
            return
        self.text, self._by_undo = text, by_undo
        if self.state in (SaveState.SAVED, SaveState.FAILED, SaveState.WAITING):
            self._wait()

    def _wait(self) -> None:
        """Save in a moment, counted from the first key; at once what takes a save back."""
        if self.state is not SaveState.WAITING:
            self._become(SaveState.WAITING)
        if self._saves_since():
            self.save()
        elif not self._timer.isActive():
            self._timer.start()

    def _saves_since(self) -> list[int]:
        """Return the operations since the archive had these words; none where nobody typed here since.

        Whoever empties a field begins anew: the wordings stay among the earlier ones then.
        """
        if not self.text.strip() and not self._by_undo:
            return []
        at = next((at for at, (_n, words) in reversed([*enumerate(self._saves)]) if self._same_words(words)), None)
        return [] if at is None else [number for number, _words in self._saves[at:]]

    def save(self) -> None:
        """Save now what has not been saved, unless that waits for the person's choice.

        What was typed during a write follows it at once: the archive may be about to close.
        """
        self._timer.stop()
        if self.state is SaveState.SAVING and self._then is None:
            self._then = self.save
        if self.state not in (SaveState.WAITING, SaveState.FAILED):
            return
        if self._same_words(self._saved):
            self._become(SaveState.SAVED)
            return
        back = self._saves_since()
        if back:
            self._take_back(back)
        else:
            self._write()

    def _forget_saves(self) -> None:
        """Take none of them back from here on: somebody else has sat down, or the translation has gone on since."""
        self._saves.clear()

    def _write(self) -> None:
        given = self._given()
        if given is None:
            return
        act = write_translation(self.quote_id, given, expected=self._revision, relay=self.relay)
        sent, replaced, self._operation = self.text, self._saved, None

        def done(_id: str) -> None:
            if self._operation is not None:
                self._saves.append((self._operation, replaced))
            self._written(sent)

        self._become(SaveState.SAVING)
        self._session.perform(act, on_done=done, on_error=self._failed, initiator=self)

    def _take_back(self, numbers: list[int]) -> None:
        """Undo what was saved here; where something else hangs on it, these words are new ones."""
        sent = self.text

        def done() -> None:
            del self._saves[-len(numbers) :]
            self._written(sent)

        def failed(error: WorkbenchError) -> bool:
            if not isinstance(error, UndoError):
                return self._failed(error)
            self._forget_saves()
            self._become(SaveState.WAITING)
            self.save()
            return True

        self._become(SaveState.SAVING)
        self._session.take_back(numbers, on_done=done, on_error=failed, initiator=self)

    def _same_words(self, saved: str) -> bool:
        return self.text.strip() == saved.strip()

    def _given(self) -> TranslationInput | None:
        try:
            return checked(TranslationInput, language=self.language, text=self.text)
        except InputError as error:
            self._become(SaveState.FAILED)
            self._session.operations.failed.emit(error)
            return None

    def advance(
        self,
        to: TranslationState | None,
        on_done: Callable[[TranslationState], None],
        on_refused: Callable[[InputError], None],
    ) -> None:
        """Save the words and take the translation on, as one operation; see `services.desk.advance`."""
        if self.state is SaveState.CONFLICT:
            return
        if self.state is SaveState.SAVING:
            self._then = lambda: self.advance(to, on_done, on_refused)
            return
        self._timer.stop()
        given = self._given()
        if given is None:
            return
        sent = self.text

        def done(state: TranslationState) -> None:
            self._forget_saves()
            self._written(sent)
            on_done(state)

        def failed(error: WorkbenchError) -> bool:
            if isinstance(error, InputError):
                self._become(SaveState.WAITING)
                self.save()
                on_refused(error)
                return True
            # That nothing was sent on is told, also where the words are the same.
            return self._failed(error) and self.state is SaveState.CONFLICT

        self._become(SaveState.SAVING)
        # Whoever only sends words on has not made them of what they look at.
        relay = None if self._same_words(self._saved) else self.relay
        act = advance(self.quote_id, given, to, expected=self._revision, relay=relay)
        self._session.perform(act, on_done=done, on_error=failed, initiator=self)

    def _written(self, sent: str) -> None:
        self._saved = sent
        if self.text == sent:
            self._become(SaveState.SAVED)
        else:
            self._wait()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _failed(self, error: WorkbenchError) -> bool:
        self._then = None
        if not isinstance(error, StaleError):
            self._become(SaveState.FAILED)
            return False
        self.theirs = self._read()
        if not self._settled(self.theirs):
            self._become(SaveState.CONFLICT)
        return True

    def _settled(self, row: TranslationRow | None) -> bool:
        """Where the archive has the very words of the screen, build on it: there is nothing to choose between."""
        if not self._same_words(row.text if row else ""):
            return False
        self._timer.stop()
        self._forget_saves()
        self._base(row)
        self._become(SaveState.SAVED)
        return True

    def _read(self) -> TranslationRow | None:
        with self._session.read() as connection:
            found = list_quotes(connection, self._session.language, quote_ids=[self.quote_id])
        return found[0].translations.get(self.language) if found else None

    def keep_mine(self) -> None:
        """Write these words over what somebody else has written, which stays among the earlier wordings."""
        self._forget_saves()
        self._base(self.theirs)
        self._become(SaveState.WAITING)
        self.save()

    def take_theirs(self) -> None:
        """Give up these words for what somebody else has written."""
        self._forget_saves()
        self._base(self.theirs)
        self.text = self._saved
        self._become(SaveState.SAVED)

    def adopt(self, row: TranslationRow | None) -> None:
        """Take what the archive has, where nothing waits to be saved; else the next save finds out."""
        if self.state is SaveState.SAVED:
            self._base(row)
            if self.text != self._saved:
                self.text = self._saved
                self._forget_saves()
                self.changed.emit()
        elif self.state is not SaveState.SAVING:
            self._settled(row)

    def _note_operation(self, changes: Changes) -> None:
        if changes.initiator is not self:
            return
        self._operation = changes.operation.number
        for change in changes.rows:
            if change.table == "translation":
                self._revision = change.after["revision"] if change.after is not None else 0

    def _become(self, state: SaveState) -> None:
        self.state = state
        self.changed.emit()


class Drafts:
    """Every draft that is on the screen or not saved yet, by quote and language."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._drafts: dict[tuple[str, str], Draft] = {}

    def open(self, quote: QuoteRow, language: str) -> Draft:
        """Return the draft of a quote in a language: the one that waits to be saved, or a new one."""
        key = (quote.id, language)
        row = quote.translations.get(language)
        if key in self._drafts:
            self._drafts[key].adopt(row)
        else:
            self._drafts[key] = Draft(self._session, quote.id, language, row)
        return self._drafts[key]

    def release(self, quote_id: str) -> None:
        """Save a quote's drafts, and forget those of earlier quotes that are safe in the archive."""
        for (owner, _language), draft in self._drafts.items():
            if owner == quote_id:
                draft.save()
        for key, draft in list(self._drafts.items()):
            if key[0] != quote_id and not draft.unsaved:
                del self._drafts[key]
                draft.deleteLater()

    def save(self) -> None:
        """Save everything now."""
        for draft in self._drafts.values():
            draft.save()

    @property
    def unsaved(self) -> bool:
        """Whether anything is not known to be in the archive."""
        return any(draft.unsaved for draft in self._drafts.values())
