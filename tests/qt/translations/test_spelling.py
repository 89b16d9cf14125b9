"""Spelling on the desk: underlined as one types, suggestions and characters by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.qt.frame.base import Button
from workbench.qt.frame.underlines import Underlines
from workbench.qt.spelling.characters import CharacterPalette
from workbench.qt.spelling.marks import LAYER
from workbench.qt.spelling.suggestions import SuggestionsPopup
from workbench.qt.translations.spelling import Spelling
from workbench.services.own_words import add_own_word
from workbench.store.queries.own_words import own_words
from workbench.store.queries.quotes import Need

from .conftest import Bench

ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def typing(bench: Bench) -> Bench:
    bench.go_to(bench.find(Need.MISSING, "lt"))
    bench.key(Qt.Key.Key_Return)
    assert bench.focus() is bench.editor.field
    return bench


def underlined(bench: Bench) -> list[str]:
    field = bench.editor.field
    raw = field.toPlainText().encode("utf-16-le")
    return [raw[2 * start : 2 * end].decode("utf-16-le") for start, end in Underlines.of(field).shown(LAYER)]


def feature(bench: Bench) -> Spelling:
    return next(each for each in bench.view.features if isinstance(each, Spelling))


def open_popup(bench: Bench) -> SuggestionsPopup:
    bench.key(Qt.Key.Key_Return, ALT)
    bench.qtbot.waitUntil(lambda: isinstance(feature(bench).popup, SuggestionsPopup))
    popup = feature(bench).popup
    assert isinstance(popup, SuggestionsPopup)
    bench.qtbot.waitUntil(lambda: bool(popup.choices.buttons))
    return popup


def test_wrong_words_are_underlined_once_they_are_typed(typing: Bench, qtbot: QtBot) -> None:
    field = typing.editor.field
    field.insert("👩\u200d👧 Labas žmonėss, ir")
    qtbot.waitUntil(lambda: underlined(typing) == ["žmonėss"])
    field.insert(" kalinyss")
    assert underlined(typing) == ["žmonėss"]
    field.insert(" namai ")
    qtbot.waitUntil(lambda: underlined(typing) == ["žmonėss", "kalinyss"])
    assert typing.editor.draft is not None
    assert typing.editor.draft.text == field.toPlainText()


def test_the_word_at_the_cursor_waits_until_it_is_left(typing: Bench, qtbot: QtBot) -> None:
    typing.editor.field.insert("Labas žmonėss")
    done: list[bool] = []
    feature(typing).marks["lt"].when_checked(lambda: done.append(True))
    qtbot.waitUntil(lambda: done == [True])
    assert underlined(typing) == []
    typing.key(Qt.Key.Key_Home)
    assert underlined(typing) == ["žmonėss"]


def test_a_suggestion_is_taken_by_keyboard_and_undone_in_one_step(typing: Bench, qtbot: QtBot) -> None:
    field = typing.editor.field
    field.insert("Visi žmonėss namie")
    popup = open_popup(typing)
    focus = typing.focus()
    assert isinstance(focus, Button)
    assert (focus, focus.text()) == (popup.choices.buttons[0], "žmonės")
    typing.key(Qt.Key.Key_Right)
    assert typing.focus() is popup.choices.buttons[1]
    typing.key(Qt.Key.Key_Left)
    typing.key(Qt.Key.Key_Return)
    assert field.toPlainText() == "Visi žmonės namie"
    assert typing.focus() is field
    field.undo()
    assert field.toPlainText() == "Visi žmonėss namie"


def test_escape_leaves_the_word_as_it_is(typing: Bench) -> None:
    typing.editor.field.insert("Visi žmonėss namie")
    open_popup(typing)
    typing.key(Qt.Key.Key_Escape)
    assert feature(typing).popup is None
    assert typing.focus() is typing.editor.field
    assert not typing.editor.field.textCursor().hasSelection()
    typing.type("!")
    assert typing.editor.field.toPlainText() == "Visi žmonėss! namie"


def test_a_click_with_the_right_button_on_a_wrong_word_offers_too(typing: Bench, qtbot: QtBot) -> None:
    field = typing.editor.field
    field.insert("Visi žmonėss namie")
    qtbot.waitUntil(lambda: underlined(typing) == ["žmonėss"])
    cursor = field.textCursor()
    cursor.setPosition(7)
    place = field.cursorRect(cursor).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.viewport().mapToGlobal(place))
    QApplication.sendEvent(field.viewport(), event)
    assert isinstance(feature(typing).popup, SuggestionsPopup)
    assert field.textCursor().selectedText() == "žmonėss"


def test_a_final_translation_is_not_underlined(bench: Bench) -> None:
    row = bench.find(Need.FINAL)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    editor = bench.view.desk.editors[row.language]
    assert editor.field.isReadOnly()
    marks = feature(bench).marks[row.language]
    marks.look_up()
    assert not marks._looking
    assert Underlines.of(editor.field).shown(LAYER) == []


def test_a_word_is_added_to_the_archive_and_no_longer_wrong(typing: Bench, qtbot: QtBot) -> None:
    typing.editor.field.insert("Visi avtozakai stovi ")
    qtbot.waitUntil(lambda: underlined(typing) == ["avtozakai"])
    popup = open_popup(typing)
    popup.keep.setFocus()
    typing.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: underlined(typing) == [])
    with typing.session.read() as connection:
        assert own_words(connection, "lt") == ["avtozakai"]
    typing.session.undo()
    qtbot.waitUntil(lambda: underlined(typing) == ["avtozakai"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_behind_the_suggestions_is_the_way_into_the_archive_s_words(typing: Bench, qtbot: QtBot, key: Qt.Key) -> None:
    typing.editor.field.insert("Visi žmonėss namie")
    qtbot.waitUntil(lambda: underlined(typing) == ["žmonėss"])
    popup = open_popup(typing)
    qtbot.waitUntil(lambda: typing.focus() in popup.choices.buttons)
    for _button in popup.choices.buttons:
        if typing.focus() is not popup.keep:
            typing.key(key)
    assert typing.focus() is popup.keep
    typing.key(Qt.Key.Key_Tab)
    assert typing.focus() is popup.show_words


def test_words_that_somebody_else_adds_are_followed(typing: Bench, qtbot: QtBot) -> None:
    typing.editor.field.insert("Visi avtozakai stovi ")
    qtbot.waitUntil(lambda: underlined(typing) == ["avtozakai"])
    typing.session.perform(add_own_word("lt", "avtozakai"))
    qtbot.waitUntil(lambda: underlined(typing) == [])


def test_where_every_word_is_right_it_says_so(typing: Bench, qtbot: QtBot) -> None:
    typing.editor.field.insert("Visi žmonės namie")
    typing.key(Qt.Key.Key_Return, ALT)
    qtbot.waitUntil(lambda: not typing.editor.note.isHidden())
    assert feature(typing).popup is None


def test_the_next_wrong_word_is_offered_and_then_the_first(typing: Bench) -> None:
    field = typing.editor.field
    field.insert("Žmonėss namie\nir kalinyss čia")
    typing.key(Qt.Key.Key_Up)
    typing.key(Qt.Key.Key_End)
    for word in ("kalinyss", "Žmonėss"):
        open_popup(typing)
        assert field.textCursor().selectedText() == word
        typing.key(Qt.Key.Key_Escape)
        typing.key(Qt.Key.Key_End)


def test_characters_are_typed_by_keyboard(typing: Bench, qtbot: QtBot) -> None:
    field = typing.editor.field
    field.insert("iš")
    for moves, expected in ((0, "iš„"), (7, "iš„\u00a0")):
        typing.key(Qt.Key.Key_X, CTRL, SHIFT)
        popup = feature(typing).popup
        assert isinstance(popup, CharacterPalette)
        assert typing.focus() is popup.choices.buttons[0]
        for _move in range(moves):
            typing.key(Qt.Key.Key_Right)
        typing.key(Qt.Key.Key_Return)
        assert field.toPlainText() == expected
        assert typing.focus() is field
    assert typing.editor.draft is not None
    assert typing.editor.draft.text == "iš„\u00a0"


def test_up_and_down_go_between_lines_of_buttons(typing: Bench) -> None:
    typing.key(Qt.Key.Key_X, CTRL, SHIFT)
    popup = feature(typing).popup
    assert isinstance(popup, CharacterPalette)
    tops = [button.geometry().top() for button in popup.choices.buttons]
    assert len(set(tops)) > 1
    typing.key(Qt.Key.Key_Down)
    place = popup.choices.buttons.index(typing.focus())
    assert tops[place] == sorted(set(tops))[1]
    typing.key(Qt.Key.Key_Up)
    assert typing.focus() is popup.choices.buttons[0]
    typing.key(Qt.Key.Key_Up)
    assert typing.focus() is popup.choices.buttons[0]
    for button in popup.choices.buttons:
        assert button.accessibleName() or button.text()


def test_an_editor_that_is_left_is_not_checked_any_more(typing: Bench, qtbot: QtBot) -> None:
    field = typing.editor.field
    field.insert("Visi žmonėss namie")
    qtbot.waitUntil(lambda: underlined(typing) == ["žmonėss"])
    other = next(tag for tag, each in typing.view.desk.editors.items() if tag != "lt" and each.isVisible())
    typing.view.desk.editors[other].field.setFocus()
    qtbot.waitUntil(lambda: typing.editor.language == other)
    assert Underlines.of(field).shown(LAYER) == []
    assert QApplication.focusWidget() is typing.editor.field
