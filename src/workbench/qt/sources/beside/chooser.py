"""Choosing the source that stands beside the open one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.qt.operations import Context, Job
from workbench.qt.picker.popup import ENTER, Popup
from workbench.qt.session import Session
from workbench.qt.sources.article import provenance_text
from workbench.services.pairs import Partner, partners

_ROWS = 6
"""Rows that are shown without scrolling."""


class Chooser(Popup):
    """A line and the sources that fit it, likely partners first; Enter takes the current one.

    An Enter that comes before the answer is kept for it.
    """

    chosen = Signal(str)
    """The id of a source."""

    def __init__(self, host: QWidget, session: Session, source_id: str) -> None:
        super().__init__(host, width="overlay")
        self._session, self._source_id = session, source_id
        self._asked = self._answered = 0
        self._enter_waits = False
        self._job: Job | None = None
        self.edit = QLineEdit()
        self.edit.textChanged.connect(lambda _text: self._search())
        self.edit.installEventFilter(self)
        self._intro = PlainLabel(lambda: _("Which source stands beside this one?"), role="lead", wrap=True)
        self.list = LineList(lambda: _("Sources that fit"), place="field")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda _index: self.confirm())
        self._nothing = PlainLabel(self._nothing_words, role="second", wrap=True)
        for part in (self._intro, self.edit, self.list, self._nothing):
            self.column.addWidget(part)
        self._nothing.hide()
        self.setFocusProxy(self.edit)
        self.retranslate()
        self._search()

    def _nothing_words(self) -> str:
        if self.edit.text().strip():
            return _("No other source has these words in its title, author or publisher.")
        return _("There is no other source yet. Import the translation first: Ctrl+I.")

    def _search(self) -> None:
        self._asked += 1
        number, typed = self._asked, self.edit.text()
        if self._job is not None:
            self._job.cancel()
        archive, source_id = self._session.archive, self._source_id

        def read(context: Context) -> list[Partner]:
            with archive.read() as connection:
                return partners(connection, source_id, typed, check=context.check)

        self._job = self._session.operations.run_read(
            read, on_done=lambda found: self._take_answer(number, found), owner=self
        )

    def _take_answer(self, number: int, found: list[Partner]) -> None:
        if number != self._asked:
            return
        self._answered = number
        self.list.set_lines(_line(partner) for partner in found)
        self.list.setVisible(bool(found))
        self._nothing.set_words(self._nothing_words)
        self._nothing.setVisible(not found)
        if found:
            self.list.go_to(found[0].facts.id)
            height = self.list.sizeHintForRow(0) * min(_ROWS, len(found))
            self.list.setFixedHeight(height + 2 * self.list.frameWidth() + 2 * current_look().px("ring"))
        self.fit()
        if self._enter_waits:
            self._enter_waits = False
            self.confirm()

    @override
    def confirm(self) -> None:
        """Take the current source, as soon as the list fits what is typed."""
        if self._asked != self._answered:
            self._enter_waits = True
        elif self.list.current_id():
            chosen = self.list.current_id()
            self.dismiss()
            self.chosen.emit(chosen)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.edit:
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.confirm()
            return True
        return False

    @override
    def retranslate(self) -> None:
        self.edit.setAccessibleName(_("Find a source"))
        self.edit.setPlaceholderText(_("Title, author or publisher, in any script"))


def _line(partner: Partner) -> Line:
    facts = partner.facts
    right = _("published translation") if partner.tied else _("likely") if partner.likely else ""
    detail = provenance_text(facts.publisher, facts.published, facts.language)
    return Line(facts.id, facts.title or _("Without a title"), detail=detail, right=right)
