"""A translator's and a reviewer's whole day at the desk, by keyboard alone."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from desk_room import ALONE, CHAIR, CHAIR_RU, LIBRARY, LIKE_LT, AtDesk, DeskRoom
from hands import ALT, CTRL, KEY, SHIFT, Hands
from workbench.domain.kinds import SubState
from workbench.qt.session import ViewName
from workbench.qt.translations.progress.pane import ProgressPane
from workbench.qt.translations.returned import ReturnedPane

CHAIR_LT = "„Saugojome tavo kėdę … [mėlyną] 7 metus“"
LIBRARY_LT = "„Biblioteka šiandien vėl atsidaro, o raktą laiko Aliona Sokal“"
ALONE_LT = "„Niekas neskaito vienas“"
REWORK, SECOND_LOOK = SubState.NEEDS_REWORK.value, SubState.SECOND_LOOK.value
SPEAKS = "Alena Sokał · direct speech · spoken: Belarusian → by way of: Russian → published: English"


@pytest.fixture
def at_desk(hands: Hands, tmp_path: Path) -> AtDesk:
    return AtDesk(hands, DeskRoom(tmp_path / "desk.archive"))


def test_a_line_from_the_queue_to_review(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    at_desk.sit_down("AK")
    assert hands.focus is at_desk.view.queue.list
    hands.ctrl(KEY.Key_F)
    hands.tab_to("Language")
    hands.type("Lith")
    hands.tab_to("Missing*")
    hands.press(KEY.Key_Space)
    hands.tab_to("Filters*", back=True)
    hands.press(KEY.Key_Space)
    for facet, words in (("Speaker", "Alena S"), ("Event", "The doors"), ("Responsible", "AK")):
        hands.tab_to(facet)
        hands.type(words)
    hands.escape()
    assert hands.focus is at_desk.view.queue.list
    assert at_desk.lines() == [f"{CHAIR}, Alena Sokał, Lithuanian · AK, missing"]
    hands.enter()
    assert at_desk.writing
    assert at_desk.at_hand == (CHAIR, "lt")
    assert SPEAKS in at_desk.said()
    write_from_russian(at_desk)
    mend_and_let_stand(at_desk)
    hands.press(KEY.Key_C, held=CTRL | SHIFT)
    hands.type("Which blue one?")
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: "Which blue one?" in at_desk.said(), "the comment")
    hands.escape()
    assert at_desk.writing
    hands.press(KEY.Key_Return, held=CTRL | SHIFT)
    hands.until(lambda: at_desk.state(CHAIR, "lt") == ("translated", ""), "the review")
    hands.settle()
    assert at_desk.writing
    assert at_desk.lines() == [
        f"{CHAIR}, 1 open comment, relay from: Russian · Alena Sokał, Lithuanian · AK, translated"
    ]


def write_from_russian(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    hands.press(KEY.Key_Q, held=CTRL | SHIFT)
    assert at_desk.desk.original.words.text() == CHAIR_RU
    hands.type("„Saugojome tavo kėdę ")
    hands.press(KEY.Key_I, held=CTRL | SHIFT)
    hands.type(" ")
    hands.press(KEY.Key_I, held=CTRL | SHIFT)
    assert at_desk.text == "„Saugojome tavo kėdę … [the blue one]"
    hands.type("mėlyną")
    hands.press(KEY.Key_End)
    hands.type(' 17 metų"')
    assert at_desk.text == '„Saugojome tavo kėdę … [mėlyną] 17 metų"'
    assert at_desk.desk.original.marks.missing == ()
    hands.until(lambda: "relay from: Russian" in at_desk.said(), "the relay")
    row = at_desk.row(CHAIR, "lt")
    assert row is not None
    assert (row["relay_language"], row["relay_text"]) == ("ru", CHAIR_RU)


def mend_and_let_stand(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    hands.until(lambda: "2 open findings" in at_desk.said(), "two findings")
    hands.press(KEY.Key_F, held=CTRL | ALT)
    assert at_desk.text.endswith("17 metų“")
    hands.until(lambda: "1 open finding" in at_desk.said(), "one finding")
    hands.press(KEY.Key_Return, held=CTRL | SHIFT)
    hands.until(lambda: "Look at them" in hands.where(), "the question")
    assert at_desk.state(CHAIR, "lt") == ("initial", "")
    at_desk.answer("l")
    hands.tab_to("Let it stand…")
    hands.enter()
    hands.type("He said so on the tape.")
    hands.enter()
    hands.until(lambda: "Let stand: He said so on the tape." in at_desk.said(), "the waiver")
    hands.escape()
    assert at_desk.writing


def test_help_while_typing_and_undo_across_lines(at_desk: AtDesk) -> None:
    hands, room = at_desk.hands, at_desk.room
    at_desk.sit_down("AK")
    at_desk.go_to(LIBRARY, "lt")
    hands.until(lambda: LIKE_LT in [match.text for match in at_desk.matches.matches], "the match")
    hands.ctrl(KEY.Key_1)
    assert at_desk.text == LIKE_LT
    hands.press(KEY.Key_Home)
    hands.press(*[KEY.Key_Right] * 3, held=CTRL)
    hands.press(KEY.Key_Right, held=CTRL | SHIFT)
    hands.type("šiandien")
    hands.press(*[KEY.Key_Up] * 2, held=CTRL | ALT)
    assert at_desk.at_hand == (LIBRARY, "be")
    hands.until(lambda: len(at_desk.matches.wordings.wordings) == 2, "a name and a term")
    hands.press(KEY.Key_X, held=CTRL | SHIFT)
    hands.enter()
    hands.press(KEY.Key_T, held=CTRL | ALT)
    hands.type(" зноў адкрыта, а ключ мае ")
    hands.press(KEY.Key_N, held=CTRL | ALT)
    hands.type(", захавальніца падварэчка")
    hands.press(KEY.Key_X, held=CTRL | SHIFT)
    hands.press(KEY.Key_Right)
    hands.enter()
    said = "«бібліятэка зноў адкрыта, а ключ мае Алена Сокал, захавальніца падварэчка»"
    assert at_desk.text == said
    keep_own_word(at_desk)
    hands.ctrl(KEY.Key_Return)
    answer_question(at_desk)
    hands.until(lambda: at_desk.state(LIBRARY, "be") == ("translated", ""), "the confirmation")
    hands.until(lambda: at_desk.at_hand == (LIBRARY, "ru"), "the next line")
    assert at_desk.writing
    hands.ctrl(KEY.Key_Z)
    hands.until(lambda: at_desk.at_hand == (LIBRARY, "be"), "the line that Undo changed")
    assert at_desk.writing
    assert at_desk.state(LIBRARY, "be") == ("initial", "")
    hands.press(KEY.Key_Z, held=CTRL | SHIFT)
    hands.until(lambda: at_desk.state(LIBRARY, "be") == ("translated", ""), "the redo")
    hands.settle()
    at_desk.leave()
    with_all = room.opened()
    there = {(row["quote_id"], row["language"]): row["text"] for row in with_all.rows()["translation"].values()}
    with_all.archive.close()
    assert there[room.quotes[LIBRARY], "be"] == said
    assert "šiandien" in there[room.quotes[LIBRARY], "lt"]


def keep_own_word(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    hands.press(KEY.Key_Return, held=ALT)
    hands.until(lambda: not at_desk.writing, "the suggestions")
    hands.settle()
    while "Add to the archive’s words" not in hands.where():
        hands.press(KEY.Key_Down)
    hands.enter()
    hands.until(lambda: [row["word"] for row in at_desk.rows("own_word")] == ["падварэчка"], "the word")
    hands.settle()
    assert at_desk.writing


def answer_question(at_desk: AtDesk) -> None:
    """Where the checks find something, send it all the same."""
    hands = at_desk.hands
    hands.settle()
    if "Look at them" in hands.where():
        at_desk.answer("s")


def test_a_reviewer_s_day(at_desk: AtDesk, tmp_path: Path) -> None:
    hands, room = at_desk.hands, at_desk.room
    room.translated(
        ("AK", CHAIR, "lt", CHAIR_LT),
        ("AK", LIBRARY, "lt", LIBRARY_LT),
        ("AK", ALONE, "lt", ALONE_LT),
        ("MV", ALONE, "be", "«Ніхто не чытае адзін»"),
    )
    at_desk.sit_down("MV")
    at_desk.go_to(ALONE, "be")
    hands.ctrl(KEY.Key_Return)
    hands.until(at_desk.said_here, "the refusal")
    assert at_desk.state(ALONE, "be") == ("translated", "")
    reject(at_desk)
    at_desk.go_to(ALONE, "lt")
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: at_desk.state(ALONE, "lt") == ("reviewed", ""), "the acceptance")
    hands.settle()
    at_desk.go_to(LIBRARY, "lt")
    hands.action("ask for a second")
    hands.until(lambda: at_desk.state(LIBRARY, "lt") == ("reviewed", SECOND_LOOK), "the second look")
    hands.settle()
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: "somebody other than the first reviewer" in at_desk.said_here(), "the refusal")
    at_desk.leave()
    at_desk.sit_down("JŽ")
    translate_back(at_desk)
    at_desk.go_to(LIBRARY, "lt")
    hands.ctrl(KEY.Key_9)
    hands.until(lambda: "of the words are the same" in at_desk.said(), "the score")
    hands.escape()
    assert at_desk.writing
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: at_desk.state(LIBRARY, "lt") == ("reviewed", ""), "the acceptance")
    hands.settle()
    at_desk.go_to(LIBRARY, "lt")
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: at_desk.state(LIBRARY, "lt") == ("final", ""), "the end")
    hands.settle()
    see_progress(at_desk)
    export(at_desk, tmp_path / "handed over")


def reject(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    hands.escape()
    hands.ctrl(KEY.Key_F)
    hands.tab_to("Filters*")
    hands.press(KEY.Key_Space)
    hands.tab_to("Mine to review*")
    hands.press(KEY.Key_Space)
    hands.escape()
    assert [line.split(",")[-1] for line in at_desk.lines()] == [" translated"] * 3
    assert at_desk.at_hand == (CHAIR, "lt")
    hands.enter()
    hands.press(KEY.Key_Backspace, held=CTRL | SHIFT)
    assert "Reason" in hands.where()
    hands.type("The chair is not blue.")
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: at_desk.state(CHAIR, "lt") == ("initial", REWORK), "the rejection")
    hands.settle()
    assert at_desk.writing


def translate_back(at_desk: AtDesk) -> None:
    """Nothing of the quote is to be seen meanwhile."""
    hands = at_desk.hands
    at_desk.go_to(LIBRARY, "lt")
    hands.action("translate back")
    hands.until(lambda: LIBRARY_LT in at_desk.said(), "the task")
    hands.settle()
    assert LIBRARY not in at_desk.said()
    assert not at_desk.view.queue.isVisible()
    hands.type("The library opens again today, and Aliona Sokal has the key")
    hands.ctrl(KEY.Key_Return)
    hands.until(lambda: len(at_desk.rows("back_translation")) == 1, "the back-translation")
    hands.settle()
    hands.escape()
    hands.until(lambda: at_desk.view.work.on_page, "the desk")
    hands.settle()
    assert at_desk.writing


def see_progress(at_desk: AtDesk) -> None:
    hands = at_desk.hands
    hands.press(KEY.Key_4, held=CTRL | SHIFT)
    hands.settle()
    pane = at_desk.view.work.pane
    assert isinstance(pane, ProgressPane)
    assert pane.by is hands.focus
    assert dict(pane.counted.rows)["lt"] == (1, 1, 0, 2, 1)  # missing, draft, translated, reviewed, final
    hands.press(KEY.Key_1, held=CTRL | SHIFT)
    hands.settle()


def export(at_desk: AtDesk, folder: Path) -> None:
    """Only what is final leaves."""
    hands = at_desk.hands
    hands.view(ViewName.BUNDLES)
    hands.ctrl(KEY.Key_E)
    hands.retype(str(folder))
    hands.enter()
    hands.until(folder.is_dir, "the bundle")
    hands.settle()
    with (folder / "data" / "quotes.csv").open(encoding="utf-8", newline="") as file:
        found = {row["exact"]: row for row in csv.DictReader(file)}
    assert (found[LIBRARY]["text_lt"], found[LIBRARY]["state_lt"]) == (LIBRARY_LT, "final")
    assert found[ALONE]["text_be"] == found[CHAIR]["text_lt"] == ""


def test_what_came_of_a_review_and_of_a_newer_text(at_desk: AtDesk) -> None:
    hands, room = at_desk.hands, at_desk.room
    room.translated(("AK", CHAIR, "lt", CHAIR_LT), ("AK", LIBRARY, "lt", LIBRARY_LT))
    room.reject(CHAIR, "lt", "The chair is not blue.")
    newer = LIBRARY.replace("today", "tonight")
    room.reword(LIBRARY, newer)
    at_desk.sit_down("AK")
    at_desk.go_to(CHAIR, "lt")
    assert f"{CHAIR}, Needs rework · Alena Sokał, Lithuanian · AK, draft" in at_desk.lines()
    hands.ctrl(KEY.Key_9)
    hands.until(lambda: "The chair is not blue." in at_desk.said(), "the reason")
    hands.escape()
    reworked = CHAIR_LT.replace("mėlyną", "žydrą")
    hands.retype(reworked)
    hands.press(KEY.Key_Return, held=CTRL | SHIFT)
    answer_question(at_desk)
    hands.until(lambda: at_desk.state(CHAIR, "lt") == ("translated", ""), "the review")
    hands.settle()
    propagate(at_desk, reworked)
    at_desk.go_to(newer, "lt")
    changed = at_desk.editor.difference
    assert changed.isVisible()
    assert "today" in changed.toPlainText()
    assert "tonight" in changed.toPlainText()
    hands.retype(LIBRARY_LT.replace("šiandien", "šįvakar"))
    hands.ctrl(KEY.Key_Return)
    answer_question(at_desk)
    hands.until(lambda: at_desk.at_hand == (ALONE, "be"), "the next line")
    row = at_desk.row(newer, "lt")
    assert row is not None
    assert (row["state"], row["quote_text"]) == ("translated", newer)
    at_desk.leave()
    at_desk.sit_down("MV")
    at_desk.go_to(CHAIR, "lt")
    hands.ctrl(KEY.Key_9)
    shown = at_desk.reviews.difference
    hands.until(lambda: "žydrą" in shown.toPlainText() and "mėlyną" in shown.toPlainText(), "both wordings")
    hands.escape()
    hands.ctrl(KEY.Key_Return)
    answer_question(at_desk)
    hands.until(lambda: at_desk.state(CHAIR, "lt") == ("reviewed", ""), "the acceptance")
    hands.settle()


def propagate(at_desk: AtDesk, text: str) -> None:
    """With one key to the reprint, and with one back."""
    hands, reprint = at_desk.hands, at_desk.room.reprint
    assert at_desk.row(reprint, "lt") is None
    hands.press(KEY.Key_G, held=CTRL | ALT)
    hands.until(lambda: "Undo takes it back" in at_desk.said_here(), "the propagation")
    row = at_desk.row(reprint, "lt")
    assert row is not None
    assert (row["text"], row["state"], row["origin"]) == (text, "translated", "propagated")
    hands.ctrl(KEY.Key_Z)
    hands.until(lambda: at_desk.row(reprint, "lt") is None, "the undo")
    hands.settle()
    assert at_desk.at_hand == (CHAIR, "lt")
    assert at_desk.text == text
    assert at_desk.writing


def test_out_to_a_translator_and_back(at_desk: AtDesk, tmp_path: Path) -> None:
    hands = at_desk.hands
    at_desk.sit_down("AK")
    at_desk.go_to(ALONE, "lt")
    hands.press(KEY.Key_S, held=CTRL | ALT)
    hands.type("the quote")
    hands.settle()
    hands.tab_to("Choose a folder and write…")
    hands.answer_dialog(hands.enter, str(tmp_path))
    hands.settle()
    [file] = tmp_path.rglob("*.xlf")
    text = file.read_text(encoding="utf-8")
    assert ALONE in text
    assert CHAIR not in text
    file.write_text(re.sub("(?<=</source>)", f"<target>{ALONE_LT}</target>", text), encoding="utf-8")
    hands.escape()
    assert at_desk.writing
    hands.press(KEY.Key_R, held=CTRL | ALT)
    hands.answer_dialog(hands.enter, str(file))
    hands.settle()
    assert "Translator" in hands.where()
    hands.type("Nijolė")
    hands.enter()
    hands.until(lambda: isinstance(at_desk.view.work.pane, ReturnedPane), "what came back")
    pane = at_desk.view.work.pane
    assert isinstance(pane, ReturnedPane)
    hands.until(lambda: hands.focus is pane.list, "the list")
    hands.enter()
    hands.until(lambda: at_desk.state(ALONE, "lt") == ("initial", ""), "the draft")
    row = at_desk.row(ALONE, "lt")
    assert row is not None
    assert (row["text"], row["origin"]) == (ALONE_LT, "outside")
    hands.press(KEY.Key_1, held=CTRL | SHIFT)
    hands.settle()
    assert at_desk.at_hand == (ALONE, "lt")
    assert at_desk.writing
    assert at_desk.text == ALONE_LT
