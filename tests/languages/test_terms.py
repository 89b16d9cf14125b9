from __future__ import annotations

import pytest

from workbench.domain.anchors import Span
from workbench.languages.terms import TermForm, TermIndex, stem_of

FORMS = {
    "be": (
        "палітвязень палітвязня палітвязню палітвязні палітвязняў палітвязнямі",
        "турма турмы турме турмаў турмою",
        "калонія калоніі калоніяй калоній калоніямі",
        "зняволены зняволенага зняволеных зняволенымі",
        "прысуд прысудзе прысуду прысудаў",
        "адвакат адвакаце адвакаты",
        "кніга кнізе кнігі",
    ),
    "ru": ("узник узника узниками", "политзаключённый политзаключенных", "палец пальца", "приговор приговоре"),
    "lt": ("kalinys kalinių kaliniui", "kaltė kalčių", "žodis žodžio", "kalėjimas kalėjimuose"),
    "en": ("prisoner prisoners",),
}


@pytest.mark.parametrize(("language", "forms"), [(tag, each) for tag, found in FORMS.items() for each in found])
def test_forms_of_one_word_meet(language: str, forms: str) -> None:
    assert len({stem_of(form, language) for form in forms.split()}) == 1


def test_words_that_are_no_forms_of_each_other_do_not_meet() -> None:
    for language, found in FORMS.items():
        assert len({stem_of(each.split()[0], language) for each in found}) == len(found)
    assert stem_of("суд", "be") != stem_of("сад", "be")


def test_a_phrase_is_found_inflected_and_a_term_within_it_is_not_told_again() -> None:
    index = TermIndex([TermForm("a", "папраўчая калонія"), TermForm("b", "калонія"), TermForm("c", "прысуд")], "be")
    text = "Пра прысуд у папраўчай\u00a0калоніі. Калонію закрылі."
    found = [(each.concept_id, text[each.span.start : each.span.end]) for each in index.find(text)]
    assert found == [("c", "прысуд"), ("a", "папраўчай\u00a0калоніі"), ("b", "Калонію")]


def test_words_of_a_phrase_with_a_sign_between_are_not_the_phrase() -> None:
    index = TermIndex([TermForm("a", "house arrest")], "en")
    assert index.find("He left the house; arrest followed.") == []
    assert [each.span for each in index.find("Under house arrest")] == [Span(6, 18)]


def test_an_abbreviation_is_found_in_capitals_only_and_a_word_of_two_concepts_twice() -> None:
    index = TermIndex([TermForm("a", "ШІЗА"), TermForm("b", "суд"), TermForm("c", "суд")], "be")
    assert [each.concept_id for each in index.find("у ШІЗА, шіза")] == ["a"]
    assert {each.concept_id for each in index.find("у судзе")} == {"b", "c"}
