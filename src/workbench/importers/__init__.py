"""Untrusted bytes in: one module a format, all limits in `limits`.

The names below are loaded when they are first asked for: the child process that reads web
pages starts in this package, and should load no more of the program than it needs.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.importers.annotations import read_annotations
    from workbench.importers.files import Original, read_original
    from workbench.importers.found import FoundProvenance, Reading
    from workbench.importers.reading import read, read_clipboard

__all__ = ["FoundProvenance", "Original", "Reading", "read", "read_annotations", "read_clipboard", "read_original"]

_HOMES = {
    "read_annotations": "annotations",
    "Original": "files",
    "read_original": "files",
    "FoundProvenance": "found",
    "Reading": "found",
    "read": "reading",
    "read_clipboard": "reading",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
