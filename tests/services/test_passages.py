from __future__ import annotations

import pytest

from rooms import ARTICLE, Room, incoming, span_of
from workbench.domain.anchors import Span
from workbench.domain.errors import InputError, NotFoundError, StaleError
from workbench.domain.inputs import MentionInput, NoteInput, QuoteInput, TagInput, TranslationInput
from workbench.domain.kinds import PassageKind, TranslationState
from workbench.domain.passages import MarkedPassage, QuoteState
from workbench.services import records
from workbench.services.passages import (
    add_note,
    add_tag,
    edit_note,
    move_passage,
    remove_note,
    remove_passage,
    remove_tag,
)
from workbench.services.quotes import mark_quote, move_translation, write_translation
from workbench.services.records import link_passage
from workbench.services.versions import import_newer
from workbench.store.queries.passages import passage_detail, passage_marks

NOTE = NoteInput(body="нататка")


def test_a_passage_holds_its_words_to_the_character(room: Room) -> None:
    version = room.bring_in()
    wide = span_of("Nobody else")
    assert "👩\u200d👧" in ARTICLE[: wide.start]
    passage = room.do(add_note(version, Span(wide.start - 1, wide.end + 1), NOTE))
    row = room.rows()["passage"][passage]
    assert (row["start"], row["end"], row["exact"]) == (wide.start, wide.end, "Nobody else")
    assert ARTICLE[wide.start - 32 : wide.start] == row["prefix"]
    assert ARTICLE[wide.end : wide.end + 32] == row["suffix"]
    room.assert_sound()


def test_one_range_is_one_passage(room: Room) -> None:
    version = room.bring_in()
    first = room.do(add_note(version, span_of("gate"), NOTE))
    assert room.do(add_note(version, span_of("gate"), NoteInput(body="другая"))) == first
    assert room.do(add_tag(version, span_of("gate"), TagInput(label="t"))) == first
    assert room.do(add_note(version, span_of("the gate"), NOTE)) != first
    with room.archive.read() as connection:
        detail = passage_detail(connection, first, "be")
        marks = passage_marks(connection, version)
    assert detail is not None
    assert [note.body for note in detail.notes] == ["нататка", "другая"]
    assert [tag.label for tag in detail.tags] == ["t"]
    assert len(marks) == 2


@pytest.mark.parametrize("span", [Span(len(ARTICLE), len(ARTICLE) + 1), Span(0, len(ARTICLE) + 1), Span(8, 9)])
def test_a_range_without_words_is_refused(room: Room, span: Span) -> None:
    version = room.bring_in()
    with pytest.raises(InputError, match="no words"):
        room.do(add_note(version, span, NOTE))
    with pytest.raises(NotFoundError):
        room.do(add_note("x", Span(0, 3), NOTE))
    assert room.rows()["passage"] == {}


def test_edges_move_and_what_is_attached_stays(room: Room) -> None:
    version = room.bring_in()
    passage = room.do(add_note(version, span_of("gate"), NOTE))
    other = room.do(add_note(version, span_of("the gate"), NOTE))
    room.do(move_passage(passage, span_of("out of the gate"), text_version_id=version, expected=1))
    row = room.rows()["passage"][passage]
    assert row["exact"] == "out of the gate"
    assert len(room.rows()["note"]) == 2
    for act, error in (
        (move_passage(passage, span_of("the gate"), text_version_id=version), InputError),
        (move_passage(passage, Span(8, 9), text_version_id=version), InputError),
        (move_passage(passage, span_of("chair"), text_version_id=version, expected=1), StaleError),
        (move_passage("x", span_of("chair"), text_version_id=version), NotFoundError),
    ):
        with pytest.raises(error):
            room.do(act)
    room.do(move_passage(passage, span_of("out of the gate"), text_version_id=version))
    room.undo()
    assert room.rows()["passage"][passage]["exact"] == "gate"
    assert other in room.rows()["passage"]
    room.assert_sound()


def test_notes_are_edited_and_removed(room: Room) -> None:
    version = room.bring_in()
    passage = room.do(add_note(version, span_of("gate"), NOTE))
    (note,) = room.rows()["note"]
    room.do(edit_note(note, NoteInput(body="a\nb"), expected=1))
    with pytest.raises(StaleError):
        room.do(edit_note(note, NoteInput(body="c"), expected=1))
    room.do(add_tag(version, span_of("gate"), TagInput(label="t")))
    room.do(remove_note(note))
    assert passage in room.rows()["passage"]
    with pytest.raises(NotFoundError):
        room.do(remove_note(note))
    (pair,) = room.rows()["passage_tag"]
    room.do(remove_tag(pair))
    assert room.rows()["passage"] == {}
    assert [row["label"] for row in room.rows()["tag"].values()] == ["t"]
    with pytest.raises(NotFoundError):
        room.do(remove_tag(pair))
    for _ in range(2):
        room.undo()
    assert len(room.rows()["note"]) == 1
    room.assert_sound()


def test_tags_are_one_whatever_their_letter_case(room: Room) -> None:
    version = room.bring_in()
    room.do(add_tag(version, span_of("gate"), TagInput(label="Мэбля")))
    room.do(add_tag(version, span_of("chair"), TagInput(label="мэбля")))
    outcome = room.archive.perform(add_tag(version, span_of("chair"), TagInput(label="МЭБЛЯ")), author_id=None)
    assert outcome.changes is None
    assert [row["label"] for row in room.rows()["tag"].values()] == ["Мэбля"]
    assert len(room.rows()["passage_tag"]) == 2


def test_a_passage_goes_with_all_that_is_attached(room: Room) -> None:
    version = room.bring_in()
    passage = room.do(add_note(version, span_of("gate"), NOTE))
    record = room.person("The gate")
    room.do(records.link_passage(version, span_of("gate"), record, MentionInput()))
    before = room.rows()
    with pytest.raises(StaleError):
        room.do(remove_passage(passage, expected=5))
    room.do(remove_passage(passage, expected=1))
    rows = room.rows()
    assert (rows["passage"], rows["note"], rows["mention"]) == ({}, {}, {})
    assert record in rows["record"]
    with pytest.raises(NotFoundError):
        room.do(remove_passage(passage))
    room.undo()
    assert room.rows() == before


def test_marks_have_the_records_and_the_state_that_is_worst(room: Room) -> None:
    version, person = room.bring_in(), room.person("Ihar")
    said, gate = span_of("We kept your chair by the window,"), span_of("the gate")
    linked = room.do(link_passage(version, gate, person, MentionInput()))
    given = QuoteInput(published_language="en", speaker_id=person)
    quote = room.do(mark_quote(version, said, given))

    def found() -> dict[str, MarkedPassage]:
        with room.archive.read() as connection:
            whole = passage_marks(connection, version)
            one = passage_marks(connection, version, frozenset({quote.passage_id}))
        assert one == [mark for mark in whole if mark.id == quote.passage_id]
        return {mark.id: mark for mark in whole}

    assert found()[linked.passage_id] == MarkedPassage(linked.passage_id, gate, (PassageKind.PERSON,), (person,))
    assert found()[quote.passage_id][2:] == ((PassageKind.QUOTE,), (person,), QuoteState.MISSING)
    be = room.do(write_translation(quote.quote_id, TranslationInput(language="be", text="Мы пакінулі")))
    room.do(move_translation(be, TranslationState.TRANSLATED))
    assert found()[quote.passage_id].state is QuoteState.TRANSLATED
    room.do(write_translation(quote.quote_id, TranslationInput(language="ru", text="Мы оставили")))
    assert found()[quote.passage_id].state is QuoteState.INITIAL
    room.do(move_passage(quote.passage_id, Span(said.start, said.end - 1), text_version_id=version))
    assert found()[quote.passage_id].state is QuoteState.STALE


def test_a_place_in_a_text_that_the_passage_has_left_is_refused(room: Room) -> None:
    version = room.bring_in()
    passage = room.do(add_note(version, span_of("he said"), NOTE))
    newer = incoming("A line that came in later.\n" + ARTICLE)
    room.do(import_newer(next(iter(room.rows()["source"])), newer))
    before = room.rows()
    for act in (
        move_passage(passage, span_of("he said. "), text_version_id=version),
        add_tag(version, span_of("he said"), TagInput(label="x"), passage_id=passage),
    ):
        with pytest.raises(StaleError, match="elsewhere by now"):
            room.do(act)
    assert room.rows() == before
    room.undo()
    room.do(move_passage(passage, span_of("he said."), text_version_id=version))
    assert room.rows()["passage"][passage]["exact"] == "he said."
