"""The archive's own words, and names of its records, are never wrong."""

from __future__ import annotations

import pytest

from rooms import Room, raw
from workbench.domain.errors import InputError
from workbench.domain.inputs import InflectionInput, NameInput
from workbench.domain.kinds import Case, RecordKind
from workbench.services.inflections import set_cases
from workbench.services.own_words import add_own_word, known_among, misspelled, remove_own_word
from workbench.store.queries.own_words import list_own_words, own_words
from workbench.store.tables import Name
from workbench.store.work import table_of


def known(room: Room, tag: str, *words: str) -> set[str]:
    with room.archive.read() as connection:
        return known_among(connection, tag, words)


def test_an_own_word_is_right_until_it_is_removed(room: Room) -> None:
    first = room.do(add_own_word("be", "  аўтазак "))
    assert room.do(add_own_word("be", "аўтазак")) == first
    room.do(add_own_word("en-GB", "o’clocky"))
    with room.archive.read() as connection:
        assert (own_words(connection, "be"), own_words(connection, "en")) == (["аўтазак"], ["o'clocky"])
        sentence = "Аўтазакі стаялі, аўтазакаў было шмат, аўтазаг."
        assert [sentence[s.start : s.end] for s in misspelled(connection, "be", sentence)] == ["аўтазаг"]
    assert known(room, "en", "o'clocky", "аўтазак") == {"o'clocky"}
    room.do(remove_own_word("be", "аўтазак"))
    assert known(room, "be", "аўтазак") == set()
    room.undo()
    assert known(room, "be", "аўтазак") == {"аўтазак"}
    room.assert_sound()


def test_who_added_a_word_first_and_when_is_told(room: Room) -> None:
    room.do(add_own_word("be", "аўтазак"))
    room.do(add_own_word("lt", "zekas"))
    with room.archive.read() as connection:
        last, first = list_own_words(connection)
    assert (last.language, last.word, first.word) == ("lt", "zekas", "аўтазак")
    assert (first.author_id, first.moment <= last.moment) == (room.author_id, True)
    room.do(remove_own_word("be", "аўтазак"))
    room.undo()
    with room.archive.read() as connection:
        assert list_own_words(connection) == [last, first]


def test_what_is_no_word_is_refused(room: Room) -> None:
    before = room.rows()
    for given in ("", "two words", "12", "а" * 61, "-", "b3"):
        with pytest.raises(InputError) as refusal:
            room.do(add_own_word("be", given))
        assert refusal.value.field == "word"
    with pytest.raises(InputError):
        room.do(remove_own_word("be", "аўтазак"))
    assert room.rows() == before


def test_names_of_records_are_right_in_their_cases(room: Room) -> None:
    person = room.person("Maria Kalesnikava", NameInput(value="Марыя Калеснікава", tag="be"))
    room.person("Human Rights Center", NameInput(value="«Вясна»", tag="be"), kind=RecordKind.ORGANISATION)
    room.person("D’Arc", NameInput(value="Мар’яна О’Конар", tag="be"))
    right = {"Калеснікавай", "Марыяй", "Вясной", "Kalesnikava", "О'Конара", "Мар'яны"}
    assert known(room, "be", *right, "Каласнікава", "Вясёла", "Конан", "Ка") == right
    assert known(room, "en", "Kalesnikava's", "D'Arc", "Kalesnikavas") == {"Kalesnikava's", "D'Arc"}
    with room.archive.read() as connection:
        name = table_of(Name)
        query = name.select().where(name.c.record_id == person, name.c.tag == "be")
        name_id = connection.execute(query).mappings().one()["id"]
    case = InflectionInput(grammatical_case=Case.INSTRUMENTAL, value="Марыяю Калесьнікаваю")
    room.do(set_cases(name_id, [case]))
    assert known(room, "be", "Калесьнікаваю", "Марыяю") == {"Калесьнікаваю", "Марыяю"}


def test_a_damaged_index_costs_no_more_than_underlines(room: Room) -> None:
    room.person("Alena Sokał")
    room.do(add_own_word("en", "skarynist"))
    raw(room.path, "DROP TABLE search_words")
    assert known(room, "en", "Sokał", "skarynist") == {"skarynist"}
