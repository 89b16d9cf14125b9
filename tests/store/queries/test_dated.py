from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import MentionInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.services.claims import add_participation, add_relation, add_statement
from workbench.services.records import link_passage
from workbench.store.queries.dated import DatedRow, dated_rows


def rows(room: Room, record_id: str) -> list[DatedRow]:
    with room.archive.read() as connection:
        return dated_rows(connection, [record_id], "en")[record_id]


def passage(room: Room, record_id: str, words: str) -> str:
    text = room.bring_in()
    return room.do(link_passage(text, span_of(words), record_id, MentionInput())).passage_id


def test_a_date_is_a_date_and_any_other_statement_has_the_time_in_which_it_held(room: Room) -> None:
    me = room.person("Alena")
    room.do(add_statement(me, StatementInput(property="birth", value="1984"), ()))
    room.do(
        add_statement(me, StatementInput(property="office", value="librarian", language="en", dated="2019/2021"), ())
    )
    room.do(add_statement(me, StatementInput(property="description", value="a librarian", language="en"), ()))
    found = [(row.label, row.text, row.date, row.thing) for row in rows(room, me)]
    assert found == [("birth", "", "1984", "birth"), ("office", "librarian", "2019/2021", "")]


def test_a_part_in_an_event_has_every_date_that_the_event_is_said_to_have(room: Room) -> None:
    me, trial = room.person("Alena"), room.person("Trial", kind=RecordKind.EVENT)
    says = passage(room, me, "Alena Sokał")
    tie = room.do(add_participation(trial, me, "defendant", (says,)))
    assert [(row.date, row.passages) for row in rows(room, me)] == [("", (says,))]
    for date in ("2021-02", "2021-03"):
        room.do(add_statement(trial, StatementInput(property="date", value=date), ()))
    found = rows(room, me)
    assert [(row.date, row.text, row.label, row.kind) for row in found] == [
        ("2021-02", "Trial", "defendant", "event"),
        ("2021-03", "Trial", "defendant", "event"),
    ]
    assert {row.thing for row in found} == {f"{trial} {tie}"}
    assert len({row.id for row in found}) == 2
    assert all(row.passages == (says,) and row.other_id == trial for row in found)


def test_a_place_has_what_happened_there(room: Room) -> None:
    place, trial = room.person("Orša", kind=RecordKind.PLACE), room.person("Trial", kind=RecordKind.EVENT)
    room.do(add_statement(trial, StatementInput(property="place", value=place), ()))
    room.do(add_statement(trial, StatementInput(property="date", value="2021"), ()))
    assert [(row.text, row.date, row.is_property) for row in rows(room, place)] == [("Trial", "2021", True)]


def test_a_relation_is_seen_from_both_ends(room: Room) -> None:
    one, other = room.person("Alena"), room.person("Ihar")
    room.do(add_relation(one, other, "parent", (), dated="1990/.."))
    assert [(row.text, row.outgoing, row.date) for row in rows(room, one)] == [("Ihar", True, "1990/..")]
    assert [(row.text, row.outgoing, row.date) for row in rows(room, other)] == [("Alena", False, "1990/..")]
