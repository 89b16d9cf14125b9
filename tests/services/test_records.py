from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from rooms import Room, named, span_of
from workbench.domain.errors import InputError, NotFoundError, StaleError
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, StatementInput
from workbench.domain.kinds import Certainty, NameKind, RecordKind
from workbench.i18n import activate
from workbench.services import passages, records
from workbench.store import log
from workbench.store.queries.records import record_detail
from workbench.store.work import Act

OFFICE = StatementInput(property="office", value="librarian")


@pytest.fixture
def ids(room: Room) -> dict[str, str]:
    version = room.bring_in()
    note = NoteInput(body="n")
    return {
        "version": version,
        "gate": room.do(passages.add_note(version, span_of("gate"), note)),
        "chair": room.do(passages.add_note(version, span_of("chair"), note)),
        "alena": room.person("Alena"),
        "ihar": room.person("Ihar"),
        "release": room.person("Release", kind=RecordKind.EVENT),
        "trial": room.person("Trial", kind=RecordKind.EVENT),
        "orsha": room.person("Orša", kind=RecordKind.PLACE),
    }


def last_name(room: Room) -> tuple[str, str]:
    with room.archive.read() as connection:
        operation = log.last_operation(connection)
    assert operation is not None
    return operation.action, operation.subject


def test_linking_to_somebody_new_is_one_operation(room: Room) -> None:
    version = room.bring_in()
    before = room.rows()
    linked = room.do(
        records.link_passage(
            version,
            span_of("Alena Sokał"),
            named("Alena Sokał", NameInput(value="Алена Сокал", tag="be")),
            MentionInput(role="released", certainty=Certainty.PROBABLE),
        )
    )
    rows = room.rows()
    assert rows["mention"][linked.mention_id]["certainty"] == "probable"
    assert rows["mention"][linked.mention_id]["record_id"] == linked.record_id
    assert len(rows["name"]) == 2
    assert last_name(room) == ("link_passage", "Alena Sokał")
    room.undo()
    assert room.rows() == before
    room.redo()
    assert room.rows() == rows
    room.assert_sound()


def test_linking_again_changes_the_role(room: Room, ids: dict[str, str]) -> None:
    span = span_of("Alena Sokał")
    first = room.do(records.link_passage(ids["version"], span, ids["alena"], MentionInput()))
    again = room.do(records.link_passage(ids["version"], span, ids["alena"], MentionInput(role="speaker")))
    other = room.do(records.link_passage(ids["version"], span, ids["ihar"], MentionInput()))
    assert first.mention_id == again.mention_id
    assert first.passage_id == other.passage_id
    assert room.rows()["mention"][first.mention_id]["role"] == "speaker"
    room.do(records.edit_mention(first.mention_id, MentionInput(certainty=Certainty.POSSIBLE)))
    with pytest.raises(StaleError):
        room.do(records.edit_mention(first.mention_id, MentionInput(), expected=1))
    room.do(records.remove_mention(first.mention_id))
    assert first.passage_id in room.rows()["passage"]
    room.do(records.remove_mention(other.mention_id))
    assert first.passage_id not in room.rows()["passage"]
    with pytest.raises(NotFoundError):
        room.do(records.remove_mention(other.mention_id))
    with pytest.raises(NotFoundError):
        room.do(records.link_passage(ids["version"], span, "nobody", MentionInput()))
    assert first.passage_id not in room.rows()["passage"]


def test_the_subject_is_in_the_language_of_the_person(room: Room) -> None:
    record = room.person("Alena", NameInput(value="Алена", tag="be"))
    activate("be")
    room.do(records.remove_record(record))
    assert last_name(room) == ("remove_record", "Алена")


def test_names_come_and_go_and_one_stays(room: Room, ids: dict[str, str]) -> None:
    be = room.do(records.add_name(ids["alena"], NameInput(value="Алена", tag="be")))
    second = room.do(records.add_name(ids["alena"], NameInput(value="Алёна", tag="be")))
    assert room.rows()["name"][be]["kind"] == "alias"
    room.do(records.edit_name(be, NameInput(value="Алена", tag="be", kind=NameKind.PREFERRED)))
    assert (room.rows()["name"][be]["kind"], room.rows()["name"][second]["kind"]) == ("preferred", "alias")
    for act, error in (
        (records.add_name(ids["alena"], NameInput(value="Алена", tag="be")), InputError),
        (records.add_name("x", NameInput(value="Алена", tag="be")), NotFoundError),
        (records.edit_name(be, NameInput(value="Б", tag="be"), expected=1), StaleError),
        (records.edit_name("x", NameInput(value="Б", tag="be")), NotFoundError),
    ):
        with pytest.raises(error):
            room.do(act)
    assert room.do(records.remove_name(be)) == "Алена"
    room.do(records.remove_name(second))
    (only,) = (key for key, row in room.rows()["name"].items() if row["record_id"] == ids["alena"])
    with pytest.raises(InputError, match="at least one name"):
        room.do(records.remove_name(only))
    room.assert_sound()


def test_several_names_are_added_in_one_operation_and_undone_in_one(room: Room, ids: dict[str, str]) -> None:
    given = [
        NameInput(value="Alena", tag="en"),
        NameInput(value="Алена", tag="be"),
        NameInput(value="Алена", tag="be"),
        NameInput(value="Alena", tag="be-Latn", kind=NameKind.TRANSLITERATION),
    ]
    before = room.rows()["name"]
    assert room.do(records.add_names(ids["alena"], given)) == 2
    assert last_name(room)[0] == "add_names"
    added = [row for key, row in room.rows()["name"].items() if key not in before]
    assert {(row["value"], row["tag"], row["kind"]) for row in added} == {
        ("Алена", "be", "preferred"),
        ("Alena", "be-Latn", "transliteration"),
    }
    with pytest.raises(InputError, match="these names already"):
        room.do(records.add_names(ids["alena"], given))
    with pytest.raises(NotFoundError):
        room.do(records.add_names("x", given))
    room.undo()
    assert room.rows()["name"] == before
    room.assert_sound()


def test_statements_that_disagree_stand_side_by_side(room: Room, ids: dict[str, str]) -> None:
    gate, chair = ids["gate"], ids["chair"]
    first = room.do(records.add_statement(ids["alena"], OFFICE, (gate, chair, gate)))
    other = StatementInput(property="office", value="reader")
    room.do(records.add_statement(ids["alena"], other, (chair,)))
    with room.archive.read() as connection:
        detail = record_detail(connection, ids["alena"], "be")
    assert detail is not None
    assert [(row.value, len(row.evidence)) for row in detail.statements] == [("librarian", 2), ("reader", 1)]
    room.do(records.edit_statement(first, StatementInput(property="released", value="3.5.2024"), expected=1))
    assert room.rows()["statement"][first]["value"] == "2024-05-03"
    room.do(records.add_statement(ids["release"], StatementInput(property="place", value=ids["orsha"]), (gate,)))
    room.assert_sound()


def refused(ids: dict[str, str]) -> list[tuple[Act[Any], type[Exception], str]]:
    gate = (ids["gate"],)
    place = StatementInput(property="place", value=ids["alena"])
    return [
        (records.add_statement(ids["alena"], OFFICE, ()), InputError, "passages"),
        (records.add_statement(ids["alena"], OFFICE, ("x",)), NotFoundError, ""),
        (records.add_statement("x", OFFICE, gate), NotFoundError, ""),
        (records.add_statement(ids["orsha"], OFFICE, gate), InputError, "property"),
        (records.add_statement(ids["release"], place, gate), InputError, "value"),
        (records.add_participation(ids["alena"], ids["ihar"], "released", gate), InputError, "event"),
        (records.add_participation(ids["release"], ids["trial"], "released", gate), InputError, "record"),
        (records.add_participation(ids["release"], ids["alena"], " ", gate), InputError, "role"),
        (records.add_participation(ids["release"], ids["alena"], "r" * 201, gate), InputError, "role"),
        (records.add_participation(ids["release"], ids["alena"], "released", ()), InputError, "passages"),
        (records.add_relation(ids["alena"], ids["alena"], "sibling", gate), InputError, "record"),
        (records.add_relation(ids["alena"], "x", "sibling", gate), NotFoundError, ""),
        (records.add_relation(ids["alena"], ids["ihar"], "\u202e", gate), InputError, "role"),
        (records.add_relation(ids["alena"], ids["ihar"], "sibling", ()), InputError, "passages"),
        (records.add_evidence("statement", "x", gate), NotFoundError, ""),
        (records.edit_statement("x", OFFICE), NotFoundError, ""),
        (records.edit_participation("x", "r"), NotFoundError, ""),
        (records.edit_relation("x", "r"), NotFoundError, ""),
        (records.remove_statement("x"), NotFoundError, ""),
        (records.remove_participation("x"), NotFoundError, ""),
        (records.remove_relation("x"), NotFoundError, ""),
        (records.remove_evidence("x"), NotFoundError, ""),
        (records.remove_record("x"), NotFoundError, ""),
        (records.remove_record(ids["alena"], expected=4), StaleError, ""),
        (records.remove_name("x"), NotFoundError, ""),
    ]


def test_what_does_not_fit_is_refused_and_changes_nothing(room: Room, ids: dict[str, str]) -> None:
    before = room.rows()
    for act, error, field in refused(ids):
        with pytest.raises(error) as refusal:
            room.do(act)
        assert getattr(refusal.value, "field", "") == field, act.action
        assert room.rows() == before, act.action
    room.assert_sound()


def test_ties_are_made_edited_and_removed(room: Room, ids: dict[str, str]) -> None:
    gate = (ids["gate"],)
    before = room.rows()
    part = room.do(records.add_participation(ids["release"], ids["alena"], " released ", gate))
    assert last_name(room) == ("add_participation", "Alena")
    tie = room.do(records.add_relation(ids["alena"], ids["ihar"], "sibling", gate))
    assert last_name(room) == ("add_relation", "Ihar")
    assert room.do(records.edit_participation(part, "witness", expected=1)) == ids["alena"]
    assert room.do(records.edit_relation(tie, "spouse", expected=1)) == ids["ihar"]
    with room.archive.read() as connection:
        event = record_detail(connection, ids["release"], "en")
        person = record_detail(connection, ids["alena"], "en")
        brother = record_detail(connection, ids["ihar"], "en")
    assert event is not None
    assert person is not None
    assert brother is not None
    assert [(t.other_name, t.role, t.outgoing) for t in event.participations] == [("Alena", "witness", True)]
    assert [(t.other_name, t.outgoing) for t in person.participations] == [("Release", False)]
    assert [(t.other_name, t.role, t.outgoing) for t in person.relations] == [("Ihar", "spouse", True)]
    assert [(t.other_name, t.outgoing) for t in brother.relations] == [("Alena", False)]
    room.do(records.remove_participation(part))
    room.do(records.remove_relation(tie))
    assert room.rows() == before
    room.assert_sound()


@pytest.mark.parametrize("claim", ["statement", "participation", "relation"])
def test_a_claim_keeps_at_least_one_passage(room: Room, ids: dict[str, str], claim: str) -> None:
    make: dict[str, Callable[[tuple[str, ...]], Act[str]]] = {
        "statement": lambda cited: records.add_statement(ids["alena"], OFFICE, cited),
        "participation": lambda cited: records.add_participation(ids["release"], ids["alena"], "r", cited),
        "relation": lambda cited: records.add_relation(ids["alena"], ids["ihar"], "r", cited),
    }
    claim_id = room.do(make[claim]((ids["gate"],)))
    (first,) = room.rows()["evidence"]
    with pytest.raises(InputError, match="only passage"):
        room.do(records.remove_evidence(first))
    room.do(records.add_evidence(claim, claim_id, (ids["chair"],)))
    outcome = room.archive.perform(records.add_evidence(claim, claim_id, (ids["chair"],)), author_id=None)
    assert outcome.changes is None
    room.do(records.remove_evidence(first))
    assert [row["passage_id"] for row in room.rows()["evidence"].values()] == [ids["chair"]]
    room.do(passages.remove_passage(ids["chair"]))
    assert claim_id not in room.rows()[claim]
    room.undo()
    assert claim_id in room.rows()[claim]
    room.assert_sound()


def test_a_name_may_stand_without_a_passage(room: Room, ids: dict[str, str]) -> None:
    name = next(key for key, row in room.rows()["name"].items() if row["record_id"] == ids["alena"])
    room.do(records.add_evidence("name", name, (ids["gate"],)))
    (evidence,) = room.rows()["evidence"]
    assert room.do(records.remove_evidence(evidence)) == "Alena"
    assert name in room.rows()["name"]


def test_a_passage_that_held_only_evidence_goes_with_it(room: Room, ids: dict[str, str]) -> None:
    def cite(work: Any) -> str:
        passage = passages.passage_at(work, ids["version"], span_of("seven years"))
        return records.add_statement(ids["alena"], OFFICE, (passage.id, ids["gate"])).run(work)

    statement = room.do(Act("add_statement", cite))
    assert len(room.rows()["passage"]) == 3
    before = room.rows()
    for act in (records.remove_statement(statement), records.remove_record(ids["alena"])):
        room.do(act)
        assert set(room.rows()["passage"]) == {ids["gate"], ids["chair"]}
        room.undo()
        assert room.rows() == before
    room.assert_sound()
