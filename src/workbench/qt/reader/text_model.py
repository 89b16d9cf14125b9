"""A text version cut into the pieces that are laid out one by one; no Qt.

All positions are code points of the whole text. A *segment* is a block, or a part of one that
is too long to be laid out at once (a text of one 5 MB line is one block and hundreds of
segments). Segments part a block only for layout: nothing outside this package sees them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import OrderedDict
from itertools import accumulate
from operator import attrgetter, sub
from typing import NamedTuple

from workbench.domain.anchors import Utf16Map
from workbench.domain.structure import Block, BlockKind, StructuredText

SEGMENT_LIMIT = 8_000
"""Code points that are laid out at once: some 120 lines, a few milliseconds."""

_MAPS_KEPT = 256

_LONGEST_CHARACTER = 256
"""Code points of what is seen as one character, at most, where a line is cut."""

_STRETCH = 1 << 20
"""Code points that are parted into lines at once, so that no second copy of a whole book is made."""

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
# No sequence of Unicode's joins so many; one that does is a line of its own that never ends.
_CHAIN = re.compile("(?:[^\\s\u200d]{1,3}\u200d){16,}")
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
    """Finds blocks and segments by position in O(log n).

    Made by whole-list operations, which a book of 100,000 lines notices; a `Block` that the
    text version does not have is made when it is asked for.
    """

    def __init__(self, structured: StructuredText) -> None:
        self.text = structured.text
        self._given = structured.blocks
        self._given_starts = list(map(attrgetter("start"), structured.blocks))
        self._block_starts, self._block_ends = _ranges(structured, self._given_starts)
        self._starts, self._ends = self._block_starts, self._block_ends
        self._lengths = list(map(sub, self._ends, self._starts))
        if max(self._lengths) > SEGMENT_LIMIT:
            self._cut()
        self._maps: OrderedDict[int, Utf16Map] = OrderedDict()

    def _cut(self) -> None:
        """Part the blocks that are too long; nearly all are short and are taken by the slice."""
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for number in [n for n, length in enumerate(self._lengths) if length > SEGMENT_LIMIT]:
            first, last = self._block_starts[number], self._block_ends[number]
            cuts = [first]
            while last - cuts[-1] > SEGMENT_LIMIT:
                cuts += _cuts_after(self.text, cuts[-1])
            starts += [*self._block_starts[done:number], *cuts]
            ends += [*self._block_ends[done:number], *cuts[1:], last]
            done = number + 1
        self._starts, self._ends = starts + self._block_starts[done:], ends + self._block_ends[done:]
        self._lengths = list(map(sub, self._ends, self._starts))

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def length(self) -> int:
        """Code points in the whole text."""
        return len(self.text)

    def lengths(self) -> list[int]:
        """Return the code points of every segment, in order; the list is the model's own."""
        return self._lengths

    def segment(self, index: int) -> Segment:
        """Return one segment by its number."""
        start, end = self._starts[index], self._ends[index]
        block = self.block(self.block_index_at(start))
        return Segment(start, end, block.kind, block.level, start == block.start, end == block.end)

    def index_at(self, position: int) -> int:
        """Return the number of the segment that holds a position; a cut belongs to what follows it."""
        return max(0, bisect_right(self._starts, position) - 1)

    def block_index_at(self, position: int) -> int:
        """Return the number of the block that holds a position, its line end included."""
        return max(0, bisect_right(self._block_starts, position) - 1)

    def block(self, number: int) -> Block:
        """Return a block by its number, implied ones (text between blocks) counted."""
        start, end = self._block_starts[number], self._block_ends[number]
        near = bisect_right(self._given_starts, start) - 1
        if near >= 0 and (self._given[near].start, self._given[near].end) == (start, end):
            return self._given[near]
        return Block(start, end)

    @property
    def block_count(self) -> int:
        """How many blocks there are, implied ones counted."""
        return len(self._block_starts)

    def shown(self, index: int) -> str:
        """Return a segment's text as it is painted: the same number of code points, none of them control."""
        text = self.text[self._starts[index] : self._ends[index]]
        if "\u200d" in text:
            text = _CHAIN.sub(_parted, text)
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


def _cuts_after(text: str, start: int) -> list[int]:
    """Find where a long block is cut: after the last white space within the limit, else hard.

    A hard cut steps back over what joins to the character before (a combining mark, a joiner),
    unless that has no end.
    """
    limit = start + SEGMENT_LIMIT
    part = text[start + SEGMENT_LIMIT // 2 : limit]
    words = part.split()
    last = len(words[-1]) if words and not part[-1].isspace() else 0
    if last < len(part):
        return [limit - last]
    for at in range(limit, limit - _LONGEST_CHARACTER, -1):
        if not _joins(text[at]) and text[at - 1] != "\u200d":
            return [at]
    # Thousands of signs on one letter are one line, however many: they are parted while they are few.
    return list(range(start + _LONGEST_CHARACTER, limit + 1, _LONGEST_CHARACTER))


def _parted(chain: re.Match[str]) -> str:
    """Show what is joined without end piece by piece, so that its lines can be broken."""
    return chain.group().replace("\u200d", "\u200b")


def _joins(character: str) -> bool:
    import unicodedata

    return character == "\u200d" or unicodedata.category(character)[0] == "M"


def _ranges(structured: StructuredText, given: list[int]) -> tuple[list[int], list[int]]:
    """Return where blocks that cover the text start and end: what lies between the given ones becomes paragraphs."""
    text = structured.text
    if not given:
        return _lines(text, 0, len(text))
    given_ends = list(map(attrgetter("end"), structured.blocks))
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for number in _gaps(text, given, given_ends):
        starts += given[done:number]
        ends += given_ends[done:number]
        _fill(text, given_ends[number - 1] if number else 0, given[number], starts, ends)
        done = number
    starts += given[done:]
    ends += given_ends[done:]
    if ends[-1] < len(text):
        last = ends[-1]
        more = _lines(text, last + (text[last] == "\n"), len(text))
        starts += more[0]
        ends += more[1]
    return starts, ends


def _gaps(text: str, starts: list[int], ends: list[int]) -> list[int]:
    """Return the numbers of blocks before which more lies than the one line feed that is the rule, or nothing."""
    if starts[0] == 0 and starts[1:] == [end + 1 for end in ends[:-1]]:
        between = map(text.__getitem__, ends[:-1])
        if set(between) <= {"\n"}:
            return []
    ends = [0, *ends[:-1]]
    return [
        number
        for number, (end, start) in enumerate(zip(ends, starts, strict=True))
        if start != end and not (number and start == end + 1 and text[end] == "\n")
    ]


def _fill(text: str, start: int, end: int, starts: list[int], ends: list[int]) -> None:
    """Add a paragraph for every line between two blocks; the line feed next to a block is its own."""
    if starts and text[start] == "\n":
        start += 1
    if start < end and text[end - 1] == "\n":
        end -= 1
    elif start == end:
        return
    more = _lines(text, start, end)
    starts += more[0]
    ends += more[1]


def _lines(text: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return where the lines of a range start and end, line feeds left out; an empty range is one line."""
    feeds: list[int] = []
    for at in range(start, end, _STRETCH):
        parts = text[at : min(at + _STRETCH, end)].split("\n")
        parts.pop()
        ahead = list(accumulate([len(part) + 1 for part in parts], initial=at - 1))
        feeds += ahead[1:]
    return [start, *[feed + 1 for feed in feeds]], [*feeds, end]
