"""Readings that the screen of sources lives by."""

from __future__ import annotations

import pytest

from workbench.domain.inputs import NameInput, RecordInput, StatementInput
from workbench.services.claims import add_evidence, add_statement
from workbench.services.records import create_record
from workbench.services.sources import import_source, read_pasted
from workbench.store.archive import Archive
from workbench.store.queries.passages import list_passages, passage_detail
from workbench.store.queries.quotes import list_quotes, targets_of
from workbench.store.queries.records import record_dates, record_detail, record_kinds
from workbench.store.queries.sources import find_sources, list_sources


@pytest.fixture
def archive(sample_archive: Archive) -> Archive:
    return sample_archive


def _paste(archive: Archive, text: str) -> str:
    return archive.perform(import_source(read_pasted(html=None, text=text)), author_id=None).value.source_id


def test_sources_count_what_is_final_of_what_is_wanted(archive: Archive) -> None:
    other = _paste(archive, "Вольныя людзі\n\nЯны выйшлі на волю сёння раніцай.")
    with archive.read() as connection:
        rows = list_sources(connection)
        quotes = list_quotes(connection, "en")
        some = list_sources(connection, [other])
    assert rows[0].id == other
    sample = rows[1]
    assert sample.quotes == len(quotes)
    assert sample.targets == sum(len(targets_of(quote)) for quote in quotes)
    assert 0 < sample.finals < sample.targets
    assert some == rows[:1]
    assert (some[0].quotes, some[0].targets) == (0, 0)


def test_sources_are_found_in_any_case_and_script(archive: Archive) -> None:
    other = _paste(archive, "Вольныя людзі\n\nЯны выйшлі на волю сёння раніцай.")
    with archive.read() as connection:
        assert find_sources(connection, "ВОЛЬНЫЯ") == [other]
        assert find_sources(connection, "free walk") != []
        assert find_sources(connection, "nowhere") == []
        assert len(find_sources(connection)) == 2


def test_a_passage_tells_what_it_supports(archive: Archive) -> None:
    with archive.read() as connection:
        passages = [passage_detail(connection, row.id, "en") for row in list_passages(connection)]
    supports = [row for passage in passages if passage is not None for row in passage.supports]
    assert {row.what for row in supports} == {"statement", "participation", "relation"}
    for row in supports:
        assert row.record_name
        assert bool(row.value) == (row.what == "statement")
        assert bool(row.other_name) == (row.other_id is not None)


def test_a_passage_supports_a_name_too(archive: Archive) -> None:
    with archive.read() as connection:
        passage_id = list_passages(connection)[0].id
    made = archive.perform(
        create_record(RecordInput(kind="person", names=(NameInput(value="Jonas", tag="lt"),))), author_id=None
    ).value
    with archive.read() as connection:
        name_id = record_detail(connection, made, "en").names[0].id  # type: ignore[union-attr]
    archive.perform(add_evidence("name", name_id, (passage_id,)), author_id=None)
    with archive.read() as connection:
        supports = passage_detail(connection, passage_id, "en").supports  # type: ignore[union-attr]
    found = next(row for row in supports if row.what == "name")
    assert (found.record_id, found.record_kind, found.term, found.value) == (made, "person", "lt", "Jonas")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"birth": "1962"}, "1962"),
        ({"birth": "1962", "death": "2020-05"}, "1962/2020-05"),
        ({"death": "2020"}, "/2020"),
        ({}, None),
    ],
)
def test_a_life_in_one_date(archive: Archive, given: dict[str, str], expected: str | None) -> None:
    made = archive.perform(
        create_record(RecordInput(kind="person", names=(NameInput(value="Jonas", tag="lt"),))), author_id=None
    ).value
    with archive.read() as connection:
        passage_id = list_passages(connection)[0].id
    for key, value in given.items():
        statement = StatementInput(property=key, value=value)
        archive.perform(add_statement(made, statement, (passage_id,)), author_id=None)
    with archive.read() as connection:
        assert record_dates(connection, [made]).get(made) == expected
        assert record_kinds(connection, [made]) == {made: "person"}
