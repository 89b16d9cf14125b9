"""Names and pseudonyms are kept apart, and the names of protected persons kept, whatever writes them."""

from __future__ import annotations

import pytest

from rooms import Room
from workbench.domain.errors import InputError
from workbench.domain.inputs import InflectionInput, NameInput, RecordInput
from workbench.domain.kinds import Case, Level, NameKind, RecordKind
from workbench.services import levels, records
from workbench.services.inflections import set_cases
from workbench.services.merging import merge_records
from workbench.services.record_table import remove_records, rename
from workbench.services.splitting import split_record
from workbench.store.tables import Name, Record
from workbench.store.undoing import alone


def name_of(room: Room, value: str) -> str:
    return next(key for key, row in room.rows()["name"].items() if row["value"] == value)


@pytest.fixture
def person(room: Room) -> str:
    made = room.person("Zianon Zaremba", NameInput(value="Крук Ворны", tag="be", kind=NameKind.ALIAS))
    room.do(levels.protect_person(made, "Пятро Сыч"))
    return made


@pytest.mark.parametrize("words", ["ПЯТРО СЫЧ", "Piatro Syč", "Пётра Сыча", "пятро  сыч"])
def test_a_pseudonym_is_nobody_elses_name_in_any_case_or_script(room: Room, words: str) -> None:
    room.person("Пятро Сыч")
    person = room.person("Hanna Loś")
    with pytest.raises(InputError, match="Another record") as refused:
        room.do(levels.protect_person(person, words))
    assert refused.value.field == "pseudonym"
    assert not room.rows()["record"][person]["protected"]


def test_nobody_is_called_by_the_pseudonym_of_another(room: Room, person: str) -> None:
    other = room.person("Hanna Loś")
    for act in (
        records.create_record(RecordInput(kind=RecordKind.PERSON, names=(NameInput(value="PIATRO SYČ", tag="be"),))),
        records.add_name(other, NameInput(value="Пятро Сыч", tag="be")),
        records.edit_name(name_of(room, "Hanna Loś"), NameInput(value="Piatro Syč", tag="be-Latn")),
        rename(name_of(room, "Hanna Loś"), "Piatro Syč"),
    ):
        with pytest.raises(InputError, match="pseudonym of a protected") as refused:
            room.do(act)
        assert refused.value.field == "value"
    assert [row["value"] for row in room.rows()["name"].values() if row["record_id"] == other] == ["Hanna Loś"]


def test_nobody_is_called_by_the_own_pseudonym(room: Room, person: str) -> None:
    other = room.person("Марыя Сыч")
    before = room.rows()
    for act in (
        records.add_name(person, NameInput(value="Алесь Сыч", tag="be")),
        set_cases(name_of(room, "Крук Ворны"), [InflectionInput(grammatical_case=Case.GENITIVE, value="Сыча")]),
        merge_records(person, other),
        merge_records(other, person),
    ):
        with pytest.raises(InputError, match="pseudonym is like"):
            room.do(act)
    assert room.rows() == before


def test_the_names_of_somebody_protected_stay(room: Room, person: str) -> None:
    other = room.person("Hanna Loś")
    before = room.rows()
    for act in (
        records.remove_name(name_of(room, "Крук Ворны")),
        records.edit_name(name_of(room, "Крук Ворны"), NameInput(value="Крумкач", tag="be", kind=NameKind.ALIAS)),
        records.remove_record(person),
        remove_records([other, person]),
    ):
        with pytest.raises(InputError, match="Lift the protection first"):
            room.do(act)
    assert room.rows() == before
    room.do(
        records.edit_name(name_of(room, "Крук Ворны"), NameInput(value="Крук-Ворны", tag="be", kind=NameKind.ALIAS))
    )
    room.do(levels.unprotect_person(person))
    room.do(records.remove_record(person))
    assert set(room.rows()["record"]) == {other}


def test_who_is_protected_is_merged_and_split_under_protection(room: Room, person: str) -> None:
    other = room.person("Zianon Zaremba", NameInput(value="Zenonas Zaremba", tag="lt"))
    merging = room.do(merge_records(other, person))
    assert room.rows()["record"][other]["protected"]
    with pytest.raises(InputError, match="Lift the protection first"):
        room.do(records.remove_name(name_of(room, "Крук Ворны")))
    room.do(split_record(merging))
    assert room.rows()["record"][person]["protected"]


def test_an_undo_takes_back_a_name_and_brings_back_no_clash(room: Room, person: str) -> None:
    room.do(records.add_name(person, NameInput(value="Зянон", tag="be", kind=NameKind.ALIAS)))
    room.undo()
    assert "Зянон" not in {row["value"] for row in room.rows()["name"].values()}
    room.do(levels.unprotect_person(person))
    with room.archive.read() as connection:
        number = connection.exec_driver_sql("SELECT max(number) FROM operation").scalar_one()
    room.person("Piatro Syč")
    with room.archive.read() as connection:
        plan = alone(connection, number)
    with pytest.raises(InputError, match="Another record"):
        room.archive.carry_out(plan, author_id=room.author_id)
    assert not room.rows()["record"][person]["protected"]


@pytest.mark.parametrize("model", [Record, Name])
def test_no_name_that_is_not_open_goes(room: Room, model: type[Record | Name]) -> None:
    record = room.person("Hanna Loś", NameInput(value="Лісік", tag="be", kind=NameKind.ALIAS))
    name = name_of(room, "Лісік")
    room.do(levels.set_level(model, record if model is Record else name, Level.RESTRICTED))
    before = room.rows()
    renamed = NameInput(value="Ласка", tag="be", kind=NameKind.ALIAS)
    for act in (records.remove_name(name), records.edit_name(name, renamed), records.remove_record(record)):
        with pytest.raises(InputError, match="not open"):
            room.do(act)
    assert room.rows() == before
    room.do(levels.set_level(model, record if model is Record else name, Level.OPEN))
    room.do(records.remove_name(name))
    room.do(records.remove_record(record))
    assert room.rows()["record"] == {}


def test_a_closed_name_that_another_closed_record_has_may_go(room: Room) -> None:
    made = [room.person("Hanna Loś") for _each in range(2)]
    for record in made:
        room.do(levels.set_level(Record, record, Level.SECRET))
    room.do(records.remove_record(made[0]))
    with pytest.raises(InputError, match="not open"):
        room.do(records.remove_record(made[1]))
    room.undo()
    assert set(room.rows()["record"]) == set(made)


@pytest.mark.parametrize("words", ["ZZ", "З.", "Z. Zar", "zz"])
def test_initials_and_beginnings_of_the_name_are_no_pseudonym(room: Room, words: str) -> None:
    person = room.person("Zianon Zaremba", NameInput(value="Зянон Зарэмба", tag="be"))
    with pytest.raises(InputError, match="like one of the person"):
        room.do(levels.protect_person(person, words))
    room.do(levels.protect_person(person, "Person K"))
