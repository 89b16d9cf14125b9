from __future__ import annotations

import pytest

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex
from workbench.qt.reader.walk import cycled, next_passage

PERSON, QUOTE = PassageKind.PERSON, PassageKind.QUOTE


def passage(number: int) -> MarkedPassage:
    """Every fifth is a quote."""
    kinds = (PERSON, QUOTE) if number % 5 == 0 else (PERSON,)
    return MarkedPassage(f"{number:04}", Span(number * 10, number * 10 + 15), kinds)


ALL = [passage(number) for number in range(1000)]
INDEX = PassageIndex(ALL)


@pytest.mark.parametrize("kind", [None, PERSON, QUOTE, PassageKind.PLACE])
@pytest.mark.parametrize("back", [False, True])
def test_a_walk_reaches_all_of_a_kind_in_order_across_chunks(kind: PassageKind | None, back: bool) -> None:
    reached: list[MarkedPassage] = []
    current, caret = None, 100_000 if back else 0
    while (found := next_passage(INDEX, current, caret, back=back, kind=kind)) is not None:
        reached.append(found)
        current, caret = found, found.span.start
    wanted = [each for each in ALL if kind is None or kind in each.kinds]
    assert reached == (wanted[::-1] if back else wanted)


def test_it_goes_on_from_the_caret_once_that_has_left_the_current_passage() -> None:
    assert next_passage(INDEX, ALL[3], 35, back=False, kind=None) == ALL[4]
    assert next_passage(INDEX, ALL[3], 500, back=False, kind=None) == ALL[50]
    assert next_passage(INDEX, ALL[3], 495, back=True, kind=QUOTE) == ALL[45]


@pytest.mark.parametrize(
    ("current", "back", "wrap", "wanted"),
    [
        (None, False, True, "c"),
        (None, True, True, "a"),
        ("c", False, True, "b"),
        ("a", False, True, "c"),
        ("a", False, False, None),
        ("c", True, False, None),
        ("c", True, True, "a"),
    ],
)
def test_passages_at_one_place_are_gone_through_from_the_innermost(
    current: str | None, back: bool, wrap: bool, wanted: str | None
) -> None:
    assert cycled(("a", "b", "c"), current, back=back, wrap=wrap) == wanted
    assert cycled((), current, back=back, wrap=wrap) is None
