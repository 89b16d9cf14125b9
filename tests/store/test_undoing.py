"""Undo of one older operation and steps through the log: exact, or refused with what stands in the way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rooms import ARTICLE, Room, incoming, raw, span_of
from workbench.domain.changes import Changes, OperationKind
from workbench.domain.errors import CancelledError, UndoError
from workbench.domain.inputs import (
    MentionInput,
    NameInput,
    NoteInput,
    ProfileInput,
    PropertyInput,
    RecordInput,
    StatementInput,
    TagInput,
)
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.properties import ValueType
from workbench.services import claims, pairs, passages, placing, profiles, records, versions, vocabulary
from workbench.services.sources import import_source
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
    assert plan(room, undoing.to_point, first + 3).steps == 0


def names(room: Room) -> list[str]:
    return sorted(row["value"] for row in room.rows()["name"].values())


def test_a_step_goes_to_what_stands_in_the_line_only(room: Room) -> None:
    numbers = {}
    for name in ("Alena", "Ihar", "Vera"):
        room.person(name)
        numbers[name] = last(room)
    room.undo()
    undo = last(room)
    room.redo()
    redo = last(room)
    for number in (undo, redo):
        with pytest.raises(UndoError, match="no step to here"):
            plan(room, undoing.to_point, number)
    carry_out(room, plan(room, undoing.to_point, numbers["Ihar"]))
    assert names(room) == ["Alena", "Ihar"]
    carry_out(room, plan(room, undoing.alone, numbers["Alena"]))
    carry_out(room, plan(room, undoing.to_point, numbers["Vera"]))  # what was undone after it comes before it
    assert names(room) == ["Alena", "Ihar", "Vera"]
    room.undo()
    room.person("Maria")
    with pytest.raises(UndoError, match="no step to here"):
        plan(room, undoing.to_point, numbers["Vera"])  # given up: nothing before it says where it stood
    assert names(room) == ["Alena", "Ihar", "Maria"]
    room.assert_sound()


def actions(operations: tuple[log.Operation, ...]) -> list[str]:
    return [operation.action for operation in operations]


def test_what_stands_for_a_removed_name_does_not_go_alone(room: Room) -> None:
    record = room.person("Alena")
    other = next(iter(room.rows()["name"]))
    room.do(records.add_name(record, NameInput(value="Алена", tag="be")))
    added = last(room)
    room.do(records.remove_name(other))
    room.person("Ihar")
    found = plan(room, undoing.alone, added)
    assert actions(found.undo) == ["remove_name", "add_name"]
    carry_out(room, found)
    assert names(room) == ["Alena", "Ihar"]
    room.assert_sound()
    # The removal is not done again alone either, and says what it waits for.
    found = plan(room, undoing.again, added + 1)
    assert [operation.number for operation in found.hindered] == [added]


def test_a_removal_alone_takes_no_later_addition_with_it(room: Room) -> None:
    record = room.person("Alena", NameInput(value="Алена", tag="be"))
    room.do(records.remove_name(next(key for key, row in room.rows()["name"].items() if row["tag"] == "be")))
    removed = last(room)
    room.do(records.add_name(record, NameInput(value="Елена", tag="ru")))
    assert actions(plan(room, undoing.alone, removed).undo) == ["remove_name"]
    carry_out(room, plan(room, undoing.alone, removed))
    assert names(room) == ["Alena", "Алена", "Елена"]
    room.assert_sound()


def test_a_passage_that_supports_a_statement_goes_alone(room: Room) -> None:
    version, record = room.bring_in(), room.person("Alena")
    first = room.do(passages.add_note(version, span_of("seven years"), NoteInput(body="a")))
    second = room.do(passages.add_note(version, span_of("nine"), NoteInput(body="b")))
    given = StatementInput(property="description", value="librarian")
    statement = room.do(claims.add_statement(record, given, (first,)))
    room.do(claims.add_evidence("statement", statement, (second,)))
    added = last(room)
    room.do(claims.remove_evidence(min(room.rows()["evidence"])))
    found = plan(room, undoing.alone, added)
    assert actions(found.undo) == ["add_evidence"]
    carry_out(room, found)
    assert not room.rows()["evidence"]
    assert set(room.rows()["statement"]) == {statement}
    room.assert_sound()


def test_no_bare_passage_is_left(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_note(version, span_of("gate"), NoteInput(body="which one?")))
    room.do(passages.add_tag(version, span_of("gate"), TagInput(label="door")))
    tagged = last(room)
    room.do(passages.remove_note(next(iter(room.rows()["note"]))))
    found = plan(room, undoing.alone, tagged)
    assert actions(found.undo) == ["remove_note", "add_tag"]
    carry_out(room, found)
    assert len(room.rows()["note"]) == len(room.rows()["passage"]) == 1


def test_what_was_merged_into_a_passage_keeps_it(room: Room) -> None:
    version = room.bring_in()
    source = next(iter(room.rows()["source"]))
    passage = room.do(passages.add_note(version, span_of("seven years"), NoteInput(body="a")))
    newer = ARTICLE.replace("seven years", "eight years")
    read = room.do(versions.import_newer(source, incoming(newer))).text_version_id
    other = room.do(passages.add_tag(read, span_of("eight years", newer), TagInput(label="x")))
    room.do(placing.place_passage(passage, span_of("eight years", newer), text_version_id=read))
    merged = last(room)
    room.do(passages.remove_tag(next(iter(room.rows()["passage_tag"]))))
    assert list(room.rows()["passage"]) == [other]
    assert actions(plan(room, undoing.alone, merged).undo) == ["remove_tag", "place_passage"]


def test_two_removals_that_leave_a_name_each_do_not_leave_none_together(room: Room) -> None:
    room.person("Alena", NameInput(value="Алена", tag="be"))
    english, belarusian = sorted(room.rows()["name"], key=lambda key: room.rows()["name"][key]["tag"], reverse=True)
    room.do(records.remove_name(english))
    removed = last(room)
    room.undo()
    room.do(records.remove_name(belarusian))
    found = plan(room, undoing.again, removed)
    assert [operation.number for operation in found.hindered] == [last(room)]
    with pytest.raises(UndoError, match="stands in its way"):
        carry_out(room, found)
    assert names(room) == ["Alena"]
    room.assert_sound()


def test_a_redo_out_of_order_breaks_no_rule(room: Room) -> None:
    record = room.person("Alena", NameInput(value="Алена", tag="be"))
    english, belarusian = sorted(room.rows()["name"], key=lambda key: room.rows()["name"][key]["tag"], reverse=True)
    room.do(records.remove_name(english))
    first = last(room)
    room.do(records.add_name(record, NameInput(value="Елена", tag="ru")))
    added = last(room)
    room.do(records.remove_name(belarusian))
    second = last(room)
    carry_out(room, plan(room, undoing.alone, first))
    carry_out(room, plan(room, undoing.alone, added))  # and with it the second removal
    assert names(room) == ["Alena", "Алена"]
    carry_out(room, plan(room, undoing.again, second))
    carry_out(room, plan(room, undoing.again, added))
    room.undo()
    room.undo()
    carry_out(room, plan(room, undoing.again, first))
    assert names(room) == ["Алена"]
    before = room.rows()
    with pytest.raises(UndoError, match="stands in its way"):
        room.redo()  # the second removal, without the name that was added before it
    assert room.rows() == before
    room.assert_sound()


def test_a_given_up_preferred_name_is_not_preferred_beside_another(room: Room) -> None:
    record = room.person("Alena")
    room.do(records.add_name(record, NameInput(value="Алена", tag="be", kind=NameKind.PREFERRED)))
    given_up = last(room)
    room.undo()
    room.do(records.add_name(record, NameInput(value="Алёна", tag="be", kind=NameKind.PREFERRED)))
    assert [operation.number for operation in plan(room, undoing.again, given_up).hindered] == [last(room)]
    room.do(records.add_name(record, NameInput(value="Аліна", tag="be", kind=NameKind.ALIAS)))
    alias = last(room)
    room.undo()
    room.do(records.add_name(record, NameInput(value="Алеся", tag="be", kind=NameKind.SHORT)))
    assert plan(room, undoing.again, alias).hindered == ()


def test_a_removed_preferred_name_comes_back_only_without_its_successor(room: Room) -> None:
    record = room.person("Alena", NameInput(value="Алена", tag="be", kind=NameKind.PREFERRED))
    room.do(records.remove_name(next(key for key, row in room.rows()["name"].items() if row["tag"] == "be")))
    removed = last(room)
    room.do(records.add_name(record, NameInput(value="Алёна", tag="be", kind=NameKind.PREFERRED)))
    assert actions(plan(room, undoing.alone, removed).undo) == ["add_name", "remove_name"]


def test_a_record_with_two_preferred_names_of_its_own_is_done_again(room: Room) -> None:
    room.person("Alena", NameInput(value="Lena", tag="en"))
    room.undo()
    room.redo()
    assert names(room) == ["Alena", "Lena"]


def test_a_given_up_label_is_not_made_beside_one_of_other_case(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_tag(version, span_of("gate"), TagInput(label="ДЗВЕРЫ")))
    given_up = last(room)
    room.undo()
    room.do(passages.add_tag(version, span_of("seven"), TagInput(label="дзверы")))
    assert [operation.number for operation in plan(room, undoing.again, given_up).hindered] == [last(room)]


def test_published_translations_make_no_circle(room: Room) -> None:
    sources = [room.do(import_source(incoming(f"The gate {at}."))).source_id for at in range(4)]
    room.do(pairs.pair_sources(sources[0], sources[1]))
    given_up = last(room)
    room.undo()
    room.do(pairs.pair_sources(sources[1], sources[0]))
    back = last(room)
    assert [operation.number for operation in plan(room, undoing.again, given_up).hindered] == [back]
    room.undo()
    room.do(pairs.pair_sources(sources[1], sources[2]))
    room.do(pairs.pair_sources(sources[2], sources[0]))
    around = last(room)
    hindered = plan(room, undoing.again, given_up).hindered
    assert [operation.number for operation in hindered] == [around - 1, around]
    room.undo()
    room.do(pairs.pair_sources(sources[2], sources[3]))  # a chain is no circle
    assert plan(room, undoing.again, given_up).hindered == ()


def test_a_tie_that_was_parted_comes_back_without_those_that_would_close_a_circle(room: Room) -> None:
    sources = [room.do(import_source(incoming(f"The gate {at}."))).source_id for at in range(4)]
    room.do(pairs.pair_sources(sources[1], sources[2]))
    tie = room.do(pairs.pair_sources(sources[0], sources[1]))
    room.do(pairs.part_sources(tie))
    parted = last(room)
    room.do(pairs.pair_sources(sources[2], sources[3]))
    room.do(pairs.pair_sources(sources[2], sources[0]))
    closing = last(room)
    found = plan(room, undoing.alone, parted)
    assert [operation.number for operation in found.undo] == [closing, parted]
    carry_out(room, found)
    ties = {(row["original_id"], row["translation_id"]) for row in room.rows()["published_translation"].values()}
    assert ties == {(sources[0], sources[1]), (sources[1], sources[2]), (sources[2], sources[3])}


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


def rank(value_type: ValueType, *kinds: RecordKind) -> PropertyInput:
    return PropertyInput(label="Rank", value_type=value_type, kinds=kinds or (RecordKind.PERSON,))


def say(room: Room, record_id: str, key: str, value: str) -> None:
    room.do(claims.add_statement(record_id, StatementInput(property=key, value=value), ()))


def test_what_a_property_is_for_is_not_taken_from_under_its_statements(room: Room) -> None:
    person, event = room.person("Alena"), room.person("Court", kind=RecordKind.EVENT)
    key = room.do(vocabulary.add_property(rank(ValueType.DATE)))
    room.do(vocabulary.edit_property(key, rank(ValueType.TEXT)))
    typed = last(room)
    room.do(vocabulary.edit_property(key, rank(ValueType.TEXT, RecordKind.PERSON, RecordKind.EVENT)))
    widened = last(room)
    room.do(vocabulary.edit_property(key, rank(ValueType.TEXT, *RecordKind).model_copy(update={"label": "Ranks"})))
    room.undo()
    say(room, person, key, "captain")
    of_person = last(room)
    say(room, event, key, "first")
    of_event = last(room)
    room.person("Ihar")
    assert [found.number for found in plan(room, undoing.alone, typed).undo] == [of_event, of_person, widened, typed]
    changes = carry_out(room, plan(room, undoing.alone, widened))
    assert changes.operation.target == widened
    assert [row["value"] for row in room.rows()["statement"].values()] == []
    room.assert_sound()


def test_a_label_alone_is_nobodys_business(room: Room) -> None:
    person = room.person("Alena")
    key = room.do(vocabulary.add_property(rank(ValueType.TEXT)))
    room.do(vocabulary.edit_property(key, rank(ValueType.TEXT).model_copy(update={"label": "Ranks"})))
    labelled = last(room)
    say(room, person, key, "captain")
    assert [found.number for found in plan(room, undoing.alone, labelled).undo] == [labelled]


def test_a_statement_and_its_property_are_done_again_only_where_they_fit(room: Room) -> None:
    person = room.person("Alena")
    key = room.do(vocabulary.add_property(rank(ValueType.DATE)))
    room.do(vocabulary.edit_property(key, rank(ValueType.TEXT)))
    typed = last(room)
    room.undo()
    say(room, person, key, "2024")
    dated = last(room)
    assert [found.number for found in plan(room, undoing.again, typed).hindered] == [dated]
    room.undo()
    carry_out(room, plan(room, undoing.again, typed))
    say(room, person, key, "captain")
    said = last(room)
    room.undo()
    carry_out(room, plan(room, undoing.alone, typed))
    assert [found.number for found in plan(room, undoing.again, said).hindered] == [typed]
    assert plan(room, undoing.again, dated).hindered == ()
