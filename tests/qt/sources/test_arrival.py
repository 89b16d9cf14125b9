"""Alt+Left right after a link was followed: the way back, and never a move of an edge."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import TagInput
from workbench.qt.session import Place, ViewName
from workbench.services.passages import add_tag
from workbench.store.tables import Passage

from .conftest import ALT, NONE, Desk

LEFT, RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


def followed(desk: Desk) -> str:
    """Follow a link to a passage, as the window does, and return its words."""
    span = desk.select("stepped off")
    made: list[str] = []
    tagging = add_tag(desk.view.article.source.text_version_id, span, TagInput(label="x"))
    desk.session.perform(tagging, on_done=made.append)
    desk.until(lambda: bool(made))
    desk.view.reader.place_caret(0)
    desk.view.show_place(Place(ViewName.SOURCES, passage_id=made[0]))
    desk.view.arrived()
    desk.settle()
    return desk.one(Passage).exact


def test_alt_left_after_a_link_goes_back(article_desk: Desk, qtbot: QtBot) -> None:
    desk = article_desk
    words = followed(desk)
    with qtbot.waitSignal(desk.session.stepped, check_params_cb=lambda steps: steps == -1):
        desk.press(LEFT, held=ALT)
    assert "A link led here" in desk.view.banner.text()  # nothing to go back to in this window
    with qtbot.waitSignal(desk.session.stepped, check_params_cb=lambda steps: steps == 1):
        desk.press(RIGHT, held=ALT)
    desk.view.marking.finish_move()
    desk.settle()
    assert desk.one(Passage).exact == words


def test_edges_move_once_something_else_was_done_in_the_text(article_desk: Desk, qtbot: QtBot) -> None:
    desk = article_desk
    words = followed(desk)
    desk.press(LEFT, held=NONE)
    with qtbot.assertNotEmitted(desk.session.stepped):
        desk.press(LEFT, held=ALT)
    desk.until(lambda: words.startswith(desk.one(Passage).exact) and desk.one(Passage).exact != words)
