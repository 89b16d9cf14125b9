"""What a reviewer says of a translation, and what follows from it."""

from __future__ import annotations

from typing import Any

from workbench.domain.errors import InputError
from workbench.domain.inputs import ReviewInput
from workbench.domain.kinds import Origin, SubState, TranslationState, Verdict
from workbench.domain.states import check_eyes
from workbench.i18n import _
from workbench.services.quotes import move_translation, note_verdict, standing_of, words_of
from workbench.store.tables import Translation
from workbench.store.work import Act, Work

_JUDGED = (TranslationState.TRANSLATED, TranslationState.REVIEWED, TranslationState.FINAL)


def judge(translation_id: str, given: ReviewInput, *, expected: int | None = None) -> Act[TranslationState]:
    """Say of a translation's wording what one thinks of it; returns the state that it has then.

    Accepted, what waited for review is reviewed, and a second look or a dispute is over. Rejected,
    it is a draft that needs rework. Disputed, it stays where it is and goes no further until
    somebody decides. A second look asks for one more reviewer than this one, who accepts it.

    Raises:
        InputError: there is nothing to judge yet, it is one's own, or a reason is missing.
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> TranslationState:
        row = work.change(Translation, translation_id, expected=expected)
        if TranslationState(row.state) not in _JUDGED:
            raise InputError(_("This is a draft; there is nothing to review yet."), field="state")
        if given.verdict is not Verdict.DISPUTED:
            check_eyes(standing_of(row), work.author_id or "")
        _FOLLOWS[given.verdict](work, row, given.reason)
        return TranslationState(work.get(Translation, translation_id).state)

    return Act("review_translation", run, lambda work, _state: _words(work, translation_id))


def _words(work: Work, translation_id: str) -> str:
    return words_of(work, work.get(Translation, translation_id).quote_id)


def _accept(work: Work, row: Translation, reason: str) -> None:
    if row.sub_state:
        work.change(Translation, row.id, sub_state=SubState.NONE.value)
    if row.state == TranslationState.TRANSLATED.value:
        move_translation(row.id, TranslationState.REVIEWED).run(work)
    else:
        note_verdict(work, row, Verdict.ACCEPTED, reason)


def _reject(work: Work, row: Translation, reason: str) -> None:
    note_verdict(work, row, Verdict.REJECTED, reason)
    work.change(
        Translation,
        row.id,
        state=TranslationState.INITIAL.value,
        sub_state=SubState.NEEDS_REWORK.value,
        reviewer_id=None,
    )


def _dispute(work: Work, row: Translation, reason: str) -> None:
    note_verdict(work, row, Verdict.DISPUTED, reason)
    work.change(Translation, row.id, sub_state=SubState.DISPUTED.value, **_not_final(row))


def _look_again(work: Work, row: Translation, reason: str) -> None:
    _accept(work, row, reason)
    work.change(
        Translation, row.id, sub_state=SubState.SECOND_LOOK.value, reviewer_id=work.author_id, **_not_final(row)
    )
    note_verdict(work, work.get(Translation, row.id), Verdict.SECOND_LOOK, reason)


def _not_final(row: Translation) -> dict[str, Any]:
    """Return what makes a final translation a reviewed one: something about it is open."""
    return {"state": TranslationState.REVIEWED.value} if row.state == TranslationState.FINAL.value else {}


_FOLLOWS = {
    Verdict.ACCEPTED: _accept,
    Verdict.REJECTED: _reject,
    Verdict.DISPUTED: _dispute,
    Verdict.SECOND_LOOK: _look_again,
}


def take_over(translation_id: str, *, expected: int | None = None) -> Act[None]:
    """Say that a machine's wording is right as it stands: it is this person's from now on, and may go on.

    Raises:
        InputError: nobody says it.
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> None:
        if not work.author_id:
            raise InputError(_("A machine wrote this, and nobody has looked at it yet."), field="origin")
        row = work.change(Translation, translation_id, expected=expected)
        if row.origin == Origin.MACHINE.value:
            work.change(Translation, translation_id, origin=Origin.PERSON.value, translator_id=work.author_id)

    return Act("take_translation", run, lambda work, _none: _words(work, translation_id))
