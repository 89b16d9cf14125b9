"""Finding words in a text, blind to case, to the shape of apostrophes and to how lines break; no Qt.

Positions are code points of the text as it is: nothing is folded into another length.
"""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.domain.anchors import Span
from workbench.qt.reader.words import APOSTROPHES

QUERY_LIMIT = 500
"""Code points of a query that are looked for; what follows them is left out."""

_WINDOW = 65_536


@lru_cache(maxsize=32)
def _pattern(query: str, whole: bool) -> re.Pattern[str] | None:
    words = query[:QUERY_LIMIT].split()
    if not words:
        return None
    apostrophes = "[" + "".join(sorted(APOSTROPHES)) + "]"
    parts = ["".join(apostrophes if c in APOSTROPHES else re.escape(c) for c in word) for word in words]
    body = r"\s+".join(parts)
    return re.compile(rf"(?<!\w){body}(?!\w)" if whole else body, re.IGNORECASE)


def find_in(text: str, query: str, position: int, *, backwards: bool = False, whole: bool = False) -> Span | None:
    """Return the next place at or after a position, or the last that ends at or before it.

    It does not wrap around. `whole` wants no letter or digit at either side.
    """
    pattern = _pattern(query, whole)
    if pattern is None:
        return None
    if not backwards:
        found = pattern.search(text, position)
        return Span(found.start(), found.end()) if found else None
    return _last_before(pattern, text, min(position, len(text)))


def _last_before(pattern: re.Pattern[str], text: str, position: int) -> Span | None:
    """Search window by window towards the text's start; windows overlap by what a match can hold."""
    top = position
    while top > 0:
        bottom = max(0, top - _WINDOW)
        last: Span | None = None
        for found in pattern.finditer(text, bottom, min(position, top + 2 * QUERY_LIMIT)):
            if found.end() <= position:
                last = Span(found.start(), found.end())
        if last is not None:
            return last
        top = bottom
    return None


def find_all(text: str, query: str, *, whole: bool = False, limit: int = 10_000) -> list[Span]:
    """Return every place in order, at most `limit`."""
    pattern = _pattern(query, whole)
    if pattern is None:
        return []
    result: list[Span] = []
    for found in pattern.finditer(text):
        result.append(Span(found.start(), found.end()))
        if len(result) >= limit:
            break
    return result
