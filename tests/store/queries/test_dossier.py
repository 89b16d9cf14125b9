from __future__ import annotations

import pytest

from found import find_records
from rooms import Room
from workbench.domain.errors import CancelledError
from workbench.store.queries.dossier import read_dossier


def stop() -> None:
    raise CancelledError("Stopped.")


def test_everything_of_the_sample(sample_room: Room) -> None:
    with sample_room.archive.read() as connection:
        record_id = find_records(connection, "Ales Bialiatski", "en")[0].record_id
        found = read_dossier(connection, record_id, "lt", lambda: None)
        assert found is not None
        assert found.detail.name == "Alesis Bialiackis"
        held = [row for row in found.detail.statements if row.property == "time_held"]
        assert {row.value for row in held} == {"10 years", "4 years"}
        for row in held:
            assert [found.passages[each.passage_id].exact for each in row.evidence] == [
                each.exact for each in row.evidence
            ]
        sources = {cited.source for cited in found.passages.values()}
        assert {source.published for source in sources} == {"2026-01-12"}
        assert {len(source.digest) for source in sources} == {64}
        assert len({id(cited.source) for cited in found.passages.values()}) == 1
        said = {found.passages[passage_id].exact: quote for passage_id, quote in found.quotes}
        told = said["Optimism and activism—never give up!"]
        assert [(tag, state) for tag, state, _text, _relay in told.translations] == [
            ("be", "translated"),
            ("lt", "final"),
            ("ru", "reviewed"),
        ]
        assert read_dossier(connection, "gone", "en", lambda: None) is None
        with pytest.raises(CancelledError):
            read_dossier(connection, record_id, "en", stop)
