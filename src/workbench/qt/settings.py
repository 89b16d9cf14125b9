"""What the program remembers between two starts: the window, the type, the keys, recent archives.

Nothing of an archive is written here but the paths of archive files, which can be forgotten.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

from workbench.i18n import INTERFACE_LANGUAGES, system_language
from workbench.qt.look.tokens import READING_STEPS, SCALE_LEAST, SCALE_MOST, SCALE_STEP, USUAL_READING, Reading, Theme

T = TypeVar("T")

FOLDER = "skaryna-workbench"
RECENT_LIMIT = 10
LOCK_CHOICES = (0, 5, 10, 15, 30, 60)
"""Minutes without a key or a click until the archive locks; 0 is never."""

_NOWHERE = os.devnull + "/none"
"""A folder that cannot come to be: what Qt would keep there is never written."""


def settings_path() -> Path:
    """Return the settings file in the platform's folder for configuration."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(base) / FOLDER / "settings.ini"


def keep_qt_from_remembering() -> None:
    """Stop Qt's own file dialog from writing folders and file names into the person's settings.

    Qt keeps them under "QtProject" in its default settings. `Settings` is not touched by this,
    because it names its file. On Windows the default is the registry, which no path redirects:
    there `forget_file_dialogs` cleans up after each dialog.
    """
    for form in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(form, QSettings.Scope.UserScope, _NOWHERE)


def forget_file_dialogs() -> None:
    """Remove what Qt's file dialogs have kept, wherever this platform keeps it."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.remove("FileDialog")


class _Setting(Generic[T]):
    """One typed setting: what cannot be read, or does not fit, counts as not set."""

    def __init__(self, key: str, default: Callable[[], T], read: Callable[[Any], T], write: Callable[[T], Any]) -> None:
        self._key, self._default, self._read, self._write = key, default, read, write

    @overload
    def __get__(self, owner: None, kind: type) -> _Setting[T]: ...
    @overload
    def __get__(self, owner: Settings, kind: type) -> T: ...
    def __get__(self, owner: Settings | None, kind: type) -> T | _Setting[T]:
        if owner is None:
            return self
        raw = owner.raw(self._key)
        if raw is None:
            return self._default()
        try:
            return self._read(raw)
        except (TypeError, ValueError):
            return self._default()

    def __set__(self, owner: Settings, value: T) -> None:
        owner.put(self._key, self._write(value))


def _one_of(choices: tuple[T, ...]) -> Callable[[Any], T]:
    """Read a value that must be one of `choices`, whatever type the file gives it back as."""
    by_text = {str(choice): choice for choice in choices}

    def read(raw: Any) -> T:
        if str(raw) not in by_text:
            raise ValueError
        return by_text[str(raw)]

    return read


def _yes_or_no(raw: Any) -> bool:
    return _one_of((True, False))(str(raw).capitalize())


def _bytes(raw: Any) -> bytes:
    if not isinstance(raw, QByteArray | bytes):
        raise TypeError
    return bytes(raw.data()) if isinstance(raw, QByteArray) else raw


def _same(value: T) -> T:
    return value


_SCALES = tuple(range(SCALE_LEAST, SCALE_MOST + 1, SCALE_STEP))


def _reading_figure(name: str) -> _Setting[int]:
    usual: int = getattr(USUAL_READING, name)
    return _Setting(f"interface/reading_{name}", lambda: usual, _one_of(tuple(READING_STEPS[name])), _same)


class Settings(QObject):
    """The settings file, typed. Every assignment is on the disk when it returns.

    Qt writes a new file and renames it over the old one, so a crash leaves the one or the other.
    A folder that cannot be written costs the memory, not the work: `saved` then says so.
    """

    changed = Signal(str)
    """Emitted with the key after a value differs from what it was."""

    language = _Setting("interface/language", system_language, _one_of(INTERFACE_LANGUAGES), _same)
    theme = _Setting("interface/theme", lambda: Theme.SYSTEM, Theme, str)
    scale = _Setting("interface/scale", lambda: 100, _one_of(_SCALES), _same)
    reading_scale = _Setting("interface/reading_scale", lambda: 100, _one_of(_SCALES), _same)
    reading_measure = _reading_figure("measure")
    reading_leading = _reading_figure("leading")
    reading_gap = _reading_figure("gap")
    find_accents = _Setting("find/accents", lambda: False, _yes_or_no, _same)
    find_softness = _Setting("find/soft_signs", lambda: False, _yes_or_no, _same)
    find_script = _Setting("find/script", lambda: False, _yes_or_no, _same)
    find_whole = _Setting("find/whole_words", lambda: False, _yes_or_no, _same)
    suggest_quotations = _Setting("suggest/quotations", lambda: True, _yes_or_no, _same)
    suggest_names = _Setting("suggest/names", lambda: True, _yes_or_no, _same)
    calm = _Setting("interface/calm", lambda: False, _yes_or_no, _same)
    lock_minutes = _Setting("archive/lock_minutes", lambda: 10, _one_of(LOCK_CHOICES), _same)
    keep_recent = _Setting("archive/keep_recent", lambda: True, _yes_or_no, _same)
    geometry = _Setting("window/geometry", bytes, _bytes, QByteArray)
    view = _Setting("window/view", lambda: "sources", str, _same)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path or settings_path()
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)

    @property
    def reading(self) -> Reading:
        """How a page that is read is set."""
        return Reading(self.reading_measure, self.reading_leading, self.reading_gap)

    def step_reading(self, name: str, steps: int) -> None:
        """Make a figure of `Reading` larger or smaller by so many steps, within what it may be."""
        choices = READING_STEPS[name]
        place = choices.index(getattr(self.reading, name)) + steps
        setattr(self, f"reading_{name}", choices[min(max(0, place), len(choices) - 1)])

    def usual_reading(self) -> None:
        """Set pages that are read, and the size of their type, as the program comes."""
        self.reading_scale = SCALE_LEAST
        usual = USUAL_READING
        self.reading_measure, self.reading_leading, self.reading_gap = usual.measure, usual.leading, usual.gap

    @property
    def saved(self) -> bool:
        """Whether the file could be read and written so far."""
        return self._file.status() == QSettings.Status.NoError

    def raw(self, key: str) -> Any:
        """Return what the file holds under a key, or None."""
        return self._file.value(key)

    def put(self, key: str, value: Any) -> None:
        """Write a value, or take the key out for None; `changed` is emitted where it differs."""
        if self._file.value(key) == value:
            return
        if value is None:
            self._file.remove(key)
        else:
            self._file.setValue(key, value)
        self._file.sync()
        if self.path.exists():
            # The paths of archives are nobody else's business.
            self.path.chmod(0o600)
        self.changed.emit(key)

    def folded(self, panel: str, *, default: bool = False) -> bool:
        """Tell whether a side panel is folded away."""
        try:
            return _yes_or_no(self.raw(f"panels/{panel}"))
        except ValueError:
            return default

    def set_folded(self, panel: str, *, folded: bool) -> None:
        """Remember that a side panel is folded away or open."""
        self.put(f"panels/{panel}", folded)

    def split(self, splitter: str) -> bytes:
        """Return a splitter's remembered state, empty where there is none."""
        try:
            return _bytes(self.raw(f"splitters/{splitter}"))
        except TypeError:
            return b""

    def set_split(self, splitter: str, state: bytes) -> None:
        """Remember a splitter's state (`QSplitter.saveState`)."""
        self.put(f"splitters/{splitter}", QByteArray(state))

    def shortcut(self, action: str) -> str | None:
        """Return the shortcut that the person gave an action (portable text, empty for none), or None."""
        raw = self.raw(f"shortcuts/{action}")
        return raw if isinstance(raw, str) else None

    def set_shortcut(self, action: str, keys: str | None) -> None:
        """Remember an action's shortcut; None goes back to the program's own."""
        self.put(f"shortcuts/{action}", keys)

    def machine_folder(self, digest: str) -> Path | None:
        """Return where the folder of a machine's model lies on this computer, by its digest; None where unknown."""
        raw = self.raw(f"machine/{digest}")
        return Path(raw) if isinstance(raw, str) and raw else None

    def set_machine_folder(self, digest: str, folder: Path) -> None:
        """Remember where the folder of a machine's model lies."""
        self.put(f"machine/{digest}", str(folder.absolute()))

    @property
    def recent(self) -> tuple[Path, ...]:
        """Archive files opened before, the last one first, at most `RECENT_LIMIT`."""
        raw = self.raw("archive/recent")
        texts = raw if isinstance(raw, list) else [raw] if isinstance(raw, str) and raw else []
        return tuple(Path(text) for text in texts if isinstance(text, str))[:RECENT_LIMIT]

    def remember(self, archive: Path) -> None:
        """Put an archive file first among the recent ones, where that is wanted."""
        if not self.keep_recent:
            return
        archive = archive.absolute()
        others = [path for path in self.recent if path != archive]
        self.put("archive/recent", [str(path) for path in (archive, *others)][:RECENT_LIMIT])

    def forget(self, archive: Path | None = None) -> None:
        """Forget one recent archive file, or all of them."""
        left = [str(path) for path in self.recent if archive is not None and path != archive.absolute()]
        self.put("archive/recent", left or None)
