from __future__ import annotations

import pytest

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import properties_of
from workbench.languages.headings import looks_like_headings, propose_uses, tag_of

PERSON = {each.key: each for each in properties_of(RecordKind.PERSON)}


def proposed(headings: list[str], *rows: list[str], kind: RecordKind = RecordKind.PERSON) -> list[str]:
    known = {each.key: each for each in properties_of(kind)}
    return [use.code for use in propose_uses(headings, rows, kind, known)]


@pytest.mark.parametrize(
    ("headings", "uses"),
    [
        (["Name", "Date of birth", "Released", "Notes"],
         ["name:preferred:en", "property:birth", "property:released", "property:description"]),
        (["Імя (па-беларуску)", "Имя (рус.)", "Дата нараджэння"],
         ["name:preferred:be", "name:preferred:ru", "property:birth"]),
        (["Фамилия", "Имя", "Отчество", "Дата рождения"],
         ["family:ru", "given:ru", "patronymic:ru", "property:birth"]),
        (["Vardas", "Pavardė", "Gimimo data", "Paleistas"],
         ["given:lt", "family:lt", "property:birth", "property:released"]),
        (["№", "Фамилия", "Событие", "Роль", "Уровень"], ["ignore", "name:preferred:ru", "event", "role", "level"]),
    ],
)  # fmt: skip
def test_columns_are_told_by_headings_of_four_languages(headings: list[str], uses: list[str]) -> None:
    cells = ["Мария" if any("а" <= c.lower() <= "я" for c in heading) else "Šarūnė" for heading in headings]
    assert proposed(headings, cells if "Name" not in headings else ["Maria"] * len(headings)) == uses


def test_names_are_told_by_cells_where_no_heading_says_it() -> None:
    uses = proposed(["", "x", ""], ["1", "12.12.2025", "Марыя Калеснікава"], ["2", "13.12.2025", "Яўген Шыла"])
    assert uses == ["ignore", "ignore", "name:preferred:be"]


def test_a_second_name_of_a_language_is_an_alias_and_a_use_is_proposed_once() -> None:
    assert proposed(["Name", "Person", "Born", "Birth"], ["Ann", "Anne", "1990", "1990"]) == [
        "name:preferred:en", "ignore", "property:birth", "ignore",
    ]  # fmt: skip


def test_an_event_takes_part_in_nothing() -> None:
    assert proposed(["Name", "Event", "Date"], ["The release", "x", "2025"], kind=RecordKind.EVENT) == [
        "name:preferred:en", "ignore", "property:date",
    ]  # fmt: skip


def test_the_language_of_names_is_told_by_letters() -> None:
    assert [tag_of([name]) for name in ("Яўген", "Дмитрий", "Žemaitė", "Mary")] == ["be", "ru", "lt", "en"]


def test_headings_are_words_above_other_cells() -> None:
    assert looks_like_headings(["Name", "Born"], [["Ann", "1990"]])
    assert looks_like_headings(["№", "Имя (рус.)", "Вызвалены"], [["1", "Ann", "x"]] * 3)
    assert not looks_like_headings(["Ann Smith", "1990"], [["Bob Brown", "1991"]])
    assert not looks_like_headings(["Ann", "Ann"], [])
