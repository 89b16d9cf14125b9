"""The models of an archive: added from a folder, removed, and put to work for the queue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QProgressBar
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.errors import CancelledError, InputError, WorkbenchError
from workbench.domain.languages import base_language
from workbench.i18n import _, active, ngettext
from workbench.languages.machine.process import look_at
from workbench.languages.machine.told import ModelFolder
from workbench.qt.frame.banner import Level
from workbench.qt.frame.base import Button
from workbench.qt.frame.files import choose_folder
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.operations import Context, Job
from workbench.qt.translations.form_task import FormTask
from workbench.qt.translations.machine.adding import AddingForm
from workbench.qt.translations.machine.batch import BatchPart
from workbench.qt.translations.machine.feature import MachineHelp
from workbench.qt.translations.machine.models import ModelList
from workbench.qt.translations.machine.running import Ended
from workbench.services.machine import add_model, remove_model

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class MachineTask(FormTask):
    """What is chosen here is remembered with the archive; where a folder lies, on this computer alone."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self._job: Job | None = None
        self.runner = next(feature.runner for feature in view.features if isinstance(feature, MachineHelp))
        self.models = ModelList()
        lines = [(row.quote.id, row.language) for row in view.queue.shown()]
        self.batch = BatchPart(view.session, self.models, self.runner, lines)
        self.form = AddingForm()
        self._none = PlainLabel(lambda: _("No model is known yet."), wrap=True)
        self._reading = PlainLabel(lambda: _("The folder is being read, for its digest."), role="second")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.add_button = Button(lambda: _("Add folder…"), self.choose, kind="primary", icon="folder-open")
        self.stop_button = Button(lambda: _("Stop"), self._stop, icon="x")
        self._build()
        self.models.removed.connect(self.remove)
        self.form.accepted.connect(self.add)
        self.form.dropped.connect(self._drop)
        self.runner.ended.connect(self._tell)
        view.session.operations.progressed.connect(self._progressed)
        self.retranslate()
        self.restyle()
        self._show()

    def _build(self) -> None:
        head = PlainLabel(lambda: _("Machine models"), role="title")
        words = PlainLabel(
            lambda: _(
                "A model is a folder in CTranslate2’s format that somebody has carried in; nothing is fetched. "
                "What it says is a proposal among the matches, marked as a machine’s. "
                "It stays a draft until somebody changes it, or says that it is right."
            ),
            role="second",
            wrap=True,
        )
        parts = (head, words, self._none, self.models, self.batch, self.form, self._reading, self._bar)
        self.lay_out(parts, self.add_button, self.stop_button)

    @override
    def enter(self) -> None:
        part = self.models if self.models.model is not None else self.add_button
        part.setFocus()

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches("machine_model", "proposal", "translation", "quote"):
            self._show()

    def _show(self) -> None:
        known = self.runner.known()
        adding, reading = self.form.found is not None, self._job is not None
        self.models.show_models(known, read_only=self.session.read_only)
        self._none.setVisible(not known and not adding and not reading)
        self.models.setVisible(bool(known) and not adding)
        self.form.setVisible(adding)
        for part in (self._reading, self._bar, self.stop_button):
            part.setVisible(reading)
        self.add_button.setVisible(not adding and not reading)
        self.add_button.setEnabled(not self.session.read_only)
        self.batch.set_aside(aside=adding)
        self.batch.look()

    @override
    def leave(self) -> None:
        self._stop()
        super().leave()

    # Adding

    def choose(self) -> None:
        """Ask for a folder."""
        path = choose_folder(self.window(), _("Machine models"))
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Have a folder read in its own process: what it is, and its digest."""
        if self._job is not None:
            return

        def work(context: Context) -> ModelFolder:
            return look_at(path, cancel=lambda: context.job.cancel_asked, progress=context.progress)

        self.banner.close_message()
        self._job = self.session.operations.run_read(
            work,
            on_done=lambda found: self._looked(found, path),
            on_error=self._failed,
            owner=self,
            title=_("Reading a machine model"),
            outside=True,
        )
        self._bar.setRange(0, 0)
        self._show()
        self.stop_button.setFocus()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _progressed(self, job: Job, done: int, total: int) -> None:
        if job is self._job:
            self._bar.setRange(0, 1_000 if total else 0)
            self._bar.setValue(done * 1_000 // total if total else 0)

    def _looked(self, found: ModelFolder, path: Path) -> None:
        self._job = None
        known = next((model for model, _folder in self.runner.known() if model.digest == found.digest), None)
        if known is not None:
            self.session.settings.set_machine_folder(found.digest, path)
            self._show()
            self.models.go_to(known.id)
            self.models.setFocus()
            said = _("The archive has this model already; where its folder lies is known now.")
            self.banner.show_message(Level.INFO, said)
            return
        quote = self.view.desk.quote
        at_hand = (base_language(quote.published_language), self.view.desk.language) if quote is not None else None
        self.form.show_folder(found, path, at_hand)
        self._show()
        self.form.setFocus()

    def _failed(self, error: WorkbenchError) -> bool:
        self._job = None
        self._show()
        if isinstance(error, InputError) and self.form.found is not None:
            self.form.refuse(error)
            return True
        if not isinstance(error, CancelledError):
            self.banner.show_error(error)
        self.add_button.setFocus()
        return True

    def add(self) -> None:
        """Have the archive know the model that was looked at."""
        found, given, path = self.form.found, self.form.given(), self.form.path
        if found is None or given is None:
            return

        def done(model_id: str) -> None:
            self.session.settings.set_machine_folder(found.digest, path)
            self.form.found = None
            self._show()
            self.models.go_to(model_id)
            self.models.setFocus()

        self.session.perform(add_model(given, found), on_done=done, on_error=self._failed, initiator=self)

    def _drop(self) -> None:
        self.form.found = None
        self._show()
        self.enter()

    # Removing, and what a model has said

    def remove(self) -> None:
        """Remove the model at hand with what it has proposed; its folder stays where it is."""
        model = self.models.model
        if model is None or self.session.read_only:
            return

        def done(count: int) -> None:
            self.enter()
            words = ngettext(
                "“{label}” was removed, and {n} proposal of it. Undo brings both back.",
                "“{label}” was removed, and {n} proposals of it. Undo brings all back.",
                count,
            )
            self.banner.show_message(Level.INFO, words.format(label=model.label, n=active().number(count)))

        self.session.perform(remove_model(model.id, expected=model.revision), on_done=done, initiator=self)

    def _tell(self, end: Ended) -> None:
        words = ngettext("{n} proposal was made.", "{n} proposals were made.", end.kept)
        what = words.format(n=active().number(end.kept))
        refused = _("None for others: {reasons}.").format(reasons=end.refusals()) if end.refused else ""
        if end.error is not None:
            more = " ".join(part for part in (what, end.error.do) if part)
            self.banner.show_message(Level.WARNING, end.error.what, more=more)
        elif end.stopped:
            self.banner.show_message(Level.INFO, _("Stopped."), more=what)
        else:
            self.banner.show_message(Level.SUCCESS if end.kept else Level.INFO, what, more=refused)

    @override
    def retranslate(self) -> None:
        self._bar.setAccessibleName(_("Reading a machine model"))
