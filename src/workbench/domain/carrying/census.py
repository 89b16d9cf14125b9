"""Whether what stands around a passage proves that the place is the same.

Only surroundings that occur once in both texts, without the passage, say where it stands: in a list
of sentences that differ by a name, the name proves nothing. And each edge needs its own proof: where
something was taken out between two places that read alike, either of them may be what is left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.domain.anchors import Span
from workbench.domain.carrying.surroundings import Fit

_KEY = 16
_MOST_POSTINGS = 64
_WORD = re.compile(r"\w+")


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


class Sides:
    """The surroundings of a passage at the place that fits best, to be proved by counting."""

    def __init__(self, old: str, span: Span, best: Fit) -> None:
        self._sides: list[str] = []
        if not best.whole_before:
            self._sides.append(old[span.start - best.before : span.start])
        if not best.whole_after:
            self._sides.append(old[span.end : span.end + best.after])

    def pieces(self) -> list[str]:
        """Return what must be counted."""
        return self._sides

    def hold(self, census: Census) -> bool:
        """Tell whether what is alike on each side occurs once in the text that the census has read."""
        return all(census.once(side) for side in self._sides)
