"""Passages: ranges of an immutable text in Unicode code points, after the W3C selectors.

Python strings index by code point, so the positions here are plain string indices. Widgets
count UTF-16 units; they convert at their own edge with `Utf16Map`.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

CONTEXT = 32
"""Code points of prefix and suffix kept with a passage."""


def text_digest(text: str) -> str:
    """Return the SHA-256 of the text as UTF-8, in lower-case hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A half-open range of code points: `start` is in it, `end` is not (TextPositionSelector)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a range: {self.start}–{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage's place, in the terms of the W3C Web Annotation model (4.2.4 and 4.2.5)."""

    span: Span
    exact: str
    prefix: str
    suffix: str

    def holds(self, text: str) -> bool:
        """Tell whether the text has exactly these words at exactly this place."""
        start, end = self.span.start, self.span.end
        return (
            end <= len(text)
            and text[start:end] == self.exact
            and text[max(0, start - len(self.prefix)) : start] == self.prefix
            and text[end : end + len(self.suffix)] == self.suffix
        )


def anchor_at(text: str, span: Span) -> Anchor:
    """Make the anchor of a range.

    Raises:
        ValueError: the range ends after the text.
    """
    if span.end > len(text):
        raise ValueError(f"range ends at {span.end}, text at {len(text)}")
    return Anchor(
        span,
        text[span.start : span.end],
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def find_quote(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[Span]:
    """Return every place where `exact` stands between `prefix` and `suffix`, to the character.

    More than one place, or none, is for a person to decide: nothing here guesses.
    """
    places: list[Span] = []
    if not exact:
        return places
    at = text.find(exact)
    while at != -1:
        end = at + len(exact)
        if text.endswith(prefix, 0, at) and text.startswith(suffix, end):
            places.append(Span(at, end))
        at = text.find(exact, at + 1)
    return places


def trimmed(text: str, span: Span) -> Span | None:
    """Shrink a range past white space at its edges; None where only white space was in it."""
    start, end = span.start, min(span.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


class Utf16Map:
    """Converts between code points and UTF-16 code units of one text.

    Only characters outside the Basic Multilingual Plane differ, so only those are kept:
    a text without them costs one scan and no memory.
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        self._wide_units = [at + n for n, at in enumerate(self._wide)]

    def to_units(self, point: int) -> int:
        """Return the UTF-16 offset of a code point offset."""
        return point + bisect_left(self._wide, point)

    def to_points(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 offset; inside a pair, that of its start."""
        count = bisect_right(self._wide_units, unit - 1)
        point = unit - count
        if count and self._wide_units[count - 1] == unit - 1:
            return self._wide[count - 1]
        return point
