from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import ProfileInput
from workbench.qt.translations.translating_back import TranslateBackTask
from workbench.services import profiles
from workbench.services.back_translations import back_translations, waiting
from workbench.store.queries.quotes import Need, QueueRow

from .conftest import Bench

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def third(bench: Bench) -> str:
    """Somebody who has translated and reviewed nothing."""
    add = profiles.add_profile(ProfileInput(name="Rasa", initials="RK"))
    return bench.session.archive.perform(add, author_id=bench.session.author_id).value


@pytest.fixture
def row(bench: Bench) -> QueueRow:
    row = bench.find(Need.REVIEW)
    bench.go_to(row)
    return row


def opened(bench: Bench) -> TranslateBackTask:
    bench.view.run_action("desk.translate_back")
    task = bench.view.work.task
    assert isinstance(task, TranslateBackTask)
    bench.qtbot.waitUntil(lambda: task._read_once)
    return task


def test_only_the_translation_is_on_the_screen(bench: Bench, third: str, row: QueueRow, qtbot: QtBot) -> None:
    bench.session.switch_profile(third)
    task = opened(bench)
    assert row.translation is not None
    assert task.words.text() == row.translation.text
    assert bench.focus() is task.field
    seen = [label.text() for label in bench.window.findChildren(QLabel) if label.isVisible()]
    assert not any(row.quote.exact in text or row.quote.speaker in text for text in seen)
    assert not bench.view.queue_panel.isVisible()
    assert not bench.view.help_panel.isVisible()
    for action in ("view.list", "view.inspector", "desk.reviews", "desk.comments", "desk.next"):
        assert bench.view.run_action(action)
        assert bench.view.work.task is task
        assert not bench.view.queue_panel.isVisible()
        assert not bench.view.help_panel.isVisible()
    assert bench.session.blind
    bench.key(Qt.Key.Key_Escape)
    assert bench.view.work.task is None
    assert bench.view.queue_panel.isVisible()
    assert bench.view.help_panel.isVisible()
    assert not bench.session.blind


def test_what_is_typed_is_saved_and_the_next_one_comes(bench: Bench, third: str, row: QueueRow, qtbot: QtBot) -> None:
    bench.session.switch_profile(third)
    task = opened(bench)
    before = len(task._waiting)
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(task.row.error))
    assert "written" in task.row.error or "translated back" in task.row.error
    bench.type("That is what it says")
    bench.key(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(task._waiting) == before - 1)
    assert row.translation is not None
    with bench.session.read() as connection:
        (found,) = back_translations(connection, row.translation.id)
        left = waiting(connection, third)
    assert (found.text, found.translator_id) == ("That is what it says", third)
    assert len(left) == before - 1
    assert task.at_hand is not None
    assert task.at_hand.translation_id != row.translation.id
    assert (task.field.toPlainText(), task.row.error) == ("", "")
    assert bench.focus() is task.field
    first = task.at_hand
    task.skip.click()
    assert task.at_hand is not first


def test_who_knows_the_quote_is_not_asked_until_somebody_else_sits_down(
    bench: Bench, third: str, row: QueueRow, qtbot: QtBot
) -> None:
    task = opened(bench)
    assert row.translation is not None
    assert all(each.translation_id != row.translation.id for each in task._waiting)
    assert task.banner.isVisible()
    task.profile.click()
    menu = bench.view.findChild(QMenu)
    assert menu is not None
    next(action for action in menu.actions() if action.text().startswith("RK")).trigger()
    menu.close()
    qtbot.waitUntil(lambda: any(each.translation_id == row.translation.id for each in task._waiting))  # type: ignore[union-attr]
    assert task.words.isVisible()
    assert bench.view.work.task is task


def test_what_was_begun_waits_for_who_began_it(bench: Bench, third: str, row: QueueRow, qtbot: QtBot) -> None:
    bench.session.switch_profile(third)
    task = opened(bench)
    bench.type("That is")
    task.skip.click()
    assert task.field.toPlainText() == ""
    while task.at_hand is None or row.translation is None or task.at_hand.translation_id != row.translation.id:
        task.skip.click()
    assert task.field.toPlainText() == "That is"
