from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import workbench

ROOT = str(Path(workbench.__file__).parents[1])
GUARDED = "import sys; sys.path.insert(0, sys.argv[1]); from workbench.child_process import restrict; "
GUARDED += "restrict(memory=2 << 30, cpu=20); "


def run(code: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-I", "-c", GUARDED + code, ROOT], capture_output=True, check=False)


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('/tmp/left-behind', 'w')",
    ],
)
def test_the_child_cannot_do_what_reading_does_not_need(code: str) -> None:
    result = run(code)
    assert result.returncode == 1
    assert b"PermissionError" in result.stderr


def test_the_child_ends_when_memory_does() -> None:
    result = run("exec('try:\\n x = bytearray(3 << 30)\\nexcept MemoryError:\\n print(1)')")
    assert result.stdout.strip() == b"1" or sys.platform != "linux"
