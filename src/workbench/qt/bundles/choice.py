"""Choosing the sources, records and quotes that leave; nothing chosen is everything."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active, ngettext
from workbench.qt.bundles.candidates import KINDS, Candidates
from workbench.qt.bundles.checklist import CheckList
from workbench.qt.bundles.parts import Tabs
from workbench.qt.frame.base import Button, Live, hair_line
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


class ChoicePanel(Live, QWidget):
    """Three lists behind tabs, and in plain words what is chosen. `changed` when the choice changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lists = {
            "sources": CheckList(lambda: _("Sources to take"), _nothing(lambda: _("No sources yet")), rows=2),
            "records": CheckList(lambda: _("Records to take"), _nothing(lambda: _("No records yet"))),
            "quotes": CheckList(lambda: _("Quotes to take"), _nothing(lambda: _("No quotes yet")), rows=2),
        }
        self.tabs = Tabs(
            lambda: _("What to choose from"),
            lambda: self._tab(_("Sources"), "sources"),
            lambda: self._tab(_("Records"), "records"),
            lambda: self._tab(_("Quotes"), "quotes"),
        )
        self._stack = QStackedWidget()
        for part in self.lists.values():
            self._stack.addWidget(part)
            part.changed.connect(self._tell)
        self.summary = PlainLabel(self._summary, wrap=True)
        self.clear_button = Button(lambda: _("Take everything"), self.clear, kind="quiet", icon="x")
        self._below = QVBoxLayout()
        self._below.addWidget(self.summary)
        self._below.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(hair_line())
        column.addWidget(self._stack, 1)
        column.addWidget(hair_line())
        column.addLayout(self._below)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.restyle()
        self._show()

    @property
    def current(self) -> CheckList:
        """The list in front."""
        return self.lists[KINDS[self._stack.currentIndex()]]

    def chosen(self, kind: str) -> frozenset[str]:
        """Return the ids that are ticked of a kind, one of `KINDS`."""
        return self.lists[kind].ticked

    def choose(self, kind: str, ids: frozenset[str]) -> None:
        """Take these of a kind, and nothing of the others."""
        for name, part in self.lists.items():
            part.set_ticked(ids if name == kind else ())
        self.tabs.setCurrentIndex(KINDS.index(kind))

    def clear(self) -> None:
        """Choose nothing, which takes everything."""
        had_focus = self.clear_button.hasFocus()
        for part in self.lists.values():
            part.set_ticked(())
        if had_focus:
            self.current.list.setFocus()

    def show_candidates(self, found: Candidates) -> None:
        """Show what there is to choose from. What is ticked stays ticked, gone or not: a choice of
        something that is gone takes nothing, and never turns into a choice of everything.
        """
        for kind, part in self.lists.items():
            part.set_lines(found.lines[kind], found.words[kind])
        self._show()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _tab(self, words: str, kind: str) -> str:
        count = len(self.lists[kind].ticked)
        return f"{words} ({active().number(count)})" if count else words

    def _summary(self) -> str:
        counts = {kind: len(part.ticked) for kind, part in self.lists.items()}
        if not any(counts.values()):
            return _("Nothing is ticked, so everything in the archive is taken.")
        texts = (
            ngettext("{n} source", "{n} sources", counts["sources"]) if counts["sources"] else "",
            ngettext("{n} record", "{n} records", counts["records"]) if counts["records"] else "",
            ngettext("{n} quote", "{n} quotes", counts["quotes"]) if counts["quotes"] else "",
        )
        number = active().number
        parts = [text.format(n=number(n)) for text, n in zip(texts, counts.values(), strict=True) if text]
        return _("Only {parts} and what belongs to them.").format(parts=", ".join(parts))

    def _show(self) -> None:
        self.tabs.retranslate()
        self.summary.retranslate()
        self.clear_button.setVisible(any(part.ticked for part in self.lists.values()))

    @override
    def retranslate(self) -> None:
        self._show()

    @override
    def restyle(self) -> None:
        look = current_look()
        self._below.setContentsMargins(look.px("wide"), look.px("gap"), look.px("gap"), look.px("gap"))
        self._below.setSpacing(look.px("step"))


def _nothing(words: Callable[[], str]) -> EmptyState:
    return EmptyState("inbox", words)
