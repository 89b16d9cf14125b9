"""What carrying says of a passage: where it stands in the newer text, or why a person must decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.domain.kinds import Carried

MOST_CANDIDATES = 5
"""No queue entry offers more places than a person can compare at a glance."""


class Reason(StrEnum):
    """Why a person must decide, or how a candidate differs from the passage; the worst that applies."""

    PUNCTUATION = "punctuation"
    """The same letters and digits in the same order: punctuation marks, spaces or line feeds differ."""

    SURROUNDINGS = "surroundings"
    """The same words, but what stands around them does not prove that it is the same place."""

    SEVERAL = "several"
    """The same words stand at more than one place that could be meant."""

    CHANGED = "changed"
    """Words were put in, taken out or replaced inside the passage."""

    GONE = "gone"
    """Nothing like it was found where it should stand."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in the newer text that may be meant; `confidence` is per cent, 1 to 99.

    `reason` says how it differs: one with `Reason.PUNCTUATION` has the same letters and digits,
    so that all such can be offered to be accepted at once.
    """

    span: Span
    confidence: int
    reason: Reason


@dataclass(frozen=True, slots=True)
class Carry:
    """Where one passage goes. Either `how` and `span` are given, or `reason` and perhaps candidates.

    `how` is `CERTAIN` (confidence 100) or `MOVED`; None leaves it to a person, with at most
    `MOST_CANDIDATES` candidates, the best first. `confidence` is then that of the best, or 0.
    """

    key: str
    how: Carried | None
    span: Span | None
    confidence: int
    candidates: tuple[Candidate, ...] = ()
    reason: Reason | None = None
