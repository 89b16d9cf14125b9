"""Records: names, statements, participations, relations, and the passages that support them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput, NameInput, RecordInput, StatementInput, clean_line
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.names import display_name
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.i18n import _, active
from workbench.services.passages import passage_at, remove_with_bare
from workbench.store.tables import Evidence, Mention, Name, Participation, Passage, Record, Relation, Row, Statement
from workbench.store.work import Act, Work

CLAIMS: dict[str, type[Row]] = {
    "name": Name,
    "statement": Statement,
    "participation": Participation,
    "relation": Relation,
}
"""What a passage can support, by the word that `Evidence`'s columns use."""


def name_in(work: Work, record_id: str) -> str:
    """Return a record's name in the language of the person at the keyboard."""
    return display_name(work.find(Name, record_id=record_id), active().language)


def create_record(given: RecordInput) -> Act[str]:
    """Make a record with its names; returns its id."""

    def run(work: Work) -> str:
        record = work.insert(Record, kind=given.kind.value)
        for name in given.names:
            work.insert(Name, record_id=record.id, **_name_columns(name))
        return record.id

    return Act("create_record", run, given.names[0].value)


def _name_columns(given: NameInput) -> dict[str, Any]:
    return {"value": given.value, "tag": given.tag, "kind": given.kind.value}


def remove_record(record_id: str, *, expected: int | None = None) -> Act[str]:
    """Remove a record with its mentions, statements and ties, and return its name.

    Quotes keep their words without a speaker.
    """

    def run(work: Work) -> str:
        name = name_in(work, record_id)
        remove_with_bare(work, Record, record_id, expected=expected)
        return name

    return Act("remove_record", run, lambda _work, name: name)


def add_name(record_id: str, given: NameInput) -> Act[str]:
    """Add a form of a record's name; a preferred one makes the former preferred one of its tag an alias."""

    def run(work: Work) -> str:
        work.get(Record, record_id)
        same = [n for n in work.find(Name, record_id=record_id, tag=given.tag) if n.value == given.value]
        if same:
            raise InputError(_("The record has this name already."), field="value", kept=_("Nothing was changed."))
        _demote(work, record_id, given, None)
        return work.insert(Name, record_id=record_id, **_name_columns(given)).id

    return Act("add_name", run, given.value)


def add_names(record_id: str, given: Sequence[NameInput]) -> Act[int]:
    """Add several forms of a record's name in one operation; returns how many.

    A form that is there already, in the same language, is left as it is: what was proposed may
    have been added meanwhile.

    Raises:
        InputError: all of them are there already.
    """

    def run(work: Work) -> int:
        work.get(Record, record_id)
        there = {(name.value, name.tag) for name in work.find(Name, record_id=record_id)}
        fresh = list({(one.value, one.tag): one for one in given if (one.value, one.tag) not in there}.values())
        if not fresh:
            raise InputError(_("The record has these names already."), field="value", kept=_("Nothing was changed."))
        for one in fresh:
            _demote(work, record_id, one, None)
            work.insert(Name, record_id=record_id, **_name_columns(one))
        return len(fresh)

    return Act("add_names", run, lambda work, _count: name_in(work, record_id))


def edit_name(name_id: str, given: NameInput, *, expected: int | None = None) -> Act[None]:
    """Change a form of a record's name."""

    def run(work: Work) -> None:
        _demote(work, work.get(Name, name_id).record_id, given, name_id)
        work.change(Name, name_id, expected=expected, **_name_columns(given))

    return Act("edit_name", run, given.value)


def _demote(work: Work, record_id: str, given: NameInput, own_id: str | None) -> None:
    if given.kind is NameKind.PREFERRED:
        for name in work.find(Name, record_id=record_id, tag=given.tag, kind=NameKind.PREFERRED.value):
            if name.id != own_id:
                work.change(Name, name.id, kind=NameKind.ALIAS.value)


def remove_name(name_id: str) -> Act[str]:
    """Remove a form of a record's name, and return it.

    Raises:
        InputError: it is the only one.
    """

    def run(work: Work) -> str:
        name = work.get(Name, name_id)
        if len(work.find(Name, record_id=name.record_id)) == 1:
            raise InputError(_("A record keeps at least one name."), kept=_("Nothing was changed."))
        remove_with_bare(work, Name, name_id)
        return name.value

    return Act("remove_name", run, lambda _work, value: value)


@dataclass(frozen=True, slots=True)
class Linked:
    """A passage and its mention of a record."""

    passage_id: str
    mention_id: str
    record_id: str


def link_passage(
    text_version_id: str, span: Span, record: str | RecordInput, given: MentionInput, *, passage_id: str = ""
) -> Act[Linked]:
    """Mark a range as naming a record, given by its id or to be made now; one operation either way.

    Where the passage names the record already, its role and certainty are changed. See
    `passage_at` for `passage_id`.
    """

    def run(work: Work) -> Linked:
        record_id = record if isinstance(record, str) else create_record(record).run(work)
        work.get(Record, record_id)
        passage = passage_at(work, text_version_id, span, passage_id)
        facts: dict[str, Any] = {"role": given.role, "certainty": given.certainty.value}
        found = work.find(Mention, passage_id=passage.id, record_id=record_id)
        if found:
            mention = work.change(Mention, found[0].id, **facts)
        else:
            mention = work.insert(Mention, passage_id=passage.id, record_id=record_id, **facts)
        return Linked(passage.id, mention.id, record_id)

    return Act("link_passage", run, lambda work, linked: name_in(work, linked.record_id))


def edit_mention(mention_id: str, given: MentionInput, *, expected: int | None = None) -> Act[str]:
    """Change a mention's role or certainty; returns the record's id."""

    def run(work: Work) -> str:
        facts: dict[str, Any] = {"role": given.role, "certainty": given.certainty.value}
        return work.change(Mention, mention_id, expected=expected, **facts).record_id

    return Act("edit_mention", run, name_in)


def remove_mention(mention_id: str) -> Act[str]:
    """Unlink a passage from a record, and remove the passage where nothing else is attached."""

    def run(work: Work) -> str:
        record_id = work.get(Mention, mention_id).record_id
        remove_with_bare(work, Mention, mention_id)
        return record_id

    return Act("remove_mention", run, name_in)


def _support(work: Work, claim: str, claim_id: str, passage_ids: tuple[str, ...]) -> None:
    if not passage_ids:
        raise InputError(
            _("Nothing is said here without a passage that supports it."),
            field="passages",
            do=_("Choose the passage where it stands."),
        )
    for passage_id in passage_ids:
        work.get(Passage, passage_id)
        if not work.find(Evidence, passage_id=passage_id, **{f"{claim}_id": claim_id}):
            work.insert(Evidence, passage_id=passage_id, **{f"{claim}_id": claim_id})


def add_statement(record_id: str, given: StatementInput, passage_ids: tuple[str, ...]) -> Act[str]:
    """State one property of a record, supported by passages; earlier statements stand beside it."""

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
    """Say that a record took part in an event, supported by passages."""

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
    """Say that a record is `kind` of another, supported by passages."""

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
    """Withdraw a passage from what it supports, and return the name of the record concerned.

    Raises:
        InputError: it is the only support of a statement, participation or relation.
    """

    def run(work: Work) -> str:
        row = work.get(Evidence, evidence_id)
        claim = next(word for word in CLAIMS if getattr(row, f"{word}_id"))
        claim_id = getattr(row, f"{claim}_id")
        if claim != "name" and len(work.find(Evidence, **{f"{claim}_id": claim_id})) == 1:
            raise InputError(
                _("This is the only passage that supports it."),
                kept=_("Nothing was changed."),
                do=_("Add another passage first, or remove the whole entry."),
            )
        remove_with_bare(work, Evidence, evidence_id)
        return _claim_subject(work, claim, claim_id)

    return Act("remove_evidence", run, lambda _work, name: name)


def _claim_subject(work: Work, claim: str, claim_id: str) -> str:
    row = work.get(CLAIMS[claim], claim_id)
    owner = {"participation": "event_id", "relation": "from_id"}.get(claim, "record_id")
    return name_in(work, getattr(row, owner))
