from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind
from workbench.i18n import activate
from workbench.qt.printing.pieces import LONGEST, Included, Piece, Style, pieces_of
from workbench.store.queries.printout import Printout

from .conftest import P, Q, printout_of

BODY = (Style.PARAGRAPH, Style.HEADING, Style.QUOTATION, Style.ITEM)


def body(printout: Printout, included: Included = Included()) -> list[Piece]:  # noqa: B008 - frozen
    return [piece for piece in pieces_of(printout, included) if piece.style in BODY]


def bare(piece: Piece, start: int = 0, end: int | None = None) -> str:
    """The words of a range of a piece without its raised numbers."""
    end = len(piece.text) if end is None else end
    raised = {at for first, last in piece.raised for at in range(first, last)}
    return "".join(piece.text[at] for at in range(start, end) if at not in raised)


def test_head_legend_text_and_notes() -> None:
    printout = printout_of(
        [(BlockKind.HEADING, 1, "Gate"), (BlockKind.PARAGRAPH, 0, "Maria said: free.")], (5, 10, P), (17, 21, Q)
    )
    pieces = list(pieces_of(printout, Included()))
    assert [(piece.style, piece.text) for piece in pieces] == [
        (Style.TITLE, "The gate"),
        (Style.FACT, "A. Reader · The Town · 12 December 2025 · English"),
        (Style.FACT, "https://example.org/gate"),
        (Style.FACT, f"SHA-256 of the original: {'ab' * 32}"),
        (Style.LEGEND, "Person    Quote"),
        (Style.HEADING, "Gate"),
        (Style.PARAGRAPH, "Maria1 said: free2."),
        (Style.SECTION, "Notes"),
        (Style.NOTE, "1. Person: Maria, speaker, probable"),
        (Style.NOTE_MORE, "Note: a note of two lines"),
        (Style.NOTE_MORE, "Tags: door, key"),
        (Style.NOTE, "2. Quote: Maria, direct"),
        (Style.NOTE_MORE, "Note: a note of two lines"),
        (Style.NOTE_MORE, "Tags: door, key"),
        (Style.NOTE_MORE, "Belarusian (final): Словы"),
    ]
    legend, text = pieces[4], pieces[6]
    assert [(legend.text[mark.start : mark.end], mark.kinds) for mark in legend.marks] == [
        ("Person", (P,)),
        ("Quote", (Q,)),
    ]
    assert [text.text[mark.start : mark.end] for mark in text.marks] == ["Maria", "free"]
    assert text.raised == ((5, 6), (17, 18))


def test_what_is_not_included_is_not_there() -> None:
    printout = printout_of([(BlockKind.PARAGRAPH, 0, "Maria said: free.")], (0, 5, P), (12, 16, Q))
    unmarked = list(pieces_of(printout, Included(marks=False)))
    assert [piece.text for piece in unmarked[4:]] == ["Maria said: free."]
    assert not any(piece.marks or piece.raised for piece in unmarked)
    assert not any(piece.style is Style.LEGEND for piece in unmarked)
    plain = list(pieces_of(printout, Included(notes=False)))
    assert plain[-1].text == "Maria said: free."
    assert len(plain[-1].marks) == 2
    texts = [piece.text for piece in pieces_of(printout, Included(translations=False))]
    assert "2. Quote: Maria, direct" in texts
    assert not any("Словы" in text for text in texts)


def test_the_words_follow_the_language_of_the_interface() -> None:
    activate("lt")
    texts = [piece.text for piece in pieces_of(printout_of([(BlockKind.PARAGRAPH, 0, "Maria")], (0, 5, P)), Included())]
    assert any("2025 m. gruodžio 12 d." in text for text in texts)
    assert not any(text.startswith("1. Person") for text in texts)


def test_passages_that_end_together_share_a_number_and_a_passage_goes_over_blocks() -> None:
    printout = printout_of(
        [(BlockKind.PARAGRAPH, 0, "abc def"), (BlockKind.ITEM, 0, "ghi jkl")], (0, 7, P), (4, 7, Q), (4, 11, P)
    )
    first, second = body(printout)
    assert first.text == "abc def1,3"
    assert [bare(first, mark.start, mark.end) for mark in first.marks] == ["abc def", "def", "def"]
    assert second.text == "ghi2 jkl"
    assert [bare(second, mark.start, mark.end) for mark in second.marks] == ["ghi"]


def test_a_paragraph_without_end_is_parted_at_spaces() -> None:
    words = "слова " * LONGEST
    pieces = body(printout_of([(BlockKind.PARAGRAPH, 0, words)], (LONGEST - 20, LONGEST + 20, P)))
    assert len(pieces) > 5
    assert "".join(map(bare, pieces)) == words
    assert all(len(piece.text) <= LONGEST + 2 for piece in pieces)
    assert [piece.goes_on for piece in pieces] == [False] + [True] * (len(pieces) - 1)
    assert [len(piece.marks) for piece in pieces[:3]] == [1, 1, 0]
    one = body(printout_of([(BlockKind.PARAGRAPH, 0, "x" * 3 * LONGEST)]))
    assert [len(piece.text) for piece in one] == [LONGEST] * 3


def test_signs_that_paper_does_not_know_are_blank() -> None:
    (piece,) = body(printout_of([(BlockKind.PARAGRAPH, 0, "a\0b\u2028c\td")]))
    assert piece.text == "a b c d"
    assert body(printout_of([])) == [Piece("", Style.PARAGRAPH)]


@given(
    st.lists(st.text("ab 👩é", min_size=1, max_size=12), min_size=1, max_size=4),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8),
)
def test_words_and_marks_survive_the_numbers(blocks: list[str], spans: list[tuple[int, int]]) -> None:
    printout = printout_of([(BlockKind.PARAGRAPH, 0, block) for block in blocks])
    text = printout.text.text
    kinds = list(PassageKind)[:4]
    passages = [(at, min(at + size, len(text)), kinds[at % 4]) for at, size in spans if at < len(text)]
    printout = printout_of([(BlockKind.PARAGRAPH, 0, block) for block in blocks], *passages)
    pieces = body(printout)
    assert [bare(piece) for piece in pieces] == blocks
    numbers = sorted(int(n) for piece in pieces for a, b in piece.raised for n in piece.text[a:b].split(","))
    assert len(numbers) == len(set(numbers))
    at = 0
    for block, piece in zip(blocks, pieces, strict=True):
        here = [
            one.mark.span
            for one in printout.passages
            if one.mark.span.start < at + len(block) and one.mark.span.end > at
        ]
        wanted = [text[max(at, span.start) : min(at + len(block), span.end)] for span in here]
        assert [bare(piece, mark.start, mark.end) for mark in piece.marks] == wanted
        at += len(block) + 1
