"""Printing as a part of the sources screen: the open article, with what was found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.qt.printing.article import ArticleSubject
from workbench.qt.printing.page import PrintPage
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.opener import Opening

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_ROOM = "print"
"""Who asks the screen for room."""

_ON_THE_TEXT = ("passage.", "suggestion.")
"""What actions begin with that mark the text."""

_BESIDE_IT = ("source.print", "view.list", "view.inspector")
"""What is done without touching the text: the pages stay."""


class Printing(Feature):
    """Puts the page of printing where the article stands; it is made when it is first asked for."""

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self.page: PrintPage | None = None
        view.session.moved.connect(lambda _place: self._close())

    @property
    def shown(self) -> bool:
        """Whether the pages stand in the article's place."""
        return self.page is not None and self.view.middle.currentWidget() is self.page

    @override
    def intercepts(self, action: str) -> bool:
        """Nothing is marked on a text that is not seen; what else is done to it brings it back."""
        if not self.shown or action in _BESIDE_IT:
            return False
        if action.startswith(_ON_THE_TEXT):
            return True
        self._close()
        return False

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"source.print": self.show}

    def show(self) -> None:
        """Show how the open article would be printed."""
        source = self.view.article.source
        if source is None:
            return
        if self.page is None:
            self.page = PrintPage(self.view.session, ArticleSubject)
            self.view.middle.addWidget(self.page)
            self.page.closed.connect(self._leave)
        self.view.room.make(_ROOM)
        self.view.middle.setCurrentWidget(self.page)
        self.page.show_subject(ArticleSubject(source.id, source.text_version_id))
        self.page.preview.setFocus()

    def _leave(self) -> None:
        if self.shown:
            self.view.middle.setCurrentWidget(self.view.article)
            self.view.room.give_back(_ROOM)
            self.view.reader.setFocus()

    def _close(self) -> None:
        if self.page is not None and self.shown:
            self.page.close_page()

    @override
    def refresh(self, changes: Changes) -> None:
        del changes
        if self.page is not None and self.shown:
            self.page.refresh()

    @override
    def opened(self, opening: Opening) -> None:
        self._close()

    @override
    def closed(self) -> None:
        self._close()
