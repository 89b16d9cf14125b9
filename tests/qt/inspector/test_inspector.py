from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.changes import Changes
from workbench.domain.inputs import NameInput
from workbench.domain.names import shortened
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.inspector.inspector import Inspector
from workbench.qt.look.style import Look
from workbench.qt.session import Place, Session, ViewName
from workbench.services.records import add_name
from workbench.store.queries.passages import list_passages, passage_detail

KEY = Qt.Key


@pytest.fixture
def inspector(qtbot: QtBot, look: Look, sample_session: Session) -> Iterator[Inspector]:
    window = QMainWindow()
    qtbot.addWidget(window)
    inspector = Inspector(sample_session, lambda: None)
    sample_session.changed.connect(inspector.refresh)
    window.setCentralWidget(inspector)
    window.resize(320, 900)
    window.show()
    window.activateWindow()
    yield inspector
    switch_language("en")


def _passage(session: Session, what: str) -> str:
    """Return a passage that has something attached."""
    with session.read() as connection:
        for row in list_passages(connection):
            detail = passage_detail(connection, row.id, "en")
            if detail is not None and getattr(detail, what):
                return row.id
    raise AssertionError(what)


def _jobs_done(session: Session) -> bool:
    return not session.operations.jobs


def test_nothing_current_teaches_the_keys(inspector: Inspector) -> None:
    assert inspector._hint.isVisible()
    assert "P person" in inspector._hint.text()
    assert not inspector._sections.isVisible()


@pytest.mark.parametrize("what", ["mentions", "quote_id", "notes", "tags", "supports"])
def test_what_is_attached_is_shown(inspector: Inspector, sample_session: Session, what: str) -> None:
    passage_id = _passage(sample_session, what)
    inspector.show_passage(passage_id)
    section = {
        "mentions": inspector.mentions,
        "quote_id": inspector.quote,
        "notes": inspector.notes,
        "tags": inspector.tags,
        "supports": inspector.supports,
    }[what]
    assert section.isVisible()
    assert inspector._words.text().startswith(shortened(inspector.passage.exact, 20).rstrip("…"))
    inspector.show_passage(None)
    assert inspector._hint.isVisible()


def test_a_support_leads_to_its_record(inspector: Inspector, sample_session: Session, qtbot: QtBot) -> None:
    moved: list[Place] = []
    sample_session.moved.connect(moved.append)
    inspector.show_passage(_passage(sample_session, "supports"))
    line = inspector.supports.lines.widgets[0]
    line.record.setFocus()
    qtbot.keyClick(line.record, KEY.Key_Space)
    assert moved == [Place(ViewName.RECORDS, record_id=line._row.record_id)]


def test_unlinking_the_last_thing_takes_the_passage_away(
    inspector: Inspector, sample_session: Session, qtbot: QtBot
) -> None:
    with sample_session.read() as connection:
        details = [passage_detail(connection, row.id, "en") for row in list_passages(connection)]
    lone = next(
        d for d in details if d and len(d.mentions) == 1 and not (d.quote_id or d.notes or d.tags or d.supports)
    )
    inspector.show_passage(lone.id)
    inspector.mentions.lines.widgets[0].unlink.setFocus()
    qtbot.keyClick(inspector.mentions.lines.widgets[0].unlink, KEY.Key_Space)
    qtbot.waitUntil(lambda: inspector.passage is None)
    assert inspector._hint.isVisible()


def test_a_name_changed_elsewhere_is_followed(inspector: Inspector, sample_session: Session, qtbot: QtBot) -> None:
    inspector.show_passage(_passage(sample_session, "mentions"))
    line = inspector.mentions.lines.widgets[0]
    line.role.setFocus()
    record_id = line._row.record_id
    sample_session.perform(add_name(record_id, NameInput(value="Another Name", tag="en")))
    qtbot.waitUntil(lambda: line.record.whole_text() == "Another Name")
    assert inspector.mentions.lines.widgets[0] is line
    assert line.role.isAncestorOf(inspector.window().focusWidget()) or line.role.hasFocus()


def test_history_is_asked_for(inspector: Inspector, sample_session: Session, qtbot: QtBot) -> None:
    passage_id = _passage(sample_session, "mentions")
    inspector.show_passage(passage_id)
    with qtbot.waitSignal(inspector.history_asked) as asked:
        inspector._history.click()
    assert asked.args == ["passage", passage_id]


def test_tab_goes_down_the_panel(inspector: Inspector, sample_session: Session, qtbot: QtBot) -> None:
    inspector.show_passage(_passage(sample_session, "quote_id"))
    qtbot.waitUntil(lambda: _jobs_done(sample_session))
    inspector.setFocus()
    tops = []
    for _step in range(30):
        focus = inspector.window().focusWidget()
        if tops and focus is inspector:
            break
        if focus is not inspector:
            tops.append(focus.mapTo(inspector.widget(), focus.rect().center()).y() // 4)
        qtbot.keyClick(focus, KEY.Key_Tab)
    assert len(tops) >= 5
    assert tops == sorted(tops)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_nothing_is_cut_in_any_language(
    inspector: Inspector, sample_session: Session, qtbot: QtBot, language: str
) -> None:
    inspector.show_passage(_passage(sample_session, "quote_id"))
    switch_language(language)
    inspector.supports.open_form()
    body = inspector.widget()
    qtbot.waitUntil(lambda: body.width() <= inspector.viewport().width())

    def cut() -> list[str]:
        labels = [label for label in body.findChildren(QLabel) if label.isVisible() and not label.wordWrap()]
        return [label.text() for label in labels if label.text() and label.sizeHint().width() > label.width() + 1]

    qtbot.waitUntil(lambda: not cut())


def test_everything_that_takes_the_focus_has_a_name(inspector: Inspector, sample_session: Session) -> None:
    for what in ("mentions", "quote_id", "notes", "tags", "supports"):
        inspector.show_passage(_passage(sample_session, what))
        inspector.supports.open_form()
        for widget in inspector.findChildren(QWidget):
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                named = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                parent = widget.parentWidget()
                assert named or (parent is not None and parent.accessibleName()), widget


def test_changes_of_another_passage_leave_it_alone(inspector: Inspector, sample_session: Session) -> None:
    inspector.show_passage(None)
    operation = sample_session.next_undo()
    assert operation is not None
    inspector.refresh(Changes(operation, ()))
    assert inspector.passage is None
