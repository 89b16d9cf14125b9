"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.i18n import _
from workbench.terminal import PASSPHRASE_VARIABLE

ArchiveFile = Annotated[Path, typer.Argument(metavar="ARCHIVE", help=_("The archive file."))]
PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file",
        metavar="FILE",
        envvar=PASSPHRASE_VARIABLE,
        help=_("A file whose first line is the passphrase; without it you are asked."),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Print one JSON document."))]
Unfinished = Annotated[
    bool,
    typer.Option("--include-unfinished", help=_("Translations that are not final too; each says how far it has come.")),
]
Author = Annotated[
    str | None, typer.Option("--profile", metavar="INITIALS", help=_("Who does this; the first profile otherwise."))
]
