"""Belarusian names in Russian spelling, and Russian ones in Belarusian: ranked guesses where a rule leaves a choice.

What is regular follows the Rules of Belarusian orthography and punctuation (Law no. 420-Z, 23 July
2008): akanne, dzekanne and cekanne, ў, the apostrophe, doubled consonants, hard р ж ш ч ц. The
way back is not: akanne hides which а was о, and the law leaves surnames to documents.
So each word gives several candidates, likeliest first, and is certain only where nothing had to
be chosen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product

from workbench.languages.transliteration.given_names import belarusian_of, russian_of
from workbench.languages.transliteration.rules import APOSTROPHES, Rules, clean, letters, map_words, with_case, words_of

_MOST = 3
"""Candidates of a name at most: more of them are read by nobody."""

_A = f"[{APOSTROPHES}]"
_END = "(?![^\\W\\d_])"
_SOFT = "[іеёюяьи]"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to write a name; `certain` where no rule left a choice."""

    value: str
    certain: bool


_SOFTENING = [
    (f"(?<=[{c}]){c}(?=[еёюя])", "ь") for c in "лнзсжшч"
]  # the second of a doubled consonant: Наталля, Наталья

_TO_RU = Rules(
    [
        *_SOFTENING,
        ("цц(?=[еёюя])", "ть"),
        ("ддз(?=[еёюя])", "дь"),
        ("(?<=[сц])кі" + _END, "кий"),
        ("(?<=[аеэ])ў" + _END, "в"),
        (f"дз(?={_SOFT}|в[іеёюя])", "д"),
        (f"ц(?={_SOFT}|в[іеёюя])", "т"),
        ("(?<=[жшчцр])ы", "и"),
        ("(?<!^)(?<![аеёіоуыэюяАЕЁІОУЫЭЮЯ])э", "е"),
        (f"{_A}(?=і)", "ь"),
        (f"(?<=^аб){_A}|(?<=^ад){_A}|(?<=^пад){_A}|(?<=^раз){_A}", "ъ"),
        (f"(?<=[^\\W\\d_]){_A}", "ь"),
        ("шч", "щ"),
        *letters("і=и ў=в"),
    ]
)

_TO_BE = Rules(
    [
        *((f"(?<={c})ь(?=[еёюя])", c) for c in "лнзс"),
        ("ть(?=[еёюя])", "цц"),
        ("дь(?=[еёюя])", "ддз"),
        ("(?<=[бпвмфрБПВМФР])ь(?=[еёюяи])", "’"),
        ("(?<=[кцсКЦС])ий" + _END, "і"),
        ("(?<=[сцСЦ]к)ий" + _END, "і"),
        ("(?<=[нлвдт])ый" + _END, "ы"),
        (f"т(?={_SOFT}|в[иеёюяь])", "ц"),
        (f"д(?={_SOFT}|в[иеёюяь])", "дз"),
        ("(?<=[жшчщцр])и", "ы"),
        ("(?<=[жшчщцр])е", "э"),
        ("щ", "шч"),
        ("(?<=[жшчрЖШЧР])ь", ""),
        ("(?<=[аеёиоуыэюя])в(?![аеёиоуыэюяьъ])", "ў"),
        *letters("и=і ъ=’"),
    ]
)


def to_russian(name: str) -> list[Candidate]:
    """Return Russian candidates for a Belarusian name, likeliest first, at most three."""
    return _whole(name, _russian_words)


def to_belarusian(name: str) -> list[Candidate]:
    """Return Belarusian candidates for a Russian name, likeliest first, at most three."""
    return _whole(name, _belarusian_words)


def _whole(name: str, choices: Callable[[str], list[str]]) -> list[Candidate]:
    words = words_of(name)
    each = [choices(word) for word in words]
    made = []
    # The last word is usually the surname, whose spelling is less regular: it varies first.
    for picked in sorted(product(*(range(len(some)) for some in each)), key=lambda at: (sum(at), at))[:_MOST]:
        at = iter([some[place] for some, place in zip(each, picked, strict=True)])
        made.append(map_words(name, lambda _word, at=at: next(at)))  # type: ignore[misc]
    certain = all(len(some) == 1 for some in each)
    return [Candidate(value, certain) for value in dict.fromkeys(made)]


def _cased(words: list[str], like: str) -> list[str]:
    return [with_case(word, like) for word in dict.fromkeys(words)][:_MOST]


def _russian_words(word: str) -> list[str]:
    lower = _plain(word)
    known = russian_of(lower)
    if known:
        return _cased(known, word)
    if len(lower) == 1:
        return [_TO_RU.word(word)]
    stem, endings = _russian_ending(lower)
    roots = _russian_roots(stem)
    return _cased([root + ending for ending in endings for root in roots], word)


_RU_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("аўская", ("овская",)), ("оўская", ("овская",)), ("еўская", ("евская",)), ("эўская", ("евская",)),
    ("аўскі", ("овский",)), ("оўскі", ("овский",)), ("еўскі", ("евский",)), ("эўскі", ("евский",)),
    ("ская", ("ская",)), ("цкая", ("цкая",)), ("скі", ("ский",)), ("цкі", ("цкий",)),
    ("ава", ("ова",)), ("аў", ("ов",)), ("оў", ("ов",)), ("ова", ("ова",)),
    ("ява", ("ева",)), ("яў", ("ев",)), ("эва", ("ева",)), ("эў", ("ев",)),
    ("анка", ("енко", "анко")), ("энка", ("енко",)), ("енка", ("енко",)),
    ("ёнак", ("ёнок", "енок")), ("онак", ("онок", "ёнок")),
    ("авіч", ("ович",)), ("эвіч", ("евич",)), ("евіч", ("евич",)),
    ("ыка", ("ыка", "ико")), ("чка", ("чко", "чка")), ("йка", ("йко", "йка")),
)  # fmt: skip
"""How the endings of Belarusian surnames are written in Russian; a Belarusian -анка after ч and ш is -енко."""


def _russian_ending(lower: str) -> tuple[str, tuple[str, ...]]:
    for ending, russian in _RU_ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            stem = lower[: -len(ending)]
            if ending == "анка" and stem[-1] not in "чшж":
                continue
            if ending in ("ава", "аў") and stem[-1] in "чшжц":
                return stem, (russian[0].replace("о", "е", 1), *russian)
            return stem, russian
    return lower, ("",)


_AKANNE = re.compile("(?<=[бвгджзклмнпрстфхцчш])а(?=[бвгджзйклмнпрстўфхцчш])|^а(?=[бвгджзклмнпрстфхцч])")
_YAKANNE = re.compile("(?<=[бвдзлмнпстц])я(?=[бвгджзклмнпрстўфхцчш])")
_TO_E = re.compile("(?<=[шч])[аэ]")
_USUAL_O = re.compile(
    "^(?:багд|бандар|барад|барыс|вайц|валк|вараб|варан|галав|галуб|гаман|ганч|гарб|гард|гаро|гарэ|давыд|дамб|даў?г"
    "|даравс|дубав|жданов|зала|кабы|кава|казл|калас|калес|кальц|канав|канд|канст|кандр|капы|карат|карол|карз|касц"
    "|каст|котл|крав|курач|лабан|марг|мароз|маск|наві|навас|палав|палт|пан[ао]м|папо|пазн|патап|прака|пракоп"
    "|радзі|раман|сабо|сакал|сакол|салав|сарок|саладк|тамаш|тапал|фам|харош|хадас|хам|чарн|шастак|раго|раз[ау]м)"
)
"""Beginnings of surnames of Belarus and Russia whose first а is an о in Russian."""


def _russian_roots(stem: str) -> list[str]:
    """Return a root as it may be in Russian: with its а and я kept, or gone back to о and е."""
    whole = _TO_RU.word(stem)
    backs = [found.start() for found in _AKANNE.finditer(stem)]
    softs = [found.start() for found in _YAKANNE.finditer(stem)]
    with_e = [_put(stem, softs[:1], "е")] if softs and len(re.findall("[аеёіоуыэюя]", stem)) > 1 else []
    made = [stem]
    if _USUAL_O.match(stem):
        # оро and оло are ара and ала in whole: Короткевич, Головатый.
        first = 2 if re.match("[бвгкмпстх]а[рл]а", stem) else 1
        made = [_put(stem, backs[:first], "о"), stem]
    elif stem.startswith(("шаў", "чар", "чэр")):
        made = [_TO_E.sub("е", stem, count=1), stem]
    elif with_e:
        made = [*with_e, stem]
    elif backs:
        made = [stem, _put(stem, backs[:1], "о")]
    if len(backs) > 1:
        made.append(_put(stem, backs, "о"))
    return list(dict.fromkeys(_TO_RU.word(one) for one in made)) or [whole]


def _put(stem: str, places: list[int], letter: str) -> str:
    signs = list(stem)
    for place in places:
        signs[place] = letter
    return "".join(signs)


_BE_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ченко", ("чэнка", "чанка")), ("шенко", ("шэнка", "шанка")), ("женко", ("жэнка", "жанка")),
    ("ренко", ("рэнка", "ранка")), ("енко", ("енка",)), ("ёнок", ("ёнак",)), ("енок", ("ёнак", "енак")),
    ("овская", ("оўская",)), ("евская", ("еўская",)), ("овский", ("оўскі",)), ("евский", ("еўскі",)),
    ("ская", ("ская",)), ("цкая", ("цкая",)), ("ский", ("скі",)), ("цкий", ("цкі",)),
    ("ович", ("овіч", "авіч")), ("евич", ("евіч",)),
    ("ова", ("ава", "ова")), ("ов", ("аў", "оў")), ("ева", ("ева",)), ("ев", ("еў",)),
    ("ёв", ("ёў",)), ("ёва", ("ёва",)),
    ("ой", ("ой",)), ("ко", ("ка",)), ("но", ("на",)), ("во", ("ва",)), ("ло", ("ла",)), ("ро", ("ра",)),
)  # fmt: skip
"""How the endings of Russian surnames are written in Belarusian: -ов is -аў, and -оў where it bears the stress."""

_STRESSED_ENDINGS = ("оў", "ова", "ёў", "ёва", "ен", "эн", "чэн", "шэн", "жэн", "рэн", "ёнак", "ой")
_VOWEL = "аеёиоуыэюя"
_HARD = "жшчцрщ"


def _belarusian_words(word: str) -> list[str]:
    lower = _plain(word)
    known = belarusian_of(lower)
    if known:
        return _cased(known, word)
    if len(lower) == 1:
        return [_TO_BE.word(word)]
    stem, endings = _belarusian_ending(lower)
    return _cased([root + ending for ending in endings for root in _belarusian_roots(stem, ending)], word)


def _belarusian_ending(lower: str) -> tuple[str, tuple[str, ...]]:
    for ending, made in _BE_ENDINGS:
        if lower.endswith(ending) and len(lower) > len(ending):
            stem = lower[: -len(ending)]
            if stem[-1] in _HARD and ending in ("ева", "ев"):
                return stem, tuple(one.replace("е", "а", 1) for one in made)
            if stem[-1] in _HARD and ending in ("евич", "евский", "евская"):
                return stem, tuple(one.replace("е", "э", 1) for one in made)
            # A root of one vowel is as often unstressed as stressed: Козлов has its stress on the ending.
            short = sum(char in _VOWEL for char in stem) == 1 and "о" in stem
            return stem, made[::-1] if short and ending in ("ов", "ова") else made
    return lower, ("",)


def _belarusian_roots(stem: str, ending: str) -> list[str]:
    """Return a root with akanne: every о that can be unstressed is а, the е before the stress я."""
    vowels = [at for at, char in enumerate(stem) if char in _VOWEL]
    if ending.startswith(_STRESSED_ENDINGS):
        free, pretonic = vowels, vowels[-1:]
    elif ending in ("аў", "ава"):
        free, pretonic = vowels, []
    elif ending or stem.endswith("ич") or len(vowels) == 2:
        # The stress is on the last vowel of the root: Хомич, Беляцкий, Медведев, Гродно.
        last = -2 if not ending and len(vowels) > 1 else -1
        free = [at for at in vowels if not vowels or at != vowels[last]]
        pretonic = vowels[last - 1 : last]
    else:
        free, pretonic = vowels, []
    signs = ["а" if at in free and char == "о" else char for at, char in enumerate(stem)]
    reduced = "".join(signs)
    for at in pretonic:
        if stem[at] == "е" and at > 0 and stem[at - 1] not in _VOWEL:
            signs[at] = "а" if stem[at - 1] in _HARD else "я"
    made = ["".join(signs), reduced, reduced if not any(stem[at] == "о" for at in free) else stem]
    if "о" in stem:
        made.append("".join("а" if char == "о" else char for char in stem))
    return list(dict.fromkeys(_spelled(one, ending) for one in made))


def _spelled(stem: str, ending: str) -> str:
    """Spell a root in Belarusian; what stands after it decides whether its last letter is soft."""
    # The ending is spelled already, so only its first letter is shown to the rules, and cut off again.
    next_letter = ending[:1].replace("і", "и")
    made = _TO_BE.word(stem + next_letter)
    return made[: -len(_TO_BE.word(next_letter))] if next_letter else made


def _plain(word: str) -> str:
    return clean(word).lower().translate({ord(sign): "’" for sign in APOSTROPHES})
