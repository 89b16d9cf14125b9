"""Newer captures: what is kept, what is carried, what waits, and that all of it is taken back to the row."""

from __future__ import annotations

from typing import Any

import pytest

from rooms import ARTICLE, Room, drop_index, incoming, span_of
from workbench.domain.errors import CancelledError, ImportFileError, NotFoundError
from workbench.domain.inputs import MentionInput, NoteInput, QuoteInput, TranslationInput
from workbench.domain.kinds import Carried
from workbench.languages.fold import fold
from workbench.services import decisions, passages, placing, quotes, records, sources, versions
from workbench.store.queries.passages import passage_marks
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.search import search
from workbench.store.queries.sources import source_detail, sources_like, sources_with_original
from workbench.store.queries.versions import (
    last_step,
    list_captures,
    list_versions,
    moved_passages,
    older_passage,
    older_passages,
    waiting_passages,
)

YEARS = "The court had sentenced her to seven years; the register counts nine."
UNTOLD = "Nothing was told of the sentence, then or later."
NEWER = "Updated at noon, with a word of the court.\n" + ARTICLE.replace(YEARS, UNTOLD)
"""A line more before everything, and one line exchanged."""


def annotated(room: Room) -> tuple[str, dict[str, str]]:
    """Bring the article in with three passages; return the source and the passages by their words."""
    version = room.bring_in()
    quote = room.do(
        quotes.mark_quote(version, span_of("We kept your chair by the window,"), QuoteInput(published_language="en"))
    )
    room.do(quotes.write_translation(quote.quote_id, TranslationInput(language="lt", text="Laikėme tavo kėdę")))
    years = room.do(passages.add_note(version, span_of("sentenced her to seven years"), NoteInput(body="who?")))
    linked = room.do(records.link_passage(version, span_of("Nobody else spoke"), room.person("A"), MentionInput()))
    source_id = next(iter(room.rows()["source"]))
    return source_id, {"quote": quote.passage_id, "years": years, "nobody": linked.passage_id}


def foreseen(room: Room, source_id: str, words: str) -> versions.Foreseen:
    with room.archive.read() as connection:
        return versions.foresee(connection, source_id, incoming(words))


def newer(room: Room, source_id: str, words: str = NEWER) -> versions.Renewed:
    before = foreseen(room, source_id, words)
    done = room.do(versions.import_newer(source_id, incoming(words), foreseen=before))
    assert (before.certain, before.moved) == (done.certain, done.moved)
    assert before.same_text is done.same_text
    return done


def words_now(room: Room, passage_id: str) -> tuple[int, str]:
    """Return the number of the text that a passage stands in, and its words there."""
    rows = room.rows()
    passage = rows["passage"][passage_id]
    return rows["text_version"][passage["text_version_id"]]["number"], passage["exact"]


def test_what_is_certain_is_carried_and_the_rest_waits(room: Room) -> None:
    source_id, found = annotated(room)
    before = room.rows()
    done = newer(room, source_id)
    after = room.rows()
    assert (done.certain, done.moved, done.waiting) == (2, 0, 1)
    assert words_now(room, found["quote"]) == (2, "We kept your chair by the window,")
    assert words_now(room, found["nobody"]) == (2, "Nobody else spoke")
    assert words_now(room, found["years"]) == (1, "sentenced her to seven years")
    assert after["passage"][found["years"]] == before["passage"][found["years"]]
    (capture,) = after["capture"].values()
    assert capture["source_id"] == source_id
    assert after["text_version"][done.text_version_id]["capture_id"] == capture["id"]
    steps = {row["passage_id"]: row for row in after["carrying"].values()}
    assert set(steps) == {found["quote"], found["nobody"]}
    old = before["passage"][found["quote"]]
    step = steps[found["quote"]]
    assert {step[name] == old[name] for name in ("start", "end", "exact", "prefix", "suffix")} == {True}
    assert (step["from_id"], step["how"], step["confidence"]) == (old["text_version_id"], "certain", 100)
    for table in ("source", "quote", "translation", "mention", "note", "record"):
        assert after[table] == before[table]
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    room.assert_sound()
    room.redo()
    assert room.rows() == after
    room.reopen()
    room.assert_sound()


def test_the_same_bytes_are_refused_and_the_same_text_is_told(room: Room) -> None:
    source_id, _found = annotated(room)
    for refused in (
        lambda: foreseen(room, source_id, ARTICLE),
        lambda: room.do(versions.import_newer(source_id, incoming(ARTICLE))),
    ):
        before = room.rows()
        with pytest.raises(ImportFileError, match="The gate"):
            refused()
        assert room.rows() == before
    done = newer(room, source_id, ARTICLE + "\n")  # another byte, and the same text
    assert done.same_text
    assert len(room.rows()["capture"]) == 1
    assert len(room.rows()["text_version"]) == 1
    assert room.rows()["carrying"] == {}
    newer(room, source_id)
    again = newer(room, source_id, ARTICLE)  # as it was first, which is not what came last
    assert not again.same_text
    assert len(room.rows()["text_version"]) == 3
    room.assert_sound()


def test_a_foresight_that_is_out_of_date_is_no_harm(room: Room) -> None:
    source_id, found = annotated(room)
    before = foreseen(room, source_id, NEWER)
    version = next(iter(room.rows()["text_version"]))
    added = room.do(passages.add_note(version, span_of("chair by the window"), NoteInput(body="later")))
    room.do(passages.move_passage(found["nobody"], span_of("Nobody else"), text_version_id=version))
    room.do(passages.remove_passage(found["years"]))
    done = room.do(versions.import_newer(source_id, incoming(NEWER), foreseen=before))
    assert (done.certain + done.moved, done.waiting) == (3, 0)
    assert words_now(room, added) == (2, "chair by the window")
    assert words_now(room, found["nobody"]) == (2, "Nobody else")
    other = foreseen(room, source_id, ARTICLE)
    back = room.do(versions.import_newer(source_id, incoming(ARTICLE + "\nMore."), foreseen=other))
    assert (back.certain + back.moved, back.waiting) == (3, 0)
    room.assert_sound()


def test_it_is_stopped_without_a_trace(room: Room) -> None:
    source_id, _found = annotated(room)
    before = room.rows()

    def stop(_done: int = 0, _total: int = 0) -> None:
        raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        room.archive.perform(versions.import_newer(source_id, incoming(NEWER)), author_id=None, check=stop)
    assert room.rows() == before
    with room.archive.read() as connection, pytest.raises(CancelledError):
        versions.foresee(connection, source_id, incoming(NEWER), stop)


def test_passages_come_along_over_several_captures(room: Room) -> None:
    source_id, found = annotated(room)
    newer(room, source_id)
    # What waited is there again.
    done = newer(room, source_id, ARTICLE + "\nShe was seen at last, in a town that nobody names here.")
    assert (done.certain + done.moved, done.waiting) == (3, 0)
    assert {words_now(room, passage)[0] for passage in found.values()} == {3}
    with room.archive.read() as connection:
        step = last_step(connection, found["years"])
        assert step is not None
        first, second, third = reversed(list_versions(connection, source_id))
        assert (step.from_id, step.to_id, step.how) == (first.id, third.id, Carried.CERTAIN)
        stood = {mark.id for mark in passage_marks(connection, first.id)}
        assert stood == set(found.values())
        assert {mark.id for mark in passage_marks(connection, second.id)} == {found["quote"], found["nobody"]}
        some = passage_marks(connection, first.id, frozenset({found["quote"]}))
        assert [(mark.id, mark.span.start) for mark in some] == [(found["quote"], span_of("We kept your chair").start)]
        assert [row.standing for row in (first, second, third)] == [0, 0, 3]
    room.assert_sound()


def test_two_passages_never_come_to_one_place_by_themselves(room: Room) -> None:
    source_id, found = annotated(room)
    newer(room, source_id)
    with room.archive.read() as connection:
        newest = list_versions(connection, source_id)[0].id
    room.do(passages.add_note(newest, span_of("Nothing was told", NEWER), NoteInput(body="a second look")))
    third = NEWER.replace(UNTOLD, YEARS)
    newer(room, source_id, third)
    room.do(
        passages.add_note(
            newest, span_of("Nothing was told", NEWER), NoteInput(body="in the old text, past the screen")
        )
    )
    places = [(row["text_version_id"], row["start"], row["end"]) for row in room.rows()["passage"].values()]
    assert len(places) == len(set(places))
    assert words_now(room, found["years"]) == (3, "sentenced her to seven years")
    room.assert_sound()


def test_words_are_found_in_the_newest_text_only_and_notes_still(room: Room) -> None:
    source_id, found = annotated(room)
    newer(room, source_id)

    def kinds(words: str) -> list[tuple[str, str | None]]:
        with room.archive.read() as connection:
            return [(hit.kind, hit.passage_id) for hit in search(connection, words, fold)]

    assert kinds("sentenced her") == []
    assert kinds("Nothing was told") == [("text", None)]
    assert kinds("Nobody else") == [("text", None)]
    assert kinds("who?") == [("note", found["years"])]
    room.undo()
    assert kinds("sentenced her") == [("text", None)]
    assert kinds("Nothing was told") == []
    room.redo()
    drop_index(room)
    assert kinds("sentenced her") == []
    room.assert_sound()


def test_a_quote_with_the_same_words_keeps_its_translations_fresh(room: Room) -> None:
    source_id, _found = annotated(room)
    newer(room, source_id)
    with room.archive.read() as connection:
        (quote,) = list_quotes(connection, "en")
    assert not quote.translations["lt"].stale
    assert room.rows()["text_version"][quote.text_version_id]["number"] == 2


def test_what_the_queries_say(room: Room) -> None:
    source_id, found = annotated(room)
    newer(room, source_id)
    with room.archive.read() as connection:
        second, first = list_versions(connection, source_id)
        assert (first.number, first.capture_id, first.file_name, first.standing) == (1, None, "article.txt", 1)
        assert (second.number, second.length, second.standing) == (2, len(NEWER), 2)
        assert [capture.original_size for capture in list_captures(connection, source_id)] == [
            len(NEWER.encode()),
            len(ARTICLE.encode()),
        ]
        detail, older = source_detail(connection, source_id), source_detail(connection, source_id, first.id)
        assert detail is not None
        assert older is not None
        assert (detail.text_version_id, detail.older) == (second.id, False)
        assert (older.text_version_id, older.older, older.newest_id) == (first.id, True, second.id)
        assert [(row.id, row.gone) for row in older_passages(connection, source_id)] == [(found["years"], False)]
        assert [row.id for row in waiting_passages(connection, source_id)] == [found["years"]]
        assert moved_passages(connection, source_id) == []
        step = last_step(connection, found["nobody"])
        assert step is not None
        assert (step.to_id, step.exact, step.now_exact) == (second.id, *["Nobody else spoke"] * 2)
        assert last_step(connection, found["years"]) is None
        waits = older_passage(connection, found["years"])
        assert waits is not None
        assert (waits.text_version_id, waits.exact) == (first.id, "sentenced her to seven years")
        assert older_passage(connection, found["nobody"]) is None
        assert sources_with_original(connection, second.original_digest) == [source_id]
        assert sources_with_original(connection, first.original_digest) == [source_id]
        assert source_detail(connection, source_id, "nothing") is None


@pytest.mark.parametrize(
    ("facts", "alike"),
    [
        ({"address": "https://a.example/1"}, True),
        ({"address": "https://a.example/2"}, False),
        ({"title": "The gate", "publisher": "Gazette"}, True),
        ({"title": "The gate", "publisher": ""}, False),
        ({"title": "Another", "publisher": "Gazette"}, False),
        ({}, False),
    ],
)
def test_what_may_be_a_newer_capture(room: Room, facts: dict[str, Any], alike: bool) -> None:
    room.bring_in(address="https://a.example/1", publisher="Gazette")
    room.bring_in("Another text.", title="", publisher="")
    given = sources.Provenance(**facts)
    with room.archive.read() as connection:
        assert len(sources_like(connection, given)) == int(alike)


def test_a_newer_reader_reads_the_same_bytes(room: Room) -> None:
    source_id, found = annotated(room)
    with room.archive.read() as connection:
        read = versions.read_again(connection, source_id)
    assert read.original.data == ARTICLE.encode()
    assert room.do(versions.import_newer(source_id, read, again=True)).same_text
    assert room.rows()["capture"] == {}
    other = incoming(NEWER).reading  # as another version of the reader would have it
    renewed = room.do(
        versions.import_newer(source_id, sources.Incoming(read.original, other, read.provenance), again=True)
    )
    rows = room.rows()
    assert rows["capture"] == {}
    assert rows["text_version"][renewed.text_version_id]["capture_id"] is None
    assert words_now(room, found["quote"])[0] == 2
    assert (
        room.archive.perform(
            versions.import_newer(source_id, incoming("Quite another text.")), author_id=None
        ).value.waiting
        == 3
    )
    room.assert_sound()


def test_a_source_that_is_gone_is_told(room: Room) -> None:
    source_id, _found = annotated(room)
    room.do(sources.remove_source(source_id))
    with room.archive.read() as connection:
        for look in (
            lambda: versions.foresee(connection, source_id, incoming(NEWER)),
            lambda: decisions.decisions(connection, source_id),
            lambda: versions.read_again(connection, source_id),
        ):
            with pytest.raises(NotFoundError):
                look()
    with pytest.raises(NotFoundError):
        room.do(versions.import_newer(source_id, incoming(NEWER)))


def test_removing_a_source_takes_its_captures_along(room: Room) -> None:
    source_id, _found = annotated(room)
    newer(room, source_id)
    before = room.rows()
    room.do(sources.remove_source(source_id))
    after = room.rows()
    assert not any(after[name] for name in ("source", "capture", "text_version", "carrying", "passage"))
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    room.assert_sound()


def test_a_doubt_that_nobody_looked_at_goes_along(room: Room) -> None:
    lines = [
        "Cobalt drizzle fell on the gravel while the juniper kernel rested in a lattice of mustard and nettle.",
        "An oyster lay in the parsley beside the quarry, and every rafter of the trellis was as black as umber.",
        "The vessel of wicker stood by the copper stove, with barley and a ledger in the window of the saddler.",
        "A mirror and an anchor were what the basket of thistle had hidden from the kettle and from the candle.",
        "Marble ribbon, velvet timber, walnut and pigeon: that was the whole of the saffron harvest of turnips.",
    ]
    version = room.bring_in("\n".join(lines))
    source_id = next(iter(room.rows()["source"]))
    span = span_of("juniper kernel rested", "\n".join(lines))
    passage = room.do(passages.add_note(version, span, NoteInput(body="x")))
    second = newer(room, source_id, "\n".join((*lines[1:], lines[0])))
    assert (second.certain, second.moved) == (0, 1)
    with room.archive.read() as connection:
        (doubt,) = moved_passages(connection, source_id)
    third = newer(room, source_id, "\n".join((*lines[1:], lines[0], "A line more.")))
    assert (third.certain, third.moved) == (0, 1)
    with room.archive.read() as connection:
        (step,) = moved_passages(connection, source_id)
        assert step == last_step(connection, passage)
    assert (step.from_id, step.to_id) == (version, third.text_version_id)
    assert step.confidence <= doubt.confidence
    assert (step.start, step.end) == (span.start, span.end)
    room.do(placing.return_passage(passage))
    assert words_now(room, passage) == (1, "juniper kernel rested")
    room.undo()
    room.do(placing.confirm_passage(passage))
    fourth = newer(room, source_id, "\n".join((*lines[1:], lines[0], "Two lines", "more.")))
    with room.archive.read() as connection:
        now = last_step(connection, passage)
    assert now is not None
    assert (now.from_id, now.to_id) == (third.text_version_id, fourth.text_version_id)
    room.assert_sound()
