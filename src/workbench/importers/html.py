"""Saved web pages: the article's text and what the page says of itself, read by a child process.

A page is hostile ground and its reader a large library that knows how to fetch, so it runs in
a process of its own, with no open files but two pipes, limits on time and memory, an empty
folder to stand in, and a guard that refuses sockets. This process only starts it, feeds it,
and checks its answer as it checks any other file.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.domain.dates import normal_date
from workbench.domain.errors import CancelledError, ImportFileError
from workbench.domain.languages import normal_tag
from workbench.domain.structure import BlockKind, StructuredText, join_blocks
from workbench.i18n import N_, _
from workbench.importers import limits
from workbench.importers.decoding import decode, name_of
from workbench.importers.files import Original
from workbench.importers.found import FoundProvenance, Reading

READER = "html"
VERSION = "1"
"""Raised whenever the same bytes would give another text or other blocks."""

Cancel = Callable[[], bool]
"""Answers True once the person wants to stop; `threading.Event.is_set` is one."""

_REFUSALS = {
    "depth": N_("“{name}” nests its parts too deeply to be read safely."),
    "elements": N_("“{name}” has too many parts to be read safely."),
    "attributes": N_("“{name}” has a part with too many attributes to be read safely."),
    "run": N_("“{name}” has a piece that is too long to be read safely."),
    "memory": N_("“{name}” needs too much memory to be read."),
    "time": N_("“{name}” takes too long to read."),
    "empty": N_("There is no text in the page “{name}”."),
}
_START = "import sys; sys.path.insert(0, sys.argv[1]); from workbench.importers.html_child import main; main()"
_DECLARED = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([a-zA-Z0-9_:.-]{2,40})",
    re.IGNORECASE,
)


def read_html(original: Original, cancel: Cancel | None = None, *, fragment: bool = False) -> Reading:
    """Read the article of a page, without what stands around it; takes about a second.

    A `fragment` was chosen by a person already: all of its visible text is taken.

    Raises:
        ImportFileError: see `decode`; or the page has no text, goes past a limit, or its
            reader fails.
        CancelledError: `cancel` answered True; the child process is gone by then.
    """
    decoded = decode(original, declared_charset(original.data[:4096]))
    name = name_of(original)
    answer = _Child(decoded.text.encode(), name, cancel, fragment=fragment).run()
    structured = _blocks(answer, name)
    warnings = list(decoded.warnings)
    if answer.get("whole") is True and not fragment:
        warnings.append(_("No article could be told apart in the page, so all of its text was taken."))
    return Reading(structured, _provenance(answer), "text/html", READER, VERSION, tuple(warnings))


def declared_charset(head: bytes) -> str:
    """Return Python's name of the encoding that a page declares, or nothing.

    As WHATWG HTML (13.2.3.2) has it: a page that declares UTF-16 in ASCII bytes is UTF-8, and
    ISO 8859-1 and ASCII mean windows-1252 (WHATWG Encoding, 4.2).
    """
    match = _DECLARED.search(head)
    if match is None:
        return ""
    label = (match[1] or match[2]).decode("ascii").lower()
    if label.startswith(("utf-16", "utf-32", "utf16")):
        return "utf-8"
    if label in {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "ascii", "us-ascii"}:
        return "windows-1252"
    try:
        "".encode(label)
        b"".decode(label)
    except (LookupError, UnicodeError, TypeError):
        return ""
    return label


@dataclass
class _Child:
    """One run of the child process over one page, given as UTF-8."""

    page: bytes
    name: str
    cancel: Cancel | None
    fragment: bool
    answer: bytearray = field(default_factory=bytearray)

    def run(self) -> dict[str, Any]:
        """Return the child's answer; the child is gone when this returns or raises."""
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder, self._start(folder) as process:
            writer = threading.Thread(target=self._feed, args=(process,), daemon=True)
            reader = threading.Thread(target=self._drain, args=(process,), daemon=True)
            try:
                writer.start()
                reader.start()
                self._watch(process)
            finally:
                process.kill()
                process.wait()
                reader.join()
                writer.join()
        return self._understood(process.returncode)

    def _start(self, folder: str) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).resolve().parents[2])
        kept = {key: os.environ[key] for key in ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR") if key in os.environ}
        command = [sys.executable, "-I", "-B", "-X", "utf8", "-c", _START, root]
        return subprocess.Popen(  # noqa: S603 - this interpreter, our own module, no shell
            [*command, "fragment" if self.fragment else "page"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=kept,
            close_fds=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _feed(self, process: subprocess.Popen[bytes]) -> None:
        if process.stdin is None:
            return
        try:
            with process.stdin as pipe:
                pipe.write(self.page)
        except OSError:
            return  # the child ended early; what it answered says why

    def _drain(self, process: subprocess.Popen[bytes]) -> None:
        while process.stdout is not None and (piece := process.stdout.read(65_536)):
            self.answer += piece
            if len(self.answer) > limits.HTML_ANSWER_BYTES:
                process.kill()
                break

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        end = time.monotonic() + limits.HTML_WALL_SECONDS
        while True:
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                if self.cancel is not None and self.cancel():
                    raise CancelledError(_("The import was stopped.")) from None
                if time.monotonic() > end:
                    raise self._refused("time") from None
            else:
                return

    def _understood(self, status: int) -> dict[str, Any]:
        try:
            answer = json.loads(self.answer) if len(self.answer) <= limits.HTML_ANSWER_BYTES else None
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            # SIGXCPU and SIGKILL are how the system ends a process that went past its time.
            raise self._refused("time" if status in {-24, -9} else "memory" if status in {-6, -11} else "")
        if "refused" in answer:
            raise self._refused(str(answer["refused"]))
        return answer

    def _refused(self, reason: str) -> ImportFileError:
        return _refusal(reason, self.name)


def _refusal(reason: str, name: str) -> ImportFileError:
    message = _REFUSALS.get(reason, N_("The page “{name}” could not be read."))
    return ImportFileError(_(message).format(name=name))


def _blocks(answer: dict[str, Any], name: str) -> StructuredText:
    """Build the text from the answer, in which nothing is taken on trust."""
    rows = answer.get("blocks")
    parts: list[tuple[BlockKind, int, str]] = []
    for row in rows if isinstance(rows, list) else []:
        match row:
            case [str(kind), int(level), str(text)] if kind in {"p", "h", "q", "li"} and 0 <= level <= 6:
                parts.append((BlockKind(kind), level, text))
            case _:
                raise ImportFileError(_("The page “{name}” could not be read.").format(name=name))
    structured = join_blocks(parts)
    if not structured.text.strip():
        raise _refusal("empty", name)
    if len(parts) > limits.BLOCKS or len(structured.text) > limits.TEXT_POINTS:
        raise _refusal("elements", name)
    return structured


def _provenance(answer: dict[str, Any]) -> FoundProvenance:
    found = answer.get("found")
    values = found if isinstance(found, dict) else {}

    def line(key: str) -> str:
        value = values.get(key)
        text = value if isinstance(value, str) else ""
        return "".join(c for c in " ".join(text.split()) if c.isprintable())[: limits.METADATA_POINTS]

    address = line("address")
    return FoundProvenance(
        title=line("title"),
        creator=line("creator"),
        publisher=line("publisher"),
        address=address if re.match(r"https?://[^\s/]", address) else "",
        published=_or_nothing(normal_date, line("published")),
        language=_or_nothing(normal_tag, line("language")),
        rights=line("rights"),
    )


def _or_nothing(normal: Callable[[str], str], value: str) -> str:
    try:
        return normal(value) if value else ""
    except ValueError:
        return ""
