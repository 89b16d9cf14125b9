"""The properties of the archive's own: making one, and changing and removing those that are there."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.changes import Changes
from workbench.domain.inputs import PropertyInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import Property, ValueType
from workbench.i18n import N_, _
from workbench.qt.frame.base import IconButton
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.fields import ChoiceRow
from workbench.qt.records.form import InlineForm
from workbench.qt.records.words import PLURALS
from workbench.qt.session import Session
from workbench.services.vocabulary import add_property, edit_property, remove_property
from workbench.store.queries.vocabulary import own_properties
from workbench.store.work import Act

_TYPES = {
    ValueType.TEXT.value: N_("text"),
    ValueType.DATE.value: N_("date"),
    ValueType.PLACE.value: N_("place"),
}


class PropertyForm(InlineForm):
    """Asks for a property's label, what its values are, which records have it, and whether it has one value only.

    `saved` carries the key of a new one. Below it stand the archive's own properties, to be changed
    or removed; what is in use says so and stays. With `known` that one is changed.
    """

    change_asked = Signal(object)
    """A `Property` of the archive's own that is to be changed."""

    def __init__(self, session: Session, kind: RecordKind, known: Property | None = None) -> None:
        super().__init__(
            session,
            (lambda: _("Add property")) if known is None else (lambda: _("Save changes")),
            lambda: _("Cancel"),
        )
        self._known = known
        self.label = QLineEdit(known.label if known is not None else "")
        self.value_type = ChoiceRow(lambda: _("Type of value"), _TYPES)
        self.kinds: dict[RecordKind, QCheckBox] = {}
        boxes = QWidget()
        row = Flow(boxes)
        for each in RecordKind:
            box = self.kinds[each] = QCheckBox(_(PLURALS[each]))
            box.setChecked(each in known.kinds if known is not None else each is kind)
            row.addWidget(box)
        self.single = QCheckBox(_("Only one value can be true"))
        if known is not None:
            self.value_type.set_value(known.value_type.value)
            self.single.setChecked(known.single)
        self.add(PlainLabel((lambda: _("New property")) if known is None else known.label, role="section"))
        self.add(FormRow(lambda: _("What it is called"), self.label), "label")
        self.add(FormRow(lambda: _("Type of value"), self.value_type), "value_type")
        self.add(FormRow(lambda: _("For which records"), boxes), "kinds")
        self.add(self.single)
        self.setFocusProxy(self.label)
        self.own = OwnProperties(session)
        self.own.change_asked.connect(self.change_asked)
        self.own.remove_asked.connect(self._remove)
        self.column.addWidget(self.own)
        self.own.setVisible(known is None and bool(self.own.rows))

    @override
    def act(self) -> Act[Any]:
        given = checked(
            PropertyInput,
            label=self.label.text(),
            value_type=ValueType(self.value_type.value()),
            kinds=tuple(kind for kind, box in self.kinds.items() if box.isChecked()),
            single=self.single.isChecked(),
        )
        known = self._known
        return add_property(given) if known is None else edit_property(known.key, given, expected=known.revision)

    def _remove(self, known: Property) -> None:
        self.say_error(None)
        self.session.perform(
            remove_property(known.key, expected=known.revision),
            on_done=lambda _label: self.label.setFocus(),
            on_error=self._refused,
            initiator=self,
        )


class OwnProperties(QWidget):
    """The archive's own properties, each with what it is for, and the ways to change and to remove it."""

    change_asked = Signal(object)
    remove_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, current_look().px("gap"), 0, 0)
        self._column.setSpacing(current_look().px("step"))
        self._column.addWidget(PlainLabel(lambda: _("Properties of this archive"), role="section"))
        session.changed.connect(self._follow)
        self._fill()

    def _follow(self, changes: Changes) -> None:
        if changes.touches("own_property"):
            self._fill()
            self.setVisible(bool(self.rows))

    def _fill(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        with self._session.read() as connection:
            self.rows = [self._row(known) for known in own_properties(connection).values()]
        for row in self.rows:
            self._column.addWidget(row)

    def _row(self, known: Property) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_look().px("step"))
        kinds = (_(PLURALS[kind]) for kind in RecordKind if kind in known.kinds)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(known.label, wrap=True))
        words.addWidget(PlainLabel(" · ".join((_(_TYPES[known.value_type.value]), *kinds)), role="small", wrap=True))
        line.addLayout(words, 1)
        for icon, message, does in (
            ("pencil", N_("Change “{value}”"), partial(self.change_asked.emit, known)),
            ("trash-2", N_("Remove “{value}”"), partial(self.remove_asked.emit, known)),
        ):
            name = _(message).format(value=known.label)
            button = IconButton(icon, name, does)
            button.setObjectName(f"{known.key} {icon}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row
