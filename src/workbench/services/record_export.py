"""Records out by themselves, without a bundle around them: as entities, authority records or a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workbench.domain.bundle import BundleChoice
from workbench.domain.errors import BundleError
from workbench.domain.kinds import RecordFormat
from workbench.exporters.eac import write_eac
from workbench.exporters.ftm import write_ftm
from workbench.exporters.lookup import Lookup
from workbench.exporters.record_table import write_record_csv, write_record_xlsx
from workbench.i18n import _
from workbench.services.bundle_content import collect
from workbench.store.archive import Archive
from workbench.vault.files import atomic_write, private_temp_folder, sync_folder

_WRITERS: dict[RecordFormat, Callable[[Lookup], bytes]] = {
    RecordFormat.FTM: write_ftm,
    RecordFormat.CSV: write_record_csv,
    RecordFormat.XLSX: write_record_xlsx,
}


def export_records(
    archive: Archive, choice: BundleChoice, form: RecordFormat, path: Path, *, replacing: bool = False
) -> int:
    """Write the records of a choice to a file, or for EAC-CPF into a new folder; return how many there are.

    What leaves is what would leave in a bundle with this choice (`bundle_content.collect`): nothing
    above its level, protected persons under their pseudonym. Nothing is written to the archive. A
    file that is there is taken the place of only when `replacing`.

    Raises:
        BundleError: there are no records, or the path is taken or cannot be written to.
    """
    with archive.read() as connection:
        content = collect(connection, replace(choice, include_originals=False))
    if not content.records:
        raise BundleError(_("There is nothing to export in this choice."), do=_("Choose records first."))
    lookup = Lookup(content)
    if form is RecordFormat.EAC:
        found = {Path(name).name: data for name, data in write_eac(lookup).items()}
        if not found:
            raise BundleError(_("There are no persons or organisations in this choice."))
        write_out(path, found, replacing=False)
        return len(found)
    write_out(path, _WRITERS[form](lookup), replacing=replacing)
    return len(content.records)


def write_out(path: Path, data: bytes | dict[str, bytes], *, replacing: bool) -> None:
    """Write a file, or a new folder of files, whole or not at all.

    Raises:
        BundleError: the path is taken and is not to be replaced, or cannot be written to.
    """
    if path.exists() and not replacing:
        raise BundleError(
            _("“{name}” is there already.").format(name=path.name),
            kept=_("Nothing was written."),
            do=_("Choose another name."),
        )
    try:
        if isinstance(data, bytes):
            with atomic_write(path) as file:
                file.write(data)
            return
        with private_temp_folder(path.parent) as folder:
            for name, document in data.items():
                with atomic_write(folder / name) as file:
                    file.write(document)
            folder.rename(path)
        sync_folder(path.parent)
    except OSError:
        # The system's own words would hold the whole path.
        raise BundleError(
            _("“{name}” could not be written.").format(name=path.name),
            kept=_("What was there is as it was."),
            do=_("Choose a folder that you may write to, with room for it."),
        ) from None
