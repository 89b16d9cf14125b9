"""What is in the translation memory: the archive's own translations and the segments of batches.

A side is one text of a translation pair, to be found by. Its id is `q` and a translation's id for
the words that it translates, `t` and that id for its own, `s` and the number of a segment.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from math import log
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, text
from sqlalchemy.exc import DBAPIError

from workbench.domain.kinds import Origin, TranslationState
from workbench.domain.languages import UNKNOWN, base_language
from workbench.store.queries.quotes import PASSAGE, QUOTE, SOURCE, TEXT, TRANSLATION
from workbench.store.search_index import is_damage
from workbench.store.tables import MemoryBatch, MemorySegment
from workbench.store.work import table_of

BATCH, SEGMENT = table_of(MemoryBatch), table_of(MemorySegment)

REVIEWED = (TranslationState.REVIEWED.value, TranslationState.FINAL.value)
_AT_ONCE = 10_000
_TOGETHER = 500

_READ = 40_000
"""Entries of the index of words that are read for a look-up at most; each word has the same share."""

_RARE = 50
"""What a word weighs is the logarithm of so many times that share, by how many have the word."""

_COMMON = 6
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing said, in the languages in which the memory has it; found by its text in `language`.

    Languages are primary subtags; `source_language` is the one of the original, `und` where that is
    not known. `label` is the source's title, or the batch's label, and `origin` tells which.
    `unreviewed` and `relayed` are the languages whose text nobody has reviewed, or was made from
    another translation. `author` and `moment` are what an imported file says of it.
    """

    side: str
    language: str
    source_language: str
    texts: dict[str, str]
    label: str
    origin: Origin
    quote_id: str | None = None
    states: dict[str, TranslationState] = field(default_factory=dict)
    unreviewed: frozenset[str] = frozenset()
    relayed: frozenset[str] = frozenset()
    author: str = ""
    moment: str = ""


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What came into the memory together; `units` as they were counted, `moment` UTC ISO 8601."""

    id: str
    revision: int
    label: str
    origin: Origin
    units: int
    moment: str


def is_in_memory() -> ColumnElement[bool]:
    """Return the condition for a translation that the memory has."""
    taken = or_(TRANSLATION.c.state.in_(REVIEWED), TRANSLATION.c.in_memory.is_(True))
    return and_(TRANSLATION.c.text != "", taken)


def _in_language(column: ColumnElement[str], language: str) -> ColumnElement[bool]:
    return or_(column == language, column.like(f"{language}-%"))


def sides_in(connection: Connection, language: str) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of every side in a language; without a bound."""
    columns = TRANSLATION.c
    said = select(columns.id, columns.quote_text).join(QUOTE, QUOTE.c.id == columns.quote_id).where(is_in_memory())
    for row_id, words in connection.execute(said.where(_in_language(QUOTE.c.published_language, language))):
        yield f"q{row_id}", words
    own = select(columns.id, columns.text).where(is_in_memory(), _in_language(columns.language, language))
    for row_id, words in connection.execute(own):
        yield f"t{row_id}", words
    query = select(SEGMENT.c.number, SEGMENT.c.text).where(SEGMENT.c.language == language, _living())
    for rows in connection.execution_options(yield_per=_AT_ONCE).execute(query).partitions():
        for number, words in rows:
            yield f"s{number}", words


def _living() -> ColumnElement[bool]:
    return SEGMENT.c.batch_id.in_(select(BATCH.c.id))


def sides_of(connection: Connection, translation_ids: Collection[str]) -> list[tuple[str, str, str]]:
    """Return id, language and text of the sides of those of some translations that the memory has."""
    columns = TRANSLATION.c
    query = (
        select(columns.id, columns.quote_text, columns.text, columns.language, QUOTE.c.published_language)
        .join(QUOTE, QUOTE.c.id == columns.quote_id)
        .where(is_in_memory(), columns.id.in_(translation_ids))
    )
    found = []
    for row_id, quote_text, words, language, published in connection.execute(query):
        found.append((f"q{row_id}", base_language(published), quote_text))
        found.append((f"t{row_id}", base_language(language), words))
    return found


def sides_of_batch(connection: Connection, batch_id: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, language and text of the sides of a batch, whether or not it is there."""
    query = select(SEGMENT.c.number, SEGMENT.c.language, SEGMENT.c.text).where(SEGMENT.c.batch_id == batch_id)
    for number, language, words in connection.execute(query):
        yield f"s{number}", language, words


def languages_in_memory(connection: Connection) -> list[str]:
    """Return the languages that any side is in."""
    columns = TRANSLATION.c
    own = select(QUOTE.c.published_language).join(TRANSLATION, columns.quote_id == QUOTE.c.id).where(is_in_memory())
    target = select(columns.language).where(is_in_memory())
    tags = {row[0] for query in (own, target) for row in connection.execute(query.distinct())}
    # One step in the index for each language, where DISTINCT would go through every segment.
    last = connection.execute(select(func.min(SEGMENT.c.language))).scalar()
    while last is not None:
        tags.add(last)
        last = connection.execute(select(func.min(SEGMENT.c.language)).where(SEGMENT.c.language > last)).scalar()
    return sorted({base_language(tag) for tag in tags})


def sides_with_words(
    connection: Connection, words: Collection[str], language: str, limit: int
) -> list[tuple[str, str]]:
    """Return id and text of sides in a language that have some of these words, those with most and rarest first.

    Asked of the archive's own index of words, which is always there; empty where that is damaged.
    """
    try:
        likely = _likely(connection, words, limit)
    except DBAPIError as error:
        if is_damage(error):
            return []
        raise
    found: list[tuple[str, str]] = []
    # The index tells no languages: where other ones have the words as well, more is looked at.
    for at in range(0, min(len(likely), _LOOKED_AT * limit), limit):
        numbers = likely[at : at + limit]
        found += _segments(connection, [n for n in numbers if n > 0], language)
        found += _own(connection, [-n for n in numbers if n < 0], language)
        if len(found) >= limit:
            break
    return found


def _likely(connection: Connection, words: Collection[str], limit: int) -> list[int]:
    """Return the numbers that have some of these words, the likeliest first.

    The index keeps neither places nor texts, by which FTS5 would rank (its `rank` is the same for all
    then): a word weighs by how rare it is. Of a common word not all is read; such words are asked
    for together, and with each of them left out.
    """
    most = _READ // max(1, len(words))
    weights: dict[int, float] = {}
    common = []
    for word in words:
        numbers = _numbers(connection, [word], most + 1)
        if len(numbers) > most:
            common.append(word)
            continue
        for number in numbers:
            weights[number] = weights.get(number, 0.0) + log(_RARE * most / len(numbers))
    common = common[:_COMMON]
    for together in [common, *combinations(common, len(common) - 1)] if common else []:
        for number in _numbers(connection, together, limit):
            weights[number] = weights.get(number, 0.0) + log(_RARE) * len(together)
    return sorted(weights, key=lambda number: (-weights[number], number))


def _numbers(connection: Connection, words: Collection[str], limit: int) -> list[int]:
    """Return the numbers that have all of these words, as many as `limit` says."""
    asked = " AND ".join('"' + word.replace('"', '""') + '"' for word in words)
    query = text("SELECT rowid FROM search_memory WHERE search_memory MATCH :words LIMIT :limit")
    return list(connection.execute(query, {"words": asked, "limit": limit}).scalars()) if asked else []


def _segments(connection: Connection, numbers: list[int], language: str) -> list[tuple[str, str]]:
    query = select(SEGMENT.c.number, SEGMENT.c.text).where(
        SEGMENT.c.number.in_(numbers), SEGMENT.c.language == language, _living()
    )
    return [(f"s{number}", words) for number, words in connection.execute(query)] if numbers else []


def _own(connection: Connection, doubled: list[int], language: str) -> list[tuple[str, str]]:
    """Return the sides of translations by their numbers in the index: 2n, or 2n + 1 for their own words."""
    if not doubled:
        return []
    asked = ", ".join(str(number // 2) for number in doubled)
    rows = connection.execute(text(f"SELECT number, row_id FROM search_side WHERE number IN ({asked})"))  # noqa: S608
    names: dict[int, str] = {row[0]: row[1] for row in rows}
    wanted = {("q" if number % 2 == 0 else "t") + names[number // 2] for number in doubled if number // 2 in names}
    sides = sides_of(connection, set(names.values()))
    return [(side, words) for side, tag, words in sides if side in wanted and tag == language]


def units_of(connection: Connection, sides: Iterable[str]) -> dict[str, Unit]:
    """Return what stands behind sides, by their ids; a side that the memory has no more is left out."""
    asked = list(dict.fromkeys(sides))
    found: dict[str, Unit] = {}
    for at in range(0, len(asked), _TOGETHER):
        part = asked[at : at + _TOGETHER]
        found |= _own_units(connection, [side for side in part if side[0] in "qt"])
        found |= _batch_units(connection, [int(side[1:]) for side in part if side[0] == "s"])
    return {side: found[side] for side in asked if side in found}


def _own_units(connection: Connection, sides: list[str]) -> dict[str, Unit]:
    if not sides:
        return {}
    columns = TRANSLATION.c
    asked = select(columns.quote_id).where(columns.id.in_({side[1:] for side in sides}))
    query = (
        select(TRANSLATION, QUOTE.c.published_language, SOURCE.c.title)
        .join(QUOTE, QUOTE.c.id == columns.quote_id)
        .join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
        .join(TEXT, TEXT.c.id == PASSAGE.c.text_version_id)
        .join(SOURCE, SOURCE.c.id == TEXT.c.source_id)
        .where(is_in_memory(), columns.quote_id.in_(asked))
        .order_by(columns.id)
    )
    rows = connection.execute(query).all()
    of_quote: dict[str, list[Row[Any]]] = {}
    for row in rows:
        of_quote.setdefault(row.quote_id, []).append(row)
    by_id = {row.id: row for row in rows}
    return {side: _own_unit(side, by_id[side[1:]], of_quote) for side in sides if side[1:] in by_id}


def _own_unit(side: str, row: Row[Any], of_quote: dict[str, list[Row[Any]]]) -> Unit:
    source = base_language(row.published_language)
    beside = [row, *(each for each in of_quote[row.quote_id] if each.id != row.id)]
    texts = {source: row.quote_text}
    for each in beside:
        texts.setdefault(base_language(each.language), each.text)
    return Unit(
        side=side,
        language=source if side[0] == "q" else base_language(row.language),
        source_language=source,
        texts=texts,
        label=row.title,
        origin=Origin.PERSON,
        quote_id=row.quote_id,
        states={base_language(each.language): TranslationState(each.state) for each in beside},
        unreviewed=frozenset(base_language(each.language) for each in beside if each.state not in REVIEWED),
        relayed=frozenset(base_language(each.language) for each in beside if each.relay_language),
    )


def _batch_units(connection: Connection, numbers: list[int]) -> dict[str, Unit]:
    if not numbers:
        return {}
    one, all_of = SEGMENT.alias("one"), SEGMENT.alias("all_of")
    query = (
        select(
            one.c.number, one.c.language, one.c.facts, all_of.c.language, all_of.c.text, BATCH.c.label, BATCH.c.origin
        )
        .join(all_of, and_(all_of.c.batch_id == one.c.batch_id, all_of.c.unit == one.c.unit))
        .join(BATCH, BATCH.c.id == one.c.batch_id)
        .where(one.c.number.in_(numbers))
        .order_by(one.c.number, all_of.c.number != one.c.number, all_of.c.number)
    )
    found: dict[str, Unit] = {}
    for number, language, facts, other, words, label, origin in connection.execute(query):
        side = f"s{number}"
        if side not in found:
            said = json.loads(facts) if facts else {}
            unreviewed = frozenset(said.get("unreviewed", ()))
            source = base_language(said.get("source", "") or UNKNOWN)
            found[side] = Unit(
                side, language, source, {}, label, Origin(origin), unreviewed=unreviewed,
                author=said.get("author", ""), moment=said.get("moment", ""),
            )  # fmt: skip
        found[side].texts.setdefault(other, words)
    return found


def batches(connection: Connection) -> list[BatchRow]:
    """Return the batches of the memory, the newest first."""
    columns = (BATCH.c[name] for name in BatchRow.__slots__)
    rows = connection.execute(select(*columns).order_by(BATCH.c.id.desc()))
    return [BatchRow(a, b, label, Origin(origin), units, moment) for a, b, label, origin, units, moment in rows]


def unreviewed(connection: Connection) -> tuple[int, int]:
    """Return how many translations nobody has reviewed are in the memory by request, and how many are not."""
    columns = TRANSLATION.c
    query = (
        select(columns.in_memory, func.count())
        .where(columns.text != "", columns.state.not_in(REVIEWED))
        .group_by(columns.in_memory)
    )
    counts = {bool(taken): count for taken, count in connection.execute(query)}
    return counts.get(True, 0), counts.get(False, 0)


def translations_of(connection: Connection, quote_ids: Collection[str]) -> list[str]:
    """Return the ids of all translations of some quotes."""
    query = select(TRANSLATION.c.id).where(TRANSLATION.c.quote_id.in_(quote_ids))
    return list(connection.execute(query).scalars())


def quotes_in(connection: Connection) -> Iterator[tuple[str, str, str]]:
    """Yield id, primary language and words of every quote; without a bound."""
    for row_id, tag, words in connection.execute(_quotes()):
        yield row_id, base_language(tag), words


def words_of_quotes(
    connection: Connection, quote_ids: Collection[str], passage_ids: Collection[str]
) -> list[tuple[str, str, str]]:
    """Return id, primary language and words of some quotes, and of those of some passages."""
    if not quote_ids and not passage_ids:
        return []
    query = _quotes().where(or_(QUOTE.c.id.in_(quote_ids), QUOTE.c.passage_id.in_(passage_ids)))
    return [(row_id, base_language(tag), words) for row_id, tag, words in connection.execute(query)]


def _quotes() -> Select[Any]:
    columns = (QUOTE.c.id, QUOTE.c.published_language, PASSAGE.c.exact)
    return select(*columns).join(PASSAGE, PASSAGE.c.id == QUOTE.c.passage_id)
