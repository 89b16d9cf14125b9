"""Statements of one record that cannot all be true. They stand side by side: nothing here decides between them."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from workbench.domain.extents import Edge, End, read_extents
from workbench.domain.kinds import Standing
from workbench.domain.languages import base_language
from workbench.domain.properties import Property, ValueType


class Stated(Protocol):
    """Anything that has what a statement says."""

    @property
    def id(self) -> str:
        """The statement's id."""
        ...

    @property
    def about(self) -> Property:
        """The property of which it gives a value."""
        ...

    @property
    def value(self) -> str:
        """Text, EDTF or the id of a place."""
        ...

    @property
    def language(self) -> str:
        """The BCP 47 tag of a text; empty for other values, and where it is not known."""
        ...

    @property
    def dated(self) -> str:
        """When it held, as EDTF; empty where nobody has said."""
        ...

    @property
    def standing(self) -> str:
        """A `Standing`."""
        ...


_Stated = TypeVar("_Stated", bound=Stated)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements of one property, each of which contradicts another of them, in the order in which they were given.

    It is `weighed` where no two that contradict each other are both still open: of each two a
    person has preferred one or set one aside.
    """

    key: str
    statement_ids: tuple[str, ...]
    weighed: bool


def contradict(one: Stated, other: Stated) -> bool:
    """Tell whether two statements of one record cannot both be true.

    Only values of a `single` property can contradict. Those that held at different times do not;
    nor do texts in different languages, which nobody has compared. Dates are compared with their
    uncertainty (`dates_agree`), texts without regard to case, spaces and punctuation.
    """
    if one.about.key != other.about.key or not one.about.single:
        return False
    if one.dated and other.dated and not _meet(one.dated, other.dated):
        return False
    if one.about.value_type is ValueType.DATE:
        return not dates_agree(one.value, other.value)
    if one.about.value_type is ValueType.PLACE:
        return one.value != other.value
    return base_language(one.language) == base_language(other.language) and _folded(one.value) != _folded(other.value)


def dates_agree(one: str, other: str) -> bool:
    """Tell whether two EDTF dates can both be true of one thing.

    A date and a time that it lies in agree; two times agree where their beginnings do and their
    ends do. A time with an open or unknown end is "2020 or later", so it agrees with all that it
    meets. What is uncertain or approximate (`?`, `~`, `%`) covers one unit of its own precision
    more at either side: "about 1984" is 1983 to 1985. Text that is no date agrees with everything.
    """
    ends = list(zip(one.split("/"), other.split("/"), strict=False))
    if len(ends) < 2 or any(end in ("", "..") for pair in ends for end in pair):
        return _meet(one, other)
    return all(_meet(first, second) for first, second in ends)


def _meet(one: str, other: str) -> bool:
    """Tell whether some day can be meant by both dates."""
    known, found = read_extents(one), read_extents(other)
    if known is None or found is None:
        return True
    return any(
        _first(a.start) <= _last(b.end) and _first(b.start) <= _last(a.end)
        for a in known.parts
        for b in found.parts
    )  # fmt: skip


def _first(end: End) -> float:
    return end.first - _doubt(end) if end.edge is Edge.KNOWN else -math.inf


def _last(end: End) -> float:
    return end.last + _doubt(end) if end.edge is Edge.KNOWN else math.inf


def _doubt(end: End) -> int:
    return max(1, end.last - end.first) if end.about or end.uncertain else 0


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in plain).split())


def conflicts(statements: Iterable[_Stated]) -> tuple[Conflict, ...]:
    """Return the conflicts of one record, in the order of their first statements."""
    by_key: dict[str, list[_Stated]] = {}
    for statement in statements:
        by_key.setdefault(statement.about.key, []).append(statement)
    found = []
    for key, rows in by_key.items():
        if not rows[0].about.single:  # a record can have hundreds of values that never contradict
            continue
        pairs = [(a, b) for place, a in enumerate(rows) for b in rows[:place] if contradict(a, b)]
        involved = {row.id for pair in pairs for row in pair}
        if pairs:
            weighed = all(_decided(one, other) for one, other in pairs)
            found.append(Conflict(key, tuple(row.id for row in rows if row.id in involved), weighed))
    return tuple(found)


def _decided(one: Stated, other: Stated) -> bool:
    standings = {one.standing, other.standing}
    return Standing.SET_ASIDE in standings or Standing.PREFERRED in standings
