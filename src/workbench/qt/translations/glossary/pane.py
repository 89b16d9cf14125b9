"""The Glossary pane: terms in four languages, found as one types, and the names of records beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QSplitter, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import SearchField
from workbench.qt.frame.files import choose_file, choose_new_file
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.fields import FittedCombo
from workbench.qt.session import Place, ViewName
from workbench.qt.translations.glossary.entries import MOST_NAMES, WHICH, Listing, Which, read_listing
from workbench.qt.translations.glossary.entry_form import EntryForm
from workbench.qt.translations.glossary.name_card import NameCard
from workbench.qt.translations.pane import Pane
from workbench.services.glossary import (
    Taken,
    export_glossary,
    merge_concepts,
    read_glossary_file,
    take_in_glossary,
)

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

_SHOWN = ("concept", "term", "record", "name")
"""Tables whose changes show here."""


class GlossaryPane(Pane):
    """A search and a list at the left, the entry at the right; what was typed is saved when another one is gone to."""

    action = "desk.glossary"
    icon = "glossary"
    alone = True

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._stale = True
        self._asked = 0
        self._listing = Listing((), {}, {}, more=False)
        self._wanted = ""
        self.form: EntryForm | None = None
        self.banner = Banner()
        self.field = SearchField(lambda: _("Find in the glossary"))
        self.which = FittedCombo()
        self.count = PlainLabel(self._count_words, role="second", wrap=True)
        self.list = LineList(lambda: _("Entries of the glossary"), place="paper")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.new_button = Button(lambda: _("New entry"), self.new_entry, kind="primary", icon="plus")
        self.merge_button = Button(lambda: _("Put two together"), self.merge, icon="link")
        self.import_button = Button(lambda: _("Take in a file…"), self.take_in, kind="quiet", icon="import")
        self.export_button = Button(lambda: _("Write TBX…"), lambda: self.export("tbx"), kind="quiet", icon="package")
        self.csv_button = Button(lambda: _("Write CSV…"), lambda: self.export("csv"), kind="quiet", icon="table")
        self._side = QScrollArea()
        self._build()
        self.field.searched.connect(lambda _words: self._search())
        self.field.list_asked.connect(self.list.setFocus)
        self.which.activated.connect(lambda _place: self._search())
        self.list.current_changed.connect(self._show_current)
        self.list.chosen.connect(lambda _key: self._enter_side())
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.retranslate()
        self.restyle()
        self._show_current("")

    @staticmethod
    @override
    def words() -> str:
        return _("Glossary")

    def _build(self) -> None:
        left, top = QWidget(), QWidget()
        self._top = QVBoxLayout(top)
        buttons = QWidget()
        self._flow = Flow(buttons)
        for button in (self.new_button, self.merge_button, self.import_button, self.export_button, self.csv_button):
            self._flow.addWidget(button)
        for part in (buttons, self.field, self.which, self.count):
            self._top.addWidget(part)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.list, 1)
        self._side.setWidgetResizable(True)
        self._side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._side)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self.splitter, 1)
        self.setFocusProxy(self.field)

    # Listing

    @override
    def enter(self) -> None:
        if self._stale:
            self._search()
        self.field.setFocus()

    @override
    def leave(self) -> None:
        self._keep()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*_SHOWN):
            self._stale = True
            if self.isVisible():
                self._search()

    def _search(self) -> None:
        self._stale = False
        self._asked += 1
        number, session = self._asked, self.session
        query, which, language = self.field.text(), Which(self.which.currentData()), session.language

        def read(_context: Context) -> tuple[int, Listing]:
            with session.read() as connection:
                concepts = session.terms.concepts(connection).values()
                return number, read_listing(connection, concepts, query, which, language)

        session.operations.run_read(read, on_done=self._show_listing, owner=self)

    def _show_listing(self, answer: tuple[int, Listing]) -> None:
        number, listing = answer
        if number != self._asked:
            return
        self._listing = listing
        self.list.set_lines(listing.lines)
        self.count.retranslate()
        self._enable()
        if self._wanted and self.list.go_to(self._wanted):
            self._wanted = ""
        elif self.list.current_id():
            self._show_again()
        elif self.form is None and listing.lines:
            self.list.go_to(listing.lines[0].id)

    def _show_again(self) -> None:
        """Show the current entry as it is now, unless something was typed into it."""
        if self.form is None or not self.form.changed:
            self._show_current(self.list.current_id())

    def _count_words(self) -> str:
        number = len(self._listing.concepts)
        words = ngettext("{n} entry", "{n} entries", number).format(n=active().number(number))
        if not self._listing.names:
            return words
        names = len(self._listing.names)
        told = ngettext("names of {n} record", "names of {n} records", names).format(n=active().number(names))
        if self._listing.more:
            told = _("names of the first {n} records; search for the others").format(n=active().number(MOST_NAMES))
        return f"{words} · {told}"

    def _enable(self) -> None:
        writes = not self.session.read_only
        chosen = [key for key in self.list.selected_ids() if key in self._listing.concepts]
        self.new_button.setEnabled(writes)
        self.import_button.setEnabled(writes)
        self.merge_button.setEnabled(writes and len(chosen) == 2)

    # The entry

    def _show_current(self, key: str) -> None:
        if not self._keep():
            if self.form is not None and self.form.row is not None:
                self.list.go_to(self.form.row.id)  # what is wrong is said there
            return
        row, names = self._listing.concepts.get(key), self._listing.names.get(key)
        if row is not None:
            self._open(EntryForm(self.session, row))
        elif names is not None:
            self.form = None
            self._put(NameCard(names, lambda: self.session.go(Place(ViewName.RECORDS, record_id=key))))
        else:
            self.form = None
            self._put(
                EmptyState(
                    "glossary",
                    lambda: _("Choose an entry, or make one"),
                    more=lambda: _("Ctrl+Alt+K on the desk makes one of the words selected there."),
                )
            )

    def _open(self, form: EntryForm) -> None:
        self.form = form
        form.setEnabled(not self.session.read_only)
        form.saved.connect(self._saved)
        form.closed.connect(self._closed)
        form.removed.connect(self.list.setFocus)
        self._put(form)

    def _keep(self) -> bool:
        """Save what was typed; tell whether the form may go."""
        form = self.form
        if form is None or not form.changed or self.session.read_only:
            return True
        if not form.fits():
            return False
        form.changed = False
        # The form goes away: what the service says against it is for the window to show.
        self.session.perform(form.act(), initiator=self.session)
        return True

    def _saved(self, value: object) -> None:
        if self.form is None:
            return
        self.form.changed = False
        if isinstance(value, str):  # a new entry
            self._wanted = value
            self._search()
        self.list.setFocus()

    def _closed(self) -> None:
        if self.form is not None:
            self.form.changed = False
        self._show_current(self.list.current_id())
        self.list.setFocus()

    def _put(self, widget: QWidget) -> None:
        """Show something at the right, which is never narrower than it can be."""
        self._side.setWidget(widget)
        bar = self._side.verticalScrollBar().sizeHint().width()
        self._side.setMinimumWidth(widget.minimumSizeHint().width() + bar + 2 * self._side.frameWidth())

    def _enter_side(self) -> None:
        widget = self._side.widget()
        if widget is not None:
            widget.setFocus()

    def new_entry(self) -> None:
        """Open an empty entry."""
        if self.session.read_only or not self._keep():
            return
        self._open(EntryForm(self.session))
        self._enter_side()

    def merge(self) -> None:
        """Put the two selected entries together, the upper one first."""
        chosen = [key for key in self.list.selected_ids() if key in self._listing.concepts]
        if len(chosen) == 2 and self._keep():
            self._wanted = chosen[0]
            self.session.perform(merge_concepts(*chosen), initiator=self.session)

    # Files

    def take_in(self) -> None:
        """Ask for a TBX or CSV file and add what it has."""
        filters = (_("Glossaries (*.tbx *.xml *.csv *.tsv)"),)
        path = choose_file(self, _("Take in a glossary"), filters=filters)
        if path is not None:
            self.session.perform(
                lambda _progress: take_in_glossary(read_glossary_file(path)),
                on_done=self._taken,
                on_error=self._failed,
                initiator=self.session,
                title=_("Taking in a glossary"),
                cancellable=True,
            )

    def _taken(self, taken: Taken) -> None:
        words = ngettext("{n} entry was added.", "{n} entries were added.", taken.added)
        more = [_known_words(taken.known)] if taken.known else []
        if taken.left_out:
            lost = ngettext("{n} thing does not fit a glossary.", "{n} things do not fit a glossary.", taken.left_out)
            more.append(lost.format(n=active().number(taken.left_out)))
        self.banner.show_message(Level.INFO, words.format(n=active().number(taken.added)), more=" ".join(more))

    def export(self, suffix: str) -> None:
        """Ask for a file, `tbx` or `csv`, and write what may leave of the glossary."""
        path = choose_new_file(self, _("Write the glossary"), suffix=suffix, name=f"glossary.{suffix}")
        if path is None:
            return
        archive = self.session.archive
        self.session.operations.run_read(
            lambda _context: export_glossary(archive, path, replacing=True),
            on_done=self._written,
            on_error=self._failed,
            owner=self,
            title=_("Writing the glossary"),
            lasting=True,
        )

    def _written(self, count: int) -> None:
        words = ngettext("{n} entry was written.", "{n} entries were written.", count)
        self.banner.show_message(Level.INFO, words.format(n=active().number(count)))

    def _failed(self, error: WorkbenchError) -> bool:
        if not isinstance(error, CancelledError):
            more = " ".join(part for part in (error.kept, error.do) if part)
            self.banner.show_message(Level.ERROR, error.what, more=more)
        return True

    @override
    def retranslate(self) -> None:
        place = max(0, self.which.currentIndex())
        self.which.clear()
        for which, words in WHICH.items():
            self.which.addItem(_(words), which.value)
        self.which.setCurrentIndex(place)
        self.which.setAccessibleName(_("What is listed"))

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._top.setContentsMargins(wide, gap, wide, gap)
        self._top.setSpacing(gap)


def _known_words(count: int) -> str:
    words = ngettext("{n} entry was there already.", "{n} entries were there already.", count)
    return words.format(n=active().number(count))
