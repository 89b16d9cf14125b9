"""Where the sources may name a record and nobody has said so yet: looked for when asked, decided one by one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from workbench.domain.errors import WorkbenchError
from workbench.domain.names import shortened
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, Words
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.parts import RowButton
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.records.known import Known
from workbench.qt.records.section import PageSection
from workbench.qt.records.words import quoted
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.suggestion_state import WHY
from workbench.services.name_suggestions import FoundInSource, accept_names, find_record, reject_names

_SHOWN = 50
"""Places that are listed at once; the next ones come when these are decided."""

_AROUND = 24
"""Code points before and after the words that tell what they are about."""


class FoundPlacesSection(PageSection):
    """Has nothing until it is asked to look; then a line for each place, with Link and Not this record."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, lambda: _("Places in all sources"))
        self._found: tuple[FoundInSource, ...] | None = None
        self._job: Job | None = None
        self.find_button = Button(lambda: _("Find in all sources"), self.look, kind="quiet", icon="search")
        self._head.addWidget(self.find_button)

    @override
    def show_known(self, known: Known) -> None:
        if self.known is not None and self.known.id != known.id:
            self._stop()
            self._found = None
        super().show_known(known)

    @override
    def signature(self, known: Known) -> object:
        return self._found, self._job is not None

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _again(self) -> None:
        if self.known is not None:
            self.show_known(self.known)

    def look(self) -> None:
        """Look through the newest text of every source, in the background; it can be stopped in the status line."""
        if self.known is None:
            return
        self._stop()
        record_id, archive = self.known.id, self.session.archive

        def work(context: Context) -> tuple[FoundInSource, ...]:
            with archive.read() as connection:
                return find_record(connection, record_id, context.progress)

        def stopped(_error: WorkbenchError) -> bool:
            self._job = None
            self._again()
            return False

        self._job = self.session.operations.run_read(
            work,
            on_done=lambda found: self._take(record_id, found),
            on_error=stopped,
            title=_("Looking for the name in all sources…"),
            owner=self,
        )
        self._again()

    def _take(self, record_id: str, found: tuple[FoundInSource, ...]) -> None:
        if self.known is not None and self.known.id == record_id:
            self._job, self._found = None, found
            self._again()

    @override
    def fill(self, known: Known, column: QVBoxLayout) -> Iterator[None]:
        if self._job is not None:
            column.addWidget(PlainLabel(lambda: _("Looking for the name in all sources…"), role="second", wrap=True))
            return
        if self._found is None:
            return
        if not self._found:
            line = _("No further place was found: what names it is linked already, or was rejected.")
            column.addWidget(PlainLabel(lambda: line, role="second", wrap=True))
            return
        column.addLayout(self._verbs(self._found))
        for number, place in enumerate(self._found[:_SHOWN]):
            column.addLayout(self._line(number, place))
            yield
        left = len(self._found) - _SHOWN
        if left > 0:
            words = ngettext("{n} more place", "{n} more places", left).format(n=active().number(left))
            column.addWidget(PlainLabel(lambda: words, role="second"))

    def _verbs(self, found: tuple[FoundInSource, ...]) -> Flow:
        count = active().number(len(found))
        verbs = Flow()
        verbs.addWidget(PlainLabel(ngettext("{n} place found", "{n} places found", len(found)).format(n=count)))
        if not self.session.read_only:
            link = self.verb(lambda: _("Link all {n}").format(n=count), lambda: self._accept(found), "found all")
            verbs.addWidget(link)
        return verbs

    def _line(self, number: int, place: FoundInSource) -> QHBoxLayout:
        anchor = place.suggestion.anchor
        line = QHBoxLayout()
        line.setSpacing(current_look().px("gap"))
        button = RowButton(lambda: self._go(place))
        button.setObjectName(f"found {number} place")
        before, after = shortened(anchor.prefix[-_AROUND:]), shortened(anchor.suffix[:_AROUND])
        button.show_text(quoted(f"…{before} {anchor.exact} {after}…", place.title))
        line.addWidget(button, 1)
        why: Words = lambda: _(WHY[place.suggestion.why])  # noqa: E731 - said anew in another language
        if not self.narrow:
            line.addWidget(PlainLabel(why, role="second"))
        if not self.session.read_only:
            link = self.icon("link", lambda: _("Link"), lambda: self._accept((place,)), f"found {number} link")
            away = self.icon("x", lambda: _("Not this record"), lambda: self._reject(place), f"found {number} reject")
            line.addWidget(link)
            line.addWidget(away)
        return line

    def _go(self, place: FoundInSource) -> None:
        start = place.suggestion.anchor.span.start
        self.session.go(Place(ViewName.SOURCES, source_id=place.source_id, position=start))

    def _accept(self, places: tuple[FoundInSource, ...]) -> None:
        act = accept_names([each.suggestion for each in places])
        self.session.perform(act, on_done=lambda _linked: self._without(places), initiator=self.session)

    def _reject(self, place: FoundInSource) -> None:
        act = reject_names([place.suggestion])
        self.session.perform(act, on_done=lambda _ids: self._without((place,)), initiator=self.session)

    def _without(self, places: tuple[FoundInSource, ...]) -> None:
        if self._found is not None:
            self._found = tuple(each for each in self._found if each not in places)
            self._again()
