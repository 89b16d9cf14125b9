"""Pairs of quotation marks in a text: every convention at once, since one text may mix several.

Marks that open and close alike (" “ ‘ ’ ') are told apart by what stands beside them. After
the Unicode Standard, section 6.2.6 (“Language-Based Usage of Quotation Marks”).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from workbench.domain.anchors import Span

CLOSERS: dict[str, str] = {
    "«": "»«",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "„": '“”"',
    "‟": "”",
    "“": '”"“',
    "”": "”",
    '"': '"”',
    "‚": "‘’",
    "‘": "’'",
    "'": "'’",
}
"""What may close each opening mark; the sloppy pairs („…", “…") are common in what people type."""

_SINGLE = "‘’'‚"
"""Marks that also stand for an apostrophe or a comma: taken only where both of a pair are there."""

_ALWAYS_OPEN, _ALWAYS_CLOSE = "«‹„‚", "»›”"
_BEFORE = "([{—–-/…«„“‘\"'‹‚¿¡"
_AFTER = ",.;:!?)]}»”›"
_BLANK = "\u200b\u2060\ufeff"
_BLANKS = 8
"""Characters without width that are looked past."""

_SCAN = re.compile("[«»‹›„“”‟\"‘’‚']")
_ELIDED = re.compile(r"[’'‘](?:\d0s|n[’']|em|til|tis|twas|cause|bout|round)(?!\w)", re.IGNORECASE)
_TAIL = re.compile(r"[.,!?…]*\s*(?:[—–-]|$)")

_DEEPEST = 8
"""Marks open within each other; more is no text that anybody reads."""

_OFTEN = 1_024
"""Marks of one paragraph after which it is told again how far the work is."""

_REACH = 6
"""Paragraphs after which an opening mark is no longer waited for to be closed."""


@dataclass(frozen=True, slots=True)
class Pair:
    """What stands between two marks. `outer` holds the marks; `inner` does not, and has no space at its edges.

    Where the closing mark is missing (`closed` false) both end with the paragraph, or with
    what is around them.
    """

    inner: Span
    outer: Span
    depth: int
    closed: bool


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    end: int = 0
    """Where it ends if nothing closes it: the last paragraph that is certainly its own."""
    child: tuple[int, int] | None = None
    """The last pair of the same marks within it."""
    waited: int = 0
    repeated: bool = False
    """A later paragraph began with the same mark: it goes on there."""


@dataclass(slots=True)
class _Found:
    start: int
    end: int
    words_end: int
    closed: bool


def lines_of(text: str) -> list[Span]:
    """Return the lines of a text that are not empty: its paragraphs where nobody knows better."""
    return [Span(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]


def find_pairs(
    text: str,
    paragraphs: Sequence[Span] | None = None,
    progress: Callable[[int, int], None] | None = None,
    left_open: Callable[[Span], bool] = lambda _said: False,
) -> list[Pair]:
    """Return every quotation between marks, in reading order, outer ones before those in them.

    `paragraphs` are in order and do not overlap; without them each line is one. `progress` is
    told code points done and of how many, once a paragraph at least, and may raise to stop. Time and
    memory grow with the length of the text and no faster. `left_open` tells of what stands after an
    opening mark to its paragraph's end whether its closing mark was forgotten: then a mark at the
    next paragraph's start does not take it up again.
    """
    pairing = _Pairing(
        text, (lambda _at: None) if progress is None else (lambda at: progress(at, len(text))), left_open
    )
    for paragraph in lines_of(text) if paragraphs is None else paragraphs:
        pairing.tell(paragraph.start)
        pairing.read(paragraph)
    return _nested(text, pairing.finish())


def _nested(text: str, found: list[_Found]) -> list[Pair]:
    found.sort(key=lambda each: (each.start, -each.end))
    pairs: list[Pair] = []
    around: list[int] = []
    for each in found:
        while around and around[-1] <= each.start:
            around.pop()
        start, end = each.start + 1, each.words_end
        while start < end and (text[start].isspace() or text[start] in _BLANK):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _BLANK):
            end -= 1
        if any(text[at].isalnum() for at in range(start, end)):
            pairs.append(Pair(Span(start, end), Span(each.start, each.end), len(around), each.closed))
            around.append(each.end)
    return pairs


@dataclass
class _Pairing:
    """The marks that are open while a text is read paragraph by paragraph."""

    text: str
    tell: Callable[[int], None]
    left_open: Callable[[Span], bool]
    found: list[_Found] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    waiting: _Open | None = None
    """Opened in an earlier paragraph, and neither closed there nor repeated since."""

    def read(self, paragraph: Span) -> None:
        """Take the marks of one paragraph, and settle what can be settled at its end."""
        marks = [found.start() for found in _SCAN.finditer(self.text, paragraph.start, paragraph.end)]
        if marks:
            marks = marks[self._taken_up(marks[0], paragraph) :]
        elif self.stack:
            self._wait()
        for place, at in enumerate(marks):
            if place % _OFTEN == _OFTEN - 1:
                self.tell(at)
            self._take(at, marks[place + 1] if place + 1 < len(marks) else None)
        self._end(paragraph)

    def finish(self) -> list[_Found]:
        """End what is still open, and return everything in the order in which it ended."""
        if self.stack:
            self._wait()
        self._give_up()
        return self.found

    # --- across paragraphs ---

    def _taken_up(self, first: int, paragraph: Span) -> int:
        """Return how many marks at a paragraph's start only repeat the one that is open."""
        begins = not self.text[paragraph.start : first].strip()
        opened = self.stack[0] if self.stack else self.waiting
        repeats = opened is not None and begins and self.text[first] in self._repeats(opened.mark)
        if opened is not None and repeats and not self._forgotten(opened):
            self.stack, self.waiting = [opened], None
            opened.waited, opened.repeated = 0, True
            return 1
        if self.stack:
            self._wait()
        return 0

    def _forgotten(self, opened: _Open) -> bool:
        """Tell whether the closing mark is missing where the quotation began; asked once, at its first repetition."""
        if opened.repeated or opened.end <= opened.at + 1:
            return False
        return self.left_open(Span(opened.at + 1, opened.end))

    @staticmethod
    def _repeats(mark: str) -> str:
        # «…» may be taken up again with its closing mark, as in older Russian and French print.
        return "«»" if mark == "«" else mark

    def _wait(self) -> None:
        self.waiting, self.stack = self.stack[0], []

    def _give_up(self) -> None:
        if self.waiting is not None:
            self._add(self.waiting, self.waiting.end, self.waiting.end, closed=False)
            self.waiting = None

    def _end(self, paragraph: Span) -> None:
        while self.stack:
            top = self.stack[-1]
            if top.child is not None and _TAIL.match(self.text, top.child[1], paragraph.end):
                # Two closing marks in one place are printed once: «Ён сказаў: «Так».
                self._add(top, top.child[1], top.child[1], closed=True)
            elif top.mark not in _SINGLE:
                break
            self.stack.pop()
        for inner in self.stack[1:]:
            if inner.mark not in _SINGLE:
                self._add(inner, paragraph.end, paragraph.end, closed=False)
        del self.stack[1:]
        if self.stack and self.stack[0].mark in _SINGLE:
            self.stack.clear()
        if self.stack:
            self._give_up()
            self.stack[0].end = paragraph.end
        elif self.waiting is not None:
            self.waiting.waited += 1
            if self.waiting.waited >= _REACH:
                self._give_up()

    # --- one mark ---

    def _take(self, at: int, after: int | None) -> None:
        mark = self.text[at]
        if mark in _SINGLE and self._apostrophe(at):
            return
        place = self._place_of(mark)
        if place is not None and self._closes(at) and not self._doubtful(at, after):
            self._close(place, at)
        elif self._opens(at):
            if self.waiting is not None and not self.stack and mark == self.waiting.mark:
                self._give_up()
            if len(self.stack) < _DEEPEST:
                self.stack.append(_Open(mark, at))
        elif self.waiting is not None and not self.stack and mark in CLOSERS[self.waiting.mark] and self._closes(at):
            self._add(self.waiting, at + 1, at, closed=True)
            self.waiting = None

    def _place_of(self, mark: str) -> int | None:
        """Return which open mark this one may close, the innermost first."""
        for place in range(len(self.stack) - 1, -1, -1):
            if mark in CLOSERS[self.stack[place].mark]:
                return place
        return None

    def _close(self, place: int, at: int) -> None:
        for inner in self.stack[place + 1 :]:
            if inner.mark not in _SINGLE:
                self._add(inner, at, at, closed=False)
        opened = self.stack[place]
        del self.stack[place:]
        self._add(opened, at + 1, at, closed=True)
        if self.stack and self.stack[-1].mark == opened.mark:
            self.stack[-1].child = (opened.at, at + 1)

    def _add(self, opened: _Open, end: int, words_end: int, *, closed: bool) -> None:
        if words_end > opened.at + 1:
            self.found.append(_Found(opened.at, end, words_end, closed))

    # --- what stands beside it ---

    def _beside(self, at: int) -> tuple[str, str]:
        """Return the characters before and after, past those without width; a space at the ends of the text."""
        low, high = at - 1, at + 1
        while low >= 0 and self.text[low] in _BLANK and at - low < _BLANKS:
            low -= 1
        while high < len(self.text) and self.text[high] in _BLANK and high - at < _BLANKS:
            high += 1
        return self.text[low] if low >= 0 else " ", self.text[high] if high < len(self.text) else " "

    def _opens(self, at: int) -> bool:
        mark = self.text[at]
        before, after = self._beside(at)
        free = before.isspace() or before in _BEFORE
        if mark in _ALWAYS_OPEN:
            return free or not after.isspace()
        if mark in _SINGLE:
            return mark != "’" and free and (after.isalnum() or after in '«„“"…¿¡')
        return free and not after.isspace() and after not in _AFTER

    def _closes(self, at: int) -> bool:
        mark = self.text[at]
        before, after = self._beside(at)
        if self.stack and self.stack[-1].at == at - 1:
            return False
        if mark in _ALWAYS_CLOSE:
            return True
        return not before.isspace() and before not in "([{" and not after.isalnum()

    def _apostrophe(self, at: int) -> bool:
        before, after = self._beside(at)
        if before.isalnum() and after.isalnum():
            return True
        if not before.isalnum() and _ELIDED.match(self.text, at):
            return True
        return before in "nN" and at >= 2 and self.text[at - 2] in "’'" and _ELIDED.match(self.text, at - 2) is not None

    def _doubtful(self, at: int, after: int | None) -> bool:
        """Tell whether it is rather an inch, a second or a plural's apostrophe: another mark closes soon."""
        before, follows = self._beside(at)
        mark = self.text[at]
        digit = before.isdigit() and mark in "\"”'’"
        plural = before in "sxz" and mark in "’'" and follows.isspace() and self.text[at + 2 : at + 3].islower()
        if after is None or not (digit or plural) or self.text[after] != mark or self._apostrophe(after):
            return False
        return self._closes(after) and not self._opens(after)
