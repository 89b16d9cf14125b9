"""What a person inside has to decide before something leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.domain.inputs import clean_text

_AROUND = 40
"""Code points that are shown on either side of what a person has to decide."""


@dataclass(slots=True)
class Doubt:
    """Words that may be a hidden name, or tell one: withheld until a person inside lets them out by `key`.

    That lets out all like them: as they are written, in one script and case. Words of a passage that
    stays have no record: `record_id` is empty. `samples` are the places where they were met, each once,
    `at` where in the first of them they begin, `places` how often they were met.
    """

    key: str
    record_id: str
    name: str
    words: str
    at: int = 0
    places: int = 0
    samples: list[str] = field(default_factory=list)

    def meet(self, text: str, start: int, end: int) -> None:
        """Note a place of a text where they stand."""
        first = max(0, start - _AROUND)
        sample = text[first : end + _AROUND]
        if not self.samples:
            self.at = start - first
        if sample not in self.samples:
            self.samples.append(sample)
        self.places += 1


@dataclass(frozen=True, slots=True)
class SurePlace:
    """A place where a hidden name surely stands: the pseudonym takes it, unless a person has let out just this.

    `place` is the `words` with what stands around them, and is the same wherever both are; `name` is for
    inside, `reason` why it was let out, empty where it is not.
    """

    record_id: str
    name: str
    words: str
    place: str
    reason: str = ""

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"{self.record_id}={self.place}"


def place_of(text: str, start: int, end: int) -> str:
    """Return words of a text, in square brackets, with what stands around them; empty where nothing does.

    Forty signs on either side, written as `LetOutInput` keeps them. Any white space counts as one
    space: how far words stand apart makes no other place of them, and hides nobody who stands near.
    """
    before, after = _near(text, range(start - 1, -1, -1))[::-1], _near(text, range(end, len(text)))
    if not any(map(str.isalnum, before + after)):
        return ""
    return " ".join(str(clean_text(f"{before}[{text[start:end]}]{after}")).split())


def _near(text: str, places: Iterable[int]) -> str:
    """Return the signs at some places of a text, as many as are shown, any white space as one of them."""
    signs: list[str] = []
    for place in places:
        sign = " " if text[place].isspace() else text[place]
        if sign == " " and signs[-1:] == [" "]:
            continue
        if len(signs) == _AROUND:
            break
        signs.append(sign)
    return "".join(signs)
