from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.errors import NotFoundError
from workbench.domain.inputs import ProfileInput, QuoteInput
from workbench.services import profiles, quotes
from workbench.services.assignments import assign, unassign
from workbench.store.queries.quotes import queue


class Lines:
    """A room with one quote and a colleague; `who` is responsible for it, by language."""

    def __init__(self, room: Room) -> None:
        self.room = room
        span = span_of("We kept your chair by the window,")
        marked = room.do(quotes.mark_quote(room.bring_in(), span, QuoteInput(published_language="en")))
        self.quote = marked.quote_id
        self.other = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))

    @property
    def who(self) -> dict[str, str | None]:
        with self.room.archive.read() as connection:
            return {row.language: row.responsible_id for row in queue(connection, "en")}


@pytest.fixture
def lines(room: Room) -> Lines:
    return Lines(room)


def test_lines_are_given_to_one_person_and_then_to_another(lines: Lines) -> None:
    mine = lines.room.author_id
    assert lines.room.do(assign([(lines.quote, "be"), (lines.quote, "lt"), (lines.quote, "be")], mine)) == 2
    assert lines.who == {"be": mine, "ru": None, "lt": mine}
    assert lines.room.do(assign([(lines.quote, "be"), (lines.quote, "ru")], lines.other)) == 2
    assert lines.room.do(assign([(lines.quote, "be")], lines.other)) == 0
    assert lines.who == {"be": lines.other, "ru": lines.other, "lt": mine}
    lines.room.undo()
    assert lines.who == {"be": mine, "ru": None, "lt": mine}


def test_nobody_is_responsible_any_more(lines: Lines) -> None:
    lines.room.do(assign([(lines.quote, "be"), (lines.quote, "lt")], lines.other))
    assert lines.room.do(unassign([(lines.quote, "be"), (lines.quote, "ru")])) == 1
    assert lines.who == {"be": None, "ru": None, "lt": lines.other}


def test_an_assignment_goes_with_its_quote(lines: Lines) -> None:
    lines.room.do(assign([(lines.quote, "be")], lines.other))
    lines.room.do(quotes.remove_quote(lines.quote))
    assert lines.room.rows()["assignment"] == {}
    lines.room.undo()
    assert lines.who["be"] == lines.other


def test_nobody_unknown_is_made_responsible(lines: Lines) -> None:
    with pytest.raises(NotFoundError):
        lines.room.do(assign([(lines.quote, "be")], "nobody"))
    with pytest.raises(NotFoundError):
        lines.room.do(assign([("no quote", "be")], lines.other))
    assert set(lines.who.values()) == {None}
