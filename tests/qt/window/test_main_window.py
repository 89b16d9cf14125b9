from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from workbench.domain.errors import WorkbenchError
from workbench.domain.inputs import NameInput, ProfileInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.i18n import _, active
from workbench.qt.session import ViewName
from workbench.qt.window.main_window import MainWindow
from workbench.services.archives import open_archive
from workbench.services.profiles import add_profile
from workbench.services.records import create_record
from workbench.store import log
from workbench.vault.keys import Parameters

from .conftest import PASSPHRASE, Hands

Key = Qt.Key


def open_it(hands: Hands, path: Path, passphrase: str = PASSPHRASE) -> None:
    hands.window.entrance.open_file(path)
    hands.unlock(passphrase)
    hands.until(lambda: hands.window.at_work or hands.window.stack.currentWidget() is hands.window.entrance.people)


def add_person(hands: Hands, name: str) -> None:
    """Write a record the way a view does."""
    session = hands.window.session
    assert session is not None
    given = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value=name, tag="en"),))
    done: list[object] = []
    session.perform(create_record(given), on_done=done.append)
    hands.until(lambda: done)


def record_count(window: MainWindow) -> int:
    assert window.session is not None
    with window.session.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM record").scalar() or 0)


def test_first_start_to_lock_and_back_by_keyboard(hands: Hands, window: MainWindow, tmp_path: Path) -> None:
    entrance = window.entrance
    hands.on(entrance.start)
    hands.enter()  # "Create an archive" has the focus
    hands.on(entrance.create)
    path = tmp_path / "mine.archive"
    entrance.create.file.edit.setFocus()
    hands.control(Key.Key_A)
    hands.type(str(path))
    hands.enter()
    hands.type(PASSPHRASE)
    hands.enter()
    hands.type(PASSPHRASE)
    hands.enter()
    hands.type("Alena Kavalenka")
    assert entrance.create.person.initials.text() == "AK"
    hands.enter()
    hands.enter()
    hands.on(entrance.sheet)
    words = [label.text() for label in entrance.sheet.grid.findChildren(QLabel)][1::2]
    assert len(words) == 24
    hands.press(Key.Key_Escape)  # the words cannot be left by accident
    assert window.stack.currentWidget() is entrance.sheet
    assert not entrance.sheet.go_on.isEnabled()
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert path.exists()
    assert window.windowTitle() == "Skaryna Workbench"
    assert "mine" not in window.windowTitle()
    for word in words:
        assert not [label for label in entrance.sheet.findChildren(QLabel) if label.text() == word]

    hands.control(Key.Key_L)
    hands.on(entrance.unlock)
    assert window.session is None
    assert not path.with_name(path.name + "-wal").exists()
    hands.unlock("not the right one")
    hands.until(lambda: entrance.unlock.passphrase.row.error)
    assert "1 wrong try" in entrance.unlock.passphrase.row.error
    hands.control(Key.Key_A)
    hands.unlock()
    hands.until(lambda: window.at_work)
    assert window.notice.isHidden()


def test_the_pause_grows_with_wrong_tries(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    window.entrance.open_file(archive_file)
    unlock = window.entrance.unlock
    hands.unlock("wrong one")
    hands.until(lambda: "1 wrong try" in unlock.passphrase.row.error)
    assert unlock.open.isEnabled()
    hands.control(Key.Key_A)
    hands.unlock("wrong again")
    hands.until(lambda: "2 wrong tries" in unlock.passphrase.row.error)
    assert not unlock.open.isEnabled()
    assert "second" in unlock.open.text()
    hands.control(Key.Key_A)
    hands.type(PASSPHRASE)
    hands.enter()  # too early: nothing happens
    assert not window.operations.jobs
    hands.until(unlock.open.isEnabled)
    hands.enter()
    hands.until(lambda: window.at_work)


def test_views_places_back_and_forward(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    open_it(hands, sample_copy)
    hands.on(window.entrance.people)  # the sample has two people
    hands.enter()
    hands.until(lambda: window.at_work)
    workspace = window.workspace
    assert workspace is not None
    for number, name in enumerate(ViewName, 1):
        hands.press(Key(Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        assert workspace.current_name is name
        assert window.rail.current == name.value
    hands.control(Key.Key_BracketLeft)
    assert workspace.current_name is ViewName.BUNDLES
    hands.control(Key.Key_BracketLeft)
    assert workspace.current_name is ViewName.TRANSLATIONS
    hands.control(Key.Key_BracketRight)
    assert workspace.current_name is ViewName.BUNDLES
    hands.control(Key.Key_L)
    hands.unlock()
    hands.on(window.entrance.people)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert window.workspace is not None
    assert window.workspace.current_name is ViewName.BUNDLES
    assert window.rail.current == "bundles"


def test_undo_and_redo_by_keys_and_by_name(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    assert not window.actions_["edit.undo"].isEnabled()
    add_person(hands, "Maria K.")
    assert window.actions_.text("edit.undo") == "Undo: create Maria K."
    assert record_count(window) == 1
    hands.control(Key.Key_Z)
    hands.until(lambda: record_count(window) == 0)
    hands.until(lambda: window.actions_.text("edit.redo") == "Redo: create Maria K.")
    assert not window.actions_["edit.undo"].isEnabled()
    hands.control(Key.Key_Z, shift=True)
    hands.until(lambda: record_count(window) == 1)
    hands.until(window.actions_["edit.undo"].isEnabled)


def test_a_text_field_undoes_its_own_typing_first(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    add_person(hands, "Maria K.")
    window.commands.show_profiles()
    panel = window.drawer.body
    assert panel is not None
    panel._start_adding()  # type: ignore[attr-defined]
    field = panel.form.name  # type: ignore[attr-defined]
    hands.until(field.hasFocus)
    hands.type("typed")
    hands.control(Key.Key_Z)
    assert field.text() == ""
    assert record_count(window) == 1
    hands.control(Key.Key_Z)  # nothing left in the field: the archive's turn
    hands.until(lambda: record_count(window) == 0)


def test_undo_survives_closing(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    add_person(hands, "Maria K.")
    hands.control(Key.Key_W)
    hands.on(window.entrance.start)
    open_it(hands, archive_file)
    assert window.actions_.text("edit.undo") == "Undo: create Maria K."
    hands.control(Key.Key_Z)
    hands.until(lambda: record_count(window) == 0)


def test_a_second_program_reads_only(
    hands: Hands, window: MainWindow, archive_file: Path, cheap_parameters: Parameters
) -> None:
    first = open_archive(archive_file, PASSPHRASE, parameters=(cheap_parameters,))
    try:
        open_it(hands, archive_file)
        assert window.session is not None
        assert window.session.read_only
        assert "can only be read" in window.notice.text()
        assert not window.actions_["source.import"].isEnabled()
        assert not window.actions_["archive.passphrase"].isEnabled()
        assert window.actions_["archive.check"].isEnabled()
        labels = [label.text() for label in window.status.findChildren(QLabel)]
        assert "Read only" in labels
        hands.control(Key.Key_W)
        hands.on(window.entrance.start)
    finally:
        first.close()


def test_the_next_start_after_a_crash_says_so(
    hands: Hands, window: MainWindow, archive_file: Path, tmp_path: Path, cheap_parameters: Parameters
) -> None:
    killed = open_archive(archive_file, PASSPHRASE, parameters=(cheap_parameters,))
    killed.perform(add_profile(ProfileInput(name="B", initials="B")), author_id=None)
    left = tmp_path / "elsewhere"
    left.mkdir()
    with killed.activity("import_source"):
        for file in (archive_file, archive_file.with_name(archive_file.name + "-wal")):
            (left / file.name).write_bytes(file.read_bytes())
    killed.close()
    window.entrance.open_file(left / archive_file.name)
    hands.on(window.entrance.unlock)
    assert window.entrance.unlock.crashed.isVisible()
    hands.unlock()
    hands.on(window.entrance.people)
    hands.enter()
    hands.until(lambda: window.at_work)
    text = window.notice.text()
    assert "not closed properly" in text
    assert "Everything saved up to" in text
    assert "An import was under way; nothing of it was kept." in text


def test_no_archive_and_a_damaged_one_are_refused_before_a_passphrase(
    hands: Hands, window: MainWindow, archive_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "letter.archive"
    other.write_text("a letter, no archive " * 500)
    window.entrance.open_file(other)
    hands.until(window.banner.isVisible)
    assert "not a Skaryna archive" in window.banner.text()
    assert window.stack.currentWidget() is window.entrance.start
    cut = tmp_path / "cut.archive"
    cut.write_bytes(archive_file.read_bytes()[:-100])
    window.entrance.open_file(cut)
    hands.until(lambda: "cut short" in window.banner.text())
    window.entrance.open_file(tmp_path / "none.archive")
    hands.until(lambda: "no file" in window.banner.text())


def test_passphrase_change_and_the_new_recovery_words(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    window.actions_["archive.passphrase"].trigger()
    page = window.entrance.change
    hands.on(page)
    hands.type("not the old one")
    hands.enter()
    hands.type("a lamp over the frozen ford")
    hands.enter()
    hands.type("a lamp over the frozen ford")
    hands.enter()
    hands.until(lambda: page.old.row.error)
    assert window.session is not None
    assert window.session.archive.is_open
    page.old.setFocus()
    hands.control(Key.Key_A)
    hands.type(PASSPHRASE)
    page.new.fields[1].setFocus()
    hands.enter()
    sheet = window.entrance.sheet
    hands.on(sheet)
    words = [label.text() for label in sheet.grid.findChildren(QLabel)][1::2]
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.enter()
    hands.until(lambda: window.at_work)
    add_person(hands, "After the change")  # the session goes on with the new key
    hands.control(Key.Key_L)

    unlock = window.entrance.unlock
    hands.unlock(PASSPHRASE)
    hands.until(lambda: unlock.passphrase.row.error)  # the old one has ended
    unlock.other.setFocus()
    hands.enter()
    assert unlock.words.hasFocus()
    hands.type(" ".join(words[:-1]))
    hands.enter()
    hands.until(lambda: unlock.words_row.error)
    assert "23" in unlock.words_row.error
    hands.type(" " + words[-1])
    hands.enter()
    hands.on(page)  # a new passphrase is offered at once
    assert not page.old.isVisible()
    hands.type("the third one is a birch")
    hands.enter()
    hands.type("the third one is a birch")
    hands.enter()
    hands.on(sheet)
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Tab)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert record_count(window) == 1


def test_recovery_words_are_shown_again_only_for_the_passphrase(
    hands: Hands, window: MainWindow, archive_file: Path
) -> None:
    open_it(hands, archive_file)
    window.actions_["archive.recovery"].trigger()
    sheet = window.entrance.sheet
    hands.on(sheet)
    hands.type("wrong one")
    hands.enter()
    hands.until(lambda: sheet.proof.row.error)
    assert not sheet.grid.isVisible()
    hands.control(Key.Key_A)
    hands.type(PASSPHRASE)
    hands.enter()
    hands.until(sheet.grid.isVisible)
    hands.press(Key.Key_Escape)
    hands.until(lambda: window.at_work)
    assert sheet.grid.findChildren(QLabel) == [] or all(not x.text() for x in sheet.grid.findChildren(QLabel))


@pytest.mark.parametrize("language", ["be", "ru", "lt", "en"])
def test_every_page_and_panel_is_shown_in_every_language(
    hands: Hands, window: MainWindow, archive_file: Path, language: str
) -> None:
    entrance = window.entrance
    window.settings.language = language
    assert active().language == language
    for page in (entrance.start, entrance.create, entrance.unlock, entrance.sheet, entrance.change, window.preferences):
        entrance._show(page)
        assert_texts_fit(page)
    open_it(hands, archive_file)
    assert window.session is not None
    window.settings.language = language
    hands.until(lambda: (profile := window.session.profile()) is not None and profile.language == language)  # type: ignore[union-attr]
    for show in (
        window.commands.show_history,
        window.commands.show_profiles,
        window.commands.show_check,
        window.commands.show_keys,
        window.commands._show_about,
    ):
        show()
        hands.until(lambda: not window.operations.jobs)
        assert window.drawer.body is not None
        assert_texts_fit(window.drawer)
    for other in ("be", "ru", "lt", "en"):
        window.settings.language = other
        assert active().language == other


def assert_texts_fit(page: QWidget) -> None:
    """Nothing that can be pressed or read is narrower than its words."""
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width() - 1, label.text()


def test_the_persons_language_is_kept_with_the_profile(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    window.settings.language = "lt"
    assert window.session is not None
    hands.until(lambda: window.session.profile().language == "lt")  # type: ignore[union-attr]
    hands.control(Key.Key_W)
    hands.on(window.entrance.start)
    window.settings.language = "en"
    open_it(hands, archive_file)
    assert active().language == "lt"


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


def test_errors_and_bugs_show_at_the_top(hands: Hands, window: MainWindow) -> None:
    window.operations.failed.emit(WorkbenchError("It broke.", kept="All is kept.", do="Try again."))
    assert window.banner.text() == "It broke. All is kept. Try again."
    window.show_crash("workbench 0\n  place:1 f")
    assert "inside the program" in window.banner.text()
    button = next(b for b in window.banner._buttons if "report" in b.text())
    button.click()
    assert window.drawer.key == "report"
    assert "place:1" in window.drawer.body.report.toPlainText()  # type: ignore[union-attr]


def test_f6_goes_round_the_window(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    seen: list[QWidget] = []
    for _n in range(8):
        hands.press(Key.Key_F6)
        seen.append(hands.focus)
    assert any(window.rail.isAncestorOf(widget) for widget in seen)
    assert any(window.status.isAncestorOf(widget) for widget in seen)
    assert len(set(seen)) >= 4


def test_settings_hold_at_once_and_lead_back(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    hands.control(Key.Key_Comma)
    hands.on(window.preferences)
    assert window.rail.current == "settings"
    assert not window.actions_["passage.person"].isEnabled()
    window.preferences.lock.setFocus()
    hands.press(Key.Key_Home)
    hands.enter()
    hands.press(Key.Key_Escape)
    hands.until(lambda: window.at_work)
    assert window.rail.current == "sources"
    hands.control(Key.Key_Equal)
    assert window.settings.reading_scale == 110
    hands.control(Key.Key_0)
    assert window.settings.reading_scale == 100


def test_history_names_everything_and_what_is_selected(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    add_person(hands, "Maria K.")
    hands.control(Key.Key_H)
    panel = window.drawer.body
    assert panel is not None
    assert any("Create Maria K." in text and "AJ" in text for text in panel.texts())  # type: ignore[attr-defined]
    hands.control(Key.Key_Z)
    hands.until(lambda: any("Undone: create Maria K." in text for text in panel.texts()))  # type: ignore[attr-defined]
    hands.press(Key.Key_Escape)
    assert not window.drawer.isVisible()


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
    from threading import Event

    go_on = Event()
    window.operations.run(lambda _context: go_on.wait(10), title="Importing")
    window.close()
    assert window.isVisible()
    assert "Importing" in window.banner.text()
    window.banner._buttons[0].click()  # close when it is done
    assert window.isVisible()
    go_on.set()
    hands.until(lambda: not window.isVisible())


def test_every_menu_action_that_is_enabled_does_something(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    for spec in window.actions_:
        action = window.actions_[spec.id]
        assert not action.isEnabled() or action.receivers("2triggered(bool)") > 0, spec.id


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


def test_the_log_knows_who_worked(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    open_it(hands, sample_copy)
    hands.press(Key.Key_Tab)
    hands.enter()  # the second person
    hands.until(lambda: window.at_work)
    session = window.session
    assert session is not None
    assert session.author_id == session.profiles()[1].id
    add_person(hands, "Somebody")
    with session.read() as connection:
        last = log.last_operation(connection)
    assert last is not None
    assert last.author_id == session.author_id


def test_line_edits_of_the_window_have_names(window: MainWindow) -> None:
    for edit in window.findChildren(QLineEdit):
        if edit.isVisibleTo(window):
            assert edit.accessibleName(), edit
