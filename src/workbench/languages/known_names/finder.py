"""Finding the names that an archive knows in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from workbench.domain.anchors import Span
from workbench.languages.known_names.forms import Form, Found
from workbench.languages.known_names.index import Index
from workbench.languages.known_names.reading import FULL, Hit, Reading
from workbench.languages.known_names.words import words_of

_CHUNK = 100_000
"""Code points that are read at once: what is found does not reach over a chunk's edge, which is a line's end."""

_CANDIDATES = 8
"""Records of one surname that are still offered to choose from."""


class KnownNames:
    """Finds names that are known in texts; made once, for the worker, and asked often.

    Making it takes time that grows with the names (300,000 in some seconds) and is put off until
    the first text; asking takes time that grows with the text. It is not for several threads at once.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._forms = list(forms)
        self._index: Index | None = None

    def find(
        self,
        text: str,
        language: str,
        *,
        thorough: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> list[Found]:
        """Return where a text names a record, in the order of the text, without overlaps.

        `language` is the text's BCP 47 tag, which may be empty. `thorough` finds as much as may be
        a name: also in small letters, words inside words with hyphens, surnames that many share,
        given names alone where the text has the person's family name; meant for what must not be
        overlooked, not for suggestions. `progress` is told the code points that were read and all
        of them, and may raise to stop it.
        """
        if self._index is None:
            self._index = Index(self._forms, lambda: progress is not None and progress(0, len(text)))
            self._forms = []
        hits: list[Hit] = []
        for reading in self._readings(text, language, progress, thorough=thorough):
            hits += reading.hits()
        people = {id(hit.entry): hit.entry for hit in hits if thorough and hit.entry.family}
        if people:  # their given names may stand before the first full name
            for reading in self._readings(text, language, progress, thorough=True):
                hits += reading.given_alone(people.values())
        return _settled(hits, thorough=thorough)

    def touched(self, texts: Iterable[str], language: str) -> list[bool]:
        """Tell of each text whether `find`, thorough, may find anything there: many short ones at once."""
        if self._index is None:
            self._index = Index(self._forms, lambda: None)
            self._forms = []
        reading, known = Reading(self._index, "", [], language, thorough=True), dict[str, bool]()
        found = []
        for text in texts:
            words = words_of(text)
            for word in words:
                if word.low not in known:
                    known[word.low] = reading.knows(word)
            found.append(any(known[word.low] for word in words))
        return found

    def _readings(
        self, text: str, language: str, progress: Callable[[int, int], None] | None, *, thorough: bool
    ) -> Iterator[Reading]:
        for start, end in _chunks(text):
            if progress is not None:
                progress(start, len(text))
            if self._index is not None:
                yield Reading(self._index, text, words_of(text, start, end), language, thorough=thorough)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        end = min(len(text), at + _CHUNK)
        if end < len(text):
            cut = max(text.rfind("\n", at, end), -1)
            cut = cut if cut > at else text.rfind(" ", at, end)
            end = cut + 1 if cut > at else end
        yield at, end
        at = end


def _settled(hits: list[Hit], *, thorough: bool) -> list[Found]:
    """Choose among what overlaps, and tell which of several records of one name is meant."""
    by_place: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        by_place.setdefault((hit.start, hit.end), []).append(hit)
    chosen: list[tuple[int, int]] = []
    taken = -1
    for place in sorted(by_place, key=lambda each: (each[0], -each[1])):
        if place[0] >= taken:
            chosen.append(place)
            taken = place[1]
        elif place[1] - place[0] > chosen[-1][1] - chosen[-1][0]:
            chosen[-1] = place
            taken = place[1]
    full: dict[str, list[int]] = {}
    for place in chosen:
        for hit in by_place[place]:
            if hit.why in FULL:
                full.setdefault(hit.entry.form.record_id, []).append(place[0])
    found = (_one(by_place[place], full, thorough=thorough) for place in chosen)
    return [each for each in found if each is not None]


def _one(hits: list[Hit], full: dict[str, list[int]], *, thorough: bool) -> Found | None:
    best: dict[str, Hit] = {}
    for hit in hits:
        known = best.get(hit.entry.form.record_id)
        if known is None or hit.confidence > known.confidence:
            best[hit.entry.form.record_id] = hit
    start = hits[0].start
    strong = [hit for hit in best.values() if hit.why in FULL]
    among = sorted(strong or best.values(), key=lambda hit: -hit.confidence)
    if not strong or len(among) > 1:
        near = sorted(
            (
                min(
                    (start - at if at < start else 2 * (at - start) + 10_000 for at in full[key] if at != start),
                    default=0,
                ),
                key,
            )
            for key in (hit.entry.form.record_id for hit in among)
            if any(at != start for at in full.get(key, ()))
        )
        if near:
            hit = best[near[0][1]]
            return _found(replace(hit, confidence=max(hit.confidence, 88)), (hit.entry.form.record_id,))
    if len(among) > _CANDIDATES and not thorough and not strong:
        return None
    top = among[0]
    others = tuple(hit.entry.form.record_id for hit in among)
    return _found(top if len(others) == 1 else replace(top, confidence=min(top.confidence, 55)), others)


def _found(hit: Hit, record_ids: tuple[str, ...]) -> Found:
    return Found(Span(hit.start, hit.end), record_ids, hit.entry.form.value, hit.why, hit.confidence)
