"""What a choice would carry out of the room, counted before it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.domain.anchors import Span
from workbench.domain.bundle import EVERY_STATE, BundleChoice
from workbench.domain.inputs import NoteInput, TagInput
from workbench.domain.kinds import TranslationState
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.exporters.bag import BundleReport
from workbench.services.archives import Created, create_archive
from workbench.services.bundles import export_bundle, preview_bundle
from workbench.services.passages import add_note, add_tag
from workbench.services.sample import first_profile, load_sample
from workbench.store.queries.quotes import list_quotes, targets_of
from workbench.store.queries.records import list_records
from workbench.store.queries.sources import list_sources, read_text, source_detail
from workbench.vault.keys import Parameters

ALL = BundleChoice("All", WORKING_LANGUAGES, states=EVERY_STATE)


@pytest.fixture
def sample(tmp_path: Path, cheap_parameters: Parameters) -> Iterator[Created]:
    created = create_archive(
        tmp_path / "sample.archive", "seven reeds by the slow river", first_profile(), parameters=cheap_parameters
    )
    load_sample(created.archive, created.profile_id)
    yield created
    created.archive.close()


def test_a_choice_of_nothing_counts_everything(sample: Created) -> None:
    found = preview_bundle(sample.archive, ALL, "be")
    with sample.archive.read() as connection:
        quotes = list_quotes(connection, "be")
        persons = list_records(connection, "be", "person")
        source = source_detail(connection, list_sources(connection)[0].id)
        assert source is not None
        text = read_text(connection, source.text_version_id).text
    assert found.quotes == len(quotes)
    assert found.characters == len(text)
    assert found.originals_bytes == source.original_size
    assert {person.id: person.name for person in found.persons} == {row.id: row.name for row in persons}
    assert [person.quotes for person in found.persons] == [
        sum(quote.speaker_id == person.id for quote in quotes) for person in found.persons
    ]
    wanted = sum(len(targets_of(quote)) for quote in quotes)
    counted = sum(found.in_state(state) for state in TranslationState) + sum(found.missing.values())
    assert counted == wanted
    assert found.stale == {}


def test_a_quote_brings_its_source_and_speaker_alone(sample: Created) -> None:
    with sample.archive.read() as connection:
        quote = next(quote for quote in list_quotes(connection, "en") if quote.speaker_id)
    found = preview_bundle(sample.archive, replace(ALL, quote_ids=frozenset({quote.id})))
    assert (found.sources, found.passages, found.quotes) == (1, 1, 1)
    assert quote.speaker in [person.name for person in found.persons]


def test_what_stays_is_not_counted(sample: Created) -> None:
    with sample.archive.read() as connection:
        source = source_detail(connection, list_sources(connection)[0].id)
    assert source is not None
    before = preview_bundle(sample.archive, replace(ALL, include_notes=True))
    for act in (
        add_note(source.text_version_id, Span(0, 4), NoteInput(body="not for others")),
        add_tag(source.text_version_id, Span(0, 4), TagInput(label="inner")),
    ):
        sample.archive.perform(act, author_id=sample.profile_id)
    without = preview_bundle(sample.archive, replace(ALL, include_originals=False))
    assert (without.notes, without.tags, without.originals_bytes) == (0, 0, 0)
    full = preview_bundle(sample.archive, replace(ALL, include_notes=True))
    assert (full.notes, full.tags) == (before.notes + 1, before.tags + 1)
    finals = preview_bundle(sample.archive, replace(ALL, languages=("lt",), states=frozenset({TranslationState.FINAL})))
    assert set(finals.translations) == {"lt"}
    assert set(finals.translations["lt"]) == {TranslationState.FINAL}
    assert finals.missing["lt"] > full.missing.get("lt", 0)


def test_a_choice_of_what_is_gone_is_nothing(sample: Created) -> None:
    found = preview_bundle(sample.archive, replace(ALL, record_ids=frozenset({"gone"})))
    assert (found.sources, found.passages, found.persons) == (0, 0, ())


def test_the_same_choice_gives_the_same_bytes(sample: Created, tmp_path: Path) -> None:
    reports: list[BundleReport] = [
        export_bundle(sample.archive, ALL, tmp_path / name, author_id=sample.profile_id).value for name in ("a", "b")
    ]
    assert reports[0].manifest_digest == reports[1].manifest_digest
