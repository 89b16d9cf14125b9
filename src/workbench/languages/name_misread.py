"""What a run of letters says that was encoded once more, or read in another charset than it was written in.

base64 (RFC 4648, both alphabets) and bytes of UTF-8, windows-1251 and KOI8 that were taken for another
of them or for Latin-1. Only runs that look like it are undone: words of a language hardly ever do.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator

_BASE64 = re.compile(r"(?<![\w+/-])[\w+/-]{8,4096}={0,2}", re.ASCII)
_UNLIKELY = re.compile(r"[A-Z]?[a-z]++(?:[-/_][A-Z]?[a-z]++)*+|[^a-z]++")
"""Words, with hyphens between or none, or capitals and figures: no base64."""

_FROM_URL = str.maketrans("-_", "+/")

_AS_BYTES = "[\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u0400-\u045f\u0490\u0491\u2013-\u2044\u20ac\u2116\u2122]"
_UTF_8 = re.compile(f"(?:[РСТЎÐÑÒÄÅ]{_AS_BYTES}){{3,}}")
"""Two-byte letters of Cyrillic (and of Lithuanian), each of which was read as two."""

_LATIN = re.compile(r"[\u00c0-\u00ff\u0080-\u00bf]{3,}")
_SWAPPED = re.compile(r"(?<!\w)(?:[а-яё][А-ЯЁ]{3,}|[А-ЯЁ]{5,})(?!\w)")
"""KOI8 and windows-1251 have small letters where the other has capitals."""


def misread(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end in code points, what it may say) of each run that may have been encoded or misread."""
    for match in _BASE64.finditer(text):
        if not _UNLIKELY.fullmatch(match.group()) and (said := _from_base64(match.group())):
            yield match.start(), match.end(), said
    for match in _UTF_8.finditer(text):
        for charset in ("cp1251", "cp1252"):
            yield from _again(match, charset, "utf-8")
    for match in _LATIN.finditer(text):
        for charset in ("cp1251", "koi8-u"):
            yield from _again(match, "cp1252", charset)
    for match in _SWAPPED.finditer(text):
        yield from _again(match, "cp1251", "koi8-u")
        yield from _again(match, "koi8-u", "cp1251")


def _from_base64(run: str) -> str:
    """Return the text that a run holds; nothing where it holds none."""
    plain = run.rstrip("=").translate(_FROM_URL)
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _again(match: re.Match[str], wrong: str, right: str) -> Iterator[tuple[int, int, str]]:
    """Yield what a run says in another charset, where its letters can be read in it."""
    try:
        yield match.start(), match.end(), b"".join(_byte(each, wrong) for each in match.group()).decode(right)
    except UnicodeError:
        return


def _byte(letter: str, charset: str) -> bytes:
    """Return the byte that a letter was read from; what a charset leaves free is read as Latin-1 has it."""
    try:
        return letter.encode(charset)
    except UnicodeEncodeError:
        return letter.encode("latin-1")
