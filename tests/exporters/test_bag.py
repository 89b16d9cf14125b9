"""A bundle is a valid bag, the same to the byte everywhere, and whole or not there."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import resource
import signal
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import bagit
import pytest

from workbench.domain.anchors import Anchor, Span
from workbench.domain.bundle import BundleContent
from workbench.domain.errors import BundleError, CancelledError
from workbench.exporters.bag import leftover_partials, write_bundle
from workbench.exporters.filenames import hostile_path
from workbench.exporters.verify import verify_bundle

ROOT = Path(__file__).resolve().parents[2]


def tree(folder: Path) -> dict[str, str]:
    """The digest of every file, by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_an_independent_validator_accepts_the_bag(content: BundleContent, tmp_path: Path) -> None:
    report = write_bundle(content, tmp_path / "bundle")
    bag = bagit.Bag(str(report.path))
    bag.validate()
    assert bag.version_info == (1, 0)
    assert set(bag.algorithms) == {"sha256", "sha512"}
    assert bag.info["Bagging-Date"] == "2024-06-02"
    assert bag.info["External-Description"] == content.title
    assert not list(bag.compare_fetch_with_fs())


def test_the_report_counts_every_file(content: BundleContent, tmp_path: Path) -> None:
    report = write_bundle(content, tmp_path / "bundle")
    files = [path for path in report.path.rglob("*") if path.is_file()]
    assert (report.files, report.bytes) == (len(files), sum(path.stat().st_size for path in files))
    tags = (report.path / "tagmanifest-sha256.txt").read_bytes()
    assert report.manifest_digest == hashlib.sha256(tags).hexdigest()
    assert verify_bundle(report.path).digest == report.manifest_digest


def test_the_same_content_gives_the_same_bytes_in_any_process(content: BundleContent, tmp_path: Path) -> None:
    write_bundle(content, tmp_path / "first")
    script = (
        "import sys; from pathlib import Path; sys.path[:0] = sys.argv[2:]\n"
        "from conftest import make_content; from workbench.exporters.bag import write_bundle\n"
        "from workbench.i18n import activate; activate('lt')\n"
        "write_bundle(make_content(), Path(sys.argv[1]))\n"
    )
    for number, (zone, locale, seed) in enumerate((("Asia/Tokyo", "lt_LT.UTF-8", "1"), ("UTC-14", "C", "42"))):
        other = tmp_path / f"other {number}"
        environment = os.environ | {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed}
        arguments = [sys.executable, "-c", script, str(other), str(ROOT / "src"), str(ROOT / "tests" / "exporters")]
        subprocess.run(arguments, check=True, env=environment)
        assert tree(other) == tree(tmp_path / "first")


def test_file_times_are_the_archives_and_modes_the_persons(content: BundleContent, tmp_path: Path) -> None:
    report = write_bundle(content, tmp_path / "bundle")
    moment = datetime(2024, 6, 2, 21, 30, 0, 125_000, tzinfo=UTC).timestamp()
    for path in (report.path, *report.path.rglob("*")):
        assert path.stat().st_mtime == pytest.approx(moment)
    assert stat.S_IMODE(report.path.stat().st_mode) == stat.S_IMODE((report.path / "data").stat().st_mode)


def test_manifests_are_sorted_and_end_their_lines_with_line_feeds(content: BundleContent, tmp_path: Path) -> None:
    report = write_bundle(content, tmp_path / "bundle")
    for name in ("manifest-sha256.txt", "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"):
        data = (report.path / name).read_bytes()
        paths = [line.split("  ", 1)[1] for line in data.decode().splitlines()]
        assert paths == sorted(paths)
        assert paths
        assert b"\r" not in data
        assert data.endswith(b"\n")


def test_a_folder_that_holds_something_is_refused_and_kept(content: BundleContent, tmp_path: Path) -> None:
    place = tmp_path / "bundle"
    place.mkdir()
    (place / "letter.txt").write_text("mine")
    with pytest.raises(BundleError, match="not an empty folder"):
        write_bundle(content, place)
    assert tree(place).keys() == {"letter.txt"}
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_a_file_in_the_place_is_refused(content: BundleContent, tmp_path: Path) -> None:
    (tmp_path / "bundle").write_text("mine")
    with pytest.raises(BundleError):
        write_bundle(content, tmp_path / "bundle")
    assert (tmp_path / "bundle").read_text() == "mine"


def test_an_empty_folder_is_taken_and_parents_are_made(content: BundleContent, tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    assert verify_bundle(write_bundle(content, tmp_path / "bundle").path).whole
    assert verify_bundle(write_bundle(content, tmp_path / "a" / "b" / "bundle").path).whole


def test_a_cancelled_export_leaves_nothing(content: BundleContent, tmp_path: Path) -> None:
    def stop(done: int, total: int) -> None:
        if done == total // 2:
            raise CancelledError("stopped")

    with pytest.raises(CancelledError):
        write_bundle(content, tmp_path / "bundle", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_reaches_its_total(content: BundleContent, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    write_bundle(content, tmp_path / "bundle", progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (len(steps) - 1, len(steps) - 1)
    assert steps == sorted(steps)


def test_a_killed_export_leaves_a_private_folder_that_the_next_one_clears(
    content: BundleContent, tmp_path: Path
) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; sys.path[:0] = sys.argv[2:]\n"
        "from conftest import make_content; from workbench.exporters.bag import write_bundle\n"
        "kill = lambda done, total: os.kill(os.getpid(), signal.SIGKILL) if done == 5 else None\n"
        "write_bundle(make_content(), Path(sys.argv[1]), progress=kill)\n"
    )
    place = tmp_path / "bundle"
    arguments = [sys.executable, "-c", script, str(place), str(ROOT / "src"), str(ROOT / "tests" / "exporters")]
    assert subprocess.run(arguments, check=False).returncode == -signal.SIGKILL
    (leftover,) = leftover_partials(place)
    assert stat.S_IMODE(leftover.stat().st_mode) == 0o700
    assert not place.exists()
    assert leftover_partials(tmp_path / "another") == []
    write_bundle(content, place)
    assert leftover_partials(place) == []
    assert [path.name for path in tmp_path.iterdir()] == ["bundle"]


def test_a_full_drive_is_a_known_error_and_leaves_nothing(content: BundleContent, tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(BundleError, match="could not be written"):
            write_bundle(content, tmp_path / "bundle")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_a_place_below_a_file_is_a_known_error(content: BundleContent, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BundleError, match="could not be written"):
        write_bundle(content, tmp_path / "file" / "bundle")


def test_leftovers_of_a_place_that_is_not_there_are_none(tmp_path: Path) -> None:
    assert leftover_partials(tmp_path / "missing" / "bundle") == []


def test_hostile_titles_and_names_stay_words(hostile_content: BundleContent, tmp_path: Path) -> None:
    report = write_bundle(hostile_content, tmp_path / "bundle")
    bag = bagit.Bag(str(report.path))
    bag.validate()
    assert verify_bundle(report.path).whole
    assert list(bag.info).count("Payload-Oxum") == 1
    assert not bag.info["Payload-Oxum"].startswith("0.")
    for path in tree(report.path):
        assert path.isascii()
        assert not hostile_path(path)
        assert max(map(len, path.split("/"))) <= 120
    assert {path.name for path in tmp_path.iterdir()} == {"bundle"}


def test_content_that_contradicts_itself_does_not_leave(content: BundleContent, tmp_path: Path) -> None:
    first, *rest = content.passages
    moved = dataclasses.replace(first, anchor=Anchor(Span(0, 3), first.anchor.exact, "", ""))
    false_text = dataclasses.replace(content.sources[0], text_digest="0" * 64)
    false_original = dataclasses.replace(content.sources[0], original=b"other")
    for bad in (
        dataclasses.replace(content, passages=(moved, *rest)),
        dataclasses.replace(content, sources=(false_text, content.sources[1])),
        dataclasses.replace(content, sources=(false_original, content.sources[1])),
        dataclasses.replace(content, sources=content.sources[:1]),
    ):
        with pytest.raises(BundleError, match="digest"):
            write_bundle(bad, tmp_path / "bundle")
    assert list(tmp_path.iterdir()) == []
