"""A glossary as TBX-Basic: one entry a concept, a section for each language.

It is the edition of 2008 (ISO 30042:2008, `martif`): OmegaT and translate-toolkit read no newer one.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from workbench.domain.glossary import Entry
from workbench.domain.inputs import TermInput
from workbench.domain.kinds import TermStatus
from workbench.exporters.xml import LANG, document_of, shown

STATUSES = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
}
"""`administrativeStatus` of TBX-Basic; what is deprecated has its reason as a note of the term."""

_WHOLE = frozenset({"term", "termNote", "descrip", "note", "title", "p"})


def write_tbx(entries: Iterable[Entry]) -> bytes:
    """Return one document. A character that XML 1.0 cannot hold is U+FFFD.

    The id of an entry is `c` and the id that it has in the archive, for an id cannot begin with a digit.
    """
    root = etree.Element("martif", {"type": "TBX-Basic", LANG: "en"})
    header = _add(root, "martifHeader")
    file = _add(header, "fileDesc")
    _add(_add(file, "titleStmt"), "title", "Glossary")
    _add(_add(file, "sourceDesc"), "p", "Skaryna Workbench")
    encoding = _add(header, "encodingDesc")
    _add(encoding, "p", "TBXBasicXCSV02.xcs", type="XCSURI")
    body = _add(_add(root, "text"), "body")
    for number, entry in enumerate(entries):
        _entry(body, entry, f"c{entry.id or number}")
    return document_of(root, _WHOLE)


def _entry(body: etree._Element, entry: Entry, key: str) -> None:
    made = _add(body, "termEntry", id=key)
    said = entry.concept
    for kind, text in (("subjectField", said.subject), ("definition", said.definition)):
        if text:
            _add(made, "descrip", text, type=kind)
    if said.note:
        _add(made, "note", said.note)
    for tag in dict.fromkeys(term.tag for term in entry.terms):
        section = _add(made, "langSet")
        section.set(LANG, tag)
        for term in entry.terms:
            if term.tag == tag:
                _term(_add(section, "tig"), term)


def _term(section: etree._Element, term: TermInput) -> None:
    _add(section, "term", term.value)
    if term.part_of_speech:
        _add(section, "termNote", term.part_of_speech.value, type="partOfSpeech")
    _add(section, "termNote", STATUSES[term.status], type="administrativeStatus")
    if term.reason:
        _add(section, "note", term.reason)


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, name, attributes)
    if text:
        made.text = shown(text)
    return made
