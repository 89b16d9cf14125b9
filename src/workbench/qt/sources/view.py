"""The screen that an archivist lives in: sources, the text, what is known about the passage."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import IconButton
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.files import choose_files
from workbench.qt.inspector.inspector import Inspector
from workbench.qt.picker.popup import ENTER
from workbench.qt.reader.reader import Reader
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.sources.arrival import Arrival
from workbench.qt.sources.article import Article
from workbench.qt.sources.commands import Commands
from workbench.qt.sources.details import SourceDetails
from workbench.qt.sources.features import FEATURES
from workbench.qt.sources.following import Following
from workbench.qt.sources.import_report import DropTarget, ImportReport
from workbench.qt.sources.importing import Importer
from workbench.qt.sources.marking import Marking
from workbench.qt.sources.opener import Opener, Opening, standing_of
from workbench.qt.sources.panes import Panes
from workbench.qt.sources.side import Side
from workbench.qt.sources.source_list import SourceList
from workbench.qt.view import View
from workbench.services.sources import Imported, remove_source
from workbench.store.queries.sources import source_detail

_LISTED = ("source", "quote", "translation")
"""Tables that the list of sources tells about."""


class SourcesView(View):
    """Sources on the left, the text in the middle, the passage or the source's details on the right."""

    name = ViewName.SOURCES

    historyRequested = Signal(str, str)  # noqa: N815 - Qt's way of naming signals
    """The log's table and the row whose history is wanted."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._wanted: Place | None = None
        self._version: str | None = None
        self._opener = Opener(session, self)
        self._undo_for: int | None = None
        self.list = SourceList(session)
        self.article = Article(session)
        self.reader = self.article.reader
        self.importer = Importer(session, self)
        self.report = ImportReport(self.importer)
        self.drop_target = DropTarget(self.importer, self)
        self.banner = Banner()
        self.marking = Marking(session, self.article, self.article)
        self.inspector = Inspector(session, self.marking.quote)
        self.in_step = Side(self.reader, self.inspector, self.marking.at_once.writes)
        self._following = Following(session, self.article)
        self._following.followed.connect(self.marking.show_move)
        self._following.followed.connect(self.in_step.others_soon)
        self.details = SourceDetails(session)
        self.empty = EmptyState(
            "newspaper",
            lambda: _("There are no sources yet."),
            more=lambda: _("Import a text or a saved web page, or drop it here. What was copied can be pasted."),
            verbs=(
                (lambda: _("Import source…"), self.ask_for_files, "Ctrl+I"),
                (lambda: _("Import from clipboard"), self.paste, "Ctrl+Shift+V"),
            ),
        )
        self._build()
        self._connect()
        self.arrival = Arrival(self, self.marking.hint.emit)
        self.features = tuple(feature(self) for feature in FEATURES)
        self._commands = Commands(self)
        self.reader.contextMenuRequested.connect(self._commands.open_menu)

    def _build(self) -> None:
        self.panes = Panes(
            self.session.settings,
            self.list,
            above=(self.report, self.banner),
            middle=(self.article, self.empty),
            side=(self.inspector, self.details),
            parent=self,
        )
        self.middle, self.side = self.panes.middle, self.panes.side
        self.list_panel, self.side_panel = self.panes.list_panel, self.panes.side_panel
        self.list_panel.add_tool(
            IconButton("plus", lambda: _("Import source…"), self.ask_for_files, keys=lambda: "Ctrl+I")
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._current_source)
        self.list.chosen.connect(lambda _source_id: self.reader.setFocus())
        self.list.details_asked.connect(self.show_details)
        self.list.remove_asked.connect(self.remove_source)
        self.list.read.connect(self._list_read)
        self._opener.opened.connect(self._opened)
        self.article.details_asked.connect(self._toggle_details)
        self.importer.imported.connect(self._imported)
        self.report.show_asked.connect(lambda source_id: self.show_place(Place(self.name, source_id=source_id)))
        self.marking.hint.connect(lambda line: self.say(Level.INFO, line))
        self.marking.removed.connect(lambda: self._offer_undo(_("The passage was removed.")))
        self.reader.passageCurrentChanged.connect(self._current_passage)
        self.reader.passageActivated.connect(lambda _passage_id: self.run_action("passage.pick"))
        self.inspector.passage_chosen.connect(self.go_to_passage)
        self.inspector.history_asked.connect(self.historyRequested)
        self.details.closed.connect(self._details_closed)

    # --- opening sources ---

    @override
    def enter(self) -> None:
        if self.list.count is None:
            self.list.reload()
        target = self.reader if self.article.source is not None else self.list
        shown = self.middle.currentWidget()
        (shown if shown is not None and shown is not self.article else target).setFocus()

    def _list_read(self) -> None:
        none = self.list.count == 0
        focus = self.focusWidget()
        had_focus = focus is not None and (focus is self.list.list or self.middle.isAncestorOf(focus))
        if none or self.middle.currentWidget() is self.empty:
            self.middle.setCurrentWidget(self.empty if none else self.article)
        if none and had_focus and self.isVisible():
            self.empty.setFocus()
        if self._wanted is not None and self._wanted.source_id is not None:
            self.list.select(self._wanted.source_id)
        elif self.article.source is not None:
            self.list.list.go_to(self.article.source.id)  # a filter may hide it, and is left alone
        elif self.list.first_id():
            self.list.list.go_to(self.list.first_id())

    def _current_source(self, source_id: str) -> None:
        if source_id and source_id != (self.article.source.id if self.article.source is not None else None):
            wanted = self._wanted
            if wanted is None or wanted.source_id != source_id:
                self._wanted, self._version = Place(self.name, source_id=source_id), None
            self._opener.open(source_id, self._version)

    def _opened(self, opening: Opening) -> None:
        self.marking.close()
        self.article.show_source(opening.source, opening.text, opening.passages)
        self.in_step.others_soon()
        for feature in self.features:
            feature.opened(opening)
        if self.side.currentWidget() is self.details and self.details.source_id != opening.source.id:
            self.details.show_source(opening.source)
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted.source_id == opening.source.id:
            self._reveal(wanted)

    def _reveal(self, place: Place) -> None:
        if place.passage_id is not None:
            self.go_to_passage(place.passage_id)
        elif place.position is not None:
            position = min(place.position, len(self.reader.text))
            self.reader.place_caret(position, scroll=False)
            self.reader.reveal(Span(position, position + 1))

    def go_to_passage(self, passage_id: str) -> None:
        """Make a passage of the open source the current one, and read there."""
        self.reader.set_current(passage_id)
        self.in_step.settle()
        self.reader.setFocus()

    @override
    def show_place(self, place: Place) -> None:
        """Open a source and show a passage or position in it; a passage alone is found in its source."""
        standing = standing_of(self.session, place.passage_id)
        source_id = place.source_id or (standing[0] if standing is not None else None)
        if source_id is None:
            return
        place = Place(self.name, source_id=source_id, passage_id=place.passage_id, position=place.position)
        self._version = standing[1] if standing is not None else None
        if self.article.source is not None and self.article.source.id == source_id:
            self.list.select(source_id)
            self.open_version(self._version or self.article.source.newest_id, place)
            return
        self._wanted = place
        if self.list.count is None or not self.list.select(source_id):
            self.list.reload()
        if self.list.list.current_id() == source_id:
            self._opener.open(source_id, self._version)

    @override
    def arrived(self) -> None:
        self.arrival.begin()

    def open_version(self, text_version_id: str | None, place: Place | None = None) -> None:
        """Show another text of the open source, the newest one for None; nothing is marked in an older one."""
        source = self.article.source
        if source is None:
            return
        if text_version_id == source.text_version_id:
            self._reveal(place or self.place())
            return
        self._wanted = place or Place(self.name, source_id=source.id, passage_id=self.reader.current())
        self._opener.open(source.id, text_version_id)

    @override
    def place(self) -> Place:
        source = self.article.source
        return Place(
            self.name,
            source_id=source.id if source is not None else None,
            passage_id=self.reader.current(),
            position=self.reader.caret() if source is not None and not source.older else None,
        )

    # --- what changed ---

    @override
    def refresh(self, changes: Changes) -> None:
        if self._undo_for is not None and changes.operation.number != self._undo_for:
            self._undo_for = None
            self.banner.close_message()
        if changes.touches(*_LISTED) and self.list.count is not None:
            self.list.reload()
        self._refresh_source(changes)
        self._following.follow(changes)
        self.in_step.refresh(changes)
        for feature in self.features:
            feature.refresh(changes)

    def _refresh_source(self, changes: Changes) -> None:
        source = self.article.source
        if source is None or source.id not in changes.ids("source"):
            return
        with self.session.read() as connection:
            found = source_detail(connection, source.id, source.text_version_id)
        if found is not None:
            self.article.show_facts(found)
            self.details.refresh()
            return
        self.marking.close()
        self.article.close_source()
        self.article.forget_place(source.id)
        for feature in self.features:
            feature.closed()
        if self.side.currentWidget() is self.details:
            self._details_closed()

    # --- the side panel ---

    def _current_passage(self, passage_id: str | None) -> None:
        self.session.last_passage_id = passage_id or self.session.last_passage_id

    def show_details(self, source_id: str | None = None, *, new: bool = False) -> None:
        """Show what is known about a source beside the text, to be corrected."""
        source_id = source_id or (self.article.source.id if self.article.source is not None else None)
        if source_id is None:
            return
        with self.session.read() as connection:
            source = source_detail(connection, source_id)
        if source is None:
            return
        self.details.show_source(source, new=new)
        self.side.setCurrentWidget(self.details)
        self.side_panel.set_words(lambda: _("Source"))
        self.side_panel.set_folded(folded=False)
        self.details.setFocus()

    def _toggle_details(self) -> None:
        if self.side.currentWidget() is self.details:
            self.details.save_and_close()
        else:
            self.show_details()

    def _details_closed(self) -> None:
        self.side.setCurrentWidget(self.inspector)
        self.side_panel.set_words(lambda: _("Passage"))
        self.reader.setFocus()

    # --- bringing in and taking out ---

    def ask_for_files(self) -> None:
        """Ask which files to import."""
        paths = choose_files(
            self.window(),
            _("Import source"),
            filters=(_("Texts and web pages (*.txt *.text *.md *.html *.htm *.xhtml)"), _("All files (*)")),
        )
        self.importer.import_files(paths)

    def paste(self) -> None:
        """Import what is on the clipboard."""
        self.importer.import_mime(QGuiApplication.clipboard().mimeData())

    def _imported(self, imported: Imported, only: bool) -> None:
        self.show_place(Place(self.name, source_id=imported.source_id))
        if only:
            self.show_details(imported.source_id, new=True)

    def remove_source(self, source_id: str) -> None:
        """Take a source out; it can be put back at once."""

        def removed(title: str) -> None:
            self._offer_undo(_("“{title}” was removed, with its passages and quotes.").format(title=title))

        self.session.perform(remove_source(source_id), on_done=removed, initiator=self)

    def _offer_undo(self, what: str) -> None:
        undo = self.session.next_undo()
        self._undo_for = undo.number if undo is not None else None
        self.banner.show_message(
            Level.INFO, what, verbs=((lambda: _("Undo"), lambda: self.session.undo(initiator=self)),)
        )

    def say(self, level: Level, words: str) -> None:
        """Show one line above the text."""
        self._undo_for = None
        self.banner.show_message(level, words)

    # --- actions ---

    @override
    def run_action(self, action_id: str) -> bool:
        return self._commands.run(action_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter on the text, which a window cannot make a shortcut of, and Escape that the text has no use for."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and self.reader.hasFocus() and event.key() in ENTER:
            self.run_action("passage.pick")
            event.accept()
        elif plain and event.key() == Qt.Key.Key_Escape and self._close_last_bar():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _close_last_bar(self) -> bool:
        """Close the bar that came last over the text that has the focus, now that nothing is selected there."""
        reader = self.focusWidget()
        article = reader.parentWidget() if isinstance(reader, Reader) else None
        return isinstance(article, Article) and article.bars.close_last()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is being written before another view comes."""
        self.save_drafts()
        super().hideEvent(event)

    def save_drafts(self) -> None:
        """Have everything written that was typed and not saved: before a lock, a close, another view."""
        self.marking.close()
        for feature in self.features:
            feature.save_drafts()
        self.inspector.notes.save()
        if self.side.currentWidget() is self.details:
            self.details.save()
        self.article.keep_place()

    @override
    def retranslate(self) -> None:
        self.in_step.others_soon()
        for feature in self.features:
            feature.retranslate()
