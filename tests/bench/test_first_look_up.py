"""The first look-up after unlocking: no index is in memory yet, and nothing of the file in its cache.

Run with `--benchmark-only`. Units of words made here, as many as the memory has; each round opens the
archive anew, and only the look-up is measured.
"""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from aims import Aim, percentile
from rooms import CHEAP, PASSPHRASE, PROFILE, open_room
from workbench.domain.kinds import Origin
from workbench.importers.tmx import TmxUnit
from workbench.services.archives import create_archive
from workbench.services.memory import look_up
from workbench.services.memory_in import Batch, take_in

UNITS = 100_000
ROUNDS = 25
AIM = 200
"""Milliseconds on the clock, at the 95th percentile."""

pytestmark = pytest.mark.benchmark(timer=time.perf_counter)


@pytest.mark.parametrize("words", [6, 45], ids=["short", "quotes"])
def test_first_look_up(benchmark: BenchmarkFixture, aims: list[Aim], tmp_path: Path, words: int) -> None:
    chance = random.Random(17)  # noqa: S311 - material for a benchmark
    known = ["".join(chance.choices("аеінораслктдмвупзыбгяь", k=chance.randint(2, 10))) for _word in range(9_000)]
    weights = [1 / (rank + 2) for rank in range(len(known))]

    def text() -> str:
        return " ".join(chance.choices(known, weights, k=words))

    texts = [text() for _unit in range(UNITS)]
    units = (TmxUnit({"be": each, "ru": f"{number}"}) for number, each in enumerate(texts))
    path = tmp_path / "memory.archive"
    created = create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP)
    batch = Batch("made", Origin.TMX, lambda: units, lambda: "", lambda: 0)
    created.archive.perform(take_in(batch), author_id=created.profile_id)
    created.archive.close()
    opened = []
    counts = []

    def unlock() -> tuple[tuple[str], dict[str, object]]:
        while opened:
            opened.pop().close()
        opened.append(open_room(path))
        parts = chance.choice(texts).split()
        parts[chance.randrange(len(parts))] = chance.choice(known)
        return (" ".join(parts),), {}

    def find(query: str) -> None:
        with opened[0].read() as connection:
            counts.append(len(look_up(None, connection, query, ("be", "ru"))))

    benchmark.pedantic(find, setup=unlock, rounds=ROUNDS)
    benchmark.extra_info["found"] = f"{sum(map(bool, counts))} of {len(counts)}"
    data = f"{UNITS:,} units of {words} words made from fixed seeds, as rare as words are; on the clock"
    for what, share in (("95 %", 0.95), ("median", 0.5)):
        measured = percentile(benchmark.stats.stats.data, share) * 1000
        aims.append(Aim(f"first look-up, {words} words, {what}", measured, "ms", data, AIM if share > 0.5 else None))
    found = 100 * sum(map(bool, counts)) / len(counts)
    aims.append(Aim(f"first look-ups that found, {words} words", found, "%", data, aim=100, at_least=True))
    opened.pop().close()
