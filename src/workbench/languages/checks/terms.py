"""Names and terms: each stands in the target in a form that is allowed, in any case, and in none that is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.anchors import Span
from workbench.domain.kinds import RecordKind
from workbench.i18n import N_
from workbench.languages.checks.findings import Edit, Finding, Forbidden, Key, Severity, Wanted
from workbench.languages.checks.pair import Pair
from workbench.languages.known_names import Form, Found, KnownNames, Why
from workbench.languages.remembered import remembered

_KEPT = 4_000
"""Forms whose finder is kept between checks."""


def wanted(pair: Pair) -> Iterator[Finding]:
    """Find names and terms of the source that are missing in the target or written otherwise than allowed."""
    for name in pair.context.wanted:
        if not name.source or not name.forms:
            continue
        allowed, otherwise = _places(pair, name)
        if allowed:
            continue
        values = {"source": pair.source.text[name.source[0].start : name.source[0].end], "wanted": name.forms[0]}
        if otherwise:
            values["target"] = pair.target.text[otherwise[0].start : otherwise[0].end]
            edits = tuple(Edit(span.start, span.end, name.forms[0]) for span in otherwise)
            yield Finding(Key.NAME, Severity.WARNING, _OTHERWISE, values, name.source, tuple(otherwise), edits)
        else:
            yield Finding(Key.NAME, Severity.WARNING, _ABSENT, values, name.source)


_OTHERWISE = N_("{source} is written “{target}”; the archive writes it “{wanted}” in this language.")
_ABSENT = N_("{source} is not in the translation in a form that is allowed, such as “{wanted}”.")


def forbidden(pair: Pair) -> Iterator[Finding]:
    """Find forms that must not stand in the target, inflected ones too."""
    for name in pair.context.wanted:
        for each in name.forbidden:
            for span in _forbidden_places(pair, each, name):
                values = {
                    "form": pair.target.text[span.start : span.end],
                    "wanted": name.forms[0] if name.forms else "",
                    "reason": each.reason,
                }
                edits = (Edit(span.start, span.end, name.forms[0]),) if name.forms else ()
                yield Finding(Key.FORBIDDEN, Severity.ERROR, _message(each, name), values, name.source, (span,), edits)


_FORBIDDEN = N_("“{form}” must not be used here; write “{wanted}”.")
_FORBIDDEN_WHY = N_("“{form}” must not be used here; write “{wanted}”. Reason: {reason}")
_FORBIDDEN_ALONE = N_("“{form}” must not be used here.")


def _message(each: Forbidden, name: Wanted) -> str:
    if not name.forms:
        return _FORBIDDEN_ALONE
    return _FORBIDDEN_WHY if each.reason else _FORBIDDEN


def _forbidden_places(pair: Pair, each: Forbidden, name: Wanted) -> list[Span]:
    allowed, _otherwise = _places(pair, name) if name.forms else ([], [])
    own = {form.casefold() for form in (*name.forms, *name.cases)}
    found = [
        place.span
        for place in _finder((each.form,), (), name.kind, pair.target.tag).find(pair.target.text, pair.target.tag)
        if place.why in _SAME
    ]
    words = ((pair.target.text[span.start : span.end].casefold(), span) for span in found)
    return [span for word, span in words if word not in own and (span not in allowed or word == each.form.casefold())]


_SAME = frozenset({Why.EXACT, Why.INFLECTED})


def _places(pair: Pair, name: Wanted) -> tuple[list[Span], list[Span]]:
    """Return where an allowed form stands, and where another spelling of it does."""
    if name.kind is None:
        return _term_places(pair.target.text, (*name.forms, *name.cases)), []
    found: list[Found] = _finder(name.forms, name.cases, name.kind, pair.target.tag).find(
        pair.target.text, pair.target.tag
    )
    allowed = [each.span for each in found if each.why is not Why.OTHER_SPELLING]
    # To the letter, also where the finder takes it for a part of something longer: Лонг-Лартин.
    allowed = allowed or [Span(*each.span()) for each in _letter_for_letter(name).finditer(pair.target.text)]
    allowed = allowed or [Span(*each.span()) for each in _derived(pair, name).finditer(pair.target.text)]
    return allowed, [each.span for each in found if each.why is Why.OTHER_SPELLING]


def _letter_for_letter(name: Wanted) -> re.Pattern[str]:
    forms = sorted((*name.forms, *name.cases), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)")


_ENDING = re.compile(r"(?:[aeiouyąęėįųū]+s?|s|[аеёиоуыэюяіьй]+)$")
_LEAST = 4
"""Letters of a place's name without its ending from which its people and its adjective are made."""


def _derived(pair: Pair, name: Wanted) -> re.Pattern[str]:
    """Return a pattern for what is said of a place in other words of its name, whole or without its ending: Belfast,
    белфастский; Turkey, Turkish; and for the name that Lithuanian leaves without one, as women's are: Palinas, Palin.
    """
    bare = {_ENDING.sub("", form) for form in name.forms}
    if name.kind is RecordKind.PLACE:
        stems = [re.escape(each) for each in bare if len(each) >= _LEAST]
        return re.compile(rf"(?<!\w)(?i:{'|'.join(stems)})\w{{0,8}}") if stems else _NEVER
    without = [re.escape(each) for each in bare if len(each) >= _LEAST and pair.target.language == "lt"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(without)})(?!\w)") if without else _NEVER


_NEVER = re.compile(r"(?!)")


@remembered(_KEPT)
def _finder(forms: tuple[str, ...], cases: tuple[str, ...], kind: RecordKind | None, tag: str) -> KnownNames:
    return KnownNames(
        Form("", kind or RecordKind.ORGANISATION, form, tag, cases=cases if number == 0 else ())
        for number, form in enumerate(forms)
    )


def _term_places(text: str, forms: tuple[str, ...]) -> list[Span]:
    """Return where a common word or phrase stands: each word by its beginning, without the ending of its case."""
    found = [Span(*match.span()) for form in forms for match in _term(form).finditer(text)]
    return sorted(set(found))


@remembered(_KEPT)
def _term(form: str) -> re.Pattern[str]:
    return re.compile(r"\b" + r"[\s\u00a0]+".join(_stem(word) for word in form.split()) + r"\b", re.IGNORECASE)


def _stem(word: str) -> str:
    kept = word[: max(3, len(word) - 3)] if len(word) > 3 else word
    return re.escape(kept) + r"\w{0,6}"
