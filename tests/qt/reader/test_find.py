from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.languages.finding import WIDEST, Blindness, Scan
from workbench.languages.finding_fold import fold_query, fold_text
from workbench.qt.operations import Operations
from workbench.qt.reader.find import Finder, Finds, Search


@pytest.fixture
def finder(operations: Operations) -> Finder:
    return Finder(operations, operations)


def finds(text: str, query: str) -> Finds:
    scan = Scan(fold_text(text, Blindness()), fold_query(query, Blindness()), 0)
    scan.step(60.0)
    return Finds(scan)


def test_the_first_find_is_there_when_the_key_has_been_taken(qtbot: QtBot, finder: Finder) -> None:
    finder.show_text("free, Free, freedom " * 5_000)
    finder.prepare(Blindness())
    qtbot.waitUntil(lambda: not finder._operations.jobs)
    finder.look_for(Search("free", position=1))
    assert finder.scan is not None
    assert finder.scan.first is not None
    assert finder.scan.span(finder.scan.first) == Span(6, 10)
    qtbot.waitUntil(lambda: finder.done)
    assert finder.scan_count == 15_000
    assert finder.others is None


def test_a_text_is_folded_in_the_background_and_searched_when_it_is(qtbot: QtBot, finder: Finder) -> None:
    finder.show_text("адзін два тры")
    finder.look_for(Search("два"))
    assert finder.scan is None
    with qtbot.waitSignal(finder.changed):
        pass
    assert finder.done
    assert finder.scan_count == 1


def test_where_nothing_is_found_other_spellings_are_counted(qtbot: QtBot, finder: Finder) -> None:
    finder.show_text("Калеснікава і Колесникова")
    finder.look_for(Search("Kalesnikava"))
    qtbot.waitUntil(lambda: finder.others is not None and finder.others.done)
    assert finder.scan_count == 0
    assert finder.others is not None
    assert finder.others.count == 2
    finder.look_for(Search("Kalesnikava", WIDEST))
    assert finder.scan_count == 2
    assert finder.others is None


def test_another_text_takes_no_answer_of_the_one_before(qtbot: QtBot, finder: Finder) -> None:
    finder.show_text("one two " * 50_000)
    finder.look_for(Search("two"))
    finder.show_text("two")
    finder.look_for(Search("two"))
    qtbot.waitUntil(lambda: finder.done)
    assert finder.scan_count == 1
    finder.look_for(Search("  "))
    assert (finder.scan, finder.scan_count, finder.done) == (None, 0, False)


def test_going_on_both_ways_and_round_the_ends() -> None:
    found = finds("free, Free, freedom", "free")
    assert [found.span(n) for n in range(len(found))] == [Span(0, 4), Span(6, 10), Span(12, 16)]
    assert found.next(4, back=False) == (1, False)
    assert found.next(6, back=True) == (0, False)
    assert found.next(8, back=True) == (0, False)
    assert found.next(13, back=False) == (0, True)
    assert found.next(0, back=True) == (2, True)
    assert finds("free", "x").next(0, back=False) is None


def test_only_so_many_are_marked_around_a_place() -> None:
    found = finds("a " * 10_000, "a")
    near = found.near(9_000, 9_100, 100)
    assert len(near) <= 102
    assert near[0].start <= 9_000
    assert near[-1].end >= 9_100
    assert found.near(9_000, 9_100, 10)[0].start <= 9_000
    assert len(found.spread(1_000)) == 1_000
    assert finds("a b a", "a").spread(1_000) == [Span(0, 1), Span(4, 5)]
