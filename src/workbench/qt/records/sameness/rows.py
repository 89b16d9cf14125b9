"""Two records as rows that stand beside each other: what both have, what differs, what only one has."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property, ValueType, find_property
from workbench.domain.roles import role_text
from workbench.i18n import _, active, ngettext
from workbench.qt.records.known import Known
from workbench.qt.records.words import claim_remarks, quoted
from workbench.store.queries.records import EvidenceRow, NameRow, StatementRow, TieRow

T = TypeVar("T")

_MOST = 60
"""Rows of one part that are shown at most."""


class Likeness(StrEnum):
    """How the two sides of a row stand to each other: the sign between them."""

    SAME = "="
    DIFFERS = "≠"
    ONE_ONLY = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One side: what it says, and the words of the first passage that says so, with how many more there are."""

    text: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class CompareRow:
    """A line of the comparison; `label` is empty where it is that of the line above."""

    label: str
    one: Cell
    other: Cell
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of rows; `more` are those that are not shown."""

    title: str
    rows: tuple[CompareRow, ...]
    more: int = 0


def compare_records(one: Known, other: Known, own: dict[str, Property]) -> list[Part]:
    """Lay two records out in parts; `own` are the archive's own properties. Parts that both lack are left out."""
    language, event = active().language_name, one.kind is RecordKind.EVENT
    parts = (
        (_("Names"), _sides(one, other, _names, lambda row: row.tag, language)),
        (_("Statements"), _sides(one, other, _statements, lambda row: row.property, _label(own))),
        (
            _("Participants") if event else _("Events"),
            _sides(one, other, _participations, lambda row: row.other_id, lambda _key: ""),
        ),
        (_("Relations"), _sides(one, other, _relations, lambda row: row.role, role_text)),
        (_("Sources"), _sources(one, other)),
    )
    return [Part(title, tuple(rows[:_MOST]), max(0, len(rows) - _MOST)) for title, rows in parts if rows]


_Entry = tuple[T, Cell, Hashable]
"""A row of one record, how it is shown, and what it has to share with another to say the same."""


def _label(own: dict[str, Property]) -> Callable[[str], str]:
    return lambda key: find_property(own, key).words()


def _sides(
    one: Known,
    other: Known,
    entries: Callable[[Known], Iterable[_Entry[T]]],
    key: Callable[[T], str],
    label: Callable[[str], str],
) -> list[CompareRow]:
    """Align two lists by a key; within one key what is equal stands together, then the rest in order."""
    groups: dict[str, tuple[list[_Entry[T]], list[_Entry[T]]]] = {}
    for side, known in enumerate((one, other)):
        for entry in entries(known):
            groups.setdefault(key(entry[0]), ([], []))[side].append(entry)
    rows: list[CompareRow] = []
    for name, (left, right) in groups.items():
        title = label(name)
        for at, (a, b) in enumerate(_aligned(left, right)):
            likeness = Likeness.ONE_ONLY
            if a is not None and b is not None:
                likeness = Likeness.SAME if a[2] == b[2] else Likeness.DIFFERS
            rows.append(CompareRow(title if at == 0 else "", a[1] if a else Cell(), b[1] if b else Cell(), likeness))
    return rows


def _aligned(left: Sequence[_Entry[T]], right: Sequence[_Entry[T]]) -> list[tuple[_Entry[T] | None, _Entry[T] | None]]:
    rest = list(right)
    equal, alone = [], []
    for entry in left:
        match = next((each for each in rest if each[2] == entry[2]), None)
        if match is None:
            alone.append(entry)
        else:
            rest.remove(match)
            equal.append((entry, match))
    width = max(len(alone), len(rest))
    padded = zip(
        [*alone, *[None] * (width - len(alone))],
        [*rest, *[None] * (width - len(rest))],
        strict=True,
    )
    return [*equal, *padded]


def _cited(known: Known, evidence: tuple[EvidenceRow, ...]) -> str:
    cited = known.cited(evidence)
    if not cited:
        return ""
    first = cited[0][1]
    words = quoted(first.exact, first.source_title).removesuffix(" ▸")
    more = len(cited) - 1
    return words + (" " + ngettext("and {n} more", "and {n} more", more).format(n=more) if more else "")


def _names(known: Known) -> Iterable[_Entry[NameRow]]:
    for row in known.detail.names:
        yield row, Cell(row.value, _cited(known, known.detail.name_evidence.get(row.id, ()))), row.value.casefold()


def _statements(known: Known) -> Iterable[_Entry[StatementRow]]:
    for row in known.detail.statements:
        value = known.places.get(row.place_id, "") if row.place_id else row.value
        if find_property({}, row.property).value_type is ValueType.DATE:
            value = date_text(row.value, active().language, point=True)
        elif not row.place_id:
            value = find_property({}, row.property).value_words(row.value)
        words = " · ".join([value, *claim_remarks(row)])
        yield row, Cell(words, _cited(known, row.evidence)), row.value


def _participations(known: Known) -> Iterable[_Entry[TieRow]]:
    for row in known.detail.participations:
        words = f"{row.other_name} — {role_text(row.role)}"
        yield row, Cell(words, _cited(known, row.evidence)), (row.other_id, row.role)


def _relations(known: Known) -> Iterable[_Entry[TieRow]]:
    for row in known.detail.relations:
        yield row, Cell(row.other_name, _cited(known, row.evidence)), (row.other_id, row.role, row.outgoing)


def _sources(one: Known, other: Known) -> list[CompareRow]:
    counts: list[dict[str, int]] = []
    titles: dict[str, str] = {}
    for known in (one, other):
        found: dict[str, int] = {}
        for mention in known.detail.mentions:
            passage = known.passages.get(mention.passage_id)
            if passage is not None:
                titles[passage.source_id] = passage.source_title
                found[passage.source_id] = found.get(passage.source_id, 0) + 1
        counts.append(found)
    rows = []
    for source_id, title in titles.items():
        cells = [_counted(title, found.get(source_id, 0)) for found in counts]
        both = all(source_id in found for found in counts)
        rows.append(CompareRow("", cells[0], cells[1], Likeness.SAME if both else Likeness.ONE_ONLY))
    return rows


def _counted(title: str, count: int) -> Cell:
    if not count:
        return Cell()
    return Cell(title, ngettext("{n} passage names it", "{n} passages name it", count).format(n=count))
