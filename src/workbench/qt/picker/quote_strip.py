"""The strip under a quote: who said it, in which language, directly or retold, and who translated it before."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import QuoteInput, RecordInput, checked
from workbench.domain.kinds import Manner, RecordKind
from workbench.i18n import N_, _
from workbench.qt.frame.base import Button
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.adaptive import SideBySide
from workbench.qt.picker.fields import ChoiceRow, LanguageCombo
from workbench.qt.picker.offers import Choice
from workbench.qt.picker.popup import ENTER, Popup, pressed_with_ctrl
from workbench.qt.picker.record_field import RecordField
from workbench.qt.session import Session

MANNERS: dict[str, str] = {Manner.DIRECT.value: N_("their own words"), Manner.PARAPHRASE.value: N_("retold")}
"""Each manner's words, English."""

SPEAKERS = (RecordKind.PERSON, RecordKind.ORGANISATION)
"""The kinds of record that can say something, or translate it."""

_TALL = 16
"""Targets of height that all of the strip needs, with room for a few names that are offered."""


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """What the strip was left with; the new records are made together with the quote."""

    given: QuoteInput
    new_speaker: RecordInput | None
    new_interpreter: RecordInput | None = None


@dataclass(frozen=True, slots=True)
class KnownFacts:
    """What is known of a quote already; languages are BCP 47 tags, empty where unknown."""

    spoken: str = ""
    manner: str = Manner.DIRECT.value
    speaker: Choice | None = None
    via: str = ""
    interpreter: Choice | None = None


class QuoteStrip(Popup):
    """Asks for a quote's facts. Enter takes a speaker that was typed, Enter again is done."""

    done = Signal(object)
    """`QuoteFacts`."""

    def __init__(
        self, host: QWidget, session: Session, *, published: str, facts: KnownFacts | None = None, known: bool = False
    ) -> None:
        """Start from these facts; an empty `published` is not known yet.

        `known` says that these words are a quote already, whose facts are changed.
        """
        super().__init__(host)
        facts = facts or KnownFacts()
        self.speaker = RecordField(
            session, lambda: _("Who says it"), lambda: _("Choose another speaker"), kinds=SPEAKERS, tag=published
        )
        self.interpreter = RecordField(
            session, lambda: _("Who translated it"), lambda: _("Choose another one"), kinds=SPEAKERS, tag=published
        )
        self.published, self.spoken = LanguageCombo(unknown=not published), LanguageCombo()
        self.via = LanguageCombo()
        self.published.set_tag(published)
        self.spoken.set_tag(facts.spoken)
        self.via.set_tag(facts.via)
        self._published_row = FormRow(lambda: _("Published in"), self.published)
        self._spoken_row = FormRow(lambda: _("Spoken in"), self.spoken)
        self._via_row = FormRow(lambda: _("By way of"), self.via)
        self.manner = ChoiceRow(lambda: _("How it is quoted"), MANNERS)
        self.manner.set_value(facts.manner)
        self.between = Button(lambda: _("Translated in between…"), self.show_between, kind="quiet", icon="voice")
        self._between = QWidget()
        self._save = Button(lambda: _("Save quote") if known else _("Mark quote"), self.confirm, kind="primary")
        self._build()
        if facts.speaker is not None:
            self.speaker.show_choice(facts.speaker)
            self.setFocusProxy(self._save)
        if facts.interpreter is not None:
            self.interpreter.show_choice(facts.interpreter)
        self._show_between(shown=bool(facts.via or facts.interpreter))

    def _build(self) -> None:
        self._title = PlainLabel(lambda: _("Quote: who says it"), role="section")
        self._keys = PlainLabel(
            lambda: _("Enter takes the speaker, Enter again is done. Esc closes."), role="small", wrap=True
        )
        self._inside = QVBoxLayout(self._between)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.addWidget(self._via_row)
        self._inside.addWidget(FormRow(lambda: _("Who translated it"), self.interpreter))
        self.column.addWidget(self._title)
        self.column.addWidget(self.speaker)
        self.column.addWidget(SideBySide((self._published_row, 1), (self._spoken_row, 1)))
        self.column.addWidget(self._between)
        self.column.addWidget(self.between, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(SideBySide((self.manner, 1), (self._save, 0)))
        self.column.addWidget(self._keys)
        self.speaker.taken.connect(self._taken)
        self.interpreter.taken.connect(self._save.setFocus)
        for field in (self.speaker, self.interpreter):
            field.resized.connect(self._refit)
        self.setFocusProxy(self.speaker)
        self.setAccessibleName(_("Quote"))

    def show_between(self) -> None:
        """Ask for what stands between the words as spoken and as published."""
        self._show_between(shown=True)
        self.via.setFocus()
        self._refit()

    def _show_between(self, *, shown: bool) -> None:
        self._between.setVisible(shown)
        self.between.setVisible(not shown)

    @override
    def fit(self) -> None:
        # Where there is hardly room for the fields, what is said beside them gives way.
        tight = not self._between.isHidden() and self._host().height() < current_look().px("target") * _TALL
        for label in (self._title, self._keys):
            label.setVisible(not tight)
        super().fit()

    def _refit(self) -> None:
        if self._open:
            self.setFocusProxy(self._save if self.speaker.choice is not None else self.speaker)
            self.fit()

    def _taken(self) -> None:
        self.setFocusProxy(self._save)
        self._save.setFocus()

    @override
    def confirm(self) -> None:
        if self.speaker.unfinished:
            self.speaker.refuse(_("Take the speaker from the list, or empty the field."))
            return
        if self.interpreter.unfinished:
            self.interpreter.refuse(_("Take who translated it from the list, or empty the field."))
            return
        try:
            given = checked(
                QuoteInput,
                speaker_id=self.speaker.known,
                published_language=self.published.tag(),
                spoken_language=self.spoken.tag(),
                manner=self.manner.value(),
                via_language=self.via.tag(),
                interpreter_id=self.interpreter.known,
            )
        except InputError:
            self._published_row.set_error(lambda: _("Say in which language it was published."))
            self.published.setFocus()
            return
        self.dismiss()
        self.done.emit(QuoteFacts(given, self.speaker.new, self.interpreter.new))

    @override
    def back(self) -> None:
        if self.speaker.choice is not None and self._save.hasFocus() and self.speaker.search.text():
            self.speaker.drop()
        else:
            self.dismiss()

    @override
    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or pressed_with_ctrl(event, *ENTER)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.speaker.choice is not None and event.key() == Qt.Key.Key_Backspace:
            self.speaker.drop()
            event.accept()
            return
        super().keyPressEvent(event)

    @override
    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "_inside"):
            self._inside.setSpacing(current_look().px("gap"))
