"""All parts in one window, to look at: `python tests/qt/gallery.py FOLDER` writes pictures there."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.domain.kinds import TranslationState
from workbench.i18n import N_
from workbench.qt.actions import Actions
from workbench.qt.frame.banner import Banner, Level
from workbench.qt.frame.base import Button, IconButton, hair_line
from workbench.qt.frame.empty import EmptyState
from workbench.qt.frame.fields import FormRow, SearchField
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import STATES, Chip, ElidedLabel, PlainLabel, SafeBrowser, StateBadge
from workbench.qt.frame.panel import Panel, Side
from workbench.qt.frame.rail import Rail
from workbench.qt.frame.status import StatusBar
from workbench.qt.frame.table import Column, RowModel, RowTable
from workbench.qt.keysheet import KeySheet
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import KINDS, Theme
from workbench.qt.palette import CommandPalette
from workbench.qt.settings import Settings

TITLES = ("Freed after 1,860 days", "Вызваленыя прыехалі ў Вільню", "Išlaisvintieji atvyko į Vilnių")


class Gallery(QMainWindow):
    """A window like the real one, with every part in some state."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Gallery")
        self.actions_ = Actions(self, settings)
        for spec in self.actions_:
            self.actions_.bind(spec.id, lambda: None)
        self.actions_["archive.close"].setEnabled(False)
        self.actions_.build_menus(self.menuBar())
        self.rail = Rail(self.actions_)
        self.stack = QStackedWidget()
        self.keys = KeySheet(self.actions_)
        scrolled, known = QScrollArea(), QScrollArea()
        for area, inside in ((scrolled, self._page()), (known, self._inspector())):
            area.setWidget(inside)
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for page in (scrolled, self._empty(), self.keys):
            self.stack.addWidget(page)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.list = Panel("list", "Sources", self._list(), settings)
        self.list.add_tool(IconButton("plus", "Import source", keys=lambda: "Ctrl+I"))
        self.inspector = Panel("inspector", "Passage", known, settings, side=Side.RIGHT)
        for part in (self.list, self.stack, self.inspector):
            self.split.addWidget(part)
        self.split.setSizes([300, 640, 300])
        self.split.setStretchFactor(1, 1)
        self.status = StatusBar()
        self.status.set_state(lambda: "Saved")
        self.status.set_undo("Undo: link passage to Maria Kolesnikova")
        self.status.set_profile("AK")
        self.status.set_lock_minutes(9)
        self.status.set_count("123 / 480 final")
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.split, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        self.palette_ = CommandPalette(self.actions_, self)

    def _list(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(SearchField("Search sources"))
        columns = [
            Column[str](N_("Title"), lambda row: row, stretch=True),
            Column[str](N_("Language"), lambda row: "be"),
        ]
        model = RowModel[str](columns, lambda ids: {i: TITLES[int(i) % 3] for i in ids}, body)
        model.set_ids(str(n) for n in range(2000))
        self.table = RowTable(model, columns)
        self.table.setProperty("place", "panel")
        self.table.setAccessibleName("Sources")
        self.table.go_to("1")
        column.addWidget(self.table)
        return body

    def _inspector(self) -> QWidget:
        body = QWidget()
        column = QVBoxLayout(body)
        column.addWidget(
            ElidedLabel("“… realize we are all free, and that nobody will take it away again”", strong=True)
        )
        chips = Flow()
        for kind in KINDS[:4]:
            chips.addWidget(Chip(kind, kind=kind))
        column.addLayout(chips)
        column.addWidget(hair_line())
        for state in STATES:
            column.addWidget(StateBadge(state, language="be"))
        column.addWidget(StateBadge(TranslationState.FINAL, words=False))
        wrong = FormRow("Date", QLineEdit("2025-13"), hint="A day, a month or a year")
        wrong.set_error("Date is not a date that can be read.")
        column.addWidget(wrong)
        column.addWidget(FormRow("Speaker", QLineEdit(), hint="Part of a name in any language"))
        column.addStretch(1)
        return body

    def _page(self) -> QWidget:
        page = QWidget()
        page.setProperty("place", "paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        self.banners = []
        for level, verbs in (
            (Level.ERROR, (("Choose another file", lambda: None), ("Show the file", lambda: None))),
            (Level.WARNING, ()),
            (Level.SUCCESS, ()),
            (Level.INFO, (("Update", lambda: None),)),
        ):
            banner = Banner()
            banner.show_message(level, "The file is empty.", more="The archive is as it was.", verbs=verbs)
            column.addWidget(banner)
            self.banners.append(banner)
        column.addWidget(PlainLabel("Freed after 1,860 days", role="title"))
        column.addWidget(PlainLabel("Vilnius Times · 13 December 2025 · English", role="second"))
        self.browser = SafeBrowser()
        self.browser.setAccessibleName("Article")
        self.browser.setHtml("<p>Among those released is Maria. <i>Ўсе мы вольныя.</i> <b>Visi esame laisvi.</b></p>")
        column.addWidget(self.browser)
        fields = Flow()
        box = QComboBox()
        box.addItems(["Беларуская", "Lietuvių"])
        fields.addWidget(box)
        ticked, chosen = QCheckBox("Original files"), QRadioButton("Direct")
        ticked.setChecked(True)
        chosen.setChecked(True)
        for part in (ticked, QCheckBox("Notes"), chosen, QRadioButton("Paraphrase")):
            fields.addWidget(part)
        column.addLayout(fields)
        buttons = Flow()
        self.primary = Button("Link to person", kind="primary", icon="link")
        off = Button("Not now")
        off.setEnabled(False)
        for button in (
            self.primary,
            Button("Choose", icon="folder-open"),
            Button("Skip", kind="quiet"),
            Button("Remove", kind="danger", icon="trash-2"),
            off,
        ):
            buttons.addWidget(button)
        column.addLayout(buttons)
        tabs = QTabWidget()
        for title in ("Persons", "Events", "Organisations"):
            tabs.addTab(QWidget(), title)
        column.addWidget(tabs)
        return page

    def _empty(self) -> QWidget:
        verbs = (("Import source", lambda: None, "Ctrl+I"), ("Import from clipboard", lambda: None, "Ctrl+Shift+V"))
        words = "No sources yet. Import an article to begin."
        return EmptyState("newspaper", words, more="Text files, saved web pages and the clipboard.", verbs=verbs)


def take_pictures(folder: Path) -> list[Path]:
    """Write pictures of all parts in three themes and at two scales."""
    made = []

    def snap(name: str) -> None:
        QApplication.processEvents()
        path = folder / f"{name}.png"
        assert window.grab().save(str(path))
        made.append(path)

    look = current_look()
    with tempfile.TemporaryDirectory() as home:
        window = Gallery(Settings(Path(home) / "settings.ini"))
        window.resize(1280, 720)
        window.show()
        for theme, scale in ((Theme.LIGHT, 100), (Theme.DARK, 100), (Theme.CONTRAST, 100), (Theme.LIGHT, 200)):
            look.set(theme=theme, scale=scale, reading_scale=scale)
            name = f"{theme}-{scale}"
            window.stack.setCurrentIndex(0)
            window.table.setFocus()
            snap(f"parts-{name}")
            window.palette_.open()
            window.palette_.edit.setText("ex")
            snap(f"palette-{name}")
            window.palette_.dismiss()
            window.stack.setCurrentIndex(1)
            snap(f"empty-{name}")
            window.stack.setCurrentIndex(2)
            window.keys.tree.setFocus()
            snap(f"keys-{name}")
        window.close()
        window.deleteLater()
        QApplication.processEvents()
    return made


if __name__ == "__main__":
    application = QApplication([])
    take_pictures(Path(sys.argv[1]))
