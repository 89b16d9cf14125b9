"""Tables into records: what each row would become, shown before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection

from workbench.domain.dates import DATE_PROBLEMS, DateError, normal_date
from workbench.domain.errors import InputError
from workbench.domain.inputs import LINE_LIMIT, NameInput, checked, clean_line, clean_text
from workbench.domain.kinds import Certainty, Level, NameKind, RecordKind
from workbench.domain.properties import Property, ValueType, properties_of
from workbench.domain.row_mapping import PARTS, ColumnUse, RowMapping, Use
from workbench.i18n import INTERFACE_LANGUAGES, N_, _, phrasebook
from workbench.importers.child import Cancel
from workbench.importers.files import read_original
from workbench.importers.rows import Sheet, Tables, read_tables
from workbench.languages.headings import looks_like_headings, propose_uses, tag_of
from workbench.languages.roster_facts import given_first
from workbench.services.row_matching import Matching, Progress
from workbench.services.row_named import doubt_text, doubts, settle_names
from workbench.services.row_plan import (
    Decided,
    Plan,
    PlannedName,
    PlannedRow,
    PlannedStatement,
    Problem,
    RosterText,
    Said,
)
from workbench.services.sameness import Twins
from workbench.store.log import last_number
from workbench.store.queries.vocabulary import own_properties

W = TypeVar("W", bound=StrEnum)

_SAMPLE = 200
"""Rows by which the columns are told."""

_WORDS: dict[StrEnum, str] = {
    Level.OPEN: N_("open"),
    Level.RESTRICTED: N_("restricted"),
    Level.SECRET: N_("secret"),
    Certainty.CERTAIN: N_("certain"),
    Certainty.PROBABLE: N_("probable"),
    Certainty.POSSIBLE: N_("possible"),
    RecordKind.PERSON: N_("person"),
    RecordKind.EVENT: N_("event"),
    RecordKind.ORGANISATION: N_("organisation"),
    RecordKind.PLACE: N_("place"),
}


def read_rows_file(path: Path, *, cancel: Cancel | None = None) -> Tables:
    """Read a table from a file; nothing is written.

    Raises:
        ImportFileError, CancelledError: see `read_tables`.
    """
    return read_tables(read_original(path), cancel)


Own = Mapping[str, Property]
"""The archive's own properties by key (`store.queries.vocabulary.own_properties`)."""


def known_properties(kind: RecordKind, own: Own | None = None) -> dict[str, Property]:
    """Return the properties that a kind of record may have, the archive's `own` among them, by key."""
    return {each.key: each for each in properties_of(kind, (own or {}).values())}


def propose_mapping(
    sheet: Sheet, kind: RecordKind, language: str, heading: int | None = None, own: Own | None = None
) -> RowMapping:
    """Propose what the columns of a sheet are, by its headings and its cells.

    `heading` is the place of the row of headings, -1 for none; it is told by the cells where it is not given.
    """
    if heading is None:
        heading = 0 if looks_like_headings(sheet.rows[0], sheet.rows[1 : _SAMPLE + 1]) else -1
    headings = sheet.rows[heading] if 0 <= heading < len(sheet.rows) else ()
    cells = sheet.rows[heading + 1 :][:_SAMPLE]
    padded = [*headings, *[""] * (sheet.width - len(headings))]
    uses = propose_uses(padded, cells, kind, known_properties(kind, own))
    return RowMapping(uses, kind, language, heading)


def plan(
    tables: Tables | RosterText,
    sheet: Sheet,
    mapping: RowMapping,
    connection: Connection,
    decisions: Mapping[int, Decided] | None = None,
    names: Mapping[int, str] | None = None,
    *,
    said: Said | None = None,
    twins: Twins | None = None,
    progress: Progress | None = None,
) -> Plan:
    """Say what each row becomes, and what is wrong where; nothing is written.

    `decisions` and `names` are what a person has said of rows and how they have corrected their
    first names, by the row's place; `said` is which events and places cells name. Which rows are
    records that there are already, `Matching` proposes; rows of the table with the same name become
    one record.
    """
    problems, seen = _mapping_problems(mapping, sheet), last_number(connection)
    if problems:
        return Plan(tables, sheet, mapping, (), problems)
    width = len(sheet.rows[mapping.heading]) if mapping.heading >= 0 else sheet.width
    reader = _RowReader(mapping, width, own_properties(connection), names or {})
    rows = [
        reader.read(number, sheet.lines[number], sheet.rows[number])
        for number in range(mapping.heading + 1, len(sheet.rows))
    ]
    named = settle_names(connection, rows, mapping, said or {})
    waiting = _waiting(tables, reader, decisions or {})
    rows = [
        replace(row, problems=(*row.problems, *doubts(row, mapping, named), *waiting.get(row.number, ())))
        for row in rows
    ]
    event = named.get((RecordKind.EVENT, mapping.event))
    place = named.get((RecordKind.PLACE, mapping.event_place))
    problems = tuple(Problem(-1, None, doubt_text(each)) for each in (event, place) if each and not each.settled)
    matching = Matching(connection, decisions or {}, twins, mapping.language)
    settled = (replace(row, sure=row.sure and row.number not in waiting) for row in matching.settle(rows, progress))
    return Plan(tables, sheet, mapping, tuple(settled), problems, named, seen)


def _waiting(
    tables: Tables | RosterText, reader: _RowReader, decisions: Mapping[int, Decided]
) -> dict[int, list[Problem]]:
    """Return the impossible dates that would be kept as plain words in rows of which a person has not said a word."""
    found: dict[int, list[Problem]] = defaultdict(list)
    for (row, column), date in tables.no_dates.items() if isinstance(tables, RosterText) else ():
        if row not in decisions and reader.is_text(column):
            found[row].append(Problem(row, column, _("{date} is no date.").format(date=date)))
    return found


def _mapping_problems(mapping: RowMapping, sheet: Sheet) -> tuple[Problem, ...]:
    found: list[Problem] = []
    if not mapping.uses(Use.NAME, *PARTS):
        found.append(Problem(-1, None, _("No column is a name: a record needs one.")))
    seen: dict[ColumnUse, int] = {}
    once = {Use.GIVEN, Use.PATRONYMIC, Use.FAMILY, Use.KIND, Use.LEVEL, Use.CERTAINTY, Use.ROLE}
    for place, column in enumerate(mapping.columns):
        if column.use in once and column in seen:
            found.append(Problem(-1, place, _("Another column is used so already.")))
        seen.setdefault(column, place)
    if mapping.heading >= len(sheet.rows) - 1:
        found.append(Problem(-1, None, _("There are no rows below the headings.")))
    if mapping.kind is RecordKind.EVENT and (mapping.event or mapping.uses(Use.EVENT)):
        found.append(Problem(-1, None, _("An event does not take part in another one.")))
    try:
        normal_date(mapping.event_date)
    except DateError as error:
        found.append(Problem(-1, None, _(DATE_PROBLEMS[error.problem])))
    return tuple(found)


class _RowReader:
    """Reads the cells of a row as a mapping says, and notes what is wrong with each."""

    def __init__(self, mapping: RowMapping, width: int, own: Own, corrected: Mapping[int, str]) -> None:
        self._mapping, self._width, self._corrected = mapping, width, corrected
        self._properties = {kind: known_properties(kind, own) for kind in RecordKind}
        self._problems: list[Problem] = []
        self._number = 0

    def read(self, number: int, line: int, cells: Sequence[str]) -> PlannedRow:
        """Return what a row gives, before it is looked up."""
        self._problems, self._number = [], number
        kind = self._one_of(cells, Use.KIND, RecordKind, self._mapping.kind)
        names = self._names(cells, kind)
        corrected = str(clean_line(self._corrected.get(number, "")))
        if corrected and names:
            names = (self._by_hand(corrected[:LINE_LIMIT], names[0].given), *names[1:])
        if not names:
            columns = self._mapping.uses(Use.NAME, *PARTS)
            self._wrong(columns[0], _("The record has no name."))
        if len(cells) > self._width:
            self._wrong(None, _("The row has more cells than there are headings."))
        event = self._line(cells, Use.EVENT) or self._mapping.event
        if event and kind is RecordKind.EVENT:
            self._wrong(None, _("An event does not take part in another one."))
        return PlannedRow(
            number,
            line,
            kind,
            names,
            self._statements(cells, kind),
            event,
            (self._line(cells, Use.ROLE) or self._mapping.role) if event else "",
            self._one_of(cells, Use.LEVEL, Level, Level.INHERITED),
            self._one_of(cells, Use.CERTAINTY, Certainty, Certainty.CERTAIN),
            problems=tuple(self._problems),
        )

    def is_text(self, place: int) -> bool:
        """Tell whether the cells of a column become statements in words."""
        use = self._mapping.columns[place] if place < len(self._mapping.columns) else ColumnUse()
        known = self._properties[self._mapping.kind].get(use.key) if use.use is Use.PROPERTY else None
        return known is not None and known.value_type is ValueType.TEXT

    def _wrong(self, column: int | None, reason: str) -> None:
        self._problems.append(Problem(self._number, column, reason))

    def _cell(self, cells: Sequence[str], place: int) -> str:
        return cells[place].strip() if place < len(cells) else ""

    def _line(self, cells: Sequence[str], use: Use) -> str:
        for place in self._mapping.uses(use):
            text = str(clean_line(self._cell(cells, place)))
            if len(text) > (200 if use is Use.ROLE else LINE_LIMIT):
                self._wrong(place, _("It is too long."))
            elif text:
                return text
        return ""

    def _by_hand(self, value: str, given: NameInput) -> PlannedName:
        parts = given_first(value, given.tag)[1]
        return PlannedName(NameInput(value=value, tag=given.tag, kind=given.kind), tuple(parts.items()))

    def _whole(self, text: str, column: ColumnUse, kind: RecordKind) -> PlannedName:
        value, parts, tag = text, dict[str, str](), column.tag
        if self._mapping.given_first and kind is RecordKind.PERSON:
            tag = tag if _written_as(text, tag) else tag_of([text])
            value, parts = given_first(text, tag)
        return PlannedName(NameInput(value=value, tag=tag, kind=NameKind(column.key)), tuple(parts.items()))

    def _names(self, cells: Sequence[str], kind: RecordKind) -> tuple[PlannedName, ...]:
        found: list[PlannedName] = []
        parts: dict[str, dict[Use, str]] = defaultdict(dict)
        for place, column in enumerate(self._mapping.columns):
            text = str(clean_line(self._cell(cells, place)))
            if not text or column.use not in {Use.NAME, *PARTS}:
                continue
            if len(text) > LINE_LIMIT:
                self._wrong(place, _("It is too long."))
            elif column.use is Use.NAME:
                found.append(self._whole(text, column, kind))
            else:
                parts[column.tag][column.use] = text
        for tag, given in parts.items():
            whole = " ".join(given[use] for use in PARTS if use in given)
            kept = tuple((use.value, given[use]) for use in PARTS if use in given)
            if given.keys() & {Use.GIVEN, Use.FAMILY}:
                found.insert(0, PlannedName(checked(NameInput, value=whole[:LINE_LIMIT], tag=tag), kept))
        return tuple({(one.given.value, one.given.tag): one for one in reversed(found)}.values())[::-1]

    def _statements(self, cells: Sequence[str], kind: RecordKind) -> tuple[PlannedStatement, ...]:
        found = []
        for place in self._mapping.uses(Use.PROPERTY):
            text = self._cell(cells, place)
            if not text:
                continue
            known = self._properties[kind].get(self._mapping.columns[place].key)
            if known is None:
                self._wrong(place, _("This kind of record does not have this property."))
                continue
            try:
                value = _value(known, text)
            except InputError as error:
                self._wrong(place, str(error))
                continue
            if value:
                found.append(PlannedStatement(known.key, value, known.value_type))
        return tuple(dict.fromkeys(found))

    def _one_of(self, cells: Sequence[str], use: Use, kind: type[W], usual: W) -> W:
        for place in self._mapping.uses(use):
            text = self._cell(cells, place)
            if text:
                found = next((each for each in kind if each and text.casefold() in _said(each)), None)
                if found is not None:
                    return found
                self._wrong(place, _("It is none of the words that can stand here."))
        return usual


def _written_as(text: str, tag: str) -> bool:
    """Tell whether a name can be of a language by its letters; of those in between a person has to say."""
    return (tag_of([text]) in {"be", "ru"}) is (tag in {"be", "ru", "be-tarask"})


def _said(value: StrEnum) -> set[str]:
    """Return the words for a value in all languages of the program, in small letters."""
    words = _WORDS[value]
    return {value.value, *(phrasebook(tag).gettext(words).casefold() for tag in INTERFACE_LANGUAGES)}


def _value(known: Property, text: str) -> str:
    """Return a cell as the value of a property.

    Raises:
        InputError: it is no date, or too long.
    """
    if known.value_type is ValueType.DATE:
        try:
            return normal_date(text)
        except DateError as error:
            raise InputError(_(DATE_PROBLEMS[error.problem])) from None
    if known.value_type is ValueType.PLACE:
        text = str(clean_line(text))
        if len(text) > LINE_LIMIT:
            raise InputError(_("It is too long."))
        return text
    return str(clean_text(text))
