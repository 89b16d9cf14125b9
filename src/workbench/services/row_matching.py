"""Which rows are records that there are already: proposed, with what speaks for it, and never decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from workbench.i18n import _
from workbench.languages.fold import fold
from workbench.languages.sameness import LIKELY, Facts, Ground, Reason
from workbench.services.row_plan import Decided, Decision, PlannedRow, Problem
from workbench.services.sameness import Possible, Twins
from workbench.store.queries.records import STATEMENT, name_keys

Progress = Callable[[int, int], None]


class Matching:
    """Finds the records of an archive, and the earlier rows, that a row may be the same as.

    A row is proposed to be the same as the one record of its kind that has a name with the same
    key (`languages.fold`), unless the two were born in different years; else as the one that is
    likely to be it by `languages.sameness`. Where several are, the person must choose.
    """

    def __init__(
        self, connection: Connection, decisions: Mapping[int, Decided], twins: Twins | None, language: str
    ) -> None:
        self._connection, self._decisions = connection, decisions
        self._twins, self._language = twins or Twins(), language
        self._known: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        self._values: dict[str, set[str]] = defaultdict(set)
        for key in name_keys(connection):
            self._known[key.kind, key.folded][key.record_id] = None
            self._values[key.record_id].add(key.value.casefold())
        query = select(STATEMENT.c.record_id, STATEMENT.c.value).where(STATEMENT.c.property == "birth")
        self._births: dict[str, set[str]] = defaultdict(set)
        for record_id, value in connection.execute(query):
            self._births[record_id].add(value[:4])
        self._rows: dict[tuple[str, str], PlannedRow] = {}

    def settle(self, rows: Sequence[PlannedRow], progress: Progress | None = None) -> tuple[PlannedRow, ...]:
        """Return rows with what becomes of each."""
        possible: Iterable[list[Possible]] = [[] for _row in rows]
        if self._known:
            facts = [_facts(row) for row in rows]
            possible = self._twins.of_many(self._connection, facts, self._language, progress)
        return tuple(self._settled(row, found) for row, found in zip(rows, possible, strict=True))

    def _settled(self, row: PlannedRow, possible: Sequence[Possible]) -> PlannedRow:
        keys = [(row.kind.value, fold(name.given.value)) for name in row.names]
        exact = list(dict.fromkeys(each for key in keys for each in self._known.get(key, ())))
        rated = {each.record_id: each for each in possible}
        same_name = (Reason(Ground.SAME_NAME, row.name, row.name),)
        first = tuple(rated.get(each) or Possible(each, LIKELY, same_name) for each in exact)
        others = tuple(each for each in possible if each.record_id not in set(exact))
        row = replace(row, candidates=(*first, *others))
        said = self._decisions.get(row.number)
        if said is not None and (said.record_id or said.decision is not Decision.SAME):
            row = replace(row, decision=said.decision, record_id=said.record_id)
        else:
            row = self._proposed(row, exact, keys)
        if row.decision is Decision.NEW and not row.problems:
            for key in keys:
                self._rows.setdefault(key, row)
        return row

    def _agree(self, row: PlannedRow, record_id: str) -> bool:
        """Tell whether a record of the same key has a name that is spelt so, and nothing speaks against it.

        The key folds endings, too: Аляксандра Пятрова has that of Аляксандр Пятроў.
        """
        against = any(not _speaks_for(each) for each in row.candidates if each.record_id == record_id)
        return not against and not _spelt(row).isdisjoint(self._values[record_id])

    def _proposed(self, row: PlannedRow, exact: Sequence[str], keys: Sequence[tuple[str, str]]) -> PlannedRow:
        born = _born(row)
        fitting = [each for each in exact if not born or not self._births[each] or born & self._births[each]]
        likely = [each for each in row.candidates if each.record_id not in exact and _speaks_for(each)]
        if len(fitting) == 1:
            return replace(row, decision=Decision.SAME, record_id=fitting[0], sure=self._agree(row, fitting[0]))
        if fitting or (len(likely) > 1 and not exact):
            reason = _("Several records have this name: say which one it is, or that it is a new one.")
            return replace(row, problems=(*row.problems, Problem(row.number, None, reason)), sure=False)
        if likely and not exact:
            return replace(row, decision=Decision.SAME, record_id=likely[0].record_id, sure=False)
        earlier = next((self._rows[key] for key in keys if key in self._rows), None)
        if earlier is not None:
            other = _born(earlier)
            if _spelt(row) & _spelt(earlier) and (not born or not other or born & other):
                # Namesakes are common in long lists: only with the year of birth is it one person for sure.
                return replace(row, decision=Decision.SAME, same_row=earlier.number, sure=bool(born & other))
            return replace(row, sure=False)
        return replace(row, sure=not row.candidates)


def _spelt(row: PlannedRow) -> set[str]:
    return {name.given.value.casefold() for name in row.names}


def _facts(row: PlannedRow) -> Facts:
    names = tuple((name.given.value, name.given.tag) for name in row.names)
    begins = tuple(each.value for each in row.statements if each.property in {"birth", "founded", "date"})
    return Facts("", row.kind.value, names, begins)


def _born(row: PlannedRow) -> set[str]:
    return {each.value[:4] for each in row.statements if each.property == "birth"}


def _speaks_for(possible: Possible) -> bool:
    return possible.score >= LIKELY and not any(reason.against for reason in possible.reasons)
