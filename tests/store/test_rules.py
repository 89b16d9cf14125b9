from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.changes import Change
from workbench.domain.errors import InputError, UndoError
from workbench.domain.inputs import ProfileInput, QuoteInput, TranslationInput
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.services import profiles, quotes
from workbench.services.checks import Problem, check_archive
from workbench.store import undoing
from workbench.store.rules import broken_rule, rule_against
from workbench.store.tables import Translation
from workbench.store.work import Act, Work, table_of

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState


def row(
    state: TranslationState, reviewer: str | None = None, origin: Origin = Origin.PERSON, sub: SubState = SubState.NONE
) -> dict[str, str | None]:
    facts = {"state": state.value, "translator_id": "a", "reviewer_id": reviewer}
    return {**facts, "origin": origin.value, "sub_state": sub.value}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (row(REVIEWED), "somebody other"),
        (row(FINAL, "a"), "somebody other"),
        (row(FINAL, ""), "somebody other"),
        (row(REVIEWED, "b"), ""),
        (row(FINAL, "b"), ""),
        (row(TRANSLATED), ""),
        (row(TRANSLATED, origin=Origin.MACHINE), "machine"),
        (row(INITIAL, origin=Origin.MACHINE), ""),
        (row(FINAL, "b", sub=SubState.DISPUTED), "disputed"),
        (row(FINAL, "b", sub=SubState.SECOND_LOOK), "second look"),
        (row(REVIEWED, "b", sub=SubState.SECOND_LOOK), ""),
    ],
)
def test_what_a_translation_may_never_be(given: dict[str, str | None], said: str) -> None:
    found = broken_rule("translation", given)
    assert (said in found) if said else found == ""
    assert broken_rule("quote", given) == ""
    assert rule_against([Change("translation", "1", given, None), Change("translation", "1", None, given)]) == found


@pytest.fixture
def translated(room: Room) -> str:
    version = room.bring_in()
    span = span_of("We kept your chair by the window,")
    quote = room.do(quotes.mark_quote(version, span, QuoteInput(published_language="en"))).quote_id
    given = TranslationInput(language="be", text="Тваё крэсла")
    return room.do(quotes.write_translation(quote, given))


def test_every_way_to_write_a_row_asks_the_rules(room: Room, translated: str) -> None:
    facts = {key: value for key, value in room.rows()["translation"][translated].items() if key != "id"}
    wrong = {**facts, "language": "lt", "state": FINAL.value, "reviewer_id": None}

    def changed(work: Work) -> None:
        before = work.facts_of(Translation, [translated])
        work.change_all(Translation, [(before[0], {"state": FINAL.value})])

    def applied(work: Work) -> None:
        (before,) = work.facts_of(Translation, [translated])
        work.apply(Change("translation", translated, before, {**before, "state": FINAL.value}))

    before = room.rows()
    for write in (
        lambda work: work.insert(Translation, **wrong),
        lambda work: work.insert_all(Translation, [wrong]),
        lambda work: work.change(Translation, translated, state=FINAL.value),
        changed,
        applied,
    ):
        with pytest.raises(InputError, match="somebody other"):
            room.do(Act("write_translation", write))
        assert room.rows() == before


def past_the_rules(work: Work, translation_id: str) -> None:
    """Make a translation final without a review, as a program without the rules could have done."""
    (before,) = work.facts_of(Translation, [translation_id])
    after = {**before, "state": FINAL.value, "revision": before["revision"] + 1}
    table = table_of(Translation)
    work.connection.execute(table.update().where(table.c.id == translation_id), after)
    work.changes.append(Change("translation", translation_id, before, after))


def test_what_breaks_a_rule_is_told_by_the_check_and_is_not_brought_back(room: Room, translated: str) -> None:
    assert check_archive(room.archive).sound
    room.do(Act("move_translation", lambda work: past_the_rules(work, translated)))
    assert check_archive(room.archive).problems == (Problem("rule", f"translation {translated}"),)
    back = room.archive.perform(
        Act("move_translation", lambda work: work.change(Translation, translated, state=TRANSLATED.value)),
        author_id=room.author_id,
    )
    assert back.changes is not None
    assert check_archive(room.archive).sound
    before = room.rows()
    number = back.changes.operation.number
    with room.archive.read() as connection:
        plan = undoing.alone(connection, number)
    assert "somebody other" in plan.refused
    with pytest.raises(UndoError, match="somebody other") as refusal:
        room.archive.carry_out(plan, author_id=room.author_id)
    assert refusal.value.kept
    with pytest.raises(UndoError, match="somebody other"):
        room.undo()
    assert room.rows() == before


def test_an_undo_that_keeps_the_rules_is_not_refused(room: Room, translated: str) -> None:
    other = room.do(profiles.add_profile(ProfileInput(name="M", initials="MB")))
    room.do(quotes.move_translation(translated, TRANSLATED))
    done = room.archive.perform(quotes.move_translation(translated, REVIEWED), author_id=other)
    assert done.changes is not None
    with room.archive.read() as connection:
        assert undoing.alone(connection, done.changes.operation.number).refused == ""
    room.undo()
    with room.archive.read() as connection:
        assert undoing.again(connection, done.changes.operation.number).refused == ""
    room.redo()
    assert room.rows()["translation"][translated]["state"] == "reviewed"
