"""What persons have called the signs in quotes."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind
from workbench.store.tables import QuoteMark
from workbench.store.work import table_of

_MARK = table_of(QuoteMark)


def said_marks(connection: Connection, quote_ids: Collection[str] | None = None) -> dict[str, dict[Span, MarkKind]]:
    """Return them by quote and range in its words (code points), of some quotes or of all for None."""
    query = select(_MARK)
    if quote_ids is not None:
        query = query.where(_MARK.c.quote_id.in_(quote_ids))
    found: dict[str, dict[Span, MarkKind]] = {}
    for row in connection.execute(query):
        found.setdefault(row.quote_id, {})[Span(row.start, row.end)] = MarkKind(row.kind)
    return found
