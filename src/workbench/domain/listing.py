"""Ids in an order, with the place of each: what a long list is given instead of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids in order, each once, and the place of each. Made where the list is read, so that showing it costs nothing."""

    ids: tuple[str, ...] = ()
    places: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


def listed(ids: Iterable[str], *, once: bool = False) -> Listed:
    """Put ids in the order in which they come, each once; `once` where none comes twice, which is not looked at."""
    each = tuple(ids if once else dict.fromkeys(ids))
    return Listed(each, dict(zip(each, range(len(each)), strict=True)))
