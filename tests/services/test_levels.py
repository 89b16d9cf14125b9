"""Setting levels, and protecting a person."""

from __future__ import annotations

from typing import Any

import pytest

from rooms import ARTICLE, Room, span_of
from workbench.domain.errors import InputError, StaleError
from workbench.domain.inputs import NameInput, NoteInput, QuoteInput, StatementInput
from workbench.domain.kinds import Level, RecordKind
from workbench.services import claims, levels, passages, quotes
from workbench.store.queries.levels import (
    Guarded,
    ShownLevel,
    guarded_records,
    guarded_sources,
    read_levels,
    shown_level,
)
from workbench.store.tables import Name, Passage, Quote, Record, Relation, Row, Source, Statement, Tag
from workbench.store.undoing import next_undo


def shown(room: Room, model: type[Row], row_id: str) -> ShownLevel:
    with room.archive.read() as connection:
        found = shown_level(connection, model, row_id)
    assert found is not None
    return found


def only(room: Room, table: str) -> str:
    return str(next(iter(room.rows()[table])))


def test_a_passage_is_as_its_source_and_a_quote_as_the_stricter_of_passage_and_speaker(room: Room) -> None:
    version = room.bring_in()
    speaker = room.person("Ihar Sokał")
    said = QuoteInput(speaker_id=speaker, published_language="en")
    quote = room.do(quotes.mark_quote(version, span_of("We kept your chair", ARTICLE), said)).quote_id
    source, passage = only(room, "source"), only(room, "passage")
    assert shown(room, Quote, quote).effective is Level.OPEN
    room.do(levels.set_level(Source, source, Level.RESTRICTED))
    assert shown(room, Passage, passage).effective is shown(room, Quote, quote).effective is Level.RESTRICTED
    room.do(levels.set_level(Record, speaker, Level.SECRET))
    assert shown(room, Quote, quote).effective is Level.SECRET
    room.do(levels.set_level(Passage, passage, Level.OPEN))
    assert shown(room, Passage, passage) == ShownLevel(Level.OPEN, Level.RESTRICTED, 2)
    room.do(levels.set_level(Quote, quote, Level.OPEN))
    assert shown(room, Quote, quote).effective is Level.OPEN
    room.do(levels.set_level(Source, source, Level.INHERITED))
    assert shown(room, Source, source).effective is Level.OPEN


def test_what_is_said_is_as_its_records(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Ihar Sokał")
    place = room.person("Orša", kind=RecordKind.PLACE)
    name = next(key for key, row in room.rows()["name"].items() if row["record_id"] == one)
    room.do(claims.add_statement(one, StatementInput(property="occupation", value="librarian"), ()))
    room.do(claims.add_relation(one, other, "sibling", ()))
    rows: tuple[tuple[type[Row], str], ...] = (
        (Name, name), (Statement, only(room, "statement")), (Relation, only(room, "relation")),
    )  # fmt: skip
    assert {shown(room, *row).effective for row in rows} == {Level.OPEN}
    room.do(levels.set_level(Record, one, Level.RESTRICTED))
    assert {shown(room, *row).effective for row in rows} == {Level.RESTRICTED}
    room.do(levels.set_level(Record, other, Level.SECRET))
    assert [shown(room, *row).effective for row in rows] == [Level.RESTRICTED, Level.RESTRICTED, Level.SECRET]
    with room.archive.read() as connection:
        found = read_levels(connection)
        assert found.own[Record] == {one: Level.RESTRICTED, other: Level.SECRET}
        for model, row_id in rows[:2]:
            assert found.said(model, row_id, one) is Level.RESTRICTED
        assert found.said(Relation, rows[2][1], one, other) is Level.SECRET
        assert found.record(place) is Level.OPEN
        assert guarded_records(connection) == {one: Guarded(Level.RESTRICTED), other: Guarded(Level.SECRET)}
        assert guarded_records(connection, [other, place]) == {other: Guarded(Level.SECRET)}
        assert guarded_sources(connection) == {}


def test_setting_a_level_is_undone_and_refused_where_it_is_stale(room: Room) -> None:
    person = room.person("Alena Sokał")
    room.do(levels.set_level(Record, person, Level.SECRET, expected=1))
    with pytest.raises(StaleError):
        room.do(levels.set_level(Record, person, Level.OPEN, expected=1))
    with room.archive.read() as connection:
        last = next_undo(connection)
    assert last is not None
    assert (last.action, last.subject) == ("set_level", "Alena Sokał")
    room.undo()
    assert shown(room, Record, person).effective is Level.OPEN
    with pytest.raises(ValueError, match="Tag"):
        levels.set_level(Tag, person, Level.OPEN)


def protect(room: Room, record_id: str, pseudonym: str) -> None:
    room.do(levels.protect_person(record_id, pseudonym))


def test_a_person_is_protected_and_no_longer(room: Room) -> None:
    person = room.person("Alena Sokał")
    protect(room, person, "  Witness   Three ")
    found = shown(room, Record, person)
    assert (found.protected, found.pseudonym) == (True, "Witness Three")
    with room.archive.read() as connection:
        assert guarded_records(connection) == {person: Guarded(Level.OPEN, protected=True)}
    room.do(levels.unprotect_person(person))
    assert not shown(room, Record, person).protected
    room.undo()
    assert shown(room, Record, person).pseudonym == "Witness Three"


@pytest.mark.parametrize(
    ("pseudonym", "reason"),
    [
        ("", "needs a pseudonym"),
        ("x" * 101, "needs a pseudonym"),
        ("Alena", "like one"),
        ("Сокал", "like one"),
        ("Witness Sokala", "like one"),
        ("алена", "like one"),
        ("Аленай С.", "like one"),
        ("Sparrow", "Another record"),
        ("sparrow", "Another record"),
        ("Ihar Zubr", "Another record"),
    ],
)
def test_a_pseudonym_that_does_not_fit_is_refused(room: Room, pseudonym: str, reason: str) -> None:
    person = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
    room.person("Ihar Zubr")
    protect(room, room.person("Kastuś Verabej"), "Sparrow")
    with pytest.raises(InputError, match=reason) as refused:
        protect(room, person, pseudonym)
    assert refused.value.field == "pseudonym"
    assert not shown(room, Record, person).protected


def test_only_persons_are_protected(room: Room) -> None:
    place = room.person("Orša", kind=RecordKind.PLACE)
    with pytest.raises(InputError, match="persons"):
        protect(room, place, "Town")


def test_a_row_that_is_gone_has_no_level(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_note(version, span_of("The gate", ARTICLE), NoteInput(body="a")))
    gone: Any = only(room, "passage")
    room.do(passages.remove_passage(gone))
    with room.archive.read() as connection:
        assert shown_level(connection, Passage, gone) is None
