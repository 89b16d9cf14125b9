"""What the timeline and the network cost: painting 2,000 entries and 500 records, laying out, walking."""

from __future__ import annotations

import random
import time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from workbench.domain.time_scale import TimeScale
from workbench.qt.look.fonts import load_fonts
from workbench.qt.records.network.bonds import bonds_of
from workbench.qt.records.network.layout import lay_out
from workbench.qt.records.network.picture import Picture, box_sizes, paint_picture
from workbench.qt.records.timeline.canvas import TimelineCanvas
from workbench.qt.records.timeline.lanes import Lane, make_lane
from workbench.store.queries.dated import DatedRow
from workbench.store.queries.network import Node, Tie

pytestmark = pytest.mark.benchmark(timer=time.process_time)

_FORMS = ("{y}", "{y}-05", "{y}-05-13", "{y}-03~/{z}?", "{y}/..", "/{y}", "{d}X", "{y}?", "[{y}-02,{y}-04]")


def lane(count: int) -> Lane:
    """A record with so many entries over forty years, dated in every way."""
    dice = random.Random(4)  # noqa: S311 - the same each time
    rows = []
    for n in range(count):
        year = dice.randint(1985, 2024)
        date = dice.choice(_FORMS).format(y=year, z=year + 2, d=year // 10)
        rows.append(
            DatedRow(f"r{n}", "participation", "me", "witness", False, f"Hearing {n}", date, "certain", "", "", "event")
        )
    return make_lane("me", "Alena Sokał", "person", rows)


def canvas_with(qtbot: QtBot, count: int) -> TimelineCanvas:
    load_fonts()
    made = TimelineCanvas()
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.show_records(("me",), "me")
    made.take_lanes({"me": lane(count)}, {})
    return made


def test_paint_2000_entries(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    made = canvas_with(qtbot, 2_000)
    benchmark(made.grab)


def test_zoom_over_2000_entries(benchmark: BenchmarkFixture, qtbot: QtBot) -> None:
    made = canvas_with(qtbot, 2_000)
    scale = made.chart.scale
    turns = iter(range(10**9))

    def zoom() -> None:
        made.set_scale(TimeScale(scale.start, scale.days * (1 + next(turns) % 7 / 10), scale.length))
        made.grab()

    benchmark.pedantic(zoom, rounds=20)


def made_network(count: int) -> tuple[list[Node], list[Tie]]:
    dice = random.Random(4)  # noqa: S311 - the same each time
    kinds = ("person", "event", "organisation", "place")
    nodes = [Node(f"n{n:03}", dice.choice(kinds), f"Alena Sokał the {n}th", 1, 1) for n in range(count)]
    ties = [
        Tie(f"t{n}", "relation", f"n{dice.randint(0, n // 6):03}", f"n{n:03}", "friend", "certain", ("p",) * (n % 2))
        for n in range(1, count)
    ]
    ties += [
        Tie(f"u{n}", "relation", *(f"n{at:03}" for at in dice.sample(range(count), 2)), "member of", "certain")
        for n in range(count // 2)
    ]
    return nodes, ties


@pytest.mark.parametrize("count", [60, 500])
def test_lay_out(benchmark: BenchmarkFixture, count: int) -> None:
    nodes, ties = made_network(count)
    pairs = [(tie.from_id, tie.to_id) for tie in ties]
    benchmark.pedantic(lambda: lay_out([n.id for n in nodes], pairs, box_sizes(nodes, 100)), rounds=5)


@pytest.mark.parametrize("count", [60, 500])
def test_paint_network(benchmark: BenchmarkFixture, qtbot: QtBot, count: int) -> None:
    load_fonts()
    nodes, ties = made_network(count)
    places = lay_out([n.id for n in nodes], [(t.from_id, t.to_id) for t in ties], box_sizes(nodes, 100))
    picture = Picture({node.id: node for node in nodes}, bonds_of(ties), places, current="n000", focus="n000")
    image = QImage(1200, 800, QImage.Format.Format_ARGB32_Premultiplied)
    rect = QRectF(image.rect())
    picture.fit(rect)
    picture.zoom = 0.3  # nearly all of it in view

    def paint() -> None:
        painter = QPainter(image)
        paint_picture(painter, rect, picture)
        painter.end()

    benchmark.pedantic(paint, rounds=20)
