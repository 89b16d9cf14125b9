"""Lists of people as tables: every line of a text becomes a row, whose place in the text is its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.inputs import Provenance
from workbench.domain.kinds import RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.properties import PROPERTIES
from workbench.domain.row_mapping import RowMapping, Use
from workbench.i18n import _, active
from workbench.importers.rows import Sheet
from workbench.languages.roster import MOST, Roster, read_roster
from workbench.languages.roster_facts import (
    KEYS,
    Loose,
    family_comes_first,
    impossible_dates,
    read_loose,
    read_told,
)
from workbench.services.row_plan import RosterText
from workbench.services.rows import Own, propose_mapping
from workbench.services.sources import read_pasted
from workbench.store.queries.sources import read_text

LINES = 10_000
"""Lines of one list."""

LINE_POINTS = 5_000
"""Code points of one line of a list; a longer one is a paragraph, or no text at all."""

_RELEASED = "released"

_NUMBER = "№"
"""The heading of the numbers that the lines have: a sign, since what is read does not follow the interface."""


def roster_in_version(connection: Connection, text_version_id: str, title: str, span: Span | None = None) -> RosterText:
    """Read the lines of a text version that a span touches, or all of them; nothing is written.

    `title` is that of its source.

    Raises:
        InputError: there are no lines, too many, or one that is too long.
        NotFoundError: the text version is gone.
    """
    text = read_text(connection, text_version_id).text
    sheet, places = _table(text, span)
    return RosterText(title, sheet, text, places, text_version_id, no_dates=_no_dates(sheet))


def roster_of_pasted(text: str, given: Provenance) -> RosterText:
    """Read lines that were pasted, which are kept as a source with what a person says of it; nothing is written.

    Raises:
        ImportFileError: there is no text.
        InputError: there are no lines, too many, or one that is too long.
    """
    check_lines(text)
    incoming = read_pasted(html=None, text=text.replace("\x00", ""))  # lists out of PDF files have them
    found = incoming.provenance
    said = {name: value for name, value in given.model_dump().items() if value}
    incoming = replace(incoming, provenance=found.model_copy(update=said))
    whole = incoming.reading.structured.text
    sheet, places = _table(whole, None)
    return RosterText(incoming.provenance.title, sheet, whole, places, incoming=incoming, no_dates=_no_dates(sheet))


def roster_mapping(roster: RosterText, language: str, own: Own | None = None) -> RowMapping:
    """Propose what the columns of a list are: persons, all of whom were released in one event.

    `language` is that of the texts where the names do not tell it.
    """
    mapping = propose_mapping(roster.sheet, RecordKind.PERSON, language, 0, own)
    tags = [column.tag for column in mapping.columns if column.use is Use.NAME]
    language = next((tag for tag in tags if tag in WORKING_LANGUAGES), language)
    return replace(mapping, role=_RELEASED, given_first=True, language=language)


def check_lines(text: str) -> None:
    """Tell whether a text may be a list.

    Raises:
        InputError: there are too many lines, or one is too long.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) > LINES:
        raise InputError(
            _("The list is too long: at most {n} lines are brought in at once.").format(n=active().number(LINES)),
            kept=_("Nothing was brought in."),
            do=_("Bring in a part of it, then the next one."),
        )
    if max(map(len, lines), default=0) > LINE_POINTS:
        raise InputError(
            _("A line is too long for a list of people."),
            kept=_("Nothing was brought in."),
            do=_("Select the lines of the list, one person a line."),
        )


def _table(text: str, span: Span | None) -> tuple[Sheet, dict[int, Span]]:
    first, last = (0, len(text)) if span is None else (text.rfind("\n", 0, span.start) + 1, span.end)
    check_lines(text[first:last])
    roster = read_roster(text, span)
    if not any(cell.text for line in roster.lines for cell in line.cells):
        raise InputError(_("There are no lines here."), do=_("Select the lines of the list."))
    fixed = roster.fixed and not roster.commas
    heading, rows = _fixed(roster) if fixed else _loose(text, roster)
    numbers = [line.number for line in roster.lines]
    if any(number is not None for number in numbers):
        heading = (_NUMBER, *heading)
        rows = [("" if n is None else str(n), *row) for n, row in zip(numbers, rows, strict=True)]
    counted = all(numbers) and len(set(numbers)) == len(numbers)
    lines = [int(n or 0) for n in numbers] if counted else list(range(1, len(rows) + 1))
    places = {place: line.span for place, line in enumerate(roster.lines, 1)}
    return Sheet("", (tuple(heading), *rows), (0, *lines)), places


def _no_dates(sheet: Sheet) -> dict[tuple[int, int], str]:
    """Return the first impossible date of each cell: nobody meets one that only stands in a description."""
    cells = ((row, column, cell) for row, cells in enumerate(sheet.rows) if row for column, cell in enumerate(cells))
    found = ((row, column, impossible_dates(cell)) for row, column, cell in cells)
    return {(row, column): dates[0] for row, column, dates in found if dates}


def _fixed(roster: Roster) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return a list in columns as it is; a word that tells in most cells what a column is becomes its heading."""
    columns = list(zip(*([cell.text for cell in line.cells] for line in roster.lines), strict=True))
    heading = [*roster.heading, *[""] * (len(columns) - len(roster.heading))]
    for place, cells in enumerate(columns):
        read = [read_told(cell) for cell in cells]
        full = sum(bool(cell) for cell in cells)
        for key in KEYS:
            alone = [len(told) == 1 and told[0].key == key and not rest for told, rest in read]
            if full and sum(alone) >= MOST * full:
                columns[place] = tuple(
                    told[0].value if one else cell for one, (told, _rest), cell in zip(alone, read, cells, strict=True)
                )
                heading[place] = heading[place] or PROPERTIES[key].words()
    return tuple(heading), [tuple(row) for row in zip(*columns, strict=True)]


def _loose(text: str, roster: Roster) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return a list of sentences as a table: the name, what words tell of each person, and the rest."""
    words = [text[line.span.start : line.span.end] for line in roster.lines]
    first = family_comes_first(words)
    read = [read_loose(line, family_first=first) for line in words]
    keys = [key for key in KEYS if any(told.key == key for one in read for told in one.told)]
    rest = any(one.rest for one in read)
    heading = (_("Name"), *(PROPERTIES[key].words() for key in keys), *((_("Description"),) if rest else ()))
    return heading, [_row(one, keys, rest=rest) for one in read]


def _row(one: Loose, keys: Sequence[str], *, rest: bool) -> tuple[str, ...]:
    told = {each.key: each.value for each in one.told}
    return (one.name, *(told.get(key, "") for key in keys), *((one.rest,) if rest else ()))
