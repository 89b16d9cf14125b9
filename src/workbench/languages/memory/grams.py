"""Texts as sets of three letters each, without case, marks and repeated spaces; by which like texts are found.

Each text is taken with a space before and after it. Texts of up to `SHORT` letters have their
pairs and single letters too: one slip of the pen may leave none of three.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from workbench.languages.memory.likeness import shaped

Numbers = npt.NDArray[np.uint32]

SHORT = 8
"""Letters and single spaces up to which a text has its pairs and single letters too."""

BITS = 18
"""Grams are kept as numbers below 2 to this; two that share a number only make a likeness seem greater."""

_TABLE = 0x10000
_SPACE = 32
_FACTORS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D], dtype=np.uint32)


@cache
def _letters() -> Numbers:
    """Return the table that leaves letters, digits and combining marks, and makes all else a space."""
    table = np.full(_TABLE, _SPACE, dtype=np.uint32)
    for code in range(_TABLE):
        character = chr(code)
        if character.isalnum() or 0x300 <= code < 0x370:
            table[code] = code
    table[0] = 0
    return table


def _codes(joined: str) -> Numbers:
    """Return the code points of texts that are joined by U+0000, folded, with a space on both sides of each."""
    apart = "\0 " + joined.replace("\0", " \0 ") + " \0"
    codes = np.frombuffer(apart.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    high = codes >= _TABLE
    folded = np.where(high, codes, _letters()[np.where(high, 0, codes)]) if high.any() else _letters()[codes]
    space = folded == _SPACE
    space[1:] &= space[:-1]
    return folded[~space] if len(folded) else folded


def _mixed(*letters: Numbers) -> Numbers:
    mixed = np.zeros(len(letters[0]), dtype=np.uint32)
    for letter, factor in zip(letters, _FACTORS, strict=False):
        mixed = (mixed ^ letter) * factor
        mixed ^= mixed >> np.uint32(15)
    result: Numbers = mixed >> np.uint32(32 - BITS)
    return result


def gram_pairs(joined: str) -> tuple[Numbers, Numbers]:
    """Return `(gram, number of the text)` for each gram of each joined text, once; by gram, then by text."""
    codes = _codes(joined)
    text_of = np.cumsum(codes == 0, dtype=np.int64) - 1
    inner = (codes[:-2] != 0) & (codes[1:-1] != 0) & (codes[2:] != 0)
    at = np.flatnonzero(inner)
    found = [_mixed(codes[at], codes[at + 1], codes[at + 2])]
    owners = [text_of[at]]
    short = np.bincount(text_of, minlength=1) - 3 <= SHORT
    letters = np.flatnonzero((codes != 0) & (codes != _SPACE) & short[text_of])
    pairs = letters[codes[letters + 1] != _SPACE]
    # The place of the missing letters tells a pair and a single letter from three.
    found += [_mixed(codes[letters]), _mixed(codes[pairs], codes[pairs + 1])]
    owners += [text_of[letters], text_of[pairs]]
    keys = np.concatenate(found).astype(np.uint64) << np.uint64(32) | np.concatenate(owners).astype(np.uint64)
    keys.sort()
    if len(keys):
        keys = keys[np.concatenate((np.ones(1, dtype=np.bool_), keys[1:] != keys[:-1]))]
    return (keys >> np.uint64(32)).astype(np.uint32), keys.astype(np.uint32)


def grams_of(text: str) -> Numbers:
    """Return a text's grams, each once."""
    return gram_pairs(shaped([text]))[0]


def inner_grams(query: str, *, words: bool) -> Numbers:
    """Return the grams that every text has in which a query stands; `words`: as whole words.

    None of them where the query has fewer than three letters, spaces at its ends counted for `words`.
    """
    codes = _codes(shaped([query]))[1:-1]
    while not words and len(codes) and codes[0] == _SPACE:
        codes = codes[1:]
    while not words and len(codes) and codes[-1] == _SPACE:
        codes = codes[:-1]
    if len(codes) < 3:
        return np.zeros(0, dtype=np.uint32)
    return np.unique(_mixed(codes[:-2], codes[1:-1], codes[2:]))
