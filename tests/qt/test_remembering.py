from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from made_quotes_in_memory import FIRST, tmx
from workbench.qt.session import Session
from workbench.services.memory import Memory, look_up
from workbench.services.memory_in import read_batch, take_in


def ask(session: Session, qtbot: QtBot) -> list[str]:
    def question(memory: Memory, connection: Connection) -> list[str]:
        return [each.text for each in look_up(memory, connection, FIRST, ("en", "ru"))]

    answers: list[list[str]] = []
    session.memory.ask(question, on_done=answers.append, owner=session)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def test_what_is_written_while_and_after_the_index_is_made_is_found(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    session.perform(take_in(read_batch(tmx(tmp_path, (FIRST, "Ворота")))))
    qtbot.waitUntil(lambda: not session.operations.jobs)
    assert not session.memory.is_ready("en")
    assert ask(session, qtbot) == ["Ворота"]
    with qtbot.waitSignal(session.memory.ready):
        session.memory.want("en")
        session.memory.want("en")
    session.perform(take_in(read_batch(tmx(tmp_path, (FIRST, "Брама")))))
    qtbot.waitUntil(lambda: not session.operations.jobs)
    assert sorted(ask(session, qtbot)) == ["Брама", "Ворота"]
    session.undo()
    qtbot.waitUntil(lambda: not session.operations.jobs)
    assert ask(session, qtbot) == ["Ворота"]
    assert session.memory.is_ready("en")


def test_a_title_comes_to_work_that_lasts(session: Session, qtbot: QtBot) -> None:
    job = session.operations.run_read(lambda context: context.check())
    with qtbot.waitSignal(session.operations.entitled):
        session.operations.entitle(job, "Reading")
    qtbot.waitUntil(lambda: not job.running)
    with qtbot.assertNotEmitted(session.operations.entitled):
        session.operations.entitle(job, "Too late")
