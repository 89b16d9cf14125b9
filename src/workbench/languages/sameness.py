"""Which records may be one and the same: found by the keys of their names, rated by all that is known.

An `Index` holds every name of an archive by what of it survives scripts, transliterations and
cases, and gives the few records that are worth a look. `rate` compares two of them: names first,
then dates, sex, events and the sources that name both. What it says is a proposal with its reasons
and never a decision. A score from `LIKELY` on is worth telling somebody who did not ask.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from itertools import combinations

from workbench.domain.extents import Extent, read_extents
from workbench.domain.kinds import RecordKind
from workbench.languages.fold import tokens
from workbench.languages.name_likeness import Agreement, Comparison, compare, stem
from workbench.languages.transliteration.keys import calendar_key

POSSIBLE = 0.6
"""The score from which two records are shown as possibly the same."""

LIKELY = 0.8
"""The score from which a twin is told of where nobody has asked."""

_MOST = 60
"""Records of which all is read and compared, for one record."""

_CROWD = 40
"""Records that share two words of a name, from which on their name alone says nothing."""

_BLOCK = 30_000
"""Records that have a word, from which on it is not looked up by itself."""

_GAIN = {"birth": 0.25, "year": 0.1, "event": 0.08, "name": 0.0}
_COST = {"birth": 0.4, "sex": 0.45, "apart": 0.12, "death": 0.4}


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
        *_dates(one.begins, other.begins, "birth"),
        *_dates(one.ends, other.ends, "death"),
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
        return best[0] * 0.6, [best[1], patronymic]
    return best[0], [best[1]]


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
    shared = len(one & two)
    score = 2 * shared / (len(one) + len(two)) if one and two else 0.0
    return score * 0.95, Ground.SPELLING if score == 1 else Ground.FAMILY, False


def _dates(ones: Sequence[str], others: Sequence[str], what: str) -> Iterator[tuple[float, Reason]]:
    """Weigh dates: the best agreement of any two counts, and a contradiction only where none agrees."""
    pairs = [(a, b, _agree(a, b)) for a in ones for b in others]
    for ground, gain in ((Ground.DATE, _GAIN["birth"]), (Ground.YEAR, _GAIN["year"])):
        for a, b, found in pairs:
            if found is ground:
                yield gain, Reason(ground, a, b)
                return
    for a, b, found in pairs:
        if found is Ground.OTHER_DATE:
            yield -_COST[what], Reason(Ground.OTHER_DATE, a, b)
            return


@cache
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
        self._numbers: dict[str, int] = {}
        self._words: dict[str, int] = {}
        self._postings: list[array[int]] = []
        self._pairs: dict[int, array[int]] = {}
        self._short: set[int] = set()
        self._of: list[tuple[int, ...]] = []
        self._heads: list[str] = []

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._numbers)

    def put(self, record_id: str, kind: str, keys: Iterable[str]) -> None:
        """Add a record or replace what is known of it; `keys` are its names' folded keys (`fold.fold`)."""
        self.drop(record_id)
        number = len(self._ids)
        self._ids.append(record_id)
        self._kinds.append(kind)
        self._numbers[record_id] = number
        words: dict[int, None] = {}
        for name in dict.fromkeys(keys):
            parts = [_key(word) for word in name.split()]
            long = [self._word(part) for part in parts if len(part) > 1]
            words |= dict.fromkeys(long)
            if len(long) < 2:
                self._short.add(number)
                words |= dict.fromkeys(self._word(part) for part in parts)
        self._of.append(tuple(words))
        for word in words:
            self._postings[word].append(number)

    def drop(self, record_id: str) -> None:
        """Forget a record; what is not known is no error."""
        number = self._numbers.pop(record_id, None)
        if number is not None:
            self._ids[number] = ""
            self._short.discard(number)

    def _word(self, key: str) -> int:
        number = self._words.setdefault(key, len(self._postings))
        if number == len(self._postings):
            self._postings.append(array("I"))
            self._heads.append(key)
        return number

    def near(self, record_id: str, *, most: int = _MOST) -> list[str]:
        """Return the ids of records of the same kind that share words of a name with one, the likeliest first."""
        number = self._numbers.get(record_id)
        if number is None:
            return []
        return self._near(self._of[number], self._kinds[number], number, most)

    def near_names(self, kind: str, keys: Iterable[str], *, most: int = _MOST) -> list[str]:
        """Return the ids of the records that share words with a name that is not in the index."""
        parts = {_key(word) for name in keys for word in name.split()}
        # A word that is not known is nobody's, but its first letter still fits an initial.
        known = tuple(self._words[part] for part in parts if part in self._words)
        return self._near(known, kind, None, most)

    def _near(self, words: Sequence[int], kind: str, own: int | None, most: int) -> list[str]:
        weights: dict[int, float] = {}
        shared: dict[int, int] = {}
        by_rarity = sorted(words, key=lambda word: len(self._postings[word]))
        for word in by_rarity:
            posting = self._postings[word]
            if len(self._heads[word]) < 2 or (len(posting) > _BLOCK and weights):
                continue
            weight = 1.0 / (10 + len(posting))
            for number in posting:
                weights[number] = weights.get(number, 0.0) + weight
                shared[number] = shared.get(number, 0) + 1
        weights.pop(-1 if own is None else own, None)
        initials = {self._heads[word][0] for word in words}
        whole = sum(len(self._heads[word]) > 1 for word in words)
        found = [
            (-(weight + (1 if shared[number] > 1 else 0)), number)
            for number, weight in weights.items()
            if self._ids[number]
            and self._kinds[number] == kind
            and (shared[number] > 1 or whole < 2 or self._fits_short(number, initials) or own in self._short)
        ]
        found.sort()
        return [self._ids[number] for _weight, number in found[:most]]

    def _fits_short(self, number: int, initials: set[str]) -> bool:
        """Tell whether a record has a name with initials, or of one word, that may be these words'."""
        if number not in self._short:
            return False
        letters = [self._heads[word] for word in self._of[number] if len(self._heads[word]) == 1]
        return not letters or any(letter in initials for letter in letters)

    def pairs(self, check: Callable[[int, int], None] = lambda _done, _total: None) -> list[tuple[str, str]]:
        """Return the pairs in the archive that share two words of a name, those with the rarest words first.

        `check` is told how far it is, of how much, and may raise to stop. Names that very many share
        are left out here: `near` finds them from the page of one.
        """
        groups: dict[tuple[int, int], array[int]] = {}
        for number, words in enumerate(self._of):
            if number % 1000 == 0:
                check(number, 2 * len(self._of))
            if self._ids[number]:
                for pair in self._signs(words):
                    groups.setdefault(pair, array("I")).append(number)
        found: dict[tuple[int, int], float] = {}
        for at, group in enumerate(groups.values()):
            if at % 1000 == 0:
                check(len(self._of) + at * len(self._of) // len(groups), 2 * len(self._of))
            if 1 < len(group) <= _CROWD:
                for a, b in combinations(sorted(set(group)), 2):
                    if self._kinds[a] == self._kinds[b]:
                        found[a, b] = found.get((a, b), 0.0) + 1 / len(group)
        ordered = sorted(found, key=lambda pair: (-found[pair], pair))
        return [(self._ids[a], self._ids[b]) for a, b in ordered]

    def _signs(self, words: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Give the pairs of a record's words: two whole ones, or a whole one and an initial.

        The initial of a whole word counts as well where anybody at all has it as an initial.
        """
        whole = sorted(word for word in words if len(self._heads[word]) > 1)
        yield from combinations(whole, 2)
        letters = {self._words.get(self._heads[word][0], -1): word for word in words}
        for letter, source in letters.items():
            if letter >= 0:
                yield from ((word, letter) for word in whole if word != source)
        if len(whole) == 1:
            yield whole[0], whole[0]
