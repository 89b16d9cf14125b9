"""What may help to translate a quote: earlier translations of words like it, and names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.kinds import NameKind, Origin, RecordKind, TranslationState
from workbench.domain.languages import base_language
from workbench.languages.fold import tokens
from workbench.languages.memory.penalties import Trait
from workbench.services.memory import Memory, Remembered, look_up
from workbench.store.queries.quotes import QuoteRow, list_quotes
from workbench.store.queries.records import NameKey, NameRow, name_keys, names_of

_SHORTEST_KEY = 4
"""Letters of a name's folded key under which it would be found in words that only look like it."""

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Match:
    """A text that can be inserted. `score` is what it is worth in per cent, at most.

    For an earlier translation `original` is the text that it translates, `percent` how like that
    is to the quote, `traits` what is taken off for, `state` its state, and `label` the source or
    file that it comes from, by its `origin`; a `reprint` is the same quote elsewhere. For a name
    (`record_id` given) `original` is the form of the name that stands in the quote. `by` says
    who proposes it and from where, of what is not of this archive.
    """

    text: str
    original: str
    score: int
    state: TranslationState | None = None
    record_id: str | None = None
    by: str = ""
    percent: int = 100
    traits: frozenset[Trait] = frozenset()
    label: str = ""
    origin: Origin = Origin.PERSON
    quote_id: str | None = None
    reprint: bool = False


def remembered_matches(memory: Memory | None, connection: Connection, quote_id: str, language: str) -> list[Match]:
    """Return translations of the quote's reprints, then what the memory has of quotes like it, the best first.

    For the worker. Without a memory the archive's own index of words is asked.
    """
    found = list_quotes(connection, language, quote_ids=[quote_id])
    if not found:
        return []
    quote = found[0]
    reprinted = _reprinted(connection, memory.reprints(connection, quote_id), language) if memory is not None else []
    hits = look_up(memory, connection, quote.exact, (quote.published_language, language), quote_id=quote_id)
    return [*reprinted, *(_remembered(hit, language) for hit in hits)]


def _reprinted(connection: Connection, reprints: list[str], language: str) -> list[Match]:
    """Return the different translations of reprints, in whatever state, the furthest on first."""
    quotes = list_quotes(connection, language, quote_ids=reprints) if reprints else []
    rows = [(quote, quote.translations[language]) for quote in quotes if language in quote.translations]
    states = list(TranslationState)
    rows.sort(key=lambda pair: (-states.index(pair[1].state), pair[1].id))
    return [
        Match(row.text, quote.exact, 100, row.state, label=quote.source_title, reprint=True, quote_id=quote.id)
        for quote, row in rows
        if row.text.strip() and not (row.origin is Origin.MACHINE and row.state is TranslationState.INITIAL)
    ]


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


def name_matches(connection: Connection, quote_id: str, language: str) -> list[Match]:
    """Return names in a language of the records that are named in a quote. Reads every name: for the worker."""
    found = list_quotes(connection, language, quote_ids=[quote_id])
    return _names(connection, found[0], language) if found else []


def _names(connection: Connection, quote: QuoteRow, language: str) -> list[Match]:
    """Return names in the target language of the records that are named in the quote, in its order."""
    words, text = tokens(quote.exact), quote.exact.casefold()
    places: dict[str, tuple[int, int, str]] = {}
    best: dict[str, tuple[int, bool]] = {}
    for key in name_keys(connection):
        for part, original in _parts(key):
            at = _find(words, part) if sum(map(len, part)) >= _SHORTEST_KEY else -1
            # The longest form counts; among equals the one that stands there letter by letter.
            worth = (len(part), original.casefold() in text)
            if at >= 0 and worth > best.get(key.record_id, (0, False)):
                best[key.record_id] = worth
                places[key.record_id] = (at, len(part), original)
    names = names_of(connection, places)
    found = []
    for record_id, (_at, _length, original) in sorted(places.items(), key=lambda item: (item[1][0], -item[1][1])):
        forms = sorted((n for n in names[record_id] if base_language(n.tag) == language), key=_rank)
        found += [Match(form, original, 100, record_id=record_id) for form in _distinct(forms, original)]
    return found


def _parts(key: NameKey) -> list[tuple[tuple[str, ...], str]]:
    """Return what of a name may stand in a text: all of it, and a person's last name alone."""
    whole = tuple(key.folded.split())
    if key.kind == RecordKind.PERSON and len(whole) > 1:
        return [(whole, key.value), (whole[-1:], key.value.split()[-1])]
    return [(whole, key.value)]


def _find(words: tuple[str, ...], part: tuple[str, ...]) -> int:
    steps = range(len(words) - len(part) + 1)
    return next((at for at in steps if words[at : at + len(part)] == part), -1)


def _rank(name: NameRow) -> tuple[bool, bool, str]:
    return name.kind != NameKind.PREFERRED, "-" in name.tag, name.id


def _distinct(forms: list[NameRow], original: str) -> list[str]:
    """Return the preferred form, after the short one where the quote itself is short about it."""
    if not forms:
        return []
    short = [name.value for name in forms if name.kind == NameKind.SHORT and " " not in original]
    return list(dict.fromkeys([*short[:1], forms[0].value]))


def completions(matches: list[Match], prefix: str) -> list[str]:
    """Return what may complete a word that begins with `prefix`: names whole, then single words."""
    typed = prefix.casefold()
    if not typed:
        return []
    names = [match.text for match in matches if match.record_id]
    words = [word for match in matches for word in _WORD.findall(match.text) if len(word) > 2]
    fitting = (text for text in (*names, *words) if text.casefold().startswith(typed) and text.casefold() != typed)
    return list(dict.fromkeys(fitting))
