"""The segments of one language, to be asked for texts that are like one, and for the places of words.

It lives in memory alone, is made once after the archive is opened and follows what is written
since. `languages/remembered.py` empties it at the lock.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator

import numpy as np

from workbench.languages.memory.block import Block, Progress, Rows
from workbench.languages.memory.grams import grams_of
from workbench.languages.memory.likeness import CUTOFF, Hit, best_of, closest, hit, measured, normals
from workbench.languages.remembered import also_forget

FRESH = 200
"""Segments that are compared one by one until they are packed."""

_MANY = 8
"""Small blocks beside the big one from which on `crowded` says that packing all anew is worth it."""


class Index:
    """Segments by id. One thread may `load` or `settle` while others ask, put and remove."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._blocks: tuple[Block, ...] = ()
        self._fresh: dict[str, str] = {}
        self._touched: set[str] | None = None
        self._ready = False
        also_forget(self.forget)

    @property
    def ready(self) -> bool:
        """Whether the segments are loaded; until then only what was put since is found."""
        return self._ready

    @property
    def crowded(self) -> bool:
        """Whether so much was put that `settle` would make looking up faster."""
        return len(self._blocks) > _MANY

    def __len__(self) -> int:
        with self._lock:
            return len(self._fresh) + sum(block.size for block in self._blocks)

    def nbytes(self) -> int:
        """Return how many bytes the packed segments take up."""
        return sum(block.nbytes() for block in self._blocks)

    def load(self, segments: Iterable[tuple[str, str]], progress: Progress | None = None) -> None:
        """Take every segment's `(id, text)` in place of those that were loaded before; takes seconds.

        Each id once. What is put or removed meanwhile counts more than what is loaded. Where
        `progress` raises, or the index is emptied meanwhile, nothing of it is kept.
        """
        with self._lock:
            old, touched = self._blocks, set(self._fresh)
            self._touched = touched
        try:
            block = Block(segments, progress)
            with self._lock:
                if self._touched is not touched:
                    return
                for segment_id in touched:
                    block.take_out(segment_id)
                self._blocks = (block, *(each for each in self._blocks if each not in old))
                self._ready = True
        finally:
            with self._lock:
                if self._touched is touched:
                    self._touched = None

    def settle(self, progress: Progress | None = None) -> None:
        """Pack what was put since with the rest; takes as long as loading it."""
        blocks = self._blocks
        self.load((segment for block in blocks for segment in block.segments()), progress)

    def put(self, segment_id: str, text: str) -> None:
        """Take a segment, or its new text; the id is ASCII."""
        with self._lock:
            self._take_out(segment_id)
            self._fresh[segment_id] = text
            if len(self._fresh) > FRESH:
                self._blocks = (*self._blocks, Block(self._fresh.items()))
                self._fresh = {}

    def remove(self, segment_id: str) -> bool:
        """Take a segment out; tell whether it was there."""
        with self._lock:
            return self._take_out(segment_id)

    def _take_out(self, segment_id: str) -> bool:
        if self._touched is not None:
            self._touched.add(segment_id)
        if self._fresh.pop(segment_id, None) is not None:
            return True
        return any(block.take_out(segment_id) for block in self._blocks)

    def text(self, segment_id: str) -> str | None:
        """Return a segment's text, or None where there is no such segment."""
        with self._lock:
            if segment_id in self._fresh:
                return self._fresh[segment_id]
            return next((t for block in self._blocks if (t := block.text_of(segment_id)) is not None), None)

    def forget(self) -> None:
        """Let go of every segment; what is being loaded is not taken."""
        with self._lock:
            self._blocks, self._fresh, self._touched, self._ready = (), {}, None, False

    def parts(self) -> tuple[tuple[Block, ...], dict[str, str]]:
        """Return the blocks and the segments that are in none, by id, as they are now."""
        with self._lock:
            return self._blocks, dict(self._fresh)

    def find(self, text: str, *, limit: int | None = 5, cutoff: int = CUTOFF) -> list[Hit]:
        """Return the texts that are like one by `cutoff` per cent or more, in the order of `likeness.rank`.

        `limit` counts texts. Of each block no more candidates are measured than `block.BEST` says, and
        `letters.BEST` for a short text.
        """
        blocks, fresh = self.parts()
        query, least, grams = normals([text])[0], cutoff / 100, grams_of(text)
        found: dict[str, float] = dict(closest(text, list(dict.fromkeys(fresh.values())), None, cutoff))
        where: dict[str, list[tuple[Block, int]]] = {}
        for block in blocks:
            rows = block.candidates(grams, len(query), least)
            near = _near(query, block, rows, limit, least)
            if limit is not None and len(near) >= limit:
                least = max(least, sorted(near.values())[-limit] - 1e-9)
            more = np.setdiff1d(block.spelled_alike(query, least), rows)
            near |= _near(query, block, more, limit, least)
            for row, similarity in near.items():
                found[block.text(row)] = similarity
                where.setdefault(block.text(row), []).append((block, row))
        return [
            hit(text, each, similarity, _ids(each, where, fresh))
            for each, similarity in best_of(text, found.items(), limit)
        ]


def _near(query: str, block: Block, rows: Rows, limit: int | None, least: float) -> dict[int, float]:
    """Return the similarity to a normal of those rows of a block that have at least so much."""
    found = measured(query, block.normals(rows), limit, least)
    return {int(rows[at]): float(found[at]) for at in np.flatnonzero(found >= least)}


def _ids(text: str, where: dict[str, list[tuple[Block, int]]], fresh: dict[str, str]) -> Iterator[str]:
    for block, row in where.get(text, ()):
        yield from block.ids(row)
    yield from (segment_id for segment_id, each in fresh.items() if each == text)
