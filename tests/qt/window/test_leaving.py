from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from workbench.i18n import _
from workbench.qt.window.main_window import MainWindow

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
