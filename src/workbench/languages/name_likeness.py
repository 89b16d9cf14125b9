"""How likely two names are forms of one person's name, whatever the script, spelling or case of either.

`likeness` gives a number from 0 to 1, `compare` also which words agree and why; `POSSIBLE` is the
number from which two names are worth a person's look. Meant for lists of possible sames and for
names in running text. Names that share a key (`transliteration.keys.name_key`) are found by an
index; these functions judge the few that were found, about 20,000 pairs a second: they are not for
comparing every name with every other. Nothing here is certain, and nothing is written by it.

A form of a name in another case counts (Калеснікавай), a family name alone counts as half, an
initial fits the names that begin with it, a missing patronymic costs little, a different one much.
Names that show different genders (Аляксандр Іваноў, Аляксандра Іванова) are not taken for the same.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.languages import base_language
from workbench.languages.fold import tokens
from workbench.languages.name_parts import Gender, guess_gender, is_initials, split_name
from workbench.languages.remembered import remembered
from workbench.languages.transliteration.keys import name_key
from workbench.languages.transliteration.rules import clean

POSSIBLE = 0.72
"""From here on two names are possibly the same person's: see docs/measurements.md."""


class Agreement(StrEnum):
    """Why a word of one name is taken for a word of the other, the strongest reason first."""

    SAME = "same"
    """Letter for letter, letter case and accents of stress aside."""

    SPELLING = "spelling"
    """The same in another script or spelling: Бяляцкі, Беляцкий, Bialacki."""

    CALENDAR = "calendar"
    """One given name in two languages: Мікалай, Николай, Mikołaj."""

    CASE = "case"
    """Another grammatical case: Калеснікава, Калеснікавай."""

    INITIAL = "initial"
    """The first letter: А., Аляксандр."""

    NEAR = "near"
    """Merely alike, as with a slip of the pen."""


_STRENGTH = {
    Agreement.SAME: 1.0,
    Agreement.SPELLING: 0.97,
    Agreement.CALENDAR: 0.95,
    Agreement.CASE: 0.9,
    Agreement.INITIAL: 0.7,
}
_NEAR_ENOUGH = 0.8
_FAMILY, _GIVEN, _PATRONYMIC = 1.0, 0.7, 0.3
_OTHER_GENDER, _OTHER_PATRONYMIC = 0.55, 0.6

_ENDINGS = re.compile("(?<=.{3})(?:[ai](?:ha|mu)|imi|am[iu]?|im|ah|ih|au|i?u|[aiu]s?)$")
"""Endings of cases in the letters of a key."""

_WRITTEN = {
    "cyrillic": (("дз", "д"), ("щ", "š"), ("ж", "ž"), ("ш", "š"), ("з", "z"), ("с", "s")),
    "en": (("shch", "š"), ("sch", "š"), ("zh", "ž"), ("sh", "š"), ("ts", "t"), ("tz", "t"), ("dz", "d"), ("x", "ks")),
    "pl": (("szcz", "š"), ("sz", "š"), ("ż", "ž"), ("rz", "ž"), ("dz", "d"), ("ź", "z"), ("ś", "s")),
    "latin": (("dz", "d"), ("dź", "d"), ("ź", "z"), ("ś", "s")),
}
"""How spellings write the hissing consonants that the key does not tell apart."""


@dataclass(frozen=True, slots=True)
class WordMatch:
    """One word of each name that agree, why, and how strongly from 0 to 1."""

    one: str
    other: str
    agreement: Agreement
    strength: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two names have in common: `score` from 0 to 1, the words that agree, and what speaks against it.

    `only_one` and `only_other` are the words that stand in one of the names only.
    """

    score: float
    matches: tuple[WordMatch, ...] = ()
    only_one: tuple[str, ...] = ()
    only_other: tuple[str, ...] = ()
    other_gender: bool = False
    other_patronymic: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    key: str
    calendar: str
    weight: float
    initial: bool
    sounds: str
    """The letters ж, ш, ч that the key does not tell from з, с, ц, by the spelling of its language; else empty."""


@dataclass(frozen=True, slots=True)
class _Prepared:
    words: tuple[_Word, ...]
    gender: Gender


def likeness(name_a: str, tag_a: str, name_b: str, tag_b: str, *, in_text: bool = False) -> float:
    """Return from 0 to 1 how likely two names, each with its BCP 47 tag, are one person's; symmetric."""
    return compare(name_a, tag_a, name_b, tag_b, in_text=in_text).score


def compare(name_a: str, tag_a: str, name_b: str, tag_b: str, *, in_text: bool = False) -> Comparison:
    """Compare two names, each with its BCP 47 tag, word by word in any order.

    `in_text` says that one of them stands in a sentence, in whatever case: what looks like a
    woman's name there may be a man's in the genitive, so gender is not weighed.
    """
    one, other = _prepared(name_a, tag_a), _prepared(name_b, tag_b)
    if not one.words or not other.words:
        return Comparison(0.0)
    pairs = sorted(
        ((match.strength, -abs(i - j), i, j, match) for i, a in enumerate(one.words) for j, b in enumerate(other.words)
         if (match := _match(a, b)) is not None),
        key=lambda pair: pair[:4],
        reverse=True,
    )  # fmt: skip
    left_a, left_b = set(range(len(one.words))), set(range(len(other.words)))
    matches: dict[int, WordMatch] = {}
    got = total = 0.0
    for _strength, _distance, i, j, match in pairs:
        if i in left_a and j in left_b:
            left_a.remove(i)
            left_b.remove(j)
            matches[i] = match
            weight = max(one.words[i].weight, other.words[j].weight)
            got += weight * match.strength
            total += weight
    return _judged(
        [matches[i] for i in sorted(matches)],
        [one.words[i] for i in sorted(left_a)],
        [other.words[j] for j in sorted(left_b)],
        got,
        total,
        gender=not in_text and bool(one.gender and other.gender and one.gender is not other.gender),
    )


def _judged(
    matches: list[WordMatch],
    spare_a: list[_Word],
    spare_b: list[_Word],
    got: float,
    total: float,
    *,
    gender: bool,
) -> Comparison:
    # A word that the other name merely lacks costs less than one against which it has another.
    for spare, against in ((spare_a, spare_b), (spare_b, spare_a)):
        for word in spare:
            lacking = word.weight <= _PATRONYMIC and not any(each.weight <= _PATRONYMIC for each in against)
            total += word.weight / 3 if lacking else word.weight
    score = got / total if total else 0.0
    patronymic = any(a.weight == b.weight == _PATRONYMIC for a in spare_a for b in spare_b)
    score *= (_OTHER_GENDER if gender else 1.0) * (_OTHER_PATRONYMIC if patronymic else 1.0)
    return Comparison(
        round(score, 4),
        tuple(matches),
        tuple(word.text for word in spare_a),
        tuple(word.text for word in spare_b),
        gender,
        patronymic,
    )


@remembered(8192)
def _prepared(name: str, tag: str) -> _Prepared:
    name = clean(name)
    parts = split_name(name, tag)
    known = {"given": parts.given.split(), "patronymic": parts.patronymic.split()}
    words = []
    for text in (part for word in name.split() for part in _separated(word)):
        keys, calendar = tokens(text), name_key(text)
        for key, shared in zip(keys, calendar, strict=True):
            weight = _weight(text, known) / len(keys)  # less for each half of a hyphenated name
            initial = is_initials(text) or (len(key) == 1 and len(text) <= 2)
            words.append(_Word(text, _lithuanian(key, tag), shared, weight, initial, _sounds(text, tag)))
    # A family name alone, in a form that may be a man's in another case, shows no gender.
    return _Prepared(tuple(words), guess_gender(parts, tag) if parts.given or parts.patronymic else Gender.UNKNOWN)


def _separated(word: str) -> list[str]:
    bare = word.strip('(),;«»“”„"')
    return [part for part in re.split(r"(?<=\.)", bare) if part] if is_initials(bare) else [bare] * bool(bare)


def _weight(text: str, known: dict[str, list[str]]) -> float:
    if text in known["patronymic"]:
        return _PATRONYMIC
    return _GIVEN if text in known["given"] else _FAMILY


def _lithuanian(key: str, tag: str) -> str:
    """Take off the ending that Lithuanian gives a short name, which the key of a short word keeps: Žukas."""
    return re.sub("(?<=..)[aiu]s$", "", key) if base_language(tag) == "lt" else key


def _match(a: _Word, b: _Word) -> WordMatch | None:
    if a.text.casefold() == b.text.casefold():
        agreement, strength = Agreement.SAME, 1.0
    elif a.initial or b.initial:
        first = {a.key[:1], a.calendar[:1]} & {b.key[:1], b.calendar[:1]}
        if not first or (len(a.key) > 1 and a.weight == _FAMILY) or (len(b.key) > 1 and b.weight == _FAMILY):
            return None
        agreement, strength = Agreement.INITIAL, _STRENGTH[Agreement.INITIAL]
    elif a.key == b.key:
        agreement, strength = Agreement.SPELLING, _STRENGTH[Agreement.SPELLING] - _other_sounds(a, b)
    elif a.calendar == b.calendar:
        agreement, strength = Agreement.CALENDAR, _STRENGTH[Agreement.CALENDAR]
    elif stem(a.key) == stem(b.key):
        agreement, strength = Agreement.CASE, _STRENGTH[Agreement.CASE] - _other_sounds(a, b)
    else:
        return _near(a, b)
    return WordMatch(a.text, b.text, agreement, strength)


def _near(a: _Word, b: _Word) -> WordMatch | None:
    if min(len(a.key), len(b.key)) < 4 or a.key[0] != b.key[0]:
        return None
    from rapidfuzz.distance import DamerauLevenshtein

    alike = DamerauLevenshtein.normalized_similarity(a.key, b.key)
    return WordMatch(a.text, b.text, Agreement.NEAR, alike * 0.9) if alike >= _NEAR_ENOUGH else None


def stem(key: str) -> str:
    """Return the key of a word (`fold.tokens`) without the ending of its case."""
    return _ENDINGS.sub("", key)


def _sounds(text: str, tag: str) -> str:
    """Return the hissing consonants of a word where its spelling tells them apart: ж from з, ш from с."""
    low = unicodedata.normalize("NFC", text.casefold())
    language = base_language(tag)
    system = "cyrillic" if any("Ѐ" <= char <= "ԯ" for char in low) else language if language in _WRITTEN else "latin"
    if language == "lt":
        low = re.sub("(?<=..)i?(?:as|is|us|ys)$", "", low)
    for old, new in _WRITTEN[system]:
        low = low.replace(old, new)
    found = "".join(char for char, before in zip(low, " " + low, strict=False) if char in "žšzs" and char != before)
    # Other Latin spellings may have lost their marks: Zukas.
    return found if system in ("cyrillic", "en") or set(found) & {"ž", "š"} else ""


def _other_sounds(a: _Word, b: _Word) -> float:
    """Return what it costs that two words with one key are Жукаў and Зукаў."""
    return 0.2 if a.sounds and b.sounds and a.sounds != b.sounds else 0.0
