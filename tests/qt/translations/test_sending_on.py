from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.qt.translations.shelf import line_id
from workbench.services.desk import send_back
from workbench.services.quotes import write_translation
from workbench.store.queries.quotes import Need, QueueRow

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT, SENT = TranslationState.INITIAL, TranslationState.TRANSLATED


def drafts(bench: Bench, qtbot: QtBot) -> tuple[QueueRow, QueueRow]:
    """Select two drafts in the queue: one as it should be, and one with two spaces in a row."""
    found = [row for row in bench.rows() if row.need is Need.DRAFT]
    whole = next(row for row in bench.rows() if row.need is Need.FINAL and row.translation is not None)
    assert whole.translation is not None
    first = found[0]
    spoiled = TranslationInput(language=first.language, text="Tai  buvo")
    bench.session.perform(write_translation(first.quote.id, spoiled))
    bench.session.perform(send_back(whole.translation.id))
    qtbot.waitUntil(lambda: bench.state(whole) is DRAFT)
    bench.view.queue.list.setFocus()
    bench.go_to(whole)
    model = bench.view.queue.list.lines
    chosen = bench.view.queue.list.selectionModel()
    for row in (first, whole):
        place = model.place_of(line_id(row.quote.id, row.language))
        assert place is not None
        chosen.select(model.index(place), chosen.SelectionFlag.Select)
    return first, whole


def test_several_drafts_go_together_and_the_spoiled_ones_when_one_says_so(bench: Bench, qtbot: QtBot) -> None:
    spoiled, whole = drafts(bench, qtbot)
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    note = bench.editor.note
    qtbot.waitUntil(lambda: note.asks)
    assert "in 1 translation." in note.text()
    bench.answer(Qt.Key.Key_O)  # the other one alone
    qtbot.waitUntil(lambda: bench.state(whole) is SENT)
    assert bench.state(spoiled) is DRAFT
    qtbot.waitUntil(lambda: note.text() == "1 translation was sent to review.")
    drafted = bench.view.queue.list.selected_ids()
    assert len(drafted) == 2
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    bench.answer(Qt.Key.Key_S)
    qtbot.waitUntil(lambda: bench.state(spoiled) is SENT)
    bench.view.queue.list.setFocus()
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    qtbot.waitUntil(lambda: note.text() == "None of the selected lines is a draft.")


def test_a_look_goes_to_the_first_of_them(bench: Bench, qtbot: QtBot) -> None:
    spoiled, _whole = drafts(bench, qtbot)
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    bench.answer(Qt.Key.Key_L)
    assert bench.view.queue.list.current_id() == line_id(spoiled.quote.id, spoiled.language)
    assert bench.view.help.front is bench.view.help.parts["desk.findings"]
    assert bench.state(spoiled) is DRAFT
