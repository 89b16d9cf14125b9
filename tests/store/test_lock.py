from __future__ import annotations

import threading
from pathlib import Path

from children import Child
from workbench.store.lock import WriteLock, lock_path

HOLDER = """
import sys
from pathlib import Path
from workbench.store.lock import WriteLock
lock = WriteLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.readline()
lock.release()
print(lock.acquire(), flush=True)
sys.stdin.readline()
"""


def test_one_holds_it_and_leaves_nothing(tmp_path: Path) -> None:
    first, second = WriteLock(tmp_path / "a"), WriteLock(tmp_path / "a")
    assert first.acquire()
    assert not second.acquire()
    second.release()
    assert first.held
    assert not second.held
    first.release()
    first.release()
    assert list(tmp_path.iterdir()) == []
    assert second.acquire()
    second.release()


def test_it_may_be_let_go_by_another_thread(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path / "a")
    taker = threading.Thread(target=lock.acquire)
    taker.start()
    taker.join()
    assert lock.held
    lock.release()
    other = WriteLock(tmp_path / "a")
    assert other.acquire()
    other.release()


def test_processes_share_it_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    lock = WriteLock(tmp_path / "a")
    with Child(HOLDER, tmp_path / "a") as holder:
        assert holder.line() == "True"
        assert not lock.acquire()
        holder.say()
        assert holder.line() == "True"
        assert not lock.acquire()
    assert lock_path(tmp_path / "a").read_bytes() == b""
    assert lock.acquire()
    lock.release()


def test_whoever_opened_the_file_before_it_went_does_not_hold_a_ghost(tmp_path: Path) -> None:
    """Let go and take many times at once: never two holders."""
    held, most, guard = [0], [0], threading.Lock()

    def work() -> None:
        for _ in range(200):
            lock = WriteLock(tmp_path / "a")
            if lock.acquire():
                with guard:
                    held[0] += 1
                    most[0] = max(most[0], held[0])
                with guard:
                    held[0] -= 1
                lock.release()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most[0] == 1


def test_where_nothing_can_be_made_nobody_writes(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not WriteLock(tmp_path / "file" / "a").acquire()
