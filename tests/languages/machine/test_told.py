from __future__ import annotations

from typing import Any

import pytest

from workbench.languages.machine.told import folder_of, machine_error, text_reason

FACTS = {"digest": "0" * 64, "size": 1, "pieces": True, "sources": [], "targets": ["ru", "be", "xx"], "ends": False}


def test_languages_come_in_their_order_and_others_are_left_out() -> None:
    found = folder_of(FACTS)
    assert found is not None
    assert found.targets == ("be", "ru")


@pytest.mark.parametrize(
    "facts", [None, [], {}, FACTS | {"digest": "../.."}, FACTS | {"size": "?"}, FACTS | {"targets": 3}]
)
def test_an_answer_that_cannot_be_is_none(facts: Any) -> None:
    assert folder_of(facts) is None


def test_a_reason_that_nobody_knows_is_still_told() -> None:
    assert "came to an end" in str(machine_error("<b>"))
    assert text_reason("<b>") == "the model wrote signs that are no text"
