"""HTML that cannot be broken out of: text is escaped unless this module made it."""

from __future__ import annotations

import re
from html import escape

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_VOID = frozenset({"meta", "link", "input", "br", "hr"})


class Markup(str):
    """A text that is already HTML. Only `tag`, `join` and `raw` make one."""

    __slots__ = ()


Child = str | None
"""What stands in an element: `Markup` as it is, any other string escaped, None left out."""


def text(value: str) -> Markup:
    """Escape a text; control characters, which HTML forbids, become U+FFFD."""
    return Markup(escape(_UNSEEN.sub("\ufffd", value), quote=True))


def raw(html: str) -> Markup:
    """Take HTML that the program itself wrote. Never for anything out of an archive."""
    return Markup(html)


def join(*children: Child) -> Markup:
    """Put children side by side."""
    return Markup("".join(c if isinstance(c, Markup) else text(c) for c in children if c is not None))


def parted(*parts: Child) -> Markup:
    """Put parts on one line, with a point between them."""
    return join(*[part for each in parts for part in (" · ", each)][1:])


def tag(name: str, /, *children: Child, **attributes: str | bool | None) -> Markup:
    """Make an element. `class_` and `for_` lose their underscore, other underscores become hyphens.

    An attribute of None or False is left out, one of True stands without a value.
    """
    pieces = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        pieces.append(attribute if value is True else f'{attribute}="{text(str(value))}"')
    opening = f"<{' '.join(pieces)}>"
    return Markup(opening if name in _VOID else f"{opening}{join(*children)}</{name}>")
