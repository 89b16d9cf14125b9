"""The child process that reads one workbook: XLSX on standard input, JSON on standard output.

It answers `{"sheets": [[name, [[cell…]…]]…]}`, or `{"refused": reason}` with a reason that
`importers.rows` knows. Nothing here is loaded by the program.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, time
from typing import Any

from workbench.importers import limits
from workbench.importers.html_child import serve

_HEAD = 8_192
"""Bytes of a part in which a document type declaration would stand: before its first element."""


class RefusedWorkbookError(Exception):
    """The workbook goes past a limit; the one argument is the reason's key."""


def main() -> None:
    """Read, answer, end. The exit status is 0 even for a refusal: the answer says it."""
    serve(limits.TABLE_BYTES + 1, answer_for)


def answer_for(data: bytes) -> dict[str, Any]:
    """Return the answer for a workbook, refusals included."""
    try:
        check_packing(data)
        return {"sheets": _sheets(data)}
    except RefusedWorkbookError as refusal:
        return {"refused": refusal.args[0]}
    except MemoryError:
        return {"refused": "memory"}


def check_packing(data: bytes, needed: str = "xl/workbook.xml") -> None:
    """Look at the package before anything of it is understood: how much it unpacks to, and what it declares.

    Raises:
        RefusedWorkbookError: `packing`, `entities`, or `kind` where it has no part `needed`, and so is
            another package than is wanted.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > limits.TABLE_PARTS or sum(part.file_size for part in parts) > limits.TABLE_UNPACKED_BYTES:
                raise RefusedWorkbookError("packing")
            if any(part.flag_bits & 1 for part in parts):
                raise RefusedWorkbookError("locked")
            if not {"[Content_Types].xml", needed} <= {part.filename for part in parts}:
                raise RefusedWorkbookError("kind")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as opened:
                        head = opened.read(_HEAD)
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        raise RefusedWorkbookError("entities")
    # What `zipfile` raises over a damaged package: no package, an unknown way of packing, a part cut short,
    # a wrong offset or name, a place before the beginning of the file. All of it is met while unpacking alone.
    except (zipfile.BadZipFile, NotImplementedError, EOFError, ValueError, OSError) as error:
        raise RefusedWorkbookError("packing") from error


def _sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    from python_calamine import CalamineError, load_workbook

    try:
        workbook = load_workbook(io.BytesIO(data))
        names = workbook.sheet_names
        if len(names) > limits.TABLE_SHEETS:
            raise RefusedWorkbookError("sheets")
        return [(name, _rows(workbook.get_sheet_by_name(name))) for name in names]
    except CalamineError as error:
        raise RefusedWorkbookError("") from error


def _rows(sheet: Any) -> list[list[str]]:
    last_row, last_column = sheet.end or (-1, -1)  # from 0
    if last_row >= limits.TABLE_ROWS:
        raise RefusedWorkbookError("rows")
    if last_column >= limits.TABLE_COLUMNS:
        raise RefusedWorkbookError("columns")
    rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    if any(len(cell) > limits.CELL_POINTS for row in rows for cell in row):
        raise RefusedWorkbookError("cell")
    return rows


def _text(value: object) -> str:
    """Write a cell as a person would: dates after ISO 8601, a whole number without its fraction."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, time):
        return value.isoformat("minutes")
    return "".join(" " if c == "\x00" or "\ud800" <= c <= "\udfff" else c for c in str(value))


if __name__ == "__main__":
    main()
