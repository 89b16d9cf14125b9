from __future__ import annotations

import pytest
from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from workbench.qt.action_list import ACTION_LIST
from workbench.qt.reader.keyboard import FIXED_KEYS, fixed_for

from .conftest import Show

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key

TEXT = "\n".join(f"Paragraph {n} has é̄ words. It has two sentences, and goes on. " * 9 for n in range(30))


def combination(keys: str) -> QKeyCombination:
    return QKeySequence(keys, QKeySequence.SequenceFormat.PortableText)[0]


MOVES = [keys for fixed in FIXED_KEYS if fixed.selects for keys in fixed.keys]


@pytest.mark.parametrize("keys", MOVES)
def test_every_move_exists_with_shift_and_selects_what_it_passes(show: Show, keys: str) -> None:
    reader = show(TEXT)
    middle = TEXT.index("goes", len(TEXT) // 2) + 2
    reader.place_caret(middle)
    pressed = combination(keys)
    QTest.keyClick(reader, pressed.key(), pressed.keyboardModifiers())
    there = reader.caret()
    assert there != middle
    assert reader.selection() is None
    reader.place_caret(middle)
    QTest.keyClick(reader, pressed.key(), pressed.keyboardModifiers() | SHIFT)
    assert reader.caret() == there
    assert reader.selection() is not None
    assert sorted((there, middle)) == [reader.selection().start, reader.selection().end]


def test_pairs_of_moves_lead_there_and_back_by_their_units(show: Show) -> None:
    reader = show("One two. Three é̄x.\nFour.")
    three = len("One two. Three ")
    for keys, place in [
        ("Right", three + 2),
        ("Ctrl+Right", three + 3),
        ("Alt+Down", three + 5),
        ("Ctrl+Down", three + 5),
    ]:
        reader.place_caret(three)
        pressed = combination(keys)
        QTest.keyClick(reader, pressed.key(), pressed.keyboardModifiers())
        assert reader.caret() == place, keys


def test_sentences_end_by_the_rules_of_the_language(show: Show) -> None:
    text = "Жыла на вул. Купалы ў г. Мінску. Потым паехала."
    reader = show(text)
    QTest.keyClick(reader, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert reader.caret() == text.index("Купалы")
    reader.set_language("be")
    reader.place_caret(0)
    QTest.keyClick(reader, KEY.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert reader.caret() == text.index("Потым")


def test_the_selection_is_widened_step_by_step_and_goes_back(show: Show) -> None:
    text = "One two. Three four, five.\nAnother."
    reader = show(text)
    reader.place_caret(text.index("four") + 4)
    wider = []
    for _step in range(5):
        reader.select_more()
        wider.append(reader.selected_text())
    assert wider == ["four", "Three four, five.", "One two. Three four, five.", text, text]
    back = []
    for _step in range(4):
        reader.select_less()
        back.append(reader.selected_text())
    assert back == [*wider[2::-1], ""]
    assert reader.caret() == text.index("four") + 4
    reader.select_less()
    assert reader.selection() is None
    reader.stretch(text.index("two") + 1, text.index("Three") + 1)
    reader.select_more()
    assert reader.selected_text() == "two. Three"
    reader.select_more()
    assert reader.selected_text() == "One two. Three four, five."
    reader.place_caret(0)
    reader.select_less()
    assert reader.selection() is None


def test_no_action_comes_with_a_key_that_is_fixed_in_the_text() -> None:
    assert [spec.id for spec in ACTION_LIST if spec.keys and fixed_for(spec.keys)] == []
    assert fixed_for("Alt+Shift+Up") == fixed_for("Alt+Up") is not None
    assert fixed_for("Ctrl+Shift+C") is None
    assert fixed_for("Alt+Left") is None
