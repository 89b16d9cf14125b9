"""Negation that the source has and the target has lost.

Languages say no in many ways (refuse, without, few, impossible), so that of the source only what other languages keep
is counted, and of the target everything that may stand for it, less what the source has of such words itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks import negation_words as no
from workbench.languages.checks.findings import Finding, Key, Severity
from workbench.languages.checks.pair import Pair, Side

_CLAUSE = 60
"""Code points after “until” in which a denial belongs to it."""

_TWICE = re.compile(r"не\s(?:мо[гж]\w*|маг\w+)\sне|negal\w*\sne", re.IGNORECASE)
"""I cannot but: two denials that are none."""

_PLAIN = 6
"""Words of a source, at most, that says nothing but that."""

_LONG = 16
"""Words of a source, at most, whose denials are weighed one by one; of English all are."""

_FEW = 4
"""Words of a sentence that may be an answer: “Never!”, with no verb to deny."""


def dropped(pair: Pair) -> Iterator[Finding]:
    """Find a negation of the source for which nothing in the target may stand, and a target that lost half its own."""
    source, target = pair.source, pair.target
    if source.language not in no.DENIED or target.language not in no.DENIES:
        return
    lost = _all_lost(pair) or _fewer(pair) or _half_said(pair)
    if lost:
        spans = tuple(Span(*each.span()) for each in lost)
        yield Finding(Key.NEGATION, Severity.ERROR, _DROPPED, {"source": lost[0][0]}, spans)


_DROPPED = N_("The quote denies something (“{source}”); nothing in the translation does.")


def _all_lost(pair: Pair) -> list[re.Match[str]]:
    """Return the source's denials where the target has nothing that might be one, not even loosely.

    Of whatever verb from English, which denies least. The others deny more, and more than a few words of theirs are
    often said the other way round.
    """
    if pair.source.language != "en" and len(pair.source.words) > _PLAIN:
        return []
    lists = (no.DENIES, no.MAY_DENY, no.HARDLY)
    if any(each[pair.target.language].search(pair.target.text) for each in lists):
        return []
    found = no.CERTAIN[pair.source.language].finditer(pair.source.text)
    return [each for each in found if not _is_undone(pair.source.text, each)]


def _fewer(pair: Pair) -> list[re.Match[str]]:
    """Return the denials of usual verbs where there are more of them than the target can account for.

    Of other sources than English only where nothing in the target might be one even loosely.
    """
    source, target = pair.source.text, pair.target.text
    denied = [each for each in no.DENIED[pair.source.language].finditer(source) if not _is_idle(pair.source, each)]
    if not denied or (pair.source.language != "en" and (len(pair.source.words) > _LONG or _hardly(pair))):
        return []
    ours = len(no.MAY_DENY[pair.source.language].findall(source))
    theirs = len(no.MAY_DENY[pair.target.language].findall(target))
    stands_for = len(no.DENIES[pair.target.language].findall(target)) + max(0, theirs - ours)
    return denied if len(denied) > stands_for + bool(no.BOUND.search(source)) else []


def _hardly(pair: Pair) -> bool:
    return no.HARDLY[pair.target.language].search(pair.target.text) is not None


def _is_idle(side: Side, denied: re.Match[str]) -> bool:
    """Tell whether a denial goes with “until”, or with another that undoes it."""
    if side.language == "en":
        return False
    bound = list(no.BOUND.finditer(side.text, max(0, denied.start() - _CLAUSE), denied.start()))
    within = bound and not set(side.text[bound[-1].end() : denied.start()]) & set(".;!?")
    return bool(within or _is_undone(side.text, denied))


def _is_undone(text: str, denied: re.Match[str]) -> bool:
    return any(each.start() <= denied.start() < each.end() for each in _TWICE.finditer(text))


def _half_said(pair: Pair) -> list[re.Match[str]]:
    """Return the source's denials where the target is broken without its own: “nobody said” in a language that says
    “nobody not said”, and “only … but also”."""
    source, language = pair.source, pair.target.language
    both = list(no.NOT_ONLY[source.language].finditer(source.text))
    if both and no.ONLY_BUT[language].search(pair.target.text):
        return both
    denials = no.CERTAIN[source.language].finditer(source.text)
    return list(denials) if _lacks_its_verbs(pair.target) else []


def _lacks_its_verbs(side: Side) -> bool:
    nobody, denies = no.NOBODY.get(side.language), no.DENIES[side.language]
    if nobody is None:
        return False
    for sentence in side.sentences:
        text = side.text[sentence.start : sentence.end]
        if nobody.search(text) and not denies.search(text) and len(text.split()) > _FEW:
            return True
    return False
