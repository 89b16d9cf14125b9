"""Events and places that a table only names: which record each is, settled before anything is written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from workbench.domain.kinds import RecordKind
from workbench.domain.names import display_name
from workbench.domain.properties import ValueType
from workbench.domain.row_mapping import RowMapping, Use
from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.services.row_plan import Named, Plan, PlannedRow, Problem, Said
from workbench.store.queries.records import name_keys, names_of, record_dates, statements_by_record

KINDS = (RecordKind.EVENT, RecordKind.PLACE)
"""The kinds of records that a cell can name."""

_IN_CYRILLIC = frozenset({"be", "be-tarask", "ru"})


@dataclass(frozen=True, slots=True)
class Described:
    """A record that a name may mean: its name in a language, its EDTF date and the name of its place, if known."""

    record_id: str
    name: str
    date: str
    place: str


def described(connection: Connection, record_ids: Sequence[str], language: str) -> list[Described]:
    """Return what tells records of one name apart, in the order given; those that are gone are left out."""
    names, dates = names_of(connection, record_ids), record_dates(connection, record_ids)
    places = {
        key: next((row.place_id for row in rows if row.place_id is not None), "")
        for key, rows in statements_by_record(connection, record_ids).items()
    }
    where = names_of(connection, [place for place in places.values() if place])
    return [
        Described(
            key,
            display_name(names[key], language),
            dates.get(key, ""),
            display_name(where.get(places.get(key, ""), ()), language),
        )
        for key in record_ids
        if key in names
    ]


class Names:
    """The names of an archive's events and places, by their keys across scripts."""

    def __init__(self, connection: Connection, kinds: Sequence[RecordKind] = KINDS) -> None:
        self._spelt: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(dict)
        self._ids: dict[RecordKind, set[str]] = {kind: set() for kind in kinds}
        self.values: dict[RecordKind, list[str]] = {kind: [] for kind in kinds}
        """All names of a kind."""
        for key in name_keys(connection, kinds):
            kind = RecordKind(key.kind)
            self._ids[kind].add(key.record_id)
            self.values[kind].append(key.value)
            self._spelt[key.kind, key.folded].setdefault(key.record_id, []).append(key.value)

    def find(self, connection: Connection, kind: RecordKind, name: str, language: str) -> Named:
        """Return what a name (or a record's id) means; `language` is its BCP 47 tag.

        The key drops endings: a record that is spelt otherwise in the very same language and script
        may be another one, Барысава beside Барысаў, so a person has to say.
        """
        if name in self._ids[kind]:
            return Named(kind, name, (name,), name)
        alike = self._spelt.get((kind.value, fold(name)), {})
        exact = [key for key, spelt in alike.items() if name.casefold() in map(str.casefold, spelt)]
        fitting = exact or list(alike)
        ids = (*exact, *(key for key in alike if key not in exact))
        if not fitting:
            return Named(kind, name)
        known = "" if exact else alike[fitting[0]][0]
        if len(fitting) > 1 or (not exact and self._another_word(connection, fitting[0], name, language)):
            return Named(kind, name, ids, settled=False, known=known)
        return Named(kind, name, ids, fitting[0], known=known)

    def _another_word(self, connection: Connection, record_id: str, name: str, language: str) -> bool:
        script, key = _cyrillic(name), fold(name)
        # What is not in the script of the texts' language may be of any.
        foreign = script is not (language in _IN_CYRILLIC)
        return any(
            (foreign or form.tag == language) and _cyrillic(form.value) is script and fold(form.value) == key
            for form in names_of(connection, [record_id])[record_id]
        )


def settle_names(
    connection: Connection, rows: Iterable[PlannedRow], mapping: RowMapping, said: Said
) -> dict[tuple[RecordKind, str], Named]:
    """Say of every event and place that rows name which record it is; `said` is what a person has said of it.

    A new one that is named in two scripts is one, under the name that came first.
    """
    wanted = dict.fromkeys(pair for row in rows for pair in named_by(row))
    if mapping.event:
        wanted[RecordKind.EVENT, mapping.event] = None
        if mapping.event_place:
            wanted[RecordKind.PLACE, mapping.event_place] = None
    if not wanted:
        return {}
    names = Names(connection)
    found: dict[tuple[RecordKind, str], Named] = {}
    new: dict[tuple[RecordKind, str], list[str]] = defaultdict(list)
    for kind, name in wanted:
        one = names.find(connection, kind, name, mapping.language)
        chosen = said.get((kind, name))
        if chosen is not None and (not chosen or chosen in one.record_ids):
            one = replace(one, record_id=chosen, settled=True)
        if not one.record_id:
            before = new[kind, fold(name)]
            first = next((each for each in before if _one_word(each, name)), name)
            before.append(first)
            one = replace(one, name=first)
        found[kind, name] = one
    return found


def made_beside(plan: Plan) -> Counter[RecordKind]:
    """Count the events and places that bringing in makes because rows name them, beside the records of the rows."""
    coming, mapping = plan.coming(), plan.mapping
    pairs = {pair for row in coming for pair in named_by(row)}
    if (RecordKind.EVENT, mapping.event) in pairs and mapping.event_place:
        pairs.add((RecordKind.PLACE, mapping.event_place))
    named = (plan.named[pair] for pair in pairs)
    new = {(one.kind, one.name.casefold()) for one in named if not one.record_id}
    rows = {(row.kind, name.given.value.casefold()) for row in coming if row.kind in KINDS for name in row.names}
    return Counter(kind for kind, _name in new - rows)


def named_by(row: PlannedRow) -> list[tuple[RecordKind, str]]:
    """Return the events and places that a row names, by kind and name."""
    events = [(RecordKind.EVENT, row.event)] if row.event else []
    return [*events, *((RecordKind.PLACE, e.value) for e in row.statements if e.value_type is ValueType.PLACE)]


def doubts(row: PlannedRow, mapping: RowMapping, named: Mapping[tuple[RecordKind, str], Named]) -> list[Problem]:
    """Return a problem for each cell of a row whose record nobody has settled yet."""
    found = []
    for kind, name in named_by(row):
        if named[kind, name].settled or (kind is RecordKind.EVENT and name == mapping.event):
            continue
        use = Use.EVENT if kind is RecordKind.EVENT else Use.PROPERTY
        keys = {each.property for each in row.statements if each.value == name}
        columns = (place for place in mapping.uses(use) if use is Use.EVENT or mapping.columns[place].key in keys)
        found.append(Problem(row.number, next(columns, None), doubt_text(named[kind, name])))
    return found


def doubt_text(named: Named) -> str:
    """Say, in the active language, why a person has to say which record a name means."""
    if len(named.record_ids) > 1:
        return _("Several records have this name: say which one it is, or that it is a new one.")
    return _("A record has this name in another form: say whether it is the one, or that it is a new one.")


def _one_word(one: str, other: str) -> bool:
    return one.casefold() == other.casefold() or _cyrillic(one) is not _cyrillic(other)


def _cyrillic(text: str) -> bool:
    return any("\u0400" <= sign <= "\u052f" for sign in text)
