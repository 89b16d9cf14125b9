"""What the checks find in a translation, and what a person has let stand, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.inputs import WaiverInput
from workbench.languages.checks import Context, Finding, check
from workbench.services.quotes import words_of
from workbench.services.terms import BEHIND as BEHIND_TERMS
from workbench.services.terms import Finder, wanted_of
from workbench.store.queries.quotes import QuoteRow, TranslationRow, targets_of
from workbench.store.queries.waivers import WaiverRow, waivers_of
from workbench.store.tables import Translation, Waiver
from workbench.store.work import Act, Work

BEHIND = ("quote", "passage", "translation", "waiver", "quote_mark", *BEHIND_TERMS)
"""Tables whose changes may bring other findings."""

_FEW = 500
"""Translations whose waivers are asked for by their ids; of more, all are read, which costs less."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding; `waiver` where somebody lets it stand."""

    finding: Finding
    words: str
    waiver: WaiverRow | None = None


def words_found(finding: Finding, source: str, target: str) -> str:
    """Return what tells a finding from others of its check: the words that it is about, of the target and the source.

    It is about the same as long as these stand there, wherever that is.
    """
    parts = (
        [target[span.start : span.end] for span in finding.target],
        [source[span.start : span.end] for span in finding.source],
    )
    return "\n".join(" … ".join(each) for each in parts)


def findings_of(
    connection: Connection, finder: Finder, quote: QuoteRow, language: str, text: str | None = None
) -> list[Judged]:
    """Return what there is to look at in a quote's translation into a base language, the gravest first.

    `text` is the wording as it stands on the screen; None takes what the archive has.
    """
    row = quote.translations.get(language)
    target = (row.text if row else "") if text is None else text
    waivers = waivers_of(connection, [row.id]) if row else ()
    return _judged(connection, finder, quote, language, target, waivers)


@dataclass(frozen=True, slots=True)
class Found:
    """A translation in which there is something to look at."""

    quote: QuoteRow
    translation: TranslationRow
    judged: tuple[Judged, ...]


def findings_in(
    connection: Connection, finder: Finder, quotes: Sequence[QuoteRow], progress: Callable[[int, int], object]
) -> list[Found]:
    """Return what there is to look at in the translations of quotes, in their order. Unbounded: for the worker.

    Of the words as the archive has them. `progress` is told how many quotes are done, of how many.
    """
    rows = [row for quote in quotes for row in quote.translations.values()]
    few = [row.id for row in rows] if len(rows) <= _FEW else None
    waivers: dict[str, list[WaiverRow]] = {}
    for waiver in waivers_of(connection, few):
        waivers.setdefault(waiver.translation_id, []).append(waiver)
    found = []
    for number, quote in enumerate(quotes):
        progress(number, len(quotes))
        for language in targets_of(quote):
            row = quote.translations.get(language)
            if row is None or not row.text.strip():
                continue
            judged = _judged(connection, finder, quote, language, row.text, waivers.get(row.id, ()))
            if judged:
                found.append(Found(quote, row, tuple(judged)))
    progress(len(quotes), len(quotes))
    return found


def _judged(
    connection: Connection, finder: Finder, quote: QuoteRow, language: str, target: str, waivers: Iterable[WaiverRow]
) -> list[Judged]:
    wanted = wanted_of(finder.wordings(connection, quote, language))
    context = Context(wanted, quote.said_marks)
    waived = {(each.key, each.words): each for each in waivers}
    found = []
    for finding in check(quote.exact, quote.published_language, target, language, context):
        words = words_found(finding, quote.exact, target)
        found.append(Judged(finding, words, waived.get((finding.key.value, words))))
    return found


def unresolved(judged: Iterable[Judged]) -> list[Judged]:
    """Return the findings that nobody lets stand."""
    return [each for each in judged if each.waiver is None]


def waive(translation_id: str, given: WaiverInput) -> Act[str]:
    """Let a finding stand, with a reason; one that stands already has the new reason. Returns the waiver's id."""

    def run(work: Work) -> str:
        work.get(Translation, translation_id)
        same = work.find(Waiver, translation_id=translation_id, check_key=given.key, words=given.words)
        if same:
            return work.change(Waiver, same[0].id, reason=given.reason, author_id=work.author_id).id
        row = work.insert(
            Waiver,
            translation_id=translation_id,
            author_id=work.author_id,
            check_key=given.key,
            words=given.words,
            reason=given.reason,
        )
        return row.id

    return Act("waive_finding", run, lambda work, _id: _quote_of(work, translation_id))


def take_back_waiver(waiver_id: str) -> Act[None]:
    """Have a finding shown again that was let stand."""

    def run(work: Work) -> None:
        work.remove(Waiver, waiver_id)

    return Act("take_back_waiver", run)


def _quote_of(work: Work, translation_id: str) -> str:
    return words_of(work, work.get(Translation, translation_id).quote_id)
