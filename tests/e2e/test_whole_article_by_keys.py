"""A whole article annotated by keys alone, from paragraph to paragraph, as a trained hand does it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from entering import english_room, enter
from hands import ALT, CTRL, KEY, NONE, SHIFT, Hands
from rooms import open_room, rows_of
from workbench.services.checks import check_archive

PARAGRAPHS = (
    "The library on the hill",
    "On 3 May 2024 the librarian Alena Sokał walked out of the gate in Orša. Dr. I. Kavalčuk had not seen her since.",
    "Eleven people were freed that morning. Nobody on the first bus, No. 7, had been told where it went.",
    "“We kept your chair by the window,” her brother Ihar Sokał told her. “Nobody ever sat in it.”",
    "The League of Readers had kept a list of the prisoners, i.e. of all those who had written to it.",
    "She held a book that had been handed on from cell to cell.",
    "“The judge said ‘Seven years. Next!’ and never looked up,” Sokał said. The clerk wrote it down.",
    "A page a day is a door a day, she says now.",
    "The register counts nine years, the court had said seven.",
    "In the U.S. the story was read on the radio. In Orša it went from hand to hand.",
    "On the hill the library has its lights on again, by the window.",
    "The chair by the window is hers.",
)
TITLE = PARAGRAPHS[0]


class Reading:
    """Moves about in the text by keys alone."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.reader = hands.sources.reader

    @property
    def archive(self) -> Any:
        assert self.hands.window.session is not None
        return self.hands.window.session.archive

    def go(self, paragraph: int, sentence: int = 0, word: int = 0) -> None:
        """Go to a word (or sign) of a sentence of a paragraph, all counted from 0."""
        assert self.hands.focus is self.reader
        self.hands.press(KEY.Key_Home, held=CTRL)
        self.hands.press(*[KEY.Key_Down] * paragraph, held=CTRL)
        self.hands.press(*[KEY.Key_Down] * sentence, held=ALT)
        self.hands.press(*[KEY.Key_Right] * word, held=CTRL)

    def words(self, count: int, exact: str) -> None:
        """Select words from the caret on, and see that they are those that were meant."""
        self.hands.press(*[KEY.Key_Right] * count, held=CTRL | SHIFT)
        assert self.reader.selected_text().strip() == exact

    def sentence(self, exact: str) -> None:
        """Select from the caret to the end of its sentence."""
        self.hands.press(KEY.Key_Down, held=ALT | SHIFT)
        assert self.reader.selected_text().strip() == exact

    def rows(self, table: str) -> list[dict[str, Any]]:
        return list(rows_of(self.archive)[table].values())

    def link(self, key: Any, *, name: str = "", role: str = "", count: int) -> None:
        """Link the selection: the name typed or left as the words are, the role typed or left as it is."""
        hands = self.hands
        hands.press(key)
        if name:
            hands.type(name)
        hands.enter()
        if role:
            hands.type(role)
        hands.enter()
        self.wait("mention", count)

    def quote(self, speaker: str, count: int) -> None:
        """Mark the selection as somebody's words: the speaker typed, Enter, Enter."""
        hands = self.hands
        hands.press(KEY.Key_Q)
        hands.type(speaker)
        hands.enter()
        hands.settle()
        hands.enter()
        self.wait("quote", count)

    def wait(self, table: str, count: int) -> None:
        self.hands.until(lambda: len(self.rows(table)) == count, f"{count} in {table}")
        self.hands.settle()
        assert self.hands.focus is self.reader

    def current(self) -> str:
        passage = self.reader.passages.get(self.reader.current() or "")
        assert passage is not None
        return self.reader.text[passage.span.start : passage.span.end]


@pytest.fixture
def reading(hands: Hands, tmp_path: Path) -> Reading:
    """The article, imported by its file name into an archive of its own, and the caret in it."""
    room = english_room(tmp_path / "whole.archive")
    room.archive.close()
    file = tmp_path / "library.txt"
    file.write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    enter(hands, room.path)
    hands.answer_dialog(lambda: hands.ctrl(KEY.Key_I), str(file))
    hands.until(hands.sources.details.isVisible, "the details")
    hands.settle()
    hands.escape()
    hands.settle()
    assert hands.focus is hands.sources.reader
    source = hands.sources.article.source
    assert source is not None
    assert source.language == "en"
    return Reading(hands)


def test_a_whole_article(reading: Reading, tmp_path: Path) -> None:
    for step in (records, quotes, notes_and_tags, corrections, removals, finding):
        step(reading)
    hands = reading.hands
    hands.press(KEY.Key_Period)  # a last move, which closing must not lose
    hands.ctrl(KEY.Key_W)
    hands.until(lambda: hands.window.stack.currentWidget() is hands.window.entrance.start, "the first page")
    archive = open_room(tmp_path / "whole.archive")
    try:
        report = check_archive(archive)
        assert report.sound, report.problems
        assert annotated(rows_of(archive)) == INTENDED
    finally:
        archive.close()


def records(reading: Reading) -> None:
    reading.go(1, 0, 6)
    reading.words(2, "Alena Sokał")
    reading.link(KEY.Key_P, role="r", count=1)
    reading.go(1, 0, 14)
    reading.words(1, "Orša")
    reading.link(KEY.Key_L, count=2)
    reading.go(1, 1)
    reading.words(4, "Dr. I.")  # an abbreviation and an initial do not end the sentence
    reading.words(1, "Dr. I. Kavalčuk")
    reading.link(KEY.Key_P, name="I. Kavalčuk", role="a", count=3)
    reading.go(2)
    reading.sentence("Eleven people were freed that morning.")
    reading.link(KEY.Key_E, name="The eleven of Orša", role="d", count=4)
    reading.go(3, 0, 11)
    reading.words(2, "Ihar Sokał")
    reading.hands.press(KEY.Key_P)
    reading.hands.enter()
    reading.hands.settle()
    reading.hands.type("r")
    reading.hands.press(KEY.Key_Down)
    reading.hands.enter()
    reading.wait("mention", 5)
    reading.go(4, 0, 1)
    reading.words(3, "League of Readers")
    reading.link(KEY.Key_O, count=6)
    reading.go(5)
    reading.words(1, "She")
    reading.link(KEY.Key_P, name="alen", role="r", count=7)


def quotes(reading: Reading) -> None:
    reading.go(3)
    reading.words(9, "“We kept your chair by the window,”")
    reading.quote("ihar", 1)
    reading.go(3, 1)
    reading.sentence("“Nobody ever sat in it.”")
    reading.quote("ihar", 2)
    reading.go(6)
    reading.sentence("“The judge said ‘Seven years. Next!’ and never looked up,” Sokał said.")
    reading.hands.press(*[KEY.Key_Left] * 3, held=CTRL | SHIFT)  # the full stop, "said", "Sokał"
    reading.quote("alen", 3)
    reading.go(7)
    reading.hands.press(KEY.Key_W, KEY.Key_W)  # the word, then its sentence
    assert reading.reader.selected_text() == PARAGRAPHS[7]
    reading.hands.press(*[KEY.Key_Left] * 5, held=CTRL | SHIFT)
    assert reading.reader.selected_text().strip() == "A page a day is a door a day"
    reading.quote("alen", 4)


def notes_and_tags(reading: Reading) -> None:
    hands = reading.hands
    reading.go(8, 0, 3)
    reading.words(2, "nine years")
    hands.press(KEY.Key_N)
    hands.type("Look it up: дзевяць ці сем?")
    hands.ctrl(KEY.Key_Return)
    reading.wait("note", 1)
    reading.go(2, 1, 4)
    reading.words(1, "bus")
    hands.press(KEY.Key_T)
    hands.type("transport")
    hands.enter()
    reading.wait("passage_tag", 1)


def corrections(reading: Reading) -> None:
    """A place marked a letter short, a tag a word too late: both put right without marking them anew."""
    hands = reading.hands
    reading.go(9, 1, 1)
    hands.press(*[KEY.Key_Right] * 3, held=SHIFT)
    assert reading.reader.selected_text() == "Orš"
    reading.link(KEY.Key_L, name="Orša", count=8)
    hands.press(KEY.Key_Period)
    assert reading.current() == "Orša"
    reading.go(9, 0, 9)
    reading.words(1, "read")
    hands.press(KEY.Key_T)
    hands.type("transport")
    hands.enter()
    reading.wait("passage_tag", 2)
    hands.press(KEY.Key_BracketLeft, KEY.Key_BracketLeft)
    hands.press(KEY.Key_Left, held=ALT | SHIFT)
    assert reading.current() == "the story"
    hands.press(KEY.Key_Greater, held=SHIFT)
    hands.press(KEY.Key_Less, held=SHIFT)
    assert reading.current() == "the story"
    hands.press(KEY.Key_Right, held=ALT | SHIFT)
    assert reading.current() == "story"


def removals(reading: Reading) -> None:
    """A passage removed by mistake comes back; one that was a mistake goes."""
    hands = reading.hands
    hands.press(KEY.Key_Home, held=CTRL)
    hands.press(*[KEY.Key_J] * 2, held=SHIFT)
    assert reading.current() == "“Nobody ever sat in it.”"
    hands.press(KEY.Key_K, held=SHIFT)
    assert reading.current() == "“We kept your chair by the window,”"
    hands.until(lambda: "story" in {row["exact"] for row in reading.rows("passage")}, "the move, once the keys rest")
    before = rows_of(reading.archive)
    hands.ctrl(KEY.Key_Backspace)
    reading.wait("quote", 3)
    hands.ctrl(KEY.Key_Z)
    reading.wait("quote", 4)
    assert rows_of(reading.archive) == before
    reading.go(10, 0, 0)
    reading.words(3, "On the hill")
    hands.press(KEY.Key_T)
    hands.type("mistake")
    hands.enter()
    reading.wait("passage_tag", 3)
    hands.ctrl(KEY.Key_Backspace)
    reading.wait("passage_tag", 2)


def finding(reading: Reading) -> None:
    hands = reading.hands
    reading.go(9)
    hands.ctrl(KEY.Key_F)
    hands.type("the window")
    hands.until(lambda: reading.reader.selected_text() == "the window", "the first place")
    hands.enter()
    hands.escape()
    assert reading.reader.selection() is not None
    assert reading.reader.selection().start == reading.reader.text.rindex("the window")
    hands.press(KEY.Key_N)
    hands.type("As her brother said")
    hands.ctrl(KEY.Key_Return)
    reading.wait("note", 2)
    hands.press(KEY.Key_Left, held=ALT | SHIFT)
    hands.press(KEY.Key_Left, held=ALT | SHIFT)
    hands.press(KEY.Key_Left, held=NONE)
    assert reading.current() == "chair by the window"


def annotated(found: dict[str, dict[str, dict[str, Any]]]) -> Counter[tuple[str, ...]]:
    """Return what an archive says of its passages, in words."""
    names = {row["record_id"]: row["value"] for row in found["name"].values()}
    kinds = {row["id"]: row["kind"] for row in found["record"].values()}
    exact = {row["id"]: row["exact"] for row in found["passage"].values()}
    labels = {row["id"]: row["label"] for row in found["tag"].values()}
    said: Counter[tuple[str, ...]] = Counter()
    for row in found["mention"].values():
        said[exact[row["passage_id"]], kinds[row["record_id"]], names[row["record_id"]], row["role"]] += 1
    for row in found["quote"].values():
        said[exact[row["passage_id"]], "quote", names[row["speaker_id"]], row["manner"]] += 1
    for row in found["note"].values():
        said[exact[row["passage_id"]], "note", row["body"]] += 1
    for row in found["passage_tag"].values():
        said[exact[row["passage_id"]], "tag", labels[row["tag_id"]]] += 1
    for passage, words in exact.items():
        holders = (
            table
            for table in ("mention", "quote", "note", "passage_tag")
            for row in found[table].values()
            if row["passage_id"] == passage
        )
        assert next(holders, None), f"“{words}” is left over"
    return said


INTENDED = Counter(
    [
        ("Alena Sokał", "person", "Alena Sokał", "released"),
        ("Orša", "place", "Orša", "mentioned"),
        ("Dr. I. Kavalčuk", "person", "I. Kavalčuk", "authority"),
        ("Eleven people were freed that morning.", "event", "The eleven of Orša", "described"),
        ("Ihar Sokał", "person", "Ihar Sokał", "relative"),
        ("League of Readers", "organisation", "League of Readers", "mentioned"),
        ("She", "person", "Alena Sokał", "released"),
        ("Orša", "place", "Orša", "mentioned"),
        ("“We kept your chair by the window,”", "quote", "Ihar Sokał", "direct"),
        ("“Nobody ever sat in it.”", "quote", "Ihar Sokał", "direct"),
        ("“The judge said ‘Seven years. Next!’ and never looked up,”", "quote", "Alena Sokał", "direct"),
        ("A page a day is a door a day", "quote", "Alena Sokał", "direct"),
        ("nine years", "note", "Look it up: дзевяць ці сем?"),
        ("bus", "tag", "transport"),
        ("story", "tag", "transport"),
        ("chair by the window i", "note", "As her brother said"),
    ]
)
