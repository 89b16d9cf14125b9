"""What the timeline says of an entry, on the screen and to a screen reader."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.domain.date_text import date_text
from workbench.domain.kinds import Certainty, Standing
from workbench.domain.properties import Property, find_property
from workbench.domain.roles import inverse_role, role_text
from workbench.i18n import _, active, ngettext
from workbench.qt.picker.fields import CERTAINTIES
from workbench.qt.records.timeline.lanes import Entry, Lane
from workbench.store.queries.dated import DatedRow

Known = Mapping[str, Property]
"""The archive's own properties by their keys."""


def row_title(row: DatedRow, known: Known) -> str:
    """Say what is known, without its date."""
    if row.is_property:
        found = find_property(known, row.label)
        label, value = found.words(), found.value_words(row.text)
        return f"{label}: {value}" if value else label
    label = role_text(row.label)
    if row.claim == "participation":
        return f"{row.text} ({label})" if label else row.text
    if row.outgoing:
        return f"{label} → {row.text}"
    inverse = inverse_role(row.label)
    return f"{role_text(inverse)} → {row.text}" if inverse else f"{row.text}: {label} →"


def entry_doubts(entry: Entry) -> list[str]:
    """Say everything that makes an entry less than certain, each with a word or two."""
    row = entry.row
    found = []
    if row.certainty != Certainty.CERTAIN and row.certainty in set(Certainty):
        found.append(_(CERTAINTIES[Certainty(row.certainty)]))
    if not row.passages:
        found.append(_("no evidence"))
    if entry.disputed:
        found.append(_("contradicts another date"))
    if row.standing == Standing.PREFERRED:
        found.append(_("preferred to the others"))
    elif row.standing == Standing.SET_ASIDE:
        found.append(_("set aside"))
    return found


def set_text(edtf: str, *, one_of: bool, point: bool) -> str:
    """Write a date, or each of several of which one or all hold; `point` as of `date_text`."""
    language = active().language
    if edtf[:1] not in ("[", "{"):
        return date_text(edtf, language, point=point)
    parts = ", ".join(date_text(part.strip(), language, point=point) for part in edtf[1:-1].split(","))
    return (_("one of: {dates}") if one_of else _("all of: {dates}")).format(dates=parts)


def entry_date(entry: Entry) -> str:
    """Write an entry's date as a sentence."""
    return set_text(entry.row.date, one_of=entry.extents.one_of, point=not entry.row.lasting)


def entry_words(entry: Entry, known: Known) -> str:
    """Say everything about an entry in a line."""
    return " · ".join((row_title(entry.row, known), entry_date(entry), *entry_doubts(entry)))


def lane_words(lane: Lane) -> str:
    """Say whose lane it is and how much is in it."""
    dated, undated = len(lane.entries), len(lane.undated)
    parts = [lane.name, ngettext("{n} dated", "{n} dated", dated).format(n=dated)]
    if undated:
        parts.append(undated_words(undated))
    return " · ".join(parts)


def undated_words(count: int) -> str:
    """Say how many things have no date."""
    return ngettext("{n} without a date", "{n} without a date", count).format(n=count)
