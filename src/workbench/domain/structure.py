"""The paragraphs and headings of a text version, as ranges of its code points."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of text is."""

    PARAGRAPH = "p"
    HEADING = "h"
    QUOTATION = "q"
    ITEM = "li"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: a half-open range of code points without its line end; `level` 1–6 for headings."""

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True, slots=True)
class StructuredText:
    """A text and its blocks, in order and without overlap; blocks are parted by line feeds."""

    text: str
    blocks: tuple[Block, ...]


def join_blocks(parts: list[tuple[BlockKind, int, str]]) -> StructuredText:
    """Put blocks (kind, level, text) together, one line feed between them; empty ones are left out."""
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for kind, level, text in parts:
        if not text:
            continue
        blocks.append(Block(at, at + len(text), kind, level))
        pieces.append(text)
        at += len(text) + 1
    return StructuredText("\n".join(pieces), tuple(blocks))


def blocks_to_json(blocks: tuple[Block, ...]) -> bytes:
    """Write blocks as UTF-8 JSON: a list of `[start, end, kind, level]`."""
    rows = [[b.start, b.end, b.kind.value, b.level] for b in blocks]
    return json.dumps(rows, separators=(",", ":")).encode("ascii")


def blocks_from_json(data: bytes) -> tuple[Block, ...]:
    """Read what `blocks_to_json` wrote."""
    kinds = {kind.value: kind for kind in BlockKind}  # a book has 100,000 blocks, and `BlockKind(…)` is a call each
    return tuple([Block(start, end, kinds[kind], level) for start, end, kind, level in json.loads(data)])
