"""The command line: the same services as the window.

Standard output carries the answer (one JSON document with `--json`), everything else goes to
standard error. Exit status: 0 done, 1 a known error in one line, 2 wrong usage, 70 a bug.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from workbench import __version__
from workbench.commands import (
    archives,
    bundles,
    exchange,
    findings,
    glossary,
    machine,
    memory,
    program,
    records,
    sources,
)
from workbench.domain.crashes import crash_report
from workbench.domain.errors import WorkbenchError
from workbench.domain.text import clean_for_terminal
from workbench.i18n import _
from workbench.terminal import (
    EXIT_BUG,
    EXIT_INTERRUPTED,
    EXIT_KNOWN,
    EXIT_USAGE,
    flush_answer,
    give_up_answer,
    key_parameters,
    print_line,
    say,
)
from workbench.vault.keys import PARAMETERS, Parameters


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
for part in (program, archives, sources, records, bundles, exchange, findings, glossary, machine, memory):
    app.add_typer(part.app)


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
