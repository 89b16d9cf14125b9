from __future__ import annotations

from pathlib import Path

import pytest

from entering import english_room
from rooms import Room
from workbench.domain.errors import InputError
from workbench.domain.inputs import NameInput, StatementInput
from workbench.domain.kinds import Certainty, RecordKind
from workbench.services import claims
from workbench.services.record_table import TableRow, only_value, remove_records, rename, set_value, table_rows
from workbench.store.tables import Name
from workbench.store.work import table_of


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return english_room(tmp_path / "a.archive")


def row_of(room: Room, key: str) -> TableRow:
    with room.archive.read() as connection:
        return table_rows(connection, [key], "en")[key]


def test_a_row_has_what_the_table_shows(room: Room) -> None:
    key = room.person("Maria", NameInput(value="Марыя", tag="be"))
    place = room.person("Minsk", kind=RecordKind.PLACE)
    for name, value in (("birth", "1982"), ("birth", "1984"), ("birth_place", place)):
        room.do(claims.add_statement(key, StatementInput(property=name, value=value), ()))
    row = row_of(room, key)
    assert (row.name, row.others, row.places, row.unsupported) == ("Maria", ("Марыя",), {place: "Minsk"}, 3)
    assert row.conflicts == ("birth",)
    with room.archive.read() as connection:
        assert table_rows(connection, ["gone"], "en") == {}


def test_a_changed_value_keeps_what_stands_beside_it(room: Room) -> None:
    key = room.person("Maria")
    said = StatementInput(
        property="occupation", value="флейтыстка", language="be", certainty=Certainty.POSSIBLE, dated="2019"
    )
    room.do(claims.add_statement(key, said, ()))
    room.do(set_value(key, "occupation", "музыкантка", only_value(row_of(room, key), "occupation"), "en"))
    after = only_value(row_of(room, key), "occupation")
    assert after is not None
    assert (after.value, after.language, after.certainty, after.dated) == ("музыкантка", "be", "possible", "2019")


@pytest.mark.parametrize("value", ["31.2.1984", "soon", "2021/2019"])
def test_an_impossible_date_is_refused_before_anything_is_written(room: Room, value: str) -> None:
    key = room.person("Maria")
    with pytest.raises(InputError):
        room.do(set_value(key, "birth", value, None, "en"))
    assert row_of(room, key).values == {}


def test_a_cell_of_several_values_or_a_place_is_not_changed_here(room: Room) -> None:
    key, place = room.person("Maria"), room.person("Minsk", kind=RecordKind.PLACE)
    for name, value in (("occupation", "a"), ("occupation", "b"), ("residence", place)):
        room.do(claims.add_statement(key, StatementInput(property=name, value=value), ()))
    for name in ("occupation", "residence"):
        with pytest.raises(InputError):
            only_value(row_of(room, key), name)
    assert only_value(row_of(room, key), "birth") is None


def test_a_name_written_otherwise_keeps_the_parts_that_stand_in_it(room: Room) -> None:
    key = room.person("x", NameInput(value="Maria Kolesnikova", tag="ru", given="Maria", family="Kolesnikova"))
    table = table_of(Name)
    with room.archive.read() as connection:
        name_id = connection.execute(table.select().where(table.c.tag == "ru")).mappings().one()["id"]
    room.do(rename(name_id, "Maryia Kolesnikova"))
    with room.archive.read() as connection:
        name = connection.execute(table.select().where(table.c.id == name_id)).mappings().one()
    assert (name["record_id"], name["value"], name["given"], name["family"]) == (
        key,
        "Maryia Kolesnikova",
        "",
        "Kolesnikova",
    )


def test_a_part_that_is_only_letters_of_another_word_goes(room: Room) -> None:
    key = room.person("x", NameInput(value="Ян Купала", tag="be", given="Ян", family="Купала"))
    (name_id,) = (row["id"] for row in room.rows()["name"].values() if row["given"] == "Ян")
    room.do(rename(name_id, "Янка Купала"))
    name = room.rows()["name"][name_id]
    assert (name["record_id"], name["given"], name["family"]) == (key, "", "Купала")


def test_several_records_go_and_come_back_together(room: Room) -> None:
    keys = [room.person(name) for name in ("A", "B", "C", "D")]
    before = room.rows()
    assert room.do(remove_records(keys)) == 4
    with room.archive.read() as connection:
        assert table_rows(connection, keys, "en") == {}
    room.undo()
    assert room.rows() == before
