"""W3C Web Annotations in: the model's JSON-LD serialisation, read as the plain JSON that it is.

Nothing is fetched: neither the contexts, which the model fixes, nor pages that are only named.
Terms are those of the Web Annotation Vocabulary; numbers in brackets are sections of the Web
Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from typing import Any

from workbench.domain.anchors import Span
from workbench.domain.annotations import IncomingAnnotation, IncomingBody, IncomingTarget
from workbench.domain.errors import ImportFileError
from workbench.i18n import N_, _
from workbench.importers import limits
from workbench.importers.json_bounds import BadJsonError, parse_bounded

_REASONS = {
    "size": N_("“{name}” is too large for a file of annotations."),
    "depth": N_("“{name}” nests its parts too deeply to be read safely."),
    "encoding": N_("“{name}” is not in UTF-8, as JSON must be."),
    "syntax": N_("“{name}” is not valid JSON."),
    "none": N_("“{name}” has no W3C Web Annotations in it."),
    "count": N_("“{name}” has too many annotations, or one with too many parts."),
    "text": N_("“{name}” has an annotation with too long a text."),
    "target": N_("“{name}” has an annotation without a target."),
}
_HEX = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_NI = re.compile(r"ni://[^/]*/sha-256;([A-Za-z0-9_-]{43})")
_DIGEST_KEYS = ("digest", "sha256", "schema:sha256", "checksum")
_DETAILS = ("kind", "role", "certainty", "manner", "spokenLanguage", "viaLanguage", "translationState", "relayLanguage")
_LINE = 2_000
"""Code points of an IRI, a name or another single line."""

_LAST = 2**31


def read_annotations(data: bytes, name: str = "") -> tuple[IncomingAnnotation, ...]:
    """Read one annotation, a list of them, a page, a collection with its pages, or a `@graph`.

    `name` is the file's name for messages. A digest is taken from the keys `digest`, `sha256`,
    `schema:sha256` or `checksum` of the target, its source or its states, or from an IRI
    `urn:sha256:<hex>` or `ni:///sha-256;<base64url>` (RFC 6920).

    Raises:
        ImportFileError: it is not JSON within the limits, or holds no annotations, or one
            without a target.
    """
    shown = name or _("annotations")
    try:
        document = parse_bounded(data, size=limits.ANNOTATION_BYTES)
        found = _all(document)
    except BadJsonError as error:
        raise ImportFileError(_(_REASONS[str(error)]).format(name=shown)) from None
    return found


def _all(document: Any) -> tuple[IncomingAnnotation, ...]:
    found: list[IncomingAnnotation] = []
    for node in _nodes(document):
        found.extend(_annotation(node))
        if len(found) > limits.ANNOTATIONS:
            raise BadJsonError("count")
    if not found:
        raise BadJsonError("none")
    return tuple(found)


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Yield annotations, in order, from any of the model's containers [5.1, 5.2]."""
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item)
    elif isinstance(value, dict):
        if "Annotation" in _types(value):
            yield value
            return
        for key in ("@graph", "first", "items", "next"):
            if isinstance(value.get(key), dict | list):
                yield from _nodes(value[key])


def _types(node: dict[str, Any]) -> list[str]:
    return [_last(name) for name in _texts(node.get("type", node.get("@type")))]


def _last(term: str) -> str:
    """Return the last part of a term: `commenting` of `oa:commenting` or of the full IRI."""
    return re.split("[#/:]", term)[-1]


def _listed(value: Any) -> list[Any]:
    found = value if isinstance(value, list) else [] if value is None else [value]
    if len(found) > limits.ANNOTATION_BODIES:
        raise BadJsonError("count")
    return found


def _texts(value: Any) -> list[str]:
    return [item for item in _listed(value) if isinstance(item, str)]


def _line(value: Any) -> str:
    """Return the first text of a value as one short line; JSON-LD value objects are opened."""
    for item in _listed(value):
        text = item.get("@value") if isinstance(item, dict) else item
        if isinstance(text, str):
            return " ".join(text.split())[:_LINE]
    return ""


def _long(value: Any) -> str:
    text = value.get("@value") if isinstance(value, dict) else value
    if not isinstance(text, str):
        return ""
    if len(text) > limits.ANNOTATION_TEXT_POINTS:
        raise BadJsonError("text")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _id(node: Any) -> str:
    return _line(node if isinstance(node, str) else node.get("id", node.get("@id")) if isinstance(node, dict) else "")


def _annotation(node: dict[str, Any]) -> Iterator[IncomingAnnotation]:
    motivations = tuple(_last(term) for term in _texts(node.get("motivation")))
    ignored: list[str] = []
    bodies = tuple(_bodies(node, motivations, ignored))
    creator = _creator(node.get("creator"))
    created = _line(node.get("created", node.get("dcterms:created")))
    targets = _listed(node.get("target"))
    if not targets:
        raise BadJsonError("target")
    for value in targets:
        missed = list(ignored)
        target = _target(value, missed)
        yield IncomingAnnotation(_id(node), target, motivations, bodies, creator, created, tuple(dict.fromkeys(missed)))


def _creator(value: Any) -> str:
    for item in _listed(value):
        if isinstance(item, dict):
            if name := _line(item.get("name", item.get("nickname"))):
                return name
        elif text := _line(item):
            return text
    return ""


def _bodies(node: dict[str, Any], motivations: tuple[str, ...], ignored: list[str]) -> Iterator[IncomingBody]:
    """Yield bodies [3.2]: embedded texts, plain strings (`bodyValue`), and links."""
    default = motivations[0] if motivations else ""
    if text := _long(node.get("bodyValue")):
        yield IncomingBody(default, text)
    for body in _listed(node.get("body")):
        if isinstance(body, str):
            yield IncomingBody(default, source=_line(body))
        elif isinstance(body, dict):
            types = _types(body)
            if "Choice" in types or "items" in body:
                ignored.append("Choice")
                continue
            purposes = [_last(term) for term in _texts(body.get("purpose"))]
            yield IncomingBody(
                purposes[0] if purposes else default,
                value=_long(body.get("value", body.get("rdf:value"))),
                language=_line(body.get("language", body.get("dc:language"))),
                source=_id(body.get("source")) or ("" if "value" in body else _id(body)),
                details=tuple((key, _line(body[key])) for key in _DETAILS if isinstance(body.get(key), str)),
                marks=tuple(_marks(body.get("marks"))),
            )


def _marks(value: Any) -> Iterator[tuple[Span, str]]:
    """Give the signs that a body tells, our own key; what is none is passed over."""
    for mark in _listed(value):
        start, end = _range(mark) if isinstance(mark, dict) else (None, None)
        if start is not None and end is not None:
            yield Span(start, end), _line(mark.get("kind"))


def _target(value: Any, ignored: list[str]) -> IncomingTarget:
    if isinstance(value, str):
        return IncomingTarget(_line(value), _digest_in(value))
    if not isinstance(value, dict):
        raise BadJsonError("target")
    source = value.get("source", value.get("id", value.get("@id")))
    places = [value, source, *_listed(value.get("state"))]
    digest = next((found for found in map(_digest, places) if found), "")
    exact = prefix = suffix = ""
    start = end = None
    for selector in _listed(value.get("selector")):
        types = _types(selector) if isinstance(selector, dict) else []
        if "TextQuoteSelector" in types and not exact:
            exact, prefix, suffix = (_long(selector.get(key)) for key in ("exact", "prefix", "suffix"))
        elif "TextPositionSelector" in types and start is None:
            start, end = _range(selector)
        else:
            ignored.extend(types or ["selector"])
        if isinstance(selector, dict) and "refinedBy" in selector:
            ignored.append("refinedBy")
    return IncomingTarget(_id(source), digest, exact, prefix, suffix, start, end)


def _range(selector: dict[str, Any]) -> tuple[int, int] | tuple[None, None]:
    """Return a position selector's range [4.2.5], or nothing where it is no range."""
    start, end = selector.get("start"), selector.get("end")
    if type(start) is int and type(end) is int and 0 <= start < end < _LAST:
        return start, end
    return None, None


def _digest(node: Any) -> str:
    if isinstance(node, str):
        return _digest_in(node)
    if not isinstance(node, dict):
        return ""
    for key in _DIGEST_KEYS:
        for text in _texts(node.get(key)):
            if match := _HEX.search(text.lower()):
                return match[0]
    return next((found for key in ("id", "@id", "cached") if (found := _digest_in(_line(node.get(key))))), "")


def _digest_in(iri: str) -> str:
    """Return the SHA-256 that an IRI names, in hex."""
    if iri.lower().startswith("urn:sha256:"):
        match = _HEX.search(iri.lower())
        return match[0] if match else ""
    if match := _NI.match(iri):
        try:
            return base64.urlsafe_b64decode(match[1] + "=").hex()
        except binascii.Error:
            return ""
    return ""
