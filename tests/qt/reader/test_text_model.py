from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.structure import Block, BlockKind, StructuredText
from workbench.qt.reader.text_model import SEGMENT_LIMIT, TextModel


def covered(model: TextModel) -> str:
    """Put the segments together again, with the line feeds between blocks."""
    parts = []
    for number in range(len(model)):
        segment = model.segment(number)
        parts.append(model.text[segment.start : segment.end] + ("\n" if segment.closes else ""))
    return "".join(parts).removesuffix("\n")


@given(st.text(alphabet="ab \n👩\u0301", max_size=80))
def test_a_text_without_blocks_is_its_lines(text: str) -> None:
    model = TextModel(StructuredText(text, ()))
    assert covered(model) == text
    assert [model.block(n).start for n in range(model.block_count)] == [
        at for at in range(len(text) + 1) if at == 0 or text[at - 1] == "\n"
    ]


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=6), st.text(alphabet="ab\n", max_size=120))
def test_text_between_and_after_blocks_is_not_lost(steps: list[tuple[int, int]], text: str) -> None:
    blocks, at = [], 0
    for gap, length in steps:
        start = at + gap + (1 if blocks else 0)
        if start + length > len(text):
            break
        blocks.append(Block(start, start + length))
        at = start + length
    model = TextModel(StructuredText(text, tuple(blocks)))
    seen = set()
    for number in range(len(model)):
        segment = model.segment(number)
        seen |= set(range(segment.start, segment.end))
    assert {at for at in range(len(text)) if text[at] != "\n"} <= seen
    starts = [model.segment(number).start for number in range(len(model))]
    assert starts == sorted(starts)


def test_every_position_is_found_in_its_segment() -> None:
    text = "first\n\nthird 👩‍👩‍👧 line\nlast"
    model = TextModel(StructuredText(text, ()))
    for position in range(len(text) + 1):
        segment = model.segment(model.index_at(position))
        assert segment.start <= position <= segment.end


def test_a_long_line_is_cut_at_spaces_and_stays_one_block() -> None:
    text = "word " * 10_000
    model = TextModel(StructuredText(text, ()))
    assert model.block_count == 1
    assert len(model) > 5
    assert covered(model) == text
    for number in range(len(model)):
        segment = model.segment(number)
        assert 0 < segment.end - segment.start <= SEGMENT_LIMIT
        assert segment.opens == (number == 0)
        assert segment.closes == (number == len(model) - 1)
        assert text[segment.end - 1] == " "


def test_a_long_line_without_spaces_is_never_cut_inside_a_character() -> None:
    text = "e\u0301" * 9_000 + "👩\u200d👩" * 9_000
    model = TextModel(StructuredText(text, ()))
    assert covered(model) == text
    for number in range(1, len(model)):
        start = model.segment(number).start
        assert text[start] not in "\u0301\u200d"
        assert text[start - 1] != "\u200d"


def test_a_long_line_of_nothing_but_marks_is_cut_all_the_same() -> None:
    text = "\u0301" * 30_000
    assert covered(TextModel(StructuredText(text, ()))) == text


def test_what_is_shown_has_no_controls_and_the_same_length() -> None:
    text = "a\x00b\x1bc\td\x7f\ud800e"
    model = TextModel(StructuredText(text, (Block(0, len(text), BlockKind.PARAGRAPH),)))
    assert model.shown(0) == "a␀b␛c\td␡\ufffde"


def test_a_line_feed_inside_a_block_breaks_the_line() -> None:
    model = TextModel(StructuredText("a\nb", (Block(0, 3),)))
    assert model.shown(0) == "a\u2028b"


def test_units_count_from_the_start_of_the_segment() -> None:
    model = TextModel(StructuredText("👩a\n👩b", ()))
    assert model.units(1).to_units(1) == 2
    assert model.units(0).to_points(2) == 1


def test_signs_without_end_on_one_letter_are_parted_small() -> None:
    model = TextModel(StructuredText("z" + "\u0301" * 60_000, ()))
    longest = max(model.segment(n).end - model.segment(n).start for n in range(len(model) - 1))
    assert longest < SEGMENT_LIMIT // 10


def test_pictures_joined_without_end_are_shown_one_by_one() -> None:
    family, chain = "👩\u200d👩\u200d👧", "👩\u200d" * 40
    model = TextModel(StructuredText(f"{family}\n{chain}", ()))
    assert model.shown(0) == family
    assert model.shown(1) == "👩\u200b" * 40
