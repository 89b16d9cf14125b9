"""The translation memory: what it is asked by the desk, and what is taken into it.

What is in it is told in `store.queries.memory`. It is looked up in indexes in the computer's
memory, one a language, and in the archive's own index of words for as long as one of these is
being made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.changes import Change
from workbench.domain.errors import InputError
from workbench.domain.kinds import Origin, TranslationState
from workbench.domain.languages import UNKNOWN, base_language
from workbench.i18n import _
from workbench.languages.memory.clusters import Clusters
from workbench.languages.memory.concordance import Line, concordance
from workbench.languages.memory.index import Index
from workbench.languages.memory.likeness import Hit, rank
from workbench.languages.memory.penalties import Proposal, Trait, in_order
from workbench.store.queries.memory import (
    Unit,
    languages_in_memory,
    quotes_in,
    sides_in,
    sides_of,
    sides_of_batch,
    sides_with_words,
    translations_of,
    units_of,
    words_of_quotes,
)
from workbench.store.tables import MemoryBatch, Translation
from workbench.store.work import Act, Work

Progress = Callable[[int, int], None]

_FEW = 2_000
"""Segments of a batch that are put into indexes one by one; of more the indexes are made anew."""

_WORDS = 20
"""Words of a text that are looked for where there is no index yet: the longest, which are the rarest."""

_MEASURED, _FEWEST, _MOST = 100_000, 400, 1_500
"""Code points that are read and measured then, of texts of the same length; and the bounds of how many texts."""

_SAME = 20
"""Segments with the same text that are looked at; more of them say nothing more."""

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
"""A word as the archive's index has it: marks belong to their letters."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation that the memory has of a text like the one asked for.

    `percent` is how like `original` is, `worth` that less the penalties for `traits`.
    """

    text: str
    original: str
    percent: int
    worth: int
    traits: frozenset[Trait]
    unit: Unit


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A text of the memory in which words stand, with their places in code points; `more` units read the same."""

    text: str
    spans: tuple[Span, ...]
    unit: Unit
    more: int


@dataclass(frozen=True, slots=True)
class Occurrences:
    """What a concordance found; `waiting` are the languages whose index is not made yet."""

    found: tuple[Occurrence, ...]
    complete: bool
    waiting: tuple[str, ...]


class Memory:
    """The indexes of an open archive. One thread may `load` while another keeps up and asks."""

    def __init__(self) -> None:
        self._indexes: dict[str, Index] = {}
        self._clusters: dict[str, Clusters] | None = None
        self.stale: set[str] = set()
        """Languages whose index is to be loaded anew."""

    def ready(self, language: str) -> bool:
        """Tell whether the index of a language is made."""
        index = self._indexes.get(language)
        return index is not None and index.ready

    def begin(self, language: str) -> None:
        """Have an index for a language from now on, which follows what is written; `load` fills it."""
        # Made anew and not changed, for another thread may go through them.
        self._indexes = {language: Index(), **self._indexes}
        self.stale = self.stale - {language}

    def load(self, connection: Connection, language: str, progress: Progress | None = None) -> None:
        """Read everything in a language; takes seconds. Whatever `progress` raises stops it, and it is as before."""
        self._indexes[language].load(sides_in(connection, language), progress)

    def keep_up(self, connection: Connection, changes: Iterable[Change]) -> None:
        """Follow what was written."""
        changes = list(changes)
        self._keep_translations(connection, changes)
        for change in changes:
            if change.table == "memory_batch" and (change.before is None or change.after is None):
                self._keep_batch(connection, change)
        crowded = {language for language, index in self._indexes.items() if index.ready and index.crowded}
        self.stale = self.stale | crowded
        if self._clusters is not None:
            self._keep_quotes(connection, self._clusters, changes)

    def _keep_translations(self, connection: Connection, changes: list[Change]) -> None:
        moved = {c.row_id for c in changes if c.table == "quote" and "published_language" in c.fields}
        touched = {change.row_id for change in changes if change.table == "translation"}
        touched |= set(translations_of(connection, moved)) if moved else set()
        if not self._indexes or not touched:
            return
        wanted = {side: (language, text) for side, language, text in sides_of(connection, touched)}
        for side in (mark + row_id for row_id in touched for mark in "qt"):
            language, text = wanted.get(side, ("", ""))
            for tag, index in self._indexes.items():
                if tag != language:
                    index.remove(side)
                elif index.text(side) != text:
                    index.put(side, text)

    def _keep_batch(self, connection: Connection, change: Change) -> None:
        facts = change.after or change.before or {}
        if facts["units"] > _FEW:
            self.stale = self.stale | set(self._indexes)
            for index in self._indexes.values():
                index.forget()
            return
        for side, language, text in sides_of_batch(connection, change.row_id):
            if language in self._indexes and change.after is not None:
                self._indexes[language].put(side, text)
            elif language in self._indexes:
                self._indexes[language].remove(side)

    # Reprints

    def reprints(self, connection: Connection, quote_id: str) -> list[str]:
        """Return the ids of other quotes that say the same in the same language. The first time all are read."""
        if self._clusters is None:
            segments: dict[str, list[tuple[str, str]]] = {}
            for row_id, language, words in quotes_in(connection):
                segments.setdefault(language, []).append((row_id, words))
            self._clusters = {language: Clusters(texts) for language, texts in segments.items()}
        return [other for clusters in self._clusters.values() for other in clusters.of(quote_id)]

    @staticmethod
    def _keep_quotes(connection: Connection, clusters: dict[str, Clusters], changes: list[Change]) -> None:
        quotes = {change.row_id for change in changes if change.table == "quote"}
        passages = {change.row_id for change in changes if change.table == "passage"}
        fresh = {row_id: (language, words) for row_id, language, words in words_of_quotes(connection, quotes, passages)}
        for row_id in quotes | set(fresh):
            for each in clusters.values():
                each.remove(row_id)
            if row_id in fresh:
                language, words = fresh[row_id]
                clusters.setdefault(language, Clusters()).put(row_id, words)

    # Asking

    def like(self, connection: Connection, text: str, language: str, limit: int | None) -> list[Hit]:
        """Return texts of a language that are like one, as `Index.find` does."""
        index = self._indexes.get(language)
        if index is not None and index.ready:
            return index.find(text, limit=limit)
        return like_words(connection, text, language, limit)

    def occurrences(self, connection: Connection, query: str, *, words: bool, limit: int = 200) -> Occurrences:
        """Return where a query stands in texts of any language, short texts first."""
        languages = languages_in_memory(connection)
        waiting = tuple(language for language in languages if not self.ready(language))
        lines: list[Line] = []
        complete = True
        for language in languages:
            if language in waiting:
                continue
            answer = concordance(self._indexes[language], query, words=words, limit=limit)
            lines += answer.lines
            complete = complete and answer.complete
        lines.sort(key=lambda line: (len(line.text), line.text))
        shown = lines[:limit]
        units = units_of(connection, [side for line in shown for side in line.ids[:_SAME]])
        found = []
        for line in shown:
            of_line = [units[side] for side in line.ids[:_SAME] if side in units]
            if of_line:
                found.append(Occurrence(line.text, line.spans, of_line[0], len(line.ids) - 1))
        return Occurrences(tuple(found), complete and len(lines) <= limit, waiting)


def like_words(connection: Connection, text: str, language: str, limit: int | None) -> list[Hit]:
    """Return texts of a language that are like one and share words with it, without an index in memory."""
    words = sorted({word.casefold() for word in _WORD.findall(text)}, key=lambda word: (-len(word), word))
    texts = min(_MOST, max(_FEWEST, _MEASURED // max(1, len(text))))
    return rank(text, sides_with_words(connection, words[:_WORDS], language, texts), limit=limit)


def look_up(
    memory: Memory | None,
    connection: Connection,
    text: str,
    languages: tuple[str, str],
    *,
    quote_id: str | None = None,
    limit: int = 5,
) -> list[Remembered]:
    """Return translations of texts like one, what is worth most first; `languages` are from and into.

    Those of `quote_id` itself are left out. Without a memory the archive's index of words is asked.
    """
    source, target = (base_language(tag) for tag in languages)
    ask = memory.like if memory is not None else like_words
    asked: int | None = 4 * limit
    while True:
        hits = ask(connection, text, source, asked)
        found = _translations(connection, hits, source, target, quote_id)
        if len(found) >= limit or asked is None or len(hits) < asked:
            return found[:limit]
        asked = None


def _translations(
    connection: Connection, hits: list[Hit], source: str, target: str, quote_id: str | None
) -> list[Remembered]:
    units = units_of(connection, [side for hit in hits for side in hit.ids[:_SAME]])
    proposals: dict[str, tuple[Proposal, Hit]] = {}
    for hit in hits:
        for side in hit.ids[:_SAME]:
            unit = units.get(side)
            if unit is not None and target in unit.texts and (quote_id is None or unit.quote_id != quote_id):
                traits = _traits(unit, source, target)
                proposals[side] = (Proposal(side, hit.percent, hit.similarity, traits), hit)
    best: dict[str, Remembered] = {}
    for each in in_order(proposal for proposal, _hit in proposals.values()):
        hit, unit = proposals[each.id][1], units[each.id]
        text = unit.texts[target]
        best.setdefault(text, Remembered(text, hit.text, each.percent, each.worth(), each.traits, unit))
    return list(best.values())


def _traits(unit: Unit, source: str, target: str) -> frozenset[Trait]:
    pair = {source, target}
    found = set()
    if unit.unreviewed & pair:
        found.add(Trait.UNREVIEWED)
    if unit.source_language == target:
        found.add(Trait.OTHER_DIRECTION)
    elif unit.source_language not in (source, UNKNOWN) or unit.relayed & pair:
        found.add(Trait.RELAY)
    if unit.origin is not Origin.PERSON:
        found.add(Trait.IMPORTED)
    return frozenset(found)


# What is in it


def remember(translation_id: str, *, taken: bool, expected: int | None = None) -> Act[None]:
    """Take a translation into the memory before its review, or out again.

    Raises:
        InputError: it is empty, or a machine wrote it and nobody has looked at it.
        StaleError: somebody else has written since.
    """

    def run(work: Work) -> None:
        row = work.get(Translation, translation_id)
        if taken:
            _check_taken(row)
        work.change(Translation, translation_id, expected=expected, in_memory=taken)

    return Act("remember_translation" if taken else "forget_translation", run)


def _check_taken(row: Translation) -> None:
    if not row.text.strip():
        raise InputError(_("An empty translation has nothing to remember."), field="text")
    if _by_machine(row.model_dump()):
        raise InputError(_("A machine wrote this, and nobody has looked at it yet."), field="text")


def _by_machine(row: dict[str, object]) -> bool:
    return row["origin"] == Origin.MACHINE.value and row["state"] == TranslationState.INITIAL.value


def remember_all(*, taken: bool) -> Act[int]:
    """Take every translation that nobody has reviewed into the memory, or out; returns how many.

    What a machine wrote and nobody has looked at stays out.
    """
    states = (TranslationState.INITIAL, TranslationState.TRANSLATED)

    def run(work: Work) -> int:
        rows = [row for state in states for row in work.facts_by(Translation, state=state.value, in_memory=not taken)]
        rows = [row for row in rows if not taken or (row["text"].strip() and not _by_machine(row))]
        work.change_all(Translation, ((row, {"in_memory": taken}) for row in rows))
        return len(rows)

    return Act("remember_translations" if taken else "forget_translations", run)


def remove_batch(batch_id: str) -> Act[str]:
    """Take a batch out of the memory; returns its label. Its segments stay in the file, so that it can be undone."""

    def run(work: Work) -> str:
        label = work.get(MemoryBatch, batch_id).label
        work.remove(MemoryBatch, batch_id)
        return label

    return Act("remove_batch", run, lambda _work, label: label)
