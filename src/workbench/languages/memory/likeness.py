"""How like two texts are, in per cent: what a translator reads beside a match.

The percentage is 100 × (1 − d / n): d is the Levenshtein distance of the two texts in their
`normals`, n the length of the longer one, both in code points. Letters and not words are counted,
because an inflected word is not another word. It is rounded down, and 100 is for the same text
only: what differs in case, spaces or the shape of marks has 99.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

CUTOFF = 50
"""Per cent under which a text is no help."""

LONGEST = 5_000
"""Code points of a normal from which on a text is like another only if their normals are equal.

The distance of two texts takes time by the product of their lengths.
"""

SEPARATOR = "\0"
"""Stands between texts that are worked on together."""

_SHAPES = {
    "'": "’‘‚‛ʼʻ`´′",
    '"': "“”„‟«»″",
    "-": "‐‑‒–—―−",
    "...": "…",
    "": "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff",
}
"""What is written in several ways, or is not seen at all."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_SIGNS, _SIGN = 6_400, 0xE000
"""The Private Use Area, which a text has no use for (Unicode 23.5)."""

_FIRST = 16

Similarities = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hit:
    """A text that is like the one asked for, with the ids of all segments that read so.

    `similarity` is exact, from 0 to 1, and what hits are ordered by; `percent` is what is shown.
    """

    text: str
    ids: tuple[str, ...]
    similarity: float
    percent: int


def shaped(texts: Sequence[str]) -> str:
    """Return texts without case and shapes of marks, composed, joined by U+0000; spaces and numbers stay."""
    joined = SEPARATOR.join([text.replace(SEPARATOR, " ") for text in texts])
    joined = unicodedata.normalize("NFC", unicodedata.normalize("NFC", joined).casefold())
    for one, shapes in _SHAPES.items():
        for shape in shapes:
            joined = joined.replace(shape, one)
    return joined


def normals(texts: Sequence[str]) -> list[str]:
    """Return what of each text is compared: as `shaped`, one space for many, and one sign for each number.

    The sign is a code point that depends on the number's digits alone: an other number is one
    difference, however many digits it has. Many are made at once, since most of the time goes
    into the calls.
    """
    return normals_of(shaped(texts)) if texts else []


def normals_of(joined: str) -> list[str]:
    """Return the normals of texts that are `shaped` and joined already."""
    numbered = _NUMBER.sub(lambda number: chr(_SIGN + crc32(number[0].encode()) % _SIGNS), joined)
    return [" ".join(part.split()) for part in numbered.split(SEPARATOR)]


def percentage(one: str, other: str) -> int:
    """Return how like two texts are, 0 to 100."""
    return _percent(one, other, float(similarities(normals([one])[0], normals([other]), 0.0)[0]))


def rank(
    query: str, candidates: Iterable[tuple[str, str]], *, limit: int | None = 5, cutoff: int = CUTOFF
) -> list[Hit]:
    """Return the texts of `(id, text)` that are like a query by `cutoff` per cent or more, the best first.

    `limit` counts texts, not segments; None is all of them. The same text comes first, then what
    is more similar, then by the text itself: the order never depends on that of the candidates.
    """
    ids: dict[str, list[str]] = {}
    for segment_id, text in candidates:
        ids.setdefault(text, []).append(segment_id)
    return [hit(query, text, similarity, ids[text]) for text, similarity in closest(query, list(ids), limit, cutoff)]


def hit(query: str, text: str, similarity: float, ids: Iterable[str]) -> Hit:
    """Make a hit; its ids are put in order."""
    return Hit(text, tuple(sorted(ids)), similarity, _percent(query, text, similarity))


def closest(query: str, texts: Sequence[str], limit: int | None, cutoff: int) -> list[tuple[str, float]]:
    """Return the most similar of different texts with their similarity, in the order of `rank`.

    Fastest where the texts that are likely to be like the query stand first.
    """
    found = measured(normals([query])[0], normals(texts), limit, cutoff / 100)
    return best_of(query, ((texts[int(at)], float(found[at])) for at in np.flatnonzero(found >= cutoff / 100)), limit)


def measured(query: str, texts: Sequence[str], limit: int | None, least: float) -> Similarities:
    """Return the similarity of a normal to others, 0 where it is under `least`, or one of no use for `limit`."""
    first = similarities(query, texts[:_FIRST], least)
    if limit is not None and len(first) >= limit > 0:
        # What is worse than the best so far need not be measured to the end; equals still count.
        least = max(least, float(np.sort(first)[-limit]) - 1e-9)
    return np.concatenate((first, similarities(query, texts[_FIRST:], least)))


def best_of(query: str, found: Iterable[tuple[str, float]], limit: int | None) -> list[tuple[str, float]]:
    """Return the best of texts with their similarities, in the order of `rank`."""
    return sorted(found, key=lambda each: (not _same(query, each[0]), -each[1], each[0]))[:limit]


def similarities(query: str, texts: Sequence[str], cutoff: float) -> Similarities:
    """Return the similarity of a normal to others, 0 to 1; 0 where it is under `cutoff`."""
    from rapidfuzz.distance import Levenshtein
    from rapidfuzz.process import cdist

    if not texts:
        return np.zeros(0)
    if len(query) > LONGEST or max(map(len, texts)) > LONGEST:
        return np.array([_bounded(query, text) for text in texts])
    table = cdist([query], texts, scorer=Levenshtein.normalized_similarity, score_cutoff=cutoff, dtype=np.float64)
    return np.asarray(table.ravel(), dtype=np.float64)


def _bounded(query: str, text: str) -> float:
    from rapidfuzz.distance import Levenshtein

    if max(len(query), len(text)) > LONGEST:
        return float(query == text)
    return Levenshtein.normalized_similarity(query, text)


def _same(one: str, other: str) -> bool:
    return one == other or unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def _percent(one: str, other: str, similarity: float) -> int:
    return 100 if _same(one, other) else min(99, math.floor(similarity * 100 + 1e-6))
