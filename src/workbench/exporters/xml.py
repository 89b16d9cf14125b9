"""What writing XML needs in every format, and reading it again to be checked."""

from __future__ import annotations

import re

from lxml import etree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The names of `xml:lang` and `xml:space`."""

FORBIDDEN = re.compile("([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])")
"""Characters that XML 1.0 cannot hold (section 2.2)."""


def parse_xml(data: bytes) -> etree._Element:
    """Parse a document from outside and return its root: no entities, no network, no huge trees.

    A document type declaration is refused as a whole: nothing in a bundle needs one, and
    entities (expansion bombs, files of the machine) only live there.

    Raises:
        ValueError: not well-formed, too deep, or with a document type declaration.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError(f"line {error.lineno}") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("document type declaration")
    return root


def document_of(root: etree._Element, whole: frozenset[str]) -> bytes:
    """Return a document in UTF-8, each element on a line but what is in those of `whole`."""
    _indent(root, whole)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def shown(text: str) -> str:
    """Return a text for XML that has no way to write every character: one that it cannot hold is U+FFFD."""
    return FORBIDDEN.sub("\ufffd", text)


def _indent(element: etree._Element, whole: frozenset[str], depth: int = 0) -> None:
    """Put each element on a line but what is in those of `whole`: `etree.indent` would change the words themselves."""
    if element.tag in whole or len(element) == 0:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, whole, depth + 1)
        child.tail = "\n" + " " * (depth + 1)
    element[-1].tail = "\n" + " " * depth
