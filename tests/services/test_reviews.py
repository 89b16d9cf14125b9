from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooms import Room, span_of
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import ProfileInput, QuoteInput, ReviewInput, TranslationInput, checked
from workbench.domain.kinds import Origin, SubState, TranslationState, Verdict
from workbench.services import profiles, quotes
from workbench.services.desk import advance, send_back
from workbench.services.reviews import judge, take_over
from workbench.store.queries.quotes import list_quotes
from workbench.store.tables import Translation
from workbench.store.work import Act, Work

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState
ACCEPTED, REJECTED, DISPUTED, SECOND_LOOK = Verdict
SAID = "We kept your chair by the window,"


class Desk:
    """A translation that waits for review, by the room's author, and two others who may look at it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        version = room.bring_in()
        self.one = room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
        self.two = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))
        quote = room.do(quotes.mark_quote(version, span_of(SAID), QuoteInput(published_language="en"))).quote_id
        self.id = room.do(quotes.write_translation(quote, TranslationInput(language="be", text="Тваё крэсла")))
        self.quote = quote
        self.move(TRANSLATED)

    def move(self, state: TranslationState, who: str | None = None) -> None:
        self.room.do(quotes.move_translation(self.id, state), who)

    def judge(self, verdict: Verdict, reason: str = "", who: str | None = None) -> TranslationState:
        return self.room.do(judge(self.id, ReviewInput(verdict=verdict, reason=reason)), who)

    @property
    def row(self) -> dict[str, object]:
        return self.room.rows()["translation"][self.id]

    @property
    def verdicts(self) -> list[tuple[object, object, object]]:
        found = self.room.rows()["review"].values()
        return [(row["verdict"], row["reviewer_id"], row["text"]) for row in sorted(found, key=lambda row: row["id"])]


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


def test_who_accepts_is_the_reviewer(desk: Desk) -> None:
    assert desk.judge(ACCEPTED, who=desk.one) is REVIEWED
    assert desk.row["reviewer_id"] == desk.one
    assert desk.verdicts == [("accepted", desk.one, "Тваё крэсла")]
    desk.room.undo()
    assert desk.row["state"] == "translated"
    assert desk.verdicts == []


@pytest.mark.parametrize("verdict", [ACCEPTED, REJECTED, SECOND_LOOK])
def test_nobody_judges_the_words_of_their_own(desk: Desk, verdict: Verdict) -> None:
    before = desk.room.rows()
    with pytest.raises(InputError, match="somebody other"):
        desk.judge(verdict, "why")
    assert desk.room.rows() == before


@pytest.mark.parametrize("verdict", [REJECTED, DISPUTED])
@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_rejection_carries_a_reason(verdict: Verdict, reason: str) -> None:
    with pytest.raises(InputError) as refusal:
        checked(ReviewInput, verdict=verdict, reason=reason)
    assert refusal.value.field == "reason"
    assert checked(ReviewInput, verdict=ACCEPTED).reason == ""


def test_what_is_rejected_is_a_draft_that_needs_rework_until_it_goes_on(desk: Desk) -> None:
    assert desk.judge(REJECTED, "крэсла, не стул", who=desk.one) is INITIAL
    assert desk.row["sub_state"] == SubState.NEEDS_REWORK
    desk.room.do(quotes.write_translation(desk.quote, TranslationInput(language="be", text="Мы захавалі тваё крэсла")))
    assert desk.row["sub_state"] == SubState.NEEDS_REWORK
    desk.move(TRANSLATED)
    assert desk.row["sub_state"] == SubState.NONE
    assert desk.verdicts == [("rejected", desk.one, "Тваё крэсла")]


def test_a_dispute_stops_it_until_somebody_decides(desk: Desk) -> None:
    assert desk.judge(DISPUTED, "chair or seat?") is TRANSLATED
    with pytest.raises(InputError, match="disputed"):
        desk.move(REVIEWED, desk.one)
    assert desk.judge(ACCEPTED, who=desk.one) is REVIEWED
    desk.move(FINAL)
    assert desk.judge(DISPUTED, "still not", who=desk.two) is REVIEWED
    assert desk.row["sub_state"] == SubState.DISPUTED


def test_a_second_look_is_by_a_third_person(desk: Desk) -> None:
    assert desk.judge(SECOND_LOOK, who=desk.one) is REVIEWED
    with pytest.raises(InputError, match="second look"):
        desk.move(FINAL, desk.one)
    with pytest.raises(InputError, match="first reviewer"):
        desk.judge(ACCEPTED, who=desk.one)
    assert desk.judge(ACCEPTED, who=desk.two) is REVIEWED
    assert desk.row["sub_state"] == SubState.NONE
    desk.move(FINAL)
    assert [verdict for verdict, _who, _text in desk.verdicts] == ["accepted", "second look", "accepted"]


def test_a_draft_cannot_be_judged(desk: Desk) -> None:
    desk.move(INITIAL)
    with pytest.raises(InputError, match="draft"):
        desk.judge(ACCEPTED, who=desk.one)


def test_a_judgement_of_other_words_than_those_seen_is_refused(desk: Desk) -> None:
    with desk.room.archive.read() as connection:
        seen = list_quotes(connection, "en", quote_ids=[desk.quote])[0].translations["be"].revision
    desk.move(INITIAL)
    desk.move(TRANSLATED)
    with pytest.raises(StaleError):
        desk.room.do(judge(desk.id, ReviewInput(verdict=ACCEPTED), expected=seen), desk.one)


@pytest.mark.parametrize("state", [REVIEWED, FINAL])
@pytest.mark.parametrize("own", [True, False])
def test_the_store_itself_keeps_a_reviewed_translation_reviewed(desk: Desk, state: TranslationState, own: bool) -> None:
    def write(work: Work) -> None:
        row = work.get(Translation, desk.id)
        work.change(Translation, desk.id, state=state.value, reviewer_id=row.translator_id if own else None)

    before = desk.room.rows()
    with pytest.raises(InputError, match="somebody other"):
        desk.room.do(Act("move_translation", write))
    assert desk.room.rows() == before


def test_confirming_accepts_what_is_open_and_goes_no_further(desk: Desk) -> None:
    def confirm(who: str) -> TranslationState:
        given = TranslationInput(language="be", text="Тваё крэсла")
        return desk.room.do(advance(desk.quote, given), who)

    desk.judge(SECOND_LOOK, who=desk.one)
    with pytest.raises(InputError, match="first reviewer"):
        confirm(desk.one)
    assert confirm(desk.two) is REVIEWED
    assert desk.row["sub_state"] == SubState.NONE
    assert confirm(desk.two) is FINAL


def test_a_machines_words_are_taken_over_before_they_go_on(desk: Desk) -> None:
    given = TranslationInput(language="lt", text="Tavo kėdė")
    row = desk.room.do(quotes.write_translation(desk.quote, given, origin=Origin.MACHINE), desk.one)
    before = desk.room.rows()
    for act in (
        quotes.move_translation(row, TRANSLATED),
        advance(desk.quote, given),
        advance(desk.quote, given, FINAL),
    ):
        with pytest.raises(InputError, match="machine") as refusal:
            desk.room.do(act)
        assert refusal.value.field == "origin"
        assert desk.room.rows() == before
    desk.room.do(take_over(row), desk.two)
    found = desk.room.rows()["translation"][row]
    assert (found["origin"], found["translator_id"], found["state"]) == (Origin.PERSON, desk.two, INITIAL)
    desk.room.do(quotes.move_translation(row, TRANSLATED))
    with pytest.raises(InputError, match="somebody other"):  # it is theirs now
        desk.room.do(quotes.move_translation(row, REVIEWED), desk.two)
    desk.room.do(take_over(row))  # what is a person's stays theirs
    assert desk.room.rows()["translation"][row]["translator_id"] == desk.two
    with pytest.raises(InputError, match="machine"):
        desk.room.archive.perform(take_over(row), author_id=None)


def test_a_machines_words_that_are_changed_are_a_persons(desk: Desk) -> None:
    written = TranslationInput(language="lt", text="Tavo kėdė")
    row = desk.room.do(quotes.write_translation(desk.quote, written, origin=Origin.MACHINE))
    changed = TranslationInput(language="lt", text="Tavo kėdė prie lango")
    assert desk.room.do(advance(desk.quote, changed)) is TRANSLATED
    assert desk.room.rows()["translation"][row]["origin"] == Origin.PERSON


_STEP = st.tuples(
    st.integers(0, 2),
    st.sampled_from([*["advance"] * 8, "write", "machine", "move", "judge", "take", "back", "still right", "undo"]),
    st.sampled_from([*["Тваё крэсла"] * 5, "Тваё крэсла ля акна"]),
    st.sampled_from([*TranslationState, *[None] * 8]),
    st.sampled_from(Verdict),
)


def step(desk: Desk, way: str, text: str, state: TranslationState | None, verdict: Verdict) -> Act[Any]:
    words = TranslationInput(language="be", text=text)
    acts: dict[str, Act[Any]] = {
        "write": quotes.write_translation(desk.quote, words),
        "machine": quotes.write_translation(desk.quote, words, origin=Origin.MACHINE),
        "move": quotes.move_translation(desk.id, state or REVIEWED),
        "advance": advance(desk.quote, words, state),
        "judge": judge(desk.id, ReviewInput(verdict=verdict, reason="why")),
        "take": take_over(desk.id),
        "back": send_back(desk.id),
        "still right": quotes.confirm_still_right(desk.id),
    }
    return acts[way]


def test_no_way_leads_past_a_second_pair_of_eyes(desk: Desk) -> None:
    """Whatever three people do, in whatever order: what is reviewed was accepted by another than its translator."""
    room, people = desk.room, [desk.room.author_id, desk.one, desk.two]
    seen: set[object] = set()
    done = 0

    @given(steps=st.lists(_STEP, min_size=10, max_size=20))
    @settings(max_examples=12, deadline=None, derandomize=True)
    def walk(steps: list[Any]) -> None:
        nonlocal done
        for who, way, *rest in steps:
            if way == "undo" and done:
                room.undo()
                done -= 1
            elif way != "undo":
                with suppress(InputError):
                    done += room.archive.perform(step(desk, way, *rest), author_id=people[who]).changes is not None
            row = desk.row
            seen.add((row["state"], row["sub_state"]))
            if row["state"] in (REVIEWED, FINAL):
                assert row["reviewer_id"] in people
                assert row["reviewer_id"] != row["translator_id"]
                assert row["origin"] != Origin.MACHINE
                assert ("accepted", row["text"]) in {(said, text) for said, _who, text in desk.verdicts}
            assert not (row["state"] == FINAL and row["sub_state"])

    walk()
    assert {(REVIEWED, SubState.NONE), (REVIEWED, SubState.SECOND_LOOK), (FINAL, SubState.NONE)} <= seen
