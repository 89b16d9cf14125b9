"""What leaves an archive, and checking what left."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile, Unfinished
from workbench.commands.withheld import LetOut, ShowWithheld, told
from workbench.domain.kinds import Level
from workbench.domain.languages import WORKING_LANGUAGES, normal_tag
from workbench.domain.sensitivity import LEVELS
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import (
    EXIT_KNOWN,
    author_of,
    opened_archive,
    print_json,
    print_line,
    progress_bar,
    say,
)

if TYPE_CHECKING:
    from workbench.exporters.bag import BundleReport

app = typer.Typer()


@app.command(help=_("Export a bundle that a stranger can verify."))
def export(
    archive: ArchiveFile,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_("A new folder for the bundle."))],
    languages: Annotated[
        str, typer.Option("--languages", metavar="TAGS", help=_("Languages, with commas."))
    ] = ",".join(WORKING_LANGUAGES),
    title: Annotated[str, typer.Option("--title", help=_("The bundle’s title."))] = "",
    level: Annotated[
        str,
        typer.Option("--level", metavar="LEVEL", help=_("The strictest level that leaves: open, restricted, secret.")),
    ] = Level.OPEN.value,
    include_unfinished: Unfinished = False,
    let_out: LetOut = None,
    show_withheld: ShowWithheld = False,
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Export everything in an archive; choosing a part is done in the window."""
    from workbench.domain.bundle import EVERY_STATE, FINAL_ONLY, BundleChoice
    from workbench.services.bundles import export_bundle, usual_title

    tags = tags_of(languages)
    if level not in LEVELS:
        raise typer.BadParameter(_("--level takes one of: {choices}.").format(choices=", ".join(LEVELS)))
    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        states = EVERY_STATE if include_unfinished else FINAL_ONLY
        choice = BundleChoice(title or usual_title(opened), tags, states=states, level=Level(level))
        choice = told(opened, choice, let_out, show=show_withheld, author=author)
        with progress_bar(_("Exporting")) as progress:
            report = export_bundle(opened, choice, out, author_id=author_id, progress=progress).value
    _print_report(report, as_json=as_json)


def _print_report(report: BundleReport, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "path": str(report.path),
                "files": report.files,
                "bytes": report.bytes,
                "manifest": report.manifest_digest,
            }
        )
        return
    line = ngettext("{path}: {n} file", "{path}: {n} files", report.files)
    print_line(line.format(path=report.path, n=active().number(report.files)))


def tags_of(text: str) -> tuple[str, ...]:
    """Return the languages of an option, each once.

    Raises:
        typer.BadParameter: no tags, or of a language that bundles are not made in.
    """
    try:
        tags = tuple(dict.fromkeys(normal_tag(tag) for tag in text.split(",") if tag.strip()))
    except ValueError:
        raise typer.BadParameter(_("--languages takes tags such as be,ru,lt,en.")) from None
    unknown = [tag for tag in tags if tag not in WORKING_LANGUAGES]
    if unknown or not tags:
        raise typer.BadParameter(_("Bundles are made in: {choices}.").format(choices=", ".join(WORKING_LANGUAGES)))
    return tags


@app.command(help=_("Check a bundle without any archive."))
def verify(
    bundle: Annotated[Path, typer.Argument(metavar="BUNDLE")],
    as_json: AsJson = False,
) -> int:
    """Say what in a bundle is damaged, missing or added."""
    from workbench.exporters.verify import verify_bundle

    with progress_bar(_("Verifying")) as progress:
        verdict = verify_bundle(bundle, progress=progress)
    if as_json:
        print_json({"whole": verdict.whole, **asdict(verdict)})
    else:
        for finding in verdict.findings:
            print_line(clean_for_terminal(f"{finding.kind:<8} {finding.path}  {finding.detail}"))
        if verdict.whole:
            print_line(
                ngettext("The bundle is whole: {n} file.", "The bundle is whole: {n} files.", verdict.files).format(
                    n=active().number(verdict.files)
                )
            )
    if verdict.whole:
        return 0
    count = len(verdict.findings)
    say(ngettext("{n} problem found.", "{n} problems found.", count).format(n=count))
    return EXIT_KNOWN
