from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import CancelledError
from workbench.domain.structure import Block, BlockKind, StructuredText, join_blocks
from workbench.languages.alignment import MOST, Bead, align, paragraph, path_between, proportional

ENGLISH = (
    "The gate",
    "On 3 May 2024 the librarian Alena Sokał walked out of the gate in Orša, and her brother Ihar stood there.",
    "“We kept your chair by the window,” he said.",
    "The court had sentenced her to seven years, but the register counts 9, and nobody could say why that was so.",
    "A bus of the League of Readers came up the hill at 11:40 with forty people on it.",
    "Nobody else spoke.",
)
RUSSIAN = (
    "Ворота",
    "3 мая 2024 года библиотекарь Алёна Сокол вышла из ворот в Орше, и там стоял её брат Игорь.",
    "«Мы сохранили твой стул у окна», — сказал он.",
    "Суд приговорил её к семи годам, но в реестре значится 9, и никто не мог сказать, почему это так.",
    "Автобус Лиги читателей поднялся на холм в 11:40, в нём было сорок человек.",
    "Больше никто не говорил.",
)
WORDS = ["window", "river", "Orša", "Минск", "book", "1984", "seven", "garden", "Вільня", "stone", "12", "harbour"]
paragraphs = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=14)


def beads_of(left: tuple[str, ...], right: tuple[str, ...]) -> list[Bead]:
    return align([paragraph(text) for text in left], [paragraph(text) for text in right])


def joined(*texts: str) -> StructuredText:
    kinds = [(BlockKind.HEADING if n == 0 else BlockKind.PARAGRAPH, int(n == 0), text) for n, text in enumerate(texts)]
    return join_blocks(kinds)


@given(paragraphs, paragraphs)
def test_every_paragraph_is_in_one_bead_and_beads_never_cross(left: list[str], right: list[str]) -> None:
    beads = beads_of(tuple(left), tuple(right))
    assert [n for bead in beads for n in range(*bead.left)] == list(range(len(left)))
    assert [n for bead in beads for n in range(*bead.right)] == list(range(len(right)))
    for bead in beads:
        shape = bead.left[1] - bead.left[0], bead.right[1] - bead.right[0]
        assert shape in {(1, 1), (1, 0), (0, 1), (2, 1), (1, 2)}


@given(paragraphs)
def test_a_text_is_aligned_with_itself_one_to_one(texts: list[str]) -> None:
    beads = beads_of(tuple(texts), tuple(texts))
    assert all(bead.left == bead.right for bead in beads)


def test_a_translation_goes_one_to_one() -> None:
    assert beads_of(ENGLISH, RUSSIAN) == [Bead((n, n + 1), (n, n + 1)) for n in range(len(ENGLISH))]


def test_what_is_left_out_has_no_counterpart_on_either_side() -> None:
    left_out = beads_of(ENGLISH, RUSSIAN[:3] + RUSSIAN[4:])
    assert Bead((3, 4), (3, 3)) in left_out
    assert Bead((4, 5), (3, 4)) in left_out
    added = beads_of(ENGLISH[:1] + ENGLISH[2:], RUSSIAN)
    assert Bead((1, 1), (1, 2)) in added
    assert Bead((1, 2), (2, 3)) in added


def test_joined_and_cut_paragraphs_go_together() -> None:
    whole = f"{RUSSIAN[3]} {RUSSIAN[4]}"
    assert Bead((3, 5), (3, 4)) in beads_of(ENGLISH, (*RUSSIAN[:3], whole, RUSSIAN[5]))
    assert Bead((3, 4), (3, 5)) in beads_of((*ENGLISH[:3], f"{ENGLISH[3]} {ENGLISH[4]}", ENGLISH[5]), RUSSIAN)


def test_numbers_and_names_find_the_way_where_lengths_mislead() -> None:
    left = tuple(f"In {1900 + n * 7} they came to the house again." for n in range(40))
    right = tuple(f"В {1900 + n * 7} году они снова пришли в тот дом." for n in range(9, 40))
    beads = beads_of(left, right)
    assert {Bead((n, n + 1), (n - 9, n - 8)) for n in range(10, 40)} <= set(beads)


def test_nothing_on_one_side() -> None:
    assert beads_of((), ()) == []
    assert beads_of(("One.", "Two."), ()) == [Bead((0, 1), (0, 0)), Bead((1, 2), (0, 0))]
    assert beads_of((), ("Один.",)) == [Bead((0, 0), (0, 1))]


def test_numbers_are_read_as_each_language_groups_them() -> None:
    signs = {
        paragraph(f"It cost {form} that day").signs - paragraph("It cost that day").signs
        for form in ("1,250,000", "1 250 000", "1.250.000", "1\u00a0250\u00a0000")
    }
    assert signs == {frozenset({"1250000"})}


def test_it_can_be_stopped() -> None:
    def stop() -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        align([paragraph("One.")], [paragraph("Один.")], stop)


def test_the_path_leads_from_place_to_place_and_back() -> None:
    left, right = joined(*ENGLISH), joined(*RUSSIAN[:3], *RUSSIAN[4:])
    path = path_between(left.text, left.blocks, right.text, right.blocks)
    there = {4: 3, 5: 4, 1: 1}
    for here, other in there.items():
        start, mine = right.blocks[other].start, left.blocks[here]
        assert path.across(mine.start) == start
        assert path.across(start, back=True) == mine.start
        middle = path.across((mine.start + mine.end) / 2)
        assert right.blocks[other].start < middle < right.blocks[other].end
        assert path.counterpart(mine.start + 2) == (right.blocks[other].start, right.blocks[other].end)
        assert path.counterpart(start, back=True) == (mine.start, mine.end)
    left_out = left.blocks[3]
    assert path.counterpart(left_out.start) is None
    assert path.across(left_out.start) == path.across(left_out.end) == right.blocks[3].start


@given(paragraphs, paragraphs)
def test_the_path_only_goes_forward_and_reaches_both_ends(left: list[str], right: list[str]) -> None:
    one, other = joined(*left), joined(*right)
    path = path_between(one.text, one.blocks, other.text, other.blocks)
    for back, here, there in ((False, one.text, other.text), (True, other.text, one.text)):
        places = [path.across(position, back=back) for position in range(len(here) + 2)]
        assert all(a <= b for a, b in pairwise(places))
        assert places[0] >= 0
        assert places[-1] == len(there) + 1


def test_empty_lines_are_passed_over() -> None:
    left = "One 1.\n\n\n   \nTwo 2."
    blocks = (Block(0, 6), Block(7, 7), Block(8, 8), Block(9, 12), Block(13, 19))
    right = joined("Один 1.", "Два 2.")
    path = path_between(left, blocks, right.text, right.blocks)
    assert path.counterpart(14) == (right.blocks[1].start, right.blocks[1].end)
    assert path.counterpart(10) == (0, 7)


def test_without_words_or_with_too_many_paragraphs_it_goes_by_proportion() -> None:
    text = "a\n" * (MOST // 2 + 1)
    blocks = tuple(Block(2 * n, 2 * n + 1) for n in range(MOST // 2 + 1))
    path = path_between(text, blocks, text, blocks)
    assert path == proportional(len(text), len(text))
    assert path.counterpart(5) is None
    assert path.across(1000) == 1000
    assert path_between("", (), text, blocks) == proportional(0, len(text))
    assert proportional(0, 0).across(0) == 0
    assert proportional(99, 49).across(50) == 25


def test_a_band_still_holds_a_long_text_with_much_left_out() -> None:
    left = [f"Paragraph {n} speaks of item {n * 31 % 9973} at some length, as all of them do." for n in range(900)]
    right = [f"Абзац {n} говорит о предмете {n * 31 % 9973} довольно долго, как и все." for n in range(900)]
    kept = right[:200] + right[300:]
    beads = align([paragraph(text) for text in left], [paragraph(text) for text in kept])
    links = {
        (bead.left[0], bead.right[0])
        for bead in beads
        if bead.left[1] - bead.left[0] == 1 == bead.right[1] - bead.right[0]
    }
    assert {(n, n) for n in range(195)} <= links
    assert {(n, n - 100) for n in range(305, 900)} <= links
