"""What a net knows of those whom it looks for, and what it has found of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from workbench.languages.name_stems import head_of


@dataclass(frozen=True, slots=True)
class Forms:
    """Somebody or something that must not be named, with every form of its name.

    `person` where one word of a name alone may mean it; else a word alone does so only where it
    tells this name from others. `told` are names of the same record that may be named: their words
    alone mean nothing that is hidden.
    """

    owner: str
    values: tuple[str, ...]
    person: bool = True
    told: tuple[str, ...] = ()
    event: bool = False
    """Whether one usual word that is all of the name (Суд) is no name where a sentence begins with it."""


@dataclass(frozen=True, slots=True)
class Catch:
    """A place in code points that names an owner, or may (`sure` is False): whole words, initials too.

    `alone` says that nothing but a family name stands there, which others may have too.
    """

    start: int
    end: int
    owner: str
    sure: bool
    alone: bool = field(default=False, compare=False)


@dataclass(slots=True)
class Called:
    """What is known of an owner's names beside the stems.

    `names` are given names that they may be known by, `initials` theirs, `family_initials` those of
    the names beside them; `heads` how the words
    begin, each in its script; `scripts` whether there are any in Latin, and in any other letters; `told`
    the stems of words that may be named.
    """

    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
    family_initials: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    scripts: list[bool] = field(default_factory=lambda: [False, False])
    told: set[str] = field(default_factory=set)

    def may_begin(self, letter: str) -> bool:
        """Tell whether a word of the name may begin with a letter; any may in a script that no form is written in."""
        script = letter > "\u036f"
        firsts = {head[:1] for head in self.heads if head[0] != "="}
        return not self.scripts[script] or head_of(letter) in firsts


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a name: a stem that it may have, and whether it is the given name.

    A `softened` stem ends with the consonant that the last one becomes in some cases.
    """

    stem: str
    owner: str
    given: bool
    softened: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a word of a name may stand, and whether it looks like the name."""

    start: int
    end: int
    part: Part
    looks: bool


def end_of(group: Iterable[Hit]) -> int:
    """Return where places end that stand together."""
    return max(hit.end for hit in group)


def widest(catches: Iterable[Catch]) -> Iterator[Catch]:
    """Leave out what stands inside a place of the same owner that is as sure."""
    reached: dict[tuple[str, bool], int] = {}
    for catch in sorted(catches, key=lambda c: (c.start, -c.end, not c.sure)):
        seen = max(reached.get((catch.owner, True), 0), 0 if catch.sure else reached.get((catch.owner, False), 0))
        if catch.end > seen:
            reached[catch.owner, catch.sure] = catch.end
            yield catch
