"""The words of records that more than one part of the page says."""

from __future__ import annotations

from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.names import shortened
from workbench.i18n import N_
from workbench.store.queries.passages import PassageRow

NAME_KINDS: dict[NameKind, str] = {
    NameKind.PREFERRED: N_("preferred name"),
    NameKind.ALIAS: N_("other name"),
    NameKind.FORMER: N_("former name"),
    NameKind.TRANSLITERATION: N_("transliteration"),
    NameKind.SHORT: N_("short form"),
}

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


def cited_text(passage: PassageRow) -> str:
    """Write a passage's words and where they stand."""
    return quoted(passage.exact, passage.source_title)


def quoted(words: str, title: str) -> str:
    """Write words and the title of where they stand, each short enough that the other is seen."""
    words, title = shortened(words, 120), shortened(title, 36)
    return f"“{words}” — {title} ▸" if title else f"“{words}” ▸"
