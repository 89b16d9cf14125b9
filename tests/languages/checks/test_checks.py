"""Every check through `check`, on pairs that a person would call right or wrong."""

import pytest

from checked import keys, one_of
from stepping import steps
from workbench import i18n
from workbench.languages.checks import Key, Severity, check

EN = "On 9 May 2018 at 3:30 p.m. the court fined her $5m and sent two hundred people home."
RIGHT = {
    "ru": "9 мая 2018 года в 15.30 суд оштрафовал её на 5 млн долларов и отпустил двести человек.",
    "be": "9 мая 2018 года а 15.30 суд аштрафаваў яе на 5 млн долараў і адпусціў дзвесце чалавек.",
    "lt": "2018 m. gegužės 9 d. 15.30 val. teismas skyrė jai 5 mln. dolerių baudą ir paleido du šimtus žmonių.",
}


@pytest.mark.parametrize("one", [*RIGHT, "en"])
@pytest.mark.parametrize("other", [*RIGHT, "en"])
def test_the_same_meaning_has_no_findings(one: str, other: str) -> None:
    texts = {**RIGHT, "en": EN}
    if one != other:
        assert check(texts[one], one, texts[other], other) == ()


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("15.30", "14.30", Key.TIME),
        ("9 мая", "8 мая", Key.DATE),
        ("9 мая", "9 июня", Key.DATE),
        ("2018", "2081", Key.DATE),
        ("5 млн", "5 млрд", Key.NUMBER),
        ("двести", "триста", Key.NUMBER),
        ("долларов", "евро", Key.CURRENCY),
        ("ста", "стa", Key.LETTERS),
        ("суд ", "суд  ", Key.SPACES),
        ("суд ", "суд суд ", Key.DOUBLED),
        ("суд ", "су\u200bд ", Key.UNSEEN),
        ("суд ", "court ", Key.LEFTOVER),
        ("человек.", "человек", Key.FINAL_SIGN),
        ("человек.", "человек?", Key.FINAL_SIGN),
    ],
)
def test_one_fault_gives_one_finding(old: str, new: str, key: Key) -> None:
    right = RIGHT["ru"].replace("отпустил", "отпустил стало быть")
    assert old in right
    assert keys(EN, "en", right.replace(old, new), "ru") == {key}


def test_a_finding_says_where_it_is_and_what_is_wrong() -> None:
    target = RIGHT["be"].replace("15.30", "16.30")
    finding = one_of(check(EN, "en", target, "be"), Key.TIME)
    assert [EN[each.start : each.end] for each in finding.source] == ["3:30"]
    assert [target[each.start : each.end] for each in finding.target] == ["16.30"]
    assert finding.text() == "The quote says 3:30, the translation 16.30: another time."
    assert finding.severity is Severity.ERROR


def test_a_finding_speaks_the_windows_language_of_the_moment() -> None:
    finding = one_of(check("One 500 here.", "en", "Один 600 тут.", "ru"), Key.NUMBER)
    before = finding.text()
    i18n.activate("lt")
    try:
        assert finding.text() == i18n.phrasebook("lt").gettext(finding.message).format(**finding.values)
    finally:
        i18n.activate("en")
    assert finding.text() == before


def test_nothing_is_asked_of_an_empty_translation() -> None:
    assert check("It was so.", "en", " ", "be") == ()


def test_the_gravest_finding_comes_first() -> None:
    found = check("We held 1,240 people.", "en", "Мы трымалі  1 420 чалавек .", "be")
    assert [each.severity for each in found] == [Severity.ERROR, Severity.STYLE, Severity.STYLE]
    assert [each.target[0].start for each in found[1:]] == sorted(each.target[0].start for each in found[1:])


def test_other_languages_are_checked_for_what_all_have_in_common() -> None:
    assert keys("It took 500 days.", "en", "Es dauerte  600 Tage.", "de") == {Key.NUMBER, Key.SPACES}


@pytest.mark.parametrize("text", ["«" * 3000, "((" * 3000, "1 " * 3000, "а. " * 3000, "\u200b" * 3000, "XIV " * 2000])
def test_hostile_texts_end(text: str) -> None:
    check(text, "be", text, "ru")
    check("A plain sentence of a person.", "en", text, "be")


@pytest.mark.parametrize(
    ("source", "target"),
    [("a b ", "а  б "), ("1 ", "2 "), ("1% ", "1 "), ("«a» (b) ", "«a» (b) "), ("no. ", "не. ")],
)
def test_a_text_costs_by_its_length_and_no_faster(source: str, target: str) -> None:
    def checked(times: int) -> int:
        return steps(lambda: check(source * times, "en", target * times, "ru"), "languages/checks/")

    small, large = checked(200), checked(800)
    assert large <= 4.4 * small + 500


def test_long_texts_end() -> None:
    check("a b", "en", "а б" + " " * 100_000 + "в г", "ru")
    check(" ".join(map(str, range(100_000, 102_000))), "en", " ".join(map(str, range(500_000, 502_000))), "ru")
