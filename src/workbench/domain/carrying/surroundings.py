"""What stands around a passage in both texts, and how much of it is the same."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import CONTEXT, Span

REACH = 96
"""Code points looked at on each side."""

MOST_PLACES = 64
"""Places of the same words that are compared; a passage with more of them goes to a person."""

WIDEST = 32_768
"""Code points of the new text that are searched for one passage."""


def alike_before(old: str, at: int, new: str, there: int, reach: int = REACH) -> int:
    """Return how many code points before two places are the same, at most `reach`."""
    low, high = 0, min(reach, at, there)
    while low < high:
        middle = (low + high + 1) // 2
        if old[at - middle : at] == new[there - middle : there]:
            low = middle
        else:
            high = middle - 1
    return low


def alike_after(old: str, at: int, new: str, there: int, reach: int = REACH) -> int:
    """Return how many code points from two places on are the same, at most `reach`."""
    low, high = 0, min(reach, len(old) - at, len(new) - there)
    while low < high:
        middle = (low + high + 1) // 2
        if old[at : at + middle] == new[there : there + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def narrowed(old_part: Span, new_part: Span, span: Span) -> Span:
    """Return where in the new part to search: all of it, or `WIDEST` where its share of the way is."""
    length = new_part.end - new_part.start
    if length <= WIDEST:
        return new_part
    way = (span.start - old_part.start) / max(1, old_part.end - old_part.start)
    middle = new_part.start + int(min(1.0, max(0.0, way)) * length)
    start = max(new_part.start, min(middle - WIDEST // 2, new_part.end - WIDEST))
    return Span(start, start + WIDEST)


def places(words: str, text: str, part: Span) -> list[int]:
    """Return where the words begin in a part of a text; one more than `MOST_PLACES` at most."""
    found: list[int] = []
    at = text.find(words, part.start, part.end)
    while at != -1 and len(found) <= MOST_PLACES:
        found.append(at)
        at = text.find(words, at + 1, part.end)
    return found


@dataclass(frozen=True, slots=True)
class Fit:
    """A place with the same words, and how many code points on both sides are the same.

    A side is `CONTEXT` code points long where both texts begin, or end, there.
    """

    span: Span
    before: int
    after: int
    whole_before: bool
    whole_after: bool

    @property
    def left(self) -> int:
        """Code points that are alike before it, for what they prove."""
        return max(self.before, CONTEXT) if self.whole_before else self.before

    @property
    def right(self) -> int:
        """Code points that are alike after it, for what they prove."""
        return max(self.after, CONTEXT) if self.whole_after else self.after


def fit(old: str, span: Span, new: str, at: int) -> Fit:
    """Compare what stands around the passage with what stands around the same words at `at`."""
    end = at + span.end - span.start
    before = alike_before(old, span.start, new, at)
    after = alike_after(old, span.end, new, end)
    return Fit(
        Span(at, end),
        before,
        after,
        before == span.start == at,
        after == len(old) - span.end == len(new) - end,
    )


def is_close(best: Fit) -> bool:
    """Tell whether enough is alike on both sides of a place for it to be worth a proof.

    A text's edge is no word: where one side ends there, the other must be twice as long, since a
    paragraph that was put at the end may close with a sentence that others have.
    """
    least = 2 * CONTEXT if best.whole_before or best.whole_after else CONTEXT
    return (best.whole_before or best.before >= least) and (best.whole_after or best.after >= least)
