"""Lists of ids, when all ids that there are have numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from workbench.domain.listing import Listed
from workbench.languages.name_search import Numbers

_NOWHERE = -1


class NumberedPlaces:
    """The place of each listed id, without a dictionary of their own: made in no time with every key of a filter.

    Ids that are given a number later are not in it.
    """

    __slots__ = ("_numbers", "_places")

    def __init__(self, numbers: dict[str, int], order: Numbers) -> None:
        """Take the number of every id, and the numbers that are listed in their order."""
        self._numbers = numbers
        self._places = np.full(len(numbers), _NOWHERE, np.int32)
        self._places[order] = np.arange(len(order), dtype=np.int32)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.get(key) is not None

    def __getitem__(self, key: str) -> int:
        place = self.get(key)
        if place is None:
            raise KeyError(key)
        return place

    def get(self, key: str) -> int | None:
        """Return the place of an id, None where it is not listed."""
        number = self._numbers.get(key)
        if number is None or number >= len(self._places):
            return None
        place = int(self._places[number])
        return None if place == _NOWHERE else place


def numbered_list(ids: Sequence[str], numbers: dict[str, int], order: Numbers) -> Listed:
    """Return the ids that stand at some places among all of them (their numbers), in that order."""
    return Listed(tuple(map(ids.__getitem__, order.tolist())), NumberedPlaces(numbers, order))
