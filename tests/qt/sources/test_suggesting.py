"""Suggestions of quotes worked by keys: next, accept, change, reject, and what undo brings back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from rooms import ARTICLE as OTHER
from rooms import incoming, open_room
from workbench.domain.anchors import Span
from workbench.domain.inputs import QuoteInput
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.picker.quote_strip import QuoteStrip
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.suggesting import Suggesting
from workbench.services.quotes import mark_quote
from workbench.services.sources import import_source, remove_source
from workbench.services.versions import import_newer
from workbench.store.tables import Passage, Quote, Record, Rejection

from .conftest import ALT, CTRL, SHIFT, Desk

KEY = Qt.Key

TEXT = (
    "The gate\n\n"
    "The librarian Alena Sokal walked out of the gate. Her brother stood there.\n\n"
    "“We kept your chair by the window,” said Ihar Kruk. “Nobody has sat in it for seven years.”\n\n"
    "“I have read all of your letters,” Sokal answered.\n\n"
    "“We are going home,” said a driver, and the “Free Press” wrote about it."
)
CHAIR, YEARS = "We kept your chair by the window,", "Nobody has sat in it for seven years."
LETTERS, HOME = "I have read all of your letters,", "We are going home,"


def part(desk: Desk) -> Suggesting:
    return next(each for each in desk.view.features if isinstance(each, Suggesting))


def proposed(desk: Desk) -> str:
    """Return the words in the dashed frame, empty where there is none."""
    span = desk.view.reader._proposed
    return "" if span is None else desk.view.reader.text[span.start : span.end]


def line(desk: Desk) -> str:
    return part(desk).bar.what.text()


def count(desk: Desk) -> str:
    """Return what a screen reader hears of the number in the article's head."""
    return part(desk).count.accessibleName()


@pytest.fixture
def table(sit_down: Callable[[Session], Desk], session: Session) -> Desk:
    """A person before a text with four quotations, nothing of it marked; known names are not suggested."""
    session.settings.suggest_names = False
    session.archive.perform(import_source(incoming(TEXT)), author_id=session.author_id)
    desk = sit_down(session)
    desk.until(part(desk).count.isVisible)
    desk.read()
    return desk


def press(desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        desk.press(key)
        desk.settle()


def test_nothing_is_written_before_a_key(table: Desk) -> None:
    desk = table
    before = desk.session.next_undo()
    assert count(desk) == "4 suggestions"
    assert part(desk).count.text() == "4"
    assert part(desk).count.toolTip().count("suggestions  S") == 1
    assert not part(desk).bar.isVisible()
    assert proposed(desk) == ""
    for words in (CHAIR, YEARS, LETTERS, HOME, CHAIR):
        press(desk, KEY.Key_S)
        assert proposed(desk) == words
    desk.press(KEY.Key_S, held=SHIFT)
    assert proposed(desk) == HOME
    assert desk.session.next_undo() == before
    assert [desk.rows(model) for model in (Quote, Passage, Record, Rejection)] == [[], [], [], []]
    assert desk.view.reader.hasFocus()


def test_the_bar_says_where_one_is_and_who_may_have_said_it(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    assert part(desk).bar.isVisible()
    assert line(desk) == "Quotation 1 of 4 · proposed speaker: Ihar Kruk (said), a new person"
    press(desk, KEY.Key_S, KEY.Key_S)
    assert line(desk) == "Quotation 3 of 4 · proposed speaker: Alena Sokal (answered), a new person"
    press(desk, KEY.Key_S)
    assert line(desk) == "Quotation 4 of 4 · no speaker proposed"
    shown = [part(desk).bar.accept_button, part(desk).bar.change_button, part(desk).bar.reject_button]
    assert [button.text() for button in shown] == ["Accept  Y", "Change…  C", "Reject  X"]
    assert all(button.isVisible() and button.isEnabled() for button in shown)
    assert not part(desk).bar.rejected_button.isVisible()


def test_accepting_by_keys_goes_on_and_undo_brings_it_back(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_Y)
    assert proposed(desk) == YEARS
    quote = desk.one(Quote)
    assert desk.one(Passage).exact == CHAIR
    assert quote.speaker_id == desk.one(Record).id
    desk.until(lambda: line(desk) == "Quotation 1 of 3 · proposed speaker: Ihar Kruk")
    assert len(desk.view.reader.passages) == 1
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(Quote) == [] and proposed(desk) == CHAIR)
    assert desk.rows(Record) == desk.rows(Passage) == []
    assert count(desk) == "4 suggestions"


def test_keys_faster_than_the_writer_decide_each_its_own(table: Desk) -> None:
    desk = table
    desk.press(KEY.Key_S, KEY.Key_Y, KEY.Key_Y, KEY.Key_X, KEY.Key_Y)
    desk.settle()
    desk.until(lambda: not part(desk)._rest.isActive())
    assert sorted(row.exact for row in desk.rows(Passage)) == sorted([CHAIR, YEARS, HOME])
    assert desk.one(Rejection).exact == LETTERS
    assert desk.one(Record).kind == "person"
    assert proposed(desk) == ""
    assert line(desk).startswith("No suggestion is left in this text. Those that were rejected")
    assert not part(desk).count.isVisible()


def test_what_is_rejected_stays_so_when_the_archive_is_opened_again(
    table: Desk, sit_down: Callable[[Session], Desk]
) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_S, KEY.Key_X)
    assert proposed(desk) == LETTERS
    assert desk.one(Rejection).exact == YEARS
    assert desk.rows(Quote) == []
    session = desk.session
    path = session.archive.path
    session.archive.close()
    session.archive = open_room(path)
    again = sit_down(session)
    again.until(part(again).count.isVisible)
    assert count(again) == "3 suggestions"
    again.read()
    press(again, KEY.Key_S, KEY.Key_S)
    assert proposed(again) == LETTERS


def test_a_rejected_one_is_brought_back_from_the_list(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_X)
    desk.until(part(desk).bar.rejected_button.isVisible)
    bar = part(desk).bar
    assert bar.rejected_button.text() == "1 rejected…"
    bar.rejected_button.setFocus()
    desk.press(KEY.Key_Space)
    assert bar.list.hasFocus()
    assert not bar.accept_button.isVisible()
    desk.press(KEY.Key_Escape)
    assert bar.rejected_button.hasFocus()
    assert bar.accept_button.isVisible()
    desk.press(KEY.Key_Space)
    assert [bar.list.item(row).text() for row in range(bar.list.count())] == [CHAIR]
    desk.press(KEY.Key_Return)
    desk.until(lambda: desk.rows(Rejection) == [] and count(desk) == "4 suggestions")
    assert not bar.list.isVisible()
    assert not bar.rejected_button.isVisible()


def test_undo_of_a_rejection_offers_it_again(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S, KEY.Key_X)
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: proposed(desk) == CHAIR)
    assert desk.rows(Rejection) == []


def test_changing_opens_the_strip_with_the_proposal(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    desk.press(KEY.Key_C)
    strip = desk.view.marking.popup
    assert isinstance(strip, QuoteStrip)
    assert strip.speaker.name() == "Ihar Kruk"
    assert strip.published.tag() == "en"
    assert desk.rows(Quote) == []
    strip.manner.set_value("paraphrase")
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Quote)))
    assert desk.one(Quote).manner == "paraphrase"
    assert desk.one(Passage).exact == CHAIR
    assert proposed(desk) == YEARS


def test_changing_takes_another_speaker_and_other_edges(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    desk.press(KEY.Key_C, KEY.Key_Escape)
    assert desk.view.marking.popup is None
    assert desk.view.reader.selected_text() == CHAIR
    assert proposed(desk) == CHAIR
    desk.press(KEY.Key_Left, held=SHIFT)
    assert desk.view.reader.selected_text() == CHAIR[:-1]
    desk.press(KEY.Key_C)
    desk.press(KEY.Key_Backspace)
    desk.type("Леанід")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Quote)))
    assert desk.one(Passage).exact == CHAIR[:-1]
    desk.until(lambda: proposed(desk) == YEARS and count(desk) == "3 suggestions")


def test_a_quote_marked_by_hand_is_no_longer_suggested(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    desk.select(CHAIR)
    desk.press(KEY.Key_Q)
    desk.press(KEY.Key_Return)
    desk.until(lambda: count(desk) == "3 suggestions")
    assert proposed(desk) == ""
    assert line(desk) == "3 quotations are suggested in this text."
    press(desk, KEY.Key_S)
    assert proposed(desk) == YEARS


def test_next_goes_on_from_the_caret_and_by_the_buttons(table: Desk) -> None:
    desk = table
    desk.view.reader.place_caret(desk.view.reader.text.index("answered"))
    part(desk).count.click()
    assert proposed(desk) == HOME
    part(desk).bar.next_button.click()
    assert proposed(desk) == CHAIR
    part(desk).bar.reject_button.click()
    desk.until(lambda: bool(desk.rows(Rejection)))
    assert proposed(desk) == YEARS
    part(desk).bar.accept_button.click()
    desk.until(lambda: bool(desk.rows(Quote)))
    assert proposed(desk) == LETTERS
    part(desk).bar.change_button.click()
    assert isinstance(desk.view.marking.popup, QuoteStrip)


def test_escape_in_the_bar_puts_it_away(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    part(desk).bar.next_button.setFocus()
    desk.press(KEY.Key_Escape)
    assert not part(desk).bar.isVisible()
    assert proposed(desk) == ""
    assert desk.view.reader.hasFocus()
    assert part(desk).count.isVisible()


@pytest.mark.parametrize("key", [KEY.Key_Y, KEY.Key_X, KEY.Key_C])
def test_a_decision_without_a_proposal_says_what_to_do(table: Desk, key: Qt.Key) -> None:
    desk = table
    press(desk, key)
    assert "S goes to the next one" in desk.view.banner.text()
    assert desk.rows(Quote) == desk.rows(Rejection) == []


def test_a_text_without_quotations_says_so(sit_down: Callable[[Session], Desk], session: Session) -> None:
    session.archive.perform(import_source(incoming("One house.\n\nAnother house.")), author_id=session.author_id)
    desk = sit_down(session)
    desk.until(lambda: desk.view.article.source is not None)
    desk.read()
    press(desk, KEY.Key_S)
    assert line(desk) == "No suggestion is left in this text."
    assert not part(desk).bar.next_button.isVisible()
    assert not part(desk).count.isVisible()
    assert not part(desk).bar.accept_button.isVisible()


def test_another_source_has_its_own_suggestions(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    act = import_source(incoming(OTHER, title="Another"))
    made = desk.session.archive.perform(act, author_id=desk.session.author_id).value
    desk.view.show_place(Place(ViewName.SOURCES, source_id=made.source_id))
    desk.until(lambda: count(desk) == "1 suggestion")
    assert not part(desk).bar.isVisible()
    assert proposed(desk) == ""
    desk.read()
    press(desk, KEY.Key_S)
    assert proposed(desk) == "We kept your chair by the window,"


def test_an_older_text_is_only_read(table: Desk) -> None:
    desk = table
    source = desk.view.article.source
    assert source is not None
    newer = TEXT + " It was late."
    desk.session.perform(import_newer(source.id, incoming(newer)))
    desk.settle()
    desk.view.open_version(source.text_version_id)
    desk.until(lambda: desk.view.article.source is not None and desk.view.article.source.older)
    desk.read()
    press(desk, KEY.Key_S)
    assert proposed(desk) == ""
    assert line(desk) == "Nothing is suggested in an older text of a source."
    assert not part(desk).count.isVisible()


def test_finding_lets_a_reading_that_somebody_waits_for_go_first(table: Desk) -> None:
    desk = table
    part(desk)._found.clear()
    part(desk)._look_up()
    job = part(desk)._job
    assert job is not None
    read: list[int] = []
    desk.session.operations.run_read(lambda _context: 1, on_done=read.append)
    assert job.cancel_asked
    desk.until(lambda: read == [1] and bool(part(desk)._found))
    assert count(desk) == "4 suggestions"


def test_a_write_that_fails_leaves_the_suggestion_open(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    state = part(desk)._state
    assert state is not None
    state.take(
        replace(state.suggestions, open=tuple(replace(each, text_version_id="gone") for each in state.open)),
        (),
        (),
        state.names,
    )
    desk.press(KEY.Key_X)
    assert proposed(desk) == YEARS
    desk.until(lambda: count(desk) == "4 suggestions" and not part(desk)._rest.isActive())
    assert desk.rows(Rejection) == []
    assert state.at(state.open[0].anchor.span) is not None


def test_the_frame_is_painted_over_the_words_and_nowhere_else(table: Desk) -> None:
    desk = table
    reader = desk.view.reader
    before = reader.viewport().grab().toImage()
    reader.set_proposed(Span(reader.text.index(HOME), reader.text.index(HOME) + len(HOME)))
    after = reader.viewport().grab().toImage()
    rect = reader.caret_rect(reader.text.index(HOME))
    assert rect is not None
    changed = {
        (x, y) for x in range(after.width()) for y in range(after.height()) if before.pixel(x, y) != after.pixel(x, y)
    }
    assert changed
    assert all(rect.top() - 6 <= y <= rect.bottom() + 6 for _x, y in changed)
    reader.set_proposed(None)
    assert reader.viewport().grab().toImage() == before


def test_a_read_only_archive_is_offered_for_reading(
    sit_down: Callable[[Session], Desk], session: Session, tmp_path: Path
) -> None:
    session.archive.perform(import_source(incoming(TEXT)), author_id=session.author_id)
    path = session.archive.path
    session.archive.close()
    session.archive = open_room(path, read_only=True)
    desk = sit_down(session)
    desk.until(part(desk).count.isVisible)
    desk.read()
    press(desk, KEY.Key_S)
    assert proposed(desk) == CHAIR
    assert line(desk).endswith(" · read only")
    assert not part(desk).bar.accept_button.isEnabled()
    assert not part(desk).bar.reject_button.isEnabled()


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_in_every_language(table: Desk, language: str) -> None:
    desk = table
    press(desk, KEY.Key_S)
    switch_language(language)
    desk.settle()
    assert line(desk)
    assert part(desk).bar.accept_button.text().endswith("  Y")
    assert part(desk).bar.next_button.text().endswith("  S")
    switch_language("en")


def test_a_removed_source_leaves_nothing(table: Desk) -> None:
    desk = table
    press(desk, KEY.Key_S)
    source = desk.view.article.source
    assert source is not None
    desk.view.remove_source(source.id)
    desk.until(lambda: desk.view.article.source is None)
    assert not part(desk).bar.isVisible()
    assert not part(desk).count.isVisible()
    part(desk).go_on()
    assert not part(desk).bar.isVisible()


def test_a_quote_made_elsewhere_is_followed(table: Desk) -> None:
    desk = table
    source = desk.view.article.source
    assert source is not None
    at = desk.view.reader.text.index(YEARS)
    act = mark_quote(source.text_version_id, Span(at, at + len(YEARS)), QuoteInput(published_language="en"))
    desk.session.perform(act)
    desk.until(lambda: count(desk) == "3 suggestions")
    desk.press(KEY.Key_1, held=ALT)
    assert [row.exact for row in desk.rows(Passage)] == [YEARS]


def test_the_ruler_has_a_tick_for_each_that_is_open(table: Desk) -> None:
    desk, ruler = table, table.view.reader.ruler
    assert ruler is not None
    text = desk.view.reader.text
    before = ruler.suggested
    assert ruler.counts.bucket(text.index(CHAIR)) in before
    press(desk, KEY.Key_S, KEY.Key_X)
    desk.until(lambda: len(ruler.suggested) == len(before) - 1)
    assert ruler.counts.bucket(text.index(CHAIR)) not in ruler.suggested
    desk.session.undo()
    desk.until(lambda: ruler.suggested == before)
    desk.session.perform(remove_source(desk.view.article.source.id))
    desk.until(lambda: ruler.suggested == frozenset())
