from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.frame.banner import Level
from workbench.qt.look.style import Look
from workbench.qt.translations.question import Question


def test_an_answer_is_given_by_its_letter_and_escape_gives_none(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column, question, field = QVBoxLayout(host), Question(), QLineEdit()
    column.addWidget(question)
    column.addWidget(field)
    given: list[str] = []
    question.left.connect(lambda: given.append("left"))
    with qtbot.waitActive(host):
        host.show()
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")), ("S", "Send", lambda: given.append("send"))))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert question.isAncestorOf(focus)
    assert question.asks
    qtbot.keyClick(focus, Qt.Key.Key_X)
    qtbot.keyClick(focus, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert given == []
    qtbot.keyClick(focus, Qt.Key.Key_S)
    assert given == ["send"]
    assert not question.asks
    question.show_message(Level.INFO, "Sent.")
    field.setFocus()
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")),))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert given == ["send", "look"]
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")),))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert given == ["send", "look", "left"]
    question.show_message(Level.INFO, "Done.")
    assert not question.asks
