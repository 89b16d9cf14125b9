"""JSON from outside: parsed only after its size and depth are known, and only if it is plain JSON."""

from __future__ import annotations

import json
import re
from typing import Any

from workbench.importers import limits

_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
"""A string, or the rest where one does not end: as it always matches, its time is linear."""

_BRACKET = re.compile(rb"[\[\]{}]")
_SURROGATE = re.compile("[\ud800-\udfff]")


class BadJsonError(ValueError):
    """The bytes are no JSON that is taken; the one argument is `size`, `depth`, `encoding` or `syntax`."""


def parse_bounded(data: bytes, *, size: int, depth: int = limits.JSON_DEPTH) -> Any:
    """Parse JSON (RFC 8259) in UTF-8, with or without a byte order mark.

    Refused besides what is no JSON: more bytes than `size`, more nesting than `depth`, NaN and
    infinities, a key twice in one object, and strings with lone surrogates, which no text can
    hold.

    Raises:
        BadJsonError: with the reason's key as its argument.
    """
    if len(data) > size:
        raise BadJsonError("size")
    if _is_deeper(data, depth):
        raise BadJsonError("depth")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadJsonError("encoding") from None
    try:
        found = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_object)
        _check_strings(found)
    except (ValueError, RecursionError):
        raise BadJsonError("syntax") from None
    return found


def _is_deeper(data: bytes, most: int) -> bool:
    """Tell whether brackets outside strings nest deeper than `most`; looks no further than that."""
    depth = 0
    for match in _BRACKET.finditer(_STRING.sub(b"", data)):
        depth += 1 if match[0] in b"[{" else -1
        if depth > most:
            return True
    return False


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    for key, value in pairs:
        _check_strings(key)
        _check_strings(value)
    return found


def _check_strings(value: Any) -> None:
    """Look at the strings right in a value; those inside objects were looked at when those were made."""
    if isinstance(value, str) and _SURROGATE.search(value):
        raise ValueError("a lone surrogate")
    if isinstance(value, list):
        for item in value:
            _check_strings(item)
