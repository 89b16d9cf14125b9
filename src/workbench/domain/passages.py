"""A passage as it is shown on its text: where it is, and what is attached to it, in short."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind, TranslationState


class QuoteState(StrEnum):
    """How far the translations of a quote are: as far as the one that is worst off, in this order."""

    STALE = "stale"
    """The quote's words changed since it was translated."""

    MISSING = "missing"
    """There is no translation at all."""

    INITIAL = TranslationState.INITIAL.value
    TRANSLATED = TranslationState.TRANSLATED.value
    REVIEWED = TranslationState.REVIEWED.value
    FINAL = TranslationState.FINAL.value


class MarkedPassage(NamedTuple):
    """A passage as the reader shows it; `state` is None where it is no quote.

    `records` are the ids of the records that it names, and of the one who speaks in it.
    """

    id: str
    span: Span
    kinds: tuple[PassageKind, ...] = ()
    records: tuple[str, ...] = ()
    state: QuoteState | None = None
