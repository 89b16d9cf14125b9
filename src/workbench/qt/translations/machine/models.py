"""The models that the archive knows: each with its languages, its digest, and whether its folder is here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from workbench.i18n import _, active
from workbench.qt.frame.base import Button, Live
from workbench.qt.frame.flow import Flow
from workbench.qt.frame.labels import PlainLabel
from workbench.qt.frame.lines import Line, LineList
from workbench.qt.look.style import current_look
from workbench.store.queries.machine import ModelRow

_GROUP = 8
_SHOWN = 4
"""Lines that the list is high."""


class ModelList(Live, QWidget):
    """A list, and under it what is known of the model at hand, its digest too, with what can be done about it."""

    chosen = Signal()
    """Another model is at hand."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._models: dict[str, tuple[ModelRow, Path | None]] = {}
        self.list = LineList(lambda: _("Machine models"), rows=1, place="paper")
        self.facts = PlainLabel(self._facts_words, role="second", wrap=True)
        self.facts.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy_button = Button(lambda: _("Copy the digest"), self._copy, kind="quiet", icon="copy")
        self.remove_button = Button(lambda: _("Remove model"), self.removed.emit, kind="quiet", icon="trash-2")
        foot = QWidget()
        self._foot = Flow(foot)
        self._foot.addWidget(self.copy_button)
        self._foot.addWidget(self.remove_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.list, self.facts, foot):
            self._column.addWidget(part)
        self.setFocusProxy(self.list)
        self.list.current_changed.connect(lambda _key: self._show_current())
        self.restyle()

    @property
    def model(self) -> ModelRow | None:
        """The model at hand."""
        found = self._models.get(self.list.current_id())
        return found[0] if found else None

    @property
    def folder(self) -> Path | None:
        """The folder of the model at hand, where it is known on this computer."""
        found = self._models.get(self.list.current_id())
        return found[1] if found else None

    def show_models(self, models: list[tuple[ModelRow, Path | None]], *, read_only: bool) -> None:
        """Show models, each with its folder; the one at hand stays so where it is still there."""
        self._models = {model.id: (model, folder) for model, folder in models}
        self.list.set_lines(_line(model, folder) for model, folder in models)
        if models and not self.list.current_id():
            self.list.go_to(next((model.id for model, folder in models if folder), models[0][0].id))
        self.remove_button.setEnabled(not read_only)
        self.setVisible(bool(models))
        self.restyle()
        self._show_current()

    def go_to(self, model_id: str) -> None:
        """Make a model the one at hand."""
        self.list.go_to(model_id)

    def _copy(self) -> None:
        if self.model is not None:
            QGuiApplication.clipboard().setText(self.model.digest)

    def _show_current(self) -> None:
        self.facts.retranslate()
        self.chosen.emit()

    def _facts_words(self) -> str:
        model = self.model
        if model is None:
            return ""
        lines = [languages_words(model), digest_words(model.digest)]
        return "\n".join(lines if self.folder is not None else [*lines, _away()])

    @override
    def retranslate(self) -> None:
        self.list.set_lines(_line(model, folder) for model, folder in self._models.values())

    @override
    def restyle(self) -> None:
        look = current_look()
        self._column.setSpacing(look.px("gap"))
        height = self.list.sizeHintForRow(0) if self._models else 0
        frame = 2 * self.list.frameWidth()
        self.list.setFixedHeight(max(1, min(_SHOWN, len(self._models))) * max(height, look.px("target")) + frame)


def digest_words(digest: str) -> str:
    """Write a digest so that it can be read out, and broken over lines."""
    return "SHA-256: " + " ".join(digest[at : at + _GROUP] for at in range(0, len(digest), _GROUP))


def languages_words(model: ModelRow) -> str:
    """Say from and into which languages a model translates."""
    name = active().language_name
    one, other = (", ".join(name(tag) for tag in tags) for tags in (model.sources, model.targets))
    return one if set(model.sources) == set(model.targets) else f"{one} → {other}"


def size_words(size: int) -> str:
    """Write a size in bytes in millions of them, as disks are sold."""
    millions = size / 1_000_000
    return _("{n} MB").format(n=active().number(round(millions) if millions >= 10 else round(millions, 1)))


def _line(model: ModelRow, folder: Path | None) -> Line:
    here = folder is not None
    detail = languages_words(model) if here else _away()
    return Line(model.id, model.label, detail, size_words(model.size), warning=not here)


def _away() -> str:
    return _("Its folder is not known on this computer: add it.")
