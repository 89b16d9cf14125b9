"""Translating back: somebody who does not know a quote says in its language what a translation says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from sqlalchemy import Connection, or_, select

from workbench.domain.errors import InputError
from workbench.domain.inputs import TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import base_language
from workbench.i18n import _
from workbench.store.log import CHANGE, OPERATION, now
from workbench.store.queries.quotes import PASSAGE, QUOTE, TRANSLATION
from workbench.store.tables import BackTranslation, Quote, Review, Translation
from workbench.store.work import Act, Work, table_of

BACK, REVIEW = table_of(BackTranslation), table_of(Review)
_WORD = re.compile(r"\w+")


def write_back(translation_id: str, given: TranslationInput, *, of: str | None = None) -> Act[str]:
    """Keep what a translation says in the language that its quote was published in; returns the new row's id.

    `of` is the wording that was translated back, where somebody may have changed it since.

    Raises:
        InputError: nothing was written, it is in another language, the translation is a draft or
            was changed since, or the person has translated or judged this quote, and so knows it.
    """

    def run(work: Work) -> str:
        row = work.get(Translation, translation_id)
        if base_language(given.language) != base_language(work.get(Quote, row.quote_id).published_language):
            raise InputError(_("It is translated back into the language that it was published in."), field="language")
        if not given.text:
            raise InputError(_("Nothing was translated back yet."), field="text", do=_("Write it first."))
        if row.state == TranslationState.INITIAL.value or (of is not None and of != row.text):
            raise InputError(_("This translation is being worked on."), field="state", do=_("Go on with another one."))
        if not work.author_id or row.quote_id in known_to(work.connection, work.author_id):
            raise InputError(
                _("Who has translated or reviewed a quote knows it, and cannot translate it back."),
                field="translator_id",
                do=_("Switch to another profile."),
            )
        facts = {"translator_id": work.author_id, "text": given.text, "of_text": row.text, "moment": now()}
        return work.insert(BackTranslation, translation_id=translation_id, **facts).id

    # The subject is the translation: the quote's own words are not to be seen by who goes on translating back.
    return Act("translate_back", run, lambda work, _id: work.get(Translation, translation_id).text)


def known_to(connection: Connection, profile_id: str) -> set[str]:
    """Return the quotes of which somebody has ever written or judged a translation, into whatever language."""
    wrote = (
        select(CHANGE.c.row_id)
        .join(OPERATION, OPERATION.c.number == CHANGE.c.operation)
        .where(OPERATION.c.author_id == profile_id, CHANGE.c.table_name == "translation")
    )
    judged = select(REVIEW.c.translation_id).where(REVIEW.c.reviewer_id == profile_id)
    query = select(TRANSLATION.c.quote_id).where(or_(TRANSLATION.c.id.in_(wrote), TRANSLATION.c.id.in_(judged)))
    return set(connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class ToTranslateBack:
    """A translation that waits for it. It holds nothing of the quote but the language it was published in."""

    translation_id: str
    quote_id: str
    language: str
    text: str
    published_language: str


def waiting(connection: Connection, profile_id: str) -> list[ToTranslateBack]:
    """Return what somebody could translate back: past the draft, of quotes that they do not know.

    Wordings that were translated back already are left out. Unbounded, for the worker.
    """
    done = select(BACK.c.id).where(BACK.c.translation_id == TRANSLATION.c.id, BACK.c.of_text == TRANSLATION.c.text)
    query = (
        select(TRANSLATION.c.id, QUOTE.c.id, TRANSLATION.c.language, TRANSLATION.c.text, QUOTE.c.published_language)
        .join(QUOTE, QUOTE.c.id == TRANSLATION.c.quote_id)
        .where(TRANSLATION.c.state != TranslationState.INITIAL.value, ~done.exists())
        .order_by(TRANSLATION.c.id)
    )
    known = known_to(connection, profile_id)
    found = (ToTranslateBack(*row) for row in connection.execute(query))
    return [each for each in found if each.quote_id not in known]


@dataclass(frozen=True, slots=True)
class BackRow:
    """One back-translation: by whom, when (UTC ISO 8601), of which wording, and how like the quote's words it is."""

    text: str
    of_text: str
    translator_id: str | None
    moment: str
    words: str
    score: int


def back_translations(connection: Connection, translation_id: str) -> list[BackRow]:
    """Return the back-translations of a translation, the newest first, each beside the quote's words of now."""
    query = (
        select(BACK.c.text, BACK.c.of_text, BACK.c.translator_id, BACK.c.moment, PASSAGE.c.exact)
        .join(TRANSLATION, TRANSLATION.c.id == BACK.c.translation_id)
        .join(QUOTE, QUOTE.c.id == TRANSLATION.c.quote_id)
        .join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
        .where(BACK.c.translation_id == translation_id)
        .order_by(BACK.c.id.desc())
    )
    return [BackRow(*row, score=likeness(row.exact, row.text)) for row in connection.execute(query)]


def likeness(words: str, back: str) -> int:
    """Return how much of two texts is the same, 0 to 100: words that stay (Levenshtein) in per cent of the longer one.

    Case and punctuation do not count. It is a hint where to look, no mark: a good translation that
    comes back in synonyms scores low.
    """
    one, other = (_WORD.findall(text.casefold()) for text in (words, back))
    return round(100 * Levenshtein.normalized_similarity(one, other))
