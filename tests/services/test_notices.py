from __future__ import annotations

import pytest

from workbench.services.notices import recovery_text
from workbench.store.archive import Recovery

MOMENT = "2025-12-12T14:03:05.000Z"


def test_what_was_saved_and_what_was_lost() -> None:
    what, kept = recovery_text(Recovery(MOMENT, "import_source", "gate.txt"))
    assert what == "The program was not closed properly last time."
    assert kept.startswith("Everything saved up to Dec 12, 2025")
    assert kept.endswith("is here. The import of “gate.txt” was under way; nothing of this file was kept.")


@pytest.mark.parametrize(
    ("activity", "named"),
    [("import_newer", "import a newer capture of “The gate”."), ("read_again", "read “The gate” again.")],
)
def test_any_other_activity_is_named_as_undo_names_it(activity: str, named: str) -> None:
    kept = recovery_text(Recovery(MOMENT, activity, "The gate"))[1]
    assert kept.endswith(f"is here. This was under way and was not finished, so nothing of it was kept: {named}")


def test_nothing_was_under_way() -> None:
    assert recovery_text(Recovery(MOMENT, ""))[1].endswith("is here.")


def test_nothing_was_ever_saved() -> None:
    assert recovery_text(Recovery(None, ""))[1] == "Nothing had been saved before."


def test_an_activity_of_a_later_version() -> None:
    kept = recovery_text(Recovery(None, "merge_package"))[1]
    assert kept == "Nothing had been saved before. Something longer was under way; nothing of it was kept."
