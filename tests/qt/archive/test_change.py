from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.errors import ArchiveError, InputError, WrongPassphraseError
from workbench.qt.archive.change import ChangePage
from workbench.qt.look.style import Look


def page(qtbot: QtBot, *, proved: bool) -> ChangePage:
    made = ChangePage()
    qtbot.addWidget(made)
    made.prepare(proved=proved)
    made.show()
    return made


def test_the_old_one_is_asked_for(qtbot: QtBot, look: Look) -> None:
    made = page(qtbot, proved=False)
    with qtbot.assertNotEmitted(made.asked):
        made.submit()
    assert made.old.row.error
    made.old.field.setText("old")
    for field in made.new.fields:
        field.setText("a lamp over the frozen ford")
    with qtbot.waitSignal(made.asked) as signal:
        qtbot.keyClick(made.new.fields[1], Qt.Key.Key_Return)
    assert signal.args == ["old", "a lamp over the frozen ford"]


def test_after_the_recovery_sheet_it_is_not(qtbot: QtBot, look: Look) -> None:
    made = page(qtbot, proved=True)
    assert not made.old.isVisible()
    for field in made.new.fields:
        field.setText("a lamp over the frozen ford")
    with qtbot.waitSignal(made.asked) as signal:
        made.submit()
    assert signal.args == ["", "a lamp over the frozen ford"]


def test_refusals_stand_where_they_belong(qtbot: QtBot, look: Look) -> None:
    made = page(qtbot, proved=False)
    assert made.refuse(WrongPassphraseError("Not right."))
    assert made.old.row.error == "Not right."
    assert made.refuse(InputError("The same.", field="passphrase"))
    assert made.new.row.error == "The same."
    assert not made.refuse(ArchiveError("The disk is full."))
