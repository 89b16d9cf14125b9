"""What of an archive is left in the program's memory: in caches, in modules, in widgets that live on."""

from __future__ import annotations

import dataclasses
import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from types import FunctionType, ModuleType
from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QMetaProperty, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_PLAIN = (int, float, complex, bool, type(None), ModuleType, FunctionType)
Names = Callable[[str], bool]


def program_modules() -> dict[str, ModuleType]:
    """Return every module of the program that has been imported."""
    return {name: module for name, module in list(sys.modules.items()) if name.split(".")[0] == "workbench"}


def caches(modules: Iterable[ModuleType]) -> dict[str, Any]:
    """Return every `cache` and `lru_cache` of modules and of the classes in them, by name."""
    found: dict[str, Any] = {}
    for module in modules:
        for holder in (module, *(each for each in vars(module).values() if isinstance(each, type))):
            for name, value in vars(holder).items():
                inner = getattr(value, "__func__", value)
                if hasattr(inner, "cache_info") and hasattr(inner, "__wrapped__"):
                    found[f"{module.__name__}: {getattr(holder, '__qualname__', holder.__name__)}.{name}"] = inner
    return found


def strings_in(start: Iterable[Any]) -> Iterator[str]:
    """Yield every text that can be reached from some objects, what holds it however deep.

    Modules, classes and functions are not gone into: what they hold is asked for by itself.
    """
    seen: set[int] = set()
    left = list(start)
    while left:
        each = left.pop()
        if isinstance(each, str | bytes | bytearray):
            yield each if isinstance(each, str) else bytes(each).decode("utf-8", "replace")
        elif id(each) not in seen and not isinstance(each, (*_PLAIN, type)):
            seen.add(id(each))
            left += gc.get_referents(each)
            if dataclasses.is_dataclass(each):
                # Fields in slots of strings only: the collector does not follow such objects.
                left += [getattr(each, field.name, None) for field in dataclasses.fields(each)]


def in_cache(cached: Any) -> Iterator[str]:
    """Yield every text in the keys and values of one cache: its owner holds them where the collector sees them."""
    held = (each for each in gc.get_referents(cached) if each is not cached.__wrapped__)
    yield from strings_in(each for each in held if each is not vars(cached))


def in_caches(has: Names) -> list[str]:
    """Return the names of the program's caches that hold such a text in a key or a value."""
    found = caches(program_modules().values())
    return [name for name, cached in found.items() if any(map(has, in_cache(cached)))]


def in_modules(has: Names) -> list[str]:
    """Return what stands in the program's modules and classes, caches aside, and holds such a text."""
    found = []
    for module_name, module in program_modules().items():
        for name, value in vars(module).items():
            held = [value] if not isinstance(value, type) else list(vars(value).values())
            if not isinstance(value, ModuleType) and any(map(has, strings_in(held))):
                found.append(f"{module_name}.{name}")
    return found


def in_widgets(has: Names) -> list[str]:
    """Return the widgets and actions, shown or not, that say such a text to eyes or to a screen reader."""
    widgets = [widget for widget in QApplication.allWidgets() if any(map(has, _words_of(widget)))]
    actions = {id(action): action for top in QApplication.topLevelWidgets() for action in top.findChildren(QAction)}
    spoken = [action for action in actions.values() if any(map(has, _properties(action)))]
    return [f"{type(each).__name__} {each.objectName()}".strip() for each in (*widgets, *spoken)]


def _words_of(widget: QWidget) -> Iterator[str]:
    yield from _properties(widget)
    if isinstance(widget, QComboBox):
        yield from _items(widget.model())
    for model in widget.findChildren(QAbstractItemModel, options=Qt.FindChildOption.FindDirectChildrenOnly):
        yield from _items(model)


def _properties(owner: QObject) -> Iterator[str]:
    """Yield every property that is a text: words, names and descriptions, placeholders, tool tips."""
    if not shiboken6.isValid(owner):
        return
    meta = owner.metaObject()
    for at in range(meta.propertyCount()):
        kind: QMetaProperty = meta.property(at)
        if kind.typeName() == "QString" and kind.isReadable():
            value = kind.read(owner)
            if isinstance(value, str):
                yield value


def _items(model: QAbstractItemModel) -> Iterator[str]:
    left = [QModelIndex()]
    while left:
        parent = left.pop()
        for row in range(model.rowCount(parent)):
            left.append(model.index(row, 0, parent))
            # A list has no columns to be asked for.
            for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)):
                place = model.index(row, column, parent)
                yield from (value for role in _ROLES if isinstance(value := place.data(role), str))
