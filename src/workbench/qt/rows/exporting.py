"""Writing records by themselves: which, in what format, and where to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.domain.kinds import RecordFormat
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.files import choose_new_file
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.records.pane import Task
from workbench.services.bundles import usual_title
from workbench.services.record_export import export_records

if TYPE_CHECKING:
    from workbench.qt.records.view import RecordsView

_FORMATS: dict[RecordFormat, str] = {
    RecordFormat.FTM: N_("FollowTheMoney entities"),
    RecordFormat.EAC: N_("EAC-CPF 2.0, a folder with a file for each"),
    RecordFormat.CSV: N_("Table for a spreadsheet (CSV)"),
    RecordFormat.XLSX: N_("Table for a spreadsheet (XLSX)"),
}
_ENDINGS = {RecordFormat.FTM: "ftm.json", RecordFormat.EAC: "", RecordFormat.CSV: "csv", RecordFormat.XLSX: "xlsx"}


class ExportTask(Task):
    """A short form: the records, the format, and a file to choose."""

    def __init__(self, view: RecordsView) -> None:
        super().__init__(view)
        self._busy = False
        self.banner = Banner()
        self.what, self.form = QComboBox(), QComboBox()
        self._head = PlainLabel(lambda: _("Export records"), role="title")
        self._words = PlainLabel(
            lambda: _(
                "Nothing that is restricted or secret leaves, and protected persons stand under their pseudonym."
            ),
            role="second",
            wrap=True,
        )
        self.button = Button(lambda: _("Choose where to and export…"), self.choose, kind="primary")
        self._cancel = Button(lambda: _("Close"), self._leave, kind="quiet")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.button)
        self._foot.addWidget(self._cancel)
        self._foot.addStretch(1)
        rows = (FormRow(lambda: _("Records"), self.what), FormRow(lambda: _("Format"), self.form))
        self._inner = QVBoxLayout()
        for part in (self._head, self._words, *rows):
            part.setMaximumWidth(current_look().px("column"))
            self._inner.addWidget(part)
        self._inner.addLayout(self._foot)
        self._inner.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.banner)
        self._column.addLayout(self._inner, 1)
        self.setFocusProxy(self.what)
        self.retranslate()
        self.restyle()

    def _leave(self) -> None:
        self.closed.emit()

    def choose(self) -> None:
        """Ask for a file, and write it."""
        form = RecordFormat(self.form.currentData())
        ending = _ENDINGS[form]
        name = ".".join(filter(None, (_("records"), ending)))
        path = choose_new_file(self.window(), _("Export records"), suffix=ending, name=name)
        if path is not None:
            self.write(path)

    def write(self, path: Path) -> None:
        """Write the records in the worker; a file that is there was chosen to be replaced."""
        if self._busy:
            return
        self._busy = True
        self.button.setEnabled(False)
        form, archive = RecordFormat(self.form.currentData()), self.session.archive
        ids = frozenset(self.view.selection.ids) if self.what.currentData() == "listed" else frozenset[str]()
        choice = BundleChoice("", WORKING_LANGUAGES, record_ids=ids)

        def work(_context: object) -> int:
            titled = replace(choice, title=usual_title(archive))
            return export_records(archive, titled, form, path, replacing=form is not RecordFormat.EAC)

        self.session.operations.run_read(
            work,
            on_done=lambda count: self._done(count, path),
            on_error=self._failed,
            owner=self,
            initiator=self,
            title=_("Exporting records"),
            lasting=True,
        )

    def _done(self, count: int, path: Path) -> None:
        self._busy = False
        self.button.setEnabled(True)
        words = ngettext("{n} record was written to “{name}”.", "{n} records were written to “{name}”.", count)
        self.banner.show_message(Level.INFO, words.format(n=active().number(count), name=path.name))

    def _failed(self, error: WorkbenchError) -> bool:
        self._busy = False
        self.button.setEnabled(True)
        if not isinstance(error, CancelledError):
            more = " ".join(part for part in (error.kept, error.do) if part)
            self.banner.show_message(Level.ERROR, error.what, more=more)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        listed = len(self.view.selection.ids)
        places = max(0, self.what.currentIndex()), max(0, self.form.currentIndex())
        self.what.clear()
        self.what.addItem(_("all records"), "all")
        if listed:
            words = ngettext("the {n} record in the list", "the {n} records in the list", listed)
            self.what.addItem(words.format(n=active().number(listed)), "listed")
        self.form.clear()
        for form, label in _FORMATS.items():
            self.form.addItem(_(label), form.value)
        self.what.setCurrentIndex(min(places[0], self.what.count() - 1))
        self.form.setCurrentIndex(places[1])

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._inner.setContentsMargins(room, look.px("wide"), room, room)
        self._inner.setSpacing(look.px("wide"))
        self._foot.setSpacing(look.px("gap"))
