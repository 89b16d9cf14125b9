"""Many texts that do not change, packed: their bytes, their ids, and for each gram the texts that have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, repeat

import numpy as np
import numpy.typing as npt

from workbench.languages.memory.grams import BITS, Numbers, gram_pairs
from workbench.languages.memory.letters import LONGEST as LONGEST_SHORT
from workbench.languages.memory.letters import LONGEST_QUERY, Letters
from workbench.languages.memory.likeness import LONGEST, normals, normals_of, shaped

Progress = Callable[[int, int], None]
"""Is told what is done, and of how much; may raise to stop."""

BEST, SHARE = 400, 800
"""Texts that share most grams with a query, which alone are measured: so many; for a short one, whose likes share
few grams and are quickly measured, one of so many where that is more. For a short one see `letters` as well."""

_FEW = 8
"""Rows that share less than one gram of so many are not looked at: most share one or two by chance."""

_CHUNK = 250_000
"""Code points that are worked on at once, some tens of milliseconds; between two a caller may stop."""

_PLENTY, _RARER = 100, 0.7
"""Of more grams than this, the rarer share is looked at: the commonest third makes most of the work."""

Rows = npt.NDArray[np.int64]


class Block:
    """Different texts, each with the ids of the segments that read so; by length in code points of the normal.

    A text is called by its row, a segment by its place. Segments can be taken out, never put in.
    """

    def __init__(self, segments: Iterable[tuple[str, str]], progress: Progress | None = None) -> None:
        """Take `(id, text)`, each id once: ASCII without U+0000."""
        ids: list[str] = []
        rows: dict[str, int] = {}
        members: list[int] = []
        for segment_id, text in segments:
            ids.append(segment_id)
            members.append(rows.setdefault(text, len(rows)))
            if progress is not None and len(ids) % 10_000 == 0:
                progress(0, 1)
        texts = list(rows)
        short: dict[int, str] = {}
        lengths = np.fromiter(_lengths(texts, short), dtype=np.uint32)
        order = np.argsort(lengths, kind="stable")
        self.lengths: Numbers = lengths[order]
        texts = [texts[row] for row in order]
        self._letters = Letters([short[int(row)] for row in order[: len(short)]])
        del short
        self._index(texts, progress)
        self._pack(texts)
        rank = np.empty(len(order), dtype=np.uint32)
        rank[order] = np.arange(len(order), dtype=np.uint32)
        self._place(ids, rank[np.array(members, dtype=np.int64)] if members else rank)

    def _index(self, texts: list[str], progress: Progress | None) -> None:
        parts: list[tuple[Numbers, Numbers, npt.NDArray[np.int64]]] = []
        sizes = np.zeros((1 << BITS) + 1, dtype=np.int64)
        self.counts: Numbers = np.zeros(len(texts), dtype=np.uint32)
        done = 0
        for chunk in _chunks(texts):
            if progress is not None:
                progress(done, len(texts))
            grams, owners = gram_pairs(shaped(chunk))
            self.counts[done : done + len(chunk)] = np.bincount(owners, minlength=len(chunk))
            distinct, numbers = np.unique(grams, return_counts=True)
            sizes[distinct + 1] += numbers
            parts.append((owners + np.uint32(done), distinct, numbers))
            done += len(chunk)
        starts = np.cumsum(sizes)
        self.starts = starts.astype(np.uint32) if starts[-1] < 1 << 32 else starts
        self.postings: Numbers = np.empty(int(starts[-1]), dtype=np.uint32)
        for owners, distinct, numbers in parts:
            begins = np.cumsum(numbers) - numbers
            self.postings[np.repeat(starts[distinct] - begins, numbers) + np.arange(len(owners))] = owners
            starts[distinct] += numbers

    def _pack(self, texts: list[str]) -> None:
        encoded = [text.encode("utf-8", "surrogatepass") for text in texts]
        self._ends = np.fromiter(accumulate(map(len, encoded), initial=0), dtype=np.int64, count=len(texts) + 1)
        self._bytes = b"".join(encoded)

    def _place(self, ids: list[str], rows: Numbers) -> None:
        by_row = np.argsort(rows, kind="stable")
        self._ids = np.array(ids, dtype=np.bytes_)[by_row] if ids else np.zeros(0, dtype="S1")
        self._rows: Numbers = rows[by_row]
        self._firsts: Numbers = np.searchsorted(self._rows, np.arange(len(self.lengths) + 1)).astype(np.uint32)
        self._by_id: Numbers = np.argsort(self._ids, kind="stable").astype(np.uint32)
        self._gone = np.zeros(len(ids), dtype=np.bool_)
        self._left: Numbers = np.bincount(rows, minlength=len(self.lengths)).astype(np.uint32)
        self.size = len(ids)

    def nbytes(self) -> int:
        """Return how many bytes the block takes up."""
        arrays = (self.lengths, self.counts, self.starts, self.postings, self._ends, self._ids, self._rows)
        return (
            sum(a.nbytes for a in (*arrays, self._firsts, self._by_id, self._gone, self._left))
            + self._letters.nbytes()
            + len(self._bytes)
        )

    def text(self, row: int) -> str:
        """Return the text of a row."""
        return self._bytes[self._ends[row] : self._ends[row + 1]].decode("utf-8", "surrogatepass")

    def normals(self, rows: Rows) -> list[str]:
        """Return the normals of rows; those of short texts are kept."""
        kept = rows < len(self._letters)
        if kept.all():
            return self._letters.normals(rows)
        short = iter(self._letters.normals(rows[kept]))
        made = iter(normals([self.text(row) for row in rows[~kept].tolist()]))
        return [next(short if is_kept else made) for is_kept in kept.tolist()]

    def ids(self, row: int) -> list[str]:
        """Return the ids of the segments in a row that are not taken out."""
        first, stop = int(self._firsts[row]), int(self._firsts[row + 1])
        return [bytes(self._ids[at]).decode("ascii") for at in range(first, stop) if not self._gone[at]]

    def segments(self) -> Iterator[tuple[str, str]]:
        """Yield `(id, text)` of each segment that is not taken out."""
        for row in np.flatnonzero(self._left):
            text = self.text(int(row))
            yield from zip(self.ids(int(row)), repeat(text))

    def text_of(self, segment_id: str) -> str | None:
        """Return a segment's text, or None where it is not here or taken out."""
        at = self._find(segment_id)
        return None if at is None else self.text(int(self._rows[at]))

    def take_out(self, segment_id: str) -> bool:
        """Take a segment out; tell whether it was there."""
        at = self._find(segment_id)
        if at is None:
            return False
        self._gone[at] = True
        self._left[self._rows[at]] -= 1
        self.size -= 1
        return True

    def _find(self, segment_id: str) -> int | None:
        key = segment_id.encode("ascii", "replace")
        at = int(np.searchsorted(self._ids, np.bytes_(key), sorter=self._by_id))
        if at == len(self._ids):
            return None
        place = int(self._by_id[at])
        return place if bytes(self._ids[place]) == key and not self._gone[place] else None

    def candidates(self, grams: Numbers, length: int, cutoff: float) -> Rows:
        """Return the rows, as many as `BEST` and `SHARE` say, that share most of a query's grams, the likeliest first.

        `length` is that of the query's normal. Rows that are too short or too long for `cutoff`
        (0 to 1) are left out, and all that remain are taken where they are few.
        """
        low, high = self._window(length, cutoff)
        most = max(BEST, len(self.lengths) // SHARE) if length <= LONGEST_QUERY else BEST
        if high - low <= most:
            rows = np.arange(low, high)
            return rows[self._left[rows] > 0]
        lists = [self._list(int(gram), low, high) for gram in self._telling(grams, length, cutoff)]
        if not lists:
            return np.zeros(0, dtype=np.int64)
        shared = np.bincount(np.concatenate(lists) - np.uint32(low), minlength=high - low)
        rows = np.flatnonzero(shared >= max(1, len(grams) // _FEW))
        rows = rows[self._left[rows + low] > 0]
        dice = shared[rows] / (self.counts[rows + low] + len(grams))
        if len(rows) > most:
            best = np.argpartition(dice, -most)[-most:]
            rows, dice = rows[best], dice[best]
        return rows[np.argsort(-dice, kind="stable")] + low

    def spelled_alike(self, query: str, least: float) -> Rows:
        """Return the rows whose letters allow for a similarity of `least` to the normal of a short query.

        None for a longer query: texts that are like one have grams in common.
        """
        if len(query) > LONGEST_QUERY:
            return np.zeros(0, dtype=np.int64)
        low, high = self._window(len(query), least)
        rows = self._letters.likely(query, low, high, least)
        return rows[self._left[rows] > 0]

    def _window(self, length: int, cutoff: float) -> tuple[int, int]:
        """Return the rows whose length allows for the cutoff: n letters more or less are n differences."""
        if length > LONGEST:
            least = most = length
        else:
            least, most = int(length * cutoff), min(LONGEST, int(length / cutoff) + 1 if cutoff else LONGEST)
        low, high = np.searchsorted(self.lengths, np.array([least, most + 1], dtype=np.uint32))
        return int(low), int(high)

    def _telling(self, grams: Numbers, length: int, cutoff: float) -> Numbers:
        """Return the grams to look at: of many only the rarest, which say more and cost less.

        A difference spoils three grams at most, so one of more than that many must be shared.
        """
        spoilt = 3 * int((1 - cutoff) * length / cutoff) + 12 if cutoff else len(grams)
        enough = min(spoilt + 1, max(_PLENTY, int(len(grams) * _RARER)))
        if enough >= len(grams):
            return grams
        sizes = self.starts[grams + 1] - self.starts[grams]
        rarest: Numbers = grams[np.argsort(sizes, kind="stable")[:enough]]
        return rarest

    def _list(self, gram: int, low: int, high: int) -> Numbers:
        rows = self.postings[self.starts[gram] : self.starts[gram + 1]]
        if low == 0 and high == len(self.lengths):
            return rows
        first, stop = np.searchsorted(rows, np.array([low, high], dtype=np.uint32))
        return rows[first:stop]

    def holding(self, grams: Numbers) -> Iterator[Rows]:
        """Yield the rows that have all of some grams, the shortest texts first, a few at a time."""
        lists = sorted((self._list(int(gram), 0, len(self.lengths)) for gram in grams), key=len)
        at, step = 0, 256
        while lists and at < len(lists[0]):
            rows = lists[0][at : at + step]
            for other in lists[1:]:
                places = np.minimum(np.searchsorted(other, rows), len(other) - 1)
                rows = rows[other[places] == rows]
            yield rows[self._left[rows] > 0].astype(np.int64)
            at, step = at + step, min(2 * step, 65_536)


def _lengths(texts: Sequence[str], short: dict[int, str]) -> Iterator[int]:
    """Yield the lengths of the normals of texts, and keep those that are short, by number."""
    number = 0
    for chunk in _chunks(texts):
        for normal in normals_of(shaped(chunk)):
            if len(normal) <= LONGEST_SHORT:
                short[number] = normal
            number += 1
            yield len(normal)


def _chunks(texts: Sequence[str]) -> Iterator[list[str]]:
    """Yield texts in their order, so many at once as make a chunk; a longer one alone."""
    chunk: list[str] = []
    size = 0
    for text in texts:
        if chunk and size + len(text) > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(text) + 3
    if chunk:
        yield chunk
