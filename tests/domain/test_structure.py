from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.structure import Block, BlockKind, blocks_from_json, blocks_to_json, join_blocks

parts = st.lists(
    st.tuples(st.sampled_from(BlockKind), st.integers(0, 6), st.text("aў😀\u0301 ", max_size=8)), max_size=8
)


@given(parts)
def test_blocks_hold_their_own_words_in_order(given_parts: list[tuple[BlockKind, int, str]]) -> None:
    whole = join_blocks(given_parts)
    kept = [part for part in given_parts if part[2]]
    assert [(b.kind, b.level, whole.text[b.start : b.end]) for b in whole.blocks] == kept
    assert all(a.end + 1 == b.start for a, b in zip(whole.blocks, whole.blocks[1:], strict=False))
    assert whole.text == "\n".join(part[2] for part in kept)
    assert blocks_from_json(blocks_to_json(whole.blocks)) == whole.blocks


def test_the_form_in_the_archive_is_fixed() -> None:
    blocks = (
        Block(0, 4, BlockKind.HEADING, 2),
        Block(5, 9),
        Block(10, 12, BlockKind.QUOTATION),
        Block(13, 14, BlockKind.ITEM),
    )
    assert blocks_to_json(blocks) == b'[[0,4,"h",2],[5,9,"p",0],[10,12,"q",0],[13,14,"li",0]]'
    assert blocks_from_json(b"[]") == ()
