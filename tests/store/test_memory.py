from __future__ import annotations

import resource
from pathlib import Path

from children import Child
from rooms import Room

CRASH = """
import os, resource, sys
from pathlib import Path
from rooms import *
resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
os.chdir(sys.argv[2])
archive = open_room(Path(sys.argv[1]))
print(*resource.getrlimit(resource.RLIMIT_CORE), flush=True)
os.abort()
"""


def test_an_open_archive_leaves_no_core_dump(room: Room, tmp_path: Path) -> None:
    room.archive.close()
    (tmp_path / "here").mkdir()
    with Child(CRASH, room.path, tmp_path / "here") as child:
        soft, _hard = child.line().split()
        status, _out, _err = child.finish()
    assert status == -6
    assert int(soft) in (0, 1)
    assert list((tmp_path / "here").iterdir()) == []
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] in (0, 1)
