"""What may help to translate a quote: earlier translations of words like it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.kinds import Origin, TranslationState
from workbench.domain.languages import base_language
from workbench.languages.memory.penalties import Trait
from workbench.services.memory import Memory, Remembered, look_up
from workbench.store.queries.quotes import QuoteRow, list_quotes

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Match:
    """A text that can be inserted. `score` is what it is worth in per cent, at most.

    For an earlier translation `original` is the text that it translates, `percent` how like that
    is to the quote, `traits` what is taken off for, `state` its state, and `label` the source or
    file that it comes from, by its `origin`; a `reprint` is the same quote elsewhere. `by` says
    who proposes it and from where, of what is not of this archive.
    """

    text: str
    original: str
    score: int
    state: TranslationState | None = None
    by: str = ""
    percent: int = 100
    traits: frozenset[Trait] = frozenset()
    label: str = ""
    origin: Origin = Origin.PERSON
    quote_id: str | None = None
    reprint: bool = False


def remembered_matches(
    memory: Memory | None, connection: Connection, quote_id: str, language: str, source: str = ""
) -> list[Match]:
    """Return translations of the quote's reprints, then what the memory has of quotes like it, the best first.

    It is asked for the quote's words in the language `source`, as published for an empty one. For the
    worker. Without a memory the archive's own index of words is asked.
    """
    found = list_quotes(connection, language, quote_ids=[quote_id])
    if not found:
        return []
    quote = found[0]
    words, tongue = quote.words_in(source)
    reprints = memory.reprints(connection, quote_id) if memory is not None else []
    reprinted = _reprinted(connection, reprints, language, words, tongue)
    hits = look_up(memory, connection, words, (tongue, language), quote_id=quote_id)
    return [*reprinted, *(_remembered(hit, language) for hit in hits)]


def _reprinted(connection: Connection, reprints: list[str], language: str, words: str, tongue: str) -> list[Match]:
    """Return the different translations of reprints, in whatever state, the furthest on first.

    What they translate is told in the language `tongue`: `words` where a reprint has none in that.
    """
    quotes = list_quotes(connection, language, quote_ids=reprints) if reprints else []
    rows = [(quote, quote.translations[language]) for quote in quotes if language in quote.translations]
    states = list(TranslationState)
    rows.sort(key=lambda pair: (-states.index(pair[1].state), pair[1].id))
    return [
        Match(
            row.text,
            _said_in(quote, tongue) or words,
            100,
            row.state,
            label=quote.source_title,
            reprint=True,
            quote_id=quote.id,
        )
        for quote, row in rows
        if row.text.strip() and not (row.origin is Origin.MACHINE and row.state is TranslationState.INITIAL)
    ]


def _said_in(quote: QuoteRow, tongue: str) -> str:
    """Return the words of a quote in a language, as published or translated; empty where it has none."""
    words, found = quote.words_in(tongue)
    return words if base_language(found) == base_language(tongue) else ""


def _remembered(hit: Remembered, language: str) -> Match:
    unit = hit.unit
    return Match(
        hit.text,
        hit.original,
        hit.worth,
        unit.states.get(language),
        percent=hit.percent,
        traits=hit.traits,
        label=unit.label,
        origin=unit.origin,
        quote_id=unit.quote_id,
    )


def completions(matches: list[Match], prefix: str, names: list[str]) -> list[str]:
    """Return what may complete a word that begins with `prefix`: names and terms whole, then single words."""
    typed = prefix.casefold()
    if not typed:
        return []
    words = [word for match in matches for word in _WORD.findall(match.text) if len(word) > 2]
    fitting = (text for text in (*names, *words) if text.casefold().startswith(typed) and text.casefold() != typed)
    return list(dict.fromkeys(fitting))
