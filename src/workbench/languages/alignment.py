"""Which paragraphs of two texts say the same: an article and its translation.

After W. A. Gale and K. W. Church, “A Program for Aligning Sentences in Bilingual Corpora”
(Computational Linguistics 19, 1993): a paragraph and its translation are about equally long in
characters, and dynamic programming finds the cheapest way through both texts. Lengths alone lose
their way where paragraphs were left out, so what both languages write alike counts as well:
numbers, names (by `fold`, in any script), headings and quotation marks.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

from workbench.domain.structure import Block, BlockKind
from workbench.languages.fold import tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Row = NDArray[Any]

MOST = 24_000
"""Paragraphs of both texts together that are aligned; beyond, places are found by proportion."""

_RATIO_MOST = 3.0
_VARIANCE = 6.8
"""Variance of a translation's length a character of the original (Gale and Church, section 3.2)."""

_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
_PRIOR = {(1, 1): 0.80, (1, 0): 0.04, (0, 1): 0.04, (2, 1): 0.06, (1, 2): 0.06}
"""How often each step is right: editors cut and join more than Gale and Church's parliament (table 5)."""

_FINE, _FAR = 50, 37
"""Steps a deviation of the table of costs, and the deviations where floating point ends."""

_LEAVING_OUT = 2.0
"""The most that the length of a paragraph without a counterpart costs: long ones are left out as well."""

_FULL = 300
_SHARE = 0.15
_WIDEST = 400
"""Paragraphs on either side of the diagonal that are looked at: all of a short text, a share of a long one."""

_TOKENS = 60
_HEAD = 4_000
"""Code points of a paragraph that are searched for what both languages write alike, and what is kept of it."""

_COMMON = 12
"""Paragraphs that a number or name may stand in and still tell one from another."""

_LITTLE = 200
"""Paragraphs of both texts below which how rare a sign is cannot be told from how often it stands there."""

_BONUS_MOST = 14.0
_WEIGHT = 1.1
_MISSED = 0.3
_NUMBER_ALONE = 4.0
_HEADING = 2.5
_QUOTED = 2.0
"""What counts beside lengths, in nats: the most that all signs bring, a rare sign's share, the share that one
costs which stands on one side only, headings that are (not) headings here as there, quotation marks on one
side only. Found by trial on every second article of NTREX-128 (docs/measurements.md has the others)."""

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3}(?!\d))*")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SEPARATORS = re.compile(r"[.,\s]")
_MARKS = re.compile('[«»„“”"]')


class Bead(NamedTuple):
    """Paragraphs that belong together: half-open ranges of their numbers, one of which may be empty."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What is known of a paragraph before any comparison."""

    length: int
    heading: bool
    quoted: bool
    signs: frozenset[str]


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH, known: dict[str, str] | None = None) -> Paragraph:
    """Look at one paragraph: its length without white space around it, and what any language writes alike.

    `known` has the signs of words that were met before, and takes those of others.
    """
    known = {} if known is None else known
    head = text[:_HEAD]
    signs = [_SEPARATORS.sub("", number) for number in _NUMBER.findall(head)]
    signs += [key for word in _WORD.findall(head) if _tells(word) and (key := _sign(word, known))]
    marks = _MARKS.search(head) is not None
    return Paragraph(len(text.strip()), kind is BlockKind.HEADING, marks, frozenset(signs[:_TOKENS]))


def _tells(word: str) -> bool:
    """Tell whether a word may be written alike in another language: a name, or a long and perhaps shared word."""
    return len(word) > 5 or (len(word) > 2 and word[0].isupper())


def _sign(word: str, known: dict[str, str]) -> str:
    """Return the beginning of a word's key, which inflection leaves alone; empty where too little is left."""
    sign = known.get(word)
    if sign is None:
        key = "".join(tokens(word))
        known[word] = sign = key[:6] if len(key) >= 3 else ""
    return sign


def align(
    left: Sequence[Paragraph], right: Sequence[Paragraph], check: Callable[[], None] = lambda: None
) -> list[Bead]:
    """Return the beads in order, which together cover every paragraph once.

    Time and memory grow with the paragraphs times the band's width; `check` may raise to stop.
    """
    return _Search(left, right, _ratio(left, right), check).beads()


def _ratio(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> float:
    """Return how many characters of the right text stand for one of the left, within what languages do."""
    mine, other = sum(item.length for item in left), sum(item.length for item in right)
    return min(max(other / mine if mine else 1.0, 1 / _RATIO_MOST), _RATIO_MOST)


class _Search:
    """The cheapest way through both texts, row by row; a row is the left paragraphs done so far."""

    def __init__(
        self, left: Sequence[Paragraph], right: Sequence[Paragraph], ratio: float, check: Callable[[], None]
    ) -> None:
        import numpy as np

        self._np, self._check = np, check
        self._left, self._right = left, right
        self._improbable = np.array([_improbable(step / _FINE) for step in range(_FAR * _FINE + 1)])
        self._lengths = [item.length for item in left]
        self._others = np.array([item.length for item in right], dtype=float)
        self._ratio = ratio
        self._headings = np.array([item.heading for item in right], dtype=bool)
        self._quoted = np.array([item.quoted for item in right], dtype=bool)
        self._weights, self._places = self._shared()
        self._told_left = [self._told(item) for item in left]
        told = [self._told(item) for item in right]
        self._told_sums = np.concatenate(([0.0], np.cumsum(told)))
        self._width, self._lows = self._band()
        # What the right paragraphs cost where they are left out, summed up from the start.
        self._left_out = np.concatenate(([0.0], np.cumsum(self._alone(self._others) + _cost((0, 1)))))

    def _told(self, item: Paragraph) -> float:
        """Return how much its counterpart should tell too: every number, and words that stand on both sides."""
        return sum(self._weights.get(sign, _NUMBER_ALONE if sign.isdigit() else 0.0) for sign in item.signs)

    def _shared(self) -> tuple[dict[str, float], dict[str, Row]]:
        """Weigh the signs that stand on both sides, and say where on the right: the rarer the better."""
        counts: defaultdict[str, int] = defaultdict(int)
        for item in self._left:
            for sign in item.signs:
                counts[sign] += 1
        places: defaultdict[str, list[int]] = defaultdict(list)
        for at, item in enumerate(self._right):
            for sign in item.signs & counts.keys():
                places[sign].append(at)
        total = max(_LITTLE, len(self._left) + len(self._right))
        most = _COMMON + total // 50
        found = {sign: at for sign, at in places.items() if counts[sign] <= most and len(at) <= most}
        weights = {sign: _WEIGHT * math.log(total / (counts[sign] + len(at))) for sign, at in found.items()}
        return weights, {sign: self._np.array(at) for sign, at in found.items()}

    def _band(self) -> tuple[int, list[int]]:
        """Return how many places of a row are looked at, and where each row's begin: around equal shares of text."""
        n, m = len(self._left), len(self._right)
        half = max(n, m) if max(n, m) <= _FULL else min(_WIDEST, max(_FULL, round(_SHARE * max(n, m))))
        width = min(m + 1, 2 * half + 1)
        done = [0, *accumulate(self._lengths)]
        sums = [0.0, *accumulate(self._others.tolist())]
        # By shares of the whole, and not by the ratio of the languages: both texts end in the corner.
        share = sums[-1] / max(1, done[-1])
        centres = [bisect_right(sums, share * at) - 1 for at in done]
        return width, [min(max(0, centre - half), m + 1 - width) for centre in centres[:n]] + [m + 1 - width]

    def beads(self) -> list[Bead]:
        """Search, and walk back from the end."""
        np = self._np
        n, m = len(self._left), len(self._right)
        rows: list[Row] = [np.full(m + 3, np.inf) for _row in range(3)]
        bonus: list[Row] = [np.zeros(m) for _row in range(2)]
        back = np.zeros((n + 1, self._width), dtype=np.int8)
        for i in range(n + 1):
            if i % 64 == 0:
                self._check()
            row = rows[i % 3]
            row[:] = np.inf
            if i:
                bonus[i % 2] = self._bonus(i - 1)
            self._fill(i, rows, bonus, back[i])
        return self._walk(back, n, m)

    def _fill(self, i: int, rows: list[Row], bonus: list[Row], back: Row) -> None:
        """Work out one row; two cells of padding stand before each row, so that every step may look back."""
        np = self._np
        low, high = self._lows[i], self._lows[i] + self._width
        best = np.full(self._width, np.inf)
        if i == 0:
            best[0 if low == 0 else slice(0, 0)] = 0.0
        for number, (a, b) in enumerate(_MOVES):
            if a == 0 or a > i:
                continue
            cost = rows[(i - a) % 3][low + 2 - b : high + 2 - b] + self._step(i, a, b, low, high, bonus)
            better = cost < best
            best[better] = cost[better]
            back[better] = number
        # A paragraph left out on the right follows from the same row: sums make it one running minimum.
        out = self._left_out[low:high]
        whole = np.minimum.accumulate(best - out) + out
        back[whole < best - 1e-9] = _MOVES.index((0, 1))
        rows[i % 3][low + 2 : high + 2] = np.minimum(whole, best)

    def _step(self, i: int, a: int, b: int, low: int, high: int, bonus: list[Row]) -> Row:
        """Return what a step costs that ends at each place of a row: length, habit, and what both write alike."""
        np = self._np
        here = float(sum(self._lengths[i - a : i]))
        if b == 0:
            alone: Row = np.full(high - low, float(self._alone(np.array([here * self._ratio]))[0]) + _cost((a, b)))
            return alone
        first, last = low - b, high - b
        there, alike = np.zeros(high - low), np.zeros(high - low)
        for shift in range(b):
            begin, end = max(0, first + shift), last + shift
            at = slice(begin - first - shift, high - low)
            there[at] += self._others[begin:end]
            for back in range(a):
                alike[at] += bonus[(i - back) % 2][begin:end]
        told = sum(self._told_left[i - a : i]) + self._told_right(low, high, b)
        alike = (1 + 2 * _MISSED) * alike - _MISSED * told
        cost: Row = self._length_cost(here, there) + _cost((a, b)) - np.minimum(alike, _BONUS_MOST)
        return cost

    def _told_right(self, low: int, high: int, b: int) -> Row:
        """Return, for each place of a row, how much the right paragraphs of a step have to tell."""
        result: Row = self._np.zeros(high - low)
        first = max(0, low - b)
        sums = self._told_sums
        result[first + b - low :] = sums[first + b : high] - sums[first : high - b]
        return result

    def _length_cost(self, here: float, there: Row) -> Row:
        np = self._np
        mean = np.maximum(1.0, (here * self._ratio + there) / 2)
        far = np.abs(there - here * self._ratio) / np.sqrt(mean * (_VARIANCE * max(1.0, self._ratio)))
        # Looked up: to interpolate would take most of the search's time.
        found: Row = self._improbable[np.minimum(far * _FINE, _FAR * _FINE).astype(np.intp)]
        return found

    def _alone(self, lengths: Row) -> Row:
        cost: Row = self._np.minimum(self._length_cost(0.0, lengths), _LEAVING_OUT)
        return cost

    def _bonus(self, at: int) -> Row:
        """Return, for every right paragraph, how much it has in common with one on the left."""
        np = self._np
        item = self._left[at]
        result: Row = np.where(self._headings == item.heading, _HEADING * item.heading, -_HEADING)
        result += np.where(self._quoted == item.quoted, 0.0, -_QUOTED)
        for sign in item.signs & self._places.keys():
            result[self._places[sign]] += self._weights[sign]
        return result

    def _walk(self, back: Row, n: int, m: int) -> list[Bead]:
        beads: list[Bead] = []
        i, j = n, m
        while i or j:
            a, b = _MOVES[back[i, j - self._lows[i]]] if i else (0, 1)
            beads.append(Bead((i - a, i), (j - b, j)))
            i, j = i - a, j - b
        return beads[::-1]


@cache
def _cost(move: tuple[int, int]) -> float:
    return -math.log(_PRIOR[move])


def _improbable(delta: float) -> float:
    """Return −ln 2(1 − Φ(δ)): what a difference in length of δ deviations costs (Gale and Church, section 3.3)."""
    return -math.log(max(math.erfc(delta / math.sqrt(2)), 1e-320))


@dataclass(frozen=True, slots=True)
class Path:
    """The way through two texts in code points: where in one text a place of the other is.

    `lefts` and `rights` are places that belong together, in order; between them the way is
    straight. `spans` are the beads as ranges `(start, end, start, end)`, empty where nothing
    belongs; none at all where the texts were too long to be aligned.
    """

    lefts: tuple[int, ...]
    rights: tuple[int, ...]
    spans: tuple[tuple[int, int, int, int], ...] = ()

    def across(self, position: float, *, back: bool = False) -> float:
        """Return the place in the right text (with `back`, in the left one) that belongs to a place in the other."""
        here, there = (self.rights, self.lefts) if back else (self.lefts, self.rights)
        at = min(max(0, bisect_right(here, position) - 1), len(here) - 2)
        length = here[at + 1] - here[at]
        share = (position - here[at]) / length if length > 0 else 0.0
        return there[at] + min(max(0.0, share), 1.0) * (there[at + 1] - there[at])

    def counterpart(self, position: int, *, back: bool = False) -> tuple[int, int] | None:
        """Return the range that says what the paragraph at a place says; None where the other text leaves it out."""
        here, there = (2, 0) if back else (0, 2)
        at = bisect_right(self.spans, position, key=lambda span: span[here]) - 1
        while at >= 0 and self.spans[at][here] == self.spans[at][here + 1]:
            at -= 1
        if at < 0:
            return None
        start, end = self.spans[at][there : there + 2]
        return (start, end) if start < end else None


def proportional(left: int, right: int) -> Path:
    """Return the way where nothing but the lengths of two texts is known, in code points."""
    return Path((0, left + 1), (0, right + 1))


def path_between(
    left: str,
    left_blocks: Sequence[Block],
    right: str,
    right_blocks: Sequence[Block],
    check: Callable[[], None] = lambda: None,
) -> Path:
    """Align the paragraphs of two texts; those of nothing but white space go with the one before them.

    `check` is called now and then and may raise to stop.
    """
    lefts, rights = (
        [block for block in blocks if not _blank(text, block)]
        for text, blocks in ((left, left_blocks), (right, right_blocks))
    )
    if not lefts or not rights or len(lefts) + len(rights) > MOST:
        return proportional(len(left), len(right))
    known: dict[str, str] = {}  # one for both texts, gone with the call: a module's cache would outlive the archive
    beads = align(_looked_at(left, lefts, known, check), _looked_at(right, rights, known, check), check)
    spans = tuple((*_range(lefts, bead.left, len(left)), *_range(rights, bead.right, len(right))) for bead in beads)
    return Path(
        (0, *(span[0] for span in spans[1:]), len(left) + 1),
        (0, *(span[2] for span in spans[1:]), len(right) + 1),
        spans,
    )


def _blank(text: str, block: Block) -> bool:
    # Most paragraphs begin with a letter, and only the others are looked through.
    return block.start >= block.end or (text[block.start].isspace() and text[block.start : block.end].isspace())


def _looked_at(text: str, blocks: Sequence[Block], known: dict[str, str], check: Callable[[], None]) -> list[Paragraph]:
    found = []
    for number, block in enumerate(blocks):
        if number % 64 == 0:
            check()
        found.append(paragraph(text[block.start : block.end], block.kind, known))
    return found


def _range(blocks: Sequence[Block], numbers: tuple[int, int], length: int) -> tuple[int, int]:
    first, last = numbers
    start = blocks[first].start if first < len(blocks) else length
    return (start, blocks[last - 1].end) if first < last else (start, start)
