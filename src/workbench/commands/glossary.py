"""The glossary in and out, as TBX or CSV."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.i18n import _, active, ngettext
from workbench.terminal import author_of, opened_archive, print_json, print_line

app = typer.Typer()


@app.command("glossary-in", help=_("Add the entries of a TBX or CSV file to the glossary."))
def glossary_in(
    archive: ArchiveFile,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Take a glossary in as one operation; entries that are there already stay as they are."""
    from workbench.services.glossary import read_glossary_file, take_in_glossary

    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        taken = opened.perform(take_in_glossary(read_glossary_file(file)), author_id=author_id).value
    if as_json:
        print_json(asdict(taken))
        return
    number = active().number
    print_line(ngettext("{n} entry was added.", "{n} entries were added.", taken.added).format(n=number(taken.added)))
    if taken.left_out:
        lost = ngettext("{n} thing does not fit a glossary.", "{n} things do not fit a glossary.", taken.left_out)
        print_line(lost.format(n=number(taken.left_out)))


@app.command("glossary-out", help=_("Write the glossary as TBX, or as CSV where the file is named so."))
def glossary_out(
    archive: ArchiveFile,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help=_("A new file."))],
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Write what may leave of the glossary."""
    from workbench.services.glossary import export_glossary

    with opened_archive(archive, passphrase_file, read_only=True) as opened:
        count = export_glossary(opened, out)
    if as_json:
        print_json({"path": str(out), "entries": count})
    else:
        words = ngettext("{n} entry was written.", "{n} entries were written.", count)
        print_line(words.format(n=active().number(count)))
