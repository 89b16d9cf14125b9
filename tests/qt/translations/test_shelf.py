from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.qt.translations.shelf import NOBODY, Facet, Mark, Order, Shelf, Wanted, line_id
from workbench.store.queries.desk import Queue
from workbench.store.queries.quotes import Need, QueueRow, QuoteRow, TranslationRow, need_of

ME, OTHER, THIRD = "me", "other", "third"
INITIAL, TRANSLATED, REVIEWED, FINAL = TranslationState


def quote(number: int, **facts: Any) -> QuoteRow:
    given = {
        "passage_id": f"p{number}",
        "source_id": "s1" if number < 3 else "s2",
        "source_title": "The gate" if number < 3 else "The road",
        "text_version_id": "t",
        "start": number,
        "end": number + 1,
        "exact": f"Words of Orša {number}",
        "speaker_id": "a" if number % 2 else None,
        "speaker": "Alena Sokał" if number % 2 else "",
        "published_language": "en",
        "spoken_language": "",
        "manner": "direct",
        "via_language": "",
        "interpreter_id": None,
        "interpreter": "",
        "translations": {},
        "responsible": {},
        "comments": 0,
    }
    return QuoteRow(id=f"q{number}", revision=1, **{**given, **facts})


def line(of: QuoteRow, state: TranslationState | None = None, **facts: Any) -> QueueRow:
    given = {
        "text": "Žodžiai",
        "translator_id": OTHER,
        "reviewer_id": None,
        "stale": False,
        "quote_text": of.exact,
        "sub_state": SubState.NONE,
        "origin": Origin.PERSON,
        "relay_language": "",
        "relay_text": "",
        "relay_stale": False,
        "in_memory": False,
    }
    row = None
    if state is not None:
        row = TranslationRow(f"t{of.id}", 1, of.id, "lt", state=state, **{**given, **facts})
    return QueueRow(of, "lt", need_of(row), row)


ROWS = [
    line(quote(0)),
    line(quote(1, responsible={"lt": ME}), INITIAL, sub_state=SubState.NEEDS_REWORK),
    line(quote(2, comments=2), TRANSLATED),
    line(quote(3), TRANSLATED, translator_id=ME, sub_state=SubState.DISPUTED),
    line(quote(4), TRANSLATED, reviewer_id=ME, sub_state=SubState.SECOND_LOOK),
    line(quote(5), FINAL, relay_language="ru", reviewer_id=THIRD),
]
QUEUE = Queue(
    ROWS, {"q0": frozenset({"e"}), "q5": frozenset({"e", "f"})}, {"e": "The trial", "f": "The release"},
    {"q0": 60, "tq1": 50, "tq2": 40, "tq3": 30, "tq4": 20, "tq5": 10},
)  # fmt: skip


def found(wanted: Wanted, order: Order = Order.READING, me: str = ME, keep: str = "") -> list[int]:
    return [int(key[1]) for key in Shelf(QUEUE, me).find(wanted, order, keep).lines.ids]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (Wanted(), [0, 1, 2, 3, 4, 5]),
        (Wanted(language="be"), []),
        (Wanted(words=("orša", "alena")), [1, 3, 5]),
        (Wanted(words=("žodž", "2")), [2]),
        (Wanted(facets={Facet.SPEAKER: "a"}), [1, 3, 5]),
        (Wanted(facets={Facet.SPEAKER: NOBODY}), [0, 2, 4]),
        (Wanted(facets={Facet.EVENT: "e"}), [0, 5]),
        (Wanted(facets={Facet.EVENT: NOBODY}), [1, 2, 3, 4]),
        (Wanted(facets={Facet.SOURCE: "s2"}), [3, 4, 5]),
        (Wanted(facets={Facet.RESPONSIBLE: ME}), [1]),
        (Wanted(facets={Facet.RESPONSIBLE: NOBODY, Facet.SOURCE: "s1"}), [0, 2]),
        (Wanted(needs=frozenset({Need.MISSING, Need.FINAL})), [0, 5]),
        (Wanted(marks=frozenset({Mark.REWORK})), [1]),
        (Wanted(marks=frozenset({Mark.DISPUTED, Mark.RELAY})), [3, 5]),
        (Wanted(marks=frozenset({Mark.COMMENTS})), [2]),
        (Wanted(marks=frozenset({Mark.SECOND_LOOK}), needs=frozenset({Need.FINAL})), []),
    ],
)
def test_only_lines_that_are_wanted_are_found(wanted: Wanted, lines: list[int]) -> None:
    assert found(wanted) == lines


@pytest.mark.parametrize(("me", "lines"), [(ME, [2]), (OTHER, [3]), (THIRD, [2, 3, 4])])
def test_one_reviews_what_others_wrote_and_looks_a_second_time_at_what_others_looked_at(
    me: str, lines: list[int]
) -> None:
    wanted = Wanted(marks=frozenset({Mark.MINE}))
    assert found(wanted, me=me) == lines
    shelf = Shelf(QUEUE, "nobody")
    shelf.see_as(me)
    assert [int(key[1]) for key in shelf.find(wanted, Order.READING).lines.ids] == lines


def test_what_has_waited_longest_comes_first_and_what_is_final_last() -> None:
    assert found(Wanted(), Order.WAITING) == [4, 3, 2, 1, 0, 5]


def test_the_line_at_hand_stays_in_its_place() -> None:
    wanted = Wanted(needs=frozenset({Need.MISSING, Need.FINAL}))
    assert found(wanted, keep=line_id("q3", "lt")) == [0, 3, 5]
    assert found(wanted, keep="gone") == [0, 5]


def test_each_state_and_mark_tells_how_many_it_would_find() -> None:
    told = Shelf(QUEUE, ME).find(
        Wanted(needs=frozenset({Need.REVIEW}), marks=frozenset({Mark.COMMENTS})), Order.READING
    )
    assert {need: count for need, count in told.needs.items() if count} == {Need.REVIEW: 1}
    assert {mark: count for mark, count in told.marks.items() if count} == {
        Mark.MINE: 1,
        Mark.COMMENTS: 1,
        Mark.DISPUTED: 1,
        Mark.SECOND_LOOK: 1,
    }


def test_a_line_that_was_written_stays_where_it_stands() -> None:
    shelf = Shelf(QUEUE, ME)
    before = shelf.find(Wanted(), Order.WAITING).lines.ids
    assert shelf.patch({"q0"}, [line(quote(0), FINAL)]) == [line_id("q0", "lt")]
    assert shelf.find(Wanted(), Order.WAITING).lines.ids == before
    assert shelf.find(Wanted(needs=frozenset({Need.FINAL})), Order.READING).lines.ids == ("q0 lt", "q5 lt")


def test_lines_that_come_and_go() -> None:
    shelf = Shelf(QUEUE, ME)
    other = replace(line(quote(0)), language="ru")
    assert shelf.patch({"q0"}, [other]) is None
    assert shelf.find(Wanted(), Order.READING).lines.ids[-1] == line_id("q0", "ru")
    assert line_id("q0", "lt") not in shelf.entries
    assert shelf.names(Facet.EVENT) == {"e": "The trial", "f": "The release"}
    assert shelf.names(Facet.SPEAKER) == {"a": "Alena Sokał"}
    assert shelf.names(Facet.SOURCE) == {"s1": "The gate", "s2": "The road"}
