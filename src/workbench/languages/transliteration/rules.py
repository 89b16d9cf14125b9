"""Rewriting words by rules that look at the letters around, with the case of each letter kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

APOSTROPHES = "’'ʼ`ʻ‘"
"""What typists write for the apostrophe of Belarusian and of the other languages."""

_WORD = re.compile(rf"[^\W\d_]+(?:[{APOSTROPHES}][^\W\d_]+)*[ʹʺ]*|[ʹʺ]+")
_STRESS = re.compile("(?<=[Ѐ-ԯ])[\u0300\u0301]")


def clean(text: str) -> str:
    """Compose letters (NFC) and drop the accents that dictionaries put on Cyrillic vowels."""
    # Stress goes first, so that a letter which only happens to be written in two code points stays.
    return _STRESS.sub("", unicodedata.normalize("NFC", text))


def map_words(text: str, change: Callable[[str], str]) -> str:
    """Rewrite each word; hyphens, full stops of initials, digits and spaces stay where they are."""
    return _WORD.sub(lambda found: change(found.group()), clean(text))


def words_of(text: str) -> list[str]:
    """Return the words of a name; the parts of a hyphened one are words of their own."""
    return _WORD.findall(clean(text))


def with_case(given: str, like: str) -> str:
    """Give a lower-case word the case of another: ALL CAPITALS, Capital first, or none."""
    letters = [char for char in like if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters):
        return given.upper()
    if like[:1].isupper():
        return given[:1].upper() + given[1:]
    return given


class Rules:
    """An ordered list of (regular expression, replacement), tried at every place of a word.

    Expressions may look around but hold no groups of their own; they see the word as it was,
    not what earlier rules have made of it. Letters that no rule knows are left alone.
    """

    def __init__(self, rules: Iterable[tuple[str, str]]) -> None:
        listed = tuple(rules)
        self._replacements = tuple(new for _pattern, new in listed)
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, _new in listed), re.IGNORECASE)

    def word(self, word: str) -> str:
        """Rewrite one word."""
        letters = [char for char in word if char.isalpha()]
        capitals = len(letters) > 1 and all(char.isupper() for char in letters)

        def replaced(found: re.Match[str]) -> str:
            new = self._replacements[(found.lastindex or 1) - 1]
            if capitals:
                return new.upper()
            old = found.group()
            return new[:1].upper() + new[1:] if old[:1].isupper() else new

        return self._pattern.sub(replaced, word)

    def text(self, text: str) -> str:
        """Rewrite every word of a text."""
        return map_words(text, self.word)


def letters(pairs: str) -> list[tuple[str, str]]:
    """Read rules for single letters from text such as `а=a б=b ь=`."""
    return [(old, new) for old, _equals, new in (pair.partition("=") for pair in pairs.split())]
