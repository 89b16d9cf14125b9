"""The columns of the table by kind of record: what each shows, and which the person has chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QIcon

from workbench.domain.date_text import date_text
from workbench.domain.kinds import Level, RecordKind
from workbench.domain.properties import Property, ValueType, properties_of
from workbench.i18n import N_, _, active
from workbench.qt.frame.table import Column
from workbench.qt.look.style import current_look
from workbench.qt.settings import Settings
from workbench.services.catalogue import CONFLICTS, LEVEL, MENTIONS, NAME, OTHERS, QUOTES, UNSUPPORTED
from workbench.services.record_table import TableRow
from workbench.store.queries.records import StatementRow

_USUAL: dict[RecordKind, tuple[str, ...]] = {
    RecordKind.PERSON: ("birth", "occupation", "detained", "released"),
    RecordKind.EVENT: ("date", "place", "event_type", "outcome"),
    RecordKind.ORGANISATION: ("founded", "place", "country"),
    RecordKind.PLACE: ("country", "place_type"),
}
"""The properties that are shown until the person chooses."""

_COUNTS = (MENTIONS, QUOTES, UNSUPPORTED, CONFLICTS)
_TITLES = {
    NAME: N_("Name"),
    OTHERS: N_("Other names"),
    MENTIONS: N_("Mentions"),
    QUOTES: N_("Quotes"),
    UNSUPPORTED: N_("Without evidence"),
    CONFLICTS: N_("Contradictions"),
    LEVEL: N_("Level"),
}
_LEVELS = {
    Level.OPEN.value: N_("open"),
    Level.RESTRICTED.value: N_("restricted"),
    Level.SECRET.value: N_("secret"),
}


def usual_keys(kind: RecordKind) -> tuple[str, ...]:
    """Return the columns that are shown until the person chooses others."""
    quotes = (QUOTES,) if kind in (RecordKind.PERSON, RecordKind.ORGANISATION) else ()
    return (NAME, OTHERS, *_USUAL[kind], MENTIONS, *quotes, UNSUPPORTED, CONFLICTS, LEVEL)


def all_keys(kind: RecordKind, own: Iterable[Property]) -> tuple[str, ...]:
    """Return every column that there can be, in the order in which they stand."""
    return (NAME, OTHERS, *(known.key for known in properties_of(kind, own)), *_COUNTS, LEVEL)


def chosen_keys(settings: Settings, kind: RecordKind, own: Iterable[Property]) -> tuple[str, ...]:
    """Return the columns that are shown; the name always is."""
    kept = settings.raw(f"records/columns_{kind.value}")
    there = all_keys(kind, own)
    wanted = set(str(kept).split()) if kept else set(usual_keys(kind))
    return tuple(key for key in there if key == NAME or key in wanted)


def keep_keys(settings: Settings, kind: RecordKind, keys: Iterable[str]) -> None:
    """Remember which columns are shown, by their keys alone."""
    settings.put(f"records/columns_{kind.value}", " ".join(keys))


def title_of(key: str, known: Mapping[str, Property]) -> str:
    """Return what stands over a column, in the active language."""
    return _(_TITLES[key]) if key in _TITLES else known[key].words()


def level_of(words: str) -> str:
    """Return the level whose word begins so, in the active language; what was given where there is none."""
    start = words.casefold()
    return next((level for level, word in _LEVELS.items() if start and _(word).casefold().startswith(start)), words)


def column_of(key: str, known: Mapping[str, Property]) -> Column[TableRow]:
    """Return a column with what it shows, says and lets one change."""
    if key == NAME:
        return Column(_TITLES[NAME], lambda row: row.name, edit=lambda row: row.name if row.name_id else None)
    if key == OTHERS:
        return Column(_TITLES[OTHERS], lambda row: " · ".join(row.others))
    if key == LEVEL:
        return Column(_TITLES[LEVEL], lambda row: _(_LEVELS[row.level]) if row.level in _LEVELS else "")
    if key in _COUNTS:
        return Column(_TITLES[key], lambda row: _number(_count(row, key)), right=True)
    about = known[key]
    return Column(
        about.label,
        lambda row: "; ".join(value_text(one, row) for one in row.values.get(key, ())),
        icon=lambda row: _mark(row, key),
        spoken=lambda row: spoken(row, key),
        edit=None if about.value_type is ValueType.PLACE else lambda row: _edited(row, key),
    )


def _count(row: TableRow, key: str) -> int:
    counts = {MENTIONS: row.mentions, QUOTES: row.quotes, UNSUPPORTED: row.unsupported, CONFLICTS: len(row.conflicts)}
    return counts[key]


def _number(count: int) -> str:
    return active().number(count) if count else ""


def _edited(row: TableRow, key: str) -> str:
    values = row.values.get(key, ())
    return values[0].about.value_words(values[0].value) if values else ""


def value_text(statement: StatementRow, row: TableRow) -> str:
    """Return a value as it is shown: a date in words, a place by its name."""
    if statement.about.value_type is ValueType.DATE:
        return date_text(statement.value, active().language, point=True)
    if statement.place_id is not None:
        return row.places.get(statement.place_id, "")
    return statement.about.value_words(" ".join(statement.value.split()))


def spoken(row: TableRow, key: str) -> str:
    """Return a cell as a screen reader says it, and its tooltip shows it: with what its picture means."""
    values = row.values.get(key, ())
    parts = ["; ".join(value_text(one, row) for one in values)]
    if key in row.conflicts:
        parts.append(_("these contradict each other"))
    if any(not one.evidence for one in values):
        parts.append(_("without evidence"))
    return ", ".join(part for part in parts if part)


def _mark(row: TableRow, key: str) -> QIcon | None:
    if key in row.conflicts:
        return current_look().icon("triangle-alert", "warning")
    if any(not one.evidence for one in row.values.get(key, ())):
        return current_look().icon("unlink", "second")
    return None
