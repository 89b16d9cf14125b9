"""What may be said of a bug: where it happened, and never a value, since values are content."""

from __future__ import annotations

import platform
import traceback
from pathlib import Path

from workbench import __version__

_PACKAGE = Path(__file__).resolve().parent.parent


def crash_report(error: BaseException, *versions: str) -> str:
    """Describe a bug without a word of content: types, places in files, versions; no values."""
    lines = [
        ", ".join((f"workbench {__version__}", f"Python {platform.python_version()}", *versions)),
        f"{platform.system()} {platform.machine()}",
    ]
    current: BaseException | None = error
    seen: set[int] = set()
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(f"{type(current).__module__}.{type(current).__qualname__}")
        for frame, line in traceback.walk_tb(current.__traceback__):
            lines.append(f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}")
        current = current.__cause__ or current.__context__
    return "\n".join(lines)


def _place(filename: str) -> str:
    """Shorten a path to what is the same on every machine: the person's folders are not told."""
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:]) if path.is_absolute() else path.name
