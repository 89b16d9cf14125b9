"""A mark is on the text before the archive has it, and goes where the archive refuses it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rooms import incoming
from workbench.domain.errors import InputError
from workbench.domain.kinds import PassageKind
from workbench.services.passages import remove_passage
from workbench.services.versions import import_newer
from workbench.store.tables import Mention, Note, Passage, Quote
from workbench.store.work import Act, Work

from .conftest import CTRL, Desk

KEY = Qt.Key


def mark_person(desk: Desk, words: str) -> None:
    desk.select(words)
    desk.press(KEY.Key_P)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Return)


def test_a_mark_is_shown_before_it_is_written(article_desk: Desk) -> None:
    desk = article_desk
    reader = desk.view.reader
    mark_person(desk, "Maria Kolesnikova")
    assert desk.session.operations.jobs  # still being written
    current = reader.current()
    assert current is not None
    shown = reader.passages.get(current)
    assert shown is not None
    assert shown.kinds == (PassageKind.PERSON,)
    desk.settle()
    assert desk.one(Passage).id == desk.view.inspector.passage.id == current == reader.current()
    now = reader.passages.get(current)
    assert now is not None
    assert now.records == (desk.one(Mention).record_id,)


def test_what_comes_right_after_a_mark_waits_for_nothing(article_desk: Desk) -> None:
    desk = article_desk
    mark_person(desk, "Maria Kolesnikova")
    desk.press(KEY.Key_Backspace, held=CTRL)
    desk.settle()
    assert desk.rows(Passage) == []
    assert len(desk.view.reader.passages) == 0
    assert desk.view.inspector.passage is None


def test_a_second_kind_on_the_same_words_is_the_same_passage(article_desk: Desk) -> None:
    desk = article_desk
    mark_person(desk, "Maria Kolesnikova")
    desk.press(KEY.Key_N)
    desk.type("a note")
    desk.press(KEY.Key_Return, held=CTRL)
    (passage,) = desk.view.reader.passages
    assert passage.kinds == (PassageKind.PERSON, PassageKind.NOTE)
    desk.settle()
    assert desk.one(Note).passage_id == desk.one(Passage).id == passage.id


def test_a_mark_that_the_archive_refuses_is_taken_back(article_desk: Desk) -> None:
    desk = article_desk
    reader, version = desk.view.reader, desk.view.article.source
    assert version is not None
    span = desk.select("Maria Kolesnikova")
    told: list[object] = []
    errors: list[object] = []
    desk.session.operations.failed.connect(errors.append)

    def refuse(_work: Work) -> None:
        raise InputError("no")

    desk.view.marking.at_once.mark(
        version.text_version_id,
        span,
        lambda _key: Act("add_note", refuse),
        kind=PassageKind.NOTE,
        settled=told.append,
    )
    assert len(reader.passages) == 1
    desk.settle()
    assert len(reader.passages) == 0
    assert reader.current() is None
    assert len(told) == len(errors) == 1


def test_a_refused_kind_leaves_the_passage_as_it_was(article_desk: Desk) -> None:
    desk = article_desk
    mark_person(desk, "Maria Kolesnikova")
    desk.settle()
    gone = desk.one(Passage).id
    desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_Q)
    desk.session.perform(remove_passage(gone))
    desk.press(KEY.Key_Return)  # marked as a quote again, under the id that it had on the screen
    desk.settle()
    (passage,) = desk.view.reader.passages
    assert passage.id == desk.one(Passage).id == desk.one(Quote).passage_id


def test_a_mark_on_words_that_a_newer_text_took_along_is_kept_where_it_was_made(article_desk: Desk) -> None:
    desk = article_desk
    errors: list[object] = []
    desk.session.operations.failed.connect(errors.append)
    mark_person(desk, "Maria Kolesnikova")
    desk.settle()
    source, text = desk.view.article.source, desk.view.reader.text
    assert source is not None
    carried = desk.one(Passage).id
    desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_Q)
    desk.session.perform(import_newer(source.id, incoming(f"A line that came in later.\n{text}")))
    desk.press(KEY.Key_Return)
    desk.settle()
    assert errors == []
    quote = desk.one(Quote)
    places = {row.id: row.text_version_id for row in desk.rows(Passage)}
    assert quote.passage_id != carried
    assert places[quote.passage_id] == source.text_version_id != places[carried]
