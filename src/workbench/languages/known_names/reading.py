"""One pass over the words of a text: which of them may be which name, and what speaks for and against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.kinds import RecordKind
from workbench.languages.known_names.endings import table_of
from workbench.languages.known_names.forms import Quality, Why
from workbench.languages.known_names.index import Entry, Index
from workbench.languages.known_names.usual import ALSO_WORDS, TITLES
from workbench.languages.known_names.words import PATRONYMIC, Word
from workbench.languages.transliteration.given_names import is_given

_OFFERED = 50
"""Per cent from which a place is offered."""

_JOINED = re.compile(r"\s{1,3}|\s?[-‐‑]\s?|\s?[«»„“”\"]\s?|\s?[«»„“”\"] ?[«»„“”\"]\s?")
_AFTER_INITIAL = re.compile(r"\.[\s\u00a0]{0,2}|\.-")
_HYPHENS = "-‐‑"
_ADDRESS = "@_=%&\\"
"""What stands beside a word in an address, where it names nobody."""

_GIVEN_ENDS = ("", "а", "я", "й", "ь")


_CONFIDENCE = {
    Why.EXACT: 97,
    Why.INFLECTED: 93,
    Why.OTHER_SPELLING: 85,
    Why.INITIALS: 80,
    Why.SURNAME: 60,
    Why.SHORT: 60,
    Why.GIVEN: 30,
}
FULL = frozenset({Why.EXACT, Why.INFLECTED, Why.OTHER_SPELLING, Why.INITIALS})
_BY_QUALITY = {
    Quality.EXACT: Why.EXACT,
    Quality.INFLECTED: Why.INFLECTED,
    Quality.OTHER_SPELLING: Why.OTHER_SPELLING,
}


@dataclass(frozen=True, slots=True)
class Hit:
    """Words of a text that may be a form of a name; the range is in code points."""

    start: int
    end: int
    entry: Entry
    why: Why
    confidence: int


class Reading:
    """One pass over the words of a part of a text."""

    def __init__(self, index: Index, text: str, words: list[Word], language: str, *, thorough: bool) -> None:
        self._index, self._text, self._words = index, text, words
        self._language, self._thorough = language, thorough
        self._tables: dict[str, tuple[str, ...]] = {}
        self._others: dict[tuple[int, int], bool] = {}
        self._sides_of, self._beside_may_name = (-1, -1), False
        self._sides: dict[tuple[str, bool, tuple[str, ...]], tuple[int, Quality, bool] | None] = {}
        self._givens: dict[str, bool] = {}
        self._small = {word.low for word in words if word.text[:1].islower()}

    def hits(self) -> Iterator[Hit]:
        """Yield everything that may be a name, overlaps and all."""
        for at, word in enumerate(self._words):
            if len(word.low) < 2 or len(word.low) > 60:
                continue
            loud = self._thorough or word.capital
            for number, quality in self._near(word):
                entry = self._index.entries[number]
                hit = self._match(entry, at, quality) if loud or not entry.words[entry.anchor].capital else None
                if hit is not None:
                    yield hit

    def knows(self, word: Word) -> bool:
        """Tell whether any name may be met where a word stands."""
        return bool(self._near(word))

    def given_alone(self, people: Iterable[Entry]) -> Iterator[Hit]:
        """Yield the given names of persons whose family names were found, wherever they stand."""
        found = list(people)
        asked: dict[tuple[str, str], list[int]] = {}
        for number, entry in enumerate(found):
            for at, word in enumerate(entry.words):
                if at not in entry.family and len(word.low) > 2:
                    asked.setdefault((word.low, entry.table), []).append(number)
        met: dict[int, list[Word]] = {}
        for word in self._words if asked else ():
            names = {name for table in self._of(word) for name in self._index.givens(word.low, table)}
            for number in sorted({number for name in names for number in asked.get(name, ())}):
                met.setdefault(number, []).append(word)
        for number in sorted(met):
            yield from (Hit(w.start, w.end, found[number], Why.GIVEN, _CONFIDENCE[Why.GIVEN]) for w in met[number])

    def _of(self, word: Word) -> tuple[str, ...]:
        """Return the languages by whose endings a word is taken apart."""
        if word.low not in self._tables:
            first = table_of(self._language, word.low)
            other = {"be": "ru", "ru": "be", "lt": "en", "en": "lt"}[first]
            known = self._language.split("-", 1)[0] in ("be", "ru", "lt", "en")
            self._tables[word.low] = (first,) if known and not self._thorough else (first, other)
        return self._tables[word.low]

    def _near(self, word: Word) -> list[tuple[int, Quality]]:
        tables = self._of(word)
        if len(tables) == 1:
            return self._index.near(word.low, tables[0])
        best: dict[int, Quality] = {}
        for table in tables:
            for number, quality in self._index.near(word.low, table):
                best[number] = max(quality, best.get(number, Quality.NONE))
        return list(best.items())

    def _alike(self, entry: Entry, part: int, at: int, *, given: bool = False) -> Quality:
        name, word = entry.words[part].low, self._words[at]
        compare = self._index.given if given else self._index.alike
        best = max(compare(name, entry.table, word.low, table) for table in self._of(word))
        if entry.exact and best < Quality.EXACT:
            return Quality.NONE
        return best if self._loud_enough(entry, part, at) else Quality.NONE

    def _loud_enough(self, entry: Entry, part: int, at: int) -> bool:
        """Tell whether a word has the capital letter that its name has."""
        return self._thorough or not entry.words[part].capital or self._words[at].capital

    def _joined(self, at: int) -> bool:
        """Tell whether nothing but a space, a hyphen or marks stand between a word and the next one."""
        word = self._words[at]
        between = self._text[word.end : self._words[at + 1].start]
        if len(between) > 3 or "\n\n" in between:
            return False
        return _JOINED.fullmatch(between) is not None or (
            len(word.text) <= 2 and word.capital and _AFTER_INITIAL.fullmatch(between) is not None
        )

    def _match(self, entry: Entry, at: int, quality: Quality) -> Hit | None:
        if entry.acronym and not self._acronym(entry, at):
            return None
        if entry.short:
            return self._short(entry, at, quality)
        if entry.family:
            return self._person(entry, at, quality)
        run = self._run(entry, range(len(entry.words)), entry.anchor, at, quality)
        if run is None:
            return None
        first, last, quality = run
        return self._hit(entry, first, last, _BY_QUALITY[quality], self._doubt(entry, first, last, quality))

    def _acronym(self, entry: Entry, at: int) -> bool:
        word, name = self._words[at].text, entry.words[0].text
        if word.isupper() or self._thorough:
            return len(word) == len(name) or len(name) > 3
        return word.startswith(name) and word[len(name) :].islower()  # МИДа, LRTʼas

    def _run(
        self, entry: Entry, parts: range, anchor: int, at: int, quality: Quality
    ) -> tuple[int, int, Quality] | None:
        """Return the words of a text that are all parts of a name in their order, and how alike the worst is."""
        if len(parts) == 1:
            return at, at, quality
        first = at - (anchor - parts.start)
        last = first + len(parts) - 1
        if first < 0 or last >= len(self._words):
            return None
        for place in range(first, last + 1):
            if place < last and not self._joined(place):
                return None
            if place != at:
                part = parts.start + place - first
                quality = min(quality, self._alike(entry, part, place))
                if not quality:
                    return None
        return first, last, quality

    # --- persons ---

    def _person(self, entry: Entry, at: int, quality: Quality) -> Hit | None:
        run = self._run(entry, entry.family, entry.anchor, at, quality)
        if run is None:
            return None
        first, last, quality = run
        beside = self._both_sides(entry, first, last)
        if beside is not None:
            reached, other, initials = beside
            why = Why.INITIALS if initials else _BY_QUALITY[min(quality, other)]
            return self._hit(entry, min(first, reached), max(last, reached), why, 0)
        if self._somebody_else(first, last):
            if not self._thorough:
                return None
            return self._hit(entry, first, last, Why.SURNAME, 40)
        return self._hit(entry, first, last, Why.SURNAME, self._doubt(entry, first, last, quality))

    def _both_sides(self, entry: Entry, first: int, last: int) -> tuple[int, Quality, bool] | None:
        """Return what `_beside` finds before a family name, else after it: once for all who share their names."""
        if self._sides_of != (first, last):
            self._sides_of = first, last
            self._sides.clear()
            self._beside_may_name = self._thorough or self._may_name(first - 1) or self._may_name(last + 1)
        if not self._beside_may_name:
            return None
        key = entry.table, entry.exact, entry.beside
        if key not in self._sides:
            others = [part for part in range(len(entry.words)) if part not in entry.family]
            self._sides[key] = self._beside(entry, others, first, -1) or self._beside(entry, others, last, 1)
        return self._sides[key]

    def _may_name(self, place: int) -> bool:
        """Tell whether a word may be one of a name's: it has a capital letter, or is as short as a particle."""
        return 0 <= place < len(self._words) and (self._words[place].capital or len(self._words[place].low) < 4)

    def _short(self, entry: Entry, at: int, quality: Quality) -> Hit | None:
        """Match a given name with a patronymic, where no family name stands beside them."""
        run = self._run(entry, range(len(entry.words)), entry.anchor, at, quality)
        if run is None:
            return None
        first, last, quality = run
        ahead = last + 1 < len(self._words) and self._joined(last) and self._words[last + 1].capital
        before = self._words[first - 1] if first and self._joined(first - 1) else None
        if ahead or (before is not None and before.capital and not before.opens):
            return None
        return self._hit(entry, first, last, Why.SHORT, 0)

    def _beside(self, entry: Entry, others: list[int], at: int, step: int) -> tuple[int, Quality, bool] | None:
        """Return how far a person's other names go on one side of the family name, and how alike they are."""
        left, reached, quality, initials = list(others), None, Quality.EXACT, False
        place, skipped = at + step, 0
        while left and 0 <= place < len(self._words) and self._joined(min(place, place - step)):
            word = self._words[place]
            found = next(
                ((part, alike) for part in left if (alike := self._alike(entry, part, place, given=True))), None
            )
            if found is not None and len(word.low) > 1:
                left.remove(found[0])
                quality = min(quality, found[1])
                reached, skipped = place, 0
                initials = False
            elif (part := self._initial(entry, left, place)) is not None:
                left.remove(part)
                initials = initials or reached is None
                reached, skipped = place, 0
            elif skipped == 0 and (PATRONYMIC.match(word.low) or self._single(place)):
                skipped += 1  # a patronymic or an initial that the archive does not have
            else:
                break
            place += step
        return None if reached is None else (self._with_patronymic(reached, step), quality, initials)

    def _with_patronymic(self, reached: int, step: int) -> int:
        """Take in a patronymic that the archive does not have, where it follows the given name."""
        beyond = reached + step
        if step > 0 and beyond < len(self._words) and self._joined(reached):
            word = self._words[beyond]
            if word.capital and (PATRONYMIC.match(word.low) or self._single(beyond)):
                return beyond
        return reached

    def _single(self, place: int) -> bool:
        word = self._words[place]
        return word.dotted or (len(word.text) == 1 and word.capital and self._text.startswith(".", word.end))

    def _initial(self, entry: Entry, left: list[int], place: int) -> int | None:
        """Return the part of a name that an initial stands for."""
        word = self._words[place]
        if not (word.dotted and len(word.text) <= 3) and not (len(word.text) == 1 and word.capital):
            return None
        for part in left:
            name = entry.words[part].low
            if name[:1] == word.low[0]:
                return part
            stems = self._index.stems
            if len(name) > 1 and stems.key(name)[:1] and stems.key(name)[:1] == stems.key(word.low[0])[:1]:
                return part
        return None

    def _somebody_else(self, first: int, last: int) -> bool:
        """Tell whether another given name stands before or after what may be a surname."""
        known = self._others.get((first, last))
        if known is None:
            known = self._others[first, last] = self._stranger(first - 1, first) or (
                last + 1 < len(self._words) and self._joined(last) and self._given(self._words[last + 1])
            )
        return known

    def _stranger(self, place: int, then: int) -> bool:
        if place < 0 or not self._joined(place) or "\n" in self._text[self._words[place].end : self._words[then].start]:
            return False
        word = self._words[place]
        if self._single(place):
            return True
        if not word.capital or word.low in TITLES or "," in self._text[word.end : self._words[then].start]:
            return False
        if self._given(word):
            return True
        if word.opens or word.text.isupper():
            return False
        return len(word.text) > 1 and not self._names_no_person(word)

    def _given(self, word: Word) -> bool:
        """Tell whether a word is a usual given name in any case."""
        if not word.capital:
            return False
        known = self._givens.get(word.low)
        if known is None:
            stems = self._index.stems.of_text(word.low, self._of(word)[0])
            known = is_given(word.low) or any(is_given(f"{stem.text}{end}") for stem in stems for end in _GIVEN_ENDS)
            self._givens[word.low] = known
        return known

    # --- what speaks against ---

    def _hit(self, entry: Entry, first: int, last: int, why: Why, doubt: int) -> Hit | None:
        confidence = _CONFIDENCE[why] - doubt
        if not self._thorough:
            if self._inside_hyphens(entry, first, last) or self._in_address(first, last):
                return None
            if confidence < _OFFERED:
                return None
        start, end = self._words[first].start, self._words[last].end
        return Hit(start, end, entry, why, max(1, confidence))

    def _inside_hyphens(self, entry: Entry, first: int, last: int) -> bool:
        """Tell whether a name is only a part of a word with a hyphen; two places beside each other are not."""
        start, end = self._words[first].start, self._words[last].end
        beside = []
        if first and start == self._words[first - 1].end + 1 and self._text[start - 1] in _HYPHENS:
            beside.append(self._words[first - 1])
        then = self._words[last + 1] if last + 1 < len(self._words) else None
        if then is not None and then.start == end + 1 and self._text[end] in _HYPHENS and then.capital:
            beside.append(then)
        if entry.form.record_kind is RecordKind.PERSON:
            return bool(beside)
        return not all(self._names_no_person(word) for word in beside)

    def _names_no_person(self, word: Word) -> bool:
        entries = self._index.entries
        return any(entries[number].form.record_kind is not RecordKind.PERSON for number, _quality in self._near(word))

    def _in_address(self, first: int, last: int) -> bool:
        start, end = self._words[first].start, self._words[last].end
        before, after = self._text[max(0, start - 1) : start], self._text[end : end + 2]
        return (bool(before) and before in _ADDRESS) or (
            after[:1] != "" and (after[0] in _ADDRESS or (after[0] == "." and after[1:].islower()))
        )

    def _doubt(self, entry: Entry, first: int, last: int, quality: Quality) -> int:
        """Return what speaks against a name of one word, in per cent."""
        doubt = 0 if quality is not Quality.OTHER_SPELLING else 12
        if last > first:
            return 0
        word = self._words[first]
        person = entry.form.record_kind is RecordKind.PERSON
        by_place = word.opens and not word.text.isupper() and (word.low in ALSO_WORDS or word.low in self._small)
        if not word.capital or by_place:
            doubt += 50
        if person:
            somebody = not entry.family and self._somebody_else(first, last)
        else:
            somebody = first > 0 and self._given(self._words[first - 1]) and self._joined(first - 1)
            then = self._words[last + 1] if last + 1 < len(self._words) and self._joined(last) else None
            somebody = somebody or (then is not None and then.capital and self._given(word))
        return doubt + 50 * somebody
