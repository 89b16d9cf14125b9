from __future__ import annotations

import random

import pytest

from workbench.domain.anchors import Span
from workbench.languages.memory.concordance import concordance
from workbench.languages.memory.index import Index

SEGMENTS = [
    ("1", "Суд ідзе."),
    ("2", "У судзе не было судоў, СУД"),
    ("3", "Прысуд"),
    ("4", "Я не ведаю"),
    ("5", "Прысуд"),
]


@pytest.fixture(params=["loaded", "put"])
def index(request: pytest.FixtureRequest) -> Index:
    index = Index()
    if request.param == "loaded":
        index.load(SEGMENTS)
    else:
        for segment_id, text in SEGMENTS:
            index.put(segment_id, text)
    return index


def test_parts_of_words_short_texts_first(index: Index) -> None:
    found = concordance(index, "суд")
    assert found.complete
    assert [(line.ids, line.spans) for line in found.lines] == [
        (("3", "5"), (Span(3, 6),)),
        (("1",), (Span(0, 3),)),
        (("2",), (Span(2, 5), Span(16, 19), Span(23, 26))),
    ]


def test_whole_words(index: Index) -> None:
    assert [(line.ids, line.spans) for line in concordance(index, "суд", words=True).lines] == [
        (("1",), (Span(0, 3),)),
        (("2",), (Span(23, 26),)),
    ]


def test_one_and_two_letters_are_words(index: Index) -> None:
    assert [line.ids for line in concordance(index, "я").lines] == [("4",)]
    assert [line.ids for line in concordance(index, "не").lines] == [("4",), ("2",)]


def test_more_than_asked_for_is_said(index: Index) -> None:
    found = concordance(index, "суд", limit=1)
    assert not found.complete
    assert [line.ids for line in found.lines] == [("3", "5")]


@pytest.mark.parametrize("query", ["", "…", "няма такога"])
def test_nothing(index: Index, query: str) -> None:
    assert concordance(index, query).lines == ()


def test_every_place_that_a_scan_finds() -> None:
    chance = random.Random(8)  # noqa: S311 - material for a test
    texts = {f"{n:04}": "".join(chance.choices("абв ", k=30)).strip() for n in range(1_000)}
    index = Index()
    index.load(texts.items())
    for query in ("аба", "в аб", "ббвв"):
        found = concordance(index, query, limit=2_000)
        assert found.complete
        expected = {key for key, text in texts.items() if query in " ".join(text.split())}
        assert {segment_id for line in found.lines for segment_id in line.ids} == expected


def test_what_few_of_many_like_texts_have_is_found_whatever_its_case_and_apostrophe() -> None:
    index = Index()
    index.load(
        [(f"{n:04}", f"{n} з'езд скончыўся") for n in range(400)] + [("last", "Сёння, нарэшце, З’езд,  скончыўся")]
    )
    found = concordance(index, "з'езд, скончыўся", words=True)
    assert ([line.ids for line in found.lines], found.complete) == ([("last",)], True)
