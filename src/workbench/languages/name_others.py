"""People who may be named: where one of their full names stands, its words are not somebody else's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from workbench.languages.name_company import telling_words
from workbench.languages.name_range import WORD
from workbench.languages.name_stems import begins, letters_of, stems_of, stems_of_all

_AROUND = 80
"""Code points on either side of a word in which a name of several words is looked for."""

_MOST_WORDS = 4


class OtherPeople:
    """Full names of people who are not hidden; they are taken apart when they are first asked for."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Take the names, one form each."""
        self._names = tuple(dict.fromkeys(names))
        self._by_first: dict[str, dict[str, list[tuple[str, ...]]]] | None = None

    def bear(self, text: str, start: int, end: int, is_another: Callable[[Sequence[str]], bool]) -> bool:
        """Tell whether a place in code points is part of the full name of one of whom `is_another` says so."""
        if not self._names:
            return False
        words = [
            (match.start() + first, match.end() + first, match.group())
            for first in (max(0, start - _AROUND),)
            for match in WORD.finditer(text[first : end + _AROUND])
        ]
        for at, (begin, _stop, word) in enumerate(words[:-1]):
            if begin > start:
                return False
            for name in self._beginning(letters_of(word), letters_of(words[at + 1][2])):
                run = words[at : at + len(name)]
                if len(run) == len(name) and run[-1][1] >= end and _is_run(text, run, name) and is_another(name):
                    return True
        return False

    def _beginning(self, key: str, after: str) -> list[tuple[str, ...]]:
        """Return the names whose first two words two folded ones may be."""
        if self._by_first is None:
            self._by_first = _taken_apart(self._names)
        by_first = self._by_first
        return [
            name
            for n in range(2, len(key) + 1)
            if (seconds := by_first.get(key[:n]))
            for m in range(1, len(after) + 1)
            for name in seconds.get(after[:m], ())
        ]


def _taken_apart(names: Iterable[str]) -> dict[str, dict[str, list[tuple[str, ...]]]]:
    """Return names of several words by a stem of the first and of the second, in either order."""
    told = [tuple(telling_words(WORD.findall(name))) for name in names]
    told = [words for words in told if 1 < len(words) <= _MOST_WORDS]
    stems = stems_of_all(word for words in told for word in words)
    found: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for words in told:
        for order in {words, words[::-1]}:
            for first in stems[order[0]][:1]:
                seconds = found.setdefault(first, {})
                for second in stems[order[1]]:
                    seconds.setdefault(second, []).append(order)
    return found


def _is_run(text: str, run: Sequence[tuple[int, int, str]], name: Sequence[str]) -> bool:
    """Tell whether words of a text, each with its place, are those of a name in any case, with spaces between."""
    gaps = pairwise(run)
    return all(text[one[1] : other[0]].isspace() and other[0] - one[1] == 1 for one, other in gaps) and all(
        word[:1].isupper() and begins(letters_of(word), stems_of(part))
        for (_, _, word), part in zip(run, name, strict=True)
    )
