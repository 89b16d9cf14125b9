from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.errors import InputError
from workbench.domain.inputs import NoteInput, ProfileInput, QuoteInput
from workbench.services import profiles, quotes
from workbench.services.comments import add_comment, edit_comment, remove_comment, settle_comment
from workbench.store.queries.comments import CommentRow, comments_on
from workbench.store.queries.quotes import queue


class Talk:
    """A room with one quote and a colleague."""

    def __init__(self, room: Room) -> None:
        self.room = room
        span = span_of("We kept your chair by the window,")
        marked = room.do(quotes.mark_quote(room.bring_in(), span, QuoteInput(published_language="en")))
        self.quote = marked.quote_id
        self.other = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))

    def add(self, body: str) -> str:
        return self.room.do(add_comment(self.quote, NoteInput(body=body)))

    @property
    def comments(self) -> list[CommentRow]:
        with self.room.archive.read() as connection:
            return comments_on(connection, self.quote)

    @property
    def open(self) -> set[int]:
        with self.room.archive.read() as connection:
            return {row.quote.comments for row in queue(connection, "en")}


@pytest.fixture
def talk(room: Room) -> Talk:
    return Talk(room)


def test_every_language_counts_what_is_open(talk: Talk) -> None:
    assert talk.open == {0}
    first, second = talk.add("Who is “we”?"), talk.add("The chair, or a chair?")
    assert talk.open == {2}
    assert [row.body for row in talk.comments] == ["Who is “we”?", "The chair, or a chair?"]
    assert {row.author_id for row in talk.comments} == {talk.room.author_id}
    talk.room.do(settle_comment(first), talk.other)
    assert talk.open == {1}
    assert [row.settled for row in talk.comments] == [True, False]
    talk.room.do(settle_comment(first, settled=False))
    talk.room.do(remove_comment(second))
    assert talk.open == {1}
    assert [row.id for row in talk.comments] == [first]


def test_a_comment_is_changed_and_removed_by_its_author_only(talk: Talk) -> None:
    mine = talk.add("Who is “we”?")
    (before,) = talk.comments
    with pytest.raises(InputError):
        talk.room.do(edit_comment(mine, NoteInput(body="Nothing")), talk.other)
    with pytest.raises(InputError):
        talk.room.do(remove_comment(mine), talk.other)
    assert talk.comments == [before]
    talk.room.do(edit_comment(mine, NoteInput(body="Who are “we”?")))
    (after,) = talk.comments
    assert (after.body, after.moment, after.author_id) == ("Who are “we”?", before.moment, before.author_id)
