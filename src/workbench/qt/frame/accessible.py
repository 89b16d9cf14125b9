"""Painted widgets for screen readers: a read-only document each, whose text another class answers for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class Spoken(Protocol):
    """A widget that has a document of its own here."""

    accessible: QAccessibleInterface | None
    """Kept here: Qt does not keep the Python half alive."""


class AccessibleDocument(QAccessibleWidget):
    """A widget's accessible object; who makes one sets `face`."""

    face: QAccessibleTextInterface

    @override
    def state(self) -> QAccessible.State:
        state = super().state()
        state.readOnly = state.multiLine = True
        return state

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """Give the text to whoever asks for one."""
        if kind is QAccessible.InterfaceType.TextInterface:
            return self.face
        return super().interface_cast(kind)


_MAKERS: dict[type[Any], Callable[[Any], AccessibleDocument]] = {}
"""Qt keeps factories for the whole process, so there is one, and this is what it knows."""


def speak_for(kind: type[Spoken], make: Callable[[Any], AccessibleDocument]) -> None:
    """Have Qt ask for a document for every widget of a class; a second call changes nothing."""
    if not _MAKERS:
        QAccessible.installFactory(_made)
    _MAKERS.setdefault(kind, make)


def _made(_class: str, thing: QObject) -> QAccessibleInterface | None:
    make = next((make for kind, make in _MAKERS.items() if isinstance(thing, kind)), None)
    if make is None:
        return None
    made = make(thing)
    thing.accessible = made  # type: ignore[attr-defined]  # one of the classes that were given has it
    return made
