"""Undo of one older operation and steps through the log: exact, or refused with what stands in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rooms import Room, raw, span_of
from workbench.domain.changes import Changes, OperationKind
from workbench.domain.errors import CancelledError, UndoError
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, ProfileInput, RecordInput, TagInput
from workbench.domain.kinds import RecordKind
from workbench.services import passages, profiles, records
from workbench.store import log, undoing
from workbench.store.tables import Record
from workbench.store.undoing import Plan
from workbench.store.work import Act


def plan(room: Room, how: Callable[..., Plan], number: int) -> Plan:
    with room.archive.read() as connection:
        return how(connection, number)


def carry_out(room: Room, found: Plan) -> Changes:
    return room.archive.carry_out(found, author_id=room.author_id)


def last(room: Room) -> int:
    with room.archive.read() as connection:
        return log.last_number(connection)


def subjects(operations: tuple[log.Operation, ...]) -> list[str]:
    return [operation.subject for operation in operations]


def test_one_of_three_goes_and_the_others_stay(room: Room) -> None:
    room.person("Alena")
    room.person("Ihar")
    second = last(room)
    room.person("Vera")
    found = plan(room, undoing.alone, second)
    assert subjects(found.undo) == ["Ihar"]
    assert found.hindered == ()
    changes = carry_out(room, found)
    assert sorted(row["value"] for row in room.rows()["name"].values()) == ["Alena", "Vera"]
    assert (changes.operation.kind, changes.operation.target) == (OperationKind.UNDO, second)
    assert {change.table for change in changes.rows} == {"record", "name"}
    room.assert_sound()
    with room.archive.read() as connection:
        undo, redo = undoing.next_undo(connection), undoing.next_redo(connection)
    assert undo is not None
    assert redo is not None
    assert (undo.subject, redo.subject) == ("Vera", "Ihar")


def test_redo_takes_what_was_undone_last_and_undo_what_was_done_again_last(room: Room) -> None:
    room.person("Alena")
    first = last(room)
    for name in ("Ihar", "Vera"):
        room.person(name)
    carry_out(room, plan(room, undoing.alone, first))
    room.undo()
    for wanted in ("Vera", "Alena"):
        with room.archive.read() as connection:
            redo = undoing.next_redo(connection)
        assert redo is not None
        assert redo.subject == wanted
        room.redo()
    with room.archive.read() as connection:
        undo = undoing.next_undo(connection)
        assert undoing.next_redo(connection) is None
    assert undo is not None
    assert undo.subject == "Alena"
    room.assert_sound()


def test_what_depends_on_it_is_named_and_can_go_with_it(room: Room) -> None:
    version, empty = room.bring_in(), room.rows()
    record = room.person("Maria")
    made = last(room)
    room.person("Ihar")
    room.do(records.link_passage(version, span_of("Alena Sokał"), record, MentionInput()))
    linked = last(room)
    room.do(passages.add_note(version, span_of("Alena Sokał"), NoteInput(body="on the same passage")))
    noted = last(room)
    room.do(records.add_name(record, NameInput(value="Марыя", tag="be")))
    found = plan(room, undoing.alone, made)
    # The note hangs on the passage that was made for the mention.
    assert [operation.number for operation in found.undo] == [noted + 1, noted, linked, made]
    carry_out(room, found)
    left = room.rows()
    assert [row["value"] for row in left["name"].values()] == ["Ihar"]
    assert {name: rows for name, rows in left.items() if name not in ("record", "name")} == {
        name: rows for name, rows in empty.items() if name not in ("record", "name")
    }
    room.assert_sound()
    for _step in range(4):
        room.redo()
    assert len(room.rows()["note"]) == len(room.rows()["mention"]) == 1
    room.assert_sound()


def test_a_removal_that_others_no_longer_need_depends_on_what_it_removed(room: Room) -> None:
    version = room.bring_in()
    record = room.person("Maria")
    made = last(room)
    mention = room.do(records.link_passage(version, span_of("Alena Sokał"), record, MentionInput())).mention_id
    room.do(records.remove_mention(mention))
    # Nothing points to her now; but undoing the removal would.
    assert len(plan(room, undoing.alone, made).undo) == 3


def test_a_place_that_only_one_row_can_have(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_note(version, span_of("gate"), NoteInput(body="which one?")))
    room.do(passages.remove_note(next(iter(room.rows()["note"]))))  # the bare passage goes with it
    removed = last(room)
    room.do(passages.add_tag(version, span_of("gate"), TagInput(label="door")))
    found = plan(room, undoing.alone, removed)
    assert [operation.action for operation in found.undo] == ["add_tag", "remove_note"]
    carry_out(room, found)
    room.assert_sound()
    again = plan(room, undoing.again, removed + 1)
    assert [operation.action for operation in again.hindered] == ["remove_note"]


def test_an_operation_that_stays_can_stand_in_the_way(room: Room) -> None:
    record = room.person("Alena")
    made = last(room)
    # No act that stays changes a record; this one only stands for a later version's.
    room.do(Act("edit_profile", lambda work: work.change(Record, record, kind="place") and None, "of hers"))
    found = plan(room, undoing.alone, made)
    assert subjects(found.hindered) == ["of hers"]
    before = room.rows()
    with pytest.raises(UndoError, match="stands in its way"):
        carry_out(room, found)
    assert room.rows() == before


def test_what_cannot_be_undone_on_its_own(room: Room) -> None:
    room.person("Alena")
    number = last(room)
    room.undo()
    for wrong in (1, number, number + 1):  # stays; undone; an undo itself
        with pytest.raises(UndoError):
            plan(room, undoing.alone, wrong)
    with pytest.raises(UndoError, match="not in the log"):
        plan(room, undoing.alone, 99)
    for wrong in (1, number + 1):
        with pytest.raises(UndoError):
            plan(room, undoing.again, wrong)
    with room.archive.read() as connection:
        assert undoing.root(connection, number + 1) == number


def test_step_back_and_on_again(room: Room) -> None:
    room.person("Alena")
    first, states = last(room), [room.rows()]
    for name in ("Ihar", "Vera", "Maria"):
        room.person(name)
        states.append(room.rows())
    room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
    found = plan(room, undoing.to_point, first)
    assert subjects(found.undo) == ["Maria", "Vera", "Ihar"]
    assert subjects(found.stays) == ["Mantas"]
    before = last(room)
    changes = carry_out(room, found)
    assert last(room) == before + 3  # each has an entry of its own
    assert len(changes.rows) == 6  # and they are told of together
    assert room.rows()["record"] == states[0]["record"]
    assert len(room.rows()["profile"]) == 2
    room.assert_sound()
    room.reopen()
    on = plan(room, undoing.to_point, first + 2)
    assert subjects(on.redo) == ["Ihar", "Vera"]
    carry_out(room, on)
    assert room.rows()["record"] == states[2]["record"]
    room.redo()
    assert room.rows()["name"] == states[3]["name"]
    room.assert_sound()
    # To just after an undo: what was done again since goes.
    assert subjects(plan(room, undoing.to_point, before + 1).undo) == ["Maria", "Vera", "Ihar"]
    assert plan(room, undoing.to_point, last(room)).steps == 0


def test_what_was_given_up_is_done_again_where_all_it_needs_is_there(room: Room) -> None:
    version = room.bring_in()
    record = room.person("Maria")
    made = last(room)
    room.do(records.link_passage(version, span_of("Alena Sokał"), record, MentionInput()))
    linked = last(room)
    room.undo()
    room.undo()
    room.person("Vera")  # gives both up
    found = plan(room, undoing.again, linked)
    assert subjects(found.hindered) == ["Maria"]
    with pytest.raises(UndoError):
        carry_out(room, found)
    for number in (made, linked):
        found = plan(room, undoing.again, number)
        assert found.hindered == ()
        carry_out(room, found)
    assert len(room.rows()["mention"]) == 1
    room.assert_sound()
    room.undo()
    room.undo()
    assert [row["value"] for row in room.rows()["name"].values()] == ["Vera"]
    room.assert_sound()


def test_a_removal_is_not_done_again_where_something_new_hangs_on_the_row(room: Room) -> None:
    version = room.bring_in()
    record = room.person("Maria")
    room.do(records.remove_record(record))
    removed = last(room)
    room.undo()
    room.do(records.link_passage(version, span_of("Alena Sokał"), record, MentionInput()))
    found = plan(room, undoing.again, removed)
    assert [operation.action for operation in found.hindered] == ["link_passage"]
    room.undo()
    carry_out(room, plan(room, undoing.again, removed))
    assert room.rows()["record"] == {}
    room.assert_sound()


def test_a_plan_that_is_out_of_date_changes_nothing(room: Room) -> None:
    room.person("Alena")
    found = plan(room, undoing.alone, last(room))
    room.person("Ihar")
    before = room.rows()
    with pytest.raises(UndoError, match="in the meantime"):
        carry_out(room, found)
    assert room.rows() == before


def test_a_long_step_can_be_stopped_and_nothing_of_it_is_kept(room: Room) -> None:
    first = last(room)
    for number in range(5):
        room.person(f"P{number}")
    before, told = room.rows(), []

    def progress(done: int, total: int) -> None:
        told.append((done, total))
        if done == 3:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        room.archive.carry_out(plan(room, undoing.to_point, first), author_id=room.author_id, progress=progress)
    assert told == [(0, 5), (1, 5), (2, 5), (3, 5)]
    assert room.rows() == before
    room.assert_sound()


def test_a_damaged_index_costs_no_step(room: Room) -> None:
    first = last(room)
    for name in ("Alena", "Ihar"):
        room.do(records.create_record(RecordInput(kind=RecordKind.PERSON, names=(NameInput(value=name, tag="en"),))))
    raw(room.path, "DROP TABLE search_words")
    carry_out(room, plan(room, undoing.to_point, first))
    assert room.rows()["record"] == {}
    room.assert_sound()
    carry_out(room, plan(room, undoing.to_point, first + 2))
    assert len(room.rows()["record"]) == 2
    room.assert_sound()


def test_planning_tells_how_far_it_is(room: Room) -> None:
    room.person("Alena")
    number = last(room)
    room.person("Ihar")
    told: list[tuple[int, int]] = []
    with room.archive.read() as connection:
        undoing.alone(connection, number, lambda done, total: told.append((done, total)))
    assert told == [(1, 1)]
