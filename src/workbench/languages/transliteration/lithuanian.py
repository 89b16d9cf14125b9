"""Russian and Belarusian names as Lithuanian texts write them, and the way back.

Russian: Pavardžių, vardų ir vietovardžių transkripcijos iš rusų kalbos į lietuvių kalbą
instrukcija, approved by the State Commission of the Lithuanian Language (VLKK), 1990. Belarusian:
Lietuvos baltarusių (gudų) pavardžių ir vardų rašymo taisyklės, VLKK, 26 September 1991, minutes
no. 9. Both write letters by sound (ж ž, х ch, ц c, ш š; е je where a й is heard) and then give
masculine names a Lithuanian ending (“sugramatinta” form: Раман Ramanas, Тарасевіч Tarasevičius),
feminine ones in a consonant none (Таццяна Хоміч: Chomič).

Which ending a name takes depends on whether a man or a woman bears it, which is told from given
names, patronymics and endings of surnames; every ending that is added makes the form a guess.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.languages.transliteration.crossing import Candidate
from workbench.languages.transliteration.given_names import every_name, is_feminine, is_given
from workbench.languages.transliteration.rules import APOSTROPHES, Rules, clean, letters, map_words, with_case, words_of

_A = f"[{APOSTROPHES}]"
_COMMON = "а=a б=b в=v д=d ж=ž з=z й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=c ч=č ш=š ы=y ь= э=e"


def _soft(before: str, hard: str) -> list[tuple[str, str]]:
    rules = []
    for old, vowel in (("ё", "o"), ("ю", "u"), ("я", "a")):
        rules += [(f"(?:{before}){old}", f"j{vowel}"), (f"(?<=[{hard}]){old}", vowel), (old, f"i{vowel}")]
    return [(f"(?:{before})е", "je"), ("е", "e"), *rules]


FROM_RUSSIAN = Rules(
    [
        *_soft("(?<![^\\W\\d_])|(?<=[аеёиоуыэюяьъй])", "жшчщ"),
        *letters(_COMMON + " г=g и=i щ=šč ъ="),
    ]
)
FROM_BELARUSIAN = Rules(
    [
        (f"(?<=[^\\W\\d_]){_A}(?=[еёюяі])", ""),
        *_soft(f"(?<![^\\W\\d_])|(?<=[аеёіоуыэюяўьй])|(?<={_A})", "жшч"),
        *letters(_COMMON + " г=h ґ=g і=i ў=u"),
    ]
)

_ENDINGS: tuple[tuple[str, str], ...] = (
    ("(?:[оеё]в|[иіы]н)", "as"),
    ("[аео]ў", "as"),
    ("(?<=[сц]к)ий", "is"),
    ("(?<=[сц]к)і", "is"),
    ("ый|ы", "as"),
    ("(?:ий|ій)", "ijus"),
    ("[аеоэ]й", "us"),
    ("[иіы]ч", "ius"),
    ("ь", "is"),
    ("[бвгджзклмнпрстфхцчшщў]", "as"),
)
"""Masculine endings by the end of the Cyrillic word (VLKK 1990 and 1991)."""

_CUT = {"ий": "ij", "ій": "ij", "ый": "yj", "ы": "y", "і": "i"}


def to_lithuanian(name: str, *, russian: bool) -> Candidate:
    """Return the Lithuanian form of a Russian or Belarusian name; a guess where an ending was added."""
    rules = FROM_RUSSIAN if russian else FROM_BELARUSIAN
    woman = _is_woman(name)
    added: list[bool] = []

    def word(given: str) -> str:
        plain = rules.word(given)
        if len(given) == 1 or woman:
            return plain
        ended = _ended(given, plain)
        added.append(ended != plain)
        return ended

    return Candidate(map_words(name, word), certain=not any(added))


def _is_woman(name: str) -> bool:
    words = [word.lower() for word in words_of(name)]
    if any(is_feminine(word) for word in words):
        return True
    # A given name that the list does not have: most in -а and -я are women's.
    return len(words) > 1 and words[0].endswith(("а", "я")) and not any(is_given(word) for word in words)


def _ended(given: str, plain: str) -> str:
    lower = clean(given).lower()
    for pattern, ending in _ENDINGS:
        if re.search(f"(?:{pattern})$", lower):
            for old, latin in _CUT.items():
                if lower.endswith(old) and plain.lower().endswith(latin):
                    plain = plain[: -len(latin)]
                    break
            return plain + (ending.upper() if plain.isupper() and len(plain) > 1 else ending)
    # A Russian -ко is -ка in Lithuanian too; other names in a vowel stay.
    return plain[:-1] + ("A" if plain[-1].isupper() else "a") if lower.endswith("ко") else plain


_BACK_ENDINGS = (
    ("skis", "ский"), ("ckis", "цкий"), ("ičius", "ич"), ("yčius", "ич"), ("ijus", "ий"), ("ejus", "ей"),
    ("ajus", "ай"), ("ojus", "ой"), ("ovas", "ов"), ("evas", "ев"), ("iovas", "ёв"), ("inas", "ин"), ("as", ""),
    ("is", "ь"), ("us", ""), ("ija", "ия"), ("skaja", "ская"), ("ckaja", "цкая"), ("enka", "енко"), ("ienka", "енко"),
)  # fmt: skip

_IOTATED = tuple(zip("eoua", "еёюя", strict=True))
_FROM_LITHUANIAN = Rules(
    [
        ("šč", "щ"),
        ("dž", "дж"),
        ("ch", "х"),
        *((f"(?<![bcčdfghjklmnprsštvzž])j{vowel}", new) for vowel, new in _IOTATED),
        *((f"j{vowel}", f"ь{new}") for vowel, new in _IOTATED),
        *((f"(?<=[bcdfghklmnprstvz])i{vowel}", new) for vowel, new in _IOTATED[1:]),
        ("(?<![^\\W\\d_])e|(?<=[aiouy])e", "э"),
        ("(?<=[šžčŠŽČ])y", "и"),
        *letters("a=а ą=а b=б c=ц č=ч d=д e=е ę=е ė=е f=ф g=г h=г i=и į=и j=й k=к l=л m=м n=н o=о p=п r=р s=с š=ш"),
        *letters("t=т u=у ų=у ū=у v=в y=ы z=з ž=ж"),
    ]
)


@cache
def _given() -> dict[str, str]:
    """Return Russian given names by the Lithuanian forms of themselves and of their Belarusian equals."""
    found: dict[str, str] = {}
    for _be, ru, _en in every_name():
        found.setdefault(to_lithuanian(ru, russian=True).value, ru)
    for be, ru, _en in every_name():
        found.setdefault(to_lithuanian(be, russian=False).value, ru)
    return found


def from_lithuanian(name: str) -> Candidate:
    """Return what a Lithuanian form may be in Russian, its Lithuanian endings taken off; always a guess."""

    def word(given: str) -> str:
        lower = given.lower()
        if lower in _given():
            return with_case(_given()[lower], given)
        for ending, russian in sorted(_BACK_ENDINGS, key=lambda pair: -len(pair[0])):
            if lower.endswith(ending) and len(lower) > len(ending) + 1:
                made = _FROM_LITHUANIAN.word(given[: -len(ending)])
                return made + (russian.upper() if given.isupper() else russian)
        return _FROM_LITHUANIAN.word(given)

    return Candidate(map_words(name, word), certain=False)
