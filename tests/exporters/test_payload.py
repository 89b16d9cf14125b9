"""The list of files of a bundle."""

from __future__ import annotations

import dataclasses

from workbench.domain.bundle import BundleContent
from workbench.exporters.payload import payload_files


def paths(content: BundleContent) -> list[str]:
    return [file.path for file in payload_files(content)]


def test_files_are_sorted_and_each_is_there_once(content: BundleContent) -> None:
    found = paths(content)
    assert found == sorted(found)
    assert len({path.lower() for path in found}) == len(found)
    assert {"index.html", "annotations.jsonld", "records.json", "quotes.csv"} < set(found)
    assert {f"README.{language}.txt" for language in content.languages} < set(found)


def test_texts_are_the_text_versions_and_originals_the_bytes(content: BundleContent) -> None:
    files = {file.path: file.produce() for file in payload_files(content)}
    for source in content.sources:
        assert files[f"texts/{source.text_version_id}.txt"] == source.text.text.encode()
    (original,) = (path for path in files if path.startswith("originals/"))
    assert original == f"originals/{content.sources[0].original_digest[:16]}-chair-by-the-window.txt"
    assert files[original] == content.sources[0].original


def test_the_same_original_twice_is_one_file(content: BundleContent) -> None:
    first = content.sources[0]
    twin = dataclasses.replace(first, id="018f0000-0000-7000-8000-000000000001", file_name="CHAIR by the window.txt")
    found = paths(dataclasses.replace(content, sources=(*content.sources, twin)))
    assert sum(path.startswith("originals/") for path in found) == 1


def test_nothing_but_what_was_chosen_is_in_the_bundle(content: BundleContent) -> None:
    kept = dataclasses.replace(
        content, sources=tuple(dataclasses.replace(source, original=None) for source in content.sources)
    )
    assert not any(path.startswith("originals/") for path in paths(kept))
    assert not any(path.startswith("xliff/") for path in paths(dataclasses.replace(content, quotes=())))
