from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from rooms import Room
from workbench.domain.errors import CancelledError, InputError, StaleError
from workbench.domain.inputs import NameInput, PropertyInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import ValueType
from workbench.domain.row_mapping import ColumnUse, RowMapping
from workbench.importers.files import original_of
from workbench.importers.rows import read_tables
from workbench.services.records import create_record
from workbench.services.row_plan import Decided, Decision, Plan, Said
from workbench.services.rows import plan, propose_mapping
from workbench.services.rows_in import Brought, bring_in
from workbench.services.vocabulary import add_property, remove_property
from workbench.store.queries.vocabulary import own_properties

TABLE = """Імя,Name,Дата нараджэння,Вызвалены,Роля,Узровень,Заўвага
Марыя Калеснікава,Maria Kolesnikova,24.04.1982,13.12.2025,released,restricted,Флейта
Яўген Шыла,Yauhen Shyla,1990,12.2025,,,
"""


def planned(
    room: Room,
    text: str = TABLE,
    decisions: dict[int, Decided] | None = None,
    *,
    said: Said | None = None,
    columns: str = "",
    **changes: Any,
) -> Plan:
    """`columns` are the codes of what the columns are, with spaces between; they are proposed otherwise."""
    tables = read_tables(original_of(text.encode(), "prisoners.csv"))
    sheet = tables.sheets[0]
    mapping = replace(propose_mapping(sheet, RecordKind.PERSON, "be"), **changes)
    if columns:
        mapping = replace(mapping, columns=tuple(ColumnUse.of(code) for code in columns.split()))
    with room.archive.read() as connection:
        return plan(tables, sheet, mapping, connection, decisions, said=said)


def person(room: Room, name: str, tag: str = "be") -> str:
    names = (NameInput(value=name, tag=tag),)
    return room.do(create_record(RecordInput(kind=RecordKind.PERSON, names=names)))


def rows_in(room: Room) -> dict[str, list[dict[str, Any]]]:
    return {table: list(rows.values()) for table, rows in room.rows().items()}


def test_rows_become_records_with_their_row_as_evidence(room: Room) -> None:
    before = room.rows()
    given = planned(room, event="The release of December")
    assert given.ready
    assert (given.new_records(), given.blocked) == (2, 0)
    done: Brought = room.do(bring_in(given))
    rows = rows_in(room)
    assert (done.created, done.added_to, done.left_out) == (2, 0, 0)
    assert sorted(row["kind"] for row in rows["record"]) == ["event", "person", "person"]
    assert [row["value"] for row in rows["name"] if row["record_id"] == done.record_ids[0]] == [
        "Марыя Калеснікава", "Maria Kolesnikova",
    ]  # fmt: skip
    said = {row["property"]: row["value"] for row in rows["statement"] if row["record_id"] == done.record_ids[0]}
    assert said == {"birth": "1982-04-24", "released": "2025-12-13", "description": "Флейта"}
    assert [row["level"] for row in rows["record"] if row["id"] == done.record_ids[0]] == ["restricted"]
    assert sorted(row["role"] for row in rows["participation"]) == ["participant", "released"]
    passages = {row["id"]: row["exact"] for row in rows["passage"]}
    assert sorted(text.split(" | ")[0] for text in passages.values()) == [
        "Імя: Марыя Калеснікава", "Імя: Яўген Шыла",
    ]  # fmt: skip
    claims = [row for row in rows["evidence"] if passages[row["passage_id"]].startswith("Імя: Яўген")]
    assert len(claims) == 5  # two names, two dates, one participation
    assert len(rows["source"]) == 1
    room.assert_sound()
    room.undo()
    assert room.rows() == before


def test_nothing_of_the_table_is_kept_where_that_is_not_wanted(room: Room) -> None:
    done = room.do(bring_in(planned(room, keep=False)))
    rows = rows_in(room)
    assert done.source_id == ""
    assert (len(rows["source"]), len(rows["passage"]), len(rows["evidence"]), len(rows["record"])) == (0, 0, 0, 2)


def test_bad_cells_hold_back_the_whole_or_their_row(room: Room) -> None:
    text = TABLE + "Ганна Бондарава,,31.02.1990,,,odd,\n,,1990,,,,\n"
    given = planned(room, text)
    found = [(problem.row, problem.column, problem.reason) for row in given.rows for problem in row.problems]
    assert found == [
        (3, 2, "The calendar has no such day."),
        (3, 5, "It is none of the words that can stand here."),
        (4, 0, "The record has no name."),
    ]
    assert not given.ready
    before = room.rows()
    with pytest.raises(InputError, match="cannot be brought in as they are"):
        room.do(bring_in(given))
    assert room.rows() == before
    kept = replace(given, mapping=replace(given.mapping, leave_out=True))
    assert room.do(bring_in(kept)).left_out == 2


def test_a_row_with_more_cells_than_headings_is_a_problem(room: Room) -> None:
    given = planned(room, TABLE + "Ганна Бондарава,,,,,,x,y\n")
    assert [problem.reason for problem in given.rows[2].problems] == ["The row has more cells than there are headings."]


def test_a_record_that_is_there_takes_what_it_does_not_have(room: Room) -> None:
    known = person(room, "Мария Колесникова", "ru")
    given = planned(room)
    assert (given.rows[0].decision, given.rows[0].record_id) == (Decision.SAME, known)
    done = room.do(bring_in(given))
    assert (done.created, done.added_to, done.record_ids[0]) == (1, 1, known)
    again = room.do(bring_in(planned(room)))
    rows = rows_in(room)
    assert (again.created, again.source_id) == (0, done.source_id)
    assert len([row for row in rows["name"] if row["record_id"] == known]) == 3
    assert len([row for row in rows["statement"] if row["record_id"] == known]) == 3
    assert len(rows["passage"]) == 2


def test_another_birth_is_another_person(room: Room) -> None:
    room.do(bring_in(planned(room)))
    given = planned(room, TABLE.replace("24.04.1982", "1951"))
    assert [row.decision for row in given.rows] == [Decision.NEW, Decision.SAME]


def test_several_records_of_one_name_must_be_told_apart(room: Room) -> None:
    _one, other = person(room, "Яўген Шыла"), person(room, "Яўген Шыла")
    given = planned(room)
    assert given.rows[1].blocked
    decided = planned(room, decisions={2: Decided(Decision.SAME, other), 1: Decided(Decision.SKIP)})
    done = room.do(bring_in(decided))
    assert (done.created, done.added_to, done.left_out, done.record_ids) == (0, 1, 1, (other,))


def test_rows_of_one_name_become_one_record(room: Room) -> None:
    text = "Name,Sentence\nAnn Lee,two years\nAnn Lee,three years\n"
    given = planned(room, text)
    assert (given.rows[1].decision, given.rows[1].same_row) == (Decision.SAME, 1)
    done = room.do(bring_in(given))
    assert len(done.record_ids) == 1
    assert sorted(row["value"] for row in rows_in(room)["statement"]) == ["three years", "two years"]


def test_places_and_events_of_columns_are_made_once(room: Room) -> None:
    text = "Name,Date,Place\nThe march,2020-08-16,Мінск\nThe trial,2021-09-06,Мінск\n"
    mapping = {"kind": RecordKind.EVENT}
    tables = read_tables(original_of(text.encode(), "events.csv"))
    proposed = propose_mapping(tables.sheets[0], RecordKind.EVENT, "be")
    assert [column.code for column in proposed.columns] == ["name:preferred:en", "property:date", "property:place"]
    given = planned(room, text, columns="name:preferred:en property:date property:place", **mapping)
    room.do(bring_in(given))
    rows = rows_in(room)
    places = [row["id"] for row in rows["record"] if row["kind"] == "place"]
    assert len(places) == 1
    assert {row["place_id"] for row in rows["statement"] if row["property"] == "place"} == set(places)


def test_names_in_parts_become_one_name(room: Room) -> None:
    given = planned(room, "Фамилия,Имя,Отчество\nКолесникова,Мария,Александровна\n")
    assert given.rows[0].name == "Мария Александровна Колесникова"
    room.do(bring_in(given))
    name = rows_in(room)["name"][0]
    assert (name["given"], name["patronymic"], name["family"]) == ("Мария", "Александровна", "Колесникова")


def test_a_mapping_that_makes_no_record_is_a_problem(room: Room) -> None:
    tables = read_tables(original_of(b"1,2\n3,4\n", "a.csv"))
    with room.archive.read() as connection:
        given = plan(tables, tables.sheets[0], RowMapping(()), connection)
    assert [problem.reason for problem in given.problems] == ["No column is a name: a record needs one."]
    assert not given.ready


def test_a_stopped_operation_keeps_nothing(room: Room) -> None:
    before = room.rows()

    def stop(done: int, total: int) -> None:
        if done == total:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        room.do(bring_in(planned(room), stop))
    assert room.rows() == before


def test_an_own_property_of_the_archive_is_a_column_too(room: Room) -> None:
    given = PropertyInput(label="Камера", value_type=ValueType.TEXT, kinds=(RecordKind.PERSON,))
    key = room.do(add_property(given))
    tables = read_tables(original_of("Імя,Камера\nЯўген Шыла,7\n".encode(), "a.csv"))
    with room.archive.read() as connection:
        proposed = propose_mapping(tables.sheets[0], RecordKind.PERSON, "be", own=own_properties(connection))
        made = plan(tables, tables.sheets[0], proposed, connection)
    assert proposed.columns[1].code == f"property:{key}"
    room.do(bring_in(made))
    assert [(row["property"], row["value"]) for row in rows_in(room)["statement"]] == [(key, "7")]


def test_dates_are_read_in_words(room: Room) -> None:
    given = planned(room, "Name,Released\nAnn Lee,13 снежня 2025\nBob Roe,2025 m. gruodis\n")
    assert [row.statements[0].value for row in given.rows] == ["2025-12-13", "2025-12"]


def test_what_a_row_adds_to_a_record_that_is_there_has_its_level(room: Room) -> None:
    room.do(bring_in(planned(room, "Name\nAnn Lee\n", keep=True)))
    given = planned(
        room,
        "A,B,C,D\nAnn Lee,Anna Lee,Флейта,secret\n",
        columns="name:preferred:en name:alias:en property:description level",
        event="The march",
    )
    assert given.rows[0].decision is Decision.SAME
    room.do(bring_in(given))
    rows = rows_in(room)
    assert {row["value"]: row["level"] for row in rows["name"]} == {
        "Ann Lee": "", "Anna Lee": "secret", "The march": "",
    }  # fmt: skip
    assert [row["level"] for row in rows["statement"]] == ["secret"]
    assert [row["level"] for row in rows["participation"]] == ["secret"]
    assert [row["level"] for row in rows["passage"]] == ["", "secret"]
    assert {row["level"] for row in rows["record"]} == {""}


def test_a_level_in_a_table_opens_nothing(room: Room) -> None:
    room.do(bring_in(planned(room, "A,B\nAnn Lee,secret\n", columns="name:preferred:en level")))
    text = "A,B,C\nAnn Lee,Anna Lee,restricted\n"
    room.do(bring_in(planned(room, text, columns="name:preferred:en name:alias:en level")))
    assert {row["level"] for row in rows_in(room)["name"]} == {""}


def test_a_plan_of_what_was_changed_since_is_refused(room: Room) -> None:
    given = PropertyInput(label="Камера", value_type=ValueType.TEXT, kinds=(RecordKind.PERSON,))
    key = room.do(add_property(given))
    made = planned(room, "Імя,Камера\nЯўген Шыла,7\n", columns=f"name:preferred:be property:{key}")
    room.do(remove_property(key))
    before = room.rows()
    with pytest.raises(StaleError, match="Records were changed since"):
        room.do(bring_in(made))
    made = planned(room)
    twin = person(room, "Яўген Шыла")
    with pytest.raises(StaleError):
        room.do(bring_in(made))
    assert set(room.rows()["record"]) - set(before["record"]) == {twin}
    assert room.do(bring_in(planned(room))).added_to == 1


def test_texts_are_cleaned_as_typed_ones_are(room: Room) -> None:
    given = planned(
        room,
        "A,B,C\nAnn Lee,a\u0080b e\u0301,\u200b\n",
        columns="name:preferred:en property:description property:sentence",
    )
    assert [(each.property, each.value) for each in given.rows[0].statements] == [("description", "ab \u00e9")]


def test_words_that_are_offered_have_no_language(room: Room) -> None:
    text = "A,B,C\nAnn Lee,female,Флейта\n"
    room.do(bring_in(planned(room, text, columns="name:preferred:en property:sex property:description")))
    assert {row["property"]: row["language"] for row in rows_in(room)["statement"]} == {"sex": "", "description": "be"}


def test_two_cells_for_one_place_are_one_statement(room: Room) -> None:
    text = "A,B,C\nAnn Lee,Мінск,Minsk\n"
    made = planned(room, text, columns="name:preferred:en property:residence property:residence")
    room.do(bring_in(made))
    rows = rows_in(room)
    assert [row["value"] for row in rows["statement"]] == [
        row["id"] for row in rows["record"] if row["kind"] == "place"
    ]
    assert len([row for row in rows["evidence"] if row["statement_id"]]) == 1


def test_the_date_and_place_of_a_known_event_are_not_lost(room: Room) -> None:
    march = room.person("The march", kind=RecordKind.EVENT)
    for _time in range(2):
        room.do(bring_in(planned(room, event="The march", event_date="16.08.2020", event_place="Мінск")))
    said = [(row["property"], row["value"]) for row in rows_in(room)["statement"] if row["record_id"] == march]
    places = [row["id"] for row in rows_in(room)["record"] if row["kind"] == "place"]
    assert said == [("date", "2020-08-16"), ("place", *places)]
