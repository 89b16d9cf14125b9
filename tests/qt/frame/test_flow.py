"""Buttons in a flow break their words rather than leave the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.qt.frame.base import Button, CountButton, PictureButton
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import Look, current_look

WORDS = "Import a newer capture of this source"


@pytest.mark.parametrize("scale", [100, 200])
def test_a_button_wider_than_the_line_goes_on_in_another(qtbot: QtBot, look: Look, scale: int) -> None:
    holder, button = QWidget(), Button(WORDS, kind="primary")
    qtbot.addWidget(holder)
    Flow(holder).addWidget(button)
    look.set(scale=scale)
    holder.resize(900, 300)
    holder.show()
    assert button.text() == WORDS
    one_line = button.height()
    holder.resize(look.px("side_least"), 300)
    lines = button.text().split("\n")
    assert " ".join(lines) == WORDS
    assert len(lines) > 1
    assert holder.rect().contains(button.geometry())
    assert button.height() >= one_line + (len(lines) - 1) * button.fontMetrics().lineSpacing()
    assert all(button.fontMetrics().horizontalAdvance(line) < button.width() for line in lines)
    holder.resize(900, 300)
    assert button.text() == WORDS
    assert button.height() == one_line


def test_the_last_part_stands_at_the_far_end_while_there_is_room(qtbot: QtBot, look: Look) -> None:
    holder, title, verb = QWidget(), PlainLabel("What is said"), Button("Add statement", kind="quiet")
    qtbot.addWidget(holder)
    flow = Flow(holder, apart=True)
    flow.setContentsMargins(8, 4, 8, 4)
    for part in (title, verb):
        flow.addWidget(part)
    holder.resize(600, 200)
    holder.show()
    assert title.x() == 8
    assert verb.geometry().right() == 600 - 8 - 1
    holder.resize(verb.sizeHint().width() + 20, 200)
    assert verb.x() == 8
    assert verb.y() > title.geometry().bottom()
    assert holder.heightForWidth(600) < holder.heightForWidth(holder.width())


def test_a_filter_keeps_its_count_where_the_words_have_no_room(qtbot: QtBot, look: Look) -> None:
    button = CountButton("Organisations", lambda: current_look().icon("users"))
    qtbot.addWidget(button)
    button.set_count(3)
    button.resize(button.sizeHint())
    button.show()
    assert button.text().split() == ["Organisations", "3"]
    button.resize(button.minimumSizeHint())
    assert button.text().split() == ["3"]
    assert "Organisations" in button.toolTip()
    assert button.accessibleName().split() == ["Organisations", "3"]
    button.resize(button.sizeHint())
    assert button.text().split() == ["Organisations", "3"]
    assert not button.toolTip()


def test_choices_fall_to_their_pictures_where_they_would_take_too_many_lines(qtbot: QtBot, look: Look) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = Flow(holder, most=1)
    words = ("Translation desk", "Memory", "Glossary")
    choices = [PictureButton(each, lambda: current_look().icon("languages")) for each in words]
    choices[1].setChecked(True)
    for choice in choices:
        flow.addWidget(choice)
    holder.resize(flow.sizeHint().width(), 200)
    holder.show()
    assert [choice.text().strip() for choice in choices] == list(words)
    holder.resize(flow.sizeHint().width() - 10, 200)
    assert [choice.text().strip() for choice in choices] == ["", "Memory", ""]
    assert [choice.accessibleName() for choice in choices] == list(words)
    assert "Glossary" in choices[2].toolTip()
    least = sum(choice.minimumSizeHint().width() for choice in choices) + 2 * look.px("gap")
    holder.resize(least, 200)
    assert [choice.text().strip() for choice in choices] == ["", "", ""]
    assert len({choice.y() for choice in choices}) == 1
