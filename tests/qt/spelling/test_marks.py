"""Underlines in any field: what is in view is looked up, and what cannot be is told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from workbench.domain.errors import WorkbenchError
from workbench.languages.spelling import Speller, SpellingError
from workbench.languages.spelling.lexicon import Lexicon
from workbench.qt.frame.underlines import Underlines
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.qt.spelling.marks import LAYER, SpellMarks
from workbench.services import own_words


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    qtbot.addWidget(made)
    made.resize(400, 120)
    with qtbot.waitExposed(made):
        made.show()
    return made


def shown(field: QPlainTextEdit) -> list[str]:
    text = field.toPlainText()
    return [text[start:end] for start, end in Underlines.of(field).shown(LAYER)]


def test_only_what_is_in_view_is_looked_up(field: QPlainTextEdit, session: Session, qtbot: QtBot) -> None:
    marks = SpellMarks(field, session, "en")
    field.setPlainText("\n".join(f"o{'abcdefghij'[n // 10]}{'abcdefghij'[n % 10]}qz recieved" for n in range(100)))
    assert shown(field) == []
    marks.set_active(active=True)
    qtbot.waitUntil(lambda: "recieved" in shown(field))
    assert "oaaqz" in shown(field)
    assert len(marks._answers) < 30
    field.verticalScrollBar().setValue(field.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: "ojjqz" in shown(field))
    assert len(marks._answers) < 60
    marks.set_active(active=False)
    assert shown(field) == []


def test_where_the_dictionaries_cannot_be_read_it_is_told_once(
    field: QPlainTextEdit, session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon = Lexicon(tmp_path)  # no dictionary is there
    monkeypatch.setattr(own_words, "speller_for", lambda tag: Speller(tag, lexicon))
    told: list[WorkbenchError] = []
    session.operations.failed.connect(told.append)
    marks = SpellMarks(field, session, "en")
    field.setPlainText("recieved")
    marks.set_active(active=True)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert isinstance(told[0], SpellingError)
    field.setPlainText("recieved again")
    marks.look_up()
    assert not marks._looking
    assert session.operations.jobs == ()
    lexicon.close()
