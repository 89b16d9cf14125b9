"""Spaces and characters that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks.findings import Edit, Finding, Key, Severity
from workbench.languages.checks.pair import Pair

_BLANK = "[ \u00a0\u202f\u2009\t]"
_DOUBLE = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")
_EARLY = re.compile(rf"(?<=[^\W_]){_BLANK}+(?=[,;:?!)»”](?:\s|$))|(?<=[^\W_]){_BLANK}+(?=\.(?:\s|$))")
_INSIDE = re.compile(rf"(?<=[«„(\[]){_BLANK}+(?=\w)|(?<=[\w.!?…]){_BLANK}+(?=[»)\]])")
_JOINED = re.compile(
    r"(?<=[^\W\d_]{2}[,;!?])(?=[^\W\d_]{2})|(?<=[^\W\d_A-ZА-Я]{3}\.)(?=[A-ZА-ЯЎІЁĄČĘĖĮŠŲŪŽ][^\W\d_]+\s)"
)
_FIXED = re.compile(r"(?<=[^\W\d_A-ZА-Я]{4})[\u00a0\u202f](?=[^\W\d_A-ZА-ЯЎІЁĄČĘĖĮŠŲŪŽ]{4})")
_UNSEEN = re.compile(
    "[\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u00ad\u034f\u061c\u180e\ufff9-\ufffc\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+"
)
_JOINER = "\u200c\u200d"

_CASES = (
    (_DOUBLE, " ", N_("More than one space between words.")),
    (_EARLY, "", N_("A space before a punctuation mark.")),
    (_INSIDE, "", N_("A space inside brackets or quotation marks.")),
    (_JOINED, " ", N_("No space after a punctuation mark.")),
    (_FIXED, " ", N_("A no-break space between two long words: the line cannot break there.")),
)


def spaces(pair: Pair) -> Iterator[Finding]:
    """Find spaces too many, missing, or of the wrong kind; what the source has too is let pass at the edges only."""
    text = pair.target.text
    taken: set[int] = set()
    for pattern, right, message in _CASES:
        for found in pattern.finditer(text):
            if found.start() in taken:
                continue
            taken.add(found.start())
            start, end = found.span()
            seen = Span(start, end) if end > start else Span(start - 1, start + 1)
            wanted = "\u00a0" if right and "\u00a0" in found[0] and pattern is _DOUBLE else right
            yield Finding(Key.SPACES, Severity.STYLE, message, {}, (), (seen,), (Edit(start, end, wanted),))
    if not _edges(pair.source.text):
        for edge in _edges(text):
            edit = Edit(edge.start, edge.end, "")
            yield Finding(Key.SPACES, Severity.STYLE, _AT_EDGE, {}, (), (edge,), (edit,))


def _edges(text: str) -> list[Span]:
    """Return the spaces at a text's edges; none of a text that is nothing but spaces."""
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return [Span(start, end) for start, end in ((0, first), (last, len(text))) if start < end and text.strip()]


_AT_EDGE = N_("A space at the edge of the translation; the quote has none.")


def unseen(pair: Pair) -> Iterator[Finding]:
    """Find characters without width and controls of direction, but for the joiners inside emoji."""
    text = pair.target.text
    for found in _UNSEEN.finditer(text):
        around = text[max(0, found.start() - 1) : found.end() + 1]
        if found[0] in _JOINER and not any(char.isalpha() or char.isspace() for char in around):
            continue
        codes = " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(found[0]))
        edit = Edit(*found.span(), " " if set(found[0]) & set("\u2028\u2029") else "")
        yield Finding(Key.UNSEEN, Severity.ERROR, _HIDDEN, {"codes": codes}, (), (Span(*found.span()),), (edit,))


_HIDDEN = N_("Characters that nobody sees: {codes}. They break searching and copying.")
