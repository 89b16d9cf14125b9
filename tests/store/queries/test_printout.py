from __future__ import annotations

import pytest

from rooms import Room
from workbench.domain.errors import CancelledError
from workbench.store.queries.passages import passage_detail, passage_marks
from workbench.store.queries.printout import read_printout
from workbench.store.queries.quotes import list_quotes
from workbench.store.queries.sources import list_sources, source_detail


def test_it_says_of_every_passage_what_its_own_page_says(sample_room: Room) -> None:
    with sample_room.archive.read() as connection:
        source = source_detail(connection, list_sources(connection)[0].id)
        assert source is not None
        found = read_printout(connection, source.text_version_id, source.id, "be", lambda: None)
        assert found is not None
        assert found.source == source
        quotes = {row.passage_id: row for row in list_quotes(connection, "be", source_id=source.id)}
        marks = passage_marks(connection, source.text_version_id)
        by_id = {passage.mark.id: passage for passage in found.passages}
        assert [passage.number for passage in found.passages] == list(range(1, len(found.passages) + 1))
        assert [passage.mark for passage in found.passages] == [mark for mark in marks if mark.id in by_id]
        for mark in marks:
            detail = passage_detail(connection, mark.id, "be")
            assert detail is not None
            said = detail.mentions or detail.quote_id or detail.notes or detail.tags
            assert bool(said) == (mark.id in by_id)
            if not said:
                continue
            passage = by_id[mark.id]
            assert [(m.kind, m.name, m.role, m.certainty) for m in passage.mentions] == [
                (m.record_kind, m.name, m.role, m.certainty) for m in detail.mentions
            ]
            assert passage.notes == tuple(note.body for note in detail.notes)
            assert passage.tags == tuple(tag.label for tag in detail.tags)
            if detail.quote_id is None:
                assert passage.quote is None
            else:
                quote = quotes[mark.id]
                assert passage.quote is not None
                assert (passage.quote.speaker, passage.quote.manner) == (quote.speaker, quote.manner)
                assert passage.quote.translations == tuple(
                    (row.language, row.state.value, row.text, row.relay_language) for row in quote.translations.values()
                )


def test_a_source_that_is_gone_and_a_reading_that_is_stopped(sample_room: Room) -> None:
    def stop() -> None:
        raise CancelledError("Stopped.")

    with sample_room.archive.read() as connection:
        source = source_detail(connection, list_sources(connection)[0].id)
        assert source is not None
        assert read_printout(connection, "gone", "gone", "en", lambda: None) is None
        with pytest.raises(CancelledError):
            read_printout(connection, source.text_version_id, source.id, "en", stop)
