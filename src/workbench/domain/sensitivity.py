"""How sensitive something is, and what of it may leave the room.

Every source, passage, quote, record, name, statement, participation and relation may have a
level of its own (`domain.kinds.Level`). Where it has none it inherits one:

- a source and a record are open;
- a passage is as its source; a quote as the stricter of its passage and its speaker;
- a mention is as the stricter of its passage and the record that it names; a note and a tag are
  as their passage, a translation as its quote: these four have no level of their own;
- a name and a statement are as their record, a statement whose value is a place as the stricter
  of the two; a participation and a relation as the stricter of their two ends.

A level of one's own rules, above and below the inherited one: an archivist keeps an article
restricted and opens the one sentence that may be quoted. What is open in something restricted
leaves without it: such a source has neither title nor address nor file in a bundle, and its text
is only the open passages. Nothing can stand without what it is said of, so a name, statement,
participation or relation leaves only with its records, however open it is itself.

What is said of a record is not as strict as the passages that support it, nor they as it: each of
its passages leaves or stays by itself. But what is known only from passages that stay, stays, unless
it has a level of its own that leaves; and a passage that overlaps one that was closed itself stays
with it, unless it was opened itself.

The words of a passage that stays, stay in whatever else they stand in again, until a person lets
them out; words of a passage that was opened itself are free.

A protected person is not the same as a restricted one: the record leaves, under its pseudonym
only, and under another id. What else would tell who it is stays (`identifies`), unless a person has opened just that.
"""

from __future__ import annotations

from collections.abc import Container

from workbench.domain.kinds import Level

LEVELS = (Level.OPEN, Level.RESTRICTED, Level.SECRET)
"""The levels that something can have in the end, from the one that all may see to the strictest."""

TELLING_LITTLE = frozenset(
    {
        "detained", "charged", "sentence", "sentenced", "transferred", "released", "status", "time_held",
        "outcome", "arrested", "searched", "convicted", "pardoned", "exiled", "fined",
    }
)  # fmt: skip
"""Properties that do not tell who a protected person is, beside the event itself; all others may."""

CLOSING_NOTHING = (Level.INHERITED.value, Level.OPEN.value)
"""Own levels that close nothing."""

WITHHELD = "[…]"
"""What stands in a text that leaves where words were taken out."""


def strictness(level: str) -> int:
    """Return how strict a level is, from 0 for open; one that is not set yet counts as open."""
    return LEVELS.index(Level(level)) if level else 0


def strictest(*levels: Level) -> Level:
    """Return the strictest of some levels; open where there are none or none is set."""
    return LEVELS[max(map(strictness, levels), default=0)]


def effective(own: str, inherited: Level) -> Level:
    """Return the level that counts: one's own where it is set, else the inherited one."""
    return Level(own) if own else strictest(inherited)


def may_leave(level: Level, chosen: Level) -> bool:
    """Tell whether something of a level goes where everything up to a chosen level does."""
    return strictness(level) <= strictness(chosen)


def identifies(key: str, *, opened: bool, harmless: Container[str] = TELLING_LITTLE) -> bool:
    """Tell whether a statement about a protected person would tell who it is.

    `key` is its property's; `opened` whether a person has set just this statement open.
    """
    return not opened and key not in harmless
