from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import workbench
from workbench.importers.html_child import answer_for

ROOT = str(Path(workbench.__file__).parents[1])
GUARDED = (
    "import sys; sys.path.insert(0, sys.argv[1]); from workbench.importers.html_child import restrict; restrict(); "
)


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


def test_an_answer_is_plain_json() -> None:
    answer = answer_for("<html><body><p>Слова, якія застаюцца.</p></body></html>".encode(), fragment=True)
    assert json.loads(json.dumps(answer))["blocks"] == [["p", 0, "Слова, якія застаюцца."]]


def test_a_refusal_is_an_answer() -> None:
    assert answer_for(b"<html></html>", fragment=False) == {"refused": "empty"}
