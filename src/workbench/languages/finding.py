"""Finding words in a text whatever their case and, where asked, their accents, soft signs or script.

A text is folded once (`finding_fold.fold_text`); a query is folded the same way and looked for
in what came of it, and every find is carried back to the code points that it stands for: whole
characters as a person sees them, combining marks included. What each blindness folds together
is the rule of `finding_fold`.
"""

from __future__ import annotations

import time
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from workbench.domain.anchors import Span

QUERY_LIMIT = 500
"""Code points of a query that are looked for; what follows them is left out."""

APOSTROPHES = frozenset("'’ʼ‘ʻ`´ʹ′ʺ")
"""Signs that stand for an apostrophe or, in transliteration, for a soft or hard sign."""

_JOINER = "\u200d"
_SKIN = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_MARKS = 64
"""Marks that are looked back over for the letter that they stand on."""


@dataclass(frozen=True, slots=True)
class Blindness:
    """What a search does not look at, beside case; `script` takes the other two in."""

    accents: bool = False
    softness: bool = False
    script: bool = False


EXACT = Blindness()
WIDEST = Blindness(accents=True, softness=True, script=True)


class Folded:
    """A text folded for one blindness, with the way back.

    `letters[k]` stands for what begins at `position(k)` of the text. The two run side by side
    but for some places; only those are kept: from `breaks[n]` on, which stands for `origins[n]`
    of the text, a position is `shifts[n]` more.
    """

    def __init__(self, text: str, letters: str, breaks: array[int], shifts: array[int], origins: array[int]) -> None:
        self.text, self.letters = text, letters
        self._breaks, self._shifts, self._origins = breaks, shifts, origins

    def position(self, k: int) -> int:
        """Return the code point that a folded letter begins at; the text's length after the last."""
        if k >= len(self.letters):
            return len(self.text)
        return k + self._shifts[bisect_right(self._breaks, k) - 1]

    def index(self, position: int) -> int:
        """Return the first folded letter that begins at a code point or after it."""
        if not self._breaks:
            return 0
        after = bisect_left(self._origins, position)
        limit = self._breaks[after] if after < len(self._breaks) else len(self.letters)
        return min(limit, max(0, position - self._shifts[after - 1])) if after else limit

    def span(self, k: int, length: int, *, whole: bool = False) -> Span | None:
        """Return the code points of a find, or None where it begins or ends inside a character.

        `whole` wants no letter, digit or apostrophe within a word at either side.
        """
        stop = k + length
        start = self.position(k)
        if k and self.position(k - 1) == start:
            return None
        end = self.position(stop)
        last = self.position(stop - 1)
        if last == end:
            return None
        text = self.text
        while end > last + 1 and not _clings(text[end - 1]):
            end -= 1
        if not (at_boundary(text, start) and at_boundary(text, end)):
            return None
        return None if whole and _within_word(text, start, end) else Span(start, end)


def _clings(character: str) -> bool:
    """Tell whether a character that was folded away belongs to what stands before it.

    Letters, marks and joiners do; an apostrophe may close a quotation, white space parts words.
    """
    if character == _JOINER:
        return True
    return character not in APOSTROPHES and unicodedata.category(character)[0] not in "ZCPS"


def at_boundary(text: str, position: int) -> bool:
    """Tell whether a character as a person sees it begins or ends at a position (after UAX 29)."""
    if not 0 < position < len(text):
        return True
    before, after = text[position - 1], text[position]
    if before < "\u0300" and after < "\u0300":
        return True
    if _JOINER in (before, after) or ord(after) in _SKIN or unicodedata.category(after)[0] == "M":
        return False
    if ord(before) in _FLAGS and ord(after) in _FLAGS:
        first = position - 1
        while first > max(0, position - _MARKS) and ord(text[first - 1]) in _FLAGS:
            first -= 1
        return (position - first) % 2 == 0
    return True


def _within_word(text: str, start: int, end: int) -> bool:
    """Tell whether a word goes on at either side; an apostrophe between two letters is of the word."""
    before = start - 1
    while before > max(0, start - _MARKS) and unicodedata.category(text[before])[0] == "M":
        before -= 1
    if before >= 0 and (text[before].isalnum() or _joins_words(text, before)):
        return True
    return end < len(text) and (text[end].isalnum() or _joins_words(text, end))


def _joins_words(text: str, at: int) -> bool:
    return text[at] in APOSTROPHES and 0 < at < len(text) - 1 and text[at - 1].isalpha() and text[at + 1].isalpha()


class Scan:
    """One search through a folded text, from a place to its end and then from its beginning.

    It is done in steps, so that whoever waits for it goes on living. `needle` is folded.
    """

    def __init__(self, folded: Folded, needle: str, position: int, *, whole: bool = False) -> None:
        self.folded, self.needle, self.whole = folded, needle, whole
        self._from = self._at = folded.index(position)
        self._after, self._before = array("i"), array("i")
        self._wrapped = False
        self.done = not needle
        self.first: int | None = None
        """The first find, a folded letter's number: the one nearest after the place, or from the beginning on."""

    def step(self, seconds: float) -> None:
        """Go on for about so long; a stretch without a find is gone through at one go."""
        stop = time.perf_counter() + seconds
        letters, needle, length = self.folded.letters, self.needle, len(self.needle)
        tries = 0
        while not self.done:
            end = self._from + length - 1 if self._wrapped else len(letters)
            k = letters.find(needle, self._at, end)
            if k == -1:
                self._turn()
                continue
            span = self.folded.span(k, length, whole=self.whole)
            self._at = k + (1 if span is None else length)
            if span is not None:
                (self._before if self._wrapped else self._after).append(k)
                self.first = k if self.first is None else self.first
            tries += 1
            if tries % 64 == 0 and time.perf_counter() >= stop:
                return

    def _turn(self) -> None:
        if self._wrapped:
            self.done = True
        self._wrapped, self._at = True, 0

    @property
    def count(self) -> int:
        """How many there are, as far as it is known."""
        return len(self._before) + len(self._after)

    def found(self) -> array[int]:
        """Return every find in order, as folded letters' numbers; complete where `done`."""
        return self._before + self._after

    def span(self, k: int) -> Span:
        """Return the code points of a find."""
        span = self.folded.span(k, len(self.needle))
        if span is None:
            raise ValueError("not a find")
        return span
