"""What a search found, in groups, as it is shown; and where each find leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.i18n import N_, _, active
from workbench.languages.fold import fold
from workbench.qt.picker.offers import KIND_WORDS
from workbench.qt.session import Place, ViewName
from workbench.store.queries.hits import HitOwner, owners_of
from workbench.store.queries.search import Hit, search

LIMIT = 300
"""Finds that are shown; a query with more of them is too short to be of use."""

GROUPS: dict[str, tuple[str, str]] = {
    "name": (N_("Names"), "user"),
    "source": (N_("Titles of sources"), "newspaper"),
    "text": (N_("Texts of sources"), "file-text"),
    "statement": (N_("Statements"), "info"),
    "note": (N_("Notes"), "sticky-note"),
    "translation": (N_("Translations"), "languages"),
}
"""The kinds of finds in the order of their groups: English heading and icon."""


@dataclass(frozen=True, slots=True)
class Found:
    """All that a search gave: finds in the order of their groups, and whether there are more."""

    query: str
    owners: tuple[HitOwner, ...]
    more: bool

    def of(self, kind: str) -> list[HitOwner]:
        """Return the finds of one group."""
        return [owner for owner in self.owners if owner.hit.kind == kind]


def find(connection: Connection, query: str, language: str) -> Found:
    """Search, and say what each find belongs to; without a bound, so in the worker."""
    hits = search(connection, query, fold, limit=LIMIT + 1)
    order = list(GROUPS)
    shown = sorted(_one_name_each(hits[:LIMIT]), key=lambda hit: order.index(hit.kind))
    return Found(query, tuple(owners_of(connection, shown, language)), len(hits) > LIMIT)


def _one_name_each(hits: Sequence[Hit]) -> list[Hit]:
    """Keep one name of each record: one that holds what was typed, where there is such a one."""
    best: dict[str | None, Hit] = {}
    for hit in hits:
        known = best.get(hit.record_id)
        if hit.kind == "name" and (known is None or (hit.length and not known.length)):
            best[hit.record_id] = hit
    return [hit for hit in hits if hit.kind != "name" or best[hit.record_id] is hit]


def place_of(owner: HitOwner) -> Place:
    """Return the place that a find leads to."""
    hit = owner.hit
    if hit.kind == "translation":
        return Place(ViewName.TRANSLATIONS, quote_id=hit.quote_id, language=owner.language)
    if hit.record_id is not None:
        return Place(ViewName.RECORDS, record_id=hit.record_id)
    position = hit.position if hit.kind == "text" else None
    return Place(ViewName.SOURCES, source_id=hit.source_id, passage_id=hit.passage_id, position=position)


def source_place(owner: HitOwner) -> Place | None:
    """Return where in a source a find is at home, also for a translation; None for records."""
    hit = owner.hit
    if hit.source_id is None:
        return None
    position = hit.position if hit.kind == "text" else None
    return Place(ViewName.SOURCES, source_id=hit.source_id, passage_id=hit.passage_id, position=position)


def head_words(owner: HitOwner) -> str:
    """Say what a find belongs to, in one line; empty where the find says it all itself."""
    hit = owner.hit
    if hit.kind == "source":
        return ""
    if hit.kind == "name":
        kind = _(KIND_WORDS[RecordKind(owner.record_kind)])
        return f"{kind} · {owner.name}" if owner.name != hit.excerpt else kind
    if hit.kind == "statement":
        return f"{owner.name} · {owner.about.words()}" if owner.about is not None else owner.name
    if hit.kind == "translation":
        return " · ".join(part for part in (active().language_name(owner.language), owner.name) if part)
    return owner.name or _("Untitled")


def shown_text(hit: Hit) -> tuple[str, int]:
    """Return the excerpt with signs for words left out, and by how much the find has moved in it."""
    before = "… " if hit.before else ""
    return f"{before}{hit.excerpt}{' …' if hit.after else ''}", len(before)


def spoken(owner: HitOwner) -> str:
    """Return a find as a screen reader says it."""
    group = _(GROUPS[owner.hit.kind][0])
    return ", ".join(part for part in (shown_text(owner.hit)[0], head_words(owner), group) if part)


def grouped(found: Found) -> Sequence[tuple[str, list[HitOwner]]]:
    """Return the groups that hold something, in their order."""
    return [(kind, owners) for kind in GROUPS if (owners := found.of(kind))]
