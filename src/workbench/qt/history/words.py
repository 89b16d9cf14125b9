"""Changes in words: who did what, and what each field was before and is now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from babel.dates import format_time, format_timedelta

from workbench.domain.actions import action_text
from workbench.domain.changes import Change, Operation, OperationKind
from workbench.domain.date_text import date_text
from workbench.domain.kinds import Level, TranslationState
from workbench.domain.names import shortened
from workbench.domain.properties import Property, ValueType, find_property
from workbench.domain.roles import role_text
from workbench.i18n import N_, _, active
from workbench.qt.frame.labels import state_text
from workbench.services.levels import LEVEL_NAMES

_THINGS = {
    "profile": N_("Profile"),
    "source": N_("Source"),
    "text_version": N_("Text version"),
    "capture": N_("Capture"),
    "published_translation": N_("Published translation"),
    "carrying": N_("Carried passage"),
    "rejection": N_("Rejected suggestion"),
    "passage": N_("Passage"),
    "note": N_("Note"),
    "tag": N_("Tag"),
    "passage_tag": N_("Tag on a passage"),
    "record": N_("Record"),
    "name": N_("Name"),
    "mention": N_("Mention"),
    "statement": N_("Statement"),
    "participation": N_("Participation"),
    "relation": N_("Relation"),
    "own_property": N_("Property"),
    "evidence": N_("Evidence"),
    "quote": N_("Quote"),
    "translation": N_("Translation"),
    "export": N_("Bundle"),
}
_FIELDS = {
    "title": N_("Title"),
    "creator": N_("Creator"),
    "publisher": N_("Publisher"),
    "address": N_("Address"),
    "published": N_("Published"),
    "retrieved": N_("Retrieved"),
    "language": N_("Language"),
    "rights": N_("Rights"),
    "file_name": N_("File"),
    "exact": N_("Words"),
    "body": N_("Note"),
    "label": N_("Tag"),
    "value": N_("Value"),
    "tag": N_("Language"),
    "kind": N_("Kind"),
    "role": N_("Role"),
    "certainty": N_("Certainty"),
    "level": N_("Sensitivity"),
    "pseudonym": N_("Pseudonym"),
    "dated": N_("When it held"),
    "standing": N_("Weighed"),
    "reason": N_("Reason"),
    "value_type": N_("Type of value"),
    "property": N_("Property"),
    "speaker_id": N_("Speaker"),
    "published_language": N_("Language as published"),
    "spoken_language": N_("Language as spoken"),
    "via_language": N_("By way of"),
    "interpreter_id": N_("Who translated it"),
    "relay_language": N_("Made from the translation into"),
    "manner": N_("Manner"),
    "text": N_("Translation"),
    "state": N_("State"),
    "translator_id": N_("Translator"),
    "reviewer_id": N_("Reviewer"),
    "name": N_("Name"),
    "initials": N_("Initials"),
    "record_id": N_("Record"),
    "event_id": N_("Event"),
    "place_id": N_("Place"),
    "from_id": N_("First record"),
    "to_id": N_("Second record"),
    "start": N_("Start"),
    "end": N_("End"),
    "languages": N_("Languages"),
    "quotes": N_("Quotes"),
    "files": N_("Files"),
}
_LANGUAGES = frozenset({"language", "published_language", "spoken_language", "via_language", "relay_language", "tag"})
_DATES = frozenset({"published", "retrieved", "dated"})
_KINDS = {
    "person": N_("person"),
    "event": N_("event"),
    "organisation": N_("organisation"),
    "place": N_("place"),
    "preferred": N_("preferred"),
    "alias": N_("alias"),
    "former": N_("former"),
    "transliteration": N_("transliteration"),
    "short": N_("short"),
    "certain": N_("certain"),
    "probable": N_("probable"),
    "possible": N_("possible"),
    "set aside": N_("set aside"),
    "direct": N_("direct"),
    "paraphrase": N_("paraphrase"),
}
_NO_OWN: Mapping[str, Property] = {}
_LATELY = timedelta(hours=12)
"""For so long it helps more to know how long ago something was than when."""

_LONGEST = 200
"""Code points of a value that are shown."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field in words; None where the row was not there before, or is not any more."""

    label: str
    before: str | None
    after: str | None


def moment_of(operation: Operation) -> str:
    """Write when an operation was, in the machine's time zone."""
    return active().date_time(datetime.fromisoformat(operation.moment))


def day_of(operation: Operation) -> date:
    """Return the day of an operation in the machine's time zone."""
    return datetime.fromisoformat(operation.moment).astimezone().date()


def day_text(day: date) -> str:
    """Name a day; the last two by how near they are."""
    if (days := (datetime.now().astimezone().date() - day).days) in (0, 1):
        return _("Today") if days == 0 else _("Yesterday")
    return date_text(day.isoformat(), active().language)


def time_text(operation: Operation) -> str:
    """Write the time of day of an operation; of the last hours also how long ago that is."""
    moment = datetime.fromisoformat(operation.moment).astimezone()
    locale, ago = active().locale, datetime.now().astimezone() - moment
    exact = str(format_time(moment, "short", locale=locale))
    if not timedelta(0) <= ago < _LATELY:
        return exact
    near = format_timedelta(-ago, granularity="minute", add_direction=True, threshold=1, locale=locale)
    return f"{exact} · {near}"


def field_text(field: FieldChange) -> str:
    """Write one field's change in one line."""
    if not field.before:
        return _("{field}: “{after}”").format(field=field.label, after=field.after)
    if not field.after:
        return _("{field}: “{before}” removed").format(field=field.label, before=field.before)
    return _("{field}: “{before}” → “{after}”").format(field=field.label, before=field.before, after=field.after)


def operation_text(operation: Operation) -> str:
    """Name an operation, and say where it was an undo or a redo."""
    what = action_text(operation.action, operation.subject)
    if operation.kind is OperationKind.UNDO:
        return _("Undone: {what}").format(what=what)
    if operation.kind is OperationKind.REDO:
        return _("Done again: {what}").format(what=what)
    return what[:1].upper() + what[1:]


def thing_text(table: str) -> str:
    """Name what a row of a table is."""
    return _(_THINGS[table]) if table in _THINGS else table


def field_changes(change: Change, names: Mapping[str, str], own: Mapping[str, Property] = _NO_OWN) -> list[FieldChange]:
    """Put the fields of a change into words; `names` are those of records and people, by id.

    `own` are the archive's own properties by key.
    """
    found = []
    for field, label in _FIELDS.items():
        if field not in change.fields:
            continue
        before, after = (
            None if row is None else value_text(field, row.get(field), row, names, own)
            for row in (change.before, change.after)
        )
        if before or after:
            found.append(FieldChange(_(label), before, after))
    return found


def value_text(
    field: str,
    value: object,
    row: Mapping[str, object],
    names: Mapping[str, str],
    own: Mapping[str, Property] = _NO_OWN,
) -> str:
    """Put one value into words; what it belongs to is in `row`, and `names` and `own` are as above."""
    if value is None or value == "":
        return ""
    text = str(value)
    if field.endswith("_id"):
        return names.get(text, "…")
    if field in _LANGUAGES:
        return active().language_name(text)
    if field == "property":
        return find_property(own, text).words()
    known = find_property(own, str(row.get("property", "")))
    if field in _DATES or (field == "value" and known.value_type is ValueType.DATE):
        return date_text(text, active().language, point=field != "dated")
    return _word(field, text)


def _word(field: str, text: str) -> str:
    """Put a value of a closed vocabulary into words; any other text as it is, not too long."""
    if field == "state":
        return state_text(TranslationState(text))
    if field == "level":
        return _(LEVEL_NAMES[Level(text)])
    if field in ("kind", "role", "certainty", "manner", "standing"):
        return _(_KINDS[text]) if text in _KINDS else role_text(text)
    return shortened(text, _LONGEST)
