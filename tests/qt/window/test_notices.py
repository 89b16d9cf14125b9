from __future__ import annotations

from workbench.qt.window.notices import recovery_text
from workbench.store.archive import Recovery


def test_what_was_saved_and_what_was_lost() -> None:
    what, kept = recovery_text(Recovery("2025-12-12T14:03:05.000Z", "import_source", "gate.txt"))
    assert what == "The program was not closed properly last time."
    assert kept.startswith("Everything saved up to Dec 12, 2025")
    assert kept.endswith("is here. The import of “gate.txt” was under way; nothing of this file was kept.")


def test_nothing_was_under_way() -> None:
    assert recovery_text(Recovery("2025-12-12T14:03:05.000Z", ""))[1].endswith("is here.")


def test_nothing_was_ever_saved() -> None:
    assert recovery_text(Recovery(None, ""))[1] == "Nothing had been saved before."


def test_an_activity_of_a_later_version() -> None:
    assert "Something longer" in recovery_text(Recovery(None, "merge_package"))[1]
