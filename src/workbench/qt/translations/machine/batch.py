"""A model at work for the lines of the queue: how many wait for it, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.session import Session
from workbench.qt.translations.machine.models import ModelList
from workbench.qt.translations.machine.running import Runner
from workbench.services.machine import lines_for


class BatchPart(Live, QWidget):
    """Proposals for every line of the queue, as it is filtered, that has no translation that stands."""

    def __init__(self, session: Session, models: ModelList, runner: Runner, lines: list[tuple[str, str]]) -> None:
        super().__init__()
        self._session, self._models, self._runner, self._lines = session, models, runner, lines
        self._looking: Job | None = None
        self._waiting: int | None = None
        self._aside = False
        self.words = PlainLabel(self._said, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = Button(self._button_words, self.start, icon="machine")
        self.stop_button = Button(lambda: _("Stop"), runner.stop, icon="x")
        buttons = QWidget()
        flow = Flow(buttons)
        flow.addWidget(self.button)
        flow.addWidget(self.stop_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = PlainLabel(lambda: _("For the queue"), role="section")
        for part in (head, self.words, self.bar, buttons):
            self._column.addWidget(part)
        models.chosen.connect(self.look)
        runner.changed.connect(self._show)
        self.retranslate()
        self.restyle()

    def set_aside(self, *, aside: bool) -> None:
        """Give way to something else on the screen, unless a model is at work."""
        self._aside = aside

    def look(self) -> None:
        """Ask in the worker how many lines wait for the model at hand."""
        if self._looking is not None:
            self._looking.cancel()
        self._looking, self._waiting = None, None
        model, archive, lines = self._models.model, self._session.archive, self._lines
        if model is not None and self._models.folder is not None:

            def work(_context: Context) -> int:
                with archive.read() as connection:
                    return len(lines_for(connection, model, lines, waiting=True))

            self._looking = self._session.operations.run_read(
                work, on_done=lambda count: self._looked(model.id, count), owner=self
            )
        self._show()

    def _looked(self, model_id: str, count: int) -> None:
        if self._models.model is not None and self._models.model.id == model_id:
            self._looking, self._waiting = None, count
            self._show()

    def start(self) -> None:
        """Have the model at hand propose for the lines that wait."""
        model, folder = self._models.model, self._models.folder
        if model is None or folder is None or not self._waiting:
            return
        self._runner.run(model, folder, self._lines, waiting=True)
        if self._runner.busy:
            self.stop_button.setFocus()

    def _show(self) -> None:
        busy = self._runner.busy
        focus = self.stop_button.hasFocus() and not busy
        self.setVisible(busy or (self._models.folder is not None and not self._aside))
        self.words.retranslate()
        self.button.set_words(self._button_words)
        self.bar.setVisible(busy)
        self.bar.setRange(0, self._runner.total)
        self.bar.setValue(self._runner.done)
        self.stop_button.setVisible(busy)
        self.button.setVisible(not busy)
        self.button.setEnabled(bool(self._waiting) and not self._session.read_only)
        if focus:
            self._models.setFocus()

    def _said(self) -> str:
        model, number = self._models.model, active().number
        if self._runner.busy:
            done, total = self._runner.done, self._runner.total
            if not total:
                return _("The model is being loaded…")
            words = ngettext("{done} of {n} line is done.", "{done} of {n} lines are done.", total)
            return words.format(done=number(done), n=number(total))
        if model is None or self._waiting is None:
            return ""
        words = ngettext(
            "“{label}” can propose for {n} line of the queue, as it is filtered now, that waits for a translation.",
            "“{label}” can propose for {n} lines of the queue, as it is filtered now, that wait for a translation.",
            self._waiting,
        )
        return words.format(label=model.label, n=number(self._waiting))

    def _button_words(self) -> str:
        count = self._waiting or 0
        return ngettext("Propose for {n} line", "Propose for {n} lines", count).format(n=active().number(count))

    @override
    def retranslate(self) -> None:
        self.bar.setAccessibleName(_("A machine translates"))
        self._show()

    @override
    def restyle(self) -> None:
        self._column.setSpacing(current_look().px("gap"))
