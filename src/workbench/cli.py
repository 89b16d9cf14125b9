"""The command line: the same services as the window.

Standard output carries the answer (one JSON document with `--json`), everything else goes to
standard error. Exit status: 0 done, 1 a known error in one line, 2 wrong usage, 70 a bug.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workbench import __version__
from workbench.domain.crashes import crash_report
from workbench.domain.errors import ArchiveError, WorkbenchError
from workbench.domain.inputs import ProfileInput, Provenance, checked
from workbench.domain.languages import UNKNOWN, WORKING_LANGUAGES, normal_tag
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import (
    PASSPHRASE_VARIABLE,
    ask_passphrase,
    author_of,
    flush_answer,
    give_up_answer,
    key_parameters,
    opened_archive,
    print_json,
    print_line,
    progress_bar,
    say,
)
from workbench.vault.keys import PARAMETERS, Parameters

EXIT_KNOWN, EXIT_USAGE, EXIT_BUG, EXIT_INTERRUPTED = 1, 2, 70, 130


class _Commands(TyperGroup):
    """Lets `workbench ARCHIVE` open the window: a first word that is no command is a file."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and not args[0].startswith("-")):
            args = ["window", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    cls=_Commands,
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=_("Document what was said and done, offline, in one encrypted archive."),
    epilog=_("workbench [ARCHIVE] opens the window."),
)

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
Author = Annotated[
    str | None, typer.Option("--profile", metavar="INITIALS", help=_("Who does this; the first profile otherwise."))
]


def run(arguments: Sequence[str] | None = None, *, parameters: tuple[Parameters, ...] = PARAMETERS) -> int:
    """Run one command and return its exit status; tests give cheaper parameters for the keys."""
    key_parameters.set(parameters)
    try:
        status = app(args=list(arguments) if arguments is not None else None, standalone_mode=False)
        flush_answer()
    except WorkbenchError as error:
        say(_("Error: {text}").format(text=clean_for_terminal(str(error))))
        return EXIT_KNOWN
    except (typer.Abort, KeyboardInterrupt):
        return EXIT_INTERRUPTED
    except typer.TyperException as error:
        show: Callable[[], None] | None = getattr(error, "show", None)  # usage errors know their command's usage
        show() if show else say(str(error))
        return EXIT_USAGE
    except BrokenPipeError:
        give_up_answer()
        return EXIT_KNOWN
    except Exception as error:  # noqa: BLE001 - the one place where the command line's bugs arrive
        # Python's own report would print values, which may be archive content.
        say(
            _("This is a bug of the program. The archive keeps everything that was saved.") + "\n" + crash_report(error)
        )
        return EXIT_BUG
    return status if isinstance(status, int) else 0


def _print_version(asked: bool) -> None:
    if asked:
        print_line(f"workbench {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help=_("Print the version."), is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    del version  # answered before any command is looked for


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
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """List one kind of thing, a line each."""
    from workbench.services.listings import LISTINGS

    if what not in LISTINGS:
        raise typer.BadParameter(_("One of: {choices}.").format(choices=", ".join(LISTINGS)))
    with opened_archive(archive, passphrase_file, read_only=True) as opened, opened.read() as connection:
        rows = LISTINGS[what](connection, active().language)
    if as_json:
        print_json(rows)
        return
    for row in rows:
        plain = (value for value in row.values() if not isinstance(value, list))
        print_line(clean_for_terminal("  ".join(str(value) for value in plain if value not in (None, ""))))


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


@app.command(help=_("Export a bundle that a stranger can verify."))
def export(
    archive: ArchiveFile,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help=_("A new folder for the bundle."))],
    languages: Annotated[
        str, typer.Option("--languages", metavar="TAGS", help=_("Languages, with commas."))
    ] = ",".join(WORKING_LANGUAGES),
    title: Annotated[str, typer.Option("--title", help=_("The bundle’s title."))] = "",
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Export everything in an archive; choosing a part is done in the window."""
    from workbench.domain.bundle import BundleChoice
    from workbench.services.bundles import export_bundle, usual_title

    tags = _tags(languages)
    with opened_archive(archive, passphrase_file) as opened, progress_bar(_("Exporting")) as progress:
        author_id = author_of(opened, author)
        choice = BundleChoice(title or usual_title(opened), tags)
        report = export_bundle(opened, choice, out, author_id=author_id, progress=progress).value
    document = {
        "path": str(report.path),
        "files": report.files,
        "bytes": report.bytes,
        "manifest": report.manifest_digest,
    }
    if as_json:
        print_json(document)
    else:
        print_line(
            ngettext("{path}: {n} file", "{path}: {n} files", report.files).format(
                path=report.path, n=active().number(report.files)
            )
        )


def _tags(text: str) -> tuple[str, ...]:
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
