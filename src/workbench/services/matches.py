"""What may help to translate a quote: earlier translations of words like it, and names in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.kinds import NameKind, RecordKind, TranslationState
from workbench.domain.languages import base_language
from workbench.languages.fold import tokens
from workbench.store.queries.quotes import QuoteRow, list_quotes, wordings_in
from workbench.store.queries.records import NameKey, NameRow, name_keys, names_of

CUTOFF = 60.0
"""Per cent of likeness under which an earlier translation is no help."""

_SHORTEST_KEY = 4
"""Letters of a name's folded key under which it would be found in words that only look like it."""

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[’'-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Match:
    """A text that can be inserted. `score` is the likeness of `original` to the quote in per cent.

    For an earlier translation `original` is the quote that it translates and `state` its state;
    for a name (`record_id` given) it is the form of the name that stands in the quote. `by` says
    who proposes it and from where, of what is not of this archive.
    """

    text: str
    original: str
    score: int
    state: TranslationState | None = None
    record_id: str | None = None
    by: str = ""


def find_matches(connection: Connection, quote_id: str, language: str, *, limit: int = 5) -> list[Match]:
    """Return translations of like quotes, the best first, then the names that occur in the quote.

    Reads every translation in the language and every name, so it runs in the worker.
    """
    found = list_quotes(connection, language, quote_ids=[quote_id])
    if not found:
        return []
    matches = _translations(connection, found[0], language, limit)
    names = _names(connection, found[0], language)
    return matches + [name for name in names if all(name.text != match.text for match in matches)]


def _translations(connection: Connection, quote: QuoteRow, language: str, limit: int) -> list[Match]:
    from rapidfuzz import fuzz, process

    published = base_language(quote.published_language)
    others = [
        wording
        for wording in wordings_in(connection, language)
        if wording.quote_id != quote.id and base_language(wording.published_language) == published
    ]
    ranked = process.extract(
        quote.exact, [w.quote_text for w in others], scorer=fuzz.ratio, processor=str.casefold,
        score_cutoff=CUTOFF, limit=limit * 4,
    )  # fmt: skip
    states = list(TranslationState)
    ranked.sort(key=lambda hit: (-round(hit[1]), -states.index(others[hit[2]].state), hit[2]))
    best: dict[str, Match] = {}
    for _text, score, place in ranked:
        wording = others[place]
        best.setdefault(wording.text, Match(wording.text, wording.quote_text, round(score), wording.state))
    return list(best.values())[:limit]


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
