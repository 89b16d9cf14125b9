from __future__ import annotations

import pytest

from rooms import ARTICLE, Room, span_of
from workbench.domain.anchors import Span
from workbench.domain.inputs import (
    ConceptInput,
    InflectionInput,
    MentionInput,
    NameInput,
    QuoteInput,
    TermInput,
    TranslationInput,
)
from workbench.domain.kinds import Case, NameKind, RecordKind, TermStatus
from workbench.languages.checks.findings import Forbidden
from workbench.services import inflections, quotes, records
from workbench.services.glossary import add_concept
from workbench.services.terms import Finder, Wording, wanted_of
from workbench.store.queries.quotes import list_quotes

SENTENCE = "The court had sentenced her to seven years; the register counts nine."
LINE = "On 3 May the librarian Alena Sokał walked out of the gate in Orša."


class Quoted:
    """A room with one quote, and what helps to translate it."""

    def __init__(self, room: Room, words: str, text: str = ARTICLE) -> None:
        self.room, self.finder = room, Finder()
        self.version = room.bring_in(text)
        marked = room.do(quotes.mark_quote(self.version, span_of(words, text), QuoteInput(published_language="en")))
        self.quote = marked.quote_id

    def wordings(self, language: str, source: str = "") -> list[Wording]:
        with self.room.archive.read() as connection:
            [row] = list_quotes(connection, "en", quote_ids=[self.quote])
            return self.finder.wordings(connection, row, language, source)

    def link(self, words: str, record_id: str) -> None:
        self.room.do(records.link_passage(self.version, span_of(words), record_id, MentionInput()))


def name(value: str, tag: str, kind: NameKind = NameKind.PREFERRED, reason: str = "", family: str = "") -> NameInput:
    return NameInput(value=value, tag=tag, kind=kind, reason=reason, family=family)


def values(wording: Wording) -> list[str]:
    return [form.value for form in wording.forms]


def test_a_name_comes_in_the_forms_of_the_target_language_the_preferred_first(room: Room) -> None:
    quoted = Quoted(room, LINE)
    person = room.person(
        "Alena Sokał",
        name("Соколова Елена", "ru", NameKind.FORBIDDEN, "she never used it"),
        name("Алена Сакол", "ru", NameKind.ALIAS),
        name("Елена Сокол", "ru"),
        name("Алена Сокал", "be"),
    )
    [wording] = quoted.wordings("ru")
    assert (wording.id, wording.kind, wording.original) == (person, RecordKind.PERSON, "Alena Sokał")
    assert wording.places == (Span(LINE.index("Alena"), LINE.index(" walked")),)
    assert values(wording) == ["Елена Сокол", "Алена Сакол"]
    assert wording.forms[0].all[:2] == ("Елена Сокол", "Елены Сокол")
    assert wording.forbidden == (Forbidden("Соколова Елена", "she never used it"),)


def test_kept_cases_come_in_the_place_of_those_made_by_rule(room: Room) -> None:
    quoted = Quoted(room, LINE)
    room.person("Alena Sokał", name("Алена Сокал", "be"))
    [row] = [row for row in room.rows()["name"].values() if row["tag"] == "be"]
    kept = [InflectionInput(grammatical_case=Case.GENITIVE, value="Алены Сокалавай")]
    room.do(inflections.set_cases(row["id"], kept))
    [wording] = quoted.wordings("be")
    cases = {case.case: (case.value, case.kept) for case in wording.forms[0].cases}
    assert cases[Case.GENITIVE] == ("Алены Сокалавай", True)
    assert cases[Case.DATIVE] == ("Алене Сокал", False)
    [wanted] = wanted_of([wording])
    assert (wanted.forms, wanted.cases) == (("Алена Сокал",), ("Алены Сокалавай",))


def test_a_surname_alone_is_answered_by_the_surname_alone(room: Room) -> None:
    said = "She met Sokał at the gate."
    quoted = Quoted(room, said, said)
    room.person("Alena Sokał", name("Алена Сакалова", "be"))
    [wording] = quoted.wordings("be")
    assert wording.original == "Sokał"
    assert values(wording) == ["Сакалова", "Алена Сакалова"]
    assert "Сакаловай" in wording.forms[0].all


def test_a_record_that_is_linked_and_not_named_is_told_without_a_place(room: Room) -> None:
    quoted = Quoted(room, SENTENCE)
    person = room.person("Alena Sokał", name("Алена Сокал", "be"))
    quoted.link("her", person)  # before the quote
    assert quoted.wordings("be") == []
    quoted.link(SENTENCE, person)
    [wording] = quoted.wordings("be")
    assert (wording.original, wording.places, values(wording)) == ("Alena Sokał", (), ["Алена Сокал"])


def test_what_is_linked_within_the_quote_stands_there(room: Room) -> None:
    quoted = Quoted(room, SENTENCE)
    court = room.person("Provincial court", kind=RecordKind.ORGANISATION)
    quoted.link("The court", court)
    [wording] = quoted.wordings("lt")
    assert (wording.original, wording.places, wording.forms) == ("The court", (Span(0, 9),), ())
    assert wanted_of([wording]) == ()


@pytest.mark.parametrize(("linked", "named"), [("seven years", False), ("The court", True), ("the register", False)])
def test_a_mention_by_other_words_than_a_name_is_offered_and_not_asked_for(
    room: Room, linked: str, named: bool
) -> None:
    quoted = Quoted(room, SENTENCE)
    court = room.person("The Provincial Courts", name("Краявы суд", "be"), kind=RecordKind.ORGANISATION)
    quoted.link(linked, court)
    [wording] = quoted.wordings("be")
    assert (bool(wording.places), values(wording)) == (named, ["Краявы суд"])
    [wanted] = wanted_of([wording])
    assert wanted.source == wording.places


def test_a_name_in_another_spelling_than_the_record_has_in_that_language_is_asked_for(room: Room) -> None:
    said = "Vilnia was dark."
    quoted = Quoted(room, said, said)
    place = room.person("Vilnius", name("Вільня", "be"), kind=RecordKind.PLACE)
    quoted.room.do(records.link_passage(quoted.version, span_of("Vilnia", said), place, MentionInput()))
    [wording] = quoted.wordings("be")
    assert (wording.original, values(wording)) == ("Vilnia", ["Вільня"])


def test_terms_are_found_inflected_and_kept_until_they_are_to_be_forgotten(room: Room) -> None:
    quoted = Quoted(room, SENTENCE)
    assert quoted.wordings("be") == []
    terms = (
        TermInput(tag="en", value="year"),
        TermInput(tag="be", value="год"),
        TermInput(tag="be", value="гадок", status=TermStatus.FORBIDDEN, reason="too dear"),
        TermInput(tag="be", value="лета", status=TermStatus.ADMITTED),
    )
    concept = room.do(add_concept(ConceptInput(definition="twelve months"), terms))
    assert quoted.wordings("be") == []
    quoted.finder.forget()
    [wording] = quoted.wordings("be")
    assert (wording.id, wording.kind, wording.original, wording.note) == (concept, None, "years", "twelve months")
    assert values(wording) == ["год", "лета"]
    assert wording.forbidden == (Forbidden("гадок", "too dear"),)
    [wanted] = wanted_of([wording])
    assert wanted.kind is None
    assert wanted.source == (Span(SENTENCE.index("years"), SENTENCE.index("years") + 5),)


@pytest.mark.parametrize("language", ["be", "ru", "lt", "en"])
def test_nothing_is_told_of_a_quote_that_names_nobody(room: Room, language: str) -> None:
    room.person("Ihar Brother", name("Ігар", "be"))
    assert Quoted(room, "“We kept your chair by the window,” he said.").wordings(language) == []
    assert "Ihar" in ARTICLE


def test_from_a_translation_its_words_are_looked_at_and_places_are_of_them(room: Room) -> None:
    quoted = Quoted(room, LINE)
    person = room.person("Alena Sokał", name("Алена Сокал", "be"), name("Aliona Sokal", "lt"))
    place = room.person("Orša", name("Орша", "be"), name("Orša", "lt"), kind=RecordKind.PLACE)
    quoted.link("Orša", place)
    terms = (TermInput(value="вароты", tag="be"), TermInput(value="vartai", tag="lt"))
    concept = room.do(add_concept(ConceptInput(), terms))
    assert [each.id for each in quoted.wordings("lt")] == [person, place]
    room.do(quotes.write_translation(quoted.quote, TranslationInput(language="be", text="Вароты мінула Алена Сокал.")))
    named, linked, term = quoted.wordings("lt", "be")
    assert (named.id, named.original, named.places) == (person, "Алена Сокал", (Span(14, 25),))
    assert (linked.id, linked.original, linked.places) == (place, "Орша", ())
    assert (term.id, term.original, term.places, values(term)) == (concept, "Вароты", (Span(0, 6),), ["vartai"])
