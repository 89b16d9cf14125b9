from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import TranslationState
from workbench.languages.checks import Key
from workbench.qt.frame.underlines import Underlines
from workbench.qt.translations.findings import LAYER, Findings
from workbench.services.findings import unresolved
from workbench.store.queries.quotes import Need
from workbench.store.queries.waivers import waivers_of

from .conftest import Bench

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def findings(bench: Bench) -> Findings:
    return next(feature for feature in bench.view.features if isinstance(feature, Findings))


def keys(bench: Bench) -> set[Key]:
    return {box.judged.finding.key for box in findings(bench).part.boxes if box.judged.waiver is None}


def write(bench: Bench, qtbot: QtBot, text: str) -> None:
    bench.go_to(bench.find(Need.MISSING))
    bench.key(Qt.Key.Key_Return)
    bench.type(text)


def test_what_is_typed_is_checked_and_mended_by_a_key(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai  buvo")
    qtbot.waitUntil(lambda: Key.SPACES in keys(bench))
    assert Underlines.of(bench.editor.field).shown(LAYER)
    while Key.SPACES in keys(bench) and "  " in bench.editor.field.toPlainText():
        bench.key(Qt.Key.Key_F, CTRL, ALT)
        qtbot.waitUntil(lambda: findings(bench).checked.text == bench.editor.field.toPlainText())
    assert "Tai buvo" in bench.editor.field.toPlainText()
    assert Key.SPACES not in keys(bench)


def test_a_finding_is_let_stand_with_a_reason_and_shown_again(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai  buvo")
    qtbot.waitUntil(lambda: Key.SPACES in keys(bench))
    qtbot.waitUntil(lambda: any("waive" in box.buttons for box in findings(bench).part.boxes))
    bench.key(Qt.Key.Key_7, CTRL)
    box = next(box for box in findings(bench).part.boxes if box.judged.finding.key is Key.SPACES)
    box.buttons["waive"].setFocus()
    bench.key(Qt.Key.Key_Return)
    assert box.reason is not None
    assert QApplication.focusWidget() is box.reason.field
    bench.key(Qt.Key.Key_Return)
    assert "empty" in box.reason.error
    bench.type("so she wrote it")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: Key.SPACES not in keys(bench))
    with bench.session.read() as connection:
        assert [each.reason for each in waivers_of(connection)] == ["so she wrote it"]
    box = next(box for box in findings(bench).part.boxes if box.judged.waiver is not None)
    box.buttons["again"].click()
    qtbot.waitUntil(lambda: Key.SPACES in keys(bench))


def test_a_reason_that_is_being_typed_outlives_what_is_found_meanwhile(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai  buvo")
    qtbot.waitUntil(lambda: any("waive" in box.buttons for box in findings(bench).part.boxes))
    box = next(box for box in findings(bench).part.boxes if box.judged.finding.key is Key.SPACES)
    box.buttons["waive"].click()
    bench.type("it is")
    bench.editor.field.textCursor().insertText(" ir ir")
    qtbot.waitUntil(lambda: Key.DOUBLED in keys(bench))
    assert box in findings(bench).part.boxes
    bench.type(" so")
    assert box.reason is not None
    assert isinstance(box.reason.field, QLineEdit)
    assert box.reason.field.hasFocus()
    assert box.reason.field.text() == "it is so"


def test_the_focus_stays_among_the_findings_when_one_is_gone(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai  buvo ir  ir karta")
    qtbot.waitUntil(lambda: any("waive" in box.buttons for box in findings(bench).part.boxes))
    bench.key(Qt.Key.Key_7, CTRL)
    box = findings(bench).part.boxes[0]
    box.buttons["waive"].click()
    bench.type("so she wrote it")
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box not in findings(bench).part.boxes)
    assert QApplication.focusWidget() in findings(bench).part.boxes[0].buttons.values()


def test_many_findings_have_a_box_each_up_to_a_bound(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai")
    bench.editor.field.textCursor().insertText("  buvo" * 60)
    part = findings(bench).part
    qtbot.waitUntil(lambda: len(findings(bench).checked.found) >= 60)
    shown = len(part.boxes)
    assert 0 < shown < 60
    assert str(len(findings(bench).checked.found) - shown) in part.rest.text()
    assert part.rest.isVisibleTo(part)


def test_a_translation_with_open_findings_goes_on_when_the_person_says_so(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    write(bench, qtbot, "Tai  buvo")
    bench.key(Qt.Key.Key_Return, CTRL)
    note = bench.editor.note
    qtbot.waitUntil(lambda: note.asks)
    count = len(unresolved(findings(bench).checked.found))
    assert str(count) in note.text()
    bench.key(Qt.Key.Key_Escape)
    assert bench.focus() is bench.editor.field
    assert bench.state(row) in (None, TranslationState.INITIAL)
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.answer(Qt.Key.Key_L)
    assert bench.view.help.front is findings(bench).part
    assert findings(bench).part.isAncestorOf(bench.focus())
    bench.editor.field.setFocus()
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    bench.answer(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bench.state(row) is TranslationState.TRANSLATED)
    assert bench.focus() is bench.editor.field
    qtbot.waitUntil(lambda: f"{count} open findings" in bench.editor._facts.text())  # the reviewer sees it


def test_a_question_goes_when_other_findings_are_open(bench: Bench, qtbot: QtBot) -> None:
    write(bench, qtbot, "Tai  buvo")
    bench.key(Qt.Key.Key_Return, CTRL)
    note = bench.editor.note
    qtbot.waitUntil(lambda: note.asks)
    bench.key(Qt.Key.Key_F, CTRL, ALT)
    qtbot.waitUntil(lambda: not note.asks)


def test_typing_on_after_a_confirm_sends_nothing(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    write(bench, qtbot, "Tai  buvo")
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bench.editor.note.asks)
    bench.type("es esu s")
    bench.key(Qt.Key.Key_Return)
    assert bench.editor.note.asks
    assert bench.state(row) in (None, TranslationState.INITIAL)
    assert bench.editor.field.toPlainText() == "Tai  buvo"


def test_what_is_typed_during_the_check_stays_and_the_confirm_is_dropped(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    write(bench, qtbot, "Tai  buvo")
    bench.type(" dar")  # what was checked is not what stands there
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.type(" sos")
    note = bench.editor.note
    qtbot.waitUntil(lambda: "Typing went on" in note.text())
    assert not note.asks
    assert bench.focus() is bench.editor.field
    assert bench.editor.field.toPlainText() == "Tai  buvo dar sos"
    bench.view.drafts.save()
    qtbot.waitUntil(lambda: bench.state(row) is TranslationState.INITIAL)
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: note.asks)


def test_a_question_about_the_line_before_takes_no_focus(bench: Bench, qtbot: QtBot) -> None:
    first = bench.find(Need.MISSING)
    write(bench, qtbot, "Tai  buvo")
    bench.type(" dar")
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.go_to(bench.find(Need.DRAFT))
    bench.key(Qt.Key.Key_Return)
    field = bench.editor.field
    bench.type("so")
    note = bench.editor.note
    qtbot.waitUntil(lambda: note.asks)
    assert "before this one" in note.text()
    bench.type("s")
    assert bench.focus() is field
    assert "sos" in field.toPlainText()
    assert bench.state(first) in (None, TranslationState.INITIAL)
