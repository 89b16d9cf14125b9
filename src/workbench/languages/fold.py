"""A key for finding names whatever their script, alphabet or spelling.

It is a skeleton, not a transliteration: letters that the languages of the archive exchange for
each other become one. Вільня, Вильнюс and Vilnius give the same key; so do Калеснікава,
Колесникова, Kaleśnikava and Kolesnikova. Keys are for comparing and are never shown.
"""

from __future__ import annotations

import re
import unicodedata

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


def fold(text: str) -> str:
    """Return the key of a name: the keys of its words in their order, with spaces between."""
    return " ".join(tokens(text))


def tokens(text: str) -> tuple[str, ...]:
    """Return the key of each word; the endings of cases and of Lithuanian names are cut off."""
    return tuple(_without_ending(word) for word in skeletons(text))


def skeletons(text: str) -> tuple[str, ...]:
    """Return the key of each word with its ending: what a word that is being typed begins with."""
    whole = _APOSTROPHES.sub("", unicodedata.normalize("NFKC", text).casefold())
    words = _WORDS.findall("".join(c for c in whole if not unicodedata.combining(c)))
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
