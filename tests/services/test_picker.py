from __future__ import annotations

from collections.abc import Iterator

import pytest

from found import find_records
from workbench.domain.kinds import RecordKind
from workbench.services.archives import create_archive
from workbench.services.picker import candidates
from workbench.services.sample import first_profile, load_sample
from workbench.store.archive import Archive
from workbench.vault.keys import Parameters


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory, cheap_parameters: Parameters) -> Iterator[Archive]:
    path = tmp_path_factory.mktemp("picker") / "a.archive"
    created = create_archive(path, "seven reeds by the slow river", first_profile(), parameters=cheap_parameters)
    load_sample(created.archive, created.profile_id)
    yield created.archive
    created.archive.close()


@pytest.mark.parametrize("typed", ["Калеснік", "колесник", "Kolesnik", "kalesnik", "Maryja Kal"])
def test_a_part_of_a_name_in_any_script_finds_the_person(archive: Archive, typed: str) -> None:
    with archive.read() as connection:
        found = find_records(connection, typed, "lt")
    assert found[0].name == "Marija Kolesnikova"
    assert "Марыя Калеснікава" in found[0].others
    assert found[0].name not in found[0].others


def test_kinds_and_limit_hold(archive: Archive) -> None:
    with archive.read() as connection:
        events = find_records(connection, "pro", "en", kinds=(RecordKind.EVENT,))
        assert {found.kind for found in events} == {"event"}
        assert len(find_records(connection, "a", "en", limit=2)) == 2
        assert find_records(connection, " ", "en") == []


def test_events_have_their_date(archive: Archive) -> None:
    with archive.read() as connection:
        events = find_records(connection, "release", "en", kinds=(RecordKind.EVENT,))
    assert any(found.date.startswith("2025-12") for found in events)


def test_candidates_keep_the_order_and_leave_out_what_is_gone(archive: Archive) -> None:
    with archive.read() as connection:
        ids = [found.record_id for found in find_records(connection, "a", "en")]
        given = candidates(connection, [*reversed(ids), "gone"], "en")
    assert [found.record_id for found in given] == list(reversed(ids))
