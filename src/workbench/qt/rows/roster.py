"""A list of people: the lines of a text that is open, or lines that are pasted; then the same review as of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.dates import DATE_PROBLEMS, DateError
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import LINE_LIMIT, Provenance, checked
from workbench.domain.row_mapping import RowMapping
from workbench.i18n import _, active, ngettext
from workbench.importers.rows import Sheet
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.fields import DateRow
from workbench.qt.rows.view import RowsTask
from workbench.qt.rows.wanted import WantedLines
from workbench.services.rosters import check_lines, roster_in_version, roster_mapping, roster_of_pasted
from workbench.services.row_plan import RosterText
from workbench.services.rows_in import Brought

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView


class _PasteEdit(QPlainTextEdit):
    """Takes plain text, and none that is no list: a line of megabytes would hold up the window."""

    refused = Signal(object)
    """An `InputError`."""

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        try:
            check_lines(source.text())
        except InputError as error:
            self.refused.emit(error)
            return
        self.insertPlainText(source.text())


class _PastePage(Live, QWidget):
    """Asks for the lines, and for what is known of where they come from."""

    read_asked = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines, self.title = _PasteEdit(), QLineEdit()
        self.lines.setTabChangesFocus(True)
        self.title.setMaxLength(LINE_LIMIT)
        self.published = DateRow(lambda: _("Published"))
        self._head = PlainLabel(lambda: _("Paste a roster"), role="title")
        self._words = PlainLabel(
            lambda: _(
                "One person a line. The list is kept as a source, and each line is the evidence of what it gives."
            ),
            role="second",
            wrap=True,
        )
        self.lines_row = FormRow(lambda: _("Lines"), self.lines)
        self._title_row = FormRow(lambda: _("Title of the source"), self.title)
        self.button = Button(lambda: _("Read the lines"), self.read_asked.emit, kind="primary")
        self._cancel = Button(lambda: _("Cancel"), self.left.emit, kind="quiet")
        self._facts, self._foot = QHBoxLayout(), QHBoxLayout()
        self._facts.addWidget(self._title_row, 2, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(self.published, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self.button, self._cancel):
            self._foot.addWidget(button)
        self._foot.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._column.addWidget(self._words)
        self._column.addWidget(self.lines_row, 1)
        self._column.addLayout(self._facts)
        self._column.addLayout(self._foot)
        self.setFocusProxy(self.lines)
        self.restyle()

    def given(self) -> Provenance | None:
        """Return what is said of the source; None where its date is none, which is said at the field."""
        try:
            return checked(Provenance, title=self.title.text(), published=self.published.value())
        except DateError as error:
            self.published.set_error(_(DATE_PROBLEMS[error.problem]))
            self.published.field.setFocus()
            return None

    @override
    def restyle(self) -> None:
        look = current_look()
        room, gap = look.px("room"), look.px("gap")
        self._column.setContentsMargins(room, look.px("wide"), room, look.px("wide"))
        self._column.setSpacing(look.px("wide"))
        self._facts.setSpacing(look.px("wide"))
        self._foot.setSpacing(gap)


class RosterTask(RowsTask):
    """The review of a list; it begins with the lines that the session hands over, else with a field to paste into."""

    roster = True

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        wanted, self.session.wanted_lines = self.session.wanted_lines, None
        if isinstance(wanted, WantedLines):
            self._read_version(wanted)

    @override
    def title(self) -> str:
        return _("Roster of persons")

    @override
    def first_page(self) -> QWidget:
        self.paste = _PastePage()
        self.paste.read_asked.connect(self.read_pasted)
        self.paste.left.connect(self.leave)
        self.paste.lines.refused.connect(self.refused)
        return self.paste

    @override
    def propose(self, sheet: Sheet) -> RowMapping:
        if not isinstance(self.tables, RosterText):
            raise TypeError("a roster is made of lines")
        return roster_mapping(self.tables, str(self.options.language.currentData()), self.columns.own)

    def _read_version(self, wanted: WantedLines) -> None:
        archive = self.session.archive

        def work(_context: Context) -> RosterText:
            with archive.read() as connection:
                return roster_in_version(connection, wanted.text_version_id, wanted.title, wanted.span)

        self._read(work)

    def read_pasted(self) -> None:
        """Read what was pasted."""
        given, text = self.paste.given(), self.paste.lines.toPlainText()
        if given is not None:
            self._read(lambda _context: roster_of_pasted(text, given))

    def _read(self, work: Callable[[Context], RosterText]) -> None:
        self.banner.close_message()
        self.session.operations.run_read(
            work,
            on_done=self.show_tables,
            on_error=self.refused,
            owner=self,
            initiator=self,
            title=_("Reading a list"),
        )

    @override
    def refused(self, error: WorkbenchError) -> bool:
        super().refused(error)
        if self.tables is None:
            self.paste.lines.setFocus()
        return True

    @override
    def enter_pressed(self) -> None:
        if self.tables is None:
            self.read_pasted()
        else:
            super().enter_pressed()

    @override
    def kept_words(self, brought: Brought) -> str:
        return _("The lines of the list are the evidence.")

    @override
    def bring_words(self, count: int) -> str:
        return ngettext("Bring in {n} person", "Bring in {n} persons", count).format(n=active().number(count))
