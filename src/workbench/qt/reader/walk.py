"""Which passage comes next: in order of place, or among those at one place; no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.kinds import PassageKind
from workbench.qt.reader.passage_index import MarkedPassage, PassageIndex, order_key


def next_passage(
    index: PassageIndex, current: MarkedPassage | None, caret: int, *, back: bool, kind: PassageKind | None
) -> MarkedPassage | None:
    """Return the passage after (or before) the current one while the caret is in it, else after the caret.

    With `kind`, passages that are not of it are left out.
    """
    if current is not None and current.span.start <= caret <= current.span.end:
        walk = index.iter_before(order_key(current)) if back else index.iter_after(order_key(current))
    else:
        walk = index.iter_before((caret, 0, "")) if back else index.iter_after((caret,))
    return next((passage for passage in walk if kind is None or kind in passage.kinds), None)


def cycled(under: Sequence[str], current: str | None, *, back: bool, wrap: bool) -> str | None:
    """Return the id that follows the current one among ids in index order, innermost first; None where none does."""
    ids = list(reversed(under))
    if not ids:
        return None
    if current not in ids:
        return ids[-1 if back else 0]
    at = ids.index(current) + (-1 if back else 1)
    return ids[at % len(ids)] if wrap or 0 <= at < len(ids) else None
