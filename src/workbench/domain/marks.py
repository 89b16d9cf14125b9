"""Signs in a quote that stand for something other than spoken words, and must be in its translations as well.

Editors of all four languages write an omission as an ellipsis in square brackets, put words that
are not the speaker's in square brackets, and an aside in round ones; a bare ellipsis is a pause
or a breaking off. Where a newspaper does otherwise, a person says what its sign is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind

_DOTS = r"(?:…|\.(?:[\u00a0\u202f ]?\.){2,3})"
_MARK = re.compile(
    rf"(?P<omission>[\[<(][\u00a0 ]*{_DOTS}[\u00a0 ]*[\])>])"
    r"|\[(?P<insertion>[^\[\]\n]{1,400})\]"
    r"|\((?P<aside>[^()\n]{1,400})\)"
    rf"|(?P<pause>{_DOTS})"
)
_WRITTEN = {MarkKind.PAUSE: "…", MarkKind.OMISSION: "[…]"}


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A sign at a range of a text, in code points of the text; `words` is the range's text."""

    span: Span
    kind: MarkKind
    words: str


def find_marks(text: str, said: Iterable[Mark] = ()) -> tuple[Mark, ...]:
    """Return the marks of a text in its order; `said` are those that a person has named, and count before the rest.

    What a person has named is left out where other words stand there now.
    """
    kept = [mark for mark in said if text[mark.span.start : mark.span.end] == mark.words]
    taken = {mark.span for mark in kept}
    found = (Mark(Span(*match.span()), MarkKind(match.lastgroup or ""), match[0]) for match in _MARK.finditer(text))
    return tuple(sorted((*kept, *(mark for mark in found if mark.span not in taken)), key=lambda mark: mark.span.start))


def missing_marks(marks: Iterable[Mark], target: str) -> tuple[Mark, ...]:
    """Return the marks of a quote that a translation lacks: of each kind as many as there are too few, the last ones.

    The words of an insertion or an aside are translated, so only their kind counts.
    """
    marks = tuple(marks)
    there = Counter(mark.kind for mark in find_marks(target))
    missing: list[Mark] = []
    for mark in marks:
        if there[mark.kind]:
            there[mark.kind] -= 1
        else:
            missing.append(mark)
    return tuple(missing)


def written(mark: Mark) -> str:
    """Return what stands for a mark in a translation: its sign, or its brackets with the words as published."""
    return _WRITTEN.get(mark.kind, mark.words)
