"""What is said of records: statements, participations, relations, and the passages that support them."""

from __future__ import annotations

from typing import Any

from workbench.domain.conflicts import conflicts
from workbench.domain.dates import DATE_PROBLEMS, DateError, normal_date
from workbench.domain.errors import InputError
from workbench.domain.inputs import StatementInput, TieInput, checked, clean_line
from workbench.domain.kinds import Certainty, RecordKind, Standing
from workbench.domain.properties import ValueType, find_property
from workbench.domain.roles import may_tie, one_way, role_text
from workbench.i18n import _
from workbench.services.passages import remove_with_bare
from workbench.services.records import name_in
from workbench.store.queries.records import statements_of
from workbench.store.queries.vocabulary import own_properties
from workbench.store.reach import circle
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
    """State one property of a record, with the passages that support it if there are any; returns its id.

    Earlier statements stand beside it.
    """

    def run(work: Work) -> str:
        facts = _statement_columns(work, work.get(Record, record_id), given)
        statement = work.insert(Statement, record_id=record_id, **facts)
        _support(work, "statement", statement.id, passage_ids)
        return statement.id

    return Act("add_statement", run, lambda work, _id: name_in(work, record_id))


def edit_statement(statement_id: str, given: StatementInput, *, expected: int | None = None) -> Act[str]:
    """Change a statement; returns the record's id.

    One that says something else than before is to be weighed anew.
    """

    def run(work: Work) -> str:
        before = work.get(Statement, statement_id)
        record = work.get(Record, before.record_id)
        facts = _statement_columns(work, record, given)
        if any(getattr(before, name) != facts[name] for name in ("property", "value", "language", "dated")):
            facts |= {"standing": Standing.OPEN.value, "reason": ""}
        work.change(Statement, statement_id, expected=expected, **facts)
        return record.id

    return Act("edit_statement", run, name_in)


def _statement_columns(work: Work, record: Record, given: StatementInput) -> dict[str, Any]:
    known = find_property(own_properties(work.connection), given.property)
    if RecordKind(record.kind) not in known.kinds or (known.own and known.label == known.key):
        raise InputError(_("This kind of record does not have this property."), field="property")
    place_id, value = None, given.value
    if known.value_type is ValueType.DATE:
        value = _date(value)
    if known.value_type is ValueType.PLACE:
        if work.get(Record, value).kind != RecordKind.PLACE.value:
            raise InputError(_("This is not a place."), field="value")
        if value == record.id:
            raise InputError(_("A record is not its own place."), field="value")
        place_id = value
    return {
        "property": given.property,
        "value": value,
        "language": given.language if known.value_type is ValueType.TEXT and value not in known.offered else "",
        "place_id": place_id,
        "certainty": given.certainty.value,
        "dated": given.dated,
    }


def _date(text: str) -> str:
    try:
        return normal_date(text)
    except DateError as error:
        reason = _(DATE_PROBLEMS[error.problem])
    raise InputError(reason, field="value", do=_("Correct it and try again."))


def remove_statement(statement_id: str) -> Act[str]:
    """Remove a statement; returns the record's id."""

    def run(work: Work) -> str:
        record_id = work.get(Statement, statement_id).record_id
        remove_with_bare(work, Statement, statement_id)
        return record_id

    return Act("remove_statement", run, name_in)


_WEIGHED = {
    Standing.PREFERRED: "prefer_statement",
    Standing.SET_ASIDE: "set_aside_statement",
    Standing.OPEN: "reopen_statement",
}


def weigh_statement(
    statement_id: str, standing: Standing, reason: str = "", *, expected: int | None = None
) -> Act[str]:
    """Say how a statement stands against those that contradict it, and why; returns the record's id.

    Nothing is removed, and no value changes. Of statements that contradict each other one at most
    is preferred: the other that was is open again. `OPEN` takes back what was said before.

    Raises:
        InputError: no reason is given.
    """

    def run(work: Work) -> str:
        record_id = work.get(Statement, statement_id).record_id
        why = str(clean_line(reason)) if standing is not Standing.OPEN else ""
        if standing is not Standing.OPEN and not why:
            raise InputError(_("Say why, so that others can follow it."), field="reason")
        if standing is Standing.PREFERRED:
            _reopen_preferred(work, record_id, statement_id)
        work.change(Statement, statement_id, expected=expected, standing=standing.value, reason=why)
        return record_id

    return Act(_WEIGHED[standing], run, name_in)


def _reopen_preferred(work: Work, record_id: str, statement_id: str) -> None:
    rows = {row.id: row for row in statements_of(work.connection, record_id)}
    for conflict in conflicts(rows.values()):
        if statement_id in conflict.statement_ids:
            for other in set(conflict.statement_ids) - {statement_id}:
                if rows[other].standing == Standing.PREFERRED:
                    work.change(Statement, other, standing=Standing.OPEN.value, reason="")


def add_participation(
    event_id: str,
    record_id: str,
    role: str,
    passage_ids: tuple[str, ...],
    *,
    certainty: Certainty = Certainty.CERTAIN,
) -> Act[str]:
    """Say that a record took part in an event, with the passages that support it if there are any; returns its id."""

    def run(work: Work) -> str:
        if work.get(Record, event_id).kind != RecordKind.EVENT.value:
            raise InputError(_("Only events have participants."), field="event")
        if work.get(Record, record_id).kind == RecordKind.EVENT.value:
            raise InputError(_("An event does not take part in another one; relate them instead."), field="record")
        facts = _tie_columns(role, certainty)
        tie = work.insert(Participation, event_id=event_id, record_id=record_id, **facts)
        _support(work, "participation", tie.id, passage_ids)
        return tie.id

    return Act("add_participation", run, lambda work, _id: name_in(work, record_id))


def add_relation(
    from_id: str,
    to_id: str,
    kind: str,
    passage_ids: tuple[str, ...],
    *,
    certainty: Certainty = Certainty.CERTAIN,
    dated: str = "",
) -> Act[str]:
    """Say that a record is `kind` of another, with the passages that support it if there are any; returns its id.

    Raises:
        InputError: it is the same record, a kind of relation that does not tie these kinds of record
            (see `roles.may_tie`), or the tie would close a circle of a kind that has none (see
            `roles.one_way`).
    """

    def run(work: Work) -> str:
        facts = _relation_columns(work, from_id, to_id, kind, certainty, dated)
        tie = work.insert(Relation, from_id=from_id, to_id=to_id, **facts)
        _support(work, "relation", tie.id, passage_ids)
        return tie.id

    return Act("add_relation", run, lambda work, _id: name_in(work, to_id))


def _tie_columns(role: str, certainty: Certainty) -> dict[str, Any]:
    given = checked(TieInput, role=role, certainty=certainty)
    return {"role": given.role, "certainty": given.certainty.value}


def _relation_columns(
    work: Work, from_id: str, to_id: str, kind: str, certainty: Certainty, dated: str, known: Relation | None = None
) -> dict[str, Any]:
    """Check what is given of a relation; `known` is the one that is changed, whose kind may stay as it is."""
    one, other = (RecordKind(work.get(Record, key).kind) for key in (from_id, to_id))
    given = checked(TieInput, role=kind, certainty=certainty, dated=dated)
    if from_id == to_id:
        raise InputError(_("A record is not related to itself."), field="record", kept=_("Nothing was changed."))
    if (known is None or known.kind != given.role) and not may_tie(given.role, one, other):
        raise InputError(
            _("“{relation}” does not tie these kinds of record: {one}, {other}.").format(
                relation=role_text(given.role), one=_(one.value), other=_(other.value)
            ),
            field="role",
            kept=_("Nothing was changed."),
            do=_("Choose one that is offered, or write a word of your own."),
        )
    if circle(work.connection, one_way(given.role, from_id, to_id), without=known.id if known is not None else ""):
        raise InputError(
            _("This would make a circle: over other relations, the one leads to the other already."),
            field="record",
            kept=_("Nothing was changed."),
        )
    return {"kind": given.role, "certainty": given.certainty.value, "dated": given.dated}


def edit_participation(
    participation_id: str, role: str, *, certainty: Certainty | None = None, expected: int | None = None
) -> Act[str]:
    """Change the role of a participant, and how certain it is where that is given; returns the participant's id."""

    def run(work: Work) -> str:
        known = work.get(Participation, participation_id)
        facts = _tie_columns(role, certainty or Certainty(known.certainty))
        return work.change(Participation, participation_id, expected=expected, **facts).record_id

    return Act("edit_participation", run, name_in)


def edit_relation(
    relation_id: str,
    kind: str,
    *,
    certainty: Certainty | None = None,
    dated: str | None = None,
    expected: int | None = None,
) -> Act[str]:
    """Change what kind of tie a relation is, and what else is given; returns the other record's id.

    Raises:
        InputError: as for `add_relation`.
    """

    def run(work: Work) -> str:
        known = work.get(Relation, relation_id)
        sure, when = certainty or Certainty(known.certainty), known.dated if dated is None else dated
        facts = _relation_columns(work, known.from_id, known.to_id, kind, sure, when, known)
        return work.change(Relation, relation_id, expected=expected, **facts).to_id

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
