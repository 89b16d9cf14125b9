"""Finding in the open text, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from workbench.i18n import activate
from workbench.qt.look.style import current_look
from workbench.qt.picker.record_picker import RecordPicker
from workbench.qt.settings import Settings
from workbench.qt.sources.find_bar import FindBar

from .conftest import CTRL, NONE, SHIFT, Desk

KEY = Qt.Key


@pytest.fixture
def bar(article_desk: Desk) -> FindBar:
    """The bar, opened by its key at the text's start, the text folded."""
    desk = article_desk
    desk.view.reader.place_caret(0)
    desk.press(KEY.Key_F, held=CTRL)
    desk.settle()
    return desk.view.article.find_bar


def test_the_first_place_is_gone_to_while_one_types(article_desk: Desk, bar: FindBar) -> None:
    desk, reader = article_desk, article_desk.view.reader
    desk.type("b")
    assert reader.selected_text() == "b"
    desk.type("us")
    first = reader.selection()
    assert reader.selected_text() == "bus"
    assert bar.count.text() == "1 of 2"
    desk.press(KEY.Key_Return)
    second = reader.selection()
    assert bar.count.text() == "2 of 2"
    desk.press(KEY.Key_Return)
    assert reader.selection() == first
    assert bar.count.text() == "1 of 2 · from the start again"
    desk.press(KEY.Key_Return, held=SHIFT)
    assert reader.selection() == second
    assert bar.count.text() == "2 of 2 · from the end again"
    desk.press(KEY.Key_F3, held=SHIFT)
    assert reader.selection() == first
    desk.press(KEY.Key_F3)
    assert reader.selection() == second


def test_escape_leaves_the_find_selected_for_a_letter_to_act_on(article_desk: Desk, bar: FindBar) -> None:
    desk = article_desk
    desk.type("kolesnikova")
    desk.press(KEY.Key_Escape)
    assert bar.isHidden()
    assert desk.view.reader.hasFocus()
    assert desk.view.reader.selected_text() == "Kolesnikova"
    desk.press(KEY.Key_P)
    popup = desk.view.marking.popup
    assert isinstance(popup, RecordPicker)
    assert popup.search.text() == "Kolesnikova"


def test_where_nothing_is_found_the_place_is_kept(article_desk: Desk, bar: FindBar) -> None:
    desk, reader = article_desk, article_desk.view.reader
    desk.press(KEY.Key_Escape)
    reader.place_caret(5)
    desk.press(KEY.Key_F, held=CTRL)
    desk.type("embassy")
    found = reader.selection()
    top = reader.verticalScrollBar().value()
    desk.type("qq")
    desk.settle()
    assert bar.count.text() == "not in this text"
    assert reader.selection() == found
    assert reader.verticalScrollBar().value() == top
    desk.press(KEY.Key_Return)
    assert reader.selection() == found
    desk.press(KEY.Key_Escape)
    assert (reader.caret(), reader.selection()) == (5, None)


def test_other_spellings_are_offered_and_shown_by_one_key(article_desk: Desk, bar: FindBar) -> None:
    desk, reader = article_desk, article_desk.view.reader
    desk.type("Колеснікава")
    desk.settle()
    assert bar.count.text() == "none exactly · 1 in another spelling"
    assert bar.show_others.isVisible()
    assert reader.selected_text() != "Kolesnikova"
    desk.press(KEY.Key_Return)
    assert reader.selected_text() == "Kolesnikova"
    assert bar.count.text() == "1 of 1"
    assert not bar.show_others.isVisible()
    assert not bar.script.isChecked()
    desk.type("q")
    desk.settle()
    assert bar.count.text() == "not in this text"


def test_switches_have_keys_and_are_remembered(article_desk: Desk, bar: FindBar) -> None:
    desk, reader, settings = article_desk, article_desk.view.reader, article_desk.session.settings
    desk.type("чакала")
    desk.settle()
    assert bar.show_others.isVisible()
    desk.press(KEY.Key_A, held=CTRL | SHIFT)
    desk.settle()
    assert bar.accents.isChecked()
    assert reader.selected_text() == "чака\u0301ла"
    bar.edit.clear()
    desk.type("сямя")
    desk.press(KEY.Key_S, held=CTRL | SHIFT)
    desk.settle()
    assert reader.selected_text() == "Сям’я"
    desk.press(KEY.Key_Y, held=CTRL | SHIFT)
    desk.press(KEY.Key_W, held=CTRL | SHIFT)
    desk.settle()
    again = Settings(settings.path)
    assert (again.find_accents, again.find_softness, again.find_script, again.find_whole) == (True, True, True, True)
    desk.press(KEY.Key_Y, KEY.Key_W, held=CTRL | SHIFT)
    bar.edit.clear()
    desk.type("the")
    everywhere = bar.count.text()
    desk.press(KEY.Key_W, held=CTRL | SHIFT)
    assert bar.whole.isChecked()
    assert bar.count.text() not in ("", everywhere)


def test_a_selection_is_the_query_and_the_last_query_stays(article_desk: Desk, bar: FindBar) -> None:
    desk, reader = article_desk, article_desk.view.reader
    desk.press(KEY.Key_Escape)
    desk.select("bus")
    desk.press(KEY.Key_F, held=CTRL)
    desk.settle()
    assert bar.edit.text() == "bus"
    assert bar.edit.selectedText() == "bus"
    assert bar.count.text() == "1 of 2"
    desk.press(KEY.Key_Escape)
    reader.place_caret(0)
    desk.press(KEY.Key_F3)
    desk.settle()
    assert reader.selected_text() == "bus"
    assert reader.hasFocus()
    assert not bar.isHidden()
    desk.press(KEY.Key_W, held=CTRL | SHIFT)
    assert "bus" not in desk.session.settings.path.read_text(encoding="utf-8")


def test_without_a_query_the_key_for_the_next_place_asks_for_one(article_desk: Desk, bar: FindBar) -> None:
    desk = article_desk
    desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_F3)
    assert desk.focus is bar.edit
    assert bar.count.text() == ""


def test_the_ruler_and_the_text_mark_the_places(article_desk: Desk, bar: FindBar) -> None:
    desk, reader = article_desk, article_desk.view.reader
    ruler = reader.ruler
    assert ruler is not None
    before = ruler.grab().toImage(), reader.viewport().grab().toImage()
    desk.type("embassy")
    desk.qtbot.waitUntil(lambda: ruler.grab().toImage() != before[0])
    bar.edit.clear()
    assert ruler.grab().toImage() == before[0]
    desk.press(KEY.Key_Escape)
    assert reader.viewport().grab().toImage() != before[1]


def test_every_control_has_a_name_and_follows_the_language(article_desk: Desk, bar: FindBar) -> None:
    desk = article_desk
    desk.type("bus")
    switches = (bar.accents, bar.softness, bar.script, bar.whole)
    assert all(each.text() and each.toolTip() and each.accessibleDescription() for each in switches)
    assert bar.edit.accessibleName() == "Find in this text"
    activate("lt")
    bar.retranslate()
    assert bar.edit.accessibleName() != "Find in this text"
    desk.press(KEY.Key_Escape, held=NONE)


def test_another_source_is_searched_from_where_it_is_read(article_desk: Desk, bar: FindBar) -> None:
    desk = article_desk
    desk.type("embassy")
    assert bar.count.text() == "1 of 1"
    bar.show_text("")
    assert bar.count.text() == ""
    bar.show_text(desk.view.reader.text)
    desk.settle()
    assert bar.count.text().startswith("1 of 1")


def test_nothing_of_the_bar_is_cut_where_there_is_little_room(article_desk: Desk, bar: FindBar) -> None:
    desk = article_desk
    desk.type("Калеснікава")
    desk.settle()
    inside = (bar.edit, bar.count, bar.show_others, bar.accents, bar.softness, bar.script, bar.whole)
    for scale in (200, 100):
        current_look().set(scale=scale)
        desk.qtbot.waitUntil(lambda: all(bar.rect().contains(part.geometry()) for part in inside))
        assert all(part.width() >= part.minimumSizeHint().width() for part in inside)
        assert (bar.count.y() > bar.edit.geometry().bottom()) is (scale == 200)
