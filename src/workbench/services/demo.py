"""The main job on the sample article, start to end: what `workbench demo` and `make run` show."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from workbench.domain.bundle import EVERY_STATE, BundleChoice, Verdict
from workbench.domain.errors import BundleError
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.exporters.bag import BundleReport
from workbench.exporters.verify import verify_bundle
from workbench.i18n import _
from workbench.services.archives import create_archive
from workbench.services.bundles import export_bundle
from workbench.services.checks import CheckReport, check_archive
from workbench.services.sample import Loaded, first_profile, load_sample
from workbench.store.archive import Archive
from workbench.store.queries.overview import counts
from workbench.vault.keys import PARAMETERS, Parameters

PASSPHRASE = "sample archive of the skaryna workbench"  # noqa: S105 - the sample is public, and says so
MADE = ("sample.archive", "bundle", "window.png")
"""What a demonstration leaves in its folder."""


@dataclass(frozen=True, slots=True)
class Demonstrated:
    """What the demonstration made, for the caller to tell and to draw; the archive is open."""

    archive: Archive
    author_id: str
    loaded: Loaded
    counts: dict[str, int]
    report: BundleReport
    verdict: Verdict
    check: CheckReport


def prepare_folder(folder: Path) -> None:
    """Make the folder, and clear what an earlier demonstration left in it.

    Raises:
        BundleError: there are other things in it; nothing is touched then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {entry.name for entry in folder.iterdir()}
    if names - set(MADE):
        raise BundleError(
            _("The folder “{name}” has other things in it.").format(name=folder.name),
            kept=_("Nothing was touched."),
            do=_("Choose an empty folder."),
        )
    for name in names:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def demonstrate(folder: Path, tell: Callable[[str], None], *, parameters: Parameters = PARAMETERS[0]) -> Demonstrated:
    """Create an archive, do the sample's work in it, export a bundle, verify it, check the archive.

    `tell` is given one line before each step.
    """
    prepare_folder(folder)
    tell(_("Creating an encrypted archive"))
    created = create_archive(folder / MADE[0], PASSPHRASE, first_profile(), parameters=parameters)
    tell(_("Importing the sample article and doing its reference work"))
    loaded = load_sample(created.archive, created.profile_id)
    tell(_("Exporting a bundle in four languages"))
    choice = BundleChoice(
        _("The sample of the Skaryna Workbench"), WORKING_LANGUAGES, states=EVERY_STATE, include_notes=True
    )
    outcome = export_bundle(created.archive, choice, folder / MADE[1], author_id=created.profile_id)
    tell(_("Verifying the bundle without the archive"))
    verdict = verify_bundle(folder / MADE[1])
    tell(_("Checking the archive"))
    check = check_archive(created.archive)
    with created.archive.read() as connection:
        found = counts(connection)
    return Demonstrated(created.archive, created.profile_id, loaded, found, outcome.value, verdict, check)
