"""How well a name fits what a person has typed of it."""

from __future__ import annotations

from typing import NamedTuple

CUTOFF = 68.0
"""How close a name must be (0 to 100) to count as like what was typed."""

ALIKE = 5
"""The step of names that are merely like what was typed: after all that begin with it."""


class Candidate(NamedTuple):
    """One form of a record's name: the record's id, the name, and `fold(name)` as stored."""

    id: str
    value: str
    folded: str


def step_of(typed: str, wanted: tuple[str, ...], keys: tuple[str, ...], name: Candidate) -> int | None:
    """Return how well a name fits, 0 the best, None where it does not begin with what was typed.

    `typed` is casefolded, `wanted` its `skeletons`, `keys` its `tokens`.
    """
    value = name.value.casefold()
    if value == typed:
        return 0
    if value.startswith(typed):
        return 1
    if f" {typed}" in value:
        return 2
    words = name.folded.split()
    if wanted and each_begins(wanted, words):
        return 3
    if keys and each_begins(keys, words):
        return 4
    return None


def each_begins(wanted: tuple[str, ...], words: list[str]) -> bool:
    """Tell whether every wanted key begins a word of its own."""
    left = list(words)
    for key in wanted:
        found = next((word for word in left if word.startswith(key)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def closeness(keys: tuple[str, ...], folded: str) -> float:
    """Average over the query's words how like the best word of the name, or its beginning, each is."""
    from rapidfuzz import fuzz

    words = folded.split()
    if not keys or not words:
        return 0.0
    total = sum(max(max(fuzz.ratio(key, w), fuzz.ratio(key, w[: len(key)]) - 4) for w in words) for key in keys)
    return max(0.0, total / len(keys))
