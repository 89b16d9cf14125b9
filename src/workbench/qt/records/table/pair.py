"""Two records that were selected together, compared and merged where possible duplicates are."""

from __future__ import annotations

from sqlalchemy import Connection
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.records.sameness.found import Item, of_record
from workbench.qt.records.sameness.task import SamenessTask
from workbench.services.sameness import Progress
from workbench.store.queries.records import record_kinds, record_names


class PairTask(SamenessTask):
    """The two records that are selected, whether they look like duplicates or not."""

    @override
    def search(self, connection: Connection, progress: Progress) -> list[Item]:
        del progress
        marked = self.view.selection.marked
        language = self.session.language
        kinds, names = record_kinds(connection, marked), record_names(connection, marked, language)
        if len(kinds) != 2:
            return []
        one, other = marked
        known = (item for item in of_record(connection, self._twins, one, language) if item.other_id == other)
        return [next(known, Item(one, other, names.get(one, ""), names.get(other, ""), kinds[one]))]

    @override
    def _title(self) -> str:
        return _("Two records")

    @override
    def _empty_words(self) -> str:
        return _("Select two records in the table first")
