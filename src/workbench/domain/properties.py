"""The properties that a statement can give a record: schema as data, which an archive can extend.

The vocabulary starts from HURIDOCS' Events Standard Formats (Dueck, Guzman and Verstappen, 2nd
edition, 2001): their formats Event (chronological and geographical data, type of event), Act (type
of act, method, status, outcome) and Person (biographic details) as far as they are a single value;
what is a tie between records there is a role or relation here (see `roles`). It stays open: an
archive has properties of its own beside these (`store.tables.OwnProperty`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.domain.kinds import RecordKind
from workbench.i18n import N_, Phrasebook, active


class ValueType(StrEnum):
    """What a statement's value is: free text, an EDTF date, or the id of a record."""

    TEXT = "text"
    DATE = "date"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its stored key, its label and its value type.

    Of a `single` one two different values cannot both be true. `offered` are values that are
    stored as they stand here and shown translated; any other text is taken as well. The label of
    an archive's `own` property is in whatever language it was typed; of all others it is English.
    `revision` is that of an own property's row, 0 of all others.
    """

    key: str
    label: str
    value_type: ValueType
    kinds: frozenset[RecordKind]
    single: bool = False
    offered: tuple[str, ...] = ()
    own: bool = False
    revision: int = 0

    def words(self, book: Phrasebook | None = None) -> str:
        """Return the label in a language, the active one if none is given."""
        return self.label if self.own else (book or active()).gettext(self.label)

    def value_words(self, value: str, book: Phrasebook | None = None) -> str:
        """Return a text value as it is shown: translated where it is one of those offered."""
        return (book or active()).gettext(value) if value in self.offered else value


_P, _E, _O, _L = RecordKind.PERSON, RecordKind.EVENT, RecordKind.ORGANISATION, RecordKind.PLACE
_TEXT, _DATE, _PLACE = ValueType.TEXT, ValueType.DATE, ValueType.PLACE

_SEX = (N_("female"), N_("male"), N_("other"))

_EVENT_TYPES = (
    N_("arrest"),
    N_("search"),
    N_("trial"),
    N_("imprisonment"),
    N_("release"),
    N_("transfer between prisons"),
    N_("death in custody"),
    N_("demonstration"),
    N_("negotiation"),
    N_("visit"),
    N_("sanctions"),
    N_("statement to the public"),
)

_ACT_TYPES = (
    N_("arbitrary detention"),
    N_("incommunicado detention"),
    N_("solitary confinement"),
    N_("torture"),
    N_("ill-treatment"),
    N_("denial of medical care"),
    N_("denial of a fair trial"),
    N_("enforced disappearance"),
    N_("killing"),
    N_("forced exile"),
    N_("dispersal of an assembly"),
    N_("restriction of expression"),
    N_("restriction of association"),
    N_("dismissal from work or studies"),
    N_("confiscation of property"),
)

_STATUS_OF_EVENT = (N_("completed"), N_("attempted"), N_("threatened"), N_("going on"))


def _property(
    key: str,
    label: str,
    value_type: ValueType,
    *kinds: RecordKind,
    single: bool = False,
    offered: tuple[str, ...] = (),
) -> tuple[str, Property]:
    return key, Property(key, label, value_type, frozenset(kinds), single, offered)


LET_OUT = "let_out"
"""The property of a record whose values are places where its hidden name may leave, with the reasons."""

PROPERTIES: dict[str, Property] = dict(
    (
        _property("description", N_("Description"), _TEXT, _P, _E, _O, _L),
        _property("event_type", N_("Type of event"), _TEXT, _E, offered=_EVENT_TYPES),
        _property("act_type", N_("Type of act"), _TEXT, _E, offered=_ACT_TYPES),
        _property("date", N_("Date"), _DATE, _E, single=True),
        _property("place", N_("Place"), _PLACE, _E, _O),
        _property("method", N_("Method"), _TEXT, _E),
        _property("act_status", N_("How far it went"), _TEXT, _E, single=True, offered=_STATUS_OF_EVENT),
        _property("affected", N_("Number of people affected"), _TEXT, _E, single=True),
        _property("grounds", N_("Stated grounds"), _TEXT, _E),
        _property("outcome", N_("Outcome"), _TEXT, _E),
        # Who a person is, then what became of them.
        _property("birth", N_("Date of birth"), _DATE, _P, single=True),
        _property("birth_place", N_("Place of birth"), _PLACE, _P, single=True),
        _property("death", N_("Date of death"), _DATE, _P, single=True),
        _property("death_place", N_("Place of death"), _PLACE, _P, single=True),
        _property("sex", N_("Sex"), _TEXT, _P, single=True, offered=_SEX),
        _property("citizenship", N_("Citizenship"), _TEXT, _P),
        _property("residence", N_("Place of residence"), _PLACE, _P),
        _property("occupation", N_("Occupation"), _TEXT, _P),
        _property("office", N_("Office"), _TEXT, _P),
        _property("health", N_("State of health"), _TEXT, _P),
        _property("detained", N_("Detained"), _DATE, _P),
        _property("held_in", N_("Held in"), _PLACE, _P),
        _property("charged", N_("Charged"), _DATE, _P),
        _property("charge", N_("Charge"), _TEXT, _P),
        _property("tried", N_("Tried"), _DATE, _P),
        _property("sentenced", N_("Sentenced"), _DATE, _P),
        _property("sentence", N_("Sentence"), _TEXT, _P),
        _property("transferred", N_("Transferred"), _DATE, _P),
        _property("released", N_("Released"), _DATE, _P),
        _property("pardoned", N_("Pardoned"), _DATE, _P),
        _property("exiled", N_("Exiled"), _DATE, _P),
        _property("rehabilitated", N_("Rehabilitated"), _DATE, _P),
        _property("time_held", N_("Time held"), _TEXT, _P, single=True),
        _property("founded", N_("Founded"), _DATE, _O, single=True),
        _property("dissolved", N_("Dissolved"), _DATE, _O, single=True),
        _property("legal_form", N_("Legal form"), _TEXT, _O),
        _property("place_type", N_("Type of place"), _TEXT, _L),
        _property("country", N_("Country"), _TEXT, _O, _L),
        _property("address", N_("Address"), _TEXT, _O, _L),
        _property("coordinates", N_("Coordinates"), _TEXT, _L, single=True),
        # Written by `services.letting_out` only, of whatever kind of record; so it is offered for none.
        _property(LET_OUT, N_("Let out though the name stands there"), _TEXT),
    )
)

_ORDER = {key: place for place, key in enumerate(PROPERTIES)}


def unknown_property(key: str) -> Property:
    """Return a property that neither the program nor the archive knows any more, shown by its key."""
    return Property(key, key, ValueType.TEXT, frozenset(RecordKind), own=True)


def find_property(known: Mapping[str, Property], key: str) -> Property:
    """Return a property by its key; `known` holds the archive's own ones, beside ours or alone."""
    return PROPERTIES.get(key) or known.get(key) or unknown_property(key)


def properties_of(kind: RecordKind, own: Iterable[Property] = ()) -> tuple[Property, ...]:
    """Return the properties that fit a kind of record, in the order in which they are shown."""
    return tuple(known for known in (*PROPERTIES.values(), *own) if kind in known.kinds)


def property_order(key: str) -> tuple[int, str]:
    """Return what sorts property keys as they are shown: ours first, an archive's own as they were made."""
    return _ORDER.get(key, len(_ORDER)), key
