"""Rules that every write of a row keeps, whoever writes it: a service, an undo, a package.

The services refuse a wrong step with the reason (`domain.states`); this is the wall behind them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.domain.changes import Change
from workbench.domain.errors import InputError
from workbench.domain.kinds import Origin, SubState, TranslationState
from workbench.domain.states import open_matter
from workbench.i18n import _

_REVIEWED = frozenset({TranslationState.REVIEWED.value, TranslationState.FINAL.value})


def broken_rule(table: str, row: dict[str, Any]) -> str:
    """Say which rule a row of a table breaks; empty where it keeps them all."""
    if table != "translation":
        return ""
    people = (row["translator_id"], row["reviewer_id"])
    if row["state"] in _REVIEWED and (not all(people) or people[0] == people[1]):
        return _("A translation is reviewed by somebody other than its translator.")
    if row["state"] != TranslationState.INITIAL.value and row.get("origin") == Origin.MACHINE.value:
        return _("A machine wrote this, and nobody has looked at it yet.")
    if row["state"] == TranslationState.FINAL.value:
        return open_matter(SubState(row.get("sub_state", "")))
    return ""


def rule_against(changes: Iterable[Change]) -> str:
    """Return the first rule that a change would break; empty where all are kept."""
    return next((rule for each in changes if each.after and (rule := broken_rule(each.table, each.after))), "")


def keep_rules(table: str, row: dict[str, Any]) -> None:
    """Refuse a row that breaks a rule.

    Raises:
        InputError: with the rule.
    """
    broken = broken_rule(table, row)
    if broken:
        raise InputError(broken, field="state")
