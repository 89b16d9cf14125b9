"""A place where a hidden name surely stands is let out one by one, with a reason that is kept."""

from __future__ import annotations

import unicodedata

import pytest
from pydantic import ValidationError

from rooms import Room
from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import InputError
from workbench.domain.inputs import LetOutInput, NameInput
from workbench.domain.kinds import Level
from workbench.exporters.lookup import Lookup
from workbench.exporters.records import write_records
from workbench.services import levels
from workbench.services.bundle_content import collect, collect_all
from workbench.services.doubts import place_of
from workbench.services.left_out import LeftOut
from workbench.services.letting_out import let_out_place, withhold_place
from workbench.store.tables import Record, Statement

TEXT = "Яна жыве на вуліцы Зарэмбы ў Оршы.\nЗарэмбу асудзілі ў Оршы, на вуліцы Зарэмбы."
ALL = BundleChoice("t", ("be", "en"))


@pytest.fixture
def person(room: Room) -> str:
    room.bring_in(TEXT, title="Зарэмба", language="be")
    made = room.person("Zianon Zaremba", NameInput(value="Зянон Зарэмба", tag="be"))
    room.do(levels.protect_person(made, "Person K"))
    return made


def leaving(room: Room) -> tuple[str, LeftOut]:
    with room.archive.read() as connection:
        content, left_out = collect_all(connection, ALL, look=True)
    return content.sources[0].text.text, left_out


def street(left_out: LeftOut) -> str:
    return next(each.place for each in left_out.sure if each.place.startswith("Яна жыве"))


def test_one_place_leaves_and_the_same_words_elsewhere_do_not(room: Room, person: str) -> None:
    text, left_out = leaving(room)
    assert text == "Яна жыве на вуліцы Person K ў Оршы.\nPerson K асудзілі ў Оршы, на вуліцы Person K."
    assert [(each.record_id, each.name, each.reason) for each in left_out.sure] == [(person, "Zianon Zaremba", "")] * 3
    place = street(left_out)
    assert place == "Яна жыве на вуліцы [Зарэмбы] ў Оршы. Зарэмбу асудзілі ў Оршы, на вул"
    room.do(let_out_place(person, LetOutInput(place=place, reason="A street, named after a general")))
    text, left_out = leaving(room)
    assert text == "Яна жыве на вуліцы Зарэмбы ў Оршы.\nPerson K асудзілі ў Оршы, на вуліцы Person K."
    assert [each.reason for each in left_out.sure if each.reason] == ["A street, named after a general"]
    room.do(withhold_place(person, place))
    assert leaving(room)[0].startswith("Яна жыве на вуліцы Person K")


def test_the_words_are_those_of_the_name_whatever_stands_in_brackets_before(room: Room, person: str) -> None:
    room.bring_in("[Так] сказаў Зарэмба ўчора.", title="Two", language="be")
    words = {each.place: each.words for each in leaving(room)[1].sure}
    assert words["[Так] сказаў [Зарэмба] ўчора."] == "Зарэмба"


def test_a_title_that_is_nothing_but_the_name_is_never_let_out(room: Room, person: str) -> None:
    _text, left_out = leaving(room)
    assert not any(each.place == "[Зарэмба]" for each in left_out.sure)
    room.do(let_out_place(person, LetOutInput(place="[Зарэмба]", reason="x")))
    with room.archive.read() as connection:
        assert collect(connection, ALL).sources[0].title == "Person K"


def test_the_reason_is_kept_and_stays_in_the_room(room: Room, person: str) -> None:
    place = street(leaving(room)[1])
    for reason in ("Guess", "A street"):
        room.do(let_out_place(person, LetOutInput(place=place, reason=reason)))
    (said,) = room.rows()["statement"].values()
    assert (said["record_id"], said["value"], said["reason"], said["level"]) == (
        person, place, "A street", Level.SECRET.value,
    )  # fmt: skip
    with room.archive.read() as connection:
        written = write_records(Lookup(collect(connection, ALL)), {}).decode()
    assert "A street" not in written
    assert "let_out" not in written


@pytest.mark.parametrize("level", Level)
def test_the_reason_and_what_stands_around_leave_at_no_level(room: Room, person: str, level: Level) -> None:
    neighbour = room.person("Maryja Kot", NameInput(value="Марыя Котка", tag="be"))
    room.do(let_out_place(person, LetOutInput(place="Котка жыве на вуліцы [Зарэмбы] ў Оршы", reason="A street")))
    (said,) = room.rows()["statement"]
    room.do(levels.set_level(Statement, said, Level.OPEN))
    room.do(levels.protect_person(neighbour, "Person M"))
    room.do(levels.unprotect_person(person))
    with room.archive.read() as connection:
        content = collect(connection, BundleChoice("t", ("be", "en"), level=level))
    assert all(not record.statements for record in content.records)
    assert "A street" not in write_records(Lookup(content), {}).decode()


def test_how_far_words_stand_apart_makes_no_other_place_of_them() -> None:
    wide = "Яго асудзілі. Гэта ён" + " " * 40 + "вул. Зарэмбы" + " " * 90 + "родам адсюль"
    at = wide.index("Зарэмбы")
    assert place_of(wide, at, at + 7) == "Яго асудзілі. Гэта ён вул. [Зарэмбы] родам адсюль"
    assert place_of("вул. Зарэмбы", 5, 12) == "вул. [Зарэмбы]"


def test_a_place_of_decomposed_letters_is_let_out_as_any_other(room: Room) -> None:
    text = unicodedata.normalize("NFD", "Ён жыве на вуліцы Зарэмбы ў Оршы.")
    room.bring_in(text, title="A title", language="be")
    made = room.person("Zianon Zaremba", NameInput(value="Зянон Зарэмба", tag="be"))
    room.do(levels.protect_person(made, "Person K"))
    (sure,) = leaving(room)[1].sure
    room.do(let_out_place(made, LetOutInput(place=sure.place, reason="A street")))
    assert leaving(room)[0] == text


def test_it_is_let_out_for_one_person_only(room: Room, person: str) -> None:
    other = room.person("Hanna Kot")
    with pytest.raises(InputError, match="No name of this record is hidden"):
        room.do(let_out_place(other, LetOutInput(place="a [b] c", reason="A street")))
    room.do(levels.set_level(Record, other, Level.SECRET))
    room.do(let_out_place(other, LetOutInput(place=street(leaving(room)[1]), reason="A street")))
    assert "вуліцы Зарэмбы" not in leaving(room)[0]


def test_a_reason_is_asked_for() -> None:
    with pytest.raises(ValidationError):
        LetOutInput(place="a [b] c", reason="  ")
