"""Where two short texts differ, word by word: what a person looks at when they stand side by side."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from workbench.domain.anchors import Span

LIMIT = 2_000
"""Code points of each text that are compared; the work grows with their product."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


def differences(first: str, second: str) -> tuple[list[Span], list[Span]]:
    """Return the ranges of each text (code points) whose words the other does not have there.

    White space does not count, and nothing is compared after the first `LIMIT` code points.
    """
    tokens = [list(_TOKEN.finditer(text[:LIMIT])) for text in (first, second)]
    old, new = ([token.group() for token in found] for found in tokens)
    changed: tuple[list[Span], list[Span]] = ([], [])
    for kind, *ranges in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for side, (low, high) in enumerate((ranges[:2], ranges[2:])):
            if low < high:
                changed[side].append(Span(tokens[side][low].start(), tokens[side][high - 1].end()))
    return changed
