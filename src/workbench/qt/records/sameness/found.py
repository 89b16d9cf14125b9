"""What is in the list of possible duplicates: read in the background, and kept in step with what is decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.i18n import _
from workbench.languages.sameness import LIKELY, Reason
from workbench.qt.frame.lines import Line
from workbench.services.sameness import Progress, Twins, reason_text
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.queries.sameness import not_same_with

_NAMED = 400
"""Records whose names are read in one go."""


@dataclass(frozen=True, slots=True)
class Item:
    """Two records that may be the same; `not_same_id` is given where a person has said that they are not."""

    one_id: str
    other_id: str
    one_name: str
    other_name: str
    kind: str
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()
    not_same_id: str = ""

    @property
    def key(self) -> str:
        """What tells it from the others of a list."""
        return f"{self.one_id} {self.other_id}"

    def line(self, language: str, *, both: bool) -> Line:
        """Return the item as a line; `both` names the two of a pair, else the other record alone."""
        title = f"{self.one_name} · {self.other_name}" if both else self.other_name
        if self.not_same_id:
            return Line(self.key, title, _("Noted as not the same"), kind=self.kind)
        detail = " · ".join(reason_text(reason, language) for reason in self.reasons)
        right = _("likely") if self.score >= LIKELY else _("possible")
        return Line(self.key, title, detail, right, kind=self.kind)


def of_record(connection: Connection, twins: Twins, record_id: str, language: str) -> list[Item]:
    """Return the possible duplicates of a record, then what was noted as not the same."""
    found = [(each.record_id, each.score, each.reasons, "") for each in twins.of(connection, record_id, language)]
    apart = not_same_with(connection, record_id)
    every = [*found, *((other, 0.0, (), row_id) for other, row_id in apart.items())]
    ids = [record_id, *(each[0] for each in every)]
    names, kinds = record_names(connection, ids, language), record_kinds(connection, ids)
    return [
        Item(record_id, other, names.get(record_id, ""), names.get(other, ""), kinds[other], score, reasons, row_id)
        for other, score, reasons, row_id in every
    ]


def of_archive(connection: Connection, twins: Twins, language: str, progress: Progress) -> list[Item]:
    """Return the pairs of the whole archive that may be the same."""
    found = twins.everywhere(connection, language, progress)
    ids = sorted({record_id for pair in found for record_id in (pair.one_id, pair.other_id)})
    names: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for at in range(0, len(ids), _NAMED):
        names |= record_names(connection, ids[at : at + _NAMED], language)
        kinds |= record_kinds(connection, ids[at : at + _NAMED])
    return [
        Item(
            pair.one_id,
            pair.other_id,
            names.get(pair.one_id, ""),
            names.get(pair.other_id, ""),
            kinds[pair.one_id],
            pair.score,
            pair.reasons,
        )
        for pair in found
    ]


Search = Callable[[Connection, Progress], list[Item]]
"""Reads the list; told how far it is."""
