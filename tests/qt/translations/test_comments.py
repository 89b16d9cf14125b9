from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.qt.translations.comments import Comments, CommentsPart
from workbench.store.queries.comments import CommentRow, comments_on
from workbench.store.queries.quotes import Need

from .conftest import Bench

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def part(bench: Bench) -> CommentsPart:
    return next(feature for feature in bench.view.features if isinstance(feature, Comments)).part


def comments(bench: Bench) -> list[CommentRow]:
    assert bench.view.desk.quote is not None
    with bench.session.read() as connection:
        return comments_on(connection, bench.view.desk.quote.id)


def post(bench: Bench, text: str) -> None:
    bench.key(Qt.Key.Key_C, CTRL, SHIFT)
    bench.type(text)
    before = len(comments(bench))
    bench.key(Qt.Key.Key_Return, CTRL)
    bench.qtbot.waitUntil(lambda: len(comments(bench)) == before + 1)


def test_a_comment_is_written_by_keys_and_seen_from_every_language(
    bench: Bench, part: CommentsPart, qtbot: QtBot
) -> None:
    row = bench.find(Need.MISSING)
    bench.go_to(row)
    bench.key(Qt.Key.Key_Return)
    post(bench, "Who is meant?")
    qtbot.waitUntil(lambda: len(part.boxes) == 1)
    assert (part.boxes[0].body.text(), part.field.toPlainText()) == ("Who is meant?", "")
    assert bench.focus() is part.field  # and the translation was not confirmed
    assert bench.state(row) is None
    assert bench.view.help.buttons["desk.comments"].accessibleName().endswith("1")
    for line in bench.view.queue.rows_of(row.quote.id):
        bench.go_to(line)
        shown = bench.view.queue.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
        assert "1 open comment" in shown
        assert len(part.boxes) == 1


def test_a_comment_is_changed_settled_opened_and_removed(bench: Bench, part: CommentsPart, qtbot: QtBot) -> None:
    bench.go_to(bench.find(Need.MISSING))
    post(bench, "Who is meant?")
    qtbot.waitUntil(lambda: len(part.boxes) == 1)
    part.boxes[0].buttons["edit"].click()
    assert part.field.toPlainText() == "Who is meant?"
    bench.type(" The brother?")
    part.post.click()
    qtbot.waitUntil(lambda: comments(bench)[0].body.endswith("The brother?"))
    qtbot.waitUntil(lambda: not part.cancel.isVisible())
    part.boxes[0].buttons["settle"].click()
    qtbot.waitUntil(lambda: "reopen" in part.boxes[0].buttons)
    assert bench.view.help.buttons["desk.comments"].accessibleName().endswith("0")
    part.boxes[0].buttons["reopen"].click()
    qtbot.waitUntil(lambda: "settle" in part.boxes[0].buttons)
    part.boxes[0].buttons["remove"].click()
    qtbot.waitUntil(lambda: part.boxes == [])


def test_what_somebody_else_wrote_is_settled_not_changed(bench: Bench, part: CommentsPart, qtbot: QtBot) -> None:
    bench.go_to(bench.find(Need.MISSING))
    post(bench, "Who is meant?")
    bench.session.switch_profile(bench.other_profile())
    qtbot.waitUntil(lambda: [set(box.buttons) for box in part.boxes] == [{"settle"}])


def test_what_was_begun_waits_at_its_quote(bench: Bench, part: CommentsPart) -> None:
    first = bench.find(Need.MISSING)
    other = next(row for row in bench.rows() if row.quote.id != first.quote.id)
    bench.go_to(first)
    bench.key(Qt.Key.Key_C, CTRL, SHIFT)
    bench.type("Who is")
    bench.go_to(other)
    assert part.field.toPlainText() == ""
    bench.go_to(first)
    assert part.field.toPlainText() == "Who is"
    assert comments(bench) == []
