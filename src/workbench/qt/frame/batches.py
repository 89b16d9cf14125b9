"""Rows behind ids in order: read together with their neighbours when they are asked for, and kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from workbench.domain.listing import Listed, listed

Row = TypeVar("Row")

BATCH = 32
"""Rows that are read together: more than a screenful."""

KEPT = 2048
"""Rows that stay in memory."""


class Batches(Generic[Row]):
    """Rows by id and by place. `fetch` reads the rows of a batch of ids on the GUI thread, by id;
    an id without a row (removed meanwhile) gives None.
    """

    def __init__(self, fetch: Callable[[Sequence[str]], Mapping[str, Row]]) -> None:
        self._fetch = fetch
        self._listed = Listed()
        self._cache: OrderedDict[str, Row | None] = OrderedDict()

    def __len__(self) -> int:
        return len(self._listed.ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids in order."""
        return self._listed.ids

    def set_ids(self, ids: Iterable[str] | Listed) -> None:
        """Stand for other rows, or the same in another order; rows already read are kept."""
        self._listed = ids if isinstance(ids, Listed) else listed(ids)
        for row_id in [known for known in self._cache if known not in self._listed.places]:
            del self._cache[row_id]

    def put(self, row_id: str, row: Row) -> None:
        """Have a row that need not be read."""
        self._cache[row_id] = row

    def forget(self, ids: Iterable[str] | None = None) -> list[int]:
        """Have rows read again when they are next asked for, all for None; returns their places."""
        if ids is None:
            self._cache.clear()
            return [0, len(self) - 1] if len(self) else []
        stale = [row_id for row_id in ids if row_id in self._listed.places]
        for row_id in stale:
            self._cache.pop(row_id, None)
        return [self._listed.places[row_id] for row_id in stale]

    def id_at(self, place: int) -> str | None:
        """Return the id at a place, None outside."""
        return self._listed.ids[place] if 0 <= place < len(self) else None

    def place_of(self, row_id: str) -> int | None:
        """Return where a row stands, None where it does not."""
        return self._listed.places.get(row_id)

    def row(self, row_id: str) -> Row | None:
        """Return a row, read together with those around it where it is not in memory."""
        if row_id not in self._cache and row_id in self._listed.places:
            self._read_around(self._listed.places[row_id])
        if row_id in self._cache:
            self._cache.move_to_end(row_id)
        return self._cache.get(row_id)

    def _read_around(self, place: int) -> None:
        start = place // BATCH * BATCH
        wanted = [row_id for row_id in self._listed.ids[start : start + BATCH] if row_id not in self._cache]
        found = self._fetch(wanted)
        for row_id in wanted:
            self._cache[row_id] = found.get(row_id)
        while len(self._cache) > KEPT:
            self._cache.popitem(last=False)
