"""Making a property of the archive's own."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget
from typing_extensions import override

from workbench.domain.inputs import PropertyInput, checked
from workbench.domain.kinds import RecordKind
from workbench.domain.properties import ValueType
from workbench.i18n import N_, _
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.picker.fields import ChoiceRow
from workbench.qt.records.form import InlineForm
from workbench.qt.records.words import PLURALS
from workbench.qt.session import Session
from workbench.services.vocabulary import add_property
from workbench.store.work import Act

_TYPES = {
    ValueType.TEXT.value: N_("text"),
    ValueType.DATE.value: N_("date"),
    ValueType.PLACE.value: N_("place"),
}


class PropertyForm(InlineForm):
    """Asks for a property's label, what its values are, which records have it, and whether it has one value only.

    `saved` carries its key.
    """

    def __init__(self, session: Session, kind: RecordKind) -> None:
        super().__init__(session, lambda: _("Add property"), lambda: _("Cancel"))
        self.label = QLineEdit()
        self.value_type = ChoiceRow(lambda: _("Type of value"), _TYPES)
        self.kinds: dict[RecordKind, QCheckBox] = {}
        boxes = QWidget()
        row = Flow(boxes)
        for each in RecordKind:
            box = self.kinds[each] = QCheckBox(_(PLURALS[each]))
            box.setChecked(each is kind)
            row.addWidget(box)
        self.single = QCheckBox(_("Only one value can be true"))
        self.add(PlainLabel(lambda: _("New property"), role="section"))
        self.add(FormRow(lambda: _("What it is called"), self.label), "label")
        self.add(FormRow(lambda: _("Type of value"), self.value_type), "value_type")
        self.add(FormRow(lambda: _("For which records"), boxes), "kinds")
        self.add(self.single)
        self.setFocusProxy(self.label)

    @override
    def act(self) -> Act[Any]:
        given = checked(
            PropertyInput,
            label=self.label.text(),
            value_type=ValueType(self.value_type.value()),
            kinds=tuple(kind for kind, box in self.kinds.items() if box.isChecked()),
            single=self.single.isChecked(),
        )
        return add_property(given)
