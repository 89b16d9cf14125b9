from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reading import KEY, LONG, OVERLAPPING, SENTENCE, SHIFT, Show, click, paragraphs, passage
from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.qt.look.tokens import DARK
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import look_from


def test_next_and_previous_reach_every_overlapping_passage(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    seen = []
    reader.passageCurrentChanged.connect(seen.append)
    for _press in range(6):
        reader.go_to_passage()
    assert seen == ["outer", "same", "inner", "across", "last"]
    seen.clear()
    for _press in range(5):
        reader.go_to_passage(back=True)
    assert seen == ["across", "inner", "same", "outer"]


def test_the_next_goes_on_from_the_caret_once_it_has_left_the_passage(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reader.go_to_passage()
    reader.place_caret(45)
    reader.go_to_passage()
    assert reader.current() == "last"


def test_clicks_on_one_place_go_through_all_passages_there(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reached = []
    for _click in range(5):
        click(reader, 9)
        reached.append(reader.current())
    assert reached == ["across", "inner", "same", "outer", "across"]
    assert reader.passages_under_caret() == ("outer", "same", "inner", "across")


def test_passages_under_the_caret_are_told_when_they_change(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    told: list[object] = []
    reader.passagesUnder.connect(told.append)
    reader.place_caret(9)
    reader.place_caret(9)
    reader.place_caret(45)
    reader.place_caret(len(SENTENCE))
    assert told == [("outer", "same", "inner", "across"), (), ("last",)]


def test_tab_goes_through_the_passages_and_then_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader()
    reader.show_text(StructuredText(SENTENCE, ()), OVERLAPPING)
    box = QVBoxLayout(window)
    other = QLineEdit()
    box.addWidget(reader)
    box.addWidget(other)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    reader.setFocus()
    qtbot.waitUntil(reader.hasFocus)
    reader.place_caret(6)
    reached = []
    while reader.hasFocus():
        QTest.keyClick(reader, KEY.Key_Tab)
        reached.append(reader.current())
    assert reached == ["inner", "same", "outer", "outer"]


def test_shift_and_tab_go_through_the_passages_backwards_and_then_out(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    reader = Reader()
    reader.show_text(StructuredText(SENTENCE, ()), OVERLAPPING)
    box = QVBoxLayout(window)
    other = QLineEdit()
    box.addWidget(other)
    box.addWidget(reader)
    window.resize(900, 600)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    reader.setFocus()
    qtbot.waitUntil(reader.hasFocus)
    reader.place_caret(6)
    reached = []
    for _press in range(6):
        if reader.hasFocus():
            QTest.keyClick(reader, KEY.Key_Backtab, SHIFT)
            reached.append(reader.current())
    assert reached == ["outer", "same", "inner", "inner"]
    assert other.hasFocus()


def test_enter_activates_the_current_passage_unless_words_are_selected(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reader.set_current("inner")
    with qtbot.waitSignal(reader.passageActivated) as caught:
        QTest.keyClick(reader, KEY.Key_Return)
    assert caught.args == ["inner"]
    reader.select(Span(0, 4))
    with qtbot.assertNotEmitted(reader.passageActivated):
        QTest.keyClick(reader, KEY.Key_Return)


def test_passages_of_one_kind_are_gone_through_among_others(show: Show) -> None:
    quotes = [MarkedPassage(f"q{at}", Span(at, at + 5), (PassageKind.NOTE, PassageKind.ORGANISATION)) for at in (2, 30)]
    reader = show(SENTENCE, (*OVERLAPPING, *quotes))
    ways = (False, False, False, True, True)
    reached = [reader.go_to_passage(back=back, kind=PassageKind.ORGANISATION) and reader.current() for back in ways]
    assert reached == ["q2", "q30", False, "q2", False]
    assert reader.current() == "q2"


def test_a_passage_at_the_very_end_is_reached_and_shown(show: Show) -> None:
    reader = show(LONG, (passage("end", len(LONG) - 1, len(LONG)),))
    reader.go_to_passage()
    assert reader.current() == "end"
    rect = reader.caret_rect(len(LONG))
    assert rect is not None
    assert reader.viewport().rect().contains(rect)


def test_adding_changing_and_removing_passages(qtbot: QtBot, show: Show) -> None:
    reader = show(SENTENCE)
    reader.change_passage(passage("a", 0, 5))
    assert reader.passages_under_caret() == ("a",)
    reader.change_passage(passage("a", 6, 9))
    assert reader.passages_under_caret() == ()
    reader.set_current("a")
    with qtbot.waitSignal(reader.passageCurrentChanged) as caught:
        reader.remove_passage("a")
    assert caught.args == [None]
    reader.set_passages(OVERLAPPING)
    reader.set_current("inner")
    reader.set_passages(OVERLAPPING[2:])
    assert reader.current() == "inner"
    reader.set_passages(())
    assert reader.current() is None


def test_a_change_paints_the_passage_where_it_now_is(show: Show) -> None:
    reader = show(SENTENCE)
    plain = reader.viewport().grab().toImage()
    reader.change_passage(passage("a", 0, 5))
    marked = reader.viewport().grab().toImage()
    assert marked != plain
    reader.remove_passage("a")
    assert reader.viewport().grab().toImage() == plain


def test_what_is_found_is_marked_and_the_marks_go_away(show: Show) -> None:
    reader = show(SENTENCE)
    plain = reader.viewport().grab().toImage()
    reader.set_matches([Span(14, 19)])
    assert reader.viewport().grab().toImage() != plain
    reader.set_matches([])
    assert reader.viewport().grab().toImage() == plain


def test_screen_readers_are_told_the_paragraph_and_the_passage(show: Show) -> None:
    reader = show(paragraphs("one two", "three four"), (passage("Maria", 8, 13),))
    assert reader.accessibleName()
    assert reader.accessibleDescription() == "one two"
    reader.set_current("Maria")
    assert "three four" in reader.accessibleDescription()
    assert "Passage: three" in reader.accessibleDescription()
    reader.label_of = lambda passage: f"about {passage.id}"
    reader.retranslate()
    assert "Passage: about Maria" in reader.accessibleDescription()
    reader.select(Span(0, 3))
    assert "Selected: one" in reader.accessibleDescription()


def test_nothing_is_left_of_the_look_that_was_before(show: Show) -> None:
    reader = show(SENTENCE, OVERLAPPING)
    reader.viewport().grab()
    reader.set_look(look_from(DARK))
    image = reader.viewport().grab().toImage()
    assert image.pixelColor(5, 300).name().upper() == look_from(DARK).paper.upper()
