"""The window and the demonstration."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.i18n import _, active
from workbench.terminal import (
    EXIT_KNOWN,
    key_parameters,
    print_line,
    say,
)

app = typer.Typer()


@app.command(hidden=True)
def window(archive: Annotated[Path | None, typer.Argument(metavar="[ARCHIVE]")] = None) -> int:
    """Open the window."""
    from workbench.app import run_window
    from workbench.vault.keys import read_salt

    if archive is not None:
        read_salt(archive)  # what is no archive is said here, where a mistyped command is seen
    return run_window(archive)


@app.command(help=_("Do the main job on the sample article, start to end; no display is needed."))
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_("Where to put what it makes."))] = Path(
        "workbench-demo"
    ),
) -> int:
    """Make an archive from the sample, export, verify, check, and draw the main window."""
    from workbench.app import render_main_window
    from workbench.services.demo import MADE, PASSPHRASE, demonstrate
    from workbench.vault.files import private_temp_folder

    def tell(step: str) -> None:
        say(f"· {step} …")

    made = demonstrate(out, tell, parameters=key_parameters.get()[0])
    try:
        picture = out / MADE[2]
        tell(_("Drawing the main window"))
        with private_temp_folder(out) as folder:
            settings = folder / "settings.ini"
            language = active().language
            render_main_window(made.archive, made.author_id, picture, settings_path=settings, language=language)
    finally:
        made.archive.close()
    found, book = made.counts, active()
    print_line(_("Archive:    {path} (passphrase: {passphrase})").format(path=out / MADE[0], passphrase=PASSPHRASE))
    line = _(
        "            sources {sources}, passages {passages}, persons {persons}, events {events},"
        " quotes {quotes}, translations {translations}"
    )
    print_line(
        line.format(
            sources=book.number(found["sources"]),
            passages=book.number(found["passages"]),
            persons=book.number(found.get("person", 0)),
            events=book.number(found.get("event", 0)),
            quotes=book.number(found["quotes"]),
            translations=book.number(found["translations"]),
        )
    )
    whole = _("whole") if made.verdict.whole else _("DAMAGED")
    print_line(
        _("Bundle:     {path} (files: {files}, {state})").format(
            path=out / MADE[1], files=made.report.files, state=whole
        )
    )
    print_line(_("Page:       {path}").format(path=out / MADE[1] / "data" / "index.html"))
    print_line(_("Screenshot: {path}").format(path=picture))
    sound = made.check.sound
    print_line(
        _("Check:      {state}").format(state=_("everything is as it should be") if sound else _("PROBLEMS FOUND"))
    )
    return 0 if made.verdict.whole and sound else EXIT_KNOWN
