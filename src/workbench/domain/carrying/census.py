"""Whether what stands around a passage proves that the place is the same.

Only surroundings that occur once in both texts, without the passage, say where it stands: in a list
of sentences that differ by a name, the name proves nothing. And each edge needs its own proof: where
something was taken out between two places that read alike, either of them may be what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.domain.anchors import CONTEXT, Span
from workbench.domain.carrying.copies import tells
from workbench.domain.carrying.surroundings import REACH, Fit

_KEY = 16
_MOST_POSTINGS = 64
_WORD = re.compile(r"\w+")
_EDGE = 12  # code points of the passage itself
_BEYOND = 6  # code points past the last one that is alike


class Census:
    """Counts how often pieces of text occur in a text, all of them in one pass over it.

    A piece is found by the sixteen code points at a word's start inside it. One that has no such
    start, or only starts that are very common, is not counted: `once` says no.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._postings: dict[str, list[int]] = {}
        for piece in pieces:
            for start in _key_starts(piece):
                self._postings.setdefault(piece[start : start + _KEY], [])
        self._text = ""

    def read(self, text: str) -> Iterator[int]:
        """Go through a text, in steps that say how far; what was counted before is forgotten."""
        for found in self._postings.values():
            found.clear()
        self._text = text
        known = self._postings
        for number, match in enumerate(_WORD.finditer(text) if known else ()):
            at = match.start()
            postings = known.get(text[at : at + _KEY])
            if postings is not None and len(postings) <= _MOST_POSTINGS:
                postings.append(at)
            if number % 65_536 == 0:
                yield at

    def places(self, piece: str) -> list[int] | None:
        """Return where a piece begins in the text that was read; None where it was not counted."""
        best: list[int] | None = None
        offset = 0
        for start in _key_starts(piece):
            postings = self._postings[piece[start : start + _KEY]]
            if len(postings) <= _MOST_POSTINGS and (best is None or len(postings) < len(best)):
                best, offset = postings, start
        if best is None:
            return None
        return [at - offset for at in best if at >= offset and self._text.startswith(piece, at - offset)]

    def once(self, piece: str) -> bool:
        """Tell whether the piece occurs once, and no more, in the text that was read."""
        found = self.places(piece)
        return found is not None and len(found) == 1


def _key_starts(piece: str) -> list[int]:
    """Return the first, a middle and the last start of a word with a letter's neighbour before it."""
    last = len(piece) - _KEY
    if last < 1:
        return []
    starts = [at for match in _WORD.finditer(piece) if 0 < (at := match.start()) <= last]
    return sorted({starts[0], starts[len(starts) // 2], starts[-1]}) if starts else []


@dataclass(frozen=True, slots=True)
class _Side:
    """What is alike on one side, and how it goes on in the old and in the new text."""

    alike: str
    with_edge: str
    in_old: str
    in_new: str
    ended: bool

    def is_placed(self, census: Census) -> bool:
        return len(self.alike) >= CONTEXT and census.once(self.alike)

    def holds(self, census: Census, *, of_old: bool) -> bool:
        if self.ended or self.is_placed(census):
            return True
        if len(self.alike) >= REACH:
            return False
        strange = self.in_new if of_old else self.in_old
        return census.places(strange) == [] and census.once(self.with_edge)


class Sides:
    """The surroundings of a passage at the place that fits best, to be proved by counting."""

    def __init__(self, old: str, span: Span, new: str, best: Fit) -> None:
        self._words = words = old[span.start : span.end]
        place = best.span
        low, high = span.start - best.before, span.end + best.after
        new_low, new_high = place.start - best.before, place.end + best.after
        before, after = old[low : span.start], old[span.end : high]
        self._before = _Side(
            before,
            before + words[:_EDGE],
            old[max(0, low - _BEYOND) : span.start],
            new[max(0, new_low - _BEYOND) : place.start],
            best.whole_before,
        )
        self._after = _Side(
            after,
            words[-_EDGE:] + after,
            old[span.end : high + _BEYOND],
            new[place.end : new_high + _BEYOND],
            best.whole_after,
        )

    def pieces(self) -> list[str]:
        """Return what must be counted."""
        sides = [(side.alike, side.with_edge, side.in_old, side.in_new) for side in (self._before, self._after)]
        return [self._words, *sides[0], *sides[1]]

    def hold(self, census: Census, *, of_old: bool) -> bool:
        """Tell whether the text that the census has read, the old or the new one, gives the proof."""
        words_alone = tells(self._words) and census.once(self._words)
        placed = words_alone or self._before.is_placed(census) or self._after.is_placed(census)
        return placed and self._before.holds(census, of_old=of_old) and self._after.holds(census, of_old=of_old)
