from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.domain.inputs import NoteInput
from workbench.qt.translations.comments import CommentsPart
from workbench.services.comments import add_comment
from workbench.store.queries.quotes import Need

from .conftest import Bench


@pytest.mark.parametrize("action", ["desk.matches", "desk.findings", "desk.comments", "desk.reviews"])
def test_escape_in_the_help_goes_back_to_the_translation(bench: Bench, action: str, qtbot: QtBot) -> None:
    bench.go_to(bench.find(Need.DRAFT, mine=True))
    bench.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bench.session.operations.jobs)
    bench.view.run_action(action)
    assert bench.view.help.isAncestorOf(bench.focus())
    assert bench.view.help_panel.accessibleName() == bench.view.help.parts[action].words()
    bench.key(Qt.Key.Key_Escape)
    assert bench.focus() is bench.editor.field


def test_escape_first_leaves_the_comment_that_is_being_changed(bench: Bench, qtbot: QtBot) -> None:
    row = bench.find(Need.DRAFT, mine=True)
    bench.go_to(row)
    bench.session.perform(add_comment(row.quote.id, NoteInput(body="Who is meant?")))
    part = bench.view.help.parts["desk.comments"]
    assert isinstance(part, CommentsPart)
    qtbot.waitUntil(lambda: len(part.boxes) == 1)
    bench.view.run_action("desk.comments")
    part.boxes[0].buttons["edit"].click()
    assert part.field.toPlainText() == "Who is meant?"
    bench.key(Qt.Key.Key_Escape)
    assert part.field.hasFocus()
    assert part.field.toPlainText() == ""
    assert part.cancel.isHidden()
    bench.key(Qt.Key.Key_Escape)
    assert bench.focus() is bench.editor.field
