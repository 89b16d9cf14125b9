"""Which of a record's names to show to whom."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar

from workbench.domain.kinds import NameKind
from workbench.domain.languages import WORKING_LANGUAGES, base_language


class NameForm(Protocol):
    """Anything with a name's value, BCP 47 tag and kind."""

    @property
    def value(self) -> str:
        """The name itself."""
        ...

    @property
    def tag(self) -> str:
        """Its language tag."""
        ...

    @property
    def kind(self) -> str:
        """One of `NameKind`."""
        ...


def display_name(names: Iterable[NameForm], language: str) -> str:
    """Choose the name to show in a language; empty where there is none at all.

    Preferred names come before all others, forbidden ones after all others; among them the
    language itself, then English, then the other working languages, then whatever there is. A tag
    that is exactly the language (`be`) comes before one with a script or variant (`be-Latn`).
    """
    return (
        min(names, key=lambda name: name_place(name.kind, name.tag, language)).value if (names := list(names)) else ""
    )


def name_place(kind: str, tag: str, language: str) -> tuple[bool, bool, int, bool]:
    """Return what sorts the names of a record as `display_name` chooses among them, the one to show first."""
    fallback = [language, "en", *(each for each in WORKING_LANGUAGES if each not in (language, "en"))]
    base = base_language(tag)
    place = fallback.index(base) if base in fallback else len(fallback)
    return kind == NameKind.FORBIDDEN, kind != NameKind.PREFERRED, place, tag != base


_Form = TypeVar("_Form", bound=NameForm)


def in_order(names: Iterable[_Form]) -> list[_Form]:
    """Order a record's names: preferred ones first, each kind by the working languages; equals stay as given."""
    kinds = list(NameKind)

    def place(name: _Form) -> tuple[int, int, bool]:
        base = base_language(name.tag)
        language = WORKING_LANGUAGES.index(base) if base in WORKING_LANGUAGES else len(WORKING_LANGUAGES)
        return kinds.index(NameKind(name.kind)), language, name.tag != base

    return sorted(names, key=place)


def shortened(text: str, limit: int = 48) -> str:
    """Cut a text at a word to at most `limit` code points, with an ellipsis where it was cut."""
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    return text[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def stands_in(part: str, name: str) -> bool:
    """Tell whether a part of a name stands in it as whole words: Ян is no part of Янка, nor of Ян-Павел."""
    at = name.find(part)
    while at >= 0:
        before, after = name[at - 1 : at], name[at + len(part) : at + len(part) + 1]
        if not _goes_on(before) and not _goes_on(after):
            return True
        at = name.find(part, at + 1)
    return False


def _goes_on(sign: str) -> bool:
    """Tell whether a word goes on with a sign; at the end of a name there is none."""
    return sign != "" and (sign in "-‐‑'’ʼ" or unicodedata.category(sign)[0] in "LMN")
