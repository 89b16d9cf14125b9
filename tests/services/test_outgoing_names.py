"""The names of those who are hidden, and of people who are not."""

from __future__ import annotations

from rooms import Room
from workbench.domain.inputs import NameInput
from workbench.services.outgoing_names import all_of, form_of, names_in, people_in, told_in


def test_names_are_read_with_their_record(room: Room) -> None:
    hidden = room.person("Алена Сокал")
    other = room.person("Ihar Zubr", NameInput(value="Зубр", tag="be", kind="alias"))
    alias = next(key for key, row in room.rows()["name"].items() if row["value"] == "Зубр")
    with room.archive.read() as connection:
        (row,) = names_in(connection, [hidden], ())
        (one,) = all_of([form_of(row, "owner")])
        assert (one.owner, one.person) == ("owner", True)
        assert "Алена Сокал" in one.values
        assert [each["value"] for each in names_in(connection, (), [alias])] == ["Зубр"]
        assert people_in(connection, {hidden}, {alias}) == ["Ihar Zubr"]
        assert told_in(connection, [(alias, other)], {alias}) == {alias: ("Ihar Zubr",)}
