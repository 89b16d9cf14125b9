"""Reading the names of those who are hidden, in every form, and of people who are not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.languages import base_language
from workbench.languages.known_names import Form
from workbench.languages.name_called import Forms
from workbench.languages.transliteration.by_sound import by_sound
from workbench.languages.transliteration.lithuanian import to_lithuanian
from workbench.services.levels import all_forms
from workbench.store.tables import Inflection, Name, Record
from workbench.store.work import table_of

_AT_ONCE = 500
"""Ids in one statement."""


def people_in(connection: Connection, hidden: Collection[str], closed_names: Collection[str]) -> list[str]:
    """Read the names of people who may be named."""
    name, record = table_of(Name), table_of(Record)
    query = select(name.c.id, name.c.record_id, name.c.value).join(record, record.c.id == name.c.record_id)
    rows = connection.execute(query.where(record.c.kind == RecordKind.PERSON).order_by(name.c.id))
    return [row.value for row in rows if row.record_id not in hidden and row.id not in closed_names]


def names_in(connection: Connection, record_ids: Iterable[str], name_ids: Iterable[str]) -> list[dict[str, Any]]:
    """Read the names of some records, and some names, each with its inflected forms as `cases`."""
    name, record, inflection = table_of(Name), table_of(Record), table_of(Inflection)
    found: dict[str, dict[str, Any]] = {}
    query = select(name, record.c.kind.label("record_kind")).join(record, record.c.id == name.c.record_id)
    for column, ids in ((name.c.record_id, sorted(record_ids)), (name.c.id, sorted(name_ids))):
        for at in range(0, len(ids), _AT_ONCE):
            rows = connection.execute(query.where(column.in_(ids[at : at + _AT_ONCE])).order_by(name.c.id)).mappings()
            found |= {row["id"]: {**row, "cases": []} for row in rows}
    keys = list(found)
    for at in range(0, len(keys), _AT_ONCE):
        cases = select(inflection.c.name_id, inflection.c.value).where(
            inflection.c.name_id.in_(keys[at : at + _AT_ONCE])
        )
        for name_id, value in connection.execute(cases):
            found[name_id]["cases"].append(value)
    return list(found.values())


def form_of(row: Mapping[str, Any], owner: str) -> Form:
    """Return one row of `names_in` as a form of an owner's name."""
    return Form(
        record_id=owner,
        record_kind=RecordKind(row["record_kind"]),
        value=row["value"],
        tag=row["tag"],
        kind=NameKind(row["kind"]),
        given=row["given"],
        patronymic=row["patronymic"],
        family=row["family"],
        cases=tuple(row["cases"]),
    )


def told_in(
    connection: Connection, alone: Collection[tuple[str, str]], closed: Collection[str]
) -> dict[str, tuple[str, ...]]:
    """Return, for each name that is hidden by itself, given with its record, the names of that record that are not."""
    told: dict[str, list[str]] = {record_id: [] for _owner, record_id in alone}
    for row in names_in(connection, told, ()):
        if row["id"] not in closed:
            told[row["record_id"]].append(row["value"])
    return {owner: tuple(told[record_id]) for owner, record_id in alone}


def sounding(value: str, tag: str) -> tuple[str, ...]:
    """Return how a name that was given as an English one is written elsewhere by its sound; nothing for others."""
    written = by_sound(value) if base_language(tag) == "en" else ""
    return (written, to_lithuanian(written, russian=True).value) if written else ()


def all_of(forms: Iterable[Form], told: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> list[Forms]:
    """Gather every form of each owner's names, those of other scripts and cases too."""
    values: dict[tuple[str, RecordKind], dict[str, None]] = {}
    for form in forms:
        found = values.setdefault((form.record_id, form.record_kind), {})
        found |= dict.fromkeys((*all_forms([(form.value, form.tag)]), *form.cases, *sounding(form.value, form.tag)))
    return [
        Forms(
            owner,
            tuple(found),
            kind is RecordKind.PERSON,
            told.get(owner, ()),
            event=kind is RecordKind.EVENT,
        )
        for (owner, kind), found in values.items()
    ]
