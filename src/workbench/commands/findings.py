"""What the checks find in the translations, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.commands.options import ArchiveFile, AsJson, PassphraseFile
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import opened_archive, print_json, print_line, progress_bar, say

if TYPE_CHECKING:
    from workbench.services.findings import Found

app = typer.Typer()


@app.command(help=_("List what the checks find in the translations."))
def findings(
    archive: ArchiveFile,
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help=_("Translations into this language only."))
    ] = "",
    let_stand: Annotated[
        bool, typer.Option("--let-stand", help=_("What somebody lets stand too, with the reason."))
    ] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List findings, a line each, in the order of the quotes."""
    from workbench.services.findings import findings_in
    from workbench.services.terms import Finder
    from workbench.store.queries.overview import profiles
    from workbench.store.queries.quotes import list_quotes

    if language and language not in WORKING_LANGUAGES:
        raise typer.BadParameter(_("One of: {choices}.").format(choices=", ".join(WORKING_LANGUAGES)))
    with opened_archive(archive, passphrase_file, read_only=True) as opened, opened.read() as connection:
        people = {row.id: row.initials for row in profiles(connection)}
        quotes = list_quotes(connection, active().language)
        with progress_bar(_("Checking all translations")) as progress:
            found = findings_in(connection, Finder(), quotes, progress)
    rows = [
        row
        for each in found
        if language in ("", each.translation.language)
        for row in _rows(each, people)
        if let_stand or row["let_stand"] is None
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        print_line(clean_for_terminal(_line(row)))
    count = ngettext("{n} finding", "{n} findings", len(rows)).format(n=active().number(len(rows)))
    say(count)


def _rows(found: Found, people: dict[str, str]) -> list[dict[str, Any]]:
    """Return the findings of a translation as they are printed as JSON; `words` are the target's and the quote's."""
    rows = []
    for judged in found.judged:
        waiver = judged.waiver
        stands = None
        if waiver is not None:
            stands = {"reason": waiver.reason, "by": people.get(waiver.author_id or "", "")}
        rows.append(
            {
                "quote_id": found.quote.id,
                "translation_id": found.translation.id,
                "language": found.translation.language,
                "check": judged.finding.key.value,
                "severity": judged.finding.severity.value,
                "message": judged.finding.text(),
                "words": judged.words.split("\n"),
                "let_stand": stands,
            }
        )
    return rows


def _line(row: dict[str, Any]) -> str:
    words = f"{row['quote_id']}  {row['language']}  {row['severity']:<7}  {row['message']}"
    stands = row["let_stand"]
    if stands is None:
        return words
    told = _("Let stand by {who}: {reason}").format(who=stands["by"] or "?", reason=stands["reason"])
    return f"{words}  ({told})"
