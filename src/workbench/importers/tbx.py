"""TBX: ISO 30042:2019 in either style, and the edition of 2008 (`martif`), which other programs still write.

What is read: subject field, definition, notes, terms, part of speech, administrative status. In the
DCA style a category is an element's `type`, in the DCT style the element's own name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from workbench.domain.errors import ImportFileError
from workbench.domain.glossary import Entry, ReadGlossary, fitting
from workbench.domain.inputs import ConceptInput, TermInput
from workbench.domain.kinds import PartOfSpeech, TermStatus
from workbench.i18n import _
from workbench.importers.limits import GLOSSARY_ENTRIES, GLOSSARY_TERMS, GLOSSARY_XML_BYTES
from workbench.importers.xml import LANG, local_name
from workbench.importers.xml_stream import XmlStream

_ENTRIES = ("conceptEntry", "termEntry")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_STATUSES = {"admittedTerm": TermStatus.ADMITTED, "deprecatedTerm": TermStatus.FORBIDDEN}
_STATUSES["supersededTerm"] = TermStatus.FORBIDDEN


def read_tbx(path: Path) -> ReadGlossary:
    """Return the entries of a file; terms that fit no archive (no language, too long) are left out and counted.

    What is not an entry is not kept, so that the memory it takes is that of what is returned.

    Raises:
        ImportFileError: it is broken or hostile, no TBX, or has too many entries.
    """
    stream = XmlStream(path, frozenset(_ENTRIES), "tbx", GLOSSARY_XML_BYTES, older="martif")
    entries: list[Entry] = []
    left_out = 0
    for number, element in enumerate(stream.read()):
        if number >= GLOSSARY_ENTRIES:
            raise too_many_entries(stream.name)
        entry, lost = _entry(element)
        left_out += lost
        if entry is not None:
            entries.append(entry)
    return ReadGlossary(stream.name, tuple(entries), left_out)


def too_many_entries(name: str) -> ImportFileError:
    """Return the error of a file that has more entries than `GLOSSARY_ENTRIES`."""
    return ImportFileError(_("“{name}” has too many entries.").format(name=name), kept=_("Nothing was taken in."))


def _entry(element: etree._Element) -> tuple[Entry | None, int]:
    terms: dict[tuple[str, str], TermInput] = {}
    lost = 0
    sections = [child for child in element if local_name(child) in _LANGUAGES]
    for section in sections:
        for each in [child for child in section if local_name(child) in _TERMS]:
            term = _term(each, section.get(LANG) or section.get("lang") or "") if len(terms) < GLOSSARY_TERMS else None
            lost += term is None
            if term is not None:
                terms.setdefault((term.tag, term.value), term)
    # What is said of a language's section is said of the concept here.
    above = [element, *sections]
    facts = {
        "subject": _first(above, "subjectField"),
        "definition": _first(above, "definition"),
        "note": "\n".join(_notes(above)),
    }
    concept = fitting(ConceptInput, **facts)
    if concept is None or not terms:
        return None, lost or 1
    return Entry(concept, tuple(terms.values()), element.get("id", "")), lost


def _term(element: etree._Element, tag: str) -> TermInput | None:
    found = next(element.iter("{*}term"), None)
    status = _first([element], "administrativeStatus").split("-")[0]
    part = _first([element], "partOfSpeech")
    return fitting(
        TermInput,
        tag=tag,
        value=_words(found) if found is not None else "",
        status=_STATUSES.get(status, TermStatus.PREFERRED),
        part_of_speech=part if part in set(PartOfSpeech) else PartOfSpeech.OTHER,
        reason="\n".join(_notes([element])),
    )


def _own(element: etree._Element) -> Iterator[etree._Element]:
    """Go through what is said of an element itself, in a group or not, not what is said of its parts."""
    for child in element:
        name = local_name(child)
        if name.endswith("Grp") and name != "tig":
            yield from _own(child)
        elif name not in (*_LANGUAGES, *_TERMS):
            yield child


def _first(elements: list[etree._Element], category: str) -> str:
    own = (child for element in elements for child in _own(element))
    return next((_words(child) for child in own if category in (child.get("type"), local_name(child))), "")


def _notes(elements: list[etree._Element]) -> Iterator[str]:
    return (_words(child) for element in elements for child in _own(element) if local_name(child) == "note")


def _words(element: etree._Element) -> str:
    return "".join(str(part) for part in element.itertext()).strip()
