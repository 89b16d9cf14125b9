"""A text version cut into the pieces that are laid out one by one; no Qt.

All positions are code points of the whole text. A *segment* is a block, or a part of one that
is too long to be laid out at once (a text of one 5 MB line is one block and hundreds of
segments). Segments part a block only for layout: nothing outside this package sees them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from typing import NamedTuple

from workbench.domain.anchors import Utf16Map
from workbench.domain.structure import Block, BlockKind, StructuredText

SEGMENT_LIMIT = 8_000
"""Code points that are laid out at once: some 120 lines, a few milliseconds."""

_MAPS_KEPT = 256

# One character for one, so that positions stay: controls become their pictures (Unicode block
# 2400), a line feed inside a block breaks the line, a lone surrogate shows as unreadable.
_SHOWN: dict[int, int] = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x09},
    0x0A: 0x2028,
    0x7F: 0x2421,
    0x85: 0x2028,
    0x2029: 0x2028,
}
_UNSHOWABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f\x85\u2029\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Segment(NamedTuple):
    """A range of code points that is laid out at once; `opens` and `closes` its block."""

    start: int
    end: int
    kind: BlockKind
    level: int
    opens: bool
    closes: bool


class TextModel:
    """Finds blocks and segments by position in O(log n)."""

    def __init__(self, structured: StructuredText) -> None:
        self.text = structured.text
        self._blocks = _whole(structured)
        self._block_starts = [block.start for block in self._blocks]
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._owners: list[int] = []
        self._cut()
        self._maps: OrderedDict[int, Utf16Map] = OrderedDict()

    def _cut(self) -> None:
        blocks = self._blocks
        done = 0
        # Nearly all blocks are short and are taken by the slice: a call a block would be felt in a book.
        for number in [n for n, b in enumerate(blocks) if b.end - b.start > SEGMENT_LIMIT]:
            self._take(done, number)
            block = blocks[number]
            cuts = [block.start]
            while block.end - cuts[-1] > SEGMENT_LIMIT:
                cuts.append(_cut_at(self.text, cuts[-1]))
            self._starts += cuts
            self._ends += [*cuts[1:], block.end]
            self._owners += [number] * len(cuts)
            done = number + 1
        self._take(done, len(blocks))

    def _take(self, first: int, last: int) -> None:
        self._starts += self._block_starts[first:last]
        self._ends += [block.end for block in self._blocks[first:last]]
        self._owners += range(first, last)

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def length(self) -> int:
        """Code points in the whole text."""
        return len(self.text)

    def lengths(self) -> list[int]:
        """Return the code points of every segment, in order."""
        return [end - start for start, end in zip(self._starts, self._ends, strict=True)]

    def segment(self, index: int) -> Segment:
        """Return one segment by its number."""
        start, end = self._starts[index], self._ends[index]
        block = self._blocks[self._owners[index]]
        return Segment(start, end, block.kind, block.level, start == block.start, end == block.end)

    def index_at(self, position: int) -> int:
        """Return the number of the segment that holds a position; a cut belongs to what follows it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def block_index_at(self, position: int) -> int:
        """Return the number of the block that holds a position, its line end included."""
        return max(0, bisect_right(self._block_starts, position) - 1)

    def block(self, number: int) -> Block:
        """Return a block by its number, implied ones (text between blocks) counted."""
        return self._blocks[number]

    @property
    def block_count(self) -> int:
        """How many blocks there are, implied ones counted."""
        return len(self._blocks)

    def shown(self, index: int) -> str:
        """Return a segment's text as it is painted: the same number of code points, none of them control."""
        text = self.text[self._starts[index] : self._ends[index]]
        if _UNSHOWABLE.search(text) is None:
            return text
        return _SURROGATE.sub("\ufffd", text.translate(_SHOWN))

    def units(self, index: int) -> Utf16Map:
        """Return the map between code points and UTF-16 units counted from the segment's start."""
        found = self._maps.get(index)
        if found is None:
            found = self._maps[index] = Utf16Map(self.shown(index))
            if len(self._maps) > _MAPS_KEPT:
                self._maps.popitem(last=False)
        else:
            self._maps.move_to_end(index)
        return found


def _cut_at(text: str, start: int) -> int:
    """Find where a long block is cut: after the last white space within the limit, else hard.

    A hard cut steps back over what joins to the character before (a combining mark, a joiner).
    """
    limit = start + SEGMENT_LIMIT
    for at in range(limit, start + SEGMENT_LIMIT // 2, -1):
        if text[at - 1].isspace():
            return at
    at = limit
    while at > start + 1 and (_joins(text[at]) or text[at - 1] == "\u200d"):
        at -= 1
    return at if at > start + 1 else limit


def _joins(character: str) -> bool:
    import unicodedata

    return character == "\u200d" or unicodedata.category(character)[0] == "M"


def _whole(structured: StructuredText) -> list[Block]:
    """Return blocks that cover the text: what lies between the given ones becomes paragraphs."""
    text, given = structured.text, structured.blocks
    result: list[Block] = []
    at = 0
    for block in given:
        # One line feed between two blocks is the rule; anything else holds text of its own.
        if not (block.start == at or (block.start == at + 1 and text[at] == "\n" and result)):
            _fill(text, at, block.start, result, before=True)
        result.append(block)
        at = block.end
    if at < len(text) or not result:
        _fill(text, at, len(text), result, before=False)
    return result


def _fill(text: str, start: int, end: int, result: list[Block], *, before: bool) -> None:
    """Add a paragraph for every line between two blocks; the line feed next to a block is its own."""
    if result and start < end and text[start] == "\n":
        start += 1
    if before and start < end and text[end - 1] == "\n":
        end -= 1
    elif before and start == end:
        return
    at = start
    while True:
        stop = text.find("\n", at, end)
        if stop == -1:
            result.append(Block(at, end))
            return
        result.append(Block(at, stop))
        at = stop + 1
