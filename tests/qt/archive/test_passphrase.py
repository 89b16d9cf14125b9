from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from workbench.qt.archive.passphrase import PassphraseRows
from workbench.qt.look.style import Look


def rows(qtbot: QtBot, *, new: bool) -> PassphraseRows:
    made = PassphraseRows("Passphrase", again="Again" if new else "")
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_weak_one_is_explained_beside_the_field(qtbot: QtBot, look: Look) -> None:
    made = rows(qtbot, new=True)
    qtbot.keyClicks(made.field, "short")
    assert made.verdict.text() == "The passphrase is too short."
    assert not made.fits()
    assert "too short" in made.row.error
    qtbot.keyClicks(made.field, " reeds by the slow river")
    assert made.row.error == ""
    assert made.verdict.text() == "This passphrase is long enough."


def test_the_second_time_must_be_the_same(qtbot: QtBot, look: Look) -> None:
    made = rows(qtbot, new=True)
    assert made.again is not None
    assert made.again_row is not None
    qtbot.keyClicks(made.field, "seven reeds by the slow river")
    qtbot.keyClicks(made.again, "seven reeds by the slow rivet")
    assert not made.fits()
    assert made.again_row.error
    made.again.setText(made.field.text())
    assert made.fits()


def test_letters_are_shown_only_on_request_and_wiped(qtbot: QtBot, look: Look) -> None:
    made = rows(qtbot, new=False)
    qtbot.keyClicks(made.field, "secret")
    assert made.field.echoMode() is QLineEdit.EchoMode.Password
    made.shown.setChecked(True)
    assert made.field.echoMode() is QLineEdit.EchoMode.Normal
    made.wipe()
    assert made.passphrase() == ""
    assert made.field.echoMode() is QLineEdit.EchoMode.Password


def test_capitals_without_shift_look_like_caps_lock(qtbot: QtBot, look: Look) -> None:
    made = rows(qtbot, new=False)
    qtbot.keyClick(made.field, "A")
    assert made._caps.isVisible()
    qtbot.keyClick(made.field, "a")
    assert not made._caps.isVisible()
    qtbot.keyClick(made.field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not made._caps.isVisible()
