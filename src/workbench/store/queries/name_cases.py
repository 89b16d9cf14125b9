"""The grammatical cases that are kept of names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.domain.kinds import Case
from workbench.store.tables import Inflection
from workbench.store.work import table_of

_INFLECTION = table_of(Inflection)


@dataclass(frozen=True, slots=True)
class NameCases:
    """The forms of one name, by case, several where both are used; `nominative` is what they are of.

    Where that is not the name's value, the name was changed since.
    """

    nominative: str
    forms: dict[Case, tuple[str, ...]]


def name_cases(connection: Connection, name_ids: Iterable[str]) -> dict[str, NameCases]:
    """Return the cases of names by name id; of a name that has none, nothing."""
    query = (
        select(_INFLECTION.c.name_id, _INFLECTION.c.grammatical_case, _INFLECTION.c.value)
        .where(_INFLECTION.c.name_id.in_(list(name_ids)))
        .order_by(_INFLECTION.c.id)
    )
    found: dict[str, dict[Case, tuple[str, ...]]] = {}
    for name_id, case, value in connection.execute(query):
        forms = found.setdefault(name_id, {})
        forms[Case(case)] = (*forms.get(Case(case), ()), value)
    made = {}
    for name_id, forms in found.items():
        (nominative, *_more) = forms.pop(Case.NOMINATIVE, ("",))
        made[name_id] = NameCases(nominative, forms)
    return made
