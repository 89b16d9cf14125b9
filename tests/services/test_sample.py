from __future__ import annotations

import json

import pytest

from rooms import Room
from workbench.domain.errors import ImportFileError
from workbench.domain.kinds import TranslationState
from workbench.services import sample
from workbench.store import log
from workbench.store.queries.overview import counts, translation_states


def test_the_sample_is_what_its_files_say(sample_room: Room) -> None:
    reference = json.loads((sample.sample_folder() / "reference.json").read_text(encoding="utf-8"))
    with sample_room.archive.read() as connection:
        found = counts(connection)
        states = translation_states(connection)
    assert found["sources"] == 1
    assert found["profiles"] == len(reference["profiles"]) == 2
    assert found["quotes"] == len(reference["quotes"])
    assert found["mentions"] == len(reference["mentions"])
    assert found["notes"] == len(reference["notes"])
    assert found["translations"] == sum(len(quote["translations"]) for quote in reference["quotes"])
    kinds = [record["kind"] for record in reference["records"]]
    assert {kind: found.get(kind) for kind in set(kinds)} == {kind: kinds.count(kind) for kind in kinds}
    wanted: dict[str, dict[str, int]] = {}
    for quote in reference["quotes"]:
        for translation in quote["translations"]:
            by_state = wanted.setdefault(translation["language"], {})
            by_state[translation["state"]] = by_state.get(translation["state"], 0) + 1
    assert states == wanted
    sample_room.assert_sound()


def test_no_one_reviewed_their_own_words(sample_room: Room) -> None:
    reviewed = [row for row in sample_room.rows()["translation"].values() if row["reviewer_id"]]
    assert reviewed
    assert all(row["reviewer_id"] != row["translator_id"] for row in reviewed)
    states = {row["state"] for row in sample_room.rows()["translation"].values()}
    assert states == {state.value for state in TranslationState}


def test_all_of_it_can_be_undone_and_done_again(sample_room: Room) -> None:
    before = sample_room.rows()
    steps = 0
    while any(rows for name, rows in sample_room.rows().items() if name != "profile"):
        sample_room.undo()
        steps += 1
    sample_room.assert_sound()
    for _ in range(steps):
        sample_room.redo()
    assert sample_room.rows() == before
    sample_room.assert_sound()


def test_twice_in_one_archive_is_noticed(sample_room: Room) -> None:
    before = sample_room.rows()
    with pytest.raises(ImportFileError, match="in the archive already"):
        sample.load_sample(sample_room.archive, sample_room.author_id)
    assert sample_room.rows() == before
    with sample_room.archive.read() as connection:
        last = log.last_operation(connection)
    assert last is not None
    assert last.action == "load_sample"
