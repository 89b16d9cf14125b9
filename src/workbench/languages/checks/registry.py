"""The checks, in the order in which their findings are shown where they stand in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workbench.languages.checks import negation, numbers, quoting, signs, spacing, terms, volume, wording
from workbench.languages.checks.findings import Finding
from workbench.languages.checks.pair import Pair

Check = Callable[[Pair], Iterator[Finding]]

WHOLE: tuple[Check, ...] = (wording.language,)
"""Whether the target is a translation at all; where it is in another language, nothing else is asked."""

CHECKS: tuple[Check, ...] = (
    volume.length,
    volume.broken_off,
    volume.missing,
    negation.dropped,
    numbers.quantities,
    numbers.percent,
    numbers.currency,
    terms.wanted,
    terms.forbidden,
    signs.marks,
    wording.leftover,
    wording.doubled,
    wording.letters,
    quoting.marks,
    quoting.balance,
    signs.final,
    signs.brackets,
    spacing.spaces,
    spacing.unseen,
)
"""A new check is a function of a `Pair` in a module of its family, a `Key`, and a line here."""
