"""Two records that are the same become one; what that changed is kept, so that it can be taken apart again.

The kept record takes over every row that named the merged one. Where both had the same (a name, a
mention of one passage, a statement that says the same from other passages) one row is left with the
support of both, and the stricter level. A tie between the two goes; a passage that held nothing else
then mentions the record.

`Merging.taken` is canonical JSON: `kept` is the id of the record that was kept; `turn` grows with
every merge of the archive and says which came later; `rows` are the rows that were changed, each with
its table, id, and all that it held `before` (null where it was made), and what of it was another
`after` (null where it went); `into` names, by the id of a row that went, the one that took its place.
`guarded` is how the kept record was guarded then: what was made stricter since
holds for the record that is split off, too.
Of an earlier merge only what differs is there, since it holds rows itself. `services.splitting`
reads it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from workbench.domain.changes import Change, canonical_json
from workbench.domain.errors import InputError
from workbench.domain.kinds import Certainty, NameKind
from workbench.domain.roles import role_text
from workbench.domain.sensitivity import strictness
from workbench.i18n import _
from workbench.services.passages import is_bare
from workbench.services.records import name_in
from workbench.store.queries.sameness import last_turn
from workbench.store.reach import circle, references, way_of
from workbench.store.tables import LOGGED, Evidence, Merging, Name, Passage, Record, Relation
from workbench.store.tables import Mention as MentionRow
from workbench.store.work import Act, Work, squash, table_of

Facts = dict[str, Any]

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many; may raise to stop."""

_SAME = {"name": ("record_id", "value", "tag"), "mention": ("record_id", "passage_id")}
"""The columns by which two rows of a table are one and the same; where none are given, all but `_OWN`."""

_OWN = frozenset({"id", "revision", "level"})
_NO_TWINS = frozenset({"merging", "quote"})
_PARTS = ("given", "patronymic", "family")
_TIE = {"relation": "relation_id", "statement": "statement_id", "participation": "participation_id"}
"""What can tie a record to another, and the column by which evidence supports it."""

_LEVELS = ("level", "protected", "pseudonym")


@dataclass(frozen=True, slots=True)
class Taken:
    """`Merging.taken`, read: see this module."""

    kept: str
    turn: int
    rows: tuple[Change, ...]
    into: dict[str, str]
    guarded: Facts

    @classmethod
    def read(cls, merging: Merging) -> Taken:
        """Read what a merge has kept of the rows that it changed; `after` is only what differs."""
        facts = json.loads(merging.taken)
        rows = tuple(Change(row["table"], row["id"], row["before"], row["after"]) for row in facts["rows"])
        return cls(facts["kept"], facts["turn"], rows, facts["into"], facts["guarded"])

    def written(self) -> str:
        """Return it as `Merging.taken` holds it."""
        rows = [{"table": c.table, "id": c.row_id, "before": c.before, "after": c.after} for c in self.rows]
        facts = {"kept": self.kept, "turn": self.turn, "rows": rows, "into": self.into, "guarded": self.guarded}
        return canonical_json(facts).decode()


def merge_records(
    kept_id: str,
    merged_id: str,
    *,
    expected: tuple[int, int] | None = None,
    progress: Progress = lambda _done, _total: None,
) -> Act[str]:
    """Have one record take over everything that is known about another, which goes; returns the merging's id.

    Raises:
        InputError: a record with itself, or two of different kinds.
        NotFoundError: one of them is gone.
        StaleError: `expected` is given, and the records, in this order, have other revisions.
    """

    def run(work: Work) -> str:
        for record_id, revision in zip((kept_id, merged_id), expected or (), strict=False):
            work.change(Record, record_id, expected=revision)
        return merge(work, kept_id, merged_id, progress=progress)

    return Act("merge_records", run, lambda work, _id: name_in(work, kept_id))


def merge(
    work: Work,
    kept_id: str,
    merged_id: str,
    *,
    row_id: str | None = None,
    gone: Collection[str] = (),
    progress: Progress = lambda _done, _total: None,
) -> str:
    """Merge as `merge_records` does; `row_id` is the merging's own where it is made again.

    `gone` are rows whose place others had taken, which were removed since: they do not come back.
    """
    if kept_id == merged_id:
        raise InputError(_("A record is not merged with itself."), field="record")
    kept, merged = work.get(Record, kept_id), work.get(Record, merged_id)
    if kept.kind != merged.kind:
        raise InputError(
            _("These records are of different kinds, so they cannot be the same."), kept=_("Nothing was changed.")
        )
    turn = 1 + last_turn(work.connection)
    step = _Step(work, kept, merged, frozenset(gone))
    rows = step.take_over(progress)
    now = work.get(Record, kept_id)
    guarded = {"level": now.level, "protected": now.protected}
    taken = Taken(kept_id, turn, rows, step.into, guarded).written()
    return work.insert(Merging, row_id=row_id, record_id=kept_id, merged_id=merged_id, taken=taken).id


class _Step:
    """One merge, row by row."""

    def __init__(self, work: Work, kept: Record, merged: Record, gone: frozenset[str]) -> None:
        self._work, self._kept, self._merged, self._gone = work, kept, merged, gone
        self.into: dict[str, str] = {}
        self._twins: dict[tuple[Any, ...], Facts] = {}
        """The rows that name the kept record, of the table that is being taken over, by what they say."""
        self._moves: list[tuple[Facts, Facts]] = []
        """Rows of that table that are to be written together, each with what changes."""

    def take_over(self, progress: Progress) -> tuple[Change, ...]:
        """Move everything, take the merged record away, and return what that changed."""
        start = len(self._work.changes)
        self._work.change(Record, self._kept.id, **self._stricter_record())
        rows = {table: self._rows_of(self._merged.id, table) for table in LOGGED}
        done, total = 0, sum(map(len, rows.values()))
        for table, some in rows.items():
            self._twins = {}
            for row in self._rows_of(self._kept.id, table) if some else ():
                self._twins.setdefault(_says(table, row), row)
            for row in some:
                self._work.checkpoint()
                progress(done := done + 1, total)
                self._take(table, row)
            self._write_moves(table)
        self._work.remove(Record, self._merged.id)
        self._refuse_circle()
        return tuple(_slim(change) for change in squash(self._work.changes[start:]))

    def _take(self, table: str, row: Facts) -> None:
        """Take one row over: it becomes one of the kept record's, or a twin takes its place, or it goes."""
        after = self._renamed(table, row)
        twin = self._twins.get(_says(table, after)) if table not in _NO_TWINS else None
        if self._ties_itself(table, after):
            self._drop_tie(table, row)
        elif twin is not None:
            self._write_moves(table)
            self._twins[_says(table, twin)] = self._fold(table, row, twin)
        elif row["id"] in self._gone:
            self._work.remove(LOGGED[table], row["id"])
        else:
            if table == "name" and row["kind"] == NameKind.PREFERRED and self._has_preferred(row["tag"]):
                after["kind"] = NameKind.ALIAS.value
            self._moves.append((row, after))
            self._twins[_says(table, after)] = after

    def _write_moves(self, table: str) -> None:
        moves, self._moves = self._moves, []
        self._work.change_all(LOGGED[table], moves)

    def _rows_of(self, record_id: str, table: str) -> list[Facts]:
        """Read the rows of a table that name a record, in order of their ids."""
        columns = [column for column, owner in references(table) if owner == "record"]
        rows = (row for column in columns for row in self._work.facts_by(LOGGED[table], **{column: record_id}))
        return sorted({row["id"]: row for row in rows}.values(), key=itemgetter("id"))

    def _refuse_circle(self) -> None:
        """Refuse what would make a record a part, a cause or a parent of itself over others."""
        kept = self._kept.id
        ties = [*self._work.find(Relation, from_id=kept), *self._work.find(Relation, to_id=kept)]
        for tie in ties:
            if circle(self._work.connection, way_of("relation", tie.model_dump()), without=tie.id):
                raise InputError(
                    _("One of these records is above the other by “{tie}”, with others between.").format(
                        tie=role_text(tie.kind)
                    ),
                    field="record",
                    kept=_("Nothing was changed."),
                    do=_("Remove that relation first if they are the same."),
                )

    def _stricter_record(self) -> Facts:
        kept, merged = self._kept, self._merged
        return {
            "level": max(kept.level, merged.level, key=strictness),
            "protected": kept.protected or merged.protected,
            "pseudonym": kept.pseudonym or merged.pseudonym,
        }

    def _renamed(self, table: str, row: Facts) -> Facts:
        after = dict(row)
        for column, owner in references(table):
            if owner == "record" and row[column] == self._merged.id:
                after[column] = self._kept.id
        if table == "statement" and after["place_id"] != row["place_id"]:
            after["value"] = self._kept.id  # a place is named twice in its statement
        if table == "not_same":
            after["one_id"], after["other_id"] = sorted((after["one_id"], after["other_id"]))
        return after

    @staticmethod
    def _ties_itself(table: str, after: Facts) -> bool:
        ends = [after[column] for column, owner in references(table) if owner == "record"]
        return len(ends) > len(set(ends))

    def _drop_tie(self, table: str, row: Facts) -> None:
        column = _TIE.get(table)
        support = self._work.find(Evidence, **{column: row["id"]}) if column else []
        self._work.remove(LOGGED[table], row["id"])
        for passage_id in dict.fromkeys(evidence.passage_id for evidence in support):
            if self._work.find(Passage, id=passage_id) and is_bare(self._work, passage_id):
                facts = {"role": "mentioned", "certainty": Certainty.CERTAIN.value}
                self._work.insert(MentionRow, passage_id=passage_id, record_id=self._kept.id, **facts)

    def _fold(self, table: str, row: Facts, twin: Facts) -> Facts:
        """Have a row of the kept record take the place of one of the merged record, with its support."""
        self.into[row["id"]] = twin["id"]
        for dependent, column in _named_in(table):
            for before in self._work.facts_by(LOGGED[dependent], **{column: row["id"]}):
                after = {**before, column: twin["id"]}
                same = _twin(self._work, dependent, after)
                if same is not None:
                    self._fold(dependent, before, same)
                else:
                    self._work.change_all(LOGGED[dependent], [(before, {column: twin["id"]})])
        joined = self._joined(row, twin)
        self._work.remove(LOGGED[table], row["id"])
        return self._work.change(LOGGED[table], twin["id"], **joined).model_dump() if joined else twin

    def _joined(self, row: Facts, twin: Facts) -> Facts:
        """Return what the row that is left takes over: parts of a name that it has not, and the stricter level."""
        found: Facts = {part: row[part] for part in _PARTS if part in twin and not twin[part]}
        if "level" in twin:
            # A level that is not set stands for that of the record, which is not the same one any more.
            whole = max(self._kept.level, self._merged.level, key=strictness)
            level = row["level"] or self._merged.level
            least = twin["level"] or whole
            if strictness(level) > strictness(least):
                found["level"] = level
        return found

    def _has_preferred(self, tag: str) -> bool:
        self._write_moves("name")
        kind = NameKind.PREFERRED.value
        return bool(self._work.facts_by(Name, record_id=self._kept.id, tag=tag, kind=kind))


@cache
def _columns(table: str) -> tuple[str, ...]:
    """Return the columns by which two rows of a table are one and the same."""
    every = (column.name for column in table_of(LOGGED[table]).columns)
    return _SAME.get(table) or tuple(name for name in every if name not in _OWN)


def _says(table: str, row: Facts) -> tuple[Any, ...]:
    return tuple(row[name] for name in _columns(table))


def _twin(work: Work, table: str, row: Facts) -> Facts | None:
    """Return another row that says the same as one."""
    known = {name: row[name] for name in _columns(table) if row[name] is not None}
    found = (each for each in work.facts_by(LOGGED[table], **known) if each["id"] != row["id"])
    return next((each for each in found if _says(table, each) == _says(table, row)), None)


@cache
def _named_in(table: str) -> tuple[tuple[str, str], ...]:
    """Give the tables and columns that name rows of a table."""
    return tuple((name, column) for name in LOGGED for column, owner in references(name) if owner == table)


def _slim(change: Change) -> Change:
    """Leave out what a changed row holds unchanged: of its later state, and of an earlier merge also of the other."""
    before, after = change.before, change.after
    if before is None or after is None:
        return change
    after = {name: after[name] for name in sorted(change.fields)}
    if change.table == "merging":
        before = {name: before[name] for name in sorted(change.fields)}
    return Change(change.table, change.row_id, before, after)
