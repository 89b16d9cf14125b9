"""How a text is folded for finding: letters one by one by table, then what depends on neighbours.

Always folded: case (Unicode casefold), composed and decomposed letters (NFD), the shapes of
apostrophes and hyphens, white space and line breaks (one space); soft hyphens, zero-width signs
and direction marks are not looked at.

Blind to accents: marks go, with ł đ ø ħ ı ґ. So е finds ё, і ї, у ў (typed without the letter
on many keyboards), s š and ś, a ą, and a stress mark is nothing. Only й keeps its breve: nobody
writes и for it, and мой is not мои.

Blind to soft signs: ь, ъ and apostrophes go; the acute of łacinka's ć ń ś ź and Polish ł as l;
the Lithuanian or łacinka i that only softens (between a consonant and a, o or u).

Blind to script: the skeleton of `fold.py`, letter by letter, so that it can be looked for within
a text: Калеснікава, Колесникова, Kaleśnikava and Kolesnikova are one. Two things differ from
there: u, ў, v and w are one letter everywhere (there by neighbours, which a half-typed word has
not got yet), and endings stay.
"""

from __future__ import annotations

import threading
import unicodedata
from array import array
from collections.abc import Callable
from functools import cache
from typing import Literal

import numpy as np
import numpy.typing as npt

from workbench.languages.finding import APOSTROPHES, QUERY_LIMIT, Blindness, Folded
from workbench.languages.fold import skeletons

Codes = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

CHUNK = 250_000
"""Code points that are folded at once, a few milliseconds; between two a caller may stop."""

_LOOK_BACK = 4_096
_TABLE = 0x20000
"""Code points below this are folded by table; those above (rare Chinese signs) are left as they are."""

_ACUTE, _BREVE, _CARON = "\u0301", "\u0306", "\u030c"
_SHORT_I = "и"
_HYPHENS = frozenset("\u2010\u2011")
_STROKED = {"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ı": "i", "ґ": "г"}
_SOFT = {"ь": "", "ъ": "", "ł": "l"}
_SOFT_ACUTE = "bcdklmnprstvz"
_H, _CH = "\ufdd0", "\ufdd1"
"""х, г, ч and what transliterates them, and Latin `ch` for a moment, until no later rule takes
them for half of `sh`: noncharacters, which a text has no use for (Unicode 23.7)."""
_NONE = "\ufffd"


# --- letters one by one ---


def _letters(character: str, how: Blindness) -> str:
    """Return what a character becomes before its neighbours are looked at."""
    form: Literal["NFKD", "NFD"] = "NFKD" if how.script else "NFD"
    whole = unicodedata.normalize(form, unicodedata.normalize(form, character).casefold())
    return "".join(_letter(each, how) for each in whole)


def _letter(character: str, how: Blindness) -> str:
    fixed = _fixed(character)
    if fixed is not None:
        return fixed
    if character in APOSTROPHES:
        return _apostrophe(character, how)
    if unicodedata.combining(character):
        return _mark(character, how)
    if how.script:
        return _sound(character)
    if how.softness and character in _SOFT:
        return _SOFT[character]
    return _STROKED.get(character, character) if how.accents else character


def _fixed(character: str) -> str | None:
    """Return what a character is folded to always, or None where it depends."""
    if character.isspace():
        return " "
    if character in _HYPHENS:
        return "-"
    if character in (_H, _CH):
        return _NONE
    return "" if unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f" else None


def _sound(character: str) -> str:
    if character == "x":
        return "ks"
    if character.isascii() or not character.isalpha():
        return character
    return "".join(skeletons(character)).replace("h", _H)


def _apostrophe(character: str, how: Blindness) -> str:
    if how.softness or how.script:
        return ""
    return "'" if character in "'’ʼ" else character


def _mark(character: str, how: Blindness) -> str:
    """Keep the marks that a later rule asks for."""
    if how.script:
        return character if character == _CARON else ""
    return character if not how.accents or character == _BREVE else ""


class _Table:
    """What each character becomes, worked out when it is first met."""

    def __init__(self, how: Blindness) -> None:
        self._how = how
        self._lock = threading.Lock()
        self._first = np.arange(_TABLE, dtype=np.uint32)
        self._count = np.ones(_TABLE, dtype=np.int8)
        self._known = np.zeros(_TABLE, dtype=np.bool_)
        self._more: dict[int, tuple[int, ...]] = {}

    def fold(self, codes: Codes) -> tuple[Codes, Places]:
        """Return the folded letters, and for each the number of the code point that it came from."""
        high = codes >= _TABLE
        low = np.where(high, 0, codes) if high.any() else codes
        self._learn(low)
        counts = self._count[low]
        if high.any():
            counts[high] = 1
        places = np.repeat(np.arange(len(codes), dtype=np.int32), counts)
        folded = np.where(high, codes, self._first[low])[places] if high.any() else self._first[low][places]
        many = np.flatnonzero(counts > 1)
        if many.size:
            offsets = (np.cumsum(counts, dtype=np.int64) - counts)[many]
            for code in np.unique(low[many]):
                at = offsets[low[many] == code]
                for n, letter in enumerate(self._more[int(code)]):
                    folded[at + n] = letter
        return folded, places

    def _learn(self, codes: Codes) -> None:
        new = codes[~self._known[codes]]
        if not new.size:
            return
        with self._lock:
            for code in np.unique(new):
                letters = _letters(chr(code), self._how)
                self._count[code] = len(letters)
                self._first[code] = ord(letters[0]) if letters else 0
                if len(letters) > 1:
                    self._more[int(code)] = tuple(map(ord, letters))
                self._known[code] = True


@cache
def _table(how: Blindness) -> _Table:
    return _Table(how)


# --- letters among their neighbours ---


class _Row:
    """Letters and where each began, while rules take some of them away."""

    def __init__(self, letters: Codes, places: Places) -> None:
        self.letters, self.places = letters, places

    def among(self, letters: str) -> Mask:
        """Tell for each place whether it has one of some letters."""
        result: Mask = self.letters == ord(letters[0])
        for letter in letters[1:]:
            result |= self.letters == ord(letter)
        return result

    def put(self, where: Mask, letter: str) -> None:
        """Put another letter where a mask says."""
        self.letters[where] = ord(letter)

    def drop(self, gone: Mask) -> None:
        """Take letters away: they belong to what stands before them.

        What is left of a character that was several letters then belongs there too.
        """
        if not gone.any():
            return
        parts = np.flatnonzero(gone[1:-1] & (self.places[1:-1] == self.places[2:])) + 1
        self.places[parts + 1] = self.places[parts - 1]
        self.letters, self.places = self.letters[~gone], self.places[~gone]

    def absorb(self, gone: Mask) -> None:
        """Take letters away: they belong to what stands after them, which then begins where they did."""
        firsts, stops = _runs(gone)
        inner = stops < len(gone)
        self.places[stops[inner]] = self.places[firsts[inner]]
        self.letters, self.places = self.letters[~gone], self.places[~gone]


def _after(mask: Mask) -> Mask:
    """Move a mask one place on: what stands after those that it tells."""
    result = np.zeros_like(mask)
    result[1:] = mask[:-1]
    return result


def _before(mask: Mask) -> Mask:
    result = np.zeros_like(mask)
    result[:-1] = mask[1:]
    return result


def _runs(mask: Mask) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return where the runs of a mask begin and end."""
    padded = np.concatenate((np.zeros(1, dtype=np.int8), mask.astype(np.int8), np.zeros(1, dtype=np.int8)))
    edges = np.diff(padded)
    return np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)


def _drop_glides(row: _Row, vowels: str) -> None:
    """Have every run of i that stands before one of some vowels go up in that vowel."""
    glides = row.among("i")
    firsts, stops = _runs(glides)
    inner = stops < len(glides)
    firsts, stops = firsts[inner], stops[inner]
    wanted = row.among(vowels)[stops]
    edges = np.zeros(len(glides) + 1, dtype=np.int8)
    edges[firsts[wanted]], edges[stops[wanted]] = 1, -1
    row.absorb(np.cumsum(edges[:-1], dtype=np.int8) > 0)


def _pair(row: _Row, firsts: str, second: str, becomes: str = "") -> None:
    """Make two letters one: the first of them, or what they become."""
    pair = row.among(firsts) & _before(row.among(second))
    if becomes:
        row.put(pair, becomes)
    row.drop(_after(pair))


def _transliterate(row: _Row) -> None:
    """Make one of the ways in which scripts write the same sounds, as `fold.py` does for a word."""
    _pair(row, "c", _CARON, _H)
    row.drop(row.among(_CARON))
    _pair(row, "c", "h", _CH)
    _pair(row, "szt", "h")
    _pair(row, "p", "h", "f")
    _pair(row, "kg", "h", _H)
    ch, t, s = row.among(_CH), row.among("t"), row.among("s")
    tsch = s & _before(ch) & _after(t)
    row.absorb((t & _before(ch)) | tsch | _before(tsch))
    row.put(row.among(_CH), _H)
    _pair(row, "s", "z")
    _pair(row, "c", "z", _H)
    ct = row.among("c") & _before(row.among("t"))
    row.put(ct, "k")
    row.places[_after(ct)] = row.places[ct]
    _pair(row, "t", "s")
    _pair(row, "dt", "z")
    for letters, becomes in (("c", "t"), ("g" + _H, "h"), ("q", "k"), ("yj", "i"), ("oe", "a")):
        row.put(row.among(letters), becomes)
    _drop_glides(row, "au")
    row.put(row.among("uw"), "v")
    latin = (row.letters >= ord("a")) & (row.letters <= ord("z"))
    row.drop(latin & _after(row.letters == np.roll(row.letters, -1)))


def _fold_chunk(text: str, how: Blindness) -> tuple[Codes, Places]:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    row = _Row(*_table(how).fold(codes))
    space = row.among(" ")
    row.drop(space & _after(space))
    if how.script:
        _transliterate(row)
        return row.letters, row.places
    if how.accents:
        breve = row.among(_BREVE)
        row.drop(breve & ~_after(row.among(_SHORT_I)))
    if how.softness:
        row.drop(row.among(_ACUTE) & _after(row.among(_SOFT_ACUTE)))
        _drop_glides(row, "aou")
    return row.letters, row.places


# --- a whole text ---


def _cut(text: str, start: int) -> int:
    """Return where a chunk ends: before a word, since no rule reaches over white space; else hard."""
    limit = start + CHUNK
    if limit >= len(text):
        return len(text)
    for at in range(limit, limit - _LOOK_BACK, -1):
        if text[at - 1].isspace() and not text[at].isspace():
            return at
    return limit


def fold_text(text: str, how: Blindness, check: Callable[[], None] = lambda: None) -> Folded:
    """Fold a text; `check` is called between chunks and may raise to end it."""
    pieces: list[str] = []
    breaks: list[Places] = []
    shifts: list[Places] = []
    start = done = last = 0
    while start < len(text):
        check()
        end = _cut(text, start)
        letters, places = _fold_chunk(text[start:end], how)
        shift: Places = (places - np.arange(done - start, done - start + len(letters))).astype(np.int32)
        at = np.flatnonzero(np.diff(shift, prepend=np.int32(last)))
        breaks.append((at + done).astype(np.int32))
        shifts.append(shift[at])
        pieces.append(letters.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass"))
        last = int(shift[-1]) if len(shift) else last
        start, done = end, done + len(letters)
    origin = np.zeros(1, dtype=np.int32)
    whole, moved = np.concatenate((origin, *breaks)), np.concatenate((origin, *shifts))
    return Folded(text, "".join(pieces), _plain(whole), _plain(moved), _plain(whole + moved))


def _plain(places: Places) -> array[int]:
    """Give figures to code that looks single ones up, which numpy is slow at."""
    result = array("i")
    result.frombytes(places.tobytes())
    return result


def fold_query(query: str, how: Blindness) -> str:
    """Return what is looked for in a text that was folded the same way; white space around it is left out."""
    return fold_text(" ".join(query[:QUERY_LIMIT].split()), how).letters
