"""What is taken off the percentage of a match because of where it came from, and the order of matches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Trait(StrEnum):
    """What makes a match worth less than its likeness."""

    UNREVIEWED = "unreviewed"
    OTHER_DIRECTION = "other direction"
    RELAY = "relay"
    IMPORTED = "imported"


PENALTIES: Mapping[Trait, int] = {
    Trait.UNREVIEWED: 5,
    Trait.OTHER_DIRECTION: 3,
    Trait.RELAY: 3,
    Trait.IMPORTED: 2,
}
"""Points of a hundred; a match of one text with three of these still stands before one that is 85 % like."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A match of one segment: its likeness as `likeness.Hit` has it, and what counts against it."""

    id: str
    percent: int
    similarity: float
    traits: frozenset[Trait] = frozenset()

    def worth(self, penalties: Mapping[Trait, int] = PENALTIES) -> int:
        """Return the percentage less the penalties, 0 at least."""
        return max(0, self.percent - sum(penalties.get(trait, 0) for trait in self.traits))


def in_order(proposals: Iterable[Proposal], penalties: Mapping[Trait, int] = PENALTIES) -> list[Proposal]:
    """Return proposals, what is worth most first; then the more similar, the one with less against it, the id."""
    return sorted(proposals, key=lambda p: (-p.worth(penalties), -p.percent, -p.similarity, len(p.traits), p.id))
