"""Printing as a part of the sources screen: the open article, with what was found in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.qt.printing.page import PrintPage
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.opener import Opening

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView


class Printing(Feature):
    """Puts the page of printing where the article stands; it is made when it is first asked for."""

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self.page: PrintPage | None = None

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"source.print": self.show}

    def show(self) -> None:
        """Show how the open article would be printed."""
        source = self.view.article.source
        if source is None:
            return
        if self.page is None:
            self.page = PrintPage(self.view.session)
            self.view.middle.addWidget(self.page)
            self.page.closed.connect(self._leave)
        self.view.middle.setCurrentWidget(self.page)
        self.page.show_source(source.id, source.text_version_id)
        self.page.preview.setFocus()

    def _leave(self) -> None:
        if self.view.middle.currentWidget() is self.page:
            self.view.middle.setCurrentWidget(self.view.article)
            self.view.reader.setFocus()

    def _close(self) -> None:
        if self.page is not None and self.view.middle.currentWidget() is self.page:
            self.page.close_page()

    @override
    def opened(self, opening: Opening) -> None:
        self._close()

    @override
    def closed(self) -> None:
        self._close()
