from __future__ import annotations

from pathlib import Path

import pytest

from made_quotes_in_memory import FIRST, OTHER, SECOND, accept, marked, take, tmx, translate
from rooms import Room
from workbench.domain.errors import InputError
from workbench.domain.inputs import QuoteInput, TranslationInput
from workbench.domain.kinds import Origin
from workbench.languages.memory.penalties import Trait
from workbench.services import quotes
from workbench.services.memory import Memory, Remembered, look_up, remember, remember_all, remove_batch
from workbench.store.queries.memory import languages_in_memory, unreviewed
from workbench.store.work import Act


class Asked:
    """A memory of a room, loaded in some languages and kept in step with what is done."""

    def __init__(self, room: Room, *languages: str) -> None:
        self.room, self.memory = room, Memory()
        for language in languages:
            self.memory.begin(language)
            with room.archive.read() as connection:
                self.memory.load(connection, language)

    def do(self, act: Act[object]) -> None:
        outcome = self.room.archive.perform(act, author_id=self.room.author_id)
        self.follow(outcome.changes)

    def follow(self, changes: object) -> None:
        with self.room.archive.read() as connection:
            self.memory.keep_up(connection, changes.rows)  # type: ignore[attr-defined]

    def found(self, text: str, source: str = "en", target: str = "ru") -> list[Remembered]:
        with self.room.archive.read() as connection:
            by_index = look_up(self.memory, connection, text, (source, target))
            assert by_index == look_up(None, connection, text, (source, target))
        return by_index

    def texts(self, text: str, source: str = "en", target: str = "ru") -> list[str]:
        return [each.text for each in self.found(text, source, target)]


def test_index_and_words_give_the_same_in_either_direction(room: Room) -> None:
    first, other = marked(room, FIRST, OTHER)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    accept(room, translate(room, first, "Vartai pagaliau atviri", "lt"))
    accept(room, translate(room, other, "Реки замерзают"))
    asked = Asked(room, "en", "ru", "lt")
    assert asked.texts(SECOND) == ["Ворота наконец открыты"]
    [back] = asked.found("Ворота наконец открыты.", "ru", "en")
    assert (back.text, back.traits) == (FIRST, {Trait.OTHER_DIRECTION})
    [across] = asked.found("Ворота наконец открыты.", "ru", "lt")
    assert (across.text, across.traits) == ("Vartai pagaliau atviri", {Trait.RELAY})
    with room.archive.read() as connection:
        assert languages_in_memory(connection) == ["en", "lt", "ru"]


def test_the_index_follows_every_write_and_its_undo(room: Room, tmp_path: Path) -> None:
    first, second = marked(room, FIRST, SECOND)
    asked = Asked(room, "en", "ru")
    row = translate(room, first, "Ворота открыты")
    asked.do(remember(row, taken=True))
    assert asked.texts(FIRST) == ["Ворота открыты"]
    asked.do(quotes.write_translation(first, TranslationInput(language="ru", text="Ворота отперты")))
    assert asked.texts(FIRST) == ["Ворота отперты"]
    asked.follow(room.archive.undo(author_id=room.author_id))
    assert asked.texts(FIRST) == ["Ворота открыты"]
    asked.do(quotes.edit_quote(first, QuoteInput(published_language="be")))
    assert asked.texts(FIRST) == []
    assert asked.texts(FIRST, "be") == ["Ворота открыты"]
    asked.follow(room.archive.undo(author_id=room.author_id))
    asked.do(quotes.remove_quote(first))
    assert asked.texts(FIRST) == []
    del second


def test_the_index_follows_batches_few_or_many(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(room, "en")
    few = take(room, tmx(tmp_path, (FIRST, "Ворота открыты")))
    asked.follow(room.archive.undo(author_id=room.author_id))
    asked.follow(room.archive.redo(author_id=room.author_id))
    assert asked.texts(FIRST) == ["Ворота открыты"]
    asked.do(remove_batch(few.batch_id))
    assert asked.texts(FIRST) == []
    monkeypatch.setattr("workbench.services.memory._FEW", 0)
    asked.follow(room.archive.undo(author_id=room.author_id))
    assert asked.memory.stale == {"en"}
    assert not asked.memory.ready("en")
    assert asked.texts(FIRST) == ["Ворота открыты"]


def test_no_more_than_asked_for_and_each_text_once(room: Room, tmp_path: Path) -> None:
    pairs = [(FIRST, f"Ворота {number % 7}") for number in range(40)]
    take(room, tmx(tmp_path, *pairs))
    found = Asked(room, "en").texts(FIRST)
    assert len(found) == len(set(found)) == 5


def test_words_are_found_in_every_language_with_what_they_stand_for(room: Room, tmp_path: Path) -> None:
    [first] = marked(room, FIRST)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    take(room, tmx(tmp_path, ("The gate", "Ворота"), ("Gateway", "Подворотня")))
    asked = Asked(room, "ru")
    with room.archive.read() as connection:
        answer = asked.memory.occurrences(connection, "ворот", words=False)
        whole = asked.memory.occurrences(connection, "ворота", words=True)
        everywhere = Asked(room, "ru", "en").memory.occurrences(connection, "gate", words=False)
    assert [each.text for each in answer.found] == ["Ворота", "Подворотня", "Ворота наконец открыты"]
    assert answer.waiting == ("en",)
    assert [each.text for each in whole.found] == ["Ворота", "Ворота наконец открыты"]
    [own] = [each for each in whole.found if each.unit.origin is Origin.PERSON]
    assert (own.unit.quote_id, own.unit.texts["en"], own.spans[0].start) == (first, FIRST, 0)
    assert {each.text for each in everywhere.found} == {"Gateway", "The gate", FIRST}


def test_reprints_are_known_and_follow_what_is_marked_and_removed(room: Room) -> None:
    first, again, _other = marked(room, FIRST, FIRST.upper(), OTHER)
    memory = Memory()
    with room.archive.read() as connection:
        assert memory.reprints(connection, first) == [again]
    outcome = room.archive.perform(quotes.remove_quote(again), author_id=room.author_id)
    assert outcome.changes is not None
    with room.archive.read() as connection:
        memory.keep_up(connection, outcome.changes.rows)
        assert memory.reprints(connection, first) == []
    changes = room.archive.undo(author_id=room.author_id)
    with room.archive.read() as connection:
        memory.keep_up(connection, changes.rows)
        assert memory.reprints(connection, first) == [again]


def test_all_unreviewed_translations_go_in_and_out(room: Room) -> None:
    first, second, other = marked(room, FIRST, SECOND, OTHER)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    translate(room, second, "Ворота снова открыты")
    machine = TranslationInput(language="ru", text="Реки")
    room.do(quotes.write_translation(other, machine, origin=Origin.MACHINE))

    def counts() -> tuple[int, int]:
        with room.archive.read() as connection:
            return unreviewed(connection)

    assert room.do(remember_all(taken=True)) == 1
    assert counts() == (1, 1)
    assert room.do(remember_all(taken=False)) == 1
    assert counts() == (0, 2)


def test_what_a_machine_wrote_or_nobody_wrote_is_not_taken(room: Room) -> None:
    first, second = marked(room, FIRST, SECOND)
    empty = translate(room, first, "")
    given = TranslationInput(language="ru", text="Реки")
    machine = room.do(quotes.write_translation(second, given, origin=Origin.MACHINE))
    for row in (empty, machine):
        with pytest.raises(InputError):
            room.do(remember(row, taken=True))


def test_without_an_index_the_likest_is_found_among_many_that_share_a_common_word(room: Room, tmp_path: Path) -> None:
    many = [(f"Imprisonment of the {n}th", f"{n}") for n in range(600)]
    take(room, tmx(tmp_path, *many, ("Imprisonment ended in a courtyard", "Во дворе"), ("за\u0301мок пуст", "1")))
    with room.archive.read() as connection:
        found = look_up(None, connection, "Imprisonment ended in the courtyard", ("en", "ru"))
        stressed = look_up(None, connection, "за\u0301мок полон", ("en", "ru"))
    assert found[0].text == "Во дворе"
    assert [each.text for each in stressed] == ["1"]


def test_without_an_index_words_that_all_are_common_are_asked_for_together(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.store.queries.memory._READ", 12)
    many = [(f"{word} {n} {n}", f"{n}") for n in range(10) for word in ("open", "gates", "again")]
    take(room, tmx(tmp_path, *many, ("gates open once more", "Ворота"), ("gates open again", "Ворота снова")))
    with room.archive.read() as connection:
        asked = [look_up(None, connection, words, ("en", "ru")) for words in ("gates open, again", "gates open once")]
    assert [found[0].text for found in asked] == ["Ворота снова", "Ворота"]


def test_without_an_index_texts_of_another_language_do_not_stand_in_the_way(room: Room, tmp_path: Path) -> None:
    many = [(f"{n}", f"Radio Svaboda {n:04}") for n in range(1_600)]
    take(room, tmx(tmp_path, *many, ("Radio Svaboda said", "Радио")))
    with room.archive.read() as connection:
        assert look_up(None, connection, "Radio Svaboda", ("en", "ru"))[0].text == "Радио"
