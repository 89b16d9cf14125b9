from __future__ import annotations

from rooms import Room, open_room, raw
from workbench.domain.inputs import StatementInput
from workbench.services import claims
from workbench.services.checks import CheckReport, Problem, check_archive
from workbench.store.tables import Name
from workbench.store.work import Act


def test_a_sound_archive_is_counted(sample_room: Room) -> None:
    steps: list[tuple[int, int]] = []
    report = check_archive(sample_room.archive, lambda done, total: steps.append((done, total)))
    rows = sample_room.rows()
    assert report.sound
    assert report.passages == len(rows["passage"])
    assert report.blobs == 3
    total = report.changes + report.blobs + report.passages
    assert steps == [(done, total) for done in range(50, total + 1, 50)]


def test_a_check_writes_nothing(sample_room: Room) -> None:
    sample_room.archive.close()
    before = sample_room.path.read_bytes()
    sample_room.archive = open_room(sample_room.path, read_only=True)
    assert check_archive(sample_room.archive).sound
    sample_room.archive.close()
    assert sample_room.path.read_bytes() == before
    sample_room.archive = open_room(sample_room.path)


def test_every_problem_says_what_and_where(room: Room) -> None:
    room.bring_in()
    (source,) = room.rows()["source"]
    room.archive.close()
    raw(room.path, "UPDATE source SET title = 'Another'")
    room.archive = open_room(room.path)
    report = check_archive(room.archive)
    assert report.problems == (Problem("row", f"source {source}"),)
    assert not report.sound
    assert CheckReport(0, 0, 0, ()).sound


def test_a_row_without_what_it_names_is_told(room: Room) -> None:
    room.bring_in()
    room.archive.close()
    raw(room.path, "DELETE FROM blob")
    room.archive = open_room(room.path)
    found = {problem.where for problem in check_archive(room.archive).problems}
    assert {"source → blob", "text_version → blob"} <= found


def test_what_the_log_never_said_is_told(room: Room) -> None:
    room.bring_in()
    room.archive.close()
    raw(room.path, "DELETE FROM change WHERE table_name = 'source'", "DELETE FROM operation WHERE number = 99")
    room.archive = open_room(room.path)
    assert {"log", "row"} == {problem.what for problem in check_archive(room.archive).problems}


def test_a_record_without_a_name_is_told(room: Room) -> None:
    record = room.person("Alena")
    room.do(claims.add_statement(record, StatementInput(property="description", value="librarian"), ()))
    assert check_archive(room.archive).sound
    name = next(iter(room.rows()["name"]))
    room.do(Act("remove_name", lambda work: work.remove(Name, name)))  # as no service would
    assert [(found.what, found.where) for found in check_archive(room.archive).problems] == [
        ("row", f"record {record}")
    ]
