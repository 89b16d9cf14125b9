"""What finding costs: folding a text in the background, a key that finds nothing, the first find, counting all.

Run with `--benchmark-only`. The texts are those of `../shared/data/longtext` where they are,
repeated to the length; else words made here.
"""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from workbench.languages.finding import EXACT, WIDEST, Blindness, Folded, Scan
from workbench.languages.finding_fold import fold_query, fold_text

LONG = Path(__file__).parents[2].parent / "shared" / "data" / "longtext"
FILES = {"cyrillic": "ru-karamazov.txt", "latin": "en-moby-dick.txt"}
LETTERS = {"latin": "etaoinshrdlucmfwypvbgk", "cyrillic": "аеінораслктдмвупзыбгяь"}
SIZES = {"0.3M": 300_000, "1M": 1_000_000, "5M": 5_000_000}
HOW = {"exact": EXACT, "no accents": Blindness(accents=True), "any script": WIDEST}
ABSENT = {"cyrillic": "щзщфц", "latin": "qvzjq"}
NAMES = {"cyrillic": "Alyosha", "latin": "Квикег"}
"""Names typed in the script that the text is not in."""

pytestmark = [
    pytest.mark.benchmark(timer=time.process_time),
    pytest.mark.parametrize("script", list(LETTERS)),
    pytest.mark.parametrize("size", list(SIZES)),
    pytest.mark.parametrize("how", list(HOW)),
]


@cache
def material(size: str, script: str) -> str:
    length, file = SIZES[size], LONG / FILES[script]
    if file.exists():
        text = file.read_text(encoding="utf-8")
    else:
        chance = random.Random(7)  # noqa: S311 - material for a benchmark
        words = ["".join(chance.choices(LETTERS[script], k=chance.randint(2, 10))) for _word in range(2_000)]
        text = " ".join(chance.choices(words, k=100_000))
    return (text * (length // len(text) + 1))[:length]


@cache
def folded(size: str, script: str, how: str) -> Folded:
    return fold_text(material(size, script), HOW[how])


def test_fold_in_the_background(benchmark: BenchmarkFixture, size: str, script: str, how: str) -> None:
    text = material(size, script)
    benchmark.pedantic(lambda: fold_text(text, HOW[how]), rounds=3, warmup_rounds=1)


def test_a_key_that_finds_nothing(benchmark: BenchmarkFixture, size: str, script: str, how: str) -> None:
    known = folded(size, script, how)

    def key() -> None:
        scan = Scan(known, fold_query(ABSENT[script], HOW[how]), SIZES[size] // 2)
        scan.step(0.008)
        assert scan.done
        assert scan.count == 0

    benchmark.pedantic(key, rounds=20, warmup_rounds=1)


def test_a_key_that_finds_much(benchmark: BenchmarkFixture, size: str, script: str, how: str) -> None:
    known = folded(size, script, how)

    def key() -> None:
        scan = Scan(known, fold_query(LETTERS[script][0], HOW[how]), SIZES[size] // 2)
        scan.step(0.008)
        assert scan.first is not None

    benchmark.pedantic(key, rounds=20, warmup_rounds=1)


def test_all_places_of_a_name_in_the_other_script(
    benchmark: BenchmarkFixture, size: str, script: str, how: str
) -> None:
    known = folded(size, script, how)

    def count() -> None:
        scan = Scan(known, fold_query(NAMES[script], HOW[how]), 0)
        while not scan.done:
            scan.step(0.004)

    benchmark.pedantic(count, rounds=10, warmup_rounds=1)
