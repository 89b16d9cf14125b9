"""The finder of known names and what it found, kept between the texts that are opened."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from workbench.languages.known_names import KnownNames
from workbench.services.name_suggestions import FoundName, find_names, known_names

_KEPT = 8
"""Texts whose names are kept, so that going back to one looks for nothing again."""


class KeptNames:
    """Used by the worker; `forget` may be called from anywhere, and what is being found then is not kept."""

    def __init__(self) -> None:
        self._names: KnownNames | None = None
        self._found: dict[tuple[str, str], tuple[FoundName, ...]] = {}
        self._version = 0

    def forget(self) -> None:
        """Read the names anew next time: they have changed, or the archive is another one."""
        self._version += 1
        self._names = None
        self._found = {}

    def find(
        self,
        connection: Connection,
        key: tuple[str, str],
        text: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[FoundName, ...]:
        """Return the known names of a text; `key` is its text version and its language."""
        known = self._found.get(key)
        if known is not None:
            return known
        version, names = self._version, self._names
        if names is None:
            names = known_names(connection)
        found = find_names(names, text, key[1], progress)
        if version == self._version:
            self._names = names
            self._found[key] = found
            while len(self._found) > _KEPT:
                del self._found[next(iter(self._found))]
        return found
