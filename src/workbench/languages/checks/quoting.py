"""Quotation marks of the target: those of its language, nested as it nests them, and all closed.

be, ru: «…» with „…“ in it; lt: „…“ with ‚…‘ in it; en: “…” with ‘…’ in it, as issue 5 names them.
Typewriter marks ("…", '…') are let pass in English, where they stand for the curly ones in everything that
is typed, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from workbench.domain.anchors import Span
from workbench.i18n import N_
from workbench.languages.checks.findings import Edit, Finding, Key, Severity
from workbench.languages.checks.pair import Pair, Side
from workbench.languages.fold import fold
from workbench.languages.quotation_marks import Pair as Quoted

MARKS = {"be": ("«»", "„“"), "ru": ("«»", "„“"), "lt": ("„“", "‚‘"), "en": ("“”", "‘’")}
"""The outer and the inner pair of each base language."""

_TYPED = ('""', "''")


def marks(pair: Pair) -> Iterator[Finding]:
    """Find pairs of marks of another language, and pairs nested the wrong way round."""
    target = pair.target
    if target.language not in MARKS:
        return
    for quoted in target.quoted:
        if not quoted.closed:
            continue
        found, wanted = _marks_of(target.text, quoted), MARKS[target.language][quoted.depth % 2]
        if found == wanted or _let_pass(target, quoted, found):
            continue
        known = found in MARKS[target.language]
        outer = quoted.outer
        places = (Span(outer.start, outer.start + 1), Span(outer.end - 1, outer.end))
        edits = tuple(Edit(place.start, place.end, sign) for place, sign in zip(places, wanted, strict=True))
        yield Finding(
            Key.QUOTE_MARKS,
            Severity.STYLE,
            _NESTED if known else _FOREIGN,
            {"found": f"{found[0]}…{found[1]}", "wanted": f"{wanted[0]}…{wanted[1]}"},
            (),
            places,
            edits,
        )


_FOREIGN = N_("Quotation marks {found}: this language writes {wanted} here.")
_NESTED = N_("Quotation marks {found} are nested the wrong way round: here this language writes {wanted}.")


def _marks_of(text: str, quoted: Quoted) -> str:
    return text[quoted.outer.start] + text[quoted.outer.end - 1]


def _let_pass(side: Side, quoted: Quoted, found: str) -> bool:
    outer, inner = MARKS[side.language]
    if side.language == "en":
        return (
            found in _TYPED
            or (found == inner and not _holds_another(side, quoted))
            or (quoted.depth > 0 and found == outer and not _within(side, quoted, inner))
        )
    if found in {"''", "’’"}:
        return True
    # The same marks inside each other are what typewriters left to the press of three of the languages.
    return found == outer and quoted.depth > 0


def _holds_another(side: Side, quoted: Quoted) -> bool:
    return any(quoted.outer.start < other.outer.start < quoted.outer.end for other in side.quoted)


def _within(side: Side, quoted: Quoted, wanted: str) -> bool:
    return any(
        other.outer.start < quoted.outer.start < other.outer.end and _marks_of(side.text, other) == wanted
        for other in side.quoted
    )


def balance(pair: Pair) -> Iterator[Finding]:
    """Find a mark without its other half, where the source has both of all."""
    target = pair.target
    strays = (*target.stray_marks, *_closed_by_another(pair))
    if not strays or not _is_even(pair.source) or any(True for _finding in marks(pair)):
        return
    for at in strays:
        if _may_be_right(pair, at):
            continue
        fix: tuple[Edit, ...] = ()
        if len(strays) == 1 and at in target.unclosed and target.language in MARKS and pair.source.ends_quoted:
            fix = (_closing(target.text, target.language, target.text[at]),)
        values = {"mark": target.text[at]}
        yield Finding(Key.QUOTE_BALANCE, Severity.WARNING, _ALONE, values, (), (Span(at, at + 1),), fix)


def _may_be_right(pair: Pair, at: int) -> bool:
    """Tell whether a lone mark is of a speech that goes on elsewhere, or is one beside a reporter's dash."""
    target = pair.target
    if target.language == "lt" and _is_said(target.text, at):
        return True
    if at not in target.stray_marks:
        return False
    fewer = sum(each.closed for each in target.quoted) < sum(each.closed for each in pair.source.quoted)
    return not fewer and (at not in target.unclosed or _runs_on(pair, at))


def _closed_by_another(pair: Pair) -> list[int]:
    """Return the marks whose other half is also that of marks inside them, where nothing is nested in the source.

    That is right at the end of a speech («Ён сказаў: «Так»), which begins the text or follows a colon; nowhere else.
    """
    if any(each.depth for each in pair.source.quoted):
        return []
    closed = [each.outer for each in pair.target.quoted if each.closed]
    shared = (
        outer.start
        for outer, inner in pairwise(closed)
        if outer.end == inner.end and pair.target.text[outer.start] == pair.target.text[inner.start]
    )
    return [at for at in shared if not _begins_speech(pair.target.text, at)]


def _is_even(side: Side) -> bool:
    """Tell whether every mark of a source has its other half, one of its own."""
    text = side.text
    shared = text.count('"') % 2 or text.count("«") != text.count("»")
    begun = [each.outer.end for each in side.quoted if each.outer.start == 0]
    single = text[:1] in ("'", "‘") and (not begun or _PLURAL.match(text, begun[0] - 2))
    strays = [at for at in side.stray_marks if not (side.language == "lt" and _is_said(text, at))]
    return not (strays or shared or single)


_PLURAL = re.compile("s['’] [a-z]")
"""Students' behaviour: no closing mark."""


_SAID = re.compile(r"(?:^|[,.?!…“]) ?[–—⎯-] ")


def _is_said(text: str, at: int) -> bool:
    """Tell whether a dash parts a speech from the reporter's words.

    Lithuanian newspapers put marks only where such a speech begins and where it ends.
    """
    return bool(_SAID.search(text, at) if text[at] == "„" else _SAID.search(text[: at + 1]))


def _runs_on(pair: Pair, at: int) -> bool:
    """Tell whether a quotation may go on in what follows this text: a name that begins it is none."""
    text = pair.target.text
    return _begins_speech(text, at) and not _REPORTED.search(text, at) and not _begins_with_a_name(pair, at)


def _begins_with_a_name(pair: Pair, at: int) -> bool:
    """Tell whether the word after a text's first mark is a name of the source, which begins with no speech."""
    own = _CAPITAL.match(pair.target.text, at + 1)
    if own is None or pair.target.text[:at].strip() or _SPEECH_BEGINS.match(pair.source.text):
        return False
    key = fold(own[0])[:_ALIKE]
    return any(fold(each[0])[:_ALIKE] == key for each in pair.source.words if each[0][0].isupper())


_SPEECH_BEGINS = re.compile(r"\s*[\"'«„“‘–—⎯-]")
_CAPITAL = re.compile(r"[^\W\d_]{3,}")
_ALIKE = 3
"""Letters of a name's key that both languages have, whatever its ending."""


def _begins_speech(text: str, at: int) -> bool:
    """Tell whether a mark stands at the beginning or after a colon."""
    before = text[:at].rstrip()
    return not before or before[-1] in ":—–-"


_REPORTED = re.compile(r"[,!?…] ?[–—⎯-] [^\W\d_A-ZА-ЯЎІ][^–—⎯]*\Z")
"""A dash and the reporter's words to the end: the speech does not go on."""


_ALONE = N_("The quotation mark {mark} has no other half, and those of the quote have.")


def _closing(text: str, language: str, opening: str) -> Edit:
    """Close at the text's end: outside the last full stop in English, before it elsewhere."""
    sign = next(
        (each[1] for each in MARKS[language] if each[0] == opening), '"' if opening == '"' else MARKS[language][0][1]
    )
    end = len(text.rstrip())
    while language != "en" and end and text[end - 1] in ".,":
        end -= 1
    return Edit(end, end, sign)
