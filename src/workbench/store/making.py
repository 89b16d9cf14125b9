"""Making a new archive file."""

from __future__ import annotations

from pathlib import Path

from workbench.domain.errors import ArchiveError
from workbench.domain.ids import new_id
from workbench.i18n import _
from workbench.store import log, migrate, search_index
from workbench.store.archive import Archive
from workbench.store.engine import Fold, Key, check_driver, driver_errors, make_engine
from workbench.store.files import side_files
from workbench.store.memory import forbid_dumps
from workbench.store.meta import set_meta


def create(path: Path, key: Key, fold: Fold) -> Archive:
    """Make a new archive file and open it.

    Raises:
        ArchiveError: there is a file already, or the folder cannot be written to.
    """
    check_driver()
    forbid_dumps()
    try:
        with path.open("xb"):
            pass
        path.chmod(0o600)
    except FileExistsError:
        raise ArchiveError(
            _("There is already a file with this name."), kept=_("It was not touched."), do=_("Choose another name.")
        ) from None
    except OSError:
        raise ArchiveError(
            _("The archive could not be made in this folder."), do=_("Choose a folder that you may write to.")
        ) from None
    try:
        with driver_errors():
            engine = make_engine(path, key, read_only=False)
            migrate.migrate(engine)
            with engine.begin() as connection:
                search_index.create(connection)
                set_meta(connection, archive_id=new_id(), created=log.now(), open="", activity="")
            engine.dispose()
        return Archive(path, key, fold)
    except BaseException:
        for leftover in (path, *side_files(path)):
            leftover.unlink(missing_ok=True)
        raise
