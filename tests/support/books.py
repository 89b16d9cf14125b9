"""Texts as long as books with passages all over them, in Cyrillic and in Latin letters.

Where the folder `shared/data/longtext` lies beside the repository they are real novels, poems
and newspaper text, repeated or cut to length; elsewhere they are made of chance words.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.importers.text import structure
from workbench.qt.reader.passage_index import MarkedPassage

SIZES = {"0.3M": (300_000, 1_000), "1M": (1_000_000, 5_000), "5M": (5_000_000, 50_000)}
"""Code points and passages."""

SCRIPTS = {
    "cyrillic": ("ru-karamazov.txt", "be-poetry-public-domain.txt"),
    "latin": ("en-moby-dick.txt", "lt-composite.txt"),
}
_FOLDER = Path(__file__).parents[3] / "shared" / "data" / "longtext"
_LETTERS = {"latin": "etaoinshrdlucmfwypvbgk", "cyrillic": "аеінораслктдмвупзыбгяь"}
_PART = 200_000
"""Code points taken from one file before the other has its turn, so that every size has both."""

KINDS = tuple(PassageKind)


@cache
def book(size: str, script: str) -> str:
    """Return a text of a size."""
    length = SIZES[size][0]
    files = [_FOLDER / name for name in SCRIPTS[script]]
    if not all(file.is_file() for file in files):
        return _made(length, script)
    texts = [file.read_text(encoding="utf-8") for file in files]
    parts: list[str] = []
    at = have = 0
    while have < length:
        for text in texts:
            start = at % len(text)
            parts.append(text[start : start + _PART])
            have += len(parts[-1])
        at += _PART
    return "".join(parts)[:length]


def _made(length: int, script: str) -> str:
    chance = random.Random(7)  # noqa: S311 - material for a benchmark
    words = ["".join(chance.choices(_LETTERS[script], k=chance.randint(2, 10))) for _word in range(2_000)]
    parts: list[str] = []
    have = 0
    while have < length:
        parts.append(" ".join(chance.choices(words, k=chance.randint(20, 140))))
        have += len(parts[-1]) + 1
    return "\n".join(parts)[:length]


@cache
def imported(size: str, script: str) -> StructuredText:
    """Return a text with the blocks that an import finds in it; its empty lines are gone."""
    return structure(book(size, script))


def spread(length: int, number: int) -> tuple[MarkedPassage, ...]:
    """Return passages of 5 to 265 code points and of every kind, evenly over a text, a good half overlapping."""
    return tuple(
        MarkedPassage(f"{n:06}", Span(at, min(length, at + 5 + n * 37 % 260)), (KINDS[n % len(KINDS)],))
        for n in range(number)
        for at in (n * length // number,)
    )
