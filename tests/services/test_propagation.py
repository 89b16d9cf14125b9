from __future__ import annotations

import pytest

from made_quotes_in_memory import FIRST, OTHER, accept, marked, translate
from rooms import Room
from workbench.domain.errors import InputError
from workbench.domain.inputs import TranslationInput
from workbench.domain.kinds import Origin, TranslationState
from workbench.services import quotes
from workbench.services.propagation import open_reprints, propagate

WORDS = "Ворота наконец открыты"


def row_of(room: Room, quote_id: str) -> dict[str, object] | None:
    rows = room.rows()["translation"].values()
    return next((row for row in rows if row["quote_id"] == quote_id and row["language"] == "ru"), None)


def state_of(room: Room, quote_id: str) -> tuple[object, ...]:
    row = row_of(room, quote_id)
    assert row is not None
    return row["text"], row["state"], row["origin"]


def test_a_translation_goes_to_its_reprints_as_one_operation(room: Room) -> None:
    first, again, edited, own = marked(room, FIRST, FIRST.upper(), FIRST.replace("open", "wide open"), FIRST)
    accept(room, translate(room, first, WORDS))
    translate(room, own, "Своими словами")
    others = [first, again, edited, own]
    with room.archive.read() as connection:
        assert set(open_reprints(connection, [again, edited, own], "ru", WORDS)) == {again, edited}
    assert room.do(propagate(first, "ru", others)) == 2
    assert state_of(room, again) == (WORDS, TranslationState.TRANSLATED, Origin.PROPAGATED)
    assert state_of(room, edited) == (WORDS, TranslationState.INITIAL, Origin.PROPAGATED)
    assert state_of(room, own) == ("Своими словами", TranslationState.INITIAL, Origin.PERSON)
    assert state_of(room, first)[1] == TranslationState.REVIEWED
    room.undo()
    assert row_of(room, again) is None
    assert row_of(room, edited) is None


def test_what_was_propagated_is_followed_until_somebody_changes_or_reviews_it(room: Room) -> None:
    first, again, changed = marked(room, FIRST, FIRST, FIRST)
    translate(room, first, WORDS)
    room.do(propagate(first, "ru", [again, changed]))
    translate(room, changed, "Иначе")
    translate(room, first, "Ворота отперты")
    assert room.do(propagate(first, "ru", [again, changed])) == 1
    assert state_of(room, again)[0] == "Ворота отперты"
    assert state_of(room, changed)[0] == "Иначе"
    row = row_of(room, again)
    assert row is not None
    accept(room, str(row["id"]))
    translate(room, first, WORDS)
    assert room.do(propagate(first, "ru", [again])) == 0


def test_a_draft_is_propagated_as_a_draft(room: Room) -> None:
    first, again = marked(room, FIRST, FIRST)
    translate(room, first, WORDS)
    room.do(propagate(first, "ru", [again]))
    assert state_of(room, again)[1] == TranslationState.INITIAL


def test_a_quote_in_the_target_language_gets_nothing(room: Room) -> None:
    [first] = marked(room, FIRST)
    [russian] = marked(room, FIRST, language="ru")
    translate(room, first, WORDS)
    assert room.do(propagate(first, "ru", [russian])) == 0


def test_nothing_stale_or_by_a_machine_or_missing_is_propagated(room: Room) -> None:
    first, again, machine, other = marked(room, FIRST, FIRST, OTHER, OTHER)
    with pytest.raises(InputError, match="no translation"):
        room.do(propagate(first, "ru", [again]))
    given = TranslationInput(language="ru", text="Реки")
    room.do(quotes.write_translation(machine, given, origin=Origin.MACHINE))
    with pytest.raises(InputError, match="machine"):
        room.do(propagate(machine, "ru", [other]))
    room.do(quotes.write_translation(first, given, of="Other words"))
    with pytest.raises(InputError, match="changed"):
        room.do(propagate(first, "ru", [again]))
