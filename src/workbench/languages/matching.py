"""Names in the order in which a person who types a part of one would want them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.languages.fold import skeletons, tokens

CUTOFF = 68.0
"""How close a name must be (0 to 100) to count as like what was typed."""

ALIKE = 5
"""The step of names that are merely like what was typed: after all that begin with it."""

_POOL = 200


class Candidate(NamedTuple):
    """One form of a record's name: the record's id, the name, and `fold(name)` as stored."""

    id: str
    value: str
    folded: str


def rank(query: str, candidates: Iterable[tuple[str, str, str]], limit: int = 20) -> list[str]:
    """Return ids of records, the best first, each once; at most `limit`.

    First come names that begin with what was typed, then those with a word that does, then
    those whose keys' words begin with the query's in any script, then those that are merely
    like it. Order among equals is by closeness, then by the name, so that it does not jump.
    """
    typed = " ".join(query.casefold().split())
    names = [Candidate(*candidate) for candidate in candidates]
    if not typed or limit < 1:
        return []
    wanted, exact_keys = skeletons(query), tokens(query)
    scored: list[tuple[int, float, str, str]] = []
    rest: list[Candidate] = []
    for name in names:
        step = step_of(typed, wanted, exact_keys, name)
        if step is None:
            rest.append(name)
        else:
            scored.append((step, float(len(name.value)), name.value, name.id))
    if len({row[3] for row in scored}) < limit and sum(map(len, wanted)) >= 3:
        scored.extend(_alike(exact_keys, rest))
    scored.sort()
    return list(dict.fromkeys(row[3] for row in scored))[:limit]


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


def _alike(keys: tuple[str, ...], names: list[Candidate]) -> list[tuple[int, float, str, str]]:
    from rapidfuzz import fuzz, process

    pool = process.extract(
        " ".join(keys),
        [name.folded for name in names],
        scorer=fuzz.partial_ratio,
        score_cutoff=CUTOFF - 10,
        limit=_POOL,
    )
    found = []
    for _folded, _score, at in pool:
        close = closeness(keys, names[at].folded)
        if close >= CUTOFF:
            found.append((ALIKE, -close, names[at].value, names[at].id))
    return found


def closeness(keys: tuple[str, ...], folded: str) -> float:
    """Average over the query's words how like the best word of the name, or its beginning, each is."""
    from rapidfuzz import fuzz

    words = folded.split()
    if not keys or not words:
        return 0.0
    total = sum(max(max(fuzz.ratio(key, w), fuzz.ratio(key, w[: len(key)]) - 4) for w in words) for key in keys)
    return max(0.0, total / len(keys))
