"""Ids in an order, with the place of each: what a long list is given instead of its rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


class Places(Protocol):
    """Where each id of a list stands."""

    def __contains__(self, key: object, /) -> bool: ...

    def __getitem__(self, key: str, /) -> int:
        """Return the place of an id; KeyError where it is not listed."""

    def get(self, key: str, /) -> int | None:
        """Return the place of an id, None where it is not listed."""


def _none() -> Places:
    return dict[str, int]()


@dataclass(frozen=True, slots=True)
class Listed:
    """Ids in order, each once, and the place of each. Made where the list is read, so that showing it costs nothing."""

    ids: tuple[str, ...] = ()
    places: Places = field(default_factory=_none, compare=False, repr=False)


def listed(ids: Iterable[str], *, once: bool = False) -> Listed:
    """Put ids in the order in which they come, each once; `once` where none comes twice, which is not looked at."""
    each = tuple(ids if once else dict.fromkeys(ids))
    return Listed(each, dict(zip(each, range(len(each)), strict=True)))
