"""The Translations view: the queue on the left, the desk in the middle, help on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.i18n import _
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.session import Place, Session, ViewName
from workbench.qt.translations.desk import Desk
from workbench.qt.translations.drafts import Drafts
from workbench.qt.translations.features import FEATURES
from workbench.qt.translations.help_panel import HelpPanel
from workbench.qt.translations.pane import Task
from workbench.qt.translations.queue import QueuePanel
from workbench.qt.translations.shelf import Shelf, line_id
from workbench.qt.translations.work_area import WorkArea
from workbench.qt.view import View
from workbench.store.queries.desk import read_queue
from workbench.store.queries.quotes import Need, QuoteRow, lines_of, list_quotes

_BEHIND = ("source", "text_version", "passage", "quote", "record", "name", "profile", "mention", "evidence")
"""Tables whose changes may show in any line of the queue."""

_OF_QUOTES = ("translation", "assignment", "comment", "quote_mark")
"""Tables whose changes show in the lines of the quotes that they name."""

_FEW = 100
"""Quotes whose lines are read anew at once; of more, the whole queue is read in the background."""


class TranslationsView(View):
    """Works through the queue by keyboard: Enter to write, Ctrl+Enter to confirm and go on."""

    name = ViewName.TRANSLATIONS

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.drafts = Drafts(session)
        self.queue, self.desk = QueuePanel(), Desk(session, self.drafts)
        self.features = [feature(self) for feature in FEATURES]
        self.help = HelpPanel([part for feature in self.features for part in feature.parts()])
        self._stale = True
        self._loading = self._focus_queue = self._gave_way = False
        self._wanted: Place | None = None
        self._build()
        self.queue.opened.connect(self._open)
        self.queue.chosen.connect(lambda _key: self.desk.write())
        self.queue.sources_asked.connect(lambda: session.go(Place(ViewName.SOURCES)))
        self.desk.language_entered.connect(self._follow_language)
        self.desk.source_asked.connect(self._show_source)
        self.desk.profile_asked.connect(self._choose_profile)
        self.desk.original.chosen.connect(lambda _source: self._tell_features())
        self.desk.escaped.connect(self.queue.list.setFocus)
        self.help.escaped.connect(self.go_on_writing)
        self.desk.confirmed.connect(self._go_on)
        self.desk.typed.connect(self._follow_typing)
        session.profile_changed.connect(self._profile_changed)

    def _build(self) -> None:
        settings = self.session.settings
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.queue_panel = Panel("queue", lambda: _("Translations"), self.queue, settings, parent=self.splitter)
        empty = EmptyState(
            "languages",
            lambda: _("Choose a line of the queue"),
            more=lambda: _("Enter begins to write; Ctrl+Enter confirms and goes on to the next line."),
        )
        self._middle = QStackedWidget()
        self.work = WorkArea(self, self._middle, self.splitter)
        self._middle.addWidget(empty)
        self._middle.addWidget(self.desk)
        self.work.switched.connect(self._cover)
        self.queue_panel.folded_changed.connect(self._queue_folded)
        current_look().changed.connect(self._fit_help)
        self.help_panel = Panel("matches", self.help.title, self.help, settings, side=Side.RIGHT, parent=self.splitter)
        self.help.switched.connect(lambda: self.help_panel.set_words(self.help.title))
        for place, part in enumerate((self.queue_panel, self.work, self.help_panel)):
            self.splitter.setStretchFactor(place, int(part is self.work))
        kept = settings.split("translations")
        if not (kept and self.splitter.restoreState(kept)):
            side = current_look().px("side")
            self.splitter.setSizes([side, side * 4, side * 9 // 10])
        self.splitter.splitterMoved.connect(
            lambda *_: settings.set_split("translations", bytes(self.splitter.saveState().data()))
        )

    # Reading

    @override
    def enter(self) -> None:
        self._load()
        front = self.work.task or self.work.pane
        if front is not None:
            front.enter()
        elif self.desk.quote is not None and self._middle.currentWidget() is self.desk:
            self.desk.write()
        else:
            self._focus_queue = True
            self.queue.take_focus()

    def _load(self) -> None:
        if not self._stale or self._loading:
            return
        self._loading, self._stale = True, False
        self.session.operations.run_read(self._read_queue, on_done=self._loaded, owner=self)

    def _read_queue(self, _context: Context) -> Shelf:
        with self.session.read() as connection:
            return Shelf(read_queue(connection, self.session.language), self.session.author_id)

    def _loaded(self, shelf: Shelf) -> None:
        self._loading = False
        before = self.queue.list.currentIndex().row()
        self.queue.show_shelf(shelf, self.session.profiles())
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._focus_queue = False
            self.show_place(wanted)
        elif not self.queue.list.current_id() and self.queue.list.lines.rowCount():
            self._begin(before)
        if self._focus_queue:
            self._focus_queue = False
            self.queue.take_focus()
        if self._stale:
            self._load()

    def _begin(self, before: int) -> None:
        """Go to the line in place of one that is gone, or to the first that waits for something."""
        if before >= 0:
            line = self.queue.list.lines.line(min(before, self.queue.list.lines.rowCount() - 1))
            self.queue.list.go_to(line.id if line else "")
            return
        if not self.queue.go_to_waiting(1):
            self.queue.list.step(1)

    def _quote(self, quote_id: str) -> QuoteRow | None:
        with self.session.read() as connection:
            found = list_quotes(connection, self.session.language, quote_ids=[quote_id])
        return found[0] if found else None

    @override
    def refresh(self, changes: Changes) -> None:
        rows = [change.after or change.before or {} for change in changes.rows if change.table in _OF_QUOTES]
        quote_ids = {row["quote_id"] for row in rows}
        if changes.touches(*_BEHIND) or len(quote_ids) > _FEW:
            self._stale = True
            if self.isVisible():
                self._load()
        elif quote_ids:
            self._patch(quote_ids)
        for feature in self.features:
            feature.refresh(changes)
        self.work.refresh(changes)
        if changes.touches(*_BEHIND, *_OF_QUOTES):
            self._show_again()

    def _show_again(self) -> None:
        if self.desk.quote is None:
            return
        fresh = self._quote(self.desk.quote.id)
        if fresh is None:
            self.desk.quote = None
            self._middle.setCurrentIndex(0)
        else:
            self.desk.show_line(fresh, self.desk.language)
            self._tell_features()

    def _tell_features(self) -> None:
        if self.desk.quote is not None:
            for feature in self.features:
                feature.shown(self.desk.quote, self.desk.language)

    def _follow_typing(self, text: str) -> None:
        for feature in self.features:
            feature.typed(text)

    def _patch(self, quote_ids: set[str]) -> None:
        with self.session.read() as connection:
            quotes = list_quotes(connection, self.session.language, quote_ids=quote_ids)
        self.queue.patch(quote_ids, [line for quote in quotes for line in lines_of(quote)])

    # Moving

    @override
    def show_place(self, place: Place) -> None:
        if place.quote_id is None:
            return
        if self._stale or self._loading:
            self._wanted = place
            self._load()
            return
        rows = self.queue.rows_of(place.quote_id)
        best = next((row for row in rows if row.language == place.language), None)
        if best is None and rows:
            best = min(rows, key=lambda row: list(Need).index(row.need))
        if best is not None and self.queue.go_to(line_id(best.quote.id, best.language)):
            self.desk.write()

    @override
    def place(self) -> Place:
        quote = self.desk.quote
        return Place(self.name, quote_id=quote.id, language=self.desk.language) if quote else Place(self.name)

    def _open(self, key: str) -> None:
        row = self.queue.row(key)
        if row is None:
            return
        fresh = self._quote(row.quote.id)
        if fresh is not None:
            self.desk.show_line(fresh, row.language)
            self._middle.setCurrentWidget(self.desk)
            self._tell_features()

    def _follow_language(self, language: str) -> None:
        if self.desk.quote is not None:
            self.queue.go_to(line_id(self.desk.quote.id, language))

    def _go_on(self) -> None:
        editor = self.desk.editor
        if self.queue.list.step(1):
            self.desk.write()
        elif editor is not None:
            self.drafts.save()
            editor.say(lambda: _("That was the last line of the queue."))

    def _show_source(self) -> None:
        quote = self.desk.quote
        if quote is not None:
            self.session.go(Place(ViewName.SOURCES, source_id=quote.source_id, passage_id=quote.passage_id))

    # What features and panes ask of the view

    def insert(self, text: str) -> None:
        """Put a text where the cursor is, in the language at hand."""
        editor = self.desk.editor
        if editor is not None and not editor.field.isReadOnly():
            editor.field.insert(text)

    def open_quote(self, quote_id: str, language: str | None = None) -> None:
        """Bring the desk to the front with a quote."""
        self.work.show_page()
        self.show_place(Place(self.name, quote_id=quote_id, language=language))

    def go_on_writing(self) -> None:
        """Give the focus to the translation at hand, or to the queue."""
        if self.desk.quote is not None and self._middle.currentWidget() is self.desk:
            self.desk.write()
        else:
            self.queue.take_focus()

    def fold_list(self, *, fold: bool) -> None:
        """Fold the queue away, or bring it back, for a pane that wants its room; the person's setting stays."""
        if fold:
            self.room.make("pane", 100)
        else:
            self.room.give_back("pane")

    # Profiles

    def _choose_profile(self) -> None:
        self.choose_profile(self.desk.editor.note if self.desk.editor is not None else self)

    def choose_profile(self, under: QWidget) -> None:
        """Ask under a widget who sits down to work now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for profile in self.session.profiles():
            if profile.id != self.session.author_id:
                text = f"{profile.initials} · {profile.name}".replace("&", "&&")
                menu.addAction(text, partial(self.session.switch_profile, profile.id))
        others = self.window().findChild(QAction, "archive.profiles")
        if others is not None:
            menu.addSeparator()
            menu.addAction(others)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def _profile_changed(self) -> None:
        self.queue.see_as(self.session.author_id)
        if self.desk.editor is not None:
            self.desk.editor.note.close_message()
        if self.desk.quote is not None:
            self.desk.show_line(self.desk.quote, self.desk.language)
            if self.isVisible() and self.work.on_page:
                self.desk.write()

    # Actions

    @override
    def run_action(self, action_id: str) -> bool:
        does: dict[str, Callable[[], object]] = {
            "desk.open": self.desk.write,
            "record.source": self._show_source,
            "find.text": self.queue.search.setFocus,
            "view.list": self.queue_panel.toggle,
            "view.inspector": self._toggle_help,
        }
        for feature in self.features:
            does |= feature.actions()
        if self.work.run_action(action_id) or (self._blind and action_id in ("view.list", "view.inspector")):
            return True
        if action_id in self.help.parts:
            self._show_help(action_id)
            return True
        if action_id in does:
            does[action_id]()
            return True
        return self.desk.act(action_id)

    def _show_help(self, action_id: str) -> None:
        self._open_help()
        self.help.show_part(action_id)

    def _open_help(self) -> None:
        """Show the help; where there is no room for three, the queue gives way for as long as that is so."""
        if not self._has_room and not self.queue_panel.folded:
            self._gave_way = True
            self.queue_panel.set_folded(folded=True, remember=False)
        self.help_panel.show()
        self.help_panel.set_folded(folded=False)

    @property
    def _has_room(self) -> bool:
        """Whether queue, desk and help can stand beside each other at all."""
        handles = 2 * self.splitter.handleWidth()
        return self.width() >= self.desk.minimumWidth() + 2 * current_look().px("side_least") + handles

    def _queue_folded(self, folded: bool) -> None:
        """Take the help away where the queue is brought back and there is no room for both."""
        if not folded:
            self._gave_way = False
            if not self._has_room:
                self.help_panel.hide()

    @property
    def _blind(self) -> bool:
        """Whether somebody is at work who must not see the quotes."""
        return isinstance(self.work.task, Task) and self.work.task.blind

    def _fit_help(self) -> None:
        """Show the help where there is room for three; else it gives way, and its keys go on working."""
        self.help_panel.setVisible(not self._blind and self.width() >= current_look().px("side") * 3)
        if self._gave_way and self._has_room and self.work.on_page:
            self.queue_panel.set_folded(folded=False, remember=False)

    def _cover(self) -> None:
        """Take away, or bring back, what would show a quote beside a task that must not see it."""
        if self._blind is not self.session.blind:
            self.session.set_blind(blind=self._blind)
            self.queue_panel.setVisible(not self._blind)
            self._fit_help()

    def _toggle_help(self) -> None:
        if self.help_panel.isHidden():
            self._open_help()
        else:
            self.help_panel.toggle()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_help()

    def flush(self) -> None:
        """Save now what was typed; call it before the archive is closed."""
        self.drafts.save()
        for feature in self.features:
            feature.save_drafts()

    @override
    def retranslate(self) -> None:
        self._stale = True  # speakers are named in the interface language
        for feature in self.features:
            feature.retranslate()
        if self.isVisible():
            self._load()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)
