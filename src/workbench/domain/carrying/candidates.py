"""Places that a person may mean, where nothing is proved."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from workbench.domain.anchors import CONTEXT, Span, trimmed
from workbench.domain.carrying.model import MOST_CANDIDATES, Candidate, Reason
from workbench.domain.carrying.surroundings import Fit

_EDGES = (CONTEXT, 20, 12)  # code points of an edge's surroundings, the surest first
_LONGER = 4  # times as long as it was, and no longer, a changed passage may be
_SEARCHED = 8_000  # code points that are searched letter by letter
_BETWEEN = re.compile(r"[\W_]+")  # what is not a letter; accents among it, so this alone decides nothing


class Letters:
    """The letters and digits of a part of a text, with their places; accents count as letters."""

    def __init__(self, text: str, part: Span) -> None:
        pairs = [
            (char, at)
            for at, char in enumerate(text[part.start : part.end], part.start)
            if char.isalnum() or unicodedata.category(char)[0] == "M"
        ]
        self.letters = "".join(char for char, _at in pairs)
        self._at = [at for _char, at in pairs]

    def places(self, letters: str) -> list[Span]:
        """Return where these letters stand, whatever else stands between them; a few at most."""
        found: list[Span] = []
        at = self.letters.find(letters) if letters else -1
        while at != -1 and len(found) <= MOST_CANDIDATES:
            found.append(Span(self._at[at], self._at[at + len(letters) - 1] + 1))
            at = self.letters.find(letters, at + 1)
        return found


class Finder:
    """Finds candidates in a pair of texts; remembers the letters of the part it was last asked for."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._part: Span | None = None
        self._letters = Letters("", Span(0, 1))

    def find(self, span: Span, part: Span, fits: Iterable[Fit], elsewhere: Iterable[Span]) -> tuple[Candidate, ...]:
        """Return candidates, the best first: the same words nearby, changed words there, the same words far away."""
        fits = list(fits)
        found = [_of_fit(fit, alone=len(fits) == 1) for fit in fits]
        changed = self._between_edges(span, part)
        if changed is not None and not any(changed.overlaps(fit.span) for fit in fits):
            found.append(self._judged(span, changed))
        if not fits and (not found or found[-1].reason is not Reason.PUNCTUATION):
            found += [self._judged(span, place) for place in self._same_letters(span, part)]
        far = list(elsewhere)
        found += [Candidate(place, 60 if len(far) == 1 else 25, _reason(len(far) + len(fits))) for place in far]
        best: dict[Span, Candidate] = {}
        for candidate in found:
            known = best.get(candidate.span)
            if known is None or known.confidence < candidate.confidence:
                best[candidate.span] = candidate
        return tuple(sorted(best.values(), key=lambda c: (-c.confidence, c.span))[:MOST_CANDIDATES])

    def _between_edges(self, span: Span, part: Span) -> Span | None:
        start = self._edge(part, [self._old[max(0, span.start - n) : span.start] for n in _EDGES], after=True)
        end = self._edge(part, [self._old[span.end : span.end + n] for n in _EDGES], after=False)
        length = span.end - span.start
        if start is not None and end is not None:
            fits = start < end and end - start <= _LONGER * length + 2 * CONTEXT
            return trimmed(self._new, Span(start, end)) if fits else None
        if start is not None:
            return self._whole_words(Span(start, min(part.end, start + length)), part) if start < part.end else None
        if end is not None:
            return self._whole_words(Span(max(part.start, end - length), end), part) if end > part.start else None
        return None

    def _edge(self, part: Span, surroundings: list[str], *, after: bool) -> int | None:
        for words in surroundings:
            if len(words) < _EDGES[-1]:
                continue
            low, high = max(0, part.start - len(words)), part.end + len(words)
            at = self._new.find(words, low, high)
            if at != -1 and self._new.find(words, at + 1, high) == -1:
                return at + len(words) if after else at
        return None

    def _whole_words(self, span: Span, part: Span) -> Span | None:
        start, end = span.start, span.end
        while part.start < start < span.end and self._new[start - 1].isalnum() and self._new[start].isalnum():
            start -= 1
        while end < part.end and self._new[end - 1].isalnum() and self._new[end].isalnum():
            end += 1
        return trimmed(self._new, Span(start, end))

    def _same_letters(self, span: Span, part: Span) -> list[Span]:
        if part.end - part.start > _SEARCHED:
            return []
        if part != self._part:
            self._part, self._letters = part, Letters(self._new, part)
        return self._letters.places(Letters(self._old, span).letters)

    def _judged(self, span: Span, place: Span) -> Candidate:
        was, now = self._old[span.start : span.end], self._new[place.start : place.end]
        if was == now:
            return Candidate(place, 70, Reason.SURROUNDINGS)
        if _BETWEEN.sub("", was) == _BETWEEN.sub("", now) and (
            Letters(self._old, span).letters == Letters(self._new, place).letters
        ):
            return Candidate(place, 95, Reason.PUNCTUATION)
        return Candidate(place, 10 + int(80 * likeness(was, now)), Reason.CHANGED)


def likeness(was: str, now: str) -> float:
    """Return from 0 to 1 how alike two passages are: by their words, or for one word by its beginning."""
    was, now = was[:4_000].casefold(), now[:4_000].casefold()
    one, other = Counter(was.split()), Counter(now.split())
    shared = 2 * (one & other).total() / max(1, one.total() + other.total())
    same = 0
    for a, b in zip(was, now, strict=False):
        if a != b:
            break
        same += 1
    return max(shared, same / max(len(was), len(now), 1))


def _of_fit(fit: Fit, *, alone: bool) -> Candidate:
    around = min(fit.left, CONTEXT) + min(fit.right, CONTEXT)
    confidence = (50 if alone else 20) + around * 45 // (2 * CONTEXT)
    return Candidate(fit.span, confidence, Reason.SURROUNDINGS if alone else Reason.SEVERAL)


def _reason(count: int) -> Reason:
    return Reason.SURROUNDINGS if count == 1 else Reason.SEVERAL
