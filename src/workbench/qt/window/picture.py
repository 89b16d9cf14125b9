"""A picture of the window at work, for the demonstration and the manual."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import Connection, select

from workbench.domain.errors import ArchiveError
from workbench.i18n import _
from workbench.qt.look.tokens import Theme
from workbench.qt.session import Place, ViewName
from workbench.qt.window.main_window import MainWindow
from workbench.store.archive import Archive
from workbench.store.queries.passages import PASSAGE
from workbench.store.tables import Quote, TextVersion, Translation
from workbench.store.work import table_of

_PATIENCE = 10_000
"""Milliseconds for everything to be on the screen."""


def telling_place(connection: Connection) -> Place | None:
    """Return a place that shows much: the quote with the most translations, else the first passage."""
    quote, translation, version = table_of(Quote), table_of(Translation), table_of(TextVersion)
    query = (
        select(PASSAGE.c.id, version.c.source_id)
        .join(version, version.c.id == PASSAGE.c.text_version_id)
        .join(quote, quote.c.passage_id == PASSAGE.c.id, isouter=True)
        .join(translation, translation.c.quote_id == quote.c.id, isouter=True)
        .order_by(quote.c.id.is_(None), PASSAGE.c.start)
        .limit(1)
    )
    found = connection.execute(query).first()
    return None if found is None else Place(ViewName.SOURCES, source_id=found.source_id, passage_id=found.id)


def settle(application: QApplication, window: MainWindow) -> None:
    """Let everything come to rest: background reads, layouts, paints."""
    deadline = QDeadlineTimer(_PATIENCE)
    quiet = 0
    while quiet < 3 and not deadline.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        quiet = quiet + 1 if not window.operations.jobs else 0


def grab(widget: QWidget, scale: float) -> QPixmap:
    """Paint a widget at a scale of its own, whatever the screen's is."""
    picture = QPixmap(widget.size() * scale)
    picture.setDevicePixelRatio(scale)
    painter = QPainter(picture)
    widget.render(painter, QPoint())
    painter.end()
    return picture


def take_picture(
    application: QApplication,
    window: MainWindow,
    archive: Archive,
    author_id: str,
    path: Path,
    *,
    size: tuple[int, int],
    scale: float,
) -> None:
    """Open the archive in the window, go to a telling place, and write the picture."""
    language = window.settings.language
    window.settings.theme = Theme.LIGHT
    window.resize(*size)
    window.show()
    window.show_archive(archive, author_id)
    window.settings.language = language
    with archive.read() as connection:
        place = telling_place(connection)
    if window.session is not None and place is not None:
        window.session.go(place)
    settle(application, window)
    if not grab(window, scale).save(str(path), "PNG"):
        raise ArchiveError(_("The picture could not be written."), do=_("Choose a folder that you may write to."))
