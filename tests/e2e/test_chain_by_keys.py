"""The whole chain in the real window by keyboard alone: from the first page to a bundle that verifies."""

from __future__ import annotations

import json
from pathlib import Path

import bagit
import pytest

from day import Day
from hands import Hands
from rooms import open_room
from workbench.exporters.verify import verify_bundle
from workbench.material import resources_folder
from workbench.services.checks import check_archive
from works import Work, kolesnikova, own_work

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data" / "sample-article" / "article.en.txt"


def works() -> list[str]:
    return ["sample", "own", *(["shared"] if SHARED.exists() else [])]


@pytest.fixture(params=works())
def work(request: pytest.FixtureRequest, tmp_path: Path) -> Work:
    if request.param == "own":
        return own_work(tmp_path)
    if request.param == "shared":
        return kolesnikova(SHARED, "123 political prisoners have been released", "her vibrant personality")
    page = resources_folder() / "sample" / "article.en.html"
    return kolesnikova(page, "let 123 political prisoners go", "beside herself with joy")


def test_the_chain(hands: Hands, work: Work, tmp_path: Path) -> None:
    folder = tmp_path / "archives"
    folder.mkdir()
    day = Day(hands, work, folder)
    for step in (
        day.create,
        day.import_source,
        day.mark,
        day.quote,
        day.note_and_tag,
        day.state,
        day.name_in_other_languages,
        day.take_part,
        day.translate,
        day.change_places,
        day.review,
        day.hand_over,
        day.take_back,
        day.lock_and_unlock,
        day.close,
    ):
        step()
    archive = open_room(day.path)
    try:
        report = check_archive(archive)
        assert report.sound, report.problems
        assert report.passages == 7
    finally:
        archive.close()
    assert_bundle_is_what_was_made(day.bundle, work)


def assert_bundle_is_what_was_made(bundle: Path, work: Work) -> None:
    """The stock validator accepts it, every selector re-selects its words, nothing is missing."""
    bagit.Bag(str(bundle)).validate()
    verdict = verify_bundle(bundle)
    assert verdict.whole, verdict.findings
    [annotations] = bundle.rglob("*.jsonld")
    items = json.loads(annotations.read_text(encoding="utf-8"))["first"]["items"]
    assert len(items) == 7
    exact = set()
    for item in items:
        target = item["target"]
        text = (annotations.parent / target["state"]["cached"]).read_bytes().decode()
        position, quoted = target["selector"]
        assert text[position["start"] : position["end"]] == quoted["exact"]
        around = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
        assert text[position["start"] - len(quoted["prefix"]) :].startswith(around)
        exact.add(quoted["exact"])
    assert exact >= {work.person, work.quote, work.tag}
    pages = "".join(page.read_text(encoding="utf-8") for page in bundle.rglob("*.html"))
    for words in (*work.names, *work.translations):
        assert words.strip("«»„“.") in pages
    [original] = [file for file in (bundle / "data" / "originals").rglob("*") if file.is_file()]
    assert original.read_bytes() == work.file.read_bytes()
