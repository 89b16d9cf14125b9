from __future__ import annotations

import pytest

from rooms import Room, named, span_of
from workbench.domain.errors import InputError, NotFoundError, StaleError
from workbench.domain.inputs import MentionInput, NameInput, NoteInput, StatementInput
from workbench.domain.kinds import Certainty, NameKind, RecordKind
from workbench.i18n import activate
from workbench.services import passages, records
from workbench.store import log

OFFICE = StatementInput(property="office", value="librarian")


@pytest.fixture
def ids(room: Room) -> dict[str, str]:
    version = room.bring_in()
    note = NoteInput(body="n")
    return {
        "version": version,
        "gate": room.do(passages.add_note(version, span_of("gate"), note)),
        "chair": room.do(passages.add_note(version, span_of("chair"), note)),
        "alena": room.person("Alena"),
        "ihar": room.person("Ihar"),
        "release": room.person("Release", kind=RecordKind.EVENT),
        "trial": room.person("Trial", kind=RecordKind.EVENT),
        "orsha": room.person("Orša", kind=RecordKind.PLACE),
    }


def last_name(room: Room) -> tuple[str, str]:
    with room.archive.read() as connection:
        operation = log.last_operation(connection)
    assert operation is not None
    return operation.action, operation.subject


def test_linking_to_somebody_new_is_one_operation(room: Room) -> None:
    version = room.bring_in()
    before = room.rows()
    linked = room.do(
        records.link_passage(
            version,
            span_of("Alena Sokał"),
            named("Alena Sokał", NameInput(value="Алена Сокал", tag="be")),
            MentionInput(role="released", certainty=Certainty.PROBABLE),
        )
    )
    rows = room.rows()
    assert rows["mention"][linked.mention_id]["certainty"] == "probable"
    assert rows["mention"][linked.mention_id]["record_id"] == linked.record_id
    assert len(rows["name"]) == 2
    assert last_name(room) == ("link_passage", "Alena Sokał")
    room.undo()
    assert room.rows() == before
    room.redo()
    assert room.rows() == rows
    room.assert_sound()


def test_linking_again_changes_the_role(room: Room, ids: dict[str, str]) -> None:
    span = span_of("Alena Sokał")
    first = room.do(records.link_passage(ids["version"], span, ids["alena"], MentionInput()))
    again = room.do(records.link_passage(ids["version"], span, ids["alena"], MentionInput(role="speaker")))
    other = room.do(records.link_passage(ids["version"], span, ids["ihar"], MentionInput()))
    assert first.mention_id == again.mention_id
    assert first.passage_id == other.passage_id
    assert room.rows()["mention"][first.mention_id]["role"] == "speaker"
    room.do(records.edit_mention(first.mention_id, MentionInput(certainty=Certainty.POSSIBLE)))
    with pytest.raises(StaleError):
        room.do(records.edit_mention(first.mention_id, MentionInput(), expected=1))
    room.do(records.remove_mention(first.mention_id))
    assert first.passage_id in room.rows()["passage"]
    room.do(records.remove_mention(other.mention_id))
    assert first.passage_id not in room.rows()["passage"]
    with pytest.raises(NotFoundError):
        room.do(records.remove_mention(other.mention_id))
    with pytest.raises(NotFoundError):
        room.do(records.link_passage(ids["version"], span, "nobody", MentionInput()))
    assert first.passage_id not in room.rows()["passage"]


def test_the_subject_is_in_the_language_of_the_person(room: Room) -> None:
    record = room.person("Alena", NameInput(value="Алена", tag="be"))
    activate("be")
    room.do(records.remove_record(record))
    assert last_name(room) == ("remove_record", "Алена")


def test_names_come_and_go_and_one_stays(room: Room, ids: dict[str, str]) -> None:
    be = room.do(records.add_name(ids["alena"], NameInput(value="Алена", tag="be")))
    second = room.do(records.add_name(ids["alena"], NameInput(value="Алёна", tag="be")))
    assert room.rows()["name"][be]["kind"] == "alias"
    room.do(records.edit_name(be, NameInput(value="Алена", tag="be", kind=NameKind.PREFERRED)))
    assert (room.rows()["name"][be]["kind"], room.rows()["name"][second]["kind"]) == ("preferred", "alias")
    for act, error in (
        (records.add_name(ids["alena"], NameInput(value="Алена", tag="be")), InputError),
        (records.add_name("x", NameInput(value="Алена", tag="be")), NotFoundError),
        (records.edit_name(be, NameInput(value="Б", tag="be"), expected=1), StaleError),
        (records.edit_name("x", NameInput(value="Б", tag="be")), NotFoundError),
    ):
        with pytest.raises(error):
            room.do(act)
    assert room.do(records.remove_name(be)) == "Алена"
    room.do(records.remove_name(second))
    (only,) = (key for key, row in room.rows()["name"].items() if row["record_id"] == ids["alena"])
    with pytest.raises(InputError, match="at least one name"):
        room.do(records.remove_name(only))
    room.assert_sound()


def test_a_forbidden_form_says_why_and_is_never_the_last_name(room: Room, ids: dict[str, str]) -> None:
    bad = NameInput(value="Helen", tag="en", kind=NameKind.FORBIDDEN)
    with pytest.raises(InputError) as refused:
        room.do(records.add_name(ids["alena"], bad))
    assert refused.value.field == "reason"
    why = bad.model_copy(update={"reason": "she never used it"})
    name_id = room.do(records.add_name(ids["alena"], why))
    assert room.rows()["name"][name_id]["reason"] == "she never used it"
    [first] = [key for key, row in room.rows()["name"].items() if row["value"] == "Alena"]
    with pytest.raises(InputError):
        room.do(records.edit_name(first, why.model_copy(update={"value": "Alena"})))
    with pytest.raises(InputError):
        room.do(records.remove_name(first))
    room.do(records.edit_name(name_id, NameInput(value="Helen", tag="en", kind=NameKind.ALIAS, reason="none now")))
    assert room.rows()["name"][name_id]["reason"] == ""
    room.do(records.remove_name(first))
    room.assert_sound()


def test_several_names_are_added_in_one_operation_and_undone_in_one(room: Room, ids: dict[str, str]) -> None:
    given = [
        NameInput(value="Alena", tag="en"),
        NameInput(value="Алена", tag="be"),
        NameInput(value="Алена", tag="be"),
        NameInput(value="Alena", tag="be-Latn", kind=NameKind.TRANSLITERATION),
    ]
    before = room.rows()["name"]
    assert room.do(records.add_names(ids["alena"], given)) == 2
    assert last_name(room)[0] == "add_names"
    added = [row for key, row in room.rows()["name"].items() if key not in before]
    assert {(row["value"], row["tag"], row["kind"]) for row in added} == {
        ("Алена", "be", "preferred"),
        ("Alena", "be-Latn", "transliteration"),
    }
    with pytest.raises(InputError, match="these names already"):
        room.do(records.add_names(ids["alena"], given))
    with pytest.raises(NotFoundError):
        room.do(records.add_names("x", given))
    room.undo()
    assert room.rows()["name"] == before
    room.assert_sound()
