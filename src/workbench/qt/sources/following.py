"""Bringing the passages on a text in step with a write, wherever the text is shown."""

from __future__ import annotations

from workbench.domain.changes import Changes
from workbench.qt.session import Session
from workbench.qt.sources.article import Article
from workbench.qt.sources.opener import passages_of
from workbench.store.queries.passages import passage_marks

_FEW = 500
"""Passages that are looked up one by one after a write; after a larger one all are read, at one go."""


def follow_passages(session: Session, article: Article, changes: Changes) -> bool:
    """Show an article's passages as they are after a write; False where it did not touch any passage."""
    source, ids = article.source, passages_of(changes)
    if source is None or not ids:
        return False
    few = frozenset(ids) if len(ids) <= _FEW else None
    with session.read() as connection:
        marks = passage_marks(connection, source.text_version_id, few)
    if few is None:
        article.set_passages(marks)
    else:
        article.update_passages(few, marks)
    return True
