from __future__ import annotations

import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.machine.engine import Engine, goes_round
from workbench.languages.machine.folder import Contents, RefusedFolderError

few = st.lists(st.sampled_from(["ёсць", "мы", "1", "11", "вольныя", "."]), min_size=1, max_size=4)


@given(before=few, unit=few, after=few)
def test_what_comes_five_times_in_a_row_goes_round(before: list[str], unit: list[str], after: list[str]) -> None:
    assert goes_round([*before, *unit * 5, *after])


@given(tokens=st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f", "g"]), max_size=40, unique=True))
def test_words_that_come_once_do_not(tokens: list[str]) -> None:
    assert not goes_round(tokens)
    assert not goes_round([token for pair in pairwise(tokens) for token in pair])


def test_four_times_may_be_meant() -> None:
    assert not goes_round(["ха"] * 4)


@pytest.mark.parametrize(("package", "reason"), [("ctranslate2", "package"), ("sentencepiece", "pieces")])
def test_a_package_that_is_not_there_is_named(package: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(RefusedFolderError, match=reason):
        Engine(Contents(files={"source.spm": b"", "target.spm": b""}))
