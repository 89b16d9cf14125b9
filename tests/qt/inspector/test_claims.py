from __future__ import annotations

import pytest

from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES, unknown_property
from workbench.i18n import activate
from workbench.qt.inspector.claims import Asked, known_claims, new_claims, statement_text, support_text
from workbench.qt.session import Session
from workbench.store.queries.passages import SupportRow
from workbench.store.queries.records import list_records, record_detail


def test_every_kind_has_its_own_claims() -> None:
    by_kind = {kind: {claim.asked for claim in new_claims(kind)} for kind in RecordKind}
    assert Asked.PARTICIPANT in by_kind[RecordKind.EVENT]
    assert Asked.EVENT not in by_kind[RecordKind.EVENT]
    for kind in (RecordKind.PERSON, RecordKind.ORGANISATION, RecordKind.PLACE):
        assert Asked.EVENT in by_kind[kind]
        assert Asked.PARTICIPANT not in by_kind[kind]
    assert all(Asked.OTHER in asked for asked in by_kind.values())


def test_dates_are_told_in_words() -> None:
    assert statement_text(PROPERTIES["released"], "2025-12-13", "") == "Released: 13 December 2025"
    assert statement_text(PROPERTIES["place"], "some-id", "Minsk") == "Place: Minsk"
    assert statement_text(unknown_property("of a later version"), "x", "") == "of a later version: x"
    activate("lt")
    assert "2025 m. gruodžio 13 d." in statement_text(PROPERTIES["released"], "2025-12-13", "")


def test_what_is_said_already_can_be_supported_by_more(sample_session: Session) -> None:
    with sample_session.read() as connection:
        row = next(row for row in list_records(connection, "en") if row.name == "Maria Kolesnikova")
        record = record_detail(connection, row.id, "en")
    assert record is not None
    everything = known_claims(record, {}, "no passage")
    assert {claim.what for claim in everything} == {"statement", "participation", "relation", "name"}
    cited = record.statements[0].evidence[0].passage_id
    fewer = known_claims(record, {}, cited)
    assert record.statements[0].id not in {claim.claim_id for claim in fewer}
    assert len(fewer) < len(everything)


@pytest.mark.parametrize(
    ("what", "term", "value", "other", "expected"),
    [
        ("participation", "released", "", "Ales", "released — Ales"),
        ("relation", "sibling", "", "Ales", "sibling — Ales"),
        ("name", "be", "Алесь", "", "Name: Алесь (Belarusian)"),
        ("statement", "office", "judge", "", "Office: judge"),
    ],
)
def test_supports_in_one_line(what: str, term: str, value: str, other: str, expected: str) -> None:
    row = SupportRow(
        "e",
        what,
        "c",
        "r",
        "person",
        "Someone",
        term,
        value,
        other or None,
        other,
        PROPERTIES.get(term) if what == "statement" else None,
    )
    assert support_text(row) == expected
