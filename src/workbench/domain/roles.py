"""Roles and relations that are offered first; an archive may hold any other word as well."""

from __future__ import annotations

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
    N_("released"),
    N_("imprisoned"),
    N_("defendant"),
    N_("transferred"),
    N_("authority"),
    N_("negotiator"),
    N_("organiser"),
    N_("witness"),
    N_("victim"),
)

RELATION_KINDS: tuple[str, ...] = (
    N_("sibling"),
    N_("spouse"),
    N_("parent"),
    N_("child"),
    N_("colleague"),
    N_("envoy of"),
    N_("member of"),
    N_("head of"),
    N_("founder of"),
    N_("lawyer of"),
    N_("part of"),
)

_KNOWN = frozenset((*PARTICIPANT_ROLES, *RELATION_KINDS, *(role for roles in MENTION_ROLES.values() for role in roles)))


def role_text(role: str) -> str:
    """Return a role in the active language where it is one of ours, else as it was typed."""
    return _(role) if role in _KNOWN else role
