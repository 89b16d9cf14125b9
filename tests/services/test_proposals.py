"""What comes back: whose quote it is, what is wrong with it, taking, removing, and one Undo for all of it."""

from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import QuoteInput, TranslationInput
from workbench.domain.kinds import Origin, TranslationState, Trouble
from workbench.importers.returned import Returned, ReturnedUnit
from workbench.services import quotes
from workbench.services.matches import Match
from workbench.services.outgoing import read_secret
from workbench.services.proposals import (
    TakenIn,
    proposed_matches,
    remove_proposals,
    take_all,
    take_in_all,
    take_proposal,
    taken_words,
)
from workbench.store.queries.proposals import ProposalRow, count_proposals, list_proposals
from workbench.vault.seals import Sealer

CHAIR, COURT = "We kept your chair by the window", "The court had sentenced her to seven years"
ELSEWHERE = "018f3c1e-0000-7000-8000-000000000001"


class Exchange:
    """A room with two quotes, and a translator outside."""

    def __init__(self, room: Room) -> None:
        self.room = room
        version = room.bring_in()
        given = QuoteInput(published_language="en")
        self.chair, self.court = (
            room.do(quotes.mark_quote(version, span_of(words), given)).quote_id for words in (CHAIR, COURT)
        )

    def seal(self, quote_id: str, words: str, sent: str = "", languages: tuple[str, ...] = ()) -> str:
        with self.room.archive.read() as connection:
            return Sealer(read_secret(connection)).seal(quote_id, words, sent or words, languages)

    def back(self, *units: ReturnedUnit, by: str = "Ona K.") -> TakenIn:
        return self.room.do(take_in_all([Returned("back.xlf", units)], by))

    def rows(self) -> list[ProposalRow]:
        with self.room.archive.read() as connection:
            return list_proposals(connection)

    def translation(self, quote_id: str, language: str = "lt") -> dict[str, object] | None:
        found = self.room.rows()["translation"].values()
        return next((row for row in found if (row["quote_id"], row["language"]) == (quote_id, language)), None)


@pytest.fixture
def exchange(room: Room) -> Exchange:
    return Exchange(room)


def unit(
    text: str, quote_id: str = "", source: str = CHAIR, seal: str = "", language: str = "lt", own: str = "u1"
) -> ReturnedUnit:
    return ReturnedUnit(own, quote_id, seal, "en", source, language, text)


def test_a_unit_is_known_by_seal_by_id_and_by_words(exchange: Exchange) -> None:
    taken = exchange.back(
        unit("iš antspaudo", "", "Other words", exchange.seal(exchange.chair, CHAIR, "Other words"), own="1"),
        unit("з id", exchange.chair, language="be", own="2"),
        unit("по словам", "", f" {CHAIR}\n", language="ru", own="3"),
    )
    assert taken == TakenIn(3, {Trouble.NONE: 3}, 0, 0, 0)
    assert taken.ready == 3
    rows = {row.language: row for row in exchange.rows()}
    assert {row.quote_id for row in rows.values()} == {exchange.chair}
    assert rows["lt"].source_text == "Other words"
    assert (rows["be"].author, rows["be"].detail, rows["be"].unit) == ("Ona K.", "back.xlf", "2")
    assert {row.origin for row in rows.values()} == {Origin.OUTSIDE}


@pytest.mark.parametrize(
    ("source", "sealed", "sent", "trouble"),
    [
        (CHAIR, CHAIR, CHAIR, Trouble.NONE),
        (CHAIR.upper(), CHAIR, CHAIR, Trouble.CHANGED),  # somebody has typed into the source
        (CHAIR, "older words", CHAIR, Trouble.CHANGED),  # the quote is another one than it was then
        (CHAIR, None, None, Trouble.NONE),
        ("older words", None, None, Trouble.CHANGED),
    ],
)
def test_a_changed_source_is_noticed(
    exchange: Exchange, source: str, sealed: str | None, sent: str | None, trouble: Trouble
) -> None:
    seal = "" if sealed is None else exchange.seal(exchange.chair, sealed, sent or "")
    exchange.back(unit("vertimas", exchange.chair, source, seal))
    (row,) = exchange.rows()
    assert (row.trouble, row.quote_id) == (trouble, exchange.chair)


def test_what_the_archive_does_not_know_and_what_comes_twice(exchange: Exchange) -> None:
    taken = exchange.back(
        unit("nežinoma", ELSEWHERE, "Nobody said this", own=ELSEWHERE),
        unit("viena", exchange.chair, own="a"),
        unit("kita", exchange.chair, own="b"),
        unit("viena", exchange.chair, own="c"),
        unit("teismas", exchange.court, COURT),
    )
    assert taken == TakenIn(4, {Trouble.UNKNOWN: 1, Trouble.DOUBLED: 2, Trouble.NONE: 1}, 1, 0, 0)
    unknown = next(row for row in exchange.rows() if row.trouble is Trouble.UNKNOWN)
    assert (unknown.quote_id, unknown.exact, unknown.source_text) == (None, "", "Nobody said this")
    with pytest.raises(InputError, match="no quote"):
        exchange.room.do(take_proposal(unknown.id))


def test_what_makes_no_proposal_is_counted(exchange: Exchange) -> None:
    exchange.room.do(quotes.write_translation(exchange.chair, TranslationInput(language="lt", text="yra jau")))
    taken = exchange.back(
        unit("yra jau", exchange.chair),
        unit(" \n", exchange.chair),
        unit("auf Deutsch", exchange.chair, language="de"),
        unit("in English", exchange.chair, language="en"),
        unit("nauja", exchange.court, COURT),
    )
    assert taken == TakenIn(1, {Trouble.NONE: 1}, 1, 1, 2)
    assert taken_words(taken) == (
        "1 translation is here already. 1 quote is not translated. "
        "2 translations are in languages that their quotes are not translated into."
    )
    again = exchange.back(unit("nauja", exchange.court, COURT))
    assert (again.proposals, again.same) == (0, 1)
    assert exchange.back(unit("nauja", exchange.court, COURT), by="Kita").proposals == 1
    with exchange.room.archive.read() as connection:
        assert count_proposals(connection) == 2


def test_the_second_of_two_units_with_one_id_is_one_of_several_whatever_the_first_says(exchange: Exchange) -> None:
    exchange.room.do(quotes.write_translation(exchange.chair, TranslationInput(language="lt", text="yra jau")))
    taken = exchange.back(unit("yra jau", exchange.chair), unit("kitaip", exchange.chair))
    assert taken == TakenIn(1, {Trouble.DOUBLED: 1}, 1, 0, 0)


@pytest.mark.parametrize(
    ("sent", "came", "trouble"),
    [(("lt",), "ru", Trouble.LANGUAGE), (("lt", "ru"), "ru", Trouble.NONE), ((), "ru", Trouble.NONE)],
)
def test_a_language_that_the_quote_was_not_sent_for_is_noticed(
    exchange: Exchange, sent: tuple[str, ...], came: str, trouble: Trouble
) -> None:
    seal = exchange.seal(exchange.chair, CHAIR, languages=sent)
    taken = exchange.back(unit("Laikėme tavo kėdę", exchange.chair, seal=seal, language=came))
    assert (taken.troubles, taken.ready) == ({trouble: 1}, int(trouble is Trouble.NONE))
    (row,) = exchange.rows()
    assert exchange.room.do(take_all([row.id])) == int(trouble is Trouble.NONE)


def test_all_of_a_taking_in_is_one_undo(exchange: Exchange) -> None:
    before = exchange.room.rows()
    exchange.back(unit("viena", exchange.chair), unit("teismas", exchange.court, COURT), unit("?", ELSEWHERE, "?"))
    after = exchange.room.rows()
    exchange.room.undo()
    assert exchange.room.rows() == before
    exchange.room.redo()
    assert exchange.room.rows() == after
    exchange.room.assert_sound()


def test_who_translated_must_be_said() -> None:
    with pytest.raises(InputError) as caught:
        take_in_all([], " \t")
    assert caught.value.field == "author"


def test_taken_it_is_a_draft_from_outside_and_the_proposal_is_gone(exchange: Exchange) -> None:
    exchange.back(unit("vertimas", exchange.chair), unit("teismas", exchange.court, "older words"))
    rows = {row.quote_id: row for row in exchange.rows()}
    before = exchange.room.rows()
    exchange.room.do(take_proposal(rows[exchange.chair].id, expected=rows[exchange.chair].revision))
    made = exchange.translation(exchange.chair)
    assert made is not None
    assert (made["text"], made["state"], made["origin"]) == ("vertimas", TranslationState.INITIAL, Origin.OUTSIDE)
    assert (made["translator_id"], made["quote_text"]) == (exchange.room.author_id, CHAIR)
    assert [row.id for row in exchange.rows()] == [rows[exchange.court].id]
    exchange.room.undo()
    assert exchange.room.rows() == before
    exchange.room.do(take_proposal(rows[exchange.court].id))
    stale = exchange.translation(exchange.court)
    assert stale is not None
    assert stale["quote_text"] == "older words"  # so it is stale from the start


def test_a_proposal_that_somebody_changed_is_not_taken(exchange: Exchange) -> None:
    exchange.back(unit("vertimas", exchange.chair))
    (row,) = exchange.rows()
    with pytest.raises(StaleError):
        exchange.room.do(take_proposal(row.id, expected=row.revision + 1))
    assert exchange.translation(exchange.chair) is None


def test_all_that_fill_a_gap_are_taken_at_once(exchange: Exchange) -> None:
    exchange.room.do(quotes.write_translation(exchange.court, TranslationInput(language="lt", text="mano")))
    exchange.back(
        unit("vertimas", exchange.chair),
        unit("вершы", exchange.chair, "older words", language="be"),
        unit("teismas", exchange.court, COURT),
    )
    ids = [row.id for row in exchange.rows()]
    assert exchange.room.do(take_all(ids)) == 1
    assert {row.text for row in exchange.rows()} == {"вершы", "teismas"}
    kept = exchange.translation(exchange.court)
    assert kept is not None
    assert kept["text"] == "mano"


def test_removed_ones_come_back_with_undo(exchange: Exchange) -> None:
    exchange.back(unit("vertimas", exchange.chair), unit("?", ELSEWHERE, "?"))
    before, ids = exchange.room.rows(), [row.id for row in exchange.rows()]
    assert exchange.room.do(remove_proposals([*ids, ELSEWHERE])) == 2
    assert exchange.rows() == []
    exchange.room.undo()
    assert exchange.room.rows() == before


def test_a_removed_quote_leaves_its_proposals_without_one(exchange: Exchange) -> None:
    exchange.back(unit("vertimas", exchange.chair))
    exchange.room.do(quotes.remove_quote(exchange.chair))
    (row,) = exchange.rows()
    assert (row.quote_id, row.exact, row.source_text, row.trouble) == (None, "", CHAIR, Trouble.UNKNOWN)
    exchange.room.undo()
    (row,) = exchange.rows()
    assert (row.quote_id, row.trouble) == (exchange.chair, Trouble.NONE)


def test_proposals_stand_among_the_matches(exchange: Exchange) -> None:
    exchange.back(unit("vertimas", exchange.chair))
    with exchange.room.archive.read() as connection:
        found = proposed_matches(connection, exchange.chair, "lt")
        assert proposed_matches(connection, exchange.chair, "be") == []
    assert found == [Match("vertimas", CHAIR, 100, by="proposed by Ona K. in “back.xlf”")]
