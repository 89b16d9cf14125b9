"""Sources that are published translations of others, and which ones may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.errors import InputError
from workbench.domain.languages import UNKNOWN, base_language
from workbench.i18n import _
from workbench.languages.fold import tokens
from workbench.store.queries.pairs import SourceFacts, pairs_of, source_facts
from workbench.store.reach import circle
from workbench.store.tables import PublishedTranslation, Source
from workbench.store.work import Act, Work

_LIKELY = 4.0
"""Points from which a source is proposed as the other's translation or original."""

_NAME = 3
"""Code points of a title's word, as its key, from which two titles may share it."""


def pair_sources(original_id: str, translation_id: str) -> Act[str]:
    """Say that a source is the published translation of another; returns the tie's id.

    Raises:
        InputError: a source with itself, a tie that there is already, or a circle of translations.
        NotFoundError: one of the sources is gone.
    """

    def run(work: Work) -> str:
        work.get(Source, original_id)
        work.get(Source, translation_id)
        if original_id == translation_id:
            raise InputError(_("A source is not a translation of itself."), field="translation_id")
        if work.find(PublishedTranslation, original_id=original_id, translation_id=translation_id):
            raise InputError(_("It is this source’s published translation already."), field="translation_id")
        if circle(work.connection, ("published_translation", original_id, translation_id)):
            raise InputError(_("The one is translated from the other already."), field="translation_id")
        return work.insert(PublishedTranslation, original_id=original_id, translation_id=translation_id).id

    return Act("pair_sources", run, lambda work, _id: work.get(Source, translation_id).title)


def part_sources(pair_id: str) -> Act[str]:
    """Take back that a source is another's published translation; returns the translation's title."""

    def run(work: Work) -> str:
        title = work.get(Source, work.get(PublishedTranslation, pair_id).translation_id).title
        work.remove(PublishedTranslation, pair_id)
        return title

    return Act("part_sources", run, lambda _work, title: title)


@dataclass(frozen=True, slots=True)
class Partner:
    """A source that may stand beside another one."""

    facts: SourceFacts
    tied: bool
    likely: bool


def partners(
    connection: Connection,
    source_id: str,
    typed: str = "",
    *,
    limit: int = 50,
    check: Callable[[], None] = lambda: None,
) -> list[Partner]:
    """Return the sources to choose from: those tied to a source, those likely to be, then the newest.

    Only those whose title, author or publisher has every word that was typed, in any script. Likely is
    another language with the same date, publisher, or names and numbers in the title. `check` may
    raise to stop.
    """
    every = source_facts(connection)
    mine = next((facts for facts in every if facts.id == source_id), None)
    if mine is None:
        return []
    tied = {pair.source_id: at for at, pair in enumerate(pairs_of(connection, source_id))}
    wanted, keys = typed.casefold().split(), frozenset(_keys(mine.title))
    scored: list[tuple[int, float, int, SourceFacts]] = []
    for at, facts in enumerate(every):
        if at % 64 == 0:
            check()
        if facts.id == source_id or not _fits(facts, wanted):
            continue
        points = _points(mine, keys, facts)
        likely = points >= _LIKELY
        rank = 0 if facts.id in tied else 1 if likely else 2
        scored.append((rank, tied[facts.id] if rank == 0 else -points if likely else 0.0, at, facts))
    scored.sort(key=lambda row: row[:3])
    return [Partner(facts, rank == 0, rank == 1) for rank, _points_, _at, facts in scored[:limit]]


def _fits(facts: SourceFacts, wanted: list[str]) -> bool:
    if not wanted:
        return True
    text = f"{facts.title} {facts.creator} {facts.publisher}"
    plain = text.casefold()
    if all(word in plain for word in wanted):
        return True
    words = tokens(text)
    return all(word in plain or _begins(tokens(word), words) for word in wanted)


def _begins(keys: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return bool(keys) and all(len(key) >= _NAME and any(word.startswith(key) for word in words) for key in keys)


def _keys(title: str) -> list[str]:
    """Return what two titles of one article share: numbers, and keys of words that are long enough to tell."""
    return [key for key in tokens(title) if key.isdigit() or len(key) >= _NAME]


def _points(mine: SourceFacts, keys: frozenset[str], other: SourceFacts) -> float:
    """Rate how likely one source is the other's translation; a translation is in another language."""
    languages = base_language(mine.language), base_language(other.language)
    if languages[0] == languages[1] and UNKNOWN not in languages:
        return 0.0
    points = 2.0 * min(3, len(keys & frozenset(_keys(other.title))))
    if mine.published and other.published:
        points += (
            3.0 if mine.published == other.published else 1.0 if mine.published[:7] == other.published[:7] else 0.0
        )
    if mine.publisher and tokens(mine.publisher) == tokens(other.publisher):
        points += 2.0
    return points
