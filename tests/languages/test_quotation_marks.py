from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepping import steps
from workbench.domain.anchors import Span
from workbench.languages.quotation_marks import Pair, find_pairs, lines_of

MARKS = "«»‹›„“”‟\"‘’‚'"
TEXTS = st.text(st.sampled_from(MARKS + "aб1s .,—\n("), max_size=60)


def inners(text: str) -> list[str]:
    return [text[pair.inner.start : pair.inner.end] for pair in find_pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ён сказаў: «Так».", ["Так"]),
        ("Sakė: „Taip“.", ["Taip"]),
        ('Sakė: „Taip”, ir „ne".', ["Taip", "ne"]),
        ("She said “yes” and ‘no’.", ["yes", "no"]),
        ('She said "yes" and "no".', ["yes", "no"]),
        ("‚Gut‘, »Ja« und ›nein‹ ‹ici›", ["Gut", "Ja", "nein", "ici"]),
        ("« oui », dit-elle", ["oui"]),
        ('«a b» “c d” „e f“ "g h"', ["a b", "c d", "e f", "g h"]),
        ("“\u200bwords\u200b”", ["words"]),
        ("«Напалі« на выездзе", ["Напалі"]),
    ],
)
def test_each_convention_and_several_in_one_text(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


def test_marks_within_marks() -> None:
    text = "«Яна піша: „Ён кажа “не” і ‘так’“», — сказаў."
    found = find_pairs(text)
    assert [(text[p.inner.start : p.inner.end], p.depth) for p in found] == [
        ("Яна піша: „Ён кажа “не” і ‘так’“", 0),
        ("Ён кажа “не” і ‘так’", 1),
        ("не", 2),
        ("так", 2),
    ]
    assert all(text[p.outer.start] in MARKS and text[p.outer.end - 1] in MARKS for p in found)


def test_two_closing_marks_in_one_place_are_printed_once() -> None:
    text = "«Он сказал: «Да», — сообщила она."
    assert [(text[p.outer.start : p.outer.end], p.depth, p.closed) for p in find_pairs(text)] == [
        ("«Он сказал: «Да»", 0, True),
        ("«Да»", 1, True),
    ]


def test_an_opening_mark_without_end_ends_with_its_paragraph() -> None:
    text = "One. “Nobody told us anything\nNext paragraph.\nAnother."
    (pair,) = find_pairs(text)
    assert text[pair.inner.start : pair.inner.end] == "Nobody told us anything"
    assert not pair.closed
    assert pair.outer.end == pair.inner.end


def test_an_inner_mark_without_end_ends_with_what_is_around_it() -> None:
    text = "“He wrote «never and left,” she said."
    outer, inner = find_pairs(text)
    assert (outer.closed, inner.closed) == (True, False)
    assert text[inner.inner.start : inner.inner.end] == "never and left,"


@pytest.mark.parametrize(
    "text", ["yes” he said", "так», — сказаў", "a ) » b", "5 ” long", "", "\n\n", "“”", "«  »", '""']
)
def test_a_closing_mark_alone_and_empty_marks_are_nothing(text: str) -> None:
    assert find_pairs(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Don’t, сям’я, Jono’s, O’Hara, l’été and y’all've don't сям'я",
        "the ’90s, rock ’n’ roll, 'twas, 'em, rock 'n' roll and '68",
        "the teachers’ strike and the boys' school",
        "It is 6'2\" tall, 5’ 10” wide, 30' 15\" north",
    ],
)
def test_apostrophes_inches_and_minutes_are_no_marks(text: str) -> None:
    assert find_pairs(text) == []


def test_apostrophes_within_single_marks() -> None:
    assert inners("‘We don’t know the teachers’ names,’ he said.") == ["We don’t know the teachers’ names,"]
    assert inners("'It's rock 'n' roll,' he said.") == ["It's rock 'n' roll,"]


def test_inches_within_straight_marks() -> None:
    assert inners('"He is 6\'2" tall," she said, "since 1990" now') == ["He is 6'2\" tall,", "since 1990"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“One.\n“Two.\n“Three,” he said. “Four.”", ["One.\n“Two.\n“Three,", "Four."]),
        ('"One.\n"Two.\n"Three," he said. "Four."', ['One.\n"Two.\n"Three,', "Four."]),
        ("«Раз.\n«Два.\n«Три», — сказал он.", ["Раз.\n«Два.\n«Три"]),
        ("«Раз.\n»Два.\n»Три», — сказал он.", ["Раз.\n»Два.\n»Три"]),
        ("«Раз.\nДва.\nТри», — сказал он.", ["Раз.\nДва.\nТри"]),
        ("„Vienas.\nDu.\nTrys“, – sakė jis.", ["Vienas.\nDu.\nTrys"]),
        ("“One.\n“Two, unclosed.\nNothing more.", ["One.\n“Two, unclosed."]),
    ],
)
def test_a_quotation_over_several_paragraphs(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


def test_a_mark_is_not_waited_for_without_end() -> None:
    far = "«Раз.\n" + "Тэкст.\n" * 7 + "Канец»."
    (pair,) = find_pairs(far)
    assert far[pair.inner.start : pair.inner.end] == "Раз."
    assert not pair.closed


def test_paragraphs_may_have_lines_in_them() -> None:
    text = "“A wrapped\nline,” he said.\n\n“Another"
    whole = [Span(0, text.index("\n\n")), Span(text.index("“Another"), len(text))]
    assert [text[p.inner.start : p.inner.end] for p in find_pairs(text, whole)] == ["A wrapped\nline,", "Another"]


def test_progress_may_stop_it() -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if len(told) == 3:
            raise KeyError

    text = "«а»\n" * 10
    with pytest.raises(KeyError):
        find_pairs(text, progress=stop)
    assert told == [(0, 40), (4, 40), (8, 40)]


@given(TEXTS)
def test_pairs_are_in_the_text_and_never_cross(text: str) -> None:
    pairs = find_pairs(text)
    assert pairs == sorted(pairs, key=lambda p: (p.outer.start, -p.outer.end))
    around: list[Pair] = []
    for pair in pairs:
        assert 0 <= pair.outer.start < pair.inner.start < pair.inner.end <= pair.outer.end <= len(text)
        assert not text[pair.inner.start].isspace()
        assert not text[pair.inner.end - 1].isspace()
        while around and around[-1].outer.end <= pair.outer.start:
            around.pop()
        assert pair.depth == len(around)
        if around:
            assert pair.outer.end <= around[-1].outer.end
        around.append(pair)
    assert find_pairs(text) == pairs


@given(TEXTS, TEXTS)
def test_a_text_that_is_closed_does_not_change_what_follows(one: str, other: str) -> None:
    """What comes before matters only while a mark is open; six paragraphs end any wait."""
    gap = "\n" + "-\n" * 8
    shift = len(one) + len(gap)
    after = [p for p in find_pairs(one + gap + other) if p.outer.start >= shift]
    moved = [(p.outer.start - shift, p.outer.end - shift, p.closed) for p in after]
    alone = [(p.outer.start, p.outer.end, p.closed) for p in find_pairs(other)]
    assert moved == alone


@pytest.mark.parametrize(
    "piece", ["«a» ", "“", '"a ', "„a «b ‘c\n", "’", "a\n", "«\n«", "»", "'a ", "(«a„b“ ", "“A.\n“B.\n"]
)
def test_steps_grow_with_the_text_and_no_faster(piece: str) -> None:
    small, large = steps(lambda: find_pairs(piece * 300)), steps(lambda: find_pairs(piece * 1200))
    assert large <= 4.4 * small + 500


def test_lines_of_leaves_empty_ones_out() -> None:
    assert lines_of("a\n\n\nbc\n") == [Span(0, 1), Span(4, 6)]
