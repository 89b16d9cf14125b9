"""XLIFF 1.2, XLIFF 2 and TMX as units: their words without the codes that programs put between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from workbench.domain.errors import ImportFileError
from workbench.domain.languages import base_language
from workbench.i18n import _
from workbench.importers.decoding import name_of
from workbench.importers.files import Original
from workbench.importers.returned import ReturnedUnit, unit_of
from workbench.importers.xml import LANG, local_name, read_xml

_METADATA = "{urn:oasis:names:tc:xliff:metadata:2.0}"
_KEPT = frozenset({"g", "mrk", "pc", "sm", "em", "hi"})
"""Inline elements whose words are words; all others hold codes (XLIFF 1.2 2.4, XLIFF 2.1 4.2.3, TMX 1.4b)."""


def read_units(original: Original) -> list[ReturnedUnit]:
    """Return the units of a document.

    Raises:
        ImportFileError: it is broken or hostile, or neither XLIFF nor TMX.
    """
    root = read_xml(original)
    kind = local_name(root)
    readers: dict[str, Callable[[etree._Element], Iterator[ReturnedUnit]]] = {"tmx": _tmx}
    readers["xliff"] = _xliff2 if root.get("version", "").startswith("2") else _xliff1
    if kind not in readers:
        raise ImportFileError(
            _("“{name}” is neither XLIFF nor TMX.").format(name=name_of(original)), kept=_("Nothing was taken in.")
        )
    return list(readers[kind](root))


def _children(element: etree._Element, *names: str) -> list[etree._Element]:
    return [child for child in element if local_name(child) in names]


def _under(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Go through the elements of a name, whatever its namespace."""
    return root.iter(f"{{*}}{name}")


def _words(element: etree._Element | None) -> str:
    if element is None:
        return ""
    return "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name in _KEPT:
            yield from _pieces(child)
        elif name == "cp":
            yield _character(child.get("hex", ""))
        yield child.tail or ""


def _character(code: str) -> str:
    """Return the character of a `cp` (XLIFF 2.1, 4.2.3.1); nothing for what is none, half a pair of UTF-16 among it."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= character <= "\udfff" else character


def _xliff2(root: etree._Element) -> Iterator[ReturnedUnit]:
    languages = root.get("srcLang", ""), root.get("trgLang", "")
    for unit in _under(root, "unit"):
        metas = {str(each.get("type", "")): each.text or "" for each in unit.iter(f"{_METADATA}meta")}
        parts = _children(unit, "segment", "ignorable")
        source = "".join(_words(next(iter(_children(part, "source")), None)) for part in parts)
        there = any(_children(part, "target") for part in parts if local_name(part) == "segment")
        target = "".join(map(_target2, parts)) if there else ""
        yield unit_of(metas.get("quote", "") or unit.get("id", ""), metas.get("seal", ""), languages, source, target)


def _target2(part: etree._Element) -> str:
    """Return the target of a segment; what stands between two is as in the source where nothing else is said."""
    target = next(iter(_children(part, "target")), None)
    if target is None and local_name(part) == "ignorable":
        return _words(next(iter(_children(part, "source")), None))
    return _words(target)


def _xliff1(root: etree._Element) -> Iterator[ReturnedUnit]:
    for file in _under(root, "file"):
        languages = file.get("source-language", ""), file.get("target-language", "")
        for unit in _under(file, "trans-unit"):
            source = _words(next(iter(_children(unit, "source")), None))
            target = _target1(next(iter(_children(unit, "target")), None), source)
            named = unit.get("resname", "") if "urn:uuid:" in unit.get("resname", "") else unit.get("id", "")
            yield unit_of(named, unit.get("extradata", ""), languages, source, target)


def _target1(target: etree._Element | None, source: str) -> str:
    """Return a target's words; none where it holds the source's and nobody has been at it (`exporters.xliff12`)."""
    words = _words(target)
    untouched = target is not None and target.get("state") == "new" and words == source
    return "" if untouched else words


def _tmx(root: etree._Element) -> Iterator[ReturnedUnit]:
    header = next(iter(_under(root, "header")), None)
    usual = header.get("srclang", "") if header is not None else ""
    for unit in _under(root, "tu"):
        texts = [(each.get(LANG) or each.get("lang") or "", each) for each in _children(unit, "tuv")]
        if not texts:
            continue
        wanted = base_language(unit.get("srclang") or usual)
        origin = next((each for each in texts if base_language(each[0]) == wanted), texts[0])
        seal = next((p.text or "" for p in _children(unit, "prop") if p.get("type") == "x-skaryna-seal"), "")
        source = _words(next(iter(_children(origin[1], "seg")), None))
        for language, variant in texts:
            if variant is not origin[1]:
                text = _words(next(iter(_children(variant, "seg")), None))
                yield unit_of(unit.get("tuid", ""), seal, (origin[0], language), source, text)
