"""Where an archive is, or will be: typed, or chosen in a dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from workbench.i18n import _
from workbench.qt.frame.base import Button, Live, variant
from workbench.qt.frame.files import choose_file, choose_new_file
from workbench.qt.look.style import current_look
from workbench.services.archives import SUFFIX


def documents_folder() -> Path:
    """Return the folder that is offered for a new archive."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(found) if found else Path.home()
    return folder if folder.is_dir() else Path.home()


def free_name(folder: Path, stem: str) -> Path:
    """Return a path in a folder where there is no file yet: `stem`, `stem 2`, …"""
    number, path = 1, folder / f"{stem}{SUFFIX}"
    while path.exists():
        number += 1
        path = folder / f"{stem} {number}{SUFFIX}"
    return path


def archive_path(typed: str) -> Path | None:
    """Return the path that was typed, with the suffix where it is missing; None for an empty line."""
    text = typed.strip()
    if not text:
        return None
    path = Path(text).expanduser()
    if not path.is_absolute():
        path = documents_folder() / path
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def ask_for_archive(parent: QWidget) -> Path | None:
    """Ask in a dialog for an archive file that exists."""
    return choose_file(parent, _("Open an archive"), filters=_filters())


def _filters() -> tuple[str, ...]:
    return (_("Skaryna archives") + f" (*{SUFFIX})", _("All files") + " (*)")


class FileField(Live, QWidget):
    """A path that can be typed, with a button that opens the dialog."""

    def __init__(self) -> None:
        super().__init__()
        self.edit = QLineEdit()
        self.button = Button(lambda: _("Choose…"), self._choose)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self.button)
        self.setFocusProxy(self.edit)
        self.restyle()

    def path(self) -> Path | None:
        """Return the file, None where the line is empty."""
        return archive_path(self.edit.text())

    def set_path(self, path: Path) -> None:
        """Offer a file."""
        self.edit.setText(str(path))
        self.edit.setCursorPosition(0)

    def set_wrong(self, *, wrong: bool) -> None:
        """Mark the line as the one that does not fit."""
        variant(self.edit, wrong="true" if wrong else "false")

    def _choose(self) -> None:
        title = _("Where the archive will be")
        name = str(self.path() or documents_folder())
        path = choose_new_file(self, title, suffix=SUFFIX.lstrip("."), name=name, filters=_filters())
        if path is not None:
            self.set_path(path)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    @override
    def restyle(self) -> None:
        self._row.setSpacing(current_look().px("gap"))
