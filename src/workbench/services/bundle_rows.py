"""All rows that a bundle can be made of, read at one go."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, RowMapping, select

from workbench.store.tables import (
    Capture,
    Carrying,
    Evidence,
    Mention,
    Name,
    Note,
    Participation,
    Passage,
    PassageTag,
    Profile,
    Quote,
    QuoteMark,
    Record,
    Relation,
    Source,
    Statement,
    Tag,
    TextVersion,
    Translation,
)
from workbench.store.work import table_of

CLAIM_OWNERS = {
    "statement_id": ("record_id", "place_id"),
    "participation_id": ("event_id", "record_id"),
    "relation_id": ("from_id", "to_id"),
}
"""The columns of what evidence supports that name records, by the column that names what is supported."""


@dataclass
class Rows:
    """All rows that a bundle can be made of, by id, in the order of their ids."""

    tables: dict[type[Any], dict[str, RowMapping]]
    evidence: dict[str, list[RowMapping]] = field(default_factory=lambda: defaultdict(list))
    groups: dict[tuple[type[Any], str], dict[str, list[RowMapping]]] = field(default_factory=dict)

    @classmethod
    def read(cls, connection: Connection) -> Rows:
        """Read them; unbounded, so in the worker."""
        models = (
            Source, Capture, TextVersion, Passage, Mention, Note, PassageTag, Tag, Record, Name, Statement,
            Participation, Relation, Evidence, Quote, QuoteMark, Translation, Profile, Carrying,
        )  # fmt: skip
        tables = {}
        for model in models:
            table = table_of(model)
            tables[model] = {
                row["id"]: row for row in connection.execute(select(table).order_by(table.c.id)).mappings()
            }
        return cls(tables)

    def __post_init__(self) -> None:
        for row in self[Evidence].values():
            for column in ("name_id", *CLAIM_OWNERS):
                if row[column]:
                    self.evidence[row[column]].append(row)

    def __getitem__(self, model: type[Any]) -> dict[str, RowMapping]:
        return self.tables[model]

    def having(self, model: type[Any], column: str, value: str) -> list[RowMapping]:
        """Return the rows whose column has a value; the first call for a column sorts all rows once."""
        if (model, column) not in self.groups:
            found: dict[str, list[RowMapping]] = defaultdict(list)
            for row in self[model].values():
                found[row[column]].append(row)
            self.groups[model, column] = found
        return self.groups[model, column].get(value, [])

    def source_of(self, passage_id: str) -> str:
        """Return the id of the source that a passage stands in."""
        return str(self[TextVersion][self[Passage][passage_id]["text_version_id"]]["source_id"])
