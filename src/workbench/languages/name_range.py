"""How far a place in a text reaches: whole words, words that were parted, and what may stand between two of a name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

WORD = re.compile(r"[^\W_]+(?:[’'ʼ`´ʹ‘ʻ][^\W_]+)*")
"""A word with what stands for an apostrophe inside of it."""

_GAP = re.compile(r"\s?[-\u2010-\u2015\u2212._·*•|/]\s*|\s")
_TIGHT = re.compile(r"[-\u2010-\u2015\u2212._·*•|/]|[-\u2010]\s+")
_REST = re.compile(r"[-\u2010-\u2015._·* ]\n?[^\W_](?![^\W_])")
_BETWEEN = re.compile(r"[\s,\-\u2010-\u2015]*(?:[^\W\d_]\.[\s\-]*){0,2}")
_BETWEEN_LONGEST = 24
"""Code points between two words of one name."""

_APART = "\n\n¶\n\n"

_PIECE = 3
"""Letters that pieces have on the average, at most, where nothing but spaces parts them."""


def clings(character: str) -> bool:
    """Tell whether a character belongs to the word that it stands in: letters, digits, marks, what nobody sees."""
    return character.isalnum() or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a range to whole words, with the marks and unseen characters that stand on their letters."""
    while start > 0 and clings(text[start - 1]):
        start -= 1
    while end < len(text) and clings(text[end]):
        end += 1
    while end > start and not clings(text[end - 1]):
        end -= 1
    while start < end and not text[start].isalnum():
        start += 1
    return start, end


def is_parted(words: str) -> bool:
    """Tell whether words look like one that was parted: by hyphens and the like, or into short pieces."""
    pieces = re.findall(r"[^\W_]+", words)
    gaps = re.findall(r"[\W_]+", words)
    if any(not _GAP.fullmatch(gap) for gap in gaps):
        return False
    if all(_TIGHT.fullmatch(gap) for gap in gaps) or sum(map(len, pieces)) <= 2 * len(pieces):
        return True
    one = len(pieces) > 2 and sum(map(len, pieces)) <= _PIECE * len(pieces)
    return one and pieces[0].istitle() and "".join(pieces[1:]).islower()


def rest_of(text: str, end: int) -> int:
    """Return where a word ends that is spaced out letter by letter, or parted, and goes on after a place."""
    while (more := _REST.match(text, end)) is not None:
        end = more.end()
    return end


def near(between: str) -> bool:
    """Tell whether what stands between two words of a name leaves them one name: spaces, a comma, initials."""
    return len(between) <= _BETWEEN_LONGEST and bool(_BETWEEN.fullmatch(between)) and "\n\n" not in between


def is_plain_word(text: str, start: int, end: int) -> bool:
    """Tell whether a usual word is written as nothing but that: small, or two capitals alone such as US."""
    word = text[start:end]
    if not word[:1].isupper():
        return True
    around = text[max(0, start - 20) : start] + text[end : end + 20]
    return len(word) == 2 and word.isupper() and not around.isupper()


class Joined:
    """Many texts in one, with between them what nothing is read across."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.text = _APART.join(texts)
        self._firsts = list(accumulate((len(text) + len(_APART) for text in texts), initial=0))

    def of(self, place: int) -> tuple[int, int]:
        """Return the number of the text that a place in code points is in, and where that begins."""
        at = bisect_right(self._firsts, place) - 1
        return at, self._firsts[at]
