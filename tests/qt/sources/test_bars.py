"""The bars over the text together, in much room and in little, by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from rooms import incoming
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.qt.sources.suggesting import Suggesting
from workbench.services.sources import import_source

from .conftest import CTRL, Desk

KEY = Qt.Key
TITLE = "The register of the readers of Orša, as it was kept from year to year by the librarian Alena Sokał"
TEXT = "\n".join(f"“We kept the chair of the year {1900 + n} for you,” Alena Sokał said." for n in range(40))


@pytest.fixture
def table(sit_down: Callable[[Session], Desk], session: Session) -> Desk:
    """A text with a title of several lines and a suggestion in every paragraph."""
    session.archive.perform(import_source(incoming(TEXT, title=TITLE)), author_id=session.author_id)
    desk = sit_down(session)
    desk.until(suggesting(desk).count.isVisible)
    desk.read()
    return desk


def suggesting(desk: Desk) -> Suggesting:
    return next(each for each in desk.view.features if isinstance(each, Suggesting))


def open_both(desk: Desk) -> None:
    desk.press(KEY.Key_S)
    desk.press(KEY.Key_F, held=CTRL)
    desk.type("chair")
    desk.settle()


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_with_room_all_bars_are_whole_and_the_title_too(table: Desk) -> None:
    article = table.view.article
    open_both(table)
    table.qtbot.waitUntil(lambda: in_sight(suggesting(table).bar))
    assert in_sight(article.find_bar)
    assert in_sight(article._title)
    assert not article.bars.verticalScrollBar().isVisible()
    assert article.bars.height() == article.find_bar.height() + suggesting(table).bar.height()


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_with_little_room_the_title_is_one_line_and_the_bars_scroll(table: Desk, language: str) -> None:
    desk, article = table, table.view.article
    current_look().set(scale=200)
    switch_language(language)
    open_both(desk)
    desk.qtbot.waitUntil(lambda: article._short_title.isVisible() and in_sight(article.find_bar.edit))
    assert article._short_title.height() < 2 * article._short_title.fontMetrics().lineSpacing()
    assert article._short_title.text() == TITLE
    assert not article._title.isVisible()
    assert article.reader.height() > article.height() * 0.4
    assert article.bars.verticalScrollBar().isVisible()
    bar, seen = article.find_bar, []
    while not desk.view.reader.hasFocus():
        seen.append(desk.focus)
        desk.qtbot.waitUntil(lambda: in_sight(seen[-1]))
        desk.press(KEY.Key_Tab)
    assert {bar.edit, bar.accents, bar.softness, bar.script, bar.whole} <= set(seen)
    assert suggesting(desk).bar.accept_button in seen
    desk.press(KEY.Key_Escape, KEY.Key_Escape, KEY.Key_Escape)
    desk.qtbot.waitUntil(lambda: not article._short_title.isVisible() and article._title.isVisible())
    assert article.bars.isHidden()


def test_escape_in_the_text_closes_what_came_last_when_nothing_is_selected(table: Desk) -> None:
    desk, find, bar = table, table.view.article.find_bar, suggesting(table).bar
    open_both(desk)
    desk.read()
    assert desk.view.reader.selected_text() == "chair"
    desk.press(KEY.Key_Escape)
    assert desk.view.reader.selection() is None
    assert find.isVisible()
    desk.press(KEY.Key_Escape)
    assert find.isHidden()
    assert bar.isVisible()
    assert desk.view.reader.hasFocus()
    desk.press(KEY.Key_Escape)
    assert bar.isHidden()
    assert desk.view.reader.hasFocus()


def test_the_order_of_opening_decides_not_that_of_standing(table: Desk) -> None:
    desk, find, bar = table, table.view.article.find_bar, suggesting(table).bar
    desk.press(KEY.Key_F, held=CTRL)
    desk.read()
    desk.press(KEY.Key_S, KEY.Key_Escape)
    assert bar.isHidden()
    assert find.isVisible()


def test_letters_are_typed_into_the_field_of_a_bar_and_do_nothing_else(table: Desk) -> None:
    desk = table
    open_both(desk)
    before = suggesting(desk).count.accessibleName()
    desk.press(KEY.Key_Y, KEY.Key_X, KEY.Key_S, KEY.Key_P)
    desk.settle()
    assert desk.view.article.find_bar.edit.text() == "chairyxsp"
    assert suggesting(desk).count.accessibleName() == before
    assert desk.view.marking.popup is None
