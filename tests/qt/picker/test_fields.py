from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import Certainty
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.roles import MENTION_ROLES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.picker.adaptive import SideBySide
from workbench.qt.picker.fields import (
    CERTAINTIES,
    CalmCombo,
    ChoiceRow,
    DateRow,
    LanguageCombo,
    RoleCombo,
    SuggestLine,
    stored_role,
)

PERSON_ROLES = next(iter(MENTION_ROLES.values()))


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    page.resize(400, 300)
    page.show()
    page.activateWindow()
    return page


def put(page: QWidget, *parts: QWidget) -> None:
    for part in parts:
        page.layout().addWidget(part)
        part.show()


def test_the_working_languages_come_first(page: QWidget) -> None:
    combo = LanguageCombo()
    put(page, combo)
    assert [combo.itemData(place) for place in range(5)] == ["", *WORKING_LANGUAGES]
    combo.set_tag("lt")
    assert combo.currentText() == "Lithuanian"
    switch_language("lt")
    assert combo.currentText() == "lietuvių"
    assert combo.tag() == "lt"


def test_a_tag_that_is_not_offered_is_kept(page: QWidget) -> None:
    combo = LanguageCombo(unknown=False)
    put(page, combo)
    combo.set_tag("sr-Latn")
    assert combo.tag() == "sr-Latn"
    assert "Serbian" in combo.currentText()
    assert combo.findData("") == -1


@pytest.mark.parametrize(
    ("typed", "edtf", "words"),
    [
        ("12.12.2025", "2025-12-12", "12 December 2025"),
        ("2021 – 2025", "2021/2025", "2021 – 2025"),
        ("about 1984", "1984~", "about 1984"),
        ("пасля 2020", "2020/..", "2020 or later · the date itself is counted in"),
        ("2020 or earlier", "../2020", "2020 or earlier"),
        ("канец 2020", "2020-09~/2020-12~", "late 2020"),
        ("13.12.2025 10:00", "2025-12-13", "13 December 2025 · only the day is kept"),
        ("", "", "For example 12.12.2025, 2021 – 2025."),
    ],
)
def test_dates_as_people_write_them(page: QWidget, qtbot: QtBot, typed: str, edtf: str, words: str) -> None:
    row = DateRow("Date")
    put(page, row)
    row.setFocus()
    row._edit.setText(typed)
    assert row.value() == edtf
    assert row._below.text() == words
    assert row._below.isVisible()


def test_a_date_that_is_none_says_so_while_it_is_typed(page: QWidget) -> None:
    row = DateRow("Date")
    put(page, row)
    row.set_value("31.0")
    assert row._below.text().startswith("Not a date yet")
    row.set_value("31.02.2025")
    assert row._below.text() == "The calendar has no such day."
    with pytest.raises(ValueError, match="no such day"):
        row.value()


def test_a_date_of_what_lasts_is_read_as_such(page: QWidget) -> None:
    row = DateRow("When it held", lasting=True)
    put(page, row)
    row.set_value("after 2020")
    assert row._below.text() == "since 2020 · the date itself is counted in"


def test_today_is_the_date_of_today(page: QWidget) -> None:
    row = DateRow("Date")
    put(page, row)
    before = datetime.now(UTC).astimezone().date()
    row.set_value("сёння")
    assert before.isoformat() <= row.given() <= datetime.now(UTC).astimezone().date().isoformat()


def test_a_refused_date_still_shows_how_dates_are_written(page: QWidget) -> None:
    row = DateRow("Date")
    put(page, row)
    row.set_value("nonsense")
    assert row.given() == "nonsense"
    row.set_error("This cannot be read as a date.")
    assert row._below.isVisible()
    assert row._below.text().startswith("For example 12.12.2025, December 2025")
    row.set_value("2021-25")
    assert row.error == ""
    assert row._below.text() == "This could be a month or a year. Write both years in full, as in 2021 – 2025."


def test_roles_complete_and_are_stored_by_their_key(page: QWidget, qtbot: QtBot) -> None:
    line = SuggestLine()
    line.set_suggestions(PERSON_ROLES)
    put(page, line)
    line.setFocus()
    qtbot.keyClicks(line, "rel")
    assert line.text() == "released"
    assert line.selectedText() == "eased"
    assert stored_role("  Released ", PERSON_ROLES) == "released"
    assert stored_role("court clerk", PERSON_ROLES) == "court clerk"
    switch_language("lt")
    assert stored_role(next(word for word in ["paleistas asmuo", "released"]), PERSON_ROLES)


def test_a_role_that_is_longer_than_its_field_shows_its_beginning(page: QWidget, qtbot: QtBot) -> None:
    combo = RoleCombo(("mentioned",), "the one who saw what happened on that day and told it")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(combo)
    line = combo.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
    combo.set_role("the other one who saw what happened on that day")
    assert line.cursorPosition() == 0


def test_a_role_changes_when_it_is_settled(page: QWidget, qtbot: QtBot) -> None:
    combo, other = RoleCombo(PERSON_ROLES, "court clerk"), SuggestLine()
    put(page, combo, other)
    told: list[str] = []
    combo.changed.connect(told.append)
    assert combo.currentText() == "court clerk"
    combo.setFocus()
    combo.lineEdit().selectAll()
    qtbot.keyClicks(combo.lineEdit(), "witn")
    assert told == []
    other.setFocus()
    assert told == ["witness"]
    combo.setFocus()
    combo.lineEdit().selectAll()
    qtbot.keyClick(combo.lineEdit(), Qt.Key.Key_Delete)
    other.setFocus()
    assert combo.role() == "witness"
    assert told == ["witness"]


def test_one_of_a_few_values_holds(page: QWidget, qtbot: QtBot) -> None:
    row = ChoiceRow("Certainty", {certainty.value: words for certainty, words in CERTAINTIES.items()})
    put(page, row)
    told: list[str] = []
    row.changed.connect(told.append)
    assert row.value() == Certainty.CERTAIN
    row.choose(2)
    row.choose(7)
    assert told == ["possible"]
    row.set_value("probable")
    assert row.value() == "probable"


def test_the_wheel_changes_nothing_that_has_no_focus(page: QWidget) -> None:
    combo, other = CalmCombo(), SuggestLine()
    combo.addItems(["a", "b", "c"])
    put(page, combo, other)
    other.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        combo.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 0
    combo.setFocus()
    QApplication.sendEvent(combo, wheel)
    assert combo.currentIndex() == 1


def test_side_by_side_turns_where_there_is_no_room(page: QWidget, qtbot: QtBot) -> None:
    one, two = CalmCombo(), CalmCombo()
    row = SideBySide((one, 1), (two, 1))
    put(page, row)
    qtbot.waitUntil(lambda: one.y() == two.y() and one.x() < two.x())
    page.resize(row._needed() - 20, 300)
    qtbot.waitUntil(lambda: one.y() < two.y())
    assert one.x() == two.x()
    assert row.minimumSizeHint().width() < row._needed()


@pytest.fixture(autouse=True)
def english() -> object:
    yield
    switch_language("en")


def test_a_name_of_two_words_is_typed_into_a_choice(page: QWidget, qtbot: QtBot) -> None:
    box = CalmCombo()
    put(page, box)
    box.addItems(["everybody", "Alena Kalina", "Alena Sokał", "Alenka"])
    box.setFocus()
    qtbot.keyClicks(box, "alena s")
    assert box.currentText() == "Alena Sokał"
    assert not box.view().isVisible()


def test_a_space_alone_opens_the_list(page: QWidget, qtbot: QtBot) -> None:
    box = CalmCombo()
    put(page, box)
    box.addItems(["everybody", "Alena Kalina"])
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.view().isVisible()
    box.hidePopup()
