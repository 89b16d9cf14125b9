"""What the screen says about text versions elsewhere: in the details, in the inspector, over an older text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.date_text import date_text
from workbench.domain.kinds import Carried
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.inspector.parts import KeyedRows, RowButton, Section
from workbench.qt.look.style import current_look
from workbench.qt.session import Session
from workbench.store.queries.passages import PassageDetail
from workbench.store.queries.sources import SourceDetail
from workbench.store.queries.versions import VersionRow, last_step, list_versions, older_passage


class _VersionLine(Live, QWidget):
    """One text version: what it is called, and under it what else is known, broken where there is no room."""

    def __init__(self, does: RowButton) -> None:
        super().__init__()
        self.button = does
        self.facts = PlainLabel(role="small", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.button)
        column.addWidget(self.facts)
        self.restyle()

    def show_version(self, row: VersionRow, *, newest: bool) -> None:
        """Show a version; the first one's file is told in the details above."""
        book = active()
        self.button.show_text(_("Text {n}").format(n=book.number(row.number)))
        lines = [[ngettext("{n} passage", "{n} passages", row.standing).format(n=book.number(row.standing))]]
        if row.retrieved:
            lines[0].insert(0, date_text(row.retrieved, book.language))
        if newest:
            lines[0].append(_("the newest"))
        if row.capture_id is not None:
            size = ngettext("{n} byte", "{n} bytes", row.original_size).format(n=book.number(row.original_size))
            lines += [[row.file_name or _("from the clipboard"), size], [f"SHA-256 {row.original_digest[:16]}…"]]
        self.facts.set_words("\n".join("  ·  ".join(parts) for parts in lines))

    @override
    def restyle(self) -> None:
        # The facts begin where the button's words do.
        look = current_look()
        self.facts.setContentsMargins(look.px("gap") + look.px("hair"), 0, 0, look.px("step"))


class TextVersions(Section):
    """The texts of a source, in its details; each can be read."""

    version_asked = Signal(str)
    newer_asked = Signal()
    again_asked = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("Text versions"))
        self._session = session
        self._source_id = ""
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self.column.addLayout(rows)
        self.rows: KeyedRows[VersionRow, _VersionLine] = KeyedRows(
            rows, lambda row: row.id, lambda row: _VersionLine(RowButton(lambda: self.version_asked.emit(row.id)))
        )
        self.newer_button = Button(lambda: _("Import newer capture…"), self.newer_asked.emit)
        self.again_button = Button(lambda: _("Read the file again"), self.again_asked.emit, kind="quiet")
        verbs = Flow()
        verbs.addWidget(self.newer_button)
        verbs.addWidget(self.again_button)
        self.column.addLayout(verbs)

    def show_source(self, source_id: str) -> None:
        """Show the texts of a source."""
        self._source_id = source_id
        if not source_id or not self._session.archive.is_open:
            return
        with self._session.read() as connection:
            found = list_versions(connection, source_id)
        for button in (self.newer_button, self.again_button):
            button.setEnabled(not self._session.read_only)
        newest = found[0].id if found else ""
        self.rows.sync(found, lambda line, row: line.show_version(row, newest=row.id == newest))

    @override
    def retranslate(self) -> None:
        self.show_source(self._source_id)


class CarriedNote(Section):
    """In the inspector: how the passage came into the text where it stands, where there is something to say."""

    confirm_asked = Signal(str)
    return_asked = Signal(str)
    decide_asked = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(lambda: _("From an older text"))
        self._session = session
        self._passage: PassageDetail | None = None
        self.words = PlainLabel(role="second", wrap=True)
        self.confirm_button = Button(lambda: _("Confirm"), lambda: self._ask(self.confirm_asked))
        self.return_button = Button(lambda: _("Decide again"), lambda: self._ask(self.return_asked), kind="quiet")
        self.decide_button = Button(lambda: _("Decide (V)"), lambda: self._ask(self.decide_asked))
        verbs = Flow()
        for button in (self.confirm_button, self.decide_button, self.return_button):
            verbs.addWidget(button)
        self.column.addWidget(self.words)
        self.column.addLayout(verbs)
        self.hide()

    def _ask(self, signal: SignalInstance) -> None:
        if self._passage is not None:
            signal.emit(self._passage.id)

    def show_passage(self, passage: PassageDetail | None) -> None:
        """Show a passage's step, or nothing."""
        self._passage = passage
        if passage is None:
            self.hide()
            return
        with self._session.read() as connection:
            step, older = last_step(connection, passage.id), older_passage(connection, passage.id)
        moved = step is not None and step.how is Carried.MOVED
        gone = older is not None and older.gone
        self.confirm_button.setVisible(moved)
        self.return_button.setVisible(moved or gone)
        self.decide_button.setVisible(older is not None and not gone)
        words = ""
        if gone:
            words = _("Not in the newer text any more, as a person has said.")
        elif older is not None:
            words = _("It stands in an older text of this source and waits for you to decide.")
        elif step is not None and moved:
            words = _("Moved; confidence: {n} %.").format(n=active().number(step.confidence))
        elif step is not None and step.exact != step.now_exact:
            words = _("Placed here by a person. Before: “{words}”").format(words=" ".join(step.exact.split()))
        self.words.set_words(words)
        self.setVisible(bool(words))

    @override
    def retranslate(self) -> None:
        if self._session.archive.is_open:
            self.show_passage(self._passage)


class OlderBar(Live, QFrame):
    """Stands over a text for as long as it is not the newest of its source."""

    newest_asked = Signal()
    decide_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Banner")
        self.setProperty("level", "warning")
        self._version: VersionRow | None = None
        self._waiting = 0
        self._words = PlainLabel(self._say, wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.newest_button = Button(lambda: _("To the newest text (Esc)"), self.newest_asked.emit)
        self.decide_button = Button(self._decide_words, self.decide_asked.emit, kind="quiet")
        self._verbs = Flow()
        self._verbs.addWidget(self.newest_button)
        self._verbs.addWidget(self.decide_button)
        self._texts = QVBoxLayout()
        self._texts.addWidget(self._words)
        self._texts.addLayout(self._verbs)
        self._row = QHBoxLayout(self)
        self._row.addLayout(self._texts, 1)
        self.restyle()
        self.hide()

    def _decide_words(self) -> str:
        words = ngettext("Decide {n} passage (V)", "Decide {n} passages (V)", self._waiting)
        return words.format(n=active().number(self._waiting))

    def show_version(self, source: SourceDetail | None, session: Session, waiting: int) -> None:
        """Say that a source's text is an older one; nothing where it is the newest."""
        self._waiting, self._version = waiting, None
        if source is not None and source.older:
            with session.read() as connection:
                rows = {row.id: row for row in list_versions(connection, source.id)}
            self._version = rows.get(source.text_version_id)
        self._words.retranslate()
        self.decide_button.retranslate()
        self.decide_button.setVisible(waiting > 0)
        self.setAccessibleName(self._say())
        self.setVisible(self._version is not None)

    def _say(self) -> str:
        if self._version is None:
            return ""
        row, book = self._version, active()
        if not row.retrieved:
            return _("Older text {n}: for reading only.").format(n=book.number(row.number))
        return _("Older text {n}, received {date}: for reading only.").format(
            n=book.number(row.number), date=date_text(row.retrieved, book.language)
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.newest_asked.emit()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self._words.retranslate()
        self.setAccessibleName(self._say())

    @override
    def restyle(self) -> None:
        look = current_look()
        wide, gap = look.px("wide"), look.px("gap")
        self._row.setContentsMargins(look.px("hall"), gap, wide, gap)
        self._texts.setSpacing(look.px("step"))
