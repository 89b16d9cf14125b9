"""Properties of the archive's own."""

from __future__ import annotations

import pytest

from rooms import Room
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.inputs import PropertyInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES, ValueType
from workbench.services import claims, records, vocabulary
from workbench.services.checks import check_archive
from workbench.store import undoing
from workbench.store.queries.records import statements_of
from workbench.store.queries.vocabulary import all_properties, own_properties, property_uses
from workbench.store.tables import OwnProperty
from workbench.store.work import Act

PRISON = PropertyInput(label="Prison number", kinds=(RecordKind.PERSON,), single=True)


def test_an_own_property_is_used_like_any_other(room: Room) -> None:
    key = room.do(vocabulary.add_property(PRISON))
    date = room.do(
        vocabulary.add_property(
            PropertyInput(label="Hunger strike", value_type=ValueType.DATE, kinds=(RecordKind.PERSON,))
        )
    )
    person = room.person("Alena")
    room.do(claims.add_statement(person, StatementInput(property=key, value="17", language="en"), ()))
    room.do(claims.add_statement(person, StatementInput(property=date, value="у снежні 2025", language="be"), ()))
    with room.archive.read() as connection:
        number, strike = statements_of(connection, person)
        assert property_uses(connection) == {key: 1, date: 1}
        assert [*own_properties(connection)] == [key, date]
        assert all_properties(connection).keys() == {*PROPERTIES, key, date}
    assert (number.about.words(), number.about.single, number.about.own) == ("Prison number", True, True)
    assert (strike.value, strike.language, strike.about.value_type) == ("2025-12", "", ValueType.DATE)
    with pytest.raises(InputError, match="no such day") as refusal:
        room.do(claims.add_statement(person, StatementInput(property=date, value="31.2.2025"), ()))
    assert refusal.value.field == "value"
    room.assert_sound()


def test_what_does_not_fit_is_refused(room: Room) -> None:
    key = room.do(vocabulary.add_property(PRISON))
    place = room.person("Orša", kind=RecordKind.PLACE)
    person = room.person("Alena")
    used = room.do(claims.add_statement(person, StatementInput(property=key, value="17"), ()))
    before = room.rows()
    for act, field in (
        (vocabulary.add_property(PropertyInput(label="prison NUMBER", kinds=(RecordKind.PERSON,))), "label"),
        (vocabulary.add_property(PropertyInput(label="Sentence", kinds=(RecordKind.PERSON,))), "label"),
        (vocabulary.edit_property(key, PRISON.model_copy(update={"value_type": ValueType.DATE})), "value_type"),
        (vocabulary.edit_property(key, PRISON.model_copy(update={"kinds": (RecordKind.PLACE,)})), "kinds"),
        (vocabulary.remove_property(key), ""),
        (claims.add_statement(place, StatementInput(property=key, value="17"), ()), "property"),
        (claims.add_statement(person, StatementInput(property="no such", value="17"), ()), "property"),
    ):
        with pytest.raises(InputError) as refusal:
            room.do(act)
        assert refusal.value.field == field, act.action
    with pytest.raises(NotFoundError):
        room.do(vocabulary.remove_property("birth"))
    assert room.rows() == before
    room.do(vocabulary.edit_property(key, PRISON.model_copy(update={"label": "Number in prison"})))
    room.do(claims.remove_statement(used))
    assert room.do(vocabulary.remove_property(key)) == "Number in prison"
    room.assert_sound()


def test_no_statement_is_left_without_its_property(room: Room) -> None:
    key = room.do(vocabulary.add_property(PRISON))
    with room.archive.read() as connection:
        made = undoing.next_undo(connection)
    assert made is not None
    person = room.person("Alena")
    room.do(claims.add_statement(person, StatementInput(property=key, value="17"), ()))
    with room.archive.read() as connection:
        plan = undoing.alone(connection, made.number)
    assert [operation.action for operation in plan.undo] == ["add_statement", "add_property"]
    room.archive.carry_out(plan, author_id=room.author_id)
    assert not room.rows()["own_property"]
    with room.archive.read() as connection:
        stated = undoing.next_redo(connection)
        assert stated is not None
        found = undoing.again(connection, plan.undo[0].number)
    assert [operation.action for operation in found.hindered] == ["add_property"]
    room.assert_sound()


def test_a_check_tells_of_a_property_that_is_gone(room: Room) -> None:
    key = room.do(vocabulary.add_property(PRISON))
    person = room.person("Alena")
    room.do(claims.add_statement(person, StatementInput(property=key, value="17"), ()))
    room.do(Act("remove_property", lambda work: work.remove(OwnProperty, key)))  # as no service would
    assert [problem.where for problem in check_archive(room.archive).problems] == ["statement → own_property"]
    with room.archive.read() as connection:
        (row,) = statements_of(connection, person)
    assert row.about.words() == key
    assert room.do(records.remove_record(person)) == "Alena"
