"""The Review part: the reason and the verdicts, the history, two wordings side by side, what came back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.kinds import Verdict
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.frame.base import Button, Live, Words, variant
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import CalmCombo
from workbench.qt.picker.popup import ENTER, pressed_with_ctrl
from workbench.qt.translations.difference import Difference, WordChange
from workbench.qt.translations.feature import HelpPart
from workbench.services.back_translations import BackRow
from workbench.services.review_history import History, Judgement, Wording

_LINES = 2
"""Lines of type that the field for the reason shows."""

_NEWEST = 50
"""Entries of the history that are shown; the wordings to compare are all there."""

_SAID: dict[Verdict, str] = {
    Verdict.ACCEPTED: N_("Accepted"),
    Verdict.REJECTED: N_("Rejected"),
    Verdict.DISPUTED: N_("Disputed"),
    Verdict.SECOND_LOOK: N_("Second look asked for"),
}
_ACTION: dict[Verdict, str] = {
    Verdict.ACCEPTED: "desk.accept",
    Verdict.REJECTED: "desk.reject",
    Verdict.DISPUTED: "desk.dispute",
    Verdict.SECOND_LOOK: "desk.second_look",
}


class _Entry(Live, QFrame):
    """One thing of the history: what, by whom and when, and the words."""

    def __init__(self, head: Words, text: str, *, strong: bool) -> None:
        super().__init__()
        self.setObjectName("Comment")
        self._column = QVBoxLayout(self)
        self._column.addWidget(PlainLabel(head, role="section" if strong else "small", wrap=True))
        if text:
            words = PlainLabel(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(words)
        self.restyle()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px("half"))


class ReviewPart(HelpPart):
    """Shows the history of one translation. `asked(str)` is the action of a button."""

    action = "desk.reviews"
    icon = "review"

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.history = History()
        self._translation_id = ""
        self._people: dict[str, str] = {}
        self._words = ""
        self._drafts: dict[str, str] = {}
        self._waits_for = Verdict.REJECTED
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.row = FormRow(lambda: _("Reason"), self.field)
        ask = self.asked.emit
        self.accept = Button(lambda: _("Accept"), lambda: ask("desk.accept"), icon="check")
        self.reject = Button(lambda: _("Reject"), lambda: ask("desk.reject"), icon="undo-2")
        self.dispute = Button(lambda: _("Dispute"), lambda: ask("desk.dispute"), icon="triangle-alert")
        self.second = Button(lambda: _("Ask for a second look"), lambda: ask("desk.second_look"), icon="eye")
        self._nothing = PlainLabel(
            lambda: _("Nothing to review here yet: there is no translation."), role="second", wrap=True
        )
        self.entries: list[_Entry] = []
        self.first, self.other = CalmCombo(), CalmCombo()
        self.difference, self.back_difference = Difference(whole=True), Difference(whole=True)
        self._older = PlainLabel(self._older_words, role="small", wrap=True)
        self._back = PlainLabel(self._back_words, role="second", wrap=True)
        self.translate_back = Button(
            lambda: _("Have it translated back"), lambda: ask("desk.translate_back"), icon="refresh-cw"
        )
        self._build()
        for box in (self.first, self.other):
            box.currentIndexChanged.connect(self._compare)
        self.field.textChanged.connect(lambda: self.say(""))
        self.retranslate()
        self.restyle()
        self.show_nothing()

    def _build(self) -> None:
        verbs = Flow()
        for button in (self.accept, self.reject, self.dispute, self.second):
            verbs.addWidget(button)
        self._judging, self._about = QWidget(), QWidget()
        self._judge_column = QVBoxLayout(self._judging)
        self._judge_column.addWidget(self.row)
        self._judge_column.addLayout(verbs)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self._about)
        self._comparing = QWidget()
        self._compare_column = QVBoxLayout(self._comparing)
        self._compare_column.addWidget(PlainLabel(lambda: _("Compare two wordings"), role="lead"))
        for each in (self.first, self.other, self.difference):
            self._compare_column.addWidget(each)
        self._column.addWidget(PlainLabel(lambda: _("Translated back"), role="lead"))
        self._column.addWidget(self._back)
        self._column.addWidget(self.back_difference)
        self._backing = Flow()
        self._backing.addWidget(self.translate_back)
        self._column.addLayout(self._backing)
        self._column.addWidget(self._comparing)
        self._column.addWidget(PlainLabel(lambda: _("History"), role="lead"))
        self._column.addLayout(self._list)
        self._column.addWidget(self._older)
        inside = QWidget()
        self._whole = QVBoxLayout(inside)
        for part in (self._nothing, self._judging, self._about):
            self._whole.addWidget(part)
        self._whole.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.setFocusProxy(self.field)

    @staticmethod
    @override
    def words() -> str:
        return _("Review")

    # The reason

    @property
    def reason(self) -> str:
        """What stands in the field for the reason."""
        return self.field.toPlainText()

    def wait_for(self, verdict: Verdict) -> None:
        """Have Enter in the field say this verdict."""
        self._waits_for = verdict
        self._show_hint()
        self._area.verticalScrollBar().setValue(0)

    def say(self, text: str) -> None:
        """Say beside the reason what is wrong with it."""
        self.row.set_error(text)
        variant(self.field, wrong="true" if text else "false")

    def clear(self, translation_id: str) -> None:
        """Empty the reason: it stands in the history now."""
        self._drafts.pop(translation_id, None)
        if translation_id == self._translation_id:
            self.field.clear()
            self.wait_for(Verdict.REJECTED)

    def turn_to(self, translation_id: str) -> None:
        """Put a reason that was begun aside, and take up what was begun for the other translation."""
        if translation_id != self._translation_id:
            self.first.clear()
            self.other.clear()
            if self.reason.strip():
                self._drafts[self._translation_id] = self.reason
            self._translation_id = translation_id
            self.field.setPlainText(self._drafts.pop(translation_id, ""))
            self.wait_for(Verdict.REJECTED)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched is self.field and _gives(event):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()  # else it would confirm the translation
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.asked.emit(_ACTION[self._waits_for])
                return True
        return False

    # The history

    def show_nothing(self) -> None:
        """Show that there is no translation."""
        self.turn_to("")
        self.history = History()
        self._nothing.show()
        self._judging.hide()
        self._about.hide()
        self.counted.emit(0)

    def show_history(
        self, translation_id: str, history: History, people: dict[str, str], words: str, *, read_only: bool
    ) -> None:
        """Show the history of a translation; `people` are initials by profile, `words` the quote's."""
        self.turn_to(translation_id)
        self.history, self._people, self._words = history, people, words
        self._nothing.hide()
        self._judging.setVisible(not read_only)
        self.translate_back.setVisible(not read_only)
        self._about.show()
        self._show()
        self.counted.emit(len(history.judgements))

    def _show(self) -> None:
        for part in self.entries:
            self._list.removeWidget(part)
            part.hide()
            part.deleteLater()
        steps: list[Judgement | Wording] = [*self.history.judgements, *self.history.wordings]
        steps.sort(key=_moment, reverse=True)
        self.entries = [self._entry(step) for step in steps[:_NEWEST]]
        for part in self.entries:
            self._list.addWidget(part)
        self._older.setVisible(len(steps) > _NEWEST)
        self._fill()
        self._compare()
        self._show_back()

    def _entry(self, step: Judgement | Wording) -> _Entry:
        if isinstance(step, Judgement):
            verdict = step.verdict
            return _Entry(lambda: self._told(_(_SAID[verdict]), step), step.reason, strong=True)
        return _Entry(lambda: self._told(_("Wording"), step), step.text, strong=False)

    def _told(self, what: str, step: Judgement | Wording | BackRow) -> str:
        profile = step.translator_id if isinstance(step, BackRow) else step.profile_id
        when = active().date_time(datetime.fromisoformat(step.moment))
        return " · ".join(part for part in (what, self._people.get(profile or "", ""), when) if part)

    def _older_words(self) -> str:
        more = len(self.history.judgements) + len(self.history.wordings) - _NEWEST
        return ngettext("{n} older entry", "{n} older entries", more).format(n=active().number(more))

    # Two wordings

    def _fill(self) -> None:
        wordings = self.history.wordings
        for usual, box in ((1, self.first), (0, self.other)):
            # What the person has chosen stays; “now” stays now.
            kept = box.currentData() if box.currentIndex() > 0 else None
            with QSignalBlocker(box):
                box.clear()
                for number, wording in enumerate(wordings):
                    label = _("Wording of now") if number == 0 else self._told(_("Wording"), wording)
                    box.addItem(label, wording.text)
                there = box.findData(kept) if kept is not None else -1
                box.setCurrentIndex(there if there >= 0 else min(usual, len(wordings) - 1))
        self._comparing.setVisible(len(wordings) > 1)

    def _compare(self) -> None:
        one, other = self.first.currentData(), self.other.currentData()
        if one is None or other is None:
            self.difference.show_changes(())
            return
        heads = (_("First:"), _("Second:"))
        self.difference.show_changes((WordChange(one, other, heads=heads),))

    # Translated back

    def _show_back(self) -> None:
        self._back.retranslate()
        back = self.history.backs[0] if self.history.backs else None
        self.back_difference.setVisible(back is not None)
        if back is not None:
            heads = (_("The quote:"), _("Translated back:"))
            self.back_difference.show_changes((WordChange(back.words, back.text, heads=heads),))

    def _back_words(self) -> str:
        if not self.history.backs:
            return _("Somebody who does not know the quote says in its language what the translation says.")
        back = self.history.backs[0]
        now = self.history.wordings[0].text if self.history.wordings else ""
        percent = f"{active().number(back.score)} %"
        parts = [
            self._told("", back),
            _("{percent} of the words are the same. This is a hint only: other words can say the same.").format(
                percent=percent
            ),
        ]
        if back.of_text != now:
            parts.append(_("The translation was changed since."))
        return "\n".join(parts)

    # Words and looks

    def _show_hint(self) -> None:
        hints: dict[Verdict, Callable[[], str]] = {
            Verdict.REJECTED: lambda: _("Why? Enter rejects with this reason, Shift+Enter begins a new line"),
            Verdict.DISPUTED: lambda: _("Why? Enter disputes it with this reason, Shift+Enter begins a new line"),
        }
        self.field.setPlaceholderText(hints[self._waits_for]())

    @override
    def retranslate(self) -> None:
        self.field.setAccessibleName(_("Reason"))
        self.first.setAccessibleName(_("First wording"))
        self.other.setAccessibleName(_("Second wording"))
        self._show_hint()
        if self._translation_id:
            self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        gap = look.px("gap")
        self._whole.setContentsMargins(gap, 0, gap, gap)
        self._whole.setSpacing(gap)
        for column in (self._judge_column, self._column, self._compare_column):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px("step"))
        self._list.setSpacing(gap)
        self._nothing.setContentsMargins(gap, gap, gap, gap)
        self.field.setFixedHeight(_LINES * self.field.fontMetrics().lineSpacing() + 2 * gap)


def _gives(event: QKeyEvent) -> bool:
    """Tell whether a key gives the reason: Enter, and with Ctrl too, which elsewhere on the desk goes on."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return (plain and event.key() in ENTER) or pressed_with_ctrl(event, *ENTER)


def _moment(step: Judgement | Wording) -> str:
    return step.moment
