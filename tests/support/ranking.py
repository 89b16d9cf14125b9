"""Names in the order in which a person wants them, told one by one: what `NameSearch` must agree with."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.languages.fold import skeletons, tokens
from workbench.languages.matching import ALIKE, CUTOFF, Candidate, closeness, step_of

_POOL = 200


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
