"""TMX 1.1 to 1.4b (LISA/GALA) for the translation memory, one unit at a time, whatever the size of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from workbench.domain.languages import base_language, tag_or_nothing
from workbench.importers import limits
from workbench.importers.xml import LANG, local_name
from workbench.importers.xml_stream import Progress, XmlStream

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements that hold a tool's own codes and no words (TMX 1.4b, 4.2)."""

_OPEN = frozenset({"initial", "translated", "new", "needs-translation", "needs-review-translation"})
"""States, XLIFF's and this program's, of a text that nobody has reviewed."""

_STATES = frozenset({"x-skaryna-state", "x-state", "state"})
_LONGEST_FACT = 200


@dataclass(frozen=True, slots=True)
class TmxUnit:
    """One unit: texts by primary language subtag, in the order of the file; the first of a language counts.

    `source` is the language of the original (`srclang`), empty where the file says all are equal.
    `moment` is as the file has it, `author` who made or changed it last.
    """

    texts: dict[str, str]
    source: str = ""
    author: str = ""
    moment: str = ""
    unreviewed: frozenset[str] = frozenset()


@dataclass
class TmxFile:
    """Reads one file. `left_out` counts the units that had fewer than two languages, or a text too long."""

    path: Path
    progress: Progress = lambda _done, _all: None
    left_out: int = 0
    _stream: XmlStream = field(init=False)

    def __post_init__(self) -> None:
        self._stream = XmlStream(self.path, frozenset({"header", "tu"}), "tmx", limits.MEMORY_FILE_BYTES, self.progress)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file's bytes, once all units were read."""
        return self._stream.digest

    @property
    def name(self) -> str:
        """The file's name as it may be shown."""
        return self._stream.name

    def units(self) -> Iterator[TmxUnit]:
        """Yield the units that have something for a memory.

        Raises:
            ImportFileError: as for `XmlStream.read`, or there are too many units.
        """
        source, count = "", 0
        for part in self._stream.read():
            if local_name(part) == "header":
                source = _language(part.get("srclang"))
                continue
            count += 1
            if count > limits.MEMORY_UNITS:
                raise self._stream.too_much()
            unit = _unit(part, source)
            if unit is None:
                self.left_out += 1
            else:
                yield unit


def _unit(part: etree._Element, source: str) -> TmxUnit | None:
    texts: dict[str, str] = {}
    unreviewed: set[str] = set()
    author, moment = _made(part)
    for variant in part:
        if local_name(variant) != "tuv":
            continue
        language = _language(variant.get(LANG) or variant.get("lang"))
        words = next((_words(seg) for seg in variant if local_name(seg) == "seg"), "")
        if len(words) > limits.MEMORY_TEXT_POINTS:
            return None
        if not language or not words or language in texts:
            continue
        texts[language] = words
        by, on = _made(variant)
        author, moment = author or by, moment or on
        if _state(variant) in _OPEN:
            unreviewed.add(language)
    if len(texts) < 2:
        return None
    own = part.get("srclang")
    return TmxUnit(texts, source if own is None else _language(own), author, moment, frozenset(unreviewed))


def _made(element: etree._Element) -> tuple[str, str]:
    """Return by whom and when it was changed last, or made."""
    by = element.get("changeid") or element.get("creationid") or ""
    on = element.get("changedate") or element.get("creationdate") or ""
    return by[:_LONGEST_FACT], on[:_LONGEST_FACT]


def _state(variant: etree._Element) -> str:
    for each in variant:
        if local_name(each) == "prop" and (each.get("type") or "").lower() in _STATES:
            return (each.text or "").strip().lower()
    return ""


def _language(tag: str | None) -> str:
    """Return a tag's language; empty for `*all*`, which says that any may be the source (TMX 1.4b, `srclang`)."""
    return base_language(tag_or_nothing(tag or ""))


def _words(element: etree._Element) -> str:
    """Return the words of a segment without codes, white space as single spaces."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if local_name(child) not in _CODES:
            yield from _pieces(child)
        yield child.tail or ""
