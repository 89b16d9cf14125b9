from __future__ import annotations

from pathlib import Path

import pytest

from entering import english_room
from rooms import Room
from workbench.domain.inputs import NameInput
from workbench.domain.kinds import NameKind
from workbench.domain.names import display_name
from workbench.services import records
from workbench.store.queries.facts import name_forms, other_counts, shown_names
from workbench.store.queries.records import names_of


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return english_room(tmp_path / "a.archive")


@pytest.mark.parametrize("language", ["be", "en", "lt", "ru"])
def test_the_name_to_show_is_chosen_as_everywhere(room: Room, language: str) -> None:
    room.person("Maryna", NameInput(value="Марына", tag="be"), NameInput(value="Maryna B", tag="be-Latn"))
    key = room.person("Jonas", NameInput(value="Ян", tag="be", kind=NameKind.ALIAS))
    room.do(records.add_name(key, NameInput(value="Johannes", tag="de", kind=NameKind.ALIAS)))
    room.do(records.add_name(key, NameInput(value="Hans", tag="de", kind=NameKind.ALIAS)))
    with room.archive.read() as connection:
        shown = dict(shown_names(connection, language))
        assert shown == {key: display_name(names, language) for key, names in names_of(connection).items()}


def test_an_archive_without_names_has_none_to_show(room: Room) -> None:
    with room.archive.read() as connection:
        assert list(shown_names(connection, "en")) == []


def test_every_form_of_a_name_with_its_key(room: Room) -> None:
    one = room.person("Maryna", NameInput(value="Марына", tag="be"))
    other = room.person("Ales")
    with room.archive.read() as connection:
        forms = {(key, value): folded for key, value, folded in name_forms(connection)}
        counts = other_counts(connection)
    assert set(forms) == {(one, "Maryna"), (one, "Марына"), (other, "Ales")}
    assert all(forms.values())
    assert counts == {one: 1}
