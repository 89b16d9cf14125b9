"""What possible duplicates cost in an archive of 100,000 people with 300,000 names.

Run with `--benchmark-only`. CPU time: the index of names once, one record after that, and every
pair of the archive.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from made_people import TWIN, fill
from rooms import CHEAP, PASSPHRASE, PROFILE, named
from workbench.domain.kinds import RecordKind
from workbench.services.archives import create_archive
from workbench.services.merging import merge_records
from workbench.services.records import create_record
from workbench.services.sameness import Twins
from workbench.store.archive import Archive
from workbench.store.tables import Participation
from workbench.store.work import Act, Work

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


TIES = 10_000


def make_court(work: Work, people: list[str]) -> str:
    """Make an event in which many take part."""
    event = create_record(named("The court", kind=RecordKind.EVENT)).run(work)
    work.insert_all(Participation, ({"event_id": event, "record_id": each, "role": "defendant"} for each in people))
    return event


@pytest.mark.parametrize("again", [False, True], ids=["moved", "folded"])
def test_merge_of_many_ties(tmp_path: Path, measured: Measured, again: bool) -> None:
    """Two events become one, of which one has ten thousand participants, or both have the same."""
    archive = create_archive(tmp_path / "court.archive", PASSPHRASE, PROFILE, parameters=CHEAP).archive
    people = fill(archive, TIES)

    def both(work: Work) -> tuple[str, str]:
        return make_court(work, people if again else []), make_court(work, people)

    def prepare() -> tuple[str, str]:
        return archive.perform(Act("create_record", both), author_id=None).value

    measured(lambda *pair: archive.perform(merge_records(*pair), author_id=None), prepare=prepare, rounds=2)
    archive.close()
