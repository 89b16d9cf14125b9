from __future__ import annotations

import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from workbench.domain import ids
from workbench.domain.ids import new_id


def test_an_id_is_a_uuid_of_version_7_with_the_moment_in_it() -> None:
    before = time.time_ns() // 1_000_000
    made = uuid.UUID(text := new_id())
    after = time.time_ns() // 1_000_000
    assert str(made) == text
    assert (made.version, made.variant) == (7, uuid.RFC_4122)
    assert before <= made.int >> 80 <= after + 1


def test_ids_sort_as_they_were_made() -> None:
    made = [new_id() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_threads_never_share_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda _n: [new_id() for _ in range(2_000)], range(8)))
    assert len({row for part in rows for row in part}) == 16_000
    assert all(part == sorted(part) for part in rows)


def test_a_clock_that_is_set_back_does_not_turn_the_order(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr(ids.time, "time_ns", lambda: 0)
    assert first < new_id() < new_id()
