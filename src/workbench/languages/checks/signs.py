"""The sign at a text's end, ellipses and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.domain.marks import find_marks, missing_marks
from workbench.i18n import N_
from workbench.languages.checks.findings import Edit, Finding, Key, Severity
from workbench.languages.checks.pair import Pair

_CLOSERS = "»”“’‘\"')]} \u00a0\n"
_INNER = re.compile(r"(?:[?!]+|…|\.{3})(?=[»”“\"’'‘]+\.\Z)")
"""The sign of a quotation before a full stop of its own: «Как?»."""
_ENDS = re.compile(r"(?:\.{3,}|…|[?!]+…?|\?\.\.|!\.\.|[.:;,—–-])\Z")
_SHORT = re.compile(
    r"\b(?:[^\W\d_]\.)+\Z|\b(?:inc|ltd|co|corp|jr|sr|st|val|proc|tūkst|mln|mlrd|тыс|млн|млрд|руб|гг|др|інш)\.\Z",
    re.IGNORECASE,
)
_TITLE = 4
"""Words of a target, at most, that are let pass as a title without a full stop."""
_BOTH = 2
"""Question and exclamation in one sign, which either of them renders."""
_DASHES = (",", "—", "–", "-")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}
_LIST = re.compile(r"(?:\A|\s)\w{1,2}\Z")


def _final(text: str) -> tuple[str, int]:
    """Return the sign at a text's end and where it begins; an empty sign where there is a letter."""
    bare = text.rstrip(_CLOSERS)
    found = _INNER.search(bare) or _ENDS.search(bare)
    return ("", len(bare)) if found is None else (found[0], found.start())


def _class(sign: str) -> str:
    if "?" in sign:
        return "?"
    if "!" in sign:
        return "!"
    if sign.startswith("..") or sign == "…":
        return "…"
    return sign


def final(pair: Pair) -> Iterator[Finding]:
    """Compare the last signs. A sign that the source does not have is let pass: titles get full stops.

    A question that is nowhere, or is one now, changes what is said; the others are a matter of print: titles have no
    stop, and a question may stand earlier.
    """
    ours, at = _final(pair.source.text)
    theirs, their_at = _final(pair.target.text)
    one, other = _class(ours), _class(theirs)
    if (
        not one
        or one == other
        or (len({"?", "!"} & set(ours + theirs)) == _BOTH and set(ours) & set(theirs))
        or one in _DASHES
        or other in _DASHES[1:]
        or (one == "." and not other and _SHORT.search(pair.source.text[: at + 1]))
    ):
        return
    if one == "." and not other and _may_be_a_title(pair):
        return
    if {one, other} <= {":", ";", ",", "."} - ({","} if other == "," else set()) or not pair.target.letters:
        return
    where = Span(their_at, their_at + len(theirs)) if theirs else Span(max(0, their_at - 1), max(1, their_at))
    message = _OTHER_END if other else _NO_END
    fix = Edit(their_at, their_at + len(theirs), "…" if one == "…" else ours)
    yield Finding(
        Key.FINAL_SIGN,
        Severity.WARNING if _asks(pair.source.text) != _asks(pair.target.text) else Severity.STYLE,
        message,
        {"source": ours, "target": theirs},
        (Span(at, at + len(ours)),),
        (where,),
        (fix,),
    )


def _asks(text: str) -> bool:
    return "?" in text


def _may_be_a_title(pair: Pair) -> bool:
    """Tell whether a text is short, one sentence, and in the source no quotation's end."""
    alone = len(pair.target.sentences) == 1 and pair.source.text.rstrip().endswith(".")
    return alone and len(pair.target.words) <= _TITLE


_NO_END = N_("The quote ends with {source}, the translation with no sign.")
_OTHER_END = N_("The quote ends with {source}, the translation with {target}.")


def brackets(pair: Pair) -> Iterator[Finding]:
    """Find brackets that are not closed or not opened."""
    if not _strays(pair.source.text):
        for at in _strays(pair.target.text):
            yield Finding(
                Key.BRACKETS, Severity.WARNING, _BRACKET_ALONE, {"mark": pair.target.text[at]}, (), (Span(at, at + 1),)
            )


_BRACKET_ALONE = N_("The bracket {mark} has no other half.")


def _strays(text: str) -> list[int]:
    opened: list[int] = []
    strays: list[int] = []
    for at, char in enumerate(text):
        if char in _BRACKETS:
            opened.append(at)
        elif char in _BRACKETS.values():
            if opened and _BRACKETS[text[opened[-1]]] == char:
                opened.pop()
            elif not (char == ")" and (_LIST.search(text, max(0, at - 3), at) or text[at - 1 : at] in (":", ";", "-"))):
                strays.append(at)
    return sorted(opened + strays)


def marks(pair: Pair) -> Iterator[Finding]:
    """Find marks of the source that the target has fewer of (see `domain.marks`); asides may become clauses."""
    ours = find_marks(pair.source.text, pair.context.said_marks)
    missing = missing_marks(ours, pair.target.text)
    for kind, (key, severity, message) in _LOST.items():
        lost = [mark for mark in missing if mark.kind is kind]
        if lost:
            here = tuple(mark.span for mark in find_marks(pair.target.text) if mark.kind is kind)
            yield Finding(key, severity, message, {"source": lost[0].words}, tuple(mark.span for mark in lost), here)


_LOST = {
    MarkKind.OMISSION: (
        Key.MARKS,
        Severity.ERROR,
        N_("The omission {source} is not marked in the translation."),
    ),
    MarkKind.PAUSE: (Key.ELLIPSIS, Severity.WARNING, N_("The ellipsis {source} is lost.")),
    MarkKind.INSERTION: (
        Key.MARKS,
        Severity.ERROR,
        N_("The insertion {source} is lost, or no longer in square brackets: its words would become the speaker’s."),
    ),
}
