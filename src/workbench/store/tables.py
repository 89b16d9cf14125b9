"""The archive's tables, as SQLModel classes.

They do not validate (SQLModel's `table=True` classes never do): what reaches them went through
`domain.inputs`. Rows of `Row` subclasses are logged, can be undone, and carry a revision that
grows with every write. Foreign keys are deferred to the commit, so that an undo may put rows
back in any order.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, text
from sqlmodel import Field, SQLModel


def _added(default: str | bool = "") -> Any:
    """Return a column that a later schema has added to a table: what was there before has its default."""
    column = {"server_default": text(f"'{default}'" if isinstance(default, str) else str(int(default)))}
    return Field(default=default, sa_column_kwargs=column)


def _reference(column: str, *, optional: bool = False) -> Any:
    key = ForeignKey(column, deferrable=True, initially="DEFERRED")
    return (
        Field(default=None, sa_column_args=[key], nullable=True, index=True)
        if optional
        else Field(sa_column_args=[key], index=True)
    )


class Row(SQLModel):
    """What every logged row has: a UUIDv7 and a revision that starts at 1.

    A column that a later schema adds has a constant default: rows that the log kept before it
    was there are read with it (see `as_of_now`).
    """

    id: str = Field(primary_key=True)
    revision: int = 1


class Meta(SQLModel, table=True):
    """Facts about the archive itself, one row a key."""

    key: str = Field(primary_key=True)
    value: str


class Blob(SQLModel, table=True):
    """Large values by their SHA-256 (hex): originals, texts, block lists. Never changed."""

    digest: str = Field(primary_key=True)
    size: int
    data: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class OperationRow(SQLModel, table=True):
    """One operation; `state` is applied, undone, abandoned (no longer redoable) or fixed."""

    __tablename__ = "operation"
    __table_args__ = (Index("ix_operation_state", "state", "number"),)

    number: int = Field(primary_key=True)
    id: str
    kind: str
    action: str
    subject: str
    author_id: str | None = None
    moment: str
    target: int | None = None
    state: str


class ChangeRow(SQLModel, table=True):
    """One logged change; `before` and `after` are canonical JSON or NULL."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "table_name", "row_id"),)

    number: int = Field(primary_key=True)
    operation: int = Field(sa_column_args=[ForeignKey("operation.number")], index=True)
    table_name: str
    row_id: str
    before: str | None = None
    after: str | None = None
    digest: str


class Profile(Row, table=True):
    """A person who works in the archive."""

    name: str
    initials: str
    language: str


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
    level: str = _added()


class Capture(Row, table=True):
    """A source as it was received again later: its bytes then. The first capture is the source's own."""

    source_id: str = _reference("source.id")
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

    source_id: str = _reference("source.id")
    number: int
    digest: str = Field(sa_column_args=[ForeignKey("blob.digest")])
    blocks_digest: str = Field(sa_column_args=[ForeignKey("blob.digest")])
    length: int
    reader: str
    reader_version: str
    capture_id: str | None = _reference("capture.id", optional=True)


class PublishedTranslation(Row, table=True):
    """A source that is the published translation of another one."""

    __tablename__ = "published_translation"
    __table_args__ = (Index("ix_published_translation_pair", "original_id", "translation_id", unique=True),)

    original_id: str = _reference("source.id")
    translation_id: str = _reference("source.id")


class Passage(Row, table=True):
    """A range of one text version in code points, with its words and their surroundings."""

    __table_args__ = (
        Index("ix_passage_place", "text_version_id", "start", "end", unique=True),
        CheckConstraint('0 <= start AND start < "end"', name="passage_range"),
    )

    text_version_id: str = _reference("text_version.id")
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    level: str = _added()


class Carrying(Row, table=True):
    """A passage's step from one text version to a later one, and where it stood in the earlier one.

    `how` is a `domain.kinds.Carried`, `confidence` per cent. Where it is `gone` a person has said
    that the later version does not have it, and the passage stays where it stood.
    """

    __table_args__ = (Index("ix_carrying_step", "passage_id", "to_id", unique=True),)

    passage_id: str = _reference("passage.id")
    from_id: str = _reference("text_version.id")
    to_id: str = _reference("text_version.id")
    how: str
    confidence: int
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class Rejection(Row, table=True):
    """A suggestion that a person turned down: its words and surroundings in a source; `kind` says of what."""

    source_id: str = _reference("source.id")
    kind: str
    exact: str
    prefix: str
    suffix: str


class Note(Row, table=True):
    """A note on a passage."""

    passage_id: str = _reference("passage.id")
    body: str


class Tag(Row, table=True):
    """A tag's label, once an archive."""

    label: str = Field(unique=True)


class PassageTag(Row, table=True):
    """A tag on a passage."""

    __tablename__ = "passage_tag"
    __table_args__ = (Index("ix_passage_tag_pair", "passage_id", "tag_id", unique=True),)

    passage_id: str = _reference("passage.id")
    tag_id: str = _reference("tag.id")


class Record(Row, table=True):
    """A person, event, organisation or place; everything known about it is in other tables.

    One that is `protected` leaves the archive under its `pseudonym` only.
    """

    kind: str = Field(index=True)
    level: str = _added()
    protected: bool = _added(default=False)
    pseudonym: str = _added()


class Name(Row, table=True):
    """One form of a record's name; its parts are those of a person's name, empty where they are not told apart."""

    record_id: str = _reference("record.id")
    value: str
    tag: str
    kind: str
    given: str = _added()
    patronymic: str = _added()
    family: str = _added()
    level: str = _added()


class Inflection(Row, table=True):
    """A name in one grammatical case; `grammatical_case` is a `domain.kinds.Case`."""

    __table_args__ = (Index("ix_inflection_form", "name_id", "grammatical_case", "value", unique=True),)

    name_id: str = _reference("name.id")
    grammatical_case: str
    value: str


class Mention(Row, table=True):
    """A passage names a record."""

    __table_args__ = (Index("ix_mention_pair", "passage_id", "record_id", unique=True),)

    passage_id: str = _reference("passage.id")
    record_id: str = _reference("record.id")
    role: str
    certainty: str


class OwnProperty(Row, table=True):
    """A property that the archive has beside those of `domain.properties`; `kinds` are parted by spaces."""

    __tablename__ = "own_property"

    key: str = Field(unique=True)
    label: str
    value_type: str
    kinds: str
    single: bool


class Statement(Row, table=True):
    """One property value of a record; `place_id` holds the value where it is a place.

    `dated` is the EDTF date or interval in which it held, `standing` how a person has weighed it
    against those that contradict it (`domain.kinds.Standing`), and `reason` why.
    """

    record_id: str = _reference("record.id")
    property: str
    value: str
    language: str
    place_id: str | None = _reference("record.id", optional=True)
    certainty: str = _added("certain")
    dated: str = _added()
    standing: str = _added()
    reason: str = _added()
    level: str = _added()


class Participation(Row, table=True):
    """A record's role in an event."""

    event_id: str = _reference("record.id")
    record_id: str = _reference("record.id")
    role: str
    certainty: str = _added("certain")
    level: str = _added()


class Relation(Row, table=True):
    """A tie from one record to another: "from is kind of to"."""

    from_id: str = _reference("record.id")
    to_id: str = _reference("record.id")
    kind: str
    certainty: str = _added("certain")
    dated: str = _added()
    level: str = _added()


class Merging(Row, table=True):
    """One record was found to be the same as another, which took over everything that was known about it.

    `taken` is canonical JSON that says how each row was before (`services/merging.py`), so that
    the merged record can be split off again as it was; `merged_id` is the id that it had and gets again.
    """

    record_id: str = _reference("record.id")
    merged_id: str = Field(index=True)
    taken: str


class NotSame(Row, table=True):
    """A person has said that two records are not the same; the lesser id comes first."""

    __tablename__ = "not_same"
    __table_args__ = (Index("ix_not_same_pair", "one_id", "other_id", unique=True),)

    one_id: str = _reference("record.id")
    other_id: str = _reference("record.id")


class Evidence(Row, table=True):
    """A passage that supports a name, statement, participation or relation: exactly one of them."""

    __table_args__ = (
        CheckConstraint(
            "(name_id IS NOT NULL) + (statement_id IS NOT NULL)"
            " + (participation_id IS NOT NULL) + (relation_id IS NOT NULL) = 1",
            name="evidence_of_one",
        ),
    )

    passage_id: str = _reference("passage.id")
    name_id: str | None = _reference("name.id", optional=True)
    statement_id: str | None = _reference("statement.id", optional=True)
    participation_id: str | None = _reference("participation.id", optional=True)
    relation_id: str | None = _reference("relation.id", optional=True)


class Quote(Row, table=True):
    """A passage that is someone's words; `spoken_language` is empty where it is unknown."""

    passage_id: str = Field(
        sa_column_args=[ForeignKey("passage.id", deferrable=True, initially="DEFERRED")], unique=True
    )
    speaker_id: str | None = _reference("record.id", optional=True)
    published_language: str
    spoken_language: str
    manner: str
    level: str = _added()


class Translation(Row, table=True):
    """One quote in one language; `quote_text` is the words it translates: stale where they changed since."""

    __table_args__ = (Index("ix_translation_pair", "quote_id", "language", unique=True),)

    quote_id: str = _reference("quote.id")
    language: str
    text: str
    state: str = Field(index=True)
    translator_id: str | None = _reference("profile.id", optional=True)
    reviewer_id: str | None = _reference("profile.id", optional=True)
    quote_text: str


class Export(Row, table=True):
    """A bundle that left the room: what, when and its manifest's digest."""

    title: str
    languages: str
    quotes: int
    files: int
    manifest_digest: str


LOGGED: dict[str, type[Row]] = {
    str(table.__tablename__): table
    for table in (
        Profile, Source, Capture, TextVersion, PublishedTranslation, Passage, Carrying, Rejection,
        Note, Tag, PassageTag, Record, Name, Inflection, Mention, OwnProperty, Statement, Participation,
        Relation, Merging, NotSame, Evidence,
        Quote, Translation, Export,
    )
}  # fmt: skip
"""Every table whose rows are logged, by its name in the log."""


def as_of_now(table: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Return a row as the log kept it with the columns that later schemas have added, at their defaults."""
    fields = LOGGED[table].model_fields.items() if table in LOGGED else ()
    return {**{name: field.default for name, field in fields if not field.is_required()}, **facts}
