from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.frame.banner import Level
from workbench.qt.look.style import Look
from workbench.qt.translations.question import PAUSE, Question


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self, question: Question) -> None:
        self.now = 100.0
        question.clock = lambda: self.now

    def pause(self) -> None:
        self.now += PAUSE


def test_an_answer_is_given_by_its_letter_and_escape_gives_none(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column, question, field = QVBoxLayout(host), Question(), QLineEdit()
    column.addWidget(question)
    column.addWidget(field)
    given: list[str] = []
    clock = Clock(question)
    question.left.connect(lambda: given.append("left"))
    with qtbot.waitActive(host):
        host.show()
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")), ("S", "Send", lambda: given.append("send"))))
    focus = QApplication.focusWidget()
    assert focus is not None
    assert question.isAncestorOf(focus)
    assert question.asks
    clock.pause()
    qtbot.keyClick(focus, Qt.Key.Key_X)
    qtbot.keyClick(focus, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert given == []
    qtbot.keyClick(focus, Qt.Key.Key_S)
    assert given == ["send"]
    assert not question.asks
    question.show_message(Level.INFO, "Sent.")
    field.setFocus()
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")),))
    clock.pause()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert given == ["send", "look"]
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")),))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert given == ["send", "look", "left"]
    question.show_message(Level.INFO, "Done.")
    assert not question.asks


def test_typing_that_was_under_way_answers_nothing(look: Look, qtbot: QtBot) -> None:
    question = Question()
    qtbot.addWidget(question)
    clock, given = Clock(question), list[str]()
    with qtbot.waitActive(question):
        question.show()
    question.ask("Go on?", (("L", "Look", lambda: given.append("look")), ("S", "Send", lambda: given.append("send"))))
    focus = QApplication.focusWidget()
    assert focus is not None
    for key in (Qt.Key.Key_S, Qt.Key.Key_Space, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_S):
        clock.now += PAUSE / 2
        qtbot.keyClick(focus, key)
    assert given == []
    assert question.asks
    clock.pause()
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s", True)
    QApplication.sendEvent(focus, held)
    assert given == []
    qtbot.keyClick(focus, Qt.Key.Key_S)  # once a key counts, each does
    assert given == ["send"]


def test_it_comes_beside_what_somebody_is_at(look: Look, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column, question, field = QVBoxLayout(host), Question(), QLineEdit()
    column.addWidget(question)
    column.addWidget(field)
    with qtbot.waitActive(host):
        host.show()
    field.setFocus()
    question.ask("Go on?", (("L", "Look", lambda: None),), focus=False)
    assert question.asks
    assert QApplication.focusWidget() is field
