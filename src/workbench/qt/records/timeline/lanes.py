"""The lanes of the timeline and where their entries stand; no Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.extents import Edge, Extents, read_extents
from workbench.store.queries.dated import DatedRow

FADES = {Edge.KNOWN: 0.0, Edge.OPEN: 72.0, Edge.UNKNOWN: 40.0}
"""How far a bar fades out beyond an end, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated thing. `tied` says that others say another date of it, `disputed` that one must be wrong."""

    row: DatedRow
    extents: Extents
    tied: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Lane:
    """One record: what is dated in order of time, dates of one thing together, and what is not dated."""

    record_id: str
    name: str
    kind: str
    groups: tuple[tuple[Entry, ...], ...] = ()
    undated: tuple[DatedRow, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Everything that is dated, in the order in which it is walked through."""
        return tuple(entry for group in self.groups for entry in group)

    def days(self) -> tuple[int, int] | None:
        """Return the first and last day of all entries; None where nothing is dated."""
        found = [entry.extents for entry in self.entries]
        return (min(e.earliest for e in found), max(e.latest for e in found)) if found else None


def make_lane(record_id: str, name: str, kind: str, rows: list[DatedRow]) -> Lane:
    """Part what is known of a record into what has a place in time and what has none."""
    groups: dict[str, list[Entry]] = {}
    undated = []
    for row in rows:
        extents = read_extents(row.date)
        if extents is None:
            undated.append(row)
        else:
            groups.setdefault(row.thing or row.id, []).append(Entry(row, extents))
    made = [_group(entries) for entries in groups.values()]
    made.sort(key=lambda group: (group[0].extents.earliest, group[0].extents.latest, group[0].row.id))
    return Lane(record_id, name, kind, tuple(made), tuple(undated))


def _group(entries: list[Entry]) -> tuple[Entry, ...]:
    """Put the dates of one thing in order, and mark which of them cannot both be true."""
    entries.sort(key=lambda entry: (entry.extents.earliest, entry.extents.latest, entry.row.id))
    if len(entries) == 1:
        return tuple(entries)
    return tuple(
        Entry(
            entry.row,
            entry.extents,
            tied=True,
            disputed=any(
                other.extents.latest < entry.extents.earliest or entry.extents.latest < other.extents.earliest
                for other in entries
            ),
        )
        for entry in entries
    )


@dataclass(frozen=True, slots=True)
class Box:
    """Where an entry stands: row from 0, left and right in pixels from day 0, its fading ends included."""

    entry: Entry
    row: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A lane with the places of its entries, over so many rows; `hidden` ones had no row left."""

    lane: Lane
    boxes: tuple[Box, ...]
    rows: int
    hidden: int = 0


def place_lane(
    lane: Lane, per_day: float, label: Callable[[Entry], float], *, gap: float, fade: float = 1.0, most: int = 0
) -> Placed:
    """Give every entry a row in which nothing is in its way; dates of one thing stand in rows below each other.

    `per_day` is pixels a day, `label` the width of an entry's words, `fade` the scale of `FADES`,
    `most` how many rows there may be, 0 for no bound. What is given depends on the zoom alone, so
    that nothing jumps when time is moved through.
    """
    ends: list[float] = []
    boxes: list[Box] = []
    hidden = 0
    for group in lane.groups:
        places = [_reach(entry, per_day, label(entry), fade) for entry in group]
        left, right = min(a for a, _ in places), max(b for _, b in places)
        row = _free(ends, len(group), left - gap)
        if most and row + len(group) > most:
            hidden += len(group)
            continue
        ends += [float("-inf")] * (row + len(group) - len(ends))
        for at, (entry, place) in enumerate(zip(group, places, strict=True), start=row):
            ends[at] = right
            boxes.append(Box(entry, at, *place))
    return Placed(lane, tuple(boxes), max(1, len(ends)), hidden)


def _free(ends: list[float], rows: int, left: float) -> int:
    """Return the first of so many neighbouring rows that all end before a place."""
    run = 0
    for at, end in enumerate(ends):
        run = run + 1 if end <= left else 0
        if run == rows:
            return at - rows + 1
    return len(ends) - run


def _reach(entry: Entry, per_day: float, label: float, fade: float) -> tuple[float, float]:
    left, right = entry.extents.earliest * per_day, (entry.extents.latest + 1) * per_day
    before = max(FADES[part.start.edge] for part in entry.extents.parts) * fade
    after = max(FADES[part.end.edge] for part in entry.extents.parts) * fade
    return left - before, max(right + after, left + label)
