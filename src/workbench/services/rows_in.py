"""Bringing the rows of a table in as records, with the table itself as their evidence: one operation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from workbench.domain.dates import normal_date
from workbench.domain.errors import InputError
from workbench.domain.ids import new_id
from workbench.domain.kinds import Certainty, Level, NameKind, RecordKind
from workbench.domain.properties import ValueType, find_property
from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.services.passages import anchor_columns
from workbench.services.row_places import RowPlaces, kept_places
from workbench.services.row_plan import Decision, Plan, PlannedName, PlannedRow, PlannedStatement
from workbench.store.queries.records import name_keys
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
        InputError: a problem of the plan is left, or a record that a row is said to be the same as
            is gone; nothing is written then.
        CancelledError: the person stopped it; nothing is written.
    """

    def run(work: Work) -> Brought:
        if not plan.ready:
            raise InputError(
                _("Some rows cannot be brought in as they are."),
                kept=_("Nothing was brought in."),
                do=_("Correct their columns, skip them, or leave out what has problems."),
            )
        return _Writer(work, plan, progress or (lambda _done, _total: None)).write()

    return Act("bring_in_rows", run, plan.tables.name)


class _Writer:
    """Writes the rows of a plan, a batch at a time."""

    def __init__(self, work: Work, plan: Plan, progress: Progress) -> None:
        self._work, self._plan, self._progress = work, plan, progress
        self._pending: dict[type[Row], list[dict[str, Any]]] = defaultdict(list)
        self._made: dict[int, str] = {}
        self._known: dict[tuple[str, str], str] = {}
        self._passages: dict[int, str] = {}
        self._fresh: set[str] = set()
        self._places = RowPlaces()
        self._event_id = ""

    def write(self) -> Brought:
        rows = self._plan.coming()
        self._places = kept_places(self._work, self._plan)
        self._look_up(rows)
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

    def _passage(self, number: int) -> str:
        """Return the passage of a row, made if there is none; empty where it stands nowhere."""
        if number not in self._passages:
            anchor, places = self._places.anchor(number), self._places
            if anchor is None:
                return ""
            found = places.passages.get((anchor.span.start, anchor.span.end), "")
            if not found:
                found = self._add(Passage, text_version_id=places.text_version_id, **anchor_columns(anchor))
                self._fresh.add(found)
            self._passages[number] = found
        return self._passages[number]

    # Records

    def _look_up(self, rows: tuple[PlannedRow, ...]) -> None:
        """Find the records that rows only name: events and places, by the keys of their names."""
        wanted = {RecordKind.EVENT.value} if any(row.event for row in rows) else set()
        if self._plan.mapping.event_place or any(
            each.value_type is ValueType.PLACE for row in rows for each in row.statements
        ):
            wanted.add(RecordKind.PLACE.value)
        if wanted:
            for key in name_keys(self._work.connection):
                if key.kind in wanted:
                    self._known.setdefault((key.kind, key.folded), key.record_id)
        for row in rows:
            if row.record_id and not self._work.find(Record, id=row.record_id):
                raise InputError(
                    _("A record that a row is the same as is no longer in the archive."),
                    kept=_("Nothing was brought in."),
                    do=_("Look at the preview again."),
                )

    def _named(self, kind: RecordKind, name: str) -> str:
        """Return the record of a kind that a cell means by its id or name, made if there is none."""
        if self._plan.mapping.event == name and self._work.find(Record, id=name, kind=kind.value):
            return name
        key = (kind.value, fold(name))
        if key not in self._known:
            self._known[key] = self._add(Record, kind=kind.value)
            tag = self._plan.mapping.language
            self._add(Name, record_id=self._known[key], value=name, tag=tag, kind=NameKind.PREFERRED.value)
            if kind is RecordKind.EVENT and name == self._plan.mapping.event:
                self._event_facts(self._known[key])
        return self._known[key]

    def _event_facts(self, event_id: str) -> None:
        """Say of the new event for all rows when and where it was."""
        mapping = self._plan.mapping
        said: list[tuple[str, str, str | None]] = []
        if mapping.event_date:
            said.append(("date", normal_date(mapping.event_date), None))
        if mapping.event_place:
            place_id = self._named(RecordKind.PLACE, mapping.event_place)
            said.append(("place", place_id, place_id))
        for key, value, place in said:
            facts = {"language": "", "certainty": Certainty.CERTAIN.value}
            self._add(Statement, record_id=event_id, property=key, value=value, place_id=place, **facts)

    def _row(self, row: PlannedRow) -> None:
        if row.decision is Decision.NEW:
            record_id = self._add(Record, kind=row.kind.value, level=row.level.value)
        elif row.same_row is not None:
            record_id = self._made[row.same_row]
        else:
            record_id = row.record_id
        self._made[row.number] = record_id
        if row.kind in {RecordKind.EVENT, RecordKind.PLACE}:
            for name in row.names:
                self._known.setdefault((row.kind.value, fold(name.given.value)), record_id)
        if row.decision is Decision.SAME:
            self._flush()  # what an earlier row gave is compared with
        passage_id = self._passage(row.number)
        if passage_id and self._new(Mention, passage_id, record_id=record_id):
            facts = {"role": "mentioned", "certainty": row.certainty.value}
            self._add(Mention, passage_id=passage_id, record_id=record_id, **facts)
        there = {(name.value, name.tag): name.id for name in self._there(Name, row, record_id)}
        preferred = {name.tag for name in self._there(Name, row, record_id) if name.kind == NameKind.PREFERRED}
        for planned in row.names:
            self._name(record_id, planned, there, preferred, passage_id)
        said = {(each.property, each.value): each.id for each in self._there(Statement, row, record_id)}
        for statement in row.statements:
            self._statement(record_id, statement, said, row.certainty, passage_id)
        if row.event:
            self._participation(record_id, row, passage_id)

    def _there(self, model: type[Any], row: PlannedRow, record_id: str) -> list[Any]:
        return [] if row.decision is Decision.NEW else self._work.find(model, record_id=record_id)

    def _evidence(self, passage_id: str, **claim: str) -> None:
        if passage_id and self._new(Evidence, passage_id, **claim):
            self._add(Evidence, passage_id=passage_id, **claim)

    def _new(self, model: type[Row], passage_id: str, **what: str) -> bool:
        """Tell whether a passage does not have something yet; one that was made a moment ago has nothing."""
        return passage_id in self._fresh or not self._work.find(model, passage_id=passage_id, **what)

    def _name(
        self, record_id: str, planned: PlannedName, there: dict[tuple[str, str], str], preferred: set[str], passage: str
    ) -> None:
        given = planned.given
        name_id = there.get((given.value, given.tag))
        if name_id is None:
            kind = given.kind
            if kind is NameKind.PREFERRED and given.tag in preferred:
                kind = NameKind.ALIAS  # what a record is called already stays as it is
            preferred |= {given.tag} if kind is NameKind.PREFERRED else set()
            parts = dict(planned.parts)
            name_id = self._add(Name, record_id=record_id, value=given.value, tag=given.tag, kind=kind.value, **parts)
            there[given.value, given.tag] = name_id
        self._evidence(passage, name_id=name_id)

    def _statement(
        self,
        record_id: str,
        planned: PlannedStatement,
        said: dict[tuple[str, str], str],
        certainty: Certainty,
        passage: str,
    ) -> None:
        value, place_id = planned.value, None
        offered = value in find_property({}, planned.property).offered
        if planned.value_type is ValueType.PLACE:
            value = place_id = self._named(RecordKind.PLACE, planned.value)
        statement_id = said.get((planned.property, value))
        if statement_id is None:
            statement_id = self._add(
                Statement,
                record_id=record_id,
                property=planned.property,
                value=value,
                language="" if offered or planned.value_type is not ValueType.TEXT else self._plan.mapping.language,
                place_id=place_id,
                certainty=certainty.value,
            )
        self._evidence(passage, statement_id=statement_id)

    def _participation(self, record_id: str, row: PlannedRow, passage: str) -> None:
        for_all = row.event == self._plan.mapping.event
        event_id = (self._event_id if for_all else "") or self._named(RecordKind.EVENT, row.event)
        if for_all:
            self._event_id = event_id
        found = (
            self._work.find(Participation, event_id=event_id, record_id=record_id, role=row.role)
            if row.decision is Decision.SAME
            else []
        )
        facts = {"role": row.role, "certainty": row.certainty.value, "level": Level.INHERITED.value}
        tie_id = found[0].id if found else self._add(Participation, event_id=event_id, record_id=record_id, **facts)
        self._evidence(passage, participation_id=tie_id)
