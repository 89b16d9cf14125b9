"""Finding words anywhere in the archive."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from sqlalchemy import Connection, select, text

from workbench.domain.text import clean_for_terminal
from workbench.store.engine import Fold
from workbench.store.tables import Name, Note, Passage, Quote, Source, Statement, TextVersion, Translation
from workbench.store.work import table_of

SHORTEST = 3
"""Code points that the trigram index needs; shorter queries scan instead."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place: `kind` is text, source, name, note, statement or translation.

    `excerpt` holds the words around the find; `at` and `length` say where in it the find is (code
    points; `length` 0 where only the folded form matched). `position` is the find's place in the
    text version, for kind text. The ids lead to where it is shown. `before` and `after` say
    whether there are more words than the excerpt on that side.
    """

    kind: str
    row_id: str
    excerpt: str
    at: int
    length: int
    position: int
    source_id: str | None = None
    passage_id: str | None = None
    record_id: str | None = None
    quote_id: str | None = None
    before: bool = False
    after: bool = False


def search(connection: Connection, query: str, fold: Fold, *, limit: int = 200) -> list[Hit]:
    """Find a query as it stands (case and accents ignored), and names also across scripts."""
    query = " ".join(clean_for_terminal(query).split())
    if not query:
        return []
    folded = fold(query)
    rows = connection.execute(
        text(
            "SELECT kind, row_id, position, body FROM search_item WHERE number IN ("  # noqa: S608 - own texts only
            + _matching(query, folded)
            + ") ORDER BY kind = 'text', number LIMIT :limit"
        ),
        {
            "words": _phrase("body", query),
            "folded": _phrase("folded", folded),
            "part": f"%{_escape(query)}%",
            "limit": limit,
        },
    )
    return [_hit(connection, row.kind, row.row_id, row.position, row.body, query) for row in rows]


def _matching(query: str, folded: str) -> str:
    if len(query) < SHORTEST:
        return "SELECT number FROM search_item WHERE body LIKE :part ESCAPE '\\'"
    found = "SELECT rowid FROM search_words WHERE search_words MATCH :words"
    if len(folded) >= SHORTEST:
        found += " UNION SELECT rowid FROM search_words WHERE search_words MATCH :folded"
    return found


def _phrase(column: str, words: str) -> str:
    quoted = words.replace('"', '""')
    return f'{column} : "{quoted}"'


def _escape(words: str) -> str:
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _hit(connection: Connection, kind: str, row_id: str, position: int, body: str, query: str) -> Hit:
    at, length = locate(body, query)
    start = _word_start(body, max(0, at - 60))
    end = _word_end(body, at + max(length, len(query)) + 120)
    return Hit(
        kind,
        row_id,
        body[start:end].replace("\n", " "),
        at - start,
        length,
        position + at,
        **_owner(connection, kind, row_id),
        before=start > 0,
        after=end < len(body),
    )


def _word_start(body: str, at: int) -> int:
    """Go on to the next word's start, so that an excerpt does not begin inside one."""
    if at == 0:
        return 0
    space = body.find(" ", at, at + 40)
    return at if space == -1 else space + 1


def _word_end(body: str, at: int) -> int:
    """Go back to the last word's end, so that an excerpt does not end inside one."""
    if at >= len(body):
        return len(body)
    space = body.rfind(" ", at - 40, at + 1)
    return at if space == -1 else space


def locate(body: str, query: str) -> tuple[int, int]:
    """Return where a query stands in a text and how long it is there (code points), as the index matches.

    Letter case and accents do not count, and case folding may change a text's length (ß), so the
    find may be longer or shorter than the query. (0, 0) where only a folded form can have matched.
    """
    lowered = body.casefold()
    at = lowered.find(query.casefold())
    if at >= 0 and len(lowered) == len(body):
        return at, len(query)
    letters, places = _bare(body)
    wanted = _bare(query)[0]
    at = letters.find(wanted) if wanted else -1
    if at < 0:
        return 0, 0
    end = at + len(wanted)
    stop = places[end] if end < len(places) else len(body)
    return places[at], stop - places[at]


def _bare(text: str) -> tuple[str, list[int]]:
    """Return a text without case and accents, and for each of its letters the place it came from."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        for letter in unicodedata.normalize("NFD", char).casefold():
            if not unicodedata.combining(letter):
                letters.append(letter)
                places.append(place)
    return "".join(letters), places


def _owner(connection: Connection, kind: str, row_id: str) -> dict[str, str | None]:
    if kind == "source":
        return {"source_id": row_id}
    if kind == "text":
        table = table_of(TextVersion)
        return {"source_id": connection.execute(select(table.c.source_id).where(table.c.id == row_id)).scalar()}
    if kind in ("name", "statement"):
        table = table_of(Name if kind == "name" else Statement)
        return {"record_id": connection.execute(select(table.c.record_id).where(table.c.id == row_id)).scalar()}
    if kind == "note":
        table = table_of(Note)
        passage_id = connection.execute(select(table.c.passage_id).where(table.c.id == row_id)).scalar()
        return {"passage_id": passage_id, "source_id": _source_of(connection, passage_id)}
    table, quote = table_of(Translation), table_of(Quote)
    query = select(quote.c.id, quote.c.passage_id).join(table, table.c.quote_id == quote.c.id)
    row = connection.execute(query.where(table.c.id == row_id)).one()
    return {"quote_id": row.id, "passage_id": row.passage_id, "source_id": _source_of(connection, row.passage_id)}


def _source_of(connection: Connection, passage_id: str | None) -> str | None:
    passage, version, source = table_of(Passage), table_of(TextVersion), table_of(Source)
    query = (
        select(source.c.id)
        .join(version, version.c.source_id == source.c.id)
        .join(passage, passage.c.text_version_id == version.c.id)
        .where(passage.c.id == passage_id)
    )
    return connection.execute(query).scalar()
