"""Taking a file into the translation memory: TMX of any size, or the folder of a bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar
from typing_extensions import override

from workbench.domain.errors import CancelledError, WorkbenchError
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.files import choose_file, choose_folder
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.operations import Job
from workbench.qt.translations.form_task import FormTask
from workbench.services.memory_in import Progress, Taken, read_batch, take_in
from workbench.store.work import Act

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class MemoryImportTask(FormTask):
    """A file is chosen and taken in at once, as one operation; while that lasts it can be stopped."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._job: Job | None = None
        self.file_button = Button(lambda: _("Choose TMX file…"), self.choose_file, kind="primary", icon="folder-open")
        self.bundle_button = Button(lambda: _("Choose bundle…"), self.choose_bundle, icon="package")
        self.stop = Button(lambda: _("Stop"), self._stop, icon="x")
        self._reading = PlainLabel(lambda: _("Reading. What is read is kept only once all of it is."), role="second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._build()
        view.session.operations.progressed.connect(self._progressed)
        self._ended()
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("Take into the memory"), role="title")
        words = PlainLabel(
            lambda: _(
                "A TMX file with units in two languages or more, or the folder of a bundle. "
                "Its translations are proposed beside the archive’s own, for a little less; nothing else changes."
            ),
            role="second",
            wrap=True,
        )
        self.lay_out((head, words, self._reading, self._bar), self.file_button, self.bundle_button, self.stop)
        self.setFocusProxy(self.file_button)

    @override
    def leave(self) -> None:
        if self._job is None:
            super().leave()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def choose_file(self) -> None:
        """Ask for a TMX file."""
        filters = (_("Translation memories") + " (*.tmx)", _("All files") + " (*)")
        path = choose_file(self.window(), _("Take into the memory"), filters=filters)
        if path is not None:
            self.take(path)

    def choose_bundle(self) -> None:
        """Ask for a bundle's folder."""
        path = choose_folder(self.window(), _("Take into the memory"))
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take a file in, in the background."""
        if self._job is not None or self.session.read_only:
            return

        def act(progress: Progress) -> Act[Taken]:
            return take_in(read_batch(path, progress))

        self.banner.close_message()
        self._job = self.session.perform(
            act,
            on_done=self._taken,
            on_error=self._failed,
            initiator=self,
            title=_("Taking into the memory"),
            cancellable=True,
            activity=path.name,
        )
        self._show_running()
        self.stop.setFocus()

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            # Qt counts to two thousand million, a file may have more bytes.
            self._bar.setRange(0, 1_000 if total else 0)
            self._bar.setValue(done * 1_000 // total if total else 0)

    def _taken(self, taken: Taken) -> None:
        self._ended()
        number = active().number
        what = ngettext(
            "{n} unit of “{name}” is in the memory.", "{n} units of “{name}” are in the memory.", taken.units
        ).format(n=number(taken.units), name=taken.label)
        more = ngettext(
            "{n} unit was left out: fewer than two languages, or too long a text.",
            "{n} units were left out: fewer than two languages, or too long a text.",
            taken.left_out,
        ).format(n=number(taken.left_out))
        self.banner.show_message(Level.SUCCESS, what, more=more if taken.left_out else "")

    def _failed(self, error: WorkbenchError) -> bool:
        self._ended()
        if isinstance(error, CancelledError):
            self.banner.show_message(Level.INFO, _("Stopped."), more=_("Nothing was taken in."))
        else:
            self.banner.show_error(error)
        return True

    def _ended(self) -> None:
        focus = self.stop.hasFocus()
        self._job = None
        self._show_running()
        if focus:
            self.file_button.setFocus()

    def _show_running(self) -> None:
        running = self._job is not None
        self._bar.setRange(0, 0)
        for part in (self._bar, self._reading, self.stop):
            part.setVisible(running)
        for part in (self.file_button, self.bundle_button, self.close_button):
            part.setVisible(not running)

    @override
    def retranslate(self) -> None:
        self._bar.setAccessibleName(_("Taking into the memory"))
