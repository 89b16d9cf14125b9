"""Ten thousand quotes in three languages on the translation desk, in CPU time."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from entering import english_room
from made_quotes import fill
from rooms import Room
from workbench.domain.inputs import ProfileInput
from workbench.qt.translations.queue import QueuePanel
from workbench.qt.translations.shelf import Facet, Order, Shelf
from workbench.services import profiles
from workbench.store.queries.desk import Queue, read_queue
from workbench.store.queries.overview import ProfileRow
from workbench.store.queries.overview import profiles as all_profiles
from workbench.store.queries.progress import read_progress
from workbench.store.queries.quotes import Need, QueueRow, lines_of, list_quotes

QUOTES = int(os.environ.get("BENCH_QUOTES", "10000"))
TYPED = "speaker 1", "minsk", "kovaleva thank", "was in", "(77", "novik", "орлов", "дзякуй"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support ")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = english_room(tmp_path_factory.mktemp("quotes") / "quotes.archive")
    other = room.do(profiles.add_profile(ProfileInput(name="Rasa", initials="RK")))
    fill(room.archive, QUOTES, (room.author_id, other))
    yield room
    room.archive.close()


@pytest.fixture(scope="module")
def read(full: Room) -> tuple[Queue, list[ProfileRow]]:
    with full.archive.read() as connection:
        return read_queue(connection, "en"), all_profiles(connection)


@pytest.fixture
def panel(full: Room, read: tuple[Queue, list[ProfileRow]]) -> Iterator[QueuePanel]:
    from workbench.qt.look.style import current_look

    application = QApplication.instance() or QApplication([])
    current_look()
    made = QueuePanel()
    made.resize(300, 700)
    made.show()
    made.show_shelf(Shelf(read[0], full.author_id), read[1])
    made.list.step(1)
    application.processEvents()
    yield made
    made.hide()
    made.deleteLater()


def test_the_queue_is_read(full: Room, measured: Any) -> None:
    def work() -> None:
        with full.archive.read() as connection:
            Shelf(read_queue(connection, "en"), full.author_id)

    measured(work, rounds=3)


def test_words_are_typed_into_the_filter(panel: QueuePanel, measured: Any) -> None:
    keys = itertools.cycle([text[: at + 1] for text in TYPED for at in range(len(text))])

    def prepare() -> tuple[str]:
        return (next(keys),)

    def work(text: str) -> None:
        panel.search.set_text(text)
        QApplication.processEvents()

    measured(work, prepare=prepare, rounds=80)


def test_states_facets_and_orders_are_chosen(panel: QueuePanel, measured: Any) -> None:
    def speaker(place: int) -> None:
        panel.filters.facets[Facet.SPEAKER].setCurrentIndex(place)

    choices = itertools.cycle(
        [
            panel.needs[Need.MISSING].click,
            lambda: speaker(5),
            lambda: panel.filters.facets[Facet.EVENT].setCurrentIndex(4),
            lambda: panel.filters.facets[Facet.EVENT].setCurrentIndex(0),
            lambda: speaker(0),
            panel.needs[Need.MISSING].click,
            lambda: panel.filters.order.setCurrentIndex(list(Order).index(Order.WAITING)),
            lambda: panel.filters.order.setCurrentIndex(0),
        ]
    )

    def work(choose: Any) -> None:
        choose()
        QApplication.processEvents()

    measured(work, prepare=lambda: (next(choices),), rounds=80)


def test_a_written_line_is_patched(
    full: Room, panel: QueuePanel, read: tuple[Queue, list[ProfileRow]], measured: Any
) -> None:
    ids = itertools.cycle([row.quote.id for row in read[0].rows[:: len(read[0].rows) // 40]])

    def work(quote_id: str) -> list[QueueRow]:
        with full.archive.read() as connection:
            rows = [line for quote in list_quotes(connection, "en", quote_ids=[quote_id]) for line in lines_of(quote)]
        panel.patch([quote_id], rows)
        QApplication.processEvents()
        return rows

    measured(work, prepare=lambda: (next(ids),), rounds=40)


def test_progress_is_read(full: Room, measured: Any) -> None:
    def work() -> None:
        with full.archive.read() as connection:
            read_progress(connection)

    measured(work, rounds=3)
