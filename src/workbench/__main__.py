"""The program's way in: the window, or one of the commands."""

from __future__ import annotations

import gc
import sys

from workbench import i18n


def main() -> None:
    """Run the command line in the system's language; the exit status says how it went."""
    i18n.activate(i18n.system_language())  # before the commands' help texts are made
    gc.disable()  # there is no garbage in what is being loaded, and looking for it takes its time
    from workbench.cli import run

    gc.freeze()
    gc.enable()
    sys.exit(run())


if __name__ == "__main__":
    main()
