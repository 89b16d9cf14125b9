"""The words of records that more than one part of the page says."""

from __future__ import annotations

from workbench.domain.date_text import date_text
from workbench.domain.kinds import Certainty, NameKind, RecordKind
from workbench.domain.names import shortened
from workbench.i18n import N_, _, active
from workbench.qt.picker.fields import CERTAINTIES
from workbench.qt.reader.keyboard import FixedKeys
from workbench.store.queries.passages import PassageRow
from workbench.store.queries.records import StatementRow, TieRow

NAME_KINDS: dict[NameKind, str] = {
    NameKind.PREFERRED: N_("preferred name"),
    NameKind.ALIAS: N_("other name"),
    NameKind.FORMER: N_("former name"),
    NameKind.TRANSLITERATION: N_("transliteration"),
    NameKind.SHORT: N_("short form"),
    NameKind.FORBIDDEN: N_("form not to be used"),
}

PAGE_KEYS = (FixedKeys(N_("Part of the page back, on"), ("Ctrl+Up", "Ctrl+Down"), selects=False),)
"""Keys of a record's page that cannot be changed."""

PLURALS: dict[RecordKind, str] = {
    RecordKind.PERSON: N_("Persons"),
    RecordKind.EVENT: N_("Events"),
    RecordKind.ORGANISATION: N_("Organisations"),
    RecordKind.PLACE: N_("Places"),
}

NEW: dict[RecordKind, str] = {
    RecordKind.PERSON: N_("New person"),
    RecordKind.EVENT: N_("New event"),
    RecordKind.ORGANISATION: N_("New organisation"),
    RecordKind.PLACE: N_("New place"),
}


def claim_remarks(row: StatementRow | TieRow) -> list[str]:
    """Return what is to be known of something that is said: that it is not certain, and when it held."""
    found = []
    if row.certainty != Certainty.CERTAIN:
        found.append(_(CERTAINTIES[Certainty(row.certainty)]))
    if row.dated:
        found.append(date_text(row.dated, active().language))
    return found


def cited_text(passage: PassageRow) -> str:
    """Write a passage's words and where they stand."""
    return quoted(passage.exact, passage.source_title)


def quoted(words: str, title: str) -> str:
    """Write words and the title of where they stand, each short enough that the other is seen."""
    words, title = shortened(words, 120), shortened(title, 36)
    return f"“{words}” — {title} ▸" if title else f"“{words}” ▸"
