"""Signs in a quote that stand for something other than spoken words, and must be in its translations as well.

Editors of all four languages write an omission as an ellipsis in square brackets, put words that
are not the speaker's in square brackets, and an aside in round ones; a bare ellipsis is a pause
or a breaking off. Where a newspaper does otherwise, a person says what its sign is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.i18n import N_

MARK_WORDS: dict[MarkKind, str] = {
    MarkKind.PAUSE: N_("pause"),
    MarkKind.OMISSION: N_("omission"),
    MarkKind.INSERTION: N_("insertion"),
    MarkKind.ASIDE: N_("aside"),
    MarkKind.ADDED: N_("translator’s insertion"),
}
"""What each kind of sign is called, English."""

MARK_MEANINGS: dict[MarkKind, str] = {
    MarkKind.PAUSE: N_("The speaker halts or breaks off."),
    MarkKind.OMISSION: N_("Who published the words has left some out."),
    MarkKind.INSERTION: N_("Who published the words has put these in."),
    MarkKind.ASIDE: N_("A remark in brackets."),
    MarkKind.ADDED: N_("Who translated the words has put these in."),
}
"""What each kind stands for, English."""

_DOTS = r"(?:…|\.(?:[\u00a0\u202f ]?\.){2,3})"
_MARK = re.compile(
    rf"(?P<omission>[\[<(][\u00a0 ]*{_DOTS}[\u00a0 ]*[\])>])"
    r"|\[(?P<insertion>[^\[\]\n]{1,400})\]"
    r"|\((?P<aside>[^()\n]{1,400})\)"
    rf"|(?P<pause>{_DOTS})"
)
_WRITTEN = {MarkKind.PAUSE: "…", MarkKind.OMISSION: "[…]"}
_BRACKETS = {MarkKind.INSERTION: ("[", "]"), MarkKind.ADDED: ("[", "]"), MarkKind.ASIDE: ("(", ")")}
_BRACKETED = re.compile(r"[\[<(](.*)[\])>]")


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A sign at a range of a text, in code points of the text; `words` is the range's text."""

    span: Span
    kind: MarkKind
    words: str


def find_marks(text: str, said: Mapping[Span, MarkKind] | None = None) -> tuple[Mark, ...]:
    """Return the marks of a text in its order; `said` is what a person has called the signs at these ranges.

    What a person has said of a range at which no sign stands any more does not count.
    """
    said = said or {}
    spans = ((Span(*match.span()), match) for match in _MARK.finditer(text))
    return tuple(Mark(span, said.get(span, MarkKind(match.lastgroup or "")), match[0]) for span, match in spans)


def missing_marks(marks: Iterable[Mark], target: str) -> tuple[Mark, ...]:
    """Return the marks of a quote that a translation lacks: of each kind as many as there are too few, the last ones.

    The words of an insertion or an aside are translated, so only their kind counts.
    """
    there = Counter(mark.kind for mark in find_marks(target))
    missing: list[Mark] = []
    for mark in marks:
        if there[mark.kind]:
            there[mark.kind] -= 1
        else:
            missing.append(mark)
    return tuple(missing)


def marks_of_translation(marks: Iterable[Mark], target: str) -> tuple[Mark, ...]:
    """Return the marks of a translation: insertions that the quote's `marks` do not have are the translator's.

    Which ones cannot be told from their words, which are translated; the last ones are taken for them.
    """
    theirs = sum(mark.kind is MarkKind.INSERTION for mark in marks)
    found = []
    for mark in find_marks(target):
        if mark.kind is MarkKind.INSERTION:
            theirs -= 1
            found.append(mark if theirs >= 0 else replace(mark, kind=MarkKind.ADDED))
        else:
            found.append(mark)
    return tuple(found)


def written(mark: Mark) -> str:
    """Return what stands for a mark in a translation: its sign, or its brackets with the words as published."""
    if mark.kind not in _BRACKETS:
        return _WRITTEN[mark.kind]
    opening, closing = _BRACKETS[mark.kind]
    inner = _BRACKETED.fullmatch(mark.words)
    return f"{opening}{(inner[1] if inner else mark.words).strip()}{closing}"
