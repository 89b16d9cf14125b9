"""XML from outside: no entities, no network, no huge trees, and in the encoding that it is really in."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers.decoding import decode, name_of, strictly
from workbench.importers.files import Original

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The name of `xml:lang`."""

SAFE: dict[str, Any] = {
    "encoding": "utf-8",
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
    "remove_pis": True,
    "remove_comments": True,
}
"""How a parser is made for what comes from outside."""

HEAD = 1_000
"""Bytes in which an XML declaration ends, in any file that has one."""

_DECLARED = re.compile(r"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def read_xml(original: Original) -> etree._Element:
    """Parse a document and return its root.

    A document type declaration may name a DTD, as TMX files do, which is not read; one that
    declares anything is refused, for expansion bombs and files of the machine only live there.

    Raises:
        ImportFileError: not well-formed, too deep, with declarations, or in an encoding that
            cannot be told. The message names the line.
    """
    name = name_of(original)
    text = without_declaration(_text(original))
    try:
        root = etree.fromstring(text.encode(), etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError as error:
        raise ImportFileError(
            _("“{name}” is not well-formed XML: line {n}.").format(name=name, n=error.lineno),
            kept=_("Nothing was taken in."),
            do=_("Ask for the file once more, as the program wrote it."),
        ) from None
    if declares(root):
        raise ImportFileError(_("“{name}” declares entities of its own, which no such file needs.").format(name=name))
    return root


def _text(original: Original) -> str:
    """Decode a document: what is good UTF-8 is that, whatever it says of itself."""
    real = strictly(original.data, "utf-8") is not None
    return decode(original, "" if real else declared_encoding(original.data)).text


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a file names at its beginning, in small letters; empty where it names none."""
    found = _DECLARED.match(data[:HEAD].decode("latin-1"))
    return found[1].lower() if found else ""


def without_declaration(text: str) -> str:
    """Take the declaration, whose encoding may be a lie, out of a text; its line ends stay, for they are counted."""
    found = _DECLARATION.match(text)
    return text if found is None else "\n" * found[0].count("\n") + text[found.end() :]


def declares(root: etree._Element) -> bool:
    """Tell whether the document of an element declares entities or elements of its own."""
    declared: Any = root.getroottree().docinfo.internalDTD  # the stubs know only half of it
    return declared is not None and bool(list(declared.iterentities()) or list(declared.iterelements()))


def local_name(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is none, as an entity that nobody declared."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
