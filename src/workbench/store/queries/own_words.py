"""The words that are right in this archive, and names that a word of a text may be a form of."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text
from sqlalchemy.exc import DBAPIError

from workbench.store.log import CHANGE, OPERATION
from workbench.store.search_index import is_damage
from workbench.store.tables import Inflection, OwnWord
from workbench.store.work import table_of

_WORD, _CASE = table_of(OwnWord), table_of(Inflection)

_NAMES = text(
    "SELECT id, value, tag FROM name WHERE id IN (SELECT row_id FROM search_item WHERE kind = 'name' AND number IN "
    "(SELECT rowid FROM search_words WHERE search_words MATCH :words))"
)

_AT_ONCE = 50
"""Beginnings of one question, and names whose cases are read by one."""


def own_words(connection: Connection, language: str) -> list[str]:
    """Return the archive's own words of a language (its primary subtag), in the order of their letters."""
    query = select(_WORD.c.word).where(_WORD.c.language == language).order_by(_WORD.c.word)
    return list(connection.execute(query).scalars())


@dataclass(frozen=True, slots=True)
class OwnWordRow:
    """A word of the archive's own; who added it first (a profile's id), and when (UTC ISO 8601)."""

    id: str
    language: str
    word: str
    author_id: str | None
    moment: str


def list_own_words(connection: Connection) -> list[OwnWordRow]:
    """Return the archive's own words of all languages, those that were added last first."""
    mine = (CHANGE.c.table_name == _WORD.name, CHANGE.c.before.is_(None))
    first = select(CHANGE.c.row_id, func.min(CHANGE.c.operation).label("number")).where(*mine).group_by(CHANGE.c.row_id)
    added = first.subquery()
    query = (
        select(_WORD.c.id, _WORD.c.language, _WORD.c.word, OPERATION.c.author_id, OPERATION.c.moment)
        .join(added, added.c.row_id == _WORD.c.id)
        .join(OPERATION, OPERATION.c.number == added.c.number)
        .order_by(OPERATION.c.number.desc(), _WORD.c.id.desc())
    )
    return [OwnWordRow(*row) for row in connection.execute(query)]


def names_with(connection: Connection, parts: Collection[str]) -> list[tuple[str, str]]:
    """Return names, and stored cases of names, that hold one of the parts, each with the name's tag.

    A part has three letters at least; case and accents are ignored. Some hundred names are usual
    for short parts; of an index that is damaged nothing is found.
    """
    found: dict[str, tuple[str, str]] = {}
    for some in _groups(sorted(parts)):
        quoted = " OR ".join('"' + part.replace('"', '""') + '"' for part in some)
        found.update(_matching(connection, f"body : ({quoted})"))
    tags = {key: tag for key, (_value, tag) in found.items()}
    cases = [
        (value, tags[name_id])
        for some in _groups(sorted(found))
        for name_id, value in connection.execute(
            select(_CASE.c.name_id, _CASE.c.value).where(_CASE.c.name_id.in_(some)).order_by(_CASE.c.id)
        )
    ]
    return [*found.values(), *cases]


def _matching(connection: Connection, words: str) -> dict[str, tuple[str, str]]:
    """Return value and tag of each name that an FTS5 query finds, by the name's id."""
    try:
        return {key: (value, tag) for key, value, tag in connection.execute(_NAMES, {"words": words})}
    except DBAPIError as error:
        if is_damage(error):
            return {}  # names are underlined until the index is made anew, and nothing else is lost
        raise


def _groups(items: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(items), _AT_ONCE):
        yield items[start : start + _AT_ONCE]
