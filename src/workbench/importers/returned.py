"""What a translator sends back: XLIFF 1.2 and 2, TMX, and our own tables, as units of plain text.

Which archive rows they belong to is not known here: a unit has the id and the seal that stand in the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from workbench.domain.errors import ImportFileError
from workbench.domain.languages import tag_or_nothing
from workbench.i18n import N_, _, active
from workbench.importers import limits
from workbench.importers.child import Cancel, Child
from workbench.importers.decoding import name_of
from workbench.importers.files import Original
from workbench.importers.rows import read_tables

_PACKED = b"PK\x03\x04"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_KEY = re.compile(r"skaryna\|([0-9a-f-]{36})\|([A-Za-z0-9-]{2,40})\|([A-Za-z0-9-]{2,40})\|([A-Za-z0-9_-]{0,200})")

_TARGET = 5
"""The column of the translation in our tables, from 0 and without that of the keys (`exporters.sheets.HEADINGS`)."""

_REFUSALS = {
    "packing": N_("“{name}” is packed in a way that is not safe to unpack."),
    "entities": N_("“{name}” declares entities of its own, which no such file needs."),
    "kind": N_("“{name}” is not a DOCX document."),
    "sheet": N_("“{name}” is not an XLSX workbook or a table as text."),
    "locked": N_("“{name}” is encrypted."),
    "rows": N_("“{name}” has too many rows."),
    "cell": N_("“{name}” has a cell that is too long."),
    "memory": N_("“{name}” needs too much memory to be read."),
    "time": N_("“{name}” takes too long to read."),
}

_NAMED = {".docx": "kind", ".xlsx": "sheet"}
"""What is said of a file that is called so and is neither packed nor XML."""


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """One text in one language. `unit` is the id as it came, `quote_id` a UUID in it, `seal` what was sent along.

    Tags are as `normal_tag` gives them, empty where the file has none or none that is well-formed.
    """

    unit: str
    quote_id: str
    seal: str
    source_language: str
    source_text: str
    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Returned:
    """One file that came back; units without a translation are among its `units`, with an empty text."""

    name: str
    units: tuple[ReturnedUnit, ...]


def read_returned(original: Original, cancel: Cancel | None = None) -> Returned:
    """Read a file, told apart by its bytes and not by its name.

    Raises:
        ImportFileError: it goes past a limit, is broken or hostile, is no file of these kinds, or
            holds no unit at all.
        CancelledError: `cancel` answered True.
    """
    name = name_of(original)
    if original.data.startswith(_PACKED):
        units = _packed(original, name, cancel)
    elif (reason := _NAMED.get(PurePath(name).suffix.casefold())) and not _looks_like_xml(original.data):
        raise _refused(reason, name)
    else:
        from workbench.importers.returned_xml import read_units

        units = read_units(original)
    if len(units) > limits.RETURNED_UNITS:
        raise ImportFileError(
            _("“{name}” holds too much: at most {n} translations can be taken in.").format(
                name=name, n=active().number(limits.RETURNED_UNITS)
            )
        )
    if any(max(len(unit.text), len(unit.source_text)) > limits.RETURNED_TEXT_POINTS for unit in units):
        raise ImportFileError(_("“{name}” holds a translation that is too long.").format(name=name))
    if not units:
        raise ImportFileError(
            _("“{name}” holds no translations.").format(name=name),
            do=_("Choose a file that was sent to a translator from here, or a TMX."),
        )
    return Returned(name, tuple(units))


def _looks_like_xml(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<")


def unit_of(unit: str, seal: str, languages: tuple[str, str], source_text: str, text: str) -> ReturnedUnit:
    """Make a unit of what a file says, its tags made regular and the quote's id found in its own."""
    found = _UUID.search(unit)
    source_language, language = (tag_or_nothing(tag) for tag in languages)
    return ReturnedUnit(
        unit[: limits.METADATA_POINTS],
        found[0].lower() if found else "",
        seal.strip(),
        source_language,
        source_text,
        language,
        text,
    )


def _packed(original: Original, name: str, cancel: Cancel | None) -> list[ReturnedUnit]:
    if b"word/document.xml" not in original.data:
        return _units([row for sheet in read_tables(original, cancel).sheets for row in sheet.rows])
    answer = Child("docx_child", "table", original.data, lambda reason: _refused(reason, name), cancel).run()
    rows = answer.get("rows")
    if not isinstance(rows, list) or not all(
        isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in rows
    ):
        raise _refused("", name)
    return _units([tuple(row) for row in rows])


def _units(rows: list[tuple[str, ...]]) -> list[ReturnedUnit]:
    """Read the rows of one of our tables: the key in the first cell, the translation in the last of its columns.

    A row whose key was lost has the languages of the others, and is known by its words at best.
    """
    keys = [_KEY.search(row[0]) if row else None for row in rows]
    first = next((key for key in keys if key), None)
    if first is None:
        return []
    alone = first[0] == first.string.strip()  # a workbook has a column of its own for the keys
    found = []
    for row, key in zip(rows, keys, strict=True):
        quote_id, origin, target, seal = (key or first).groups()
        cells = row[1:] if alone else (_KEY.sub("", row[0]), *row[1:]) if row else ()
        source = cells[0] if cells else ""
        text = cells[_TARGET] if len(cells) > _TARGET else ""
        if key:
            found.append(unit_of(quote_id, seal, (origin, target), source, text))
        elif text.strip() and row is not rows[0]:
            found.append(unit_of("", "", (origin, target), source, text))
    return found


def _refused(reason: str, name: str) -> ImportFileError:
    line = _REFUSALS.get(reason, N_("“{name}” could not be read."))
    return ImportFileError(_(line).format(name=name), kept=_("Nothing was taken in."))
