"""Speech in paragraphs that begin with a dash, as Belarusian, Russian and Lithuanian prose prints it.

Taken only where the author's words follow after a dash with a speaking verb at their
beginning: a dash alone also begins the items of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.languages.speakers import Clause
from workbench.languages.speech_verbs import Lexicon

_BEGINS = re.compile(r"\s*[—–][ \u00a0]*(?=\S)")
_PARTS = re.compile(r"[,.!?…][ \u00a0]?[—–][ \u00a0]")
_LONGEST = 4_000
"""Code points of a paragraph that is read as dialogue."""

_NEAR = 3
"""Words before the speaking verb at the beginning of the author's words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of dialogue: what is said, part by part, and the author's words with their verb."""

    parts: tuple[Span, ...]
    clause: Clause
    verb: Span


def find_dialogue(text: str, paragraphs: Sequence[Span], lexicon: Lexicon) -> Iterator[Line]:
    """Give the paragraphs of dialogue in reading order."""
    for paragraph in paragraphs:
        begins = _BEGINS.match(text, paragraph.start, paragraph.end)
        if begins is None or paragraph.end - paragraph.start > _LONGEST:
            continue
        line = _line(text, Span(begins.end(), paragraph.end), lexicon)
        if line is not None:
            yield line


def _line(text: str, inner: Span, lexicon: Lexicon) -> Line | None:
    cuts = list(_PARTS.finditer(text, inner.start, inner.end))
    if not cuts:
        return None
    # The mark before the dash belongs to what it ends.
    starts = [inner.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() + 1 for cut in cuts), inner.end]
    clause = Clause(text, starts[1], ends[1])
    verb = lexicon.verbs.search(text, clause.start, clause.end)
    if verb is None or clause.distance(verb.start()) > _NEAR or ends[0] <= starts[0]:
        return None
    said = [Span(start, end) for start, end in zip(starts[::2], ends[::2], strict=True) if start < end]
    return Line(tuple(said), clause, Span(*verb.span()))
