"""What was typed and is not in the archive yet: saved within a second, never dropped."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, StaleError, WorkbenchError
from workbench.domain.inputs import TranslationInput, checked
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
    made, so that somebody else's words are never overwritten unseen.
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
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self.save)
        session.changed.connect(self._note_revision)
        self._base(row)

    def _base(self, row: TranslationRow | None) -> None:
        self.text = self._saved = row.text if row else ""
        self._revision = row.revision if row else 0

    @property
    def unsaved(self) -> bool:
        """Whether the archive does not have these words, or is not known to."""
        return self.state is not SaveState.SAVED

    def type(self, text: str) -> None:
        """Take what stands on the screen now; it is saved in a moment."""
        if text == self.text:
            return
        self.text = text
        if self.state in (SaveState.SAVED, SaveState.FAILED):
            self._timer.start()
            self._become(SaveState.WAITING)

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
        given = self._given()
        if given is not None:
            act = write_translation(self.quote_id, given, expected=self._revision, relay=self.relay)
            sent = self.text
            self._become(SaveState.SAVING)
            self._session.perform(act, on_done=lambda _id: self._written(sent), on_error=self._failed, initiator=self)

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
            self._written(sent)
            on_done(state)

        def failed(error: WorkbenchError) -> bool:
            if isinstance(error, InputError):
                self._become(SaveState.WAITING)
                self.save()
                on_refused(error)
                return True
            return self._failed(error)

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
            self._timer.start()
            self._become(SaveState.WAITING)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _failed(self, error: WorkbenchError) -> bool:
        self._then = None
        if not isinstance(error, StaleError):
            self._become(SaveState.FAILED)
            return False
        self.theirs = self._read()
        self._become(SaveState.CONFLICT)
        return True

    def _read(self) -> TranslationRow | None:
        with self._session.read() as connection:
            found = list_quotes(connection, self._session.language, quote_ids=[self.quote_id])
        return found[0].translations.get(self.language) if found else None

    def keep_mine(self) -> None:
        """Write these words over what somebody else has written, which stays among the earlier wordings."""
        self._revision = self.theirs.revision if self.theirs else 0
        self._saved = self.theirs.text if self.theirs else ""
        self.theirs = None
        self._become(SaveState.WAITING)
        self.save()

    def take_theirs(self) -> None:
        """Give up these words for what somebody else has written."""
        self._base(self.theirs)
        self.theirs = None
        self._become(SaveState.SAVED)

    def adopt(self, row: TranslationRow | None) -> None:
        """Take what the archive has, where nothing waits to be saved; else the next save finds out."""
        if self.state is SaveState.SAVED:
            changed = self.text != (row.text if row else "")
            self._base(row)
            if changed:
                self.changed.emit()

    def _note_revision(self, changes: Changes) -> None:
        if changes.initiator is not self:
            return
        for change in changes.rows:
            if change.table == "translation" and change.after is not None:
                self._revision = change.after["revision"]

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
