"""The two texts of a check, and what several checks ask of them, worked out once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from workbench.domain.anchors import Span
from workbench.domain.languages import base_language
from workbench.languages.checks.findings import Context
from workbench.languages.checks.quantities import Quantity, Sort
from workbench.languages.checks.quantities import quantities as find_quantities
from workbench.languages.quotation_marks import Pair as Quoted
from workbench.languages.quotation_marks import find_pairs, lines_of
from workbench.languages.sentences import sentences as find_sentences

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ‘\u0301-][^\W\d_]+)*")

_DOUBLE_MARK = re.compile('[«»„“”‟"]')
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\][]*\]")
_FEW = 6
"""Words between quotation marks, at most, that may be a title."""

_BESIDE = 4
"""Code points between a month and its day: gegužės 9, 9-го мая."""


@dataclass(frozen=True)
class Side:
    """One text with its BCP 47 tag."""

    text: str
    tag: str

    @cached_property
    def language(self) -> str:
        """The base language."""
        return base_language(self.tag)

    @cached_property
    def latin(self) -> bool:
        """Whether the tag asks for Latin letters."""
        return "-Latn" in self.tag or self.language not in ("be", "ru")

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """The words in their order; a word with a hyphen or an apostrophe is one."""
        return tuple(_WORD.finditer(self.text))

    @cached_property
    def letters(self) -> int:
        """How many letters there are."""
        return sum(map(str.isalpha, self.text))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; a line's end ends one."""
        found = (
            each for line in lines_of(self.text) for each in find_sentences(self.text, line.start, line.end, self.tag)
        )
        return tuple(Span(start, end) for start, end in found if any(map(str.isalnum, self.text[start:end])))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Numbers, months, days and times."""
        return tuple(find_quantities(self.text, self.language))

    @cached_property
    def quoted(self) -> tuple[Quoted, ...]:
        """What stands between quotation marks, outer before inner."""
        return tuple(find_pairs(self.text))

    @cached_property
    def unclosed(self) -> frozenset[int]:
        """Where a double quotation mark opens what nothing closes."""
        return frozenset(each.outer.start for each in self.quoted if not each.closed)

    @cached_property
    def stray_marks(self) -> tuple[int, ...]:
        """Where a double quotation mark has no other half; one closing mark may stand for two (…„Так“)."""
        used = {at for each in self.quoted if each.closed for at in (each.outer.start, each.outer.end - 1)}
        return tuple(found.start() for found in _DOUBLE_MARK.finditer(self.text) if found.start() not in used)

    @cached_property
    def ends_quoted(self) -> bool:
        """Whether the last pair of quotation marks ends the text."""
        return any(not any(map(str.isalnum, self.text[each.outer.end :])) for each in self.quoted if each.closed)

    @cached_property
    def aside(self) -> bytes:
        """Of each code point whether it stands in brackets, or in quotation marks around a few words: 1, else 0."""
        marked = bytearray(len(self.text))
        titles = [each.outer for each in self.quoted if len(self._between(each.inner).split()) <= _FEW]
        brackets = [Span(*found.span()) for found in _IN_BRACKETS.finditer(self.text)]
        for span in (*titles, *brackets):
            marked[span.start + 1 : span.end] = b"\1" * (span.end - span.start - 1)
        return bytes(marked)

    def _between(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def _months(self) -> tuple[Span, ...]:
        return tuple(each.span for each in self.quantities if each.sort is Sort.MONTH)

    def is_day(self, number: Quantity) -> bool:
        """Tell whether a month stands beside a number, which is its day or its year then."""
        return any(
            min(abs(number.span.start - each.end), abs(each.start - number.span.end)) <= _BESIDE
            for each in self._months
        )


@dataclass(frozen=True)
class Pair:
    """A quote and its translation."""

    source: Side
    target: Side
    context: Context
