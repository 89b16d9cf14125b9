from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput, ProfileInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.i18n import activate
from workbench.qt.actions import Actions
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.qt.window.undoing import Undoing, has_steps
from workbench.services.profiles import add_profile
from workbench.services.records import create_record


def test_fields_know_their_own_steps(qtbot: QtBot) -> None:
    line, text = QLineEdit(), QPlainTextEdit()
    qtbot.addWidget(line)
    qtbot.addWidget(text)
    for field in (line, text):
        assert not has_steps(field, back=True)
        qtbot.keyClicks(field, "word")
        assert has_steps(field, back=True)
        field.undo()
        assert has_steps(field, back=False)
        field.redo()
        field.setReadOnly(True)
        assert not has_steps(field, back=True)
    assert not has_steps(QWidget(), back=True)


def test_the_names_follow_the_log_and_the_language(qtbot: QtBot, look: Look, session: Session) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    actions = Actions(window, session.settings)
    undoing = Undoing(actions)
    undoing.set_session(session)
    assert actions.text("edit.undo") == "Undo"
    assert not actions["edit.undo"].isEnabled()
    record = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value="Maria & Co.", tag="en"),))
    with qtbot.waitSignal(session.changed):
        session.perform(create_record(record))
    assert actions.text("edit.undo") == "Undo: create Maria & Co."
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert actions.text("edit.redo") == "Redo: create Maria & Co."
    activate("ru")
    actions.retranslate()
    assert actions.text("edit.redo") != "Redo: create Maria & Co."
    undoing.set_session(None)
    assert not actions["edit.redo"].isEnabled()


def test_another_persons_work_is_taken_back_when_it_is_asked_for_once_more(qtbot: QtBot, session: Session) -> None:
    def make(name: str) -> None:
        record = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value=name, tag="en"),))
        with qtbot.waitSignal(session.changed):
            session.perform(create_record(record))

    window = QWidget()
    qtbot.addWidget(window)
    actions = Actions(window, session.settings)
    undoing = Undoing(actions)
    undoing.set_session(session)
    first = session.author_id
    make("One")
    make("Two")
    other = session.archive.perform(
        add_profile(ProfileInput(name="Somebody else", initials="SE")), author_id=first
    ).value
    session.switch_profile(other)
    make("By the other")
    asked: list[str] = []
    undoing.others_asked.connect(asked.append)
    with qtbot.waitSignal(session.changed):
        undoing.undo()
    assert asked == []
    undoing.undo()
    assert asked == [first]
    assert actions.text("edit.undo") == "Undo: create Two"  # nobody is taken back: they may have worked
    with qtbot.waitSignals([session.changed, undoing.answered]):
        undoing.undo()
    assert asked == [first]
    make("Three")
    with qtbot.waitSignal(session.changed):
        undoing.undo()
    undoing.undo()
    assert asked == [first, first]
    assert not actions["edit.undo"].autoRepeat()
