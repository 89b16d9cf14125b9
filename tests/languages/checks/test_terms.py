import pytest

from checked import keys, one_of
from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.languages.checks import Context, Forbidden, Key, Wanted, check, corrected

SOURCE = "Maria Kalesnikava spoke."
PERSON = Wanted(
    ("Марыя Калеснікава",),
    (Span(0, 17),),
    RecordKind.PERSON,
    forbidden=(Forbidden("Мария Колесникова", "the Russian form"),),
)


@pytest.mark.parametrize("target", ["Гаварыла Марыя Калеснікава.", "Слова Марыі Калеснікавай.", "Слова Калеснікавай."])
def test_a_name_may_stand_in_any_case(target: str) -> None:
    assert keys(SOURCE, "en", target, "be", Context((PERSON,))) == set()


def test_a_name_that_is_missing_says_how_it_is_written() -> None:
    finding = one_of(check(SOURCE, "en", "Гаварыла Вольга Іванова.", "be", Context((PERSON,))), Key.NAME)
    assert finding.values == {"source": "Maria Kalesnikava", "wanted": "Марыя Калеснікава"}
    assert SOURCE[finding.source[0].start : finding.source[0].end] == "Maria Kalesnikava"


def test_a_forbidden_form_is_found_with_its_reason() -> None:
    target = "Гаварыла Мария Колесникова."
    finding = one_of(check(SOURCE, "en", target, "be", Context((PERSON,))), Key.FORBIDDEN)
    assert "the Russian form" in finding.text()
    assert corrected(target, finding.fix) == "Гаварыла Марыя Калеснікава."


def test_a_term_is_found_by_its_beginning() -> None:
    term = Wanted(("карцэр",), (Span(10, 25),))
    source = "He was in a punishment cell."
    assert keys(source, "en", "Ён быў у карцэры.", "be", Context((term,))) == set()
    assert keys(source, "en", "Ён быў у камеры.", "be", Context((term,))) == {Key.NAME}


@pytest.mark.parametrize(
    ("kind", "form", "target", "language", "found"),
    [
        (RecordKind.PLACE, "Белфаст", "Суд ідзе ў белфасцкім будынку.", "be", True),
        (RecordKind.PLACE, "Белфаст", "Дело слушает белфастский суд.", "ru", False),
        (RecordKind.PLACE, "Turkey", "Turkish leaders met.", "en", False),
        (RecordKind.PERSON, "Palinas", "Sarah Palin skambino.", "lt", False),
        (RecordKind.PERSON, "Turkey", "Turkish leaders met.", "en", True),
        (RecordKind.PERSON, "Joanna", "Joann spoke.", "en", True),
    ],
)
def test_words_made_of_a_places_name_stand_for_it(
    kind: RecordKind, form: str, target: str, language: str, found: bool
) -> None:
    name = Wanted((form,), (Span(0, 4),), kind)
    assert (Key.NAME in keys("Name of it.", "en", target, language, Context((name,)))) is found
