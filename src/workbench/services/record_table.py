"""A screenful of the table of records, and the writes that its cells make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from workbench.domain.conflicts import conflicts
from workbench.domain.errors import InputError
from workbench.domain.inputs import NameInput, StatementInput, checked
from workbench.domain.names import name_place, shortened, stands_in
from workbench.domain.properties import ValueType
from workbench.i18n import _
from workbench.services.claims import add_statement, edit_statement
from workbench.services.passages import remove_with_bare
from workbench.services.records import edit_name, name_in
from workbench.store.queries.facts import mention_counts, quote_counts
from workbench.store.queries.records import StatementRow, names_of, record_names, statements_by_record
from workbench.store.tables import Name, Record
from workbench.store.work import Act, Work, table_of

_RECORD = table_of(Record)

_SUBJECT = 3
"""Names of removed records that the Undo entry gives."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One record as the table shows it; `places` names the places among its values.

    `conflicts` counts the contradictions that nobody has weighed, `unsupported` the statements
    without evidence.
    """

    id: str
    name: str
    name_id: str
    name_revision: int
    others: tuple[str, ...]
    values: dict[str, tuple[StatementRow, ...]]
    places: dict[str, str]
    mentions: int
    quotes: int
    unsupported: int
    conflicts: tuple[str, ...]
    level: str


def table_rows(connection: Connection, ids: Sequence[str], language: str) -> dict[str, TableRow]:
    """Return rows of the table by id, names in a language; ids that are not there are left out."""
    query = select(_RECORD.c.id, _RECORD.c.level).where(_RECORD.c.id.in_(list(ids)))
    levels: dict[str, str] = dict(connection.execute(query).all())
    names, said = names_of(connection, ids), statements_by_record(connection, ids)
    mentions, quotes = mention_counts(connection, ids), quote_counts(connection, ids)
    places = {row.place_id for rows in said.values() for row in rows if row.place_id is not None}
    place_names = record_names(connection, places, language) if places else {}
    found = {}
    for key, level in levels.items():
        forms, statements = names.get(key, []), said.get(key, ())
        shown = min(forms, key=lambda name: name_place(name.kind, name.tag, language), default=None)
        value = shown.value if shown is not None else ""
        by_property: dict[str, tuple[StatementRow, ...]] = {}
        for row in statements:
            by_property[row.property] = (*by_property.get(row.property, ()), row)
        found[key] = TableRow(
            key,
            value,
            shown.id if shown is not None else "",
            shown.revision if shown is not None else 0,
            tuple(dict.fromkeys(form.value for form in forms if form.value != value)),
            by_property,
            {row.place_id: place_names.get(row.place_id, "") for row in statements if row.place_id is not None},
            mentions.get(key, 0),
            quotes.get(key, 0),
            sum(not row.evidence for row in statements),
            tuple(conflict.key for conflict in conflicts(statements) if not conflict.weighed),
            level,
        )
    return found


def rename(name_id: str, value: str, *, expected: int | None = None) -> Act[None]:
    """Write a name otherwise, as `edit_name` does; the parts that do not stand in it any more are emptied."""

    def run(work: Work) -> None:
        before = work.get(Name, name_id)
        parts = {part: getattr(before, part) for part in ("given", "patronymic", "family")}
        kept = {part: words for part, words in parts.items() if stands_in(words, value)}
        edit_name(
            name_id,
            checked(NameInput, value=value, tag=before.tag, kind=before.kind, reason=before.reason, **kept),
            expected=expected,
        ).run(work)

    return Act("edit_name", run, lambda _work, _none: shortened(value))


def set_value(record_id: str, key: str, value: str, row: StatementRow | None, language: str) -> Act[str]:
    """Give a record one value of a property (text or date): `row` is changed, or a statement without evidence made.

    What `row` had beside its value stays, its evidence with it. `language` is that of a new text.

    Raises:
        InputError: the value does not fit the property.
    """
    if row is None:
        return add_statement(record_id, checked(StatementInput, property=key, value=value, language=language), ())
    facts: dict[str, Any] = {name: getattr(row, name) for name in ("language", "certainty", "dated")}
    return edit_statement(row.id, checked(StatementInput, property=key, value=value, **facts), expected=row.revision)


def only_value(row: TableRow, key: str) -> StatementRow | None:
    """Return the statement that a cell stands for, None where there is none yet.

    Raises:
        InputError: the cell shows several values, or a place: the page of the record shows them apart.
    """
    values = row.values.get(key, ())
    if len(values) > 1:
        raise InputError(_("There are several values here. Change them on the page of the record."), field="value")
    if values and values[0].about.value_type is ValueType.PLACE:
        raise InputError(_("A place is chosen on the page of the record."), field="value")
    return values[0] if values else None


def remove_records(record_ids: Sequence[str]) -> Act[int]:
    """Remove records as `remove_record` does, in one operation; returns how many."""
    names: list[str] = []

    def run(work: Work) -> int:
        for record_id in record_ids:
            if len(names) < _SUBJECT:
                names.append(shortened(name_in(work, record_id)))
            remove_with_bare(work, Record, record_id)
        return len(record_ids)

    return Act("remove_records", run, lambda _work, n: ", ".join(names) + (" …" if n > _SUBJECT else ""))
