"""Creating, counting, listing, searching and checking an archive."""

from __future__ import annotations

import sys
from dataclasses import asdict, replace
from typing import Annotated

import typer

from workbench.commands.options import ArchiveFile, AsJson, PassphraseFile, Unfinished
from workbench.commands.withheld import LetOut, ShowWithheld, told
from workbench.domain.inputs import ProfileInput, checked
from workbench.domain.languages import UNKNOWN
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import (
    EXIT_KNOWN,
    ask_passphrase,
    key_parameters,
    opened_archive,
    print_json,
    print_line,
    progress_bar,
    say,
)

app = typer.Typer()


@app.command(help=_("Create an archive."))
def create(
    archive: ArchiveFile,
    passphrase_file: PassphraseFile = None,
    name: Annotated[str, typer.Option("--name", help=_("Your name, for the first profile."))] = "",
    initials: Annotated[str, typer.Option("--initials", help=_("Your initials."))] = "",
    language: Annotated[str, typer.Option("--language", metavar="TAG", help=_("Your language."))] = "",
) -> None:
    """Make an archive with its first profile; on a terminal the recovery words are shown once."""
    from workbench.services.archives import create_archive

    asked = sys.stdin.isatty() and passphrase_file is None
    name = name or (typer.prompt(_("Your name"), err=True) if asked else _("Archivist"))
    initials = initials or "".join(word[0] for word in name.split())[:6].upper()
    profile = checked(ProfileInput, name=name, initials=initials, language=language or active().language)
    passphrase = ask_passphrase(passphrase_file, new=True)
    created = create_archive(archive, passphrase, profile, parameters=key_parameters.get()[0])
    created.archive.close()
    say(_("Created {path}.").format(path=archive))
    if sys.stderr.isatty():
        say(_("Write these words down and keep them apart from the archive; they open it without the passphrase:"))
        say("  " + " ".join(created.words))
    else:
        say(_("Print the recovery sheet from the window: Archive, Recovery sheet."))


@app.command(help=_("Count everything in an archive."))
def info(archive: ArchiveFile, passphrase_file: PassphraseFile = None, as_json: AsJson = False) -> None:
    """Print counts of every kind, languages, and translation states."""
    from workbench.services.listings import COUNT_LABELS, STATE_LABELS
    from workbench.store.queries import overview

    with opened_archive(archive, passphrase_file, read_only=True) as opened:
        identity = opened.archive_id()
        with opened.read() as connection:
            found = overview.counts(connection)
            languages = overview.source_languages(connection)
            states = overview.translation_states(connection)
    if as_json:
        print_json({"archive": identity, "counts": found, "languages": languages, "translations": states})
        return
    book = active()
    print_line(_("Archive {id}").format(id=identity))
    for name, count in found.items():
        print_line(f"  {_(COUNT_LABELS[name]):<24} {book.number(count)}")
    print_line(_("Languages of the sources"))
    for tag, count in languages.items():
        print_line(f"  {book.language_name(tag or UNKNOWN):<24} {book.number(count)}")
    print_line(_("Translations"))
    for tag, by_state in states.items():
        shown = ", ".join(f"{_(STATE_LABELS[state])} {book.number(count)}" for state, count in by_state.items())
        print_line(f"  {book.language_name(tag):<24} {shown}")


@app.command("list", help=_("List what is in an archive."))
def list_(
    archive: ArchiveFile,
    what: Annotated[
        str, typer.Argument(metavar="sources|passages|persons|events|organisations|places|quotes|translations")
    ],
    outside: Annotated[
        bool, typer.Option("--outside", help=_("What may leave only: what is open, persons under their pseudonyms."))
    ] = False,
    include_unfinished: Unfinished = False,
    let_out: LetOut = None,
    show_withheld: ShowWithheld = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List one kind of thing, a line each."""
    from workbench.domain.bundle import EVERY_STATE
    from workbench.services.listings import LISTINGS
    from workbench.services.listings_outside import EVERYTHING, list_outside

    if what not in LISTINGS:
        raise typer.BadParameter(_("One of: {choices}.").format(choices=", ".join(LISTINGS)))
    if not outside and (let_out or show_withheld or include_unfinished):
        raise typer.BadParameter(_("--let-out, --show-withheld and --include-unfinished go with --outside."))
    with opened_archive(archive, passphrase_file, read_only=True) as opened:
        language = active().language
        choice = replace(EVERYTHING, states=EVERY_STATE) if include_unfinished else EVERYTHING
        choice = told(opened, choice, let_out, show=show_withheld) if outside else choice
        with opened.read() as connection:
            rows = list_outside(connection, what, language, choice) if outside else LISTINGS[what](connection, language)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        plain = (value for value in row.values() if not isinstance(value, list))
        print_line(clean_for_terminal("  ".join(str(value) for value in plain if value not in (None, ""))))


@app.command(help=_("Find words anywhere in an archive."))
def search(
    archive: ArchiveFile,
    query: Annotated[str, typer.Argument(metavar="QUERY")],
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Print every place where the words stand; names are found across scripts."""
    from workbench.languages.fold import fold
    from workbench.store.queries.search import search as find

    with opened_archive(archive, passphrase_file, read_only=True) as opened, opened.read() as connection:
        hits = find(connection, query, fold)
    if as_json:
        print_json([asdict(hit) for hit in hits])
        return
    for hit in hits:
        print_line(clean_for_terminal(f"{hit.kind:<12} {hit.excerpt}"))
    if not hits:
        say(_("Nothing found."))


@app.command(help=_("Check an archive: pages, log, originals, every passage."))
def check(archive: ArchiveFile, passphrase_file: PassphraseFile = None, as_json: AsJson = False) -> int:
    """Read everything in an archive once and say what is not as it should be."""
    from workbench.services.checks import check_archive

    with opened_archive(archive, passphrase_file, read_only=True) as opened, progress_bar(_("Checking")) as progress:
        report = check_archive(opened, progress)
    if as_json:
        print_json({"sound": report.sound, **asdict(report)})
    else:
        for problem in report.problems:
            print_line(clean_for_terminal(f"{problem.what:<9} {problem.where}"))
        if report.sound:
            line = _(
                "Everything is as it should be: {changes} changes, {blobs} texts and originals, {passages} passages."
            )
            print_line(line.format(changes=report.changes, blobs=report.blobs, passages=report.passages))
    if report.sound:
        return 0
    say(ngettext("{n} problem found.", "{n} problems found.", len(report.problems)).format(n=len(report.problems)))
    return EXIT_KNOWN
