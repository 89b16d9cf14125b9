from __future__ import annotations

from rooms import ARTICLE, Room, span_of
from workbench.domain.inputs import MentionInput, QuoteInput, TranslationInput
from workbench.domain.kinds import RecordKind
from workbench.services import claims, quotes, records
from workbench.store.queries.desk import read_queue


def test_a_quote_has_the_events_of_its_paragraph_and_those_that_it_supports(room: Room) -> None:
    version = room.bring_in(ARTICLE)
    near = room.person("The vigil", kind=RecordKind.EVENT)
    far = room.person("The walk", kind=RecordKind.EVENT)
    cited = room.person("The meeting", kind=RecordKind.EVENT)
    somebody = room.person("Ihar")
    marked = room.do(
        quotes.mark_quote(version, span_of("We kept your chair by the window"), QuoteInput(published_language="en"))
    )
    alone = room.do(quotes.mark_quote(version, span_of("seven years"), QuoteInput(published_language="en")))
    room.do(records.link_passage(version, span_of("Nobody else spoke"), near, MentionInput()))
    room.do(records.link_passage(version, span_of("walked out of the gate"), far, MentionInput()))
    room.do(records.link_passage(version, span_of("Nobody"), somebody, MentionInput()))
    room.do(claims.add_participation(cited, somebody, "witness", (marked.passage_id,)))
    with room.archive.read() as connection:
        found = read_queue(connection, "en")
    assert found.events == {marked.quote_id: frozenset({near, cited})}
    assert found.names == {near: "The vigil", cited: "The meeting"}
    assert alone.quote_id not in found.events


def test_what_was_changed_later_waits_since_later(room: Room) -> None:
    version = room.bring_in(ARTICLE)
    given = QuoteInput(published_language="en")
    first = room.do(quotes.mark_quote(version, span_of("We kept your chair"), given)).quote_id
    second = room.do(quotes.mark_quote(version, span_of("seven years"), given)).quote_id
    written = room.do(quotes.write_translation(first, TranslationInput(language="be", text="Мы")))
    with room.archive.read() as connection:
        since = read_queue(connection, "en").since
    assert since[first] < since[second] < since[written]
    room.do(quotes.edit_quote(first, QuoteInput(published_language="en", spoken_language="be")))
    with room.archive.read() as connection:
        assert read_queue(connection, "en").since[first] > since[written]
