"""What the checks find in the translation at hand, as it is typed: where, why, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Utf16Map
from workbench.domain.changes import Changes
from workbench.domain.errors import InputError, WorkbenchError
from workbench.domain.inputs import LINE_LIMIT, WaiverInput, checked
from workbench.i18n import N_, _
from workbench.languages.checks import Severity, corrected
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.underlines import Underlines
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context
from workbench.qt.picker.popup import ENTER
from workbench.qt.translations.feature import DeskFeature, HelpPart
from workbench.services.findings import BEHIND, Judged, findings_of, take_back_waiver, unresolved, waive
from workbench.store.queries.quotes import QuoteRow

if TYPE_CHECKING:
    from workbench.qt.translations.view import TranslationsView

WAIT = 400
"""Milliseconds without a key after which what is typed is checked."""

LAYER = "checks"
"""Of the field's underlines."""

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
        finding = judged.finding
        done = judged.waiver is not None
        self._words = PlainLabel(finding.text, role="second" if done else "", wrap=True)
        self._facts = PlainLabel(self._told, role="small", wrap=True)
        self.why = QLineEdit()
        self.why.setMaxLength(LINE_LIMIT)
        self.reason = FormRow(lambda: _("Why it is right as it stands"), self.why)
        self._column = QVBoxLayout(self)
        for part in (self._facts, self._words, self.reason):
            self._column.addWidget(part)
        self.reason.hide()
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

    def _told(self) -> str:
        if self.judged.waiver is not None:
            return _("Let stand: {reason}").format(reason=self.judged.waiver.reason)
        return _(_SEVERITIES[self.judged.finding.severity])

    def ask_reason(self) -> None:
        """Ask why it is right as it stands; Enter keeps it, Escape leaves it."""
        self.reason.show()
        self.why.setFocus()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.reason.isVisible() and event.key() == Qt.Key.Key_Escape:
            self.reason.hide()
            self.buttons["waive"].setFocus()
        elif self.reason.isVisible() and event.key() in ENTER and self.why.hasFocus():
            self.waived.emit(self.why.text())
        else:
            super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(look.px("wide"), look.px("gap"), look.px("wide"), 0)
        self._column.setSpacing(look.px("half"))


class FindingsPart(HelpPart):
    """The findings, the gravest first; what is let stand comes last."""

    action = "desk.findings"
    icon = "checks"

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[FindingBox] = []
        self.nothing = PlainLabel(lambda: _("The checks find nothing here."), role="second", wrap=True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.addWidget(self.nothing)
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
        first = next((button for box in self.boxes for button in box.buttons.values()), None)
        (first or self).setFocus()

    def show_boxes(self, boxes: Sequence[FindingBox], count: int) -> None:
        """Show findings; `count` is how many are to be looked at."""
        for box in self.boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = list(boxes)
        for place, box in enumerate(self.boxes):
            self._list.insertWidget(place, box)
        self.nothing.setVisible(not boxes)
        self.counted.emit(count)

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px("gap"))
        self.nothing.setContentsMargins(margin, margin, margin, 0)


class Findings(DeskFeature):
    """Checks the translation at hand in the background, when it is shown and a moment after each key."""

    def __init__(self, view: TranslationsView) -> None:
        super().__init__(view)
        self.part = FindingsPart()
        self._line: tuple[QuoteRow, str] | None = None
        self._checked: tuple[str, str, str] = ("", "", "")
        self._found: list[Judged] = []
        self._saved = False
        self._settle = QTimer(self, singleShot=True, interval=WAIT)
        self._settle.timeout.connect(self._check)

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

    def _text(self) -> str:
        editor = self.view.desk.editor
        return editor.field.toPlainText() if editor is not None else ""

    def _check(self) -> None:
        if self._line is None:
            return
        (quote, language), text, session = self._line, self._text(), self.session

        def read(_context: Context) -> tuple[str, str, str, list[Judged]]:
            with session.read() as connection:
                return quote.id, language, text, findings_of(connection, session.terms, quote, language, text)

        session.operations.run_read(read, on_done=self._take, owner=self.view)

    def _take(self, found: tuple[str, str, str, list[Judged]]) -> None:
        quote_id, language, text, judged = found
        line = self._line
        if line is None or (line[0].id, line[1]) != (quote_id, language) or text != self._text():
            return  # something else is in front, or more was typed: it is checked again
        now = (quote_id, language, text), judged, line[0].translations.get(line[1]) is not None
        if (self._checked, self._found, self._saved) == now:
            return  # whoever is among the findings stays where they are
        self._checked, self._found, self._saved = now
        self._show()

    def _show(self) -> None:
        open_ones = unresolved(self._found)
        rest = [each for each in self._found if each.waiver is not None]
        boxes = []
        for judged in (*open_ones, *rest):
            box = FindingBox(judged, can_waive=self._saved, read_only=self.session.read_only)
            box.asked.connect(partial(self._act, judged))
            box.waived.connect(partial(self._waive, box))
            boxes.append(box)
        self.part.show_boxes(boxes, len(open_ones))
        self._underline(open_ones)

    def _underline(self, found: Sequence[Judged]) -> None:
        editor = self.view.desk.editor
        if editor is None:
            return
        units = Utf16Map(self._checked[2])
        places = [
            (units.to_units(span.start), units.to_units(span.end))
            for judged in found
            for span in judged.finding.target
            if span.end - span.start < len(self._checked[2])
        ]
        dotted = QTextCharFormat.UnderlineStyle.DashUnderline
        Underlines.of(editor.field).show(LAYER, places, current_look().colour("warning"), dotted)

    # What is done about them

    def _act(self, judged: Judged, name: str) -> None:
        if name == "show":
            self._select(judged)
        elif name == "mend":
            self._mend(judged)
        elif judged.waiver is not None:
            self.session.perform(take_back_waiver(judged.waiver.id), initiator=self.view)

    def _select(self, judged: Judged) -> None:
        editor = self.view.desk.editor
        if editor is None or not judged.finding.target or self._text() != self._checked[2]:
            return
        units, span = Utf16Map(self._checked[2]), judged.finding.target[0]
        cursor = editor.field.textCursor()
        cursor.setPosition(units.to_units(span.start))
        cursor.setPosition(units.to_units(span.end), QTextCursor.MoveMode.KeepAnchor)
        editor.field.setTextCursor(cursor)
        editor.field.setFocus()

    def _mend(self, judged: Judged) -> None:
        editor = self.view.desk.editor
        text = self._text()
        if editor is not None and not editor.field.isReadOnly() and text == self._checked[2]:
            editor.take(corrected(text, judged.finding.fix))

    def _mend_next(self) -> None:
        judged = next((each for each in unresolved(self._found) if each.finding.fix), None)
        if judged is not None:
            self._mend(judged)

    def _waive(self, box: FindingBox, reason: str) -> None:
        line = self._line
        row = line[0].translations.get(line[1]) if line is not None else None
        if row is None:
            return
        try:
            given = checked(WaiverInput, key=box.judged.finding.key.value, words=box.judged.words, reason=reason)
        except InputError as error:
            box.reason.set_error(str(error))
            return

        def refused(error: WorkbenchError) -> bool:
            box.reason.set_error(str(error))
            return True

        self.view.drafts.save()
        self.session.perform(waive(row.id, given), on_error=refused, initiator=self.view)
