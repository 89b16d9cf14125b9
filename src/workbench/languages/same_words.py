"""Finding the words of some texts in any other, however they are printed there.

Words are compared blind to case, accents, unseen characters (soft hyphens), punctuation, quotation
marks and white space; a word that a line end parts at a hyphen is one. Looked for are runs of words,
by a table of all of them, so that the time grows with the length of the text and nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.languages.remembered import remembered

WHOLE = 4
"""Words from which a whole text is looked for; fewer are a name or a term, and stand anywhere."""

RUN = 6
"""Words of a longer text that are looked for as well, wherever in it they stand one after the other."""

SHINGLE = 8
"""The same for whole articles: fewer words in a row may well be the same by chance."""

_UNSEEN = "\u00ad\u0300-\u036f\u0483-\u0489\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff"
_WORD = re.compile(
    rf"[^\W_](?:[{_UNSEEN}]*+(?:[-\u2010\u2011'’ʼ‘`´](?:[ \t]*+\n[ \t]*+)?)?[{_UNSEEN}]*+[^\W_])*+[{_UNSEEN}]*+"
)


@dataclass(frozen=True, slots=True)
class SamePlace:
    """Where words stand again, in code points; `key` is the same for the same words."""

    start: int
    end: int
    key: str


def words_in(text: str) -> list[tuple[int, int, str]]:
    """Return the words of a text: where each stands, in code points, and its key."""
    keys: dict[str, str] = {}
    found = []
    for match in _WORD.finditer(text):
        word = match.group()
        if word not in keys:
            keys[word] = _key(word)
        found.append((match.start(), match.end(), keys[word]))
    return [each for each in found if each[2]]


def _key(word: str) -> str:
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", word).casefold())
    return "".join(character for character in plain if character.isalnum())


def key_of(text: str) -> str:
    """Return the words of a text as they are compared, with spaces between."""
    return " ".join(key for _start, _end, key in words_in(text))


class WordsOf:
    """A text's words, to be asked where some of them stand; made once, asked often."""

    def __init__(self, text: str) -> None:
        self._words = words_in(text)
        # The keys in one line, with a space before and after each: the place in it tells which word it is.
        self._line = " " + "".join(key + " " for _start, _end, key in self._words)
        self._numbers: dict[int, int] = {}
        at = 0
        for number, (_start, _end, key) in enumerate(self._words):
            self._numbers[at] = number
            at += len(key) + 1

    def places(self, words: str) -> Iterator[SamePlace]:
        """Yield every place where all of some words stand, however few they are."""
        wanted = key_of(words)
        needle, count = f" {wanted} ", wanted.count(" ") + 1
        found = self._line.find(needle) if wanted else -1
        while found != -1:
            first = self._numbers[found]
            yield SamePlace(self._words[first][0], self._words[first + count - 1][1], wanted)
            found = self._line.find(needle, found + len(needle) - 1)


class SameWords:
    """Looks for the words of some texts; made once, asked often. False where there is nothing to look for.

    A text of fewer than `WHOLE` words is not looked for. `free` are texts whose words are left alone, `articles`
    such of which only runs of `SHINGLE` words are looked for.
    """

    def __init__(self, texts: Iterable[str], free: Iterable[str] = (), articles: Iterable[str] = ()) -> None:
        self._runs: dict[int, set[str]] = {}
        for text in texts:
            keys = [key for _start, _end, key in words_in(text)]
            length = min(len(keys), RUN)
            if length >= WHOLE:
                self._runs.setdefault(length, set()).update(_runs(keys, length))
        self._free = tuple(f" {key_of(text)} " for text in free)
        self._shingles: frozenset[int] = frozenset().union(*map(_shingles_of, articles))

    def __bool__(self) -> bool:
        return bool(self._runs or self._shingles)

    def find(self, text: str) -> list[SamePlace]:
        """Return every place where the words stand, in order; places that overlap are one."""
        if not self or not text:
            return []
        words = words_in(text)
        keys = [key for _start, _end, key in words]
        found: list[tuple[int, int]] = []
        for first, last in sorted((*self._known(keys), *self._shared(keys))):
            if found and first < found[-1][1]:
                found[-1] = found[-1][0], max(found[-1][1], last)
            else:
                found.append((first, last))
        places = (SamePlace(words[first][0], words[last - 1][1], " ".join(keys[first:last])) for first, last in found)
        return [place for place in places if not any(f" {place.key} " in free for free in self._free)]

    def _known(self, keys: list[str]) -> Iterator[tuple[int, int]]:
        """Yield the first word and the one after the last of every run that is looked for."""
        for length, runs in self._runs.items():
            yield from ((at, at + length) for at, run in enumerate(_runs(keys, length)) if run in runs)

    def _shared(self, keys: list[str]) -> Iterator[tuple[int, int]]:
        """Yield the same of runs that an article has too."""
        for at, run in enumerate(map(hash, _runs(keys, SHINGLE)) if self._shingles else ()):
            if run in self._shingles:
                yield at, at + SHINGLE


@remembered(512)
def _shingles_of(article: str) -> frozenset[int]:
    """Return the hashes of an article's runs of words; kept, since an export is looked at again and again."""
    return frozenset(map(hash, _runs([key for _start, _end, key in words_in(article)], SHINGLE)))


def _runs(keys: list[str], length: int) -> Iterator[str]:
    return (" ".join(keys[at : at + length]) for at in range(len(keys) - length + 1))
