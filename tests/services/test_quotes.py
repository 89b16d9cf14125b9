from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.anchors import Span
from workbench.domain.errors import InputError, NotFoundError, StaleError
from workbench.domain.inputs import MentionInput, NameInput, ProfileInput, QuoteInput, RecordInput, TranslationInput
from workbench.domain.kinds import Manner, MarkKind, RecordKind, TranslationState
from workbench.services import passages, profiles, quotes, records
from workbench.store.queries.quotes import Need, QuoteRow, list_quotes, pivots_of, queue, quote_at

INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState
EN = QuoteInput(published_language="en")
SAID = "We kept your chair by the window,"


class Said:
    """A quote, its passage, and a second person to review."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.version = room.bring_in()
        self.other = room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
        marked = room.do(quotes.mark_quote(self.version, span_of(SAID), EN))
        self.quote, self.passage = marked.quote_id, marked.passage_id

    def write(self, text: str = "Тваё крэсла", language: str = "be", who: str | None = None) -> str:
        return self.room.do(quotes.write_translation(self.quote, TranslationInput(language=language, text=text)), who)

    def move(self, row: str, *states: TranslationState, who: str | None = None) -> None:
        for state in states:
            self.room.do(quotes.move_translation(row, state), who)

    def row(self) -> QuoteRow:
        with self.room.archive.read() as connection:
            return list_quotes(connection, "en", quote_ids=[self.quote])[0]


@pytest.fixture
def said(room: Room) -> Said:
    return Said(room)


def test_a_quote_has_its_facts(said: Said) -> None:
    room = said.room
    speaker = room.person("Ihar")
    given = QuoteInput(speaker_id=speaker, published_language="en", spoken_language="be", manner=Manner.PARAPHRASE)
    again = room.do(quotes.mark_quote(said.version, span_of(SAID), given))
    assert again.quote_id == said.quote
    row = said.row()
    assert (row.exact, row.speaker, row.spoken_language, row.manner) == (SAID, "Ihar", "be", "paraphrase")
    room.do(quotes.edit_quote(said.quote, EN, expected=2))
    assert said.row().speaker_id is None
    room.assert_sound()


def test_a_quote_keeps_who_translated_it_before_it_was_published(said: Said) -> None:
    room = said.room
    agency = room.person("The agency", kind=RecordKind.ORGANISATION)
    chain = QuoteInput(published_language="en", spoken_language="be", via_language="ru", interpreter_id=agency)
    room.do(quotes.mark_quote(said.version, span_of(SAID), chain))
    assert (said.row().via_language, said.row().interpreter) == ("ru", "The agency")
    new = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value="Rūta", tag="lt"),))
    room.do(quotes.mark_quote(said.version, span_of(SAID), EN, new_interpreter=new))
    assert (said.row().via_language, said.row().interpreter, said.row().speaker) == ("", "Rūta", "")
    place = room.person("Orša", kind=RecordKind.PLACE)
    with pytest.raises(InputError, match="translates"):
        room.do(quotes.edit_quote(said.quote, QuoteInput(published_language="en", interpreter_id=place)))
    room.do(records.remove_record(said.row().interpreter_id or ""))
    assert said.row().interpreter_id is None
    room.assert_sound()


def test_a_person_says_what_a_sign_is(room: Room) -> None:
    words = "(by the window)"
    version = room.bring_in("They kept it (by the window) for you … and us.")
    span = Span(0, 38)
    quote = room.do(quotes.mark_quote(version, span, EN)).quote_id

    def kinds() -> list[tuple[str, MarkKind]]:
        with room.archive.read() as connection:
            row = list_quotes(connection, "en", quote_ids=[quote])[0]
        return [(mark.words, mark.kind) for mark in row.marks]

    place = Span(13, 28)
    assert kinds() == [(words, MarkKind.ASIDE), ("…", MarkKind.PAUSE)]
    for kind in (MarkKind.INSERTION, MarkKind.OMISSION):
        room.do(quotes.retype_mark(quote, place, kind))
        assert kinds() == [(words, kind), ("…", MarkKind.PAUSE)]
    room.do(quotes.retype_mark(quote, place, MarkKind.ASIDE))
    assert kinds()[0] == (words, MarkKind.ASIDE)
    room.undo()
    assert kinds()[0] == (words, MarkKind.OMISSION)
    with pytest.raises(InputError, match="no sign"):
        room.do(quotes.retype_mark(quote, Span(0, 4), MarkKind.ASIDE))
    room.do(quotes.remove_quote(quote))
    room.assert_sound()


def test_a_translation_is_made_from_one_that_was_not_made_from_it(said: Said) -> None:
    said.write("Тваё крэсла")
    assert pivots_of(said.row(), "lt") == ("be",)
    assert pivots_of(said.row(), "be") == ()
    given = TranslationInput(language="ru", text="Твой стул")
    said.room.do(quotes.write_translation(said.quote, given, relay="be"))
    assert pivots_of(said.row(), "lt") == ("be", "ru")
    assert pivots_of(said.row(), "be") == ()


def test_what_is_no_quote_is_refused(said: Said) -> None:
    room = said.room
    place = room.person("Orša", kind=RecordKind.PLACE)
    before = room.rows()
    silent = QuoteInput(speaker_id=place, published_language="en")
    for act, error in (
        (quotes.mark_quote(said.version, span_of("gate"), silent), InputError),
        (quotes.edit_quote(said.quote, silent), InputError),
        (quotes.edit_quote(said.quote, QuoteInput(speaker_id="x", published_language="en")), NotFoundError),
        (quotes.edit_quote(said.quote, QuoteInput(published_language="be"), expected=4), StaleError),
        (quotes.edit_quote("x", EN), NotFoundError),
        (quotes.remove_quote("x"), NotFoundError),
        (quotes.write_translation("x", TranslationInput(language="be", text="a")), NotFoundError),
        (quotes.write_translation(said.quote, TranslationInput(language="en-GB", text="a")), InputError),
        (quotes.move_translation("x", TRANSLATED), NotFoundError),
        (quotes.confirm_still_right("x"), NotFoundError),
    ):
        with pytest.raises(error):
            room.do(act)
        assert room.rows() == before


def test_a_quote_goes_with_its_translations_and_its_bare_passage(said: Said) -> None:
    room = said.room
    said.write()
    assert room.do(quotes.remove_quote(said.quote)) == SAID
    rows = room.rows()
    assert (rows["quote"], rows["translation"], rows["passage"]) == ({}, {}, {})
    room.undo()
    room.do(records.link_passage(said.version, span_of(SAID), room.person("Ihar"), MentionInput()))
    room.do(quotes.remove_quote(said.quote))
    assert said.passage in room.rows()["passage"]
    room.assert_sound()


def test_a_translation_is_reviewed_by_other_eyes(said: Said) -> None:
    room, row = said.room, said.write()
    with pytest.raises(InputError):
        said.move(row, REVIEWED, who=said.other)
    said.move(row, TRANSLATED)
    with pytest.raises(InputError, match="somebody other"):
        said.move(row, REVIEWED)
    with pytest.raises(InputError, match="somebody other"):
        room.archive.perform(quotes.move_translation(row, REVIEWED), author_id=None)
    said.move(row, REVIEWED, who=said.other)
    facts = room.rows()["translation"][row]
    assert (facts["translator_id"], facts["reviewer_id"]) == (room.author_id, said.other)
    said.move(row, FINAL)
    assert said.row().translations["be"].state is FINAL
    said.move(row, REVIEWED)
    assert room.rows()["translation"][row]["reviewer_id"] == said.other
    said.move(row, TRANSLATED)
    assert room.rows()["translation"][row]["reviewer_id"] is None
    with pytest.raises(StaleError):
        room.do(quotes.move_translation(row, INITIAL, expected=1))
    room.assert_sound()


def test_new_words_need_a_new_review(said: Said) -> None:
    room, row = said.room, said.write()
    said.move(row, TRANSLATED)
    said.move(row, REVIEWED, who=said.other)
    assert said.write() == row
    assert said.row().translations["be"].state is REVIEWED
    assert said.write("Твой фатэль", who=said.other) == row
    facts = room.rows()["translation"][row]
    assert (facts["state"], facts["translator_id"], facts["reviewer_id"]) == ("initial", said.other, None)
    with pytest.raises(StaleError):
        room.do(quotes.write_translation(said.quote, TranslationInput(language="be", text="x"), expected=1))
    room.undo()
    assert said.row().translations["be"].state is REVIEWED


def test_an_empty_translation_waits(said: Said) -> None:
    row = said.write("")
    with pytest.raises(InputError, match="empty translation"):
        said.move(row, TRANSLATED)


def needs(said: Said) -> dict[str, Need]:
    with said.room.archive.read() as connection:
        return {row.language: row.need for row in queue(connection, "en")}


def test_moved_edges_make_translations_stale(said: Said) -> None:
    room, row = said.room, said.write()
    said.move(row, TRANSLATED)
    said.move(row, REVIEWED, who=said.other)
    assert needs(said) == {"be": Need.REVIEWED, "ru": Need.MISSING, "lt": Need.MISSING}
    room.do(
        passages.move_passage(said.passage, span_of("We kept your chair"), text_version_id=said.row().text_version_id)
    )
    assert said.row().translations["be"].stale
    assert needs(said)["be"] is Need.STALE
    room.undo()
    assert needs(said)["be"] is Need.REVIEWED
    room.redo()
    room.do(quotes.confirm_still_right(row, expected=3), said.other)
    now = said.row().translations["be"]
    assert (now.stale, now.state, now.translator_id) == (False, TRANSLATED, said.other)
    with pytest.raises(InputError):
        said.move(row, REVIEWED, who=said.other)
    said.move(row, REVIEWED)
    room.assert_sound()


def test_the_same_words_written_again_over_new_ones_are_fresh_and_a_draft(said: Said) -> None:
    said.write()
    said.room.do(
        passages.move_passage(said.passage, span_of("We kept your chair"), text_version_id=said.row().text_version_id)
    )
    said.write()
    now = said.row().translations["be"]
    assert (now.stale, now.state) == (False, INITIAL)


def test_the_queue_is_filtered(said: Said) -> None:
    said.write()
    with said.room.archive.read() as connection:
        missing = queue(connection, "en", needs=frozenset({Need.MISSING}), languages=frozenset({"lt"}))
        none = queue(connection, "en", source_id="x")
    assert [(row.language, row.need, row.translation) for row in missing] == [("lt", Need.MISSING, None)]
    assert none == []


def test_a_quote_is_found_by_its_exact_place(said: Said) -> None:
    row = said.row()
    with said.room.archive.read() as connection:
        assert quote_at(connection, "en", row.text_version_id, Span(row.start, row.end)) == row
        assert quote_at(connection, "en", row.text_version_id, Span(row.start, row.end - 1)) is None
        assert quote_at(connection, "en", "x", Span(row.start, row.end)) is None


def test_what_is_not_stale_is_not_taken_over(said: Said) -> None:
    row = said.write()
    with pytest.raises(InputError, match="not stale"):
        said.room.do(quotes.confirm_still_right(row), said.other)
    assert said.row().translations["be"].translator_id != said.other


def test_a_relay_is_stale_when_what_it_was_made_from_changes(said: Said) -> None:
    said.write("Тваё крэсла")
    given = TranslationInput(language="lt", text="Tavo kėdė")
    row = said.room.do(quotes.write_translation(said.quote, given, relay="be"))
    assert said.row().translations["lt"].relay_language == "be"
    assert not said.row().translations["lt"].stale
    said.write("Мы захавалі тваё крэсла")
    found = said.row().translations["lt"]
    assert (found.stale, found.relay_stale, found.relay_text) == (True, True, "Тваё крэсла")
    said.room.do(quotes.write_translation(said.quote, TranslationInput(language="lt", text="Tavo kėdė čia")))
    assert said.row().translations["lt"].relay_stale
    said.room.do(quotes.confirm_still_right(row))
    found = said.row().translations["lt"]
    assert (found.stale, found.relay_text) == (False, "Мы захавалі тваё крэсла")
    said.room.do(quotes.write_translation(said.quote, given, relay=""))
    assert said.row().translations["lt"].relay_language == ""
    said.room.assert_sound()


@pytest.mark.parametrize("relay", ["ru", "lt"])
def test_a_relay_needs_a_translation_to_be_made_from(said: Said, relay: str) -> None:
    said.write("Тваё крэсла")
    with pytest.raises(InputError, match="translate from"):
        said.room.do(
            quotes.write_translation(said.quote, TranslationInput(language="lt", text="Tavo kėdė"), relay=relay)
        )
