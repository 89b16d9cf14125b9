"""Records: their names and what is known about them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from workbench.store.tables.base import Row, added, reference


class Record(Row, table=True):
    """A person, event, organisation or place; everything known about it is in other tables.

    One that is `protected` leaves the archive under its `pseudonym` only.
    """

    kind: str = Field(index=True)
    level: str = added()
    protected: bool = added(default=False)
    pseudonym: str = added()


class Name(Row, table=True):
    """One form of a record's name; its parts are those of a person's name, empty where they are not told apart.

    `reason` says why a form is forbidden.
    """

    record_id: str = reference("record.id")
    value: str
    tag: str
    kind: str
    given: str = added()
    patronymic: str = added()
    family: str = added()
    level: str = added()
    reason: str = added()


class Inflection(Row, table=True):
    """A name in one grammatical case; `grammatical_case` is a `domain.kinds.Case`."""

    __table_args__ = (Index("ix_inflection_form", "name_id", "grammatical_case", "value", unique=True),)

    name_id: str = reference("name.id")
    grammatical_case: str
    value: str


class Mention(Row, table=True):
    """A passage names a record."""

    __table_args__ = (Index("ix_mention_pair", "passage_id", "record_id", unique=True),)

    passage_id: str = reference("passage.id")
    record_id: str = reference("record.id")
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

    record_id: str = reference("record.id")
    property: str
    value: str
    language: str
    place_id: str | None = reference("record.id", optional=True)
    certainty: str = added("certain")
    dated: str = added()
    standing: str = added()
    reason: str = added()
    level: str = added()


class Participation(Row, table=True):
    """A record's role in an event."""

    event_id: str = reference("record.id")
    record_id: str = reference("record.id")
    role: str
    certainty: str = added("certain")
    level: str = added()


class Relation(Row, table=True):
    """A tie from one record to another: "from is kind of to"."""

    from_id: str = reference("record.id")
    to_id: str = reference("record.id")
    kind: str
    certainty: str = added("certain")
    dated: str = added()
    level: str = added()


class Merging(Row, table=True):
    """One record was found to be the same as another, which took over everything that was known about it.

    `taken` is canonical JSON that says how each row was before (`services/merging.py`), so that
    the merged record can be split off again as it was; `merged_id` is the id that it had and gets again.
    """

    record_id: str = reference("record.id")
    merged_id: str = Field(index=True)
    taken: str


class NotSame(Row, table=True):
    """A person has said that two records are not the same; the lesser id comes first."""

    __tablename__ = "not_same"
    __table_args__ = (Index("ix_not_same_pair", "one_id", "other_id", unique=True),)

    one_id: str = reference("record.id")
    other_id: str = reference("record.id")


class Evidence(Row, table=True):
    """A passage that supports a name, statement, participation or relation: exactly one of them."""

    __table_args__ = (
        CheckConstraint(
            "(name_id IS NOT NULL) + (statement_id IS NOT NULL)"
            " + (participation_id IS NOT NULL) + (relation_id IS NOT NULL) = 1",
            name="evidence_of_one",
        ),
    )

    passage_id: str = reference("passage.id")
    name_id: str | None = reference("name.id", optional=True)
    statement_id: str | None = reference("statement.id", optional=True)
    participation_id: str | None = reference("participation.id", optional=True)
    relation_id: str | None = reference("relation.id", optional=True)
