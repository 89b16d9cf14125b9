"""Saved web pages: the article's text and what the page says of itself, read by a child process.

A page is hostile ground and its reader a large library that knows how to fetch, so it runs in
a process of its own (`child.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from workbench.domain.dates import normal_date
from workbench.domain.errors import ImportFileError
from workbench.domain.languages import normal_tag
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.i18n import N_, _
from workbench.importers import limits
from workbench.importers.child import Cancel, Child
from workbench.importers.decoding import decode, is_text_encoding, name_of
from workbench.importers.files import Original
from workbench.importers.found import FoundProvenance, Reading

READER = "html"
VERSION = "1"
"""Raised whenever the same bytes would give another text or other blocks."""

_REFUSALS = {
    "depth": N_("“{name}” nests its parts too deeply to be read safely."),
    "elements": N_("“{name}” has too many parts to be read safely."),
    "attributes": N_("“{name}” has a part with too many attributes to be read safely."),
    "run": N_("“{name}” has a piece that is too long to be read safely."),
    "memory": N_("“{name}” needs too much memory to be read."),
    "time": N_("“{name}” takes too long to read."),
    "empty": N_("There is no text in the page “{name}”."),
}
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


def read_html(original: Original, cancel: Cancel | None = None, *, fragment: bool = False) -> Reading:
    """Read the article of a page, without what stands around it; takes about a second.

    A `fragment` was chosen by a person already: all of its visible text is taken.

    Raises:
        ImportFileError: see `decode`; or the page has no text, goes past a limit, or its
            reader fails.
        CancelledError: `cancel` answered True; the child process is gone by then.
    """
    decoded = decode(original, declared_charset(original.data[:4096]))
    name = name_of(original)
    mode = "fragment" if fragment else "page"
    answer = Child("html_child", mode, decoded.text.encode(), lambda reason: _refusal(reason, name), cancel).run()
    structured = _blocks(answer, name)
    warnings = list(decoded.warnings)
    if answer.get("whole") is True and not fragment:
        warnings.append(_("No article could be told apart in the page, so all of its text was taken."))
    return Reading(structured, _provenance(answer), "text/html", READER, VERSION, tuple(warnings))


def declared_charset(head: bytes) -> str:
    """Return Python's name of the encoding that a page declares, or nothing.

    As WHATWG HTML (13.2.3.2) has it: a page that declares UTF-16 in ASCII bytes is UTF-8, and
    ISO 8859-1 and ASCII mean windows-1252 (WHATWG Encoding, 4.2).
    """
    match = _DECLARED.search(head)
    if match is None:
        return ""
    label = (match[1] or match[2]).decode("ascii").lower()
    if label.startswith(("utf-16", "utf-32", "utf16")):
        return "utf-8"
    if label in {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"}:
        return "windows-1252"
    return label if is_text_encoding(label) else ""


def _refusal(reason: str, name: str) -> ImportFileError:
    message = _REFUSALS.get(reason, N_("The page “{name}” could not be read."))
    return ImportFileError(_(message).format(name=name))


def _blocks(answer: dict[str, Any], name: str) -> StructuredText:
    """Build the text from the answer, in which nothing is taken on trust."""
    rows = answer.get("blocks")
    parts: list[tuple[BlockKind, int, str]] = []
    for row in rows if isinstance(rows, list) else []:
        match row:
            case [str(kind), int(level), str(text)] if kind in {"p", "h", "q", "li"} and 0 <= level <= 6:
                parts.append((BlockKind(kind), level, text))
            case _:
                raise ImportFileError(_("The page “{name}” could not be read.").format(name=name))
    structured = join_blocks(parts)
    if not structured.text.strip():
        raise _refusal("empty", name)
    if len(parts) > limits.BLOCKS or len(structured.text) > limits.TEXT_POINTS:
        raise _refusal("elements", name)
    return structured


def _provenance(answer: dict[str, Any]) -> FoundProvenance:
    found = answer.get("found")
    values = found if isinstance(found, dict) else {}

    def line(key: str) -> str:
        value = values.get(key)
        text = value if isinstance(value, str) else ""
        return "".join(c for c in " ".join(text.split()) if c.isprintable())[: limits.METADATA_POINTS]

    address = line("address")
    return FoundProvenance(
        title=line("title"),
        creator=line("creator"),
        publisher=line("publisher"),
        address=address if re.match(r"https?://[^\s/]", address) else "",
        published=_or_nothing(normal_date, line("published")),
        language=_or_nothing(normal_tag, line("language")),
        rights=line("rights"),
    )


def _or_nothing(normal: Callable[[str], str], value: str) -> str:
    try:
        return normal(value) if value else ""
    except ValueError:
        return ""
