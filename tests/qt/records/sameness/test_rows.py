"""Two records as rows side by side: what is equal stands together, what differs is marked."""

from __future__ import annotations

from rooms import Room, span_of
from workbench.domain.inputs import MentionInput, NameInput, StatementInput
from workbench.domain.kinds import RecordKind
from workbench.qt.records.known import Known, read_known
from workbench.qt.records.sameness.rows import Likeness, Part, compare_records
from workbench.services import claims, records


def known(room: Room, record_id: str) -> Known:
    with room.archive.read() as connection:
        found = read_known(connection, record_id, "en")
    assert found is not None
    return found


def lines(part: Part) -> list[tuple[str, str, str, str]]:
    return [(row.label, row.one.text, row.likeness.value, row.other.text) for row in part.rows]


def test_what_both_have_what_differs_and_what_one_has(room: Room) -> None:
    version = room.bring_in()
    one = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
    other = room.person("Helena Sokał", NameInput(value="Сокал", tag="be", kind="short"))
    room.do(records.add_name(other, NameInput(value="Алена Сокал", tag="be")))
    event = room.person("The gate", kind=RecordKind.EVENT)
    passage = room.do(records.link_passage(version, span_of("The court"), one, MentionInput())).passage_id
    for record, born in ((one, "1982-04"), (other, "1983")):
        room.do(claims.add_statement(record, StatementInput(property="birth", value=born), (passage,)))
        room.do(claims.add_participation(event, record, "witness", ()))
    room.do(claims.add_relation(one, other, "sibling", ()))
    parts = {part.title: part for part in compare_records(known(room, one), known(room, other), {})}
    assert list(parts) == ["Names", "Statements", "Events", "Relations", "Sources"]
    assert lines(parts["Names"]) == [
        ("Belarusian", "Алена Сокал", "=", "Алена Сокал"),
        ("", "", "", "Сокал"),
        ("English", "Alena Sokał", "≠", "Helena Sokał"),
    ]
    (birth,) = parts["Statements"].rows
    assert (birth.label, birth.one.text, birth.other.text) == ("Date of birth", "April 1982", "1983")
    assert birth.likeness is Likeness.DIFFERS
    assert birth.one.passage.startswith("“The court”")
    assert lines(parts["Events"]) == [("", "The gate — witness", "=", "The gate — witness")]
    (source,) = parts["Sources"].rows
    assert (source.one.text, source.one.passage, source.other.text) == ("The gate", "1 passage names it", "")
    assert source.likeness is Likeness.ONE_ONLY


def test_records_without_anything_in_common_are_laid_out_all_the_same(room: Room) -> None:
    one, other = room.person("Alena"), room.person("Ihar")
    (names,) = compare_records(known(room, one), known(room, other), {})
    assert lines(names) == [("English", "Alena", "≠", "Ihar")]
