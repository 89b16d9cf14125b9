"""How high every segment is, estimated or known, with tops by sums of chunks; no Qt.

Pixels are whole device-independent ones, so that sums never drift.
"""

from __future__ import annotations

from itertools import accumulate

_CHUNK = 512


class HeightTable:
    """Heights of segments; changing one and finding one by its top cost O(√n)-ish, all of it in C."""

    def __init__(self, heights: list[int]) -> None:
        self._heights = heights
        self._sums = [sum(heights[at : at + _CHUNK]) for at in range(0, len(heights), _CHUNK)]
        self.total = sum(self._sums)

    def __len__(self) -> int:
        return len(self._heights)

    def height(self, index: int) -> int:
        """Return the height of a segment."""
        return self._heights[index]

    def change(self, index: int, height: int) -> None:
        """Correct the height of a segment."""
        more = height - self._heights[index]
        if more:
            self._heights[index] = height
            self._sums[index // _CHUNK] += more
            self.total += more

    def top(self, index: int) -> int:
        """Return how far below the text's top a segment begins."""
        chunk = index // _CHUNK
        return sum(self._sums[:chunk]) + sum(self._heights[chunk * _CHUNK : index])

    def at(self, y: int) -> tuple[int, int]:
        """Return the segment at a height and how far below its top that is; the ends are clamped."""
        if y <= 0 or not self._heights:
            return 0, max(0, y) if self._heights else 0
        chunk = 0
        for chunk, below in enumerate(accumulate(self._sums)):  # noqa: B007 - the chunk is wanted after the loop
            if below > y:
                break
        y -= sum(self._sums[:chunk])
        last = min(len(self._heights), (chunk + 1) * _CHUNK) - 1
        for index in range(chunk * _CHUNK, last):
            if y < self._heights[index]:
                return index, y
            y -= self._heights[index]
        return last, y
