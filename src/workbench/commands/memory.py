"""The translation memory, from the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import author_of, opened_archive, print_json, print_line, progress_bar

app = typer.Typer()
memory = typer.Typer(help=_("The translation memory."))
app.add_typer(memory, name="memory")


@memory.command("import", help=_("Take a TMX file, or the folder of a bundle, into the translation memory."))
def take_in(
    archive: ArchiveFile,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Take a file in as one operation: all of it, or nothing."""
    from workbench.services.memory_in import read_batch
    from workbench.services.memory_in import take_in as act

    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        title = _("Taking into the memory")
        with progress_bar(title) as progress, opened.activity("add_batch", file.name):
            taken = opened.perform(act(read_batch(file, progress)), author_id=author_id).value
    if as_json:
        print_json({"batch": taken.batch_id, "units": taken.units, "left_out": taken.left_out})
        return
    line = ngettext("{n} unit of “{name}” is in the memory.", "{n} units of “{name}” are in the memory.", taken.units)
    print_line(clean_for_terminal(line.format(n=active().number(taken.units), name=taken.label)))
