from __future__ import annotations

import pytest

from rooms import Room, span_of
from workbench.domain.errors import InputError
from workbench.domain.inputs import MentionInput, NameInput, QuoteInput, TranslationInput, WaiverInput, checked
from workbench.languages.checks import Key
from workbench.services import findings, quotes, records
from workbench.services.findings import Judged, findings_in, findings_of, unresolved
from workbench.services.terms import Finder
from workbench.store.queries.quotes import QuoteRow, list_quotes

TEXT = "She said: “Alena Sokał waited 12 days […] for us.” Then nothing."
SAID = "Alena Sokał waited 12 days […] for us."


class Desk:
    """A quote that names a person whom the archive knows."""

    def __init__(self, room: Room) -> None:
        self.room = room
        version = room.bring_in(TEXT)
        person = room.person("Alena Sokał", NameInput(value="Алена Сокал", tag="be"))
        room.do(records.link_passage(version, span_of("Alena Sokał", TEXT), person, MentionInput()))
        marked = room.do(quotes.mark_quote(version, span_of(SAID, TEXT), QuoteInput(published_language="en")))
        self.quote_id = marked.quote_id
        self.finder = Finder()

    def write(self, text: str) -> str:
        return self.room.do(quotes.write_translation(self.quote_id, TranslationInput(language="be", text=text)))

    def quote(self) -> QuoteRow:
        with self.room.archive.read() as connection:
            return list_quotes(connection, "en", quote_ids=[self.quote_id])[0]

    def found(self, text: str | None = None) -> list[Judged]:
        with self.room.archive.read() as connection:
            return findings_of(connection, self.finder, self.quote(), "be", text)


@pytest.fixture
def desk(room: Room) -> Desk:
    return Desk(room)


def keys(found: list[Judged]) -> set[Key]:
    return {each.finding.key for each in found}


def test_a_right_translation_has_no_findings(desk: Desk) -> None:
    assert desk.found("Алена Сокал чакала нас 12 дзён […].") == []
    assert desk.found() == []


def test_numbers_names_and_marks_are_told(desk: Desk) -> None:
    desk.write("Яна чакала нас 21 дзень.")
    assert keys(desk.found()) == {Key.NUMBER, Key.NAME, Key.MARKS}
    assert keys(desk.found("Алены Сокал чакалі 12 дзён […].")) == set()


def test_a_forbidden_form_is_told_with_its_reason(desk: Desk) -> None:
    person = next(iter(desk.room.rows()["mention"].values()))["record_id"]
    given = NameInput(value="Елена Сокол", tag="be", kind="forbidden", reason="her own wish")
    desk.room.do(records.add_name(person, given))
    desk.finder.forget()
    found = desk.found("Елена Сокол чакала нас 12 дзён […].")
    (told,) = [each.finding for each in found if each.finding.key is Key.FORBIDDEN]
    assert "her own wish" in told.text()


def test_what_is_waived_stands_until_its_words_change(desk: Desk) -> None:
    row = desk.write("Алена Сокал чакала нас 21 дзень […].")
    (number,) = desk.found()
    given = WaiverInput(key=number.finding.key.value, words=number.words, reason="she corrected herself")
    waiver = desk.room.do(findings.waive(row, given))
    assert unresolved(desk.found()) == []
    assert [each.waiver.reason for each in desk.found() if each.waiver] == ["she corrected herself"]
    assert unresolved(desk.found("Алена Сокал чакала нас доўга: 21 дзень […].")) == []
    assert keys(unresolved(desk.found("Алена Сокал чакала нас 31 дзень […]."))) == {Key.NUMBER}
    again = desk.room.do(findings.waive(row, given.model_copy(update={"reason": "so she said"})))
    assert again == waiver
    desk.room.do(findings.take_back_waiver(waiver))
    assert keys(unresolved(desk.found())) == {Key.NUMBER}
    desk.room.undo()
    assert unresolved(desk.found()) == []
    desk.room.assert_sound()


def test_a_waiver_needs_a_reason() -> None:
    with pytest.raises(InputError) as refusal:
        checked(WaiverInput, key="number", words="21", reason=" ")
    assert refusal.value.field == "reason"


def test_all_translations_are_checked_in_the_order_of_their_quotes(desk: Desk) -> None:
    translation_id = desk.write("Яна чакала нас 21 дзень.")
    told: list[tuple[int, int]] = []
    with desk.room.archive.read() as connection:
        everything = list_quotes(connection, "en")
        found = findings_in(connection, desk.finder, everything, lambda done, total: told.append((done, total)))
    assert [(each.translation.id, list(each.judged)) for each in found] == [(translation_id, desk.found())]
    assert told == [(0, 1), (1, 1)]
    for judged in desk.found():
        desk.room.do(
            findings.waive(
                translation_id, WaiverInput(key=judged.finding.key.value, words=judged.words, reason="her words")
            )
        )
    with desk.room.archive.read() as connection:
        [each] = findings_in(connection, desk.finder, everything, lambda _done, _total: None)
    assert unresolved(each.judged) == []
    desk.write("Алена Сокал чакала нас 12 дзён […].")
    with desk.room.archive.read() as connection:
        assert findings_in(connection, desk.finder, list_quotes(connection, "en"), lambda _done, _total: None) == []


def test_the_sample_has_nothing_to_look_at(sample_room: Room) -> None:
    """Among its mentions is a “sister”, whom no translation needs to name."""
    with sample_room.archive.read() as connection:
        rows = list_quotes(connection, "en")
        assert any("sister was free" in row.exact for row in rows)
        assert findings_in(connection, Finder(), rows, lambda _done, _total: None) == []
