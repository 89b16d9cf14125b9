"""Quotes, their translations, and what is said and done about these."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlmodel import Field

from workbench.store.tables.base import Row, added, reference


class Quote(Row, table=True):
    """A passage that is someone's words; `spoken_language` is empty where it is unknown.

    What stands between the words as spoken and as published: `via_language`, where they went
    through a third language, and `interpreter_id`, who translated them, both empty where unknown.
    """

    passage_id: str = Field(
        sa_column_args=[ForeignKey("passage.id", deferrable=True, initially="DEFERRED")], unique=True
    )
    speaker_id: str | None = reference("record.id", optional=True)
    published_language: str
    spoken_language: str
    manner: str
    level: str = added()
    via_language: str = added()
    interpreter_id: str | None = reference("record.id", optional=True)


class QuoteMark(Row, table=True):
    """What a sign in a quote is (`domain.kinds.MarkKind`), where a person has said so; in code points of the quote."""

    __tablename__ = "quote_mark"
    __table_args__ = (Index("ix_quote_mark_place", "quote_id", "start", "end", unique=True),)

    quote_id: str = reference("quote.id")
    start: int
    end: int
    kind: str


class Translation(Row, table=True):
    """One quote in one language; `quote_text` is the words it translates: stale where they changed since.

    `sub_state` is a `domain.kinds.SubState`. Where it was made from another translation of the
    quote, `relay_language` is that one's language and `relay_text` its words then. `origin` is a
    `domain.kinds.Origin`: how its words came. `in_memory` takes it into the memory before its review.
    """

    __table_args__ = (Index("ix_translation_pair", "quote_id", "language", unique=True),)

    quote_id: str = reference("quote.id")
    language: str
    text: str
    state: str = Field(index=True)
    translator_id: str | None = reference("profile.id", optional=True)
    reviewer_id: str | None = reference("profile.id", optional=True)
    quote_text: str
    sub_state: str = added()
    relay_language: str = added()
    relay_text: str = added()
    origin: str = added()
    in_memory: bool = added(default=False)


class Assignment(Row, table=True):
    """Who is responsible for a quote in one language."""

    __table_args__ = (Index("ix_assignment_pair", "quote_id", "language", unique=True),)

    quote_id: str = reference("quote.id")
    language: str
    profile_id: str = reference("profile.id")


class Comment(Row, table=True):
    """What somebody remarked on a quote; every language's translators see it. `moment` is UTC ISO 8601."""

    quote_id: str = reference("quote.id")
    author_id: str | None = reference("profile.id", optional=True)
    body: str
    moment: str
    settled: bool


class Review(Row, table=True):
    """One judgement of one wording, never changed; `verdict` is a `domain.kinds.Verdict`, `moment` UTC ISO 8601."""

    translation_id: str = reference("translation.id")
    reviewer_id: str | None = reference("profile.id", optional=True)
    verdict: str
    reason: str
    text: str
    moment: str


class BackTranslation(Row, table=True):
    """A translation that somebody who did not see the quote has translated back; `of_text` is its wording then."""

    __tablename__ = "back_translation"

    translation_id: str = reference("translation.id")
    translator_id: str | None = reference("profile.id", optional=True)
    text: str
    of_text: str
    moment: str


class Waiver(Row, table=True):
    """A finding of a check that a person lets stand: `check_key` names the check, `words` what it found."""

    __table_args__ = (Index("ix_waiver_finding", "translation_id", "check_key", "words", unique=True),)

    translation_id: str = reference("translation.id")
    author_id: str | None = reference("profile.id", optional=True)
    check_key: str
    words: str
    reason: str


class Proposal(Row, table=True):
    """A wording that came from outside the desk and waits for a person; `origin` is a `domain.kinds.Origin`.

    `trouble` is a `domain.kinds.Trouble`: empty where it can be taken as it is. `quote_id` is
    empty where the archive knows no such quote. `author` is who made it, `detail` the file or the
    model's digest, `unit` the id that it came with, `moment` UTC ISO 8601.
    """

    quote_id: str | None = reference("quote.id", optional=True)
    language: str
    text: str
    source_language: str
    source_text: str
    origin: str
    author: str
    detail: str
    unit: str
    trouble: str
    moment: str
