"""What is known about a source: found at import, corrected here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError, StaleError, WorkbenchError
from workbench.domain.inputs import Provenance, checked
from workbench.i18n import N_, _, active, ngettext
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.levels.control import LevelControl
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import DateRow, LanguageCombo
from workbench.qt.picker.popup import ENTER
from workbench.qt.session import Session
from workbench.services.sources import edit_source
from workbench.store.queries.pairs import Paired, pairs_of
from workbench.store.queries.sources import SourceDetail, source_detail
from workbench.store.tables import Source

_LINES: dict[str, str] = {
    "title": N_("Title"),
    "creator": N_("Author"),
    "publisher": N_("Publisher"),
    "address": N_("Web address"),
}
_DATES: dict[str, str] = {"published": N_("Published on"), "retrieved": N_("Retrieved on")}


class SourceDetails(Live, QScrollArea):
    """A form beside the text. It is saved when it is left; what does not fit stays, with a word beside it."""

    closed = Signal()

    shown = Signal(str)
    """The id of the source whose details are shown now."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._source: SourceDetail | None = None
        self._drafts: dict[str, dict[str, str]] = {}
        self._sent: Provenance | None = None
        self._new = False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.rows: dict[str, FormRow] = {}
        for key, words in _LINES.items():
            self.rows[key] = FormRow(lambda words=words: _(words), QLineEdit())  # type: ignore[misc]
        for key, words in _DATES.items():
            self.rows[key] = DateRow(lambda words=words: _(words))  # type: ignore[misc]
        self.language = LanguageCombo()
        self.rows["language"] = FormRow(lambda: _("Language of the text"), self.language)
        self.rows["rights"] = FormRow(lambda: _("Rights"), QLineEdit())
        self._intro = PlainLabel(self._intro_words, role="second", wrap=True)
        self._file = PlainLabel(role="small", wrap=True)
        self._file.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.level = LevelControl(session, Source)
        self.ties = PlainLabel(role="second", wrap=True)
        self._error = PlainLabel(role="error", wrap=True)
        self._error.hide()
        self.save_button = Button(lambda: _("Save and close"), self.save_and_close, kind="primary")
        self._build()
        self.retranslate()
        self.restyle()

    def _build(self) -> None:
        body = QWidget()
        body.setProperty("place", "panel")
        self._column = QVBoxLayout(body)
        self._column.addWidget(self._intro)
        for row in self.rows.values():
            self._column.addWidget(row)
        foot = Flow()
        foot.addWidget(self.save_button)
        self._column.addWidget(self.level)
        self._column.addWidget(self.ties)
        self._column.addWidget(self._error)
        self._column.addLayout(foot)
        self._column.addWidget(self._file)
        self._column.addStretch(1)
        self.setWidget(body)
        self.setFocusProxy(self.rows["title"])

    def _intro_words(self) -> str:
        if self._new:
            return _(
                "The source is in the archive. This was found in it, the language is proposed from"
                " its text: correct what is wrong."
            )
        return _("The bytes and the text stay as they were received; what is said about them can be corrected.")

    @property
    def source_id(self) -> str | None:
        """The id of the source whose details are shown."""
        return self._source.id if self._source is not None else None

    def show_source(self, source: SourceDetail, *, new: bool = False) -> None:
        """Show a source; `new` says that it was imported just now. A draft of before is shown again."""
        if self._source is not None and self._source.id != source.id:
            self.save()
        self._source, self._sent = source, None
        self._new = new
        draft = self._drafts.pop(source.id, None)
        for key in self.rows:
            self._put(key, (draft or {}).get(key, getattr(source, key)))
            self.rows[key].set_error("")
        self._say("")
        self.level.show_row(source.id)
        self.retranslate()
        self.shown.emit(source.id)

    def add_part(self, part: QWidget) -> None:
        """Put a part under the form."""
        self._column.insertWidget(self._column.count() - 1, part)

    def refresh(self) -> None:
        """Read the source again after a write; what is being typed stays."""
        if self._source is None:
            return
        with self._session.read() as connection:
            found = source_detail(connection, self._source.id)
        if found is None:
            self._source = None
            self.closed.emit()
            return
        before, self._source = self._source, found
        for key in self.rows:
            if self._typed(key) == getattr(before, key):
                self._put(key, getattr(found, key))

    def _put(self, key: str, value: str) -> None:
        row = self.rows[key]
        if isinstance(row, DateRow):
            row.set_value(value)
        elif row.field is self.language:
            self.language.set_tag(value)
        elif isinstance(row.field, QLineEdit):
            row.field.setText(value)
            row.field.setCursorPosition(0)

    def _typed(self, key: str) -> str:
        row = self.rows[key]
        if isinstance(row, DateRow):
            return row.given()
        if row.field is self.language:
            return self.language.tag()
        return row.field.text() if isinstance(row.field, QLineEdit) else ""

    def save(self) -> bool:
        """Save what was typed; False where something does not fit, which is said beside it and kept."""
        source = self._source
        if source is None:
            return True
        typed = {key: self._typed(key) for key in self.rows}
        for row in self.rows.values():
            row.set_error("")
        try:
            given = checked(Provenance, **typed)
        except InputError as error:
            self._drafts[source.id] = typed
            self._point_out(error)
            return False
        if given == self._sent or all(getattr(source, key) == value for key, value in given.model_dump().items()):
            return True
        self._sent = given
        self._session.perform(
            edit_source(source.id, given, expected=source.revision), on_error=self._refused, initiator=self
        )
        return True

    def _point_out(self, error: InputError) -> None:
        if error.field not in self.rows:
            self._say(str(error))
            return
        row = self.rows[error.field]
        row.set_error(str(error))
        row.setFocus()
        self.ensureWidgetVisible(row)

    def _refused(self, error: WorkbenchError) -> bool:
        self._sent = None
        if isinstance(error, StaleError):
            return False
        self._say(str(error))
        return True

    def _say(self, text: str) -> None:
        self._error.setText(text)
        self._error.setVisible(bool(text))

    def save_and_close(self) -> None:
        """Save, and make room again for what is known about the passage."""
        if self.save():
            self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER or event.key() == Qt.Key.Key_Escape:
            self.save_and_close()
        else:
            super().keyPressEvent(event)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Save before another view or panel takes this one's place."""
        self.save()
        super().hideEvent(event)

    def show_ties(self) -> None:
        """Say which sources this one is the published translation of, and which are its own."""
        ties: list[Paired] = []
        if self._source is not None and self._session.archive.is_open:
            with self._session.read() as connection:
                ties = pairs_of(connection, self._source.id)
        self.ties.setText("\n".join(_tie_text(tie) for tie in ties))
        self.ties.setVisible(bool(ties))

    @override
    def retranslate(self) -> None:
        self.show_ties()
        self.setAccessibleName(_("Details of this source"))
        self._intro.retranslate()
        source = self._source
        if source is not None:
            facts = [
                source.file_name or _("from the clipboard"),
                ngettext("{n} byte", "{n} bytes", source.original_size).format(n=active().number(source.original_size))
                + f"  ·  {source.media_type}",
                f"SHA-256 {_grouped(source.original_digest)}",
            ]
            self._file.set_words("\n".join(facts))

    @override
    def restyle(self) -> None:
        look = current_look()
        margin = look.px("wide")
        self._column.setContentsMargins(margin, margin, look.px("step"), margin)  # the scroll bar parts it on the right
        self._column.setSpacing(look.px("wide"))


def _tie_text(tie: Paired) -> str:
    translation = _("Its published translation: {title} ({language})")
    words = _("Original: {title} ({language})") if tie.original else translation
    return words.format(title=tie.title or _("Without a title"), language=active().language_name(tie.language))


def _grouped(digest: str) -> str:
    """Part a digest into groups of eight, so that it breaks into lines and can be compared by eye."""
    return " ".join(digest[at : at + 8] for at in range(0, len(digest), 8))
