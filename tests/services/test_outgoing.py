"""What may leave, asked row by row, and text by text."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from rooms import Room
from workbench.domain.inputs import NameInput, StatementInput
from workbench.domain.kinds import Level, RecordKind
from workbench.domain.redaction import Cut
from workbench.services import claims, levels
from workbench.services.outgoing import Outgoing, read_outgoing
from workbench.services.records import add_name
from workbench.store.tables import Name, Participation, Record, Relation, Statement


def outgoing_of(room: Room, level: Level = Level.OPEN, *let_out: str) -> Outgoing:
    with room.archive.read() as connection:
        return read_outgoing(connection, level, let_out)


def row(room: Room, table: str, row_id: str) -> dict[str, object]:
    return {**room.rows()[table][row_id], "id": row_id}


@pytest.fixture
def person(room: Room) -> str:
    """A protected person with a name in two scripts."""
    made = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
    room.do(levels.protect_person(made, "Witness"))
    return made


def test_nothing_is_hidden_where_all_is_open(room: Room) -> None:
    room.person("Alena Sokał")
    outgoing = outgoing_of(room)
    assert outgoing.redact("Alena Sokał") == "Alena Sokał"
    assert outgoing.cuts("Alena Sokał") == []
    assert not outgoing.betrayed_by("Alena Sokał")
    assert outgoing.hidden == outgoing.doubts == outgoing.pseudonyms == {}


def test_the_pseudonym_stands_in_every_script(room: Room, person: str) -> None:
    outgoing = outgoing_of(room)
    assert outgoing.pseudonym(person) == "Witness"
    assert outgoing.redact("Учора Алену Сокал бачылі.", "be") == "Учора Witness бачылі."
    assert outgoing.cuts("Alena Sokał", "en") == [Cut(0, 11, "Witness")]
    assert outgoing.unnamed("https://x.org/sokal") == ""
    assert outgoing.unnamed("https://x.org/river") == "https://x.org/river"
    assert outgoing.betrayed_by("%D0%A1%D0%BE%D0%BA%D0%B0%D0%BB")


def test_a_doubt_is_withheld_until_it_is_let_out(room: Room, person: str) -> None:
    outgoing = outgoing_of(room)
    assert outgoing.redact("Там стаяла Алена.", "be") == "Там стаяла […]."
    (doubt,) = outgoing.doubts.values()
    assert (doubt.record_id, doubt.words, doubt.places) == (person, "Алена", 1)
    assert outgoing.people[person] == doubt.name == "Alena Sokał"
    again = outgoing_of(room, Level.OPEN, doubt.key)
    assert again.redact("Там стаяла Алена.", "be") == "Там стаяла Алена."
    assert doubt.key in again.doubts


def test_names_that_were_looked_through_at_once_are_cut_as_each_by_itself(room: Room, person: str) -> None:
    names = [("Алена", "be"), ("Алена Кот", "be"), ("Сокола", "ru"), ("Ian Curtis", "en"), ("Sokolui", "lt")]
    apart, together = outgoing_of(room), outgoing_of(room)
    together.look_through(names)
    assert together.clear == {names[1], names[3]}
    assert [together.cuts(*name) for name in names] == [apart.cuts(*name) for name in names]
    assert together.doubts.keys() == apart.doubts.keys() != set()


def test_letting_out_frees_the_words_as_they_are_written(room: Room, person: str) -> None:
    texts = ("Там стаяла Алена.", "Тут была Алена.", "АЛЕНА!", "Here stood Alena.")
    outgoing = outgoing_of(room)
    assert [outgoing.redact(text) for text in texts] == ["Там стаяла […].", "Тут была […].", "[…]!", "Here stood […]."]
    doubt = next(each for each in outgoing.doubts.values() if each.words == "Алена")
    assert doubt.samples == ["Там стаяла Алена.", "Тут была Алена."]
    again = outgoing_of(room, Level.OPEN, doubt.key)
    assert [again.redact(text) for text in texts] == [*texts[:2], "[…]!", "Here stood […]."]


def test_a_family_name_of_two_who_are_protected_is_a_doubt(room: Room, person: str) -> None:
    other = room.person("Марыя Сокал")
    room.do(levels.protect_person(other, "Neighbour"))
    outgoing = outgoing_of(room)
    assert outgoing.redact("Марыя Сокал прыйшла.", "be") == "Neighbour прыйшла."
    assert outgoing.redact("Алена Сокал прыйшла.", "be") == "Witness прыйшла."
    assert not any(doubt.words == "Сокал" for doubt in outgoing.doubts.values())
    assert outgoing.redact("Там Сокал.", "be") == "Там […]."
    assert {doubt.record_id for doubt in outgoing.doubts.values() if doubt.words == "Сокал"} == {person, other}


def test_a_name_like_the_pseudonym_takes_it_along(room: Room, person: str) -> None:
    room.archive._rule = None  # an archive of before the rule can be so
    room.do(add_name(person, NameInput(value="Alena Witness", tag="en", kind="alias")))
    outgoing = outgoing_of(room)
    assert outgoing.pseudonym(person) == "[…]"
    assert outgoing.redact("Alena Sokał") == "[…]"


def test_what_is_said_of_a_protected_person_leaves_where_it_tells_little(room: Room, person: str) -> None:
    said = {
        key: room.do(claims.add_statement(person, StatementInput(property=key, value=value), ()))
        for key, value in (("birth", "1971"), ("sentence", "two years"), ("occupation", "librarian"))
    }
    room.do(levels.set_level(Statement, said["occupation"], Level.OPEN))
    outgoing = outgoing_of(room)
    leaving = {key for key, row_id in said.items() if outgoing.leaves(Statement, row(room, "statement", row_id))}
    assert leaving == {"sentence", "occupation"}
    assert not any(outgoing.leaves(Name, row(room, "name", key)) for key in room.rows()["name"])
    assert outgoing.leaves(Record, row(room, "record", person))


def test_nothing_leaves_without_its_records(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Ihar Zubr")
    event = room.person("The meeting", kind=RecordKind.EVENT)
    tie = room.do(claims.add_relation(one, other, "sibling", ()))
    part = room.do(claims.add_participation(event, one, "speaker", ()))
    room.do(levels.set_level(Record, other, Level.SECRET))
    room.do(levels.set_level(Relation, tie, Level.OPEN))
    outgoing = outgoing_of(room)
    assert not outgoing.leaves(Record, row(room, "record", other))
    assert not outgoing.leaves(Relation, row(room, "relation", tie))
    assert outgoing.leaves(Participation, row(room, "participation", part))
    assert outgoing.redact("Ihar Zubr met Alena Sokał") == "[…] met Alena Sokał"
    wide = outgoing_of(room, Level.SECRET)
    assert wide.leaves(Relation, row(room, "relation", tie))
    assert wide.redact("Ihar Zubr") == "Ihar Zubr"


def test_a_name_that_stays_is_hidden_though_its_record_leaves(room: Room) -> None:
    room.person("Alena Sokał", NameInput(value="Vierabiej", tag="be-Latn", kind="alias"))
    name = next(key for key, each in room.rows()["name"].items() if each["value"] == "Vierabiej")
    room.do(levels.set_level(Name, name, Level.RESTRICTED))
    outgoing = outgoing_of(room)
    assert outgoing.redact("Alena Sokał, known as Vierabiej") == "Alena Sokał, known as […]"
    assert outgoing.redact("Верабей", "be") == "[…]"


def test_a_name_that_stays_does_not_take_the_words_of_those_that_leave(room: Room) -> None:
    room.person("Ганна Лось", NameInput(value="Ганна Кот", tag="be", kind="former"))
    name = next(key for key, each in room.rows()["name"].items() if each["value"] == "Ганна Кот")
    room.do(levels.set_level(Name, name, Level.RESTRICTED))
    outgoing = outgoing_of(room)
    assert outgoing.redact("Ганна Лось, раней Ганна Кот. Кот маўчала, Ганна таксама.", "be") == (
        "Ганна Лось, раней […]. […] маўчала, Ганна таксама."
    )


def test_a_place_keeps_a_name_that_somebody_hidden_has_too(room: Room) -> None:
    person = room.person("Наталля Беларус", NameInput(value="Natallia Belarus", tag="en"))
    room.do(levels.protect_person(person, "Person N"))
    outgoing = outgoing_of(room)
    assert outgoing.redact_name("Belarus", "en") == "Belarus"
    assert outgoing.redact_name("Фонд Наталлі Беларус", "be") == "Фонд Person N"
    assert outgoing.redact("Republic of Belarus", "en") == "Republic of […]"
    assert {doubt.words for doubt in outgoing.doubts.values()} == {"Belarus"}


def test_an_initial_that_contradicts_is_a_doubt(room: Room, person: str) -> None:
    room.do(levels.protect_person(room.person("Марыя Сокал"), "Neighbour"))
    outgoing = outgoing_of(room)
    assert outgoing.redact("Там М. Сокал і А. Сокал.", "be") == "Там Neighbour і Witness."
    assert outgoing.redact("Там З. Сокал.", "be") == "Там […]."
    assert {doubt.words for doubt in outgoing.doubts.values()} == {"З. Сокал"}


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "utf-8"])
def test_an_address_that_names_somebody_in_any_charset_stays(room: Room, person: str, charset: str) -> None:
    outgoing = outgoing_of(room)
    once = quote("https://x.by/навіны/Сокал", safe=":/", encoding=charset, errors="replace")
    assert outgoing.unnamed(once) == outgoing.unnamed(quote(once, safe=":/")) == ""
    assert outgoing.unnamed(quote("https://x.by/навіны", safe=":/")) != ""


def test_an_organisation_that_stays_is_hidden_by_the_words_that_tell_it(room: Room) -> None:
    made = room.person("Фонд салідарнасці BYSOL", kind=RecordKind.ORGANISATION)
    trial = room.person("Trial", NameInput(value="Суд", tag="be"), kind=RecordKind.EVENT)
    for record_id in (made, trial):
        room.do(levels.set_level(Record, record_id, Level.SECRET))
    outgoing = outgoing_of(room)
    assert outgoing.redact("The trial of BYSOL. Trials are long. A solidarity fund.", "en") == (
        "The trial of […]. Trials are long. A solidarity fund."
    )
    assert outgoing.doubts == {}


def test_a_word_of_somebody_elses_full_name_is_left_alone(room: Room) -> None:
    hidden = room.person("Ales Bialiatski", NameInput(value="Alaksandr Bialacki", tag="be-Latn", kind="alias"))
    room.person("Alexander Lukashenko", NameInput(value="Марыя Бяляцкая", tag="be", kind="alias"))
    room.do(levels.protect_person(hidden, "Witness"))
    outgoing = outgoing_of(room)
    text = "Pardoned by President Alexander Lukashenko. Ales Bialiatski was free; Марыя Бяляцкая спала."
    assert outgoing.redact(text, "en") == text.replace("Ales Bialiatski", "Witness")
    assert outgoing.doubts == {}
    # Nobody else is known to be called so: a doubt, which tells nothing.
    assert outgoing.redact("Ганна Бяляцкая спала.", "be") == "[…] спала."


def test_a_given_name_alone_is_never_the_pseudonym(room: Room) -> None:
    hidden = room.person("Ales Bialiatski", NameInput(value="Alaksandr Bialacki", tag="be-Latn", kind="alias"))
    room.do(levels.protect_person(hidden, "Witness"))
    text = "Ales Bialiatski slept. Alexander Orlov spoke. It was Alexander; he ate."
    assert outgoing_of(room).redact(text, "en") == "Witness slept. Alexander Orlov spoke. It was […]; he ate."
