"""Every kind of find says what it belongs to."""

from __future__ import annotations

from workbench.domain.anchors import Span
from workbench.domain.inputs import NoteInput
from workbench.domain.properties import PROPERTIES
from workbench.languages.fold import fold
from workbench.services.archives import Created
from workbench.services.passages import add_note
from workbench.store.queries.hits import owners_of
from workbench.store.queries.search import search
from workbench.store.queries.sources import list_sources, source_detail


def test_owners_of_every_kind(sample: Created) -> None:
    archive = sample.archive
    with archive.read() as connection:
        row = list_sources(connection)[0]
        source = source_detail(connection, row.id)
    assert source is not None
    archive.perform(
        add_note(source.text_version_id, Span(0, 4), NoteInput(body="laisvintas, freed: ask again")),
        author_id=sample.profile_id,
    )
    with archive.read() as connection:
        free = {owner.hit.kind: owner for owner in owners_of(connection, search(connection, "freed", fold), "en")}
        freedom = owners_of(connection, search(connection, "laisv", fold), "lt")
    assert free["text"].name == free["note"].name == source.title
    assert free["note"].hit.passage_id is not None
    assert free["name"].record_kind == "event"
    assert free["statement"].about == PROPERTIES["outcome"]
    assert free["statement"].name
    translated = [owner for owner in freedom if owner.hit.kind == "translation"]
    assert translated
    for owner in translated:
        assert owner.language == "lt"
        assert owner.quote
        assert owner.hit.quote_id is not None


def test_nothing_found_belongs_to_nothing(sample: Created) -> None:
    with sample.archive.read() as connection:
        assert owners_of(connection, search(connection, "zzzqqq", fold), "en") == []
