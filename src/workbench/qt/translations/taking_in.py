"""Taking in what a translator outside sent back: the files, and who it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import CancelledError, InputError, WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.importers.returned import Returned
from workbench.qt.frame.banner import Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.files import choose_files
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.translations.form_task import FormTask
from workbench.qt.translations.returned import ReturnedPane
from workbench.services.proposals import TakenIn, read_returned_file, take_in_all, taken_words

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class TakeInTask(FormTask):
    """Files are read first and told of; nothing is written before the button is pressed."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._job: Job | None = None
        self.returned: list[Returned] = []
        self.choose_button = Button(lambda: _("Choose files…"), self.choose, icon="folder-open")
        self.files = PlainLabel(self._files, role="second", wrap=True)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self._name_row = FormRow(
            lambda: _("Translator"), self.name, hint=lambda: _("As it should stand beside every proposal.")
        )
        self.button = Button(lambda: _("Take in"), self.take, kind="primary", icon="inbox")
        self._build()
        self.name.textChanged.connect(lambda _text: self._name_row.set_error(""))
        self.name.returnPressed.connect(self.take)
        self._ended()
        self.restyle()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("Take in what came back"), role="title")
        words = PlainLabel(
            lambda: _(
                "XLIFF, TMX, DOCX or XLSX. Each translation becomes a proposal: "
                "nothing that is written here changes until somebody takes it."
            ),
            role="second",
            wrap=True,
        )
        chosen = QWidget()
        self._chosen = QVBoxLayout(chosen)
        self._chosen.setContentsMargins(0, 0, 0, 0)
        self._chosen.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._chosen.addWidget(self.files)
        self.lay_out((head, words, chosen, self._name_row), self.button)
        self.setFocusProxy(self.choose_button)

    def _files(self) -> str:
        if not self.returned:
            return _("No file chosen yet.")
        lines = []
        for each in self.returned:
            count = sum(bool(unit.text.strip()) for unit in each.units)
            words = ngettext("{name}: {n} translation", "{name}: {n} translations", count)
            lines.append(words.format(name=each.name, n=active().number(count)))
        return "\n".join(lines)

    # Reading

    def choose(self) -> None:
        """Ask for files."""
        filters = (_("What translators send back") + " (*.xlf *.xliff *.tmx *.docx *.xlsx)", _("All files") + " (*)")
        paths = choose_files(self.window(), _("Take in what came back"), filters=filters)
        if paths:
            self.read(paths)

    def read(self, paths: tuple[Path, ...]) -> None:
        """Read files in the worker, and tell what they hold."""
        if self._job is not None:
            return

        def work(context: Context) -> list[Returned]:
            found = []
            for number, path in enumerate(paths):
                context.progress(number, len(paths))
                found.append(read_returned_file(path, cancel=lambda: context.job.cancel_asked))
            return found

        self.banner.close_message()
        self._job = self.session.operations.run_read(
            work,
            on_done=self._read,
            on_error=self._failed,
            owner=self,
            initiator=self,
            title=_("Reading what came back"),
        )
        self.button.setEnabled(False)

    def _read(self, returned: list[Returned]) -> None:
        self.returned = returned
        self._ended()
        self.name.setFocus()

    def _failed(self, error: WorkbenchError) -> bool:
        self._ended()
        if isinstance(error, InputError) and error.field == "author":
            self._name_row.set_error(error.what)
            self.name.setFocus()
        elif not isinstance(error, CancelledError):
            self.banner.show_error(error)
        return True

    def _ended(self) -> None:
        self._job = None
        self.files.retranslate()
        self.button.setEnabled(bool(self.returned))

    # Taking in

    def take(self) -> None:
        """Make proposals of what was read."""
        if self._job is not None or not self.returned:
            return
        try:
            act = take_in_all(self.returned, self.name.text())
        except InputError as error:
            self._failed(error)
            return
        self._job = self.session.perform(
            act,
            on_done=self._taken,
            on_error=self._failed,
            initiator=self,
            title=_("Taking in what came back"),
            cancellable=True,
        )
        self.button.setEnabled(False)

    def _taken(self, taken: TakenIn) -> None:
        self._ended()
        if not taken.proposals:
            self.banner.show_message(Level.INFO, _("Nothing new came back."), more=taken_words(taken))
            return
        work = self.view.work  # the task goes when the pane comes
        work.show_pane(ReturnedPane.action)
        if isinstance(work.pane, ReturnedPane):
            words = ngettext("{n} proposal came in.", "{n} proposals came in.", taken.proposals)
            what = words.format(n=active().number(taken.proposals))
            work.pane.banner.show_message(Level.SUCCESS, what, more=taken_words(taken))

    @override
    def retranslate(self) -> None:
        self.files.retranslate()

    @override
    def restyle(self) -> None:
        super().restyle()
        self._chosen.setSpacing(current_look().px("gap"))
