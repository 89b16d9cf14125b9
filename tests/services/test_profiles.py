from __future__ import annotations

import pytest

from rooms import PROFILE, Room
from workbench.domain.errors import InputError, NotFoundError, StaleError, UndoError
from workbench.domain.inputs import ProfileInput
from workbench.services.profiles import add_profile, edit_profile
from workbench.store.queries.overview import profiles


def test_people_are_added_and_edited(room: Room) -> None:
    second = room.do(add_profile(ProfileInput(name="Mantas", initials="MB", language="lt")))
    room.do(edit_profile(second, ProfileInput(name="Mantas B.", initials="MB", language="lt"), expected=1))
    with room.archive.read() as connection:
        assert [(row.name, row.initials, row.revision) for row in profiles(connection)] == [
            (PROFILE.name, "AK", 1),
            ("Mantas B.", "MB", 2),
        ]
    room.assert_sound()


def test_initials_are_one_persons(room: Room) -> None:
    second = room.do(add_profile(ProfileInput(name="Mantas", initials="MB")))
    for act in (
        add_profile(ProfileInput(name="Other", initials="AK")),
        edit_profile(second, ProfileInput(name="Mantas", initials="AK")),
    ):
        with pytest.raises(InputError) as refusal:
            room.do(act)
        assert refusal.value.field == "initials"
    assert len(room.rows()["profile"]) == 2


def test_editing_needs_the_newest_reading_of_a_person_who_is_there(room: Room) -> None:
    with pytest.raises(StaleError):
        room.do(edit_profile(room.author_id, PROFILE.model_copy(update={"name": "B"}), expected=7))
    with pytest.raises(NotFoundError):
        room.do(edit_profile("nobody", ProfileInput(name="B", initials="B")))


def test_people_are_not_undone(room: Room) -> None:
    room.do(add_profile(ProfileInput(name="Mantas", initials="MB")))
    with pytest.raises(UndoError):
        room.undo()
