"""Exports as the log tells them."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.bundle import BundleChoice
from workbench.services.archives import Created
from workbench.services.bundles import export_bundle
from workbench.store.queries.exports import list_exports


def test_exports_newest_first_with_who_and_when(sample: Created, tmp_path: Path) -> None:
    reports = [
        export_bundle(sample.archive, BundleChoice(title, languages), tmp_path / title, author_id=author).value
        for title, languages, author in (("one", ("be",), sample.profile_id), ("two", ("lt", "en"), None))
    ]
    with sample.archive.read() as connection:
        rows = list_exports(connection)
        first = list_exports(connection, manifest_digest=reports[0].manifest_digest)
        none = list_exports(connection, manifest_digest="0" * 64)
    assert [(row.title, row.languages) for row in rows] == [("two", ("lt", "en")), ("one", ("be",))]
    assert rows[0].author == rows[0].initials == ""
    assert rows[1].author
    assert rows[1].initials
    assert rows[0].moment > rows[1].moment
    assert [row.files for row in rows] == [report.files for report in reversed(reports)]
    assert first == [rows[1]]
    assert none == []
