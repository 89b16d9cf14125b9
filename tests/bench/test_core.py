"""Import, annotate, export, search, open: the main job's steps without the window."""

from __future__ import annotations

import itertools
import sqlite3
import sys
from pathlib import Path
from typing import Any

import bagit
import pytest

from workbench.domain.anchors import Span
from workbench.domain.bundle import BundleChoice
from workbench.domain.inputs import MentionInput, NameInput, ProfileInput, RecordInput
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.languages.fold import fold
from workbench.services import records, sample, sources
from workbench.services.archives import create_archive, open_archive
from workbench.services.bundles import export_bundle
from workbench.store.archive import Archive
from workbench.store.queries.search import search
from workbench.store.work import Act, Work
from workbench.vault.keys import Parameters

PASSPHRASE = "seven quiet herons over water"
PROFILE = ProfileInput(name="Ada Kalina", initials="AK")


@pytest.fixture
def archives(tmp_path: Path, cheap_parameters: Parameters) -> Any:
    """Make a new, empty archive each time it is called: (archive, author's id)."""
    numbers = itertools.count()

    def make() -> tuple[Archive, str]:
        created = create_archive(
            tmp_path / f"{next(numbers)}.archive", PASSPHRASE, PROFILE, parameters=cheap_parameters
        )
        return created.archive, created.profile_id

    return make


def long_text(path: Path, paragraphs: int) -> Path:
    """Write a text of some 300 characters a paragraph."""
    line = "The convoy of the released crossed the border before dawn, and nobody in the square knew which way. "
    path.write_text("\n\n".join(f"{n}. {line * 3}" for n in range(paragraphs)), encoding="utf-8")
    return path


def bring_in(archive: Archive, author_id: str, path: Path) -> sources.Imported:
    return archive.perform(sources.import_source(sources.read_file(path)), author_id=author_id).value


def test_import_web_page(measured: Any, archives: Any) -> None:
    """The child process, the language proposal, the encrypted write and the search index are in it."""
    page = sample.sample_folder() / "article.en.html"
    code = "import sys, trafilatura; trafilatura.bare_extraction(sys.stdin.read())"

    def peer(*_: object) -> None:
        import subprocess

        subprocess.run([sys.executable, "-c", code], input=page.read_bytes(), check=True)

    measured(
        lambda archive, author: bring_in(archive, author, page),
        prepare=archives,
        peer=peer,
        peer_name="trafilatura alone, own process",
    )


def test_import_text_1m(measured: Any, archives: Any, tmp_path: Path) -> None:
    path = long_text(tmp_path / "long.txt", 3_300)
    measured(lambda archive, author: bring_in(archive, author, path), prepare=archives)


def test_annotate_1000_passages(measured: Any, archives: Any, tmp_path: Path) -> None:
    """A thousand mentions in one operation, beside a thousand bare inserts into plain SQLite."""
    path = long_text(tmp_path / "long.txt", 1_000)

    def prepare() -> tuple[Any, ...]:
        archive, author = archives()
        version = bring_in(archive, author, path).text_version_id
        given = RecordInput(kind="person", names=(NameInput(value="Nobody", tag="en"),))
        record = archive.perform(records.create_record(given), author_id=author).value
        return archive, author, version, record

    def annotate(archive: Archive, author: str, version: str, record: str) -> None:
        def run(work: Work) -> None:
            for number in range(1_000):
                span = Span(number * 300, number * 300 + 12)
                records.link_passage(version, span, record, MentionInput()).run(work)

        archive.perform(Act("annotate", run), author_id=author)

    def peer(*_: object) -> None:
        with sqlite3.connect(tmp_path / "plain.db") as plain:
            plain.execute("CREATE TABLE IF NOT EXISTS passage (id INTEGER PRIMARY KEY, start, stop, exact)")
            for number in range(1_000):
                plain.execute(
                    "INSERT INTO passage (start, stop, exact) VALUES (?, ?, ?)", (number, number + 12, "x" * 12)
                )
        plain.close()

    measured(annotate, prepare=prepare, peer=peer, peer_name="1,000 bare inserts, plain SQLite")


def test_mark_one_passage_of_1m(measured: Any, archives: Any, tmp_path: Path) -> None:
    archive, author = archives()
    version = bring_in(archive, author, long_text(tmp_path / "long.txt", 3_300)).text_version_id
    given = RecordInput(kind="person", names=(NameInput(value="Nobody", tag="en"),))
    record = archive.perform(records.create_record(given), author_id=author).value
    places = itertools.count(0, 40)

    def mark(start: int) -> None:
        archive.perform(
            records.link_passage(version, Span(start, start + 20), record, MentionInput()), author_id=author
        )

    measured(mark, prepare=lambda: (next(places),), rounds=30)


def test_export_sample(measured: Any, archives: Any, tmp_path: Path) -> None:
    """The whole bundle in four languages, beside bagit-python that only makes manifests of it."""
    archive, author = archives()
    archive.perform(sample.profiles.edit_profile(author, sample.first_profile()), author_id=author)
    sample.load_sample(archive, author)
    choice = BundleChoice("Sample", WORKING_LANGUAGES)
    numbers = itertools.count()
    export_bundle(archive, choice, tmp_path / "first", author_id=author)

    def prepare() -> tuple[Path, Path]:
        import shutil

        copy = tmp_path / f"copy{next(numbers)}"
        shutil.copytree(tmp_path / "first" / "data", copy)
        return tmp_path / f"bundle{next(numbers)}", copy

    measured(
        lambda target, _copy: export_bundle(archive, choice, target, author_id=author),
        prepare=prepare,
        peer=lambda _target, copy: bagit.make_bag(str(copy), checksums=["sha256", "sha512"]),
        peer_name="bagit-python, manifests alone",
    )


def test_search_1m(measured: Any, archives: Any, tmp_path: Path) -> None:
    archive, author = archives()
    path = long_text(tmp_path / "long.txt", 3_300)
    bring_in(archive, author, path)
    text = path.read_text(encoding="utf-8")

    def find() -> None:
        with archive.read() as connection:
            search(connection, "3299. The convoy", fold)

    measured(
        find,
        peer=lambda: text.casefold().find("3299. the convoy"),
        peer_name="str.find over the text in memory",
        rounds=20,
    )


def test_open_archive(measured: Any, archives: Any, cheap_parameters: Parameters) -> None:
    """Opening with the key at hand; deriving it takes some two seconds more, on purpose."""
    archive, _author = archives()
    archive.close()
    measured(lambda: open_archive(archive.path, PASSPHRASE, parameters=(cheap_parameters,)).close(), rounds=10)
