"""About the program: its version, its licence, and whose fonts and icons it wears."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

import workbench
from workbench.i18n import _
from workbench.material import resources_folder
from workbench.qt.frame.base import Live
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.look.style import current_look


def _licences() -> str:
    """Return the licence texts that lie beside the fonts and icons."""
    folder = resources_folder()
    files = sorted((*(folder / "fonts").glob("*LICENSE*"), *(folder / "fonts").glob("*OFL*"), folder / "icons/LICENSE"))
    parts = (f"{file.relative_to(folder).as_posix()}\n\n{file.read_text(encoding='utf-8').strip()}" for file in files)
    return "\n\n\n".join(parts)


class AboutPanel(Live, QWidget):
    """Words about the program, and the licences in full."""

    def __init__(self) -> None:
        super().__init__()
        self.licences = QPlainTextEdit(_licences())
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self._column = QVBoxLayout(self)
        for part in (
            PlainLabel(f"Skaryna Workbench {workbench.__version__}", role="title", wrap=True),
            PlainLabel(lambda: _("Document what was said and done, without a network."), wrap=True),
            PlainLabel(lambda: _("Free software under the GNU General Public License, version 3 or later."), wrap=True),
            PlainLabel(
                lambda: _("Type: Inter and Source Serif 4 (SIL Open Font License). Icons: Lucide (ISC licence)."),
                role="second",
                wrap=True,
            ),
        ):
            self._column.addWidget(part)
        self._column.addWidget(self.licences, 1)
        self.retranslate()
        self.restyle()

    @override
    def retranslate(self) -> None:
        self.licences.setAccessibleName(_("Licences"))

    @override
    def restyle(self) -> None:
        look = current_look()
        room = look.px("room")
        self._column.setContentsMargins(room, room, room, room)
        self._column.setSpacing(look.px("gap"))
        self.licences.setMinimumHeight(look.px("side"))


class ReportPanel(Live, QWidget):
    """A report of a bug, free of content, to be copied by whoever wants to pass it on."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._column = QVBoxLayout(self)
        words = PlainLabel(
            lambda: _("There is nothing of the archive in this report: only places in the program."), wrap=True
        )
        self._column.addWidget(words)
        self._column.addWidget(self.report, 1)
        self.retranslate()
        self.restyle()

    @override
    def retranslate(self) -> None:
        self.report.setAccessibleName(_("Report"))

    @override
    def restyle(self) -> None:
        room = current_look().px("room")
        self._column.setContentsMargins(room, room, room, room)
        self.report.setMinimumHeight(current_look().px("side"))
