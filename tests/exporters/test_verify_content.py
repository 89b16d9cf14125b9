"""What a forger with right manifests would still be caught by: content that contradicts itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.domain.bundle import BundleContent
from workbench.exporters import verify_content
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify_content import content_findings


@pytest.fixture
def places(content: BundleContent, tmp_path: Path) -> dict[str, Path]:
    bundle = write_bundle(content, tmp_path / "bundle").path
    return {path.relative_to(bundle).as_posix(): path for path in sorted(bundle.rglob("*")) if path.is_file()}


def found(places: dict[str, Path], *doubtful: str) -> set[tuple[str, str]]:
    return {(finding.kind, finding.path) for finding in content_findings(places, frozenset(doubtful))}


def _edit_json(change: Callable[[dict], None]) -> Callable[[bytes], bytes]:
    def edit(data: bytes) -> bytes:
        document = json.loads(data)
        change(document)
        return json.dumps(document).encode()

    return edit


def _selector(document: dict, **values: object) -> None:
    document["first"]["items"][3]["target"]["selector"][0].update(values)


def _sign(document: dict) -> dict:
    bodies = (body for item in document["first"]["items"] for body in item.get("body", ()))
    return next(body for body in bodies if "marks" in body)


FORGERIES = {
    "moved selector": ("annotations.jsonld", _edit_json(lambda d: _selector(d, start=1))),
    "position as text": ("annotations.jsonld", _edit_json(lambda d: _selector(d, start="1"))),
    "position as truth": ("annotations.jsonld", _edit_json(lambda d: _selector(d, start=True))),
    "position past the end": ("annotations.jsonld", _edit_json(lambda d: _selector(d, end=10**12))),
    "wrong total": ("annotations.jsonld", _edit_json(lambda d: d.update(total=1))),
    "another text": (
        "annotations.jsonld",
        _edit_json(lambda d: d["first"]["items"][0]["target"].update(source="urn:uuid:../../../secret")),
    ),
    "another version": (
        "annotations.jsonld",
        _edit_json(lambda d: d["first"]["items"][0]["target"]["state"].update(sha256="0" * 64)),
    ),
    "other surroundings": (
        "annotations.jsonld",
        _edit_json(lambda d: d["first"]["items"][0]["target"]["selector"][1].update(prefix="x")),
    ),
    "a sign past the words": ("annotations.jsonld", _edit_json(lambda d: _sign(d)["marks"][0].update(end=1000))),
    "a sign of no words": ("annotations.jsonld", _edit_json(lambda d: _sign(d)["marks"][0].update(start=2))),
    "a list": ("annotations.jsonld", lambda _: b"[]"),
    "deep": ("annotations.jsonld", lambda _: b"[" * 200_000),
    "a redacted text beside its file": (
        "records.json",
        _edit_json(lambda d: d["sources"][0]["text"].update(redacted=True)),
    ),
    "a sign before the words": ("records.json", _edit_json(lambda d: d["quotes"][0]["marks"][0].update(start=-1))),
    "a sign past a translation": (
        "records.json",
        _edit_json(lambda d: d["quotes"][0]["translations"][2]["marks"][0].update(end=1000)),
    ),
    "not a number": ("records.json", lambda data: data.replace(b'"version":1', b'"version":NaN')),
    "moved passage": ("records.json", _edit_json(lambda d: d["passages"][0].update(end=2))),
    "passage of nothing": ("records.json", _edit_json(lambda d: d["passages"][0].update(source_id="x"))),
    "other digest": ("records.json", _edit_json(lambda d: d["sources"][0]["text"].update(sha256="x"))),
    "a property that is not told": ("records.json", _edit_json(lambda d: d["properties"].pop())),
    "not UTF-8": ("records.json", lambda _: b"\xff"),
    "changed words": ("quotes.csv", lambda data: data.replace(b"kept your chair", b"kept his chair")),
    "no columns": ("quotes.csv", lambda _: b"a,b\r\n1,2\r\n"),
    "quote of nothing": ("quotes.csv", lambda data: data.replace(b"70fa3872", b"00000000")),
    "proof that is not here": ("records.ftm.json", lambda data: data.replace(b'"schema":"Document"', b'"schema":"X"')),
    "torn entities": ("records.ftm.json", lambda data: data[:-3]),
    "entities": (
        "xliff/quotes.en.be.xlf",
        lambda data: data.replace(b"?>\n", b'?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n'),
    ),
    "torn": ("xliff/quotes.en.be.xlf", lambda data: data[:300]),
    "another format": ("xliff/quotes.en.be.xlf", lambda data: data.replace(b'version="2.1"', b'version="1.2"')),
}


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_is_found_in_its_file_and_nowhere_else(places: dict[str, Path], name: str) -> None:
    path, edit = FORGERIES[name]
    place = places[f"data/{path}"]
    changed = edit(place.read_bytes())
    assert changed != place.read_bytes()
    place.write_bytes(changed)
    assert found(places) == {("invalid", f"data/{path}")}


@pytest.mark.parametrize("forged", [b"<eac/>", b"<eac", b"<!DOCTYPE eac []><eac/>"])
def test_a_forged_authority_record_is_found(places: dict[str, Path], forged: bytes) -> None:
    path = next(path for path in places if path.startswith("data/eac/"))
    places[path].write_bytes(forged)
    assert found(places) == {("invalid", path)}


def test_good_content_has_no_findings(places: dict[str, Path]) -> None:
    assert found(places) == set()


def test_a_text_that_is_gone_is_told_by_all_who_need_it_unless_it_is_told_already(places: dict[str, Path]) -> None:
    text = next(path for path in places if path.startswith("data/texts/"))
    del places[text]
    names = ("annotations.jsonld", "quotes.csv", "records.json")
    assert found(places) == {("invalid", f"data/{name}") for name in names}
    assert found(places, text) == set()


def test_a_document_too_large_to_read_is_told(places: dict[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify_content, "MAX_DOCUMENT", 20_000)
    assert found(places) == {("invalid", "data/annotations.jsonld")}
