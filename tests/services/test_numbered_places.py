"""Lists of ids by their numbers: every id has its place, and none that is not listed."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.services.numbered_places import numbered_list

IDS = ["a", "b", "c", "d"]


def test_listed_ids_have_their_places_and_the_others_none() -> None:
    numbers = {key: at for at, key in enumerate(IDS)}
    found = numbered_list(IDS, numbers, np.array([2, 0], np.int32))
    numbers["e"] = 4  # made after the list

    assert found.ids == ("c", "a")
    assert {key: found.places.get(key) for key in "abcdef"} == {
        "c": 0, "a": 1, "b": None, "d": None, "e": None, "f": None,
    }  # fmt: skip
    assert [key in found.places for key in "abe"] == [True, False, False]
    assert found.places["a"] == 1
    with pytest.raises(KeyError):
        found.places["b"]
