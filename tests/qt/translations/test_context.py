from __future__ import annotations

from workbench.domain.structure import BlockKind, join_blocks
from workbench.qt.translations.context import AROUND, surroundings


def test_the_paragraph_stands_around_the_words() -> None:
    text = join_blocks([(BlockKind.HEADING, 1, "Head"), (BlockKind.PARAGRAPH, 0, "He 😀 said: go. Then left.")])
    start = text.text.index("go")
    assert surroundings(text, start, start + 2) == ("He 😀 said: ", "go", ". Then left.")


def test_words_over_two_paragraphs_bring_both() -> None:
    text = join_blocks([(BlockKind.PARAGRAPH, 0, "One two."), (BlockKind.PARAGRAPH, 0, "Three four.")])
    assert surroundings(text, 4, 14) == ("One ", "two.\nThree", " four.")


def test_a_long_paragraph_is_cut_at_words() -> None:
    text = join_blocks([(BlockKind.PARAGRAPH, 0, "word " * 1_000 + "HERE " + "word " * 1_000)])
    start = text.text.index("HERE")
    before, exact, after = surroundings(text, start, start + 4)
    assert exact == "HERE"
    assert before.startswith("… word ")
    assert after.endswith("word …")
    assert len(before) <= AROUND + 2
