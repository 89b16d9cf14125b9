from __future__ import annotations

import base64
import hashlib
import json
from typing import Any

import pytest

from workbench.domain.anchors import Span
from workbench.domain.annotations import IncomingAnnotation
from workbench.domain.errors import ImportFileError
from workbench.importers import limits
from workbench.importers.annotations import read_annotations

DIGEST = hashlib.sha256(b"text").hexdigest()
ONE: dict[str, Any] = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:uuid:1",
    "type": "Annotation",
    "motivation": ["commenting", "oa:highlighting"],
    "creator": {"type": "Person", "name": "А. К."},
    "created": "2025-12-13T10:00:00Z",
    "body": {"type": "TextualBody", "value": "Важна\r\nвельмі", "language": "be", "purpose": "commenting"},
    "target": {
        "source": "urn:uuid:2",
        "state": {"type": "TextVersion", "sha256": DIGEST},
        "selector": [
            {"type": "TextPositionSelector", "start": 5, "end": 9},
            {"type": "TextQuoteSelector", "exact": "слова", "prefix": "да ", "suffix": " па"},
        ],
    },
}


def given(document: object) -> tuple[IncomingAnnotation, ...]:
    return read_annotations(json.dumps(document).encode(), "a.jsonld")


def with_target(target: object) -> IncomingAnnotation:
    return given({**ONE, "target": target})[0]


def refused(data: bytes) -> str:
    with pytest.raises(ImportFileError) as caught:
        read_annotations(data, "a.jsonld")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_one_annotation_with_everything() -> None:
    (found,) = given(ONE)
    assert (found.id, found.motivations) == ("urn:uuid:1", ("commenting", "highlighting"))
    assert (found.creator, found.created, found.ignored) == ("А. К.", "2025-12-13T10:00:00Z", ())
    target = found.target
    assert (target.source, target.digest) == ("urn:uuid:2", DIGEST)
    assert (target.exact, target.prefix, target.suffix) == ("слова", "да ", " па")
    assert (target.start, target.end) == (5, 9)
    (body,) = found.bodies
    assert (body.purpose, body.value, body.language) == ("commenting", "Важна\nвельмі", "be")


@pytest.mark.parametrize(
    "document",
    [
        [ONE, ONE],
        {"@graph": [ONE, ONE]},
        {"type": "AnnotationPage", "items": [ONE, ONE]},
        {"type": "AnnotationCollection", "first": {"type": "AnnotationPage", "items": [ONE, ONE]}},
        {
            "type": "AnnotationCollection",
            "first": {"type": "AnnotationPage", "items": [ONE], "next": {"type": "AnnotationPage", "items": [ONE]}},
        },
    ],
)
def test_every_container_of_the_model(document: object) -> None:
    assert [found.id for found in given(document)] == ["urn:uuid:1", "urn:uuid:1"]


@pytest.mark.parametrize(
    "target",
    [
        {"source": "urn:x:y", "digest": f"sha256:{DIGEST}"},
        {"source": "urn:x:y", "sha256": DIGEST.upper()},
        {"source": {"id": "urn:x:y", "schema:sha256": DIGEST}},
        {"source": "urn:x:y", "state": [{"type": "TimeState"}, {"checksum": DIGEST}]},
        {"source": "urn:x:y", "state": {"cached": f"urn:sha256:{DIGEST}"}},
        {"source": f"urn:sha256:{DIGEST}"},
        {"source": "ni:///sha-256;" + base64.urlsafe_b64encode(bytes.fromhex(DIGEST)).decode().rstrip("=")},
        f"urn:sha256:{DIGEST}",
    ],
)
def test_a_digest_is_found_where_people_put_it(target: object) -> None:
    assert with_target(target).target.digest == DIGEST


def test_what_is_not_understood_is_named() -> None:
    found = with_target(
        {
            "source": "https://example.org/a",
            "selector": [
                {"type": "XPathSelector", "value": "/p"},
                {"type": "TextQuoteSelector", "exact": "слова", "refinedBy": {"type": "TextPositionSelector"}},
            ],
        }
    )
    assert found.ignored == ("XPathSelector", "refinedBy")
    assert (found.target.exact, found.target.start, found.target.digest) == ("слова", None, "")


@pytest.mark.parametrize(("start", "end"), [(5, 5), (-1, 3), (1.0, 2), (True, 4), ("1", "2"), (0, 2**40), (None, 3)])
def test_a_range_that_is_none_is_not_taken(start: object, end: object) -> None:
    target = with_target(
        {"source": "x", "selector": {"type": "TextPositionSelector", "start": start, "end": end}}
    ).target
    assert (target.start, target.end) == (None, None)


def test_two_targets_are_two_annotations() -> None:
    assert [found.target.source for found in given({**ONE, "target": ["urn:a", {"id": "urn:b"}]})] == ["urn:a", "urn:b"]


def test_bodies_of_every_kind() -> None:
    (found,) = given(
        {
            **ONE,
            "motivation": "identifying",
            "bodyValue": "просты",
            "body": [
                "https://example.org/person",
                {"type": "SpecificResource", "purpose": "identifying", "source": "urn:uuid:9", "role": "speaker"},
                {"type": "TextualBody", "purpose": "oa:tagging", "value": "суд"},
                {"type": "Choice", "items": []},
            ],
        }
    )
    assert [(b.purpose, b.value, b.source) for b in found.bodies] == [
        ("identifying", "просты", ""),
        ("identifying", "", "https://example.org/person"),
        ("identifying", "", "urn:uuid:9"),
        ("tagging", "суд", ""),
    ]
    assert found.bodies[2].detail("role") == "speaker"
    assert found.bodies[2].detail("kind") == ""
    assert found.ignored == ("Choice",)


def test_signs_are_read_and_what_is_none_is_passed_over() -> None:
    good = {"start": 2, "end": 5, "kind": "aside"}
    marks = [good, {"start": 5, "end": 2, "kind": "aside"}, {"start": True, "end": 2}, "aside", {"start": 0, "end": 1}]
    (found,) = given({**ONE, "body": {"type": "SpecificResource", "purpose": "quoting", "marks": marks}})
    assert found.bodies[0].marks == ((Span(2, 5), "aside"), (Span(0, 1), ""))


def test_pages_that_are_only_named_are_not_fetched() -> None:
    document = {"type": "AnnotationCollection", "first": "https://example.org/page1"}
    assert "no W3C Web Annotations" in refused(json.dumps(document).encode())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not valid JSON"),
        (b"{", "not valid JSON"),
        (b"[NaN]", "not valid JSON"),
        (b"{}", "no W3C Web Annotations"),
        (b"3", "no W3C Web Annotations"),
        (b"[" * 1_000_000, "too deeply"),
        ("{}".encode("utf-16"), "UTF-8"),
        (b'{"type": "Annotation"}', "without a target"),
        (b'{"type": "Annotation", "target": 5}', "without a target"),
        (b'{"type": "Annotation", "target": ' + json.dumps(["x"] * 1_001).encode() + b"}", "too many"),
    ],
)
def test_anything_else_is_refused_in_one_line(data: bytes, words: str) -> None:
    assert words in refused(data)


def test_limits_of_number_and_length(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ANNOTATIONS", 1)
    assert "too many" in refused(json.dumps([ONE, ONE]).encode())
    monkeypatch.setattr(limits, "ANNOTATION_TEXT_POINTS", 3)
    assert "too long a text" in refused(json.dumps(ONE).encode())
    monkeypatch.setattr(limits, "ANNOTATION_BYTES", 3)
    assert "too large" in refused(json.dumps(ONE).encode())
