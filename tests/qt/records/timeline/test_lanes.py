from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.qt.records.timeline.lanes import Entry, make_lane, place_lane
from workbench.store.queries.dated import DatedRow


def row(number: int, date: str, thing: str = "") -> DatedRow:
    return DatedRow(f"r{number}", "statement", "me", "birth", True, "", date, "certain", "", thing, "person")


dates = st.sampled_from(
    [
        "1984",
        "198X",
        "1984-05",
        "1984-05-03",
        "2021/..",
        "/2025",
        "1984~/1990?",
        "[1984,1986]",
        "",
        "no date",
        "2025-12-13",
    ]
)
rows = st.lists(st.tuples(dates, st.sampled_from(["", "", "", "birth", "death"])), max_size=25).map(
    lambda given: [row(n, date, thing) for n, (date, thing) in enumerate(given)]
)


def width(entry: Entry) -> float:
    return 40.0 + 7 * len(entry.row.id)


@settings(max_examples=80)
@given(rows, st.floats(0.001, 40))
def test_no_entry_is_in_the_way_of_another(given: list[DatedRow], per_day: float) -> None:
    placed = place_lane(make_lane("me", "Me", "person", given), per_day, width, gap=6)
    assert placed.hidden == 0
    assert len(placed.boxes) + len(placed.lane.undated) == len(given)
    for one, other in combinations(placed.boxes, 2):
        assert one.row != other.row or one.right + 6 <= other.left or other.right + 6 <= one.left
    assert all(0 <= box.row < placed.rows for box in placed.boxes)
    assert all(box.right - box.left >= width(box.entry) for box in placed.boxes)


@settings(max_examples=50)
@given(rows, st.floats(0.001, 40))
def test_dates_of_one_thing_stand_one_above_the_other(given: list[DatedRow], per_day: float) -> None:
    placed = place_lane(make_lane("me", "Me", "person", given), per_day, width, gap=6)
    for thing in ("birth", "death"):
        taken = [box.row for box in placed.boxes if box.entry.row.thing == thing]
        assert taken == list(range(min(taken, default=0), min(taken, default=0) + len(taken)))


@given(rows)
def test_what_has_no_room_is_counted(given: list[DatedRow]) -> None:
    placed = place_lane(make_lane("me", "Me", "person", given), 0.001, width, gap=6, most=2)
    assert placed.rows <= 2
    assert len(placed.boxes) + placed.hidden + len(placed.lane.undated) == len(given)


def test_dates_that_cannot_both_be_true_are_told_from_finer_ones() -> None:
    finer = make_lane("me", "Me", "person", [row(1, "1984", "birth"), row(2, "1984-05", "birth")])
    assert [(e.tied, e.disputed) for e in finer.entries] == [(True, False)] * 2
    against = make_lane("me", "Me", "person", [row(1, "1984", "birth"), row(2, "1985-05", "birth")])
    assert [(e.tied, e.disputed) for e in against.entries] == [(True, True)] * 2
    apart = make_lane("me", "Me", "person", [row(1, "1984"), row(2, "1985")])
    assert not any(e.tied for e in apart.entries)


def test_a_lane_says_from_when_to_when_it_goes() -> None:
    lane = make_lane("me", "Me", "person", [row(1, "1970-01-03"), row(2, "1970-01"), row(3, "")])
    assert lane.days() == (0, 30)
    assert make_lane("me", "Me", "person", [row(3, "")]).days() is None
