"""Looking up in the worker what is suggested in a text, and who may have said a quotation."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.kinds import RecordKind
from workbench.qt.operations import Context
from workbench.qt.picker.offers import Choice
from workbench.qt.session import Session
from workbench.qt.sources.kept_names import KeptNames
from workbench.qt.sources.opener import Opening
from workbench.services.name_suggestions import NameSuggestion, suggest_names
from workbench.services.suggestions import FoundQuotation, Suggestion, Suggestions, find_in_text, new_speaker, suggest
from workbench.store.archive import Archive
from workbench.store.queries.records import record_kinds, record_names
from workbench.store.queries.suggestions import RejectionRow, source_of_text


@dataclass(frozen=True, slots=True)
class Answer:
    """What is open in a text, what was rejected in its source, and what the proposed records are called."""

    found: tuple[FoundQuotation, ...]
    suggestions: Suggestions
    known: tuple[NameSuggestion, ...]
    rejected: tuple[RejectionRow, ...]
    names: dict[str, str]


def look_up(
    archive: Archive,
    opening: Opening,
    known: tuple[FoundQuotation, ...] | None,
    kept: KeptNames,
    language: str,
    context: Context,
) -> Answer:
    """Find quotations, where they are not `known`, and names in a text; `language` is that of the records' names."""
    version, spoken = opening.source.text_version_id, opening.source.language
    found = known if known is not None else find_in_text(opening.text, spoken, context.progress)
    context.check()
    with archive.read() as connection:
        given = suggest(connection, version, found)
        named = kept.find(connection, (version, spoken), opening.text.text, context.progress)
        source = source_of_text(connection, version)
        names, turned_down = suggest_names(connection, version, source[0] if source else "", named)
        records = {each.speaker.record_id for each in given.open if each.speaker is not None}
        records.update(record_id for each in names for record_id in each.record_ids)
        rejected = tuple(sorted((*given.rejected, *turned_down), key=lambda row: row.id))
        called = record_names(connection, {key for key in records if key}, language)
    return Answer(found, given, names, rejected, called)


def speaker_choice(session: Session, suggestion: Suggestion, names: dict[str, str]) -> Choice | None:
    """Return the proposed speaker of a quotation as the strip takes it; None where there is none any more."""
    who = suggestion.speaker
    if who is None:
        return None
    if who.record_id is None:
        record = new_speaker(suggestion, who)
        return None if record is None else Choice(record, RecordKind.PERSON, who.name)
    with session.read() as connection:
        kinds = record_kinds(connection, [who.record_id])
    if who.record_id not in kinds:
        return None
    return Choice(who.record_id, RecordKind(kinds[who.record_id]), names.get(who.record_id, who.name))
