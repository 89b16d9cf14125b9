"""The files below `data/`: which there are, and the bytes of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from workbench.domain.anchors import text_digest
from workbench.domain.bundle import BundleCapture, BundleContent, BundleSource
from workbench.domain.errors import BundleError
from workbench.exporters.annotations import write_annotations
from workbench.exporters.eac import write_eac
from workbench.exporters.filenames import safe_name
from workbench.exporters.ftm import write_ftm
from workbench.exporters.lookup import Lookup, text_path
from workbench.exporters.page import write_page
from workbench.exporters.readme import write_readme
from workbench.exporters.records import write_records
from workbench.exporters.table import write_table
from workbench.exporters.xliff import write_xliff
from workbench.i18n import _

_PREFIX = 16
"""Hex digits of the original's digest before its name: two names never meet by chance."""


@dataclass(frozen=True, slots=True)
class PayloadFile:
    """One file: its path below `data/`, and how its bytes are made when their turn comes."""

    path: str
    produce: Callable[[], bytes]


def payload_files(content: BundleContent) -> list[PayloadFile]:
    """Return every payload file, sorted by path, so that the same content gives the same list.

    Raises:
        BundleError: the content contradicts itself: a text or original that is not what its
            digest says, or a passage that does not hold its words. Nothing false leaves.
    """
    _check(content)
    lookup = Lookup(content)
    originals = _original_paths(content)
    files = [
        PayloadFile("index.html", lambda: write_page(lookup, originals)),
        PayloadFile("annotations.jsonld", lambda: write_annotations(lookup)),
        PayloadFile("records.json", lambda: write_records(lookup, originals)),
        PayloadFile("records.ftm.json", lambda: write_ftm(lookup)),
        PayloadFile("quotes.csv", lambda: write_table(lookup)),
    ]
    files += [
        PayloadFile(f"README.{tag}.txt", _readme(lookup, tag, originals=bool(originals)))
        for tag in lookup.page_languages
    ]
    files += [PayloadFile(path, _constant(data)) for path, data in (write_xliff(lookup) | write_eac(lookup)).items()]
    parts: dict[str, PayloadFile] = {}
    for text in lookup.texts.values():
        parts[text_path(text.id)] = PayloadFile(text_path(text.id), _constant(text.text.text.encode()))
    for received in _received(content):
        if received.original is not None:
            parts[originals[received.id]] = PayloadFile(originals[received.id], _constant(received.original))
    return sorted([*files, *parts.values()], key=lambda file: file.path.encode())


def _constant(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _readme(lookup: Lookup, language: str, *, originals: bool) -> Callable[[], bytes]:
    return lambda: write_readme(lookup, language, originals=originals)


def _original_paths(content: BundleContent) -> dict[str, str]:
    """Name the originals by the id of their source or capture; the same bytes and name share one file."""
    taken: dict[str, str] = {}
    paths: dict[str, str] = {}
    for received in _received(content):
        if received.original is not None:
            path = f"originals/{received.original_digest[:_PREFIX]}-{safe_name(received.file_name, 'original')}"
            paths[received.id] = taken.setdefault(path.lower(), path)
    return paths


def _received(content: BundleContent) -> Iterator[BundleSource | BundleCapture]:
    """Go through everything that was received: each source, then its later captures."""
    for source in content.sources:
        yield source
        yield from source.captures


def _check(content: BundleContent) -> None:
    texts = {(source.id, text.id): text for source in content.sources for text in source.texts}
    newest = {source.id: source.text_version_id for source in content.sources}
    places = [(texts.get((p.source_id, p.text_version_id or newest.get(p.source_id, ""))), p) for p in content.passages]
    if (
        not all(text_digest(text.text.text) == text.digest for text in texts.values())
        or not all(_true(received) for received in _received(content))
        or not all(text is not None and passage.anchor.holds(text.text.text) for text, passage in places)
    ):
        raise BundleError(
            _("The archive holds a text or passage that is not what its digest says."),
            kept=_("No bundle was written."),
            do=_("Check the archive."),
        )


def _true(received: BundleSource | BundleCapture) -> bool:
    original = received.original
    return original is None or hashlib.sha256(original).hexdigest() == received.original_digest
