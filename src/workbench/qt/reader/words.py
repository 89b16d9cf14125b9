"""Where words begin and end, by Unicode categories; no Qt.

Positions are code points. An apostrophe (U+0027, U+2019, U+02BC) or a hyphen between two
letters belongs to the word, as in Belarusian "сям’я". Marks and joiners belong to what they
follow, so that a family emoji or an accented letter is never cut.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

APOSTROPHES = frozenset("'\u2019\u02bc")
_INNER = APOSTROPHES | frozenset("-\u2010\u2011")

_REACH = 10_000
"""Code points that are looked through for the edge of one word; text without any is no word."""

_MARKS = 64
"""Marks that are looked back over for what they belong to."""

_SPACE, _WORD, _OTHER, _JOINS = range(4)
_CLASSES = {"L": _WORD, "N": _WORD, "M": _JOINS, "Z": _SPACE, "C": _SPACE, "P": _OTHER, "S": _OTHER}


@lru_cache(maxsize=4096)
def _own_class(character: str) -> int:
    category = unicodedata.category(character)
    if category in ("Cf", "Sk"):
        return _JOINS
    return _WORD if category == "Pc" else _CLASSES[category[0]]


def _class(text: str, at: int) -> int:
    """Return the class of a character; a mark or joiner has that of what it follows."""
    found = _own_class(text[at])
    stop = max(0, at - _MARKS)
    while found == _JOINS and at > stop:
        at -= 1
        found = _own_class(text[at])
    if found == _OTHER and text[at] in _INNER and _between_letters(text, at):
        return _WORD
    return _OTHER if found == _JOINS else found


def _between_letters(text: str, at: int) -> bool:
    if at == 0 or at + 1 >= len(text):
        return False
    before = at - 1
    stop = max(0, at - _MARKS)
    while before > stop and _own_class(text[before]) == _JOINS:
        before -= 1
    return _own_class(text[before]) == _WORD and _own_class(text[at + 1]) == _WORD


def _base(text: str, at: int, stop: int) -> int:
    """Return what the mark or joiner at a place belongs to, not before `stop`; the place itself for any other."""
    while at > stop and _own_class(text[at]) == _JOINS:
        at -= 1
    return at


def _run_end(text: str, position: int, kind: int, limit: int) -> int:
    """Return where a run of one class ends that a position stands in; marks go with what they follow."""
    while position < limit and (_own_class(text[position]) == _JOINS or _class(text, position) == kind):
        position += 1
    return position


def _run_start(text: str, position: int, kind: int, stop: int) -> int:
    """Return where a run of one class begins that ends at a position."""
    while position > stop:
        base = _base(text, position - 1, stop)
        if _class(text, base) != kind:
            break
        position = base
    return position


def word_at(text: str, position: int) -> tuple[int, int]:
    """Return the run of one class around a position: a word, a run of spaces, or of signs."""
    if not text:
        return 0, 0
    position = min(position, len(text) - 1)
    first, last = max(0, position - _REACH), min(len(text), position + _REACH)
    kind = _class(text, _base(text, position, first))
    start = _run_start(text, position, kind, first)
    start = max(start, text.rfind("\n", start, position) + 1)
    end = _run_end(text, position + 1, kind, last)
    newline = text.find("\n", max(position, start + 1), end)
    return start, end if newline < 0 else newline


def next_word_start(text: str, position: int) -> int:
    """Return where the word after a position begins; the text's end where there is none."""
    length = min(len(text), position + _REACH)
    if position >= length:
        return length
    kind = _class(text, position)
    if kind != _SPACE:
        position = _run_end(text, position, kind, length)
    return _run_end(text, position, _SPACE, length)


def previous_word_start(text: str, position: int) -> int:
    """Return where the word before a position begins; 0 where there is none."""
    stop = max(0, position - _REACH)
    position = _run_start(text, position, _SPACE, stop)
    if position == stop:
        return stop
    return _run_start(text, position, _class(text, _base(text, position - 1, stop)), stop)


def next_word_end(text: str, position: int) -> int:
    """Return where the first word, or run of signs, that ends after a position ends; the text's end without one."""
    length = min(len(text), position + _REACH)
    if position < length and _class(text, position) == _SPACE:
        position = _run_end(text, position, _SPACE, length)
    if position < length:
        position = _run_end(text, position, _class(text, position), length)
    return position


def previous_word_end(text: str, position: int) -> int:
    """Return where the last word, or run of signs, that ends before a position ends; 0 where there is none."""
    stop = max(0, position - _REACH)
    if position > stop:
        kind = _class(text, _base(text, position - 1, stop))
        if kind != _SPACE:
            position = _run_start(text, position, kind, stop)
    return _run_start(text, position, _SPACE, stop)
