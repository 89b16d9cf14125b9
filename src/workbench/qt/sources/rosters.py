"""Lists of people on the screen of sources: the selected lines, or the whole text, are handed to the records."""

from __future__ import annotations

from collections.abc import Callable

from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.banner import Level
from workbench.qt.rows.wanted import WantedLines
from workbench.qt.session import Place, ViewName
from workbench.qt.sources.feature import Feature


class Rosters(Feature):
    """Takes the lines that the selection touches, all of them where nothing is selected."""

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"passage.roster": self.begin}

    @override
    def offers(self) -> tuple[str, ...]:
        source = self.view.article.source
        several = "\n" in self.view.reader.selected_text()
        return ("passage.roster",) if several and source is not None and not self.view.session.read_only else ()

    def begin(self) -> None:
        """Review the lines in the Records view."""
        source, session = self.view.article.source, self.view.session
        if source is None:
            self.view.say(Level.INFO, _("Open a source first."))
        elif source.older:
            self.view.say(Level.INFO, _("Nothing is marked in an older text: open the newest one."))
        else:
            session.wanted_lines = WantedLines(source.text_version_id, source.title, self.view.reader.selection())
            session.go(Place(ViewName.RECORDS, task="record.roster"))
