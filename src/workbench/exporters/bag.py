"""A bundle on disk: a BagIt 1.0 bag (RFC 8493) that is whole or not there."""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import shutil
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import workbench
from workbench.domain.bundle import BundleContent, Progress
from workbench.domain.errors import BundleError
from workbench.exporters.filenames import encode_path
from workbench.exporters.lookup import moment_of, one_line
from workbench.exporters.payload import payload_files
from workbench.i18n import _

ALGORITHMS = ("sha256", "sha512")
"""The algorithms of the manifests, as RFC 8493 spells them in file names."""

BAGIT_TXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
"""The bag declaration (RFC 8493, section 2.1.1)."""

_PARTIAL = ".partial-"
_LINE = 1_000


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What was written: all files and their bytes, tag files included.

    `manifest_digest` is the SHA-256 of `tagmanifest-sha256.txt`, which fixes every other byte.
    """

    path: Path
    files: int
    bytes: int
    manifest_digest: str


def leftover_partials(folder: Path) -> list[Path]:
    """Return what killed exports to `folder` left beside it; the next export clears it away.

    Raises:
        OSError: the folder that holds `folder` cannot be read.
    """
    start = f".{folder.name}{_PARTIAL}"
    if not folder.parent.is_dir():
        return []
    return sorted(
        path
        for path in folder.parent.iterdir()
        if path.name.startswith(start) and path.is_dir() and not path.is_symlink()
    )


def write_bundle(content: BundleContent, folder: Path, *, progress: Progress | None = None) -> BundleReport:
    """Write the bundle to `folder`, which must not be there yet or be empty.

    All is written and made durable in a private folder beside it that takes the name as the
    last step: killed at any moment, there is either no bundle or a whole one. `progress` counts
    files. File times are `as_of`; no clock and no machine's name gets into a byte.

    Raises:
        BundleError: the folder is not empty, or cannot be written; nothing is left behind.
        CancelledError: `progress` raised it; nothing is left behind.
    """
    folder = folder.absolute()
    with _known_errors():
        if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
            raise BundleError(
                _("“{name}” is there already and is not an empty folder.").format(name=folder.name),
                kept=_("Nothing was changed."),
                do=_("Choose another place for the bundle."),
            )
    files = payload_files(content)
    with _known_errors():
        folder.parent.mkdir(parents=True, exist_ok=True)
        for leftover in leftover_partials(folder):
            shutil.rmtree(leftover)
        partial = folder.parent / f".{folder.name}{_PARTIAL}{secrets.token_hex(4)}"
        partial.mkdir(mode=0o700)
        try:
            bag = _Bag(partial)
            for done, file in enumerate(files):
                if progress is not None:
                    progress(done, len(files))
                bag.payload(f"data/{file.path}", file.produce())
            bag.tags(content)
            bag.settle(moment_of(content).timestamp())
            if progress is not None:
                progress(len(files), len(files))
            _take_place(partial, folder)
        except BaseException:
            # What failed is what the caller must hear of, not that its remains could not go too.
            with suppress(OSError):
                shutil.rmtree(partial)
            raise
    return BundleReport(folder, bag.files, bag.bytes, bag.digest)


class _Bag:
    """Writes files below one folder and keeps their digests."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = 0
        self.bytes = 0
        self.digest = ""
        self._payload: dict[str, dict[str, str]] = {}
        self._tags: dict[str, dict[str, str]] = {}
        self._payload_bytes = 0

    def payload(self, path: str, data: bytes) -> None:
        self._write(path, data)
        self._payload[path] = _digests(data)
        self._payload_bytes += len(data)

    def tags(self, content: BundleContent) -> None:
        """Write the bag declaration, its facts, the manifests and the manifests of those."""
        self._tag("bagit.txt", BAGIT_TXT)
        manifests = {f"manifest-{name}.txt": _manifest(self._payload, name) for name in ALGORITHMS}
        self._tag("bag-info.txt", self._info(content, manifests["manifest-sha512.txt"]))
        for path, data in manifests.items():
            self._tag(path, data)
        for name in ALGORITHMS:
            data = _manifest(self._tags, name)
            self._write(f"tagmanifest-{name}.txt", data)
            if name == "sha256":
                self.digest = hashlib.sha256(data).hexdigest()

    def settle(self, moment: float) -> None:
        """Give every file and folder the time of the archive's state, and make the folders durable."""
        for parent, _folders, names in os.walk(self.root, topdown=False):
            for name in names:
                _set_time(Path(parent) / name, moment)
            _sync_folder(Path(parent))
            _set_time(Path(parent), moment)
        # `data` was made under the person's own umask; the private folder now follows it. A
        # stick's file system has no modes and may refuse to be asked.
        with suppress(PermissionError):
            self.root.chmod((self.root / "data").stat().st_mode & 0o777)

    def _info(self, content: BundleContent, manifest: bytes) -> bytes:
        """Return bag-info.txt (RFC 8493, section 2.2.2), its labels in a fixed order."""
        moment = moment_of(content)
        rows = (
            ("Bag-Software-Agent", f"Skaryna Workbench {workbench.__version__}"),
            ("Bagging-Date", moment.date().isoformat()),
            ("Payload-Oxum", f"{self._payload_bytes}.{len(self._payload)}"),
            ("External-Identifier", f"urn:uuid:{_bundle_id(content, manifest)}"),
            ("External-Description", one_line(content.title)[:_LINE]),
            ("Bundle-Languages", " ".join(content.languages)),
            ("Archive-Identifier", f"urn:uuid:{content.archive_id}"),
            ("Archive-State", content.as_of),
            ("Archive-Log-Digest", content.log_digest),
        )
        return "".join(f"{label}: {one_line(value)}\n" for label, value in rows if value).encode()

    def _tag(self, path: str, data: bytes) -> None:
        self._write(path, data)
        self._tags[path] = _digests(data)

    def _write(self, path: str, data: bytes) -> None:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self.files += 1
        self.bytes += len(data)


def _digests(data: bytes) -> dict[str, str]:
    return {name: hashlib.new(name, data).hexdigest() for name in ALGORITHMS}


def _manifest(digests: dict[str, dict[str, str]], algorithm: str) -> bytes:
    """Return a manifest (RFC 8493, section 2.1.3), its lines in the order of the paths' bytes."""
    paths = sorted(digests, key=lambda path: path.encode())
    return "".join(f"{digests[path][algorithm]}  {encode_path(path)}\n" for path in paths).encode()


def _bundle_id(content: BundleContent, manifest: bytes) -> uuid.UUID:
    """Return an id that two bundles share only where their payload is the same to the byte."""
    return uuid.uuid5(uuid.UUID(content.archive_id), hashlib.sha512(manifest).hexdigest())


def _take_place(partial: Path, folder: Path) -> None:
    if folder.exists():
        folder.rmdir()
    partial.rename(folder)
    _sync_folder(folder.parent)


def _set_time(path: Path, moment: float) -> None:
    """Set a file's time where the file system lets us: the bytes are the bundle, the time is a courtesy."""
    with suppress(PermissionError):
        os.utime(path, (moment, moment))


def _sync_folder(path: Path) -> None:
    """Make the names in a folder durable; Windows has no such call, and some drives refuse it."""
    if sys.platform == "win32":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(handle)


@contextmanager
def _known_errors() -> Iterator[None]:
    """Turn what the drive says into an error that tells the person what to do."""
    try:
        yield
    except OSError as error:
        raise BundleError(
            _("The bundle could not be written: {reason}.").format(reason=os.strerror(error.errno or 0)),
            kept=_("No bundle was left behind; the archive is as it was."),
            do=_("Choose a place with enough room where you may write."),
        ) from None
