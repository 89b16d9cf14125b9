"""The archive's tables, as SQLModel classes: one module a part of the chain.

They do not validate (SQLModel's `table=True` classes never do): what reaches them went through
`domain.inputs`. Rows of `Row` subclasses are logged, can be undone, and carry a revision that
grows with every write. Foreign keys are deferred to the commit, so that an undo may put rows
back in any order.
"""

from __future__ import annotations

from typing import Any

from workbench.store.tables.archive import Blob, ChangeRow, Export, Meta, OperationRow, Profile
from workbench.store.tables.base import Row
from workbench.store.tables.memory import Concept, MachineModel, MemoryBatch, MemorySegment, OwnWord, Term
from workbench.store.tables.records import (
    Evidence,
    Inflection,
    Mention,
    Merging,
    Name,
    NotSame,
    OwnProperty,
    Participation,
    Record,
    Relation,
    Statement,
)
from workbench.store.tables.sources import (
    Capture,
    Carrying,
    Note,
    Passage,
    PassageTag,
    PublishedTranslation,
    Rejection,
    Source,
    Tag,
    TextVersion,
)
from workbench.store.tables.translations import (
    Assignment,
    BackTranslation,
    Comment,
    Proposal,
    Quote,
    QuoteMark,
    Review,
    Translation,
    Waiver,
)

__all__ = [
    "LOGGED",
    "Assignment",
    "BackTranslation",
    "Blob",
    "Capture",
    "Carrying",
    "ChangeRow",
    "Comment",
    "Concept",
    "Evidence",
    "Export",
    "Inflection",
    "MachineModel",
    "MemoryBatch",
    "MemorySegment",
    "Mention",
    "Merging",
    "Meta",
    "Name",
    "NotSame",
    "Note",
    "OperationRow",
    "OwnProperty",
    "OwnWord",
    "Participation",
    "Passage",
    "PassageTag",
    "Profile",
    "Proposal",
    "PublishedTranslation",
    "Quote",
    "QuoteMark",
    "Record",
    "Rejection",
    "Relation",
    "Review",
    "Row",
    "Source",
    "Statement",
    "Tag",
    "Term",
    "TextVersion",
    "Translation",
    "Waiver",
    "as_of_now",
]

LOGGED: dict[str, type[Row]] = {
    str(table.__tablename__): table
    for table in (
        Profile, Source, Capture, TextVersion, PublishedTranslation, Passage, Carrying, Rejection,
        Note, Tag, PassageTag, Record, Name, Inflection, Mention, OwnProperty, Statement, Participation,
        Relation, Merging, NotSame, Evidence,
        Quote, QuoteMark, Translation, Assignment, Comment, Review, BackTranslation, Waiver, Proposal,
        Concept, Term, OwnWord, MemoryBatch, MachineModel, Export,
    )
}  # fmt: skip
"""Every table whose rows are logged, by its name in the log."""


def as_of_now(table: str, facts: dict[str, Any]) -> dict[str, Any]:
    """Return a row as the log kept it with the columns that later schemas have added, at their defaults."""
    fields = LOGGED[table].model_fields.items() if table in LOGGED else ()
    return {**{name: field.default for name, field in fields if not field.is_required()}, **facts}
