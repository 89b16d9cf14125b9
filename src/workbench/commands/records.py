"""Records in and out by tables and the formats of others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.commands.bundles import tags_of
from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.commands.withheld import LetOut, ShowWithheld, told
from workbench.domain.errors import InputError
from workbench.domain.kinds import RecordFormat, RecordKind
from workbench.domain.languages import WORKING_LANGUAGES
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.terminal import author_of, opened_archive, print_json, print_line, progress_bar, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from workbench.domain.row_mapping import RowMapping
    from workbench.importers.rows import Sheet
    from workbench.services.row_plan import Plan
    from workbench.services.rows import Own

app = typer.Typer()


@app.command(help=_("Bring in the rows of a CSV or XLSX table as records."))
def rows(
    archive: ArchiveFile,
    file: Annotated[Path, typer.Argument(metavar="FILE")],
    mapping: Annotated[
        Path | None, typer.Option("--mapping", metavar="FILE.json", help=_("What the columns are; proposed otherwise."))
    ] = None,
    sheet: Annotated[str, typer.Option("--sheet", help=_("The sheet of a workbook; the first one otherwise."))] = "",
    kind: Annotated[RecordKind, typer.Option("--kind", help=_("What the rows are."))] = RecordKind.PERSON,
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help=_("The language of the texts in the table."))
    ] = "en",
    event: Annotated[str, typer.Option("--event", help=_("An event that all of them took part in."))] = "",
    leave_out: Annotated[bool, typer.Option("--leave-out", help=_("Leave out rows with problems."))] = False,
    take_proposals: Annotated[
        bool, typer.Option("--take-proposals", help=_("Take what is proposed of rows that are not sure."))
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Write nothing: print the mapping, the problems and the rows."))
    ] = False,
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Bring in the rows of a table in one operation, or say what stands in the way."""
    from workbench.domain.row_mapping import mapping_to_json
    from workbench.services.rows import plan, read_rows_file
    from workbench.services.rows_in import bring_in
    from workbench.store.queries.vocabulary import own_properties

    tables = read_rows_file(file)
    chosen = next((each for each in tables.sheets if not sheet or each.name == sheet), None)
    if chosen is None:
        raise InputError(_("There is no such sheet in the workbook."), field="sheet")
    with opened_archive(archive, passphrase_file, read_only=dry_run) as opened:
        with opened.read() as connection:
            given = _mapping(mapping, chosen, kind, tags_of(language)[0], own_properties(connection))
            given = replace(given, event=event or given.event, leave_out=leave_out or given.leave_out)
            made = plan(tables, chosen, given, connection)
            _say_plan(connection, made, file.name, rows=dry_run)
        if dry_run:
            print_line(mapping_to_json(given).rstrip())
            return
        if not take_proposals:
            _check_decided(made)
        with progress_bar(_("Bringing in rows")) as progress, opened.activity("bring_in_rows", file.name):
            done = opened.perform(bring_in(made, progress), author_id=author_of(opened, author)).value
    if as_json:
        print_json(
            {"created": done.created, "added_to": done.added_to, "left_out": done.left_out, "source": done.source_id}
        )
        return
    count = active().number(done.created)
    print_line(ngettext("{n} new record", "{n} new records", done.created).format(n=count))


def _mapping(file: Path | None, sheet: Sheet, kind: RecordKind, language: str, own: Own) -> RowMapping:
    from workbench.services.row_files import read_mapping_file
    from workbench.services.rows import propose_mapping

    return propose_mapping(sheet, kind, language, own=own) if file is None else read_mapping_file(file)


def _say_plan(connection: Connection, plan: Plan, name: str, *, rows: bool) -> None:
    """Say what is wrong where, and with `rows` what each row becomes, of which record."""
    from workbench.services.row_plan import outcome
    from workbench.store.queries.records import record_names

    def line(number: int, column: int | None, words: str) -> None:
        shown = plan.sheet.lines[number] if number >= 0 else 0
        place = ":".join(str(n) for n in (shown, *(() if column is None else (column + 1,))) if n)
        say(clean_for_terminal(f"{name}:{place}: {words}"))

    for problem in (*plan.problems, *(each for row in plan.rows for each in row.problems)):
        line(problem.row, problem.column, problem.reason)
    if rows:
        ids = sorted({row.record_id for row in plan.rows if row.record_id})
        names = record_names(connection, ids, active().language)
        for row in plan.rows:
            parts = (row.name, outcome(row, plan), names.get(row.record_id, ""), "" if row.sure else _("not sure"))
            line(row.number, None, " · ".join(part for part in parts if part))


def _check_decided(plan: Plan) -> None:
    count = len(plan.undecided())
    if count:
        raise InputError(
            ngettext(
                "{n} row may be a record that the archive has, and nobody has decided it.",
                "{n} rows may be records that the archive has, and nobody has decided them.",
                count,
            ).format(n=active().number(count)),
            kept=_("Nothing was brought in."),
            do=_("See them with --dry-run; then give --take-proposals, or bring them in with the window."),
        )


@app.command("export-records", help=_("Write the records by themselves: FollowTheMoney, EAC-CPF, CSV or XLSX."))
def export_records(
    archive: ArchiveFile,
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help=_("A new file; a new folder for EAC-CPF."))],
    form: Annotated[RecordFormat, typer.Option("--format", help=_("What to write."))] = RecordFormat.FTM,
    languages: Annotated[
        str, typer.Option("--languages", metavar="TAGS", help=_("Languages, with commas."))
    ] = ",".join(WORKING_LANGUAGES),
    let_out: LetOut = None,
    show_withheld: ShowWithheld = False,
    passphrase_file: PassphraseFile = None,
) -> None:
    """Write every record that may leave the room."""
    from workbench.domain.bundle import BundleChoice
    from workbench.services.bundles import usual_title
    from workbench.services.record_export import export_records as write

    tags = tags_of(languages)
    with opened_archive(archive, passphrase_file, read_only=True) as opened:
        choice = BundleChoice(usual_title(opened), tags, include_originals=False)
        count = write(opened, told(opened, choice, let_out, show=show_withheld), form, out)
    print_line(ngettext("{path}: {n} record", "{path}: {n} records", count).format(path=out, n=active().number(count)))
