"""What was remarked on a quote."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from workbench.store.tables import Comment
from workbench.store.work import table_of

COMMENT = table_of(Comment)


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment; `moment` is when it was made, UTC ISO 8601."""

    id: str
    revision: int
    quote_id: str
    author_id: str | None
    body: str
    moment: str
    settled: bool


def comments_on(connection: Connection, quote_id: str) -> list[CommentRow]:
    """Return every comment on a quote, the oldest first."""
    query = select(COMMENT).where(COMMENT.c.quote_id == quote_id).order_by(COMMENT.c.moment, COMMENT.c.id)
    return [CommentRow(**row) for row in connection.execute(query).mappings()]


def open_comments(connection: Connection, quote_ids: Collection[str] | None = None) -> dict[str, int]:
    """Return how many comments are open on each quote that has any; of some quotes, a few hundred, or of all."""
    query = select(COMMENT.c.quote_id, func.count()).where(COMMENT.c.settled.is_(False)).group_by(COMMENT.c.quote_id)
    if quote_ids is not None:
        query = query.where(COMMENT.c.quote_id.in_(list(quote_ids)))
    return dict(connection.execute(query).all())
