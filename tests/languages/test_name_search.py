from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_people import people
from ranking import rank
from workbench.languages.fold import fold, skeletons, tokens
from workbench.languages.matching import Candidate, step_of
from workbench.languages.name_search import NameSearch

PEOPLE = [[name.value for name in person.names] for person in people(300)]
NAMES = [(owner, value, fold(value)) for owner, names in enumerate(PEOPLE) for value in names]
ALL = np.ones(len(PEOPLE), np.bool_)
WORDS = sorted({word for _owner, value, _key in NAMES for word in value.split()})


@pytest.fixture(scope="module")
def search() -> NameSearch:
    return NameSearch(NAMES)


def ranked(typed: str, names: list[tuple[int, str, str]], limit: int) -> list[int]:
    return [int(key) for key in rank(typed, [(f"{owner:05}", value, key) for owner, value, key in names], limit)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 12)), min_size=1, max_size=3), st.integers(1, 40))
def test_it_finds_what_ranking_each_name_finds_in_the_same_order(parts: list[tuple[str, int]], limit: int) -> None:
    typed = " ".join(word[:length] for word, length in parts)
    exact = [owner for owner in ranked(typed, NAMES, limit) if fits(typed, owner)]
    assert NameSearch(NAMES).rank(typed, ALL, limit)[: len(exact)] == exact


def fits(typed: str, owner: int) -> bool:
    """Tell whether an owner's names begin with what was typed, one by one."""
    plain = " ".join(typed.casefold().split())
    names = (Candidate("", value, fold(value)) for value in PEOPLE[owner])
    return any(step_of(plain, skeletons(typed), tokens(typed), name) is not None for name in names)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.integers(1, 12)), min_size=1, max_size=3))
def test_a_filter_leaves_all_that_begin_so(parts: list[tuple[str, int]]) -> None:
    typed = " ".join(word[:length] for word, length in parts)
    wanted = {owner for owner in range(len(PEOPLE)) if fits(typed, owner)}
    if wanted:
        assert set(np.flatnonzero(NameSearch(NAMES).owners(typed, ALL)).tolist()) == wanted


def test_what_is_merely_alike_comes_where_nothing_begins_so(search: NameSearch) -> None:
    value = next(value for value in (names[-1] for names in PEOPLE) if value.isascii() and len(value) > 12)
    wrong = value[:3] + "q" + value[3:]
    owners = search.owners(wrong, ALL)
    assert owners.any()
    assert value in {name for owner in np.flatnonzero(owners) for name in PEOPLE[owner]}
    assert value in {name for owner in search.rank(wrong, ALL, 20) for name in PEOPLE[owner]}


def test_only_those_asked_for_are_found(search: NameSearch) -> None:
    among = np.zeros(len(PEOPLE), np.bool_)
    owner = search.rank("а", ALL, 1)[0]
    among[owner] = True
    assert search.rank("а", among, 5) == [owner]
    among[owner] = False
    assert search.rank("а", among, 5) == []


@pytest.mark.parametrize("typed", ["", "  ", "…"])
def test_nothing_typed_finds_nothing(search: NameSearch, typed: str) -> None:
    assert search.rank(typed, ALL, 5) == []
    assert not search.owners(typed, ALL).any()


def test_what_was_replaced_is_found_by_its_new_names_alone() -> None:
    search = NameSearch(NAMES)
    old = PEOPLE[7][0]
    search.replace(7, ["Xerxes Quimby", "Ксеркс Квімбі"])
    assert search.rank("ксеркс", ALL, 3)[:1] == [7]
    assert search.rank("xerx", ALL, 3)[:1] == [7]
    assert search.owners("quim", ALL)[7]
    assert not search.owners(old, ALL)[7]
    assert search.replaced == 1
    search.replace(7, [])
    assert not search.owners("quim", ALL)[7]
    assert search.replaced == 1


def test_a_new_owner_is_found() -> None:
    search = NameSearch(NAMES)
    search.replace(len(PEOPLE), ["Xerxes Quimby"])
    assert search.rank("quimby", np.ones(len(PEOPLE) + 1, np.bool_), 3)[:1] == [len(PEOPLE)]
    assert search.rank("Xerxs Quimbi", np.ones(len(PEOPLE) + 1, np.bool_), 3)[:1] == [len(PEOPLE)]


def test_no_names_at_all() -> None:
    search = NameSearch([])
    assert search.rank("anna", np.ones(0, np.bool_), 5) == []
    search.replace(0, ["Anna"])
    assert search.rank("ann", np.ones(1, np.bool_), 5) == [0]
