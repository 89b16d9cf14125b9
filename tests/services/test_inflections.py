from __future__ import annotations

import pytest

from rooms import Room
from workbench.domain.errors import InputError
from workbench.domain.inputs import InflectionInput, NameInput, RecordInput, checked
from workbench.domain.kinds import Case, NameKind, RecordKind
from workbench.services import records
from workbench.services.inflections import remove_cases, set_case, set_cases
from workbench.store.queries.name_cases import name_cases
from workbench.store.queries.records import record_detail

GENITIVE = InflectionInput(grammatical_case=Case.GENITIVE, value="Алены Сокал")
DATIVE = InflectionInput(grammatical_case=Case.DATIVE, value="Алене Сокал")


@pytest.fixture
def name_id(room: Room) -> str:
    room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
    return next(key for key, row in room.rows()["name"].items() if row["tag"] == "be")


def kept(room: Room, name_id: str) -> dict[Case, tuple[str, ...]]:
    with room.archive.read() as connection:
        found = name_cases(connection, [name_id])
    return found[name_id].forms if name_id in found else {}


def test_all_forms_are_one_operation(room: Room, name_id: str) -> None:
    before = room.rows()
    assert room.do(set_cases(name_id, [GENITIVE, DATIVE])) == 2
    assert kept(room, name_id) == {Case.GENITIVE: ("Алены Сокал",), Case.DATIVE: ("Алене Сокал",)}
    rows = room.rows()
    room.undo()
    assert room.rows() == before
    room.redo()
    assert room.rows() == rows
    room.assert_sound()


def test_one_case_changes_and_the_others_keep_their_rows(room: Room, name_id: str) -> None:
    room.do(set_cases(name_id, [GENITIVE, DATIVE]))
    rows = {key for key, row in room.rows()["inflection"].items() if row["grammatical_case"] != "Dat"}
    room.do(set_case(name_id, Case.DATIVE, ["Аленe", "Алёне"]))
    assert kept(room, name_id)[Case.DATIVE] == ("Аленe", "Алёне")
    assert rows < set(room.rows()["inflection"])
    room.do(set_case(name_id, Case.DATIVE, []))
    assert set(kept(room, name_id)) == {Case.GENITIVE}
    room.do(set_case(name_id, Case.GENITIVE, []))
    assert room.rows()["inflection"] == {}


def test_what_does_not_fit_is_refused_and_nothing_is_written(room: Room, name_id: str) -> None:
    before = room.rows()
    with pytest.raises(InputError, match="do not have this case"):
        room.do(set_cases(name_id, [GENITIVE, InflectionInput(grammatical_case=Case.VOCATIVE, value="Алена")]))
    with pytest.raises(InputError, match="do not have this case"):
        room.do(set_case(name_id, Case.NOMINATIVE, ["Алена"]))
    with pytest.raises(InputError, match="No form"):
        room.do(set_cases(name_id, []))
    with pytest.raises(InputError, match="no cases"):
        room.do(remove_cases(name_id))
    with pytest.raises(InputError, match="cannot be empty"):
        checked(InflectionInput, grammatical_case="Gen", value=" ")
    english = next(key for key, row in before["name"].items() if row["tag"] == "en")
    with pytest.raises(InputError, match="do not have this case"):
        room.do(set_case(english, Case.GENITIVE, ["Alena’s"]))
    assert room.rows() == before


def test_a_changed_name_shows_that_its_cases_are_of_another_spelling(room: Room, name_id: str) -> None:
    room.do(set_cases(name_id, [GENITIVE]))
    room.do(records.edit_name(name_id, NameInput(value="Алена Сокалава", tag="be")))
    with room.archive.read() as connection:
        assert name_cases(connection, [name_id])[name_id].nominative == "Алена Сокал"
    room.do(set_case(name_id, Case.GENITIVE, ["Алены Сокалавай"]))
    with room.archive.read() as connection:
        assert name_cases(connection, [name_id])[name_id].nominative == "Алена Сокалава"


def test_cases_go_with_their_name_and_come_back(room: Room, name_id: str) -> None:
    room.do(set_cases(name_id, [GENITIVE, DATIVE]))
    before = room.rows()
    room.do(records.remove_name(name_id))
    assert room.rows()["inflection"] == {}
    room.undo()
    assert room.rows() == before
    room.do(remove_cases(name_id))
    assert kept(room, name_id) == {}
    room.assert_sound()


def test_parts_are_kept_and_must_stand_in_the_name(room: Room) -> None:
    given = checked(
        NameInput, value="Сокал Алена Іванаўна", tag="be", given="Алена", patronymic="Іванаўна", family="Сокал"
    )
    record_id = room.do(records.create_record(RecordInput(kind=RecordKind.PERSON, names=(given,))))
    with room.archive.read() as connection:
        detail = record_detail(connection, record_id, "be")
    assert detail is not None
    assert [(n.given, n.patronymic, n.family) for n in detail.names] == [("Алена", "Іванаўна", "Сокал")]
    with pytest.raises(InputError, match="Patronymic does not stand in the name") as refused:
        checked(NameInput, value="Алена Сокал", tag="be", patronymic="Іванаўна")
    assert refused.value.field == "patronymic"


def test_one_preferred_name_of_a_language(room: Room) -> None:
    names = [("Алена Сокал", "be"), ("Алена Сакалова", "be"), ("Alena Sokał", "en"), ("Алена Сокал", "be")]
    given = RecordInput(kind=RecordKind.PERSON, names=tuple(NameInput(value=value, tag=tag) for value, tag in names))
    record_id = room.do(records.create_record(given))
    with room.archive.read() as connection:
        detail = record_detail(connection, record_id, "be")
    assert detail is not None
    assert [(name.value, name.kind) for name in detail.names] == [
        ("Алена Сокал", NameKind.PREFERRED),
        ("Alena Sokał", NameKind.PREFERRED),
        ("Алена Сакалова", NameKind.ALIAS),
    ]


def test_a_name_is_not_changed_into_another_one_of_the_record(room: Room, name_id: str) -> None:
    with pytest.raises(InputError, match="has this name already"):
        room.do(records.edit_name(name_id, NameInput(value="Alena Sokał", tag="en")))
    room.do(records.edit_name(name_id, NameInput(value="Алена Сокал", tag="be", kind=NameKind.ALIAS)))
    assert room.rows()["name"][name_id]["kind"] == "alias"
