"""Sources, their texts, and passages with what is attached to them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlmodel import Field

from workbench.store.tables.base import Row, added, reference


class Source(Row, table=True):
    """An article or document as it was received, with its provenance.

    `level` is a `domain.kinds.Level`, here and in every table that has one; empty where it is inherited.
    """

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
    original_digest: str = Field(sa_column_args=[ForeignKey("blob.digest")], index=True)
    original_size: int
    level: str = added()


class Capture(Row, table=True):
    """A source as it was received again later: its bytes then. The first capture is the source's own."""

    source_id: str = reference("source.id")
    retrieved: str
    media_type: str
    file_name: str
    original_digest: str = Field(sa_column_args=[ForeignKey("blob.digest")], index=True)
    original_size: int


class TextVersion(Row, table=True):
    """The text that one reader at one version derived; `length` in code points. Never changed.

    `capture_id` names the capture that it was derived from; None where that is the source's first.
    """

    __tablename__ = "text_version"

    source_id: str = reference("source.id")
    number: int
    digest: str = Field(sa_column_args=[ForeignKey("blob.digest")])
    blocks_digest: str = Field(sa_column_args=[ForeignKey("blob.digest")])
    length: int
    reader: str
    reader_version: str
    capture_id: str | None = reference("capture.id", optional=True)


class PublishedTranslation(Row, table=True):
    """A source that is the published translation of another one."""

    __tablename__ = "published_translation"
    __table_args__ = (Index("ix_published_translation_pair", "original_id", "translation_id", unique=True),)

    original_id: str = reference("source.id")
    translation_id: str = reference("source.id")


class Passage(Row, table=True):
    """A range of one text version in code points, with its words and their surroundings."""

    __table_args__ = (
        Index("ix_passage_place", "text_version_id", "start", "end", unique=True),
        CheckConstraint('0 <= start AND start < "end"', name="passage_range"),
    )

    text_version_id: str = reference("text_version.id")
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    level: str = added()


class Carrying(Row, table=True):
    """A passage's step from one text version to a later one, and where it stood in the earlier one.

    `how` is a `domain.kinds.Carried`, `confidence` per cent. Where it is `gone` a person has said
    that the later version does not have it, and the passage stays where it stood.
    """

    __table_args__ = (Index("ix_carrying_step", "passage_id", "to_id", unique=True),)

    passage_id: str = reference("passage.id")
    from_id: str = reference("text_version.id")
    to_id: str = reference("text_version.id")
    how: str
    confidence: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Rejection(Row, table=True):
    """A suggestion that a person turned down: its words and surroundings in a source; `kind` says of what."""

    source_id: str = reference("source.id")
    kind: str
    exact: str
    prefix: str
    suffix: str


class Note(Row, table=True):
    """A note on a passage."""

    passage_id: str = reference("passage.id")
    body: str


class Tag(Row, table=True):
    """A tag's label, once an archive."""

    label: str = Field(unique=True)


class PassageTag(Row, table=True):
    """A tag on a passage."""

    __tablename__ = "passage_tag"
    __table_args__ = (Index("ix_passage_tag_pair", "passage_id", "tag_id", unique=True),)

    passage_id: str = reference("passage.id")
    tag_id: str = reference("tag.id")
