"""Which records a name in a text may mean: by its words' keys, in any script and most inflections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workbench.languages.fold import tokens
from workbench.languages.matching import Candidate

_HEAD = 3
"""Letters of a key by which like words are looked up."""

_LONGER = 2
"""Letters by which two forms of one word may differ in length: the endings of cases."""


class NameIndex:
    """Looks up names by their words; made once, asked often.

    A name fits where each of its words, in any order, is a word of one form of the record's
    name; an initial fits a word that begins with it. Words that merely end otherwise count
    only where no name fits exactly.
    """

    def __init__(self, candidates: Iterable[tuple[str, str, str]]) -> None:
        """Take `(record id, name, fold(name))` of every form of every record's name."""
        self._names = [Candidate(*candidate) for candidate in candidates]
        self._by_head: dict[str, list[int]] = {}
        for number, name in enumerate(self._names):
            for head in {word[:_HEAD] for word in name.folded.split()}:
                self._by_head.setdefault(head, []).append(number)

    def find(self, name: str) -> list[str]:
        """Return the ids of the records that a name fits, each once, in the order in which they were given."""
        keys = tokens(name)
        long = [key for key in keys if len(key) > 1]
        if not long:
            return []
        last = max(long, key=len)
        near = [self._names[number] for number in self._by_head.get(last[:_HEAD], ())]
        for fits in (_same, _alike):
            found = [each.id for each in near if _all_fit(keys, each.folded.split(), fits)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def written_so(self, name: str, record_ids: Iterable[str]) -> list[str]:
        """Return those of some records that have a name written exactly like this, letter case aside."""
        wanted, among = " ".join(name.casefold().split()), set(record_ids)
        found = (each.id for each in self._names if each.id in among and each.value.casefold() == wanted)
        return list(dict.fromkeys(found))


def _same(key: str, word: str) -> bool:
    return key == word or (len(key) == 1 and word.startswith(key))


def _alike(key: str, word: str) -> bool:
    if _same(key, word):
        return True
    short = min(len(key), len(word))
    return short >= 4 and abs(len(key) - len(word)) <= _LONGER and key[: short - 1] == word[: short - 1]


def _all_fit(keys: tuple[str, ...], words: list[str], fits: Callable[[str, str], bool]) -> bool:
    left = list(words)
    for key in keys:
        found = next((word for word in left if fits(key, word)), None)
        if found is None:
            return False
        left.remove(found)
    return True
