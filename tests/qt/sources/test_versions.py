"""A newer capture by keys: what it will do is shown first, and what is not certain is decided side by side."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from sizes import too_wide
from workbench.domain.anchors import Span
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, QuoteInput, RecordInput, TranslationInput
from workbench.domain.kinds import Carried, RecordKind
from workbench.i18n import INTERFACE_LANGUAGES
from workbench.qt.frame.language import switch_language
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import Theme
from workbench.qt.session import Place, ViewName
from workbench.qt.versions.feature import Versions
from workbench.qt.versions.newer_bar import Stage
from workbench.services.passages import add_note
from workbench.services.quotes import mark_quote, write_translation
from workbench.services.records import link_passage
from workbench.store.tables import Capture, Carrying, Note, Passage, Quote, Source, TextVersion
from workbench.store.work import Act, Work

from .conftest import CTRL, SHIFT, Desk

KEY = Qt.Key

LINES = (
    "The gate of the harbour 🎉",
    "On 3 May the librarian Alena Sokał walked out of the gate in Orša, with a le\u0301tter in her hand.",
    "“We kept your chair by the window,” her brother Ihar told her before anyone else could speak.",
    "The court had sentenced her to seven years; the register of the colony counts nine winters.",
    "Colleagues from the Harbour Library had written to her every single week for all that time.",
    "Nobody knows what became of the catalogue, which was taken away on the same morning.",
)
OLD = "\n".join(LINES)
NEWER = "\n".join(
    (
        *LINES[:2],
        "“We kept your seat by that window,” her brother Ihar told everybody who had come to the gate.",
        LINES[3].replace("years; the", "years. The"),
        LINES[4],
        "The catalogue is back.",
    )
)
QUOTED, COLONY, LIBRARY = "We kept your chair by the window,", "the register of the colony", "Harbour Library"
MORNING = "which was taken away on the same morning"


class VersionsDesk:
    """An archivist with an annotated article whose newer capture is on the clipboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.view = desk, desk.view
        self.feature = next(feature for feature in desk.view.features if isinstance(feature, Versions))
        self.queue = self.feature.queue
        self.found: dict[str, str] = {}

    def annotate(self) -> None:
        source = self.view.article.source
        assert source is not None

        def run(work: Work) -> None:
            for words in (COLONY, LIBRARY, MORNING):
                self.found[words] = add_note(source.text_version_id, self.span(words), NoteInput(body=words)).run(work)
            given = QuoteInput(published_language="en")
            made = mark_quote(source.text_version_id, self.span(QUOTED), given).run(work)
            self.found[QUOTED] = made.passage_id
            write_translation(made.quote_id, TranslationInput(language="lt", text="Laikėme tavo kėdę")).run(work)
            person = RecordInput(kind=RecordKind.PERSON, names=(NameInput(value="Ihar", tag="en"),))
            link_passage(source.text_version_id, self.span("brother Ihar"), person, MentionInput()).run(work)

        self.desk.session.perform(Act("annotate", run))
        self.desk.settle()

    @staticmethod
    def span(words: str, text: str = OLD) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    def import_newer(self, text: str = NEWER) -> None:
        """By keys alone, from the clipboard."""
        copy(text)
        self.view.run_action("source.newer")
        self.tab_to("From clipboard")
        self.desk.press(KEY.Key_Return)
        self.desk.until(lambda: self.feature.bar.stage is Stage.READY)
        self.desk.press(KEY.Key_Return)
        self.desk.until(self.feature.bar.isHidden)

    def tab_to(self, words: str) -> None:
        for _step in range(40):
            focus = QApplication.focusWidget()
            if isinstance(focus, QPushButton) and focus.text() == words:
                return
            self.desk.press(KEY.Key_Tab)
        raise AssertionError(words)

    def open_queue(self) -> None:
        self.desk.press(KEY.Key_V)
        self.desk.until(lambda: self.feature.in_queue)

    def go_to(self, words: str) -> None:
        """Go to a passage in the queue, from its first line on by J."""
        self.queue.list.setFocus()
        self.desk.press(KEY.Key_Home)
        for _line in range(self.queue.list.lines.rowCount()):
            if self.queue.list.current_id() == self.found[words]:
                return
            self.desk.press(KEY.Key_J)
        raise AssertionError(words)

    def row(self, words: str) -> Passage:
        return next(row for row in self.desk.rows(Passage) if row.id == self.found[words])

    def number(self, words: str) -> int:
        """Which text a passage stands in now."""
        texts = {row.id: row.number for row in self.desk.rows(TextVersion)}
        return texts[self.row(words).text_version_id]


def copy(text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture
def versions(desk: Desk, tmp_path: Path) -> VersionsDesk:
    path = tmp_path / "gate.txt"
    path.write_text(OLD, encoding="utf-8")
    desk.view.importer.import_files([path])
    desk.until(lambda: desk.view.article.source is not None)
    desk.press(KEY.Key_Escape)
    desk.read()
    made = VersionsDesk(desk)
    made.annotate()
    return made


def test_what_will_happen_is_shown_before_anything_is_written(versions: VersionsDesk) -> None:
    desk, bar = versions.desk, versions.feature.bar
    copy(NEWER)
    versions.view.run_action("source.newer")
    assert bar.isVisible()
    assert "The gate of the harbour" in bar.text()
    assert bar.file_button.hasFocus()
    versions.tab_to("From clipboard")
    desk.press(KEY.Key_Return)
    desk.until(lambda: bar.stage is Stage.READY)
    assert bar.import_button.hasFocus()
    waiting = next(word for word in bar.text().split("·") if "wait" in word)
    assert desk.rows(Capture) == []
    assert len(desk.rows(TextVersion)) == 1
    desk.press(KEY.Key_Escape)
    assert bar.isHidden()
    assert versions.view.reader.hasFocus()
    versions.import_newer()
    assert len(desk.rows(Capture)) == 1
    assert versions.view.reader.text == NEWER
    assert waiting.strip() in versions.view.banner.text()
    assert desk.session.next_undo().action == "import_newer"
    assert versions.number(LIBRARY) == 2
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: versions.view.reader.text == OLD)
    assert desk.rows(Capture) == desk.rows(Carrying) == []
    assert len(versions.view.reader.passages) == 5


def test_what_cannot_be_is_said_in_the_bar(versions: VersionsDesk, tmp_path: Path) -> None:
    desk, bar = versions.desk, versions.feature.bar
    copy(OLD)
    versions.view.run_action("source.newer")
    versions.feature.newer.read_file(tmp_path / "nothing.txt")
    desk.until(bar._error.isVisible)
    assert "nothing.txt" in bar._error.text()
    versions.feature.newer.read_file(tmp_path / "gate.txt")
    desk.until(lambda: "exactly what was received last" in bar._error.text())
    assert bar.file_button.hasFocus()
    other = tmp_path / "again.txt"
    other.write_text(OLD + "\n", encoding="utf-8")
    versions.feature.newer.read_file(other)
    desk.until(lambda: bar.stage is Stage.READY)
    assert "The text is the same as before" in bar.text()
    desk.press(KEY.Key_Return)
    desk.until(lambda: bool(desk.rows(Capture)))
    assert len(desk.rows(TextVersion)) == 1
    assert "The text is the same as before" in versions.view.banner.text()


def test_the_queue_is_worked_by_keys_alone(versions: VersionsDesk) -> None:
    desk, queue = versions.desk, versions.queue
    versions.import_newer()
    versions.open_queue()
    assert queue.list.hasFocus()
    waiting = {versions.found[words] for words in (QUOTED, MORNING)}
    assert waiting <= {line.id for line in queue._lines()}
    versions.go_to(QUOTED)
    assert versions.view.inspector.passage is not None
    assert versions.view.inspector.passage.id == versions.found[QUOTED]
    assert queue.pair.old.text == OLD
    assert queue.pair.new.text == NEWER
    assert queue.pair.old.passages.get("old").span == versions.span(QUOTED)
    versions.view.run_action("passage.person")  # nothing is marked from here
    assert versions.view.marking.popup is None
    desk.press(KEY.Key_S, KEY.Key_F3)  # nor is anything sought in the text, which is not seen
    assert queue.list.hasFocus()
    assert versions.view.article.bars.isHidden()
    words = "We kept your seat by that window,"
    at = NEWER.index(words)
    queue.pair.new.setFocus()
    queue.pair.new.place_caret(at)
    for _letter in words:
        desk.press(KEY.Key_Right, held=SHIFT)
    assert queue.pair.new.selected_text() == words
    desk.press(KEY.Key_Return)
    desk.until(lambda: versions.number(QUOTED) == 2)
    desk.settle()
    assert versions.row(QUOTED).exact == words
    assert queue.list.current_id() not in ("", versions.found[QUOTED])
    queue.list.setFocus()
    versions_left = {line.id for line in queue._lines()}
    versions.go_to(MORNING)
    desk.press(KEY.Key_K, KEY.Key_J)
    assert queue.list.current_id() == versions.found[MORNING]
    desk.press(KEY.Key_G)
    desk.until(lambda: any(row.how == "gone" for row in desk.rows(Carrying)))
    desk.settle()
    assert {line.id for line in queue._lines()} == versions_left - {versions.found[MORNING]}
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: queue.list.current_id() == versions.found[MORNING])
    assert versions.feature.in_queue
    desk.press(KEY.Key_Escape)
    assert not versions.feature.in_queue
    assert versions.view.reader.hasFocus()


def test_the_last_decision_leaves_nothing_and_says_so(versions: VersionsDesk) -> None:
    desk, queue = versions.desk, versions.queue
    versions.import_newer()
    versions.open_queue()
    for _passage in range(len(queue._lines())):
        desk.press(KEY.Key_G)
        desk.settle()
    assert queue.empty.isVisible()
    assert queue.empty.buttons[0].hasFocus()
    desk.press(KEY.Key_Return)
    assert versions.view.reader.hasFocus()


def test_a_proposal_is_chosen_by_its_number_and_taken(versions: VersionsDesk) -> None:
    desk, queue = versions.desk, versions.queue
    versions.import_newer(
        OLD.replace(LINES[4], f"{LINES[4]} The Harbour Library too.") + "\nThe Harbour Library is open."
    )
    assert versions.number(LIBRARY) == 1
    versions.open_queue()
    versions.go_to(LIBRARY)
    proposals = queue.current().proposals  # type: ignore[union-attr]
    assert len(proposals) > 1
    assert queue.pair.new.current() == "0"
    desk.press(KEY.Key_2)
    assert queue.pair.new.current() == "1"
    desk.press(KEY.Key_9)
    assert queue.pair.new.current() == "1"
    desk.press(KEY.Key_Return)
    desk.until(lambda: versions.number(LIBRARY) == 2)
    assert versions.row(LIBRARY).start == proposals[1].span.start


def test_a_place_that_has_a_passage_takes_everything_over(versions: VersionsDesk) -> None:
    desk, queue = versions.desk, versions.queue
    versions.import_newer()
    source = versions.view.article.source
    words = "The catalogue is back"
    desk.session.perform(add_note(source.text_version_id, versions.span(words, NEWER), NoteInput(body="at last")))
    versions.open_queue()
    versions.go_to(MORNING)
    queue.pair.new.select(versions.span(words, NEWER))
    desk.press(KEY.Key_Return)
    desk.until(lambda: "everything attached has moved to it" in versions.view.banner.text())
    assert versions.found[MORNING] not in {row.id for row in desk.rows(Passage)}
    assert len(desk.rows(Note)) == 4


def test_a_stale_translation_is_told_where_the_quote_is(versions: VersionsDesk) -> None:
    desk = versions.desk
    versions.import_newer()
    versions.open_queue()
    versions.go_to(QUOTED)
    versions.queue.pair.new.select(versions.span("We kept your seat by that window,", NEWER))
    desk.press(KEY.Key_Return)
    desk.until(lambda: versions.number(QUOTED) == 2)
    desk.press(KEY.Key_Escape)
    versions.view.go_to_passage(versions.found[QUOTED])
    languages = [button.whole_text() for button in versions.view.inspector.quote.languages.widgets]
    assert any("the quote changed since" in words for words in languages)
    assert "Before: “We kept your chair by the window,”" in versions.feature.note.words.text()
    assert desk.one(Quote).passage_id == versions.found[QUOTED]


def test_a_moved_passage_is_marked_confirmed_and_sent_back(versions: VersionsDesk) -> None:
    desk, note = versions.desk, versions.feature.note
    versions.import_newer()

    def doubt(work: Work) -> None:
        (step,) = work.find(Carrying, passage_id=versions.found[LIBRARY])
        work.change(Carrying, step.id, how=Carried.MOVED.value, confidence=87)

    desk.session.perform(Act("place_passage", doubt))
    desk.settle()
    versions.view.go_to_passage(versions.found[LIBRARY])
    assert note.isVisible()
    assert note.words.text() == "Moved; confidence: 87 %."
    note.confirm_button.setFocus()
    desk.press(KEY.Key_Return)
    desk.until(lambda: not note.isVisible())
    assert "person" in {row.how for row in desk.rows(Carrying)}
    desk.session.perform(Act("place_passage", doubt))
    desk.settle()
    desk.read()
    versions.open_queue()
    versions.go_to(LIBRARY)
    assert versions.queue.return_button.isVisible()
    desk.press(KEY.Key_Backspace)
    desk.until(lambda: versions.number(LIBRARY) == 1)
    desk.settle()
    assert versions.queue.list.current_id()
    versions.go_to(LIBRARY)
    desk.press(KEY.Key_Return)
    desk.until(lambda: versions.number(LIBRARY) == 2)


def test_an_older_text_is_read_and_nothing_is_marked_in_it(versions: VersionsDesk) -> None:
    desk, view = versions.desk, versions.view
    versions.import_newer()
    view.show_details()
    desk.settle()
    rows = versions.feature.list.rows.widgets
    assert [row.button.whole_text().split(" · ")[0] for row in rows] == ["Text 2", "Text 1"]
    rows[1].button.setFocus()
    desk.press(KEY.Key_Return)
    desk.until(lambda: view.reader.text == OLD)
    assert versions.feature.older.isVisible()
    assert len(view.reader.passages) == 5  # also those that were carried on, where they stood
    view.reader.select(versions.span("Alena"))
    desk.press(KEY.Key_P)
    assert view.marking.popup is None
    assert "for reading only" in view.banner.text()
    desk.press(KEY.Key_Return)
    assert view.marking.popup is None
    desk.press(KEY.Key_F, held=CTRL)
    assert view.article.find_bar.isVisible()
    view.reader.setFocus()
    desk.press(KEY.Key_Escape, KEY.Key_Escape)  # the selection that was found, then the bar that came last
    assert not view.article.find_bar.isVisible()
    assert versions.feature.older.isVisible()
    assert view.reader.text == OLD
    if view.reader.selection() is not None or view.reader.current() is not None:
        desk.press(KEY.Key_Escape)
    desk.press(KEY.Key_Escape)
    desk.until(lambda: view.reader.text == NEWER)
    assert not versions.feature.older.isVisible()


def test_escape_in_the_text_closes_the_bar_of_a_newer_capture(versions: VersionsDesk) -> None:
    desk, view = versions.desk, versions.view
    view.run_action("source.newer")
    assert versions.feature.bar.isVisible()
    view.reader.setFocus()
    desk.press(KEY.Key_Escape)
    assert not versions.feature.bar.isVisible()


def test_a_passage_that_waits_opens_its_own_text_and_leads_to_the_queue(versions: VersionsDesk) -> None:
    desk, view = versions.desk, versions.view
    versions.import_newer()
    view.show_place(Place(ViewName.SOURCES, passage_id=versions.found[MORNING]))
    desk.until(lambda: view.reader.current() == versions.found[MORNING])
    assert view.reader.text == OLD
    assert view.place().position is None
    assert "waits for you to decide" in versions.feature.note.words.text()
    desk.press(KEY.Key_V)
    desk.until(lambda: versions.feature.in_queue)
    assert versions.queue.list.current_id() == versions.found[MORNING]
    desk.press(KEY.Key_Escape)
    view.show_place(Place(ViewName.SOURCES, passage_id=versions.found[LIBRARY]))
    desk.until(lambda: view.reader.text == NEWER)
    assert view.reader.current() == versions.found[LIBRARY]
    source = view.article.source
    view.open_version(next(row.id for row in desk.rows(TextVersion) if row.number == 1))
    desk.until(lambda: view.reader.text == OLD)
    view.show_place(Place(ViewName.SOURCES, source_id=source.id, position=5))  # a hit, which is of the newest text
    desk.until(lambda: view.reader.text == NEWER)
    assert view.reader.caret() == 5


def test_taking_the_capture_back_while_the_queue_is_open(versions: VersionsDesk) -> None:
    desk = versions.desk
    versions.import_newer()
    versions.open_queue()
    desk.press(KEY.Key_Z, held=CTRL)
    desk.until(lambda: versions.view.reader.text == OLD)
    desk.settle()
    assert versions.queue.empty.isVisible()
    desk.press(KEY.Key_Escape)
    assert len(versions.view.reader.passages) == 5


def test_an_ordinary_import_offers_to_be_a_newer_capture(versions: VersionsDesk, tmp_path: Path) -> None:
    desk, view = versions.desk, versions.view
    body = "".join(f"<p>{line} It was read out twice, so that all could hear it well.</p>" for line in LINES * 2)
    pages = []
    for number in range(2):
        page = tmp_path / f"page {number}.html"
        page.write_text(
            '<html lang="en"><head><title>Gate</title><link rel="canonical" href="https://gazette.example/gate">'
            f"</head><body><article><h1>Gate</h1>{body}<p>Version {number} of this page, as it was seen.</p>"
            "</article></body></html>",
            encoding="utf-8",
        )
        pages.append(page)
    view.importer.import_files(pages[:1])
    desk.until(lambda: len(desk.rows(Source)) == 2)
    view.importer.import_files(pages[1:])
    desk.until(lambda: bool(view.report.lines))
    assert "may be a newer capture of “Gate”" in view.report.lines[0]
    assert len(desk.rows(Source)) == 2
    button = next(b for b in view.report.findChildren(QPushButton) if b.text() == "Newer capture of “Gate”")
    button.setFocus()
    desk.press(KEY.Key_Return)
    desk.until(lambda: versions.feature.bar.stage is Stage.READY)
    desk.press(KEY.Key_Return)
    desk.until(lambda: len(desk.rows(TextVersion)) == 3)
    view.importer.import_files(pages[1:])
    desk.until(lambda: bool(view.report.lines))
    assert "is in the archive already" in view.report.lines[0]  # a later capture's bytes are known too


def test_the_same_bytes_are_read_again(versions: VersionsDesk) -> None:
    desk = versions.desk
    versions.view.show_details()
    versions.feature.list.again_button.setFocus()
    desk.press(KEY.Key_Return)
    desk.until(lambda: "The text is the same as before" in versions.view.banner.text())
    assert desk.rows(Capture) == []


def test_every_language_and_look(versions: VersionsDesk) -> None:
    desk = versions.desk
    versions.import_newer()
    versions.open_queue()
    current = versions.queue.list.current_id()
    try:
        for language in INTERFACE_LANGUAGES:
            switch_language(language)
            desk.settle()
            assert versions.queue.list.current_id() == current
        current_look().set(theme=Theme.DARK, scale=200)
        desk.settle()
        assert versions.queue.pair.new.text == NEWER
    finally:
        switch_language("en")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_enlarged_the_queue_is_mostly_text_and_the_details_are_whole(versions: VersionsDesk, language: str) -> None:
    desk, view, queue = versions.desk, versions.view, versions.queue
    versions.import_newer()
    switch_language(language)
    current_look().set(scale=200)
    versions.open_queue()
    versions.go_to(QUOTED)
    desk.settle()
    assert view.list_panel.folded
    assert view.side_panel.folded
    for reader in (queue.pair.old, queue.pair.new):
        assert reader.height() >= 6 * reader.fontMetrics().lineSpacing()
        assert reader.width() >= 500
    for button in (queue.accept_button, queue.gone_button):
        assert queue.rect().contains(QRect(button.mapTo(queue, QPoint()), button.size()))
    desk.press(KEY.Key_Escape)
    assert not view.list_panel.folded
    assert not view.side_panel.folded
    view.show_details()
    desk.settle()
    assert too_wide(view.details.window()) == []
    rows = versions.feature.list.rows.widgets
    assert [row.button.text() == row.button.whole_text() for row in rows] == [True, True]
    switch_language("en")


def test_nothing_is_at_the_caret_while_the_queue_stands_in_the_text_s_place(versions: VersionsDesk) -> None:
    desk, view = versions.desk, versions.view
    versions.import_newer()
    at = versions.span("brother Ihar", NEWER)
    desk.session.perform(add_note(view.article.source.text_version_id, at, NoteInput(body="who")))  # type: ignore[union-attr]
    desk.settle()
    view.reader.place_caret(at.start + 2)
    desk.until(lambda: not view.inspector.here.isHidden())
    versions.open_queue()
    desk.until(view.inspector.here.isHidden)
    desk.press(KEY.Key_Escape)
    desk.until(lambda: not view.inspector.here.isHidden())
