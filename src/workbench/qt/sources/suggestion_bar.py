"""The lines above the text while suggestions are gone through: what is proposed, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.names import shortened
from workbench.i18n import _, active, ngettext
from workbench.qt.frame.base import Button, IconButton, Live, hair_line
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.picker.popup import ENTER
from workbench.qt.sources.find_bar import Toggle
from workbench.store.queries.suggestions import RejectionRow

_WORDS = 200
"""Code points of rejected words that a line of the list shows."""

_LINES = 4
"""Rejected suggestions that are seen at once."""

_MOST = 1_000
"""Rejected suggestions that are listed: earlier ones come when some of these are brought back."""

_ID = Qt.ItemDataRole.UserRole


def with_keys(words: str, keys: str) -> str:
    """Return what stands on a button with the keys that do the same."""
    return f"{words}  {keys}".rstrip()


class SuggestionBar(Live, QFrame):
    """Says where one is among the suggestions, and has a button for each verb.

    Escape goes back while the focus is in it: from the list of the rejected ones, then away.
    """

    next_asked = Signal()
    accept_asked = Signal()
    change_asked = Signal()
    reject_asked = Signal()
    close_asked = Signal()
    accept_form_asked = Signal()
    reject_form_asked = Signal()
    kinds_asked = Signal(bool, bool)
    """Whether quotations, and whether names are to be suggested."""

    restore_asked = Signal(str)
    """The id of the rejection to be taken back."""

    def __init__(self, keys: Callable[[str], str], parent: QWidget | None = None) -> None:
        """Take `keys`, which gives the keys of an action as the platform writes them, empty for none."""
        super().__init__(parent)
        self.setProperty("place", "paper")
        self._say: Callable[[], str] = lambda: ""
        self._rejections: tuple[RejectionRow, ...] = ()
        self._shown = (False, False)
        self._alike = 0
        self.what = PlainLabel(wrap=True)
        self.what.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.accept_button = Button(lambda: with_keys(_("Accept"), keys("suggestion.accept")), self.accept_asked.emit)
        self.change_button = Button(
            lambda: with_keys(_("Change…"), keys("suggestion.change")), self.change_asked.emit, kind="quiet"
        )
        self.reject_button = Button(
            lambda: with_keys(_("Reject"), keys("suggestion.reject")), self.reject_asked.emit, kind="quiet"
        )
        self.accept_form_button = Button(
            lambda: with_keys(self._all_words(_("Accept all {n}")), keys("suggestion.accept_form")),
            self.accept_form_asked.emit,
            kind="quiet",
        )
        self.reject_form_button = Button(
            lambda: with_keys(self._all_words(_("Reject all {n}")), keys("suggestion.reject_form")),
            self.reject_form_asked.emit,
            kind="quiet",
        )
        self.quotations = Toggle(
            lambda: _("Quotations"), lambda: _("Suggest what people said"), on=True, does=self._kinds_chosen
        )
        self.names = Toggle(
            lambda: _("Names"), lambda: _("Suggest names that the archive knows"), on=True, does=self._kinds_chosen
        )
        self.next_button = Button(
            lambda: with_keys(_("Next"), keys("suggestion.next")), self.next_asked.emit, kind="quiet"
        )
        self.rejected_button = Button(self._rejected_words, self._toggle_list, kind="quiet")
        self._close = IconButton("x", lambda: _("Close the suggestions"), self.close_asked.emit, keys=lambda: "Esc")
        self.list = QListWidget()
        self.list.setProperty("place", "paper")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self._restore())
        self.restore_button = Button(lambda: _("Bring back"), self._restore)
        self._build()
        self.retranslate()
        self.restyle()
        self.hide()

    def _build(self) -> None:
        verbs = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        verbs.setSizePolicy(policy)
        self._verbs = Flow(verbs)
        for part in (*self._deciding, *self._forms, self.next_button, self.rejected_button, *self._kinds):
            self._verbs.addWidget(part)
        self._top = QHBoxLayout()
        self._top.addWidget(self.what, 1)
        self._top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._drawer = QWidget()
        self._drawn = QHBoxLayout(self._drawer)
        self._drawn.setContentsMargins(0, 0, 0, 0)
        self._drawn.addWidget(self.list, 1)
        self._drawn.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignTop)
        self._rows = QVBoxLayout()
        self._rows.addLayout(self._top)
        self._rows.addWidget(verbs)
        self._rows.addWidget(self._drawer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(hair_line())
        self._drawer.hide()

    @property
    def _deciding(self) -> tuple[Button, ...]:
        return (self.accept_button, self.change_button, self.reject_button)

    @property
    def _forms(self) -> tuple[Button, ...]:
        return (self.accept_form_button, self.reject_form_button)

    @property
    def _kinds(self) -> tuple[Toggle, ...]:
        return (self.quotations, self.names)

    def _all_words(self, line: str) -> str:
        return line.format(n=active().number(self._alike))

    def show_kinds(self, *, quotations: bool, names: bool) -> None:
        """Show which kinds are suggested."""
        for switch, on in ((self.quotations, quotations), (self.names, names)):
            with QSignalBlocker(switch):
                switch.setChecked(on)

    def _kinds_chosen(self) -> None:
        self.kinds_asked.emit(self.quotations.isChecked(), self.names.isChecked())

    def show_state(
        self,
        say: Callable[[], str],
        *,
        deciding: bool,
        going: bool,
        read_only: bool,
        rejected: Sequence[RejectionRow],
        alike: int = 0,
    ) -> None:
        """Say where one is; `deciding` whether one suggestion is proposed now, `going` whether there is a next one.

        `alike` is how many suggestions of the same form are decided together; none are below two.
        """
        self._say, self._shown, self._alike = say, (deciding, going), alike
        for button in (*self._deciding, *self._forms):
            button.setEnabled(not read_only)
        if tuple(rejected) != self._rejections:
            self._rejections = tuple(rejected)
            if not self._drawer.isHidden():
                self._fill()
        self.restore_button.setEnabled(not read_only and bool(rejected))
        self.rejected_button.setVisible(bool(rejected))
        if not rejected:
            self._close_list()
        self._show_verbs()
        self.retranslate()
        if not self.isHidden():
            self.announce()

    def announce(self) -> None:
        """Have screen readers speak what is proposed."""
        event = QAccessibleAnnouncementEvent(self, self.what.text())
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(event)

    def _fill(self) -> None:
        """List what was rejected, the last one first."""
        row = self.list.currentRow()
        self.list.clear()
        for rejection in self._rejections[: -_MOST - 1 : -1]:
            item = QListWidgetItem(shortened(rejection.exact, _WORDS))
            item.setData(_ID, rejection.id)
            self.list.addItem(item)
        self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._fit()

    def _fit(self) -> None:
        lines = min(max(1, len(self._rejections)), _LINES)
        height = max(self.list.sizeHintForRow(0), current_look().px("target"))
        self.list.setFixedHeight(lines * height + 2 * self.list.frameWidth())

    def _show_verbs(self) -> None:
        """Show what can be done now; the list of the rejected ones has the place of the other verbs."""
        deciding, going = (shown and self._drawer.isHidden() for shown in self._shown)
        for button in self._deciding:
            button.setVisible(deciding)
        for button in self._forms:
            button.setVisible(deciding and self._alike > 1)
        for switch in self._kinds:
            switch.setVisible(self._drawer.isHidden())
        self.next_button.setVisible(going)

    def _toggle_list(self) -> None:
        if not self._drawer.isHidden():
            self._close_list()
            return
        self._fill()
        self._drawer.show()
        self._show_verbs()
        self.list.setFocus()

    def _close_list(self) -> None:
        focus = self._drawer.focusWidget()
        if focus is not None and focus.hasFocus():
            # Before hiding: a hidden list hands its focus to whatever comes next.
            (self.rejected_button if self.rejected_button.isVisible() else self._close).setFocus()
        self._drawer.hide()
        self._show_verbs()

    def _restore(self) -> None:
        item = self.list.currentItem()
        if item is not None and self.restore_button.isEnabled():
            self.restore_asked.emit(str(item.data(_ID)))

    def _rejected_words(self) -> str:
        count = len(self._rejections)
        return ngettext("{n} rejected…", "{n} rejected…", count).format(n=active().number(count))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drawer.isHidden():
            self.close_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._close_list()
        elif event.key() in ENTER and self.list.hasFocus():
            self._restore()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.what.setText(self._say())
        self.setAccessibleName(_("Suggestions"))
        self.list.setAccessibleName(_("Rejected suggestions"))
        for button in (*self._deciding, *self._forms, self.next_button, self.rejected_button):
            button.retranslate()
        for switch in self._kinds:
            switch.retranslate()

    @override
    def restyle(self) -> None:
        look = current_look()
        step, gap = look.px("step"), look.px("gap")
        self._rows.setContentsMargins(look.px("hall"), gap, look.px("room"), gap)
        self._rows.setSpacing(step)
        self._top.setSpacing(gap)
        self._drawn.setSpacing(gap)
        self._fit()
