"""Which records may be one and the same: found by the keys of their names, rated by all that is known.

An `Index` holds every name of an archive by what of it survives scripts, transliterations and
cases, and gives the few records that are worth a look. `rate` compares two of them: names first,
then dates, sex, events and the sources that name both. What it says is a proposal with its reasons
and never a decision. A score from `LIKELY` on is worth telling somebody who did not ask.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from workbench.domain.extents import Extent, read_extents
from workbench.domain.kinds import RecordKind
from workbench.languages.fold import tokens
from workbench.languages.name_likeness import Agreement, Comparison, compare, stem
from workbench.languages.remembered import remembered
from workbench.languages.transliteration.keys import calendar_key

POSSIBLE = 0.6
"""The score from which two records are shown as possibly the same."""

LIKELY = 0.8
"""The score from which a twin is told of where nobody has asked."""

_MOST = 40
"""Records of which all is read and compared, for one record."""

_CROWD = 40
"""Records that share two words of a name, from which on their name alone says nothing."""

_STEP = 2_000
_FATHER = re.compile("(?:avih|avit|ivih|ih|avn|aun|ivn|ihn)$")
"""Endings of patronymics in the letters of a key."""

_TELLING = 4
"""Letters of a key under which an abbreviation is like too many others."""

_BLOCK = 30_000
"""Records that have a word, from which on it is not looked up by itself."""

_NAME = 0.85
"""What the very same name alone is worth: the rest tells namesakes from sames."""

_GAIN = {"date": 0.15, "year": 0.07, "event": 0.05}
_COST = {"date": 0.22, "sex": 0.45, "apart": 0.04}


class Ground(StrEnum):
    """What speaks for or against two records being the same."""

    SAME_NAME = "same name"
    SPELLING = "spelling"
    """One name in another script, spelling or language."""

    CASE = "case"
    INITIALS = "initials"
    NEAR = "near"
    """Names that are merely alike, as with a slip of the pen."""

    FAMILY = "family"
    """Only a part of the name agrees."""

    DATE = "date"
    YEAR = "year"
    EVENT = "event"
    OTHER_DATE = "other date"
    OTHER_SEX = "other sex"
    OTHER_PATRONYMIC = "other patronymic"
    APART = "apart"
    """One source names both, in different places."""


AGAINST = frozenset({Ground.OTHER_DATE, Ground.OTHER_SEX, Ground.OTHER_PATRONYMIC, Ground.APART})


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground, with what it is about: a name or date of each record, or the id of an event or source."""

    ground: Ground
    one: str = ""
    other: str = ""

    @property
    def against(self) -> bool:
        """Whether it speaks against."""
        return self.ground in AGAINST


@dataclass(frozen=True, slots=True)
class Facts:
    """What is compared of a record. `names` are values with BCP 47 tags, `dates` EDTF by property.

    `begins` are its dates of birth, of founding or of the event, `ends` of death or dissolution; `places`
    are the passages that name it, by source.
    """

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    sexes: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    places: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rating:
    """How likely two records are the same, from 0 to 1, and why; what counts most comes first."""

    score: float
    reasons: tuple[Reason, ...] = ()


def rate(one: Facts, other: Facts) -> Rating:
    """Say how likely two records of one kind are the same, and why."""
    score, reasons = _names(one, other)
    if score <= 0 or one.kind != other.kind:
        return Rating(0.0)
    for difference, reason in (
        *_dates(one.begins, other.begins),
        *_dates(one.ends, other.ends),
        *_events(one, other),
        *_against(one, other),
    ):
        score += difference
        reasons.append(reason)
    return Rating(round(max(0.0, min(1.0, score)), 4), tuple(reasons))


def _names(one: Facts, other: Facts) -> tuple[float, list[Reason]]:
    likeness = _people if one.kind == RecordKind.PERSON else _things
    best: tuple[float, Reason] | None = None
    patronymic: Reason | None = None
    for a, a_tag in one.names:
        for b, b_tag in other.names:
            score, ground, otherwise = likeness(a, a_tag, b, b_tag)
            if best is None or score > best[0]:
                best = score, Reason(ground, a, b)
            if otherwise:
                patronymic = Reason(Ground.OTHER_PATRONYMIC, a, b)
    if best is None:
        return 0.0, []
    if patronymic is not None:
        # A form that leaves the patronymic out fits both; one that has it knows better.
        return best[0] * _NAME * 0.7, [best[1], patronymic]
    return best[0] * _NAME, [best[1]]


def _people(a: str, a_tag: str, b: str, b_tag: str) -> tuple[float, Ground, bool]:
    found = compare(a, a_tag, b, b_tag)
    return found.score, _ground(found), found.other_patronymic


def _ground(found: Comparison) -> Ground:
    by = {match.agreement for match in found.matches}
    if len(found.matches) < 2 and (found.only_one or found.only_other):
        return Ground.FAMILY
    order = (
        (Agreement.NEAR, Ground.NEAR),
        (Agreement.INITIAL, Ground.INITIALS),
        (Agreement.CASE, Ground.CASE),
        (Agreement.CALENDAR, Ground.SPELLING),
        (Agreement.SPELLING, Ground.SPELLING),
    )
    return next((ground for agreement, ground in order if agreement in by), Ground.SAME_NAME)


def _things(a: str, _a_tag: str, b: str, _b_tag: str) -> tuple[float, Ground, bool]:
    """Compare names of events, organisations and places by the words that they share."""
    if a.casefold() == b.casefold():
        return 1.0, Ground.SAME_NAME, False
    one, two = set(tokens(a)), set(tokens(b))
    if max(sum(map(len, one)), sum(map(len, two))) < _TELLING:
        return 0.0, Ground.FAMILY, False
    shared = len(one & two)
    score = 2 * shared / (len(one) + len(two)) if one and two else 0.0
    return score * 0.95, Ground.SPELLING if score == 1 else Ground.FAMILY, False


def _dates(ones: Sequence[str], others: Sequence[str]) -> Iterator[tuple[float, Reason]]:
    """Weigh dates: the best agreement of any two counts, and a contradiction only where none agrees."""
    pairs = [(a, b, _agree(a, b)) for a in ones for b in others]
    for ground, gain in ((Ground.DATE, _GAIN["date"]), (Ground.YEAR, _GAIN["year"])):
        for a, b, found in pairs:
            if found is ground:
                yield gain, Reason(ground, a, b)
                return
    for a, b, found in pairs:
        if found is Ground.OTHER_DATE:
            yield -_COST["date"], Reason(Ground.OTHER_DATE, a, b)
            return


@remembered(4096)
def _extent(edtf: str) -> tuple[Extent, ...]:
    found = read_extents(edtf)
    return () if found is None else found.parts


def _agree(a: str, b: str) -> Ground | None:
    one, other = _extent(a), _extent(b)
    if not one or not other:
        return None
    if a == b and one[0].exact:
        return Ground.DATE
    near = any(x.earliest <= y.latest and y.earliest <= x.latest for x in one for y in other)
    about = any(x.about for x in (*one, *other))
    return Ground.YEAR if near else None if about else Ground.OTHER_DATE


def _events(one: Facts, other: Facts) -> Iterator[tuple[float, Reason]]:
    for at, event in enumerate(sorted(one.events & other.events)):
        yield (_GAIN["event"] if at < 2 else 0.0), Reason(Ground.EVENT, event, event)


def _against(one: Facts, other: Facts) -> Iterator[tuple[float, Reason]]:
    if one.sexes and other.sexes and one.sexes.isdisjoint(other.sexes):
        yield -_COST["sex"], Reason(Ground.OTHER_SEX, min(one.sexes), min(other.sexes))
    for source in sorted(one.places.keys() & other.places.keys()):
        if one.places[source].isdisjoint(other.places[source]):
            yield -_COST["apart"], Reason(Ground.APART, source, source)
            return


def _key(token: str) -> str:
    return stem(calendar_key(token))


class Index:
    """The names of all records, by keys; made in the background, kept in step, for one thread at a time."""

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._kinds: list[str] = []
        self._of: list[tuple[int, ...]] = []
        self._letters: list[str] = []
        self._initials: dict[int, str] = {}
        self._numbers: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._postings: list[array[int]] = []

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._numbers)

    def put(self, record_id: str, kind: str, keys: Iterable[str]) -> None:
        """Add a record or replace what is known of it; `keys` are its names' folded keys (`fold.fold`)."""
        self.drop(record_id)
        number = len(self._ids)
        known = _Words(keys)
        words = tuple(self._word(key) for key in known.whole)
        self._ids.append(record_id)
        self._kinds.append(kind)
        self._numbers[record_id] = number
        self._of.append(words)
        self._letters.append(known.letters)
        if known.initials is not None:
            self._initials[number] = known.initials
        for word in words:
            self._postings[word].append(number)

    def drop(self, record_id: str) -> None:
        """Forget a record; what is not known is no error."""
        number = self._numbers.pop(record_id, None)
        if number is not None:
            self._ids[number] = ""
            self._initials.pop(number, None)

    def _word(self, key: str) -> int:
        number = self._words.setdefault(key, len(self._postings))
        if number == len(self._postings):
            self._postings.append(array("I"))
        return number

    def near(self, record_id: str, *, most: int = _MOST) -> list[str]:
        """Return the ids of records of the same kind that share words of a name with one, the likeliest first."""
        own = self._numbers.get(record_id)
        if own is None:
            return []
        known = self._near(self._of[own], self._letters[own], self._initials.get(own), self._kinds[own])
        return [each for each in known if each != record_id][:most]

    def near_names(self, kind: str, keys: Iterable[str], *, most: int = _MOST) -> list[str]:
        """Return the ids of the records that share words with names that are not in the index."""
        known = _Words(keys)
        words = [self._words[key] for key in known.whole if key in self._words]
        return self._near(words, known.letters, known.initials, kind)[:most]

    def _near(self, words: Sequence[int], letters: str, initials: str | None, kind: str) -> list[str]:
        weights: dict[int, float] = {}
        shared: dict[int, int] = {}
        for word in sorted(words, key=lambda word: len(self._postings[word])):
            posting = self._postings[word]
            if len(posting) > _BLOCK and weights:
                continue
            weight = 1.0 / (10 + len(posting))
            for number in posting:
                weights[number] = weights.get(number, 0.0) + weight
                shared[number] = shared.get(number, 0) + 1
        found = [
            (-weight - (shared[number] > 1), number)
            for number, weight in weights.items()
            if self._ids[number]
            and self._kinds[number] == kind
            and (shared[number] > 1 or self._may_be_short(number, letters, initials))
        ]
        found.sort()
        return [self._ids[number] for _weight, number in found]

    def _may_be_short(self, number: int, letters: str, initials: str | None) -> bool:
        """Tell whether one of two has a name of one word, with initials that fit the other or without any."""
        theirs = self._initials.get(number)
        return (initials is not None and _fit(initials, self._letters[number])) or (
            theirs is not None and _fit(theirs, letters)
        )


def _fit(initials: str, letters: str) -> bool:
    return not initials or any(letter in letters for letter in initials)


class _Words:
    """What a record's names come to: whole words, what they begin with, and initials.

    `initials` are those of names with one whole word, None where there is no such name; `letters`
    begin whole words in each of their forms, and are what initials have to fit.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self.whole: dict[str, None] = {}
        self.initials: str | None = None
        letters: dict[str, None] = {}
        for name in dict.fromkeys(keys):
            words = name.split()
            long = [word for word in words if len(word) > 1]
            shared = [_key(word) for word in long]
            self.whole |= dict.fromkeys(shared)
            letters |= dict.fromkeys(word[0] for word in (*words, *shared))
            if len(long) == 1:
                self.initials = (self.initials or "") + "".join(word for word in words if len(word) == 1)
        self.letters = "".join(letters)


def pairs(
    names: Iterable[tuple[str, str, str]], check: Callable[[int, int], None] = lambda _done, _total: None
) -> list[tuple[str, str]]:
    """Return the pairs of records that share a name, the rarest first, given `(record id, kind, folded key)`.

    A family name with initials shares one with all that begin so. Names that very many share are
    left out: `Index.near` finds them from one of them. `check` is told how many names are looked
    at, of how many, and may raise to stop.
    """
    rows = list(names)
    groups: dict[tuple[str, str, str], dict[str, None]] = {}
    short: dict[tuple[str, str, str], dict[str, None]] = {}
    for at, (record_id, kind, folded) in enumerate(rows):
        if at % _STEP == 0:
            check(at, len(rows))
        words = folded.split()
        long = sorted({_key(word) for word in _without_patronymic([word for word in words if len(word) > 1])})
        if len(long) == 1:
            for sign in [letter for letter in words if len(letter) == 1] or [""]:
                short.setdefault((kind, long[0], sign), {})[record_id] = None
        for one, other in combinations(long, 2):
            groups.setdefault((kind, one, other), {})[record_id] = None
    found: dict[tuple[str, str], float] = {}
    for group in (*groups.values(), *short.values()):
        _note(found, combinations(sorted(group), 2), len(group))
    for (kind, one, other), group in groups.items():
        for word, letter in ((one, other[0]), (other, one[0])):
            initials = short.get((kind, word, letter), {})
            _note(found, ((min(a, b), max(a, b)) for a in initials for b in group if a != b), len(group))
    return sorted(found, key=lambda pair: (-found[pair], pair))


def _note(found: dict[tuple[str, str], float], ones: Iterable[tuple[str, str]], size: int) -> None:
    if size <= _CROWD:
        for pair in ones:
            found[pair] = found.get(pair, 0.0) + 1 / size


def _without_patronymic(keys: list[str]) -> list[str]:
    """Leave out the one word of three that looks like a patronymic: brothers share it and the family name."""
    fathers = [key for key in keys if _FATHER.search(key)]
    return [key for key in keys if key not in fathers] if len(keys) == 3 and len(fathers) == 1 else keys
