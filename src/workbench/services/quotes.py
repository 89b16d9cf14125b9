"""Quotes and their translations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.inputs import QuoteInput, RecordInput, TranslationInput
from workbench.domain.kinds import MarkKind, Origin, RecordKind, SubState, TranslationState, Verdict
from workbench.domain.languages import base_language
from workbench.domain.marks import find_marks
from workbench.domain.states import Standing, check_step
from workbench.i18n import _
from workbench.services.passages import passage_at, remove_with_bare
from workbench.services.records import create_record
from workbench.store.log import now
from workbench.store.tables import Passage, Proposal, Quote, QuoteMark, Record, Review, Translation
from workbench.store.work import Act, Work


@dataclass(frozen=True, slots=True)
class Marked:
    """A quote and its passage."""

    quote_id: str
    passage_id: str


def mark_quote(
    text_version_id: str,
    span: Span,
    given: QuoteInput,
    *,
    new_speaker: RecordInput | None = None,
    new_interpreter: RecordInput | None = None,
    passage_id: str = "",
) -> Act[Marked]:
    """Mark a range as someone's words; where it is a quote already its facts are changed.

    `new_speaker` and `new_interpreter` are records to be made in the same operation, in place of
    `speaker_id` and `interpreter_id`. See `passage_at` for `passage_id`.
    """

    def run(work: Work) -> Marked:
        facts = _columns(work, _with_new(work, given, speaker_id=new_speaker, interpreter_id=new_interpreter))
        passage = passage_at(work, text_version_id, span, passage_id)
        found = work.find(Quote, passage_id=passage.id)
        if found:
            quote = work.change(Quote, found[0].id, **facts)
        else:
            quote = work.insert(Quote, passage_id=passage.id, **facts)
        return Marked(quote.id, passage.id)

    return Act("mark_quote", run, lambda work, marked: work.get(Passage, marked.passage_id).exact)


def _with_new(work: Work, given: QuoteInput, **new: RecordInput | None) -> QuoteInput:
    made = {name: create_record(record).run(work) for name, record in new.items() if record is not None}
    return given.model_copy(update=made)


_MAY_SPEAK = (RecordKind.PERSON.value, RecordKind.ORGANISATION.value)


def _columns(work: Work, given: QuoteInput) -> dict[str, Any]:
    if given.speaker_id is not None and work.get(Record, given.speaker_id).kind not in _MAY_SPEAK:
        raise InputError(_("Only a person or an organisation speaks."), field="speaker_id")
    if given.interpreter_id is not None and work.get(Record, given.interpreter_id).kind not in _MAY_SPEAK:
        raise InputError(_("Only a person or an organisation translates."), field="interpreter_id")
    return {**given.model_dump(), "manner": given.manner.value}


def edit_quote(
    quote_id: str, given: QuoteInput, *, expected: int | None = None, new_speaker: RecordInput | None = None
) -> Act[None]:
    """Change a quote's speaker (see `mark_quote`), languages, manner, or who translated in between."""

    def run(work: Work) -> None:
        facts = _columns(work, _with_new(work, given, speaker_id=new_speaker))
        work.change(Quote, quote_id, expected=expected, **facts)

    return Act("edit_quote", run, lambda work, _none: words_of(work, quote_id))


def words_of(work: Work, quote_id: str) -> str:
    """Return the exact words of a quote."""
    return work.get(Passage, work.get(Quote, quote_id).passage_id).exact


def retype_mark(quote_id: str, span: Span, kind: MarkKind) -> Act[None]:
    """Say what a sign of a quote is, in code points of its words; what it is by convention needs no row.

    Raises:
        InputError: no sign stands there.
    """

    def run(work: Work) -> None:
        usual = next((mark for mark in find_marks(words_of(work, quote_id)) if mark.span == span), None)
        if usual is None:
            raise InputError(_("There is no sign at this place any more."), field="kind")
        known = work.find(QuoteMark, quote_id=quote_id, start=span.start, end=span.end)
        if known and kind is usual.kind:
            work.remove(QuoteMark, known[0].id)
        elif known:
            work.change(QuoteMark, known[0].id, kind=kind.value)
        elif kind is not usual.kind:
            work.insert(QuoteMark, quote_id=quote_id, start=span.start, end=span.end, kind=kind.value)

    return Act("retype_mark", run, lambda work, _none: words_of(work, quote_id))


def remove_quote(quote_id: str) -> Act[str]:
    """Remove a quote with its translations, and its passage where it is bare then; returns its words."""

    def run(work: Work) -> str:
        words = words_of(work, quote_id)
        remove_with_bare(work, Quote, quote_id)
        return words

    return Act("remove_quote", run, lambda _work, words: words)


def write_translation(
    quote_id: str,
    given: TranslationInput,
    *,
    expected: int | None = None,
    of: str = "",
    origin: Origin = Origin.PERSON,
    relay: str | None = None,
) -> Act[str]:
    """Write or rewrite a quote's translation; returns its id. `origin` is how the words came.

    `relay` is the language of the other translation that it was made from, empty where it was
    made from the published words; None leaves what was noted before.

    What a machine has proposed for the quote in these very words is a machine's, whoever hands it in.

    `of` is the words that were translated, where they are not the quote's words of now: the
    translation is stale then.

    New words make it a draft again, by the person who wrote them: the review was of the old
    ones. Earlier wordings stay in the log.

    Raises:
        InputError: the target language is the one the quote was published in.
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> str:
        quote = work.get(Quote, quote_id)
        if base_language(given.language) == base_language(quote.published_language):
            raise InputError(_("The quote was published in this language."), field="language")
        words = of or words_of(work, quote_id)
        found = work.find(Translation, quote_id=quote_id, language=given.language)
        facts = {
            "text": given.text,
            "state": TranslationState.INITIAL.value,
            "translator_id": work.author_id,
            "reviewer_id": None,
            "quote_text": words,
            "sub_state": _still_open(found),
            "origin": _origin_of(work, quote_id, given, origin, found).value,
            **_relayed(work, quote_id, given.language, relay),
        }
        if not found:
            return work.insert(Translation, quote_id=quote_id, language=given.language, **facts).id
        known = found[0].model_dump()
        if all(known[name] == facts[name] for name in _MADE_OF if name in facts):
            return found[0].id
        return work.change(Translation, found[0].id, expected=expected, **facts).id

    return Act("write_translation", run, lambda work, _id: words_of(work, quote_id))


def _origin_of(work: Work, quote_id: str, given: TranslationInput, said: Origin, found: list[Translation]) -> Origin:
    """Return how a wording came to be: the words of a machine stay a machine's however they came into the field."""
    if said is not Origin.PERSON or not given.text:
        return said
    words = given.text.split()
    proposed = work.facts_by(Proposal, quote_id=quote_id, language=given.language, origin=Origin.MACHINE.value)
    theirs = [row["text"] for row in proposed] + [row.text for row in found if row.origin == Origin.MACHINE.value]
    return Origin.MACHINE if any(text.split() == words for text in theirs) else said


_MADE_OF = ("text", "quote_text", "relay_language", "relay_text")
"""What makes a translation another one: written again without a change of these, it keeps its state."""


def _relayed(work: Work, quote_id: str, language: str, relay: str | None) -> dict[str, str]:
    """Return the columns that say from which translation another one was made."""
    if relay is None:
        return {}
    if not relay:
        return {"relay_language": "", "relay_text": ""}
    pivot = work.find(Translation, quote_id=quote_id, language=relay)
    if relay == language or not pivot or not pivot[0].text:
        raise InputError(_("There is no translation in this language to translate from."), field="language")
    return {"relay_language": relay, "relay_text": pivot[0].text}


def _still_open(found: list[Translation]) -> str:
    """Return the sub-state of a translation after its words were changed: what was rejected still needs its rework."""
    rework = SubState.NEEDS_REWORK.value
    return rework if found and found[0].sub_state == rework else SubState.NONE.value


def relay_still(work: Work, row: Translation) -> str:
    """Return the language that a translation is a relay from; empty where it is none, or that one is gone."""
    pivot = work.find(Translation, quote_id=row.quote_id, language=row.relay_language) if row.relay_language else []
    return row.relay_language if pivot and pivot[0].text else ""


def standing_of(row: Translation) -> Standing:
    """Return what a translation's next step is judged by."""
    return Standing(
        TranslationState(row.state),
        SubState(row.sub_state),
        row.translator_id,
        row.reviewer_id,
        Origin(row.origin),
        row.text,
    )


def move_translation(translation_id: str, state: TranslationState, *, expected: int | None = None) -> Act[None]:
    """Move a translation one state on or back; the reviewer is the person who does it.

    That it was accepted stands among its reviews. What needed rework needs it no more once it
    goes on; a step back ends a dispute and a second look.

    Raises:
        InputError: a step that the rules do not allow (see `domain.states`).
    """

    def run(work: Work) -> None:
        row = work.get(Translation, translation_id)
        old = TranslationState(row.state)
        check_step(standing_of(row), state, actor=work.author_id or "")
        facts: dict[str, Any] = {"state": state.value}
        if old is TranslationState.TRANSLATED and state is TranslationState.REVIEWED:
            facts["reviewer_id"] = work.author_id
            note_verdict(work, row, Verdict.ACCEPTED)
        elif state in (TranslationState.INITIAL, TranslationState.TRANSLATED):
            facts |= {"reviewer_id": None, "sub_state": SubState.NONE.value}
        work.change(Translation, translation_id, expected=expected, **facts)

    return Act("move_translation", run)


def note_verdict(work: Work, row: Translation, verdict: Verdict, reason: str = "") -> None:
    """Keep what somebody has said of a translation's wording."""
    work.insert(
        Review,
        translation_id=row.id,
        reviewer_id=work.author_id,
        verdict=verdict.value,
        reason=reason,
        text=row.text,
        moment=now(),
    )


def confirm_still_right(translation_id: str, *, expected: int | None = None) -> Act[None]:
    """Say that a stale translation still fits the quote's new words; it goes back to review.

    Who says so answers for the wording from then on.

    Raises:
        InputError: it is not stale: its words are its translator's.
    """

    def run(work: Work) -> None:
        row = work.get(Translation, translation_id)
        fresh = {
            "quote_text": words_of(work, row.quote_id),
            **_relayed(work, row.quote_id, row.language, relay_still(work, row)),
        }
        if all(getattr(row, name) == value for name, value in fresh.items()):
            raise InputError(_("The translation is not stale."), field="state", kept=_("Nothing was changed."))
        state = TranslationState.TRANSLATED if row.text.strip() else TranslationState.INITIAL
        work.change(
            Translation,
            translation_id,
            expected=expected,
            **fresh,
            state=state.value,
            sub_state=SubState.NONE.value,
            translator_id=work.author_id or row.translator_id,
            reviewer_id=None,
        )

    return Act("move_translation", run)
