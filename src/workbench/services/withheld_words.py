"""The words of passages that stay in the room, which must not leave where they stand a second time."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, select

from workbench.domain.kinds import Level
from workbench.domain.sensitivity import may_leave
from workbench.languages.name_net import NameNet
from workbench.languages.same_words import SameWords
from workbench.store.queries.levels import Levels
from workbench.store.queries.sources import read_text
from workbench.store.tables import Carrying, Mention, Passage, Quote, Record, Source, TextVersion, Translation
from workbench.store.work import table_of

_LOOKED_FOR = 20_000_000
"""Code points of secret articles that are looked for, all together."""

_PASSAGE, _QUOTE = table_of(Passage), table_of(Quote)


def read_withheld_words(
    connection: Connection, levels: Levels, level: Level, hidden: Collection[str], net: NameNet
) -> SameWords:
    """Read the words of passages that stay where everything up to a level leaves, and of their translations.

    Their earlier words are among them, the titles of sources that stay and, of secret ones, the whole texts in
    runs of eight words; so are words that `hidden`
    records are known by without being named. What a person has opened itself is free wherever it stands.
    """
    described = list(_described(connection, hidden, net)) if hidden else []
    if not any(levels.own[model] for model in (Source, Passage, Quote, Record)):
        return SameWords(described)
    return _Reading(connection, levels, level).words(described)


def _described(connection: Connection, hidden: Collection[str], net: NameNet) -> Iterator[str]:
    mention = table_of(Mention)
    query = select(_PASSAGE.c.exact, mention.c.record_id).join(mention, mention.c.passage_id == _PASSAGE.c.id)
    for row in connection.execute(query):
        if row.record_id in hidden and not any(catch.owner == row.record_id for catch in net.find(row.exact)):
            yield row.exact


class _Reading:
    def __init__(self, connection: Connection, levels: Levels, level: Level) -> None:
        self._connection, self._levels, self._level = connection, levels, level

    def words(self, more: Collection[str]) -> SameWords:
        quotes = self._connection.execute(select(_QUOTE.c.id, _QUOTE.c.passage_id, _QUOTE.c.speaker_id)).all()
        closed = {row.passage_id for row in quotes if not self._may_be_said(row.id, row.speaker_id)}
        opened = {row.passage_id for row in quotes if self._levels.set_on(Quote, row.id)} - closed
        withheld: dict[str, str] = {}
        free: list[str] = []
        for row_id, exact, source_id in self._passages():
            own = self._levels.set_on(Passage, row_id)
            leaves = may_leave(self._levels.passage(row_id, source_id), self._level)
            if row_id in closed or not (leaves or (row_id in opened and not own)):
                withheld[row_id] = exact
            elif own or row_id in opened:
                free.append(exact)
        said = {row.id for row in quotes if row.passage_id in withheld}
        also = self._also_of(withheld.keys(), said)
        return SameWords([*more, *self._titles(), *withheld.values(), *also], free, self._articles())

    def _articles(self) -> Iterator[str]:
        """Give every text of the secret sources, each up to its share of what is looked for."""
        version = table_of(TextVersion)
        rows = self._connection.execute(select(version.c.id, version.c.source_id)).all()
        secret = [
            row.id
            for row in rows
            if (level := self._levels.source(row.source_id)) is Level.SECRET and not may_leave(level, self._level)
        ]
        for version_id in secret:
            yield read_text(self._connection, version_id).text[: _LOOKED_FOR // len(secret)]

    def _titles(self) -> Iterator[str]:
        source = table_of(Source)
        for row in self._connection.execute(select(source.c.id, source.c.title)):
            if not may_leave(self._levels.source(row.id), self._level):
                yield row.title

    def _may_be_said(self, quote_id: str, speaker_id: str | None) -> bool:
        """Tell whether a quote leaves where its passage does."""
        return may_leave(self._levels.quote(quote_id, Level.OPEN, speaker_id), self._level)

    def _passages(self) -> Iterator[tuple[str, str, str]]:
        version = table_of(TextVersion)
        query = select(_PASSAGE.c.id, _PASSAGE.c.exact, version.c.source_id)
        query = query.join(version, version.c.id == _PASSAGE.c.text_version_id)
        for row in self._connection.execute(query):
            yield row.id, row.exact, row.source_id

    def _also_of(self, passage_ids: Collection[str], quote_ids: Collection[str]) -> Iterator[str]:
        """Give the words that passages had in earlier texts, and the translations of quotes."""
        earlier, translation = table_of(Carrying), table_of(Translation)
        for row in self._connection.execute(select(earlier.c.passage_id, earlier.c.exact)):
            if row.passage_id in passage_ids:
                yield row.exact
        for row in self._connection.execute(select(translation.c.quote_id, translation.c.text)):
            if row.quote_id in quote_ids:
                yield row.text
