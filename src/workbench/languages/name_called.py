"""What a net knows of those whom it looks for, and what it has found of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.languages.name_stems import head_of


@dataclass(slots=True)
class Called:
    """What is known of an owner's names beside the stems.

    `names` are given names that they may be known by, `initials` theirs; `heads` how the words
    begin, each in its script; `scripts` whether there are any in Latin, and in any other letters; `told`
    the stems of words that may be named.
    """

    names: set[str] = field(default_factory=set)
    initials: set[str] = field(default_factory=set)
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
    """A word of a name: a stem that it may have, and whether it is the given name."""

    stem: str
    owner: str
    given: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where a word of a name may stand, and whether it looks like the name."""

    start: int
    end: int
    part: Part
    looks: bool
