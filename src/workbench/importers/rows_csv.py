"""A table as text: its encoding, delimiter and quoting told from the bytes, or one line why not.

Strict where `decoding.decode` is lenient: a table whose damaged cells became signs would be
records with wrong names, so every byte must be readable and every quotation closed (RFC 4180, 2).
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers import limits
from workbench.importers.charsets import guess_charset
from workbench.importers.decoding import BYTE_ORDER_MARKS

_DELIMITERS = ",;\t|"
_SAMPLE = 200
"""Lines by which the delimiter is told."""

_UNREADABLE = frozenset(chr(code) for code in range(32)) - set("\t\n\r")
_FEW = 3
"""Characters that may look like UTF-8 by chance in a file of a one-byte encoding."""


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows with the file's line (from 1) that each begins at."""

    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
    encoding: str
    delimiter: str


def read_csv(data: bytes, name: str) -> TextTable:
    """Read a table as text; a first line `sep=;` says the delimiter, as spreadsheets write it.

    Raises:
        ImportFileError: with the line: bytes that are not of the file's encoding, a quotation that is
            not closed or goes on after its end, a cell, row or table past a limit.
    """
    text, encoding = _text(data, name)
    text, delimiter, skipped = _begun(text)
    found = list(_rows(text, delimiter, name, skipped, limits.TABLE_ROWS))
    return TextTable(tuple(row for _line, row in found), tuple(line for line, _row in found), encoding, delimiter)


def csv_rows(data: bytes, name: str, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Give the rows of a table of at most so many one by one, each with the file's line that it begins at.

    Raises:
        ImportFileError: as `read_csv`, when it comes to it.
    """
    text, delimiter, skipped = _begun(_text(data, name)[0])
    yield from _rows(text, delimiter, name, skipped, most)


def _begun(text: str) -> tuple[str, str, int]:
    """Return a table without the line that says its delimiter, the delimiter, and how many lines that were."""
    first = text[: max(text.find("\n"), 0)]
    said = first.strip("\r ")  # a tab is a delimiter, too
    if said.lower().startswith("sep=") and len(said) == 5:
        return text[len(first) + 1 :], said[4], 1
    return text, _delimiter(text), 0


def _text(data: bytes, name: str) -> tuple[str, str]:
    mark, encoding = next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), (b"", ""))
    data = data[len(mark) :]
    if not encoding:
        encoding = _wide(data) if b"\x00" in data else _narrow(data, name)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "replace")
        raise _mixed(name, before.count("\n") + 1, encoding) from None
    at = next((place for place, sign in enumerate(text) if sign in _UNREADABLE), -1)
    if at >= 0:
        raise _at(name, text.count("\n", 0, at) + 1, _("it holds binary data"))
    return text, encoding


def _wide(data: bytes) -> str:
    """Tell which UTF-16 it is by where its zero bytes stand: the upper halves of ASCII signs."""
    return "utf-16-be" if data[0::2].count(0) > data[1::2].count(0) else "utf-16-le"


def _narrow(data: bytes, name: str) -> str:
    """Tell UTF-8 from the one-byte encodings, line by line, so that a mixture is found where it begins."""
    good: list[int] = []
    bad: list[int] = []
    signs = 0
    for number, line in enumerate(data.splitlines(), 1):
        if line.isascii():
            continue
        try:
            signs += sum(sign > "\x7f" for sign in line.decode("utf-8"))
            good.append(number)
        except UnicodeDecodeError:
            bad.append(number)
    if not bad:
        return "utf-8"
    if signs > _FEW:
        fewer, usual = (bad, "utf-8") if len(bad) <= len(good) else (good, "")
        raise _mixed(name, fewer[0], usual)
    guess = guess_charset(data)
    if guess is None:
        raise ImportFileError(
            _("“{name}” is damaged, or its encoding cannot be recognised.").format(name=name),
            do=_("Save it as UTF-8 and try again."),
        )
    return guess.encoding


def _mixed(name: str, line: int, encoding: str) -> ImportFileError:
    if encoding:
        reason = _("it is not in the encoding of the rest ({encoding})").format(encoding=encoding.upper())
    else:
        reason = _("it is in UTF-8, and the rest is not")
    return _at(name, line, reason)


def _at(name: str, line: int, reason: str) -> ImportFileError:
    return ImportFileError(
        _("Line {n} of “{name}” cannot be read: {reason}.").format(n=line, name=name, reason=reason),
        kept=_("Nothing was brought in."),
        do=_("Correct the file, save it as UTF-8 and try again."),
    )


def _delimiter(text: str) -> str:
    """Choose the sign that parts most lines into the same number of cells, two at least; else a comma."""
    best, best_score = ",", (0.0, 0)
    for sign in _DELIMITERS:
        widths = []
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
                widths.append(len(row))
                if len(widths) == _SAMPLE:
                    break
        except csv.Error:
            continue
        counted = Counter(width for width in widths if width)
        width, often = counted.most_common(1)[0] if counted else (0, 0)
        score = (often / counted.total(), width) if width > 1 else (0.0, 0)
        if score > best_score:
            best, best_score = sign, score
    return best


def _rows(text: str, delimiter: str, name: str, skipped: int, most: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for number, row in enumerate(reader):
            if number >= most:
                raise ImportFileError(_("“{name}” has too many rows.").format(name=name))
            if len(row) > limits.TABLE_COLUMNS:
                raise _at(name, begins + skipped, _("it has too many cells"))
            if any(len(cell) > limits.CELL_POINTS for cell in row):
                raise _at(name, begins + skipped, _("it has a cell that is too long"))
            yield begins + skipped, tuple(row)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise _at(name, begins + skipped, _reason(str(error))) from None


def _reason(said: str) -> str:
    """Say in the program's words what the parser found (Python's `_csv.c` has these messages)."""
    if "unexpected end of data" in said:
        return _("a quotation that begins there is not closed")
    if "expected after" in said:
        return _("the quotation goes on after its closing mark")
    if "field larger" in said:
        return _("it has a cell that is too long, or a quotation that is not closed")
    return _("it is not well formed")
