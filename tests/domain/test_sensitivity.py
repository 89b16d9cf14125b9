"""Which level counts, and what of it may leave."""

from __future__ import annotations

from workbench.domain.kinds import Level
from workbench.domain.sensitivity import LEVELS, effective, identifies, may_leave, strictest

OPEN, RESTRICTED, SECRET = LEVELS


def test_the_strictest_of_several_counts() -> None:
    assert strictest() is OPEN
    assert strictest(Level.INHERITED) is OPEN
    assert strictest(OPEN, SECRET, RESTRICTED) is SECRET


def test_a_level_of_ones_own_rules_above_and_below() -> None:
    assert effective("", RESTRICTED) is RESTRICTED
    assert effective("open", SECRET) is OPEN
    assert effective("secret", OPEN) is SECRET


def test_what_is_stricter_than_chosen_stays() -> None:
    leaving = [[may_leave(level, chosen) for level in LEVELS] for chosen in LEVELS]
    assert leaving == [[True, False, False], [True, True, False], [True, True, True]]


def test_a_property_that_is_not_known_tells_who_it_is_until_it_is_opened() -> None:
    assert identifies("birth", opened=False)
    assert identifies("own-1", opened=False)
    assert not identifies("birth", opened=True)
    assert not identifies("sentence", opened=False)
