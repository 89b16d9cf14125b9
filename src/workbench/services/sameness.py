"""Records that may be one and the same: looked for, told apart, and what of an earlier merge is known.

`merging` and `splitting` make one of two, and two of one again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter

from sqlalchemy import Connection

from workbench.domain.changes import Changes
from workbench.domain.date_text import date_text
from workbench.domain.errors import InputError
from workbench.domain.names import display_name
from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.languages.sameness import POSSIBLE, Facts, Ground, Index, Reason, pairs, rate
from workbench.services.merging import Taken
from workbench.services.records import name_in
from workbench.store.log import last_number
from workbench.store.queries.records import record_names
from workbench.store.queries.sameness import (
    Said,
    folded_names,
    merged_into,
    not_same_pairs,
    not_same_with,
    said_of,
    source_titles,
)
from workbench.store.tables import Merging, Name, NotSame, Record
from workbench.store.work import Act, Work

_BEGINS, _ENDS, _SEX = ("birth", "founded", "date"), ("death", "dissolved"), "sex"
_SHOWN = 20
"""Possible duplicates of one record that are shown at most."""

_PAIRS, _RATED, _TOGETHER = 1_000, 20_000, 500
"""Pairs of an archive that are shown and that are compared at most, and how many are read at a time."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Possible:
    """A record that may be the same as another, how likely from 0 to 1, and why.

    Reasons about an event or a source hold its name or title.
    """

    record_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be the same, how likely and why; the older one comes first."""

    one_id: str
    other_id: str
    score: float
    reasons: tuple[Reason, ...]


class Twins:
    """Looks for possible duplicates in one archive.

    The keys of all names are read when something is asked first, and those of changed records
    after that. May be asked and told from any thread; what is held is content.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._index: Index | None = None
        self._touched: dict[str, int] = {}
        """By record id, the last operation that touched it and that the index has not seen."""
        self._telling = threading.Lock()  # of its own, since the other one is held while the index is made

    def follow(self, changes: Changes) -> None:
        """Note which records a write has touched; they are read again when something is asked."""
        touched = {change.row_id for change in changes.rows if change.table == "record"}
        for change in changes.rows:
            if change.table == "name":
                touched.update(row["record_id"] for row in (change.before, change.after) if row is not None)
        with self._telling:
            self._touched.update(dict.fromkeys(touched, changes.operation.number))

    def of(self, connection: Connection, record_id: str, language: str) -> list[Possible]:
        """Return the possible duplicates of a record, the likeliest first; names in a language."""
        with self._lock:
            near = self._in_step(connection).near(record_id)
        apart = not_same_with(connection, record_id)
        near = [each for each in near if each not in apart]
        facts = _facts(connection, [record_id, *near])
        if record_id not in facts:
            return []
        return _rated(connection, facts[record_id], near, facts, language)

    def of_names(
        self, connection: Connection, kind: str, names: Sequence[tuple[str, str]], language: str
    ) -> list[Possible]:
        """Return the records of a kind that a new one with these names, each with its tag, may be a twin of."""
        with self._lock:
            near = self._in_step(connection).near_names(kind, [fold(value) for value, _tag in names])
        return _rated(connection, Facts("", kind, tuple(names)), near, _facts(connection, near), language)

    def of_many(
        self, connection: Connection, wanted: Sequence[Facts], language: str, progress: Progress | None = None
    ) -> list[list[Possible]]:
        """Return the same as `of_names` for each of many that are not records yet, whatever else is known of them."""
        found: list[list[Possible]] = []
        for at in range(0, len(wanted), _TOGETHER):
            some = wanted[at : at + _TOGETHER]
            with self._lock:
                index = self._in_step(connection)
                near = [index.near_names(one.kind, [fold(value) for value, _tag in one.names]) for one in some]
            facts = _facts(connection, list(dict.fromkeys(each for ids in near for each in ids)))
            found += [_rated(connection, one, ids, facts, language) for one, ids in zip(some, near, strict=True)]
            if progress is not None:
                progress(len(found), len(wanted))
        return found

    def everywhere(self, connection: Connection, language: str, progress: Progress) -> list[Pair]:
        """Return the pairs of an archive that may be the same, the likeliest first; a thousand at most."""
        apart = not_same_pairs(connection)
        rows = list(folded_names(connection))
        found = [pair for pair in pairs(rows, lambda at, n: progress(at, 3 * n)) if pair not in apart][:_RATED]
        rated: list[Pair] = []
        for at in range(0, len(found), _TOGETHER):
            progress(len(found) + 2 * at, 3 * len(found))
            some = found[at : at + _TOGETHER]
            facts = _facts(connection, [record_id for pair in some for record_id in pair])
            for one, other in some:
                rating = rate(facts[one], facts[other])
                if rating.score >= POSSIBLE:
                    rated.append(Pair(one, other, rating.score, rating.reasons))
        rated.sort(key=lambda pair: (-pair.score, pair.one_id, pair.other_id))
        rated = rated[:_PAIRS]
        named = _named(connection, [reason for pair in rated for reason in pair.reasons], language)
        return [replace(pair, reasons=tuple(map(named, pair.reasons))) for pair in rated]

    def _in_step(self, connection: Connection) -> Index:
        touched = self._seen_by(connection)
        if self._index is None:
            self._index = Index()
            _put(self._index, folded_names(connection))
        else:
            for record_id in touched:
                self._index.drop(record_id)
            _put(self._index, folded_names(connection, touched))
        return self._index

    def _seen_by(self, connection: Connection) -> list[str]:
        """Take the touched records of which a connection sees the last write; a long read does not see later ones."""
        last = last_number(connection)
        with self._telling:
            seen = [record_id for record_id, number in self._touched.items() if number <= last]
            for record_id in seen:
                del self._touched[record_id]
        return sorted(seen)


def _put(index: Index, rows: Iterable[tuple[str, str, str]]) -> None:
    for (record_id, kind), names in groupby(rows, itemgetter(0, 1)):
        index.put(record_id, kind, [folded for _id, _kind, folded in names])


def _facts(connection: Connection, record_ids: Sequence[str]) -> dict[str, Facts]:
    said = said_of(connection, record_ids, (*_BEGINS, *_ENDS, _SEX))
    return {record_id: _facts_of(record_id, each) for record_id, each in said.items()}


def _facts_of(record_id: str, said: Said) -> Facts:
    def values(properties: Collection[str]) -> tuple[str, ...]:
        return tuple(value for key in properties for value in said.values.get(key, ()))

    places = {source: frozenset(passages) for source, passages in said.places.items()}
    sexes = frozenset(values((_SEX,)))
    names = tuple(said.names)
    return Facts(record_id, said.kind, names, values(_BEGINS), values(_ENDS), sexes, frozenset(said.events), places)


def _rated(
    connection: Connection, one: Facts, near: Sequence[str], facts: dict[str, Facts], language: str
) -> list[Possible]:
    rated = [(record_id, rate(one, facts[record_id])) for record_id in near if record_id in facts]
    found = [Possible(record_id, r.score, r.reasons) for record_id, r in rated if r.score >= POSSIBLE]
    found.sort(key=lambda each: (-each.score, each.record_id))
    found = found[:_SHOWN]
    named = _named(connection, [reason for each in found for reason in each.reasons], language)
    return [replace(each, reasons=tuple(map(named, each.reasons))) for each in found]


def _named(connection: Connection, reasons: Iterable[Reason], language: str) -> Callable[[Reason], Reason]:
    """Return what puts names and titles in the place of ids."""
    every = list(reasons)
    events = {reason.one for reason in every if reason.ground is Ground.EVENT}
    sources = {reason.one for reason in every if reason.ground is Ground.APART}
    words = record_names(connection, events, language) | source_titles(connection, sources)

    def name(reason: Reason) -> Reason:
        word = words.get(reason.one)
        return reason if word is None else replace(reason, one=word, other=word)

    return name


def reason_text(reason: Reason, language: str) -> str:
    """Say a reason in words, in the active language; dates as `language` writes them."""
    dated = reason.ground in (Ground.DATE, Ground.YEAR, Ground.OTHER_DATE)
    one, other = (date_text(value, language, point=True) if dated else value for value in (reason.one, reason.other))
    words = {
        Ground.SAME_NAME: _("Same name: {one}"),
        Ground.SPELLING: _("One name, written otherwise: {one} – {other}"),
        Ground.CASE: _("One name in another case: {one} – {other}"),
        Ground.INITIALS: _("The initials fit: {one} – {other}"),
        Ground.NEAR: _("The names are alike: {one} – {other}"),
        Ground.FAMILY: _("A part of the name is the same: {one} – {other}"),
        Ground.DATE: _("Same date: {one}"),
        Ground.YEAR: _("The dates do not contradict each other: {one} – {other}"),
        Ground.EVENT: _("Both took part in “{one}”"),
        Ground.OTHER_DATE: _("The dates differ: {one} – {other}"),
        Ground.OTHER_SEX: _("The sexes differ"),
        Ground.OTHER_PATRONYMIC: _("The patronymics differ: {one} – {other}"),
        Ground.APART: _("“{one}” names both, in different places"),
    }
    return words[reason.ground].format(one=one, other=other)


def not_same(one_id: str, other_id: str) -> Act[str]:
    """Say that two records are not the same, so that they are not shown as duplicates; returns the id of that.

    Raises:
        InputError: a record with itself.
        NotFoundError: one of them is gone.
    """

    def run(work: Work) -> str:
        if one_id == other_id:
            raise InputError(_("A record is always the same as itself."), field="record")
        one, other = sorted((work.get(Record, one_id).id, work.get(Record, other_id).id))
        known = work.find(NotSame, one_id=one, other_id=other)
        return known[0].id if known else work.insert(NotSame, one_id=one, other_id=other).id

    return Act("not_same", run, lambda work, _id: name_in(work, one_id))


def maybe_same(not_same_id: str) -> Act[str]:
    """Take back that two records are not the same; returns the id of one of them."""

    def run(work: Work) -> str:
        row = work.get(NotSame, not_same_id)
        work.remove(NotSame, row.id)
        return row.one_id

    return Act("maybe_same", run, name_in)


@dataclass(frozen=True, slots=True)
class Merged:
    """A record that was merged into another: `merging_id` splits it off again; its name as it was then."""

    merging_id: str
    name: str


def merged_records(connection: Connection, record_id: str, language: str) -> list[Merged]:
    """Return what was merged into a record, in order, with the names that it had."""
    found = []
    for row in merged_into(connection, record_id):
        facts = Merging(id=row.merging_id, record_id=record_id, merged_id=row.merged_id, taken=row.taken)
        names = [
            Name(**change.before)
            for change in Taken.read(facts).rows
            if change.table == "name" and change.before is not None and change.before["record_id"] == row.merged_id
        ]
        found.append(Merged(row.merging_id, display_name(names, language)))
    return found
