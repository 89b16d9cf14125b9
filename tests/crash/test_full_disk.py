"""A disk that fills up while the archive is written to: one clear error, and nothing committed is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from children import PYTHON, Child, environment
from rooms import Room, open_room

WORK = """
import sys
from pathlib import Path
from rooms import *
from workbench.domain.errors import WorkbenchError

path, limit = Path(sys.argv[1]), int(sys.argv[2])
archive = open_room(path)
if limit:
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
saved, errors = [], []
for number in range(400):
    words = "\\n".join(f"Article {number}, line {line}." for line in range(120))
    try:
        outcome = archive.perform(sources.import_source(incoming(words)), author_id=None)
    except WorkbenchError as error:
        errors.append(error)
        if len(errors) == 3:
            break
    else:
        assert not errors or number
        saved.append(outcome.value.source_id)
assert errors, "the disk was never full"
for error in errors:
    assert type(error).__name__ == "ArchiveError", repr(error)
    assert error.kept and error.do
print(errors[0].what)
print("saved", *saved)
known = set(rows_of(archive)["source"])
assert known == set(saved), (len(known), len(saved))
try:
    archive.close()
    print("closed")
except WorkbenchError as error:
    print("not closed:", error)
assert not archive.is_open
"""


def test_a_limit_on_the_size_of_files(room: Room) -> None:
    size = room.path.stat().st_size
    room.archive.close()
    with Child(WORK, room.path, size + 1_500_000) as child:
        status, out, err = child.finish()
    assert status == 0, err
    what, saved, _closed = out.splitlines()
    assert what in ("The disk is full.", "The archive file could not be read or written.")
    _all_there(room, saved)


def test_a_drive_of_two_megabytes(room: Room, tmp_path: Path) -> None:
    """Needs a mount of one's own; where the system does not permit one, the limit above has said it."""
    room.archive.close()
    stick = tmp_path / "stick"
    stick.mkdir()
    script = (
        'mount -t tmpfs -o size=2m none "$1" && cp "$2" "$1/room.archive" && { shift 2; "$@"; code=$?; }; '
        'cp "$STICK"/room.archive* "$OUT" && exit $code'
    )
    out = tmp_path / "out"
    out.mkdir()
    if not _may_mount():
        test_a_limit_on_the_size_of_files(room)
        return
    work = [*PYTHON, "-c", WORK, stick / "room.archive", "0"]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, "sh", stick, room.path, *work],
        env=environment(STICK=str(stick), OUT=str(out)), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    what, saved, _closed = done.stdout.splitlines()
    assert what == "The disk is full."
    for file in out.iterdir():
        shutil.copy(file, room.path.parent)
    _all_there(room, saved)


def _may_mount() -> bool:
    command = ["unshare", "-rm", "sh", "-c", "mount -t tmpfs none /mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(command, capture_output=True, check=False).returncode == 0


def _all_there(room: Room, saved: str) -> None:
    ids = saved.split()[1:]
    assert len(ids) >= 3
    room.archive = open_room(room.path)
    assert set(room.rows()["source"]) == set(ids)
    room.assert_sound()
    room.bring_in("There is room again.")
    room.reopen()
    assert room.archive.recovery is None
    room.assert_sound()


REKEY = """
import sys
from pathlib import Path
from rooms import *
from workbench.domain.errors import WorkbenchError
import resource
path, limit = Path(sys.argv[1]), int(sys.argv[2])
archive = open_room(path)
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    archives.change_passphrase(archive, PASSPHRASE, "an entirely different reed", parameters=(CHEAP,))
except WorkbenchError as error:
    print(type(error).__name__, error)
"""


@pytest.mark.parametrize("part", [0.1, 0.97])
def test_no_room_for_the_copy_of_a_passphrase_change(room: Room, part: float) -> None:
    room.bring_in()
    before = room.rows()
    room.archive.close()
    # Rounded to whole pages, as a disk is: the limit is never in the middle of one.
    limit = int(room.path.stat().st_size * part) // 4096 * 4096
    with Child(REKEY, room.path, limit) as child:
        status, out, err = child.finish()
    assert status == 0, err
    assert out.startswith("ArchiveError ")
    assert "with its old passphrase" in out
    assert [file.name for file in room.path.parent.iterdir()] == ["room.archive"]
    room.archive = open_room(room.path)
    assert room.rows() == before
    room.assert_sound()
