import pytest

from checked import keys
from workbench.languages.checks import Key


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("It grew by 85 mph.", "Хуткасць вырасла да 137 км/г.", "be"),
        ("It is 80 degrees.", "Температура 27 градусов.", "ru"),
        ("It was the first of two.", "Гэта было адно з пары.", "be"),
        ("They won 1-0.", "Победа со счётом 1:0.", "ru"),
        ("In July they met.", "Яны сустрэліся ў ліпені.", "be"),
        ("The 9/11 attacks.", "Атакі 11 верасня.", "be"),
    ],
)
def test_what_is_said_otherwise_is_no_other_number(source: str, target: str, language: str) -> None:
    assert not keys(source, "en", target, language) & {Key.NUMBER, Key.DATE, Key.TIME}


def test_a_figure_that_is_gone_is_missed() -> None:
    assert Key.NUMBER in keys("We held 1,240 people there.", "en", "Мы трымалі там людзей.", "be")


def test_a_percentage_that_is_no_longer_one() -> None:
    assert keys("90% left.", "en", "Из них ушли 90.", "ru") == {Key.PERCENT}
    assert keys("90% left.", "en", "Из них ушли 90 процентов.", "ru") == set()


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("The vote is on November 6.", "Галасаванне адбудзецца 6 чэрвеня.", {Key.DATE}),
        ("Late Monday, early Monday, and Tuesday.", "У панядзелак, рана ў суботу і ў аўторак.", {Key.DATE}),
        ("It cost £120 million in 2018.", "Гэта каштавала 520 мільёнаў фунтаў у 2018.", {Key.NUMBER}),
        ("In the past 100 years, says 247sports.", "За апошняе стагоддзе.", set()),
        ("In the 1990s.", "У апошнім дзесяцігоддзі XX стагоддзя.", set()),
    ],
)
def test_what_stands_for_what(source: str, target: str, found: set[Key]) -> None:
    assert keys(source, "en", target, "be") & {Key.DATE, Key.NUMBER} == found


def test_a_figure_of_another_size_was_not_written_for_one() -> None:
    assert Key.NUMBER in keys("It has 12 rooms.", "en", "У ім 21 пакой.", "be")
    assert Key.NUMBER not in keys("It has 2 rooms.", "en", "У ім, як у 1937 годзе, некалькі пакояў.", "be")


def test_measures_that_two_translators_converted_may_differ_a_little() -> None:
    assert Key.NUMBER not in keys("До него 50 км.", "ru", "Iki jo yra 48 km.", "lt")
    assert Key.NUMBER in keys("До него 50 км.", "ru", "Iki jo yra 40 km.", "lt")
    assert Key.NUMBER in keys("It is 52 km away.", "en", "Iki jo yra 48 km.", "lt")
