"""What is withheld is shown before a bundle leaves, and decided there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import NoteInput
from workbench.domain.kinds import Level
from workbench.qt.bundles.doubts import Doubts
from workbench.qt.bundles.view import BundlesView
from workbench.services.doubts import Doubt
from workbench.services.levels import protect_person, set_level
from workbench.services.passages import add_note
from workbench.services.sources import import_source
from workbench.store.queries.records import list_records
from workbench.store.queries.sources import list_sources
from workbench.store.tables import Passage, Source

KEY = Qt.Key


def test_what_may_be_a_hidden_name_is_let_out_by_key(view: BundlesView, wait: Callable[[], None], qtbot: QtBot) -> None:
    with view.session.read() as connection:
        people = {row.name: row.id for row in list_records(connection, "en", "person")}
    view.session.perform(protect_person(people["Maria Kolesnikova"], "Person A"))
    doubts = view.preview.doubts
    qtbot.waitUntil(lambda: not doubts.isHidden() and not view.session.operations.jobs)
    wait()
    texts = [remark.text for remark in view.preview.warnings]
    assert any("leaves redacted" in text for text in texts)
    lines = [view.preview.persons.lines.line(at) for at in range(view.preview.persons.lines.rowCount())]
    line = next(line for line in lines if line is not None and line.title == "Person A")
    assert "instead of Maria Kolesnikova" in line.detail
    doubts.list.setFocus()
    key = doubts.list.current_id()
    qtbot.keyClick(doubts.list, KEY.Key_Space)
    assert view.chosen().let_out == {key}
    wait()
    assert doubts.let_out == {key}


def test_words_of_a_passage_that_stays_are_let_out(view: BundlesView, wait: Callable[[], None], qtbot: QtBot) -> None:
    words = "The kestrel sleeps in the attic."
    archive, author_id = view.session.archive, view.session.author_id
    archive.perform(import_source(incoming(f"Two.\n{words}", title="Two")), author_id=author_id)
    one = archive.perform(import_source(incoming(f"One.\n{words}", title="One")), author_id=author_id).value
    note = add_note(one.text_version_id, Span(5, 5 + len(words)), NoteInput(body="n"))
    passage = archive.perform(note, author_id=author_id).value
    view.session.perform(set_level(Passage, passage, Level.SECRET))
    doubts = view.preview.doubts
    qtbot.waitUntil(lambda: not doubts.isHidden() and not view.session.operations.jobs)
    wait()
    line = doubts.list.lines.line(0)
    assert line is not None
    assert line.title == "The kestrel sleeps in…: a passage that stays?"
    assert "Two. The kestrel" in line.detail
    doubts.list.setFocus()
    qtbot.keyClick(doubts.list, KEY.Key_Space)
    assert view.chosen().let_out == {"words/the kestrel sleeps in the attic"}


def test_every_place_of_words_is_shown_before_they_are_let_out(qtbot: QtBot) -> None:
    doubts = Doubts()
    qtbot.addWidget(doubts)
    many = Doubt("many", "r", "Anna Park", "Park")
    for text in ("The Park was empty.", "Park was beaten\nin the cell.", "The Park was empty."):
        many.meet(text, text.index("Park"), text.index("Park") + 4)
    one = Doubt("one", "r", "Anna Park", "park")
    one.meet("A park.", 2, 6)
    doubts.show_doubts([many, one])
    doubts.list.setFocus()
    qtbot.keyClick(doubts.list, KEY.Key_Home)
    assert not doubts.samples.isHidden()
    shown = [doubts.samples.lines.line(at) for at in range(doubts.samples.lines.rowCount())]
    assert [line.title for line in shown if line is not None] == [
        "The Park was empty.",
        "Park was beaten in the cell.",
    ]
    qtbot.keyClick(doubts.list, KEY.Key_Down)
    assert doubts.samples.isHidden()


def test_a_restricted_source_stays_unless_that_is_chosen(
    view: BundlesView, wait: Callable[[], None], qtbot: QtBot
) -> None:
    with view.session.read() as connection:
        source = list_sources(connection)[0].id
    view.session.perform(set_level(Source, source, Level.RESTRICTED))
    qtbot.waitUntil(lambda: any("Left out" in remark.text for remark in view.preview.warnings))
    wait()
    assert view.preview.count("sources") == "0"
    view.options.levels[Level.RESTRICTED].setFocus()
    qtbot.keyClick(view.options.levels[Level.RESTRICTED], KEY.Key_Space)
    assert view.chosen().level is Level.RESTRICTED
    qtbot.waitUntil(lambda: view.preview.count("sources") == "1")
    assert "What is restricted leaves." in [remark.text for remark in view.preview.warnings]
