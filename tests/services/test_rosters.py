from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from made_rosters import prisoners, table_of_prisoners
from rooms import Room
from workbench.domain.anchors import Span
from workbench.domain.errors import ImportFileError, InputError, NotFoundError
from workbench.domain.inputs import NameInput, Provenance, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.languages.sameness import Ground
from workbench.services.records import create_record
from workbench.services.rosters import LINES, roster_in_version, roster_mapping, roster_of_pasted
from workbench.services.row_plan import Decided, Decision, Plan, RosterText
from workbench.services.rows import plan
from workbench.services.rows_in import Brought, bring_in
from workbench.services.sources import import_source, read_pasted, remove_source

GIVEN = Provenance(title="Спіс", published="2025-12-13")
EVENT = {"event": "Вызваленне", "event_date": "13.12.2025", "event_place": "Мінск"}


def planned(
    room: Room,
    roster: RosterText,
    names: dict[int, str] | None = None,
    said: dict[int, Decided] | None = None,
    **on: Any,
) -> Plan:
    mapping = replace(roster_mapping(roster, "be"), **on)
    with room.archive.read() as connection:
        return plan(roster, roster.sheet, mapping, connection, said, names)


def pasted(room: Room, text: str, **on: Any) -> Plan:
    return planned(room, roster_of_pasted(text, GIVEN), **on)


def person(room: Room, *names: tuple[str, str]) -> str:
    given = tuple(NameInput(value=value, tag=tag) for value, tag in names)
    return room.do(create_record(RecordInput(kind=RecordKind.PERSON, names=given)))


def test_123_lines_are_one_operation_with_their_lines_as_evidence_and_one_undo(room: Room) -> None:
    before = room.rows()
    text = prisoners()
    made = pasted(room, text, **EVENT)
    assert (made.blocked, made.new_records(), len(made.rows)) == (0, 123, 123)
    done: Brought = room.do(bring_in(made))
    rows = {table: list(found.values()) for table, found in room.rows().items()}
    passages = {row["id"]: row["exact"] for row in rows["passage"]}
    assert sorted(passages.values()) == sorted(line.partition(". ")[2] for line in text.splitlines())
    assert len(rows["participation"]) == 123
    assert {(row["event_id"], row["role"]) for row in rows["participation"]} == {(done.event_id, "released")}
    assert {row["property"]: row["value"] for row in rows["statement"] if row["record_id"] == done.event_id} == {
        "date": "2025-12-13",
        "place": next(row["id"] for row in rows["record"] if row["kind"] == "place"),
    }
    assert [(row["title"], row["published"]) for row in rows["source"]] == [("Спіс", "2025-12-13")]
    first = done.record_ids[0]
    name = next(row for row in rows["name"] if row["record_id"] == first)
    assert [name[key] for key in ("value", "tag", "given", "patronymic", "family")] == [
        "Алег Іванавіч Рыбак", "be", "Алег", "Іванавіч", "Рыбак",
    ]  # fmt: skip
    assert {row["property"]: row["value"] for row in rows["statement"] if row["record_id"] == first} == {
        "birth": "1950", "detained": "2020-08-01", "sentence": "1 гадоў",
    }  # fmt: skip
    line = next(key for key, exact in passages.items() if exact.startswith("Рыбак Алег"))
    assert sum(row["passage_id"] == line for row in rows["evidence"]) == 5  # a name, three values, a participation
    assert {row["tag"] for row in rows["name"] if row["value"].startswith("John ")} == {"en"}
    room.assert_sound()
    room.undo()
    assert room.rows() == before


def test_lines_of_a_text_that_is_there_are_its_passages(room: Room) -> None:
    text = "Вызвалены:\nШыла Яўген, 1990 г.н.\nКалеснікава Марыя\nКанец."
    imported = room.do(import_source(read_pasted(html=None, text=text)))
    start = text.index("Яўген")
    with room.archive.read() as connection:
        roster = roster_in_version(connection, imported.text_version_id, "Спіс", Span(start, text.index("Марыя") + 2))
    done = room.do(bring_in(planned(room, roster, event="Вызваленне")))
    rows = {table: list(found.values()) for table, found in room.rows().items()}
    assert sorted(row["exact"] for row in rows["passage"]) == ["Калеснікава Марыя", "Шыла Яўген, 1990 г.н."]
    assert (len(rows["source"]), done.source_id, len(done.record_ids)) == (1, "", 2)
    again = room.do(bring_in(planned(room, roster, event="Вызваленне")))
    assert (again.created, again.record_ids) == (0, done.record_ids)
    assert len(room.rows()["passage"]) == 2
    room.do(remove_source(imported.source_id))
    with pytest.raises(NotFoundError):
        room.do(bring_in(planned(room, roster)))


def test_an_impossible_date_is_refused_at_its_cell(room: Room) -> None:
    made = pasted(room, "Шыла Яўген, затрыманы 31.02.2021\nЖук Ігар, затрыманы 01.02.2021\n")
    [problem] = [each for row in made.rows for each in row.problems]
    assert problem.column is not None
    assert made.sheet.rows[0][problem.column] == "Detained"
    assert problem.reason == "The calendar has no such day."
    assert not made.ready


def test_a_line_twice_and_a_name_twice_are_one_person_unless_they_were_born_apart(room: Room) -> None:
    made = pasted(room, "Жук Ігар, 1990 г.н.\nЖук Ігар, 1990 г.н.\nИгорь Жук\nЖук Ігар, 1951 г.н.\n")
    assert [(row.decision, row.same_row) for row in made.rows] == [
        (Decision.NEW, None), (Decision.SAME, 1), (Decision.NEW, None), (Decision.NEW, None),
    ]  # fmt: skip
    assert [row.to_decide for row in made.rows] == [False, False, True, True]  # spelt otherwise, or born apart
    assert len(room.do(bring_in(made)).record_ids) == 3


def test_a_womans_name_and_a_namesake_are_not_taken_for_one_person(room: Room) -> None:
    known = person(room, ("Аляксандр Пятроў", "be"))
    [row] = pasted(room, "Аляксандра Пятрова\n").rows
    assert (row.record_id, row.to_decide) in {(known, True), ("", True)}
    made = pasted(room, "Яўген Шыла\nЯўгенія Шыла\nЯн Чыж\nЯн Чыж\n")
    assert [row.to_decide for row in made.rows] == [False, True, False, True]


def test_a_person_under_another_script_is_proposed_with_reasons(room: Room) -> None:
    known = person(room, ("Maryia Kalesnikava", "en"))
    [row] = pasted(room, "Калеснікава Марыя\n").rows
    assert (row.decision, row.record_id) == (Decision.SAME, known)
    assert [reason.ground for reason in row.candidates[0].reasons] == [Ground.SPELLING]


def test_who_is_merely_alike_is_left_to_the_person(room: Room) -> None:
    person(room, ("Марыя Калеснікава", "be"))
    [row] = pasted(room, "М. Калеснікава\n").rows
    assert (row.decision, row.to_decide, len(row.candidates)) == (Decision.NEW, True, 1)
    [row] = pasted(room, "М. Калеснікава\n", said={1: Decided(Decision.NEW)}).rows
    assert not row.to_decide


def test_a_name_is_corrected_and_matched_by_what_it_is_then(room: Room) -> None:
    known = person(room, ("Яўген Шыла", "be"))
    [row] = pasted(room, "Шыла Я.\n", names={1: "Яўген\x00 Шы\u202eла"}).rows
    assert (row.name, row.record_id) == ("Яўген Шыла", known)
    assert dict(row.names[0].parts) == {"given": "Яўген", "family": "Шыла"}


def test_columns_are_taken_where_the_list_has_them(room: Room) -> None:
    made = pasted(room, table_of_prisoners())
    assert [column.code for column in made.mapping.columns] == [
        "name:preferred:be",
        "property:birth",
        "property:detained",
    ]
    assert [each.value for each in made.rows[0].statements] == ["1950", "2020-08-01"]
    told = pasted(room, "Жук Ігар\tнар. 1990\nШыла Яўген\tнар. 1991\n")
    assert [[each.value for each in row.statements] for row in told.rows] == [["1990"], ["1991"]]


@pytest.mark.parametrize("text", ["x" * 5_000_000, "Жук Ігар\n" * (10 * LINES)])
def test_what_is_no_list_is_refused_before_it_is_read(room: Room, text: str) -> None:
    with pytest.raises(InputError, match="too long"):
        roster_of_pasted(text, GIVEN)


def test_nothing_is_refused(room: Room) -> None:
    with pytest.raises(ImportFileError):
        roster_of_pasted(" \n", GIVEN)
    with pytest.raises(InputError, match="no lines"):
        roster_of_pasted("1.\n2.\n", GIVEN)


def test_a_date_of_the_event_that_is_none_is_said(room: Room) -> None:
    made = pasted(room, "Жук Ігар\n", event="X", event_date="31.02.2021")
    assert [problem.reason for problem in made.problems] == ["The calendar has no such day."]


def test_a_date_that_is_none_waits_for_a_decision_where_nothing_would_refuse_it(room: Room) -> None:
    text = "1. Вера Ціхая, 12.08.1956\n2. Мікола Статкевіч, 31.02.1956\n3. Ала Рак, настаўніца"
    made = pasted(room, text)
    [problem] = [each for row in made.rows for each in row.problems]
    assert (problem.row, problem.reason) == (2, "31.02.1956 is no date.")
    assert made.sheet.rows[0][problem.column or 0] == "Description"
    assert [row.to_decide for row in made.rows] == [False, True, False]
    assert not made.ready
    with pytest.raises(InputError):
        room.do(bring_in(made))
    kept = planned(room, made.tables, said={2: Decided(Decision.NEW)})  # type: ignore[arg-type]
    assert kept.ready
    room.do(bring_in(kept))
    assert "31.02.1956" in {row["value"] for row in room.rows()["statement"].values()}
