"""Tables in: CSV and XLSX, as rows of plain text cells; what cannot be read exactly is refused.

Cells are text as a person would read them: a spreadsheet's dates come as ISO 8601, its whole
numbers without a fraction; formulas are never evaluated, their stored results are taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.domain.errors import ImportFileError
from workbench.i18n import N_, _
from workbench.importers import limits
from workbench.importers.child import Cancel, Child
from workbench.importers.decoding import name_of
from workbench.importers.files import Original
from workbench.importers.magic import refusal
from workbench.importers.rows_csv import read_csv

CSV_TYPE = "text/csv"
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_REFUSALS = {
    "packing": N_("“{name}” is packed in a way that is not safe to unpack."),
    "entities": N_("“{name}” declares entities of its own, which no spreadsheet needs."),
    "kind": N_("“{name}” is not an XLSX workbook or a table as text."),
    "locked": N_("“{name}” is encrypted, or is an older kind of workbook."),
    "sheets": N_("“{name}” has too many sheets."),
    "rows": N_("“{name}” has too many rows."),
    "columns": N_("“{name}” has too many columns."),
    "cell": N_("“{name}” has a cell that is too long."),
    "memory": N_("“{name}” needs too much memory to be read."),
    "time": N_("“{name}” takes too long to read."),
}
_PACKED = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name (empty for CSV), its rows, and the number of the file's line or row that each begins at.

    A row has as many cells as the file gives it; rows without any words are left out.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Tables:
    """What was read of one file; `encoding` is Python's name and `delimiter` a sign, both empty for a workbook."""

    original: Original
    media_type: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return self.original.file_name


def read_tables(original: Original, cancel: Cancel | None = None) -> Tables:
    """Read a table, or the sheets of a workbook, told apart by the bytes and not by the name.

    Raises:
        ImportFileError: it goes past a limit, is no table, or its quoting is broken or its
            encodings mixed; then with the line.
        CancelledError: `cancel` answered True.
    """
    name = name_of(original)
    if original.size > limits.TABLE_BYTES:
        raise ImportFileError(
            _("“{name}” is too large: at most {n} MB can be imported.").format(
                name=name, n=limits.TABLE_BYTES // (1024 * 1024)
            )
        )
    if original.data.startswith(_PACKED):
        return Tables(original, XLSX_TYPE, _workbook(original, name, cancel))
    if original.data.startswith(_COMPOUND):
        raise _refused("locked", name)
    if line := refusal(original.data, name):
        raise ImportFileError(line)
    table = read_csv(original.data, name)
    sheet = _kept("", table.rows, table.lines)
    if not sheet.rows:
        raise _empty(name)
    return Tables(original, CSV_TYPE, (sheet,), table.encoding, table.delimiter)


def _workbook(original: Original, name: str, cancel: Cancel | None) -> tuple[Sheet, ...]:
    answer = Child("rows_child", "workbook", original.data, lambda reason: _refused(reason, name), cancel).run()
    sheets = []
    for given in answer.get("sheets", []):
        match given:
            case [str(title), list(rows)]:
                cells = [_cells(row, name) for row in rows]
                sheets.append(_kept(title[: limits.METADATA_POINTS], cells, range(1, len(cells) + 1)))
            case _:
                raise _refused("", name)
    if not any(sheet.rows for sheet in sheets):
        raise _empty(name)
    return tuple(sheet for sheet in sheets if sheet.rows)


def _cells(row: Any, name: str) -> tuple[str, ...]:
    """Take a row of the child's answer, in which nothing is taken on trust."""
    if not isinstance(row, list) or not all(isinstance(cell, str) for cell in row):
        raise _refused("", name)
    return tuple(row)


def _kept(name: str, rows: Any, lines: Any) -> Sheet:
    """Leave out rows without words, and the empty cells at the end of each."""
    pairs = []
    for row, line in zip(rows, lines, strict=True):
        width = max((place + 1 for place, cell in enumerate(row) if cell.strip()), default=0)
        if width:
            pairs.append((tuple(row[:width]), line))
    return Sheet(name, tuple(row for row, _line in pairs), tuple(line for _row, line in pairs))


def _empty(name: str) -> ImportFileError:
    return ImportFileError(_("“{name}” has no rows in it.").format(name=name))


def _refused(reason: str, name: str) -> ImportFileError:
    message = _REFUSALS.get(reason, N_("The workbook “{name}” could not be read."))
    do = _("Save it as XLSX or as CSV in UTF-8 and try again.") if reason in {"kind", "locked", ""} else ""
    return ImportFileError(_(message).format(name=name), do=do)
