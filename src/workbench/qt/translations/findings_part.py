"""The findings in the panel at the right, each in a box with what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import WorkbenchError
from workbench.domain.inputs import LINE_LIMIT
from workbench.i18n import N_, _, active, ngettext
from workbench.languages.checks import Key, Severity
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.translations.feature import HelpPart
from workbench.services.findings import Judged

SEVERITIES = {
    Severity.ERROR: N_("changes what is said"),
    Severity.WARNING: N_("look at it"),
    Severity.STYLE: N_("how it is printed"),
}
"""What is said of each severity."""


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
        return _(SEVERITIES[self.judged.finding.severity])

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

    def enter_at(self, key: Key, words: str) -> None:
        """Take the focus at the box of a finding, where it has one."""
        named = [box for box in self.boxes if (box.judged.finding.key, box.judged.words) == (key, words)]
        self._enter(named or self.boxes)

    def _enter(self, boxes: Sequence[FindingBox]) -> None:
        (next((button for box in boxes for button in box.buttons.values()), None) or self).setFocus()

    def _rest_words(self) -> str:
        words = ngettext("{n} more finding is not shown", "{n} more findings are not shown", self._more)
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
                box.show()  # at once: the focus may go there
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
