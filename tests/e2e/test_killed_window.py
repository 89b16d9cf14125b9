"""The window is killed in the middle of work: the next start says so, and all that was shown as saved is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from children import Child
from hands import KEY, Hands
from rooms import PASSPHRASE, open_room, rows_of
from workbench.i18n import active
from workbench.services.checks import check_archive

OPENING = """
import sys
from pathlib import Path
from driven import run, say
from hands import *
from rooms import PASSPHRASE

def unlock(hands):
    hands.until(lambda: hands.window.stack.currentWidget() is hands.window.entrance.unlock)
    hands.type(PASSPHRASE)
    hands.enter()
    hands.until(lambda: hands.window.stack.currentWidget() is hands.window.entrance.people)
    hands.enter()
    hands.until(lambda: hands.window.at_work)
    hands.settle()
"""

TAGGING = (
    OPENING
    + """
def script(hands):
    unlock(hands)
    reader = hands.sources.reader
    hands.until(lambda: reader.text)
    if hands.focus is not reader:
        hands.enter()
    hands.ctrl(KEY.Key_Home)
    for number in range(200):
        hands.ctrl(KEY.Key_Right)
        hands.press(KEY.Key_Right, held=CTRL | SHIFT)
        hands.press(KEY.Key_T)
        hands.type(f"killed {number}")
        hands.enter()
        hands.until(lambda: any(f"killed {number}" == label for label in labels(hands)))
        say(f"killed {number}")

def labels(hands):
    passage = hands.sources.inspector.passage
    return [tag.label for tag in passage.tags] if passage is not None else []

run(script, Path(sys.argv[1]))
"""
)

TRANSLATING = (
    OPENING
    + """
from workbench.i18n import _

def script(hands):
    unlock(hands)
    hands.view(ViewName.TRANSLATIONS)
    view = hands.window.workspace.view(ViewName.TRANSLATIONS)
    hands.until(lambda: view.desk.quote is not None)
    hands.enter()
    assert view.desk.editor.field.hasFocus()
    for number in range(200):
        hands.type(f" killed {number}.")
        hands.until(lambda: view.desk.editor._saved.text() == _("saved"))
        say(f"killed {number}.")

run(script, Path(sys.argv[1]))
"""
)


@pytest.mark.parametrize(("code", "shown"), [(TAGGING, 4), (TRANSLATING, 2)], ids=["annotating", "translating"])
def test_what_was_shown_as_saved_is_there_after_a_kill(
    code: str, shown: int, hands: Hands, sample_file: tuple[Path, str], tmp_path: Path
) -> None:
    folder = tmp_path / "archives"
    folder.mkdir()
    path = Path(shutil.copy(sample_file[0], folder / "killed.archive"))
    before = rows_of_file(path)
    with Child(code, path) as child:
        saved = [child.line() for _number in range(shown)]
        assert all(saved), child.finish()
        child.kill()  # while the next one is being typed
        saved += child.rest().splitlines()
    assert path.with_name(path.name + "-wal").exists()

    window = hands.window
    window.entrance.open_file(path)
    unlock = window.entrance.unlock
    hands.until(lambda: window.stack.currentWidget() is unlock, "the door")
    hands.until(unlock.crashed.isVisible, "the word about the crash")
    assert "Do not copy this file" in unlock.crashed.text()
    hands.type(PASSPHRASE)
    hands.enter()
    hands.until(lambda: window.stack.currentWidget() is window.entrance.people, "the people")
    hands.enter()
    hands.until(lambda: window.at_work, "the work")
    hands.settle()
    assert window.notice.isVisible()
    said = " ".join(label.text() for label in window.notice.findChildren(QLabel))
    assert active().language == "be"  # as the person at work has chosen
    for words in ("The program was not closed properly last time.", "Everything saved up to {moment} is here."):
        own = active().gettext(words)
        assert own != words
        assert all(part in said for part in own.split("{moment}"))
    hands.ctrl(KEY.Key_W)
    hands.until(lambda: window.session is None, "the end")

    found = rows_of_file(path)
    words = [row["label"] for row in found["tag"].values()] + [row["text"] for row in found["translation"].values()]
    for shown_as_saved in saved:
        assert any(shown_as_saved in text for text in words), shown_as_saved
    for table, rows in before.items():
        assert rows.keys() <= found[table].keys()
    assert [file.name for file in folder.iterdir() if file.name.startswith("killed.archive-")] == []


def rows_of_file(path: Path) -> dict[str, dict[str, dict[str, object]]]:
    """Return all rows of an archive on the disk, which has to be sound."""
    archive = open_room(path)
    try:
        report = check_archive(archive)
        assert report.sound, report.problems
        return rows_of(archive)
    finally:
        archive.close()
