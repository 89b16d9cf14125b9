"""What is said of records: statements, parts in events, relations, and the passages that support them."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from rooms import Room, span_of
from workbench.domain.errors import InputError, NotFoundError, StaleError, UndoError
from workbench.domain.inputs import NoteInput, StatementInput
from workbench.domain.kinds import Certainty, RecordKind, Standing
from workbench.services import claims, passages, records
from workbench.store import log, undoing
from workbench.store.queries.records import record_detail
from workbench.store.tables import Relation
from workbench.store.work import Act, Work

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


def test_statements_that_disagree_stand_side_by_side(room: Room, ids: dict[str, str]) -> None:
    gate, chair = ids["gate"], ids["chair"]
    first = room.do(claims.add_statement(ids["alena"], OFFICE, (gate, chair, gate)))
    other = StatementInput(property="office", value="reader")
    room.do(claims.add_statement(ids["alena"], other, (chair,)))
    with room.archive.read() as connection:
        detail = record_detail(connection, ids["alena"], "be")
    assert detail is not None
    assert [(row.value, len(row.evidence)) for row in detail.statements] == [("librarian", 2), ("reader", 1)]
    room.do(claims.edit_statement(first, StatementInput(property="released", value="3.5.2024"), expected=1))
    assert room.rows()["statement"][first]["value"] == "2024-05-03"
    room.do(claims.add_statement(ids["release"], StatementInput(property="place", value=ids["orsha"]), (gate,)))
    room.assert_sound()


def refused(ids: dict[str, str]) -> list[tuple[Act[Any], type[Exception], str]]:
    gate = (ids["gate"],)
    place = StatementInput(property="place", value=ids["alena"])
    return [
        (claims.add_statement(ids["alena"], OFFICE, ("x",)), NotFoundError, ""),
        (claims.add_statement("x", OFFICE, gate), NotFoundError, ""),
        (claims.add_statement(ids["orsha"], OFFICE, gate), InputError, "property"),
        (claims.add_statement(ids["release"], place, gate), InputError, "value"),
        (claims.add_participation(ids["alena"], ids["ihar"], "released", gate), InputError, "event"),
        (claims.add_participation(ids["release"], ids["trial"], "released", gate), InputError, "record"),
        (claims.add_participation(ids["release"], ids["alena"], " ", gate), InputError, "role"),
        (claims.add_participation(ids["release"], ids["alena"], "r" * 201, gate), InputError, "role"),
        (claims.add_relation(ids["alena"], ids["alena"], "sibling", gate), InputError, "record"),
        (claims.add_relation(ids["alena"], "x", "sibling", gate), NotFoundError, ""),
        (claims.add_relation(ids["alena"], ids["ihar"], "\u202e", gate), InputError, "role"),
        (claims.add_evidence("statement", "x", gate), NotFoundError, ""),
        (claims.edit_statement("x", OFFICE), NotFoundError, ""),
        (claims.edit_participation("x", "r"), NotFoundError, ""),
        (claims.edit_relation("x", "r"), NotFoundError, ""),
        (claims.remove_statement("x"), NotFoundError, ""),
        (claims.remove_participation("x"), NotFoundError, ""),
        (claims.remove_relation("x"), NotFoundError, ""),
        (claims.remove_evidence("x"), NotFoundError, ""),
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
    part = room.do(claims.add_participation(ids["release"], ids["alena"], " released ", gate))
    assert last_name(room) == ("add_participation", "Alena")
    tie = room.do(claims.add_relation(ids["alena"], ids["ihar"], "sibling", gate))
    assert last_name(room) == ("add_relation", "Ihar")
    assert room.do(claims.edit_participation(part, "witness", expected=1)) == ids["alena"]
    assert room.do(claims.edit_relation(tie, "spouse", expected=1)) == ids["ihar"]
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
    room.do(claims.remove_participation(part))
    room.do(claims.remove_relation(tie))
    assert room.rows() == before
    room.assert_sound()


@pytest.mark.parametrize("claim", ["statement", "participation", "relation"])
def test_what_is_said_may_stand_without_a_passage(room: Room, ids: dict[str, str], claim: str) -> None:
    make: dict[str, Callable[[tuple[str, ...]], Act[str]]] = {
        "statement": lambda cited: claims.add_statement(ids["alena"], OFFICE, cited),
        "participation": lambda cited: claims.add_participation(ids["release"], ids["alena"], "r", cited),
        "relation": lambda cited: claims.add_relation(ids["alena"], ids["ihar"], "r", cited),
    }
    bare = room.do(make[claim](()))
    assert not room.rows()["evidence"]
    claim_id = room.do(make[claim]((ids["gate"],)))
    room.do(claims.add_evidence(claim, claim_id, (ids["chair"],)))
    outcome = room.archive.perform(claims.add_evidence(claim, claim_id, (ids["chair"],)), author_id=None)
    assert outcome.changes is None
    first = min(room.rows()["evidence"])
    room.do(claims.remove_evidence(first))
    assert [row["passage_id"] for row in room.rows()["evidence"].values()] == [ids["chair"]]
    room.do(passages.remove_passage(ids["chair"]))
    assert not room.rows()["evidence"]
    assert {bare, claim_id} <= set(room.rows()[claim])
    room.assert_sound()
    room.undo()
    assert [row["passage_id"] for row in room.rows()["evidence"].values()] == [ids["chair"]]


def test_a_name_may_stand_without_a_passage(room: Room, ids: dict[str, str]) -> None:
    name = next(key for key, row in room.rows()["name"].items() if row["record_id"] == ids["alena"])
    room.do(claims.add_evidence("name", name, (ids["gate"],)))
    (evidence,) = room.rows()["evidence"]
    assert room.do(claims.remove_evidence(evidence)) == "Alena"
    assert name in room.rows()["name"]


def test_a_passage_that_held_only_evidence_goes_with_it(room: Room, ids: dict[str, str]) -> None:
    def cite(work: Any) -> str:
        passage = passages.passage_at(work, ids["version"], span_of("seven years"))
        return claims.add_statement(ids["alena"], OFFICE, (passage.id, ids["gate"])).run(work)

    statement = room.do(Act("add_statement", cite))
    assert len(room.rows()["passage"]) == 3
    before = room.rows()
    for act in (claims.remove_statement(statement), records.remove_record(ids["alena"])):
        room.do(act)
        assert set(room.rows()["passage"]) == {ids["gate"], ids["chair"]}
        room.undo()
        assert room.rows() == before
    room.assert_sound()


def standings(room: Room) -> list[tuple[str, str]]:
    return [(row["standing"], row["reason"]) for _id, row in sorted(room.rows()["statement"].items())]


def test_statements_are_weighed_and_nothing_is_lost(room: Room, ids: dict[str, str]) -> None:
    held = [StatementInput(property="time_held", value=f"{years} years", language="en") for years in (4, 10)]
    four, ten = (room.do(claims.add_statement(ids["alena"], given, (ids["gate"],))) for given in held)
    office = room.do(claims.add_statement(ids["alena"], OFFICE, ()))
    before = room.rows()
    with pytest.raises(InputError) as refusal:
        room.do(claims.weigh_statement(four, Standing.PREFERRED, " "))
    assert refusal.value.field == "reason"
    room.do(claims.weigh_statement(office, Standing.PREFERRED, "a badge"))
    room.do(claims.weigh_statement(four, Standing.PREFERRED, "his own words"))
    assert last_name(room) == ("prefer_statement", "Alena")
    room.do(claims.weigh_statement(ten, Standing.PREFERRED, "the court's paper"))
    assert standings(room) == [("", ""), ("preferred", "the court's paper"), ("preferred", "a badge")]
    room.do(claims.weigh_statement(four, Standing.SET_ASIDE, "rounded", expected=3))
    with pytest.raises(StaleError):
        room.do(claims.weigh_statement(four, Standing.OPEN, expected=3))
    assert standings(room)[0] == ("set aside", "rounded")
    room.do(claims.edit_statement(four, held[0]))
    assert standings(room)[0] == ("set aside", "rounded")
    room.do(claims.edit_statement(four, held[0].model_copy(update={"value": "five years"})))
    assert standings(room)[0] == ("", "")
    for _step in range(6):
        room.undo()
    assert {key: row["value"] for key, row in room.rows()["statement"].items()} == {
        key: row["value"] for key, row in before["statement"].items() if key != office
    }


def test_a_tie_says_how_certain_it_is_and_when_it_held(room: Room, ids: dict[str, str]) -> None:
    person, friend = ids["alena"], ids["ihar"]
    part = room.do(claims.add_participation(ids["release"], person, "victim", (), certainty=Certainty.POSSIBLE))
    tie = room.do(
        claims.add_relation(person, friend, "spouse", (), certainty=Certainty.PROBABLE, dated="с 2020 по 2021")
    )
    with pytest.raises(InputError) as refusal:
        room.do(claims.edit_relation(tie, "spouse", dated="31.2.2020"))
    assert refusal.value.field == "dated"
    room.do(claims.edit_relation(tie, "friend"))
    room.do(claims.edit_participation(part, "source"))
    with room.archive.read() as connection:
        detail = record_detail(connection, person, "en")
    assert detail is not None
    assert [(t.role, t.certainty, t.dated) for t in detail.relations] == [("friend", "probable", "2020/2021")]
    assert [(t.role, t.certainty, t.dated) for t in detail.participations] == [("source", "possible", "")]


@pytest.mark.parametrize("inverse", [False, True])
def test_no_record_is_a_part_of_itself_over_however_many_steps(room: Room, inverse: bool) -> None:
    places = [room.person(f"Place {number}", kind=RecordKind.PLACE) for number in range(5)]
    for one, other in itertools.pairwise(places):
        given = (other, one, "has part") if inverse else (one, other, "part of")
        room.do(claims.add_relation(*given, ()))
    room.do(claims.add_relation(places[4], places[0], "neighbour of", ()))
    neighbour = next(key for key, row in room.rows()["relation"].items() if row["kind"] == "neighbour of")
    twin = room.do(claims.add_relation(places[0], places[1], "part of", ()))
    before = room.rows()
    for act in (
        claims.add_relation(places[4], places[0], "part of", ()),
        claims.add_relation(places[0], places[4], "has part", ()),
        claims.add_relation(places[3], places[3], "part of", ()),
        claims.edit_relation(neighbour, "part of"),
        claims.edit_relation(twin, "has part"),
    ):
        with pytest.raises(InputError) as refusal:
            room.do(act)
        assert refusal.value.field == "record"
        assert room.rows() == before
    room.assert_sound()


def test_neither_undo_nor_redo_makes_a_circle(room: Room) -> None:
    one, other = (room.person(name, kind=RecordKind.PLACE) for name in ("Minsk", "Belarus"))
    tie = room.do(claims.add_relation(one, other, "part of", ()))
    room.do(claims.edit_relation(tie, "neighbour of"))
    with room.archive.read() as connection:
        changed = undoing.next_undo(connection)
    assert changed is not None
    room.do(claims.add_relation(one, other, "has part", ()))
    with room.archive.read() as connection:
        plan = undoing.alone(connection, changed.number)
    assert [operation.action for operation in plan.undo] == ["add_relation", "edit_relation"]
    room.undo()
    room.undo()
    with room.archive.read() as connection:
        found = undoing.again(connection, plan.undo[0].number)
    assert [operation.action for operation in found.hindered] == ["edit_relation"]
    with pytest.raises(UndoError):
        room.archive.carry_out(found, author_id=room.author_id)
    room.assert_sound()


def test_a_kind_of_relation_ties_the_kinds_of_record_that_it_fits(room: Room, ids: dict[str, str]) -> None:
    minsk, belarus = (room.person(name, kind=RecordKind.PLACE) for name in ("Minsk", "Belarus"))
    tie = room.do(claims.add_relation(minsk, belarus, "part of", ()))
    before = room.rows()
    for act in (
        claims.add_relation(minsk, belarus, "sibling", ()),
        claims.add_relation(ids["release"], minsk, "cause of", ()),
        claims.add_relation(minsk, ids["alena"], "head of", ()),
        claims.edit_relation(tie, "spouse"),
    ):
        with pytest.raises(InputError, match="place") as refusal:
            room.do(act)
        assert refusal.value.field == "role"
        assert room.rows() == before
    room.do(claims.add_relation(minsk, belarus, "twin town of", ()))
    room.do(claims.add_relation(ids["alena"], minsk, "head of", ()))


def test_a_tie_that_stood_before_keeps_its_kind(room: Room) -> None:
    minsk, belarus = (room.person(name, kind=RecordKind.PLACE) for name in ("Minsk", "Belarus"))

    def stood(work: Work) -> str:
        return work.insert(Relation, from_id=minsk, to_id=belarus, kind="sibling").id

    tie = room.do(Act("add_relation", stood))
    room.do(claims.edit_relation(tie, "sibling", certainty=Certainty.POSSIBLE))
    assert room.rows()["relation"][tie]["certainty"] == "possible"
    with pytest.raises(InputError, match="spouse"):
        room.do(claims.edit_relation(tie, "spouse"))
