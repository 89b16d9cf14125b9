"""Which sources are published translations of each other."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, or_, select

from workbench.store.queries.sources import SOURCE
from workbench.store.tables import PublishedTranslation
from workbench.store.work import table_of

PAIR = table_of(PublishedTranslation)


@dataclass(frozen=True, slots=True)
class Paired:
    """A source that is tied to the one that was asked for; `original` where it is what the other translates."""

    pair_id: str
    source_id: str
    title: str
    publisher: str
    published: str
    language: str
    original: bool


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What a source is recognised by in a list; `published` is EDTF, `language` a BCP 47 tag."""

    id: str
    title: str
    creator: str
    publisher: str
    published: str
    language: str


def pairs_of(connection: Connection, source_id: str) -> list[Paired]:
    """Return what is paired with a source: its original first, then its translations, the newest tie last."""
    other = or_(
        (PAIR.c.original_id == source_id) & (SOURCE.c.id == PAIR.c.translation_id),
        (PAIR.c.translation_id == source_id) & (SOURCE.c.id == PAIR.c.original_id),
    )
    query = select(
        PAIR.c.id,
        SOURCE.c.id,
        SOURCE.c.title,
        SOURCE.c.publisher,
        SOURCE.c.published,
        SOURCE.c.language,
        (PAIR.c.translation_id == source_id),
    ).where(other)
    rows = connection.execute(query.order_by((PAIR.c.translation_id == source_id).desc(), PAIR.c.id))
    return [Paired(a, b, c, d, e, f, bool(original)) for a, b, c, d, e, f, original in rows]


def source_facts(connection: Connection) -> list[SourceFacts]:
    """Return what every source is recognised by, the newest import first."""
    columns = (SOURCE.c[name] for name in SourceFacts.__slots__)
    return [SourceFacts(*row) for row in connection.execute(select(*columns).order_by(SOURCE.c.id.desc()))]
