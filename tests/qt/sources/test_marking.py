"""Moving the edges of passages, by real keys on a real archive."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from rooms import incoming
from workbench.domain.anchors import Span
from workbench.domain.inputs import TagInput
from workbench.services.passages import add_tag
from workbench.services.versions import import_newer
from workbench.store.tables import Passage

from .conftest import ALT, CTRL, NONE, SHIFT, Desk

KEY = Qt.Key
RIGHT, LEFT = KEY.Key_Right, KEY.Key_Left


def moves(desk: Desk) -> int:
    """How many operations have moved edges, undone ones counted, undoing ones not."""
    query = "SELECT count(*) FROM operation WHERE action = 'move_passage' AND kind = 'do'"
    with desk.session.read() as connection:
        return int(connection.exec_driver_sql(query).scalar_one())


def shown(desk: Desk) -> str:
    passage = desk.view.reader.passages.get(desk.view.reader.current())
    return desk.view.reader.text[passage.span.start : passage.span.end]


def tagged(desk: Desk, words: str) -> str:
    """Tag words as a passage, and return its id."""
    span = desk.select(words)
    made: list[str] = []
    act = add_tag(desk.view.article.source.text_version_id, span, TagInput(label=words))
    desk.session.perform(act, on_done=made.append)
    desk.until(lambda: bool(made))
    desk.view.go_to_passage(made[0])
    return made[0]


@pytest.mark.parametrize(
    ("key", "held", "wanted"),
    [
        (RIGHT, ALT, "stepped off the"),
        (LEFT, ALT, "stepped"),
        (RIGHT, ALT | SHIFT, "off"),
        (LEFT, ALT | SHIFT, "Kolesnikova stepped off"),
        (KEY.Key_Period, NONE, "stepped off t"),
        (KEY.Key_Comma, NONE, "stepped of"),
        (KEY.Key_Greater, SHIFT, "tepped off"),
        (KEY.Key_Less, SHIFT, "a stepped off"),
        (KEY.Key_BracketRight, NONE, "off the"),
        (KEY.Key_BracketLeft, NONE, "Kolesnikova stepped"),
        (KEY.Key_BraceRight, SHIFT, "tepped off t"),
        (KEY.Key_BraceLeft, SHIFT, "a stepped of"),
    ],
)
def test_every_way_of_moving_an_edge(article_desk: Desk, key: Qt.Key, held: Qt.KeyboardModifier, wanted: str) -> None:
    desk = article_desk
    tagged(desk, "stepped off")
    desk.press(key, held=held)
    assert shown(desk) == wanted
    assert desk.one(Passage).exact == "stepped off"
    desk.until(lambda: desk.one(Passage).exact == wanted)
    assert moves(desk) == 1


def test_many_presses_are_one_operation_which_undo_takes_back_whole(article_desk: Desk) -> None:
    desk = article_desk
    tagged(desk, "stepped")
    desk.press(*[RIGHT] * 5, held=ALT)
    desk.press(*[KEY.Key_Comma] * 2)
    desk.press(LEFT, held=ALT | SHIFT)
    assert shown(desk) == "Kolesnikova stepped off the bus and wav"
    assert moves(desk) == 0
    desk.press(KEY.Key_Z, held=CTRL)  # before the keys have rested
    desk.until(lambda: moves(desk) == 1 and shown(desk) == "stepped")
    assert desk.one(Passage).exact == "stepped"
    desk.press(KEY.Key_Z, held=CTRL | SHIFT)
    desk.until(lambda: desk.one(Passage).exact == "Kolesnikova stepped off the bus and wav")
    assert shown(desk) == desk.one(Passage).exact


def test_a_move_that_leads_back_writes_nothing(article_desk: Desk) -> None:
    desk = article_desk
    tagged(desk, "stepped")
    desk.press(RIGHT, LEFT, held=ALT)
    desk.view.marking.finish_move()
    desk.settle()
    assert moves(desk) == 0
    assert shown(desk) == desk.one(Passage).exact == "stepped"


def test_the_mark_stays_where_it_goes_while_an_earlier_move_is_written(article_desk: Desk) -> None:
    desk = article_desk
    tagged(desk, "stepped")
    desk.press(RIGHT, held=ALT)
    desk.view.marking.finish_move()
    desk.press(RIGHT, held=ALT)
    assert shown(desk) == "stepped off the"
    desk.until(lambda: desk.one(Passage).exact == "stepped off")
    assert shown(desk) == "stepped off the"
    desk.until(lambda: desk.one(Passage).exact == "stepped off the")
    assert moves(desk) == 2


def test_another_passage_another_action_and_leaving_write_the_move(article_desk: Desk) -> None:
    desk = article_desk
    first = tagged(desk, "stepped")
    second = tagged(desk, "morning")
    desk.view.go_to_passage(first)
    desk.press(RIGHT, held=ALT)
    desk.view.go_to_passage(second)
    desk.press(RIGHT, held=ALT)
    desk.until(lambda: {row.exact for row in desk.rows(Passage)} >= {"stepped off"})
    desk.press(KEY.Key_Backspace, held=CTRL)
    desk.until(lambda: [row.exact for row in desk.rows(Passage)] == ["stepped off"])
    assert moves(desk) == 2
    desk.view.go_to_passage(first)
    desk.press(RIGHT, held=ALT)
    desk.view.hide()
    desk.until(lambda: desk.one(Passage).exact == "stepped off the")


def test_words_that_are_a_passage_already_are_refused_and_the_mark_goes_back(article_desk: Desk) -> None:
    desk = article_desk
    told: list[object] = []
    desk.session.operations.failed.connect(told.append)
    tagged(desk, "stepped off")
    second = tagged(desk, "stepped")
    assert desk.view.reader.current() == second
    desk.press(RIGHT, held=ALT)
    assert shown(desk) == "stepped off"
    desk.view.marking.finish_move()
    desk.until(lambda: bool(told))
    assert "already a passage" in str(told[0])
    assert shown(desk) == "stepped"


def test_without_a_passage_it_is_said_what_to_do(article_desk: Desk) -> None:
    desk = article_desk
    desk.view.reader.set_current(None)
    desk.press(KEY.Key_BracketRight)
    assert "J and K" in desk.view.banner.text()


def test_the_edge_that_moves_is_kept_on_the_screen(article_desk: Desk) -> None:
    desk = article_desk
    tagged(desk, "stepped")
    desk.press(*[RIGHT] * 4, held=ALT)
    reader = desk.view.reader
    assert reader.caret() == reader.passages.get(reader.current()).span.end
    assert reader.caret_rect(reader.caret()) is not None
    desk.press(LEFT, held=ALT | SHIFT)
    assert reader.caret() == reader.passages.get(reader.current()).span.start


def test_quotes_one_by_one_and_a_wider_selection(article_desk: Desk) -> None:
    desk = article_desk
    for words in ("We are all free now,", "she said"):
        desk.select(words)
        desk.press(KEY.Key_Q)
        desk.press(KEY.Key_Return, held=CTRL)
        desk.settle()
    tagged(desk, "people")
    desk.view.reader.place_caret(0)
    desk.press(KEY.Key_J, held=SHIFT)
    assert shown(desk) == "We are all free now,"
    desk.press(KEY.Key_J, held=SHIFT)
    assert shown(desk) == "she said"
    desk.press(KEY.Key_J, held=SHIFT)
    assert shown(desk) == "she said"
    desk.press(KEY.Key_K, held=SHIFT)
    assert shown(desk) == "We are all free now,"
    desk.press(KEY.Key_W, KEY.Key_W)
    assert desk.view.reader.selected_text().startswith("“We are all free now,” she said to the people")
    desk.press(KEY.Key_W, held=SHIFT)
    assert desk.view.reader.selection() == Span(*_word(desk, "We"))


def _word(desk: Desk, word: str) -> tuple[int, int]:
    at = desk.view.reader.text.index(word)
    return at, at + len(word)


def test_space_is_a_key_like_others_on_the_text(article_desk: Desk) -> None:
    desk = article_desk
    desk.select("stepped")
    desk.press(KEY.Key_Space)
    assert desk.view.marking.popup is not None
    desk.press(KEY.Key_Escape)
    assert desk.view.marking.popup is None


def test_a_source_has_its_own_rules_for_sentences(article_desk: Desk) -> None:
    assert desk_language(article_desk) == article_desk.view.article.source.language != ""


def desk_language(desk: Desk) -> str:
    return desk.view.reader._motion.language


def test_a_move_in_a_text_that_is_older_by_then_changes_no_words(article_desk: Desk) -> None:
    desk = article_desk
    told: list[object] = []
    desk.session.operations.failed.connect(told.append)
    passage = tagged(desk, "stepped off")
    source, text = desk.view.article.source, desk.view.reader.text
    desk.session.perform(import_newer(source.id, incoming(f"A line that came in later.\n{text}")))
    desk.press(RIGHT, held=ALT)  # while the newer text is being written
    desk.view.marking.finish_move()
    desk.settle()
    assert desk.view.article.source.text_version_id != source.text_version_id
    assert "elsewhere by now" in str(told[0])
    assert desk.one(Passage).exact == "stepped off"
    desk.view.go_to_passage(passage)
    assert shown(desk) == "stepped off"
    desk.press(RIGHT, held=ALT)
    desk.session.undo()  # the move is written first, and then taken back
    desk.settle()
    desk.session.undo()
    desk.press(RIGHT, held=ALT)  # while the newer text is being taken back
    desk.view.marking.finish_move()
    desk.settle()
    assert desk.one(Passage).exact == "stepped off"
    assert len(told) == 2


def test_a_refused_move_shows_what_the_archive_has_under_a_later_one(article_desk: Desk) -> None:
    desk = article_desk
    tagged(desk, "stepped off")
    tagged(desk, "stepped")
    desk.press(RIGHT, held=ALT)
    desk.view.marking.finish_move()  # refused: these words are a passage already
    desk.press(RIGHT, held=ALT)
    assert shown(desk) == "stepped off the"
    desk.settle()
    assert shown(desk) == "stepped off the"
    desk.view.marking.finish_move()
    desk.settle()
    assert {row.exact for row in desk.rows(Passage)} == {"stepped off", "stepped off the"}
