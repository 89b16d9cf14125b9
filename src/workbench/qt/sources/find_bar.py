"""Finding words in the text that is open, without leaving it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.domain.anchors import Span
from workbench.i18n import _, active, ngettext
from workbench.languages.finding import WIDEST, Blindness
from workbench.qt.frame.base import Button, IconButton, Live, Words, hair_line, say, tip
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look
from workbench.qt.operations import Operations
from workbench.qt.picker.popup import ENTER
from workbench.qt.reader.find import ENOUGH, Finder, Finds, Search
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.view import Place
from workbench.qt.settings import Settings

_MARKED = 400
"""Places around what is on the screen that the text marks; more are marked as one scrolls."""

_RULED = 2_000
"""Places that the ruler marks; of more it shows so many, evenly taken."""

_PRESET = 100
"""Code points of a selection that may be a query; a longer one is something else."""


class Toggle(Live, QPushButton):
    """A small switch with a word on it; its tooltip gives an example."""

    def __init__(self, words: Words, example: Words, *, on: bool, does: Callable[[], object]) -> None:
        super().__init__()
        self._words, self._example = words, example
        self.setCheckable(True)
        self.setChecked(on)
        self.setAutoDefault(False)
        self.setProperty("kind", "filter")
        self.toggled.connect(lambda _on: does())
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(say(self._words).replace("&", "&&"))
        self.setToolTip(tip(say(self._example)))
        self.setAccessibleDescription(say(self._example))


class FindBar(Live, QFrame):
    """Lines over the text: Enter goes on, Shift+Enter back, Escape closes and leaves what was found selected."""

    closed = Signal()

    def __init__(
        self, reader: Reader, operations: Operations, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reader, self._settings = reader, settings
        self.finder = Finder(operations, self)
        self._finds: Finds | None = None
        self._home: Place | None = None
        self._from = 0
        self._current: Span | None = None
        self._pending: bool | None = None
        self._loosely = False
        self._round = ""
        self.setProperty("place", "paper")
        self._make_parts()
        self._lay_out()
        self._marking = QTimer(self, singleShot=True, interval=0)
        self._marking.timeout.connect(self._mark)
        reader.verticalScrollBar().valueChanged.connect(lambda _value: self._follow_scroll())
        self.finder.changed.connect(self._take)
        self.edit.textChanged.connect(lambda _text: self._typed())
        settings.changed.connect(self._follow_setting)
        self.setFocusProxy(self.edit)
        self.retranslate()
        self.restyle()
        self.hide()

    def _make_parts(self) -> None:
        self.edit = QLineEdit()
        self.count = PlainLabel(role="small")
        self.show_others = Button(lambda: _("Show them"), self._show_others, kind="quiet")
        self._next = IconButton("chevron-down", lambda: _("Next place"), self.find_next, keys=lambda: "Enter, F3")
        self._back = IconButton(
            "chevron-up", lambda: _("Previous place"), self.find_previous, keys=lambda: "Shift+Enter, Shift+F3"
        )
        self._close = IconButton("x", lambda: _("Close the search"), self.close_bar, keys=lambda: "Esc")
        self.accents = self._switch(
            "accents",
            lambda: _("Ignore accents"),
            lambda: _("е finds ё, s finds š"),
        )
        self.softness = self._switch(
            "softness",
            lambda: _("Ignore soft signs"),
            lambda: _("семя finds семья, Kalesnikava finds Kaleśnikava"),
        )
        self.script = self._switch(
            "script",
            lambda: _("Any script"),
            lambda: _("Minsk finds Мінск and Минск"),
        )
        self.whole = self._switch(
            "whole",
            lambda: _("Whole words"),
            lambda: _("free does not find freedom"),
        )

    def _lay_out(self) -> None:
        self._row, self._said, self._switches = QHBoxLayout(), Flow(), Flow()
        self._row.addWidget(self.edit, 1)
        for part in (self.count, self.show_others, self._back, self._next, self._close):
            self._row.addWidget(part)
        for switch in self.switches.values():
            self._switches.addWidget(switch)
        self._rows = QVBoxLayout()
        self._rows.addLayout(self._row)
        self._rows.addLayout(self._said)
        self._rows.addLayout(self._switches)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._rows)
        column.addWidget(hair_line())
        self.show_others.hide()

    @property
    def switches(self) -> dict[str, Toggle]:
        """The switches by what their actions and settings are called."""
        return {"accents": self.accents, "softness": self.softness, "script": self.script, "whole": self.whole}

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what the bar does for each action id."""
        return {
            "find.text": self.open_bar,
            "find.next": self.find_next,
            "find.previous": self.find_previous,
            **{f"find.{name}": partial(self._turn, switch) for name, switch in self.switches.items()},
        }

    # --- coming and going ---

    def open_bar(self) -> None:
        """Take the focus; what is selected in the text is searched for, else what was last."""
        if self.isHidden():
            self._come()
        selected = " ".join(self._reader.selected_text().split())
        if selected and len(selected) <= _PRESET and selected != self.edit.text():
            self.edit.setText(selected)
        else:
            self._search()
        self.edit.selectAll()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _come(self) -> None:
        selection = self._reader.selection()
        self._home = self._reader.place()
        self._from = selection.start if selection is not None else self._reader.caret()
        self.finder.prepare(self._how)
        self.show()

    def close_bar(self) -> None:
        """Go away: the text has the focus, with what was found selected, or else as it was before."""
        if self._current is None and self._home is not None:
            self._reader.restore_place(self._home)
        self._pending = None
        self.finder.stop()
        self.hide()
        self._forget()
        self._reader.setFocus()
        self.closed.emit()

    def _forget(self) -> None:
        self._finds = self._current = None
        self._loosely, self._round = False, ""
        self._reader.set_matches(())

    def show_text(self, text: str) -> None:
        """Search another text, from where it is read."""
        self.finder.show_text(text)
        self._forget()
        self._from, self._home, self._pending = self._reader.caret(), self._reader.place(), None
        if not self.isHidden():
            self._search()

    # --- searching ---

    @property
    def _how(self) -> Blindness:
        if self._loosely:
            return WIDEST
        return Blindness(self.accents.isChecked(), self.softness.isChecked(), self.script.isChecked())

    def _typed(self) -> None:
        self._loosely = False
        if not self.isHidden():
            self._search()

    def _switch(self, name: str, words: Words, example: Words) -> Toggle:
        """Make a switch of the setting `find_` and the name."""
        on = bool(getattr(self._settings, f"find_{name}"))
        return Toggle(words, example, on=on, does=lambda: self._switched(name))

    def _switched(self, name: str) -> None:
        setattr(self._settings, f"find_{name}", self.switches[name].isChecked())
        self._loosely = False
        if not self.isHidden():
            self._search()

    def _follow_setting(self, key: str) -> None:
        """Show the switches as they were set over another text: all texts are searched alike."""
        if key.startswith("find/"):
            for name, switch in self.switches.items():
                switch.setChecked(getattr(self._settings, f"find_{name}"))

    def _turn(self, switch: Toggle) -> None:
        """Turn a switch by its key; the bar comes where it is not there."""
        if self.isHidden():
            self.open_bar()
        switch.toggle()

    def _show_others(self) -> None:
        self._loosely = True
        self._search()
        self.edit.setFocus()

    def _search(self) -> None:
        self._finds, self._current, self._round = None, None, ""
        self.finder.look_for(Search(self.edit.text(), self._how, self.whole.isChecked(), self._from))
        if self.finder.scan is None:
            self._reader.set_matches(())
            self._say()

    def _take(self) -> None:
        """Take what the search has found by now: the first place is gone to at once."""
        scan = self.finder.scan
        if scan is not None and scan.first is not None and self._current is None and self._pending is None:
            span = scan.span(scan.first)
            self._select(span, round_=span.start < self._from, back=False)
        if self.finder.done and self._finds is None and scan is not None:
            self._finds = Finds(scan)
            # After the key has been answered: marking many places takes as long as finding one.
            self._marking.start()
        elif self._finds is None and self._current is not None:
            self._reader.set_matches((self._current,))
        if self._pending is not None and self._finds is not None:
            back, self._pending = self._pending, None
            self._go(back=back)
        self._say()

    # --- from place to place ---

    def find_next(self) -> None:
        """Go to the next place; after the last one to the first."""
        self._go(back=False)

    def find_previous(self) -> None:
        """Go to the place before; before the first one to the last."""
        self._go(back=True)

    def _go(self, *, back: bool) -> None:
        if self.isHidden():
            if not self.edit.text().strip():
                self.open_bar()
                return
            self._pending = back
            self._come()
            self._search()
            return
        if self._finds is None:
            self._pending = back if self.edit.text().strip() else None
            return
        selection = self._reader.selection()
        caret = self._reader.caret()
        position = caret if selection is None else selection.start if back else selection.end
        found = self._finds.next(position, back=back)
        if found is not None:
            self._select(self._finds.span(found[0]), round_=found[1], back=back)
            self._from = self._finds.span(found[0]).start
            self._follow_scroll()
            self._say()

    def _select(self, span: Span, *, round_: bool, back: bool) -> None:
        self._current = span
        self._round = "" if not round_ else "back" if back else "on"
        self._reader.select(span)
        self._reader.show_caret()

    # --- what is shown ---

    def _follow_scroll(self) -> None:
        if self._finds is not None and len(self._finds) > _MARKED:
            self._marking.start()

    def _mark(self) -> None:
        """Mark the places on the screen and around it, and on the ruler those of the whole text."""
        finds, ruler = self._finds, self._reader.ruler
        if finds is None:
            return
        self._reader.set_matches(finds.near(*self._reader.visible_range(), _MARKED))
        if ruler is not None and len(finds) > _MARKED:
            ruler.set_matches(finds.spread(_RULED))

    def _say(self) -> None:
        words = self._words()
        self.count.set_words(words)
        self.count.setText(words)
        others = self._others
        self.show_others.setVisible(others > 0)
        if others and self.focusWidget() is None and self.isVisible():
            self.edit.setFocus()

    @property
    def _others(self) -> int:
        scan = self.finder.others
        return scan.count if scan is not None and not self.finder.scan_count else 0

    def _words(self) -> str:
        scan, number = self.finder.scan, active().number
        if scan is None or not self.edit.text().strip():
            return ""
        if scan.done and not scan.count:
            return self._words_for_none()
        if self._finds is None or self._current is None:
            return _("{n} so far").format(n=number(scan.count))
        at = self._finds.at(self._current.start) + 1
        words = _("{n} of {all}").format(n=number(at), all=number(len(self._finds)))
        if self._round:
            again = _("from the start again") if self._round == "on" else _("from the end again")
            words = f"{words} · {again}"
        return words

    def _words_for_none(self) -> str:
        others = self._others
        if not others:
            return _("not in this text")
        more = ngettext("none exactly · {n} in another spelling", "none exactly · {n} in other spellings", others)
        number = active().number(min(others, ENOUGH))
        return more.format(n=f"{number}+" if others > ENOUGH else number)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give what is said a line of its own where the field would have no room beside it."""
        narrow = self.width() < current_look().px("overlay")
        if narrow != (self._said.count() > 0):
            for place, part in enumerate((self.count, self.show_others), start=1):
                (self._row if narrow else self._said).removeWidget(part)
                self._said.addWidget(part) if narrow else self._row.insertWidget(place, part)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.find_previous()
        elif event.key() in ENTER:
            self._show_others() if self._others else self.find_next()
        else:
            super().keyPressEvent(event)

    @override
    def retranslate(self) -> None:
        self.edit.setPlaceholderText(_("Find in this text"))
        self.edit.setAccessibleName(_("Find in this text"))
        self._say()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._rows.setContentsMargins(look.px("hall"), look.px("gap"), look.px("room"), look.px("gap"))
        self._rows.setSpacing(look.px("step"))
        self._row.setSpacing(look.px("step"))
        self._arrange()
