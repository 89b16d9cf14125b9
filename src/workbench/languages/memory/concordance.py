"""Where words stand in the segments of a memory, whatever their case: the texts that have all grams are read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, islice

import numpy as np

from workbench.domain.anchors import Span
from workbench.languages.finding import EXACT
from workbench.languages.finding_fold import fold_query, fold_text
from workbench.languages.memory.block import Block
from workbench.languages.memory.grams import inner_grams
from workbench.languages.memory.index import Index
from workbench.languages.memory.likeness import SEPARATOR, shaped

READ = 1_500
"""Texts of a block that are read at most; where that was not enough, the answer is not complete."""

_FEW, _MANY = 64, 512
"""Texts that are read at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text with places of what was looked for, in code points, and the ids of all segments that read so."""

    text: str
    spans: tuple[Span, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Concordance:
    """What was found. Not `complete`: there may be more than the lines here."""

    lines: tuple[Line, ...]
    complete: bool


def concordance(index: Index, query: str, *, words: bool = False, limit: int = 100) -> Concordance:
    """Return where a query stands in the texts of an index, short texts first; `limit` counts texts.

    As the reader's find: blind to case, composition and shapes of apostrophes, not to marks of
    letters. `words` wants whole words; so does a query of fewer than three letters in any case.
    """
    needle = fold_query(query, EXACT)
    whole = words or not len(inner_grams(query, words=False))
    grams = inner_grams(query, words=whole)
    if not needle or not len(grams):
        return Concordance((), complete=True)
    blocks, fresh = index.parts()
    part = max(shaped([query]).split(), key=len)
    found: dict[str, tuple[tuple[Span, ...], list[str]]] = {}
    complete = True
    for block in blocks:
        lines, left, size = 0, READ, _FEW
        rows = chain.from_iterable(map(np.ndarray.tolist, block.holding(grams)))
        while some := list(islice(rows, size)):
            if lines > limit or not left:
                complete = False
                break
            left -= len(some)
            with_part, texts = _with_part(block, some, part)
            for at, spans in _places(texts, needle, whole=whole):
                found.setdefault(texts[at], (spans, []))[1].extend(block.ids(with_part[at]))
                lines += 1
            # Where nearly each has it, as few as will do; else more at once, for each turn has its price.
            size = min(_FEW if len(texts) > len(some) // 4 else 2 * size, _MANY, left or 1)
    texts = list(fresh.values())
    for at, spans in _places(texts, needle, whole=whole):
        found.setdefault(texts[at], (spans, []))[1].append(list(fresh)[at])
    order = sorted(found, key=lambda text: (len(text), text))
    chosen = tuple(Line(text, found[text][0], tuple(sorted(found[text][1]))) for text in order[:limit])
    return Concordance(chosen, complete=complete and len(order) <= limit)


def _with_part(block: Block, rows: list[int], part: str) -> tuple[list[int], list[str]]:
    """Return the rows whose texts have a shaped part, and the texts; to fold them all takes ten times as long."""
    texts = [block.text(row) for row in rows]
    kept = [at for at, each in enumerate(shaped(texts).split(SEPARATOR)) if part in each]
    return [rows[at] for at in kept], [texts[at] for at in kept]


def _places(texts: list[str], needle: str, *, whole: bool) -> Iterator[tuple[int, tuple[Span, ...]]]:
    """Yield the number of each text in which a folded needle stands, with its places; all are folded at once."""
    folded = fold_text("\0".join(texts), EXACT)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    found: dict[int, list[Span]] = {}
    at = folded.letters.find(needle)
    while at != -1:
        span = folded.span(at, len(needle), whole=whole)
        if span is not None:
            text = bisect_right(starts, span.start) - 1
            found.setdefault(text, []).append(Span(span.start - starts[text], span.end - starts[text]))
        at = folded.letters.find(needle, at + (1 if span is None else len(needle)))
    yield from ((text, tuple(spans)) for text, spans in found.items())
