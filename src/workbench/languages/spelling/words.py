"""Which words of a text are looked up, and as what: numbers, addresses and abbreviations are not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from workbench.domain.languages import base_language
from workbench.languages.abbreviations import abbreviations
from workbench.languages.spelling.dictionaries import SCRIPTS

_APOSTROPHES = "'\u2019\u02bc\u02b9\u2018`\u00b4"
_HYPHENS = "-\u2010\u2011"
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_RUN = re.compile(
    r"(?P<address>[\w.+-]{0,64}@[\w.-]{1,255}|\b(?:https?://|www\.)\S{1,2000}|[@#]\w+)"
    rf"|\w[{_UNSEEN}]*(?:[{_HYPHENS}{_APOSTROPHES}.]?[\w{_UNSEEN}]+)*"
)
"""A run of letters and digits with what may stand inside of it; `example.org` and `т.е.` are one."""

_PIECE = re.compile(rf"[^{_HYPHENS}]+")
_NORMAL = {**dict.fromkeys(map(ord, _APOSTROPHES), "'"), **dict.fromkeys(map(ord, _HYPHENS), "-")}
_DROPPED = re.compile("[\u0300\u0301\u00ad\u200b-\u200d\u2060\ufeff]")
"""Stress marks, and what nobody sees; an accent that makes another letter was composed before."""

_POSSESSIVE = re.compile("'s$", re.IGNORECASE)

_SHORT = re.compile("[^aeiouyąęėįųūаеёиоуыэюяіў']{1,4}", re.IGNORECASE)
"""Units and other abbreviations that are written without a full stop: км, млн, th."""

LONGEST = 60
"""Code points of a word that is looked up; a longer one is no word."""


class Word(NamedTuple):
    """A word to be looked up: its range in the text in code points, and itself as dictionaries write it."""

    start: int
    end: int
    text: str


def normal(word: str) -> str:
    """Return a word as dictionaries write it: composed, with ' for every apostrophe, without stress marks."""
    word = unicodedata.normalize("NFC", word).translate(_NORMAL)
    return word if word.isascii() else _DROPPED.sub("", word)


def bare(word: str) -> str:
    """Return a normal word without the English possessive."""
    return _POSSESSIVE.sub("", word)


def words_to_check(text: str, tag: str) -> Iterator[Word]:
    """Yield the words of a text of this language that can be right or wrong; one with hyphens is one word.

    Left out are what has a digit or a full stop inside, single letters, abbreviations (with their
    full stop, or up to four letters without a vowel), what has a capital after its first letter
    (ЗША, McDonald), and every word with a letter of another script, which the checks of scripts look at.
    """
    language = base_language(tag)
    short = abbreviations(language)
    known = short.before | short.number | short.weak | short.counted
    script = SCRIPTS.get(language, "")
    for run in _RUN.finditer(text):
        if run["address"] is not None:
            continue
        for start, end in _sentences(run.group(), run.start()):
            word = normal(text[start:end])
            if not _checked(word, script) or (text[end : end + 1] == "." and word.lower() in known):
                continue
            yield Word(start, end, word)


def pieces(word: Word) -> list[Word]:
    """Return the parts of a word with hyphens that can be right or wrong by themselves."""
    found = (Word(word.start + m.start(), word.start + m.end(), m.group()) for m in _PIECE.finditer(word.text))
    return [piece for piece in found if _checked(piece.text, "")]


def _sentences(run: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a run with full stops inside: none but where a space was forgotten (слова.Другое)."""
    parts = run.split(".")
    if len(parts) == 1:
        yield start, start + len(run)
        return
    if len(parts) == 2 and len(parts[0]) > 2 and parts[0][-1].islower() and parts[1][:1].isupper():
        yield start, start + len(parts[0])
        yield start + len(parts[0]) + 1, start + len(run)


def _checked(word: str, script: str) -> bool:
    if (
        len(word) < 2
        or len(word) > LONGEST
        or _SHORT.fullmatch(word)
        or not word.replace("'", "").replace("-", "").isalpha()
    ):
        return False
    if word[1:] != word[1:].lower() and not _titled(word):
        return False
    return not script or all(_script(char) == script for char in word if char.isalpha())


def _titled(word: str) -> bool:
    """Tell whether the capitals of a word are those of parts with hyphens: Нью-Ёрк."""
    return "-" in word and all(part[1:] == part[1:].lower() for part in word.split("-"))


def _script(char: str) -> str:
    """Return Latin, Cyrillic, or nothing, by the Unicode blocks of both (UCD, Blocks.txt)."""
    code = ord(char)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "Latin"
    return "Cyrillic" if 0x400 <= code < 0x530 else ""
