"""XML from outside: no entities, no network, no huge trees, and in the encoding that it is really in."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from workbench.domain.errors import ImportFileError
from workbench.i18n import _
from workbench.importers.decoding import decode, name_of
from workbench.importers.files import Original

_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HEAD = 200
"""Bytes in which an XML declaration ends, in any file that has one."""


def read_xml(original: Original) -> etree._Element:
    """Parse a document and return its root.

    A document type declaration may name a DTD, as TMX files do, which is not read; one that
    declares anything is refused, for expansion bombs and files of the machine only live there.

    Raises:
        ImportFileError: not well-formed, too deep, with declarations, or in an encoding that
            cannot be told. The message names the line.
    """
    name = name_of(original)
    text = _DECLARATION.sub("", _text(original))
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise ImportFileError(
            _("“{name}” is not well-formed XML: line {n}.").format(name=name, n=error.lineno),
            kept=_("Nothing was taken in."),
            do=_("Ask for the file once more, as the program wrote it."),
        ) from None
    declared: Any = root.getroottree().docinfo.internalDTD  # the stubs know only half of it
    if declared is not None and (list(declared.iterentities()) or list(declared.iterelements())):
        raise ImportFileError(_("“{name}” declares entities of its own, which no such file needs.").format(name=name))
    return root


def _text(original: Original) -> str:
    """Decode a document: what is good UTF-8 is that, whatever it says of itself."""
    found = _DECLARED.search(original.data[:_HEAD])
    declared = found[1].decode("ascii").lower() if found else ""
    if declared not in ("", "utf-8", "utf8"):
        try:
            return original.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            pass  # then it may be what it says
    return decode(original, declared).text
