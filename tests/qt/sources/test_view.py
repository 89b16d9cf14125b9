"""A day at the screen of sources, by keys alone, on real archives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from workbench.domain.kinds import PassageKind
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import Reading
from workbench.qt.picker.note_editor import NoteEditor
from workbench.qt.picker.quote_strip import QuoteStrip
from workbench.qt.picker.record_picker import RecordPicker
from workbench.qt.session import Place, Session, ViewName
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.records import record_detail
from workbench.store.tables import Evidence, Mention, Name, Note, Passage, PassageTag, Quote, Record, Source, Tag

from .conftest import ALT, ARTICLE, CTRL, SHIFT, Desk

KEY = Qt.Key


def test_person_from_words_to_record_without_the_mouse(article_desk: Desk) -> None:
    desk = article_desk
    span = desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_P)
    assert isinstance(desk.view.marking.popup, RecordPicker)
    assert desk.view.marking.popup.search.text() == "Maria Kolesnikova"
    desk.type("Марыя Калеснікава")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Mention)))

    passage, mention = desk.one(Passage), desk.one(Mention)
    text = desk.view.reader.text
    assert (passage.start, passage.end) == (span.start, span.end)
    assert passage.exact == text[passage.start : passage.end] == "Maria Kolesnikova"
    assert text[: passage.start].count("👨‍👩‍👧") == 1
    assert (mention.passage_id, mention.role, mention.certainty) == (passage.id, "mentioned", "certain")
    name = desk.one(Name)
    assert (name.value, desk.one(Record).kind) == ("Марыя Калеснікава", "person")
    assert name.tag == desk.view.article.source.language.split("-")[0]
    assert desk.view.reader.current() == passage.id
    assert desk.view.reader.hasFocus()
    assert desk.session.next_undo().action == "link_passage"


def test_enter_before_the_answer_takes_what_was_typed(sample_desk: Desk) -> None:
    desk = sample_desk
    before = {row.id for row in desk.rows(Mention)}
    desk.select("potash")
    desk.press(KEY.Key_P)
    desk.type("калесніка")
    desk.press(KEY.Key_Return)
    popup = desk.view.marking.popup
    assert isinstance(popup, RecordPicker)
    desk.until(popup.page.isVisible)
    desk.press(KEY.Key_Return)
    desk.until(lambda: len(desk.rows(Mention)) > len(before))
    (made,) = [row for row in desk.rows(Mention) if row.id not in before]
    with desk.session.read() as connection:
        assert record_detail(connection, made.record_id, "en").name == "Maria Kolesnikova"


def test_role_and_certainty_by_keys(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_P, KEY.Key_Return)
    desk.settle()
    desk.type("rel")
    desk.press(KEY.Key_2, held=CTRL)
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Mention)))
    assert (desk.one(Mention).role, desk.one(Mention).certainty) == ("released", "probable")


def test_escape_goes_back_one_step_at_a_time(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_Space)
    popup = desk.view.marking.popup
    assert isinstance(popup, RecordPicker)
    desk.settle()
    assert popup.search.model.rowCount() == 4  # one offer to create for every kind
    desk.press(KEY.Key_Down, KEY.Key_Return)
    assert popup.page.isVisible()
    desk.press(KEY.Key_Escape)
    assert popup.search.isVisible()
    assert not popup.page.isVisible()
    desk.press(KEY.Key_Escape)
    assert desk.view.marking.popup is None
    assert desk.view.reader.hasFocus()
    assert desk.view.reader.selected_text() == "Maria Kolesnikova"
    assert desk.rows(Passage) == []


def test_quote_by_keys_with_a_new_speaker_is_one_operation(article_desk: Desk) -> None:
    desk = article_desk
    words = "“We are all free now,”"
    desk.select(words)
    desk.press(KEY.Key_Q)
    assert isinstance(desk.view.marking.popup, QuoteStrip)
    desk.type("Maria K")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Quote)))
    quote = desk.one(Quote)
    assert desk.one(Passage).exact == words
    assert quote.speaker_id == desk.one(Record).id
    assert (quote.manner, quote.spoken_language) == ("direct", "")
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(Quote) == [])
    assert desk.rows(Record) == desk.rows(Passage) == []
    assert len(desk.view.reader.passages) == 0


def test_quote_shows_in_the_inspector_and_leads_to_the_desk(sample_desk: Desk) -> None:
    desk = sample_desk
    with desk.session.read() as connection:
        quote = list_quotes(connection, "en")[1]
    moved: list[Place] = []
    desk.session.moved.connect(moved.append)
    desk.view.show_place(Place(ViewName.SOURCES, passage_id=quote.passage_id))
    section = desk.view.inspector.quote
    assert section.isVisible()
    assert section.speaker.whole_text() == quote.speaker
    assert len(section.languages.widgets) == 3
    section.languages.widgets[0].setFocus()
    desk.press(KEY.Key_Space)
    assert moved[-1] == Place(ViewName.TRANSLATIONS, quote_id=quote.id, language="be")
    assert desk.view.run_action("desk.open")
    assert moved[-1].quote_id == quote.id


def test_note_is_saved_with_ctrl_enter_and_edited_in_the_inspector(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("stepped off the bus")
    desk.press(KEY.Key_N)
    desk.type("Who was it?")
    desk.press(KEY.Key_Return, held=CTRL)
    desk.until(lambda: bool(desk.rows(Note)))
    assert desk.one(Note).body == "Who was it?"
    field = desk.view.inspector.notes.fields.widgets[0]
    field.edit.setFocus()
    desk.press(KEY.Key_End)
    desk.type(" Ask.")
    desk.read()  # going elsewhere saves
    desk.until(lambda: desk.one(Note).body == "Who was it? Ask.")
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.view.inspector.notes.fields.widgets[0].edit.toPlainText() == "Who was it?")


def test_a_note_that_was_begun_is_not_lost(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("stepped off the bus")
    desk.press(KEY.Key_N)
    desk.type("half a tho")
    desk.press(KEY.Key_Escape)
    assert desk.rows(Note) == []
    desk.press(KEY.Key_N)
    popup = desk.view.marking.popup
    assert isinstance(popup, NoteEditor)
    assert popup.edit.toPlainText() == "half a tho"
    desk.type("ught")
    desk.view.list.list.setFocus()
    desk.until(lambda: bool(desk.rows(Note)))
    assert desk.one(Note).body == "half a thought"
    assert desk.view.list.list.hasFocus()


def test_tag_completes_from_the_archive(article_desk: Desk) -> None:
    desk = article_desk
    for words, typed in (("stepped off the bus", "Releases"), ("friends", "rel")):
        desk.select(words)
        desk.press(KEY.Key_T)
        desk.type(typed)
        desk.press(KEY.Key_Return)
        desk.settle()
    assert desk.one(Tag).label == "Releases"
    assert len(desk.rows(PassageTag)) == 2
    assert desk.view.inspector.tags.isVisible()


def test_overlapping_passages_are_all_reachable(article_desk: Desk) -> None:
    desk = article_desk
    for words in ("Maria Kolesnikova", "Kolesnikova stepped off", "Maria Kolesnikova stepped off the bus"):
        desk.select(words)
        desk.press(KEY.Key_N)
        desk.type(words)
        desk.press(KEY.Key_Return, held=CTRL)
        desk.settle()
    reader = desk.view.reader
    reader.place_caret(reader.text.index("Kolesnikova") + 3)
    reader.set_current(None)
    seen = set()
    for _step in range(3):
        desk.press(KEY.Key_Tab)
        seen.add(reader.current())
    assert seen == {row.id for row in desk.rows(Passage)}
    desk.settle()
    assert len(desk.view.inspector.here.buttons.widgets) == 2
    reader.place_caret(0)
    order = []
    for _step in range(3):
        desk.press(KEY.Key_J)
        order.append(reader.passages.get(reader.current()).span)
    assert order == sorted(order, key=lambda span: (span.start, -span.end))


def test_edges_move_by_words_as_fast_as_one_types(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("stepped")
    desk.press(KEY.Key_T)
    desk.type("x")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, held=ALT)
    desk.press(KEY.Key_Left, held=ALT | SHIFT)
    desk.until(lambda: desk.one(Passage).exact == "Kolesnikova stepped off the bus")
    desk.settle()
    shown = next(iter(desk.view.reader.passages))
    assert desk.view.reader.text[shown.span.start : shown.span.end] == desk.one(Passage).exact


def test_remove_is_offered_back(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("stepped")
    desk.press(KEY.Key_T)
    desk.type("x")
    desk.press(KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Backspace, held=CTRL)
    desk.until(lambda: desk.rows(Passage) == [])
    assert desk.view.banner.isVisible()
    assert desk.view.inspector.passage is None
    desk.view.banner._buttons[0].setFocus()
    desk.press(KEY.Key_Return)
    desk.press(KEY.Key_Space)
    desk.until(lambda: bool(desk.rows(Passage)))
    assert len(desk.view.reader.passages) == 1
    assert not desk.view.banner.isVisible()


def test_word_at_the_caret_where_nothing_is_selected(article_desk: Desk) -> None:
    desk = article_desk
    desk.read()
    desk.view.reader.place_caret(desk.view.reader.text.index("friends") + 2)
    desk.press(KEY.Key_T)
    assert desk.view.reader.selected_text() == "friends"
    desk.press(KEY.Key_Escape)
    desk.view.reader.place_caret(desk.view.reader.text.index("\n\n") + 1 if "\n\n" in desk.view.reader.text else 11)


def test_letters_are_letters_where_one_types(article_desk: Desk) -> None:
    desk = article_desk
    desk.view.list.search.setFocus()
    desk.press(KEY.Key_P, KEY.Key_Q)
    assert desk.view.list.search.text().casefold() == "pq"
    assert desk.view.marking.popup is None
    desk.press(KEY.Key_Return)
    desk.settle()


def test_find_in_the_text(article_desk: Desk) -> None:
    desk = article_desk
    desk.press(KEY.Key_F, held=CTRL)
    desk.settle()
    desk.type("the")
    desk.press(KEY.Key_Return)
    first = desk.view.reader.selection()
    desk.press(KEY.Key_Return)
    second = desk.view.reader.selection()
    assert first is not None
    assert second is not None
    assert first.end <= second.start
    desk.press(KEY.Key_Return, held=SHIFT)
    assert desk.view.reader.selection() == first
    desk.press(KEY.Key_Escape)
    assert desk.view.reader.hasFocus()
    assert desk.view.reader.selected_text() == "the"


def test_place_is_kept_for_every_source(article_desk: Desk, sample_desk: Desk) -> None:
    del article_desk
    desk = sample_desk
    reader = desk.view.reader
    reader.place_caret(len(reader.text) - 5)
    kept = desk.view.place()
    desk.session.operations.run(lambda _context: None)
    desk.view.importer.import_mime(_copied("Another text, which says little."))
    desk.until(lambda: desk.view.article.source is not None and desk.view.article.source.id != kept.source_id)
    desk.settle()
    desk.view.show_place(Place(ViewName.SOURCES, source_id=kept.source_id))
    desk.until(lambda: desk.view.article.source is not None and desk.view.article.source.id == kept.source_id)
    assert reader.caret() == kept.position
    assert desk.view.list.list.current_id() == kept.source_id


def _copied(text: str) -> object:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText(text)
    return data


def test_a_place_opens_its_source_and_shows_its_passage(
    sit_down: Callable[[Session], Desk], sample_session: Session
) -> None:
    desk = sit_down(sample_session)
    passage = desk.rows(Passage)[7]
    desk.view.show_place(Place(ViewName.SOURCES, passage_id=passage.id))
    desk.until(lambda: desk.view.reader.current() == passage.id)
    assert desk.view.inspector.passage.id == passage.id
    assert desk.view.place().passage_id == passage.id
    desk.view.show_place(Place(ViewName.SOURCES, source_id=desk.one(Source).id, position=40))
    assert desk.view.reader.caret() == 40


def test_removed_source_comes_back_with_everything(sample_desk: Desk) -> None:
    desk = sample_desk
    count = len(desk.view.reader.passages)
    source = desk.one(Source)
    desk.view.remove_source(source.id)
    desk.until(desk.view.empty.isVisible)
    assert desk.view.banner.isVisible()
    assert desk.view.article.source is None
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.view.article.source is not None)
    assert desk.view.article.source.id == source.id
    assert len(desk.view.reader.passages) == count
    assert not desk.view.banner.isVisible()


def test_evidence_from_a_passage(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("Maria Kolesnikova")
    desk.press(KEY.Key_P, KEY.Key_Return)
    desk.settle()
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Mention)))
    supports = desk.view.inspector.supports
    supports.open_button.setFocus()
    desk.press(KEY.Key_Space)
    desk.press(KEY.Key_Return)  # the record that the passage names is offered first
    form = supports.form
    assert form is not None
    assert form.claim.hasFocus()
    form.claim.setCurrentText("Released")
    desk.press(KEY.Key_Tab)
    desk.type("12.12.2025")
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Evidence)))
    line = supports.lines.widgets[0]
    assert line.claim.text() == "Released: 12 December 2025"
    assert line.record.whole_text() == "Maria Kolesnikova"
    assert supports.form is None


def test_other_mentions_of_the_same_names_follow_their_record(sample_desk: Desk) -> None:
    desk = sample_desk
    mention = desk.rows(Mention)[0]
    desk.view.go_to_passage(mention.passage_id)
    line = next(line for line in desk.view.inspector.mentions.lines.widgets if line._row.id == mention.id)
    line.certainty.setFocus()
    desk.press(KEY.Key_End)
    line.certainty.activated.emit(line.certainty.currentIndex())
    desk.until(lambda: next(r for r in desk.rows(Mention) if r.id == mention.id).certainty == "possible")
    assert line.certainty.hasFocus()


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_language_opens(sample_desk: Desk, language: str) -> None:
    desk = sample_desk
    with desk.session.read() as connection:
        quote = list_quotes(connection, "en")[0]
    desk.view.go_to_passage(quote.passage_id)
    switch_language(language)
    desk.settle()
    for action, kind in (("passage.person", RecordPicker), ("passage.quote", QuoteStrip), ("passage.note", NoteEditor)):
        desk.read()
        assert desk.view.run_action(action)
        assert isinstance(desk.view.marking.popup, kind)
        desk.settle()
        desk.press(KEY.Key_Escape)
    desk.view.show_details()
    assert desk.view.details.isVisible()
    switch_language("en")
    desk.settle()


def test_passages_are_drawn_as_what_they_are(sample_desk: Desk) -> None:
    kinds = {kind for passage in sample_desk.view.reader.passages for kind in passage.kinds}
    assert kinds == set(PassageKind)


def test_folding_and_reading_type(sample_desk: Desk) -> None:
    desk = sample_desk
    desk.press(KEY.Key_F9)
    assert desk.view.list_panel.folded
    assert desk.session.settings.folded("sources.list")
    desk.press(KEY.Key_F9, held=SHIFT)
    assert desk.view.side_panel.folded
    before = desk.view.reader.look()
    current_look().set(reading_scale=110)
    current_look().set_reading(Reading(measure=90))
    assert desk.view.reader.look().pixels > before.pixels
    assert desk.view.reader.look().measure == 90
    assert not desk.view.run_action("no.such.action")


def test_the_article_holds_what_the_tests_need() -> None:
    assert any(ord(letter) > 0xFFFF for letter in ARTICLE)
