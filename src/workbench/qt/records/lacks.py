"""What a person may want to look at in a record: conflicts that nobody has weighed, and what has no evidence."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.conflicts import conflicts
from workbench.domain.properties import property_order
from workbench.i18n import active, ngettext
from workbench.store.queries.records import RecordDetail


@dataclass(frozen=True, slots=True)
class Lacks:
    """Ids of statements and ties in the order in which they stand on the page.

    `against` are the open conflicts, each with the statements in it; `bare` is what no passage supports.
    """

    against: tuple[tuple[str, ...], ...]
    bare: tuple[str, ...]

    def conflict_words(self) -> str:
        """Return how many conflicts there are; empty where there is none."""
        count = len(self.against)
        return ngettext("{n} conflict", "{n} conflicts", count).format(n=active().number(count)) if count else ""

    def bare_words(self) -> str:
        """Return how many values have no evidence; empty where all have."""
        count = len(self.bare)
        words = ngettext("{n} without evidence", "{n} without evidence", count)
        return words.format(n=active().number(count)) if count else ""


def lacks_of(detail: RecordDetail) -> Lacks:
    """Look through what is said of a record."""
    rows = sorted(detail.statements, key=lambda row: (property_order(row.property), row.id))
    found = [conflict for conflict in conflicts(rows) if not conflict.weighed]
    bare = [row.id for row in rows if not row.evidence]
    bare += [tie.id for tie in (*detail.participations, *detail.relations) if not tie.evidence]
    return Lacks(tuple(conflict.statement_ids for conflict in found), tuple(bare))
