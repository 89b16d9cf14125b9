"""What `verify` finds, by hurting a good bundle in every way that matters."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from workbench.domain.bundle import BundleContent, Finding
from workbench.domain.errors import BundleError, CancelledError
from workbench.exporters import verify
from workbench.exporters.bag import write_bundle
from workbench.exporters.verify import verify_bundle


@pytest.fixture
def bundle(content: BundleContent, tmp_path: Path) -> Path:
    return write_bundle(content, tmp_path / "bundle").path


def found(bundle: Path) -> set[tuple[str, str]]:
    return {(finding.kind, finding.path) for finding in verify_bundle(bundle).findings}


def remade(bundle: Path) -> None:
    """Write new manifests over what is there now, as somebody who forges a bundle would."""
    payload = sorted(path for path in (bundle / "data").rglob("*") if path.is_file())
    _manifests(bundle, "manifest", payload)
    info = bundle / "bag-info.txt"
    oxum = f"Payload-Oxum: {sum(p.stat().st_size for p in payload)}.{len(payload)}"
    lines = [oxum if line.startswith("Payload-Oxum") else line for line in info.read_text().splitlines()]
    info.write_text("\n".join(lines) + "\n")
    _manifests(
        bundle,
        "tagmanifest",
        [bundle / name for name in ("bagit.txt", "bag-info.txt")] + sorted(bundle.glob("manifest-*")),
    )


def _manifests(bundle: Path, kind: str, files: list[Path]) -> None:
    for name in ("sha256", "sha512"):
        lines = [
            f"{hashlib.new(name, path.read_bytes()).hexdigest()}  {path.relative_to(bundle).as_posix()}\n"
            for path in files
        ]
        (bundle / f"{kind}-{name}.txt").write_text("".join(lines))


def test_a_whole_bundle_has_no_findings(bundle: Path) -> None:
    verdict = verify_bundle(bundle)
    assert verdict.whole
    assert verdict.findings == ()
    assert verdict.files == sum(path.is_file() for path in bundle.rglob("*"))


def test_progress_counts_every_byte_and_may_stop(bundle: Path) -> None:
    steps: list[tuple[int, int]] = []
    verdict = verify_bundle(bundle, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (verdict.bytes, verdict.bytes)

    def stop(done: int, total: int) -> None:
        raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        verify_bundle(bundle, progress=stop)


def test_every_single_flipped_byte_of_every_file_is_found(bundle: Path) -> None:
    for path in sorted(path for path in bundle.rglob("*") if path.is_file()):
        good = path.read_bytes()
        for at in (0, len(good) // 2, len(good) - 1):
            path.write_bytes(good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :])
            assert not verify_bundle(bundle).whole, (path, at)
        path.write_bytes(good)
    assert verify_bundle(bundle).whole


def test_a_damaged_file_is_named_once(bundle: Path) -> None:
    page = bundle / "data" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"window", b"widow!", 1))
    assert verify_bundle(bundle).findings == (Finding("damaged", "data/index.html"),)


def test_a_damaged_text_does_not_also_blame_its_annotations(bundle: Path) -> None:
    text = next((bundle / "data" / "texts").iterdir())
    text.write_bytes(text.read_bytes()[:-1] + b"?")
    assert found(bundle) == {("damaged", f"data/texts/{text.name}")}


def test_every_file_that_is_gone_is_missing(bundle: Path) -> None:
    for path in sorted(path for path in bundle.rglob("*") if path.is_file()):
        good = path.read_bytes()
        path.unlink()
        name = path.relative_to(bundle).as_posix()
        assert ("missing", name) in found(bundle), name
        path.write_bytes(good)


@pytest.mark.parametrize("place", ["data/extra.txt", "extra.txt", "data/texts/extra.txt", "meta/extra.txt"])
def test_a_file_too_many_is_added(bundle: Path, place: str) -> None:
    (bundle / place).parent.mkdir(exist_ok=True)
    (bundle / place).write_text("")
    assert ("added", place) in found(bundle)


def test_a_renamed_file_is_missing_and_added(bundle: Path) -> None:
    (bundle / "data" / "quotes.csv").rename(bundle / "data" / "quotes.tsv")
    assert found(bundle) == {("missing", "data/quotes.csv"), ("added", "data/quotes.tsv")}


@pytest.mark.parametrize(
    "path",
    ["../secret.txt", "/etc/hostname", "C:/boot.ini", "C:\\boot.ini", "data/../../secret.txt", "~/secret.txt",
     "data/./index.html", "data//index.html", "data/NUL.txt", "data/x%0Ay", "data/end.", "\\\\host\\share"],
)  # fmt: skip
def test_a_path_that_leads_out_is_refused_and_never_opened(bundle: Path, path: str) -> None:
    secret = bundle.parent / "secret.txt"
    secret.write_text("secret")
    digest = hashlib.sha256(b"secret").hexdigest()
    for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        with (bundle / name).open("a") as file:
            file.write(f"{digest}  {path}\n")
        findings = [finding for finding in verify_bundle(bundle).findings if finding.kind == "invalid"]
        assert any("unsafe" in finding.detail for finding in findings)


def test_a_link_is_refused_and_not_followed(bundle: Path) -> None:
    outside = bundle.parent / "index.html"
    page = bundle / "data" / "index.html"
    page.rename(outside)
    page.symlink_to(outside)
    assert found(bundle) >= {("invalid", "data/index.html"), ("missing", "data/index.html")}


def test_a_linked_folder_and_a_pipe_are_refused(bundle: Path) -> None:
    (bundle / "data" / "home").symlink_to(bundle.parent, target_is_directory=True)
    os.mkfifo(bundle / "data" / "pipe")
    assert found(bundle) == {("invalid", "data/home"), ("invalid", "data/pipe")}


def test_names_that_are_one_file_elsewhere_are_refused(bundle: Path) -> None:
    (bundle / "data" / "INDEX.html").write_text("x")
    (bundle / "data" / "e\u0301.txt").write_text("x")
    (bundle / "data" / "\u00e9.txt").write_text("x")
    remade(bundle)
    invalid = [finding for finding in verify_bundle(bundle).findings if "same name" in finding.detail]
    assert len(invalid) == 2


def test_two_lines_for_one_file_are_refused(bundle: Path) -> None:
    manifest = bundle / "manifest-sha256.txt"
    first = manifest.read_text().splitlines()[0]
    manifest.write_text(manifest.read_text() + first.replace("README", "readme") + "\n")
    assert ("invalid", "manifest-sha256.txt") in found(bundle)


@pytest.mark.parametrize(
    ("old", "new"),
    [("1.0", "0.97"), ("1.0", "2.0"), ("UTF-8", "UTF-16"), ("BagIt", "\ufeffBagIt"), ("UTF-8", "UTF-8\nMore: 1")],
)
def test_another_declaration_is_refused(bundle: Path, old: str, new: str) -> None:
    declaration = bundle / "bagit.txt"
    declaration.write_text(declaration.read_text().replace(old, new), encoding="utf-8")
    remade(bundle)
    assert found(bundle) == {("invalid", "bagit.txt")}


@pytest.mark.parametrize(
    "line", ["Payload-Oxum: 1.1", "Payload-Oxum: many", "", "Payload-Oxum: 1.1\nPayload-Oxum: 2.2"]
)
def test_an_oxum_that_does_not_fit_is_refused(bundle: Path, line: str) -> None:
    info = bundle / "bag-info.txt"
    kept = [row for row in info.read_text().splitlines() if not row.startswith("Payload-Oxum")]
    info.write_text("\n".join([*kept, line]))
    tags = [bundle / "bagit.txt", info, *sorted(bundle.glob("manifest-*"))]
    _manifests(bundle, "tagmanifest", tags)
    assert found(bundle) == {("invalid", "bag-info.txt")}


def test_files_to_be_fetched_are_refused(bundle: Path) -> None:
    (bundle / "fetch.txt").write_text("file:///etc/hostname 4 data/x\n")
    assert {("invalid", "fetch.txt"), ("added", "fetch.txt")} <= found(bundle)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * 10_000, b"abc  data/index.html\n", b"0" * 64 + b" \n"])
def test_a_manifest_that_is_none_is_told_not_crashed_on(bundle: Path, data: bytes) -> None:
    (bundle / "manifest-sha256.txt").write_bytes(data)
    assert ("invalid", "manifest-sha256.txt") in found(bundle)


def test_sizes_counts_and_depths_are_bounded(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (bundle / "manifest-sha256.txt").open("ab") as file:
        file.truncate(verify.MAX_TAG_BYTES + 1)
    assert ("invalid", "manifest-sha256.txt") in found(bundle)
    deep = bundle / "data" / "/".join("d" * (verify.MAX_DEPTH + 1))
    deep.mkdir(parents=True)
    (deep / "x").write_text("")
    assert any("inside each other" in finding.detail for finding in verify_bundle(bundle).findings)
    monkeypatch.setattr(verify, "MAX_FILES", 10)
    with pytest.raises(BundleError, match="more files"):
        verify_bundle(bundle)


def test_findings_are_bounded_and_the_rest_is_counted(bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "MAX_FINDINGS", 5)
    for number in range(20):
        (bundle / f"extra {number}").write_text("")
    findings = verify_bundle(bundle).findings
    assert len(findings) <= 6
    assert any("35" in finding.detail for finding in findings)


def test_a_hostile_name_cannot_steer_a_terminal(bundle: Path) -> None:
    (bundle / "data" / "\x1b[2J\u202egnp.exe").write_text("")
    (finding,) = verify_bundle(bundle).findings
    assert finding.kind == "added"
    assert finding.path == r"data/\x1b[2J\u202egnp.exe"


def test_a_file_an_archive_and_an_empty_folder_are_no_bundles(bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "bundle.zip").write_bytes(b"PK\x05\x06" + b"\x00" * 18)
    for place in (tmp_path / "empty", tmp_path / "bundle.zip", tmp_path / "nowhere", bundle / "data"):
        with pytest.raises(BundleError) as caught:
            verify_bundle(place)
        assert "\n" not in str(caught.value)


def test_a_forged_content_with_right_manifests_is_found(bundle: Path) -> None:
    annotations = bundle / "data" / "annotations.jsonld"
    document = json.loads(annotations.read_bytes())
    document["first"]["items"][0]["target"]["selector"][0]["start"] += 1
    annotations.write_text(json.dumps(document))
    remade(bundle)
    assert found(bundle) == {("invalid", "data/annotations.jsonld")}
