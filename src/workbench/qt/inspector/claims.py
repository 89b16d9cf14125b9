"""What a passage can support, in words: properties of a record, part in events, relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.date_text import date_text
from workbench.domain.kinds import RecordKind
from workbench.domain.names import shortened
from workbench.domain.properties import Property, ValueType, properties_of
from workbench.domain.roles import role_text
from workbench.i18n import _, active
from workbench.store.queries.passages import SupportRow
from workbench.store.queries.records import RecordDetail, StatementRow, TieRow

_VALUE = 160
"""Code points of a value in one line."""


class Asked(StrEnum):
    """What the form asks for, once it is known what is to be supported."""

    TEXT = "text"
    DATE = "date"
    PLACE = "place"
    EVENT = "event"
    PARTICIPANT = "participant"
    OTHER = "other"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that could be supported: a new one, or with `claim_id` one that is there already."""

    words: str
    asked: Asked
    property: str = ""
    what: str = ""
    claim_id: str = ""
    offered: tuple[str, ...] = ()
    """Values that are offered, as they are stored."""

    about: RecordKind | None = None
    """The kind of record that a relation is said of."""


_ASKED = {ValueType.TEXT: Asked.TEXT, ValueType.DATE: Asked.DATE, ValueType.PLACE: Asked.PLACE}


def new_claims(kind: RecordKind, own: Iterable[Property] = ()) -> list[Claim]:
    """Return what can be said of a record of a kind, in the active language; `own` are the archive's properties."""
    claims = [_property_claim(known) for known in properties_of(kind, own)]
    if kind is RecordKind.EVENT:
        claims.append(Claim(_("Participant"), Asked.PARTICIPANT))
    else:
        claims.append(Claim(_("Part in an event"), Asked.EVENT))
    claims.append(Claim(_("Relation to another record"), Asked.OTHER, about=kind))
    return claims


def _property_claim(known: Property) -> Claim:
    return Claim(known.words(), _ASKED[known.value_type], property=known.key, offered=known.offered)


def known_claims(record: RecordDetail, names: dict[str, str], passage_id: str) -> list[Claim]:
    """Return what is said of a record already and not supported by this passage; `names` are places'."""
    found = []
    for statement in record.statements:
        if not _cites(statement, passage_id):
            words = statement_text(statement.about, statement.value, names.get(statement.value, ""))
            found.append(Claim(words, Asked.NOTHING, what="statement", claim_id=statement.id))
    for what, ties in (("participation", record.participations), ("relation", record.relations)):
        for tie in ties:
            if not _cites(tie, passage_id):
                words = f"{role_text(tie.role)} — {tie.other_name}"
                found.append(Claim(words, Asked.NOTHING, what=what, claim_id=tie.id))
    found += [
        Claim(name_text(name.value, name.tag), Asked.NOTHING, what="name", claim_id=name.id)
        for name in record.names
        if all(row.passage_id != passage_id for row in record.name_evidence.get(name.id, ()))
    ]
    return found


def _cites(row: StatementRow | TieRow, passage_id: str) -> bool:
    return any(evidence.passage_id == passage_id for evidence in row.evidence)


def value_text(known: Property, value: str) -> str:
    """Write a value in the active language; a place's is its record's name, which is not known here."""
    if known.value_type is ValueType.DATE:
        return date_text(value, active().language, point=True)
    return known.value_words(value)


def statement_text(known: Property, value: str, place: str) -> str:
    """Write a property and its value in the active language."""
    return f"{known.words()}: {place or shortened(value_text(known, value), _VALUE)}"


def name_text(value: str, tag: str) -> str:
    """Write a name and its language."""
    return _("Name: {name} ({language})").format(name=value, language=active().language_name(tag))


def support_text(row: SupportRow) -> str:
    """Write what a passage supports about a record."""
    if row.about is not None:
        return statement_text(row.about, row.value, row.other_name)
    if row.what == "name":
        return name_text(row.value, row.term)
    return f"{role_text(row.term)} — {row.other_name}"
