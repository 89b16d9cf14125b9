"""Machine models, from the command line: known, added, removed, and put to work."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.commands.bundles import tags_of
from workbench.commands.options import ArchiveFile, AsJson, Author, PassphraseFile
from workbench.domain.errors import InputError
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _, active, ngettext
from workbench.store.archive import Archive
from workbench.store.queries.machine import ModelRow, list_models
from workbench.terminal import author_of, opened_archive, print_json, print_line, progress_bar, say

app = typer.Typer()
machine = typer.Typer(help=_("Models that translate by machine; what they say is a proposal."))
app.add_typer(machine, name="machine")

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help=_("The model’s folder, in CTranslate2’s format."))]


@machine.command("list", help=_("List the models that the archive knows."))
def list_all(archive: ArchiveFile, passphrase_file: PassphraseFile = None, as_json: AsJson = False) -> None:
    """Say each model's languages, size and digest."""
    with opened_archive(archive, passphrase_file, read_only=True) as opened, opened.read() as connection:
        models = list_models(connection)
    if as_json:
        print_json([asdict(model) for model in models])
        return
    for model in models:
        pair = f"{','.join(model.sources)} → {','.join(model.targets)}"
        print_line(clean_for_terminal(f"{model.label} · {pair} · {model.digest}"))


@machine.command("add", help=_("Have the archive know a model by the digest of its folder."))
def add(
    archive: ArchiveFile,
    folder: Folder,
    source: Annotated[str, typer.Option("--from", metavar="TAG", help=_("The language it translates from."))] = "",
    target: Annotated[str, typer.Option("--into", metavar="TAG", help=_("The language it translates into."))] = "",
    label: Annotated[str, typer.Option("--label", help=_("What it is called; the folder’s name otherwise."))] = "",
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Look at a folder and add it; languages that the folder says itself need not be given."""
    from workbench.domain.inputs import MachineModelInput, checked
    from workbench.languages.machine.process import look_at
    from workbench.services.machine import add_model

    with progress_bar(_("Reading a machine model")) as progress:
        found = look_at(folder, progress=progress)
    sources, targets = (source,) if source else found.sources, (target,) if target else found.targets
    if not (sources and targets):
        raise typer.BadParameter(_("The folder does not say its languages: give --from and --into."))
    given = checked(MachineModelInput, label=label or folder.absolute().name, sources=sources, targets=targets)
    with opened_archive(archive, passphrase_file) as opened:
        model_id = opened.perform(add_model(given, found), author_id=author_of(opened, author)).value
    if as_json:
        print_json({"model": model_id, "digest": found.digest, "sources": sources, "targets": targets})
    else:
        print_line(found.digest)


@machine.command("remove", help=_("Remove a model, and what it has proposed, by its digest."))
def remove(
    archive: ArchiveFile,
    digest: Annotated[str, typer.Argument(metavar="SHA-256", help=_("Its digest, or the beginning of it."))],
    passphrase_file: PassphraseFile = None,
    author: Author = None,
) -> None:
    """Remove the one model whose digest begins so."""
    from workbench.services.machine import remove_model

    with opened_archive(archive, passphrase_file) as opened:
        model = _known(opened, digest)
        count = opened.perform(remove_model(model.id), author_id=author_of(opened, author)).value
    line = ngettext("{n} proposal went with it.", "{n} proposals went with it.", count)
    print_line(line.format(n=active().number(count)))


def _known(opened: Archive, digest: str) -> ModelRow:
    with opened.read() as connection:
        found = [model for model in list_models(connection) if digest and model.digest.startswith(digest)]
    if len(found) != 1:
        raise InputError(_("The archive has no such model, or several."), do=_("“machine list” shows their digests."))
    return found[0]


@machine.command("propose", help=_("Have a model propose translations for quotes that wait for one."))
def propose(
    archive: ArchiveFile,
    folder: Folder,
    languages: Annotated[
        str,
        typer.Option("--languages", metavar="TAGS", help=_("Languages, with commas; all of the model’s otherwise.")),
    ] = "",
    passphrase_file: PassphraseFile = None,
    author: Author = None,
    as_json: AsJson = False,
) -> None:
    """Ask for every quote without a translation that stands, and keep what is said every minute.

    Ctrl+C stops it. What was said until then is kept, and so it is where the model breaks off.
    """
    from workbench.languages.machine.process import look_at
    from workbench.languages.machine.told import MachineError
    from workbench.services.machine import every_line, in_parts, keep_proposals, lines_for, translations

    wanted = tags_of(languages) if languages else ()
    with opened_archive(archive, passphrase_file) as opened:
        author_id = author_of(opened, author)
        with progress_bar(_("Reading a machine model")) as progress:
            model = _known(opened, look_at(folder, progress=progress).digest)
        with opened.read() as connection:
            every = [line for line in every_line(connection) if not wanted or line[1] in wanted]
            lines = lines_for(connection, model, every, waiting=True)
        kept, reasons = 0, Counter[str]()
        broken: MachineError | None = None
        with progress_bar(_("A machine translates")) as progress:
            try:
                with suppress(KeyboardInterrupt):  # asked for: what was said until then is kept, and told
                    for answers in in_parts(translations(model, folder, lines, progress=progress)):
                        kept += opened.perform(keep_proposals(model, answers), author_id=author_id).value
                        reasons.update(answer.reason for answer in answers if answer.reason)
            except MachineError as error:
                broken = error  # raised once what was kept is told
    _tell(len(lines), kept, reasons, as_json=as_json)
    if broken is not None:
        raise broken


def _tell(asked: int, kept: int, reasons: Counter[str], *, as_json: bool) -> None:
    from workbench.languages.machine.told import text_reason

    if as_json:
        print_json({"asked": asked, "proposals": kept, "refused": dict(reasons)})
        return
    number = active().number
    print_line(ngettext("{n} proposal was made.", "{n} proposals were made.", kept).format(n=number(kept)))
    for reason, count in reasons.most_common():
        say(f"{number(count)}: {text_reason(reason)}")
