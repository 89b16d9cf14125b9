from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from workbench.domain.errors import ArchiveError
from workbench.domain.inputs import ProfileInput
from workbench.qt.operations import Job
from workbench.qt.session import ViewName
from workbench.qt.window.main_window import MainWindow
from workbench.qt.window.workspace import load_views
from workbench.services.archives import open_archive
from workbench.services.profiles import add_profile
from workbench.store import log
from workbench.vault.keys import Parameters

from .conftest import PASSPHRASE, Hands, add_person, open_it, record_count

Key = Qt.Key


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


def test_the_views_are_loaded_while_the_passphrase_is_typed(
    hands: Hands, window: MainWindow, archive_file: Path
) -> None:
    started: list[Job] = []
    window.operations.started.connect(started.append)
    window.entrance.open_file(archive_file)
    hands.on(window.entrance.unlock)
    assert len(started) == 2  # one looks at the file
    load_views()
    assert {f"workbench.qt.{name}.view" for name in ViewName} <= sys.modules.keys()


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
    with killed.activity("import_source", "gate.txt"):
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
    assert "The import of “gate.txt” was under way; nothing of this file was kept." in text


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


def test_new_words_are_not_left_by_any_action(hands: Hands, window: MainWindow, tmp_path: Path) -> None:
    create = window.entrance.create
    create.prepare(sample=False, path=tmp_path / "n.archive")
    window.entrance._show(create)
    for field in create.passphrases.fields:
        field.setText(PASSPHRASE)
    create.person.name.setText("A")
    create.person.initials.setText("A")
    create.submit()
    assert not window.actions_["archive.open"].isEnabled()  # while it is being made
    hands.on(window.entrance.sheet)
    for action in ("archive.open", "archive.create", "app.settings", "go.records", "archive.lock"):
        assert not window.actions_[action].isEnabled()
    assert window.actions_["app.quit"].isEnabled()
    window.entrance.sheet.tick.setChecked(True)
    window.entrance.sheet.go_on.click()
    hands.until(lambda: window.at_work)
    assert window.actions_["archive.open"].isEnabled()
    assert window.actions_["app.settings"].isEnabled()


def test_a_failed_change_leads_back_to_the_door(
    hands: Hands, window: MainWindow, archive_file: Path, tmp_path: Path
) -> None:
    open_it(hands, archive_file)
    session = window.session
    assert session is not None
    archive = session.archive
    window.entrance.show_change(archive)
    archive.close()
    window.entrance._not_changed(ArchiveError("The disk is full."))
    hands.on(window.entrance.unlock)
    assert window.session is None
    hands.unlock()
    hands.until(lambda: window.at_work)
