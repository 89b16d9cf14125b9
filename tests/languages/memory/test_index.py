from __future__ import annotations

import gc
import random

import pytest

from workbench.domain.errors import CancelledError
from workbench.languages.memory.index import FRESH, Index
from workbench.languages.memory.likeness import rank
from workbench.languages.remembered import forget_all

WORDS = ["суд", "прысуд", "сведка", "сказаў", "яна", "быў", "не", "камера", "год", "тры", "ліст", "маці", "гвалт"]


def made(count: int, seed: int) -> list[tuple[str, str]]:
    chance = random.Random(seed)  # noqa: S311 - material for a test
    return [(f"s{n:05}", " ".join(chance.choices(WORDS, k=chance.randint(5, 12)))) for n in range(count)]


@pytest.fixture
def loaded() -> tuple[Index, list[tuple[str, str]]]:
    index, segments = Index(), made(3_000, 1)
    index.load(segments)
    return index, segments


def test_few_segments_are_measured_all() -> None:
    index, segments = Index(), made(150, 2)
    index.load(segments)
    for _id, query in made(20, 3):
        assert index.find(query) == rank(query, segments)


def test_many_segments_give_what_a_scan_of_all_gives(loaded: tuple[Index, list[tuple[str, str]]]) -> None:
    index, segments = loaded
    chance = random.Random(4)  # noqa: S311 - material for a test
    for _turn in range(30):
        words = chance.choice(segments)[1].split()
        words[chance.randrange(len(words))] = "іншае"
        assert index.find(" ".join(words), cutoff=75) == rank(" ".join(words), segments, cutoff=75)


def test_what_is_put_and_removed_is_as_if_made_anew(loaded: tuple[Index, list[tuple[str, str]]]) -> None:
    index, segments = loaded
    now = dict(segments)
    for number, (segment_id, text) in enumerate(made(3 * FRESH, 5)):
        if number % 3:
            index.put(segment_id, text)
            now[segment_id] = text
        else:
            assert index.remove(segment_id)
            del now[segment_id]
    assert len(index) == len(now)
    query = now["s00001"]
    assert index.text("s00001") == query
    assert index.text("s00000") is None
    expected = rank(query, now.items(), cutoff=80)
    assert index.find(query, cutoff=80) == expected
    index.settle()
    assert len(index) == len(now)
    assert index.find(query, cutoff=80) == expected


def test_what_is_put_while_loading_counts_more() -> None:
    index, segments = Index(), [("a", "стары тэкст"), ("b", "сыдзе прэч")]

    def stream() -> object:
        yield from segments
        index.put("a", "новы тэкст")
        index.remove("b")

    index.load(stream())  # type: ignore[arg-type]
    assert index.text("a") == "новы тэкст"
    assert index.text("b") is None
    assert len(index) == 1


def test_loading_can_be_stopped_and_keeps_what_was() -> None:
    index = Index()
    index.load([("a", "той самы тэкст")])

    def stop(_done: int, _total: int) -> None:
        raise CancelledError("")

    with pytest.raises(CancelledError):
        index.load([("b", "іншы")], stop)
    assert index.text("a") == "той самы тэкст"
    assert index.text("b") is None


def test_all_is_forgotten_at_the_lock(loaded: tuple[Index, list[tuple[str, str]]]) -> None:
    index, segments = loaded
    index.put("x", "яшчэ")
    del loaded
    forget_all()
    gc.collect()
    assert not index.ready
    assert len(index) == 0
    assert index.find(segments[0][1]) == []


def test_forgotten_while_loading_stays_forgotten() -> None:
    index = Index()

    def stream() -> object:
        yield "a", "тэкст"
        index.forget()

    index.load(stream())  # type: ignore[arg-type]
    assert index.text("a") is None


@pytest.mark.parametrize("text", ["", "a", "я", "аб", "—", "…", "\0", "а" * 100_000, "а б " * 25_000, "\ud800", "😀"])
def test_empty_short_long_and_odd_texts_are_found_again(text: str) -> None:
    index = Index()
    index.load([*made(1_000, 6), ("odd", text)])
    found = [hit for hit in index.find(text) if "odd" in hit.ids]
    assert [hit.percent for hit in found] == [100]


def test_short_texts_that_are_half_alike_are_found_as_by_a_scan_of_all() -> None:
    chance = random.Random(6)  # noqa: S311 - material for a test
    letters = "абвгдежзіклмнопрстуў"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 8))) for _word in range(400)]
    segments = {f"s{n:05}": " ".join(chance.choices(words, k=chance.randint(1, 4))) for n in range(6_000)}
    index = Index()
    index.load(segments.items())
    same = 0
    for _turn in range(60):
        query = list(chance.choice(list(segments.values())))
        for _slip in range(max(1, len(query) // 3)):
            query[chance.randrange(len(query))] = chance.choice(letters)
        found = [hit.similarity for hit in index.find("".join(query))]
        expected = [hit.similarity for hit in rank("".join(query), segments.items())]
        same += found == pytest.approx(expected)
    assert same >= 59
