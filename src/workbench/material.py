"""Where the files that come with the program lie: `resources/` and `locales/`.

In a checkout they stand beside `src/`; in an installed wheel they are inside the package.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


@cache
def _folder(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def resources_folder() -> Path:
    """Return the folder of fonts, icons, styles, bundle templates and the sample."""
    return _folder("resources")


def locales_folder() -> Path:
    """Return the folder of the message catalogues."""
    return _folder("locales")
