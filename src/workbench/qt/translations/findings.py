"""What the checks find in the translation at hand, as it is typed: where, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import WaiverInput, checked
from workbench.i18n import _, active, ngettext
from workbench.languages.checks import corrected
from workbench.qt.frame.underlines import Underlines
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.qt.translations.findings_part import FindingBox, FindingsPart
from workbench.services.findings import BEHIND, Judged, findings_of, take_back_waiver, unresolved, waive
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

WAIT = 400
"""Milliseconds without a key after which what is typed is checked."""

LAYER = "checks"
"""Of the field's underlines."""

_MOST = 12
"""Findings that have a box, of which the window makes so many at once; the others follow as these are dealt with."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A wording that was checked, and what was found; `saved` where it can be let stand."""

    line: tuple[str, str] = ("", "")
    text: str = ""
    found: tuple[Judged, ...] = ()
    saved: bool = False


class Findings(DeskFeature):
    """Checks the translation at hand in the background, when it is shown and a moment after each key."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = FindingsPart()
        self.checked = Checked()
        self._line: tuple[QuoteRow, str] | None = None
        self._wanted: tuple[tuple[str, str], Judged] | None = None
        self._settle = QTimer(self, singleShot=True, interval=WAIT)
        self._settle.timeout.connect(self._check)
        view.desk.before_step = self.ask_first
        current_look().changed.connect(self._underline)

    @override
    def parts(self) -> tuple[HelpPart, ...]:
        return (self.part,)

    @override
    def actions(self) -> dict[str, Callable[[], object]]:
        return {"desk.mend": self._mend_next}

    @override
    def shown(self, quote: QuoteRow, language: str) -> None:
        self._line = quote, language
        if not self._is_line(self.checked):
            self._tell_editors(0)
        self._settle.start(0)

    @override
    def typed(self, text: str) -> None:
        self._settle.start(WAIT)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*BEHIND):
            self._settle.start(WAIT)

    def _check(self, then: Callable[[Checked], object] | None = None) -> None:
        if self._line is None:
            return
        self._settle.stop()
        (quote, language), text, session = self._line, self.view.desk.text, self.session
        saved = quote.translations.get(language) is not None

        def read(_context: Context) -> Checked:
            with session.read() as connection:
                found = findings_of(connection, session.terms, quote, language, text)
            return Checked((quote.id, language), text, tuple(found), saved)

        def done(checked: Checked) -> None:
            self._take(checked)
            if then is not None:
                then(checked)

        session.operations.run_read(read, on_done=done, owner=self.view)

    def _take(self, checked: Checked) -> None:
        # Where something else is in front, or more was typed, that is checked in a moment.
        # Where nothing is new, whoever is among the findings stays where they are.
        if self._is_at_hand(checked) and checked != self.checked:
            editor = self.view.desk.editor
            if editor is not None and editor.note.asks and unresolved(checked.found) != unresolved(self.checked.found):
                editor.note.close_message()  # it asks about others
            self.checked = checked
            self._show()
            self._underline()
            self._find_wanted()

    def _is_line(self, checked: Checked) -> bool:
        return self._line is not None and (self._line[0].id, self._line[1]) == checked.line

    def _is_at_hand(self, checked: Checked) -> bool:
        return self._is_line(checked) and checked.text == self.view.desk.text

    def _show(self) -> None:
        found = self.checked.found
        open_ones = unresolved(found)
        in_order = [*open_ones, *(each for each in found if each.waiver is not None)]
        kept = list(self.part.boxes)
        boxes = [self._box(judged, kept) for judged in in_order[:_MOST]]
        self.part.show_boxes(boxes, len(open_ones), len(in_order) - len(boxes))
        self._tell_editors(len(open_ones))

    def go_to(self, quote_id: str, language: str, judged: Judged) -> None:
        """Bring a finding to the front, and the focus to it, once the line that it is in has been checked."""
        self._wanted = (quote_id, language), judged
        self.view.run_action(self.part.action)
        self._find_wanted()

    def _find_wanted(self) -> None:
        if self._wanted is None or self._line is None or not self._is_line(self.checked):
            return
        (line, judged), self._wanted = self._wanted, None
        if line == self.checked.line:
            self.part.enter_at(judged.finding.key, judged.words)

    def _tell_editors(self, count: int) -> None:
        for editor in self.view.desk.editors.values():
            editor.show_open_findings(count if editor is self.view.desk.editor else 0)

    def _box(self, judged: Judged, kept: list[FindingBox]) -> FindingBox:
        """Return the box that shows a finding already, taken out of those that are kept, or a new one."""
        can_waive, read_only = self.checked.saved, self.session.read_only
        for box in kept:
            if box.says(judged, can_waive=can_waive, read_only=read_only):
                kept.remove(box)
                box.judged = judged
                return box
        box = FindingBox(judged, can_waive=can_waive, read_only=read_only)
        box.asked.connect(partial(self._act, box))
        box.waived.connect(partial(self._waive, box))
        return box

    def _underline(self) -> None:
        """Underline in the language at hand what was found there, and nothing in the others."""
        if not self._is_at_hand(self.checked):
            return
        text = self.checked.text
        units = Utf16Map(text)
        places = [
            (units.to_units(span.start), units.to_units(span.end))
            for judged in unresolved(self.checked.found)
            for span in judged.finding.target
            if span.end - span.start < len(text)
        ]
        dashed = QTextCharFormat.UnderlineStyle.DashUnderline
        for editor in self.view.desk.editors.values():
            mine = places if editor is self.view.desk.editor else ()
            Underlines.of(editor.field).show(LAYER, mine, current_look().colour("warning"), dashed)

    # What is asked before a translation goes on

    def ask_first(self, go: Callable[[], object]) -> None:
        """Do a step of the translation at hand where no finding is open; else ask at its words whether to.

        Where more is typed while they are checked, the step is not taken, and that is said.
        """
        if self._line is None or not self.view.desk.text.strip():
            go()
        elif self._is_at_hand(self.checked) and not self._settle.isActive():
            self._ask(self.checked, go)
        else:
            before = QApplication.focusWidget()
            self._check(lambda checked: self._ask(checked, go, focus=QApplication.focusWidget() is before))

    def _ask(self, checked: Checked, go: Callable[[], object], *, focus: bool = True) -> None:
        count, editor = len(unresolved(checked.found)), self.view.desk.editor
        here, (quote_id, language) = self._is_line(checked), checked.line
        if here and editor is not None and not self._is_at_hand(checked):
            editor.say(lambda: _("Typing went on during the check, so the translation stays where it is, as typed."))
            return
        if not count or editor is None:
            go()
            return

        def words() -> str:
            if here:
                told = ngettext("{n} finding is open.", "{n} findings are open.", count)
            else:
                told = ngettext(
                    "The translation before this one stays where it was: {n} finding is open there.",
                    "The translation before this one stays where it was: {n} findings are open there.",
                    count,
                )
            return told.format(n=active().number(count))

        def look() -> None:
            if not self._is_line(checked):
                self.view.open_quote(quote_id, language)
            self.view.run_action(self.part.action)

        def send() -> None:
            editor.field.setFocus()
            go()

        answers = (("L", lambda: _("Look at them"), look), ("S", lambda: _("Send all the same"), send))
        editor.note.ask(words, answers, focus=here and focus)

    # What is done about them

    def _act(self, box: FindingBox, name: str) -> None:
        if name == "show":
            self._select(box.judged)
        elif name == "mend":
            self._mend(box.judged)
        elif box.judged.waiver is not None:
            self.session.perform(take_back_waiver(box.judged.waiver.id), initiator=self.view)

    def _select(self, judged: Judged) -> None:
        editor = self.view.desk.editor
        if editor is None or not judged.finding.target or not self._is_at_hand(self.checked):
            return
        units, span = Utf16Map(self.checked.text), judged.finding.target[0]
        editor.field.select(units.to_units(span.start), units.to_units(span.end))
        editor.field.setFocus()

    def _mend(self, judged: Judged) -> None:
        editor = self.view.desk.editor
        if editor is not None and not editor.field.isReadOnly() and self._is_at_hand(self.checked):
            editor.take(corrected(self.checked.text, judged.finding.fix))

    def _mend_next(self) -> None:
        judged = next((each for each in unresolved(self.checked.found) if each.finding.fix), None)
        if judged is not None:
            self._mend(judged)

    def _waive(self, box: FindingBox, reason: str) -> None:
        row = self._line[0].translations.get(self._line[1]) if self._line is not None else None
        if row is None or not self._is_line(self.checked):
            return
        try:
            given = checked(WaiverInput, key=box.judged.finding.key.value, words=box.judged.words, reason=reason)
        except InputError as error:
            box.refuse(error)
            return

        def refused(error: WorkbenchError) -> bool:
            box.refuse(error)
            return True

        self.view.drafts.save()
        self.session.perform(waive(row.id, given), on_error=refused, initiator=self.view)
