"""Sources and their texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Subquery, func, or_, select

from workbench.domain.errors import NotFoundError
from workbench.domain.inputs import Provenance
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.domain.structure import StructuredText, blocks_from_json
from workbench.i18n import _
from workbench.store.tables import Capture, Passage, Quote, Source, TextVersion, Translation
from workbench.store.work import read_blob, table_of

SOURCE, TEXT, PASSAGE = table_of(Source), table_of(TextVersion), table_of(Passage)
QUOTE, TRANSLATION = table_of(Quote), table_of(Translation)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A line of the list of sources; `finals` counts the final translations of its quotes.

    `targets` is how many there would be if every quote were translated into every working
    language but its own.
    """

    id: str
    title: str
    publisher: str
    published: str
    language: str
    passages: int
    quotes: int
    finals: int
    targets: int


@dataclass(frozen=True, slots=True)
class SourceDetail:
    """A source with its provenance and one of its text versions; `length` in code points.

    `newest_id` is its newest text version, which is the one here unless another was asked for.
    """

    id: str
    revision: int
    title: str
    creator: str
    publisher: str
    address: str
    published: str
    retrieved: str
    language: str
    rights: str
    media_type: str
    file_name: str
    original_digest: str
    original_size: int
    text_version_id: str
    text_digest: str
    length: int
    reader: str
    newest_id: str
    level: str = ""

    @property
    def older(self) -> bool:
        """Whether a newer text of the source is there, so that nothing is marked in this one."""
        return self.text_version_id != self.newest_id


def list_sources(connection: Connection, source_ids: Sequence[str] | None = None) -> list[SourceRow]:
    """Return sources, the newest import first, with counts of what was found in them; all without ids."""
    per_text = select(TEXT.c.source_id, PASSAGE.c.id.label("passage_id")).join(
        PASSAGE, PASSAGE.c.text_version_id == TEXT.c.id
    )
    query = select(SOURCE.c.id, SOURCE.c.title, SOURCE.c.publisher, SOURCE.c.published, SOURCE.c.language)
    if source_ids is not None:
        per_text = per_text.where(TEXT.c.source_id.in_(source_ids))
        query = query.where(SOURCE.c.id.in_(source_ids))
    found = per_text.subquery()
    passages: dict[str, int] = dict(
        connection.execute(select(found.c.source_id, func.count()).group_by(found.c.source_id)).all()
    )
    quotes, targets = _quoted(connection, found)
    final = (
        select(found.c.source_id, func.count())
        .join(QUOTE, QUOTE.c.passage_id == found.c.passage_id)
        .join(TRANSLATION, TRANSLATION.c.quote_id == QUOTE.c.id)
        .where(TRANSLATION.c.state == "final")
    )
    finals: dict[str, int] = dict(connection.execute(final.group_by(found.c.source_id)).all())
    return [
        SourceRow(*row, passages.get(row[0], 0), quotes.get(row[0], 0), finals.get(row[0], 0), targets.get(row[0], 0))
        for row in connection.execute(query.order_by(SOURCE.c.id.desc()))
    ]


def _quoted(connection: Connection, found: Subquery) -> tuple[dict[str, int], dict[str, int]]:
    """Count quotes, and the translations that they want, by source."""
    quotes: dict[str, int] = {}
    targets: dict[str, int] = {}
    query = (
        select(found.c.source_id, QUOTE.c.published_language, func.count())
        .join(QUOTE, QUOTE.c.passage_id == found.c.passage_id)
        .group_by(found.c.source_id, QUOTE.c.published_language)
    )
    for source_id, tag, count in connection.execute(query):
        wanted = sum(language != base_language(tag) for language in WORKING_LANGUAGES)
        quotes[source_id] = quotes.get(source_id, 0) + count
        targets[source_id] = targets.get(source_id, 0) + count * wanted
    return quotes, targets


def find_sources(connection: Connection, typed: str = "") -> list[str]:
    """Return the ids of the sources whose title, creator or publisher has every word that was typed.

    The newest import comes first; letter case does not count, in any script.
    """
    words = typed.casefold().split()
    query = select(SOURCE.c.id, SOURCE.c.title, SOURCE.c.creator, SOURCE.c.publisher).order_by(SOURCE.c.id.desc())
    return [row[0] for row in connection.execute(query) if not words or _has_all(" ".join(row[1:]).casefold(), words)]


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)


def source_detail(connection: Connection, source_id: str, text_version_id: str | None = None) -> SourceDetail | None:
    """Return one source with its newest text version, or with another one of its own."""
    newest = select(TEXT.c.id).where(TEXT.c.source_id == source_id).order_by(TEXT.c.number.desc()).limit(1)
    query = (
        select(
            SOURCE,
            TEXT.c.id.label("text_version_id"),
            TEXT.c.digest.label("text_digest"),
            TEXT.c.length,
            TEXT.c.reader,
            newest.scalar_subquery().label("newest_id"),
        )
        .join(TEXT, TEXT.c.source_id == SOURCE.c.id)
        .where(SOURCE.c.id == source_id, TEXT.c.id == (text_version_id or newest.scalar_subquery()))
    )
    row = connection.execute(query).mappings().first()
    return SourceDetail(**row) if row else None


def sources_with_original(connection: Connection, digest: str) -> list[str]:
    """Return the ids of the sources that have these original bytes (SHA-256, hex), as received at any time."""
    capture = table_of(Capture)
    first = select(SOURCE.c.id).where(SOURCE.c.original_digest == digest)
    later = select(capture.c.source_id).where(capture.c.original_digest == digest)
    return list(connection.execute(first.union(later)).scalars())


def sources_like(connection: Connection, given: Provenance) -> list[str]:
    """Return the ids of the sources that this may be a newer capture of, the newest import first.

    They have its address or, where both say them, its title and publisher.
    """
    alike = [(SOURCE.c.address == given.address)] if given.address else []
    if given.title and given.publisher:
        alike.append((SOURCE.c.title == given.title) & (SOURCE.c.publisher == given.publisher))
    if not alike:
        return []
    return list(connection.execute(select(SOURCE.c.id).where(or_(*alike)).order_by(SOURCE.c.id.desc())).scalars())


def read_text(connection: Connection, text_version_id: str) -> StructuredText:
    """Return the text of one version with its blocks.

    Raises:
        NotFoundError: the archive does not have it.
    """
    row = connection.execute(select(TEXT.c.digest, TEXT.c.blocks_digest).where(TEXT.c.id == text_version_id)).first()
    if row is None:
        raise NotFoundError(_("What you wanted to see is no longer in the archive."))
    return StructuredText(
        read_blob(connection, row.digest).decode(), blocks_from_json(read_blob(connection, row.blocks_digest))
    )
