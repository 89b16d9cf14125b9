"""A record about which thousands of things are known is read in the background, and nothing else is done meanwhile."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from workbench.domain.ids import new_id
from workbench.domain.inputs import NameInput
from workbench.qt.records import known as known_module
from workbench.qt.records import reading
from workbench.qt.session import Place, ViewName
from workbench.services.records import add_name, remove_record
from workbench.store.queries import records as queries
from workbench.store.tables import Participation
from workbench.store.work import Act, Work

from .conftest import Shelf

PERSON, OTHER = "Ales Bialiatski", "Maxim Znak"


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the threads on which records were read."""
    found: list[str] = []
    read = queries.record_detail

    def noted(connection: Connection, record_id: str, language: str) -> queries.RecordDetail | None:
        found.append(threading.current_thread().name)
        return read(connection, record_id, language)

    monkeypatch.setattr(known_module, "record_detail", noted)
    return found


def make_long(shelf: Shelf, event_id: str, person_id: str) -> None:
    """Have a person take part in an event more often than is read at once."""
    row = {"event_id": event_id, "record_id": person_id, "role": "participant"}
    many = [{**row, "id": new_id()} for _n in range(reading._SCREENFUL + 1)]

    def run(work: Work) -> None:
        work.insert_all(Participation, many)

    shelf.session.archive.perform(Act("add_participation", run), author_id=shelf.session.author_id)


@pytest.fixture
def long(shelf: Shelf) -> str:
    """The id of a record that is long."""
    known = shelf.known(PERSON)
    event = next(tie.other_id for tie in known.detail.participations)
    make_long(shelf, event, known.id)
    return known.id


def go(shelf: Shelf, record_id: str) -> None:
    shelf.view.show_place(Place(ViewName.RECORDS, record_id=record_id))


def test_it_is_read_aside_and_the_page_before_it_is_not_acted_on(
    shelf: Shelf, long: str, qtbot: QtBot, readers: list[str]
) -> None:
    before = shelf.open(OTHER)
    readers.clear()
    go(shelf, long)
    view = shelf.view
    assert view.page.known is None
    assert view.waiting.isVisible()
    assert view.place().record_id == long
    view.run_action("record.names")
    view.run_action("record.remove")
    assert view.page.names.form is None
    qtbot.waitUntil(view.page.isVisible)
    assert view.page.known is not None
    assert view.page.known.id == long
    assert len(readers) == 1
    assert readers != [threading.main_thread().name]
    assert shelf.known(OTHER).detail == before.detail


def test_its_page_stays_as_it_is_until_it_was_read_again(
    shelf: Shelf, long: str, qtbot: QtBot, readers: list[str]
) -> None:
    go(shelf, long)
    qtbot.waitUntil(shelf.view.page.isVisible)
    button = shelf.view.page.facts.add_button
    button.setFocus()
    readers.clear()
    shelf.session.perform(add_name(long, NameInput(value="Алесь", tag="be")))
    qtbot.waitUntil(lambda: "Алесь" in {name.value for name in shelf.view.page.known.detail.names})  # type: ignore[union-attr]
    assert shelf.view.page.isVisible()
    assert shelf.focus() is button
    assert threading.main_thread().name not in readers


def test_what_comes_too_late_is_not_shown(shelf: Shelf, long: str, qtbot: QtBot) -> None:
    go(shelf, long)
    other = shelf.open(OTHER)
    with qtbot.waitSignal(shelf.session.operations.finished):
        shelf.session.operations.run_read(lambda _context: None)
    assert shelf.view.page.known == other
    go(shelf, long)
    shelf.session.perform(remove_record(long))
    qtbot.waitUntil(lambda: not shelf.view.waiting.isVisible() and not shelf.session.operations.jobs)
    assert shelf.view.page.known is None or shelf.view.page.known.id != long
