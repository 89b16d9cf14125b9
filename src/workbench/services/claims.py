"""What is said of records: statements, participations, relations, and the passages that support them."""

from __future__ import annotations

from typing import Any

from workbench.domain.errors import InputError
from workbench.domain.inputs import StatementInput, clean_line
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.i18n import _
from workbench.services.passages import remove_with_bare
from workbench.services.records import name_in
from workbench.store.tables import Evidence, Name, Participation, Passage, Record, Relation, Row, Statement
from workbench.store.work import Act, Work

CLAIMS: dict[str, type[Row]] = {
    "name": Name,
    "statement": Statement,
    "participation": Participation,
    "relation": Relation,
}
"""What a passage can support, by the word that `Evidence`'s columns use."""


def _support(work: Work, claim: str, claim_id: str, passage_ids: tuple[str, ...]) -> None:
    for passage_id in passage_ids:
        work.get(Passage, passage_id)
        if not work.find(Evidence, passage_id=passage_id, **{f"{claim}_id": claim_id}):
            work.insert(Evidence, passage_id=passage_id, **{f"{claim}_id": claim_id})


def add_statement(record_id: str, given: StatementInput, passage_ids: tuple[str, ...]) -> Act[str]:
    """State one property of a record, with the passages that support it if there are any.

    Earlier statements stand beside it.
    """

    def run(work: Work) -> str:
        facts = _statement_columns(work, work.get(Record, record_id), given)
        statement = work.insert(Statement, record_id=record_id, **facts)
        _support(work, "statement", statement.id, passage_ids)
        return statement.id

    return Act("add_statement", run, lambda work, _id: name_in(work, record_id))


def edit_statement(statement_id: str, given: StatementInput, *, expected: int | None = None) -> Act[str]:
    """Change a statement's value; returns the record's id."""

    def run(work: Work) -> str:
        record = work.get(Record, work.get(Statement, statement_id).record_id)
        work.change(Statement, statement_id, expected=expected, **_statement_columns(work, record, given))
        return record.id

    return Act("edit_statement", run, name_in)


def _statement_columns(work: Work, record: Record, given: StatementInput) -> dict[str, Any]:
    known = PROPERTIES[given.property]
    if RecordKind(record.kind) not in known.kinds:
        raise InputError(_("This kind of record does not have this property."), field="property")
    place_id = None
    if known.value_type is ValueType.PLACE:
        if work.get(Record, given.value).kind != RecordKind.PLACE.value:
            raise InputError(_("This is not a place."), field="value")
        place_id = given.value
    return {"property": given.property, "value": given.value, "language": given.language, "place_id": place_id}


def remove_statement(statement_id: str) -> Act[str]:
    """Remove a statement; returns the record's id."""

    def run(work: Work) -> str:
        record_id = work.get(Statement, statement_id).record_id
        remove_with_bare(work, Statement, statement_id)
        return record_id

    return Act("remove_statement", run, name_in)


def add_participation(event_id: str, record_id: str, role: str, passage_ids: tuple[str, ...]) -> Act[str]:
    """Say that a record took part in an event, with the passages that support it if there are any."""

    def run(work: Work) -> str:
        if work.get(Record, event_id).kind != RecordKind.EVENT.value:
            raise InputError(_("Only events have participants."), field="event")
        if work.get(Record, record_id).kind == RecordKind.EVENT.value:
            raise InputError(_("An event does not take part in another one; relate them instead."), field="record")
        tie = work.insert(Participation, event_id=event_id, record_id=record_id, role=_role(role))
        _support(work, "participation", tie.id, passage_ids)
        return tie.id

    return Act("add_participation", run, lambda work, _id: name_in(work, record_id))


def add_relation(from_id: str, to_id: str, kind: str, passage_ids: tuple[str, ...]) -> Act[str]:
    """Say that a record is `kind` of another, with the passages that support it if there are any."""

    def run(work: Work) -> str:
        if from_id == to_id:
            raise InputError(_("A record is not related to itself."), field="record")
        work.get(Record, from_id)
        work.get(Record, to_id)
        tie = work.insert(Relation, from_id=from_id, to_id=to_id, kind=_role(kind))
        _support(work, "relation", tie.id, passage_ids)
        return tie.id

    return Act("add_relation", run, lambda work, _id: name_in(work, to_id))


def _role(text: str) -> str:
    role = str(clean_line(text))
    if not 0 < len(role) <= 200:
        raise InputError(_("The role cannot be empty."), field="role")
    return role


def edit_participation(participation_id: str, role: str, *, expected: int | None = None) -> Act[str]:
    """Change the role of a participant; returns the participant's id."""

    def run(work: Work) -> str:
        return work.change(Participation, participation_id, expected=expected, role=_role(role)).record_id

    return Act("edit_participation", run, name_in)


def edit_relation(relation_id: str, kind: str, *, expected: int | None = None) -> Act[str]:
    """Change what kind of tie a relation is; returns the other record's id."""

    def run(work: Work) -> str:
        return work.change(Relation, relation_id, expected=expected, kind=_role(kind)).to_id

    return Act("edit_relation", run, name_in)


def remove_participation(participation_id: str) -> Act[str]:
    """Remove a participant; returns the participant's id."""

    def run(work: Work) -> str:
        record_id = work.get(Participation, participation_id).record_id
        remove_with_bare(work, Participation, participation_id)
        return record_id

    return Act("remove_participation", run, name_in)


def remove_relation(relation_id: str) -> Act[str]:
    """Remove a relation; returns the other record's id."""

    def run(work: Work) -> str:
        to_id = work.get(Relation, relation_id).to_id
        remove_with_bare(work, Relation, relation_id)
        return to_id

    return Act("remove_relation", run, name_in)


def add_evidence(claim: str, claim_id: str, passage_ids: tuple[str, ...]) -> Act[None]:
    """Cite further passages for a name, statement, participation or relation (a key of `CLAIMS`)."""

    def run(work: Work) -> None:
        work.get(CLAIMS[claim], claim_id)
        _support(work, claim, claim_id, passage_ids)

    return Act("add_evidence", run, lambda work, _none: _claim_subject(work, claim, claim_id))


def remove_evidence(evidence_id: str) -> Act[str]:
    """Withdraw a passage from what it supports, which stays; return the name of the record concerned."""

    def run(work: Work) -> str:
        row = work.get(Evidence, evidence_id)
        claim = next(word for word in CLAIMS if getattr(row, f"{word}_id"))
        claim_id = getattr(row, f"{claim}_id")
        remove_with_bare(work, Evidence, evidence_id)
        return _claim_subject(work, claim, claim_id)

    return Act("remove_evidence", run, lambda _work, name: name)


def _claim_subject(work: Work, claim: str, claim_id: str) -> str:
    row = work.get(CLAIMS[claim], claim_id)
    owner = {"participation": "event_id", "relation": "from_id"}.get(claim, "record_id")
    return name_in(work, getattr(row, owner))
