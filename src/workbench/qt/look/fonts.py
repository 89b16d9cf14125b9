"""The two type families that come with the program, so that it reads the same on every machine.

Inter for the interface, Source Serif 4 for reading (both SIL Open Font License 1.1; the
licences lie beside the files).
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from workbench.material import resources_folder

INTERFACE = "Inter"
READING = "Source Serif 4"

FILES = (
    "Inter-Regular.otf",
    "Inter-Italic.otf",
    "Inter-SemiBold.otf",
    "SourceSerif4-Regular.otf",
    "SourceSerif4-It.otf",
    "SourceSerif4-Semibold.otf",
    "SourceSerif4-SemiboldIt.otf",
)

STRONG = QFont.Weight.DemiBold
"""The one heavier weight that is shipped; asking for Bold would have Qt smear the regular one."""


class FontsMissingError(RuntimeError):
    """A font file of the program is missing or damaged: the installation is not whole."""


def load_fonts() -> None:
    """Make both families known to Qt; a second call does nothing.

    Raises:
        FontsMissingError: a file is missing or cannot be read as a font.
    """
    if _Loaded.done:
        return
    folder = resources_folder() / "fonts"
    for name in FILES:
        # Read here and handed over as bytes: Qt would otherwise keep the files open.
        try:
            data = (folder / name).read_bytes()
        except OSError as error:
            raise FontsMissingError(name) from error
        if QFontDatabase.addApplicationFontFromData(data) == -1:
            raise FontsMissingError(name)
    _Loaded.done = True


class _Loaded:
    """Qt keeps application fonts for the whole process, so this is the process's state too."""

    done = False


def font(family: str, pixels: int, *, strong: bool = False, italic: bool = False) -> QFont:
    """Make a font of `pixels` logical pixels."""
    made = QFont(family)
    made.setPixelSize(pixels)
    made.setWeight(STRONG if strong else QFont.Weight.Normal)
    made.setItalic(italic)
    # Unhinted outlines keep their shapes and spacing at every scale.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made
