"""A printout of a small article without an archive, and the sample's as it is read."""

from __future__ import annotations

import pytest

from rooms import Room
from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind
from workbench.domain.passages import MarkedPassage
from workbench.domain.structure import BlockKind, join_blocks
from workbench.store.queries.printout import PrintedMention, PrintedPassage, PrintedQuote, Printout, read_printout
from workbench.store.queries.sources import SourceDetail, list_sources, source_detail

P, Q = PassageKind.PERSON, PassageKind.QUOTE

SOURCE = SourceDetail(
    id="s",
    revision=1,
    title="The gate",
    creator="A. Reader",
    publisher="The Town",
    address="https://example.org/gate",
    published="2025-12-12",
    retrieved="",
    language="en",
    rights="",
    media_type="text/plain",
    file_name="gate.txt",
    original_digest="ab" * 32,
    original_size=1,
    text_version_id="v",
    text_digest="",
    length=0,
    reader="text",
    newest_id="v",
)


def printout_of(parts: list[tuple[BlockKind, int, str]], *passages: tuple[int, int, PassageKind]) -> Printout:
    """Make a printout of blocks and (start, end, kind) of passages, each a mention or a quote."""
    made = []
    for number, (start, end, kind) in enumerate(sorted(passages, key=lambda one: (one[0], -one[1])), 1):
        quote = PrintedQuote("Maria", "direct", (("be", "final", "Словы", ""),)) if kind is Q else None
        mentions = () if quote else (PrintedMention(kind.value, "Maria", "speaker", "probable"),)
        mark = MarkedPassage(str(number), Span(start, end), (kind,))
        made.append(PrintedPassage(number, mark, mentions, quote, ("a note\nof two lines",), ("door", "key")))
    return Printout(SOURCE, join_blocks(parts), tuple(made))


@pytest.fixture
def sample_printout(sample_room: Room) -> Printout:
    with sample_room.archive.read() as connection:
        source = source_detail(connection, list_sources(connection)[0].id)
        assert source is not None
        found = read_printout(connection, source.text_version_id, source.id, "en", lambda: None)
        assert found is not None
        return found
