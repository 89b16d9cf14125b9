"""Text versions on the screen of sources: the newer capture, the queue, older texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.domain.changes import Changes
from workbench.domain.errors import WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Level
from workbench.qt.frame.files import choose_file
from workbench.qt.operations import Context, Job, JobState
from workbench.qt.session import Place
from workbench.qt.sources.feature import Feature
from workbench.qt.sources.following import brings_texts
from workbench.qt.sources.importing import Twin
from workbench.qt.sources.opener import Opening
from workbench.qt.versions.newer import Newer
from workbench.qt.versions.newer_bar import NewerBar, counts_text
from workbench.qt.versions.parts import CarriedNote, OlderBar, TextVersions
from workbench.qt.versions.queue import Queue, Queued
from workbench.services.decisions import decisions
from workbench.services.placing import (
    Placed,
    confirm_passage,
    passage_gone,
    place_alike,
    place_passage,
    return_passage,
)
from workbench.services.versions import Renewed
from workbench.store.queries.passages import passage_marks
from workbench.store.queries.sources import read_text
from workbench.store.queries.versions import waiting_passages

if TYPE_CHECKING:
    from workbench.qt.sources.view import SourcesView

_ROOM = "queue"
"""Who asks the screen for room: the queue shows two texts."""

_READING = frozenset(
    f"passage.{name}" for name in ("next", "previous", "next_quote", "previous_quote", "select_more", "select_less")
)
"""Actions on passages that write nothing, so that an older text has them too."""

_ON_THE_TEXT = ("passage.", "suggestion.", "find.")
"""What actions begin with that are done to the text, which is not seen while the queue is."""

_TABLES = ("text_version", "passage", "carrying")


class Versions(Feature):
    """Has its bars over the text, its part in the details and the inspector, and the queue in place of the text."""

    def __init__(self, view: SourcesView) -> None:
        super().__init__(view)
        self._job: Job | None = None
        self._asked = 0
        self._wanted: str | None = None
        self.bar = NewerBar()
        self.newer = Newer(view.session, self.bar)
        self.older = OlderBar()
        self.queue = Queue()
        self.list = TextVersions(view.session)
        self.note = CarriedNote(view.session)
        view.article.add_bar(self.bar, self.newer.close)
        view.article.add_bar(self.older, lambda: view.open_version(None))
        view.middle.addWidget(self.queue)
        view.details.add_part(self.list)
        view.inspector.add_part(self.note)
        self._connect()

    def _connect(self) -> None:
        view, queue = self.view, self.queue
        self.bar.file_asked.connect(self._choose_file)
        self.newer.imported.connect(self._imported)
        self.newer.left.connect(view.reader.setFocus)
        self.older.newest_asked.connect(lambda: view.open_version(None))
        self.older.decide_asked.connect(self.open_queue)
        self.list.newer_asked.connect(self.start)
        self.list.again_asked.connect(self._read_again)
        self.list.version_asked.connect(self._open_version)
        view.report.newer_asked.connect(self._take)
        view.details.shown.connect(self.list.show_source)
        view.inspector.shown.connect(lambda passage: self.note.show_passage(None if self.in_queue else passage))
        self.note.confirm_asked.connect(lambda key: view.session.perform(confirm_passage(key), initiator=self))
        self.note.return_asked.connect(lambda key: view.session.perform(return_passage(key), initiator=self))
        self.note.decide_asked.connect(self.open_queue)
        queue.placed.connect(self._place)
        queue.alike.connect(self._place_alike)
        queue.gone.connect(self._gone)
        queue.confirmed.connect(lambda key: view.session.perform(confirm_passage(key), initiator=self))
        queue.returned.connect(self._return)
        queue.shown.connect(view.inspector.show_passage)
        queue.closed.connect(self.close_queue)

    # --- what the screen asks ---

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"source.newer": self.start, "version.queue": lambda: self.open_queue(self.view.reader.current())}

    @override
    def intercepts(self, action: str) -> bool:
        """Step through the queue while it is open; write nothing into an older text."""
        if self.in_queue:
            if action in ("passage.next", "passage.previous"):
                self.queue.step(1 if action == "passage.next" else -1)
            return action.startswith(_ON_THE_TEXT)
        source = self.view.article.source
        if source is None or not source.older or not action.startswith("passage.") or action in _READING:
            return False
        self.view.say(Level.INFO, _("This is an older text, for reading only. Escape goes to the newest."))
        return True

    @property
    def in_queue(self) -> bool:
        """Whether the queue stands in place of the text."""
        return self.view.middle.currentWidget() is self.queue

    @override
    def opened(self, opening: Opening) -> None:
        if self.queue_source != opening.source.id:
            self.close_queue()
        self._show_older()

    def _show_older(self) -> None:
        source = self.view.article.source
        waiting = 0
        if source is not None and source.older:
            with self.view.session.read() as connection:
                waiting = len(waiting_passages(connection, source.id))
        self.older.show_version(source, self.view.session, waiting)

    @override
    def closed(self) -> None:
        self.close_queue()
        self.newer.leave()
        self._show_older()

    @override
    def refresh(self, changes: Changes) -> None:
        source = self.view.article.source
        if source is None or not changes.touches(*_TABLES):
            return
        if brings_texts(changes, source.id):
            self.view.open_version(None)
        self.list.show_source(self.view.details.source_id or "")
        self._show_older()
        if self.in_queue or (self._job is not None and self._job.state is JobState.WAITING):
            self._read_queue()

    @override
    def retranslate(self) -> None:
        self._show_older()

    # --- a newer capture ---

    def start(self) -> None:
        """Ask for a newer capture of the open source."""
        source = self.view.article.source
        if source is None:
            self.view.say(Level.INFO, _("Open the source first that you have a newer capture of."))
            return
        self.close_queue()
        self.newer.begin(source.id, source.title)

    def _choose_file(self) -> None:
        filters = (_("Texts and web pages (*.txt *.text *.md *.html *.htm *.xhtml)"), _("All files (*)"))
        path = choose_file(self.view.window(), _("Import newer capture"), filters=filters)
        if path is not None:
            self.newer.read_file(path)

    def _take(self, twin: Twin) -> None:
        """See what a file would do that was to be imported as a source of its own."""
        self.view.show_place(Place(self.view.name, source_id=twin.source_id))
        self.newer.take(twin.source_id, twin.title, twin.incoming)

    def _read_again(self) -> None:
        source = self.view.article.source
        if source is not None:
            self.newer.read_again(source.id, source.title)

    def _imported(self, done: Renewed) -> None:
        view = self.view
        if done.same_text:
            view.say(Level.INFO, _("The text is the same as before. The file is kept, and nothing else has changed."))
            self._to_the_text()
            return
        words = counts_text(done.certain, done.moved, done.waiting)
        decide = ((lambda: _("Decide (V)"), self.open_queue),) if done.waiting or done.moved else ()
        undo = (lambda: _("Undo"), lambda: view.session.undo(initiator=view))
        view.banner.show_message(Level.SUCCESS, words, verbs=(*decide, undo))
        self._to_the_text()

    def _to_the_text(self) -> None:
        if self.bar.isHidden():  # else the next one is being asked for already
            self.view.reader.setFocus()

    def _open_version(self, version_id: str) -> None:
        source = self.view.article.source
        if source is not None and self.view.details.source_id == source.id:
            self.close_queue()
            self.view.open_version(version_id)
            self.view.reader.setFocus()

    # --- the queue ---

    queue_source: str = ""
    """The id of the source that the queue is of."""

    def open_queue(self, passage_id: str | None = None) -> None:
        """Show what is to be decided in the open source, a passage first."""
        source = self.view.article.source
        if source is None:
            return
        if self.in_queue and passage_id is None:
            self.close_queue()
            return
        if self.queue_source != source.id:
            self.queue.forget()
            self._queued = None
        self.queue_source, self._wanted = source.id, passage_id
        self.bar.hide()
        self.view.marking.close()
        self._read_queue()

    _queued: Queued | None = None

    def _read_queue(self) -> None:
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
        number, source_id, archive, before = self._asked, self.queue_source, self.view.session.archive, self._queued

        def work(context: Context) -> Queued:
            with archive.read() as connection:
                found = decisions(
                    connection, source_id, context.progress, before=before.decisions if before is not None else None
                )
                waiting = {row.passage.id: row.passage.text_version_id for row in found.waiting}
                standing = waiting | {step.passage_id: step.from_id for step in found.moved}
                wanted = {found.text_version_id, *standing.values()}
                known = before.texts if before is not None else {}
                texts = {key: known.get(key) or read_text(connection, key) for key in sorted(wanted)}
                kinds = {
                    mark.id: mark.kinds
                    for version in set(standing.values())
                    for mark in passage_marks(connection, version)
                    if mark.id in standing
                }
                return Queued(found, texts, kinds)

        self._job = self.view.session.operations.run_read(
            work,
            on_done=lambda queued: self._show_queue(number, queued),
            title=_("Comparing the texts"),
            owner=self,
        )

    def _show_queue(self, number: int, queued: Queued) -> None:
        source = self.view.article.source
        if number != self._asked or source is None or source.id != queued.decisions.source_id:
            return
        self._queued = queued
        first = not self.in_queue
        if first:
            self.view.banner.close_message()
            self.view.room.make(_ROOM, 2)
            self.view.middle.setCurrentWidget(self.queue)
        self.queue.show_queued(queued, self._wanted)
        self._wanted = None
        if first:
            self.queue.setFocus()

    def close_queue(self) -> None:
        """Show the text again, also where the queue is still being read."""
        self._asked += 1
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if not self.in_queue:
            return
        view = self.view
        view.middle.setCurrentWidget(view.article)
        view.room.give_back(_ROOM)
        view.inspector.show_passage(view.reader.current())
        view.reader.setFocus()

    def _newest(self) -> str:
        return self._queued.decisions.text_version_id if self._queued is not None else ""

    def _place(self, passage_id: str, span: Span) -> None:
        act = place_passage(passage_id, span, text_version_id=self._newest())
        self.view.session.perform(act, on_done=self._placed, on_error=self._refused, initiator=self)

    def _placed(self, placed: Placed) -> None:
        if placed.merged:
            words = _("There was a passage at exactly these words: everything attached has moved to it.")
            self.view.say(Level.INFO, words)

    def _place_alike(self, places: Mapping[str, Span]) -> None:
        def placed(count: int) -> None:
            words = ngettext("{n} passage was placed.", "{n} passages were placed.", count)
            self.view.say(Level.SUCCESS, words.format(n=active().number(count)))

        act = place_alike(places, text_version_id=self._newest())
        self.view.session.perform(act, on_done=placed, on_error=self._refused, initiator=self)

    def _gone(self, passage_id: str) -> None:
        act = passage_gone(passage_id, text_version_id=self._newest())
        self.view.session.perform(act, on_error=self._refused, initiator=self)

    def _return(self, passage_id: str) -> None:
        self.view.session.perform(return_passage(passage_id), on_error=self._refused, initiator=self)

    def _refused(self, error: WorkbenchError) -> bool:
        self.view.banner.show_error(error)
        return True
