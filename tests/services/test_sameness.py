"""Possible duplicates in an archive: found, told apart, and what was merged is known by its name."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from made_people import fill, people
from rooms import Room, span_of
from workbench.domain.errors import CancelledError, InputError
from workbench.domain.inputs import MentionInput, NameInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.languages.sameness import Ground, Reason
from workbench.services import claims, records
from workbench.services.merging import merge_records
from workbench.services.sameness import (
    Twins,
    maybe_same,
    merged_records,
    not_same,
    reason_text,
)


def same_as(room: Room, record_id: str) -> list[str]:
    with room.archive.read() as connection:
        return [each.record_id for each in Twins().of(connection, record_id, "en")]


def test_forms_of_one_name_are_found_with_reasons(room: Room) -> None:
    version = room.bring_in()
    one = room.person("Maria Kolesnikova")
    other = room.person("M. Kolesnikova", NameInput(value="Марыя Калеснікава", tag="be"))
    room.person("Ihar Sokał")
    event = room.person("The gate", kind=RecordKind.EVENT)
    for record in (one, other):
        room.do(claims.add_participation(event, record, "witness", ()))
        room.do(claims.add_statement(record, StatementInput(property="birth", value="1982"), ()))
    for record, words in ((one, "Alena Sokał"), (other, "The court")):
        room.do(records.link_passage(version, span_of(words), record, MentionInput()))
    with room.archive.read() as connection:
        (found,) = Twins().of(connection, one, "en")
    assert found.record_id == other
    assert [reason.ground for reason in found.reasons] == [Ground.SPELLING, Ground.YEAR, Ground.EVENT, Ground.APART]
    texts = [reason_text(reason, "en") for reason in found.reasons]
    assert "Марыя Калеснікава" in texts[0]
    assert texts[2] == "Both took part in “The gate”"
    assert texts[3] == "“The gate” names both, in different places"


def test_every_ground_has_words() -> None:
    texts = {reason_text(Reason(ground, "1982", "1983"), "en") for ground in Ground}
    assert len(texts) == len(Ground)


def test_what_is_not_the_same_is_not_proposed_until_that_is_taken_back(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Алена Сокал")
    assert same_as(room, one) == [other]
    noted = room.do(not_same(other, one))
    assert room.do(not_same(one, other)) == noted
    assert same_as(room, one) == same_as(room, other) == []
    with room.archive.read() as connection:
        assert Twins().everywhere(connection, "en", lambda _done, _total: None) == []
    room.assert_sound()
    room.do(maybe_same(noted))
    assert same_as(room, one) == [other]
    with pytest.raises(InputError):
        room.do(not_same(one, one))


def test_the_index_follows_what_is_written(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Ihar Kruk")
    twins = Twins()

    def near() -> list[str]:
        with room.archive.read() as connection:
            return [each.record_id for each in twins.of(connection, one, "en")]

    assert near() == []
    act = records.add_name(other, NameInput(value="Алена Сокал", tag="be"))
    changes = room.archive.perform(act, author_id=room.author_id).changes
    assert changes is not None
    twins.follow(changes)
    assert near() == [other]
    twins.follow(room.archive.undo(author_id=room.author_id))
    assert near() == []
    with room.archive.read() as connection:
        found = twins.of_names(connection, "person", [("Алены Сокал", "be")], "en")
    assert [each.record_id for each in found] == [one]


def test_what_is_written_during_a_long_read_is_seen_by_the_next(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Ihar Kruk")
    twins = Twins()

    def near(connection: Connection) -> list[str]:
        return [each.record_id for each in twins.of(connection, one, "en")]

    with room.archive.read() as long:
        assert near(long) == []
        act = records.add_name(other, NameInput(value="Алена Сокал", tag="be"))
        changes = room.archive.perform(act, author_id=room.author_id).changes
        assert changes is not None
        twins.follow(changes)
        assert near(long) == []
    with room.archive.read() as connection:
        assert near(connection) == [other]


def test_merged_records_are_known_by_the_names_that_they_had(room: Room) -> None:
    one = room.person("Alena Sokał")
    other = room.person("Alena Sokał", NameInput(value="Алёна Сокол", tag="ru"))
    merging = room.do(merge_records(one, other))
    room.do(records.add_name(one, NameInput(value="Sokałava", tag="en", kind="former")))
    with room.archive.read() as connection:
        (merged,) = merged_records(connection, one, "ru")
        assert (merged.merging_id, merged.name) == (merging, "Алёна Сокол")
        assert merged_records(connection, one, "en")[0].name == "Alena Sokał"


def test_the_whole_archive_is_searched_and_can_be_stopped(room: Room) -> None:
    ids = fill(room.archive, 1200)
    again = {(ids[each.again], ids[n]) for n, each in enumerate(people(1200)) if each.again is not None}
    steps: list[float] = []
    with room.archive.read() as connection:
        found = Twins().everywhere(connection, "en", lambda done, total: steps.append(done / max(1, total)))
        assert len(again & {(pair.one_id, pair.other_id) for pair in found}) >= 0.6 * len(again)
        assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)
        assert steps == sorted(steps)

        def stop(_done: int, _total: int) -> None:
            raise CancelledError("stop")

        with pytest.raises(CancelledError):
            Twins().everywhere(connection, "en", stop)
