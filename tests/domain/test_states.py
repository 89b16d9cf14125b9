from __future__ import annotations

from itertools import product

import pytest

from workbench.domain.errors import InputError
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.domain.states import Standing, check_eyes, check_step

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState
ALLOWED = {
    (INITIAL, TRANSLATED),
    (TRANSLATED, INITIAL),
    (TRANSLATED, REVIEWED),
    (REVIEWED, TRANSLATED),
    (REVIEWED, FINAL),
    (FINAL, REVIEWED),
    (FINAL, TRANSLATED),
}


@pytest.mark.parametrize(("old", "new"), [*product(TranslationState, TranslationState)])
def test_one_step_at_a_time(old: TranslationState, new: TranslationState) -> None:
    if (old, new) in ALLOWED:
        check_step(Standing(old, translator="a", text="words"), new, actor="b")
    else:
        with pytest.raises(InputError) as refusal:
            check_step(Standing(old, translator="a", text="words"), new, actor="b")
        assert refusal.value.field == "state"


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0"])
def test_nothing_does_not_go_on_but_may_go_back(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        check_step(Standing(INITIAL, translator="a", text=text), TRANSLATED, actor="a")
    assert refusal.value.field == "text"
    check_step(Standing(TRANSLATED, translator="a", text=text), INITIAL, actor="a")


@pytest.mark.parametrize(
    ("translator", "actor", "allowed"),
    [("a", "a", False), ("a", "b", True), (None, "b", True), (None, "", False), ("a", "", False)],
)
def test_a_review_needs_other_eyes_that_somebody_can_name(translator: str | None, actor: str, allowed: bool) -> None:
    if allowed:
        check_step(Standing(TRANSLATED, translator=translator, text="words"), REVIEWED, actor=actor)
    else:
        with pytest.raises(InputError, match="somebody other") as refusal:
            check_step(Standing(TRANSLATED, translator=translator, text="words"), REVIEWED, actor=actor)
        assert refusal.value.do


def test_only_the_review_asks_who_it_is() -> None:
    for old, new in ALLOWED - {(TRANSLATED, REVIEWED)}:
        check_step(Standing(old, translator="a", text="words"), new, actor="a")


@pytest.mark.parametrize("open_matter", [SubState.DISPUTED, SubState.SECOND_LOOK])
@pytest.mark.parametrize(("old", "new"), [(TRANSLATED, REVIEWED), (REVIEWED, FINAL)])
def test_what_is_open_keeps_it_from_rising_only(
    open_matter: SubState, old: TranslationState, new: TranslationState
) -> None:
    standing = Standing(old, open_matter, translator="a", reviewer="b", text="words")
    with pytest.raises(InputError) as refusal:
        check_step(standing, new, actor="c")
    assert refusal.value.field == "sub_state"
    check_step(standing, TRANSLATED if old is REVIEWED else INITIAL, actor="c")


def test_what_needed_rework_may_go_on() -> None:
    check_step(Standing(INITIAL, SubState.NEEDS_REWORK, translator="a", text="words"), TRANSLATED, actor="a")


def test_a_machines_words_stay_a_draft_until_a_person_takes_them() -> None:
    with pytest.raises(InputError) as refusal:
        check_step(Standing(INITIAL, origin=Origin.MACHINE, translator="a", text="words"), TRANSLATED, actor="b")
    assert refusal.value.field == "origin"
    check_step(Standing(INITIAL, origin=Origin.MEMORY, translator="a", text="words"), TRANSLATED, actor="b")


@pytest.mark.parametrize(("actor", "allowed"), [("a", False), ("b", False), ("", False), ("c", True)])
def test_the_second_look_is_a_third_persons(actor: str, allowed: bool) -> None:
    standing = Standing(REVIEWED, SubState.SECOND_LOOK, translator="a", reviewer="b", text="words")
    if allowed:
        check_eyes(standing, actor)
    else:
        with pytest.raises(InputError):
            check_eyes(standing, actor)
