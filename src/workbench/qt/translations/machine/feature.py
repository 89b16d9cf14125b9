"""A machine's proposal for the line at hand, with one key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from workbench.i18n import _, active, ngettext
from workbench.qt.frame.banner import Level
from workbench.qt.translations.feature import DeskFeature
from workbench.qt.translations.machine.running import Ended, Runner
from workbench.store.queries.machine import ModelRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView


class MachineHelp(DeskFeature):
    """Asks every model that fits, one after the other; what they say stands among the matches."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.runner = Runner(view.session, self)
        self._next: list[tuple[ModelRow, Path]] = []
        self._line: tuple[str, str] | None = None
        self._told = Ended()
        self.runner.ended.connect(self._ended)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.machine_propose": self.propose}

    def propose(self) -> None:
        """Ask for the line at hand, or say why nobody can be asked."""
        desk = self.view.desk
        quote, editor = desk.quote, desk.editor
        if quote is None or editor is None or self.session.read_only:
            return
        if self.runner.busy:
            self._say(_("A model is at work already. It can be stopped under “Machine models”."))
            return
        fitting = [
            (model, folder)
            for model, folder in self.runner.known()
            if model.translates(quote.published_language, desk.language)
        ]
        self._next = [(model, folder) for model, folder in fitting if folder is not None]
        if not self._next:
            name = active().language_name
            none = _("No machine model is known here that translates from {source} into {target}.").format(
                source=name(quote.published_language), target=name(desk.language)
            )
            self._say(_("The folder of the model is not known on this computer.") if fitting else none, offer=True)
            return
        self._line, self._told = (quote.id, desk.language), Ended()
        self._say(_("The model is at work…"))
        self._go_on()

    def _go_on(self) -> None:
        model, folder = self._next.pop(0)
        if self._line is not None:
            self.runner.run(model, folder, [self._line], waiting=False)

    def _ended(self, end: Ended) -> None:
        line, told = self._line, self._told
        if line is None:
            return
        told.kept += end.kept
        told.refused.update(end.refused)
        told.error, told.stopped = told.error or end.error, end.stopped
        if self._next and not end.stopped:
            self._go_on()
            return
        self._line = None
        desk = self.view.desk
        if desk.quote is not None and (desk.quote.id, desk.language) == line:
            self._tell(told)

    def _tell(self, told: Ended) -> None:
        if told.kept:
            words = ngettext(
                "{n} proposal of a machine stands among the matches.",
                "{n} proposals of machines stand among the matches.",
                told.kept,
            )
            self._say(words.format(n=active().number(told.kept)))
        elif told.error is not None:
            self._warn(told.error.what, told.error.do)
        elif told.refused:
            self._warn(_("The machine proposes nothing here: {reason}.").format(reason=told.refusals()))
        elif told.stopped:
            self._say(_("Stopped."))
        else:
            self._say(_("The machine has nothing more to propose: look among the matches."))

    def _say(self, words: str, *, offer: bool = False) -> None:
        editor = self.view.desk.editor
        if editor is not None:
            verbs = ((lambda: _("Machine models"), lambda: self.view.run_action("desk.machine")),) if offer else ()
            editor.note.show_message(Level.INFO, words, verbs=verbs)

    def _warn(self, words: str, more: str = "") -> None:
        editor = self.view.desk.editor
        if editor is not None:
            editor.note.show_message(Level.WARNING, words, more=more)
