"""Sending quotes to a translator outside, and taking in what came back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.commands.bundles import tags_of
from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.commands.withheld import LetOut, ShowWithheld, told
from workbench.domain.exchange import ExchangeFormat, Sent
from workbench.domain.kinds import Trouble
from workbench.i18n import _, active, ngettext
from workbench.terminal import author_of, opened_archive, print_json, print_line, progress_bar, say

app = typer.Typer()


@app.command(help=_("Write quotes for a translator outside."))
def send(
    archive: ArchiveFile,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_("A new folder for the files."))],
    languages: Annotated[str, typer.Option("--languages", metavar="TAGS", help=_("Languages, with commas."))],
    form: Annotated[ExchangeFormat, typer.Option("--format", help=_("What to write."))] = ExchangeFormat.XLIFF,
    needs: Annotated[
        str,
        typer.Option(
            "--needs",
            metavar="STATES",
            help=_("Only what is so: missing, draft, review, reviewed, final, stale; with commas."),
        ),
    ] = "",
    let_out: LetOut = None,
    show_withheld: ShowWithheld = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Send every quote that is open and waits for what was asked; choosing one by one is done in the window."""
    from workbench.services.sending import EVERYTHING_OPEN, SendChoice
    from workbench.services.sending import send as write
    from workbench.store.queries.quotes import Need

    tags = tags_of(languages)
    wanted = [word.strip() for word in needs.split(",") if word.strip()]
    if not {need.value for need in Need}.issuperset(wanted):
        raise typer.BadParameter(_("--needs takes: {choices}.").format(choices=", ".join(need.value for need in Need)))
    with opened_archive(archive, passphrase_file, read_only=True) as opened:
        keys = told(opened, EVERYTHING_OPEN, let_out, show=show_withheld).let_out
        choice = SendChoice(tags, form, frozenset(map(Need, wanted)), let_out=keys)
        with progress_bar(_("Sending")) as progress:
            sent = write(opened, choice, out, progress=progress)
    _say_sent(sent, out, as_json=as_json)


def _say_sent(sent: Sent, out: Path, *, as_json: bool) -> None:
    number = active().number
    if as_json:
        print_json({"path": str(out), **asdict(sent)})
    else:
        line = ngettext("{path}: {n} file", "{path}: {n} files", sent.files)
        print_line(line.format(path=out, n=number(sent.files)))
    if sent.stay:
        line = ngettext(
            "{n} quote stays in the room: it is not open.", "{n} quotes stay in the room: they are not open.", sent.stay
        )
        say(line.format(n=number(sent.stay)))


@app.command("take-in", help=_("Take in what a translator sent back, as proposals."))
def take_in(
    archive: ArchiveFile,
    files: Annotated[list[Path], typer.Argument(metavar="FILE…")],
    translator: Annotated[str, typer.Option("--translator", metavar="NAME", help=_("Who has translated this."))],
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Take in files as one operation; one that cannot be read stops it before anything is written."""
    from workbench.services.proposals import read_returned_file, take_in_all, taken_words

    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        returned = [read_returned_file(file) for file in files]
        taken = opened.perform(take_in_all(returned, translator), author_id=author_id).value
    if as_json:
        print_json(asdict(taken))
        return
    number = active().number
    line = ngettext("{n} proposal", "{n} proposals", taken.proposals)
    print_line(line.format(n=number(taken.proposals)))
    for trouble, count in taken.troubles.items():
        words = TROUBLES[trouble](count)
        if words:
            say(words.format(n=number(count)))
    if left := taken_words(taken):
        say(left)


TROUBLES: dict[Trouble, Callable[[int], str]] = {
    Trouble.NONE: lambda _count: "",
    Trouble.UNKNOWN: lambda n: ngettext(
        "{n} proposal belongs to no quote of this archive.", "{n} proposals belong to no quote of this archive.", n
    ),
    Trouble.CHANGED: lambda n: ngettext(
        "{n} proposal was made from other words than the quote has now.",
        "{n} proposals were made from other words than the quotes have now.",
        n,
    ),
    Trouble.DOUBLED: lambda n: ngettext(
        "{n} proposal is one of several for the same quote.", "{n} proposals are several for the same quote.", n
    ),
    Trouble.LANGUAGE: lambda n: ngettext(
        "{n} proposal is in a language that its quote was not sent for.",
        "{n} proposals are in languages that their quotes were not sent for.",
        n,
    ),
}
"""What is wrong with some proposals, with a place for how many."""
