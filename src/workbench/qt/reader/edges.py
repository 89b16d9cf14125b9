"""Where a passage's edges go by a word or a character; no Qt. Positions are code points."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from workbench.domain.anchors import Span
from workbench.qt.reader.words import next_word_end, next_word_start, previous_word_end, previous_word_start

Step = Callable[[str, int], int]
"""Returns the position one further from a position in a text."""


class Edge(Enum):
    """What of a passage is moved."""

    START = auto()
    END = auto()
    BOTH = auto()


class Steps:
    """How far an edge goes at once, each way; ends of words and starts of words are not the same places."""

    def __init__(self, start_on: Step, start_back: Step, end_on: Step, end_back: Step) -> None:
        self._steps = {
            (True, False): start_on,
            (True, True): start_back,
            (False, False): end_on,
            (False, True): end_back,
        }

    def __call__(self, text: str, at: int, *, start: bool, back: bool) -> int:
        """Return where an edge at a position goes."""
        return self._steps[start, back](text, at)


BY_WORD = Steps(next_word_start, previous_word_start, next_word_end, previous_word_end)


def by_character(step: Callable[[int, bool], int]) -> Steps:
    """Return steps by characters as a person counts them: `step` is given a position and whether to go back."""

    def on(_text: str, at: int) -> int:
        return step(at, False)  # noqa: FBT003 - a plain function of two

    def back(_text: str, at: int) -> int:
        return step(at, True)  # noqa: FBT003

    return Steps(on, back, on, back)


def moved_edge(text: str, span: Span, steps: Steps, *, edge: Edge, back: bool) -> Span | None:
    """Return a range with one edge or both moved; None where nothing of it would be left, or the text ends.

    White space is never at an edge, because no passage begins or ends with it: it is stepped over.
    """
    start, end = span.start, span.end
    if edge is not Edge.END:
        start = _off_space(text, steps(text, start, start=True, back=back), start=True, back=back)
    if edge is not Edge.START:
        end = _off_space(text, steps(text, end, start=False, back=back), start=False, back=back)
    stuck = edge is Edge.BOTH and (start == span.start or end == span.end)
    if stuck or start >= end or text[start].isspace() or text[end - 1].isspace():
        return None
    return Span(start, end) if (start, end) != (span.start, span.end) else None


def _off_space(text: str, at: int, *, start: bool, back: bool) -> int:
    look = at if start else at - 1
    while 0 <= look < len(text) and text[look].isspace():
        look += -1 if back else 1
    return min(max(0, look if start else look + 1), len(text))
