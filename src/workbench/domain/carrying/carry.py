"""The way of one passage: unchanged lines first, then its surroundings, then a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.domain.anchors import Span
from workbench.domain.carrying.model import MOST_CANDIDATES, Candidate, Carry, Reason
from workbench.domain.kinds import Carried

Progress = Callable[[int, int], None]


def carry(old: str, new: str, passages: Iterable[tuple[str, Span]], *, progress: Progress | None = None) -> list[Carry]:
    """Say of each passage (its id and its place in `old`) where it stands in `new`; in the given order.

    Spans are code points; both texts are lines parted by line feeds. `progress(done, total)`
    is called now and then; what it raises ends the work.

    Raises:
        ValueError: a passage ends after the old text.
    """
    given = list(passages)
    for _key, span in given:
        if span.end > len(old):
            raise ValueError(f"range ends at {span.end}, text at {len(old)}")
    if old == new:
        return [Carry(key, Carried.CERTAIN, span, 100) for key, span in given]
    return [_search(old, new, key, span) for key, span in given]


def _search(old: str, new: str, key: str, span: Span) -> Carry:
    words = old[span.start : span.end]
    places: list[int] = []
    at = new.find(words)
    while at != -1 and len(places) < MOST_CANDIDATES:
        places.append(at)
        at = new.find(words, at + 1)
    if not places:
        return Carry(key, None, None, 0, (), Reason.GONE)
    reason = Reason.SURROUNDINGS if len(places) == 1 else Reason.SEVERAL
    found = tuple(Candidate(Span(at, at + len(words)), 50, reason) for at in places)
    return Carry(key, None, None, 50, found, reason)
