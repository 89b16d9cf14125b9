from __future__ import annotations

from pathlib import Path

import pytest

from rooms import Room
from workbench.domain.errors import BundleError, InputError, StaleError
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import PartOfSpeech, TermStatus
from workbench.importers import limits
from workbench.services import levels
from workbench.services.glossary import (
    Taken,
    add_concept,
    edit_concept,
    export_glossary,
    merge_concepts,
    read_glossary_file,
    remove_concept,
    remove_term,
    take_in_glossary,
)
from workbench.store.queries.glossary import ConceptRow, glossary


def term(tag: str, value: str, status: TermStatus = TermStatus.PREFERRED, reason: str = "") -> TermInput:
    return TermInput(tag=tag, value=value, status=status, reason=reason, part_of_speech=PartOfSpeech.NOUN)


PRISONER = (term("be", "палітвязень"), term("lt", "politinis kalinys"))
BAD = term("be", "зэк", TermStatus.FORBIDDEN, "camp slang\nof the jailers")


def rows(room: Room) -> list[ConceptRow]:
    with room.archive.read() as connection:
        return glossary(connection)


def words(row: ConceptRow) -> list[tuple[str, str, str, str]]:
    return [(each.tag, each.value, each.status.value, each.reason) for each in row.terms]


def test_an_entry_is_made_changed_and_removed(room: Room) -> None:
    key = room.do(add_concept(ConceptInput(definition="held for politics"), PRISONER))
    [before] = rows(room)
    given = ConceptInput(subject="law", definition="held for politics")
    room.do(edit_concept(key, given, (PRISONER[0], BAD), expected=before.revision))
    [after] = rows(room)
    assert (after.subject, after.definition) == ("law", "held for politics")
    assert words(after) == [("be", "палітвязень", "preferred", ""), ("be", "зэк", "forbidden", BAD.reason)]
    assert after.terms[0].id == before.terms[0].id
    with pytest.raises(StaleError):
        room.do(edit_concept(key, ConceptInput(), PRISONER, expected=before.revision))
    assert room.do(remove_concept(key)) == "палітвязень"
    assert rows(room) == []
    room.undo()
    assert words(rows(room)[0]) == words(after)
    room.assert_sound()


def test_what_makes_no_entry_is_refused(room: Room) -> None:
    silent = BAD.model_copy(update={"reason": ""})
    for terms, field in (((), "terms"), ((PRISONER[0], PRISONER[0]), "terms"), ((silent,), "reason")):
        with pytest.raises(InputError) as refused:
            room.do(add_concept(ConceptInput(), terms))
        assert refused.value.field == field
    assert rows(room) == []


def test_the_last_term_stays_with_its_entry(room: Room) -> None:
    room.do(add_concept(ConceptInput(), PRISONER))
    [row] = rows(room)
    assert room.do(remove_term(row.terms[0].id)) == "палітвязень"
    with pytest.raises(InputError):
        room.do(remove_term(row.terms[1].id))


def test_two_entries_are_put_together_and_nothing_said_is_lost(room: Room) -> None:
    one = room.do(add_concept(ConceptInput(definition="one", note="first"), (PRISONER[0], term("be", "зэк"))))
    other = room.do(add_concept(ConceptInput(subject="law", definition="other"), (PRISONER[1], BAD)))
    room.do(merge_concepts(one, other))
    [row] = rows(room)
    assert (row.id, row.subject, row.definition, row.note) == (one, "law", "one", "first\nother")
    assert words(row) == [
        ("be", "палітвязень", "preferred", ""),
        ("be", "зэк", "forbidden", BAD.reason),
        ("lt", "politinis kalinys", "preferred", ""),
    ]
    with pytest.raises(InputError):
        room.do(merge_concepts(one, one))
    room.undo()
    assert {row.id for row in rows(room)} == {one, other}


@pytest.mark.parametrize("suffix", ["tbx", "csv"])
def test_the_round_trip_through_a_file_loses_nothing(room: Room, tmp_path: Path, suffix: str) -> None:
    room.do(
        add_concept(
            ConceptInput(subject="law & order", definition="a <b>\nline", note="n"), (PRISONER[0], BAD, PRISONER[1])
        )
    )
    room.do(add_concept(ConceptInput(), (term("ru", "узник", TermStatus.ADMITTED),)))
    before = [(row.subject, row.definition, row.note, words(row)) for row in rows(room)]
    path = tmp_path / f"glossary.{suffix}"
    assert export_glossary(room.archive, path) == 2
    read = read_glossary_file(path)
    assert room.do(take_in_glossary(read)) == Taken(0, 2, 0)
    for row in rows(room):
        room.do(remove_concept(row.id))
    assert room.do(take_in_glossary(read)) == Taken(2, 0, 0)
    assert [(row.subject, row.definition, row.note, words(row)) for row in rows(room)] == before


@pytest.mark.parametrize("suffix", ["tbx", "csv"])
def test_what_is_written_is_bounded_as_a_glossary_not_as_a_table_or_text(
    room: Room, tmp_path: Path, suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.do(add_concept(ConceptInput(), (PRISONER[0], BAD, PRISONER[1])))
    path = tmp_path / f"glossary.{suffix}"
    export_glossary(room.archive, path)
    monkeypatch.setattr(limits, "TABLE_ROWS", 1)
    monkeypatch.setattr(limits, "TEXT_POINTS", 1)
    assert len(read_glossary_file(path).entries[0].terms) == 3


def test_a_glossary_of_the_most_entries_fits_its_own_bounds() -> None:
    """Four terms an entry, each row with an id, a short definition and a reason: some 200 bytes, 400 as XML."""
    rows = 4 * limits.GLOSSARY_ENTRIES
    assert rows < limits.GLOSSARY_ROWS
    assert rows * 200 < limits.GLOSSARY_BYTES
    assert rows * 400 < limits.GLOSSARY_XML_BYTES


@pytest.mark.parametrize("suffix", ["tbx", "csv"])
def test_names_of_protected_persons_do_not_leave_with_the_glossary(room: Room, tmp_path: Path, suffix: str) -> None:
    person = room.person("Alena Sokał")
    room.do(levels.protect_person(person, "Witness One"))
    room.do(add_concept(ConceptInput(note="as Alena Sokał says"), (term("en", "gate"), term("en", "Sokał’s gate"))))
    room.do(add_concept(ConceptInput(), (term("en", "Sokał’s fence"),)))
    room.do(add_concept(ConceptInput(), (term("en", "Alena Sokał"), term("be", "Вераб’ёвая з трэцяга"))))
    room.do(add_concept(ConceptInput(), (term("en", "window"),)))
    path = tmp_path / f"glossary.{suffix}"
    assert export_glossary(room.archive, path) == 2
    written = path.read_text(encoding="utf-8")
    assert [word for word in ("Sokał", "fence", "Вераб") if word in written] == []
    assert "gate" in written
    assert [row.id in written for row in rows(room)] == [False, False, False, True]


def test_an_empty_glossary_is_not_written(room: Room, tmp_path: Path) -> None:
    with pytest.raises(BundleError):
        export_glossary(room.archive, tmp_path / "none.tbx")
    assert list(tmp_path.glob("*.tbx")) == []
