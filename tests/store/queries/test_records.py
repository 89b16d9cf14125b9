from __future__ import annotations

from rooms import Room
from workbench.domain.kinds import RecordKind
from workbench.store.queries.records import NameKey, name_keys


def test_names_are_given_by_kind(room: Room) -> None:
    person, place = room.person("Яўген Шыла"), room.person("Мінск", kind=RecordKind.PLACE)
    keys = [NameKey(person, "person", "Яўген Шыла", "avhan sil"), NameKey(place, "place", "Мінск", "minsk")]
    with room.archive.read() as connection:
        assert name_keys(connection) == keys
        assert name_keys(connection, (RecordKind.PLACE, RecordKind.EVENT)) == keys[1:]
        assert name_keys(connection, ()) == []
