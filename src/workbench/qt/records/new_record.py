"""Making a record: its names in the four languages."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.inputs import NameInput, RecordInput, checked
from workbench.domain.kinds import NameKind, RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.i18n import _, active
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.records.form import InlineForm
from workbench.qt.records.sameness.hint import SameHint
from workbench.qt.records.script_remark import ScriptRemark
from workbench.qt.records.words import NEW
from workbench.qt.session import Session
from workbench.services.records import create_record
from workbench.store.work import Act


class NewRecordForm(InlineForm):
    """One name is enough; the others can follow later."""

    def __init__(self, session: Session, kind: RecordKind) -> None:
        super().__init__(session, lambda: _("Create record"), lambda: _("Cancel"))
        self.kind = kind
        self.add(PlainLabel(lambda: _(NEW[kind]), role="title"))
        self.add(PlainLabel(lambda: _("One name is enough; the others can follow later."), role="second", wrap=True))
        own = session.language
        self.names = {tag: QLineEdit() for tag in sorted(WORKING_LANGUAGES, key=lambda tag: tag != own)}
        self.same = SameHint(session, kind, self._typed)
        # Each field is for a language, until the person says that what stands in it is of another one.
        self._tags = {tag: tag for tag in self.names}
        self._fields: dict[str, FormRow] = {}
        for tag, field in self.names.items():
            self._fields[tag] = FormRow(partial(self._language, tag), field)
            self.add(self._fields[tag], *(("names", "value") if tag == own else ()))
            remark = self.add_remark(ScriptRemark())
            remark.accepted.connect(partial(self._take_language, tag))
            field.textChanged.connect(self.same.look)
            field.textChanged.connect(partial(self._look_at_script, tag, remark))
        self.add(self.same)
        self.setFocusProxy(self.names[own])

    def _typed(self) -> list[tuple[str, str]]:
        return [(field.text(), self._tags[tag]) for tag, field in self.names.items()]

    def _language(self, tag: str) -> str:
        return active().language_name(self._tags[tag])

    def _look_at_script(self, tag: str, remark: ScriptRemark, text: str) -> None:
        if not text.strip():
            self._give(tag, tag)
        remark.look_at(text, self._tags[tag])

    def _give(self, place: str, tag: str) -> None:
        self._tags[place] = tag
        self._fields[place].label.retranslate()
        self._fields[place].retranslate()

    def _take_language(self, place: str, tag: str) -> None:
        """Move a name to the field of its language; where there is none that is empty, make this one its field."""
        text, other = self.names[place].text(), self.names.get(tag)
        if other is not None and not other.text().strip():
            self.names[place].clear()
            other.setText(text)
            other.setFocus()
            return
        self._give(place, tag)
        self.names[place].textChanged.emit(text)
        self.names[place].setFocus()

    @override
    def act(self) -> Act[Any]:
        typed = [(value, tag) for value, tag in self._typed() if value.strip()]
        if not typed:
            raise InputError(_("Give the record a name first."), field="names")
        # A second name of one language is another name: only one of them is preferred.
        had: set[str] = set()
        names = []
        for value, tag in typed:
            kind = NameKind.ALIAS if tag in had else NameKind.PREFERRED
            names.append(checked(NameInput, value=value, tag=tag, kind=kind))
            had.add(tag)
        return create_record(checked(RecordInput, kind=self.kind, names=tuple(names)))
