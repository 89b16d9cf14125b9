"""What is known of records in time: their statements, events and relations, dated or not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.properties import PROPERTIES, ValueType
from workbench.store.queries.records import (
    EVIDENCE,
    PARTICIPATION,
    RELATION,
    STATEMENT,
    record_kinds,
    record_names,
)
from workbench.store.tables import OwnProperty
from workbench.store.work import table_of

OWN_PROPERTY = table_of(OwnProperty)
_EVENT_DATE, _TIMELESS = "date", "description"


@dataclass(frozen=True, slots=True)
class DatedRow:
    """One thing that is known of a record; `date` is EDTF, empty where it is undated.

    `claim` says what row `id` is: statement, participation or relation. `label` is a property's
    key where `is_property`, else a role; `text` a value, or the name of the other record, and
    `kind` that record's kind, else the record's own. Of dates with the same `thing` (not empty)
    only one can be true.
    """

    id: str
    claim: str
    record_id: str
    label: str
    is_property: bool
    text: str
    date: str
    certainty: str
    standing: str
    thing: str
    kind: str
    other_id: str = ""
    passages: tuple[str, ...] = ()
    outgoing: bool = True
    """False for a relation that leads from the other record to this one."""

    lasting: bool = False
    """Whether it held at that time, and did not happen then."""


def dated_rows(connection: Connection, record_ids: Iterable[str], language: str) -> dict[str, list[DatedRow]]:
    """Return what is known of each record, by its id, in the order in which it was noted; names in a language."""
    ids = list(record_ids)
    return _Reading(connection, ids, language).rows()


class _Reading:
    """Everything about a screenful of records in a handful of queries."""

    def __init__(self, connection: Connection, ids: list[str], language: str) -> None:
        self._connection = connection
        self._ids = ids
        wanted = set(ids)
        own = (STATEMENT.c.record_id.in_(ids)) | (STATEMENT.c.place_id.in_(ids))
        told = own & (STATEMENT.c.property != _TIMELESS)
        self._statements = self._all(select(STATEMENT).where(told).order_by(STATEMENT.c.id))
        near = (PARTICIPATION.c.record_id.in_(ids)) | (PARTICIPATION.c.event_id.in_(ids))
        ties = self._all(select(PARTICIPATION).where(near).order_by(PARTICIPATION.c.id))
        self._participations = [tie for tie in ties if tie["record_id"] in wanted]
        ends = (RELATION.c.from_id.in_(ids)) | (RELATION.c.to_id.in_(ids))
        self._relations = self._all(select(RELATION).where(ends).order_by(RELATION.c.id))
        events = {tie["event_id"] for tie in self._participations}
        events |= {row["record_id"] for row in self._statements if row["place_id"] in wanted}
        dates = select(STATEMENT).where(STATEMENT.c.record_id.in_(events), STATEMENT.c.property == _EVENT_DATE)
        self._dates: dict[str, list[Any]] = {}
        for row in self._all(dates.order_by(STATEMENT.c.id)):
            self._dates.setdefault(row["record_id"], []).append(row)
        others = events | {row["place_id"] for row in self._statements if row["place_id"]}
        others |= {end for row in self._relations for end in (row["from_id"], row["to_id"])}
        self._names = record_names(connection, others | wanted, language)
        self._kinds = record_kinds(connection, others | wanted)
        own_dates = select(OWN_PROPERTY.c.key, OWN_PROPERTY.c.single).where(OWN_PROPERTY.c.value_type == ValueType.DATE)
        self._dates_of = {key: known.single for key, known in PROPERTIES.items() if known.value_type is ValueType.DATE}
        self._dates_of |= dict(connection.execute(own_dates).all())
        self._passages = self._evidence()

    def _all(self, query: Any) -> list[Any]:
        return list(self._connection.execute(query).mappings())

    def _evidence(self) -> dict[str, tuple[str, ...]]:
        statements = [row["id"] for row in self._statements]
        statements += [row["id"] for rows in self._dates.values() for row in rows]
        found: dict[str, tuple[str, ...]] = {}
        for column, ids in (
            ("statement_id", statements),
            ("participation_id", [row["id"] for row in self._participations]),
            ("relation_id", [row["id"] for row in self._relations]),
        ):
            claim = EVIDENCE.c[column]
            query = select(claim, EVIDENCE.c.passage_id).where(claim.in_(ids)).order_by(EVIDENCE.c.id)
            for claim_id, passage_id in self._connection.execute(query):
                found[claim_id] = (*found.get(claim_id, ()), passage_id)
        return found

    def rows(self) -> dict[str, list[DatedRow]]:
        found: dict[str, list[DatedRow]] = {record_id: [] for record_id in self._ids}
        for row in self._statements:
            if row["record_id"] in found:
                found[row["record_id"]].append(self._statement(row))
            if row["place_id"] in found:
                event = row["record_id"]
                found[row["place_id"]] += self._happened(row, "statement", row["property"], event, row["place_id"])
        for tie in self._participations:
            found[tie["record_id"]] += self._happened(
                tie, "participation", tie["role"], tie["event_id"], tie["record_id"]
            )
        for tie in self._relations:
            for near, far in ((tie["from_id"], tie["to_id"]), (tie["to_id"], tie["from_id"])):
                if near in found and near != far:
                    found[near].append(self._relation(tie, near, far))
        return found

    def _statement(self, row: Any) -> DatedRow:
        is_date = row["property"] in self._dates_of
        text = self._names.get(row["place_id"], "") if row["place_id"] else row["value"]
        return DatedRow(
            id=row["id"],
            claim="statement",
            record_id=row["record_id"],
            label=row["property"],
            is_property=True,
            text="" if is_date else text,
            date=row["value"] if is_date else row["dated"],
            certainty=row["certainty"],
            standing=row["standing"],
            thing=row["property"] if self._dates_of.get(row["property"]) else "",
            kind=self._kinds.get(row["record_id"], ""),
            other_id=row["place_id"] or "",
            passages=self._passages.get(row["id"], ()),
            lasting=not is_date,
        )

    def _happened(self, row: Any, claim: str, label: str, event: str, record_id: str) -> list[DatedRow]:
        """Return a record's part in an event, once for each date that the event is said to have."""
        dates = self._dates.get(event) or [None]
        return [
            DatedRow(
                id=row["id"] if len(dates) == 1 or date is None else f"{row['id']} {date['id']}",
                claim=claim,
                record_id=record_id,
                label=label,
                is_property=claim == "statement",
                text=self._names.get(event, ""),
                date="" if date is None else date["value"],
                certainty=row["certainty"],
                standing="" if date is None else date["standing"],
                thing=f"{event} {row['id']}",
                kind=self._kinds.get(event, ""),
                other_id=event,
                passages=self._of_both(row, date),
            )
            for date in dates
        ]

    def _of_both(self, row: Any, date: Any) -> tuple[str, ...]:
        """Return the passages that say when, then those that say what, each once."""
        when = () if date is None else self._passages.get(date["id"], ())
        return tuple(dict.fromkeys((*when, *self._passages.get(row["id"], ()))))

    def _relation(self, row: Any, near: str, far: str) -> DatedRow:
        return DatedRow(
            id=row["id"],
            claim="relation",
            record_id=near,
            label=row["kind"],
            is_property=False,
            text=self._names.get(far, ""),
            date=row["dated"],
            certainty=row["certainty"],
            standing="",
            thing="",
            kind=self._kinds.get(far, ""),
            other_id=far,
            passages=self._passages.get(row["id"], ()),
            outgoing=near == row["from_id"],
            lasting=True,
        )
