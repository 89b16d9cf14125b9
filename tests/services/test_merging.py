"""Merging and splitting: no row is lost, and what was taken apart again is what it was, to the row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from made_worlds import add_claim, add_mention, add_name, cite, make_world
from rooms import Room, open_room, span_of
from workbench.domain.errors import CancelledError, InputError, NotFoundError, StaleError
from workbench.domain.ids import new_id
from workbench.domain.inputs import MentionInput, NameInput, StatementInput
from workbench.domain.kinds import Level, NameKind, RecordKind
from workbench.services import claims, records
from workbench.services.levels import protect_person, set_level
from workbench.services.merging import merge, merge_records
from workbench.services.passages import remove_with_bare
from workbench.services.splitting import split_record
from workbench.store.reach import NEEDED, keys_of, named_by
from workbench.store.tables import LOGGED, Mention, Name, Passage, Record, Row
from workbench.store.work import Act, Work, squash, table_of

Rows = dict[str, dict[str, dict[str, Any]]]

seeds = st.integers(0, 2**32)
few = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))


def rows_in(connection: Connection) -> Rows:
    """Every logged row by table and id, without its revision."""
    found: Rows = {}
    for name, model in LOGGED.items():
        rows = connection.execute(select(table_of(model))).mappings()
        found[name] = {row["id"]: {k: v for k, v in row.items() if k != "revision"} for row in rows}
    return found


def assert_sound(rows: Rows) -> None:
    for name, found in rows.items():
        held = [key for row in found.values() for key in keys_of(name, row)]
        assert len(held) == len(set(held)), name
        for row in found.values():
            assert all(row_id in rows[owner] for owner, row_id in named_by(name, row)), name
    for owner, needed in NEEDED.items():
        for row_id in rows[owner]:
            assert any(row[column] == row_id for name, column in needed for row in rows[name].values()), owner
    for row in rows["statement"].values():
        assert row["property"] != "place" or row["value"] == row["place_id"]
    for row in rows["not_same"].values():
        assert row["one_id"] < row["other_id"]


@contextmanager
def taken_back(room: Room) -> Iterator[Work]:
    """Work on the archive in a transaction that is taken back; nothing is logged."""
    assert room.archive._writer is not None
    with room.archive._writer.connect() as connection:
        transaction = connection.begin()
        try:
            yield Work(connection, room.author_id)
        finally:
            transaction.rollback()


@pytest.fixture(scope="module")
def world(new_file: tuple[Any, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Room, str]]:
    """An archive with one text, for worlds that are taken back."""
    path = tmp_path_factory.mktemp("world") / "world.archive"
    path.write_bytes(new_file[0].read_bytes())
    room = Room(path, open_room(path), new_file[1])
    yield room, room.bring_in()
    room.archive.close()


@few
@given(seed=seeds)
def test_a_record_split_off_at_once_leaves_no_trace(world: tuple[Room, str], seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - material for tests
    with taken_back(world[0]) as work:
        kept, merged = make_world(work, chance, world[1], 2)
        before = rows_in(work.connection)
        merging = merge_records(kept, merged).run(work)
        between = rows_in(work.connection)
        assert_sound(between)
        assert nothing_lost(before, between)
        assert merged not in between["record"]
        assert split_record(merging).run(work) == merged
        assert rows_in(work.connection) == before


def nothing_lost(before: Rows, after: Rows) -> bool:
    """Every name, text of a statement and passage is still there, and so is every support of a passage."""
    names = {(row["value"], row["tag"]) for row in after["name"].values()}
    assert {(row["value"], row["tag"]) for row in before["name"].values()} <= names
    said = {(row["property"], row["value"]) for row in after["statement"].values()}
    plain = (row for row in before["statement"].values() if row["place_id"] is None)
    assert {(row["property"], row["value"]) for row in plain} <= said
    return before["passage"] == after["passage"]


def pairs_of(chance: Random, ids: list[str]) -> list[tuple[str, str, str]]:
    """Choose which records are merged in which order until one is left: kept, merged, and the merging's id."""
    live, found = list(ids), []
    while len(live) > 1:
        kept, merged = chance.sample(live, 2)
        found.append((kept, merged, new_id()))
        live.remove(merged)
    return found


def rows_after(work: Work, pairs: list[tuple[str, str, str]]) -> Rows:
    """Return what the rows would be after some merges, and leave them as they are."""
    with work.connection.begin_nested() as here:
        for kept, merged, merging in pairs:
            merge(work, kept, merged, row_id=merging)
        rows = rows_in(work.connection)
        here.rollback()
    return rows


def comparable(rows: Rows) -> Any:
    """Rows without what tells in which order merges were made, or again: their turns, and ids of made mentions."""
    merging = {key: {k: v for k, v in row.items() if k != "taken"} for key, row in rows["merging"].items()}
    mention = {(row["passage_id"], row["record_id"]): row["role"] for row in rows["mention"].values()}
    return {**rows, "merging": merging, "mention": mention}


@few
@given(seed=seeds, count=st.integers(3, 5))
def test_records_are_split_off_in_any_order(world: tuple[Room, str], seed: int, count: int) -> None:
    """After each split the archive is what it were if all the other merges had been made and that one never."""
    chance = Random(seed)  # noqa: S311 - material for tests
    with taken_back(world[0]) as work:
        ids = make_world(work, chance, world[1], count)
        before = rows_in(work.connection)
        pairs = pairs_of(chance, ids)
        order = chance.sample(pairs, len(pairs))
        wanted = [
            comparable(rows_after(work, [pair for pair in pairs if pair not in order[: at + 1]]))
            for at in range(len(order))
        ]
        for kept, merged, merging in pairs:
            merge(work, kept, merged, row_id=merging)
            assert_sound(rows_in(work.connection))
        for (_kept, merged, merging), rows in zip(order, wanted, strict=True):
            assert split_record(merging).run(work) == merged
            now = rows_in(work.connection)
            assert_sound(now)
            assert comparable(now) == rows
        assert rows_in(work.connection) == before


def any_of(work: Work, chance: Random, model: type[Row]) -> str | None:
    """Choose a row of a table."""
    found = sorted(row.id for row in work.find(model))
    return chance.choice(found) if found else None


def edit(work: Work, chance: Random) -> None:
    """Do something that a person may do between a merge and a split."""
    chance.choice((change_name, remove_name, remove_something, add_something, support, remove_passage))(work, chance)


def change_name(work: Work, chance: Random) -> None:
    name_id = any_of(work, chance, Name)
    assert name_id is not None
    records.edit_name(name_id, NameInput(value=f"Алена {chance.randrange(99)}", tag="be")).run(work)


def remove_name(work: Work, chance: Random) -> None:
    name_id = any_of(work, chance, Name)
    assert name_id is not None
    if len(work.find(Name, record_id=work.get(Name, name_id).record_id)) > 1:
        remove_with_bare(work, Name, name_id)


def remove_something(work: Work, chance: Random) -> None:
    table = chance.choice(["mention", "statement", "relation", "participation", "evidence", "not_same", "quote"])
    if row_id := any_of(work, chance, LOGGED[table]):
        remove_with_bare(work, LOGGED[table], row_id)


def add_something(work: Work, chance: Random) -> None:
    ids = [row.id for row in work.find(Record)]
    add_name(work, chance, chance.choice(ids), chance.choice(("be", "ru")))
    add_claim(work, chance, ids, ids)
    if mention := any_of(work, chance, Mention):
        work.change(Mention, mention, role="witness")


def support(work: Work, chance: Random) -> None:
    passage = any_of(work, chance, Passage)
    table = chance.choice(["name", "statement", "relation", "participation"])
    row_id, record_id = any_of(work, chance, LOGGED[table]), any_of(work, chance, Record)
    if passage and record_id:
        add_mention(work, chance, record_id, passage)
        if row_id:
            cite(work, table, row_id, passage)


def remove_passage(work: Work, chance: Random) -> None:
    passage = any_of(work, chance, Passage)
    if passage and chance.random() < 0.3:
        work.remove(Passage, passage)


@few
@given(seed=seeds, count=st.integers(2, 4))
def test_what_is_done_between_stays_and_the_rest_comes_back(world: tuple[Room, str], seed: int, count: int) -> None:
    chance = Random(seed)  # noqa: S311 - material for tests
    with taken_back(world[0]) as work:
        ids = make_world(work, chance, world[1], count)
        before = rows_in(work.connection)
        pairs = pairs_of(chance, ids)
        done, edited, removed = [], set(), set()
        folded: set[tuple[str, str]] = set()

        def edits() -> None:
            start = len(work.changes)
            for _n in range(chance.randint(0, 3)):
                edit(work, chance)
                assert_sound(rows_in(work.connection))
            for change in squash(work.changes[start:]):
                (removed if change.after is None else edited).add(change.row_id)

        for kept, merged, _id in pairs:
            done.append(merge(work, kept, merged))
            assert_sound(rows_in(work.connection))
            edits()
        for merging in chance.sample(done, len(done)):
            here = rows_in(work.connection)
            folded |= {pair for row in here["merging"].values() for pair in json.loads(row["taken"])["into"].items()}
            split_record(merging).run(work)
            now = rows_in(work.connection)
            assert_sound(now)
            assert nothing_lost(here, now)
            edits()
        assert_back(before, rows_in(work.connection), edited, removed | gone_with(removed, folded))


def gone_with(removed: set[str], folded: set[tuple[str, str]]) -> set[str]:
    """Return the rows that were folded into one that was removed, or into one of these."""
    gone: set[str] = set()
    while more := {row for row, twin in folded if twin in removed | gone} - gone:
        gone |= more
    return gone


def assert_back(before: Rows, after: Rows, edited: set[str], removed: set[str]) -> None:
    """Every row that nobody touched is what it was, if what it names is still there."""
    assert after["record"] == before["record"]
    assert after["merging"] == {}
    named = (edited | removed) - set().union(*(rows for table, rows in {**after, **before}.items() if table != "name"))
    for table, rows in before.items():
        for row_id, row in rows.items():
            gone = any(named not in after[owner] for owner, named in named_by(table, row))
            if row_id in edited or row_id in removed or gone:
                continue
            found = after[table].get(row_id)
            assert found is not None, (table, row)
            if table == "name" and named:
                found = {**found, "kind": row["kind"]}  # another one may have been made the preferred one meanwhile
            assert found == row, table


def test_a_record_is_not_merged_with_itself_nor_with_one_of_another_kind(room: Room) -> None:
    one, other = room.person("Alena Sokał"), room.person("Orša", kind=RecordKind.PLACE)
    before = room.rows()
    with pytest.raises(InputError, match="itself"):
        room.do(merge_records(one, one))
    with pytest.raises(InputError, match="different kinds"):
        room.do(merge_records(one, other))
    with pytest.raises(NotFoundError):
        room.do(merge_records(one, new_id()))
    assert room.rows() == before


def test_what_both_had_is_one_with_the_support_of_both(room: Room) -> None:
    version = room.bring_in()
    one = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
    other = room.person("Alena Sokał", NameInput(value="Алёна Сокал", tag="be"))
    here = room.do(records.link_passage(version, span_of("Alena Sokał"), one, MentionInput()))
    there = room.do(records.link_passage(version, span_of("The court"), other, MentionInput(role="defendant")))
    for record, passage in ((one, here.passage_id), (other, there.passage_id)):
        said = room.do(claims.add_statement(record, StatementInput(property="occupation", value="librarian"), ()))
        room.do(records_evidence("statement", said, passage))
    before = room.rows()
    merging = room.do(merge_records(one, other))
    rows = room.rows()
    assert sorted((n["value"], n["kind"]) for n in rows["name"].values()) == [
        ("Alena Sokał", "preferred"), ("Алена Сокал", "preferred"), ("Алёна Сокал", "alias"),
    ]  # fmt: skip
    (statement,) = rows["statement"]
    assert {row["passage_id"] for row in rows["evidence"].values()} == {here.passage_id, there.passage_id}
    assert {row["statement_id"] for row in rows["evidence"].values()} == {statement}
    room.assert_sound()
    room.undo()
    assert room.rows() == before
    room.redo()
    room.do(split_record(merging))
    assert room.rows() == before
    room.assert_sound()
    room.undo()
    assert room.rows() == rows
    room.redo()
    with pytest.raises(NotFoundError):
        room.do(split_record(merging))


def records_evidence(claim: str, claim_id: str, passage_id: str) -> Act[None]:
    return claims.add_evidence(claim, claim_id, (passage_id,))


def test_the_stricter_level_wins_and_goes_back(room: Room) -> None:
    one, other = room.person("Alena"), room.person("Alena")
    room.do(
        Act("edit_record", lambda work: work.change(Record, other, level="secret", protected=True, pseudonym="Guest"))
    )
    merging = room.do(merge_records(one, other))
    row = room.rows()["record"][one]
    assert (row["level"], row["protected"], row["pseudonym"]) == ("secret", True, "Guest")
    (name,) = room.rows()["name"].values()
    assert name["level"] == ""  # as the record: secret
    room.do(split_record(merging))
    row = room.rows()["record"][one]
    assert (row["level"], row["protected"], row["pseudonym"]) == ("", False, "")


def test_what_guards_the_one_record_since_guards_both_after_the_split(room: Room) -> None:
    one, other, third = room.person("Alena"), room.person("Helena"), room.person("Elena")
    first = room.do(merge_records(one, other))
    room.do(merge_records(third, one))
    room.do(protect_person(third, "Prisoner"))
    room.do(set_level(Record, third, Level.SECRET))
    room.do(split_record(first))
    room.do(split_record(next(iter(room.rows()["merging"]))))
    rows = room.rows()["record"]
    assert [(rows[each]["level"], rows[each]["protected"]) for each in (one, other, third)] == [("secret", True)] * 3
    assert len({row["pseudonym"] for row in rows.values()}) == 3
    room.assert_sound()


def test_a_name_stays_with_each_where_all_others_were_removed(room: Room) -> None:
    one, other = room.person("Alena"), room.person("Helena")
    merging = room.do(merge_records(one, other))
    (own,) = (key for key, row in room.rows()["name"].items() if row["value"] == "Alena")
    room.do(records.remove_name(own))
    room.do(split_record(merging))
    assert sorted((r["record_id"], r["value"]) for r in room.rows()["name"].values()) == sorted(
        [(one, "Helena"), (other, "Helena")]
    )
    room.assert_sound()


def test_records_that_are_not_as_they_were_compared_stay_apart(room: Room) -> None:
    kept, merged = room.person("Alena"), room.person("Ihar")
    room.do(set_level(Record, merged, Level.SECRET))
    with pytest.raises(StaleError):
        room.do(merge_records(kept, merged, expected=(1, 1)))
    assert room.rows()["record"].keys() == {kept, merged}
    room.do(merge_records(kept, merged, expected=(1, 2)))
    assert room.rows()["record"].keys() == {kept}


def test_a_long_merge_tells_how_far_it_is_and_can_be_stopped(room: Room) -> None:
    kept, merged = room.person("Alena"), room.person("Ihar", NameInput(value="Ігар", tag="be"))
    room.do(claims.add_statement(merged, StatementInput(property="office", value="judge", language="en"), ()))
    before, told = room.rows(), list[tuple[int, int]]()

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done == 2:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        room.do(merge_records(kept, merged, progress=stop))
    assert told == [(1, 3), (2, 3)]
    assert room.rows() == before
    merging = room.do(merge_records(kept, merged))

    def asked_to_stop() -> None:
        raise CancelledError("Stopped.")

    between = room.rows()
    with pytest.raises(CancelledError):
        room.archive.perform(split_record(merging), author_id=room.author_id, check=asked_to_stop)
    assert room.rows() == between


def test_two_preferred_names_of_one_language_do_not_come_together(room: Room) -> None:
    kept = room.person("Alena")
    merged = room.person("Ihar")
    for record, value in ((kept, "Алена"), (merged, "Ігар")):
        room.do(records.add_name(record, NameInput(value=value, tag="be", kind=NameKind.PREFERRED)))
    room.do(merge_records(kept, merged))
    names = {row["value"]: row["kind"] for row in room.rows()["name"].values()}
    assert (names["Алена"], names["Ігар"]) == ("preferred", "alias")


def test_no_record_becomes_a_part_of_itself(room: Room) -> None:
    ids = [room.person(name, kind=RecordKind.ORGANISATION) for name in ("League", "Branch", "Office")]
    room.do(claims.add_relation(ids[1], ids[0], "part of", ()))
    room.do(claims.add_relation(ids[1], ids[2], "has part", ()))
    before = room.rows()
    with pytest.raises(InputError, match=r"part of|has part"):
        room.do(merge_records(ids[0], ids[2]))
    assert room.rows() == before
    room.do(merge_records(ids[0], ids[1]))
    room.do(merge_records(ids[0], ids[2]))
    assert room.rows()["relation"] == {}
    room.assert_sound()


def test_a_passage_of_nothing_but_a_tie_between_the_two_is_kept(room: Room) -> None:
    version = room.bring_in()
    one, other = room.person("Alena"), room.person("Helena")
    linked = room.do(records.link_passage(version, span_of("The court"), one, MentionInput()))
    tie = room.do(claims.add_relation(one, other, "sibling", (linked.passage_id,)))
    room.do(records.remove_mention(linked.mention_id))
    before = room.rows()
    merging = room.do(merge_records(one, other))
    (mention,) = room.rows()["mention"].values()
    assert (mention["passage_id"], mention["record_id"]) == (linked.passage_id, one)
    room.assert_sound()
    room.do(split_record(merging))
    assert room.rows() == before
    assert tie in room.rows()["relation"]
