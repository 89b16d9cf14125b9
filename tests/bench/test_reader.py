"""What the reader costs: open to first paint, a jump, a scroll step, a mark. Run with `--benchmark-only`.

The texts are made here: paragraphs of words in Cyrillic or Latin, with passages spread evenly
and overlapping. The lanes, the underlines and the ruler are on.
"""

from __future__ import annotations

import random
import time
from functools import cache
from itertools import count, cycle

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.qt.look.fonts import load_fonts
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

SIZES = {"0.3M": (300_000, 1_000), "1M": (1_000_000, 5_000), "5M": (5_000_000, 50_000)}
LETTERS = {"latin": "etaoinshrdlucmfwypvbgk", "cyrillic": "аеінораслктдмвупзыбгяь"}
KINDS = tuple(PassageKind)

pytestmark = [
    pytest.mark.benchmark(timer=time.process_time),
    pytest.mark.parametrize("script", list(LETTERS)),
    pytest.mark.parametrize("size", list(SIZES)),
]


@cache
def material(size: str, script: str) -> tuple[StructuredText, tuple[MarkedPassage, ...]]:
    length, number = SIZES[size]
    chance = random.Random(7)  # noqa: S311 - material for a benchmark
    words = ["".join(chance.choices(LETTERS[script], k=chance.randint(2, 10))) for _word in range(2_000)]
    parts, at = [], 0
    while at < length:
        part = " ".join(chance.choices(words, k=chance.randint(20, 140)))
        parts.append((BlockKind.PARAGRAPH, 0, part))
        at += len(part) + 1
    structured = join_blocks(parts)
    step = len(structured.text) // number
    passages = tuple(
        MarkedPassage(
            f"{n:06}", Span(n * step, min(len(structured.text), n * step + 5 + n * 37 % 260)), (KINDS[n % len(KINDS)],)
        )
        for n in range(number)
    )
    return structured, passages


def opened(qtbot: QtBot, size: str, script: str) -> Reader:
    load_fonts()
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(1000, 800)
    reader.show_text(*material(size, script))
    reader.show()
    qtbot.waitExposed(reader)
    ruler = reader.ruler
    assert ruler is not None
    qtbot.waitUntil(lambda: ruler.complete)
    return reader


def test_open_to_first_paint(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, "0.3M", script)
    structured, passages = material(size, script)

    def open_() -> None:
        reader.show_text(structured, passages)
        reader.viewport().repaint()

    benchmark.pedantic(open_, rounds=8, warmup_rounds=1)


def test_jump(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, size, script)
    chance = random.Random(3)  # noqa: S311
    length = len(reader.text)

    def jump() -> None:
        at = chance.randrange(length - 10)
        reader.reveal(Span(at, at + 10))
        reader.viewport().repaint()

    benchmark.pedantic(jump, rounds=60, warmup_rounds=3)


def test_scroll_step(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, size, script)
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))

    def scroll() -> None:
        reader.scroll_by(87)
        reader.viewport().repaint()

    benchmark.pedantic(scroll, rounds=200, warmup_rounds=3)


def test_mark(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, size, script)
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))
    names = (f"new{n}" for n in count())

    def mark() -> None:
        reader.change_passage(MarkedPassage(next(names), Span(middle, middle + 12), (PassageKind.PERSON,)))
        reader.viewport().repaint()
        assert reader.ruler is not None
        reader.ruler.repaint()

    benchmark.pedantic(mark, rounds=40, warmup_rounds=2)


def test_caret_step(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, size, script)
    middle = len(reader.text) // 2
    reader.place_caret(middle)
    keys = cycle((Qt.Key.Key_Right, Qt.Key.Key_Down))

    def step() -> None:
        QTest.keyClick(reader, next(keys))
        reader.viewport().repaint()

    benchmark.pedantic(step, rounds=90, warmup_rounds=3)
