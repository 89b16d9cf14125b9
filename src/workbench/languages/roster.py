"""Lists of people as they are published: a person a line, often numbered, sometimes in columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span

MOST = 0.6
"""The share of the lines that must be alike for what they have in common to be taken for columns."""

_WIDEST = 1_000
"""Code points of a line within which columns are looked for that only spaces part."""

_NUMBER = re.compile(r"\s*(?:[(\[]?(?P<number>\d{1,5})(?:[.)\]]+\s*|(?=\t))|[-–—•*·▪◦●○]\s+)")
_SIGNS = {"tab": re.compile(r"\t"), "bar": re.compile(r"\|"), "semicolon": re.compile(r";")}
_SPACES = re.compile(r" {2,}")
_COMMA = re.compile(r",(?!\d)")
_NAME_END = re.compile(r"[,;:(\[–—]|\s-\s|\s\d|\d{2,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A part of a line, without white space around it; an empty one has no span."""

    span: Span | None
    text: str


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One line: its span from the first cell to the last, the number before it if there is one, and its cells."""

    span: Span
    number: int | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The lines of a list. `fixed` tells whether the cells are columns, as many in each line.

    Otherwise a line has one or two cells: what comes first, which is a name as a rule, and all
    that follows. `heading` is the line that only names the columns. `commas` tells that nothing
    but commas parts the columns, which may as well be those of sentences.
    """

    lines: tuple[RosterLine, ...]
    fixed: bool
    heading: tuple[str, ...] = ()
    commas: bool = False


def read_roster(text: str, span: Span | None = None) -> Roster:
    """Read a list from a text, or from the lines that a span of it touches; spans are in code points of the text."""
    first, last = (0, len(text)) if span is None else _whole_lines(text, span)
    found = []
    at = first
    for line in text[first:last].split("\n"):
        if line.strip():
            found.append((at, line))
        at += len(line) + 1
    starts = [_number(line) for _at, line in found]
    bare = [line[start:] for (_at, line), (start, _given) in zip(found, starts, strict=True)]
    cut = _columns(bare)
    lines = []
    for (begin, line), (start, given), rest in zip(found, starts, bare, strict=True):
        cells = tuple(_cells(rest, begin + start, cut(rest) if cut is not None else _loose(rest)))
        full = [cell.span for cell in cells if cell.span is not None]
        # A line of signs only is no person, but whoever counts the lines must meet it.
        whole = Span(full[0].start, full[-1].end) if full else Span(begin, begin + len(line))
        lines.append(RosterLine(whole, given, cells or (Cell(None, ""),)))
    width = max((len(line.cells) for line in lines), default=0)
    if cut is not None:
        lines = [_filled(line, width) for line in lines]
    heading = _heading(lines, fixed=cut is not None)
    commas = isinstance(cut, _Split) and cut.pattern is _COMMA
    return Roster(tuple(lines[1:] if heading else lines), cut is not None, heading, commas)


def _whole_lines(text: str, span: Span) -> tuple[int, int]:
    end = text.find("\n", max(span.start, span.end - 1))
    return text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end


def _number(line: str) -> tuple[int, int | None]:
    """Return where a line goes on after its number or its dot, and the number."""
    found = _NUMBER.match(line)
    if found is None:
        return 0, None
    number = found["number"]
    return found.end(), int(number) if number else None


class _Split:
    """Cuts a line at every place where a pattern is."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __call__(self, line: str) -> list[tuple[int, int]]:
        places, at = [], 0
        # A sign at the very end, or at the very beginning as in a drawn table, parts nothing.
        for found in self.pattern.finditer(line):
            if line[: found.start()].strip() or found.re is _SIGNS["tab"]:
                places.append((at, found.start()))
            at = found.end()
        return [*places, (at, len(line))] if line[at:].strip() or not places else places


class _Ruled:
    """Cuts a line at places that are the same in every line, as a typewriter's columns are."""

    def __init__(self, gaps: Sequence[tuple[int, int]]) -> None:
        self._starts = [0, *(end for _start, end in gaps)]

    def __call__(self, line: str) -> list[tuple[int, int]]:
        ends = [*self._starts[1:], len(line)]
        return [(min(start, len(line)), max(min(start, len(line)), min(end, len(line))))
                for start, end in zip(self._starts, ends, strict=True)]  # fmt: skip


def _columns(lines: Sequence[str]) -> _Split | _Ruled | None:
    """Find what parts the columns; None where the lines have none in common."""
    if len(lines) < 2:
        return _Split(_SIGNS["tab"]) if lines and "\t" in lines[0] else None
    for pattern in _SIGNS.values():
        if _alike(lines, pattern):
            return _Split(pattern)
    if sum(bool(_SPACES.search(line.strip())) for line in lines) >= MOST * len(lines):
        gaps = _gaps(lines)
        if gaps:
            return _Ruled(gaps)
        if _alike(lines, _SPACES):
            return _Split(_SPACES)
    return _Split(_COMMA) if _alike(lines, _COMMA) else None


def _alike(lines: Sequence[str], pattern: re.Pattern[str]) -> bool:
    counts = Counter(len(pattern.findall(line.strip())) for line in lines)
    times, most = max(((count, n) for n, count in counts.items() if n), default=(0, 0))
    return most > 0 and times >= MOST * len(lines)


def _gaps(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return the runs of two places or more at which no line has anything, between those at which some have."""
    length = min(_WIDEST, max(map(len, lines)))
    taken = [False] * length
    for line in lines:
        for place, sign in enumerate(line[:length]):
            taken[place] = taken[place] or not sign.isspace()
    gaps, start = [], None
    for place, there in enumerate(taken):
        if there:
            if start is not None and place - start >= 2 and any(taken[:start]):
                gaps.append((start, place))
            start = None
        elif start is None:
            start = place
    return gaps


def _loose(line: str) -> list[tuple[int, int]]:
    """Cut a line after what may be a name: at the first sign or number that no name has."""
    found = _NAME_END.search(line)
    if found is None or not line[: found.start()].strip():
        return [(0, len(line))]
    return [(0, found.start()), (found.start(), len(line))]


def _cells(line: str, offset: int, places: Iterable[tuple[int, int]]) -> Iterable[Cell]:
    for start, end in places:
        part = line[start:end]
        left = start + len(part) - len(part.lstrip(" \t\u00a0,;|"))
        right = start + len(part.rstrip(" \t\u00a0,;|"))
        text = line[left:right]
        yield Cell(Span(offset + left, offset + right) if text else None, text)


def _filled(line: RosterLine, width: int) -> RosterLine:
    """Give a line that ends early the cells that it lacks."""
    lacking = width - len(line.cells)
    if lacking <= 0:
        return line
    return RosterLine(line.span, line.number, (*line.cells, *[Cell(None, "")] * lacking))


def _heading(lines: Sequence[RosterLine], *, fixed: bool) -> tuple[str, ...]:
    """Return the first line's cells where they only say what the columns are."""
    if not fixed or len(lines) < 3:
        return ()
    first, rest = lines[0], lines[1:]
    words = tuple(cell.text for cell in first.cells)
    if any(sign.isdigit() for word in words for sign in word) or not all(words):
        return ()
    numbered = first.number is None and all(line.number is not None for line in rest)
    dated = any(
        sum(any(sign.isdigit() for sign in line.cells[column].text) for line in rest) >= MOST * len(rest)
        for column in range(len(words))
    )
    return words if numbered or dated else ()
