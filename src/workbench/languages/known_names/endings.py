"""How words of names end in each grammatical case, and which words may be forms of one.

A table a language: gender, ending of the nominative, endings of the other cases. It says what
may be, not what a certain word does: a form that no case has costs nothing, because no text has
it. Sources: Зализняк, Грамматический словарь русского языка (types 1–7, surnames); Закон
Рэспублікі Беларусь № 420-З (2008) and Беларуская граматыка, ч. 1 (1985), §§ 130–190; Ambrazas
(ed.), Dabartinės lietuvių kalbos gramatika (1997), declensions I–V. English has none.

Stems are compared by `languages.fold.skeletons` (`Stem.key`), which
brings the scripts together, and letter by letter (`Stem.light`) within one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.languages.fold import skeletons

_TABLES = {
    "ru": """
        M -: а у ом ем ым е ы ю
        M ь: я ю ем е и
        F ь: и ью ию
        M й: я ю ем е и
        M ий: ого его ему ому им ем ом
        M ый: ого ому ым ом
        M ой: ого ому ым им ом
        F а: ы и е у ой ою ей
        F я: и е ю ей ею ой
        F ая: ой ую ою ей
        F яя: ей юю
        N о: а у ом е
        N е: я ю ем и а у ом
        N ое: ого ому ым им ом
        N ее: его ему им ем
        P ы: ов ев - ам ами ах
        P и: ов ев ей ий ь й - ам ами ах ям ями ях
        P а: - ам ами ах
        P ые: ых ым ыми
        P ие: их им ими
    """,
    "be": """
        M -: а у ам ем ом ым е ы э ю
        M ь: я ю ем ём і е
        F ь: і ю ию
        F -: ы і у ю э
        M й: я ю ем ём і
        M і: ага яга аму яму ім
        M ы: ага аму ым
        F а: ы і е э у ай аю ой ою ам ом ей
        F я: і ю яй ёй ей яю ёю е ем ям
        F ая: ай ую ою аю ае ой
        F яя: яй юю яе
        N а: у ам е ы
        N о: а у ом ам е
        N е: я ю ем і
        N ё: я ю ём і
        N э: а у ам
        N ае: ага аму ым
        N яе: яга яму ім
        P ы: аў оў - ам амі ах
        P і: аў оў яў ёў ей - ь ам амі ах ям ямі ях
        P ыя: ых ым ымі
        P ія: іх ім імі
    """,
    "lt": """
        M as: o ui ą u e ai am ame
        M ias: io iui ią iu yje ie iam iame y
        M is: io iui į iu yje i y ies iai imi
        M ys: io iui į iu yje y
        M us: aus ui ų umi uje au
        M ius: iaus iui ių iumi iuje iau
        M uo: ens eniui enį eniu enyje
        M -: as o ui ą u e
        M asis: ojo ajam ąjį uoju ajame
        M a: os ai ą oje
        F a: os ai ą oje
        F ia: ios iai ią ioje
        F ė: ės ei ę e ėje
        F is: ies iai į imi yje
        F i: ios iai ią ia ioje
        F oji: osios ajai ąją ąja ojoje
        P ai: ų ams us ais uose
        P iai: ių iams ius iais iuose
        P os: ų oms as omis ose
        P ios: ių ioms ias iomis iose
        P ės: ių ėms es ėmis ėse
        P ys: ių ims is imis yse
        P ūs: ų ums us umis uose
        P i: ų iems us ais uose
        P ieji: ųjų iesiems uosius aisiais uosiuose
        P osios: ųjų osioms ąsias osiomis osiose
    """,
    "en": "",
}
"""Gender (with P for plurals), nominative ending and the others; `-` is no ending."""

_ALTERNATIONS = {
    "be": (("з", "г"), ("ц", "к"), ("ц", "т"), ("с", "х"), ("дз", "д"), ("сс", "с"), ("ц", "ч"), ("ў", "в")),
    "ru": (),
    "lt": (("č", "t"), ("dž", "d")),
    "en": (),
}
"""What a stem's end is in a case, and what it is in the nominative: Вольга, Вользе; Rytis, Ryčio."""

_FLEETING = {
    "ru": (("ец", "ц"), ("ок", "к"), ("ек", "к"), ("ёк", "к"), ("ел", "л"), ("лев", "льв"), ("ень", "нь"), ("ёл", "л")),
    "be": (("ец", "ц"), ("эц", "ц"), ("ок", "к"), ("ак", "к"), ("ек", "к"), ("ел", "л"), ("леў", "льв"), ("ень", "нь")),
    "lt": (),
    "en": (),
}
"""Ends of nominatives that lose their vowel in the other cases: Кравец, Кравца; Павел, Павла."""

_FOREIGN = (
    *("aya", "aja", "aia", "iya", "ija", "iia", "ya", "ja", "ia", "a", "e", "ė", "o"),
    *("as", "is", "ys", "us", "ius", "os", "iy", "yi", "ij", "yj", "ii", "yy", "i", "y", "j"),
)
"""Ends by which words of a language without a table may differ from what the others make of them."""

_LITHUANIAN = ("ас", "ис", "іс", "ус", "юс", "яй", "ай")
"""Lithuanian endings of the nominative that Cyrillic keeps as a part of the stem."""

_CYRILLIC = re.compile("[Ѐ-ԯ]")


@dataclass(frozen=True, slots=True)
class Stem:
    """A word without its ending. `genders` are those which the ending may have; `rest` what else may follow."""

    text: str
    key: str
    light: str
    ending: str
    genders: frozenset[str]
    rest: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Pattern:
    gender: str
    ending: str
    rest: frozenset[str]


def _read(table: str) -> tuple[_Pattern, ...]:
    found = []
    for line in filter(None, map(str.strip, table.splitlines())):
        head, _colon, endings = line.partition(":")
        gender, ending = head.split()
        rest = frozenset(each.replace("-", "") for each in endings.split())
        found.append(_Pattern(gender, ending.replace("-", ""), rest | {ending.replace("-", "")}))
    return tuple(found)


_PATTERNS = {language: _read(table) for language, table in _TABLES.items()}


def _genders(patterns: tuple[_Pattern, ...]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {"": set("MFNP")}  # a name may be left as it is
    for pattern in patterns:
        for ending in pattern.rest:
            found.setdefault(ending, set()).add(pattern.gender)
    return {ending: frozenset(genders) for ending, genders in found.items()}


_ENDINGS = {language: _genders(patterns) for language, patterns in _PATTERNS.items()}
_LONGEST = max(len(ending) for endings in _ENDINGS.values() for ending in endings)
_ANY, _BARE = frozenset("MFNP"), frozenset({""})
_OTHER = "*"
"""The ending of a stem that only another language may have so."""

_MOST = 400_000
"""Words that are remembered at once."""


_SAME = {
    "ru": str.maketrans({"ё": "е"}),
    "be": str.maketrans({"ў": "в", "э": "е", "ё": "е", "я": "е", "о": "а", "ь": "", "ґ": "г"}),
    "lt": str.maketrans({}),
    "en": str.maketrans({}),
}
"""Letters that a language's own spelling exchanges in one word: Пётр, Пятра; Святлана, Сьвятлана."""


def light(stem: str, language: str) -> str:
    """Return a stem as it is compared within its language."""
    return stem.translate(_SAME[language])


def table_of(tag: str, word: str) -> str:
    """Return the language whose table a word follows; for other languages that of its script."""
    language, cyrillic = tag.split("-", 1)[0].lower(), _CYRILLIC.search(word) is not None
    if cyrillic:
        return language if language in ("be", "ru") else "ru"
    return language if language in ("lt", "en") else "en"


def _vowel(letter: str) -> bool:
    return letter in "аеёиоуыэюяьйіaeiouyąęėįųū"


def _fleeting(word: str, language: str, pattern: _Pattern) -> list[tuple[str, str]]:
    if pattern.gender != "M" or pattern.ending not in ("", "ь") or len(word) < 4:
        return []
    return [(old, new) for old, new in _FLEETING[language] if word.endswith(old)]


def _alternated(stem: str, language: str) -> list[str]:
    found = [stem[: -len(old)] + new for old, new in _ALTERNATIONS[language] if stem.endswith(old)]
    return [each for each in found if len(each) >= 2]


def _foreign(word: str, language: str) -> list[str]:
    """Return a word without what another language may not have at its end; Cyrillic ones as Каўнас."""
    ends = _FOREIGN if language == "en" else _LITHUANIAN if language in ("be", "ru") else ()
    return list(dict.fromkeys(word[: -len(end)] for end in ends if word.endswith(end) and len(word) > len(end) + 2))


class Stems:
    """Takes words apart, and remembers how: it lives no longer than the names that it knows."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}
        self._names: dict[tuple[str, str], tuple[Stem, ...]] = {}
        self._texts: dict[tuple[str, str], tuple[Stem, ...]] = {}

    def key(self, stem: str) -> str:
        """Return the key of a stem: its skeleton across scripts."""
        known = self._keys.get(stem)
        if known is None:
            if len(self._keys) > _MOST:
                self._keys.clear()
            known = self._keys[stem] = "".join(skeletons(stem))
        return known

    def of_name(self, word: str, language: str) -> tuple[Stem, ...]:
        """Return the stems of a nominative in lower case with what may follow each, its bare self first."""
        known = self._names.get((word, language))
        if known is None:
            if len(self._names) > _MOST:
                self._names.clear()
            known = self._names[word, language] = tuple(self._split_name(word, language))
        return known

    def _split_name(self, word: str, language: str) -> Iterator[Stem]:
        yield Stem(word, self.key(word), light(word, language), "", _ANY, _BARE)
        for stem in _foreign(word, language):
            yield Stem(stem, self.key(stem), stem, "", _ANY)
        for pattern in _PATTERNS[language]:
            stem = word[: len(word) - len(pattern.ending)]
            if not word.endswith(pattern.ending) or len(stem) < 2 or (not pattern.ending and _vowel(word[-1])):
                continue
            others = (word[: -len(old)] + new for old, new in _fleeting(word, language, pattern))
            for each in (stem, *(other.removesuffix("ь") for other in others)):
                yield Stem(
                    each, self.key(each), light(each, language), pattern.ending, frozenset(pattern.gender), pattern.rest
                )

    def of_text(self, word: str, language: str) -> tuple[Stem, ...]:
        """Return every stem that a word of a text in lower case may have, by each ending of the language."""
        known = self._texts.get((word, language))
        if known is None:
            if len(self._texts) > _MOST:
                self._texts.clear()
            known = self._texts[word, language] = tuple(self._split_text(word, language))
        return known

    def _split_text(self, word: str, language: str) -> Iterator[Stem]:
        endings = _ENDINGS[language]
        for length in range(max(0, min(_LONGEST, len(word) - 2)) + 1):
            ending = word[len(word) - length :] if length else ""
            genders = endings.get(ending)
            if genders is None:
                continue
            stem = word[: len(word) - length]
            for each in (stem, *(_alternated(stem, language) if ending else ())):
                yield Stem(each, self.key(each), light(each, language), ending, genders)
            for each in _foreign(stem, language):
                yield Stem(each, self.key(each), each, _OTHER, genders)
