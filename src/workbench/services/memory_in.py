"""What is taken into the translation memory from outside: a TMX file, the translations of a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from workbench.domain.changes import canonical_json
from workbench.domain.errors import ImportFileError, InputError
from workbench.domain.ids import new_id
from workbench.domain.kinds import Origin, TranslationState
from workbench.domain.languages import base_language, normal_tag
from workbench.exporters.verify import verify_bundle
from workbench.i18n import _
from workbench.importers import limits
from workbench.importers.files import read_original, safe_name
from workbench.importers.json_bounds import BadJsonError, parse_bounded
from workbench.importers.tmx import TmxFile, TmxUnit
from workbench.store.log import now
from workbench.store.memory_index import add_segments, last_segment
from workbench.store.tables import MemoryBatch, MemorySegment
from workbench.store.work import Act, Work, table_of

Progress = Callable[[int, int], None]
"""Is told what is done, and of how much; may raise to stop."""

_AT_ONCE = 2_000
"""Units that are written by one statement."""

_INDEXED = 20 * _AT_ONCE
"""Units whose words are put into the archive's index together, which takes about a second."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be taken in: the units are read once, and only then is `digest` known (SHA-256, hex)."""

    label: str
    origin: Origin
    units: Callable[[], Iterable[TmxUnit]]
    digest: Callable[[], str]
    left_out: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in; units with fewer than two languages were `left_out`."""

    batch_id: str
    label: str
    units: int
    left_out: int


def read_batch(path: Path, progress: Progress | None = None) -> Batch:
    """Return what a TMX file, or the folder of a bundle, has for the memory; most of the reading comes later.

    Raises:
        ImportFileError: it is a bundle that is not whole, or without readable translations.
        BundleError: it is a folder without a bundle in it.
    """
    tell = progress or (lambda _done, _all: None)
    if path.is_dir():
        return _bundle(path, tell)
    file = TmxFile(path, tell)
    return Batch(file.name, Origin.TMX, file.units, lambda: file.digest, lambda: file.left_out)


def take_in(batch: Batch) -> Act[Taken]:
    """Take a batch into the memory, all of it or, where anything stops it, nothing.

    Raises:
        ImportFileError: as `TmxFile.units` says, or nothing in it is of use.
        InputError: the memory has this very file.
    """

    def run(work: Work) -> Taken:
        batch_id = new_id()
        count = _write(work, batch_id, batch.units())
        if not count:
            raise ImportFileError(
                _("“{name}” has no text in two languages.").format(name=batch.label), kept=_("Nothing was taken in.")
            )
        if work.find(MemoryBatch, digest=batch.digest()):
            raise InputError(
                _("The memory has “{name}” already.").format(name=batch.label), kept=_("Nothing was taken in.")
            )
        facts = {"label": batch.label, "origin": batch.origin.value, "digest": batch.digest(), "units": count}
        work.insert(MemoryBatch, row_id=batch_id, moment=now(), **facts)
        return Taken(batch_id, batch.label, count, batch.left_out())

    return Act("add_batch", run, lambda _work, taken: taken.label)


def _write(work: Work, batch_id: str, units: Iterable[TmxUnit]) -> int:
    """Write units as segments of a batch, and their words into the archive's index; returns how many units."""
    reading, count = iter(units), 0
    indexed = last_segment(work.connection)
    while some := list(islice(reading, _AT_ONCE)):
        work.checkpoint()
        rows = [row for number, unit in enumerate(some, count) for row in _rows(batch_id, number, unit)]
        work.connection.execute(insert(table_of(MemorySegment)), rows)
        count += len(some)
        if count % _INDEXED == 0:
            indexed = add_segments(work.connection, indexed)
    add_segments(work.connection, indexed)
    return count


def _rows(batch_id: str, number: int, unit: TmxUnit) -> Iterator[dict[str, Any]]:
    said: dict[str, Any] = {"source": unit.source, "author": unit.author, "moment": unit.moment}
    facts = canonical_json(
        {key: value for key, value in said.items() if value}
        | ({"unreviewed": sorted(unit.unreviewed)} if unit.unreviewed else {})
    ).decode()
    for language, text in unit.texts.items():
        yield {"batch_id": batch_id, "unit": number, "language": language, "text": text, "facts": facts}


# Bundles

_OPEN = (TranslationState.INITIAL.value, TranslationState.TRANSLATED.value)


def _bundle(path: Path, progress: Progress) -> Batch:
    name = safe_name(path.name)
    verdict = verify_bundle(path, progress=progress)
    if not verdict.whole:
        raise ImportFileError(
            _("The bundle “{name}” is not whole.").format(name=name),
            kept=_("Nothing was taken in."),
            do=_("Verify it to see what is wrong."),
        )
    data = read_original(path / "data" / "records.json", limit=limits.BUNDLE_RECORDS_BYTES).data
    try:
        document = parse_bounded(data, size=limits.BUNDLE_RECORDS_BYTES)
        units = list(_bundle_units(document))
    except (BadJsonError, AttributeError, KeyError, TypeError, ValueError):
        raise ImportFileError(
            _("The translations of the bundle “{name}” could not be read.").format(name=name),
            kept=_("Nothing was taken in."),
        ) from None
    return Batch(name, Origin.BUNDLE, lambda: units, lambda: verdict.digest, lambda: 0)


def _bundle_units(document: Mapping[str, Any]) -> Iterator[TmxUnit]:
    """Yield a unit for each quote that has translations of the words as they stand in the bundle."""
    words = {str(passage["id"]): str(passage["exact"]) for passage in document["passages"]}
    for quote in document["quotes"]:
        source = base_language(normal_tag(str(quote["published_language"])))
        texts, unreviewed = {source: words[str(quote["passage_id"])]}, set()
        for translation in quote["translations"]:
            language = base_language(normal_tag(str(translation["language"])))
            if translation["stale"] or not translation["text"]:
                continue
            texts.setdefault(language, str(translation["text"]))
            if translation["state"] in _OPEN:
                unreviewed.add(language)
        if len(texts) > 1:
            yield TmxUnit(texts, source, unreviewed=frozenset(unreviewed))
