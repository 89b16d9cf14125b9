"""What the checks find in the translation at hand, as it is typed: where, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import LINE_LIMIT, WaiverInput, checked
from workbench.i18n import N_, _, active, ngettext
from workbench.languages.checks import Severity, corrected
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.underlines import Underlines
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.translations.feature import DeskFeature, HelpPart
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

_SEVERITIES = {
    Severity.ERROR: N_("changes what is said"),
    Severity.WARNING: N_("look at it"),
    Severity.STYLE: N_("how it is printed"),
}


class FindingBox(Live, QFrame):
    """One finding with what can be done about it. `asked` names that: `show`, `mend`, `again`."""

    asked = Signal(str)
    waived = Signal(str)
    """Why it is let stand."""

    def __init__(self, judged: Judged, *, can_waive: bool, read_only: bool) -> None:
        super().__init__()
        self.setObjectName("Comment")
        self.judged = judged
        self._may = can_waive, read_only
        finding = judged.finding
        done = judged.waiver is not None
        self._words = PlainLabel(finding.text, role="second" if done else "", wrap=True)
        self._facts = PlainLabel(self._told, role="small", wrap=True)
        self.reason: FormRow | None = None
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._facts)
        self._column.addWidget(self._words)
        self.buttons: dict[str, Button] = {}
        flow = Flow()
        for name, words, icon, on in (
            ("show", lambda: _("Show"), "arrow-right", bool(finding.target)),
            ("mend", lambda: _("Mend"), "check", bool(finding.fix) and not done and not read_only),
            ("waive", lambda: _("Let it stand…"), "eye", can_waive and not done and not read_only),
            ("again", lambda: _("Show it again"), "undo-2", done and not read_only),
        ):
            if on:
                does = self.ask_reason if name == "waive" else partial(self.asked.emit, name)
                self.buttons[name] = Button(words, does, kind="quiet", icon=icon)
                flow.addWidget(self.buttons[name])
        self._column.addLayout(flow)
        self.restyle()

    def says(self, judged: Judged, *, can_waive: bool, read_only: bool) -> bool:
        """Tell whether this is what the box shows already, wherever in the texts it stands by now."""
        return _face(judged) == _face(self.judged) and self._may == (can_waive, read_only)

    def _told(self) -> str:
        if self.judged.waiver is not None:
            return _("Let stand: {reason}").format(reason=self.judged.waiver.reason)
        return _(_SEVERITIES[self.judged.finding.severity])

    def ask_reason(self) -> None:
        """Ask why it is right as it stands; Enter keeps it, Escape leaves it."""
        if self.reason is None:
            why = QLineEdit()
            why.setMaxLength(LINE_LIMIT)
            why.returnPressed.connect(lambda: self.waived.emit(why.text()))
            self.reason = FormRow(lambda: _("Why it is right as it stands"), why)
            self._column.insertWidget(2, self.reason)
        self.reason.show()
        self.reason.setFocus()

    def refuse(self, error: WorkbenchError) -> None:
        """Say beside the reason why it was not kept."""
        if self.reason is not None:
            self.reason.set_error(str(error))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reason is not None and self.reason.isVisible():
            self.reason.hide()
            self.buttons["waive"].setFocus()
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("wide"), look.px("gap"), look.px("wide"), 0)
        self._column.setSpacing(look.px("half"))


def _face(judged: Judged) -> tuple[object, ...]:
    finding = judged.finding
    told = finding.key, finding.severity, finding.message, finding.values
    return (*told, judged.words, judged.waiver, bool(finding.target), bool(finding.fix))


class FindingsPart(HelpPart):
    """The findings, the gravest first; what is let stand comes last."""

    action = "desk.findings"
    icon = "checks"

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[FindingBox] = []
        self._more = 0
        self.nothing = PlainLabel(lambda: _("The checks find nothing here."), role="second", wrap=True)
        self.rest = PlainLabel(self._rest_words, role="small", wrap=True)
        self.rest.hide()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.addWidget(self.nothing)
        self._list.addWidget(self.rest)
        self._list.addStretch(1)
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()

    @staticmethod
    @override
    def words() -> str:
        return _("Checks")

    @override
    def enter(self) -> None:
        self._enter(self.boxes)

    def _enter(self, boxes: Sequence[FindingBox]) -> None:
        (next((button for box in boxes for button in box.buttons.values()), None) or self).setFocus()

    def _rest_words(self) -> str:
        words = ngettext("{n} more is not shown", "{n} more are not shown", self._more)
        return words.format(n=active().number(self._more))

    def show_boxes(self, boxes: Sequence[FindingBox], count: int, more: int = 0) -> None:
        """Show findings, those that stay in the boxes that they have; `count` is how many are to be looked at.

        Whoever was at one that is gone is at the one in its place. `more` are without a box.
        """
        focus = QApplication.focusWidget()
        held = next((at for at, box in enumerate(self.boxes) if focus is not None and box.isAncestorOf(focus)), None)
        lost = held is not None and self.boxes[held] not in boxes
        gone = [box for box in self.boxes if box not in boxes]
        self.boxes = list(boxes)
        for place, box in enumerate(self.boxes):
            if self._list.indexOf(box) != place:
                self._list.insertWidget(place, box)
        if held is not None and lost:
            self._enter(self.boxes[min(held, len(boxes) - 1) :] if boxes else ())
        for box in gone:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._more = more
        self.nothing.setVisible(not boxes)
        self.rest.retranslate()
        self.rest.setVisible(more > 0)
        self.counted.emit(count)

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px("gap"))
        self.nothing.setContentsMargins(margin, margin, margin, 0)
        self.rest.setContentsMargins(margin, 0, margin, margin)


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
        self._settle = QTimer(self, singleShot=True, interval=WAIT)
        self._settle.timeout.connect(self._check)
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
        self._settle.start(0)

    @override
    def typed(self, text: str) -> None:
        self._settle.start(WAIT)

    @override
    def refresh(self, changes: Changes) -> None:
        if changes.touches(*BEHIND, "concept", "term"):
            self._settle.start(WAIT)

    def _check(self) -> None:
        if self._line is None:
            return
        (quote, language), text, session = self._line, self.view.desk.text, self.session
        saved = quote.translations.get(language) is not None

        def read(_context: Context) -> Checked:
            with session.read() as connection:
                found = findings_of(connection, session.terms, quote, language, text)
            return Checked((quote.id, language), text, tuple(found), saved)

        session.operations.run_read(read, on_done=self._take, owner=self.view)

    def _take(self, checked: Checked) -> None:
        # Where something else is in front, or more was typed, that is checked in a moment.
        # Where nothing is new, whoever is among the findings stays where they are.
        if self._is_at_hand(checked) and checked != self.checked:
            self.checked = checked
            self._show()
            self._underline()

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
