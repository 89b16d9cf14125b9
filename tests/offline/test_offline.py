"""No packet leaves: nothing that could send one is imported, and the main job is done without any socket."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from children import PYTHON, ROOT, environment

FORBIDDEN = {
    "PySide6.QtBluetooth", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtSql", "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets", "PySide6.QtWebView",
    "aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "nntplib", "pickle", "poplib", "requests", "smtplib",
    "socket", "socketserver", "sqlite3", "ssl", "telnetlib", "urllib.request", "urllib3", "webbrowser", "xmlrpc",
}  # fmt: skip

SOURCES = sorted((ROOT / "src").rglob("*.py"))


def imported(source: Path) -> set[str]:
    """Return every module that a file names in an import, at its top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif (
            isinstance(node, ast.Call)
            and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("import_module", "__import__")
            and node.args
        ):
            found.add(node.args[0].value if isinstance(node.args[0], ast.Constant) else "a module named at run time")
    return found


def forbidden(names: set[str]) -> set[str]:
    return {name for name in names for bad in FORBIDDEN if name == bad or name.startswith(bad + ".")}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_nothing_that_opens_sockets_is_imported(source: Path) -> None:
    assert forbidden(imported(source)) == set()


def test_what_is_forbidden_would_be_found(tmp_path: Path) -> None:
    source = tmp_path / "bad.py"
    source.write_text(
        "import os, socket\nfrom urllib import request, parse\nfrom PySide6 import QtNetwork\n"
        "def f():\n    import http.client\n    __import__('requests')\n"
    )
    assert forbidden(imported(source)) == {"socket", "urllib.request", "PySide6.QtNetwork", "http.client", "requests"}


JOB = """
import json, sys
from pathlib import Path

events = []
def hook(event, arguments):
    if event.startswith("socket.") or event in ("urllib.Request", "http.client.connect", "ftplib.connect"):
        events.append(event)
sys.addaudithook(hook)

from found import find_records
from rooms import *
from workbench.domain.bundle import BundleChoice
from workbench.exporters.verify import verify_bundle
from workbench.languages.fold import fold
from workbench.services import passages, quotes, sample
from workbench.services.bundles import export_bundle
from workbench.store.queries.search import search

folder = Path(sys.argv[1])
archive = archives.create_archive(folder / "a.archive", PASSPHRASE, sample.first_profile(), parameters=CHEAP).archive
author = next(iter(rows_of(archive)["profile"]))
sample.load_sample(archive, author)
incoming = sources.read_file(Path(sys.argv[2]))
assert "img" in incoming.original.data.decode() and incoming.provenance.language
version = archive.perform(sources.import_source(incoming), author_id=author).value.text_version_id
new = named("Somebody")
archive.perform(records.link_passage(version, passages.Span(0, 4), new, records.MentionInput()), author_id=author)
with archive.read() as connection:
    assert search(connection, "Babaryka", fold)
    assert find_records(connection, "калеснік", "lt")
export_bundle(archive, BundleChoice("A bundle", ("be", "ru", "lt", "en")), folder / "bundle", author_id=author)
verdict = verify_bundle(folder / "bundle")
report = check_archive(archive)
archive.undo(author_id=author)
archive.close()
print(json.dumps({"events": events, "whole": verdict.whole, "sound": report.sound,
    "loaded": sorted(name for name in sys.modules if name in ("requests", "urllib3", "http.client", "ftplib"))}))
"""

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The gate</title>
<link rel="stylesheet" href="//host.invalid/style.css"><script src="http://host.invalid/script.js"></script>
<base href="http://host.invalid/"></head><body><article><h1>The gate</h1>
<img src="http://host.invalid/picture.png"><iframe src="http://host.invalid/frame"></iframe>
<p>On the third of May the librarian walked out of the gate, and her brother stood there with a flask of tea.</p>
<p>The court had sentenced her to seven years; the register of the colony counts nine winters and a summer.</p>
</article></body></html>"""


def _alone() -> list[str]:
    """Return what starts a process in a network of its own with nothing in it, where the system permits that."""
    command = ["unshare", "-rn"]
    permitted = shutil.which("unshare") and subprocess.run([*command, "true"], check=False).returncode == 0
    return command if permitted else []


def test_the_main_job_is_done_without_a_socket(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    (tmp_path / "work").mkdir()
    done = subprocess.run(
        [*_alone(), *PYTHON, "-c", JOB, tmp_path / "work", page],
        env=environment(), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {"events": [], "whole": True, "sound": True, "loaded": []}
    assert done.stderr == ""


def test_a_socket_would_be_seen() -> None:
    hook = JOB.split("from rooms", maxsplit=1)[0]
    code = hook + "import socket\nsocket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()\nprint(events)"
    done = subprocess.run([*_alone(), *PYTHON, "-c", code, "a"], env=environment(), capture_output=True, text=True)  # noqa: PLW1510
    assert "socket.__new__" in done.stdout, done.stderr


def test_no_name_of_a_host_is_in_the_code() -> None:
    """A namespace may look like an address; an address that something could be fetched from may not be there."""
    known = (
        "http://www.w3.org/", "https://www.w3.org/", "http://purl.org/", "urn:",
        "https://archivists.org/ns/", "http://schemas.openxmlformats.org/",
    )  # fmt: skip
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                for scheme in ("http://", "https://", "ftp://", "ws://"):
                    at = node.value.find(scheme)
                    rest = node.value[at + len(scheme) :].lstrip()[:1] if at >= 0 else ""
                    named = at >= 0 and rest.isalnum() and not node.value[at:].startswith(known)
                    assert not named, (source.relative_to(ROOT), node.value[at : at + 60])
