"""Searching everywhere with real keys on the sample's archive."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.domain.inputs import NameInput, NoteInput
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import Look
from workbench.qt.search.hit_list import ROW_ROLE, Heading
from workbench.qt.search.results import Found, place_of
from workbench.qt.search.view import SearchView
from workbench.qt.session import Place, Session, ViewName
from workbench.services.passages import add_note
from workbench.services.records import add_name
from workbench.services.sources import import_source, read_pasted
from workbench.store.queries.hits import HitOwner
from workbench.store.queries.records import list_records
from workbench.store.queries.sources import list_sources, read_text, source_detail

KEY = Qt.Key


@pytest.fixture
def view(qtbot: QtBot, look: Look, sample_session: Session) -> Iterator[SearchView]:
    stack = QStackedWidget()
    made = SearchView(sample_session, stack)
    for page in (made, QLineEdit()):
        stack.addWidget(page)
    qtbot.addWidget(stack)
    stack.resize(1232, 640)
    stack.show()
    qtbot.waitExposed(stack)
    made.enter()
    yield made
    del stack  # kept until here: qtbot holds windows only weakly


def found(qtbot: QtBot, view: SearchView, query: str) -> Found:
    view.field.edit.setText(query)
    qtbot.waitUntil(lambda: view._found is not None and view._found.query == query)
    assert view._found is not None
    return view._found


def rows(view: SearchView) -> list[Heading | HitOwner]:
    hits = view.list.hits
    return [hits.index(place).data(ROW_ROLE) for place in range(hits.rowCount())]


def gone_to(qtbot: QtBot, view: SearchView) -> Place:
    with qtbot.waitSignal(view.session.moved) as moved:
        qtbot.keyClick(view.list, KEY.Key_Return)
    place = moved.args[0]
    assert isinstance(place, Place)
    return place


def test_typing_finds_and_enter_goes_there(qtbot: QtBot, view: SearchView) -> None:
    assert QApplication.focusWidget() is view.field.edit
    qtbot.keyClicks(view.field.edit, "Vilnius")
    qtbot.keyClick(view.field.edit, KEY.Key_Return)  # before the search has answered
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.list)
    owner = view.list.current()
    assert owner is not None
    assert owner.hit.kind == "name"
    place = gone_to(qtbot, view)
    assert (place.view, place.record_id) == (ViewName.RECORDS, owner.hit.record_id)


def test_keys_pass_over_headings_and_come_back_to_the_field(qtbot: QtBot, view: SearchView) -> None:
    all_found = found(qtbot, view, "free")
    kinds = [row.kind for row in rows(view) if isinstance(row, Heading)]
    assert kinds == ["name", "source", "text", "statement"]
    assert view.count.text() == f"{len(all_found.owners)} places"
    qtbot.keyClick(view.field.edit, KEY.Key_Down)
    seen = []
    for _step in all_found.owners:
        owner = view.list.current()
        assert owner is not None
        seen.append(owner)
        qtbot.keyClick(view.list, KEY.Key_Down)
    assert seen == list(all_found.owners)
    for _step in range(len(seen)):
        qtbot.keyClick(view.list, KEY.Key_Up)
    assert QApplication.focusWidget() is view.field.edit
    assert view.field.edit.selectedText() == "free"


def test_a_find_in_a_text_leads_to_the_character(qtbot: QtBot, view: SearchView) -> None:
    session = view.session
    text = "🎉👩🏽‍🚀 A le\u0301tter\n\nThe old mill at Zaslaŭje burns."
    session.archive.perform(import_source(read_pasted(html=None, text=text)), author_id=session.author_id)
    owner = next(owner for owner in found(qtbot, view, "zaslauje").owners if owner.hit.kind == "text")
    place = place_of(owner)
    with session.read() as connection:
        detail = source_detail(connection, list_sources(connection)[0].id)
        assert detail is not None
        whole = read_text(connection, detail.text_version_id).text
    assert place.view is ViewName.SOURCES
    assert place.source_id == detail.id
    assert place.position is not None
    assert whole[place.position :].startswith("Zaslaŭje")


def test_translations_and_notes_lead_home(qtbot: QtBot, view: SearchView) -> None:
    session = view.session
    found(qtbot, view, "esame laisvi")
    view.list.begin()
    owner = view.list.current()
    assert owner is not None
    assert owner.hit.kind == "translation"
    place = gone_to(qtbot, view)
    assert (place.view, place.quote_id, place.language) == (ViewName.TRANSLATIONS, owner.hit.quote_id, "lt")
    with qtbot.waitSignal(session.moved) as moved:
        assert view.run_action("record.source")
    assert moved.args[0].view is ViewName.SOURCES
    assert moved.args[0].passage_id == owner.hit.passage_id
    with session.read() as connection:
        source = source_detail(connection, list_sources(connection)[0].id)
    assert source is not None
    act = add_note(source.text_version_id, Span(0, 4), NoteInput(body="ring the archive of Hrodna"))
    session.archive.perform(act, author_id=session.author_id)
    (note,) = found(qtbot, view, "Hrodna").owners
    assert place_of(note).passage_id == note.hit.passage_id
    assert place_of(note).source_id == source.id


def test_one_line_for_each_record(qtbot: QtBot, view: SearchView) -> None:
    owners = [owner for owner in found(qtbot, view, "Vilnius").owners if owner.hit.kind == "name"]
    assert len({owner.hit.record_id for owner in owners}) == len(owners)
    assert all(owner.hit.length for owner in owners)
    latin = found(qtbot, view, "Вільнюс").owners
    assert {owner.hit.record_id for owner in owners} <= {owner.hit.record_id for owner in latin}


def test_nothing_found_and_nothing_asked_say_what_helps(qtbot: QtBot, view: SearchView) -> None:
    assert view._stack.currentWidget() is view._begin
    found(qtbot, view, "zzzzqqqq")
    assert view._stack.currentWidget() is view._nothing
    assert view.count.isHidden()
    qtbot.keyClick(view.field.edit, KEY.Key_Escape)
    assert view._stack.currentWidget() is view._begin
    assert not view.run_action("record.source")


def test_find_everywhere_selects_what_was_typed(qtbot: QtBot, view: SearchView) -> None:
    found(qtbot, view, "free")
    view.list.begin()
    assert view.run_action("find.everywhere")
    assert QApplication.focusWidget() is view.field.edit
    assert view.field.edit.selectedText() == "free"


def test_coming_back_finds_query_and_place_again(qtbot: QtBot, view: SearchView) -> None:
    found(qtbot, view, "free")
    view.list.begin()
    qtbot.keyClick(view.list, KEY.Key_Down)
    before = view.list.current()
    stack = view.parentWidget()
    assert isinstance(stack, QStackedWidget)
    stack.setCurrentIndex(1)
    stack.widget(1).setFocus()
    stack.setCurrentIndex(0)
    view.enter()
    assert QApplication.focusWidget() is view.list
    assert view.list.current() == before
    assert view.field.text() == "free"


def test_what_is_written_elsewhere_is_found_at_once(qtbot: QtBot, view: SearchView) -> None:
    session = view.session
    assert found(qtbot, view, "Kvitka").owners == ()
    with session.read() as connection:
        person = list_records(connection, "en", "person")[0]
    session.perform(add_name(person.id, NameInput(value="Kvitka", tag="be-Latn", kind="alias")))
    qtbot.waitUntil(lambda: view._found is not None and len(view._found.owners) == 1)
    assert view._stack.currentWidget() is view.list


def test_only_the_last_answer_counts(qtbot: QtBot, view: SearchView) -> None:
    for query in ("f", "fr", "fre", "Vilnius"):
        view.field.set_text(query)
    qtbot.waitUntil(lambda: not view.session.operations.jobs)
    assert view._found is not None
    assert view._found.query == "Vilnius"


def test_every_language_opens_it(qtbot: QtBot, view: SearchView) -> None:
    found(qtbot, view, "Vilnius")
    heads = set()
    for language in INTERFACE_LANGUAGES:
        switch_language(language)
        qtbot.waitUntil(lambda: not view.session.operations.jobs)
        heads.add(view.list.hits.index(0).data())
        assert view.grab().width() == view.width()
    assert len(heads) == len(INTERFACE_LANGUAGES)
