"""The translation desk's acts: words and state together, so that a key press is one operation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from workbench.domain.errors import InputError, NotFoundError, StaleError
from workbench.domain.inputs import ReviewInput, TranslationInput
from workbench.domain.kinds import SubState, TranslationState, Verdict
from workbench.domain.states import open_matter
from workbench.services.quotes import move_translation, relay_still, words_of, write_translation
from workbench.services.reviews import judge
from workbench.store.log import row_history
from workbench.store.tables import Translation
from workbench.store.work import Act, Work

_ORDER = tuple(TranslationState)

RUN = timedelta(minutes=10)
"""Wordings that one person saved within this time are one sitting: only its last is shown."""


def advance(
    quote_id: str,
    given: TranslationInput,
    to: TranslationState | None = None,
    *,
    expected: int | None = None,
    relay: str | None = None,
) -> Act[TranslationState]:
    """Write a translation where its words differ, then take it to a state; returns the state reached.

    Without `to` it goes one step on: what was just written, or was a draft, is translated; what
    waited for review is reviewed; what was reviewed is final, and stays so. A stale translation
    is confirmed by it, for whoever sends it on has seen the quote's new words. What is disputed, or
    waits for a second look, is accepted by it, and goes no further. `relay` is as of `write_translation`.

    Raises:
        InputError: nothing was written, or the step needs the eyes of somebody else.
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> TranslationState:
        relay_now = relay
        found = work.find(Translation, quote_id=quote_id, language=given.language)
        if found:
            work.change(Translation, found[0].id, expected=expected)
            if relay is None:
                relay_now = relay_still(work, found[0])
        row_id = write_translation(quote_id, given, expected=expected, relay=relay_now).run(work)
        row = work.get(Translation, row_id)
        if to is None and open_matter(SubState(row.sub_state)):
            return judge(row_id, ReviewInput(verdict=Verdict.ACCEPTED)).run(work)
        state = TranslationState(row.state)
        target = to or _ORDER[min(_ORDER.index(state) + 1, len(_ORDER) - 1)]
        _walk(work, row_id, target)
        return target

    return Act("write_translation", run, lambda work, _state: words_of(work, quote_id))


def send_back(translation_id: str, *, expected: int | None = None) -> Act[None]:
    """Make a translation a draft again, from whatever state it has reached.

    Raises:
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> None:
        work.change(Translation, translation_id, expected=expected)
        _walk(work, translation_id, TranslationState.INITIAL)

    return Act("move_translation", run)


@dataclass(frozen=True, slots=True)
class Sent:
    """How many translations went to review, and how many stay where they were."""

    sent: int
    left: int


def send_to_review(translations: Iterable[tuple[str, int]]) -> Act[Sent]:
    """Take drafts to review, in one operation; each is given by its id and the revision that was looked at.

    One that was changed since, is gone, or may not take the step (see `domain.states`) stays and is counted.
    """
    wanted = tuple(translations)

    def run(work: Work) -> Sent:
        sent = 0
        for translation_id, revision in wanted:
            work.checkpoint()
            try:
                with work.all_or_nothing():
                    work.change(Translation, translation_id, expected=revision)
                    _walk(work, translation_id, TranslationState.TRANSLATED)
            except (InputError, NotFoundError, StaleError):
                continue
            sent += 1
        return Sent(sent, len(wanted) - sent)

    return Act("send_to_review", run)


def _walk(work: Work, translation_id: str, target: TranslationState) -> None:
    """Take every step from the state that a translation has to `target`, each by its own rule."""
    while (state := TranslationState(work.get(Translation, translation_id).state)) is not target:
        up = _ORDER.index(target) > _ORDER.index(state)
        move_translation(translation_id, _ORDER[_ORDER.index(state) + (1 if up else -1)]).run(work)


@dataclass(frozen=True, slots=True)
class EarlierWording:
    """A wording that a translation had before: who saved it, and when (UTC ISO 8601)."""

    text: str
    author_id: str | None
    moment: str
    state: TranslationState


def earlier_wordings(connection: Connection, translation_id: str) -> list[EarlierWording]:
    """Return what a translation said before, the newest first, one for each sitting of a person.

    What it says now is left out, and so are wordings that came back later.
    """
    found: list[EarlierWording] = []
    sitting: tuple[str | None, datetime] | None = None
    seen: set[str] = {""}
    for entry in row_history(connection, "translation", translation_id):
        after = entry.change.after
        if after is None:
            continue
        moment = datetime.fromisoformat(entry.operation.moment)
        author = entry.operation.author_id
        same = sitting is not None and sitting[0] == author and sitting[1] - moment < RUN
        typing = same and after["state"] == TranslationState.INITIAL
        sitting = (author, moment)
        if after["text"] in seen or typing:
            continue
        if len(seen) > 1:
            found.append(
                EarlierWording(after["text"], author, entry.operation.moment, TranslationState(after["state"]))
            )
        seen.add(after["text"])
    return found
