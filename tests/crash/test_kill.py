"""A process killed in the middle of its work: what it said was saved is there, the rest is not half there."""

from __future__ import annotations

import random
from contextlib import closing
from pathlib import Path

import pytest

from children import Child
from rooms import CHEAP, PASSPHRASE, PROFILE, Room, clone, open_room, rows_of, side_by_side
from workbench.domain.bundle import BundleChoice
from workbench.exporters.bag import leftover_partials
from workbench.exporters.verify import verify_bundle
from workbench.services import archives
from workbench.services.bundles import export_bundle
from workbench.services.checks import check_archive
from workbench.services.notices import recovery_text
from workbench.store import log
from workbench.store.archive import Archive

# The child counts steps of SQLite's machine while it writes, and stops at the one it was told:
# in the middle of a statement, of a transaction or of a commit, the same each time.
STOPPING = """
import sys
from pathlib import Path
from rooms import *
from workbench.store import engine
stop, ticks, doing = int(sys.argv[2]), 0, ""

def tick():
    global ticks
    ticks += 1
    if ticks == stop:
        print("stopped", doing, flush=True)
        sys.stdin.readline()
    return 0

real = engine.connect
def connect(path, key, *, read_only, **more):
    connection = real(path, key, read_only=read_only, **more)
    if not read_only:
        connection.set_progress_handler(tick, 100)
    return connection
engine.connect = connect
archive = open_room(Path(sys.argv[1]))
ticks = 0
"""

IMPORTING = (
    STOPPING
    + """
for number in range(4):
    given = incoming("\\n".join(f"Article {number}, line {line}." for line in range(60)), title=f"T{number}")
    with archive.activity("import_source", f"{number}.txt"):
        doing = "import_source"
        source = archive.perform(sources.import_source(given), author_id=None).value
        doing = ""
    print("saved", source.source_id, flush=True)
print("ticks", ticks, flush=True)
"""
)

ANNOTATING = (
    STOPPING
    + """
from workbench.domain.anchors import Span
from workbench.domain.inputs import *
from workbench.services import passages, quotes
version = archive.perform(sources.import_source(incoming(ARTICLE)), author_id=None).value.text_version_id
def words(start):
    return Span(start, start + 4)
for number in range(8):
    new = named(f"Person {number}")
    link = records.link_passage(version, words(20 + number), new, MentionInput())
    linked = archive.perform(link, author_id=None).value
    print("saved", linked.mention_id, flush=True)
    note = archive.perform(passages.add_note(version, words(60 + number), NoteInput(body="n")), author_id=None).value
    print("saved", note, flush=True)
def many(work):
    for number in range(40):
        passages.add_note(version, words(110 + number), NoteInput(body="batch")).run(work)
with archive.activity("annotate"):
    doing = "annotate"
    archive.perform(Act("annotate", many), author_id=None)
    doing = ""
print("saved batch", flush=True)
print("ticks", ticks, flush=True)
"""
)

RENEWING = (
    STOPPING
    + """
from workbench.domain.anchors import Span
from workbench.domain.inputs import *
from workbench.services import passages, versions
source = archive.perform(sources.import_source(incoming(ARTICLE)), author_id=None).value
def many(work):
    for number in range(60):
        passages.add_note(source.text_version_id, Span(number, number + 4), NoteInput(body="n")).run(work)
archive.perform(Act("annotate", many), author_id=None)
for number in range(4):
    newer = incoming(f"{ARTICLE}\\nSeen again {number}.")
    with archive.activity("import_newer"):
        doing = "import_newer"
        done = archive.perform(versions.import_newer(source.source_id, newer), author_id=None).value
        doing = ""
    print("saved", done.text_version_id, flush=True)
print("ticks", ticks, flush=True)
"""
)

EXPORTING = """
import sys
from pathlib import Path
from rooms import *
from workbench.domain.bundle import BundleChoice
from workbench.services.bundles import export_bundle
archive = open_room(Path(sys.argv[1]))
def progress(done, total):
    print("file", done, total, flush=True)
    sys.stdin.readline()
choice = BundleChoice("A bundle", ("be", "ru", "lt", "en"))
export_bundle(archive, choice, Path(sys.argv[2]), author_id=None, progress=progress)
print("exported", flush=True)
sys.stdin.readline()
"""


def ticks_of(code: str, file: Path, folder: Path) -> int:
    """Return how many steps the whole work takes when nobody stops it."""
    folder.mkdir()
    with Child(code, clone(file, folder), -1) as child:
        status, out, err = child.finish()
    assert (status, err) == (0, "")
    return int(out.split()[-1])


@pytest.fixture(scope="module")
def totals(new_file: tuple[Path, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    folder = tmp_path_factory.mktemp("totals")
    return {
        code: ticks_of(code, new_file[0], folder / str(n)) for n, code in enumerate((IMPORTING, ANNOTATING, RENEWING))
    }


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("code", [IMPORTING, ANNOTATING, RENEWING], ids=["import", "annotation", "newer capture"])
def test_what_was_said_to_be_saved_is_there(room: Room, totals: dict[str, int], code: str, part: int) -> None:
    room.archive.close()
    before = rows_count(room.path)
    total = totals[code]
    stop = total * part // 6 + random.Random(part).randrange(1, total // 6)  # noqa: S311
    with Child(code, room.path, stop) as child:
        saved, doing = [], None
        while doing is None:
            word, _, rest = child.line().partition(" ")
            assert word in ("saved", "stopped"), child.finish()
            if word == "saved":
                saved.append(rest)
            else:
                doing = rest
    room.archive = open_room(room.path)
    room.assert_sound()
    recovery = room.archive.recovery
    assert recovery is not None
    with room.archive.read() as connection:
        last = log.last_operation(connection)
    assert last is not None
    assert recovery.moment == last.moment
    assert recovery.activity == doing or not doing
    assert (".txt" in recovery_text(recovery)[1]) is (recovery.activity == "import_source")
    rows = room.rows()
    known = {row_id for table in rows.values() for row_id in table}
    assert {row_id for row_id in saved if row_id != "batch"} <= known
    # The one operation that was under way is whole or not there; it was not yet said to be saved.
    counts = before | {name: len(table) for name, table in rows.items()}
    if code is IMPORTING:
        assert counts["source"] == counts["text_version"]
        assert len(saved) <= counts["source"] <= len(saved) + 1
    elif code is RENEWING:
        assert counts["capture"] == max(counts["text_version"] - 1, 0)
        assert len(saved) <= counts["capture"] <= len(saved) + 1
        newest = max(rows["text_version"].values(), key=lambda row: row["number"], default={"id": ""})["id"]
        standing = sum(row["text_version_id"] == newest for row in rows["passage"].values())
        carried = sum(row["to_id"] == newest for row in rows["carrying"].values())
        assert carried == (standing if counts["capture"] else 0)
    else:
        assert counts["mention"] == counts["record"] == counts["name"]
        single = len(saved) - ("batch" in saved)
        batch = sum(note["body"] == "batch" for note in rows["note"].values())
        assert batch in (0, 40)
        assert single <= counts["mention"] + counts["note"] - batch <= single + 1
    room.person("after the crash")
    room.reopen()
    assert room.archive.recovery is None
    room.assert_sound()


def rows_count(path: Path) -> dict[str, int]:
    with closing(open_room(path)) as archive:
        return {name: len(table) for name, table in rows_of(archive).items()}


@pytest.mark.parametrize("files", [0, 1, 7, -1], ids=["none", "one", "seven", "all"])
def test_a_killed_export_leaves_no_half_bundle_for_long(sample_room: Room, tmp_path: Path, files: int) -> None:
    room = sample_room
    before = room.rows()
    room.archive.close()
    folder = tmp_path / "out" / "bundle"
    with Child(EXPORTING, room.path, folder) as child:
        while True:
            word, done, total = child.line().split()
            assert word == "file"
            if done == (total if files == -1 else str(files)):
                break
            child.say()
    assert not folder.exists()
    assert len(leftover_partials(folder)) == 1
    room.archive = open_room(room.path)
    assert room.archive.recovery is not None
    assert room.archive.recovery.activity == "export_bundle"
    assert room.rows() == before
    outcome = export_bundle(
        room.archive, BundleChoice("A bundle", ("be", "ru", "lt", "en")), folder, author_id=room.author_id
    )
    assert outcome.value.path == folder
    assert leftover_partials(folder) == []
    assert [file.name for file in folder.parent.iterdir()] == ["bundle"]
    assert verify_bundle(folder).whole
    room.assert_sound()


def test_a_bundle_that_was_said_to_be_exported_is_whole_and_logged(sample_room: Room, tmp_path: Path) -> None:
    room = sample_room
    room.archive.close()
    with Child(EXPORTING, room.path, tmp_path / "bundle") as child:
        while child.line() != "exported":
            child.say()
    assert verify_bundle(tmp_path / "bundle").whole
    room.archive = open_room(room.path)
    assert len(room.rows()["export"]) == 1
    assert room.archive.recovery is not None
    assert room.archive.recovery.activity == ""


CREATING = """
import sys
from pathlib import Path
from rooms import *
from workbench.services import archives as services
from workbench.store import archive as store
from workbench.store import files, migrate

def before(module, name, where):
    real = getattr(module, name)
    def run(*arguments, **named):
        if sys.argv[2] == where:
            print(where, flush=True)
            sys.stdin.readline()
        return real(*arguments, **named)
    setattr(module, name, run)

before(migrate, "migrate", "begun")
before(store.search_index, "create", "half")
before(services, "add_profile", "nobody")
before(files, "name_made", "nameless")
before(services.recovery, "to_words", "made")
archives.create_archive(Path(sys.argv[1]), PASSPHRASE, PROFILE, parameters=CHEAP)
"""


@pytest.mark.parametrize("moment", ["begun", "half", "nobody", "nameless", "made"])
def test_an_archive_killed_while_it_is_made_is_whole_or_not_there(tmp_path: Path, moment: str) -> None:
    path = tmp_path / "a.archive"
    with Child(CREATING, path, moment) as child:
        assert child.line() == moment, child.finish()
    assert path.exists() is (moment == "made")
    if moment != "made":
        archives.create_archive(path, PASSPHRASE, PROFILE, parameters=CHEAP).archive.close()
    with closing(open_room(path)) as archive:
        assert len(rows_of(archive)["profile"]) == 1
        assert archive.archive_id()
        assert check_archive(archive).sound
    assert side_by_side(path) == ["a.archive"]


def test_killed_while_nothing_was_going_on(room: Room) -> None:
    room.archive.close()
    with Child(STOPPING + 'print("open", flush=True)\nsys.stdin.readline()', room.path, -1) as child:
        assert child.line() == "open"
        with closing(open_room(room.path)) as other:
            assert other.read_only
    room.archive = open_room(room.path)
    assert isinstance(room.archive, Archive)
    assert not room.archive.read_only
    assert room.archive.recovery is not None
    assert room.archive.recovery.activity == ""
    assert check_archive(room.archive).sound
