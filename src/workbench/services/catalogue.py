"""All records in memory, as far as lists and tables sort, filter and find them; kept in step with the archive.

The names to show are read first; whatever else a question is about is read when somebody asks it
first. Everything here is for one thread at a time. What is held is content: whoever holds a
`Catalogue` lets go of it when the archive is locked.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlalchemy import Connection

from workbench.domain.changes import Change
from workbench.domain.conflicts import conflicts
from workbench.domain.dates import normal_date, sort_key
from workbench.domain.kinds import Level, RecordKind
from workbench.domain.listing import Listed
from workbench.domain.names import display_name
from workbench.domain.properties import Property, ValueType, find_property
from workbench.languages.collation import collation_key
from workbench.languages.fold import fold
from workbench.languages.name_search import Mask, NameSearch, Numbers
from workbench.services.numbered_places import numbered_list
from workbench.store.queries.facts import (
    RecordFacts,
    StatementFact,
    mention_counts,
    name_forms,
    other_counts,
    quote_counts,
    read_facts,
    record_facts,
    records_touched,
    shown_names,
    statement_facts,
)
from workbench.store.queries.vocabulary import own_properties

NAME, OTHERS, LEVEL = "name", "names", "level"
"""The columns of the name to show, of all other names, and of the level."""

MENTIONS, QUOTES, UNSUPPORTED, CONFLICTS = "mentions", "quotes", "unsupported", "conflicts"
"""The columns of counts: passages that name it, quotes that it said, statements without evidence, and
contradictions that nobody has weighed.
"""

COUNTS = (OTHERS, MENTIONS, QUOTES, UNSUPPORTED, CONFLICTS)

_COUNTED = {OTHERS: other_counts, MENTIONS: mention_counts, QUOTES: quote_counts}
"""What the columns that the database counts are read by; the other ones come from what is said."""

_SAID = "statements"
"""All that is read of statements at once, as `_COUNTED` is by its columns."""

_MANY = 2_000
"""Records that changed since the names were sorted, from which on everything is read anew."""

_KEY = 64
"""Code points of a sort key that the first sorting looks at."""

_CHUNK = 4096
"""Keys that are handed over in one step, so that no other thread waits long."""

_KEPT = 6
"""Lists that are kept, so that one which is still the same is handed out again as it is."""

_GONE = -1
_KINDS = tuple(RecordKind)
_LEVELS = [level.value for level in Level]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records of a kind, in which order.

    `typed` is a part of a name in any language. `has` pairs columns with what they must contain, an
    empty text for any value; `lacks` are columns that must be empty. Records without a value in
    the column by which they are sorted come last, either way.
    """

    kind: RecordKind
    typed: str = ""
    has: tuple[tuple[str, str], ...] = ()
    lacks: tuple[str, ...] = ()
    column: str = NAME
    descending: bool = False


class Catalogue:
    """The records of an archive by number; names are shown and sorted for one language of the interface."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._loaded = False
        self._check: Callable[[], None] = lambda: None
        self._forget()

    def _forget(self) -> None:
        self._ids: list[str] = []
        self._numbers: dict[str, int] = {}
        self._kinds: npt.NDArray[np.int8] = np.zeros(0, np.int8)
        self._names: list[str] = []
        self._levels: dict[int, str] = {}
        self._counts: dict[str, dict[int, int]] = {column: {} for column in COUNTS}
        self._values: dict[str, dict[int, tuple[str, ...]]] = {}
        self._places: dict[str, dict[int, tuple[str, ...]]] = {}
        self._orders: dict[tuple[RecordKind, str], Numbers] = {}
        self._handed: dict[Wanted, tuple[Numbers, Listed]] = {}
        self._own: dict[str, Property] = {}
        self._parts: set[str] = set()
        self._search = NameSearch(())
        self._searchable = False

    # Reading

    def keep_up(
        self, connection: Connection, changes: Iterable[Change], check: Callable[[], None] = lambda: None
    ) -> None:
        """Read the names to show the first time, and what these changes have touched after that.

        `check` is called now and then, later too, and may raise to stop it; all is read anew the
        next time then.
        """
        loaded, self._loaded = self._loaded, False
        self._check = check
        changes = list(changes)
        loaded = loaded and all(change.table != "own_property" for change in changes)
        touched = sorted(records_touched(connection, changes)) if loaded else []
        if loaded and len(touched) + self._search.replaced < _MANY:
            self._read_again(connection, touched)
        else:
            self._read_all(connection)
        self._loaded = True

    def _read_all(self, connection: Connection) -> None:
        self._forget()
        self._own = own_properties(connection)
        kinds = {kind.value: place for place, kind in enumerate(_KINDS)}
        found: list[int] = []
        for number, record in enumerate(record_facts(connection)):
            self._ids.append(record.id)
            found.append(kinds[record.kind])
            if record.level:
                self._levels[number] = record.level
        self._kinds = np.array(found, np.int8)
        self._numbers = {key: number for number, key in enumerate(self._ids)}
        self._check()
        names = dict(shown_names(connection, self.language))
        self._names = [names.get(key, "") for key in self._ids]
        self._check()

    def prepare(self, connection: Connection) -> NameSearch:
        """Read and sort all forms of names, which the first search needs and a list does not."""
        if not self._searchable:
            forms = (
                (self._numbers[key], value, folded or fold(value))
                for key, value, folded in name_forms(connection)
                if key in self._numbers
            )
            self._search, self._searchable = NameSearch(forms, self._check), True
        return self._search

    def _need(self, connection: Connection, column: str) -> None:
        """Read what a column holds, where nobody has asked for it before."""
        part = column if column in _COUNTED else _SAID
        if column in (NAME, LEVEL) or part in self._parts:
            return
        if part == _SAID:
            self._values, self._places = {}, {}
            self._counts[UNSUPPORTED], self._counts[CONFLICTS] = {}, {}
            said = groupby(statement_facts(connection, self._own), attrgetter("record_id"))
            for n, (key, statements) in enumerate(said):
                if key in self._numbers:
                    self._say(self._numbers[key], list(statements))
                if n % _CHUNK == 0:
                    self._check()
        else:
            counts = _COUNTED[part](connection).items()
            self._counts[part] = {self._numbers[key]: n for key, n in counts if key in self._numbers}
            self._check()
        self._parts.add(part)

    def _read_again(self, connection: Connection, ids: list[str]) -> None:
        if not ids:
            return
        found = read_facts(connection, self._own, ids)
        fresh = [key for key in ids if key in found and key not in self._numbers]
        self._numbers.update((key, len(self._ids) + n) for n, key in enumerate(fresh))
        self._ids += fresh
        self._names += [""] * len(fresh)
        self._kinds = np.append(self._kinds, np.full(len(fresh), _GONE, np.int8))
        # One is sorted by the names of others, so that all are known before any has its place.
        touched = {self._numbers[key]: found.get(key) for key in ids if key in self._numbers}
        for number in touched:
            self._take_out(number)
        for number, facts in touched.items():
            if facts is not None:
                self._take(number, facts)
        for number, facts in touched.items():
            if facts is not None:
                self._sort_in(number)
            if self._searchable:
                self._search.replace(number, (name.value for name in facts.names) if facts is not None else ())

    def _take(self, number: int, facts: RecordFacts) -> None:
        """Note what was read of a record: all of it, whatever of that is asked for one day."""
        self._kinds[number] = _KINDS.index(RecordKind(facts.record.kind))
        self._names[number] = display_name(facts.names, self.language)
        if facts.record.level:
            self._levels[number] = facts.record.level
        self._say(number, facts.statements)
        self._count(OTHERS, number, len({name.value for name in facts.names}) - 1)
        self._count(MENTIONS, number, facts.mentions)
        self._count(QUOTES, number, facts.quotes)

    def _say(self, number: int, statements: Sequence[StatementFact]) -> None:
        """Note what is said of a record of which nothing is noted."""
        for one in statements:
            values = self._places if one.place_id is not None else self._values
            known = values.setdefault(one.about.key, {})
            known[number] = (*known.get(number, ()), one.value)
        self._count(UNSUPPORTED, number, sum(not one.supported for one in statements))
        if len(statements) > 1:
            self._count(CONFLICTS, number, sum(not one.weighed for one in conflicts(statements)))

    def _count(self, column: str, number: int, n: int) -> None:
        if n > 0:
            self._counts[column][number] = n

    def _take_out(self, number: int) -> None:
        """Forget a record, but for its number."""
        if self._kinds[number] == _GONE:
            return
        kind = _KINDS[self._kinds[number]]
        for known, order in self._orders.items():
            if known[0] is kind:
                self._orders[known] = order[order != number]
        if kind is RecordKind.PLACE:  # whatever is sorted by the names of places
            self._orders = {key: order for key, order in self._orders.items() if key[1] not in self._places}
        held: tuple[dict[int, Any], ...] = (*self._counts.values(), *self._values.values(), *self._places.values())
        for column in (*held, self._levels):
            column.pop(number, None)
        self._kinds[number] = _GONE

    def _sort_in(self, number: int) -> None:
        kind = _KINDS[self._kinds[number]]
        for known, order in self._orders.items():
            column = known[1]
            key = self._key(column, number)
            if known[0] is kind and key is not None:
                at = bisect_left(order, (key, number), key=lambda n: (self._key(column, n) or "", int(n)))
                self._orders[known] = np.insert(order, at, number)

    # Asking

    def counts(self) -> dict[RecordKind, int]:
        """Return how many records there are of each kind."""
        there = np.bincount(self._kinds[self._kinds != _GONE], minlength=len(_KINDS)).tolist()
        return dict(zip(_KINDS, there, strict=True))

    def find(
        self, connection: Connection, typed: str, kinds: Iterable[RecordKind] = _KINDS, limit: int = 8
    ) -> list[str]:
        """Return the ids of the records whose names fit what was typed, the best first."""
        return [self._ids[number] for number in self.prepare(connection).rank(typed, self._of(kinds), limit)]

    def listed(self, connection: Connection, wanted: Wanted) -> Listed:
        """Return the records that are wanted; the same object as before while they are the same."""
        for column in (wanted.column, *(column for column, _text in wanted.has), *wanted.lacks):
            self._need(connection, column)
        named = (NAME, OTHERS, *self._places)
        if wanted.typed or any(text and column in named for column, text in wanted.has):
            self.prepare(connection)
        numbers = self._wanted(wanted)
        before = self._handed.pop(wanted, None)
        if before is None or not np.array_equal(before[0], numbers):
            before = (numbers, numbered_list(self._ids, self._numbers, numbers))
        self._handed[wanted] = before
        while len(self._handed) > _KEPT:
            del self._handed[next(iter(self._handed))]
        return before[1]

    def _wanted(self, wanted: Wanted) -> Numbers:
        among = self._of((wanted.kind,))
        if wanted.typed:
            among &= self._search.owners(wanted.typed, among)
        for column, text in wanted.has:
            among &= self._having(column, text, among) if text else self._filled(column)
        for column in wanted.lacks:
            among &= ~self._filled(column)
        order = self._order(wanted.kind, wanted.column)
        found = order[among[order]][:: -1 if wanted.descending else 1]
        if wanted.column == NAME:
            return found
        among[order] = False
        rest = self._order(wanted.kind, NAME)
        return np.concatenate((found, rest[among[rest]]))

    def _of(self, kinds: Iterable[RecordKind]) -> Mask:
        wanted = [_KINDS.index(kind) for kind in kinds]
        return np.isin(self._kinds, np.array(wanted, np.int8)) if len(wanted) > 1 else self._kinds == wanted[0]

    def _mask(self, numbers: Iterable[int]) -> Mask:
        mask: Mask = np.zeros(len(self._ids), np.bool_)
        mask[np.fromiter(numbers, np.int32)] = True
        return mask

    def _filled(self, column: str) -> Mask:
        """Tell by number which records have a value in a column."""
        if column == NAME:
            return np.ones(len(self._ids), np.bool_)
        if column == LEVEL:
            return self._mask(self._levels)
        return self._mask((*self._counts.get(column, ()), *self._values.get(column, ()), *self._places.get(column, ())))

    def _having(self, column: str, text: str, among: Mask) -> Mask:
        """Tell by number which records have a text in a column."""
        if column in (NAME, OTHERS):
            return self._search.owners(text, among)
        if column == LEVEL:
            return self._mask(n for n, level in self._levels.items() if level == text)
        if column in self._counts:
            return self._mask(n for n, count in self._counts[column].items() if str(count) == text)
        part, date = text.casefold(), _as_date(text)
        fits = (
            n
            for n, values in self._values.get(column, {}).items()
            if any(part in value.casefold() or (date and value.startswith(date)) for value in values)
        )
        mask = self._mask(fits)
        if column in self._places:
            places = self._search.owners(text, self._of((RecordKind.PLACE,)))
            near = (
                n
                for n, ids in self._places[column].items()
                if any(places[self._numbers[key]] for key in ids if key in self._numbers)
            )
            mask |= self._mask(near)
        return mask

    # Sorting

    def _order(self, kind: RecordKind, column: str) -> Numbers:
        """Return the records of a kind that have a value in a column, by that."""
        order = self._orders.get((kind, column))
        if order is None:
            numbers = np.flatnonzero(self._of((kind,)))
            if column != NAME and column not in self._counts:
                numbers = numbers[self._filled(column)[numbers]]
            # Sorted by NumPy, which lets other threads run meanwhile: the GUI would wait for Python's own.
            keys = np.empty(len(numbers), f"U{_KEY}")
            for start in range(0, len(numbers), _CHUNK):
                some = numbers[start : start + _CHUNK].tolist()
                keys[start : start + _CHUNK] = [self._key(column, number) or "" for number in some]
            at = np.argsort(keys, kind="stable")
            order = self._orders[kind, column] = numbers[at].astype(np.int32)
            self._sort_longer(column, order, keys[at])
        return order

    def _sort_longer(self, column: str, order: Numbers, keys: npt.NDArray[np.str_]) -> None:
        """Sort those anew whose cut keys, given in the order found so far, are the same and go on beyond the cut."""
        alike = np.flatnonzero((keys[1:] == keys[:-1]) & (np.char.str_len(keys[1:]) == _KEY))
        for run in np.split(alike, np.flatnonzero(np.diff(alike) > 1) + 1):
            if len(run):
                some = slice(int(run[0]), int(run[-1]) + 2)
                order[some] = sorted(order[some].tolist(), key=lambda number: (self._key(column, number) or "", number))

    def _key(self, column: str, number: int) -> str | None:
        """Return what sorts a record in a column, and by its name among equals; None without a value."""
        name = collation_key(self._names[number], self.language)
        if column == NAME:
            return name
        if column in self._counts:
            return f"{self._counts[column].get(number, 0):09} {name}"
        if column == LEVEL:
            level = self._levels.get(number)
            return None if level is None else f"{_LEVELS.index(level)} {name}"
        if number in self._places.get(column, {}):
            place = self._numbers.get(self._places[column][number][0])
            return f"{collation_key(self._names[place] if place is not None else '', self.language)}\0{name}"
        value = self._values.get(column, {}).get(number)
        if value is None:
            return None
        dated = find_property(self._own, column).value_type is ValueType.DATE
        return f"{sort_key(value[0]) if dated else collation_key(value[0], self.language)}\0{name}"


def _as_date(text: str) -> str:
    try:
        return normal_date(text)
    except ValueError:
        return ""
