"""What possible duplicates cost in an archive of 100,000 people with 300,000 names.

Run with `--benchmark-only`. CPU time: the index of names once, one record after that, and every
pair of the archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from sqlalchemy import Connection

from made_people import TWIN, fill
from rooms import CHEAP, PASSPHRASE, PROFILE
from workbench.services.archives import create_archive
from workbench.services.sameness import Twins
from workbench.store.archive import Archive

from .conftest import Measured

PEOPLE = 100_000


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, list[str]]]:
    path = tmp_path_factory.mktemp("crowd") / "crowd.archive"
    archive = create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP).archive
    yield archive, fill(archive, PEOPLE)
    archive.close()


@pytest.fixture(scope="module")
def reading(crowd: tuple[Archive, list[str]]) -> Iterator[Connection]:
    with crowd[0].read() as connection:
        yield connection


def test_index_of_all_names(crowd: tuple[Archive, list[str]], reading: Connection, measured: Measured) -> None:
    measured(lambda: Twins().of(reading, crowd[1][0], "be"), rounds=2)


def test_duplicates_of_one_record(crowd: tuple[Archive, list[str]], reading: Connection, measured: Measured) -> None:
    chance = random.Random(3)  # noqa: S311 - material for a benchmark
    again = range(TWIN - 1, PEOPLE, TWIN)
    asked = iter([crowd[1][n] for n in (*chance.sample(range(PEOPLE), 100), *chance.sample(again, 100))])
    twins = Twins()
    twins.of(reading, crowd[1][0], "be")
    measured(lambda record_id: twins.of(reading, record_id, "be"), prepare=lambda: (next(asked),), rounds=190)


def test_every_pair_of_the_archive(reading: Connection, measured: Measured) -> None:
    measured(lambda: Twins().everywhere(reading, "be", lambda _done, _total: None), rounds=1)
