"""Cyrillic names in Latin letters, and back, by published standards.

Belarusian:

- `UN_2012`: Instruction on transliteration of Belarusian geographical names with letters of the
  Latin script, State Committee on Property, 23 November 2000, as amended 11 June 2007;
  recommended by the United Nations Conference on the Standardization of Geographical
  Names, resolution X/6 (2012).
- `INSTRUCTION_2023`: the instruction of the State Committee on Property that replaced it in 2023
  (г g, ж zh, х h, ч ch, ш sh, ў w). Made for geographical names; read here from press reports and
  published tables, not from the instruction itself.
- `LACINKA`: the Belarusian Latin alphabet in the form of B. Taraškievič's grammar (5th ed., 1929)
  as used today; `soften` adds the assimilated softness that classical spelling writes.
- `MIA_2008`: transliteration of surnames and given names for passports, Ministry of Internal
  Affairs of Belarus, 9 October 2008 no. 288; what the English-language press writes for
  Belarusian names. Put together from spellings in print (Maryia, Yuliya, Dzmitry, Anatoli),
  not from the instruction itself.

Russian:

- `BGN_PCGN`: BGN/PCGN 1947, simplified as the press writes it: no signs for ь and ъ, ё as yo,
  final -ий and -ый as -y.

Both: `ISO9_BE`, `ISO9_RU`: ISO 9:1995 (GOST 7.79-2000 system A), a letter for a letter, reversible.
"""

from __future__ import annotations

from workbench.languages.transliteration.rules import APOSTROPHES, Rules, letters

_A = f"[{APOSTROPHES}]"
_IOTA_BE = f"(?<![^\\W\\d_])|(?<=[аеёіоуыэюяўьй])|(?<={_A})"
"""Where е ё ю я are heard with a й before them (Belarusian): first in a word, after a vowel, ў, ь or an apostrophe."""

_COMMON_BE = "а=a б=b в=v д=d з=z і=i к=k м=m н=n о=o п=p р=r с=s т=t у=u ф=f ц=c ы=y э=e ґ=g й=j щ=šč и=i"


def _iotated(signs: str, where: str, first: str, then: str) -> list[tuple[str, str]]:
    """Return rules for vowels with a й, `first` before the vowel where it is heard, `then` elsewhere."""
    rules = []
    for old, vowel in (sign.split("=") for sign in signs.split()):
        rules += [(f"(?:{where}){old}", first + vowel), (old, then + vowel)]
    return rules


_SOFT_BE = "е=e ё=o ю=u я=a"
_DIVIDING = [(f"(?<=[^\\W\\d_]){_A}(?=[еёюяіЕЁЮЯІ])", "")]

UN_2012 = Rules(
    [
        *_DIVIDING,
        *((f"{old}ь(?![еёюяі])", new) for old, new in (("л", "ĺ"), ("н", "ń"), ("с", "ś"), ("ц", "ć"), ("з", "ź"))),
        *_iotated(_SOFT_BE, _IOTA_BE, "j", "i"),
        *letters(_COMMON_BE + " г=h ж=ž л=l ў=ŭ х=ch ч=č ш=š ь="),
    ]
)

INSTRUCTION_2023 = Rules(
    [
        *_DIVIDING,
        *_iotated(_SOFT_BE, _IOTA_BE, "j", "i"),
        *letters(_COMMON_BE.replace("щ=šč", "щ=shch") + " г=g ж=zh л=l ў=w х=h ч=ch ш=sh ь="),
    ]
)

_HARD_L = "л(?!л?[еёюяіьЕЁЮЯІЬ])"
LACINKA = Rules(
    [
        *_DIVIDING,
        *((f"{old}ь(?![еёюяі])", new) for old, new in (("н", "ń"), ("с", "ś"), ("ц", "ć"), ("з", "ź"))),
        *((f"(?<=л){old}", new) for old, new in zip("еёюя", "eoua", strict=True)),
        *_iotated(_SOFT_BE, _IOTA_BE, "j", "i"),
        (_HARD_L, "ł"),
        *letters(_COMMON_BE + " л=l г=h ж=ž ў=ŭ х=ch ч=č ш=š ь="),
    ]
)

_ASSIMILATED = Rules((f"(?<={old})ь(?=(?:дз|[бвмпфнлзсц])[еёюяіь])(?!ь{old})", "") for old in "сзцСЗЦ")
_SOFTENED = Rules((f"{old}(?=(?:дз|[бвмпфнлзсц])[еёюяіь])(?!{old})", f"{old}ь") for old in "сзц")


def soften(text: str) -> str:
    """Write the softness that с, з and ц take from a soft consonant after them: Снег becomes Сьнег.

    Classical spelling (J. Bušlakoŭ, V. Viačorka, Z. Sańko, Z. Saŭka: Biełaruski kłasyčny pravapis,
    2005) writes it, the official one does not.
    """
    return _SOFTENED.text(text)


def unsoften(text: str) -> str:
    """Leave out what `soften` writes: Калесьнікава becomes Калеснікава."""
    return _ASSIMILATED.text(text)


_IOTA_MIA = f"(?<![^\\W\\d_])|(?<=[аеёіоуэюяўьй])|(?<={_A})"
MIA_2008 = Rules(
    [
        *_DIVIDING,
        ("цц", "ts"),
        ("ый(?![^\\W\\d_])", "y"),
        ("ій(?![^\\W\\d_])", "i"),
        (f"(?:{_IOTA_BE})е", "ye"),
        ("е", "e"),
        *_iotated("ё=o ю=u я=a", _IOTA_MIA, "y", "i"),
        *letters("а=a б=b в=v г=h ґ=g д=d ж=zh з=z і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f"),
        *letters("х=kh ц=ts ч=ch ш=sh щ=shch ы=y ь= э=e и=i"),
    ]
)

_IOTA_RU = "(?<![^\\W\\d_])|(?<=[аеёиоуыэюяьъй])"
BGN_PCGN = Rules(
    [
        ("(?:ий|ый)(?![^\\W\\d_])", "y"),
        (f"(?:{_IOTA_RU})е", "ye"),
        *letters("а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f"),
        *letters("х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya"),
    ]
)

_ISO = "а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=č ш=š ы=y ь=ʹ"
_ISO_BE = _ISO + " э=è ю=û я=â і=ì ў=ŭ ґ=g\u0300"
_ISO_RU = _ISO + " э=è ю=û я=â и=i щ=ŝ ъ=ʺ ѣ=ě"
ISO9_BE = Rules([(f"(?<=[^\\W\\d_]){_A}", "’"), *letters(_ISO_BE)])
ISO9_RU = Rules(letters(_ISO_RU))


def _turned(pairs: str) -> list[tuple[str, str]]:
    return sorted(((new, old) for old, new in letters(pairs)), key=lambda rule: -len(rule[0]))


FROM_ISO9_BE = Rules(_turned(_ISO_BE))
FROM_ISO9_RU = Rules(_turned(_ISO_RU))

_IOTATED = tuple(zip("eoua", "еёюя", strict=True))
_CONSONANT = "bcćčdfghjklłĺmnńprsśštvzźžŭ"
_BACK_BE = [
    ("šč", "шч"),
    ("ch", "х"),
    *((f"i{vowel}", new) for vowel, new in _IOTATED),
    *((f"(?<![{_CONSONANT}])j{vowel}", new) for vowel, new in _IOTATED),
    *((f"(?<=ŭ)j{vowel}", new) for vowel, new in _IOTATED),
    *((f"j{vowel}", f"’{new}") for vowel, new in _IOTATED),
    *letters("a=а b=б c=ц ć=ць č=ч d=д e=э f=ф g=ґ h=г i=і j=й k=к m=м n=н ń=нь o=о p=п r=р s=с ś=сь š=ш t=т u=у"),
    *letters("ŭ=ў v=в y=ы z=з ź=зь ž=ж"),
]
FROM_UN_2012 = Rules([("ĺ", "ль"), ("l", "л"), *_BACK_BE])
FROM_LACINKA = Rules(
    [
        ("ł", "л"),
        ("l(?=l)", "л"),
        *((f"l{vowel}", f"л{new}") for vowel, new in (("e", "е"), ("o", "ё"), ("u", "ю"), ("a", "я"), ("i", "і"))),
        ("l", "ль"),
        *_BACK_BE,
    ]
)
"""Back from the two Belarusian Latin alphabets: exact where the word, written again, is the same."""
