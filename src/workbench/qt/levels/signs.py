"""The quiet mark of what is not open, and of protected persons, in lists and tables."""

from __future__ import annotations

from dataclasses import replace

from workbench.domain.kinds import Level
from workbench.i18n import _
from workbench.qt.frame.lines import Line
from workbench.qt.levels.control import LEVEL_ICONS, level_text
from workbench.store.queries.levels import Guarded


def sign_of(guarded: Guarded | None) -> tuple[str, str]:
    """Return the icon and the words of a mark; both empty where there is none."""
    if guarded is None:
        return "", ""
    closed = guarded.level is not Level.OPEN
    words = [level_text(guarded.level)] if closed else []
    words += [_("Protected")] if guarded.protected else []
    return LEVEL_ICONS[guarded.level] if closed else "shield-check", ", ".join(words)


def signed(line: Line, guarded: Guarded | None) -> Line:
    """Return a line of a list with its mark."""
    icon, words = sign_of(guarded)
    return replace(line, sign=icon, sign_words=words) if icon else line
