"""What says whose words a passage is, and when: its sentence, its paragraph, the short lines beside it.

The same words at the same place may have got another owner: a speaker's line over an answer, a
date over an entry, the subject of a sentence. Where such company has changed a passage is still
carried, but not as certain: a person is told to look.
"""

from __future__ import annotations

import re
from functools import cache

from workbench.domain.anchors import Span
from workbench.domain.carrying.lines import Lines

_SHORT, _SHORTER = 100, 40
"""Code points of a line that may be a heading, a date, a speaker or a signature; the second where it is a sentence."""

_FARTHEST = 12
"""Lines before a passage among which the nearest short one is looked for."""

_REACH = 600
"""Code points on each side in which a sentence begins and ends, or is taken to."""

_CLOSED = re.compile(r"[.!?…][»”“’\"')\]]*\s*$")
_END = re.compile(r"[.!?…][»”“’\"')\]]*\s|\n")

SENTENCE, PARAGRAPH, HEADING, FOLLOWING = 70, 85, 80, 85
"""How sure it is, per cent, where this has changed."""


class Company:
    """Compares what stands around places in two texts."""

    def __init__(self, old: Lines, new: Lines) -> None:
        self._old, self._new = old, new
        self._of_lines = cache(self._compare_lines)

    def confidence(self, span: Span, place: Span) -> int:
        """Return 100 where the passage is in the same company at its new place, less where it is not."""
        lines = (*self._old.touched(span), *self._new.touched(place))
        same, beside = self._of_lines(*lines)
        if same:
            return beside
        kept = _sentence(self._old.text, span) == _sentence(self._new.text, place)
        return min(beside, PARAGRAPH if kept else SENTENCE)

    def _compare_lines(self, first: int, last: int, there: int, end: int) -> tuple[bool, int]:
        """Tell whether the lines themselves are the same, and how sure the short lines beside them make it."""
        own = [self._old[n] for n in range(first, last)] == [self._new[n] for n in range(there, end)]
        sure = 100
        if _heading(self._old, first) != _heading(self._new, there):
            sure = min(sure, HEADING)
        if _following(self._old, last) != _following(self._new, end):
            sure = min(sure, FOLLOWING)
        return own, sure


def _heading(lines: Lines, first: int) -> str | None:
    for number in range(first - 1, max(-1, first - 1 - _FARTHEST), -1):
        if _is_label(lines, number):
            return lines[number]
    return None


def _following(lines: Lines, last: int) -> str | None:
    return lines[last] if last < len(lines) and _is_label(lines, last) else None


def _is_label(lines: Lines, number: int) -> bool:
    length = lines.ends[number] - lines.starts[number]
    return length <= _SHORTER or (length <= _SHORT and not _CLOSED.search(lines[number]))


def _sentence(text: str, span: Span) -> tuple[str, str]:
    """Return what stands in the passage's sentence before it and after it."""
    start = max(0, span.start - _REACH)
    before = text[start : span.start]
    ends = [match.end() for match in _END.finditer(before)]
    after = text[max(span.start, span.end - 1) : span.end + _REACH]
    close = _END.search(after)
    return before[ends[-1] :] if ends else before, after[: close.end()] if close else after
