"""Memory, glossary, own words and machine models: what helps to translate."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from workbench.store.tables.base import Row, reference


class Concept(Row, table=True):
    """An entry of the glossary: what its terms mean (ISO 30042, `conceptEntry`)."""

    subject: str
    definition: str
    note: str


class Term(Row, table=True):
    """One word for a concept in one language; `status` is a `domain.kinds.TermStatus`, `reason` why it is so."""

    concept_id: str = reference("concept.id")
    tag: str
    value: str
    status: str
    reason: str
    part_of_speech: str


class OwnWord(Row, table=True):
    """A word that is spelled right in this archive, in one language."""

    __tablename__ = "own_word"
    __table_args__ = (Index("ix_own_word_form", "language", "word", unique=True),)

    language: str
    word: str


class MemoryBatch(Row, table=True):
    """Segments that came into the memory together; `origin` is a `domain.kinds.Origin`, `digest` the file's SHA-256."""

    __tablename__ = "memory_batch"

    label: str
    origin: str
    digest: str
    units: int
    moment: str


class MemorySegment(SQLModel, table=True):
    """One unit of a batch in one language, never changed and not logged: it counts while its batch is there.

    `unit` numbers the units of a batch; `facts` is canonical JSON of what the file said of it.
    """

    __tablename__ = "memory_segment"
    __table_args__ = (Index("ix_memory_segment_unit", "batch_id", "unit"),)

    number: int | None = Field(default=None, primary_key=True)
    batch_id: str
    unit: int
    language: str = Field(index=True)
    text: str
    facts: str


class MachineModel(Row, table=True):
    """A translation model that somebody carried in; `digest` is the SHA-256 over its folder, `size` in bytes.

    A model of many languages has the tags of all of them, with spaces between.
    """

    __tablename__ = "machine_model"

    label: str
    source_language: str
    target_language: str
    digest: str = Field(unique=True)
    size: int
