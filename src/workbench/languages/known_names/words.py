"""The words of a text or of a name, with where they stand and what stands between them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_APOSTROPHES = "'’ʼʹ`´‘ʻ"
_WORD = re.compile(rf"[^\W\d_](?:[{_INSIDE}{_APOSTROPHES}]{{0,4}}[^\W\d_])*[{_INSIDE}]{{0,4}}|\d+", re.UNICODE)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,6}(?![^\W\d_])")
_POSSESSIVE = re.compile(r"['’][sS]$")
_DROPPED = re.compile(rf"[{_INSIDE}{_APOSTROPHES}]")
_BROKEN = re.compile("[-‐\u00ad¬]\n")
PATRONYMIC = re.compile(r".{2,}(?:[оеаё]в[иі]ч|[иі]ч|[оеаё][вў]н|[иі]чн)(?:|а|у|ем|ам|ом|е|ы|ой|ай|аю|і)$")
"""A patronymic in any case."""

_SHORT = 100
"""Code points of a name, unlike a text."""

_ENDS = re.compile('[.!?…:;\n"«„“”—–•*|]')


class Word(NamedTuple):
    """A word: its range in the text in code points, itself without what nobody sees, and in lower case.

    `opens` says that it may have its capital letter from its place: a sentence, a line or a
    quotation begins there. `dotted` is U.S. or А.Я., which are kept without their full stops.
    """

    start: int
    end: int
    text: str
    low: str
    opens: bool
    dotted: bool = False

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def plain(word: str) -> str:
    """Return a word without stress, apostrophes and what nobody sees, its letters composed."""
    if word.isascii() and word.isalnum():
        return word
    return _DROPPED.sub("", unicodedata.normalize("NFC", word))


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of a range of a text; U.S. is one word, and so is one that a line's end breaks."""
    end = len(text) if end is None else end
    if end - start < _SHORT and (words := text[start:end].split()) and "".join(words).isalpha():
        return list(_simple(text, start, words))
    found: list[Word] = []
    for first, last in _pieces(text, start, end):
        between = text[found[-1].end if found else start : first]
        word = plain(text[first:last])
        dotted = "." in word
        word = word.replace(".", "")
        if found and word.islower() and _BROKEN.fullmatch(between):
            before = found.pop()
            found.append(Word(before.start, last, before.text + word, before.low + word, before.opens))
            continue
        opens = not found or _ENDS.search(between) is not None
        if opens and found and between.startswith(".") and len(found[-1].text) == 1 and "\n" not in between:
            opens = False  # А. Бяляцкі
        found.append(Word(first, last, word, word.casefold(), opens, dotted))
    return found


def _simple(text: str, start: int, words: list[str]) -> Iterator[Word]:
    """Yield words between which nothing but spaces stand: what most names are."""
    at = start
    for number, word in enumerate(words):
        at = text.index(word, at)
        yield Word(at, at + len(word), word, word.casefold(), number == 0)
        at += len(word)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while (match := _WORD.search(text, at, end)) is not None:
        first, last = match.span()
        if last - first == 1 and text.startswith(".", last) and (dotted := _DOTTED.match(text, first, end)):
            if dotted.group().isupper():
                last = dotted.end()
        else:
            possessive = _POSSESSIVE.search(match.group())
            if possessive is not None:
                last -= 2
        yield first, last
        at = max(match.end(), last)
