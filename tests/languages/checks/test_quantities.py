import pytest

from workbench.languages.checks.quantities import Quantity, Sort, quantities


def only(text: str, language: str) -> Quantity:
    found = quantities(text, language)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("two hundred and five", "en", 205),
        ("twenty-two", "en", 22),
        ("three thousand two hundred", "en", 3200),
        ("$5m", "en", 5_000_000),
        ("5 млн", "ru", 5_000_000),
        ("двести пять", "ru", 205),
        ("двухсот", "ru", 200),
        ("сорока тысяч", "ru", 40_000),
        ("пятнадцатый", "ru", 15),
        ("дзвесце", "be", 200),
        ("два мільёны", "be", 2_000_000),
        ("дванаццатага", "be", 12),
        ("du šimtai", "lt", 200),
        ("trys tūkstančiai du šimtai penki", "lt", 3205),
        ("vienuoliktojo", "lt", 11),
        ("150\u00a0000", "be", 150_000),
        ("1,500", "en", 1500),
        ("2,5", "lt", 2.5),
        ("XXI век", "ru", 21),
    ],
)
def test_a_number_is_read_by_its_value(text: str, language: str, value: float) -> None:
    assert (Sort.NUMBER, value) in only(text, language).readings


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("15.30", "ru", 930),
        ("3:30 p.m.", "en", 930),
        ("5 a.m.", "en", 300),
        ("12 p.m.", "en", 720),
        ("5 гадзін вечара", "be", 1020),
        ("17 val.", "lt", 1020),
        ("12 val. 55 min.", "lt", 775),
    ],
)
def test_a_time_is_read_in_minutes_after_midnight(text: str, language: str, minutes: float) -> None:
    assert (Sort.TIME, minutes) in only(text, language).readings


def test_afternoon_is_not_morning() -> None:
    assert (Sort.TIME, 210) not in only("3:30 p.m.", "en").readings


@pytest.mark.parametrize(
    ("text", "language", "month"),
    [("мая", "ru", 5), ("gegužės", "lt", 5), ("снежні", "be", 12), ("September", "en", 9), ("rugsėjį", "lt", 9)],
)
def test_a_month_is_read_in_its_cases(text: str, language: str, month: float) -> None:
    assert (Sort.MONTH, month) in only(text, language).readings


@pytest.mark.parametrize(("text", "language"), [("may", "en"), ("sunday", "en"), ("сто́лько", "ru")])
def test_usual_words_are_no_months_and_numbers(text: str, language: str) -> None:
    assert quantities(text, language) == []


def test_a_month_that_is_a_usual_word_is_doubtful_until_a_day_stands_beside_it() -> None:
    assert only("мая", "be").doubtful
    assert not quantities("9 мая", "be")[1].doubtful


@pytest.mark.parametrize(
    ("text", "language"),
    [("1930s", "en"), ("1930-я гады", "be"), ("30-е годы", "ru"), ("XX a. 4-ame dešimtmetyje", "lt")],
)
def test_a_decade_is_one_in_four_languages(text: str, language: str) -> None:
    assert any((Sort.NUMBER, 1930) in each.readings for each in quantities(text, language))


def test_two_numbers_beside_each_other_stay_two() -> None:
    assert [each.value for each in quantities("2018, 2019", "en")] == [2018, 2019]
    assert [each.value for each in quantities("two three", "en")] == [2, 3]


def test_a_measure_knows_its_unit_through_a_range() -> None:
    assert [each.unit for each in quantities("1 to 4 inches", "en")] == ["other", "other"]
    assert only("10 см", "ru").unit == "metric"


def test_a_percentage_is_told_from_a_number() -> None:
    assert only("90 %", "lt").percent
    assert only("90 адсоткаў", "be").percent
    assert not only("90 тон", "be").percent


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("one and a half million", "en"), ("полтора миллиона", "ru"), ("паўтара мільёна", "be"),
        ("pusantro milijono", "lt"),
    ],
)  # fmt: skip
def test_one_and_a_half_million_in_four_languages(text: str, language: str) -> None:
    assert only(text, language).value == 1_500_000


def test_millions_of_pounds_are_money() -> None:
    assert only("120 мільёнаў фунтаў", "be").unit == ""
    assert only("120 фунтаў", "be").unit == "other"


@pytest.mark.parametrize(
    ("text", "language", "doubtful"),
    [
        ("late March", "en", False), ("March on!", "en", True), ("у маі", "be", False), ("мая маці", "be", True),
        ("в мае", "ru", False), ("kovo pabaigoje", "lt", False), ("kovo už laisvę", "lt", True),
    ],
)  # fmt: skip
def test_a_month_is_told_from_a_usual_word(text: str, language: str, doubtful: bool) -> None:
    assert only(text, language).doubtful is doubtful
