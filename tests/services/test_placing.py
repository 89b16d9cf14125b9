"""What a person decides about passages that wait: each decision, what it refuses, and that it is taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import update

from rooms import ARTICLE, Room, incoming, span_of
from workbench.domain.anchors import Span
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import MentionInput, NoteInput, QuoteInput, StatementInput, TagInput, TranslationInput
from workbench.domain.kinds import Carried
from workbench.services import claims, decisions, passages, placing, quotes, records, versions
from workbench.store.queries.quotes import Need, list_quotes, need_of
from workbench.store.queries.versions import last_step, moved_passages, waiting_passages
from workbench.store.tables import Carrying
from workbench.store.work import Act, Work, table_of

NEWER = (
    "The gate\n"
    "On 3 May the librarian Alena Sokał walked out of the gate in Orša. Her sister Iryna waited.\n"
    "“We kept your seat by that window”, he told everybody. 👩\u200d👧\n"
    "The court had sentenced her to 7 years. The register counts nine."
)


@dataclass
class Queue:
    """A source with passages that wait in its older text."""

    room: Room
    source_id: str
    old: str
    new: str

    def note(self, words: str, text: str = ARTICLE, version: str = "") -> str:
        return self.room.do(passages.add_note(version or self.old, span_of(words, text), NoteInput(body=words)))

    def place(self, passage_id: str, words: str) -> placing.Placed:
        return self.room.do(placing.place_passage(passage_id, span_of(words, NEWER), text_version_id=self.new))

    def waiting(self) -> set[str]:
        with self.room.archive.read() as connection:
            return {row.id for row in waiting_passages(connection, self.source_id)}

    def row(self, passage_id: str) -> dict[str, Any]:
        return self.room.rows()["passage"][passage_id]

    def both_ways(self, act: Act[Any]) -> Any:
        """Do, take back and do again: each state is exactly as it was."""
        room = self.room
        before = room.rows()
        value = room.do(act)
        after = room.rows()
        assert after != before
        room.assert_sound()
        room.undo()
        assert room.rows() == before
        room.assert_sound()
        room.redo()
        assert room.rows() == after
        return value

    def refused(self, act: Act[Any], error: type[Exception]) -> None:
        before = self.room.rows()
        with pytest.raises(error):
            self.room.do(act)
        assert self.room.rows() == before


@pytest.fixture
def queue(room: Room) -> Queue:
    old = room.bring_in()
    source_id = next(iter(room.rows()["source"]))
    new = room.do(versions.import_newer(source_id, incoming(NEWER))).text_version_id
    return Queue(room, source_id, old, new)


def make_moved(queue: Queue, passage_id: str) -> None:
    """Have a placed passage stand as the program itself would have carried it with a doubt."""

    def run(work: Work) -> None:
        (step,) = work.find(Carrying, passage_id=passage_id, to_id=queue.new)
        work.change(Carrying, step.id, how=Carried.MOVED.value, confidence=87)

    queue.room.do(Act("place_passage", run))


def test_a_person_says_where_it_is(queue: Queue) -> None:
    brother = queue.note("Her brother Ihar")
    assert queue.waiting() == {brother}
    span = span_of("Her sister Iryna", NEWER)
    wide = Span(span.start - 1, span.end + 1)  # with the spaces beside it
    placed = queue.both_ways(placing.place_passage(brother, wide, text_version_id=queue.new))
    assert placed == placing.Placed(brother, merged=False)
    row = queue.row(brother)
    assert (row["text_version_id"], row["start"], row["exact"]) == (queue.new, span.start, "Her sister Iryna")
    (step,) = queue.room.rows()["carrying"].values()
    assert (step["how"], step["confidence"], step["exact"]) == ("person", 100, "Her brother Ihar")
    assert queue.waiting() == set()


def test_a_quote_with_other_words_has_stale_translations(queue: Queue) -> None:
    quote = queue.room.do(
        quotes.mark_quote(queue.old, span_of("We kept your chair by the window,"), QuoteInput(published_language="en"))
    )
    queue.room.do(quotes.write_translation(quote.quote_id, TranslationInput(language="lt", text="Laikėme tavo kėdę")))
    queue.place(quote.passage_id, "We kept your seat by that window")
    with queue.room.archive.read() as connection:
        (row,) = list_quotes(connection, "en")
    assert row.exact == "We kept your seat by that window"
    assert row.translations["lt"].stale
    assert row.translations["lt"].quote_text == "We kept your chair by the window,"
    assert need_of(row.translations["lt"]) is Need.STALE


def test_what_is_attached_moves_to_the_passage_that_is_there(queue: Queue) -> None:
    room = queue.room
    person = room.person("Alena")
    other_person = room.person("Ihar")
    old = room.do(
        records.link_passage(queue.old, span_of("Her brother Ihar"), person, MentionInput(role="old"))
    ).passage_id
    room.do(records.link_passage(queue.old, span_of("Her brother Ihar"), other_person, MentionInput()))
    queue.note("Her brother Ihar")
    room.do(passages.add_tag(queue.old, span_of("Her brother Ihar"), TagInput(label="kin")))
    room.do(quotes.mark_quote(queue.old, span_of("Her brother Ihar"), QuoteInput(published_language="en")))
    stated = room.do(claims.add_statement(person, StatementInput(property="description", value="x"), (old,)))
    alone = room.do(claims.add_statement(person, StatementInput(property="description", value="y"), (old,)))
    there = queue.note("Her sister Iryna", NEWER, queue.new)
    room.do(records.link_passage(queue.new, span_of("Her sister Iryna", NEWER), person, MentionInput(role="new")))
    room.do(passages.add_tag(queue.new, span_of("Her sister Iryna", NEWER), TagInput(label="kin")))
    room.do(claims.add_evidence("statement", stated, (there,)))
    placed = queue.both_ways(placing.place_passage(old, span_of("Her sister Iryna", NEWER), text_version_id=queue.new))
    assert placed == placing.Placed(there, merged=True)
    rows = room.rows()
    assert set(rows["passage"]) == {there}
    assert {row["record_id"]: row["role"] for row in rows["mention"].values()} == {
        person: "new",
        other_person: "mentioned",
    }
    assert {row["body"] for row in rows["note"].values()} == {"Her brother Ihar", "Her sister Iryna"}
    assert len(rows["passage_tag"]) == len(rows["quote"]) == 1
    assert {row["statement_id"] for row in rows["evidence"].values()} == {stated, alone} == set(rows["statement"])
    assert len(rows["evidence"]) == 2
    assert {
        row["passage_id"]
        for name in ("note", "mention", "quote", "evidence", "carrying")
        for row in rows[name].values()
    } == {there}
    assert [row["exact"] for row in rows["carrying"].values()] == ["Her brother Ihar"]


def test_two_quotes_are_not_put_together(queue: Queue) -> None:
    facts = QuoteInput(published_language="en")
    old = queue.room.do(quotes.mark_quote(queue.old, span_of("Her brother Ihar"), facts)).passage_id
    queue.room.do(quotes.mark_quote(queue.new, span_of("Her sister Iryna", NEWER), facts))
    queue.refused(placing.place_passage(old, span_of("Her sister Iryna", NEWER), text_version_id=queue.new), InputError)


def test_gone_is_said_and_taken_back(queue: Queue) -> None:
    brother = queue.note("Her brother Ihar")
    before = queue.row(brother)
    queue.both_ways(placing.passage_gone(brother, text_version_id=queue.new))
    assert queue.waiting() == set()
    assert queue.row(brother) == before
    (step,) = queue.room.rows()["carrying"].values()
    assert (step["how"], step["from_id"], step["to_id"]) == ("gone", queue.old, queue.new)
    queue.both_ways(placing.return_passage(brother))
    assert queue.waiting() == {brother}
    queue.room.do(placing.passage_gone(brother, text_version_id=queue.new))
    queue.place(brother, "Her sister Iryna")  # a second thought
    (step,) = queue.room.rows()["carrying"].values()
    assert step["how"] == "person"


def test_a_moved_one_is_confirmed_sent_back_placed_elsewhere_or_gone(queue: Queue) -> None:
    passage = queue.note("the gate in Orša")
    stood = queue.row(passage)

    def moved() -> None:
        queue.place(passage, "the gate in Orša")
        make_moved(queue, passage)
        with queue.room.archive.read() as connection:
            (step,) = moved_passages(connection, queue.source_id)
            assert step == last_step(connection, passage)
        assert (step.confidence, step.exact, step.now_exact) == (87, "the gate in Orša", "the gate in Orša")

    moved()
    queue.both_ways(placing.confirm_passage(passage))
    with queue.room.archive.read() as connection:
        assert moved_passages(connection, queue.source_id) == []
        step = last_step(connection, passage)
    assert step is not None
    assert (step.how, step.confidence) == (Carried.PERSON, 87)
    queue.refused(placing.confirm_passage(passage), StaleError)
    queue.refused(placing.return_passage(passage), StaleError)
    make_moved(queue, passage)
    queue.both_ways(placing.return_passage(passage))
    assert queue.waiting() == {passage}
    assert queue.row(passage) == stood
    assert queue.room.rows()["carrying"] == {}
    moved()
    queue.both_ways(placing.place_passage(passage, span_of("Her sister Iryna", NEWER), text_version_id=queue.new))
    assert queue.row(passage)["exact"] == "Her sister Iryna"
    make_moved(queue, passage)
    queue.both_ways(placing.passage_gone(passage, text_version_id=queue.new))
    assert queue.row(passage) == stood
    assert queue.waiting() == set()


def test_a_place_that_was_taken_meanwhile_is_told(queue: Queue) -> None:
    passage = queue.note("the gate in Orša")
    queue.place(passage, "the gate in Orša")
    make_moved(queue, passage)
    queue.note("the gate in Orša")  # made in the old text, as annotations from outside may be
    queue.refused(placing.return_passage(passage), InputError)
    queue.refused(placing.passage_gone(passage, text_version_id=queue.new), InputError)


def test_all_that_differ_in_punctuation_only_at_once(queue: Queue) -> None:
    window, years = queue.note("by the window,” he said"), queue.note("nine.")
    court = queue.note("; the register counts nine")
    taken = queue.note("register counts nine", NEWER, queue.new)
    same = queue.note("register counts nine")
    places = {court: span_of("The register counts nine", NEWER)}
    queue.refused(placing.place_alike(places, text_version_id=queue.new), InputError)  # a capital is another letter
    assert window in queue.waiting()
    places = {years: span_of("nine", NEWER), same: span_of("register counts nine", NEWER)}
    assert queue.both_ways(placing.place_alike(places, text_version_id=queue.new)) == 1
    assert queue.row(years)["exact"] == "nine"
    assert queue.waiting() == {window, court, same}  # the last would have to be put together with another
    assert taken in queue.room.rows()["passage"]


def test_decisions_on_what_is_not_so_any_more_are_refused(queue: Queue) -> None:
    brother = queue.note("Her brother Ihar")
    span = span_of("Her sister Iryna", NEWER)
    queue.refused(placing.place_passage(brother, span, text_version_id=queue.old), StaleError)
    queue.refused(placing.passage_gone(brother, text_version_id=queue.old), StaleError)
    queue.refused(placing.place_passage(brother, span, text_version_id=queue.new, expected=7), StaleError)
    queue.refused(placing.passage_gone(brother, text_version_id=queue.new, expected=7), StaleError)
    queue.refused(placing.place_passage(brother, Span(0, 9_999), text_version_id=queue.new), InputError)
    queue.refused(placing.return_passage(brother), StaleError)
    here = queue.note("Her sister Iryna", NEWER, queue.new)
    queue.refused(placing.place_passage(here, Span(0, 8), text_version_id=queue.new), StaleError)  # made there
    queue.refused(placing.passage_gone(here, text_version_id=queue.new), StaleError)


def test_the_queue_proposes_and_knows_why(queue: Queue) -> None:
    chair = queue.note("We kept your chair by the window,")
    gate = queue.note("The gate")
    with queue.room.archive.read() as connection:
        found = decisions.decisions(connection, queue.source_id)
    assert found.text_version_id == queue.new
    assert {row.passage.id for row in found.waiting} == {chair, gate}
    for row in found.waiting:
        assert (row.reason is None) is (row.passage.id == gate and bool(row.proposals) and row.reason is None)
        for proposal in row.proposals:
            assert 1 <= proposal.confidence <= 99
            assert proposal.span.end <= len(NEWER)
    assert {row.passage.id: row for row in found.waiting}[gate].proposals[0].span == Span(0, 8)


def test_check_sees_an_earlier_place_that_does_not_hold(queue: Queue) -> None:
    passage = queue.note("the gate in Orša")
    queue.place(passage, "the gate in Orša")
    table = table_of(Carrying)

    def lie(work: Work) -> None:
        work.connection.execute(update(table).values(exact="the gate in Minsk"))
        (row,) = work.find(Carrying)
        work.change(Carrying, row.id, confidence=1)

    queue.room.do(Act("place_passage", lie))
    with pytest.raises(AssertionError):
        queue.room.assert_sound()
