from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rooms import PASSPHRASE, incoming, named, rows_of, span_of
from workbench.domain.inputs import MentionInput, ProfileInput
from workbench.i18n import activate
from workbench.qt.frame.language import tell_language_change
from workbench.qt.history.entries import PAGE
from workbench.qt.history.panel import HistoryPanel, row_of
from workbench.qt.look.style import Look
from workbench.qt.session import Place, Session, ViewName
from workbench.services import profiles, records, sources
from workbench.services.archives import open_archive
from workbench.store.tables import Export
from workbench.store.work import Act
from workbench.vault.keys import Parameters

Key, Shift = Qt.Key, Qt.KeyboardModifier.ShiftModifier


class Past:
    """A panel over a small past: an article, Maria, Ihar, and Maria linked to the article."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self.qtbot, self.session = qtbot, session
        self.place: Place | None = None
        self.version = self.do(sources.import_source(incoming("The gate: Maria walked out."))).text_version_id
        self.maria = self.do(records.create_record(named("Maria")))
        self.do(records.create_record(named("Ihar")))
        span = span_of("Maria", "The gate: Maria walked out.")
        self.do(records.link_passage(self.version, span, self.maria, MentionInput()))
        self.panel = HistoryPanel(session, lambda: self.place)
        qtbot.addWidget(self.panel)
        self.panel.resize(332, 640)
        self.panel.show()
        self.panel.activateWindow()
        qtbot.waitUntil(self.panel.isActiveWindow)
        self.panel.list.begin()

    def do(self, act: Act) -> object:
        return self.session.archive.perform(act, author_id=self.session.author_id).value

    def go(self, words: str) -> None:
        """Go down the list to an operation, by the arrow."""
        for _step in range(30):
            entry = self.panel.list.current()
            if entry is not None and words in self.panel.reverting._title.text():
                return
            self.qtbot.keyClick(self.panel.list, Key.Key_Down)
        raise AssertionError(words)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.session.operations.jobs)
        self.qtbot.waitUntil(lambda: self.panel.ready)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.panel.list, key, held)
        self.settle()

    def names(self) -> set[str]:
        return {str(row["value"]) for row in rows_of(self.session.archive)["name"].values()}


@pytest.fixture
def past(qtbot: QtBot, look: Look, session: Session) -> Past:
    return Past(qtbot, session)


def test_the_innermost_thing_of_a_place() -> None:
    assert row_of(None) is None
    assert row_of(Place(ViewName.SOURCES, source_id="s")) == "s"
    assert row_of(Place(ViewName.SOURCES, source_id="s", passage_id="p")) == "p"
    assert row_of(Place(ViewName.TRANSLATIONS, source_id="s", passage_id="p", quote_id="q")) == "q"


def test_one_older_operation_by_one_key_and_again_by_the_same(past: Past) -> None:
    past.go("Create Ihar")
    past.press(Key.Key_Delete)
    assert past.names() == {"Maria"}
    assert past.panel.reverting.message.text() == "1 operation undone."
    current = past.panel.list.current()
    assert current is not None
    assert (current.operation.subject, current.undone) == ("Ihar", True)  # one stays where one is
    assert any(text.startswith("Create Ihar, undone, AJ") for text in past.panel.texts())
    assert past.panel.texts()[0].startswith("Undone: create Ihar")
    assert past.panel.reverting.revert_button.text() == "Do again"
    past.press(Key.Key_Delete)
    assert past.names() == {"Maria", "Ihar"}
    assert past.panel.list.hasFocus()


def test_an_undo_in_the_list_stands_for_what_it_undid(past: Past) -> None:
    past.go("Create Ihar")
    past.press(Key.Key_Delete)
    past.qtbot.keyClick(past.panel.list, Key.Key_Home)
    past.go("Undone: create Ihar")
    assert past.panel.reverting.revert_button.text() == "Do again"
    past.press(Key.Key_Delete)
    assert past.names() == {"Maria", "Ihar"}


def test_what_depends_on_it_is_named_and_leads_there(past: Past) -> None:
    past.go("Create Maria")
    past.press(Key.Key_Delete)
    question = past.panel.reverting.question
    assert question.isVisible()
    assert question.text().startswith("1 later operation depends on this one.")
    assert question.operations() == ["Link passage to Maria"]
    assert past.names() == {"Maria", "Ihar"}
    question.list.setFocus()
    question.list.setCurrentIndex(question.list.lines.index(0))
    with past.qtbot.waitSignal(past.session.moved) as moved:
        past.qtbot.keyClick(question.list, Key.Key_Return)
    assert moved.args[0].view is ViewName.SOURCES
    assert moved.args[0].passage_id in rows_of(past.session.archive)["passage"]
    past.go("Create Maria")
    past.press(Key.Key_Delete)
    assert question.yes.hasFocus()
    assert question.yes.text() == "Undo these too"
    past.qtbot.keyClick(question.yes, Key.Key_Return)
    past.settle()
    assert past.names() == {"Ihar"}
    assert past.panel.reverting.message.text() == "2 operations undone."


def test_a_step_back_says_before_what_it_does_and_what_stays(past: Past) -> None:
    facts = {"title": "For Vilnius", "languages": "be", "quotes": 1, "files": 2, "manifest_digest": "0" * 64}
    past.do(Act("export_bundle", lambda work: work.insert(Export, **facts), "For Vilnius"))
    past.go("Create Maria")
    past.press(Key.Key_Return, Shift)
    question = past.panel.reverting.question
    assert question.text() == (
        "2 operations will be undone, newest first. 1 operation stays: Export bundle “For Vilnius”"
    )
    past.qtbot.keyClick(question.yes, Key.Key_Escape)
    assert not question.isVisible()
    assert past.panel.list.hasFocus()
    assert past.names() == {"Maria", "Ihar"}
    past.press(Key.Key_Return, Shift)
    past.qtbot.keyClick(question.yes, Key.Key_Return)
    past.settle()
    assert past.names() == {"Maria"}
    assert rows_of(past.session.archive)["mention"] == {}
    assert len(rows_of(past.session.archive)["export"]) == 1
    assert not past.panel.reverting.step_button.isVisible()  # one is there
    past.qtbot.keyClick(past.panel.list, Key.Key_Home)
    past.go("Link passage to Maria")  # its undo, which is the newest
    while past.panel.list.current().operation.target is not None:  # type: ignore[union-attr]
        past.qtbot.keyClick(past.panel.list, Key.Key_Down)
        past.go("Link passage to Maria")
    assert past.panel.reverting.step_button.text().split() == ["Step", "forward", "to", "here"]
    past.press(Key.Key_Return, Shift)
    assert question.text() == "2 operations will be done again."
    past.qtbot.keyClick(question.yes, Key.Key_Return)
    past.settle()
    assert past.names() == {"Maria", "Ihar"}
    assert len(rows_of(past.session.archive)["mention"]) == 1


def test_one_steps_to_operations_not_to_their_undo(past: Past) -> None:
    past.go("Create Ihar")
    past.press(Key.Key_Delete)
    past.press(Key.Key_Delete)
    for words in ("Done again: create Ihar", "Undone: create Ihar"):
        past.qtbot.keyClick(past.panel.list, Key.Key_Home)
        past.go(words)
        assert past.panel.reverting.revert_button.isVisible()
        assert not past.panel.reverting.step_button.isVisible()
        past.qtbot.keyClick(past.panel.list, Key.Key_Return, Shift)
        assert past.session.operations.jobs == ()
        assert not past.panel.reverting.question.isVisible()


@pytest.mark.parametrize(("key", "held"), [(Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Key.Key_Return, Shift)])
@pytest.mark.parametrize("asked", ["Create Maria", "Create Ihar"])
def test_an_answer_is_not_taken_for_another_operation(past: Past, asked: str, key: Qt.Key, held: object) -> None:
    reverting, gate = past.panel.reverting, threading.Event()
    past.go(asked)
    past.session.operations.run_read(lambda _context: gate.wait())  # the walk through a long log waits behind it
    past.qtbot.keyClick(past.panel.list, key, held)
    past.qtbot.keyClick(past.panel.list, Key.Key_Up)
    free = reverting.revert_button.isVisible() and reverting._free
    gate.set()
    past.settle()
    assert free  # one need not wait for what one has left
    assert not reverting.question.isVisible()
    assert reverting.message.isHidden()
    assert past.names() == {"Maria", "Ihar"}
    past.qtbot.keyClick(past.panel.list, Key.Key_Home)  # the passage's link
    past.press(Key.Key_Delete)
    assert rows_of(past.session.archive)["mention"] == {}
    assert reverting.message.text() == "1 operation undone."


def test_what_it_needs_is_named_where_it_cannot_be_done_again(past: Past) -> None:
    for _step in range(3):
        past.session.archive.undo(author_id=past.session.author_id)
    past.do(records.create_record(named("Vera")))
    past.panel._load()
    past.panel.list.begin()
    past.go("Link passage to Maria")
    while past.panel.list.current().operation.target is not None:  # type: ignore[union-attr]
        past.qtbot.keyClick(past.panel.list, Key.Key_Down)
        past.go("Link passage to Maria")
    past.press(Key.Key_Delete)
    question = past.panel.reverting.question
    assert question.operations() == ["Create Maria"]
    assert not question.yes.isVisible()
    assert question.no.hasFocus()
    past.qtbot.keyClick(question.no, Key.Key_Return)
    assert not question.isVisible()


def test_an_operation_opens_to_its_fields_and_leads_to_its_place(past: Past) -> None:
    past.go("Create Maria")
    reverting = past.panel.reverting
    assert not reverting.opened.isVisible()
    past.press(Key.Key_Return)
    assert reverting.opened.isVisible()
    assert "Value: “Maria”" in reverting.opened.texts()
    assert "Name" in reverting.opened.texts()
    with past.qtbot.waitSignal(past.session.moved) as moved:
        reverting.show_button.click()
    assert moved.args[0] == Place(ViewName.RECORDS, record_id=past.maria)
    past.press(Key.Key_Escape)
    assert not reverting.opened.isVisible()
    past.go("Add profile")
    assert not reverting.revert_button.isVisible()


def test_words_person_and_what_is_selected(past: Past) -> None:
    panel = past.panel
    assert not panel.person.isVisible()
    other = past.do(profiles.add_profile(ProfileInput(name="Mantas B.", initials="MB")))
    past.session.archive.perform(records.create_record(named("Maria the second")), author_id=str(other))
    panel._show_people()
    panel._load()
    assert panel.person.isVisible()
    assert [text.split(",")[0] for text in panel.texts()][:2] == ["Create Maria the second", "Add profile Mantas B."]
    panel.search.set_text("MARIA create")
    past.settle()
    assert [text.split(",")[0] for text in panel.texts()] == ["Create Maria the second", "Create Maria"]
    panel.person.setCurrentIndex(2)
    past.settle()
    assert [text.split(",")[0] for text in panel.texts()] == ["Create Maria the second"]
    panel.search.set_text("nobody")
    past.settle()
    assert panel.texts() == []
    assert panel._none.isVisible()
    panel.search.clear()
    panel.person.setCurrentIndex(0)
    past.place = Place(ViewName.RECORDS, record_id=past.maria)
    panel.scope.setCurrentIndex(1)
    past.settle()
    assert [text.split(",")[0] for text in panel.texts()] == ["Link passage to Maria", "Create Maria"]
    past.place = None
    panel.follow()
    past.settle()
    assert panel._unselected.isVisible()
    panel.show_row(past.maria)
    past.settle()
    assert len(panel.texts()) == 2


def test_a_change_elsewhere_comes_in_and_the_place_is_kept(past: Past) -> None:
    past.go("Create Maria")
    past.session.perform(records.create_record(named("Vera")))
    past.qtbot.waitUntil(lambda: past.panel.texts()[0].startswith("Create Vera"))
    current = past.panel.list.current()
    assert current is not None
    assert current.operation.subject == "Maria"


def test_words_follow_the_language(past: Past) -> None:
    before = past.panel.texts()
    activate("lt")
    tell_language_change(past.panel)
    assert past.panel.texts() != before


def test_a_read_only_archive_shows_its_past_without_verbs(past: Past, cheap_parameters: Parameters) -> None:
    before = past.session
    archive = open_archive(before.archive.path, PASSPHRASE, read_only=True, parameters=(cheap_parameters,))
    try:
        panel = HistoryPanel(Session(archive, before.author_id, before.operations, before.settings), lambda: None)
        past.qtbot.addWidget(panel)
        panel.show()
        panel.list.begin()
        assert len(panel.texts()) == len(past.panel.texts())
        assert not panel.reverting.revert_button.isVisible()
        assert not panel.reverting.step_button.isVisible()
        assert not panel.reverting._hint.isVisible()
        past.qtbot.keyClick(panel.list, Key.Key_Delete)
        past.qtbot.keyClick(panel.list, Key.Key_Return, Shift)
        assert before.operations.jobs == ()
    finally:
        archive.close()


def test_pages_are_read_as_one_scrolls(past: Past) -> None:
    for number in range(PAGE):
        past.do(records.create_record(named(f"P{number}")))
    panel = HistoryPanel(past.session, lambda: None)
    past.qtbot.addWidget(panel)
    panel.resize(332, 500)
    panel.show()
    assert panel.list.entries.loaded == PAGE
    panel.list.begin()
    for _turn in range(3):
        past.qtbot.keyClick(panel.list, Key.Key_End)
    assert panel.list.entries.loaded > PAGE
    assert panel.texts()[-1].startswith("Add profile")
    panel.search.set_text("create p")
    past.qtbot.waitUntil(lambda: panel.ready)
    assert panel.list.entries.loaded == PAGE
