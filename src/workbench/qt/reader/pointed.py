"""The passages that the mouse is at, and which records stand out by them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workbench.qt.reader.passage_index import MarkedPassage

if TYPE_CHECKING:
    from workbench.qt.reader.reader import Reader

_TOLD = 12
"""Passages that a tooltip beside a crowd of them tells of."""


class Pointed:
    """Has the passages beside which the mouse is stand out, with all that name the same records."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._passages: tuple[MarkedPassage, ...] = ()

    def forget(self) -> None:
        """Point at nothing: another text comes."""
        self._passages = ()

    def point_at(self, passages: Sequence[MarkedPassage]) -> None:
        """Point at these; their facts are the tooltip."""
        if tuple(passages) != self._passages:
            self._passages = tuple(passages)
            told = [self._reader.facts_of(passage) for passage in passages[:_TOLD]]
            self._reader.viewport().setToolTip("\n".join(told))
            self._reader.stand_out()

    def records(self, current: str | None) -> frozenset[str]:
        """Return the records whose passages stand out: those of the current passage and of those pointed at."""
        passage = None if current is None else self._reader.passages.get(current)
        out = (*self._passages, *((passage,) if passage is not None else ()))
        return frozenset(record_id for each in out for record_id in each.records)
