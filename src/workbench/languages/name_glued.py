"""Whose family name stands in letters that are glued together: handles, addresses, hashtags."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from workbench.languages.name_called import Called, Part
from workbench.languages.name_stems import SURE, ends


def in_run(
    key: str, parts: Mapping[str, Sequence[Part]], called: Mapping[str, Called], usual: Collection[tuple[str, str]]
) -> Iterator[tuple[str, bool]]:
    """Yield (owner, whether the given name stands beside the family name) of those in a folded run of letters.

    A family name alone has to stand at an end of the run; a short one, and a usual word, has to be all of it.
    """
    spots: dict[str, list[tuple[int, int, Part]]] = {}
    for at in range(len(key)):
        for stop in range(at + 2, len(key) + 1):
            for part in parts.get(key[at:stop], ()):
                spots.setdefault(part.owner, []).append((at, stop, part))
    for owner, found in spots.items():
        for first, last, part in found:
            if part.given:
                continue
            beside = any(
                other.given and len(other.stem) > 2 and _beside((first, last), (one, two), key)
                for one, two, other in found
            )
            if beside or _at_an_end(key, first, last, called[owner], usual=(owner, part.stem) in usual):
                yield owner, beside


def _at_an_end(key: str, first: int, last: int, called: Called, *, usual: bool) -> bool:
    tail = ends(key[first:last], key[last:])
    if first == 0 and tail:
        return True
    initial = first == 1 and key[0] in called.initials and tail
    return (first == 0 or tail) and last - first >= (SURE - 1 if initial and not usual else SURE)


def _beside(family: tuple[int, int], given: tuple[int, int], key: str) -> bool:
    """Tell whether a given name and a family name stand side by side in letters that are glued together."""
    (_, early), (late, stop) = sorted((family, given))
    if late < early:  # one letter may be both: alessokal
        return late == early - 1
    return ends("", key[early:late]) and ends("", key[stop:])
