"""Roles and relations that are offered first; an archive may hold any other word as well.

The participants' roles begin with those of HURIDOCS' Events Standard Formats: what the links
Involvement (perpetrator), Information (source) and Intervention (intervening party) tie to an
act, and its victim. Stored is the English word, which the screen translates.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.kinds import RecordKind
from workbench.i18n import N_, _

MENTION_ROLES: dict[RecordKind, tuple[str, ...]] = {
    RecordKind.PERSON: (
        N_("mentioned"),
        N_("released"),
        N_("imprisoned"),
        N_("speaker"),
        N_("authority"),
        N_("negotiator"),
        N_("relative"),
        N_("witness"),
    ),
    RecordKind.EVENT: (N_("described"), N_("mentioned"), N_("announced"), N_("disputed")),
    RecordKind.ORGANISATION: (N_("mentioned"), N_("authority"), N_("negotiator"), N_("employer"), N_("publisher")),
    RecordKind.PLACE: (N_("mentioned"), N_("where it happened"), N_("origin"), N_("destination")),
}

PARTICIPANT_ROLES: tuple[str, ...] = (
    N_("participant"),
    N_("victim"),
    N_("perpetrator"),
    N_("source"),
    N_("intervening party"),
    N_("released"),
    N_("detained"),
    N_("imprisoned"),
    N_("defendant"),
    N_("transferred"),
    N_("exiled"),
    N_("judge"),
    N_("prosecutor"),
    N_("investigator"),
    N_("lawyer"),
    N_("authority"),
    N_("negotiator"),
    N_("organiser"),
    N_("speaker"),
    N_("witness"),
    N_("host"),
)


@dataclass(frozen=True, slots=True)
class RelationKind:
    """What one record is to another. `inverse` is what the other is to the first: the same where both are alike.

    Ties of an `acyclic` kind never lead from a record back to itself, whichever of the two words
    each of them uses.
    """

    key: str
    inverse: str
    acyclic: bool = False

    @property
    def symmetric(self) -> bool:
        """True where it holds both ways."""
        return self.key == self.inverse


_BOTH_WAYS = (N_("sibling"), N_("spouse"), N_("relative"), N_("friend"), N_("colleague"), N_("cellmate"))
_PAIRS = (
    (N_("parent"), N_("child"), True),
    (N_("part of"), N_("has part"), True),
    (N_("member of"), N_("has member"), False),
    (N_("head of"), N_("headed by"), False),
    (N_("employee of"), N_("employer of"), False),
    (N_("founder of"), N_("founded by"), False),
    (N_("owner of"), N_("owned by"), False),
    (N_("lawyer of"), N_("client of"), False),
    (N_("envoy of"), N_("represented by"), False),
    (N_("successor of"), N_("predecessor of"), True),
    (N_("cause of"), N_("caused by"), True),
)

RELATIONS: dict[str, RelationKind] = {
    kind.key: kind
    for kind in (
        *(RelationKind(key, key) for key in _BOTH_WAYS),
        *(RelationKind(key, inverse, acyclic) for key, inverse, acyclic in _PAIRS),
        *(RelationKind(inverse, key, acyclic) for key, inverse, acyclic in _PAIRS),
    )
}
"""Every kind of relation that we know, by its stored key."""

RELATION_KINDS: tuple[str, ...] = (*_BOTH_WAYS, *(word for key, inverse, _acyclic in _PAIRS for word in (key, inverse)))
"""The kinds of relations in the order in which they are offered."""

KNOWN_ROLES = frozenset(
    (*PARTICIPANT_ROLES, *RELATION_KINDS, *(role for roles in MENTION_ROLES.values() for role in roles))
)
"""Every role and kind of relation that has a translation."""

_FIRST_OF_TWO = frozenset(key for key, _inverse, acyclic in _PAIRS if acyclic)


def role_text(role: str) -> str:
    """Return a role in the active language where it is one of ours, else as it was typed."""
    return _(role) if role in KNOWN_ROLES else role


def inverse_role(kind: str) -> str:
    """Return what the second record of a relation is to the first; empty where nobody has said a word for it."""
    known = RELATIONS.get(kind)
    return known.inverse if known is not None else ""


def one_way(kind: str, from_id: str, to_id: str) -> tuple[str, str, str] | None:
    """Return (family, lower, upper) of a relation that must close no circle, None for any other.

    Both words of a pair give the same: "A part of B" and "B has part A" are one tie.
    """
    known = RELATIONS.get(kind)
    if known is None or not known.acyclic:
        return None
    return (kind, from_id, to_id) if kind in _FIRST_OF_TWO else (known.inverse, to_id, from_id)
