"""Finding rows, names and languages of a bundle."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest

from workbench.domain.bundle import BundleContent
from workbench.domain.kinds import PassageKind
from workbench.exporters.lookup import Lookup, derived_id, moment_of, name_in, one_line


def test_the_page_speaks_the_chosen_languages_that_it_knows(content: BundleContent) -> None:
    def spoken(*languages: str) -> tuple[str, ...]:
        return Lookup(dataclasses.replace(content, languages=languages)).page_languages

    assert spoken("lt", "be-tarask", "be", "pl") == ("lt", "be")
    assert spoken("pl") == ("en",)


def test_a_name_is_told_with_the_tag_that_it_has(content: BundleContent) -> None:
    library = content.records[3]
    assert name_in(library, "lt").tag == "lt"
    assert name_in(library, "ru").tag == "en"
    assert name_in(content.records[4], "ru").tag == "ru"
    assert name_in(dataclasses.replace(library, names=()), "lt") is None


def test_kinds_of_a_passage(content: BundleContent) -> None:
    lookup = Lookup(content)
    kinds = {p.anchor.exact[:12]: lookup.kinds(p) for p in content.passages}
    assert kinds["Alena Sokał"] == [PassageKind.PERSON]
    assert kinds["We kept your"] == [PassageKind.QUOTE]
    assert kinds["the register"] == [PassageKind.NOTE]
    assert kinds["The court ha"] == []


@pytest.mark.parametrize(
    "moment", ["2024-06-02T21:30:00.125Z", "2024-06-02T23:30:00.125+02:00", "2024-06-02T21:30:00.125"]
)
def test_the_moment_is_in_utc(content: BundleContent, moment: str) -> None:
    found = moment_of(dataclasses.replace(content, as_of=moment))
    assert found == datetime(2024, 6, 2, 21, 30, 0, 125_000, tzinfo=UTC)


def test_derived_ids_depend_on_the_archive_and_the_purpose(content: BundleContent) -> None:
    other = dataclasses.replace(content, archive_id="018f0000-0000-7000-8000-000000000000")
    assert derived_id(content, "a") == derived_id(content, "a")
    assert len({derived_id(content, "a"), derived_id(content, "b"), derived_id(other, "a")}) == 3


def test_one_line_cannot_begin_another() -> None:
    assert one_line("a\r\nPayload-Oxum: 0.0\u2028b\u202ec") == "a Payload-Oxum: 0.0 bc"
