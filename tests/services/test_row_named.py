from __future__ import annotations

from typing import Any

import pytest

from entering import english_room
from rooms import Room
from workbench.domain.inputs import NameInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.importers.files import original_of
from workbench.importers.rows import read_tables
from workbench.services.claims import add_statement
from workbench.services.row_named import Described, described, made_beside
from workbench.services.row_plan import Named, Plan, Said
from workbench.services.rows import plan
from workbench.services.rows_in import bring_in

EVENT, PLACE = RecordKind.EVENT, RecordKind.PLACE
SEVERAL = "Several records have this name: say which one it is, or that it is a new one."
OTHERWISE = "A record has this name in another form: say whether it is the one, or that it is a new one."


@pytest.fixture
def room(tmp_path: Any) -> Room:
    return english_room(tmp_path / "a.archive")


def planned(room: Room, cells: str, said: Said | None = None, **mapping: Any) -> Plan:
    tables = read_tables(original_of(f"A,B,C\n{cells}\n".encode(), "a.csv"))
    columns = ("name:preferred:be", "property:birth_place", "event")
    given = RowMapping(tuple(map(ColumnUse.of, columns)), **{"language": "be", **mapping})
    with room.archive.read() as connection:
        return plan(tables, tables.sheets[0], given, connection, said=said)


def place(room: Room, name: str, tag: str) -> str:
    return room.person(f"{name}-en", NameInput(value=name, tag=tag), kind=PLACE)


def test_a_name_in_another_script_is_the_record_that_there_is(room: Room) -> None:
    minsk = place(room, "Мінск", "be")
    march = room.person("The march", kind=EVENT)
    made = planned(room, "Ганна,Minsk,The March")
    assert made.named == {
        (PLACE, "Minsk"): Named(PLACE, "Minsk", (minsk,), minsk, known="Мінск"),
        (EVENT, "The March"): Named(EVENT, "The March", (march,), march),
    }
    before = set(room.rows()["record"])
    done = room.do(bring_in(made))
    assert set(room.rows()["record"]) - before == set(done.record_ids)


def test_several_records_of_a_name_are_told_apart_before_anything_is_written(room: Room) -> None:
    first, second = (room.person("The trial", kind=EVENT) for _number in range(2))
    made = planned(room, "Ганна,,The trial\nЯўген,,The trial")
    assert [(one.row, one.column, one.reason) for row in made.rows for one in row.problems] == [
        (1, 2, SEVERAL), (2, 2, SEVERAL),
    ]  # fmt: skip
    assert not made.ready
    assert made.named[EVENT, "The trial"].record_ids == (first, second)
    made = planned(room, "Ганна,,The trial\nЯўген,,The trial", {(EVENT, "The trial"): second})
    room.do(bring_in(made))
    assert {row["event_id"] for row in room.rows()["participation"].values()} == {second}
    made = planned(room, "Марыя,,The trial", {(EVENT, "The trial"): ""})
    room.do(bring_in(made))
    assert len([row for row in room.rows()["record"].values() if row["kind"] == "event"]) == 3


def test_another_form_of_one_language_may_be_another_place(room: Room) -> None:
    town = place(room, "Барысаў", "be")
    made = planned(room, "Ганна,Барысава,")
    assert [(one.column, one.reason) for one in made.rows[0].problems] == [(1, OTHERWISE)]
    assert planned(room, "Ганна,Борисов,", language="ru").ready
    assert not planned(room, "Ганна,Барысава,", language="en").ready
    assert planned(room, "Ганна,Барысава,", {(PLACE, "Барысава"): town}).ready
    assert planned(room, "Ганна,Барысава,", {(PLACE, "Барысава"): ""}).ready
    assert not planned(room, "Ганна,Барысава,", {(PLACE, "Барысава"): "gone"}).ready


def test_new_ones_are_one_across_scripts_only(room: Room) -> None:
    room.do(bring_in(planned(room, "Ганна,Мінск,\nЯўген,Minsk,\nМарыя,Барысаў,\nІгар,Барысава,")))
    rows = room.rows()
    places = {key for key, row in rows["record"].items() if row["kind"] == "place"}
    names = sorted(row["value"] for row in rows["name"].values() if row["record_id"] in places)
    assert names == ["Барысава", "Барысаў", "Мінск"]


def test_the_event_for_all_is_settled_once(room: Room) -> None:
    first, second = (room.person("The trial", kind=EVENT) for _number in range(2))
    made = planned(room, "Ганна,,", event="The trial")
    assert [(one.row, one.column, one.reason) for one in made.problems] == [(-1, None, SEVERAL)]
    assert (made.ready, made.rows[0].problems) == (False, ())
    assert planned(room, "Ганна,,", {(EVENT, "The trial"): first}, event="The trial").ready
    done = room.do(bring_in(planned(room, "Ганна,,", event=second)))
    assert done.event_id == second


def test_what_tells_records_of_a_name_apart(room: Room) -> None:
    minsk = place(room, "Мінск", "be")
    first, second = (room.person("The trial", kind=EVENT) for _number in range(2))
    for key, value in (("date", "2021-09-06"), ("place", minsk)):
        room.do(add_statement(first, StatementInput(property=key, value=value), ()))
    with room.archive.read() as connection:
        found = described(connection, [first, "gone", second], "be")
    assert found == [Described(first, "The trial", "2021-09-06", "Мінск"), Described(second, "The trial", "", "")]


def test_what_is_made_beside_the_rows_is_counted(room: Room) -> None:
    place(room, "Гродна", "be")
    cells = "Ганна,Мінск,The march\nЯўген,Minsk,The March\nМарыя,Гродна,"
    assert made_beside(planned(room, cells)) == {EVENT: 1, PLACE: 1}
    made = planned(room, "Ганна,,", event="The release", event_place="Мінск")
    before = len(room.rows()["record"])
    assert made_beside(made) == {EVENT: 1, PLACE: 1}
    room.do(bring_in(made))
    assert len(room.rows()["record"]) - before == 3
