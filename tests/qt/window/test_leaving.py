from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from rooms import incoming
from workbench.domain.errors import ArchiveError
from workbench.domain.inputs import TranslationInput
from workbench.i18n import _
from workbench.qt.frame.language import switch_language
from workbench.qt.look.tokens import Theme
from workbench.qt.operations import Context, JobState
from workbench.qt.records.claim_form import ClaimForm
from workbench.qt.records.view import RecordsView
from workbench.qt.session import Place, ViewName
from workbench.qt.sources.view import SourcesView
from workbench.qt.translations.drafts import Draft, SaveState
from workbench.qt.translations.view import TranslationsView
from workbench.qt.versions.feature import Versions
from workbench.qt.versions.newer_bar import Stage
from workbench.qt.window.main_window import MainWindow
from workbench.services.quotes import write_translation
from workbench.services.sources import import_source
from workbench.store.queries.quotes import Need, queue

from .conftest import PASSPHRASE, Hands, open_it

Key = Qt.Key


def test_locking_takes_everything_away(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    window.commands.show_history()
    QGuiApplication.clipboard().setText("Марыя Калеснікава")
    hands.control(Key.Key_L)
    hands.on(window.entrance.unlock)
    assert QGuiApplication.clipboard().text() == ""
    assert window.workspace is None
    assert window.drawer.body is None
    QApplication.sendPostedEvents()
    shown = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "Лукаш" not in shown
    assert "hundred" not in shown
    assert window.actions_.text("edit.undo") == _("Undo")
    labels = [w.text() for w in window.status.findChildren(QLabel)]
    assert not any("final" in text for text in labels)


def test_it_locks_when_nobody_is_there(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    assert window.auto_lock.counting
    window.auto_lock._last -= 61 * 10
    window.auto_lock.look()
    hands.on(window.entrance.unlock)
    assert not window.auto_lock.counting


def test_the_window_closes_its_archive(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    session = window.session
    assert session is not None
    archive = session.archive
    window.close()
    hands.until(lambda: not window.isVisible())
    assert not archive.is_open
    assert not archive_file.with_name(archive_file.name + "-wal").exists()
    assert window.settings.geometry


def test_a_running_import_is_not_cut_off(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    go_on = Event()
    window.operations.run(lambda _context: go_on.wait(10), title="Importing")
    window.close()
    assert window.isVisible()
    assert "Importing" in window.banner.text()
    window.banner._buttons[0].click()  # close when it is done
    assert window.isVisible()
    go_on.set()
    hands.until(lambda: not window.isVisible())


def test_nothing_of_the_archive_is_in_the_settings(
    hands: Hands, window: MainWindow, sample_copy: Path, home: Path
) -> None:
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    window.close()
    hands.until(lambda: not window.isVisible())
    for file in (*home.rglob("*"), window.settings.path):
        if file.is_file():
            data = file.read_bytes()
            assert "Калеснікав".encode() not in data
            assert b"Lukashenko" not in data


def test_an_archive_at_the_door_is_closed_on_the_way_elsewhere(
    hands: Hands, window: MainWindow, sample_copy: Path, archive_file: Path
) -> None:
    open_it(hands, sample_copy)
    hands.on(window.entrance.people)
    archive = window.open_archive
    assert archive is not None
    assert window.auto_lock.counting
    window.leaving.open_other(lambda: window.entrance.open_file(archive_file))
    hands.unlock()
    hands.until(lambda: window.at_work)
    assert not archive.is_open
    assert window.open_archive is not archive


def test_it_locks_at_the_door_too(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    open_it(hands, sample_copy)
    hands.on(window.entrance.people)
    hands.control(Key.Key_L)
    hands.on(window.entrance.unlock)
    assert window.open_archive is None


def test_a_lock_during_a_passphrase_change_closes_the_new_archive(
    hands: Hands, window: MainWindow, archive_file: Path
) -> None:
    open_it(hands, archive_file)
    session = window.session
    assert session is not None
    before = session.archive
    window.entrance.show_change(before)
    page = window.entrance.change
    page.old.field.setText(PASSPHRASE)
    for field in page.new.fields:
        field.setText("a lamp over the frozen ford")
    page.submit()
    window.lock()  # as the clock does
    hands.on(window.entrance.unlock)
    assert not before.is_open
    hands.unlock("a lamp over the frozen ford")
    hands.until(lambda: window.at_work)
    assert window.session is not None
    assert not window.session.read_only


TEXT = "The gate\nOn 3 May she walked out of the gate in Orša.\n"


@pytest.fixture
def gate(window: MainWindow) -> Iterator[Event]:
    """What holds up the writer, once it is sent there with `hold`."""
    made = Event()
    yield made
    made.set()


def hold(window: MainWindow, gate: Event) -> None:
    window.operations.run(lambda _context: gate.wait(10))


def sources(window: MainWindow) -> SourcesView:
    assert window.workspace is not None
    view = window.workspace.view(ViewName.SOURCES)
    assert isinstance(view, SourcesView)
    return view


def settled(hands: Hands) -> None:
    hands.until(lambda: not hands.window.operations.jobs)


def work_with_a_text(hands: Hands, path: Path) -> None:
    open_it(hands, path)
    window = hands.window
    assert window.session is not None
    window.session.perform(import_source(incoming(TEXT)))
    settled(hands)
    hands.until(lambda: sources(window).article.source is not None)
    sources(window).reader.setFocus()


def count(window: MainWindow, table: str) -> int:
    assert window.session is not None
    with window.session.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() or 0)  # noqa: S608 - ours


def ready_to_import(hands: Hands, path: Path) -> None:
    """Come as far as the last Enter of importing a newer capture."""
    work_with_a_text(hands, path)
    view = sources(hands.window)
    bar = next(each for each in view.features if isinstance(each, Versions)).bar
    QGuiApplication.clipboard().setText(TEXT.replace("walked", "went"))
    hands.window.actions_["source.newer"].trigger()
    assert hands.focus is bar.file_button
    hands.press(Key.Key_Tab)
    hands.enter()
    hands.until(lambda: bar.stage is Stage.READY)
    assert hands.focus is bar.import_button


def test_a_lock_lets_an_import_finish_and_takes_the_passphrase_meanwhile(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    ready_to_import(hands, archive_file)
    hold(window, gate)
    hands.enter()
    hands.control(Key.Key_L)
    unlock = window.entrance.unlock
    assert window.stack.currentWidget() is unlock
    assert unlock.passphrase.field.hasFocus()
    assert unlock.waiting.isVisible()
    assert "Importing" in [label.text() for label in unlock.waiting.findChildren(QLabel)]
    assert unlock.waiting.stop_button.isVisible()
    assert not unlock.elsewhere.isEnabled()
    assert "gate" not in " ".join(label.text() for label in window.status.findChildren(QLabel))
    hands.type(PASSPHRASE)
    hands.enter()
    assert unlock.passphrase.passphrase() == PASSPHRASE
    gate.set()
    hands.until(lambda: window.at_work)
    assert count(window, "text_version") == 2
    assert unlock.elsewhere.isEnabled()


def test_what_a_lock_waits_for_can_be_stopped(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    ready_to_import(hands, archive_file)
    hold(window, gate)
    hands.enter()
    hands.control(Key.Key_L)
    stop = window.entrance.unlock.waiting.stop_button
    for _step in range(6):
        if not stop.hasFocus():
            hands.press(Key.Key_Tab)
    hands.enter()
    assert not stop.isEnabled()
    gate.set()
    hands.on(window.entrance.unlock)
    assert window.banner.isHidden()  # the person knows
    window.entrance.unlock.passphrase.field.setFocus()
    hands.unlock()
    hands.until(lambda: window.at_work)
    assert count(window, "text_version") == 1


@pytest.mark.parametrize("way", ["lock", "close", "quit"])
def test_every_file_of_an_import_is_brought_in_first(
    hands: Hands, window: MainWindow, archive_file: Path, tmp_path: Path, gate: Event, way: str
) -> None:
    open_it(hands, archive_file)
    files = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, file in enumerate(files):
        file.write_text(f"Article {n}\n\nThe town was quiet on day {n}, and the bridge was closed.\n")
    hold(window, gate)
    sources(window).importer.import_files(files)
    session = window.session
    assert session is not None
    {"lock": window.lock, "close": window.close_archive, "quit": window.close}[way]()
    if way == "quit":
        assert "Importing" in window.banner.text()
        window.banner._buttons[0].click()
    gate.set()
    hands.until(lambda: not session.archive.is_open and not window.leaving.under_way)
    assert window.isVisible() is (way != "quit")
    if way == "quit":
        return
    open_it(hands, archive_file)
    assert count(window, "source") == 3


def test_what_failed_on_the_way_out_is_said_afterwards(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    open_it(hands, archive_file)

    def fail(_context: Context) -> None:
        gate.wait(10)
        raise ArchiveError("The stick is gone.")

    window.operations.run(fail, on_error=lambda _error: True, title="Importing")
    window.lock()
    gate.set()
    hands.on(window.entrance.unlock)
    assert window.banner.text().startswith("Not done before the archive was closed: Importing")


def test_the_window_stays_to_say_what_was_not_done(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    open_it(hands, archive_file)

    def fail(_context: Context) -> None:
        gate.wait(10)
        raise ArchiveError("The stick is gone.")

    window.operations.run(fail, on_error=lambda _error: True)
    window.close()
    gate.set()
    hands.on(window.entrance.start)
    assert window.isVisible()
    assert "Not everything could be saved" in window.banner.text()
    window.close()
    assert not window.isVisible()


def test_what_is_only_for_the_screen_is_stopped(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)

    def read(context: Context) -> None:
        while True:
            context.progress(0, 0)

    window.operations.run_read(read, title="Comparing the texts")
    window.close()
    hands.until(lambda: not window.isVisible())


def test_the_question_goes_when_the_work_is_done(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    open_it(hands, archive_file)
    window.operations.run(lambda _context: gate.wait(10), title="Importing")
    window.close()
    assert "Importing" in window.banner.text()
    gate.set()
    hands.until(window.banner.isHidden)
    assert window.isVisible()
    assert window.at_work


def test_closing_while_it_locks_closes(hands: Hands, window: MainWindow, archive_file: Path, gate: Event) -> None:
    open_it(hands, archive_file)
    hold(window, gate)
    hands.control(Key.Key_L)
    window.close()
    assert window.isVisible()
    gate.set()
    hands.until(lambda: not window.isVisible())


def test_a_name_that_was_typed_is_there_after_a_lock(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    work_with_a_text(hands, archive_file)

    def begin() -> None:
        view = sources(window)
        hands.until(lambda: view.article.source is not None)
        view.reader.setFocus()
        view.reader.place_caret(TEXT.index("Orša"))
        hands.press(Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        hands.press(Key.Key_P)

    begin()
    hands.type("Somebody new")
    hands.control(Key.Key_L)
    hands.unlock()
    hands.until(lambda: window.at_work)
    begin()
    assert hands.focus.property("text") == "Somebody new"
    hands.press(Key.Key_Escape)  # done with it
    begin()
    assert hands.focus.property("text") == "Orša"
    hands.type("Somebody else")
    window.close_archive()
    hands.on(window.entrance.start)
    open_it(hands, archive_file)
    begin()
    assert hands.focus.property("text") == "Orša"


def half_filled(hands: Hands, window: MainWindow, archive: Path) -> ClaimForm:
    """Open the archive and begin a statement of a record; the date is typed, nothing is saved."""
    open_it(hands, archive)
    hands.enter()
    hands.until(lambda: window.at_work)
    hands.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    view = window.workspace.view(ViewName.RECORDS) if window.workspace is not None else None
    assert isinstance(view, RecordsView)
    hands.until(lambda: view.page.known is not None)
    view.page.facts.add_button.click()
    hands.until(lambda: isinstance(hands.focus, QComboBox))
    form = view.page.facts.form
    assert isinstance(form, ClaimForm)
    assert not form.touched
    form.claim.setCurrentText(_("Date of birth"))
    assert form.values is not None
    form.values.setFocus()
    hands.type("1962")
    return form


def test_asked_for_a_lock_asks_about_a_half_filled_form(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    form = half_filled(hands, window, sample_copy)
    field = hands.focus
    hands.control(Key.Key_L)
    assert window.at_work
    assert _("A form is still open: what was typed in it is not saved yet.") in window.banner.text()
    assert window.banner.isAncestorOf(hands.focus)
    window.banner._buttons[1].click()
    assert hands.focus is field
    assert not window.banner.isVisible()
    hands.control(Key.Key_W)
    assert _("A form is still open: what was typed in it is not saved yet.") in window.banner.text()
    form.closed.emit()
    assert not window.banner.isVisible()
    hands.control(Key.Key_L)
    hands.on(window.entrance.unlock)


def test_the_clock_asks_nobody(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    half_filled(hands, window, sample_copy)
    window.auto_lock._last -= 61 * 10
    window.auto_lock.look()
    hands.on(window.entrance.unlock)


def test_a_lock_tells_that_a_form_was_not_saved(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    half_filled(hands, window, sample_copy)
    window.settings.language = "be"
    switch_language("be")
    window.settings.theme = Theme.DARK
    hands.control(Key.Key_L)
    hands.control(Key.Key_L)  # asked for again: it is meant
    hands.on(window.entrance.unlock)
    said = window.banner.text()
    assert window.banner.isVisible()
    assert _("A form was still open: what was typed in it was not saved.") in said
    assert "1962" not in said
    hands.unlock()
    hands.on(window.entrance.people)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert not window.banner.isVisible()


@pytest.mark.parametrize("way", ["clock", "lock", "close"])
def test_what_is_kept_in_parts_is_stopped_and_that_is_said(
    hands: Hands, window: MainWindow, archive_file: Path, way: str
) -> None:
    open_it(hands, archive_file)

    def work(context: Context) -> None:
        while True:
            context.progress(0, 0)

    window.operations.run_read(work, title="A machine translates", lasting=True, in_parts=True, outside=True)
    {"clock": window.leaving.lock, "lock": window.lock, "close": window.close_archive}[way]()
    hands.on(window.entrance.start if way == "close" else window.entrance.unlock)
    assert window.banner.text().startswith("Not done before the archive was closed: A machine translates")


def test_who_waits_for_what_is_kept_in_parts_has_all_of_it(
    hands: Hands, window: MainWindow, archive_file: Path, gate: Event
) -> None:
    open_it(hands, archive_file)

    def work(context: Context) -> None:
        while not gate.is_set():
            context.check()

    job = window.operations.run_read(work, title="A machine translates", lasting=True, in_parts=True, outside=True)
    window.close()
    assert _("What was saved is kept. What is stopped leaves nothing half done behind.") in window.banner.text()
    window.banner._buttons[0].click()
    assert not job.cancel_asked
    gate.set()
    hands.until(lambda: not window.isVisible())
    assert job.state is JobState.DONE


def in_conflict(hands: Hands, window: MainWindow, archive: Path) -> Draft:
    """Type a translation that something else has written meanwhile."""
    open_it(hands, archive)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert window.workspace is not None
    assert window.session is not None
    session, view = window.session, window.workspace.view(ViewName.TRANSLATIONS)
    assert isinstance(view, TranslationsView)
    with session.read() as connection:
        row = next(row for row in queue(connection, "en") if row.need is Need.DRAFT)
    session.go(Place(ViewName.TRANSLATIONS, quote_id=row.quote.id, language=row.language))
    hands.until(lambda: view.desk.quote is not None and view.desk.quote.id == row.quote.id)
    assert view.desk.editor is not None
    draft = view.desk.editor.draft
    assert draft is not None
    draft.type("Mine, typed here")
    theirs = TranslationInput(language=row.language, text="Theirs")
    session.archive.perform(write_translation(row.quote.id, theirs), author_id=session.author_id)
    draft.save()
    hands.until(lambda: draft.state is SaveState.CONFLICT)
    return draft


def test_asked_for_a_way_out_asks_about_words_in_conflict(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    draft = in_conflict(hands, window, sample_copy)
    words = _("What was typed in a translation is not saved yet: it was changed meanwhile, or does not fit.")
    window.close()
    assert words in window.banner.text()
    assert window.banner.isAncestorOf(hands.focus)
    window.banner._buttons[1].click()
    assert draft.state is SaveState.CONFLICT
    window.lock()
    assert words in window.banner.text()
    draft.keep_mine()
    hands.until(lambda: not window.banner.isVisible() and draft.state is SaveState.SAVED)
    window.close()
    hands.until(lambda: not window.isVisible())


def test_words_in_conflict_are_told_of_after_the_clock_has_locked(
    hands: Hands, window: MainWindow, sample_copy: Path
) -> None:
    in_conflict(hands, window, sample_copy)
    window.leaving.lock()
    hands.on(window.entrance.unlock)
    words = _("What was typed in a translation was not saved: it was changed meanwhile, or does not fit.")
    assert words in window.banner.text()
    assert "Mine" not in window.banner.text()


def test_closing_the_window_asks_about_a_half_filled_form(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    half_filled(hands, window, sample_copy)
    window.close()
    assert _("A form is still open: what was typed in it is not saved yet.") in window.banner.text()
    window.banner._buttons[0].click()
    hands.until(lambda: not window.isVisible())
