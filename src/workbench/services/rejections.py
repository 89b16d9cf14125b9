"""Suggestions that a person turned down: by their words and surroundings, whatever they suggested.

A rejection belongs to a source and not to one of its text versions, so that what was rejected
stays so in a newer one, as long as its words can be told there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.domain.anchors import CONTEXT, Anchor, Span
from workbench.store.queries.suggestions import RejectionRow
from workbench.store.tables import Rejection, TextVersion
from workbench.store.work import Act, Work

QUOTATION = "quotation"
"""What `Rejection.kind` says of a rejected suggestion of a quote."""

NAME = "name"
"""What it says of words that were suggested as naming a record."""

_AGREES = 16
"""Code points on a side that tell rejected words from the same words elsewhere, where those beyond differ."""


def rejected_spans(rows: Sequence[RejectionRow], anchors: Iterable[Anchor]) -> set[Span]:
    """Return which of a text's suggestions were rejected, in this text version or in an older one."""
    by_words: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        by_words.setdefault(anchor.exact, []).append(anchor)
    return {anchor.span for row in rows for anchor in _meant(row, by_words.get(row.exact, ()))}


def _meant(row: RejectionRow, same: Sequence[Anchor]) -> list[Anchor]:
    """Return those of the same words that a rejection means; none where it could be one as well as another.

    A newer text version may have edited one side. What follows words that stand there twice
    (“said Ihar Novik”) may follow both, so one side is enough only where they stand there once.
    """
    for length in (CONTEXT, _AGREES):
        both = [anchor for anchor in same if _before(row, anchor, length) and _after(row, anchor, length)]
        if both:
            return both
    return [anchor for anchor in same if len(same) == 1 and (_before(row, anchor) or _after(row, anchor))]


def _before(row: RejectionRow, anchor: Anchor, length: int = _AGREES) -> bool:
    return row.prefix[-length:] == anchor.prefix[-length:]


def _after(row: RejectionRow, anchor: Anchor, length: int = _AGREES) -> bool:
    return row.suffix[:length] == anchor.suffix[:length]


def reject(work: Work, kind: str, text_version_id: str, anchor: Anchor) -> str:
    """Keep that a suggestion was turned down for its source, once; returns the rejection's id."""
    source_id = work.get(TextVersion, text_version_id).source_id
    facts = {"exact": anchor.exact, "prefix": anchor.prefix, "suffix": anchor.suffix}
    same = work.find(Rejection, source_id=source_id, kind=kind, **facts)
    return same[0].id if same else work.insert(Rejection, source_id=source_id, kind=kind, **facts).id


def restore_suggestion(rejection_id: str) -> Act[str]:
    """Take a rejection back, so that its words are offered again; returns the words."""

    def run(work: Work) -> str:
        words = work.get(Rejection, rejection_id).exact
        work.remove(Rejection, rejection_id)
        return words

    return Act("restore_suggestion", run, lambda _work, words: words)
