"""The forms of names that an archive has, looked up by one word of each: its anchor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from workbench.domain.kinds import RecordKind
from workbench.languages.known_names.endings import Stem, Stems, light, table_of
from workbench.languages.known_names.forms import Form, Quality
from workbench.languages.known_names.words import PATRONYMIC, Word, words_of
from workbench.languages.transliteration.given_names import is_given
from workbench.languages.transliteration.keys import name_key

_MOST_WORDS = 16
"""Words of a name: what is longer is a sentence."""

_LONGEST = 200
"""Code points of a name that are looked at."""

_CHECKED = 2_000
"""Forms after which it is asked whether to go on."""

_SURE = 5
"""Letters of a key from which two spellings within one language are taken for one word."""


class Entry(NamedTuple):
    """One form as it is looked for: its words, and of a person's name which of them are the family name.

    `family` is the half-open range of those words, empty where the name is looked for as a whole.
    `exact` forms are stored cases: they are not inflected again. A `short` one
    is a given name with a patronymic, of a name that has more.
    """

    form: Form
    words: tuple[Word, ...]
    table: str
    anchor: int
    family: range
    exact: bool
    short: bool = False
    beside: tuple[str, ...] = ()
    """The words that are not the family name: the same object for all who share it, as they are many."""

    acronym: bool = False
    """Whether the name is one word in capitals only: ЕС, NATO."""


class Index:
    """Made once from the forms, in time that grows with them: for the worker."""

    def __init__(self, forms: Iterable[Form], check: Callable[[], object] = lambda: None) -> None:
        """Take the forms; `check` is called now and then, and may raise to stop it."""
        self.stems = Stems()
        self._by_key: dict[str, list[int]] = {}
        self.entries: list[Entry] = []
        self._beside: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._alike: dict[tuple[str, str, str, str], Quality] = {}
        self._given: dict[tuple[str, str], frozenset[tuple[str, ...]]] = {}
        self._by_given: dict[object, list[tuple[str, str]]] | None = None
        self._like_given: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {}
        self._near: dict[tuple[str, str], list[tuple[int, Quality]]] = {}
        self._fill(list(forms), check)

    def _fill(self, forms: list[Form], check: Callable[[], object]) -> None:
        named = [(form, value, exact) for form in forms for value, exact in _values(form)]
        cut = [tuple(words_of(value[:_LONGEST])) for _form, value, _exact in named]
        rare = Counter(word.low for words in cut for word in words)
        for number, ((form, _value, exact), words) in enumerate(zip(named, cut, strict=True)):
            if number % _CHECKED == 0:
                check()
            if not 0 < len(words) <= _MOST_WORDS or not any(len(word.low) > 1 for word in words):
                continue
            family = _family(form, words)
            self._add(Entry(form, words, "", _anchor(words, family, rare), family, exact))
            short = tuple(words[at] for at in range(len(words)) if at not in family)
            if family and len(short) == 2 and PATRONYMIC.match(short[1].low):
                self._add(Entry(form, short, "", 1, range(0), exact, short=True))

    def _add(self, entry: Entry) -> None:
        word = entry.words[entry.anchor].low
        only = entry.words[0].text if len(entry.words) == 1 else ""
        beside = tuple(each.text for at, each in enumerate(entry.words) if at not in entry.family)
        entry = entry._replace(
            table=table_of(entry.form.tag, word),
            beside=self._beside.setdefault(beside, beside),
            acronym=len(only) > 1 and only.isupper(),
        )
        for key in {stem.key for stem in self.stems.of_name(word, entry.table)}:
            self._by_key.setdefault(key, []).append(len(self.entries))
        self.entries.append(entry)

    def near(self, word: str, language: str) -> list[tuple[int, Quality]]:
        """Return the entries whose anchor a word of a text in lower case may be."""
        known = self._near.get((word, language))
        if known is None:
            if len(self._near) > 50_000:
                self._near.clear()
            known = self._near[word, language] = list(self._look_up(word, language))
        return known

    def _look_up(self, word: str, language: str) -> Iterator[tuple[int, Quality]]:
        keys = {stem.key for stem in self.stems.of_text(word, language)}
        for number in sorted({number for key in keys for number in self._by_key.get(key, ())}):
            entry = self.entries[number]
            quality = self.alike(entry.words[entry.anchor].low, entry.table, word, language)
            if entry.exact and quality < Quality.EXACT:
                continue
            if quality:
                yield number, quality

    def alike(self, name: str, table: str, word: str, language: str) -> Quality:
        """Tell how a word of a text is like a word of a name, both in lower case."""
        if name == word:
            return Quality.EXACT
        asked = name, table, word, language
        known = self._alike.get(asked)
        if known is None:
            if len(self._alike) > 400_000:
                self._alike.clear()
            known = self._alike[asked] = self._compare(*asked)
        return known

    def _compare(self, name: str, table: str, word: str, language: str) -> Quality:
        if len(name) < 2 or len(word) < 2 or name.isdigit() or word.isdigit():
            return Quality.NONE
        one, other = self.stems.of_name(name, table), self.stems.of_text(word, language)
        if table == language:
            return self._within(one, other, begins=light(name, table)[:1] == light(word, language)[:1])
        if any(
            s.key == t.key and (len(s.key) > 2 or len(name) < 4) and s.genders & t.genders for s in one for t in other
        ):
            return Quality.OTHER_SPELLING
        return Quality.NONE

    @staticmethod
    def _within(one: tuple[Stem, ...], other: tuple[Stem, ...], *, begins: bool) -> Quality:
        best = Quality.NONE
        for stem in one:
            for form in other:
                if form.ending not in stem.rest:
                    continue
                if stem.light == form.light:
                    return Quality.INFLECTED
                if begins and stem.key == form.key and len(stem.key) >= _SURE:
                    best = Quality.OTHER_SPELLING
        return best

    def given(self, name: str, table: str, word: str, language: str) -> Quality:
        """Tell how a word of a text is like a given name: also by the calendar that two languages share."""
        found = self.alike(name, table, word, language)
        if found or table == language or len(word) < 3 or len(name) < 3:
            return found
        mine = self._calendar(name, tuple(stem.text for stem in self.stems.of_name(name, table)), table)
        its = self._calendar(word, tuple(stem.text for stem in self.stems.of_text(word, language)), language)
        return Quality.OTHER_SPELLING if mine & its else Quality.NONE

    def givens(self, word: str, language: str) -> tuple[tuple[str, str], ...]:
        """Return the given names, each with its table, that a word of a text in lower case is like."""
        known = self._like_given.get((word, language))
        if known is None:
            if len(self._like_given) > 50_000:
                self._like_given.clear()
            near: dict[tuple[str, str], None] = {}
            for key in self._keys_of_given(word, self.stems.of_text(word, language), language):
                near |= dict.fromkeys(self._givens().get(key, ()))
            known = tuple(name for name in near if len(word) > 1 and self.given(*name, word, language))
            self._like_given[word, language] = known
        return known

    def _givens(self) -> dict[object, list[tuple[str, str]]]:
        """Return the names beside family names with their tables, by each key that a word like them has too."""
        if self._by_given is None:
            self._by_given = {}
            names = ((w.low, e.table) for e in self.entries for at, w in enumerate(e.words) if at not in e.family)
            for name, table in dict.fromkeys(names):
                if len(name) > 2:
                    for key in self._keys_of_given(name, self.stems.of_name(name, table), table):
                        self._by_given.setdefault(key, []).append((name, table))
        return self._by_given

    def _keys_of_given(self, word: str, stems: tuple[Stem, ...], language: str) -> set[object]:
        texts = tuple(stem.text for stem in stems)
        light_ones = {(stem.light,) for stem in stems}
        return {word, *(stem.key for stem in stems), *light_ones} | {
            (None, key) for key in self._calendar(word, texts, language)
        }

    def _calendar(self, word: str, stems: tuple[str, ...], language: str) -> frozenset[tuple[str, ...]]:
        known = self._given.get((word, language))
        if known is None:
            if len(self._given) > 50_000:
                self._given.clear()
            keys = (name_key(stem) for stem in (word, *stems) if len(stem) > 2)
            known = self._given[word, language] = frozenset(key for key in keys if key and len(key[0]) > 1)
        return known


def _values(form: Form) -> Iterator[tuple[str, bool]]:
    yield form.value, False
    for case in form.cases:
        yield case, True


def _family(form: Form, words: tuple[Word, ...]) -> range:
    """Return which words are a person's family name; none where there is nothing beside it.

    Where the archive does not tell the parts apart, the first word is it before a comma, in
    capitals, or where the last one is a patronymic or a given name; else the last one is.
    """
    if form.record_kind is not RecordKind.PERSON or len(words) < 2:
        return range(0)
    if form.family:
        wanted, lows = [word.low for word in words_of(form.family)], [word.low for word in words]
        for at in range(len(lows) - len(wanted), -1, -1):
            if wanted and lows[at : at + len(wanted)] == wanted and len(wanted) < len(lows):
                return range(at, at + len(wanted))
    first, last = words[0], words[-1]
    ahead = (
        form.value[first.end : first.end + 1] == ","
        or (len(first.text) > 1 and first.text.isupper() and not last.text.isupper())
        or (len(words) > 2 and PATRONYMIC.match(last.low) is not None and not is_given(first.low))
        or (is_given(last.low) and not is_given(first.low))
        or (len(last.text) == 1 and len(first.text) > 1)
    )
    return range(1) if ahead else range(len(words) - 1, len(words))


def _anchor(words: tuple[Word, ...], family: range, rare: Counter[str]) -> int:
    """Return the word that says most: the rarest with a capital letter, of a person's family name if told."""
    among = list(family) or list(range(len(words)))
    capital = [at for at in among if words[at].capital and len(words[at].low) > 1]
    long = [at for at in among if len(words[at].low) > 1]
    return min(capital or long or among, key=lambda at: (rare[words[at].low], -len(words[at].low)))
