"""Bringing sources in, correcting what is known about them, and taking them out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.errors import ImportFileError, InputError
from workbench.domain.inputs import Provenance, checked
from workbench.domain.names import shortened
from workbench.domain.structure import blocks_to_json
from workbench.i18n import _
from workbench.importers.files import Original, read_original
from workbench.importers.found import Reading
from workbench.importers.reading import read, read_clipboard
from workbench.languages.detect import propose
from workbench.store.log import now
from workbench.store.queries.sources import sources_with_original
from workbench.store.tables import Source, TextVersion
from workbench.store.work import Act, Work


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was read but is not in the archive yet: what a person looks at and corrects."""

    original: Original
    reading: Reading
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Imported:
    """A new source and its first text version."""

    source_id: str
    text_version_id: str
    title: str


def read_file(path: Path, *, cancel: Callable[[], bool] | None = None, language: bool = True) -> Incoming:
    """Read a file with the language proposed; nothing is written yet.

    `cancel` is asked now and then and stops the reading when it answers True. Without `language`
    none is proposed: loading what tells languages apart takes a second, the first time.

    Raises:
        ImportFileError: one clear line about what is wrong with the file.
        CancelledError: `cancel` answered True.
    """
    original = read_original(path)
    return _incoming(original, read(original, cancel), language=language)


def read_pasted(*, html: str | None, text: str | None, language: bool = True) -> Incoming:
    """Read what is on the clipboard; the HTML form comes first where there is one. `language` as in `read_file`.

    Raises:
        ImportFileError: there is no text in it.
    """
    return _incoming(*read_clipboard(html, text), language=language)


def _incoming(original: Original, reading: Reading, *, language: bool) -> Incoming:
    found = reading.provenance
    whole = reading.structured.text
    first = reading.structured.blocks[0]
    tag = propose(whole).tag if language else "und"
    values = {
        "title": found.title or shortened(whole[first.start : first.end], 100),
        "creator": found.creator,
        "publisher": found.publisher,
        "address": found.address,
        "published": found.published,
        "retrieved": now()[:10],
        "language": tag if tag != "und" else found.language,
        "rights": found.rights,
    }
    return Incoming(original, reading, checked(Provenance, **_fitting(values)))


def _fitting(values: dict[str, str]) -> dict[str, str]:
    """Leave out what the file claims about itself but does not fit: a person fills it in."""
    kept = {}
    for name, value in values.items():
        try:
            checked(Provenance, **{name: value})
        except InputError:
            continue
        kept[name] = value
    return kept


def import_source(incoming: Incoming, *, again: bool = False) -> Act[Imported]:
    """Keep a source: its original bytes, provenance, and text.

    Raises:
        ImportFileError: the archive has the same bytes already and `again` is not set.
    """
    provenance = incoming.provenance

    def run(work: Work) -> Imported:
        original = incoming.original
        twins = sources_with_original(work.connection, original.digest)
        if twins and not again:
            raise ImportFileError(
                _("“{name}” is in the archive already, as “{title}”.").format(
                    name=original.file_name, title=work.get(Source, twins[0]).title
                ),
                kept=_("The archive is as it was."),
            )
        source = work.insert(
            Source,
            **provenance.model_dump(),
            media_type=incoming.reading.media_type,
            file_name=original.file_name,
            original_digest=work.keep_blob(original.data),
            original_size=original.size,
        )
        work.checkpoint()
        structured = incoming.reading.structured
        version = work.insert(
            TextVersion,
            source_id=source.id,
            number=1,
            digest=work.keep_blob(structured.text.encode()),
            blocks_digest=work.keep_blob(blocks_to_json(structured.blocks)),
            length=len(structured.text),
            reader=incoming.reading.reader,
            reader_version=incoming.reading.reader_version,
        )
        return Imported(source.id, version.id, provenance.title)

    return Act("import_source", run, provenance.title)


def edit_source(source_id: str, given: Provenance, *, expected: int | None = None) -> Act[None]:
    """Correct what is known about a source; its bytes and text stay as they are."""

    def run(work: Work) -> None:
        work.change(Source, source_id, expected=expected, **given.model_dump())

    return Act("edit_source", run, given.title)


def remove_source(source_id: str, *, expected: int | None = None) -> Act[str]:
    """Remove a source with its passages, quotes and translations, and return its title."""

    def run(work: Work) -> str:
        title = work.get(Source, source_id).title
        work.remove(Source, source_id, expected=expected)
        return title

    return Act("remove_source", run, lambda _work, title: title)
