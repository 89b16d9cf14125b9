"""What Ctrl+Z in a translation does to what was saved of it: real keys, with the window's Undo behind the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ProfileInput, TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.qt.actions import Actions
from workbench.qt.translations.drafts import Draft, SaveState
from workbench.qt.window.undoing import Undoing
from workbench.services import profiles, quotes
from workbench.store.log import row_history
from workbench.store.queries.quotes import Need, QueueRow, TranslationRow

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT, TRANSLATED, REVIEWED, FINAL = TranslationState


@pytest.fixture
def undoing(bench: Bench) -> Undoing:
    """The window's Undo, with its keys, as the main window has it."""
    actions = Actions(bench.window, bench.session.settings)
    undoing = Undoing(actions)
    undoing.set_session(bench.session)
    return undoing


def write_at(bench: Bench, row: QueueRow) -> Draft:
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_End, CTRL)
    assert bench.editor.draft is not None
    return bench.editor.draft


def autosave(bench: Bench, draft: Draft) -> None:
    """Do what the pause after the last key does."""
    draft.save()
    bench.qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)


def stands(row: TranslationRow | None) -> tuple[object, ...]:
    """What there is of a translation, all but how often it was written."""
    assert row is not None
    return row.text, row.state, row.sub_state, row.translator_id, row.reviewer_id, row.origin


@pytest.mark.parametrize("need", [Need.REVIEW, Need.REVIEWED])
def test_one_undo_brings_words_and_state_back(bench: Bench, undoing: Undoing, qtbot: QtBot, need: Need) -> None:
    row = bench.find(need)
    before = stands(row.translation)
    draft, was_next = write_at(bench, row), undoing.undo_text()
    for _time in range(2):  # a second slip after it is none the worse for it
        bench.type("x")
        autosave(bench, draft)
        assert bench.state(row) is DRAFT
        bench.key(Qt.Key.Key_Z, CTRL)
        qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)
        assert stands(bench.translation(row.quote.id, row.language)) == before
        assert bench.editor.field.toPlainText() == before[0]
        assert undoing.undo_text() == was_next
    assert bench.editor._row is not None
    assert bench.editor._row.state is before[1]


def test_several_saves_are_taken_back_together(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.REVIEW)
    before = stands(row.translation)
    draft = write_at(bench, row)
    for letter in "xyz":
        bench.type(letter)
        autosave(bench, draft)
    bench.key(Qt.Key.Key_Z, CTRL)  # the field takes them for one
    qtbot.waitUntil(lambda: stands(bench.translation(row.quote.id, row.language)) == before)
    qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)
    bench.key(Qt.Key.Key_Z, CTRL, SHIFT)
    autosave(bench, draft)
    assert bench.editor.field.toPlainText() == f"{before[0]}xyz"
    assert bench.state(row) is DRAFT


def test_an_undo_while_the_slip_is_being_saved_takes_it_back(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.REVIEWED)
    before = stands(row.translation)
    draft = write_at(bench, row)
    bench.type("x")
    draft.save()
    bench.key(Qt.Key.Key_Z, CTRL)
    assert draft.state is SaveState.SAVING
    bench.view.desk.before_step = lambda go: go()
    bench.key(Qt.Key.Key_Return, CTRL)  # it is about what is there then
    qtbot.waitUntil(lambda: bench.state(row) is FINAL)
    assert draft.text == before[0]


def test_a_slip_where_nothing_was_leaves_nothing(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    draft = write_at(bench, row)
    bench.type("x")
    autosave(bench, draft)
    bench.key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)
    assert bench.translation(row.quote.id, row.language) is None
    bench.type("pirma")
    autosave(bench, draft)
    # Whoever empties the field begins anew, and may want the former words.
    bench.key(Qt.Key.Key_A, CTRL)
    bench.key(Qt.Key.Key_Delete)
    autosave(bench, draft)
    bench.type("antra")
    autosave(bench, draft)
    found = bench.translation(row.quote.id, row.language)
    assert found is not None
    with bench.session.read() as connection:
        assert [(entry.change.after or {})["text"] for entry in row_history(connection, "translation", found.id)] == [
            "antra",
            "",
            "pirma",
        ]


def test_what_hangs_on_the_slip_stays_and_the_old_words_are_new_ones(
    bench: Bench, undoing: Undoing, qtbot: QtBot
) -> None:
    row = bench.find(Need.REVIEW)
    draft = write_at(bench, row)
    bench.type("x")
    autosave(bench, draft)
    assert row.translation is not None
    changed = bench.translation(row.quote.id, row.language)
    assert changed is not None
    with qtbot.waitSignal(bench.session.changed):
        bench.session.perform(quotes.move_translation(changed.id, TRANSLATED))
    bench.key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)
    found = bench.translation(row.quote.id, row.language)
    assert found is not None
    assert (found.text, found.state) == (row.translation.text, DRAFT)


def test_undo_after_sending_on_takes_the_sending_back(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    draft = write_at(bench, row)
    bench.type("keletas")
    autosave(bench, draft)
    bench.view.desk.before_step = lambda go: go()
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    qtbot.waitUntil(lambda: bench.state(row) is TRANSLATED and draft.state is SaveState.SAVED)
    bench.key(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: bench.state(row) is DRAFT)
    assert bench.editor.field.toPlainText() == "keletas"


def test_the_field_takes_back_nothing_of_the_person_before(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.REVIEW)
    draft, me = write_at(bench, row), bench.session.author_id
    bench.type("x")
    autosave(bench, draft)
    other = bench.session.archive.perform(
        profiles.add_profile(ProfileInput(name="Somebody else", initials="SE")), author_id=me
    ).value
    bench.session.switch_profile(other)
    asked: list[str] = []
    undoing.others_asked.connect(asked.append)
    bench.key(Qt.Key.Key_Z, CTRL)
    assert asked == [me]
    assert bench.editor.field.toPlainText().endswith("x")


def test_the_next_quote_does_not_take_back_what_was_typed_in_the_one_before(bench: Bench, undoing: Undoing) -> None:
    one, other = bench.find(Need.MISSING), bench.find(Need.REVIEW)
    empty = TranslationInput(language=other.language, text="")
    with bench.qtbot.waitSignal(bench.session.changed):
        bench.session.perform(quotes.write_translation(other.quote.id, empty))
    write_at(bench, one)
    bench.type("x")
    bench.key(Qt.Key.Key_Z, CTRL)
    bench.go_to(other)
    bench.editor.field.setFocus()
    assert bench.editor.language == other.language
    bench.key(Qt.Key.Key_Z, CTRL, SHIFT)
    assert bench.editor.field.toPlainText() == ""


def test_the_same_words_in_archive_and_field_are_no_conflict(bench: Bench, undoing: Undoing, qtbot: QtBot) -> None:
    row = bench.find(Need.REVIEW)
    draft = write_at(bench, row)
    bench.type("x")
    draft._timer.stop()
    given = TranslationInput(language=row.language, text=bench.editor.field.toPlainText())
    bench.session.archive.perform(quotes.write_translation(row.quote.id, given), author_id=bench.session.author_id)
    draft.save()  # the screen has not heard of it
    qtbot.waitUntil(lambda: draft.state is not SaveState.SAVING)
    assert draft.state is SaveState.SAVED
    assert bench.editor.note.isHidden()
    # Nor where it has: what was in conflict is none once the archive says the same.
    bench.type("y")
    draft._timer.stop()
    for text in ("theirs", f"{given.text}y"):
        words = TranslationInput(language=row.language, text=text)
        with qtbot.waitSignal(bench.session.changed):
            bench.session.perform(quotes.write_translation(row.quote.id, words))
        if text == "theirs":
            draft.save()
            qtbot.waitUntil(lambda: draft.state is SaveState.CONFLICT)
            assert not bench.editor.note.isHidden()
            assert draft.stuck
    assert draft.state is SaveState.SAVED
    assert bench.editor.note.isHidden()
    assert not draft.stuck
