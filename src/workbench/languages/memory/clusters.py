"""Reprints: the same words in several places, whatever their case, spaces and shapes of marks.

A reprint may also differ a little: a comma, a word that an editor has changed. Texts of some
length that are nearly alike are one cluster too, over however many steps.
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.languages.memory.index import Index
from workbench.languages.memory.likeness import normals
from workbench.languages.remembered import also_forget

NEARLY = 92
"""Per cent of likeness from which on two longer texts are one quote, reprinted with a slip or an edit."""

LONGER = 30
"""Code points of a normal from which on that counts; of shorter ones a word may make all the difference."""


class Clusters:
    """Texts by id, each with those that are the same quote. One thread at a time."""

    def __init__(self, segments: Iterable[tuple[str, str]] = ()) -> None:
        """Take `(id, text)`; the ids are ASCII, the last text of an id counts."""
        texts = dict(segments)
        self._normals = dict(zip(texts, normals(list(texts.values())), strict=True))
        self._by_normal: dict[str, set[str]] = {}
        for segment_id, normal in self._normals.items():
            self._by_normal.setdefault(normal, set()).add(segment_id)
        self._index = Index()
        self._index.load((min(alike), normal) for normal, alike in self._by_normal.items() if len(normal) >= LONGER)
        also_forget(self.forget)

    def put(self, segment_id: str, text: str) -> None:
        """Take a text, or its new words; the id is ASCII."""
        self.remove(segment_id)
        normal = normals([text])[0]
        self._normals[segment_id] = normal
        self._by_normal.setdefault(normal, set()).add(segment_id)
        if len(normal) >= LONGER and len(self._by_normal[normal]) == 1:
            self._index.put(segment_id, normal)
            if self._index.crowded:
                self._index.settle()

    def remove(self, segment_id: str) -> None:
        """Take a text out, where it is there."""
        normal = self._normals.pop(segment_id, None)
        if normal is None:
            return
        alike = self._by_normal[normal]
        alike.discard(segment_id)
        if not alike:
            del self._by_normal[normal]
        if self._index.remove(segment_id) and alike:
            self._index.put(min(alike), normal)

    def of(self, segment_id: str) -> tuple[str, ...]:
        """Return the ids of the same quote elsewhere, in order; not its own."""
        start = self._normals.get(segment_id)
        if not start:
            return ()
        seen, ahead = {start}, [start]
        while ahead:
            normal = ahead.pop()
            if len(normal) >= LONGER:
                hits = self._index.find(normal, limit=None, cutoff=NEARLY)
                ahead += [hit.text for hit in hits if hit.text not in seen]
                seen.update(hit.text for hit in hits)
        found = {each for normal in seen for each in self._by_normal[normal]}
        return tuple(sorted(found - {segment_id}))

    def forget(self) -> None:
        """Let go of every text."""
        self._index.forget()
        self._normals, self._by_normal = {}, {}
