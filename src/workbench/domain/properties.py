"""The properties that a statement can give a record: schema as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.kinds import RecordKind
from workbench.i18n import N_


class ValueType(StrEnum):
    """What a statement's value is: free text, an EDTF date, or the id of a record."""

    TEXT = "text"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its stored key, its English label (translate with `_`), its value type."""

    key: str
    label: str
    value_type: ValueType
    kinds: frozenset[RecordKind]


_P, _E, _O, _L = RecordKind.PERSON, RecordKind.EVENT, RecordKind.ORGANISATION, RecordKind.PLACE


def _property(key: str, label: str, value_type: ValueType, *kinds: RecordKind) -> tuple[str, Property]:
    return key, Property(key, label, value_type, frozenset(kinds))


PROPERTIES: dict[str, Property] = dict(
    (
        _property("description", N_("Description"), ValueType.TEXT, _P, _E, _O, _L),
        _property("date", N_("Date"), ValueType.DATE, _E),
        _property("place", N_("Place"), ValueType.PLACE, _E, _O),
        _property("birth", N_("Date of birth"), ValueType.DATE, _P),
        _property("death", N_("Date of death"), ValueType.DATE, _P),
        _property("occupation", N_("Occupation"), ValueType.TEXT, _P),
        _property("office", N_("Office"), ValueType.TEXT, _P),
        _property("detained", N_("Detained"), ValueType.DATE, _P),
        _property("sentence", N_("Sentence"), ValueType.TEXT, _P),
        _property("released", N_("Released"), ValueType.DATE, _P),
        _property("time_held", N_("Time held"), ValueType.TEXT, _P),
        _property("outcome", N_("Outcome"), ValueType.TEXT, _E),
        _property("founded", N_("Founded"), ValueType.DATE, _O),
        _property("dissolved", N_("Dissolved"), ValueType.DATE, _O),
        _property("country", N_("Country"), ValueType.TEXT, _O, _L),
    )
)


def properties_of(kind: RecordKind) -> tuple[Property, ...]:
    """Return the properties that fit a kind of record, in the order in which they are shown."""
    return tuple(p for p in PROPERTIES.values() if kind in p.kinds)
