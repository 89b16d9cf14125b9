"""What the rows of a table or the lines of a list would become; nothing of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.domain.anchors import Span
from workbench.domain.inputs import NameInput
from workbench.domain.kinds import Certainty, Level, RecordKind
from workbench.domain.properties import ValueType
from workbench.domain.row_mapping import RowMapping
from workbench.i18n import _, active
from workbench.importers.rows import Sheet, Tables
from workbench.services.sameness import Possible
from workbench.services.sources import Incoming


@dataclass(frozen=True, slots=True)
class RosterText:
    """A list of people as a table of one sheet, each row of which is a line of a text.

    The text is that of a text version, or that of a source that is kept together with the rows:
    exactly one of `text_version_id` and `incoming` is given. `places` are the lines by their row's
    place in the sheet, in code points of the text; `name` is the title of the source.
    """

    name: str
    sheet: Sheet
    text: str
    places: dict[int, Span]
    text_version_id: str = ""
    incoming: Incoming | None = None
    no_dates: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What is written like a date, and none: by the places of the row and of the column."""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The one sheet, as a file's sheets are given."""
        return (self.sheet,)


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
class Named:
    """What the name of an event or place in a table means.

    `record_ids` are the records that it may be, those that are spelt so first; `record_id` the one
    that it is, empty for a new one, which is then called `name`. It is not `settled` where a person
    has to say, and has not. `known` is a name of the record, where none of its names is spelt so.
    """

    kind: RecordKind
    name: str
    record_ids: tuple[str, ...] = ()
    record_id: str = ""
    settled: bool = True
    known: str = ""

    @property
    def asks(self) -> bool:
        """Whether a person may want to say which record is meant: none, or more than one, is spelt so."""
        return bool(self.known) or len(self.record_ids) > 1


Said = Mapping[tuple[RecordKind, str], str]
"""What a person has said of names, by kind and name: the id of the record, or empty for a new one."""


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
    not say yet. `candidates` are the records that it may be, with what speaks for each; where
    they leave a doubt that nobody has decided the row is not `sure`.
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
    candidates: tuple[Possible, ...] = ()
    problems: tuple[Problem, ...] = ()
    sure: bool = True

    @property
    def name(self) -> str:
        """The first name that the row gives."""
        return self.names[0].given.value if self.names else ""

    @property
    def blocked(self) -> bool:
        """Whether the row cannot be brought in as it is."""
        return bool(self.problems) and self.decision is not Decision.SKIP

    @property
    def to_decide(self) -> bool:
        """Whether a person should look at the row: it has a problem, or may be another record than is proposed."""
        return self.decision is not Decision.SKIP and (bool(self.problems) or not self.sure)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table would become; nothing is written yet."""

    tables: Tables | RosterText
    sheet: Sheet
    mapping: RowMapping
    rows: tuple[PlannedRow, ...]
    problems: tuple[Problem, ...] = field(default=())
    """What is wrong with the mapping as a whole; the row of each is -1."""

    named: Mapping[tuple[RecordKind, str], Named] = field(default_factory=dict)
    """The events and places that rows name, by kind and name."""

    seen: int = 0
    """The log's last operation when this was made."""

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

    def undecided(self) -> tuple[PlannedRow, ...]:
        """Return the rows that would be brought in though they may be another record than is proposed."""
        return tuple(row for row in self.coming() if not row.sure)

    def new_records(self) -> int:
        """Return how many rows make a record."""
        return sum(row.decision is Decision.NEW for row in self.coming())


def line_of(row: PlannedRow, plan: Plan) -> str:
    """Return the number of the line that another row of the same record stands in, as the file counts lines."""
    return "" if row.same_row is None else active().number(plan.sheet.lines[row.same_row])


def outcome(row: PlannedRow, plan: Plan) -> str:
    """Say in a word or two what becomes of a row of a plan."""
    if row.decision is Decision.SKIP:
        return _("skipped")
    if row.problems:
        return _("left out") if plan.mapping.leave_out else _("to be decided")
    if row.decision is Decision.SAME:
        return _("adds to a record") if row.same_row is None else _("same as line {n}").format(n=line_of(row, plan))
    return _("new record")
