"""Roles and relations that are offered first; an archive may hold any other word as well.

The participants' roles begin with those of HURIDOCS' Events Standard Formats: what the links
Involvement (perpetrator), Information (source) and Intervention (intervening party) tie to an
act, and its victim. Stored is the English word, which the screen translates.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

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

    `ties` are the kinds of record that it can stand between, as (the one, the other). Ties of an
    `acyclic` kind never lead from a record back to itself, whichever of the two words each of them
    uses.
    """

    key: str
    inverse: str
    ties: frozenset[tuple[RecordKind, RecordKind]]
    acyclic: bool = False

    @property
    def symmetric(self) -> bool:
        """True where it holds both ways."""
        return self.key == self.inverse


_P, _E, _O, _L = RecordKind.PERSON, RecordKind.EVENT, RecordKind.ORGANISATION, RecordKind.PLACE
_ACTORS = (_P, _O, _L)
"""Who acts: a country is a place, and has members, envoys and property as an organisation does."""

_BODIES = (_O, _L)


def _pair(
    key: str, inverse: str, *ties: tuple[RecordKind, RecordKind], acyclic: bool = False
) -> tuple[RelationKind, RelationKind]:
    """Return a kind of relation and its inverse, between the kinds of record that it ties."""
    other_way = frozenset((to, start) for start, to in ties)
    return RelationKind(key, inverse, frozenset(ties), acyclic), RelationKind(inverse, key, other_way, acyclic)


_BOTH_WAYS = (N_("sibling"), N_("spouse"), N_("relative"), N_("friend"), N_("colleague"), N_("cellmate"))
_PAIRS = (
    _pair(N_("parent"), N_("child"), (_P, _P), acyclic=True),
    _pair(N_("part of"), N_("has part"), (_E, _E), *product(_BODIES, _BODIES), acyclic=True),
    _pair(N_("member of"), N_("has member"), *product(_ACTORS, (_O,))),
    _pair(N_("head of"), N_("headed by"), *product((_P,), _BODIES)),
    _pair(N_("employee of"), N_("employer of"), *product((_P,), _ACTORS)),
    _pair(N_("founder of"), N_("founded by"), *product(_ACTORS, _BODIES)),
    _pair(N_("owner of"), N_("owned by"), *product(_ACTORS, _BODIES)),
    _pair(N_("lawyer of"), N_("client of"), *product((_P, _O), _ACTORS)),
    _pair(N_("envoy of"), N_("represented by"), *product((_P, _O), _ACTORS)),
    _pair(N_("successor of"), N_("predecessor of"), *((kind, kind) for kind in RecordKind), acyclic=True),
    _pair(N_("cause of"), N_("caused by"), (_E, _E), acyclic=True),
)

RELATIONS: dict[str, RelationKind] = {
    kind.key: kind
    for kind in (
        *(RelationKind(key, key, frozenset({(_P, _P)})) for key in _BOTH_WAYS),
        *(kind for pair in _PAIRS for kind in pair),
    )
}
"""Every kind of relation that we know, by its stored key, in the order in which they are offered."""

KNOWN_ROLES = frozenset((*PARTICIPANT_ROLES, *RELATIONS, *(role for roles in MENTION_ROLES.values() for role in roles)))
"""Every role and kind of relation that has a translation."""

_FIRST_OF_TWO = frozenset(first.key for first, _second in _PAIRS if first.acyclic)


def role_text(role: str) -> str:
    """Return a role in the active language where it is one of ours, else as it was typed."""
    return _(role) if role in KNOWN_ROLES else role


def inverse_role(kind: str) -> str:
    """Return what the second record of a relation is to the first; empty where nobody has said a word for it."""
    known = RELATIONS.get(kind)
    return known.inverse if known is not None else ""


def relations_between(one: RecordKind | None, other: RecordKind | None) -> tuple[str, ...]:
    """Return the kinds of relations that can tie a record of one kind to one of another; None is any kind."""
    return tuple(
        key
        for key, known in RELATIONS.items()
        if any(one in (None, start) and other in (None, to) for start, to in known.ties)
    )


def may_tie(kind: str, one: RecordKind, other: RecordKind) -> bool:
    """Tell whether a relation can stand between two kinds of record; a word that is not ours can between any."""
    known = RELATIONS.get(kind)
    return known is None or (one, other) in known.ties


def one_way(kind: str, from_id: str, to_id: str) -> tuple[str, str, str] | None:
    """Return (family, lower, upper) of a relation that must close no circle, None for any other.

    Both words of a pair give the same: "A part of B" and "B has part A" are one tie.
    """
    known = RELATIONS.get(kind)
    if known is None or not known.acyclic:
        return None
    return (kind, from_id, to_id) if kind in _FIRST_OF_TWO else (known.inverse, to_id, from_id)
