"""The strip under a quote: who said it, in which language, directly or retold."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import QuoteInput, RecordInput, checked
from workbench.domain.kinds import Manner, RecordKind
from workbench.i18n import N_, _
from workbench.qt.frame.base import Button, IconButton
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import ElidedLabel, PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.adaptive import SideBySide
from workbench.qt.picker.fields import ChoiceRow, LanguageCombo
from workbench.qt.picker.offers import KIND_ICONS, Choice
from workbench.qt.picker.popup import ENTER, Popup, pressed_with_ctrl
from workbench.qt.picker.search import RecordSearch
from workbench.qt.session import Session

MANNERS: dict[str, str] = {Manner.DIRECT.value: N_("their own words"), Manner.PARAPHRASE.value: N_("retold")}
"""Each manner's words, English."""

SPEAKERS = (RecordKind.PERSON, RecordKind.ORGANISATION)
"""The kinds of record that can say something."""


@dataclass(frozen=True, slots=True)
class QuoteFacts:
    """What the strip was left with; `new_speaker` is made together with the quote."""

    given: QuoteInput
    new_speaker: RecordInput | None


class QuoteStrip(Popup):
    """Asks for a quote's facts. Enter takes a speaker that was typed, Enter again is done."""

    done = Signal(object)
    """`QuoteFacts`."""

    def __init__(
        self,
        host: QWidget,
        session: Session,
        *,
        published: str,
        spoken: str = "",
        manner: str = Manner.DIRECT.value,
        speaker: Choice | None = None,
        known: bool = False,
    ) -> None:
        """Start from these facts; languages are BCP 47 tags, an empty `published` is not known yet.

        `known` says that these words are a quote already, whose facts are changed.
        """
        super().__init__(host)
        self._speaker: Choice | None = None
        self.search = RecordSearch(session, lambda: _("Who says it"), kinds=SPEAKERS, tag=published)
        self._icon, self._name = QLabel(), ElidedLabel(strong=True)
        self._other = IconButton("x", lambda: _("Choose another speaker"), self._drop_speaker)
        self._shown = QWidget()
        row = QHBoxLayout(self._shown)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._icon)
        row.addWidget(self._name, 1)
        row.addWidget(self._other)
        self.published, self.spoken = LanguageCombo(unknown=not published), LanguageCombo()
        self.published.set_tag(published)
        self.spoken.set_tag(spoken)
        self._published_row = FormRow(lambda: _("Published in"), self.published)
        self._spoken_row = FormRow(lambda: _("Spoken in"), self.spoken)
        self.manner = ChoiceRow(lambda: _("How it is quoted"), MANNERS)
        self.manner.set_value(manner)
        self._save = Button(lambda: _("Save quote") if known else _("Mark quote"), self.confirm, kind="primary")
        self._build()
        if speaker is not None:
            self._take(speaker)

    def _build(self) -> None:
        self._title = PlainLabel(lambda: _("Quote: who says it"), role="section")
        self._keys = PlainLabel(
            lambda: _("Enter takes the speaker, Enter again is done. Esc closes."), role="small", wrap=True
        )
        self.column.addWidget(self._title)
        self.column.addWidget(self.search)
        self.column.addWidget(self._shown)
        self.column.addWidget(SideBySide((self._published_row, 1), (self._spoken_row, 1)))
        self.column.addWidget(SideBySide((self.manner, 1), (self._save, 0)))
        self.column.addWidget(self._keys)
        self._shown.hide()
        self.search.chosen.connect(self._chosen)
        self.search.settled.connect(self._refit)
        self.setFocusProxy(self.search)
        self.setAccessibleName(_("Quote"))

    def _refit(self) -> None:
        if self._open:
            self.fit()

    def _take(self, choice: Choice) -> None:
        self._speaker = choice
        self._name.set_text(choice.name)
        look = current_look()
        side = look.px("icon")
        icon = look.icon(KIND_ICONS[choice.kind], choice.kind.value)
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))
        self._shown.show()
        self.setFocusProxy(self._save)

    def _chosen(self, choice: Choice) -> None:
        self._take(choice)
        # The focus goes first: a hidden field would hand it to whatever comes next.
        self._save.setFocus()
        self.search.hide()
        self._refit()

    def _drop_speaker(self) -> None:
        self._speaker = None
        self.setFocusProxy(self.search)
        self.search.show()
        self.search.set_text("")
        self.search.setFocus()
        self._shown.hide()
        self._refit()

    @override
    def open_at(self, anchor: object) -> None:
        self.search.setVisible(self._speaker is None)
        super().open_at(anchor)  # type: ignore[arg-type]

    @override
    def confirm(self) -> None:
        if self._speaker is None and self.search.text():
            self.search.set_error(_("Take the speaker from the list, or empty the field."))
            self.search.setFocus()
            return
        record = self._speaker.record if self._speaker is not None else None
        try:
            given = checked(
                QuoteInput,
                speaker_id=record if isinstance(record, str) else None,
                published_language=self.published.tag(),
                spoken_language=self.spoken.tag(),
                manner=self.manner.value(),
            )
        except InputError:
            self._published_row.set_error(lambda: _("Say in which language it was published."))
            self.published.setFocus()
            return
        self.dismiss()
        self.done.emit(QuoteFacts(given, record if isinstance(record, RecordInput) else None))

    @override
    def back(self) -> None:
        if self._speaker is not None and self._save.hasFocus() and self.search.text():
            self._drop_speaker()
        else:
            self.dismiss()

    @override
    def takes(self, event: QKeyEvent) -> bool:
        return super().takes(event) or pressed_with_ctrl(event, *ENTER)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._speaker is not None and event.key() == Qt.Key.Key_Backspace:
            self._drop_speaker()
            event.accept()
            return
        super().keyPressEvent(event)
