from __future__ import annotations

import pytest

from rooms import Room, incoming
from workbench.domain.anchors import Span
from workbench.domain.errors import InputError, NotFoundError
from workbench.domain.inputs import MentionInput, NameInput, QuoteInput
from workbench.domain.kinds import RecordKind
from workbench.services import quotes, records, rejections, suggestions
from workbench.services.suggestions import FoundQuotation, Suggestion, Suggestions, find_in_text, suggest
from workbench.services.versions import import_newer
from workbench.store.queries.quotes import QuoteRow, list_quotes
from workbench.store.queries.sources import read_text
from workbench.store.queries.suggestions import source_of_text

ARTICLE = (
    "The gate\n"
    "The librarian Alena Sokal walked out of the gate. Her brother stood there.\n"
    "“We kept your chair by the window,” said Ihar Kruk. “Nobody has sat in it for seven years.”\n"
    "“I have read all of your letters,” Sokal answered.\n"
    "“We are going home,” said a driver, and the “Free Press” wrote about it."
)
CHAIR, YEARS = "We kept your chair by the window,", "Nobody has sat in it for seven years."
LETTERS, HOME = "I have read all of your letters,", "We are going home,"


class Offers:
    """A text with its suggestions, as the screen of sources reads them."""

    def __init__(self, room: Room, words: str = ARTICLE, **facts: str) -> None:
        self.room = room
        self.version = room.bring_in(words, **facts)

    def found(self) -> tuple[FoundQuotation, ...]:
        with self.room.archive.read() as connection:
            source = source_of_text(connection, self.version)
            assert source is not None
            return find_in_text(read_text(connection, self.version), source[1])

    def now(self) -> Suggestions:
        found = self.found()
        with self.room.archive.read() as connection:
            return suggest(connection, self.version, found)

    def words(self) -> list[str]:
        return [each.anchor.exact for each in self.now().open]

    def of(self, words: str) -> Suggestion:
        return next(each for each in self.now().open if each.anchor.exact == words)

    def quotes(self) -> list[QuoteRow]:
        with self.room.archive.read() as connection:
            return list_quotes(connection, "en")


@pytest.fixture
def offers(room: Room) -> Offers:
    return Offers(room)


def test_quotations_are_offered_in_order_and_nothing_is_written(offers: Offers) -> None:
    before = offers.room.rows()
    found = offers.now()
    assert [each.anchor.exact for each in found.open] == [CHAIR, YEARS, LETTERS, HOME]
    assert found.rejected == ()
    assert [each.speaker.name if each.speaker else "" for each in found.open] == [
        "Ihar Kruk",
        "Ihar Kruk",
        "Alena Sokal",
        "",
    ]
    assert (found.open[0].verb, found.open[0].language, found.open[1].verb) == ("said", "en", "")
    assert found.open[0].certainty > found.open[1].certainty > 0
    assert all(each.anchor.holds(ARTICLE) for each in found.open)
    assert offers.room.rows() == before


def test_accepting_marks_a_quote_and_makes_its_speaker_in_one_operation(offers: Offers) -> None:
    room, before = offers.room, offers.room.rows()
    marked = room.do(suggestions.accept_suggestion(offers.of(CHAIR)))
    (quote,) = offers.quotes()
    assert (quote.id, quote.exact, quote.speaker) == (marked.quote_id, CHAIR, "Ihar Kruk")
    assert (quote.published_language, quote.spoken_language, quote.manner) == ("en", "", "direct")
    assert offers.words() == [YEARS, LETTERS, HOME]
    room.undo()
    assert room.rows() == before
    assert offers.words() == [CHAIR, YEARS, LETTERS, HOME]
    room.assert_sound()


def test_a_speaker_is_made_once_even_from_a_stale_list(offers: Offers) -> None:
    stale = offers.now().open
    for each in stale[:2]:
        assert each.speaker is not None
        assert each.speaker.record_id is None
        offers.room.do(suggestions.accept_suggestion(each))
    one, other = offers.quotes()
    assert one.speaker_id == other.speaker_id is not None


def test_a_speaker_is_found_among_the_records_in_any_script(offers: Offers) -> None:
    room = offers.room
    alena = room.person("Alena Sokal", NameInput(value="Алена Сокал", tag="be"))
    ihar = room.person("Ihar Kruk Society", kind=RecordKind.ORGANISATION)
    room.person("Sokal", kind=RecordKind.PLACE)
    said = offers.of(LETTERS).speaker
    assert said == suggestions.ProposedSpeaker("Alena Sokal", alena)
    kruk = offers.of(CHAIR).speaker
    assert kruk == suggestions.ProposedSpeaker("Ihar Kruk", ihar)
    russian = Offers(room, "«Я прочла все твои письма», — ответила Алена Сокал.", language="ru")
    (found,) = russian.now().open
    assert found.speaker == suggestions.ProposedSpeaker("Алена Сокал", alena)


def test_a_name_of_two_records_proposes_neither_unless_the_text_names_one(room: Room) -> None:
    offers = Offers(room, "“We kept your chair by the window,” said Kruk.")
    ihar, _alena = room.person("Ihar Kruk"), room.person("Alena Kruk")
    (found,) = offers.now().open
    assert found.speaker == suggestions.ProposedSpeaker("Kruk", several=True)
    room.do(suggestions.accept_suggestion(found))
    (quote,) = offers.quotes()
    assert quote.speaker_id is None
    assert {row["id"] for row in room.rows()["record"].values()} == {ihar, _alena}
    room.undo()
    at = len("“We kept your chair by the window,” said ")
    room.do(records.link_passage(offers.version, Span(at, at + 4), ihar, MentionInput()))
    assert offers.of(CHAIR).speaker == suggestions.ProposedSpeaker("Kruk", ihar)


def test_a_quote_that_covers_most_of_it_closes_a_suggestion(offers: Offers) -> None:
    given = QuoteInput(published_language="en")
    start = ARTICLE.index("“We kept")
    whole = Span(start, ARTICLE.index(" for seven"))
    offers.room.do(quotes.mark_quote(offers.version, whole, given))
    assert offers.words() == [LETTERS, HOME]
    small = Span(ARTICLE.index("letters"), ARTICLE.index("letters") + 7)
    offers.room.do(quotes.mark_quote(offers.version, small, given))
    assert offers.words() == [LETTERS, HOME]


def test_quotes_side_by_side_close_a_suggestion_together(offers: Offers) -> None:
    given = QuoteInput(published_language="en")
    at = ARTICLE.index(CHAIR)
    offers.room.do(quotes.mark_quote(offers.version, Span(at, at + 12), given))
    assert offers.words()[0] == CHAIR
    offers.room.do(quotes.mark_quote(offers.version, Span(at + 13, at + 25), given))
    assert offers.words()[0] == YEARS


def test_what_is_rejected_stays_so_and_can_be_brought_back(offers: Offers) -> None:
    room = offers.room
    before = room.rows()
    rejection = room.do(suggestions.reject_suggestion(offers.of(YEARS)))
    assert offers.words() == [CHAIR, LETTERS, HOME]
    room.reopen()
    assert offers.words() == [CHAIR, LETTERS, HOME]
    assert [(row.id, row.exact) for row in offers.now().rejected] == [(rejection, YEARS)]
    room.undo()
    assert room.rows() == before
    room.redo()
    assert room.do(rejections.restore_suggestion(rejection)) == YEARS
    assert offers.words() == [CHAIR, YEARS, LETTERS, HOME]
    assert room.rows() == before
    room.assert_sound()


def test_rejecting_twice_is_one_rejection(offers: Offers) -> None:
    given = offers.of(YEARS)
    first = offers.room.do(suggestions.reject_suggestion(given))
    assert offers.room.do(suggestions.reject_suggestion(given)) == first
    assert len(offers.room.rows()["rejection"]) == 1


def test_the_same_words_elsewhere_are_another_suggestion(room: Room) -> None:
    offers = Offers(
        room, "“We want to go home,” said Ihar Kruk.\nLater: “We want to go home.” And “we want to go home” again."
    )
    first, second, third = offers.now().open
    assert first.anchor.exact[:-1] == second.anchor.exact[:-1]
    room.do(suggestions.reject_suggestion(third))
    assert offers.now().open == (first, second)


NOBODY = "Nobody told us anything,"
TWICE = (
    f"The gate was shut at noon.\n“{NOBODY}” said Ihar Novik, who had come by train.\n"
    f"The court sat in the evening.\n“{NOBODY}” said Ihar Novik, who had come by train."
)


@pytest.mark.parametrize(("rejected", "left"), [(0, 1), (1, 0)])
def test_the_same_words_of_the_same_speaker_elsewhere_stay_open(room: Room, rejected: int, left: int) -> None:
    offers = Offers(room, TWICE)
    both = offers.now().open
    assert [each.anchor.exact for each in both] == [NOBODY, NOBODY]
    room.do(suggestions.reject_suggestion(both[rejected]))
    assert offers.now().open == (both[left],)


def test_words_that_differ_only_far_away_are_told_apart(room: Room) -> None:
    offers = Offers(room, TWICE.replace("The court sat in the evening.", "The door was shut at noon."))
    first, second = offers.now().open
    room.do(suggestions.reject_suggestion(second))
    assert offers.now().open == (first,)


def newer_of(offers: Offers, words: str) -> Offers:
    room = offers.room
    (source,) = room.rows()["source"]
    room.do(import_newer(source, incoming(words)))
    offers.version = max(room.rows()["text_version"].values(), key=lambda row: row["number"])["id"]
    return offers


def test_an_edited_side_is_enough_only_for_words_that_stand_there_once(room: Room) -> None:
    offers = Offers(room, TWICE)
    room.do(suggestions.reject_suggestion(offers.now().open[0]))
    newer_of(offers, TWICE.replace("shut at noon", "shut on Sunday"))
    assert offers.words() == [NOBODY, NOBODY]  # after both stands the same, so neither is taken for the rejected one
    once = TWICE[: TWICE.index("The court")]
    newer_of(offers, once.replace("shut at noon", "shut on Sunday"))
    assert offers.words() == []
    newer_of(offers, once.replace("Ihar Novik", "her old uncle"))
    assert offers.words() == []
    newer_of(offers, once.replace("Ihar Novik", "her old uncle").replace("shut at noon", "shut on Sunday"))
    assert offers.words() == [NOBODY]


def test_a_rejection_holds_in_a_newer_text_version(offers: Offers) -> None:
    room = offers.room
    room.do(suggestions.reject_suggestion(offers.of(YEARS)))
    (source,) = room.rows()["source"]
    newer = ARTICLE.replace("said Ihar Kruk.", "said Mr Kruk then.").replace("The gate\n", "The gate\nUpdated.\n")
    room.do(import_newer(source, incoming(newer)))
    versions = room.rows()["text_version"].values()
    offers.version = max(versions, key=lambda row: row["number"])["id"]
    assert offers.words() == [CHAIR, LETTERS, HOME]
    other = ARTICLE.replace("said Ihar Kruk.", "said Kruk.").replace("seven years.”", "seven years.” They wept.")
    room.do(import_newer(source, incoming(other)))
    offers.version = max(room.rows()["text_version"].values(), key=lambda row: row["number"])["id"]
    assert YEARS in offers.words()


def test_another_source_has_its_own_rejections(offers: Offers) -> None:
    offers.room.do(suggestions.reject_suggestion(offers.of(YEARS)))
    other = Offers(offers.room, ARTICLE + "\nAnother paper.")
    assert YEARS in other.words()
    assert other.now().rejected == ()


def test_a_source_without_a_language_is_read_but_not_accepted_blindly(room: Room) -> None:
    offers = Offers(room, "«Я прочла все твои письма», — ответила Алена Сокол.", language="")
    (found,) = offers.now().open
    assert found.speaker == suggestions.ProposedSpeaker("Алена Сокол")
    with pytest.raises(InputError):
        suggestions.accept_suggestion(found)
    made = suggestions.new_speaker(found, found.speaker)
    assert made is not None
    assert made.names[0].tag == "und"
    assert suggestions.new_speaker(found, None) is None


def test_a_text_version_that_is_gone(offers: Offers) -> None:
    found = offers.found()
    with offers.room.archive.read() as connection, pytest.raises(NotFoundError):
        suggest(connection, "gone", found)


def test_finding_tells_how_far_it_is_and_can_be_stopped(offers: Offers) -> None:
    told: list[tuple[int, int]] = []
    with offers.room.archive.read() as connection:
        text = read_text(connection, offers.version)
    find_in_text(text, "en", lambda done, total: told.append((done, total)))
    assert told[0] == (0, len(ARTICLE))
    assert told == sorted(told)

    def stop(_done: int, _total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        find_in_text(text, "en", stop)
