from __future__ import annotations

from pytestqt.qtbot import QtBot

from workbench.i18n import activate
from workbench.qt.archive.check import CheckPanel
from workbench.qt.frame.language import tell_language_change
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.services.checks import CheckReport, Problem


def test_a_sound_archive(qtbot: QtBot, look: Look, sample_session: Session) -> None:
    panel = CheckPanel(sample_session)
    qtbot.addWidget(panel)
    qtbot.waitUntil(lambda: bool(panel.facts.text()), timeout=20_000)
    assert panel.result.text() == "Everything is as it should be."
    assert "passages" in panel.facts.text()
    assert panel.again.isEnabled()
    activate("lt")
    tell_language_change(panel)
    assert "passages" not in panel.facts.text()


def test_problems_are_counted_by_kind(qtbot: QtBot, look: Look, session: Session) -> None:
    panel = CheckPanel(session)
    qtbot.addWidget(panel)
    qtbot.waitUntil(lambda: bool(panel.facts.text()), timeout=20_000)
    problems = (Problem("passage", "1"), Problem("passage", "2"), Problem("log", "7"))
    panel._show(CheckReport(10, 2, 5, problems))
    assert "Not everything" in panel.result.text()
    assert "Passages that no longer fit their text: 2" in panel.facts.text()
    assert "Breaks in the log: a change was altered or taken out: 1" in panel.facts.text()
