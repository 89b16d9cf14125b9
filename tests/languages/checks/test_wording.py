import pytest

from checked import keys, one_of
from workbench.languages.checks import Key, check, corrected


def test_a_doubled_word_is_let_pass_where_the_source_doubles_one() -> None:
    assert Key.DOUBLED in keys("They were very tired.", "en", "Яны былі вельмі вельмі стомленыя.", "be")
    assert Key.DOUBLED not in keys("They were so so tired.", "en", "Яны былі вельмі вельмі стомленыя.", "be")


def test_mixed_letters_are_written_in_one_alphabet() -> None:
    target = "Мiнск стаіць."
    finding = one_of(check("Minsk stands.", "en", target, "ru"), Key.LETTERS)
    assert corrected(target, finding.fix).startswith("Мінск")
    assert Key.LETTERS not in keys("A TV-show.", "en", "TV-шоў.", "be")


RU = "Мы хотим, чтобы люди знали правду о том, что происходило здесь в эти годы."
BE = "Мы хочам, каб людзі ведалі праўду пра тое, што адбывалася тут у гэтыя гады."
LT = "Mes norime, kad žmonės žinotų tiesą apie tai, kas čia vyko tais metais."
ENGLISH = "We want people to know the truth about what was happening here in those years."


@pytest.mark.parametrize("written", [RU, BE, LT, ENGLISH])
@pytest.mark.parametrize(("own", "said"), [("ru", RU), ("be", BE), ("lt", LT), ("en", ENGLISH)])
def test_another_language_is_told(own: str, said: str, written: str) -> None:
    one, source = ("en", ENGLISH) if own != "en" else ("be", BE)
    assert (Key.LANGUAGE in keys(source, one, written, own)) is (written != said)


def test_a_short_text_is_not_judged() -> None:
    assert Key.LANGUAGE not in keys("New York", "en", "New York", "be")


@pytest.mark.parametrize(
    ("one", "source", "other", "target"),
    [
        ("en", "We saw the guards.", "lt", "Mes matėme guards."),
        ("ru", "Мы видели охранников ночью.", "be", "Мы бачылі охранников уначы."),
        ("be", "Мы бачылі ахоўнікаў уначы.", "ru", "Мы видели ахоўнікаў ночью."),
        ("lt", "Mes matėme prižiūrėtojus.", "en", "We saw prižiūrėtojus."),
    ],
)
def test_a_word_left_in_the_sources_language(one: str, source: str, other: str, target: str) -> None:
    assert keys(source, one, target, other) == {Key.LEFTOVER}


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Read it at example.com/news.", "Чытайце на example.com/news.", "be"),
        ("The Bank of England said.", "Паведаміў Bank of England.", "be"),
        ("A personal data store.", "Сховішча (personal data store).", "be"),
        ("Per game he had two.", "Per rungtynes jis turėjo du.", "lt"),
    ],
)
def test_names_and_titles_may_stay(source: str, target: str, language: str) -> None:
    assert Key.LEFTOVER not in keys(source, "en", target, language)


@pytest.mark.parametrize(
    ("one", "source", "other", "target", "found"),
    [
        ("ru", "Это случилось завтра утром.", "be", "Гэта здарылася завтра раніцай.", True),
        ("be", "Яна прыйшла пасля таго.", "ru", "Она пришла после таго.", True),
        ("be", "Два гады года.", "ru", "Два года.", False),
        ("en", "It moved at 85 mph near Ursula von der Leyen.", "lt", "Greitis 85 mph, Ursula von der Leyen.", False),
        ("en", "He told bbc.com so.", "lt", "Jis sakė bbc.com taip.", False),
    ],
)
def test_words_of_the_other_language(one: str, source: str, other: str, target: str, found: bool) -> None:
    assert (Key.LEFTOVER in keys(source, one, target, other)) is found


@pytest.mark.parametrize(
    ("one", "source", "other", "target", "left"),
    [
        ("be", "Ён быў сакратаром.", "ru", "Он был сакратаром.", False),
        ("be", "Яны склалі пагадненне.", "ru", "Они составили пагадненне.", True),
        ("ru", "Он всё одевается.", "be", "Ён усё одевается.", True),
        ("ru", "Он запускает стартап.", "be", "Ён запускае стартап.", False),
        ("en", "He called it soft power.", "be", "Ён назваў гэта «soft» сілай.", False),
        ("en", "He took the soft hat.", "be", "Ён узяў у «Рэнджэрс soft капялюш».", True),
    ],
)
def test_a_word_is_told_by_its_letters_together(one: str, source: str, other: str, target: str, left: bool) -> None:
    assert (Key.LEFTOVER in keys(source, one, target, other)) is left
