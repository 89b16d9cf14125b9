"""Near copies: lines that could be the same line under another story of the edit.

A line that stands in both texts, character for character, may still be a false trail: its true
self was changed, and what stands there is a copy of it, or a sister that was changed to be like
it. Both leave a line behind that is much like it and has no counterpart. So lines are compared by
their pairs of words that are neighbours, or have one between them, in time that grows with the texts alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise

from workbench.domain.carrying.lines import Alignment, Lines

FEWEST_WORDS = 5
FEWEST_POINTS = 30
"""A line with fewer words, or fewer code points, may come twice by chance: it proves nothing by itself."""

_COMMON = 32  # lines with one group; more are not listed but counted
_SPLIT = 3  # lines of a gap, of both texts, that can be one that was split or two that were joined
_WORD = re.compile(r"\w+")


def groups(text: str) -> list[int]:
    """Return the hashes of all pairs of words, neighbours or with one between them, blind to case and punctuation."""
    words = _WORD.findall(text.casefold())
    beyond = zip(words, words[2:], strict=False)
    return [hash(group) for group in chain(pairwise(words), beyond)]


def tells(line: str) -> bool:
    """Tell whether a line is long enough that its like does not come by chance."""
    return len(line) >= FEWEST_POINTS and len(_WORD.findall(line)) >= FEWEST_WORDS


def alike(shared: int, of: int, with_: int) -> bool:
    """Tell whether a stranger (`with_` groups) is too like a line (`of` groups), with so many groups shared.

    A fifth of the smaller one; two fifths where one is so much longer that it shares some with any,
    and three groups at least of a stranger that could only be a fragment.
    """
    if with_ * 4 < of:
        return shared >= 3 and shared * 5 >= with_ * 2
    return shared > 0 and shared * 5 >= (of * 2 if of * 4 < with_ else min(of, with_))


class Strangers:
    """Lines of one text that have no counterpart in the other, to be asked for by likeness."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._by_group: dict[int, list[int]] = {}
        self._sizes: dict[int, int] = {}
        self._known: dict[str, set[int] | None] = {}

    def add(self, number: int, unexplained: Iterable[int]) -> None:
        """Put in a line with those of its groups that have no counterpart."""
        for group in unexplained:
            numbers = self._by_group.setdefault(group, [])
            if len(numbers) <= _COMMON:
                numbers.append(number)

    def like(self, line: str) -> set[int] | None:
        """Return the lines that are like this one; None where there are too many to tell.

        Groups that very many strangers have say nothing, and are left out on both sides.
        """
        own = set(groups(line))
        rare = self._rare(own)
        if len(rare) * 5 < len(own) * 2:
            return None
        shared = Counter(number for group in rare for number in self._by_group.get(group, ()))
        return {number for number, count in shared.items() if alike(count, len(rare), self._size(number))}

    def like_line(self, line: str) -> set[int] | None:
        """Do the same for a whole line, and remember it: many passages may stand in one."""
        if line not in self._known:
            self._known[line] = self.like(line)
        return self._known[line]

    def _rare(self, found: Iterable[int]) -> list[int]:
        return [group for group in found if len(self._by_group.get(group, ())) <= _COMMON]

    def _size(self, number: int) -> int:
        if number not in self._sizes:
            self._sizes[number] = len(self._rare(groups(self.lines[number])))
        return self._sizes[number]


class Doubts:
    """The strangers of both texts: what an edit put in or took out, without what it only changed.

    Where a gap between runs has as many old lines as new ones, each is taken for the other's earlier
    form, and a group of words that is as often in both is explained; so it is where one line was split
    or two were joined. Only the others can be a copy or an original from elsewhere. Lines that have
    moved are strangers too: two that are like each other may have been changed, and not moved.
    """

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment

    @cached_property
    def _strangers(self) -> tuple[Strangers, Strangers]:
        alignment = self._alignment
        both = Strangers(alignment.old), Strangers(alignment.new)
        moved_old = {run.old + step for run in alignment.moved for step in range(run.count)}
        moved_new = {run.new + step for run in alignment.moved for step in range(run.count)}
        for old, new in alignment.gaps():
            self._add_gap(both, [n for n in old if n not in moved_old], [n for n in new if n not in moved_new])
        for strangers, moved in zip(both, (moved_old, moved_new), strict=True):
            for number in sorted(moved):
                strangers.add(number, set(groups(strangers.lines[number])))
        return both

    @property
    def old(self) -> Strangers:
        """The old text's strangers; looking for them waits until somebody asks."""
        return self._strangers[0]

    @property
    def new(self) -> Strangers:
        """The new text's strangers."""
        return self._strangers[1]

    def _add_gap(self, both: tuple[Strangers, Strangers], old: list[int], new: list[int]) -> None:
        if len(old) == len(new):
            for one, other in zip(old, new, strict=True):
                _add_explained(both, [one], [other])
        elif len(old) + len(new) <= _SPLIT:
            _add_explained(both, old, new)
        else:
            _add_explained(both, old, [])
            _add_explained(both, [], new)

    def of_line(self, line: str) -> frozenset[int] | None:
        """Return the strangers of both texts that are like a line; those of the old one below zero."""
        old, new = self.old.like_line(line), self.new.like_line(line)
        return None if old is None or new is None else frozenset(new | {-1 - n for n in old})


def _add_explained(both: tuple[Strangers, Strangers], old: list[int], new: list[int]) -> None:
    """Put in lines that may have become each other, with the groups that the one side has more of."""
    counts = []
    for strangers, numbers in zip(both, (old, new), strict=True):
        counts.append(Counter(group for number in numbers for group in groups(strangers.lines[number])))
    for strangers, numbers, own, other in zip(both, (old, new), counts, counts[::-1], strict=True):
        for number in numbers:
            strangers.add(number, {g for g in groups(strangers.lines[number]) if own[g] > other[g]})


def without_likes(lines: set[str], texts: Iterable[Lines]) -> set[str]:
    """Return those of the lines that are like no other line of the texts but themselves."""
    owners: dict[int, list[str]] = {}
    for line in sorted(lines):
        for group in set(groups(line)):
            owners.setdefault(group, []).append(line)
    crowded = {group for group, found in owners.items() if len(found) > _COMMON}
    sizes = {line: len(set(groups(line))) for line in lines}
    alone = {line for line in lines if not _crowded(line, crowded)}
    for text in texts:
        for number in range(len(text)):
            other = text[number]
            found = groups(other)
            shared = Counter(line for group in set(found) if group not in crowded for line in owners.get(group, ()))
            alone -= {line for line, count in shared.items() if line != other and alike(count, sizes[line], len(found))}
    return alone


def _crowded(line: str, crowded: set[int]) -> bool:
    own = set(groups(line))
    return alike(len(own & crowded), len(own), len(own))
