from __future__ import annotations

from workbench.domain.changes import Change, Operation, OperationKind
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property, ValueType
from workbench.qt.history.words import field_changes, operation_text, value_text


def operation(kind: OperationKind) -> Operation:
    return Operation(1, "id", kind, "create_record", "Maria K.", None, "2025-12-13T10:00:00.000Z")


def test_what_was_done() -> None:
    assert operation_text(operation(OperationKind.DO)) == "Create Maria K."
    assert operation_text(operation(OperationKind.UNDO)) == "Undone: create Maria K."
    assert operation_text(operation(OperationKind.REDO)) == "Done again: create Maria K."


def test_fields_in_words() -> None:
    before = {"id": "q", "revision": 1, "speaker_id": "r1", "published_language": "en", "manner": "direct"}
    after = {**before, "revision": 2, "speaker_id": "r2", "published_language": "lt", "manner": "paraphrase"}
    found = field_changes(Change("quote", "q", before, after), {"r1": "Maria", "r2": "Ales"})
    assert [(f.label, f.before, f.after) for f in found] == [
        ("Manner", "direct", "paraphrase"),
        ("Speaker", "Maria", "Ales"),
        ("Language as published", "English", "Lithuanian"),
    ] or {(f.label, f.before, f.after) for f in found} == {
        ("Manner", "direct", "paraphrase"),
        ("Speaker", "Maria", "Ales"),
        ("Language as published", "English", "Lithuanian"),
    }


def test_new_and_removed_rows_dates_and_states() -> None:
    row = {"id": "s", "revision": 1, "record_id": "r", "property": "released", "value": "2025-12-13", "language": ""}
    new = field_changes(Change("statement", "s", None, row), {"r": "Maria"})
    assert {(f.label, f.before, f.after) for f in new} == {
        ("Property", None, "Released"),
        ("Value", None, "13 December 2025"),
        ("Record", None, "Maria"),
    }
    gone = field_changes(Change("translation", "t", {"state": "final", "text": "словы"}, None), {})
    assert {(f.label, f.before, f.after) for f in gone} == {("State", "final", None), ("Translation", "словы", None)}


def test_ids_of_what_is_gone_are_not_shown() -> None:
    found = field_changes(Change("mention", "m", None, {"record_id": "0199-x", "role": "speaker"}), {})
    assert {(f.label, f.after) for f in found} == {("Record", "…"), ("Role", "speaker")}


def test_a_level_is_a_word() -> None:
    assert value_text("level", "restricted", {}, {}) == "Restricted"
    assert value_text("level", "", {}, {}) == ""


def test_an_own_property_has_its_label_and_its_dates_are_words() -> None:
    strike = Property("k", "Hunger strike", ValueType.DATE, frozenset({RecordKind.PERSON}), own=True)
    row = {"property": "k", "value": "2025-12"}
    found = field_changes(Change("statement", "s", None, row), {}, {"k": strike})
    assert [(field.label, field.after) for field in found] == [
        ("Value", "December 2025"), ("Property", "Hunger strike")]  # fmt: skip
    assert value_text("value", "2025-12", row, {}) == "2025-12"
