"""Choosing what leaves the room, looking at it first, and writing the bundle."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.domain.bundle import BundleChoice, BundleContent, Progress
from workbench.domain.errors import BundleError
from workbench.domain.kinds import TranslationState
from workbench.exporters.bag import BundleReport, write_bundle
from workbench.i18n import _
from workbench.services.bundle_content import collect
from workbench.store.archive import Archive, Outcome
from workbench.store.tables import Export
from workbench.store.work import Act, Work


@dataclass(frozen=True, slots=True)
class BundlePreview:
    """What would leave: counts, and for each language how many translations in which state.

    `missing` counts, by language, the quotes that would leave without a translation.
    """

    sources: int
    passages: int
    records: dict[str, int]
    quotes: int
    notes: int
    translations: dict[str, dict[TranslationState, int]]
    missing: dict[str, int]
    stale: int
    originals_bytes: int


def preview(content: BundleContent) -> BundlePreview:
    """Count what a bundle with this content would carry out of the room."""
    records: dict[str, int] = {}
    for record in content.records:
        records[record.kind.value] = records.get(record.kind.value, 0) + 1
    translations: dict[str, dict[TranslationState, int]] = {}
    missing: dict[str, int] = {}
    stale = 0
    for quote in content.quotes:
        there = {translation.language: translation for translation in quote.translations}
        for language in content.languages:
            if language == quote.published_language:
                continue
            if language not in there:
                missing[language] = missing.get(language, 0) + 1
                continue
            states = translations.setdefault(language, {})
            states[there[language].state] = states.get(there[language].state, 0) + 1
            stale += there[language].stale
    return BundlePreview(
        sources=len(content.sources),
        passages=len(content.passages),
        records=records,
        quotes=len(content.quotes),
        notes=sum(len(passage.notes) for passage in content.passages),
        translations=translations,
        missing=missing,
        stale=stale,
        originals_bytes=sum(source.original_size for source in content.sources if source.original is not None),
    )


def preview_bundle(archive: Archive, choice: BundleChoice) -> BundlePreview:
    """Say what a choice would carry out of the room, without writing anything."""
    with archive.read() as connection:
        return preview(collect(connection, choice))


def export_bundle(
    archive: Archive,
    choice: BundleChoice,
    folder: Path,
    *,
    author_id: str | None,
    initiator: object | None = None,
    progress: Progress | None = None,
) -> Outcome[BundleReport]:
    """Write a bundle into a new folder, and log that it left.

    Raises:
        BundleError: there is nothing to export, or the folder is taken or cannot be written to.
    """
    with archive.read() as connection:
        content = collect(connection, choice)
    if not content.sources:
        raise BundleError(
            _("There is nothing to export in this choice."), do=_("Choose sources, records or quotes first.")
        )
    if archive.read_only:
        return Outcome(write_bundle(content, folder, progress=progress), None)
    with archive.activity("export_bundle"):
        report = write_bundle(content, folder, progress=progress)
    return archive.perform(_note_export(content, report), author_id=author_id, initiator=initiator)


def _note_export(content: BundleContent, report: BundleReport) -> Act[BundleReport]:
    def run(work: Work) -> BundleReport:
        work.insert(
            Export,
            title=content.title,
            languages=",".join(content.languages),
            quotes=len(content.quotes),
            files=report.files,
            manifest_digest=report.manifest_digest,
        )
        return report

    return Act("export_bundle", run, content.title)
