"""How many letters short texts have in common: no more than that many can stand in the same order.

Two short texts can be half alike and share no three letters in a row. The letters that they have
in common bound their likeness from above: the Levenshtein distance of texts of n and m letters
with c in common is max(n, m) - c at least.
"""

from __future__ import annotations

from itertools import accumulate

import numpy as np
import numpy.typing as npt

LONGEST_QUERY = 45
"""Code points of a normal up to which a query is compared letter by letter."""

LONGEST = 2 * LONGEST_QUERY
"""Code points of the longest texts that can be half like it, which alone are kept here."""

BEST, SHARE = 1_000, 500
"""Texts that can be most like a query by their letters, which alone are measured: so many, or one of so many."""

_KINDS = 32
"""Letters are told apart by so many numbers; two that share one only make texts seem more alike."""

_FACTOR = np.uint32(0x9E3779B1)
_AT_ONCE = 20_000

Rows = npt.NDArray[np.int64]


class Letters:
    """The normals of short texts, sorted by length, and how often each has each letter."""

    def __init__(self, normals: list[str]) -> None:
        self._normals = "".join(normals)
        self._ends = np.fromiter(accumulate(map(len, normals), initial=0), dtype=np.int64, count=len(normals) + 1)
        self._lengths = np.diff(self._ends).astype(np.uint8)
        self._counts = np.zeros((_KINDS, len(normals)), dtype=np.uint8)
        for first in range(0, len(normals), _AT_ONCE):
            some = normals[first : first + _AT_ONCE]
            rows = np.repeat(np.arange(len(some)), self._lengths[first : first + len(some)].astype(np.int64))
            counts = np.bincount(_kinds("".join(some)) * len(some) + rows, minlength=_KINDS * len(some))
            self._counts[:, first : first + len(some)] = counts.reshape(_KINDS, len(some))

    def __len__(self) -> int:
        return len(self._lengths)

    def nbytes(self) -> int:
        """Return how many bytes they take up."""
        return self._counts.nbytes + self._lengths.nbytes + self._ends.nbytes + 2 * len(self._normals)

    def normals(self, rows: Rows) -> list[str]:
        """Return the normals of rows."""
        starts, ends = self._ends[rows].tolist(), self._ends[rows + 1].tolist()
        return [self._normals[start:end] for start, end in zip(starts, ends, strict=True)]

    def likely(self, query: str, low: int, high: int, least: float) -> Rows:
        """Return the rows from `low` to `high` whose letters allow for a similarity of `least`.

        At most as many as `BEST` and `SHARE` say.
        """
        high = min(high, len(self))
        if low >= high:
            return np.zeros(0, dtype=np.int64)
        common = np.zeros(high - low, dtype=np.uint8)
        wanted = np.bincount(_kinds(query), minlength=_KINDS)
        for kind in np.flatnonzero(wanted):
            common += np.minimum(self._counts[kind, low:high], np.uint8(wanted[kind]))
        longer = np.maximum(np.arange(LONGEST + 1), max(1, len(query)))
        needed = np.ceil(longer * least - 1e-6).astype(np.uint8)
        rows = np.flatnonzero(common >= needed[self._lengths[low:high]])
        best = max(BEST, len(self) // SHARE)
        if len(rows) > best:
            most = common[rows] / longer[self._lengths[rows + low]]
            rows = rows[np.argpartition(most, -best)[-best:]]
        return rows + low


def _kinds(text: str) -> Rows:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return ((codes * _FACTOR) >> np.uint32(16)).astype(np.int64) % _KINDS
