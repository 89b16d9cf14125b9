from __future__ import annotations

from itertools import product

import pytest

from workbench.domain.errors import InputError
from workbench.domain.kinds import TranslationState
from workbench.domain.states import check_step

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
        check_step(old, new, translator="a", actor="b", text="words")
    else:
        with pytest.raises(InputError) as refusal:
            check_step(old, new, translator="a", actor="b", text="words")
        assert refusal.value.field == "state"


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0"])
def test_nothing_does_not_go_on_but_may_go_back(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        check_step(INITIAL, TRANSLATED, translator="a", actor="a", text=text)
    assert refusal.value.field == "text"
    check_step(TRANSLATED, INITIAL, translator="a", actor="a", text=text)


@pytest.mark.parametrize(
    ("translator", "actor", "allowed"),
    [("a", "a", False), ("a", "b", True), (None, "b", True), (None, "", False), ("a", "", False)],
)
def test_a_review_needs_other_eyes_that_somebody_can_name(translator: str | None, actor: str, allowed: bool) -> None:
    if allowed:
        check_step(TRANSLATED, REVIEWED, translator=translator, actor=actor, text="words")
    else:
        with pytest.raises(InputError, match="somebody other") as refusal:
            check_step(TRANSLATED, REVIEWED, translator=translator, actor=actor, text="words")
        assert refusal.value.do


def test_only_the_review_asks_who_it_is() -> None:
    for old, new in ALLOWED - {(TRANSLATED, REVIEWED)}:
        check_step(old, new, translator="a", actor="a", text="words")
