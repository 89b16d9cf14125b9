"""Suggestions of known names worked by keys: one by one, by form, choosing among several, and by kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from rooms import incoming, named
from workbench.qt.picker.record_picker import RecordPicker
from workbench.qt.session import Session
from workbench.qt.sources.suggesting import Suggesting
from workbench.services.records import create_record
from workbench.services.sources import import_source
from workbench.store.tables import Mention, Passage, Quote, Rejection

from .conftest import CTRL, SHIFT, Desk

KEY = Qt.Key

TEXT = (
    "The gate\n\n"
    "Alena Sokal walked out. “We kept your chair,” said Sokal to her brother.\n\n"
    "Everybody waited for Sokal at the bus."
)


def part(desk: Desk) -> Suggesting:
    return next(each for each in desk.view.features if isinstance(each, Suggesting))


def proposed(desk: Desk) -> str:
    span = desk.view.reader._proposed
    return "" if span is None else desk.view.reader.text[span.start : span.end]


def line(desk: Desk) -> str:
    return part(desk).bar.what.text()


def press(desk: Desk, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        desk.press(key, held=held)
        desk.settle()


@pytest.fixture
def table(sit_down: Callable[[Session], Desk], session: Session) -> Desk:
    """A person before a text with a quotation and three places of one known name."""
    session.archive.perform(create_record(named("Alena Sokal")), author_id=session.author_id)
    session.archive.perform(import_source(incoming(TEXT)), author_id=session.author_id)
    desk = sit_down(session)
    desk.until(part(desk).count.isVisible)
    desk.read()
    return desk


def test_names_and_quotations_are_gone_through_in_the_order_of_the_text(table: Desk) -> None:
    desk = table
    said = []
    for _time in range(4):
        press(desk, KEY.Key_S)
        said.append((proposed(desk), line(desk)))
    assert said == [
        ("Alena Sokal", "Name 1 of 3 · Alena Sokal · as the archive has it"),
        ("We kept your chair,", "Quotation 1 of 1 · proposed speaker: Alena Sokal (said)"),
        ("Sokal", "Name 2 of 3 · Alena Sokal · surname alone"),
        ("Sokal", "Name 3 of 3 · Alena Sokal · surname alone"),
    ]
    assert desk.rows(Mention) == []


def test_one_name_is_linked_and_undo_offers_it_again(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_Y)
    assert desk.one(Passage).exact == "Alena Sokal"
    assert proposed(desk) == "We kept your chair,"
    desk.until(lambda: len(part(desk)._state.open) == 3)
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(Mention) == [] and proposed(desk) == "Alena Sokal")


def test_a_form_is_linked_everywhere_in_one_operation(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    assert not part(desk).bar.accept_form_button.isVisible()
    press(desk, KEY.Key_S, KEY.Key_S)
    assert part(desk).bar.accept_form_button.text() == "Accept all 2  Shift+Y"
    press(desk, KEY.Key_Y, held=SHIFT)
    assert [row.exact for row in desk.rows(Passage)] == ["Sokal", "Sokal"]
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(Mention) == [])


def test_a_form_is_rejected_everywhere(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_S, KEY.Key_S)
    press(desk, KEY.Key_X, held=SHIFT)
    assert [row.kind for row in desk.rows(Rejection)] == ["name", "name"]
    assert proposed(desk) == "Alena Sokal"
    desk.until(lambda: part(desk).bar.rejected_button.text() == "2 rejected…")


def test_a_name_of_two_is_chosen_in_the_picker(table: Desk) -> None:
    desk = table
    desk.session.archive.perform(create_record(named("Alena Sokal")), author_id=desk.session.author_id)
    part(desk)._kept.forget()
    part(desk)._look_up()
    desk.settle()
    press(desk, KEY.Key_S)
    assert line(desk) == "Name 1 of 3 · fits several records: Alena Sokal, Alena Sokal · as the archive has it"
    press(desk, KEY.Key_Y)
    assert isinstance(desk.view.marking.popup, RecordPicker)
    assert desk.rows(Mention) == []


def test_what_is_suggested_is_chosen_and_remembered(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    bar = part(desk).bar
    bar.names.click()
    assert not desk.session.settings.suggest_names
    assert proposed(desk) == ""
    assert part(desk).count.text() == "1"
    desk.read()
    press(desk, KEY.Key_S)
    assert proposed(desk) == "We kept your chair,"
    bar.quotations.click()
    assert line(desk) == "No suggestion is left in this text."
    bar.names.click()
    assert part(desk).count.text() == "3"
    assert desk.rows(Quote) == []


def test_a_new_name_is_looked_for_at_once(table: Desk) -> None:
    desk = table
    desk.session.perform(create_record(named("The gate")), initiator=None)
    desk.until(lambda: part(desk).count.text() == "5")
