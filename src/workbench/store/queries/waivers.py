"""Findings of checks that persons let stand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.store.tables import Waiver
from workbench.store.work import table_of

_WAIVER = table_of(Waiver)


@dataclass(frozen=True, slots=True)
class WaiverRow:
    """One of them: the check's key, the words that it was about, who let them stand, and why."""

    id: str
    translation_id: str
    key: str
    words: str
    author_id: str | None
    reason: str


def waivers_of(connection: Connection, translation_ids: Collection[str] | None = None) -> list[WaiverRow]:
    """Return those of some translations, or of all for None, in the order in which they were made."""
    query = select(
        _WAIVER.c.id, _WAIVER.c.translation_id, _WAIVER.c.check_key, _WAIVER.c.words,
        _WAIVER.c.author_id, _WAIVER.c.reason,
    ).order_by(_WAIVER.c.id)  # fmt: skip
    if translation_ids is not None:
        query = query.where(_WAIVER.c.translation_id.in_(translation_ids))
    return [WaiverRow(*row) for row in connection.execute(query)]
