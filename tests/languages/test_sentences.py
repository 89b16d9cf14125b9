from __future__ import annotations

import pytest

from workbench.languages.sentences import REACH, sentence_at, sentences


def cut(text: str, language: str = "") -> list[str]:
    return [text[start:stop] for start, stop in sentences(text, 0, len(text), language)]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        # abbreviations that go on
        ("be", "Яна нарадзілася ў г. Мінску на вул. Янкі Купалы.|Потым жыла ў Вільні."),
        ("be", "У 1984 г. Алена паехала ў Оршу.|Гэта было даўно."),
        ("be", "Прыйшлі людзі, аўтобусы і г. д.|Усе чакалі."),
        ("be", "Яе вызвалілі, г. зн. Адпусцілі без умоў.|Суд маўчаў."),
        ("be", "Бібліятэка ім. Янкі Купалы зачынена.|Мы сказалі ім.|Яны пайшлі."),
        ("ru", "Он жил на ул. Ленина, д. 5, кв. 12.|Потом уехал."),
        ("ru", "Это т. н. Дело студентов, т. е. Процесс 2021 г. против молодых.|Их было много."),
        ("ru", "См. гл. 5, стр. 12 и рис. 3.|Там всё сказано."),
        ("ru", "Тираж упал до 5 тыс. экз. в начале века.|Газета закрылась в 1925 г.|Редактор уехал."),
        ("lt", "Ji gimė 1984 m. gruodžio 13 d. Vilniuje, Gedimino pr. 5.|Vėliau dirbo mokykloje."),
        ("lt", "Prof. A. Jonaitis, t. y. Ministras, atvyko pvz. Traukiniu.|Jis kalbėjo."),
        ("lt", "2017 m. Vilniaus savivaldybė priėmė sprendimą Nr. 12.|Jis galioja."),
        ("en", "Mr. Smith met Dr. Jones at 5 p.m. Monday in St. Louis.|They talked."),
        ("en", "The firm, Reed Inc., moved to the U.S.|Then it closed."),
        ("en", "See No. 5, e.g. Chapter 2, pp. 3 and 4.|No.|He did not go."),
        # initials and names
        ("be", "Прыйшла С. Г. Ціханоўская.|Ёй далі слова."),
        ("be", "Пасол Дз. Рэйнальдс маўчаў.|Пасля сказаў С. Г.|Яна засмяялася."),
        ("en", "The book is by J. R. R. Tolkien.|It is long."),
        ("en", "It was World War I.|The town had gone."),
        # numbers, dates, lists
        ("be", "Прайшло 3.5 гадзіны, 12.12.2025 усё скончылася.|Людзі разышліся ў 17.30.|Дождж."),
        ("en", "1. The gate opened.|It was cold in 2016.|The bus came."),
        ("lt", "II. Vartai atsidarė.|Buvo šalta."),
        # signs
        ("en", "What?!|He waited...|Nobody came… and then somebody did."),
        ("be", "Што гэта?!|Ён чакаў… і ўсё ж дачакаўся.|Так!"),
        ("en", "He left.[12]|She stayed."),
        # what closes belongs to the sentence
        ("en", "“We are free.”|She laughed (he did not.) and left."),
        ("be", "«Мы вольныя».|Яна засмяялася.|(Ён не.)|Усё."),
        ("lt", "„Mes laisvi.“|Ji nusijuokė."),
        # quotations inside a sentence, and who says them
        ("be", "«Я вярнуся», — сказала яна.|«Хто там?» — Яна ўстала."),
        ("be", "Яна крыкнула «Мы вольныя! Чуеце?» і пабегла.|Усе чулі."),
        ("be", "«Ён сказаў: „Чакай. Я вярнуся“ — і пайшоў».|Дзверы зачыніліся."),
        ("en", "“The judge said ‘Seven years. Next!’ and didn’t look up,” she said.|‘Tis so.|“Yes.”"),
        ("lt", "Jis tarė: „Girdėjau ‚Eik. Greitai!‘ ir ėjau“.|Tyla."),
        ("ru", "Он спросил: «Кто там? Откройте», — и постучал.|Тишина."),
        ("ru", "— Кто там? — спросил он.|— Это я."),
        ("lt", "„Kas ten?“ – paklausė ji.|„Aš“, – atsakė jis."),
        ("en", "“Who is it?” she asked.|“Me.”|“I came.|I saw,” he said."),
        # addresses
        ("en", "Write to a.person@mail.example.org.|Or see https://example.org/a.b?c=d.e for more.|Thanks."),
        # the space before a sign, and none behind it
        ("be", "Саміт у Сінгапуры .|Ён скончыўся.Але не зусім."),
    ],
)
def test_sentences_of_a_language(language: str, marked: str) -> None:
    text = marked.replace("|", " ")
    assert cut(text, language) == [part for part in marked.split("|") if part]


@pytest.mark.parametrize("language", ["", "fr"])
def test_without_a_language_the_signs_count(language: str) -> None:
    found = cut("A title\n\nOne line\nthat wraps. “Free!” He said it twice… and again. What? J. Smith", language)
    assert found == ["A title", "One line\nthat wraps.", "“Free!”", "He said it twice… and again.", "What?", "J. Smith"]


def test_a_tag_with_a_variant_is_its_language() -> None:
    text = "Яна жыве на вул. Купалы."
    assert cut(text, "be-tarask") == [text]
    assert len(cut(text)) == 2


def test_the_sentence_at_a_position() -> None:
    text = "One is here.  Two is there. "
    assert sentence_at(text, 0, len(text), 0) == (0, 12)
    assert sentence_at(text, 0, len(text), 11) == (0, 12)
    assert sentence_at(text, 0, len(text), 12) == sentence_at(text, 0, len(text), 14) == (14, 27)
    assert sentence_at(text, 0, len(text), len(text)) == (14, 27)
    assert sentence_at(text, 4, 10, 6) == (4, 10)
    assert sentence_at("", 0, 0, 0) == (0, 0)
    assert sentence_at("  \n ", 0, 4, 2) == (0, 4)


def test_a_place_in_a_long_text_has_the_same_sentence_whatever_stands_far_before() -> None:
    sentence = "Г. Зінчанка сказаў: «Так. Не»  і пайшоў на вул. Купалы. "
    text = sentence * 500
    for at in range(len(sentence) * 200, len(sentence) * 201, 7):
        start, stop = sentence_at(text, 0, len(text), at, "be")
        assert text[start:stop] == sentence.strip()


@pytest.mark.parametrize(
    "piece",
    [
        ". ", "...", "«", "«a. ", "A. ", "a.a.", '“"', " ", "\n", "\n ", ")", "1. ", "\u0301", "\u200b.", "x", "?»",
        "\ud800. ", "\0", "т. е. ", "\u05d0. ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", ["", "be", "en"])
def test_odd_texts_end(piece: str, language: str) -> None:
    text = piece * (2_000_000 // len(piece))
    for at in (0, len(text) // 2, len(text)):
        start, stop = sentence_at(text, 0, len(text), at, language)
        assert 0 <= start <= stop <= len(text)
        assert stop - start <= 2 * REACH
