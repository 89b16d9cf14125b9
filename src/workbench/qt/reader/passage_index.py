"""Passages of one text version, found by place in O(log n + k); no Qt.

Kept in order of (start, longest first, id) in chunks that know how far their passages reach.
A query bisects for the chunks that begin before its end and reads those that reach into it;
a change touches one chunk. Neither copies or sorts the whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import islice

from workbench.domain.passages import MarkedPassage

__all__ = ["CHUNK", "Key", "MarkedPassage", "PassageIndex", "order_key"]

CHUNK = 256
"""Passages in a chunk when the index is built; it is parted at twice as many."""

Key = tuple[int, int, str]


def order_key(passage: MarkedPassage) -> Key:
    """Return what passages are ordered by: start, then the longest first, then the id."""
    span = passage.span
    return span.start, -span.end, passage.id


class _Chunk:
    __slots__ = ("keys", "reach")

    def __init__(self, keys: list[Key]) -> None:
        self.keys = keys
        self.reach = -min(key[1] for key in keys)


class PassageIndex:
    """The passages of one text version. Ids are unique; adding a known id is an error."""

    def __init__(self, passages: Iterable[MarkedPassage] = ()) -> None:
        self._by_id = {passage.id: passage for passage in passages}
        # As `order_key`, without a call a passage; those that come sorted cost one comparison each.
        keys = [(span.start, -span.end, passage_id) for passage_id, span, *_rest in self._by_id.values()]
        keys.sort()
        self._chunks = [_Chunk(keys[at : at + CHUNK]) for at in range(0, len(keys), CHUNK)]
        self._firsts = [chunk.keys[0] for chunk in self._chunks]

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, passage_id: object) -> bool:
        return passage_id in self._by_id

    def __iter__(self) -> Iterator[MarkedPassage]:
        for chunk in self._chunks:
            for key in chunk.keys:
                yield self._by_id[key[2]]

    def get(self, passage_id: str) -> MarkedPassage | None:
        """Return a passage by id."""
        return self._by_id.get(passage_id)

    def add(self, passage: MarkedPassage) -> None:
        """Put a passage in its place.

        Raises:
            ValueError: the id is already there.
        """
        if passage.id in self._by_id:
            raise ValueError("a passage with this id is already in the index")
        self._by_id[passage.id] = passage
        key = order_key(passage)
        if not self._chunks:
            self._chunks.append(_Chunk([key]))
            self._firsts.append(key)
            return
        number = max(0, bisect_right(self._firsts, key) - 1)
        chunk = self._chunks[number]
        insort(chunk.keys, key)
        chunk.reach = max(chunk.reach, passage.span.end)
        self._firsts[number] = chunk.keys[0]
        if len(chunk.keys) > 2 * CHUNK:
            parts = [_Chunk(chunk.keys[:CHUNK]), _Chunk(chunk.keys[CHUNK:])]
            self._chunks[number : number + 1] = parts
            self._firsts[number : number + 1] = [part.keys[0] for part in parts]

    def remove(self, passage_id: str) -> MarkedPassage | None:
        """Take a passage out and return it; None where it is not there."""
        passage = self._by_id.pop(passage_id, None)
        if passage is None:
            return None
        key = order_key(passage)
        number = bisect_right(self._firsts, key) - 1
        keys = self._chunks[number].keys
        del keys[bisect_left(keys, key)]
        if keys:
            self._chunks[number] = _Chunk(keys)
            self._firsts[number] = keys[0]
        else:
            del self._chunks[number], self._firsts[number]
        return passage

    def overlapping(self, start: int, end: int) -> list[MarkedPassage]:
        """Return, in order, the passages that share a code point with the half-open range."""
        last = bisect_left(self._firsts, (end,))
        by_id, found = self._by_id, []
        for chunk in self._chunks[:last]:
            if chunk.reach <= start:
                continue
            stop = bisect_left(chunk.keys, (end,))
            found += [by_id[key[2]] for key in chunk.keys[:stop] if -key[1] > start]
        return found

    def at(self, position: int) -> list[MarkedPassage]:
        """Return, in order, the passages that cover the character after a position."""
        return self.overlapping(position, position + 1)

    def touching(self, position: int) -> list[MarkedPassage]:
        """Return, in order, the passages that cover the character before or after a position."""
        return self.overlapping(max(0, position - 1), position + 1)

    def after(self, key: Key | tuple[int]) -> MarkedPassage | None:
        """Return the first passage whose order key is greater than `key`; `(position,)` counts that start in."""
        return next(self.iter_after(key), None)

    def iter_after(self, key: Key | tuple[int] | None, limit: int | None = None) -> Iterator[MarkedPassage]:
        """Go through the passages after an order key (all with None), at most `limit` of them."""
        walk = iter(self) if key is None else self._walk_after(key)
        return islice(walk, limit)

    def _walk_after(self, key: Key | tuple[int]) -> Iterator[MarkedPassage]:
        number = max(0, bisect_right(self._firsts, key) - 1)
        while number < len(self._chunks):
            keys = self._chunks[number].keys
            for found in keys[bisect_right(keys, key) :]:
                yield self._by_id[found[2]]
            number += 1

    def before(self, key: Key | tuple[int]) -> MarkedPassage | None:
        """Return the last passage whose order key is less than `key`."""
        return next(self.iter_before(key), None)

    def iter_before(self, key: Key | tuple[int]) -> Iterator[MarkedPassage]:
        """Go back through the passages before an order key, the last of them first."""
        number = bisect_left(self._firsts, key) - 1
        while number >= 0:
            keys = self._chunks[number].keys
            for found in reversed(keys[: bisect_left(keys, key)]):
                yield self._by_id[found[2]]
            number -= 1
