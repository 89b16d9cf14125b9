"""The files below `data/`: which there are, and the bytes of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from workbench.domain.anchors import text_digest
from workbench.domain.bundle import BundleContent, BundleSource
from workbench.domain.errors import BundleError
from workbench.exporters.annotations import write_annotations
from workbench.exporters.filenames import safe_name
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
        PayloadFile("quotes.csv", lambda: write_table(lookup)),
    ]
    files += [
        PayloadFile(f"README.{tag}.txt", _readme(lookup, tag, originals=bool(originals)))
        for tag in lookup.page_languages
    ]
    files += [PayloadFile(path, _constant(data)) for path, data in write_xliff(lookup).items()]
    parts: dict[str, PayloadFile] = {}
    for source in content.sources:
        parts[text_path(source)] = PayloadFile(text_path(source), _constant(source.text.text.encode()))
        if source.original is not None:
            parts[originals[source.id]] = PayloadFile(originals[source.id], _constant(source.original))
    return sorted([*files, *parts.values()], key=lambda file: file.path.encode())


def _constant(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _readme(lookup: Lookup, language: str, *, originals: bool) -> Callable[[], bytes]:
    return lambda: write_readme(lookup, language, originals=originals)


def _original_paths(content: BundleContent) -> dict[str, str]:
    """Name the originals; two sources with the same bytes and name share one file."""
    taken: dict[str, str] = {}
    paths: dict[str, str] = {}
    for source in content.sources:
        if source.original is not None:
            path = f"originals/{source.original_digest[:_PREFIX]}-{safe_name(source.file_name, 'original')}"
            paths[source.id] = taken.setdefault(path.lower(), path)
    return paths


def _check(content: BundleContent) -> None:
    passages = {source.id: source.text.text for source in content.sources}
    if not all(_true(source) for source in content.sources) or not all(
        passage.source_id in passages and passage.anchor.holds(passages[passage.source_id])
        for passage in content.passages
    ):
        raise BundleError(
            _("The archive holds a text or passage that is not what its digest says."),
            kept=_("No bundle was written."),
            do=_("Check the archive."),
        )


def _true(source: BundleSource) -> bool:
    original = source.original
    return text_digest(source.text.text) == source.text_digest and (
        original is None or hashlib.sha256(original).hexdigest() == source.original_digest
    )
