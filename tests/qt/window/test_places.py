from __future__ import annotations

from workbench.qt.session import Place, ViewName
from workbench.qt.window.places import PlaceHistory


def place(record: str) -> Place:
    return Place(ViewName.RECORDS, record_id=record)


def test_back_and_forward() -> None:
    history = PlaceHistory()
    assert history.current is None
    assert history.step(-1) is None
    for name in "abc":
        history.add(place(name))
    assert history.step(-1) == place("b")
    assert history.step(-1) == place("a")
    assert not history.can_go_back
    assert history.step(1) == place("b")
    assert history.can_go_forward


def test_going_on_drops_what_was_ahead() -> None:
    history = PlaceHistory()
    for name in "abc":
        history.add(place(name))
    history.step(-1)
    history.add(place("d"))
    assert not history.can_go_forward
    assert history.step(-1) == place("b")


def test_the_same_place_twice_is_one_step() -> None:
    history = PlaceHistory()
    history.add(place("a"))
    history.add(place("a"))
    assert not history.can_go_back


def test_a_place_is_brought_up_to_date_only_in_its_own_view() -> None:
    history = PlaceHistory()
    history.add(place("a"))
    history.update(place("b"))
    assert history.current == place("b")
    history.update(Place(ViewName.SEARCH))
    assert history.current == place("b")


def test_it_does_not_grow_without_end() -> None:
    history = PlaceHistory()
    for number in range(1_000):
        history.add(place(str(number)))
    steps = 0
    while history.step(-1) is not None:
        steps += 1
    assert steps == 99
