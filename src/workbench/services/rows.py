"""Tables into records: what each row would become, shown before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select

from workbench.domain.dates import DATE_PROBLEMS, DateError, normal_date
from workbench.domain.errors import InputError
from workbench.domain.inputs import LINE_LIMIT, NameInput, checked, clean_line
from workbench.domain.kinds import Certainty, Level, NameKind, RecordKind
from workbench.domain.properties import Property, ValueType, properties_of
from workbench.domain.row_mapping import PARTS, ColumnUse, RowMapping, Use
from workbench.i18n import INTERFACE_LANGUAGES, N_, _, phrasebook
from workbench.importers.child import Cancel
from workbench.importers.files import read_original
from workbench.importers.rows import Sheet, Tables, read_tables
from workbench.languages.fold import fold
from workbench.languages.headings import looks_like_headings, propose_uses
from workbench.store.queries.records import STATEMENT, name_keys
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


class Decision(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person has said of a row: `record_id` is the record that it is the same as, empty for an earlier row."""

    decision: Decision
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a row: `row` is its place in the sheet, `column` None where it is the row as a whole."""

    row: int
    column: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedName:
    """A name that a row gives, with its parts where the table has them apart."""

    given: NameInput
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedStatement:
    """A statement that a row gives; a place is given by its name, which `value` is then."""

    property: str
    value: str
    value_type: ValueType


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What one row becomes.

    `number` is its place in the sheet and `line` that in the file, from 1. A row that is the same
    as `record_id`, or as an earlier row `same_row` of the table, adds to that record what it does
    not say yet. `candidates` are the records with one of its names.
    """

    number: int
    line: int
    kind: RecordKind
    names: tuple[PlannedName, ...] = ()
    statements: tuple[PlannedStatement, ...] = ()
    event: str = ""
    role: str = ""
    level: Level = Level.INHERITED
    certainty: Certainty = Certainty.CERTAIN
    decision: Decision = Decision.NEW
    record_id: str = ""
    same_row: int | None = None
    candidates: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The first name that the row gives."""
        return self.names[0].given.value if self.names else ""

    @property
    def blocked(self) -> bool:
        """Whether the row cannot be brought in as it is."""
        return bool(self.problems) and self.decision is not Decision.SKIP


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would become; nothing is written yet."""

    tables: Tables
    sheet: Sheet
    mapping: RowMapping
    rows: tuple[PlannedRow, ...]
    problems: tuple[Problem, ...] = field(default=())
    """What is wrong with the mapping as a whole; the row of each is -1."""

    def coming(self) -> tuple[PlannedRow, ...]:
        """Return the rows that would be brought in."""
        return tuple(row for row in self.rows if row.decision is not Decision.SKIP and not row.problems)

    @property
    def blocked(self) -> int:
        """How many rows have problems and are not skipped."""
        return sum(row.blocked for row in self.rows)

    @property
    def ready(self) -> bool:
        """Whether it can be brought in: no problem is left that the person has not chosen to leave out."""
        return not self.problems and bool(self.coming()) and (self.mapping.leave_out or not self.blocked)

    def new_records(self) -> int:
        """Return how many rows make a record."""
        return sum(row.decision is Decision.NEW for row in self.coming())


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
    tables: Tables,
    sheet: Sheet,
    mapping: RowMapping,
    connection: Connection,
    decisions: Mapping[int, Decided] | None = None,
) -> Plan:
    """Say what each row becomes, and what is wrong where; nothing is written.

    A row is proposed to be the same as the one record of its kind that has a name with the same
    key (`languages.fold`), unless the two were born in different years; where several have it the
    person must choose. Rows of the table with the same name become one record.
    """
    problems = _mapping_problems(mapping, sheet)
    if problems:
        return Plan(tables, sheet, mapping, (), problems)
    width = len(sheet.rows[mapping.heading]) if mapping.heading >= 0 else sheet.width
    reader = _RowReader(mapping, width, own_properties(connection))
    sameness = _Sameness(connection, decisions or {})
    rows = (
        sameness.settle(reader.read(number, sheet.lines[number], sheet.rows[number]))
        for number in range(mapping.heading + 1, len(sheet.rows))
    )
    return Plan(tables, sheet, mapping, tuple(rows))


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
    return tuple(found)


class _RowReader:
    """Reads the cells of a row as a mapping says, and notes what is wrong with each."""

    def __init__(self, mapping: RowMapping, width: int, own: Own) -> None:
        self._mapping, self._width = mapping, width
        self._properties = {kind: known_properties(kind, own) for kind in RecordKind}
        self._problems: list[Problem] = []
        self._number = 0

    def read(self, number: int, line: int, cells: Sequence[str]) -> PlannedRow:
        """Return what a row gives, before it is looked up."""
        self._problems, self._number = [], number
        kind = self._one_of(cells, Use.KIND, RecordKind, self._mapping.kind)
        names = self._names(cells)
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

    def _names(self, cells: Sequence[str]) -> tuple[PlannedName, ...]:
        found: list[PlannedName] = []
        parts: dict[str, dict[Use, str]] = defaultdict(dict)
        for place, column in enumerate(self._mapping.columns):
            text = str(clean_line(self._cell(cells, place)))
            if not text or column.use not in {Use.NAME, *PARTS}:
                continue
            if len(text) > LINE_LIMIT:
                self._wrong(place, _("It is too long."))
            elif column.use is Use.NAME:
                found.append(PlannedName(NameInput(value=text, tag=column.tag, kind=NameKind(column.key))))
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


class _Sameness:
    """Which rows are records that there are already, by the keys of their names."""

    def __init__(self, connection: Connection, decisions: Mapping[int, Decided]) -> None:
        self._decisions = decisions
        self._known: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        for key in name_keys(connection):
            self._known[key.kind, key.folded][key.record_id] = None
        query = select(STATEMENT.c.record_id, STATEMENT.c.value).where(STATEMENT.c.property == "birth")
        self._births: dict[str, set[str]] = defaultdict(set)
        for record_id, value in connection.execute(query):
            self._births[record_id].add(value[:4])
        self._rows: dict[tuple[str, str], PlannedRow] = {}

    def settle(self, row: PlannedRow) -> PlannedRow:
        """Return a row with what becomes of it."""
        keys = [(row.kind.value, fold(name.given.value)) for name in row.names]
        candidates = tuple(dict.fromkeys(each for key in keys for each in self._known.get(key, ())))
        said = self._decisions.get(row.number)
        if said is not None and (said.record_id or said.decision is not Decision.SAME):
            settled = replace(row, decision=said.decision, record_id=said.record_id, candidates=candidates)
        else:
            settled = self._proposed(replace(row, candidates=candidates), keys)
        if settled.decision is Decision.NEW and settled.same_row is None and not settled.problems:
            for key in keys:
                self._rows.setdefault(key, settled)
        return settled

    def _proposed(self, row: PlannedRow, keys: Sequence[tuple[str, str]]) -> PlannedRow:
        born = {each.value[:4] for each in row.statements if each.property == "birth"}
        fitting = [each for each in row.candidates if not born or not self._births[each] or born & self._births[each]]
        if len(fitting) == 1:
            return replace(row, decision=Decision.SAME, record_id=fitting[0])
        if fitting:
            reason = _("Several records have this name: say which one it is, or that it is a new one.")
            return replace(row, problems=(*row.problems, Problem(row.number, None, reason)))
        earlier = next((self._rows[key] for key in keys if key in self._rows), None)
        if earlier is not None:
            other = {each.value[:4] for each in earlier.statements if each.property == "birth"}
            if not born or not other or born & other:
                return replace(row, decision=Decision.SAME, same_row=earlier.number)
        return row
