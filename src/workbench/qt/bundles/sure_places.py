"""Places where a hidden name surely stands: a person may let one out, with a reason that stays in the archive."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.errors import InputError
from workbench.domain.names import shortened
from workbench.i18n import _, active, ngettext
from workbench.qt.bundles.checklist import CheckView
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.fields import FormRow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line
from workbench.qt.look.style import current_look
from workbench.services.doubts import SurePlace

_SHOWN = 6
_LONGEST = 24


class SurePlaces(Live, QWidget):
    """A list to tick, one place at a time. `asked(SurePlace, str)` with the reason, `taken_back(SurePlace)`.

    A tick stands where the archive has the reason already; to set one asks for it first.
    """

    asked = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, SurePlace] = {}
        self._asking = ""
        self._head = PlainLabel(self._head_words, role="section", wrap=True)
        self._hint = PlainLabel(
            lambda: _(
                "The pseudonym takes the name’s place there. Tick one only where the name is another’s, a street’s "
                "or a namesake’s: it leaves as it stands, and the reason stays in the archive."
            ),
            role="small",
            wrap=True,
        )
        self.list = CheckView(lambda: _("Places that are withheld for sure"))
        self._whole = PlainLabel(self._whole_words, role="small", wrap=True)
        self.reason = QLineEdit()
        self.row = FormRow(lambda: _("Why may this place leave?"), self.reason)
        self.button = Button(lambda: _("Let this place out"), self._give)
        self._form = QWidget()
        self._form_column = QVBoxLayout(self._form)
        self._form_column.setContentsMargins(0, 0, 0, 0)
        self._form_column.addWidget(self.row)
        verbs = QHBoxLayout()
        verbs.addWidget(self.button)
        verbs.addStretch(1)
        self._form_column.addLayout(verbs)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._head, self._hint, self.list, self._whole, self._form):
            self._column.addWidget(part)
        self.list.checks.ticked_changed.connect(self._ticked)
        self.list.current_changed.connect(self._moved)
        self.reason.returnPressed.connect(self._give)
        self.restyle()
        self._form.hide()
        self.hide()

    def show_places(self, places: Iterable[SurePlace]) -> None:
        """Show the places of what was chosen."""
        self._places = {place.key: place for place in places}
        self.retranslate()

    def _out(self) -> set[str]:
        return {key for key, place in self._places.items() if place.reason}

    def _ticked(self) -> None:
        """Ask for the reason of a place that was ticked, take one back whose tick was taken away."""
        ticked, out = self.list.checks.ticked, self._out()
        self.list.checks.set_ticked(out)
        for key in ticked - out:
            self._ask(key)
        for key in out - ticked:
            self.taken_back.emit(self._places[key])

    def _ask(self, key: str) -> None:
        self._asking = key
        self.reason.clear()
        self.row.set_error("")
        self._form.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self._asking not in self._places:
            self._close()
        elif not self.reason.text().strip():
            self.row.set_error(lambda: _("Say why this place may leave."))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.asked.emit(self._places[self._asking], self.reason.text())

    def refuse(self, error: InputError) -> None:
        """Say beside the field why a reason was not taken."""
        self.row.set_error(str(error))

    def _close(self) -> None:
        self._asking = ""
        if self._form.isHidden():
            return
        within = self._form.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._form.hide()
        if within:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _moved(self) -> None:
        if self.list.current_id() != self._asking:
            self._close()
        self._tell_whole()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._form.isHidden():
            self._close()
            return
        super().keyPressEvent(event)

    def _head_words(self) -> str:
        count = len(self._places)
        text = ngettext("A hidden name surely stands in {n} place", "A hidden name surely stands in {n} places", count)
        return text.format(n=active().number(count))

    def _whole_words(self) -> str:
        """Say all of the current place, which a line has no room for, and why it was let out."""
        place = self._places.get(self.list.current_id())
        if place is None:
            return ""
        because = _("Let out because: {reason}").format(reason=place.reason) if place.reason else ""
        return f"{place.place}\n{because}".rstrip()

    def _tell_whole(self) -> None:
        self._whole.retranslate()
        self._whole.setVisible(bool(self._whole.text()))

    @override
    def retranslate(self) -> None:
        self._head.retranslate()
        lines = [_line(place) for place in self._places.values()]
        if lines != [self.list.lines.line(at) for at in range(self.list.lines.rowCount())]:
            self.list.set_lines(lines)
        self.list.checks.set_ticked(self._out())
        if self._asking and (self._asking not in self._places or self._places[self._asking].reason):
            self._close()
        self.setVisible(bool(lines))
        self._tell_whole()
        self._fit()

    def _fit(self) -> None:
        rows = max(1, min(_SHOWN, self.list.lines.rowCount()))
        self.list.setFixedHeight(rows * max(1, self.list.sizeHintForRow(0)) + 2 * current_look().px("ring"))

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setSpacing(look.px("half"))
        self._form_column.setSpacing(look.px("gap"))
        self._fit()


def _line(place: SurePlace) -> Line:
    title = _("{words}: {name}").format(words=shortened(place.words, _LONGEST), name=place.name)
    return Line(place.key, title, place.place, right=_("let out") if place.reason else "")
