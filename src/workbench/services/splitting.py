"""A merged record becomes a record of its own again, as it was, whatever was done meanwhile.

It gets its id and its rows back. What was changed since stays changed, what was removed since stays
removed, also where it was folded into a twin that was removed, and what was added since stays with the
record that was kept, as closed as it was there. What guards that one since guards both. A later merge
that touched the same rows is taken apart first and made again after, so that records can be split off
in any order.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from workbench.domain.changes import Change
from workbench.domain.kinds import Level, NameKind
from workbench.domain.sensitivity import strictness
from workbench.services.merging import Facts, Taken, merge
from workbench.services.passages import is_bare
from workbench.services.records import name_in
from workbench.store.queries.sameness import merged_after
from workbench.store.reach import holders, named_by, references
from workbench.store.tables import LOGGED, Merging, Name, Record, Row
from workbench.store.work import Act, Work, same_content

_ANY = tuple[Merging, Taken]


def split_record(merging_id: str) -> Act[str]:
    """Split off the record of one merge again, and return its id.

    Raises:
        NotFoundError: it was split off already.
    """

    def run(work: Work) -> str:
        merging = work.get(Merging, merging_id)
        taken = Taken.read(merging)
        later = _resting_on(work, (merging, taken))
        gone: dict[str, set[str]] = {}
        for row, each in reversed(later):
            gone[row.id] = _removed_since(work, each)
            _Parting(work, row, each).run()
        _Parting(work, work.get(Merging, merging_id), taken).run()
        for row, each in later:
            merge(work, each.kept, row.merged_id, row_id=row.id, gone=gone[row.id])
        return merging.merged_id

    return Act("split_record", run, name_in)


def _resting_on(work: Work, first: _ANY) -> list[_ANY]:
    """Return the later merges that met a record or row of one, or of each other, in their order."""
    met = _touched(first) | _named(first[1])
    found = []
    for merging_id in merged_after(work.connection, first[1].turn):
        work.checkpoint()
        row = work.get(Merging, merging_id)
        pair = (row, Taken.read(row))
        if not met.isdisjoint(_touched(pair)):
            found.append(pair)
            met |= _touched(pair) | _named(pair[1])
    return found


def _touched(pair: _ANY) -> set[str]:
    """Return the ids of the two records and of all rows that a merge changed."""
    return {pair[0].merged_id, pair[1].kept, *(change.row_id for change in pair[1].rows)}


def _named(taken: Taken) -> set[str]:
    """Return the ids of the rows that the rows named that a merge took away."""
    gone = [(change.table, change.before) for change in taken.rows if change.before and change.after is None]
    return {row_id for table, row in gone for _owner, row_id in named_by(table, row)}


def _removed_since(work: Work, taken: Taken) -> set[str]:
    """Return the rows that a merge took over and that were removed since, alone or as the one that took their place."""
    found = set()
    for change in taken.rows:
        left = change.row_id if change.after is not None else taken.into.get(change.row_id)
        if change.before is not None and left is not None and not work.facts_by(LOGGED[change.table], id=left):
            found.add(change.row_id)
    return found


class _Parting:
    """One merge that no later one rests on, taken apart row by row."""

    def __init__(self, work: Work, merging: Merging, taken: Taken) -> None:
        self._work, self._merging, self._taken = work, merging, taken
        self._there: set[str] = set()
        """Rows that were seen to be there; none that another names goes while this is at work."""

    def run(self) -> None:
        """Give everything back."""
        guarded = self._work.find(Record, id=self._taken.kept)
        removed = _removed_since(self._work, self._taken)
        self._work.remove(Merging, self._merging.id)
        for table in LOGGED:
            rows = [change for change in self._taken.rows if change.table == table]
            for change in rows:
                self._work.checkpoint()
                if change.before is not None and change.after is not None:
                    self._return(change, change.before, change.after)
            for change in rows:
                self._work.checkpoint()
                if change.before is not None and change.after is None and change.row_id not in removed:
                    self._restore(change, change.before)
        for change in self._taken.rows:
            if change.before is None and change.after is not None:
                self._take_back(change, change.after)
        self._name_both()
        self._guard()
        for kept in guarded:
            self._keep_closed(kept)

    def _return(self, change: Change, before: Facts, after: Facts) -> None:
        """Set what the merge wrote back to what it was, where it still is so."""
        for now in self._work.facts_by(LOGGED[change.table], id=change.row_id):
            values = {name: before[name] for name, written in after.items() if now[name] == written}
            then = Change(change.table, change.row_id, now, {**now, **values})
            if change.table == "name" and next(holders(self._work.connection, then), None):
                # Another name was made the preferred one since, and stays so.
                values["kind"] = NameKind.ALIAS.value
                then = Change(change.table, change.row_id, now, {**now, **values})
            if not same_content(then.before, then.after) and self._can_be(then):
                values.pop("revision", None)
                self._work.change_all(LOGGED[change.table], [(now, values)])

    def _restore(self, change: Change, before: Facts) -> None:
        """Put a row back that the merge took away, unless what it needs is gone."""
        row = self._where_it_went(change, before)
        then = Change(change.table, change.row_id, None, row)
        if change.table == "name" and next(holders(self._work.connection, then), None):
            then = Change(change.table, change.row_id, None, {**row, "kind": NameKind.ALIAS.value})
        if self._can_be(then):
            self._work.apply(then)

    def _where_it_went(self, change: Change, before: Facts) -> Facts:
        """Return a row that went, with what it named where that is there; else with what its twin names by now."""
        row = dict(before)
        table = LOGGED[change.table]
        for twin in self._work.find(table, id=self._taken.into.get(change.row_id, "")):
            missing = {row_id for owner, row_id in named_by(change.table, row) if not self._is_there(owner, row_id)}
            for column, owner in references(change.table):
                if owner != "record" and row[column] in missing:
                    row[column] = getattr(twin, column)
        return row

    def _can_be(self, change: Change) -> bool:
        """Tell whether all that a row names is there, and nothing holds what it alone may hold."""
        named = named_by(change.table, change.after)
        there = all(self._is_there(owner, row_id) for owner, row_id in named)
        return there and next(holders(self._work.connection, change), None) is None

    def _is_there(self, table: str, row_id: str) -> bool:
        if row_id not in self._there and self._work.facts_by(LOGGED[table], id=row_id):
            self._there.add(row_id)
        return row_id in self._there

    def _take_back(self, change: Change, after: Facts) -> None:
        """Remove a row that the merge made, where it is as it was made and nothing needs it."""
        model: type[Row] = LOGGED[change.table]
        for row in self._work.find(model, id=change.row_id):
            facts = row.model_dump()
            if not same_content(facts, after):
                continue
            self._work.apply(Change(change.table, change.row_id, facts, None))
            if is_bare(self._work, facts["passage_id"]):
                self._work.apply(Change(change.table, change.row_id, None, facts))

    def _name_both(self) -> None:
        """See to it that neither record is without a name, where names were removed since."""
        merged_id, kept_id = self._merging.merged_id, self._taken.kept
        if not self._work.find(Name, record_id=merged_id):
            for name in self._former_names(merged_id):
                self._work.apply(Change("name", name["id"], None, name))
        if self._work.find(Record, id=kept_id) and not self._work.find(Name, record_id=kept_id):
            first = self._work.find(Name, record_id=merged_id)[0].model_dump()
            self._work.insert(Name, **_without_id(first) | {"record_id": kept_id})

    def _guard(self) -> None:
        """Guard the record that was split off as strictly as the kept one was guarded since they were one.

        Who was hidden, was hidden as both: whether that was for the one or the other nobody has said.
        """
        was, merged_id = self._taken.guarded, self._merging.merged_id
        kept, merged = self._work.find(Record, id=self._taken.kept), self._work.find(Record, id=merged_id)
        if not kept or not merged:
            return
        values: Facts = {}
        level = kept[0].level
        if strictness(level) > max(strictness(was["level"]), strictness(merged[0].level)):
            values["level"] = level
        if kept[0].protected and not was["protected"] and not merged[0].protected:
            used = {record.pseudonym for record in self._work.find(Record, protected=True)}
            free = (f"{kept[0].pseudonym} {number}" for number in count(2))
            values |= {"protected": True, "pseudonym": next(words for words in free if words not in used)}
        self._work.change(Record, merged_id, **values)

    def _keep_closed(self, before: Record) -> None:
        """Give what was added since, and inherits, the level that it inherited, where that is not so strict any more.

        A row's id tells when it was made (RFC 9562, version 7).
        """
        (now,) = self._work.find(Record, id=before.id)
        level = before.level
        if before.protected and not now.protected:
            level = max(level, Level.RESTRICTED.value, key=strictness)
        if strictness(level) <= strictness(now.level):
            return
        given = {change.row_id for change in self._taken.rows}
        for table, model in LOGGED.items():
            columns = [column for column, owner in references(table) if owner == "record"]
            for row in (each for column in columns for each in self._work.find(model, **{column: before.id})):
                if row.id > self._merging.id and row.id not in given and getattr(row, "level", None) == "":
                    self._work.change(model, row.id, level=level)

    def _former_names(self, record_id: str) -> Iterator[Facts]:
        names = [change.before for change in self._taken.rows if change.table == "name" and change.before]
        yield from (name for name in names if name["record_id"] == record_id)


def _without_id(row: Facts) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name not in ("id", "revision")}
