from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import TranslationInput
from workbench.qt.look.style import Look
from workbench.qt.session import Session
from workbench.qt.translations.progress.chart import Bar, WeekChart, filled
from workbench.qt.translations.progress.pane import ProgressPane
from workbench.qt.translations.view import TranslationsView
from workbench.services.desk import advance
from workbench.services.progress import By
from workbench.store.queries.quotes import Need, queue


@pytest.fixture
def pane(sample_session: Session, look: Look, qtbot: QtBot) -> ProgressPane:
    view = TranslationsView(sample_session)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    assert view.run_action("desk.progress")
    found = view.work.pane
    assert isinstance(found, ProgressPane)
    qtbot.waitUntil(lambda: found.model.rowCount() > 0)
    return found


def cells(pane: ProgressPane, row: int) -> list[str]:
    return [str(pane.model.index(row, column).data()) for column in range(pane.model.columnCount())]


def choose(pane: ProgressPane, by: By) -> None:
    pane.by.setCurrentIndex(list(By).index(by))


def test_the_table_counts_by_what_is_chosen_and_follows_the_work(pane: ProgressPane, qtbot: QtBot) -> None:
    session = pane.session
    with session.read() as connection:
        rows = queue(connection, "en")
    russian = [row for row in rows if row.language == "ru"]
    place = pane.model.place_of("ru")
    assert place is not None
    assert cells(pane, place)[0] == "Russian"
    assert cells(pane, place)[1] == str(sum(row.need is Need.MISSING for row in russian))
    assert cells(pane, place)[-1] == str(len(russian))
    choose(pane, By.TRANSLATOR)
    assert {cells(pane, row)[0][:2] for row in range(pane.model.rowCount())} <= {"AK", "MB"}
    missing = next(row for row in rows if row.need is Need.MISSING)
    choose(pane, By.WEEK)
    before = sum(int(cells(pane, row)[-1]) for row in range(pane.model.rowCount()))
    session.perform(advance(missing.quote.id, TranslationInput(language=missing.language, text="kai kurie")))
    qtbot.waitUntil(lambda: sum(int(cells(pane, row)[-1]) for row in range(pane.model.rowCount())) == before + 1)
    said = pane.chart.spoken_lines()
    assert said[-1].startswith("week of ")
    assert said[-1].endswith(f"together {cells(pane, 0)[-1]}")


def test_the_table_is_copied_and_written(pane: ProgressPane, qtbot: QtBot, tmp_path: Path) -> None:
    pane.copy.click()
    qtbot.waitUntil(lambda: pane.note.text() == "The table is on the clipboard.")
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[0] == "Language,Missing,Draft,Translated,Reviewed,Final,Together"
    pane.save_to(tmp_path / "progress.csv")
    qtbot.waitUntil(lambda: "progress.csv" in pane.note.text())
    written = (tmp_path / "progress.csv").read_bytes().decode("utf-8-sig")
    assert written.replace("\r\n", "\n") == text.replace("\r\n", "\n")


def test_people_leave_by_their_initials(pane: ProgressPane, qtbot: QtBot) -> None:
    choose(pane, By.TRANSLATOR)
    people = [row.name for row in pane.session.profiles()]
    assert any(name in cells(pane, 0)[0] for name in people)
    QGuiApplication.clipboard().clear()
    pane.copy_csv()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    lines = QGuiApplication.clipboard().text().splitlines()[1:]
    initials = {row.initials for row in pane.session.profiles()}
    assert {line.split(",")[0] for line in lines} <= initials
    assert lines != []


def test_weeks_without_work_stand_between_the_others() -> None:
    bars = filled([Bar("2026-01-05", (1, 2)), Bar("2026-01-26", (3, 0))])
    assert [bar.monday for bar in bars] == ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]
    assert [sum(bar.counts) for bar in bars] == [3, 0, 0, 3]
    assert filled([]) == []


def test_the_chart_is_walked_through_by_keys(look: Look, qtbot: QtBot) -> None:
    chart = WeekChart()
    qtbot.addWidget(chart)
    chart.resize(600, 300)
    chart.show()
    chart.show_weeks([Bar("2026-01-05", (1, 2)), Bar("2026-01-26", (3, 0))], ("be", "lt"))
    assert chart.spoken_line() == 3
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.spoken_lines()[chart.spoken_line()] == "week of 5 January 2026: Belarusian 1, Lithuanian 2; together 3"
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.accessibleDescription() == "week of 12 January 2026: nothing; together 0"
    assert chart.spoken_rect(0).right() <= chart.spoken_rect(1).left() + 1
    chart.resize(90, 300)
    assert len(chart.shown()) < 4
