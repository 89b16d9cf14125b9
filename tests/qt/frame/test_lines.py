from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import TranslationState
from workbench.qt.frame.lines import Line, LineList, wrapped
from workbench.qt.look.style import Look


@pytest.fixture
def rows(look: Look, qtbot: QtBot) -> LineList:
    made = LineList("Fruit", rows=2)
    qtbot.addWidget(made)
    made.resize(260, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def lines(count: int) -> list[Line]:
    return [Line(str(n), f"Title {n}", "detail", "right") for n in range(count)]


def test_the_place_is_kept_when_the_lines_are_read_anew(rows: LineList, qtbot: QtBot) -> None:
    rows.set_lines(lines(200))
    assert rows.go_to("150")
    scroll = rows.verticalScrollBar().value()
    with qtbot.assertNotEmitted(rows.current_changed):
        rows.set_lines(lines(200))
    assert rows.current_id() == "150"
    assert rows.verticalScrollBar().value() == scroll


def test_a_current_line_that_goes_is_told(rows: LineList, qtbot: QtBot) -> None:
    rows.set_lines(lines(3))
    rows.go_to("2")
    with qtbot.waitSignal(rows.current_changed) as changed:
        rows.set_lines(lines(2))
    assert changed.args == [""]
    assert not rows.go_to("2")


def test_keys_move_and_choose(rows: LineList, qtbot: QtBot) -> None:
    rows.set_lines(lines(3))
    rows.go_to("0")
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current_id() == "1"
    with qtbot.waitSignal(rows.chosen) as chosen:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert chosen.args == ["1"]
    assert rows.step(1)
    assert not rows.step(1)


def test_a_line_is_replaced_in_its_place(rows: LineList) -> None:
    rows.set_lines(lines(3))
    assert rows.lines.replace(Line("1", "Another"))
    assert not rows.lines.replace(Line("9", "Nowhere"))
    found = rows.lines.line(1)
    assert found is not None
    assert found.title == "Another"


def test_a_screen_reader_hears_the_whole_line(rows: LineList) -> None:
    rows.set_lines([Line("1", "It’s over", "Maria", "Russian", state=TranslationState.FINAL, stateful=True)])
    said = rows.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "It’s over, Maria, Russian, final"
    face = QAccessible.queryAccessibleInterface(rows)
    assert face is not None
    assert face.text(QAccessible.Text.Name) == "Fruit"


def test_titles_break_at_words_and_end_in_an_ellipsis(look: Look) -> None:
    metrics = QFontMetrics(look.font())
    text = "😀 one two three four five six seven eight nine ten eleven twelve"
    first, second = wrapped(text, metrics, 120, 2)
    assert text.startswith(first)
    assert second.endswith("…")
    assert wrapped("short", metrics, 120, 2) == ["short"]


def test_lines_are_read_by_the_screenful_when_they_are_shown(qtbot: QtBot, look: Look) -> None:
    asked: list[str] = []

    def fetch(ids: Sequence[str]) -> dict[str, Line]:
        asked.extend(ids)
        return {key: Line(key, f"title {key}") for key in ids if key != "3"}

    made = LineList("Many")
    qtbot.addWidget(made)
    made.lines.read_with(fetch)
    made.set_ids(str(n) for n in range(10_000))
    assert asked == []
    assert made.go_to("9999")
    assert made.current_id() == "9999"
    line = made.lines.line(0)
    assert line is not None
    assert line.title == "title 0"
    assert len(asked) < 500
    gone = made.lines.line(3)
    assert gone is not None
    assert gone.title == ""
    asked.clear()
    made.lines.mark_stale(["0", "none"])
    made.lines.line(0)
    assert asked == ["0"]
