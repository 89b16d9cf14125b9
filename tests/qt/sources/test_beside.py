"""Two sources side by side on a real archive, by keys and by scrolling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import NoteInput, QuoteInput
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.reader.reader import Reader
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.beside.feature import Beside
from workbench.qt.window.panes import go_to_next, parts_of
from workbench.services.pairs import pair_sources
from workbench.services.passages import add_note
from workbench.services.quotes import Marked, mark_quote
from workbench.services.sources import import_source, remove_source
from workbench.services.versions import import_newer
from workbench.store.tables import Passage, PublishedTranslation, TextVersion, Translation

from .conftest import CTRL, SHIFT, Desk

KEY = Qt.Key
COUNT = 90
LEFT_OUT = range(30, 34)
ENGLISH = "\n".join(
    f"In {1900 + n} the register of Orša named {n * 17 % 89 + 100} readers, and the librarian Alena Sokał said that "
    f"the house by the river had kept a chair for each of them. " + "Nobody sat in it. " * (n % 4)
    for n in range(COUNT)
)
BELARUSIAN = "\n".join(
    f"У {1900 + n} годзе рэестр Оршы называў {n * 17 % 89 + 100} чытачоў, і бібліятэкарка Алена Сокал казала, што дом "
    f"каля ракі захаваў крэсла для кожнага з іх. " + "Ніхто ў ім не сядзеў. " * (n % 4)
    for n in range(COUNT)
    if n not in LEFT_OUT
)


@dataclass
class Two:
    """The desk with both sources in the archive, and the first one open."""

    desk: Desk
    english: str
    belarusian: str

    @property
    def beside(self) -> Beside:
        return next(feature for feature in self.desk.view.features if isinstance(feature, Beside))

    @property
    def left(self) -> Reader:
        return self.desk.view.reader

    @property
    def right(self) -> Reader:
        return self.beside.reader

    def open_beside(self) -> None:
        """Ctrl+B, and Enter on the first offer."""
        self.desk.read()
        self.desk.press(KEY.Key_B, held=CTRL)
        self.desk.press(KEY.Key_Return)
        self.aligned()

    def aligned(self) -> None:
        def is_so() -> bool:
            path = self.beside.steps.path
            return self.beside.is_open and path is not None and bool(path.spans)

        self.desk.until(is_so)

    def go(self, source_id: str) -> None:
        """Choose a source in the list."""
        view = self.desk.view
        view.list.list.go_to(source_id)
        self.desk.until(lambda: view.article.source is not None and view.article.source.id == source_id)

    def year_at_top(self, reader: Reader) -> int:
        """The year that the topmost paragraph with two lines in sight speaks of."""
        seen = next(item for item in reader.visible() if item.y + item.laid.height > 60)
        return int("".join(c for c in reader.text[seen.laid.start : seen.laid.start + 8] if c.isdigit()))

    def quote(self) -> Marked:
        """Mark words of the first paragraph as a quote, and make it current."""
        with self.desk.session.read():
            version = self.desk.view.article.source.text_version_id
        at = self.left.text.index("house by the river")
        marked: list[Marked] = []
        act = mark_quote(version, Span(at, at + 18), QuoteInput(published_language="en"))
        self.desk.session.perform(act, on_done=marked.append)
        self.desk.until(lambda: bool(marked))
        self.desk.view.go_to_passage(marked[0].passage_id)
        return marked[0]


@pytest.fixture
def two(desk: Desk) -> Two:
    """An archive with an article and its translation, the article open."""
    made: list[str] = []
    for title, words, tag in (("The register", ENGLISH, "en"), ("Рэестр", BELARUSIAN, "be")):
        act = import_source(incoming(words, title=title, language=tag, published="2025-12-13", publisher="Reader"))
        desk.session.perform(act, on_done=lambda imported: made.append(imported.source_id))
        desk.until(lambda: len(made) == 1 + (tag == "be"))  # noqa: B023 - asked before the next round
    two = Two(desk, made[0], made[1])
    two.go(two.english)
    desk.read()
    return two


def wheel(reader: Reader, steps: int) -> None:
    """Turn the wheel over a reader, down where positive."""
    area = reader.viewport()
    place = QPointF(area.rect().center())
    event = QWheelEvent(
        place,
        QPointF(area.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, -120 * steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, event)


def test_ctrl_b_offers_the_likely_partner_and_writes_nothing(two: Two) -> None:
    desk = two.desk
    before = desk.session.next_undo()
    desk.press(KEY.Key_B, held=CTRL)
    chooser = two.beside.chooser
    assert chooser is not None
    assert chooser.edit.hasFocus()
    desk.until(lambda: bool(chooser.list.current_id()))
    assert chooser.list.lines.line(0).right == "likely"
    desk.press(KEY.Key_Return)
    two.aligned()
    assert two.beside.article.source.id == two.belarusian
    assert two.left.hasFocus()
    assert desk.session.next_undo() == before
    assert desk.rows(PublishedTranslation) == []
    desk.press(KEY.Key_B, held=CTRL)
    assert not two.beside.is_open
    assert two.beside.steps.path is None


def test_the_chooser_finds_as_one_types_and_escape_leaves_all_as_it_was(two: Two) -> None:
    desk = two.desk
    desk.press(KEY.Key_B, held=CTRL)
    chooser = two.beside.chooser
    desk.type("nothing like it")
    desk.settle()
    assert chooser.list.lines.rowCount() == 0
    assert chooser._nothing.isVisible()
    chooser.edit.clear()
    desk.type("reestr")
    desk.settle()
    assert chooser.list.current_id() == two.belarusian
    desk.press(KEY.Key_Escape)
    assert two.beside.chooser is None
    assert not two.beside.is_open
    assert two.left.hasFocus()


def test_an_enter_before_the_answer_waits_for_it(two: Two) -> None:
    two.desk.press(KEY.Key_B, held=CTRL)
    two.desk.type("Рэе")
    two.desk.press(KEY.Key_Return)
    two.aligned()
    assert two.beside.article.source.id == two.belarusian


@pytest.mark.parametrize("steps", [3, 20, 55])
def test_the_right_text_follows_the_wheel_over_the_left_one(two: Two, steps: int) -> None:
    two.open_beside()
    for _step in range(steps):
        wheel(two.left, 1)
    year = two.year_at_top(two.left)
    assert year > 1900
    if year - 1900 not in LEFT_OUT:
        assert abs(two.year_at_top(two.right) - year) <= 1
    for _step in range(steps):
        wheel(two.left, -1)
    assert two.left.verticalScrollBar().value() == two.right.verticalScrollBar().value() == 0


def test_the_left_text_follows_the_right_one(two: Two) -> None:
    two.open_beside()
    two.left.place_caret(0)
    two.right.place_caret(0)
    for _step in range(80):
        wheel(two.right, 1)
    year = two.year_at_top(two.right)
    assert year - 1900 > LEFT_OUT.stop
    assert abs(two.year_at_top(two.left) - year) <= 1


def test_both_ends_are_reached_together_and_nothing_swings_back(two: Two) -> None:
    two.open_beside()
    left, right = two.left.verticalScrollBar(), two.right.verticalScrollBar()
    while left.value() < left.maximum():
        before = left.value()
        wheel(two.left, 5)
        assert left.value() > before
    assert right.value() == right.maximum()
    QApplication.processEvents()
    assert left.value() == left.maximum()
    assert right.value() == right.maximum()


def test_the_scroll_glides_and_never_goes_back(two: Two) -> None:
    two.open_beside()
    places = []
    for _step in range(150):
        two.left.scroll_by(7)
        item = two.right.visible()[0]
        places.append(item.laid.start + (-item.y / item.laid.height) * (item.laid.end + 1 - item.laid.start))
    assert all(a <= b + 1 for a, b in pairwise(places))
    assert len({round(place) for place in places}) > 60


def test_the_paragraph_of_the_caret_is_shown_in_the_other_text(two: Two) -> None:
    two.open_beside()
    for n in (3, 40):
        block = two.left.model.block(n)
        two.left.place_caret(block.start + 5)
        beacon = two.beside.steps.beacons[two.right]
        there = beacon.span
        assert str(1900 + n) in two.right.text[there.start : there.end]
        (box, *_more) = beacon.boxes()
        assert 0 <= box.top() < two.right.viewport().height()
        assert beacon.isVisible()
    two.left.place_caret(two.left.model.block(LEFT_OUT.start + 1).start)
    assert two.beside.steps.beacons[two.right].span is None
    two.right.setFocus()
    two.right.place_caret(two.right.model.block(2).start)
    assert "1902" in two.left.text[two.beside.steps.beacons[two.left].span.start :][:20]


def test_out_of_step_each_text_stays_where_it_is(two: Two) -> None:
    two.open_beside()
    two.desk.press(KEY.Key_J, held=CTRL | SHIFT)
    assert not two.beside.bar.step.isChecked()
    wheel(two.left, 20)
    assert two.right.verticalScrollBar().value() == 0
    two.desk.press(KEY.Key_J, held=CTRL | SHIFT)
    assert two.right.verticalScrollBar().value() > 0
    assert abs(two.year_at_top(two.right) - two.year_at_top(two.left)) <= 1


def test_a_tie_is_written_by_its_key_and_undone(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    desk.press(KEY.Key_M, held=CTRL | SHIFT)
    desk.until(lambda: bool(desk.rows(PublishedTranslation)))
    tie = desk.one(PublishedTranslation)
    assert (tie.original_id, tie.translation_id) == (two.english, two.belarusian)
    assert two.beside.bar.tied.text() == "Its published translation"
    assert not two.beside.bar.is_translation.isVisible()
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(PublishedTranslation) == [])
    assert two.beside.bar.is_translation.isVisible()
    two.beside.bar.is_original.click()
    desk.until(lambda: bool(desk.rows(PublishedTranslation)))
    assert desk.one(PublishedTranslation).original_id == two.belarusian
    assert two.beside.bar.tied.text() == "Original of the open source"
    two.beside.bar.untie.click()
    desk.until(lambda: desk.rows(PublishedTranslation) == [])


def test_the_details_of_both_sources_tell_of_the_tie(two: Two) -> None:
    desk = two.desk
    desk.view.show_details()
    assert not desk.view.details.ties.isVisible()
    desk.session.perform(pair_sources(two.english, two.belarusian))
    desk.until(desk.view.details.ties.isVisible)
    assert desk.view.details.ties.text() == "Its published translation: Рэестр (Belarusian)"
    desk.view.show_details(two.belarusian)
    assert desk.view.details.ties.text() == "Original: The register (English)"
    desk.session.undo()
    desk.until(lambda: not desk.view.details.ties.isVisible())


def test_a_tied_source_comes_without_asking(two: Two) -> None:
    two.desk.session.perform(pair_sources(two.belarusian, two.english))
    two.desk.settle()
    two.desk.press(KEY.Key_B, held=CTRL)
    two.aligned()
    assert two.beside.chooser is None
    assert two.beside.article.source.id == two.belarusian
    assert two.beside.bar.tied.text() == "Original of the open source"


def test_selected_words_are_taken_as_the_translation_of_the_current_quote(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    marked = two.quote()
    assert not two.beside.bar.take.isEnabled()
    at = two.right.text.index("дом каля ракі")
    two.right.setFocus()
    two.right.place_caret(at)
    for _letter in "дом каля ракі ":
        desk.press(KEY.Key_Right, held=SHIFT)
    assert two.beside.bar.take.isEnabled()
    desk.press(KEY.Key_T, held=CTRL | SHIFT)
    desk.until(lambda: bool(desk.rows(Translation)))
    row = desk.one(Translation)
    assert (row.quote_id, row.language, row.text, row.state) == (marked.quote_id, "be", "дом каля ракі", "initial")
    assert row.translator_id == desk.session.author_id
    assert desk.session.next_undo().action == "write_translation"
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: desk.rows(Translation) == [])


def test_a_second_wording_replaces_the_first_and_says_so(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    two.quote()
    for words in ("дом каля ракі", "дом каля ракі захаваў крэсла"):
        at = two.right.text.index(words)
        two.right.select(Span(at, at + len(words)))
        two.right.setFocus()
        desk.press(KEY.Key_T, held=CTRL | SHIFT)
        desk.until(lambda: any(row.text == words for row in desk.rows(Translation)))  # noqa: B023 - asked at once
    assert "replaced" in desk.view.banner.text()


def test_without_a_quote_or_words_nothing_is_written(two: Two) -> None:
    two.open_beside()
    two.desk.press(KEY.Key_T, held=CTRL | SHIFT)
    two.desk.settle()
    assert two.desk.rows(Translation) == []
    assert "quote" in two.desk.view.banner.text()


def test_letters_in_the_second_text_do_not_mark_the_first(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    two.left.select(Span(3, 10))
    two.right.setFocus()
    two.right.select(Span(0, 5))
    desk.press(KEY.Key_P)
    assert desk.view.marking.popup is None
    desk.press(KEY.Key_Space)
    assert desk.view.marking.popup is None
    assert desk.rows(Passage) == []
    desk.press(KEY.Key_F, held=CTRL)
    assert two.beside.article.find_bar.isVisible()
    assert not desk.view.article.find_bar.isVisible()


def test_passages_of_the_second_text_are_shown_and_kept_in_step(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    version = two.beside.article.source.text_version_id
    desk.session.perform(add_note(version, Span(5, 20), NoteInput(body="Look here")))
    desk.until(lambda: len(two.right.passages) == 1)
    assert len(two.left.passages) == 0
    two.right.setFocus()
    two.right.place_caret(0)
    desk.press(KEY.Key_J)
    assert two.right.current() is not None
    assert two.left.current() is None
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: len(two.right.passages) == 0)


def test_f6_goes_from_text_to_text(two: Two) -> None:
    two.open_beside()
    two.desk.read()
    go_to_next(parts_of(two.desk.view))
    assert two.desk.focus is two.right


def test_the_two_change_places_and_keep_where_they_were_read(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    wheel(two.left, 30)
    left, right = two.year_at_top(two.left), two.year_at_top(two.right)
    desk.press(KEY.Key_B, held=CTRL | SHIFT)
    desk.until(lambda: desk.view.article.source.id == two.belarusian)
    two.aligned()
    assert two.beside.article.source.id == two.english
    assert abs(two.year_at_top(two.left) - right) <= 1
    assert abs(two.year_at_top(two.right) - left) <= 1


def test_closing_comes_back_to_the_same_place_and_the_panels_to_theirs(two: Two) -> None:
    desk = two.desk
    folded = desk.view.list_panel.folded, desk.view.side_panel.folded
    two.left.scroll_to(two.left.model.block(40).start, 0)
    before = two.left.place().position
    two.open_beside()
    assert desk.view.side_panel.folded
    two.desk.until(lambda: abs(two.left.width() - two.right.width()) < 80)
    assert two.left.width() > 380
    assert not desk.session.settings.folded("sources.inspector")
    wheel(two.left, 0)
    desk.press(KEY.Key_B, held=CTRL)
    assert (desk.view.list_panel.folded, desk.view.side_panel.folded) == folded
    QApplication.processEvents()
    assert two.left.model.block_index_at(two.left.place().position) == two.left.model.block_index_at(before)


def test_another_source_opened_meanwhile_stands_alone_and_the_pair_comes_back(two: Two) -> None:
    desk = two.desk
    made: list[str] = []
    desk.session.perform(
        import_source(incoming("Coffee\nand tea", title="Coffee")), on_done=lambda found: made.append(found.source_id)
    )
    desk.until(lambda: bool(made))
    two.open_beside()
    two.go(made[0])
    assert not two.beside.is_open
    two.go(two.english)
    two.aligned()
    assert two.beside.article.source.id == two.belarusian


def test_a_second_source_removed_meanwhile_leaves_the_first_alone(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    desk.session.perform(remove_source(two.belarusian))
    desk.until(lambda: not two.beside.is_open)
    assert desk.view.article.source.id == two.english
    desk.session.undo()
    desk.settle()
    desk.read()
    desk.press(KEY.Key_B, held=CTRL)
    assert two.beside.chooser is not None


def test_the_first_source_removed_meanwhile_closes_both(two: Two) -> None:
    two.open_beside()
    two.desk.session.perform(remove_source(two.english))
    two.desk.until(lambda: not two.beside.is_open)
    assert two.beside.steps.path is None


def test_locking_while_it_is_read_and_coming_back(two: Two, sit_down: Callable[[Session], Desk]) -> None:
    desk = two.desk
    two.open_beside()
    desk.view.save_drafts()
    desk.view.close()
    again = sit_down(desk.session)
    other = Two(again, two.english, two.belarusian)
    other.go(two.english)
    other.aligned()
    assert other.beside.article.source.id == two.belarusian
    again.read()
    again.press(KEY.Key_B, held=CTRL)
    other.go(two.belarusian)
    other.go(two.english)
    assert not other.beside.is_open
    again.read()
    again.press(KEY.Key_B, held=CTRL)
    other.aligned()
    assert other.beside.chooser is None
    assert other.beside.article.source.id == two.belarusian


def test_a_book_stands_beside_an_article(two: Two) -> None:
    desk = two.desk
    made: list[str] = []
    words = "слова за словам " * 1_000
    book = "\n".join(f"{n} {words}" for n in range(310))
    desk.session.perform(
        import_source(incoming(book, title="Кніга", language="be")), on_done=lambda found: made.append(found.source_id)
    )
    desk.until(lambda: bool(made))
    two.go(two.english)
    desk.read()
    desk.press(KEY.Key_B, held=CTRL)
    desk.type("Кніга")
    desk.press(KEY.Key_Return)
    two.aligned()
    assert len(two.right.text) > 4_900_000
    two.left.verticalScrollBar().setValue(two.left.verticalScrollBar().maximum())
    assert two.right.verticalScrollBar().value() == two.right.verticalScrollBar().maximum()


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_language_fits_beside(two: Two, language: str) -> None:
    two.open_beside()
    switch_language(language)
    QApplication.processEvents()
    bar = two.beside.bar
    for part in (bar.take, bar.is_translation, bar.step, bar.swap, bar.other, bar.close_):
        assert part.isVisible()
        assert part.accessibleName() or part.text()
        assert bar.rect().contains(part.geometry().translated(part.parentWidget().mapTo(bar, QPoint())))
    switch_language("en")


def test_the_place_leads_to_the_open_source_not_to_the_second(two: Two) -> None:
    two.open_beside()
    two.desk.view.show_place(Place(ViewName.SOURCES, source_id=two.belarusian))
    two.desk.until(lambda: two.desk.view.article.source.id == two.belarusian)
    assert two.desk.view.place().source_id == two.belarusian
    assert two.right.model.block_count == COUNT or not two.beside.is_open


def test_finding_goes_on_in_the_text_that_has_the_focus(two: Two) -> None:
    two.open_beside()
    desk, left, right = two.desk, two.desk.view.article.find_bar, two.beside.article.find_bar
    two.right.setFocus()
    desk.press(KEY.Key_F, held=CTRL)
    desk.type("Оршы")
    desk.settle()
    assert right.count.text() == f"1 of {COUNT - len(LEFT_OUT)}"
    desk.press(KEY.Key_F3)
    assert right.count.text() == f"2 of {COUNT - len(LEFT_OUT)}"
    desk.press(KEY.Key_Escape)
    assert two.right.hasFocus()
    desk.press(KEY.Key_F3, held=SHIFT)
    desk.settle()
    assert two.right.selected_text() == "Оршы"
    assert right.isVisible()
    assert left.isHidden()
    assert two.left.selection() is None
    desk.press(KEY.Key_Escape)
    desk.read()
    desk.press(KEY.Key_F3)
    assert left.edit.hasFocus()


def test_a_switch_of_finding_holds_for_both_texts(two: Two) -> None:
    two.open_beside()
    desk, left, right = two.desk, two.desk.view.article.find_bar, two.beside.article.find_bar
    two.right.setFocus()
    desk.press(KEY.Key_W, held=CTRL | SHIFT)
    assert right.isVisible()
    assert left.isHidden()
    assert left.whole.isChecked()
    assert right.whole.isChecked()
    desk.press(KEY.Key_Escape)
    desk.read()
    desk.press(KEY.Key_A, held=CTRL | SHIFT)
    assert left.isVisible()
    assert right.accents.isChecked()
    settings = desk.session.settings
    assert (settings.find_whole, settings.find_accents, settings.find_script) == (True, True, False)


def test_both_texts_have_as_much_at_every_scale_and_with_the_list_open(two: Two) -> None:
    two.open_beside()
    desk = two.desk
    for scale in (200, 100):
        current_look().set(scale=scale)
        for folded in (False, True):
            desk.view.list_panel.set_folded(folded=folded)
            desk.qtbot.waitUntil(lambda: abs(two.left.width() - two.right.width()) <= 2)
            bar = two.beside.bar
            parts = [part for part in (bar.take, bar.is_translation, bar.is_original, bar.close_) if part.isVisible()]
            assert all(bar.rect().contains(QRect(part.mapTo(bar, QPoint()), part.size())) for part in parts)


def test_enter_in_the_chooser_leads_to_the_text_even_where_the_list_had_the_focus_before(two: Two) -> None:
    two.desk.view.window().resize(1000, 600)
    two.desk.view.list.list.setFocus()
    two.open_beside()
    assert two.desk.view.list_panel.folded
    assert two.left.hasFocus()


def test_quotes_and_selections_of_the_second_text_by_their_keys(two: Two) -> None:
    two.open_beside()
    two.right.setFocus()
    two.right.place_caret(3)
    two.desk.press(KEY.Key_W)
    assert two.right.selected_text() == "1900"
    assert two.left.selection() is None


def test_a_newer_capture_that_is_taken_back_leaves_the_text_that_there_is(two: Two) -> None:
    desk = two.desk
    two.open_beside()
    desk.session.perform(import_newer(two.belarusian, incoming("Новы радок.\n" + BELARUSIAN)))
    desk.settle()
    assert two.right.text == "Новы радок.\n" + BELARUSIAN
    desk.session.undo()
    desk.settle()
    assert two.right.text == BELARUSIAN
    source = two.beside.article.source
    assert source is not None
    assert source.text_version_id in {row.id for row in desk.rows(TextVersion)}
