"""Checks a bundle without any archive. The bundle is taken as hostile from the first byte.

Nothing outside its folder is ever opened: links are not followed, paths in manifests are only
compared with what was found by walking, and every size and count is bounded before it is read.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workbench.domain.bundle import Finding, Progress, Verdict
from workbench.domain.errors import BundleError
from workbench.exporters.bag import ALGORITHMS
from workbench.exporters.filenames import decode_path, folded, hostile_path, visible
from workbench.exporters.verify_content import content_findings
from workbench.i18n import _, ngettext

MAX_FILES = 100_000
"""Files in a bundle; more is refused before anything is read."""

MAX_DEPTH = 16
"""Folders inside each other."""

MAX_TAG_BYTES = 64 * 1024 * 1024
"""Bytes of a manifest or another tag file."""

MAX_LINE = 4_096
"""Characters of a manifest line."""

MAX_FINDINGS = 1_000
"""Findings that are told; the rest is counted in a last one."""

_CHUNK = 1024 * 1024
_HEX = {"sha256": 64, "sha512": 128}
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+\*?(.+)")
_OXUM = re.compile(r"(\d{1,18})\.(\d{1,9})")
_REPARSE = 0x400


def verify_bundle(path: Path, *, progress: Progress | None = None) -> Verdict:
    """Check every file of a bundle against its manifests, and its content against itself.

    `progress` counts bytes. Paths and details in findings have no control characters left.

    Raises:
        BundleError: this is no folder with a bundle in it, or larger than any bundle may be.
        CancelledError: `progress` raised it.
    """
    try:
        there = path.is_dir()
    except OSError:  # a name that no drive can hold
        there = False
    if not there:
        raise BundleError(
            _("“{name}” is not a folder with a bundle.").format(name=visible(path.name)),
            do=_("Unpack it first, or choose the folder that holds bagit.txt."),
        )
    try:
        return _Check(path, progress).verdict()
    except OSError as error:
        raise BundleError(
            _("The bundle could not be read: {reason}.").format(reason=os.strerror(error.errno or 0)),
            do=_("Copy it to another place and check it there."),
        ) from None


@dataclass(slots=True)
class _File:
    """A regular file that the walk found, and its digests where it could be read."""

    place: Path
    size: int
    digests: dict[str, str] = field(default_factory=dict)


class _Check:
    """One check of one bundle."""

    def __init__(self, root: Path, progress: Progress | None) -> None:
        self.root = root
        self.progress = progress
        self.files: dict[str, _File] = {}
        self.findings: list[Finding] = []
        self.unreported = 0

    def verdict(self) -> Verdict:
        """Do all steps in order; what a step found wrong never stops the next one."""
        self._walk(self.root, "", 0)
        if not any(re.fullmatch(r"bagit\.txt|(tag)?manifest-\w+\.txt", path) for path in self.files):
            raise BundleError(
                _("“{name}” is not a folder with a bundle.").format(name=visible(self.root.name)),
                do=_("Choose the folder that holds bagit.txt."),
            )
        self._same_names()
        self._declaration()
        self._hash_all()
        for algorithm in ALGORITHMS:
            self._manifest("manifest", algorithm)
            self._manifest("tagmanifest", algorithm)
        self._oxum()
        self._content()
        self._unite()
        if self.unreported:
            self.findings.append(
                Finding(
                    "invalid",
                    "",
                    ngettext(
                        "{n} more finding is not listed.", "{n} more findings are not listed.", self.unreported
                    ).format(n=self.unreported),
                )
            )
        digest = self.files["tagmanifest-sha256.txt"].digests if "tagmanifest-sha256.txt" in self.files else {}
        size = sum(file.size for file in self.files.values())
        return Verdict(len(self.files), size, tuple(self.findings), digest.get("sha256", ""))

    def _find(self, kind: str, path: str, detail: str = "") -> None:
        if len(self.findings) >= MAX_FINDINGS:
            self.unreported += 1
        else:
            self.findings.append(Finding(kind, visible(path), visible(detail)))

    def _walk(self, folder: Path, prefix: str, depth: int) -> None:
        """Collect regular files; everything else in the folder is a finding and is left alone."""
        if depth > MAX_DEPTH:
            self._find("invalid", prefix, _("too many folders inside each other"))
            return
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                path = prefix + entry.name
                facts = entry.stat(follow_symlinks=False)
                if stat.S_ISLNK(facts.st_mode) or getattr(facts, "st_file_attributes", 0) & _REPARSE:
                    self._find("invalid", path, _("a link, which a bundle may not hold"))
                elif stat.S_ISDIR(facts.st_mode):
                    self._walk(Path(entry.path), f"{path}/", depth + 1)
                elif not stat.S_ISREG(facts.st_mode):
                    self._find("invalid", path, _("not a file"))
                elif len(self.files) >= MAX_FILES:
                    raise BundleError(_("The folder holds more files than any bundle."))
                else:
                    self.files[path] = _File(Path(entry.path), facts.st_size)

    def _same_names(self) -> None:
        """Find names that are two files here and one elsewhere."""
        seen: dict[str, str] = {}
        for path in self.files:
            other = seen.setdefault(folded(path), path)
            if other != path:
                self._find("invalid", path, _("the same name as another file on some systems"))

    def _declaration(self) -> None:
        if "bagit.txt" not in self.files:
            self._find("missing", "bagit.txt")
            return
        lines = [line.rstrip("\r") for line in (self._tag_text("bagit.txt") or "").rstrip("\n").split("\n")]
        if lines != ["BagIt-Version: 1.0", "Tag-File-Character-Encoding: UTF-8"]:
            self._find("invalid", "bagit.txt", _("not the declaration of a BagIt 1.0 bag in UTF-8"))
        if "fetch.txt" in self.files:
            self._find("invalid", "fetch.txt", _("a bundle may not name files to be fetched"))

    def _tag_text(self, path: str) -> str | None:
        """Read a tag file as UTF-8; None, with a finding, where that cannot be done."""
        file = self.files[path]
        if file.size > MAX_TAG_BYTES:
            self._find("invalid", path, _("too large"))
            return None
        data = b"".join(_chunks(file, MAX_TAG_BYTES))
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            self._find("invalid", path, _("not UTF-8"))
            return None

    def _hash_all(self) -> None:
        total, done = sum(file.size for file in self.files.values()), 0
        for path, file in self.files.items():
            hashes = {name: hashlib.new(name) for name in ALGORITHMS}
            try:
                for chunk in _chunks(file, file.size):
                    for digest in hashes.values():
                        digest.update(chunk)
                    done += len(chunk)
                    if self.progress is not None:
                        self.progress(min(done, total), total)
            except OSError as error:
                self._find("damaged", path, os.strerror(error.errno or 0))
                continue
            file.digests = {name: digest.hexdigest() for name, digest in hashes.items()}

    def _manifest(self, kind: str, algorithm: str) -> None:
        """Compare one manifest with what the walk found."""
        name = f"{kind}-{algorithm}.txt"
        if name not in self.files:
            self._find("missing", name)
            return
        text = self._tag_text(name)
        if text is None:
            return
        listed: dict[str, str] = {}
        for digest, path in self._entries(name, text, algorithm):
            if path.startswith("data/") != (kind == "manifest") or path.startswith("tagmanifest-"):
                self._find("invalid", name, _("a line for a file of another manifest"))
            elif path in listed:
                self._find("invalid", name, _("two lines for one file"))
            else:
                listed[path] = digest
        self._compare(kind, algorithm, listed)

    def _entries(self, name: str, text: str, algorithm: str) -> Iterator[tuple[str, str]]:
        """Yield (digest, path) of every line that is well-formed and stays inside the bundle."""
        seen: set[str] = set()
        for line in filter(None, (line.rstrip("\r") for line in text.split("\n"))):
            match = _LINE.fullmatch(line) if len(line) <= MAX_LINE else None
            if match is None or len(match[1]) != _HEX[algorithm]:
                self._find("invalid", name, _("a line that is no checksum and path"))
                continue
            path = decode_path(match[2])
            if hostile_path(path):
                self._find("invalid", path, _("a path that leads out of the bundle or is unsafe"))
                continue
            if folded(path) in seen:
                self._find("invalid", name, _("two lines for one file"))
                continue
            seen.add(folded(path))
            yield match[1].lower(), path

    def _compare(self, kind: str, algorithm: str, listed: dict[str, str]) -> None:
        for path, digest in listed.items():
            file = self.files.get(path)
            if file is None:
                self._find("missing", path)
            elif file.digests and file.digests[algorithm] != digest:
                self._find("damaged", path)
        own = {f"tagmanifest-{name}.txt" for name in ALGORITHMS}
        for path in self.files:
            if path not in listed and path not in own and path.startswith("data/") == (kind == "manifest"):
                self._find("added", path)

    def _oxum(self) -> None:
        """Compare the payload's size and count with bag-info.txt (RFC 8493, section 2.2.2).

        Where files are already told as damaged, missing or added, the sum says nothing more.
        """
        told = any(f.path.startswith("data/") and f.kind != "invalid" for f in self.findings)
        if told or "bag-info.txt" not in self.files:
            return
        text = self._tag_text("bag-info.txt")
        values = re.findall(r"^Payload-Oxum[ \t]*:[ \t]*(.*?)\r?$", text or "", re.MULTILINE)
        match = _OXUM.fullmatch(values[0].strip()) if len(values) == 1 else None
        payload = [file.size for path, file in self.files.items() if path.startswith("data/")]
        if text is not None and (match is None or (int(match[1]), int(match[2])) != (sum(payload), len(payload))):
            self._find("invalid", "bag-info.txt", _("Payload-Oxum does not fit the payload"))

    def _content(self) -> None:
        """Check what the files say, where they are what the manifests say."""
        wrong = {finding.path for finding in self.findings}
        places = {path: file.place for path, file in self.files.items() if file.digests and visible(path) not in wrong}
        for finding in content_findings(places, wrong):
            self._find(finding.kind, finding.path, finding.detail)

    def _unite(self) -> None:
        """Say a thing once that both algorithms found, in the order of paths."""
        order = {"damaged": 0, "missing": 1, "added": 2, "invalid": 3}
        unique = dict.fromkeys(self.findings)
        self.findings = sorted(unique, key=lambda f: (order[f.kind], f.path, f.detail))


def _chunks(file: _File, limit: int) -> Iterator[bytes]:
    """Read a file in pieces, never through a link, and not a byte past what the walk saw."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(file.place, flags), "rb") as handle:  # noqa: PTH123 - a descriptor, not a path
        left = limit
        while left > 0 and (chunk := handle.read(min(_CHUNK, left))):
            left -= len(chunk)
            yield chunk
