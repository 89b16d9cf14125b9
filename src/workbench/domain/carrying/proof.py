"""Whether an unchanged line proves the place of what stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.carrying.copies import FEWEST_POINTS, Doubts, tells
from workbench.domain.carrying.lines import Alignment, Run

_FARTHEST = 32  # lines of a run looked at on each side


class LineProof:
    """Judges lines that stand in both texts, inside their run.

    A line that is long and occurs once in both texts is its own proof, unless there is a stranger
    like it. A stranger can stand for one line only: where the neighbours of a line have fewer
    strangers between them than they are (by two, to be safe), one of them must be the true one, and the
    line with it.
    Short and repeated lines need such a neighbour on both sides.
    """

    def __init__(self, alignment: Alignment, doubts: Doubts) -> None:
        self._lines = alignment.old
        self._anchors = alignment.anchors
        self._doubts = doubts

    def holds(self, run: Run, first: int, last: int) -> bool:
        """Tell whether the lines `first` to `last` (half-open, old numbers, inside the run) are where they were."""
        before, after = range(first, run.old - 1, -1), range(last - 1, run.old_end)
        return self._side(before, closed=run.from_start) and self._side(after, closed=run.to_end)

    def is_telling(self, line: int) -> bool:
        """Tell whether a line of the old text occurs once in both and is long enough to prove something."""
        return line in self._anchors and tells(self._lines[line])

    def _side(self, numbers: range, *, closed: bool) -> bool:
        telling = 0
        strangers: frozenset[int] = frozenset()
        for text in self._telling(numbers[:_FARTHEST]):
            like = self._doubts.of_line(text)
            if like is None:
                continue
            telling += 1
            strangers |= like
            if telling > (len(strangers) + 1 if strangers else 0):
                return True
        return closed and len(numbers) <= _FARTHEST

    def _telling(self, numbers: range) -> Iterator[str]:
        """Go through the lines that tell; short ones that occur once tell together."""
        together = ""
        for line in numbers:
            if line not in self._anchors:
                continue
            text = self._lines[line]
            if tells(text):
                yield text
                continue
            together = f"{together}\n{text}"
            if len(together) >= 2 * FEWEST_POINTS and tells(together):
                yield together
                together = ""
