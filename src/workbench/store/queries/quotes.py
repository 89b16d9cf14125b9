"""Quotes, their translations, and the queue of what is to be done."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import ColumnElement, Connection, RowMapping, select

from workbench.domain.anchors import Span
from workbench.domain.kinds import MarkKind, Origin, SubState, TranslationState
from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.domain.marks import Mark, find_marks
from workbench.store.queries.comments import open_comments
from workbench.store.queries.marks import said_marks
from workbench.store.queries.records import record_names
from workbench.store.tables import Assignment, Passage, Quote, Source, TextVersion, Translation
from workbench.store.work import table_of

QUOTE, PASSAGE, TEXT = table_of(Quote), table_of(Passage), table_of(TextVersion)
SOURCE, TRANSLATION, ASSIGNMENT = table_of(Source), table_of(Translation), table_of(Assignment)

_FEW = 500
"""Quotes that are asked for by their ids; of more, everything is read, which costs less."""


@dataclass(frozen=True, slots=True)
class TranslationRow:
    """One translation of a quote; `stale` where the words that it was made from changed since it was written.

    `quote_text` is the quote's words that were translated. A relay was made from the translation
    into `relay_language`, whose words were `relay_text`; else both are empty. `relay_stale` says
    that these changed, or are gone.
    """

    id: str
    revision: int
    quote_id: str
    language: str
    text: str
    state: TranslationState
    translator_id: str | None
    reviewer_id: str | None
    stale: bool
    quote_text: str
    sub_state: SubState
    origin: Origin
    relay_language: str
    relay_text: str
    relay_stale: bool
    in_memory: bool


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with its place, speaker and translations by language.

    `via_language` and the interpreter stand between the words as spoken and as published; empty where unknown.
    `responsible` is who is to translate it, a profile by language; `comments` are those that are open.
    `said_marks` is what persons have called signs of its words, by their range there.
    """

    id: str
    revision: int
    passage_id: str
    source_id: str
    source_title: str
    text_version_id: str
    start: int
    end: int
    exact: str
    speaker_id: str | None
    speaker: str
    published_language: str
    spoken_language: str
    manner: str
    via_language: str
    interpreter_id: str | None
    interpreter: str
    translations: dict[str, TranslationRow]
    responsible: dict[str, str]
    comments: int
    said_marks: dict[Span, MarkKind] = field(default_factory=dict)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The signs in its words that its translations must have as well."""
        return find_marks(self.exact, self.said_marks)

    def words_in(self, source: str) -> tuple[str, str]:
        """Return words to translate from, and in which language they are: those of its translation into `source`.

        As published where that is empty, or where there is no such translation.
        """
        pivot = self.translations.get(source)
        return (pivot.text, source) if pivot is not None and pivot.text else (self.exact, self.published_language)


def quote_at(connection: Connection, language: str, text_version_id: str, span: Span) -> QuoteRow | None:
    """Return the quote of exactly a range of a text version, its speaker named in a language."""
    place = (PASSAGE.c.text_version_id == text_version_id, PASSAGE.c.start == span.start, PASSAGE.c.end == span.end)
    query = select(QUOTE.c.id).join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id).where(*place)
    quote_id = connection.execute(query).scalar()
    return list_quotes(connection, language, quote_ids=[quote_id])[0] if quote_id is not None else None


_IN_READING_ORDER = (
    select(
        QUOTE.c.id,
        QUOTE.c.revision,
        QUOTE.c.passage_id,
        TEXT.c.source_id,
        SOURCE.c.title.label("source_title"),
        PASSAGE.c.text_version_id,
        PASSAGE.c.start,
        PASSAGE.c.end,
        PASSAGE.c.exact,
        QUOTE.c.speaker_id,
        QUOTE.c.published_language,
        QUOTE.c.spoken_language,
        QUOTE.c.manner,
        QUOTE.c.via_language,
        QUOTE.c.interpreter_id,
    )
    .join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
    .join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
    .join(SOURCE, SOURCE.c.id == TEXT.c.source_id)
    .order_by(TEXT.c.source_id, PASSAGE.c.start, PASSAGE.c.end.desc())
)
"""What a `QuoteRow` has of the quote itself, of its passage and its source."""


def list_quotes(
    connection: Connection, language: str, *, quote_ids: Iterable[str] | None = None, source_id: str | None = None
) -> list[QuoteRow]:
    """Return quotes in reading order, speakers named in a language."""
    query = _IN_READING_ORDER
    if quote_ids is not None:
        quote_ids = set(quote_ids)
        query = query.where(QUOTE.c.id.in_(quote_ids))
    if source_id is not None:
        query = query.where(TEXT.c.source_id == source_id)
    rows = connection.execute(query).mappings().all()
    words = {row["id"]: row["exact"] for row in rows}
    asked = set(words) if len(words) <= _FEW else None
    translations, responsible = _translations(connection, words, asked), _responsible(connection, asked)
    comments, marks = open_comments(connection, asked), said_marks(connection, asked)
    people = {row[column] for row in rows for column in ("speaker_id", "interpreter_id") if row[column]}
    names = record_names(connection, people, language)
    return [
        QuoteRow(
            **row,
            speaker=names.get(row["speaker_id"] or "", ""),
            interpreter=names.get(row["interpreter_id"] or "", ""),
            translations=translations.get(row["id"], {}),
            responsible=responsible.get(row["id"], {}),
            comments=comments.get(row["id"], 0),
            said_marks=marks.get(row["id"], {}),
        )
        for row in rows
    ]


def _about(column: ColumnElement[str], asked: Collection[str] | None) -> tuple[ColumnElement[bool], ...]:
    return () if asked is None else (column.in_(asked),)


def _responsible(connection: Connection, asked: Collection[str] | None) -> dict[str, dict[str, str]]:
    columns = ASSIGNMENT.c
    query = select(columns.quote_id, columns.language, columns.profile_id).where(*_about(columns.quote_id, asked))
    found: dict[str, dict[str, str]] = {}
    for quote_id, language, profile_id in connection.execute(query):
        found.setdefault(quote_id, {})[language] = profile_id
    return found


def _translations(
    connection: Connection, words: dict[str, str], asked: Collection[str] | None
) -> dict[str, dict[str, TranslationRow]]:
    query = select(TRANSLATION).where(*_about(TRANSLATION.c.quote_id, asked)).order_by(TRANSLATION.c.language)
    rows = [row for row in connection.execute(query).mappings() if row["quote_id"] in words]
    wordings = {(row["quote_id"], row["language"]): row["text"] for row in rows}
    found: dict[str, dict[str, TranslationRow]] = {}
    for row in rows:
        pivot = wordings.get((row["quote_id"], row["relay_language"]))
        found.setdefault(row["quote_id"], {})[row["language"]] = _translation(row, words[row["quote_id"]], pivot)
    return found


def _translation(row: RowMapping, words: str, pivot: str | None) -> TranslationRow:
    """Make a translation of its row, the quote's words, and those that it was relayed from as they are now."""
    relay_stale = bool(row["relay_language"]) and pivot != row["relay_text"]
    return TranslationRow(
        id=row["id"],
        revision=row["revision"],
        quote_id=row["quote_id"],
        language=row["language"],
        text=row["text"],
        state=TranslationState(row["state"]),
        translator_id=row["translator_id"],
        reviewer_id=row["reviewer_id"],
        stale=relay_stale or row["quote_text"] != words,
        quote_text=row["quote_text"],
        sub_state=SubState(row["sub_state"]),
        origin=Origin(row["origin"]),
        relay_language=row["relay_language"],
        relay_text=row["relay_text"],
        relay_stale=relay_stale,
        in_memory=row["in_memory"],
    )


class Need(StrEnum):
    """What a line of the queue waits for."""

    MISSING = "missing"
    DRAFT = "draft"
    REVIEW = "review"
    REVIEWED = "reviewed"
    FINAL = "final"
    STALE = "stale"


_NEEDS = {
    TranslationState.INITIAL: Need.DRAFT,
    TranslationState.TRANSLATED: Need.REVIEW,
    TranslationState.REVIEWED: Need.REVIEWED,
    TranslationState.FINAL: Need.FINAL,
}


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One quote in one target language and what it waits for."""

    quote: QuoteRow
    language: str
    need: Need
    translation: TranslationRow | None

    @property
    def responsible_id(self) -> str | None:
        """The profile of who is to translate it, None where nobody was named."""
        return self.quote.responsible.get(self.language)


def need_of(translation: TranslationRow | None) -> Need:
    """Say what a translation waits for; one that is stale waits for that first of all."""
    if translation is None or not translation.text:
        return Need.MISSING
    return Need.STALE if translation.stale else _NEEDS[translation.state]


def targets_of(quote: QuoteRow) -> tuple[str, ...]:
    """Return the working languages that a quote is translated into: all but its published one."""
    return tuple(tag for tag in WORKING_LANGUAGES if tag != base_language(quote.published_language))


def pivots_of(quote: QuoteRow, language: str) -> tuple[str, ...]:
    """Return the languages whose translation one into `language` can be made from: those that have words.

    One that was itself made from that into `language` is none, by however many steps.
    """

    def comes_from(tag: str) -> bool:
        seen = set()
        while tag and tag not in seen:
            if tag == language:
                return True
            seen.add(tag)
            row = quote.translations.get(tag)
            tag = row.relay_language if row else ""
        return False

    written = (tag for tag in targets_of(quote) if (row := quote.translations.get(tag)) and row.text.strip())
    return tuple(tag for tag in written if not comes_from(tag))


def queue(
    connection: Connection,
    language: str,
    *,
    needs: frozenset[Need] = frozenset(Need),
    languages: frozenset[str] = frozenset(WORKING_LANGUAGES),
    source_id: str | None = None,
) -> list[QueueRow]:
    """Return what is to be translated or reviewed, in reading order."""
    lines = (line for quote in list_quotes(connection, language, source_id=source_id) for line in lines_of(quote))
    return [line for line in lines if line.need in needs and line.language in languages]


def lines_of(quote: QuoteRow) -> list[QueueRow]:
    """Return a quote's lines of the queue, one for each language that it is translated into."""
    found = [(target, quote.translations.get(target)) for target in targets_of(quote)]
    return [QueueRow(quote, target, need_of(translation), translation) for target, translation in found]
