from __future__ import annotations

from typing import Any

import pytest

from rooms import Room, named, open_room, raw, span_of
from workbench.domain.changes import GENESIS, OperationKind
from workbench.domain.errors import UndoError
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, ProfileInput, TagInput
from workbench.domain.kinds import RecordKind
from workbench.services import passages, profiles, records
from workbench.services.checks import Problem, check_archive
from workbench.store import log
from workbench.store.tables import Record
from workbench.store.undoing import next_redo, next_undo
from workbench.store.work import Act


def test_history_tells_every_change_of_a_row_the_newest_first(room: Room) -> None:
    record = room.person("Alena")
    name_id = next(iter(room.rows()["name"]))
    other = room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
    room.do(records.edit_name(name_id, NameInput(value="Alena S.", tag="en")), other)
    room.undo()
    room.redo()
    with room.archive.read() as connection:
        history = log.row_history(connection, "name", name_id)
        about = log.history_about(connection, record)
    assert [(entry.operation.kind, entry.operation.author_id) for entry in history] == [
        (OperationKind.REDO, room.author_id),
        (OperationKind.UNDO, room.author_id),
        (OperationKind.DO, other),
        (OperationKind.DO, room.author_id),
    ]
    assert [entry.change.after and entry.change.after["value"] for entry in history] == [
        "Alena S.",
        "Alena",
        "Alena S.",
        "Alena",
    ]
    assert [entry.change.after["revision"] for entry in history if entry.change.after] == [4, 3, 2, 1]
    assert history[0].operation.target == history[2].operation.number
    assert {entry.change.table for entry in about} == {"record", "name"}
    assert len(about) == 5


def test_operations_page_on(room: Room) -> None:
    for number in range(5):
        room.person(f"P{number}")
    with room.archive.read() as connection:
        first = log.entries(connection, limit=2)
        rest = log.entries(connection, limit=99, before=first[-1].operation.number)
        assert [row.operation.number for row in (*first, *rest)] == [6, 5, 4, 3, 2, 1]
        assert [row.operation.subject for row in first] == ["P4", "P3"]
        assert [row.operation.number for row in log.entries(connection, numbers=(2, 4))] == [4, 2]
        assert [row.undone for row in first] == [False, False]
        assert len(log.changes_of(connection, 3)) == log.count_changes(connection, 3) == 2
        assert len(log.changes_of(connection, 3, limit=1)) == 1
    room.undo()
    with room.archive.read() as connection:
        assert [row.undone for row in log.entries(connection, limit=3)] == [False, True, False]


def test_undo_and_redo_name_what_they_are_about_and_survive_a_restart(room: Room) -> None:
    with pytest.raises(UndoError, match="nothing to undo"):
        room.undo()
    with pytest.raises(UndoError, match="nothing to redo"):
        room.redo()
    empty = room.rows()
    room.person("Alena")
    one = room.rows()
    room.person("Ihar")
    two = room.rows()
    for _turn in range(2):
        room.reopen()
        with room.archive.read() as connection:
            undoing, redoing = next_undo(connection), next_redo(connection)
        assert undoing is not None
        assert (undoing.action, undoing.subject, redoing) == ("create_record", "Ihar", None)
        room.undo()
        assert room.rows() == one
        room.reopen()
        room.undo()
        assert room.rows() == empty
        room.reopen()
        with room.archive.read() as connection:
            redoing = next_redo(connection)
            assert next_undo(connection) is None
        assert redoing is not None
        assert redoing.subject == "Alena"
        room.redo()
        room.redo()
        assert room.rows() == two
        with pytest.raises(UndoError, match="nothing to redo"):
            room.redo()
    room.assert_sound()


def test_new_work_gives_up_what_was_undone(room: Room) -> None:
    room.person("Alena")
    room.person("Ihar")
    room.undo()
    room.undo()
    room.person("Vera")
    with pytest.raises(UndoError):
        room.redo()
    room.undo()
    room.redo()
    assert [row["value"] for row in room.rows()["name"].values()] == ["Vera"]
    room.undo()
    with pytest.raises(UndoError):
        room.undo()
    room.assert_sound()


def test_what_cannot_be_undone_keeps_redo_alive(room: Room) -> None:
    room.person("Alena")
    room.undo()
    room.do(profiles.add_profile(ProfileInput(name="Mantas", initials="MB")))
    room.redo()
    assert len(room.rows()["profile"]) == 2
    assert len(room.rows()["record"]) == 1
    room.undo()
    with pytest.raises(UndoError):
        room.undo()
    assert len(room.rows()["profile"]) == 2


def test_a_later_change_stands_in_the_way_of_undo(room: Room) -> None:
    record = room.person("Alena")
    # No act that stays changes a record; this one only stands for a later version's.
    room.do(Act("edit_profile", lambda work: work.change(Record, record, kind="place") and None))
    before = room.rows()
    with pytest.raises(UndoError, match="changed again since") as refusal:
        room.undo()
    assert refusal.value.kept == "Nothing was changed."
    assert room.rows() == before
    room.assert_sound()
    room.do(Act("edit_profile", lambda work: work.change(Record, record, kind="person") and None))
    room.undo()
    room.do(Act("edit_profile", records.create_record(named("Orša", kind=RecordKind.PLACE)).run))
    room.redo()
    room.assert_sound()


def test_a_row_in_the_place_of_another_stands_in_the_way_too(room: Room) -> None:
    version = room.bring_in()
    room.do(passages.add_tag(version, span_of("gate"), TagInput(label="door")))
    room.undo()
    room.do(Act("edit_profile", lambda work: work.insert(passages.Tag, label="door") and None))
    before = room.rows()
    with pytest.raises(Exception, match=r"(does not go together|changed again)"):
        room.redo()
    assert room.rows() == before
    room.assert_sound()


def test_squashed_changes_are_one_entry_a_row(room: Room) -> None:
    def act(work: Any) -> None:
        row = work.insert(Record, kind="person")
        work.change(Record, row.id, kind="place")
        gone = work.insert(Record, kind="person")
        work.remove(Record, gone.id)

    outcome = room.archive.perform(Act("create_record", act), author_id=room.author_id)
    assert outcome.changes is not None
    (change,) = outcome.changes.rows
    assert (change.before, change.after and change.after["kind"]) == (None, "place")
    room.undo()
    assert room.rows()["record"] == {}


def test_the_chain_begins_at_nothing_and_goes_through_every_change(room: Room) -> None:
    room.bring_in()
    with room.archive.read() as connection:
        walked = list(log.verify_chain(connection))
        assert walked == [(number, None) for number in range(1, len(walked) + 1)]
        assert log.head(connection) != GENESIS


@pytest.fixture
def busy(room: Room) -> Room:
    version = room.bring_in()
    record = room.person("Alena")
    room.do(records.link_passage(version, span_of("Alena Sokał"), record, MentionInput()))
    room.do(passages.add_note(version, span_of("gate"), NoteInput(body="нататка")))
    room.undo()
    room.redo()
    return room


TAMPERING = {
    "a logged value": (
        "UPDATE change SET after = replace(after, 'revision', 'Revision') WHERE number = 3",
        "log",
    ),
    "a logged value that is no JSON": ("UPDATE change SET after = 'x' WHERE number = 2", "log"),
    "a logged value that is no row": ("UPDATE change SET after = '[1]' WHERE number = 2", "log"),
    "a digest": ("UPDATE change SET digest = replace(digest, 'a', 'b') WHERE number = 3", "log"),
    "a removed change": ("DELETE FROM change WHERE number = 5", "log"),
    "the first change removed": ("DELETE FROM change WHERE number = 1", "log"),
    "changes renumbered": ("UPDATE change SET number = number + 1000 WHERE number > 3", "log"),
    "an author": ("UPDATE operation SET author_id = 'somebody' WHERE number = 3", "log"),
    "a moment": ("UPDATE operation SET moment = '2020-01-01T00:00:00.000Z' WHERE number = 2", "log"),
    "a subject": ("UPDATE operation SET subject = 'another' WHERE number = 2", "log"),
    "a kind": ("UPDATE operation SET kind = 'do' WHERE kind = 'undo'", "log"),
    "a kind that is none": ("UPDATE operation SET kind = 'x' WHERE number = 2", "log"),
    "an operation removed": ("DELETE FROM operation WHERE number = 2", "log"),
    "a current row": ("UPDATE name SET value = 'Vera'", "row"),
    "a revision": ("UPDATE name SET revision = 9", "row"),
    "a row removed": ("DELETE FROM note", "row"),
    "a row put in": ("INSERT INTO record (id, revision, kind) VALUES ('x', 1, 'person')", "row"),
    "a row of a type that columns do not have": ("UPDATE name SET revision = 'x'", "row"),
    "a passage's words": ("UPDATE passage SET exact = 'Other words'", "passage"),
    "a passage's prefix": ("UPDATE passage SET prefix = 'x' || prefix", "passage"),
    "a passage's place": ("UPDATE passage SET start = start + 1, end = end + 1", "passage"),
    "a passage's place that is none": ("UPDATE passage SET end = start", "passage"),
    "a passage's place that is no number": ("UPDATE passage SET start = 'x'", "passage"),
    "a text": ("UPDATE blob SET data = CAST(replace(CAST(data AS TEXT), 'gate', 'Gate') AS BLOB)", "original"),
    "an original's name": ("UPDATE blob SET digest = 'x' || digest", "original"),
    "an original removed": ("DELETE FROM blob", "row"),
    "a record removed under its names": ("DELETE FROM record", "row"),
}


@pytest.mark.parametrize("what", TAMPERING)
def test_tampering_past_the_program_shows(busy: Room, what: str) -> None:
    busy.assert_sound()
    busy.archive.close()
    statement, kind = TAMPERING[what]
    raw(busy.path, statement)
    busy.archive = open_room(busy.path)
    report = check_archive(busy.archive)
    assert not report.sound
    assert kind in {problem.what for problem in report.problems}, report.problems
    assert all(isinstance(problem, Problem) for problem in report.problems)


def test_a_removed_end_of_the_log_shows_in_the_rows(busy: Room) -> None:
    busy.archive.close()
    raw(busy.path, "DELETE FROM change WHERE operation = 7", "DELETE FROM operation WHERE number = 7")
    busy.archive = open_room(busy.path)
    assert {problem.what for problem in check_archive(busy.archive).problems} == {"row"}
