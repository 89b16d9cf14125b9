from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.anchors import Span
from workbench.languages.quotations import Quotation, Reason, find_quotations, offered

from .test_quotation_marks import steps

PIECES = '«|»|“|”|"|„|‘|’|— |– |, |. |: |\n| |сказаў |said |sakė |он |дом |house |didn’t |He |told |that |1990'
WORDS = st.sampled_from((*PIECES.split("|"), "Maria Sokal ", "А. Б. Крук "))


def said(text: str, language: str) -> list[tuple[str, str]]:
    """Return the words and the proposed speaker of everything that is offered."""
    found = offered(find_quotations(text, language))
    return [(text[q.span.start : q.span.end], name_of(text, q)) for q in found]


def name_of(text: str, found: Quotation) -> str:
    return "" if found.speaker is None else text[found.speaker.start : found.speaker.end]


@pytest.mark.parametrize(
    ("language", "text", "words", "speaker"),
    [
        (
            "en",
            "“We kept your chair by the window,” said Alena Sokal.",
            "We kept your chair by the window,",
            "Alena Sokal",
        ),
        ("en", "“We kept your chair,” Sokal told Radio Orsha.", "We kept your chair,", "Sokal"),
        ("en", "Alena Sokal, a librarian, said: “We kept it.”", "We kept it.", "Alena Sokal"),
        ("en", "According to Ihar Sokal, “nobody had slept at all”.", "nobody had slept at all", "Ihar Sokal"),
        ("en", "'We kept your chair,' Mr Sokal added.", "We kept your chair,", "Sokal"),
        ("en", '"We kept it," said the tall and tired A. B. Sokal in Orsha.', "We kept it,", "A. B. Sokal"),
        ("be", "«Мы захавалі тваё крэсла», — сказала Алена Сокал.", "Мы захавалі тваё крэсла", "Алена Сокал"),
        ("be", "Ігар Сокал дадаў: «Мы чакалі».", "Мы чакалі", "Ігар Сокал"),
        ("be", "Па словах А. Б. Сокал, «ніхто не спаў усю ноч».", "ніхто не спаў усю ноч", "А. Б. Сокал"),
        (
            "ru",
            "«Мы сохранили твоё кресло», — рассказала Алена Сокол в Орше.",
            "Мы сохранили твоё кресло",
            "Алена Сокол",
        ),
        ("ru", "Игорь Сокол заявил: «Мы ждали».", "Мы ждали", "Игорь Сокол"),
        ("lt", "„Išsaugojome tavo kėdę“, – sakė Alena Sokal Vilniuje.", "Išsaugojome tavo kėdę", "Alena Sokal"),
        ("lt", "Ihar Sokal pridūrė: „Mes laukėme.“", "Mes laukėme.", "Ihar Sokal"),
        ("lt", "Pasak J. Jonaičio, „niekas nemiegojo visą naktį“.", "niekas nemiegojo visą naktį", "J. Jonaičio"),
        ("pl", "«Мы ждали», — сказал Игорь Сокол.", "Мы ждали", "Игорь Сокол"),
    ],
)
def test_who_said_it_after_before_and_between(language: str, text: str, words: str, speaker: str) -> None:
    assert said(text, language) == [(words, speaker)]


def test_a_split_quotation_is_offered_one_part_after_the_other() -> None:
    text = "“We kept it,” Ihar Sokal said, “and we waited.” Nobody answered."
    assert said(text, "en") == [("We kept it,", "Ihar Sokal"), ("and we waited.", "Ihar Sokal")]
    text = "«Мы чакалі, — сказаў Ігар Сокал. — Усю ноч»."
    assert said(text, "be") == [("Мы чакалі, — сказаў Ігар Сокал. — Усю ноч", "Ігар Сокал")]


def test_the_speaker_goes_on_in_the_paragraph_with_less_certainty() -> None:
    text = "“We kept it,” said Ihar Sokal to them. “Nobody had asked us to do it at all.”"
    first, second = offered(find_quotations(text, "en"))
    assert name_of(text, first) == name_of(text, second) == "Ihar Sokal"
    text = "“We kept it,” said Ihar Sokal.\nOrsha is a town.\n“Nobody had asked us to do it at all,” he said."
    first, second = offered(find_quotations(text, "en"))
    assert name_of(text, second) == "Ihar Sokal"
    assert second.speaker_certainty < first.speaker_certainty


def test_a_pronoun_means_the_last_full_name_with_little_certainty() -> None:
    text = "Alena Sokal stepped off the bus.\n“I want to sleep,” she said."
    (found,) = offered(find_quotations(text, "en"))
    assert name_of(text, found) == "Alena Sokal"
    assert found.speaker_certainty < 50


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We waited all night long,” said a man in Orsha."),
        ("en", "He said that Alena Sokal's “chair by the window” was gone."),
        ("en", "He said that Alena Sokal was “tired and hungry”."),
        ("be", "«Мы чакалі ўсю ноч», — сказала жанчына ў Оршы."),
        ("lt", "„Laukėme visą naktį“, – sakė moteris Vilniuje."),
    ],
)
def test_a_place_and_whom_it_is_about_are_not_who_speaks(language: str, text: str) -> None:
    assert [speaker for _words, speaker in said(text, language)] == [""]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("be", "«Белавія» адмяніла рэйс, піша газета «Наша Ніва»."),
        ("be", "Так званая «свабода» скончылася. Ён чытаў кнігу «Каласы пад сярпом тваім»."),
        ("ru", "Компания «Рога и Копыта» купила завод «Красный Октябрь»."),
        ("lt", "Bendrovė „Toyota“ ir laikraštis „Lietuvos Rytas“ tylėjo."),
        ("en", 'The “Nobel Prize” went to the “Free Press” and the "expert" slept.'),
        ("en", "She read “War and Peace”, said nothing and saw the film “All the King’s Men”."),
    ],
)
def test_titles_organisations_and_scare_quotes_are_left_out(language: str, text: str) -> None:
    assert said(text, language) == []
    assert find_quotations(text, language) != []


def test_one_word_is_offered_where_it_is_introduced() -> None:
    assert said("Ён сказаў: «Так».", "be") == [("Так", "")]
    assert said("“No!” shouted Ihar.", "en") == [("No!", "Ihar")]
    assert said("It was a “no” for them.", "en") == []
    assert said("Яны крычалі: «Жыве Беларусь»", "be") == [("Жыве Беларусь", "")]


def test_two_quotations_joined_by_and_share_what_brings_them_in() -> None:
    text = "Ihar Sokal described it as “a very old thing” and “a waste of time”."
    assert [words for words, _who in said(text, "en")] == ["a very old thing", "a waste of time"]


def test_a_colon_may_end_the_paragraph_before() -> None:
    text = "Alena Sokal wrote to us:\n“Nobody slept.”"
    assert said(text, "en") == [("Nobody slept.", "Alena Sokal")]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "be",
            "— Я вярнуся, — сказала Алена Сокал. — Чакайце.",
            [("Я вярнуся,", "Алена Сокал"), ("Чакайце.", "Алена Сокал")],
        ),
        ("ru", "— Вы вернётесь? — спросил Игорь.", [("Вы вернётесь?", "Игорь")]),
        ("lt", "– Aš grįšiu, – sakė Alena.", [("Aš grįšiu,", "Alena")]),
        ("be", "— хлеб\n— малако, два літры\n— соль — і цукар", []),
        ("be", "— «Я вярнуся дадому», — сказала Алена.", [("Я вярнуся дадому", "Алена")]),
    ],
)
def test_dialogue_with_dashes(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, language) == expected


def test_an_unclosed_quotation_is_less_likely() -> None:
    closed, unclosed = "He said: “We waited all night.”", "He said: “We waited all night."
    (one,), (other,) = find_quotations(closed, "en"), find_quotations(unclosed, "en")
    assert one.likelihood > other.likelihood
    assert not other.closed


@pytest.mark.parametrize(
    ("language", "forgotten", "following", "next_words"),
    [
        ("en", "“We waited all night long, said Orlov.", "“Nobody came,” said Ihar Kruk.", "Nobody came,"),
        ("en", "“We waited all night long, the tall Ihar Orlov said.", "“Nobody came,” he said.", "Nobody came,"),
        ("be", "«Мы чакалі ўсю ноч, — сказаў Ігар Сокал.", "«Ніхто не прыйшоў», — сказала Алена.", "Ніхто не прыйшоў"),
    ],
)
def test_a_forgotten_closing_mark_swallows_no_other_quotation(
    language: str, forgotten: str, following: str, next_words: str
) -> None:
    text = f"{forgotten}\n{following}\nThe end."
    first, second = find_quotations(text, language)
    assert (text[first.span.start : first.span.end], first.closed) == (forgotten[1:], False)
    assert (text[second.span.start : second.span.end], second.closed) == (next_words, True)
    said = forgotten.replace(",", "," + ("”" if language == "en" else "»"), 1)
    (closed,) = find_quotations(said, language)
    assert first.likelihood < closed.likelihood


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“We waited all night. It was cold, said the driver, and dark.\n“Nobody came,” said Ihar Kruk."),
        ("en", "“We waited, said Orlov. And so we went.\n“Nobody came,” said Ihar Kruk."),
        ("be", "«Мы чакалі, — сказаў Ігар Сокал. — І ўсё.\n«Ніхто не прыйшоў», — сказаў ён."),
        ("en", "“We waited all night.\n“It was cold, said Orlov.\n“Nobody came,” said Ihar Kruk."),
    ],
)
def test_paragraphs_of_one_quotation_stay_one(language: str, text: str) -> None:
    (found,) = find_quotations(text, language)
    assert found.closed
    assert found.span.start == 1
    assert found.span.end > text.index("\n")


def test_reasons_are_told() -> None:
    def reason(text: str) -> Reason:
        return find_quotations(text, "en")[0].reason

    assert reason("“We waited,” he said.") is Reason.SAID
    assert reason("Sokal: “We waited.”") is Reason.INTRODUCED
    assert reason("He said we were “tired and hungry” then.") is Reason.NEAR
    assert reason("“We waited all night for the bus to come.”") is Reason.LENGTH
    assert reason("The “Free Press” slept.") is Reason.TITLE


def test_the_verb_is_a_place_in_the_text() -> None:
    text = "“We waited,” Sokal added."
    (found,) = find_quotations(text, "en")
    assert found.verb is not None
    assert text[found.verb.start : found.verb.end] == "added"


@given(st.lists(WORDS, max_size=50).map("".join), st.sampled_from(["be", "ru", "lt", "en", ""]))
def test_whatever_the_text_spans_are_in_it_and_offers_do_not_overlap(text: str, language: str) -> None:
    found = find_quotations(text, language)
    for each in found:
        assert 0 <= each.outer.start <= each.span.start < each.span.end <= each.outer.end <= len(text)
        assert 0 <= each.likelihood <= 100
        assert 0 <= each.speaker_certainty <= 95
        for span in (each.verb, each.speaker):
            assert span is None or span.end <= len(text)
    shown = offered(found)
    assert all(a.outer.end <= b.outer.start for a, b in pairwise(shown))
    assert find_quotations(text, language) == found


def test_a_part_of_a_text_gives_what_the_whole_gives_there() -> None:
    one, other = "“We waited,” said Ihar Sokal.", "“Nobody slept at all,” Alena Sokal added."
    text = f"{one}\n{other}"
    part = find_quotations(text, "en", paragraphs=[Span(len(one) + 1, len(text))])
    assert [q.span for q in part] == [find_quotations(text, "en")[1].span]


@pytest.mark.parametrize(
    "piece",
    ["«Так», — сказаў Ігар. ", "“a” ", "«a», ", "— Да, — сказал он. ", "— Да, — сказал он.\n", "“A “b „c\n", "дом, "],
)
def test_steps_grow_with_the_text_and_no_faster(piece: str) -> None:
    small = steps(lambda: find_quotations(piece * 100, "be"))
    large = steps(lambda: find_quotations(piece * 400, "be"))
    assert large <= 4.4 * small + 500
