"""Wrong words and what may be meant, by the dictionaries that come with the program."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pytest

from workbench.languages.remembered import forget_all
from workbench.languages.spelling import KnownWords, Speller, dictionaries_for, speller_for
from workbench.languages.spelling.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Iterator[Lexicon]:
    lexicon = Lexicon()
    yield lexicon
    lexicon.close()


def wrong(lexicon: Lexicon, tag: str, text: str, known: Collection[str] = ()) -> list[str]:
    found = Speller(tag, lexicon).wrong_words(text, lambda words: set(words) & set(known))
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("be", "З’езд і зʼезды; памылкка, добрая-дрэнная, ўсё", ["памылкка"]),
        ("be", "Меўшы і каментуючы, лёгшы, змагаўшыся, відэарэгістратары, слухання", []),
        ("be", "Мееўшы, выкарыстоўвачы, відэарэгістраторы", ["Мееўшы", "выкарыстоўвачы", "відэарэгістраторы"]),
        ("be", "Нью-Ёрк, па-беларусску", ["беларусску"]),
        ("ru", "Ещё и еще: освобожденый, видеокамера, видеокамира", ["освобожденый", "видеокамира"]),
        ("lt", "Išlaisvintas kalinys, žmonėss ąčęėįšųūž", ["žmonėss", "ąčęėįšųūž"]),
        ("en", "He recieved the colour and color, don’t", ["recieved"]),
        ("en-US", "colour color", ["colour"]),
        ("en-GB", "colour color", ["color"]),
        ("be", "ш" * 61, []),
        ("ru", "дом\ufffd слово", []),
    ],
)
def test_wrong_words(lexicon: Lexicon, tag: str, text: str, expected: list[str]) -> None:
    assert wrong(lexicon, tag, text) == expected


@pytest.mark.parametrize("tag", ["be-tarask", "be-Latn", "ru-Latn", "uk", "", "und", "be-x-own"])
def test_what_no_dictionary_is_of_is_not_checked(lexicon: Lexicon, tag: str) -> None:
    speller = Speller(tag, lexicon)
    assert not speller.checks
    assert speller.wrong_words("памылкка recieved") == []
    assert speller.suggestions("памылкка") == []
    assert dictionaries_for(tag) == ()


def test_regions_are_checked_as_their_language() -> None:
    assert dictionaries_for("be-BY") == dictionaries_for("be") == ("be_BY",)
    assert dictionaries_for("en-CA") == dictionaries_for("en") == ("en_GB", "en_US")


def test_what_is_known_is_right_from_one_text_to_the_next(lexicon: Lexicon) -> None:
    speller, text = Speller("be", lexicon), "Сокалаўна і Сокалаўна-Брыль"
    assert len(speller.wrong_words(text)) == 2
    assert speller.wrong_words(text, lambda _words: {"Сокалаўна"}) == []
    assert len(speller.wrong_words(text)) == 2


def test_suggestions_keep_the_apostrophe_that_was_typed(lexicon: Lexicon) -> None:
    speller = Speller("be", lexicon)
    assert "з’езд" in speller.suggestions("з’езт")
    assert "зʼезд" in speller.suggestions("зʼезт")
    assert Speller("en", lexicon).suggestions("recieved")[0] == "received"
    assert len(Speller("lt", lexicon).suggestions("žmonėss")) <= 8
    assert speller.suggestions("ы" * 59) == []


def test_a_process_that_was_ended_is_started_again(lexicon: Lexicon) -> None:
    assert wrong(lexicon, "lt", "žmonėss") == ["žmonėss"]
    assert lexicon._process is not None
    lexicon._process.kill()
    lexicon._process.wait()
    assert wrong(lexicon, "lt", "žmonėss labas") == ["žmonėss"]


def test_dictionaries_that_are_not_there_are_a_known_error(tmp_path) -> None:
    lexicon = Lexicon(tmp_path)
    from workbench.languages.spelling import SpellingError

    with pytest.raises(SpellingError) as refusal:
        Speller("lt", lexicon).wrong_words("žmonėss")
    assert "žmonėss" not in str(refusal.value)
    lexicon.close()


def test_everything_is_forgotten_at_the_lock() -> None:
    speller = speller_for("lt")
    assert speller_for("lt") is speller
    assert len(speller.wrong_words("žmonėss labas")) == 1
    process = speller._lexicon._process
    assert process is not None
    assert set(speller._answers) == {"žmonėss", "labas"}
    forget_all()
    assert process.poll() is not None
    assert speller._answers == {}


def test_what_is_forgotten_meanwhile_is_no_error() -> None:
    class Locked(Lexicon):
        def wrong(self, dictionaries: tuple[str, ...], words: Collection[str]) -> set[str]:
            speller.forget()
            return set(words)

    speller = Speller("lt", Locked())
    assert len(speller.wrong_words("labas")) == 1
    speller._answers["rytas"] = True
    assert len(speller.wrong_words("labas rytas")) == 1


def test_known_words_are_right_in_their_cases() -> None:
    known = KnownWords("be", [("Марыя Калеснікава", "be"), ("Вясна", "be"), ("Kaleśnikava", "be-Latn"), ("Пётр", "be")])
    right = {"Калеснікаву", "Калеснікавай", "Марыі", "Вясны", "Вясной", "Kaleśnikava", "Калеснікава", "Пятра", "Пётр"}
    assert known.among(right) == right
    assert known.among({"Каласнікава", "Марыйа", "Вяснага", "Калеснікаўка", "калеснікава"}) == {"калеснікава"}
    english = KnownWords("en", [("Kalesnikava", "be-Latn"), ("Smith-Jones", "en")])
    assert english.among({"Kalesnikava's", "Smith", "Kalesnikavas", "Jones's"}) == {"Kalesnikava's", "Smith", "Jones's"}
