"""The passages on a text after writes small and large, done by whoever."""

from __future__ import annotations

from PySide6.QtCore import Qt

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import NoteInput, TagInput
from workbench.qt.sources.following import _FEW
from workbench.services.passages import add_note, add_tag, remove_passage
from workbench.services.sources import import_source
from workbench.services.versions import import_newer
from workbench.store.tables import Passage
from workbench.store.work import Act, Work

from .conftest import ALT, Desk

MANY = _FEW + 20
LONG = "\n".join(f"{number} {'word ' * 9}of the register." for number in range(MANY))


def open_long(desk: Desk) -> tuple[str, str]:
    """Open a text with a passage a line, made by one operation; return the ids of source and text version."""
    made: list[str] = []
    desk.session.perform(import_source(incoming(LONG)), on_done=lambda done: made.extend((done.source_id,)))
    desk.until(lambda: bool(made))
    desk.settle()
    source = desk.view.article.source
    assert source is not None
    return source.id, source.text_version_id


def annotate(version: str) -> Act[None]:
    def run(work: Work) -> None:
        at = 0
        for line in LONG.split("\n"):
            add_note(version, Span(at, at + len(line)), NoteInput(body="x")).run(work)
            at += len(line) + 1

    return Act("annotate", run)


def shown(desk: Desk) -> set[tuple[str, int, int]]:
    return {(passage.id, passage.span.start, passage.span.end) for passage in desk.view.reader.passages}


def kept(desk: Desk) -> set[tuple[str, int, int]]:
    return {(row.id, row.start, row.end) for row in desk.rows(Passage)}


def test_a_large_write_is_followed_without_holding_the_window_up(desk: Desk) -> None:
    _source, version = open_long(desk)
    at_once: list[int] = []
    desk.session.changed.connect(lambda _changes: at_once.append(len(desk.view.reader.passages)))
    desk.session.perform(annotate(version))
    desk.settle()
    assert at_once == [0]
    assert shown(desk) == kept(desk)
    assert len(shown(desk)) == MANY


def test_what_is_written_while_a_large_write_is_being_read_is_shown(desk: Desk) -> None:
    _source, version = open_long(desk)
    desk.session.perform(annotate(version))
    desk.session.perform(add_tag(version, Span(2, 6), TagInput(label="later")))
    desk.session.perform(add_tag(version, Span(2, 11), TagInput(label="gone")), on_done=lambda key: gone(desk, key))
    desk.settle()
    assert len(shown(desk)) == MANY + 1
    assert shown(desk) == kept(desk)


def gone(desk: Desk, passage_id: str) -> None:
    desk.session.perform(remove_passage(passage_id))


def test_an_edge_that_is_being_moved_stays_where_it_goes_after_a_large_write(desk: Desk) -> None:
    _source, version = open_long(desk)
    made: list[str] = []
    desk.session.perform(add_tag(version, Span(2, 6), TagInput(label="edge")), on_done=made.append)
    desk.settle()
    desk.view.go_to_passage(made[0])
    desk.session.perform(annotate(version))
    desk.press(Qt.Key.Key_Right, held=ALT)
    desk.until(lambda: len(desk.view.reader.passages) > MANY)
    passage = desk.view.reader.passages.get(made[0])
    assert passage is not None
    assert passage.span == Span(2, 11)


def test_a_newer_text_comes_with_its_passages_and_none_are_read_for_the_old_one(desk: Desk) -> None:
    source, version = open_long(desk)
    desk.session.perform(annotate(version))
    desk.settle()
    left: list[int] = []
    desk.session.changed.connect(lambda _changes: left.append(len(desk.view.reader.passages)))
    desk.session.perform(import_newer(source, incoming("A line before.\n" + LONG)))
    desk.settle()
    assert left == [MANY]
    assert desk.view.article.source is not None
    assert desk.view.article.source.text_version_id != version
    now = {row.id for row in desk.rows(Passage) if row.text_version_id != version}
    assert {key for key, _start, _end in shown(desk)} == now
