"""A text with places taken out of it: a text of its own, with its own positions.

Positions are Unicode code points throughout. Line ends between blocks stay where they are, so
that blocks go on being parted by them; blocks of which nothing is left but the same mark, one
after the other, become one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from workbench.domain.anchors import Span
from workbench.domain.sensitivity import WITHHELD
from workbench.domain.structure import Block, StructuredText


@dataclass(frozen=True, slots=True)
class Cut:
    """A half-open range that is taken out, and what stands there instead: never empty."""

    start: int
    end: int
    instead: str = WITHHELD


@dataclass(frozen=True, slots=True)
class _Piece:
    """A range of the old text and where it is in the new one; `kept` letter by letter, or as a whole."""

    start: int
    end: int
    at: int
    length: int
    kept: bool


class Redacted:
    """A redacted text and the way to it from the text it was made of."""

    def __init__(self, text: StructuredText, pieces: list[_Piece]) -> None:
        self.text = text
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]

    def span(self, span: Span) -> Span:
        """Return where a range of the old text stands; one that a cut meets takes in what stands there instead."""
        first = self._pieces[bisect_right(self._starts, span.start) - 1]
        last = self._pieces[bisect_right(self._starts, span.end - 1) - 1]
        start = first.at + (span.start - first.start if first.kept else 0)
        end = last.at + (span.end - last.start if last.kept else last.length)
        return Span(start, end)


def united(cuts: Iterable[Cut]) -> list[Cut]:
    """Return cuts in order and without overlap.

    Of two that share a place the longer says what stands there; where a part of the shorter one
    is left over, nothing is told apart in it and it goes with the other.
    """
    found: list[Cut] = []
    for cut in sorted(cuts, key=attrgetter("start", "end")):
        if found and cut.start < found[-1].end:
            last = found[-1]
            longer = max(last, cut, key=lambda each: (each.end - each.start, each.instead))
            found[-1] = Cut(last.start, max(last.end, cut.end), longer.instead)
        else:
            found.append(cut)
    return found


def cut_words(words: str, cuts: Iterable[Cut]) -> str:
    """Return one line or paragraph with places taken out."""
    parts, at = [], 0
    for cut in united(cuts):
        parts += [words[at : cut.start], cut.instead]
        at = cut.end
    return "".join((*parts, words[at:]))


def redact(source: StructuredText, cuts: Iterable[Cut]) -> Redacted:
    """Take ranges out of a text."""
    making = _Making(source.text, united(cuts))
    at = 0
    for block in source.blocks or (Block(0, len(source.text)),):
        making.between(at, block.start)
        making.block(block)
        at = block.end
    making.between(at, len(source.text))
    text = "".join(making.parts)
    blocks = tuple(making.blocks) if source.blocks else ()
    return Redacted(StructuredText(text, blocks), making.pieces)


class _Making:
    """The new text while it is put together, from the first block to the last."""

    def __init__(self, text: str, cuts: list[Cut]) -> None:
        self.parts: list[str] = []
        self.pieces: list[_Piece] = []
        self.blocks: list[Block] = []
        self._text, self._cuts, self._next, self._length = text, cuts, 0, 0
        self._gap: tuple[int, int] | None = None

    def between(self, start: int, end: int) -> None:
        """Hold what parts two blocks back until it is known whether the second becomes one with the first."""
        if start < end:
            self._gap = (start, end)
            if self._text[start:end].strip():
                self._settle()

    def block(self, block: Block) -> None:
        ranges = list(self._ranges(block.start, block.end))
        instead = [cut.instead for _start, _end, cut in ranges if cut is not None]
        alone = instead[0] if len(instead) == len(ranges) == 1 else ""
        if alone and self.blocks and self._gap is not None and self._is_last(alone):
            last = self.pieces[-1]
            self.pieces.append(_Piece(self._gap[0], block.end, last.at, last.length, kept=False))
            self._gap = None
            return
        self._settle()
        first = self._length
        for start, end, cut in ranges:
            self._put(start, end, cut)
        if self._length > first:
            self.blocks.append(Block(first, self._length, block.kind, block.level))

    def _is_last(self, words: str) -> bool:
        """Tell whether all of the block before is a mark, the same as this."""
        last = self.blocks[-1]
        piece = self.pieces[-1]
        return not piece.kept and (piece.at, piece.length) == (last.start, len(words)) and self.parts[-1] == words

    def _settle(self) -> None:
        if self._gap is not None:
            start, end = self._gap
            white = not self._text[start:end].strip()
            for first, stop, cut in [(start, end, None)] if white else list(self._ranges(start, end)):
                self._put(first, stop, cut)
            self._gap = None

    def _put(self, start: int, end: int, cut: Cut | None) -> None:
        words = self._text[start:end] if cut is None else cut.instead
        self.parts.append(words)
        self.pieces.append(_Piece(start, end, self._length, len(words), kept=cut is None))
        self._length += len(words)

    def _ranges(self, start: int, end: int) -> Iterator[tuple[int, int, Cut | None]]:
        """Part a range into what stays and what is cut."""
        at = start
        while self._next < len(self._cuts) and self._cuts[self._next].end <= start:
            self._next += 1
        for number in range(self._next, len(self._cuts)):
            cut = self._cuts[number]
            if cut.start >= end:
                break
            if cut.start > at:
                yield at, cut.start, None
            yield max(at, cut.start), min(cut.end, end), cut
            at = min(cut.end, end)
        if at < end:
            yield at, end, None
