"""Where sentences begin and end in Belarusian, Russian, Lithuanian and English; in others by the signs alone.

Positions are code points. Every question costs the same in a text of one 5 MB line as in a
short one: only the text near by is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.languages import base_language
from workbench.languages.abbreviations import Abbreviations, abbreviations

REACH = 3_000
"""Code points that are looked through on either side; a longer sentence ends there."""

_QUOTED = 400
"""Code points of a quotation that is taken as a part of its sentence; a longer one has sentences of its own."""

_TOKEN = 24
"""Code points that are looked back over for the word before a full stop."""

_BEGUN = 4
"""Words of a sentence that has just begun: "In 2020 г. Яна …" goes on."""

_ENDERS = ".!?…‽⁇⁈⁉‼"
_CLOSERS = "»”“’‘\"')]}›"
_DASHES = "—–―⎯-"

# Enders, what closes behind them (a French space before » too), enders again, a note's number.
_END = re.compile(
    rf"[{_ENDERS}][{re.escape(_ENDERS + _CLOSERS)}]{{0,16}}(?:[\u00a0\u202f ][»])?[.]?(?:\[\d{{1,3}}\]){{0,3}}(?=\s|$)"
    r"|\n[^\S\n]{0,200}\n|\u2029"
)
_MARKS = re.compile(r"[«»„“”‚‘’\"()]")
_SINGLE = "‚‘’"
_WORD_BEFORE = re.compile(r"(?:[^\W_]+[.’'-])*[^\W_]+\Z")
_NEXT = re.compile(rf"[\s{re.escape('«„“”‘‚' + chr(34) + chr(39) + '([{¿¡' + _DASHES)}•*]*")
_NEXT_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ROMAN = re.compile(r"[IVXLC]{1,6}")
_PARTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ \u00a0\u202f]){1,2}[^\W\d_]{1,4}\Z")
_LAST_PART = 4
_DOUBLE = frozenset({"дз", "дж", "шч", "dz", "dž", "ch", "sh", "zh", "kh", "ts", "th", "ph", "ya", "yu", "ju", "ja"})
_ITEM = 4


def sentence_at(text: str, start: int, end: int, position: int, language: str = "") -> tuple[int, int]:
    """Return the sentence of the paragraph `start`–`end` that holds a position, without the space behind it.

    The space between two sentences counts to the second, that at the end to the last. `language`
    is a BCP 47 tag; where it is empty or unknown, only signs, capitals and initials count.
    """
    first, last = max(start, position - REACH), min(end, position + REACH)
    found = first, last
    for found in sentences(text, first, last, language):
        if found[1] > position:
            break
    return found


def sentences(text: str, start: int, end: int, language: str = "") -> Iterator[tuple[int, int]]:
    """Go through the sentences of a range as pairs of start and stop; work grows with the range."""
    known = abbreviations(base_language(language))
    quoted = _Quotations(text, start, end)
    first = _skip_space(text, start, end)
    for match in _END.finditer(text, start, end):
        sign, stop = match.span()
        if text[sign] in "\n\u2029":
            stop = sign
        else:
            around = quoted.around(sign, stop)
            if not _ends(text, first, sign, stop, end, known):
                continue
            if any(_goes_on(text, quotation, first, end, known) for quotation in around):
                continue
        if stop > first:
            yield first, stop
            first = _skip_space(text, match.end(), end)
    stop = end
    while stop > first and text[stop - 1].isspace():
        stop -= 1
    if stop > first:
        yield first, stop


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends(text: str, first: int, sign: int, stop: int, end: int, known: Abbreviations) -> bool:
    """Tell whether the sentence that began at `first` ends at the signs `sign`–`stop`."""
    after = _NEXT.match(text, stop, min(end, stop + 64))
    begins = stop if after is None else after.end()
    if begins >= end:
        return True
    following = text[begins]
    if following.islower() or (following in ",;:" and begins == stop):
        return False
    between = text[stop:begins]
    if any(dash in between for dash in _DASHES) and text[stop - 1] in _CLOSERS:
        return False  # «Хто там?» — Яна ўстала.
    if text[sign] != "." or text[sign + 1 : stop].strip(_CLOSERS):
        return True
    return _stop_ends(text, first, sign, begins, end, known)


def _stop_ends(text: str, first: int, sign: int, begins: int, end: int, known: Abbreviations) -> bool:
    """Tell whether a single full stop ends the sentence, by the word before it and what follows."""
    token = _token(text, first, sign, known)
    word, digit = token.lower(), text[begins].isdigit()
    if token.isdigit() or _ROMAN.fullmatch(token):
        item = sign - len(token) <= first + 1 and len(token) <= _ITEM
        if item or token.isdigit():
            return not item
    if word in known.before or (digit and word in known.number):
        return False
    counted = _number_before(text, first, sign - len(token))
    if counted and word in known.counted:
        return len(text[first:sign].split(maxsplit=_BEGUN)) > _BEGUN
    if len(token) == 1 and token.islower() and word not in known.weak:
        return counted and not digit
    if word in known.weak or _initial(token):
        return _starter(text, begins, end, known)
    return True


def _initial(token: str) -> bool:
    """Tell whether a word is an initial, as in "С.", "Дз.", or several, as in "U.S."."""
    if "." in token or len(token) == 1:
        return token.isupper()
    return token[:1].isupper() and token.lower() in _DOUBLE


def _token(text: str, first: int, sign: int, known: Abbreviations) -> str:
    """Return the word before a full stop; parts that stand apart, as in "т. е.", are joined."""
    low = max(first, sign - _TOKEN)
    found = _WORD_BEFORE.search(text, low, sign)
    word = found.group() if found is not None else ""
    parted = _PARTED.search(text, low, sign) if len(word) <= _LAST_PART else None
    joined = "".join(parted.group().split()) if parted is not None else ""
    return joined if joined and (len(word) == 1 or joined.lower() in known.before) else word


def _number_before(text: str, first: int, at: int) -> bool:
    while at > first and text[at - 1] in " \u00a0\u202f":
        at -= 1
    return at > first and text[at - 1].isdigit()


def _starter(text: str, begins: int, end: int, known: Abbreviations) -> bool:
    """Tell whether the next word is one that begins sentences, and no initial."""
    found = _NEXT_WORD.match(text, begins, min(end, begins + _TOKEN))
    if found is None:
        return not text[begins].isdigit()
    if len(found.group()) == 1 and text[found.end() : found.end() + 1] == ".":
        return False
    return found.group().lower() in known.starters


class _Quotations:
    """Quotations and brackets of a range that are no longer than `_QUOTED`; asked from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found: list[tuple[int, int]] = []
        begun: list[int] = []
        for match in _MARKS.finditer(text, start, end):
            at = match.start()
            if text[at] == "’" and text[at + 1 : at + 2].isalnum():
                continue
            if _opens(text, at):
                begun.append(at)
            elif text[at] in _SINGLE and not (begun and text[begun[-1]] in _SINGLE):
                continue  # an apostrophe
            else:
                while begun and text[begun[-1]] in _SINGLE and text[at] not in _SINGLE:
                    begun.pop()
                if begun and at - begun[-1] <= _QUOTED:
                    found.append((begun[-1], at))
                del begun[-1:]
        self._coming = sorted(found, reverse=True)
        self._open: list[tuple[int, int]] = []

    def around(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Return those that begin before a place and end behind it."""
        while self._coming and self._coming[-1][0] < start:
            self._open.append(self._coming.pop())
        self._open = [quotation for quotation in self._open if quotation[1] >= stop]
        return self._open


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in "«„‚()":
        return mark != ")"
    if mark in "»”’":
        return False
    # “ opens in English and closes „ in the others; a straight mark says nothing itself.
    before = text[at - 1] if at else " "
    after = text[at + 1 : at + 2]
    return (before.isspace() or before in _DASHES + "([«„“") and not (after.isspace() or not after)


def _goes_on(text: str, quotation: tuple[int, int], first: int, end: int, known: Abbreviations) -> bool:
    """Tell whether a sentence that began before a quotation goes on behind it, so that none ends inside."""
    begun, closed = quotation
    if not text[first:begun].strip(_DASHES + " \u00a0"):
        return False
    sign = closed - 1 if text[closed - 1] in _ENDERS else closed
    after = closed + 1
    return text[after : after + 1] not in tuple(_ENDERS) and not _ends(text, first, sign, after, end, known)
