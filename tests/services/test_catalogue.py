from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from entering import english_room
from rooms import Room, named
from workbench.domain.anchors import Span
from workbench.domain.changes import Change
from workbench.domain.inputs import MentionInput, NameInput, PropertyInput, StatementInput
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.properties import ValueType
from workbench.services import claims, records, vocabulary
from workbench.services.catalogue import CONFLICTS, MENTIONS, OTHERS, UNSUPPORTED, Catalogue, Wanted
from workbench.store.archive import Archive
from workbench.store.queries.facts import record_facts
from workbench.store.queries.records import names_of
from workbench.store.work import Act, Work

P, E, L = RecordKind.PERSON, RecordKind.EVENT, RecordKind.PLACE


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return english_room(tmp_path / "a.archive")


def fresh(archive: Archive, language: str = "en") -> Catalogue:
    made = Catalogue(language)
    with archive.read() as connection:
        made.keep_up(connection, ())
    return made


def names(room: Room, catalogue: Catalogue, wanted: Wanted) -> list[str]:
    with room.archive.read() as connection:
        shown = {key: forms[0].value for key, forms in names_of(connection).items()}
        return [shown[key] for key in catalogue.listed(connection, wanted).ids]


def test_names_stand_by_the_alphabet_of_the_language(room: Room) -> None:
    for name in ("Žukas", "Zabas", "Čepas", "Cvirka", "Dubas"):
        room.person(name)
    assert names(room, fresh(room.archive, "lt"), Wanted(P)) == ["Cvirka", "Čepas", "Dubas", "Zabas", "Žukas"]
    assert names(room, fresh(room.archive, "lt"), Wanted(P, descending=True))[0] == "Žukas"


def born(room: Room, name: str, *dates: str) -> str:
    key = room.person(name)
    for date in dates:
        room.do(claims.add_statement(key, StatementInput(property="birth", value=date), ()))
    return key


def test_dates_stand_by_time_and_those_without_come_last_either_way(room: Room) -> None:
    born(room, "A", "1984-05")
    born(room, "B", "about 1979")
    born(room, "C")
    born(room, "D", "12.12.1981")
    catalogue = fresh(room.archive)
    assert names(room, catalogue, Wanted(P, column="birth")) == ["B", "D", "A", "C"]
    assert names(room, catalogue, Wanted(P, column="birth", descending=True)) == ["A", "D", "B", "C"]


@pytest.mark.parametrize(
    ("has", "lacks", "found"),
    [
        ((("birth", "1981"),), (), ["D"]),
        ((("birth", "12.1981"),), (), ["D"]),
        ((("birth", ""),), (), ["A", "B", "D"]),
        ((), ("birth",), ["C"]),
        (((CONFLICTS, ""),), (), ["A"]),
        (((UNSUPPORTED, ""),), (), ["A", "B", "D"]),
        (((UNSUPPORTED, "2"),), (), ["A"]),
        ((("name", "b"),), (), ["B"]),
        ((("level", "secret"),), (), []),
        ((("birth", ""), (CONFLICTS, "")), (), ["A"]),
        ((("birth", "x"),), (), []),
    ],
)
def test_filters(room: Room, has: tuple[tuple[str, str], ...], lacks: tuple[str, ...], found: list[str]) -> None:
    born(room, "A", "1984", "1985")
    born(room, "B", "about 1979")
    born(room, "C")
    born(room, "D", "12.12.1981")
    assert names(room, fresh(room.archive), Wanted(P, has=has, lacks=lacks)) == found


def test_places_are_sorted_and_found_by_their_names(room: Room) -> None:
    vilnius = room.person("Vilnius", kind=L)
    minsk = room.person("Minsk", NameInput(value="Мінск", tag="be"), kind=L)
    events = [room.person(name, kind=E) for name in ("one", "two", "three")]
    for event, place in zip(events, (vilnius, minsk), strict=False):
        room.do(claims.add_statement(event, StatementInput(property="place", value=place), ()))
    catalogue = fresh(room.archive)
    assert names(room, catalogue, Wanted(E, column="place")) == ["two", "one", "three"]
    assert names(room, catalogue, Wanted(E, has=(("place", "мин"),))) == ["two"]


def test_a_place_that_is_made_or_named_anew_in_one_write_with_what_it_sorts(room: Room) -> None:
    towns = [room.person(name, kind=L) for name in ("Brest", "Hrodna", "Minsk")]
    people = [room.person(name) for name in "ABCD"]
    for person, town in zip(people, towns, strict=False):
        room.do(claims.add_statement(person, StatementInput(property="birth_place", value=town), ()))
    catalogue = fresh(room.archive)
    wanted = Wanted(P, column="birth_place")
    assert names(room, catalogue, wanted) == ["A", "B", "C", "D"]

    def born_in_a_new_town(work: Work) -> None:
        town = records.create_record(named("Aizkraukle", kind=L)).run(work)
        claims.add_statement(people[3], StatementInput(property="birth_place", value=town), ()).run(work)
        records.add_name(towns[0], NameInput(value="Žabinka", tag="en", kind=NameKind.PREFERRED)).run(work)
        claims.add_statement(people[1], StatementInput(property="birth", value="1990"), ()).run(work)

    changes = room.archive.perform(Act("create_record", born_in_a_new_town), author_id=room.author_id).changes
    assert changes is not None
    with room.archive.read() as connection:
        catalogue.keep_up(connection, changes.rows)
    assert names(room, catalogue, wanted) == names(room, fresh(room.archive), wanted) == ["D", "B", "C", "A"]


def test_names_that_begin_alike_stand_by_what_follows(room: Room) -> None:
    start = "Press conference of the prisoners who were released, in Vilnius and in Warsaw, "
    for end in ("zoo", "hall", "zoo 2", "2024", "arena"):
        room.person(start + end, kind=E)
    room.person("Press", kind=E)
    catalogue = fresh(room.archive)
    wanted = ["Press", *(start + end for end in ("2024", "arena", "hall", "zoo", "zoo 2"))]
    assert names(room, catalogue, Wanted(E)) == wanted
    outcome = room.do(records.create_record(named(start + "bar", kind=E)))
    with room.archive.read() as connection:
        changes = [Change("record", outcome, None, {"id": outcome})]
        catalogue.keep_up(connection, changes)
    assert names(room, catalogue, Wanted(E)) == [*wanted[:3], start + "bar", *wanted[3:]]


def test_a_property_of_the_archive_sorts_by_its_type(room: Room) -> None:
    key = room.do(vocabulary.add_property(PropertyInput(label="Last seen", value_type=ValueType.DATE, kinds=(P,))))
    for name, date in (("A", "2024-05"), ("B", "3.2.2023")):
        person = room.person(name)
        room.do(claims.add_statement(person, StatementInput(property=key, value=date), ()))
    assert names(room, fresh(room.archive), Wanted(P, column=key)) == ["B", "A"]


def test_a_part_of_a_name_in_any_script(room: Room) -> None:
    room.person("Maria Kolesnikova", NameInput(value="Марыя Калеснікава", tag="be"))
    room.person("Marius Kazlauskas")
    catalogue = fresh(room.archive)
    assert names(room, catalogue, Wanted(P, typed="калесн")) == ["Maria Kolesnikova"]
    with room.archive.read() as connection:
        assert len(catalogue.find(connection, "мар", (P,), 5)) == 2
        assert catalogue.find(connection, "мар", (E,), 5) == []
    assert catalogue.counts() == {P: 2, E: 0, RecordKind.ORGANISATION: 0, L: 0}


def test_what_has_not_changed_is_handed_out_as_it_is(room: Room) -> None:
    room.person("A")
    catalogue = fresh(room.archive)
    with room.archive.read() as connection:
        assert catalogue.listed(connection, Wanted(P)) is catalogue.listed(connection, Wanted(P))


WANTED = (
    Wanted(P),
    Wanted(P, column="birth", descending=True),
    Wanted(P, column=MENTIONS),
    Wanted(P, typed="ma"),
    Wanted(P, column=OTHERS),
    Wanted(P, column=UNSUPPORTED),
    Wanted(P, has=((CONFLICTS, ""),)),
    Wanted(P, column="birth_place"),
    Wanted(L),
)


def test_it_keeps_in_step_with_every_write_undo_and_redo(room: Room) -> None:
    """After each of many writes it gives what one read anew would give."""
    chance = random.Random(4)  # noqa: S311
    version = room.bring_in()
    catalogue = Catalogue("en")
    place = room.person("Minsk", kind=L)
    keys = [room.person(name) for name in ("Maria", "Марта", "Ales", "Zoya", "Ivan")]
    with room.archive.read() as connection:
        catalogue.keep_up(connection, ())
    for step in range(27):
        act = _some_write(chance, keys, place, version)
        changes = [room.archive.perform(act, author_id=room.author_id).changes]
        if chance.random() < 0.3:
            changes.append(room.archive.undo(author_id=room.author_id))
        with room.archive.read() as connection:
            catalogue.keep_up(connection, [change for each in changes for change in each.rows])
        other = fresh(room.archive)
        with room.archive.read() as connection:
            # One more of them after every third write: what nobody has asked for yet is read later.
            for wanted in WANTED[: step // 3 + 1]:
                assert catalogue.listed(connection, wanted).ids == other.listed(connection, wanted).ids, wanted
            if step >= 6:
                assert catalogue.find(connection, "mar", (P,)) == other.find(connection, "mar", (P,))
        assert catalogue.counts() == other.counts()
        with room.archive.read() as connection:
            keys = [key for key in keys if key in {row.id for row in record_facts(connection)}]


def _some_write(chance: random.Random, keys: list[str], place: str, version: str) -> Act[Any]:
    key = chance.choice(keys)
    word = chance.choice(("Maryna", "Адам", "Žana", "Čepas"))
    word += str(chance.randrange(10_000))
    start, year = chance.randrange(50), str(chance.randint(1950, 2000))
    acts = [
        records.add_name(key, NameInput(value=word, tag="en", kind=NameKind.PREFERRED)),
        claims.add_statement(key, StatementInput(property="birth", value=year), ()),
        claims.add_statement(key, StatementInput(property="birth_place", value=place), ()),
        records.link_passage(version, Span(start, start + 5), key, MentionInput()),
        records.add_name(place, NameInput(value=word, tag="en")),
        records.create_record(named(word)),
    ]
    return chance.choice([*acts, records.remove_record(key)] if len(keys) > 3 else acts)
