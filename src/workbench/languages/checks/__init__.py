"""Checks of a translated quote against its source: numbers, dates, marks, words, names.

    check(source_text, "en", target_text, "be", Context(wanted=…, said_marks=…)) -> tuple[Finding, …]

A finding says where it is seen in both texts, explains itself in the window's language (`Finding.text()`) and
carries the edits that would mend it where there is one right way. Nothing is ever changed here.
"""

from __future__ import annotations

from workbench.languages.checks.findings import (
    Context,
    Edit,
    Finding,
    Forbidden,
    Key,
    Severity,
    Wanted,
    corrected,
)
from workbench.languages.checks.pair import Pair, Side
from workbench.languages.checks.registry import CHECKS, WHOLE

_NOTHING = Context()


def check(
    source_text: str, source_language: str, target_text: str, target_language: str, context: Context = _NOTHING
) -> tuple[Finding, ...]:
    """Return what there is to look at in a translation, the gravest first, then by place in the target.

    The languages are BCP 47 tags; of others than be, ru, lt and en only what every language has in common is
    checked. An empty target has no findings.
    """
    if not target_text.strip() or not source_text.strip():
        return ()
    pair = Pair(Side(source_text, source_language), Side(target_text, target_language), context)
    found = [finding for one in WHOLE for finding in one(pair)]
    if not found:
        found = [finding for one in CHECKS for finding in one(pair)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda each: (order.index(each.severity), each.target or each.source)))


__all__ = [
    "Context",
    "Edit",
    "Finding",
    "Forbidden",
    "Key",
    "Severity",
    "Wanted",
    "check",
    "corrected",
]
