from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.domain.inputs import TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.qt.look.style import Look
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.translations.drafts import SaveState
from workbench.qt.translations.matches import Matches
from workbench.qt.translations.shelf import line_id
from workbench.qt.translations.view import TranslationsView
from workbench.services import passages, quotes
from workbench.services.matches import Match
from workbench.store.log import entries
from workbench.store.queries.quotes import Need, queue

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DRAFT, TRANSLATED, REVIEWED, FINAL = TranslationState


def test_the_queue_is_worked_through_by_keyboard_alone(bench: Bench, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    bench.go_to(missing)
    after = bench.view.queue.list.currentIndex().row() + 1
    bench.key(Qt.Key.Key_Return)
    assert bench.focus() is bench.editor.field
    bench.type("kai kurie opozicijoje")
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.send_all_the_same()
    qtbot.waitUntil(lambda: bench.view.queue.list.currentIndex().row() == after)
    written = bench.translation(missing.quote.id, missing.language)
    assert written is not None
    assert (written.text, written.state) == ("kai kurie opozicijoje", TRANSLATED)
    assert bench.is_mine(written)
    assert bench.focus() is bench.editor.field
    assert bench.view.desk.quote is not None
    assert bench.view.queue.list.current_id() == line_id(bench.view.desk.quote.id, bench.editor.language)


def test_what_is_typed_is_saved_by_itself_and_says_so(bench: Bench, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    bench.go_to(missing)
    bench.key(Qt.Key.Key_Return)
    bench.type("kai ")
    bench.type("kurie")
    assert bench.editor.draft is not None
    assert bench.editor.draft.state is SaveState.WAITING
    assert bench.editor._saved.text() == "not saved yet"
    assert bench.state(missing) is None
    qtbot.waitUntil(lambda: bench.state(missing) is DRAFT)
    qtbot.waitUntil(lambda: bench.editor._saved.text() == "saved")
    with bench.session.read() as connection:
        mine = [found.operation for found in entries(connection) if found.operation.action == "write_translation"]
    assert len(mine) == 1  # not one a key


def test_leaving_the_field_saves_at_once(bench: Bench, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    bench.go_to(missing)
    bench.key(Qt.Key.Key_Return)
    bench.type("kai")
    bench.key(Qt.Key.Key_Escape)
    assert bench.focus() is bench.view.queue.list
    assert bench.editor.draft is not None
    assert bench.editor.draft.state is SaveState.SAVING
    qtbot.waitUntil(lambda: bench.state(missing) is DRAFT)


def test_a_filter_does_not_take_the_line_at_hand_away(bench: Bench, qtbot: QtBot) -> None:
    bench.view.queue.needs[Need.MISSING].click()
    assert bench.view.queue.list.lines.rowCount() == 2  # the current line stays
    missing = bench.find(Need.MISSING)
    bench.go_to(missing)
    bench.key(Qt.Key.Key_Return)
    bench.type("kai")
    qtbot.waitUntil(lambda: bench.state(missing) is DRAFT)
    qtbot.waitUntil(lambda: bench.view.queue.needs[Need.MISSING].text().endswith("0"))
    assert bench.view.queue.list.current_id() == line_id(missing.quote.id, missing.language)


def test_who_comes_from_the_filters_to_the_list_comes_to_what_they_let_through(bench: Bench) -> None:
    queue, missing = bench.view.queue, bench.find(Need.MISSING)
    here = queue.list.current_id()
    queue.needs[Need.MISSING].setFocus()
    bench.key(Qt.Key.Key_Space)
    assert queue.list.current_id() == here
    queue.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert queue.list.current_id() == line_id(missing.quote.id, missing.language)
    assert queue.list.lines.rowCount() == 1
    assert bench.view.desk.language == missing.language


def test_send_to_review_stays_on_the_line(bench: Bench, qtbot: QtBot) -> None:
    draft = bench.find(Need.DRAFT, mine=True)
    bench.go_to(draft)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    qtbot.waitUntil(lambda: bench.state(draft) is TRANSLATED)
    assert bench.editor.language == draft.language
    assert bench.view.desk.quote is not None
    assert bench.view.desk.quote.id == draft.quote.id


def test_my_own_words_are_not_mine_to_review(bench: Bench, qtbot: QtBot) -> None:
    waiting = bench.find(Need.REVIEW, mine=True)
    bench.go_to(waiting)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return, CTRL)
    note = bench.editor.note
    qtbot.waitUntil(note.isVisible)
    assert "somebody other than its translator" in note.text()
    assert bench.state(waiting) is TRANSLATED
    bench.view.desk.profile_asked.emit()
    menu = bench.view.findChild(QMenu)
    assert menu is not None
    other = next(action for action in menu.actions() if action.text().startswith("MB"))
    assert isinstance(other, QAction)
    other.trigger()
    menu.close()
    assert not note.isVisible()
    bench.view.desk.write()
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bench.state(waiting) is REVIEWED)


def test_reviewed_becomes_final_and_closes_its_field(bench: Bench, qtbot: QtBot) -> None:
    reviewed = bench.find(Need.REVIEWED)
    bench.go_to(reviewed)
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return, CTRL)
    here = line_id(reviewed.quote.id, reviewed.language)
    qtbot.waitUntil(lambda: bench.view.queue.list.current_id() != here)
    assert bench.state(reviewed) is FINAL
    bench.go_to(reviewed)
    assert bench.editor.field.isReadOnly()
    assert bench.view.run_action("desk.back")
    qtbot.waitUntil(lambda: bench.state(reviewed) is DRAFT)
    qtbot.waitUntil(lambda: not bench.editor.field.isReadOnly())


def test_nothing_written_is_refused_beside_the_field(bench: Bench, qtbot: QtBot) -> None:
    bench.go_to(bench.find(Need.MISSING))
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(bench.editor.note.isVisible)
    assert bench.editor.note.text() == "An empty translation cannot go on. Write the translation first."


def test_a_stale_translation_shows_the_former_words(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL)
    bench.go_to(row)
    former = row.quote.exact
    span = Span(row.quote.start, row.quote.end - 1)
    bench.session.perform(passages.move_passage(row.quote.passage_id, span, text_version_id=row.quote.text_version_id))
    qtbot.waitUntil(bench.editor.stale.isVisible)
    assert bench.editor.difference.toPlainText() == f"The quote then: {former}\nThe quote now: {former[:-1]}"
    qtbot.waitUntil(lambda: bench.view.queue.needs[Need.STALE].text().endswith("3"))
    bench.editor.asked.emit("still_right")
    qtbot.waitUntil(lambda: not bench.editor.stale.isVisible())
    assert bench.state(row) is TRANSLATED


def test_somebody_elses_words_meanwhile_are_shown_beside_mine(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.DRAFT, mine=True)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.type(" mine")
    given = TranslationInput(language=row.language, text="theirs")
    author, bench.session.author_id = bench.session.author_id, bench.other_profile()
    bench.session.perform(quotes.write_translation(row.quote.id, given))
    bench.session.author_id = author
    draft = bench.editor.draft
    assert draft is not None
    draft.save()
    qtbot.waitUntil(lambda: draft.state is SaveState.CONFLICT)
    assert bench.editor.field.toPlainText().endswith(" mine")
    assert "theirs" in bench.editor.note.text()
    draft.keep_mine()
    qtbot.waitUntil(lambda: draft.state is SaveState.SAVED)
    found = bench.translation(row.quote.id, row.language)
    assert found is not None
    assert found.text.endswith(" mine")


def test_words_in_conflict_wait_while_one_is_elsewhere(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.DRAFT, mine=True)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.type(" mine")
    bench.session.perform(
        quotes.write_translation(row.quote.id, TranslationInput(language=row.language, text="theirs"))
    )
    draft = bench.editor.draft
    assert draft is not None
    bench.go_to(bench.find(Need.MISSING))
    qtbot.waitUntil(lambda: draft.state is SaveState.CONFLICT)
    assert bench.view.drafts.unsaved
    bench.go_to(row)
    assert bench.editor.field.toPlainText().endswith(" mine")
    assert bench.editor.note.isVisible()
    draft.take_theirs()
    assert bench.editor.field.toPlainText() == "theirs"


def test_earlier_wordings_come_back(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.REVIEW, mine=False)
    former = row.translation.text if row.translation else ""
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    bench.type(" X")
    qtbot.waitUntil(lambda: bench.state(row) is DRAFT)
    bench.editor.history.click()
    qtbot.waitUntil(bench.editor.earlier.isVisible)
    bench.editor.earlier.taken.emit(former)
    assert bench.editor.field.toPlainText() == former
    assert bench.editor.history.text() == "1 earlier wording"


def test_matches_are_inserted_by_number_and_complete_a_word(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING, "lt")
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    part = next(feature for feature in bench.view.features if isinstance(feature, Matches)).part
    part.show_matches([Match("Vartai atviri", "The gates are open", 90)])
    bench.key(Qt.Key.Key_1, CTRL)
    assert bench.editor.field.toPlainText() == "Vartai atviri"
    bench.type(" ir va")
    bench.key(Qt.Key.Key_Space, CTRL)
    assert bench.editor.field.toPlainText() == "Vartai atviri ir Vartai"
    bench.key(Qt.Key.Key_5, CTRL)  # there is no fifth
    assert bench.editor.field.toPlainText() == "Vartai atviri ir Vartai"


def test_one_key_leads_to_the_place_in_the_source(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.MISSING)
    bench.go_to(row)
    with qtbot.waitSignal(bench.session.moved) as moved:
        bench.key(Qt.Key.Key_G, CTRL)
    assert moved.args == [Place(ViewName.SOURCES, source_id=row.quote.source_id, passage_id=row.quote.passage_id)]


@pytest.mark.parametrize("language", ["lt", None])
def test_a_place_is_shown_whatever_the_filters_say(bench: Bench, language: str | None) -> None:
    row = bench.find(Need.MISSING)
    bench.view.queue.needs[Need.FINAL].click()
    bench.view.show_place(Place(ViewName.TRANSLATIONS, quote_id=row.quote.id, language=language))
    assert bench.view.place() == Place(ViewName.TRANSLATIONS, quote_id=row.quote.id, language=row.language)
    assert bench.focus() is bench.editor.field


def test_the_search_narrows_the_queue(bench: Bench, qtbot: QtBot) -> None:
    bench.key(Qt.Key.Key_F, CTRL)
    assert bench.focus() is bench.view.queue.search.edit
    bench.type("optimism")
    bench.key(Qt.Key.Key_Return)
    # the line at hand stays beside the three that fit
    assert bench.view.queue.list.lines.rowCount() == 4
    bench.key(Qt.Key.Key_Down)
    assert bench.focus() is bench.view.queue.list


def test_writing_follows_the_line(bench: Bench) -> None:
    bench.go_to(bench.find(Need.MISSING))
    bench.key(Qt.Key.Key_Return)
    assert bench.view.queue.list.step(-1)
    assert bench.focus() is bench.editor.field
    other = next(e for e in bench.view.desk.editors.values() if e.isVisible() and e is not bench.editor)
    other.field.setFocus()
    assert bench.editor is other
    assert bench.view.queue.list.current_id().endswith(f" {other.language}")


def test_the_text_is_shown_around_the_quote(bench: Bench) -> None:
    row = next(row for row in bench.rows() if "Lukashenko" in row.quote.exact)
    bench.go_to(row)
    shown = bench.view.desk.context._paragraph.toPlainText()
    assert row.quote.exact in shown
    assert "In Vilnius, the capital of Lithuania" in shown


def test_a_removed_quote_leaves_the_desk(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.FINAL)
    bench.go_to(row)
    bench.session.perform(quotes.remove_quote(row.quote.id))
    qtbot.waitUntil(lambda: bench.view.queue.list.lines.rowCount() == 21)
    assert bench.view.desk.quote is not None
    assert bench.view.desk.quote.id != row.quote.id  # the next line has come in its place
    assert QApplication.focusWidget() is not None


def test_an_undo_shows_in_the_field(bench: Bench, qtbot: QtBot) -> None:
    missing = bench.find(Need.MISSING)
    bench.go_to(missing)
    bench.key(Qt.Key.Key_Return)
    bench.type("kai")
    bench.key(Qt.Key.Key_Return, CTRL, SHIFT)
    bench.send_all_the_same()
    qtbot.waitUntil(lambda: bench.state(missing) is TRANSLATED)
    bench.session.undo()
    qtbot.waitUntil(lambda: bench.state(missing) is DRAFT)  # its words were saved while it was asked
    bench.session.undo()
    qtbot.waitUntil(lambda: bench.editor.field.toPlainText() == "")


def test_a_place_is_shown_on_the_very_first_visit(sample_session: Session, look: Look, qtbot: QtBot) -> None:
    with sample_session.read() as connection:
        row = next(row for row in queue(connection, "en") if row.need is Need.MISSING)
    view = TranslationsView(sample_session)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
    view.enter()
    place = Place(ViewName.TRANSLATIONS, quote_id=row.quote.id, language=row.language)
    view.show_place(place)
    qtbot.waitUntil(lambda: view.place() == place)
    assert view.desk.editor is not None
    assert QApplication.focusWidget() is view.desk.editor.field


def test_the_panels_never_stand_over_each_other(bench: Bench, look: Look, qtbot: QtBot) -> None:
    def beside() -> bool:
        parts = [part for part in (view.queue_panel, view.work, view.help_panel) if not part.isHidden()]
        ends = [part.geometry().right() for part in parts]
        starts = [part.x() for part in parts[1:]]
        return all(end < start for end, start in zip(ends, (*starts, view.width()), strict=True))

    view = bench.view
    bench.window.resize(864, 720)
    bench.key(Qt.Key.Key_Return)
    look.set(scale=200)
    qtbot.waitUntil(lambda: view.help_panel.isHidden() and beside())
    view.run_action("desk.comments")
    qtbot.waitUntil(lambda: view.help_panel.isVisible() and view.queue_panel.folded and beside())
    assert not view.queue_panel.kept_folded
    view.run_action("view.list")
    qtbot.waitUntil(lambda: view.help_panel.isHidden() and not view.queue_panel.folded and beside())
    view.run_action("desk.comments")
    look.set(scale=100)
    qtbot.waitUntil(lambda: not view.queue_panel.folded and beside())


def test_a_paste_that_is_too_long_is_refused_at_the_place(bench: Bench) -> None:
    bench.go_to(bench.find(Need.MISSING))
    bench.key(Qt.Key.Key_Return)
    QApplication.clipboard().setText("a" * 100_001)
    bench.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "100,000" in bench.editor.note.text()
    assert not bench.view.drafts.unsaved
