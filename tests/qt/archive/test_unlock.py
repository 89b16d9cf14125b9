from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.errors import ArchiveError, InputError, WrongPassphraseError
from workbench.i18n import activate
from workbench.qt.archive.unlock import UnlockPage, pause_after
from workbench.qt.frame.language import tell_language_change
from workbench.qt.look.style import Look


def test_the_pause_doubles_up_to_a_bound() -> None:
    assert [pause_after(tries) for tries in range(1, 9)] == [0, 1, 2, 4, 8, 16, 30, 30]


def page(qtbot: QtBot, path: Path) -> UnlockPage:
    made = UnlockPage()
    qtbot.addWidget(made)
    made.prepare(path, locked=False)
    made.show()
    return made


def test_only_other_errors_are_left_to_the_window(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "a.archive")
    assert made.refuse(WrongPassphraseError("No."))
    assert made.refuse(InputError("Twenty.", field="words"))
    assert not made.refuse(ArchiveError("The stick is gone."))


def test_tries_are_counted_for_one_file(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "a.archive")
    made.refuse(WrongPassphraseError("No."))
    made.prepare(tmp_path / "a.archive", locked=True)
    made.refuse(WrongPassphraseError("No."))
    assert "2 wrong tries" in made.passphrase.row.error
    made.prepare(tmp_path / "b.archive", locked=False)
    made.refuse(WrongPassphraseError("No."))
    assert "1 wrong try" in made.passphrase.row.error


def test_words_are_typed_and_tab_goes_on(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "a.archive")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.keyClick(made.other, Qt.Key.Key_Return)
    assert made.words.hasFocus()
    qtbot.keyClicks(made.words, "abandon ability")
    with qtbot.waitSignal(made.words_asked) as signal:
        qtbot.keyClick(made.words, Qt.Key.Key_Return)
    assert signal.args == ["abandon ability"]
    qtbot.keyClick(made.words, Qt.Key.Key_Tab)
    assert not made.words.hasFocus()
    qtbot.keyClick(made.other, Qt.Key.Key_Return)
    assert made.words.toPlainText() == ""


def test_an_empty_passphrase_costs_no_try(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "a.archive")
    with qtbot.assertNotEmitted(made.asked):
        made.submit()


def test_all_words_follow_the_language(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    made = page(qtbot, tmp_path / "a.archive")
    before = (made.title.text(), made.open.text(), made.other.text())
    activate("lt")
    tell_language_change(made)
    assert all(a != b for a, b in zip(before, (made.title.text(), made.open.text(), made.other.text()), strict=True))
    assert "a" in made.lead.text()
