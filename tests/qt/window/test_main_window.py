from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from workbench.domain.errors import ImportFileError, WorkbenchError
from workbench.domain.inputs import NameInput, ProfileInput, RecordInput
from workbench.domain.kinds import RecordKind
from workbench.i18n import active
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import Reading
from workbench.qt.session import Place, ViewName
from workbench.qt.window.main_window import MainWindow
from workbench.services.profiles import add_profile
from workbench.services.records import create_record

from .conftest import Hands, open_it

Key = Qt.Key


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


def test_errors_and_bugs_show_at_the_top(hands: Hands, window: MainWindow) -> None:
    window.operations.failed.emit(WorkbenchError("It broke.", kept="All is kept.", do="Try again."))
    assert window.banner.text() == "It broke. All is kept. Try again."
    window.show_crash("workbench 0\n  place:1 f")
    assert "inside the program" in window.banner.text()
    button = next(b for b in window.banner._buttons if "report" in b.text())
    button.click()
    assert window.drawer.key == "report"
    assert "place:1" in window.drawer.body.report.toPlainText()  # type: ignore[union-attr]


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
    before = window.settings.reading
    for keys in ("F7", "F8", "Ctrl+F8"):
        QTest.keySequence(window, QKeySequence(keys))
    assert current_look().reading == window.settings.reading == Reading(74, 170, 90)
    for keys in ("Shift+F7", "Shift+F8", "Ctrl+Shift+F8"):
        QTest.keySequence(window, QKeySequence(keys))
    assert window.settings.reading == before


def test_line_edits_of_the_window_have_names(window: MainWindow) -> None:
    for edit in window.findChildren(QLineEdit):
        if edit.isVisibleTo(window):
            assert edit.accessibleName(), edit


def test_settings_lead_back_to_the_locked_archive(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    hands.control(Key.Key_L)
    hands.on(window.entrance.unlock)
    hands.control(Key.Key_Comma)
    hands.on(window.preferences)
    hands.press(Key.Key_Escape)
    hands.on(window.entrance.unlock)
    assert window.entrance.unlock.passphrase.field.hasFocus()


def test_alt_left_leads_back_from_the_passage_that_a_link_led_to(
    hands: Hands, window: MainWindow, sample_copy: Path
) -> None:
    open_it(hands, sample_copy)
    hands.on(window.entrance.people)
    hands.enter()
    hands.until(lambda: window.at_work)
    session, workspace = window.session, window.workspace
    assert session is not None
    assert workspace is not None
    with session.read() as connection:
        passage_id = connection.exec_driver_sql("SELECT passage_id FROM mention ORDER BY id LIMIT 1").scalar_one()
        before = connection.exec_driver_sql('SELECT count(*) FROM "operation"').scalar_one()
    hands.press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    session.go(Place(ViewName.SOURCES, passage_id=passage_id))
    hands.until(lambda: not session.operations.jobs and workspace.current_name is ViewName.SOURCES)
    hands.press(Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert workspace.current_name is ViewName.RECORDS
    with session.read() as connection:
        assert connection.exec_driver_sql('SELECT count(*) FROM "operation"').scalar_one() == before


def test_an_error_of_undo_goes_when_the_next_thing_is_done_and_any_with_the_profile(
    hands: Hands, window: MainWindow, archive_file: Path
) -> None:
    open_it(hands, archive_file)
    hands.until(lambda: window.at_work)
    session = window.session
    assert session is not None
    session.redo(window)
    hands.until(window.banner.isVisible)
    assert "nothing to redo" in window.banner.text()
    other = ProfileInput(name="Somebody else", initials="SE", language="en")
    ids: list[str] = []
    session.perform(add_profile(other), on_done=ids.append)
    hands.until(lambda: bool(ids))
    assert window.banner.isHidden()
    window.show_error(ImportFileError("The file is empty."))
    record = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value="One", tag="en"),))
    session.perform(create_record(record), on_done=ids.append)
    hands.until(lambda: len(ids) == 2)
    assert window.banner.isVisible()
    session.switch_profile(ids[0])
    assert window.banner.isHidden()
    window.undoing.undo()  # by the first person
    first = next(row for row in session.profiles() if row.id not in ids)
    assert f"What was done last is the work of {first.initials}." in window.banner.text()
