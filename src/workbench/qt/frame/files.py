"""Choosing files and folders without leaving their names behind.

Qt's own dialog is used on every system: the desktop's dialogs keep lists of recent files that
no program can keep its names out of.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHeaderView, QLineEdit, QTreeView, QWidget

from workbench.qt.settings import forget_file_dialogs, keep_qt_from_remembering


def file_dialog(parent: QWidget | None, title: str, *, filters: tuple[str, ...] = ()) -> QFileDialog:
    """Return a dialog that remembers nothing; `filters` are Qt's, such as `Archives (*.archive)`."""
    keep_qt_from_remembering()
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.DontUseCustomDirectoryIcons)
    dialog.setHistory([])
    if filters:
        dialog.setNameFilters(list(filters))
    for details in dialog.findChildren(QTreeView):
        # Qt gives the columns after the name a width that cuts them in most languages.
        for column in range(1, details.header().count()):
            details.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        details.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return dialog


def _ask(dialog: QFileDialog) -> tuple[Path, ...]:
    try:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        return tuple(Path(text) for text in dialog.selectedFiles()) if accepted else ()
    finally:
        dialog.setHistory([])
        dialog.deleteLater()
        dialog.destroyed.connect(forget_file_dialogs)


def choose_files(parent: QWidget | None, title: str, *, filters: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """Ask for one or more files to read; empty where the person thought better of it."""
    dialog = file_dialog(parent, title, filters=filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _ask(dialog)


def choose_file(parent: QWidget | None, title: str, *, filters: tuple[str, ...] = ()) -> Path | None:
    """Ask for one file to read."""
    dialog = file_dialog(parent, title, filters=filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_folder(parent: QWidget | None, title: str) -> Path | None:
    """Ask for a folder that exists."""
    dialog = file_dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    chosen = _ask(dialog)
    return chosen[0] if chosen else None


def choose_new_file(
    parent: QWidget | None, title: str, *, suffix: str, name: str = "", filters: tuple[str, ...] = ()
) -> Path | None:
    """Ask where to write a new file; `suffix` (without a dot) is added where none was typed.

    The dialog asks before it lets an existing file be chosen.
    """
    dialog = file_dialog(parent, title, filters=filters)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(suffix)
    if name:
        dialog.selectFile(name)
    edit = dialog.findChild(QLineEdit)
    if edit is not None:
        edit.setFocus()
    chosen = _ask(dialog)
    return chosen[0] if chosen else None
