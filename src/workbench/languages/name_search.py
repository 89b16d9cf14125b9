"""All names of an archive, found while they are typed: 300,000 of them in the time of one frame.

What `matching.step_of` says of each name in turn is looked up here in sorted words, so that only
the names that fit are touched; what is merely alike is asked of each different word once.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from workbench.languages.fold import fold, skeletons, tokens
from workbench.languages.matching import ALIKE, CUTOFF, Candidate, closeness, each_begins, step_of

Numbers = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]

_AFTER = "\U0010ffff"
"""Sorts after everything that a word can go on with."""

_NONE = 9
"""The step of a name that does not fit."""

_ENOUGH = 20
"""Owners whose names begin with what was typed, from which on nobody looks for those that are merely like it."""

_LENGTHS = 4096
"""Names longer than this are as long as this where the shorter one comes first."""


_NOBODY = np.zeros(0, np.intp)


class _Words:
    """Words by the names that have them, and the other way round; filled first, then `sort`ed."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}
        self._flat, self._counts = array("i"), array("i")

    def add(self, words: Sequence[str]) -> None:
        """Take the words of the next name."""
        known = self._known
        self._flat.extend([known.setdefault(word, len(known)) for word in words])
        self._counts.append(len(words))

    def sort(self) -> None:
        """Put all words in order, after which they can be asked for."""
        known, flat, counts = self._known, np.array(self._flat, np.int32), np.array(self._counts, np.int32)
        self._known, self._flat, self._counts = {}, array("i"), array("i")
        self.words = sorted(known)
        places = np.empty(len(known), np.int32)
        places[np.fromiter((known[word] for word in self.words), np.int32, len(known))] = np.arange(len(known))
        self.word_of: Numbers = places[flat]
        self.starts: Numbers = np.concatenate(([0], np.cumsum(counts))).astype(np.int32)
        by_word = np.argsort(self.word_of, kind="stable")
        owners = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
        self._names: Numbers = owners[by_word]
        self._leads: Mask = by_word == self.starts[self._names]
        self._firsts = np.searchsorted(self.word_of[by_word], np.arange(len(self.words) + 1))

    def _range(self, begin: str, *, whole: bool) -> slice:
        low = bisect_left(self.words, begin)
        high = bisect_left(self.words, begin + ("\0" if whole else _AFTER), low)
        return slice(int(self._firsts[low]), int(self._firsts[high]))

    def beginning(self, key: str, *, whole: bool = False) -> Numbers:
        """Return the names with a word that begins so, or is this one; a name may come twice."""
        return self._names[self._range(key, whole=whole)]

    def led_by(self, key: str) -> Numbers:
        """Return the names whose first word begins so."""
        at = self._range(key, whole=False)
        return self._names[at][self._leads[at]]

    def with_any(self, words: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
        """Return the names that have one of these words, each once, in order."""
        mask: Mask = np.zeros(len(self.starts) - 1, np.bool_)
        for word in words.tolist():
            mask[self._names[self._firsts[word] : self._firsts[word + 1]]] = True
        return np.flatnonzero(mask)

    def of(self, name: int) -> list[str]:
        """Return the words of a name."""
        return [self.words[word] for word in self.word_of[self.starts[name] : self.starts[name + 1]]]


class Found(NamedTuple):
    """A name that fits: how well (`matching.step_of` says what the steps are), and whose it is."""

    step: int
    score: float
    value: str
    owner: int


class NameSearch:
    """Names of numbered owners. `replace` keeps it in step; what was replaced is looked through one by one."""

    def __init__(self, names: Iterable[tuple[int, str, str]], check: Callable[[], None] = lambda: None) -> None:
        """Take `(owner, name, fold(name))`; `check` is called now and then, and may raise to stop it."""
        owners, self._values = array("i"), list[str]()
        self._plain, self._folded = _Words(), _Words()
        for number, (owner, value, key) in enumerate(names):
            owners.append(owner)
            self._values.append(value)
            self._plain.add(value.casefold().split())
            self._folded.add(key.split())
            if number % 4096 == 0:
                check()
        self._plain.sort()
        self._folded.sort()
        self._owners: Numbers = np.array(owners, np.int32)
        self._lengths: Numbers = np.fromiter(map(len, self._values), np.int32, len(owners))
        self._current: Mask = np.ones(len(owners), np.bool_)
        self._recent: dict[int, list[Candidate]] = {}

    @property
    def replaced(self) -> int:
        """How many owners have other names than at the beginning: when they are many, make it anew."""
        return len(self._recent)

    def replace(self, owner: int, names: Iterable[str]) -> None:
        """Give an owner other names; none take it out."""
        if owner not in self._recent:
            self._current[self._owners == owner] = False
        self._recent[owner] = [Candidate(str(owner), value, fold(value)) for value in names]

    def owners(self, typed: str, among: Mask) -> Mask:
        """Tell by owner's number whether a name fits what was typed; what is merely alike where none does."""
        asked = _Asked(typed)
        there: Mask = np.zeros(len(among), np.bool_)
        if not asked.typed:
            return there
        good = self._good(self._steps(asked) < _NONE, among)
        there[self._owners[good]] = True
        for found in self._among_recent(asked, among):
            there[found.owner] = True
        if not there.any():
            close, _scores = self._close(asked, among)
            there[self._owners[close]] = True
            there[[found.owner for found in self._alike_recent(asked, among)]] = True
        return there

    def rank(self, typed: str, among: Mask, limit: int) -> list[int]:
        """Return the owners that fit, the best first, each once, at most `limit`.

        First come names that begin with what was typed, then those with a word that does, then
        those whose keys' words begin with the query's in any script, then those that are merely
        like it. Order among equals is by closeness, then by the name, so that it does not jump.
        What is merely alike is left out where there is enough that fits.
        """
        asked = _Asked(typed)
        if not asked.typed or limit < 1:
            return []
        steps = self._steps(asked)
        good = self._good(steps < _NONE, among)
        found = [*self._best(steps, good, limit), *self._among_recent(asked, among)]
        if asked.long and len({one.owner for one in found}) < min(limit, _ENOUGH):
            found += self._alike(asked, among, good, limit)
        found.sort()
        return list(dict.fromkeys(one.owner for one in found))[:limit]

    def _good(self, fits: Mask, among: Mask) -> npt.NDArray[np.intp]:
        names = np.flatnonzero(fits)
        return names[self._current[names] & among[self._owners[names]]]

    def _steps(self, asked: _Asked) -> npt.NDArray[np.int8]:
        steps = np.full(len(self._values), _NONE, np.int8)
        for step, keys in ((4, asked.keys), (3, asked.wanted)):
            if keys:
                steps[self._having(keys)] = step
        *before, last = asked.typed.split(" ")
        if not before:
            steps[self._plain.beginning(last)] = 2
            leading = self._plain.led_by(last)
            steps[leading] = 1
            same = leading[self._lengths[leading] == len(last)]
        else:
            same = self._in_order(before, last, asked.typed, steps)
        for name in same:
            if self._values[name].casefold() == asked.typed:
                steps[name] = 0
        return steps

    def _in_order(self, before: list[str], last: str, typed: str, steps: npt.NDArray[np.int8]) -> Numbers:
        """Mark the names that have these words one after another; returns them."""
        mask = self._mask(self._plain.beginning(last))
        for word in before:
            mask &= self._mask(self._plain.beginning(word, whole=True))
        names = np.flatnonzero(mask).astype(np.int32)
        for name in names:
            value = self._values[name].casefold()
            if value.startswith(typed):
                steps[name] = 1
            elif f" {typed}" in value:
                steps[name] = 2
        return names

    def _mask(self, names: Numbers) -> Mask:
        mask: Mask = np.zeros(len(self._values), np.bool_)
        mask[names] = True
        return mask

    def _having(self, keys: tuple[str, ...]) -> Numbers:
        """Return the names in which each key begins a word of its own."""
        if len(keys) == 1:
            return self._folded.beginning(keys[0])
        mask = self._mask(self._folded.beginning(keys[0]))
        for key in keys[1:]:
            mask &= self._mask(self._folded.beginning(key))
        names = np.flatnonzero(mask).astype(np.int32)
        if any(a is not b and b.startswith(a) for a in keys for b in keys) or len(set(keys)) < len(keys):
            fits = [each_begins(keys, self._folded.of(name)) for name in names.tolist()]
            names = names[np.array(fits, np.bool_)]
        return names

    def _best(self, steps: npt.NDArray[np.int8], names: npt.NDArray[np.intp], limit: int) -> list[Found]:
        """Return at least the best names of `limit` owners, without sorting those that cannot be among them."""
        marks = steps[names].astype(np.int32) * _LENGTHS + np.minimum(self._lengths[names], _LENGTHS - 1)
        wanted = 2 * limit
        while wanted < len(names):
            near = names[marks <= np.partition(marks, wanted)[wanted]]
            if len(np.unique(self._owners[near])) >= limit:
                names = near
                break
            wanted *= 2
        return [
            Found(int(steps[n]), float(self._lengths[n]), self._values[n], int(self._owners[n])) for n in names.tolist()
        ]

    def _among_recent(self, asked: _Asked, among: Mask) -> list[Found]:
        found = []
        for owner, names in self._recent.items():
            for name in names if among[owner] else ():
                step = step_of(asked.typed, asked.wanted, asked.keys, name)
                if step is not None:
                    found.append(Found(step, float(len(name.value)), name.value, owner))
        return found

    def _alike(self, asked: _Asked, among: Mask, fitting: npt.NDArray[np.intp], limit: int) -> list[Found]:
        """Return the names of which each word that was typed is like a word, the closest first."""
        close, scores = self._close(asked, among, fitting)
        best = close[np.argsort(-scores[close], kind="stable")][: 6 * limit].tolist() if len(close) else []
        found = [Found(ALIKE, -float(scores[n]), self._values[n], int(self._owners[n])) for n in best]
        return [*found, *self._alike_recent(asked, among)]

    def _close(
        self, asked: _Asked, among: Mask, fitting: npt.NDArray[np.intp] = _NOBODY
    ) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
        """Return the names that are like what was typed and do not fit it, and by name how much they are."""
        scores = self._closeness(asked.keys) if asked.long else None
        if scores is None:
            return _NOBODY, np.zeros(0, np.float32)
        close = scores >= CUTOFF
        close[fitting] = False
        return self._good(close, among), scores

    def _alike_recent(self, asked: _Asked, among: Mask) -> list[Found]:
        found = []
        for owner, names in self._recent.items() if asked.long else ():
            for name in names if among[owner] else ():
                score = closeness(asked.keys, name.folded)
                if score >= CUTOFF:
                    found.append(Found(ALIKE, -score, name.value, owner))
        return found

    def _closeness(self, keys: tuple[str, ...]) -> npt.NDArray[np.float32] | None:
        """Return by name what `matching.closeness` says, each different word looked at once.

        An average can only be close enough where one of its words is: all other names are left at nought.
        """
        from rapidfuzz import fuzz, process

        words, starts = self._folded, self._folded.starts
        if not keys or not len(words.word_of):
            return None
        likes = []
        for key in keys:
            heads: dict[str, int] = {}
            place = np.fromiter((heads.setdefault(w[: len(key)], len(heads)) for w in words.words), np.int32)
            begun = process.cdist([key], list(heads), scorer=fuzz.ratio, dtype=np.float32)[0]
            whole = process.cdist([key], words.words, scorer=fuzz.ratio, dtype=np.float32)[0]
            likes.append(np.maximum(whole, begun[place] - 4))
        near = words.with_any(np.flatnonzero(np.max(likes, axis=0) >= CUTOFF))
        scores = np.zeros(len(self._values), np.float32)
        if len(near):
            lengths = starts[near + 1] - starts[near]
            begins = np.cumsum(lengths) - lengths
            flat = words.word_of[np.arange(int(lengths.sum())) + np.repeat(starts[near] - begins, lengths)]
            scores[near] = sum(np.maximum.reduceat(like[flat], begins) for like in likes) / np.float32(len(keys))
        return scores


class _Asked:
    """What was typed, with its keys across scripts."""

    def __init__(self, typed: str) -> None:
        self.typed = " ".join(typed.casefold().split())
        self.wanted, self.keys = skeletons(typed), tokens(typed)
        self.long = sum(map(len, self.wanted)) >= 3
