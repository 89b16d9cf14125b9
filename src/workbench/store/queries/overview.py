"""Counts of everything, profiles, tags and earlier exports."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlmodel import SQLModel

from workbench.domain.languages import WORKING_LANGUAGES, base_language
from workbench.store.log import CHANGE, OPERATION
from workbench.store.tables import Export, Mention, Note, Passage, Profile, Quote, Record, Source, Tag, Translation
from workbench.store.work import table_of

COUNTED: dict[str, type[SQLModel]] = {
    "sources": Source,
    "passages": Passage,
    "mentions": Mention,
    "notes": Note,
    "tags": Tag,
    "quotes": Quote,
    "translations": Translation,
    "profiles": Profile,
    "exports": Export,
}


def counts(connection: Connection) -> dict[str, int]:
    """Return how many rows there are of every kind; records are counted by kind (`person`, …)."""
    found = {
        name: int(connection.execute(select(func.count()).select_from(table_of(model))).scalar() or 0)
        for name, model in COUNTED.items()
    }
    record = table_of(Record)
    found |= dict(connection.execute(select(record.c.kind, func.count()).group_by(record.c.kind)).all())
    found["operations"] = int(connection.execute(select(func.max(OPERATION.c.number))).scalar() or 0)
    found["changes"] = int(connection.execute(select(func.max(CHANGE.c.number))).scalar() or 0)
    return found


def translation_states(connection: Connection) -> dict[str, dict[str, int]]:
    """Return counts by target language and state."""
    table = table_of(Translation)
    found: dict[str, dict[str, int]] = {}
    query = select(table.c.language, table.c.state, func.count()).group_by(table.c.language, table.c.state)
    for language, state, count in connection.execute(query.order_by(table.c.language, table.c.state)):
        found.setdefault(language, {})[state] = count
    return found


def translations_wanted(connection: Connection) -> int:
    """Return how many translations all quotes ask for: each working language but the published one."""
    table = table_of(Quote)
    query = select(table.c.published_language, func.count()).group_by(table.c.published_language)
    published = ((base_language(tag), count) for tag, count in connection.execute(query))
    return sum(count * sum(tag != target for target in WORKING_LANGUAGES) for tag, count in published)


def source_languages(connection: Connection) -> dict[str, int]:
    """Return how many sources there are in each language."""
    table = table_of(Source)
    query = select(table.c.language, func.count()).group_by(table.c.language).order_by(table.c.language)
    return dict(connection.execute(query).all())


@dataclass(frozen=True, slots=True)
class ProfileRow:
    """A person who works in the archive."""

    id: str
    revision: int
    name: str
    initials: str
    language: str


def profiles(connection: Connection) -> list[ProfileRow]:
    """Return all profiles in the order in which they were made."""
    rows = connection.execute(select(table_of(Profile)).order_by(table_of(Profile).c.id)).mappings()
    return [ProfileRow(**row) for row in rows]


def tag_labels(connection: Connection) -> list[str]:
    """Return all tags in alphabetical order."""
    return list(connection.execute(select(table_of(Tag).c.label).order_by(table_of(Tag).c.label)).scalars())
