from __future__ import annotations

from made_quotes_in_memory import FIRST, OTHER, SECOND, accept, marked, translate
from rooms import Room
from workbench.domain.kinds import TranslationState
from workbench.languages.memory.penalties import Trait
from workbench.services.matches import Match, completions, remembered_matches
from workbench.services.memory import Memory, remember


def matches(room: Room, quote_id: str, language: str, source: str = "") -> list[Match]:
    with room.archive.read() as connection:
        return remembered_matches(Memory(), connection, quote_id, language, source)


def test_a_like_quote_gives_its_reviewed_translation_and_an_unlike_one_does_not(room: Room) -> None:
    first, second, other = marked(room, FIRST, SECOND, OTHER)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    accept(room, translate(room, other, "Реки замерзают"))
    [match] = matches(room, second, "ru")
    assert (match.text, match.original, match.state) == ("Ворота наконец открыты", FIRST, TranslationState.REVIEWED)
    assert match.score == match.percent
    assert 80 <= match.percent < 100
    assert (match.label, match.quote_id) == ("The gate", first)
    assert matches(room, second, "lt") == []


def test_what_nobody_has_reviewed_is_in_the_memory_on_request_only_and_worth_less(room: Room) -> None:
    first, second = marked(room, FIRST, SECOND)
    row = translate(room, first, "Ворота наконец открыты")
    assert matches(room, second, "ru") == []
    room.do(remember(row, taken=True))
    [match] = matches(room, second, "ru")
    assert match.traits == {Trait.UNREVIEWED}
    assert match.score < match.percent
    room.do(remember(row, taken=False))
    assert matches(room, second, "ru") == []


def test_its_own_translation_is_no_match(room: Room) -> None:
    first, _second = marked(room, FIRST, SECOND)
    accept(room, translate(room, first, "Ворота открыты"))
    assert matches(room, first, "ru") == []


def test_a_reprint_offers_its_translation_in_whatever_state(room: Room) -> None:
    first, again = marked(room, FIRST, FIRST)
    translate(room, first, "Ворота наконец открыты")
    [match] = matches(room, again, "ru")
    assert (match.text, match.reprint, match.state) == ("Ворота наконец открыты", True, TranslationState.INITIAL)


def test_who_translates_from_a_translation_is_helped_with_that_ones_words(room: Room) -> None:
    first, other = marked(room, FIRST, OTHER)
    accept(room, translate(room, first, "Ворота наконец открыты"))
    accept(room, translate(room, first, "Vartai pagaliau atverti", "lt"))
    translate(room, other, "Ворота наконец закрыты")
    assert matches(room, other, "lt") == []
    [match] = matches(room, other, "lt", "ru")
    assert (match.text, match.original) == ("Vartai pagaliau atverti", "Ворота наконец открыты")
    assert match.traits == {Trait.RELAY}
    assert matches(room, other, "lt", "be") == []  # nothing is written there: the words as published


def test_what_a_reprint_translates_is_told_in_the_language_translated_from(room: Room) -> None:
    first, again = marked(room, FIRST, FIRST)
    translate(room, first, "Vartai pagaliau atverti", "lt")
    translate(room, again, "Ворота открыты")
    [match] = [match for match in matches(room, again, "lt", "ru") if match.reprint]
    assert match.original == "Ворота открыты"
    translate(room, first, "Ворота наконец открыты")
    [match] = [match for match in matches(room, again, "lt", "ru") if match.reprint]
    assert match.original == "Ворота наконец открыты"


def test_a_removed_quote_has_no_matches(room: Room) -> None:
    assert matches(room, "0190b0a0-0000-7000-8000-000000000000", "ru") == []


def test_a_word_is_completed_from_names_first() -> None:
    known = [Match("Мария открыла ворота", "Maria opened the gate", 90)]
    names = ["Мария Колесникова", "Марии Колесниковой"]
    assert completions(known, "мар", names) == [*names, "Мария"]
    assert completions(known, "вор", names) == ["ворота"]
    assert completions(known, "ворота", names) == []
    assert completions(known, "", names) == []
