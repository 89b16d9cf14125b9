"""Bringing the rows of a table in as records, with the table itself as their evidence: one operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.domain.dates import normal_date
from workbench.domain.errors import InputError, StaleError
from workbench.domain.ids import new_id
from workbench.domain.kinds import Certainty, Level, NameKind, RecordKind
from workbench.domain.properties import ValueType, find_property
from workbench.domain.sensitivity import strictness
from workbench.i18n import _
from workbench.services.passages import anchor_columns
from workbench.services.row_named import KINDS
from workbench.services.row_places import RowPlaces, kept_places
from workbench.services.row_plan import Decision, Plan, PlannedName, PlannedRow, PlannedStatement
from workbench.store.log import touched_since
from workbench.store.tables import (
    Evidence,
    Mention,
    Name,
    Participation,
    Passage,
    Record,
    Row,
    Statement,
)
from workbench.store.work import Act, Work

_BATCH = 500
"""Rows that are written together, and between which the operation can be stopped."""

MADE_OF = ("record", "name", "statement", "own_property")
"""Tables whose change may change what a row becomes."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Brought:
    """What was brought in: how many rows made a record or added to one, and the ids in the order of the table.

    `source_id` is empty where nothing was kept as a source, `event_id` where there is no event for all.
    """

    created: int
    added_to: int
    left_out: int
    record_ids: tuple[str, ...]
    source_id: str = ""
    event_id: str = ""


def bring_in(plan: Plan, progress: Progress | None = None) -> Act[Brought]:
    """Make the records of a plan in one operation.

    Where the table is kept it becomes a source with a paragraph for each row, each row a passage
    that names its record and supports every name, statement and participation that it gave; of a
    roster each line of its text is that passage. A row that says what a record says already adds
    its passage as one more evidence.

    Raises:
        InputError: a problem of the plan is left.
        StaleError: what it was made of was changed since.
        CancelledError: the person stopped it.

    Nothing is written then.
    """

    def run(work: Work) -> Brought:
        if not plan.ready:
            raise InputError(
                _("Some rows cannot be brought in as they are."),
                kept=_("Nothing was brought in."),
                do=_("Correct their columns, skip them, or leave out what has problems."),
            )
        if touched_since(work.connection, plan.seen, MADE_OF):
            raise StaleError(
                _("Records were changed since the preview was made."),
                kept=_("Nothing was brought in."),
                do=_("Look at the preview again."),
            )
        return _Writer(work, plan, progress or (lambda _done, _total: None)).write()

    return Act("bring_in_rows", run, plan.tables.name)


@dataclass(frozen=True, slots=True)
class _Adding:
    """What one row adds to: its record, with what certainty, level and passage."""

    record_id: str
    certainty: str
    level: str
    passage_id: str


class _Writer:
    """Writes the rows of a plan, a batch at a time."""

    def __init__(self, work: Work, plan: Plan, progress: Progress) -> None:
        self._work, self._plan, self._progress = work, plan, progress
        self._pending: dict[type[Row], list[dict[str, Any]]] = defaultdict(list)
        self._made: dict[int, str] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._passages: dict[int, str] = {}
        self._fresh: set[str] = set()
        self._cited: set[tuple[str, ...]] = set()
        self._places = RowPlaces()
        self._event_id = ""

    def write(self) -> Brought:
        rows = self._plan.coming()
        self._places = kept_places(self._work, self._plan)
        for number, row in enumerate(rows):
            if number % _BATCH == 0:
                self._flush()
                self._work.checkpoint()
                self._progress(number, len(rows))
            self._row(row)
        self._flush()
        self._progress(len(rows), len(rows))
        new = sum(row.decision is Decision.NEW for row in rows)
        left_out = len(self._plan.rows) - len(rows)
        ids = tuple(dict.fromkeys(self._made.values()))
        return Brought(new, len(rows) - new, left_out, ids, self._places.source_id, self._event_id)

    def _add(self, model: type[Row], **values: Any) -> str:
        """Note a row to be written with the next batch, and return its id."""
        row_id = new_id()
        self._pending[model].append({"id": row_id, **values})
        return row_id

    def _flush(self) -> None:
        for model, rows in self._pending.items():
            self._work.insert_all(model, rows)
        self._pending.clear()

    def _passage(self, number: int, level: str) -> str:
        """Return the passage of a row, made with a level if there is none; empty where it stands nowhere."""
        if number not in self._passages:
            anchor, places = self._places.anchor(number), self._places
            if anchor is None:
                return ""
            found = places.passages.get((anchor.span.start, anchor.span.end), "")
            if not found:
                found = self._add(
                    Passage, text_version_id=places.text_version_id, level=level, **anchor_columns(anchor)
                )
                self._fresh.add(found)
            self._passages[number] = found
        return self._passages[number]

    # Records

    def _named(self, kind: RecordKind, name: str) -> str:
        """Return the record that a cell was settled to name, made if it is a new one."""
        named = self._plan.named[kind, name]
        if named.record_id:
            return named.record_id
        key = (kind.value, named.name.casefold())
        if key not in self._known:
            self._known[key] = self._add(Record, kind=kind.value)
            tag = self._plan.mapping.language
            self._add(Name, record_id=self._known[key], value=named.name, tag=tag, kind=NameKind.PREFERRED.value)
        return self._known[key]

    def _event_for_all(self) -> str:
        """Return the event for all rows; what is said of when and where it was, and was not said yet, is added."""
        mapping = self._plan.mapping
        if self._event_id:
            return self._event_id
        self._event_id = self._named(RecordKind.EVENT, mapping.event)
        facts: list[tuple[str, str, str | None]] = []
        if mapping.event_date:
            facts.append(("date", normal_date(mapping.event_date), None))
        if mapping.event_place:
            place_id = self._named(RecordKind.PLACE, mapping.event_place)
            facts.append(("place", place_id, place_id))
        said = {(each.property, each.value) for each in self._work.find(Statement, record_id=self._event_id)}
        for key, value, place in facts:
            if (key, value) not in said:
                rest = {"language": "", "certainty": Certainty.CERTAIN.value}
                self._add(Statement, record_id=self._event_id, property=key, value=value, place_id=place, **rest)
        return self._event_id

    def _row(self, row: PlannedRow) -> None:
        if row.decision is Decision.NEW:
            record_id = self._add(Record, kind=row.kind.value, level=row.level.value)
        elif row.same_row is not None:
            record_id = self._made[row.same_row]
        else:
            record_id = row.record_id
        self._made[row.number] = record_id
        if row.kind in KINDS:
            for name in row.names:
                self._known.setdefault((row.kind.value, name.given.value.casefold()), record_id)
        if row.decision is Decision.SAME:
            self._flush()  # what an earlier row gave is compared with
        level = self._level(row, record_id)
        adding = _Adding(record_id, row.certainty.value, level, self._passage(row.number, level))
        if adding.passage_id and self._new(Mention, adding.passage_id, record_id=record_id):
            facts = {"role": "mentioned", "certainty": adding.certainty}
            self._add(Mention, passage_id=adding.passage_id, record_id=record_id, **facts)
        names = self._there(Name, row, record_id)
        there = {(name.value, name.tag): name.id for name in names}
        preferred = {name.tag for name in names if name.kind == NameKind.PREFERRED}
        for planned in row.names:
            self._name(adding, planned, there, preferred)
        said = {(each.property, each.value): each.id for each in self._there(Statement, row, record_id)}
        for statement in row.statements:
            self._statement(adding, statement, said)
        if row.event:
            self._participation(adding, row)

    def _level(self, row: PlannedRow, record_id: str) -> str:
        """Return the level of what a row adds: its own where that is stricter than its record's, else inherited."""
        if row.decision is not Decision.NEW and row.level:
            (record,) = self._work.find(Record, id=record_id)
            if strictness(row.level) > strictness(record.level):
                return row.level.value
        return Level.INHERITED.value

    def _there(self, model: type[Any], row: PlannedRow, record_id: str) -> list[Any]:
        return [] if row.decision is Decision.NEW else self._work.find(model, record_id=record_id)

    def _evidence(self, passage_id: str, **claim: str) -> None:
        cited = (passage_id, *claim.values())
        if passage_id and cited not in self._cited and self._new(Evidence, passage_id, **claim):
            self._cited.add(cited)
            self._add(Evidence, passage_id=passage_id, **claim)

    def _new(self, model: type[Row], passage_id: str, **what: str) -> bool:
        """Tell whether a passage does not have something yet; one that was made a moment ago has nothing."""
        return passage_id in self._fresh or not self._work.find(model, passage_id=passage_id, **what)

    def _name(
        self, adding: _Adding, planned: PlannedName, there: dict[tuple[str, str], str], preferred: set[str]
    ) -> None:
        given = planned.given
        name_id = there.get((given.value, given.tag))
        if name_id is None:
            kind = given.kind
            if kind is NameKind.PREFERRED and given.tag in preferred:
                kind = NameKind.ALIAS  # what a record is called already stays as it is
            preferred |= {given.tag} if kind is NameKind.PREFERRED else set()
            facts = {"kind": kind.value, "level": adding.level, **dict(planned.parts)}
            name_id = self._add(Name, record_id=adding.record_id, value=given.value, tag=given.tag, **facts)
            there[given.value, given.tag] = name_id
        self._evidence(adding.passage_id, name_id=name_id)

    def _statement(self, adding: _Adding, planned: PlannedStatement, said: dict[tuple[str, str], str]) -> None:
        value, place_id = planned.value, None
        offered = value in find_property({}, planned.property).offered
        if planned.value_type is ValueType.PLACE:
            value = place_id = self._named(RecordKind.PLACE, planned.value)
        key = (planned.property, value)
        if key not in said:
            said[key] = self._add(
                Statement,
                record_id=adding.record_id,
                property=planned.property,
                value=value,
                language="" if offered or planned.value_type is not ValueType.TEXT else self._plan.mapping.language,
                place_id=place_id,
                certainty=adding.certainty,
                level=adding.level,
            )
        self._evidence(adding.passage_id, statement_id=said[key])

    def _participation(self, adding: _Adding, row: PlannedRow) -> None:
        for_all = row.event == self._plan.mapping.event
        event_id = self._event_for_all() if for_all else self._named(RecordKind.EVENT, row.event)
        facts = {"event_id": event_id, "record_id": adding.record_id, "role": row.role}
        found = self._work.find(Participation, **facts) if row.decision is Decision.SAME else []
        if found:
            tie_id = found[0].id
        else:
            tie_id = self._add(Participation, **facts, certainty=adding.certainty, level=adding.level)
        self._evidence(adding.passage_id, participation_id=tie_id)
