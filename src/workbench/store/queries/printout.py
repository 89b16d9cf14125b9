"""An article with everything attached to its passages, read at one go however many there are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select

from workbench.domain.passages import MarkedPassage
from workbench.domain.structure import StructuredText
from workbench.store.queries.passages import (
    MENTION,
    NOTE,
    PASSAGE,
    PASSAGE_TAG,
    QUOTE,
    RECORD,
    TAG,
    passage_marks,
)
from workbench.store.queries.quotes import TRANSLATION
from workbench.store.queries.records import record_names
from workbench.store.queries.sources import SourceDetail, read_text, source_detail


@dataclass(frozen=True, slots=True)
class PrintedMention:
    """A record that a passage names."""

    kind: str
    name: str
    role: str
    certainty: str


@dataclass(frozen=True, slots=True)
class PrintedQuote:
    """A quote with its translations as (language tag, state, text, language tag that a relay was made from)."""

    speaker: str
    manner: str
    translations: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class PrintedPassage:
    """A passage and what is attached to it; `number` counts those with anything to say, from 1."""

    number: int
    mark: MarkedPassage
    mentions: tuple[PrintedMention, ...]
    quote: PrintedQuote | None
    notes: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printout:
    """A source's text and its passages in reading order, those with nothing to say left out."""

    source: SourceDetail
    text: StructuredText
    passages: tuple[PrintedPassage, ...]


def read_printout(
    connection: Connection, text_version_id: str, source_id: str, language: str, check: Callable[[], None]
) -> Printout | None:
    """Read a source in one of its texts, records named in a language; None where it is gone. For the worker.

    `check` is called between steps and may raise to stop.
    """
    source = source_detail(connection, source_id, text_version_id)
    if source is None:
        return None
    text, marks = read_text(connection, text_version_id), passage_marks(connection, text_version_id)
    check()
    mentions = _mentions(connection, text_version_id, language)
    quotes = _quotes(connection, text_version_id, language)
    check()
    notes = _lists(connection, _attached(NOTE, text_version_id, NOTE.c.body).order_by(NOTE.c.id))
    tagged = _attached(PASSAGE_TAG, text_version_id, TAG.c.label).join(TAG, TAG.c.id == PASSAGE_TAG.c.tag_id)
    tags = _lists(connection, tagged.order_by(TAG.c.label))
    found: list[PrintedPassage] = []
    for mark in marks:
        facts = (mentions.get(mark.id, []), quotes.get(mark.id), notes.get(mark.id, []), tags.get(mark.id, []))
        if any(facts):
            own, quote, said, labels = facts
            found.append(PrintedPassage(len(found) + 1, mark, tuple(own), quote, tuple(said), tuple(labels)))
    return Printout(source, text, tuple(found))


def _attached(table: Table, text_version_id: str, *columns: ColumnElement[Any]) -> Select[Any]:
    """Select columns of what is attached to a text's passages, after the passage's id."""
    return (
        select(table.c.passage_id, *columns)
        .select_from(table)
        .join(PASSAGE, PASSAGE.c.id == table.c.passage_id)
        .where(PASSAGE.c.text_version_id == text_version_id)
    )


def _lists(connection: Connection, query: Select[Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for passage_id, value in connection.execute(query):
        found.setdefault(passage_id, []).append(value)
    return found


def _mentions(connection: Connection, text_version_id: str, language: str) -> dict[str, list[PrintedMention]]:
    columns = (MENTION.c.record_id, RECORD.c.kind, MENTION.c.role, MENTION.c.certainty)
    query = _attached(MENTION, text_version_id, *columns).join(RECORD, RECORD.c.id == MENTION.c.record_id)
    rows = connection.execute(query.order_by(MENTION.c.id)).all()
    names = record_names(connection, {row[1] for row in rows}, language)
    found: dict[str, list[PrintedMention]] = {}
    for passage_id, record_id, kind, role, certainty in rows:
        found.setdefault(passage_id, []).append(PrintedMention(kind, names.get(record_id, ""), role, certainty))
    return found


def _quotes(connection: Connection, text_version_id: str, language: str) -> dict[str, PrintedQuote]:
    rows = connection.execute(
        _attached(QUOTE, text_version_id, QUOTE.c.id, QUOTE.c.speaker_id, QUOTE.c.manner)
    ).all()  # fmt: skip
    names = record_names(connection, {row[2] for row in rows if row[2]}, language)
    texts: dict[str, list[tuple[str, str, str, str]]] = {}
    columns = (TRANSLATION.c.language, TRANSLATION.c.state, TRANSLATION.c.text, TRANSLATION.c.relay_language)
    query = _attached(QUOTE, text_version_id, QUOTE.c.id, *columns)
    query = query.join(TRANSLATION, TRANSLATION.c.quote_id == QUOTE.c.id).order_by(TRANSLATION.c.language)
    for _passage, quote_id, *translation in connection.execute(query):
        texts.setdefault(quote_id, []).append(tuple(translation))
    return {
        passage_id: PrintedQuote(names.get(speaker_id or "", ""), manner, tuple(texts.get(quote_id, ())))
        for passage_id, quote_id, speaker_id, manner in rows
    }
