from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.domain.anchors import Span
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import ProfileInput, QuoteInput, TranslationInput
from workbench.domain.kinds import TranslationState
from workbench.services import profiles, quotes
from workbench.services.archives import create_archive
from workbench.services.desk import Sent, advance, earlier_wordings, send_back, send_to_review
from workbench.services.passages import move_passage
from workbench.services.sources import import_source, read_pasted
from workbench.store.archive import Archive
from workbench.store.queries.quotes import TranslationRow, list_quotes
from workbench.vault.keys import Parameters

DRAFT, TRANSLATED, REVIEWED, FINAL = TranslationState
TEXT = "Опыт. He said that the gates were open. Then he went home."


class Desk:
    """One quote in an archive with two people."""

    def __init__(self, archive: Archive, first: str) -> None:
        self.archive, self.first = archive, first
        self.second = archive.perform(
            profiles.add_profile(ProfileInput(name="Mantas", initials="MB")), author_id=first
        ).value
        imported = archive.perform(import_source(read_pasted(html=None, text=TEXT)), author_id=first).value
        marked = archive.perform(
            quotes.mark_quote(imported.text_version_id, Span(6, 39), QuoteInput(published_language="en")),
            author_id=first,
        ).value
        self.version_id = imported.text_version_id
        self.quote_id, self.passage_id = marked.quote_id, marked.passage_id

    def go_on(
        self, text: str, who: str, to: TranslationState | None = None, expected: int | None = None
    ) -> TranslationState:
        given = TranslationInput(language="lt", text=text)
        return self.archive.perform(advance(self.quote_id, given, to, expected=expected), author_id=who).value

    def row(self) -> TranslationRow:
        with self.archive.read() as connection:
            return list_quotes(connection, "en", quote_ids=[self.quote_id])[0].translations["lt"]


@pytest.fixture
def desk(tmp_path: Path, cheap_parameters: Parameters) -> Iterator[Desk]:
    created = create_archive(
        tmp_path / "a.archive",
        "seven reeds by the slow river",
        ProfileInput(name="Alena", initials="AJ"),
        parameters=cheap_parameters,
    )
    yield Desk(created.archive, created.profile_id)
    created.archive.close()


def test_words_and_state_are_one_operation(desk: Desk) -> None:
    assert desk.go_on("Jis sakė", desk.first) is TRANSLATED
    assert desk.row().state is TRANSLATED
    desk.archive.undo(author_id=desk.first)
    with desk.archive.read() as connection:
        assert list_quotes(connection, "en", quote_ids=[desk.quote_id])[0].translations == {}


def test_each_step_goes_one_on_until_it_is_final(desk: Desk) -> None:
    assert desk.go_on("Jis sakė", desk.first) is TRANSLATED
    assert desk.go_on("Jis sakė", desk.second) is REVIEWED
    assert desk.row().reviewer_id == desk.second
    assert desk.go_on("Jis sakė", desk.first) is FINAL
    assert desk.go_on("Jis sakė", desk.first) is FINAL


def test_nobody_reviews_their_own_words(desk: Desk) -> None:
    desk.go_on("Jis sakė", desk.first)
    with pytest.raises(InputError, match="somebody other"):
        desk.go_on("Jis sakė", desk.first)
    with pytest.raises(InputError, match="somebody other"):
        desk.go_on("Jis sakė kitaip", desk.first, FINAL)
    assert (desk.row().text, desk.row().state) == ("Jis sakė", TRANSLATED)


def test_new_words_start_again_by_whoever_wrote_them(desk: Desk) -> None:
    desk.go_on("Jis sakė", desk.first)
    assert desk.go_on("Jis pasakė", desk.second) is TRANSLATED
    assert desk.row().translator_id == desk.second


def test_nothing_written_does_not_go_on(desk: Desk) -> None:
    with pytest.raises(InputError, match="empty") as caught:
        desk.go_on("", desk.first)
    assert caught.value.field == "text"


def test_a_stale_reading_is_refused(desk: Desk) -> None:
    desk.go_on("Jis sakė", desk.first)
    revision = desk.row().revision
    desk.go_on("Jis pasakė", desk.second)
    with pytest.raises(StaleError):
        desk.go_on("Kitaip", desk.first, expected=revision)
    with pytest.raises(StaleError):
        desk.archive.perform(send_back(desk.row().id, expected=revision), author_id=desk.first)


def test_going_on_confirms_a_stale_translation(desk: Desk) -> None:
    desk.go_on("Jis sakė", desk.first)
    desk.archive.perform(
        move_passage(desk.passage_id, Span(6, 38), text_version_id=desk.version_id), author_id=desk.first
    )
    assert desk.row().stale
    assert desk.go_on("Jis sakė", desk.first) is TRANSLATED
    assert not desk.row().stale


def test_back_to_draft_from_the_end(desk: Desk) -> None:
    desk.go_on("Jis sakė", desk.first)
    desk.go_on("Jis sakė", desk.second, FINAL)
    assert desk.row().state is FINAL
    desk.archive.perform(send_back(desk.row().id), author_id=desk.first)
    assert desk.row().state is DRAFT
    assert desk.row().reviewer_id is None


def test_earlier_wordings_are_one_for_each_sitting(desk: Desk) -> None:
    for words in ("J", "Jis", "Jis sa"):
        given = TranslationInput(language="lt", text=words)
        desk.archive.perform(quotes.write_translation(desk.quote_id, given), author_id=desk.first)
    desk.go_on("Jis sakė", desk.first)
    desk.go_on("Jis pasakė", desk.second)
    with desk.archive.read() as connection:
        found = earlier_wordings(connection, desk.row().id)
    assert [(w.text, w.author_id) for w in found] == [("Jis sakė", desk.first)]


def test_drafts_go_to_review_together_and_what_may_not_go_stays(desk: Desk) -> None:
    desk.go_on("vartai buvo atviri", desk.first, to=DRAFT)
    draft = desk.row()
    act = send_to_review([(draft.id, draft.revision + 7), ("gone", 1)])
    assert desk.archive.perform(act, author_id=desk.first).value == Sent(0, 2)
    assert desk.row() == draft
    act = send_to_review([(draft.id, draft.revision)])
    assert desk.archive.perform(act, author_id=desk.first).value == Sent(1, 0)
    assert desk.row().state is TRANSLATED
