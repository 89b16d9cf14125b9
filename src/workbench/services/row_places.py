"""Where the rows of a plan stand as evidence: in a table that is kept as a source, or as lines of a text."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.domain.anchors import Anchor, Span, anchor_at, text_digest
from workbench.domain.inputs import Provenance, checked
from workbench.domain.names import shortened
from workbench.i18n import _
from workbench.importers.found import FoundProvenance, Reading
from workbench.importers.rows import Tables
from workbench.importers.rows_text import READER, VERSION, rows_text
from workbench.services.row_plan import Plan
from workbench.services.sources import Incoming, import_source
from workbench.store.queries.sources import sources_with_original
from workbench.store.tables import Passage, TextVersion
from workbench.store.work import Work


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The text version in which the rows stand, where each does, and the passages that are there; empty for none.

    `source_id` is that of a source that was kept for the rows, empty where they stand in a text
    that the archive had.
    """

    text_version_id: str = ""
    text: str = ""
    spans: dict[int, Span] = field(default_factory=dict)
    passages: dict[tuple[int, int], str] = field(default_factory=dict)
    source_id: str = ""

    def anchor(self, number: int) -> Anchor | None:
        """Return the anchor of a row by its place in the sheet; None where it stands nowhere."""
        return anchor_at(self.text, self.spans[number]) if self.text_version_id and number in self.spans else None


def kept_places(work: Work, plan: Plan) -> RowPlaces:
    """Say where the rows stand, and keep what they stand in where the archive does not have it yet.

    Raises:
        NotFoundError: the text version of a roster is gone.
    """
    tables = plan.tables
    if not isinstance(tables, Tables):
        if tables.text_version_id:
            version = work.get(TextVersion, tables.text_version_id)
            return _places(work, version.id, tables.text, tables.places)
        if tables.incoming is not None:
            return _kept(work, tables.incoming, tables.places)
        return RowPlaces()
    if not plan.mapping.keep:
        return RowPlaces()
    structured, spans = rows_text(plan.sheet.rows, plan.mapping.heading)
    title = shortened(plan.sheet.name or tables.name, 200) or _("Table")
    provenance = checked(Provenance, title=title, language=plan.mapping.language)
    reading = Reading(structured, FoundProvenance(), tables.media_type, READER, VERSION)
    return _kept(work, Incoming(tables.original, reading, provenance), spans)


def _kept(work: Work, incoming: Incoming, spans: dict[int, Span]) -> RowPlaces:
    """Keep a source, or take the one that has the same bytes and the same text already."""
    text = incoming.reading.structured.text
    for source_id in sources_with_original(work.connection, incoming.original.digest):
        for version in work.find(TextVersion, source_id=source_id, digest=text_digest(text)):
            return _places(work, version.id, text, spans, source_id)
    imported = import_source(incoming, again=True).run(work)
    return _places(work, imported.text_version_id, text, spans, imported.source_id)


def _places(work: Work, version_id: str, text: str, spans: dict[int, Span], source_id: str = "") -> RowPlaces:
    passages = {(each.start, each.end): each.id for each in work.find(Passage, text_version_id=version_id)}
    return RowPlaces(version_id, text, spans, passages, source_id)
