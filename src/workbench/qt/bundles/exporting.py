"""Where the bundle goes, writing it, and what was written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import BundleError, CancelledError, WorkbenchError
from workbench.exporters.bag import BundleReport
from workbench.i18n import _, active, ngettext
from workbench.qt.bundles.parts import Facts, PathRow, Work, grouped, size_text
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.files import choose_folder
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.session import Session
from workbench.services.bundles import export_bundle
from workbench.store.archive import Outcome


class Exporting(Live, QWidget):
    """The last part of the form. `asked()` when the person wants the bundle written.

    `verify_asked(Path)` is about the bundle just written; `ended()` comes when there is something
    new to read at the end of the form.
    """

    asked = Signal()
    verify_asked = Signal(Path)
    ended = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._report: BundleReport | None = None
        self.folder = PathRow(
            lambda: _("Folder for the bundle"),
            self._browse,
            hint=lambda: _("One that is not there yet, or is empty. It is written whole, or not at all."),
        )
        self.folder.entered.connect(self.asked)
        self.button = Button(lambda: _("Export the bundle"), self.asked.emit, kind="primary", icon="package")
        self.work = Work(session.operations)
        self.banner = Banner()
        self.facts = Facts()
        self.facts.add("path", lambda: _("Folder"), copy=lambda: _("Copy the path"))
        self.facts.add("files", lambda: _("Files"))
        self.facts.add("digest", lambda: _("Digest"), copy=lambda: _("Copy the digest"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.folder, self.button, self.work, self.banner, self.facts):
            alignment = Qt.AlignmentFlag.AlignLeft if part is self.button else Qt.AlignmentFlag(0)
            self._column.addWidget(part, 0, alignment)
        self.folder.set_path(free_folder(session.archive.path.parent))
        self.restyle()

    def _browse(self) -> Path | None:
        """Ask for the folder that the bundle's own folder goes into; an empty one may be meant itself."""
        chosen = choose_folder(self.window(), _("Choose where the bundle goes"))
        if chosen is None or not _holds_something(chosen):
            return chosen
        return free_folder(chosen)

    def run(self, choice: BundleChoice) -> None:
        """Write the bundle of a choice into the folder of the field."""
        path = self.folder.path()
        if path is None or self.work.job is not None:
            return
        self.banner.close_message()
        self.facts.hide()
        session, author_id = self._session, self._session.author_id

        def work(context: Context) -> Outcome[BundleReport]:
            return export_bundle(
                session.archive, choice, path, author_id=author_id, initiator=self, progress=context.progress
            )

        job = session.operations.run(
            work,
            on_done=self._done,
            on_error=self._failed,
            title=_("Writing the bundle"),
            cancellable=True,
            initiator=self,
        )
        if self.button.hasFocus():
            self.folder.setFocus()  # a button that is off would hand it to whatever comes next
        self.button.setEnabled(False)
        self.work.follow(job, lambda: _("Writing the bundle…"))

    def _done(self, outcome: Outcome[BundleReport]) -> None:
        self.button.setEnabled(True)
        self._report = report = outcome.value
        noted = outcome.changes is not None
        self.banner.show_message(
            Level.SUCCESS,
            lambda: _("The bundle is written."),
            more=lambda: self._more(noted=noted),
            verbs=((lambda: _("Verify now"), lambda: self.verify_asked.emit(report.path)),),
        )
        self._show_facts()
        self.ended.emit()

    @staticmethod
    def _more(*, noted: bool) -> str:
        if not noted:
            return _("The archive can only be read now, so it does not remember this export.")
        return _("Tell the digest to whoever gets the bundle, over another channel: it fixes every byte.")

    def _show_facts(self) -> None:
        if self._report is not None and not self.banner.isHidden():
            report = self._report
            files = ngettext("{n} file, {size}", "{n} files, {size}", report.files).format(
                n=active().number(report.files), size=size_text(report.bytes)
            )
            facts = {"path": str(report.path), "files": files, "digest": grouped(report.manifest_digest)}
            self.facts.show_facts(facts, copied={"digest": report.manifest_digest})

    def _failed(self, error: WorkbenchError) -> bool:
        self.button.setEnabled(True)
        if isinstance(error, CancelledError):
            self.banner.show_message(Level.INFO, lambda: _("Stopped. No bundle was left behind."))
            self.button.setFocus()
            self.ended.emit()
            return True
        if isinstance(error, BundleError):
            self.folder.set_error(str(error))
            self.folder.setFocus()
            self.ended.emit()
            return True
        return False

    @override
    def retranslate(self) -> None:
        self._show_facts()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("wide"))


def free_folder(parent: Path) -> Path:
    """Return a folder in another one that is not there yet.

    It is not named after the archive: whose name that is may be hidden, and the folder leaves with the bundle.
    """
    name = _("Bundle")
    path, number = parent / name, 2
    while path.exists() and number < 1000:
        path, number = parent / f"{name} {number}", number + 1
    return path


def _holds_something(folder: Path) -> bool:
    try:
        return any(folder.iterdir())
    except OSError:
        return True
