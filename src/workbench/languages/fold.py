"""A key for finding names whatever their script, alphabet or spelling.

It is a skeleton, not a transliteration: letters that the languages of the archive exchange for
each other become one. Вільня, Вильнюс and Vilnius give the same key; so do Калеснікава,
Колесникова, Kaleśnikava and Kolesnikova. Keys are for comparing and are never shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "\0", "ґ": "\0", "д": "d", "е": "a", "ё": "a", "є": "a", "ж": "z",
        "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "a",
        "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ў": "v", "ф": "f", "х": "\0", "ц": "t", "ч": "\0",
        "ш": "s", "щ": "s\0", "ъ": "", "ы": "i", "ь": "", "э": "a", "ю": "iu", "я": "ia", "ѣ": "a", "ѳ": "f",
    }
)  # fmt: skip

_SPECIAL = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "æ": "e", "œ": "e", "ß": "ss", "ŭ": "v", "ı": "i", "þ": "t", "č": "\0"}
)

_LATIN = (
    ("shch", "s\0"),
    ("tsch", "\0"),
    ("tch", "\0"),
    ("sh", "s"),
    ("sz", "s"),
    ("zh", "z"),
    ("cz", "\0"),
    ("kh", "\0"),
    ("ch", "\0"),
    ("gh", "\0"),
    ("ph", "f"),
    ("th", "t"),
    ("ct", "kt"),
    ("x", "ks"),
    ("q", "k"),
    ("ts", "t"),
    ("dz", "d"),
    ("tz", "t"),
    ("c", "t"),
    ("g", "h"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("o", "a"),
    ("e", "a"),
    ("\0", "h"),
)
"""In this order: `ch` is х, ч or č by language, so these are one letter, and г is g or h.

A zero stands for that one letter meanwhile, so that no later line takes it for half of `sh`.
"""

_GLIDE = re.compile("i+(?=[au])")
_SHORT_U = re.compile("(?<=a)u(?![aiu]|s$)|^u(?=[^aiu])")
_DOUBLE = re.compile(r"(.)\1+")
_CASE_ENDING = re.compile("(?<=.{4})[aiu]s$")
_LAST_VOWELS = re.compile("(?<=.{3})[aiu]+$")
_APOSTROPHES = re.compile("[’'ʼ`´ʹ‘ʻ]")
_WORDS = re.compile(r"[^\W_]+")

_CUTOFF = 68.0
_POOL = 200


class Candidate(NamedTuple):
    """One form of a record's name: the record's id, the name, and `fold(name)` as stored."""

    id: str
    value: str
    folded: str


def fold(text: str) -> str:
    """Return the key of a name: the keys of its words in their order, with spaces between."""
    return " ".join(tokens(text))


def tokens(text: str) -> tuple[str, ...]:
    """Return the key of each word; the endings of cases and of Lithuanian names are cut off."""
    return tuple(_without_ending(word) for word in skeletons(text))


def skeletons(text: str) -> tuple[str, ...]:
    """Return the key of each word with its ending: what a word that is being typed begins with."""
    words = _WORDS.findall(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold()))
    return tuple(key for key in map(_skeleton, words) if key)


def _skeleton(word: str) -> str:
    word = word.translate(_CYRILLIC).translate(_SPECIAL)
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    for old, new in _LATIN:
        word = word.replace(old, new)
    word = _GLIDE.sub("", word)
    return _DOUBLE.sub(r"\1", _SHORT_U.sub("v", _DOUBLE.sub(r"\1", word)))


def _without_ending(word: str) -> str:
    return _LAST_VOWELS.sub("", _CASE_ENDING.sub("", word))


def rank(query: str, candidates: Iterable[tuple[str, str, str]], limit: int = 20) -> list[str]:
    """Return ids of records, the best first, each once; at most `limit`.

    First come names that begin with what was typed, then those with a word that does, then
    those whose keys' words begin with the query's in any script, then those that are merely
    like it. Order among equals is by closeness, then by the name, so that it does not jump.
    """
    typed = " ".join(query.casefold().split())
    names = [Candidate(*candidate) for candidate in candidates]
    if not typed or limit < 1:
        return []
    wanted, exact_keys = skeletons(query), tokens(query)
    scored: list[tuple[int, float, str, str]] = []
    rest: list[Candidate] = []
    for name in names:
        step = _step(typed, wanted, exact_keys, name)
        if step is None:
            rest.append(name)
        else:
            scored.append((step, float(len(name.value)), name.value, name.id))
    if len({row[3] for row in scored}) < limit and sum(map(len, wanted)) >= 3:
        scored.extend(_alike(exact_keys, rest))
    scored.sort()
    return list(dict.fromkeys(row[3] for row in scored))[:limit]


def match_score(query: str, folded: str) -> float:
    """Return how like a name's stored key a query is: 0–100, by the words of the query."""
    return _closeness(tokens(query), folded)


def _step(typed: str, wanted: tuple[str, ...], keys: tuple[str, ...], name: Candidate) -> int | None:
    value = name.value.casefold()
    if value == typed:
        return 0
    if value.startswith(typed):
        return 1
    if f" {typed}" in value:
        return 2
    words = name.folded.split()
    if wanted and _each_begins(wanted, words):
        return 3
    if keys and _each_begins(keys, words):
        return 4
    return None


def _each_begins(wanted: tuple[str, ...], words: list[str]) -> bool:
    """Tell whether every wanted key begins a word of its own."""
    left = list(words)
    for key in wanted:
        found = next((word for word in left if word.startswith(key)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _alike(keys: tuple[str, ...], names: list[Candidate]) -> list[tuple[int, float, str, str]]:
    from rapidfuzz import fuzz, process

    pool = process.extract(
        " ".join(keys),
        [name.folded for name in names],
        scorer=fuzz.partial_ratio,
        score_cutoff=_CUTOFF - 10,
        limit=_POOL,
    )
    found = []
    for _folded, _score, at in pool:
        closeness = _closeness(keys, names[at].folded)
        if closeness >= _CUTOFF:
            found.append((5, -closeness, names[at].value, names[at].id))
    return found


def _closeness(keys: tuple[str, ...], folded: str) -> float:
    """Average over the query's words how like the best word of the name, or its beginning, each is."""
    from rapidfuzz import fuzz

    words = folded.split()
    if not keys or not words:
        return 0.0
    total = sum(max(max(fuzz.ratio(key, w), fuzz.ratio(key, w[: len(key)]) - 4) for w in words) for key in keys)
    return max(0.0, total / len(keys))
