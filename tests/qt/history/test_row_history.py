from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NameInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.qt.history.row_history import RowHistory
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.services.records import add_name, create_record, edit_name, remove_name
from workbench.store.work import Act


def do(qtbot: QtBot, session: Session, act: Act[str] | Act[None]) -> str:
    answers: list[object] = []
    session.perform(act, on_done=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return str(answers[0])


def test_who_when_before_and_after(qtbot: QtBot, look: Look, session: Session) -> None:
    history = RowHistory(session)
    qtbot.addWidget(history)
    history.show()
    assert history.texts() == []
    name = NameInput(value="Maria Kolesnikova", tag="en")
    record = do(qtbot, session, create_record(RecordInput(kind=RecordKind.PERSON, names=(name,))))
    second = do(qtbot, session, add_name(record, NameInput(value="Марыя Калесникава", tag="be")))
    do(qtbot, session, edit_name(second, NameInput(value="Марыя Калеснікава", tag="be")))
    history.show_row(record)
    qtbot.waitUntil(lambda: len(history.texts()) >= 3)
    newest = history.texts()[0]
    assert "“Марыя Калесникава” → “Марыя Калеснікава”" in newest
    assert "AJ · " in newest
    assert "20" in newest
    do(qtbot, session, remove_name(second))  # what is removed stays in the history
    qtbot.waitUntil(lambda: "“Марыя Калеснікава” removed" in history.texts()[0])
    history.show_row(None)
    assert history.texts() == []


def test_an_answer_for_another_row_is_not_shown(qtbot: QtBot, look: Look, session: Session) -> None:
    history = RowHistory(session)
    qtbot.addWidget(history)
    record = do(
        qtbot,
        session,
        create_record(RecordInput(kind=RecordKind.PLACE, names=(NameInput(value="Vilnius", tag="en"),))),
    )
    history.show_row(record)
    history.show_row(None)
    qtbot.waitUntil(lambda: not session.operations.jobs)
    assert history.texts() == []
