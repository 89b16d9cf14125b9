# ruff: noqa: INP001 - a script, in no package
"""Draw the manual's pictures of the window from the sample: `python .ci/pictures.py [FOLDER]`.

Without a folder they go to `docs/images/`. Needs no display.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import overlap
from PySide6.QtCore import QDeadlineTimer, QEventLoop

from workbench.app import make_application, make_window
from workbench.i18n import activate
from workbench.qt.frame.language import switch_language
from workbench.qt.look.tokens import Theme
from workbench.qt.operations import Operations
from workbench.qt.session import Place, ViewName
from workbench.qt.settings import Settings
from workbench.qt.window.picture import grab, settle, telling_place
from workbench.services.archives import create_archive
from workbench.services.demo import PASSPHRASE
from workbench.services.sample import first_profile, load_sample
from workbench.store.archive import Archive
from workbench.store.queries.quotes import Need, queue
from workbench.store.queries.records import list_records
from workbench.vault.keys import Parameters

SIZE = (1440, 900)
PAUSE = 1_000  # milliseconds, longer than any view waits before it reads
CHEAP = Parameters(memory=64, iterations=1, lanes=1)  # the archive is gone when the pictures are there

PICTURES = (
    ("window", ViewName.SOURCES, "en", Theme.LIGHT),
    ("translations", ViewName.TRANSLATIONS, "en", Theme.LIGHT),
    ("records", ViewName.RECORDS, "en", Theme.LIGHT),
    ("bundles-dark", ViewName.BUNDLES, "en", Theme.DARK),
    ("sources-be", ViewName.SOURCES, "be", Theme.LIGHT),
)
"""File name, view, language, theme."""


def place_in(archive: Archive, view: ViewName) -> Place:
    """Return a place of the sample that shows what the view is for."""
    with archive.read() as connection:
        if view is ViewName.SOURCES:
            return telling_place(connection) or Place(view)
        if view is ViewName.RECORDS:
            known = max(list_records(connection, "en", "person"), key=lambda row: row.mentions)
            return Place(view, record_id=known.id)
        if view is ViewName.TRANSLATIONS:
            waiting = queue(connection, "en", needs=frozenset({Need.REVIEW}))[0]
            return Place(view, quote_id=waiting.quote.id, language=waiting.language)
    return Place(view)


def draw(folder: Path, pictures: tuple[tuple[str, ViewName, str, Theme], ...] = PICTURES) -> None:
    """Write every picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.gettempdir()) / "archives"  # a name that may be seen in a picture
    scratch.mkdir(mode=0o700)
    try:
        created = create_archive(scratch / "sample.archive", PASSPHRASE, first_profile(), parameters=CHEAP)
        load_sample(created.archive, created.profile_id)
        application, operations = make_application(), Operations()
        settings = Settings(scratch / "settings.ini")
        settings.keep_recent = False
        window = make_window(operations, settings)
        window.resize(*SIZE)
        window.show()
        window.show_archive(created.archive, created.profile_id)
        for name, view, language, theme in pictures:
            settings.theme = theme
            settings.language = language
            activate(language)
            switch_language(language)
            session = window.session
            if session is None:
                raise SystemExit("the window has no archive")
            session.go(place_in(created.archive, view))
            pause = QDeadlineTimer(PAUSE)
            while not pause.hasExpired():
                application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            settle(application, window)
            grab(window, 1.0).save(str(folder / f"{name}.png"), "PNG")
        overlap.draw(folder)
        operations.shut_down()
        window.drop_session()
        created.archive.close()
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "docs" / "images")
