"""The log's terms: what an operation is, what a change is, and how the digest chain is made."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Row = dict[str, Any]
"""A row's columns as JSON values."""

GENESIS = "0" * 64
"""What the first change of an archive names as the digest before it."""


class OperationKind(StrEnum):
    """Whether an operation is new work, or takes back or repeats an earlier one."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after: `before` is None for a new row, `after` None for a removed one."""

    table: str
    row_id: str
    before: Row | None
    after: Row | None

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.table, self.row_id, self.after, self.before)

    @property
    def fields(self) -> frozenset[str]:
        """The columns that differ, `revision` left out; every column for a new or removed row."""
        before, after = self.before or {}, self.after or {}
        names = set(before) | set(after)
        return frozenset(n for n in names if n != "revision" and before.get(n) != after.get(n))


@dataclass(frozen=True, slots=True)
class Operation:
    """One act of one person: what the status bar and the history call by name.

    `action` is a key of `domain.actions.ACTIONS`; `subject` is archive content (a name, a
    title) and is stored only inside the archive. `moment` is UTC, ISO 8601 with milliseconds.
    `target` is the number of the operation that an undo or redo is about.
    """

    number: int
    id: str
    kind: OperationKind
    action: str
    subject: str
    author_id: str | None
    moment: str
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one operation did, for everyone who shows it; `initiator` is whoever started it."""

    operation: Operation
    rows: tuple[Change, ...]
    initiator: object | None = field(default=None, compare=False)

    def touches(self, *tables: str) -> bool:
        """Tell whether a row of one of these tables changed."""
        return any(change.table in tables for change in self.rows)

    def ids(self, table: str) -> frozenset[str]:
        """Return the ids of the rows of a table that changed."""
        return frozenset(change.row_id for change in self.rows if change.table == table)


# One for all: `json.dumps` makes a new one each time, and an operation has tens of thousands of rows.
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def canonical_json(value: object) -> bytes:
    """Write JSON one way only: sorted keys, no white space, UTF-8, no NaN."""
    return _JSON.encode(value).encode()


def chain_digest(previous: str, operation: Operation, change: Change) -> str:
    """Return the SHA-256 (hex) that binds a change to its operation and to the change before it."""
    facts = {
        "previous": previous,
        "operation": [
            operation.number,
            operation.id,
            operation.kind.value,
            operation.action,
            operation.subject,
            operation.author_id,
            operation.moment,
            operation.target,
        ],
        "table": change.table,
        "row": change.row_id,
        "before": change.before,
        "after": change.after,
    }
    return hashlib.sha256(canonical_json(facts)).hexdigest()
