"""What comes into an archive: sources and annotations."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.domain.errors import ArchiveError, WorkbenchError
from workbench.domain.inputs import Provenance, checked
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, ngettext
from workbench.terminal import (
    EXIT_KNOWN,
    author_of,
    opened_archive,
    print_json,
    print_line,
    progress_bar,
    say,
)

app = typer.Typer()


@app.command("import", help=_("Import texts and saved web pages."))
def import_(
    archive: ArchiveFile,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help=_("The language, where the proposal is wrong."))
    ] = "",
    title: Annotated[str, typer.Option("--title", help=_("The title, for a single file."))] = "",
    published: Annotated[str, typer.Option("--published", metavar="EDTF", help=_("When it was published."))] = "",
    url: Annotated[str, typer.Option("--url", help=_("Its address."))] = "",
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> int:
    """Import files one by one; one that cannot be read does not stop the others."""
    from workbench.services import sources

    if len(files) > 1 and (title or url):
        raise typer.BadParameter(_("--title and --url fit a single file only."))
    corrections = {"language": language, "title": title, "published": published, "address": url}
    corrections = {key: value for key, value in corrections.items() if value}
    checked(Provenance, **corrections)
    done, failed = [], 0
    with opened_archive(archive, passphrase_file) as opened, progress_bar(_("Importing")) as progress:
        author_id = author_of(opened, author)
        for number, file in enumerate(files):
            progress(number, len(files))
            try:
                incoming = sources.read_file(file)
                given = checked(Provenance, **{**incoming.provenance.model_dump(), **corrections})
                incoming = sources.Incoming(incoming.original, incoming.reading, given)
                with opened.activity("import_source", file.name):
                    imported = opened.perform(sources.import_source(incoming), author_id=author_id).value
            except WorkbenchError as error:
                if len(files) == 1:
                    raise
                failed += 1
                say(clean_for_terminal(f"{file.name}: {error}"))
                if isinstance(error, ArchiveError):  # a full disk is full for the others as well
                    _say_left(len(files) - number - 1)
                    break
                continue
            for warning in incoming.reading.warnings:
                say(clean_for_terminal(f"{file.name}: {warning}"))
            done.append(
                {
                    "id": imported.source_id,
                    "file": file.name,
                    "title": given.title,
                    "language": given.language,
                    "published": given.published,
                    "sha256": incoming.original.digest,
                    "characters": len(incoming.reading.structured.text),
                }
            )
    if as_json:
        print_json(done)
    else:
        for row in done:
            print_line(clean_for_terminal(f"{row['id']}  {row['language'] or '?'}  {row['title']}"))
    return EXIT_KNOWN if failed else 0


def _say_left(count: int) -> None:
    if count:
        say(ngettext("{n} more file was not tried.", "{n} more files were not tried.", count).format(n=count))


@app.command(help=_("Bring in W3C Web Annotations, onto sources found by digest or quote."))
def annotate(
    archive: ArchiveFile,
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonld")],
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Place the annotations of a file; those whose place is not certain are counted with the reason."""
    from workbench.services.annotate import annotate as placing
    from workbench.services.annotate import read_annotation_file

    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        given = read_annotation_file(file)
        with opened.activity("annotate", file.name):
            result = opened.perform(placing(given), author_id=author_id).value
    if as_json:
        print_json(asdict(result))
        return
    print_line(ngettext("{n} annotation placed", "{n} annotations placed", result.placed).format(n=result.placed))
    if result.known:
        say(ngettext("{n} was here already", "{n} were here already", result.known).format(n=result.known))
    if result.drafts:
        line = ngettext(
            "{n} translation came in as a draft: its review elsewhere does not count here",
            "{n} translations came in as drafts: their review elsewhere does not count here",
            result.drafts,
        )
        say(line.format(n=result.drafts))
    for reason, count in result.reasons.items():
        say(ngettext("{n} not placed: {reason}", "{n} not placed: {reason}", count).format(n=count, reason=_(reason)))
