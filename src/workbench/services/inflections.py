"""The grammatical cases of a name that a person has accepted or written.

Beside them the nominative is kept as it was then: where the name has another value since, its
cases are of a former spelling (`store.queries.name_cases`), and are offered to be made anew.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.errors import InputError
from workbench.domain.inputs import InflectionInput
from workbench.domain.kinds import Case
from workbench.i18n import _
from workbench.languages.inflection.names import cases_of
from workbench.store.tables import Inflection, Name
from workbench.store.work import Act, Work


def set_cases(name_id: str, given: Sequence[InflectionInput]) -> Act[int]:
    """Keep exactly these forms of a name, several of one case where both are used; returns how many.

    Raises:
        InputError: there is none, or one of a case that the name's language does not have.
    """

    def run(work: Work) -> int:
        name = work.get(Name, name_id)
        wanted = {(one.grammatical_case, one.value) for one in given}
        if not wanted:
            raise InputError(_("No form is given."), field="cases", kept=_("Nothing was changed."))
        _check(name, {case for case, _value in wanted})
        _write(work, name, wanted)
        return len(wanted)

    return Act("set_cases", run, lambda work, _count: work.get(Name, name_id).value)


def set_case(name_id: str, case: Case, values: Sequence[str]) -> Act[int]:
    """Keep exactly these forms of one case and leave the others; none removes the case. Returns how many.

    Raises:
        InputError: the name's language does not have the case.
    """

    def run(work: Work) -> int:
        name = work.get(Name, name_id)
        _check(name, {case})
        checked = [InflectionInput(grammatical_case=case, value=value) for value in values]
        kept = {(Case(row.grammatical_case), row.value) for row in work.find(Inflection, name_id=name_id)}
        others = {pair for pair in kept if pair[0] not in (case, Case.NOMINATIVE)}
        _write(work, name, others | {(one.grammatical_case, one.value) for one in checked})
        return len(checked)

    return Act("set_cases", run, lambda work, _count: work.get(Name, name_id).value)


def remove_cases(name_id: str) -> Act[None]:
    """Forget the cases of a name.

    Raises:
        InputError: it has none.
    """

    def run(work: Work) -> None:
        if not work.find(Inflection, name_id=name_id):
            raise InputError(_("The name has no cases."), kept=_("Nothing was changed."))
        _write(work, work.get(Name, name_id), set())

    return Act("remove_cases", run, lambda work, _none: work.get(Name, name_id).value)


def _check(name: Name, cases: set[Case]) -> None:
    if not cases <= set(cases_of(name.tag)):
        raise InputError(
            _("Names of this language do not have this case."), field="cases", kept=_("Nothing was changed.")
        )


def _write(work: Work, name: Name, wanted: set[tuple[Case, str]]) -> None:
    """Make the rows of a name these; what is there already keeps its row."""
    if wanted:
        wanted = wanted | {(Case.NOMINATIVE, name.value)}
    for row in work.find(Inflection, name_id=name.id):
        pair = (Case(row.grammatical_case), row.value)
        if pair in wanted:
            wanted = wanted - {pair}
        else:
            work.remove(Inflection, row.id)
    for case, value in sorted(wanted):
        work.insert(Inflection, name_id=name.id, grammatical_case=case.value, value=value)
