from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import TEXT_LIMIT
from workbench.qt.look.style import Look
from workbench.qt.translations.wording import WordingField


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> WordingField:
    made = WordingField()
    qtbot.addWidget(made)
    made.resize(400, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_is_as_high_as_its_words_within_bounds(field: WordingField) -> None:
    least = field.sizeHint().height()
    field.set_text("one\ntwo\nthree\nfour")
    four = field.sizeHint().height()
    field.set_text("\n".join(map(str, range(50))))
    most = field.sizeHint().height()
    assert least < four < most
    assert most - least == 7 * field.fontMetrics().lineSpacing()


def test_the_begun_word_is_told_and_completed_in_turn(field: WordingField, qtbot: QtBot) -> None:
    field.set_text("Meeting John’s Mar")
    assert field.prefix() == "Mar"
    assert field.complete(["Maria", "Margarita"])
    assert field.toPlainText() == "Meeting John’s Maria"
    assert field.cycling
    assert field.complete([])
    assert field.toPlainText() == "Meeting John’s Margarita"
    field.complete([])
    assert field.toPlainText() == "Meeting John’s Maria"
    qtbot.keyClick(field, Qt.Key.Key_Comma)
    assert not field.cycling


def test_nothing_to_complete_changes_nothing(field: WordingField) -> None:
    field.set_text("Mar")
    assert not field.complete([])
    assert field.toPlainText() == "Mar"


def test_an_insertion_is_one_step_to_undo(field: WordingField) -> None:
    field.set_text("at ")
    field.insert("Vilnius")
    assert field.toPlainText() == "at Vilnius"
    field.undo()
    assert field.toPlainText() == "at "
    field.moveCursor(QTextCursor.MoveOperation.Start)
    assert field.prefix() == ""


def test_what_is_too_long_for_a_translation_is_not_pasted(field: WordingField, qtbot: QtBot) -> None:
    clipboard, ctrl = QGuiApplication.clipboard(), Qt.KeyboardModifier.ControlModifier
    field.set_text("kept")
    clipboard.setText("a" * (TEXT_LIMIT - 3))
    with qtbot.waitSignal(field.refused):
        qtbot.keyClick(field, Qt.Key.Key_V, ctrl)
    assert field.toPlainText() == "kept"
    refused: list[bool] = []
    field.refused.connect(lambda: refused.append(True))
    field.selectAll()  # in place of what stands there it may be as long as that
    qtbot.keyClick(field, Qt.Key.Key_V, ctrl)
    assert len(field.toPlainText()) == TEXT_LIMIT - 3
    assert refused == []


def test_its_type_follows_the_larger_of_both_scales(field: WordingField, look: Look) -> None:
    usual = field.font().pixelSize()
    look.set(scale=200)
    assert field.font().pixelSize() == 2 * usual
    look.set(scale=100, reading_scale=150)
    assert field.font().pixelSize() == 1.5 * usual
