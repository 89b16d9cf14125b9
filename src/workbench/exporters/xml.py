"""The one place where XML from outside is parsed: no entities, no network, no huge trees."""

from __future__ import annotations

from lxml import etree


def parse_xml(data: bytes) -> etree._Element:
    """Parse a document and return its root.

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
