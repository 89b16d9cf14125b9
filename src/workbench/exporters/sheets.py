"""Tables for translators without tools, DOCX and XLSX: what was said, by whom, where, and a column to write in.

Each row carries what it is known by when it comes back (`row_key`): in a workbook in a hidden column
of a protected sheet, whose last column alone can be written in; in a text document as hidden type.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.domain.bundle import BundleQuote
from workbench.exporters.errand import (
    NO_ERRAND,
    Errand,
    context_of,
    names_beside,
    provenance_of,
    speaker_of,
    translation_in,
    words_of,
)
from workbench.exporters.lookup import Lookup, moment_of
from workbench.exporters.record_table import fitting
from workbench.exporters.standing import relay_words, unfinished_words
from workbench.exporters.xliff import grouped
from workbench.exporters.xml import shown
from workbench.i18n import N_, phrasebook

if TYPE_CHECKING:
    from docx.document import Document

MARK = "skaryna"
"""Begins the key of each row, and the heading of the column that holds it."""

HEADINGS = (
    N_("Quote"),
    N_("Before and after"),
    N_("Speaker"),
    N_("Source"),
    N_("Names and terms"),
    N_("Translation"),
)
"""What stands over the columns, in the language that is translated into; the keys have none that is seen."""

_WIDTHS = (44, 40, 18, 26, 24, 52)
"""Characters that each column is wide, in a workbook; in a document their share of the page."""


@dataclass(frozen=True, slots=True)
class _Row:
    key: str
    cells: tuple[str, ...]


def row_key(quote_id: str, origin: str, target: str, seal: str) -> str:
    """Return what a row is known by: the quote's id, both languages, and its seal, in one word."""
    return "|".join((MARK, quote_id, origin, target, seal))


def _rows(lookup: Lookup, quotes: list[BundleQuote], origin: str, target: str, errand: Errand) -> list[_Row]:
    found = []
    for quote in quotes:
        before, after = context_of(lookup, quote)
        translation = translation_in(quote, target)
        helping = (*names_beside(lookup, quote, target), *errand.terms.get((quote.id, target), ()))
        names = "\n".join(f"{here} = {there}" for here, there in helping)
        cells = (
            words_of(lookup, quote),
            f"…{before}[ ]{after}…",
            speaker_of(lookup, quote, target),
            "\n".join(
                filter(None, (provenance_of(lookup, quote), unfinished_words(translation), relay_words(translation)))
            ),
            names,
            translation.text if translation else "",
        )
        key = row_key(quote.id, origin, target, errand.seals.get(quote.id, ""))
        found.append(_Row(key, tuple(map(shown, cells))))
    return found


def write_xlsx(lookup: Lookup, errand: Errand = NO_ERRAND) -> dict[str, bytes]:
    """Return a workbook for each pair of languages, by its file name; every cell is typed as text."""
    return {
        f"{name}.xlsx": _workbook(lookup, _rows(lookup, quotes, origin, target, errand), target)
        for name, (quotes, origin, target) in grouped(lookup).items()
    }


def _workbook(lookup: Lookup, rows: list[_Row], target: str) -> bytes:
    from xlsxwriter import Workbook

    buffer, words_of_book = io.BytesIO(), phrasebook(target)
    with Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": moment_of(lookup.content).replace(tzinfo=None)})
        sheet = book.add_worksheet()
        strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        fixed = book.add_format({"text_wrap": True, "valign": "top", "locked": True})
        free = book.add_format({"text_wrap": True, "valign": "top", "locked": False, "num_format": "@", "border": 1})
        sheet.write_string(0, 0, MARK)
        for place, words in enumerate(HEADINGS, start=1):
            sheet.write_string(0, place, words_of_book.gettext(words), strong)
        last = len(HEADINGS)
        for number, row in enumerate(rows, start=1):
            sheet.write_string(number, 0, row.key)
            for place, cell in enumerate(row.cells, start=1):
                sheet.write(number, place, None if not cell else fitting(cell), free if place == last else fixed)
        sheet.set_column(0, 0, None, None, {"hidden": True})
        for place, width in enumerate(_WIDTHS, start=1):
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
    return buffer.getvalue()


def write_docx(lookup: Lookup, errand: Errand = NO_ERRAND) -> dict[str, bytes]:
    """Return a text document for each pair of languages, by its file name: one table, a row a quote."""
    return {
        f"{name}.docx": _document(lookup, _rows(lookup, quotes, origin, target, errand), target)
        for name, (quotes, origin, target) in grouped(lookup).items()
    }


def _document(lookup: Lookup, rows: list[_Row], target: str) -> bytes:
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    made = docx.Document()
    _describe(made, lookup)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for edge in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, edge, Cm(1.5))
    table = made.add_table(rows=0, cols=len(HEADINGS), style="Table Grid")
    table.autofit = False
    room = (section.page_width or 0) - 2 * (section.left_margin or 0)
    _fill(table.add_row(), ("", tuple(map(phrasebook(target).gettext, HEADINGS))), room, strong=True)
    for row in rows:
        _fill(table.add_row(), (row.key, row.cells), room)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _describe(made: Document, lookup: Lookup) -> None:
    """Say nothing of who made the file and when, but the moment of the archive's last change."""
    about, moment = made.core_properties, moment_of(lookup.content).replace(tzinfo=None)
    about.author, about.comments, about.title, about.last_modified_by = "", "", "", ""
    about.created = about.modified = moment


def _fill(row: Any, given: tuple[str, tuple[str, ...]], room: int, *, strong: bool = False) -> None:
    key, cells = given
    places = row.cells  # found anew each time that they are asked for
    for cell, width, words in zip(places, _WIDTHS, cells, strict=True):
        cell.width = room * width // sum(_WIDTHS)
        paragraph = cell.paragraphs[0]
        first, *rest = words.split("\n")
        run = paragraph.add_run(first)
        run.bold = strong
        for line in rest:
            run.add_break()
            run.add_text(line)
    if key:
        hidden = places[0].paragraphs[0].add_run(key)
        hidden.font.hidden = True
        hidden.font.no_proof = True
