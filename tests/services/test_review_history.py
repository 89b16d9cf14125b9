from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import ProfileInput, QuoteInput, ReviewInput, TranslationInput
from workbench.domain.kinds import TranslationState, Verdict
from workbench.services import desk as desk_acts
from workbench.services import profiles, quotes, reviews
from workbench.services.review_history import History, read_history


def history(room: Room, translation_id: str) -> History:
    with room.archive.read() as connection:
        return read_history(connection, translation_id)


def test_every_wording_and_every_verdict_is_there_the_newest_first(room: Room) -> None:
    other = room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
    version = room.bring_in()
    span = span_of("We kept your chair by the window,")
    quote = room.do(quotes.mark_quote(version, span, QuoteInput(published_language="en"))).quote_id

    def write(text: str, who: str | None = None) -> str:
        return room.do(quotes.write_translation(quote, TranslationInput(language="be", text=text)), who)

    row = write("Ты")
    write("Тваё")
    write("Тваё крэсла")  # typed on in one sitting: one wording
    room.do(quotes.move_translation(row, TranslationState.TRANSLATED))
    room.do(reviews.judge(row, ReviewInput(verdict=Verdict.REJECTED, reason="у акна")), other)
    write("Тваё крэсла ля акна")
    room.do(desk_acts.advance(quote, TranslationInput(language="be", text="Тваё крэсла каля акна"), None), other)
    room.do(reviews.judge(row, ReviewInput(verdict=Verdict.ACCEPTED)))
    found = history(room, row)
    assert [(wording.text, wording.profile_id) for wording in found.wordings] == [
        ("Тваё крэсла каля акна", other),
        ("Тваё крэсла ля акна", room.author_id),
        ("Тваё крэсла", room.author_id),
    ]
    assert [(said.verdict, said.reason, said.text, said.profile_id) for said in found.judgements] == [
        (Verdict.ACCEPTED, "", "Тваё крэсла каля акна", room.author_id),
        (Verdict.REJECTED, "у акна", "Тваё крэсла", other),
    ]
    assert found.backs == ()
    # It only grows: what is undone is written anew.
    room.undo()
    room.undo()
    assert [wording.text for wording in history(room, row).wordings][:2] == [
        "Тваё крэсла ля акна",
        "Тваё крэсла каля акна",
    ]


def test_nothing_is_known_of_what_is_not_there(room: Room) -> None:
    assert history(room, "x") == History()
