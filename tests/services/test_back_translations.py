from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.errors import InputError
from workbench.domain.inputs import ProfileInput, QuoteInput, ReviewInput, TranslationInput
from workbench.domain.kinds import TranslationState, Verdict
from workbench.services import profiles, quotes, reviews
from workbench.services.back_translations import back_translations, known_to, likeness, waiting, write_back

SAID = "We kept your chair by the window,"


class Desk:
    """Two translations of one quote, by the room's author; `one` may review, `two` knows nothing."""

    def __init__(self, room: Room) -> None:
        self.room = room
        version = room.bring_in()
        self.one = room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
        self.two = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))
        self.quote = room.do(quotes.mark_quote(version, span_of(SAID), QuoteInput(published_language="en"))).quote_id
        self.be, self.lt = self.write("be", "Мы захавалі тваё крэсла"), self.write("lt", "Tavo kėdė")

    def write(self, language: str, text: str) -> str:
        given = TranslationInput(language=language, text=text)
        row = self.room.do(quotes.write_translation(self.quote, given))
        self.room.do(quotes.move_translation(row, TranslationState.TRANSLATED))
        return row

    def back(self, text: str, who: str, *, language: str = "en", of: str | None = None) -> str:
        return self.room.do(write_back(self.be, TranslationInput(language=language, text=text), of=of), who)

    def waits(self, who: str) -> list[str]:
        with self.room.archive.read() as connection:
            return [each.translation_id for each in waiting(connection, who)]


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


def test_what_came_back_is_kept_beside_the_quote_with_a_score(desk: Desk) -> None:
    assert desk.waits(desk.two) == [desk.be, desk.lt]
    desk.back("We have kept your chair", desk.two, of="Мы захавалі тваё крэсла")
    assert desk.waits(desk.two) == [desk.lt]
    with desk.room.archive.read() as connection:
        (found,) = back_translations(connection, desk.be)
    assert (found.words, found.text, found.translator_id) == (SAID, "We have kept your chair", desk.two)
    assert (found.of_text, found.score) == ("Мы захавалі тваё крэсла", likeness(SAID, "We have kept your chair"))
    desk.room.undo()
    assert desk.waits(desk.two) == [desk.be, desk.lt]
    desk.room.assert_sound()


def test_it_is_another_one_s_who_does_not_know_the_quote(desk: Desk) -> None:
    before = desk.room.rows()
    for who in (desk.room.author_id, ""):
        with pytest.raises(InputError, match="knows it"):
            desk.room.archive.perform(write_back(desk.be, TranslationInput(language="en", text="x")), author_id=who)
    assert desk.room.rows() == before
    assert desk.waits(desk.room.author_id) == []
    # Who has judged one language of it knows it as well.
    given = ReviewInput(verdict=Verdict.DISPUTED, reason="why")
    desk.room.do(reviews.judge(desk.lt, given), desk.one)
    with pytest.raises(InputError, match="knows it"):
        desk.back("We kept it", desk.one)
    with desk.room.archive.read() as connection:
        assert known_to(connection, desk.one) == {desk.quote}
        assert known_to(connection, desk.two) == set()


@pytest.mark.parametrize(
    ("text", "language", "of", "field"),
    [(" ", "en", None, "text"), ("x", "lt", None, "language"), ("x", "en", "other words", "state")],
)
def test_what_is_no_translation_back_is_refused(
    desk: Desk, text: str, language: str, of: str | None, field: str
) -> None:
    before = desk.room.rows()
    with pytest.raises(InputError) as refusal:
        desk.back(text, desk.two, language=language, of=of)
    assert refusal.value.field == field
    assert desk.room.rows() == before


def test_a_draft_is_not_translated_back_and_new_words_wait_again(desk: Desk) -> None:
    desk.back("We kept your chair", desk.two)
    desk.room.do(quotes.write_translation(desk.quote, TranslationInput(language="be", text="Тваё крэсла тут")))
    with pytest.raises(InputError, match="worked on"):
        desk.back("Your chair is here", desk.two)
    desk.room.do(quotes.move_translation(desk.be, TranslationState.TRANSLATED))
    assert desk.waits(desk.two) == [desk.be, desk.lt]
    desk.back("Your chair is here", desk.two)
    with desk.room.archive.read() as connection:
        assert [row.text for row in back_translations(connection, desk.be)] == [
            "Your chair is here",
            "We kept your chair",
        ]


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("We kept it.", "we  kept it!", 100),
        ("We kept it", "", 0),
        ("", "", 100),
        ("one two three four", "one two three five", 75),
        ("one two", "one two three four", 50),
    ],
)
def test_the_score_is_the_share_of_words_that_stay(one: str, other: str, score: int) -> None:
    assert likeness(one, other) == likeness(other, one) == score
