"""What the reader alone costs: opening, jumps, scroll steps, marking, undoing, the caret; and memory.

The texts are those of `books`. Lanes, underlines and the ruler are on. See `test_sources` for
the same with an archive under it.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from functools import cache
from itertools import count, cycle
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from books import SCRIPTS, SIZES, book, imported, spread
from children import environment
from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.qt.look.fonts import load_fonts
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

pytestmark = pytest.mark.benchmark(timer=time.process_time)

sizes = pytest.mark.parametrize("size", list(SIZES))
scripts = pytest.mark.parametrize("script", list(SCRIPTS))


@cache
def material(size: str, script: str, form: str = "plain") -> tuple[StructuredText, tuple[MarkedPassage, ...]]:
    """A text without given blocks, or as it is imported; and its passages."""
    structured = StructuredText(book(size, script), ()) if form == "plain" else imported(size, script)
    return structured, spread(len(structured.text), SIZES[size][1])


def opened(qtbot: QtBot, structured: StructuredText, passages: tuple[MarkedPassage, ...]) -> Reader:
    load_fonts()
    reader = Reader()
    qtbot.addWidget(reader)
    reader.resize(1000, 800)
    reader.show_text(structured, passages)
    reader.show()
    qtbot.waitExposed(reader)
    ruler = reader.ruler
    assert ruler is not None
    qtbot.waitUntil(lambda: ruler.complete)
    return reader


def repaint(reader: Reader) -> None:
    reader.viewport().repaint()
    assert reader.ruler is not None
    reader.ruler.repaint()


@sizes
@scripts
@pytest.mark.parametrize("form", ["plain", "imported"])
def test_open_to_first_paint(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str, form: str) -> None:
    """From the text and its passages in memory to letters on the screen."""
    reader = opened(qtbot, *material("0.3M", script))
    structured, passages = material(size, script, form)

    def open_() -> None:
        reader.show_text(structured, passages)
        repaint(reader)

    benchmark.pedantic(open_, rounds=20, warmup_rounds=1)


@sizes
@scripts
def test_jump(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    reader = opened(qtbot, *material(size, script))
    chance = random.Random(3)  # noqa: S311
    length = len(reader.text)

    def jump() -> None:
        at = chance.randrange(length - 10)
        reader.reveal(Span(at, at + 10))
        repaint(reader)

    benchmark.pedantic(jump, rounds=100, warmup_rounds=3)


@sizes
@scripts
def test_scroll_step(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    """Three lines, as a wheel's notch."""
    reader = opened(qtbot, *material(size, script))
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))

    def scroll() -> None:
        reader.scroll_by(87)
        repaint(reader)

    benchmark.pedantic(scroll, rounds=400, warmup_rounds=3)


@sizes
@scripts
def test_mark(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    mark_and_undo(qtbot, benchmark, *material(size, script), undo=False)


@sizes
@scripts
def test_undo_mark(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    mark_and_undo(qtbot, benchmark, *material(size, script), undo=True)


@pytest.mark.parametrize("number", [10, 1_000, 100_000])
def test_mark_beside(qtbot: QtBot, benchmark: BenchmarkFixture, number: int) -> None:
    """A passage more in 5 M characters that have few or very many."""
    structured, _passages = material("5M", "cyrillic")
    mark_and_undo(qtbot, benchmark, structured, spread(len(structured.text), number), undo=False)


@pytest.mark.parametrize("number", [10, 1_000, 100_000])
def test_undo_mark_beside(qtbot: QtBot, benchmark: BenchmarkFixture, number: int) -> None:
    structured, _passages = material("5M", "cyrillic")
    mark_and_undo(qtbot, benchmark, structured, spread(len(structured.text), number), undo=True)


def mark_and_undo(
    qtbot: QtBot,
    benchmark: BenchmarkFixture,
    structured: StructuredText,
    passages: tuple[MarkedPassage, ...],
    *,
    undo: bool,
) -> None:
    """Measure one of the two, the other happens between the rounds: so each round finds the same page."""
    reader = opened(qtbot, structured, passages)
    middle = len(reader.text) // 2
    reader.reveal(Span(middle, middle + 1))
    names = (f"new{n}" for n in count())

    def mark(name: str) -> None:
        reader.change_passage(MarkedPassage(name, Span(middle, middle + 12), (PassageKind.PERSON,)))
        repaint(reader)

    def unmark(name: str) -> None:
        reader.remove_passage(name)
        repaint(reader)

    last: list[str] = []

    def prepare() -> tuple[tuple[str], dict[str, Any]]:
        if undo:
            last[:] = [next(names)]
            mark(last[0])
        else:
            if last:
                unmark(last[0])
            last[:] = [next(names)]
        return (last[0],), {}

    benchmark.pedantic(unmark if undo else mark, setup=prepare, rounds=60, warmup_rounds=2)


@sizes
@scripts
def test_caret_step(qtbot: QtBot, benchmark: BenchmarkFixture, size: str, script: str) -> None:
    """Right, down, next passage."""
    reader = opened(qtbot, *material(size, script))
    reader.place_caret(len(reader.text) // 2)
    keys = cycle((Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_J))

    def step() -> None:
        QTest.keyClick(reader, next(keys))
        repaint(reader)

    benchmark.pedantic(step, rounds=120, warmup_rounds=3)


DENSE = (18_000, 5_000)
"""Three paragraphs, and passages on them: hundreds beside every line."""


def test_scroll_step_through_absurd_density(qtbot: QtBot, benchmark: BenchmarkFixture) -> None:
    length, number = DENSE
    words = " ".join(book("0.3M", "cyrillic").split())[:length]
    text = "\n".join(words[at : at + length // 3] for at in range(0, length, length // 3))
    chance = random.Random(5)  # noqa: S311
    starts = [chance.randrange(len(text) - 130) for _passage in range(number)]
    kinds = tuple(PassageKind)
    passages = tuple(
        MarkedPassage(f"{n:06}", Span(at, at + 1 + n % 120), (kinds[n % len(kinds)],)) for n, at in enumerate(starts)
    )
    reader = opened(qtbot, StructuredText(text, ()), passages)
    steps = cycle([87] * 80 + [-87] * 80)

    def scroll() -> None:
        reader.scroll_by(next(steps))
        repaint(reader)

    benchmark.pedantic(scroll, rounds=320, warmup_rounds=2)


# Opens a text from a file, as one from an archive would be, and says how much memory that took at most.
CHILD = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import StructuredText
from workbench.qt.look.fonts import load_fonts
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader

application = QApplication([])
load_fonts()
reader = Reader()
reader.resize(1000, 800)
reader.show()
text = Path(sys.argv[1]).read_bytes().decode()
number, kinds = int(sys.argv[2]), tuple(PassageKind)
reader.show_text(StructuredText(text, ()), [
    MarkedPassage(f"{n:036}", Span(at, min(len(text), at + 5 + n * 37 % 260)), (kinds[n % len(kinds)],))
    for n in range(number)
    for at in (n * len(text) // number,)
])
while not reader.ruler.complete:
    application.processEvents()
for share in range(40):
    reader.reveal(Span(len(text) * share // 40, len(text) * share // 40 + 1))
    reader.viewport().repaint()
status = Path("/proc/self/status").read_text(encoding="ascii")
print(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1])
"""


@sizes
@scripts
def test_memory(measured: Any, benchmark: Any, tmp_path: Path, size: str, script: str) -> None:
    """A process that opens a text, counts its passages and jumps through it; peak MB is the whole process's."""
    file = tmp_path / "book.txt"
    file.write_text(book(size, script), encoding="utf-8")
    peaks: list[int] = []

    def run() -> None:
        done = subprocess.run(
            [sys.executable, "-c", CHILD, str(file), str(SIZES[size][1])],
            env=environment(QT_QPA_PLATFORM="offscreen"),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        peaks.append(int(done.stdout))

    measured(run, rounds=2)
    benchmark.extra_info["peak_mb"] = round(max(peaks) / 1024)
