"""The archive's own properties: made, changed and removed."""

from __future__ import annotations

from typing import Any

from workbench.domain.errors import InputError
from workbench.domain.ids import new_id
from workbench.domain.inputs import PropertyInput
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import PROPERTIES
from workbench.i18n import _
from workbench.store.queries.vocabulary import own_properties, property_uses
from workbench.store.tables import OwnProperty, Record, Statement
from workbench.store.work import Act, Work


def add_property(given: PropertyInput) -> Act[str]:
    """Give the archive a property of its own; returns its key.

    The key is the row's id, so that it is never one of the program's, nor one of another archive.

    Raises:
        InputError: there is a property with this label for one of these kinds of records.
    """

    def run(work: Work) -> str:
        _refuse_twin(work, given, "")
        key = new_id()
        return work.insert(OwnProperty, row_id=key, key=key, **_columns(given)).key

    return Act("add_property", run, given.label)


def edit_property(key: str, given: PropertyInput, *, expected: int | None = None) -> Act[None]:
    """Change one of the archive's own properties; the type of its values only while no statement has it.

    Raises:
        InputError: a statement of a kind of record that would no longer have it is there, or of
            another type; or there is another property with this label.
    """

    def run(work: Work) -> None:
        before = work.get(OwnProperty, key)
        _refuse_twin(work, given, key)
        used = work.find(Statement, property=key)
        if used and before.value_type != given.value_type:
            raise InputError(
                _("Statements have this property, so its values stay what they are."),
                field="value_type",
                kept=_("Nothing was changed."),
            )
        if any(RecordKind(work.get(Record, row.record_id).kind) not in given.kinds for row in used):
            raise InputError(
                _("Records of a kind that is taken out here have this property, so the kind stays."),
                field="kinds",
                kept=_("Nothing was changed."),
            )
        work.change(OwnProperty, key, expected=expected, **_columns(given))

    return Act("edit_property", run, given.label)


def remove_property(key: str, *, expected: int | None = None) -> Act[str]:
    """Remove one of the archive's own properties, and return its label.

    Raises:
        InputError: a statement has it.
    """

    def run(work: Work) -> str:
        label = work.get(OwnProperty, key).label
        if property_uses(work.connection).get(key):
            raise InputError(
                _("Statements have this property."),
                kept=_("Nothing was changed."),
                do=_("Remove them or change their property first."),
            )
        work.remove(OwnProperty, key, expected=expected)
        return label

    return Act("remove_property", run, lambda _work, label: label)


def _columns(given: PropertyInput) -> dict[str, Any]:
    return {
        "label": given.label,
        "value_type": given.value_type.value,
        "kinds": " ".join(kind.value for kind in RecordKind if kind in given.kinds),
        "single": given.single,
    }


def _refuse_twin(work: Work, given: PropertyInput, key: str) -> None:
    for known in (*PROPERTIES.values(), *own_properties(work.connection).values()):
        named = {known.label.casefold(), known.words().casefold()}
        if known.key != key and given.label.casefold() in named and known.kinds & set(given.kinds):
            raise InputError(
                _("There is a property with this name already."), field="label", kept=_("Nothing was changed.")
            )
