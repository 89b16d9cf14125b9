from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rooms import incoming
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.history.panel import HistoryPanel
from workbench.qt.session import SideBySide, ViewName
from workbench.qt.sources.beside.feature import Beside
from workbench.qt.sources.view import SourcesView
from workbench.qt.window.main_window import MainWindow
from workbench.services.pairs import pair_sources
from workbench.services.sources import import_source
from workbench.store.queries.passages import list_passages

from .conftest import Hands, add_person, open_it, record_count

Key = Qt.Key


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


def test_every_menu_action_that_is_enabled_does_something(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    for spec in window.actions_:
        action = window.actions_[spec.id]
        assert not action.isEnabled() or action.receivers("2triggered(bool)") > 0, spec.id


def test_the_drawer_stands_in_the_inspectors_place(hands: Hands, window: MainWindow, archive_file: Path) -> None:
    open_it(hands, archive_file)
    assert window.workspace is not None
    view = window.workspace.current
    assert view is not None
    inspector = next(panel for panel in view.findChildren(Panel) if panel.side is Side.RIGHT)
    assert inspector.isVisible()
    hands.control(Key.Key_H)
    assert not inspector.isVisible()
    assert not window.actions_["view.inspector"].isEnabled()
    hands.control(Key.Key_H)
    assert inspector.isVisible()
    window.actions_["view.inspector"].trigger()
    hands.until(window.actions_["view.inspector"].isChecked)
    assert inspector.folded
    window.actions_["view.inspector"].trigger()
    hands.until(lambda: not inspector.folded)


def test_the_history_of_one_passage_is_asked_for_by_its_view(
    hands: Hands, window: MainWindow, sample_copy: Path
) -> None:
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert window.workspace is not None
    assert window.session is not None
    with window.session.read() as connection:
        passage = list_passages(connection)[0]
    window.workspace.view(ViewName.SOURCES).historyRequested.emit("passage", passage.id)  # type: ignore[attr-defined]
    panel = window.drawer.body
    assert isinstance(panel, HistoryPanel)
    assert panel.scope.currentIndex() == 1
    hands.until(lambda: panel.ready and bool(panel.texts()))
    hands.press(Key.Key_Escape)
    assert not window.drawer.isVisible()


def test_the_ticks_follow_panels_that_were_folded_for_a_second_text(
    hands: Hands, window: MainWindow, sample_copy: Path
) -> None:
    beside = with_a_second_source(hands, sample_copy)
    ticks = window.actions_["view.list"], window.actions_["view.inspector"]
    assert [tick.isChecked() for tick in ticks] == [False, False]
    hands.control(Key.Key_B)
    hands.until(lambda: beside.is_open)
    view = beside.view
    assert [tick.isChecked() for tick in ticks] == [view.list_panel.folded, view.side_panel.folded]
    assert ticks[1].isChecked()
    hands.press(Key.Key_F9)
    assert ticks[0].isChecked() is view.list_panel.folded
    hands.control(Key.Key_B)
    hands.until(lambda: not beside.is_open)
    assert ticks[1].isChecked() is view.side_panel.folded is False


def test_what_stood_beside_a_text_stands_there_again_after_a_lock(
    hands: Hands, window: MainWindow, sample_copy: Path
) -> None:
    beside = with_a_second_source(hands, sample_copy)
    hands.control(Key.Key_B)
    hands.until(lambda: beside.is_open and beside.article.source is not None)
    other = beside.article.source
    assert other is not None
    open_one = beside.view.article.source
    assert open_one is not None
    hands.control(Key.Key_L)
    hands.unlock()
    hands.on(window.entrance.people)
    hands.enter()
    hands.until(lambda: window.at_work)
    again = part_beside(window)
    hands.until(lambda: again.is_open and again.article.source is not None)
    assert again.article.source is not None
    assert again.article.source.id == other.id
    assert again.view.article.source is not None
    assert again.view.article.source.id == open_one.id
    hands.control(Key.Key_W)
    hands.on(window.entrance.start)
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    assert window.session is not None
    assert window.session.side_by_side == SideBySide()


def test_the_ways_of_finding_are_ticked_as_they_are_set(hands: Hands, window: MainWindow, sample_copy: Path) -> None:
    window.settings.find_script = True
    assert window.actions_["find.script"].isChecked()
    open_it(hands, sample_copy)
    hands.enter()
    hands.until(lambda: window.at_work)
    bar = part_beside(window).view.article.find_bar
    hands.until(lambda: part_beside(window).view.article.source is not None)
    hands.control(Key.Key_W, shift=True)
    assert bar.whole.isChecked()
    assert window.settings.find_whole
    assert window.actions_["find.whole"].isChecked()
    assert bar.script.isChecked()
    bar.script.click()
    assert not window.actions_["find.script"].isChecked()
    assert window.actions_["find.whole"].isChecked()


def part_beside(window: MainWindow) -> Beside:
    """Return the part of the sources screen that shows a second source."""
    workspace = window.workspace
    assert workspace is not None
    view = workspace.view(ViewName.SOURCES)
    assert isinstance(view, SourcesView)
    return next(each for each in view.features if isinstance(each, Beside))


def with_a_second_source(hands: Hands, path: Path) -> Beside:
    """Open an archive with a published translation of the open source; focus is on the text."""
    open_it(hands, path)
    hands.enter()
    hands.until(lambda: hands.window.at_work)
    session, beside = hands.window.session, part_beside(hands.window)
    assert session is not None
    hands.until(lambda: beside.view.article.source is not None)
    source = beside.view.article.source
    assert source is not None
    other = session.archive.perform(import_source(incoming("Брама")), author_id=session.author_id).value.source_id
    session.archive.perform(pair_sources(source.id, other), author_id=session.author_id)
    beside.view.reader.setFocus()
    return beside
