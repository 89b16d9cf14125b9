"""The queue's list: one line a passage, and why a person decides about it."""

from __future__ import annotations

from workbench.domain.carrying import Reason
from workbench.i18n import N_, _, active
from workbench.qt.frame.lines import Line
from workbench.services.decisions import Undecided
from workbench.store.queries.versions import Step

REASONS: dict[Reason | None, str] = {
    None: N_("the same words at the same place"),
    Reason.PUNCTUATION: N_("only punctuation or spaces differ"),
    Reason.SURROUNDINGS: N_("the same words in other surroundings"),
    Reason.SEVERAL: N_("the same words at several places"),
    Reason.CHANGED: N_("the words have changed"),
    Reason.GONE: N_("nothing like it was found"),
}
"""Why a person decides, in English."""


def waiting_line(row: Undecided) -> Line:
    """Make the line of a passage that waits: its words, and what is the matter with its best proposal."""
    best = row.proposals[0] if row.proposals else None
    return Line(
        row.passage.id,
        " ".join(row.passage.exact.split()),
        detail=_(REASONS[best.reason if best is not None else row.reason]),
        right=_("{n} %").format(n=active().number(best.confidence)) if best is not None else "",
        warning=best is None,
    )


def moved_line(step: Step) -> Line:
    """Make the line of a passage that has moved."""
    return Line(
        step.passage_id,
        " ".join(step.now_exact.split()),
        detail=_("moved, to be confirmed"),
        right=_("{n} %").format(n=active().number(step.confidence)),
    )
