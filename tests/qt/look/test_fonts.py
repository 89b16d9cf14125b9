from __future__ import annotations

import pytest
from PySide6.QtGui import QFontInfo, QRawFont
from pytestqt.qtbot import QtBot

from workbench.material import resources_folder
from workbench.qt.look import fonts

BELARUSIAN = "АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯабвгдеёжзійклмнопрстуўфхцчшыьэюяґҐʼ’"
BELARUSIAN_LATIN = "ABCĆČDEFGHIJKLŁMNŃOPRSŚŠTUŬVYZŹŽabcćčdefghijklłmnńoprsśštuŭvyzźž"
RUSSIAN = "ЪъЩщИиЫы"
LITHUANIAN = "AĄBCČDEĘĖFGHIĮYJKLMNOPRSŠTUŲŪVZŽaąbcčdeęėfghiįyjklmnoprsštuųūvzž"
SIGNS = "“”„‘’«»—–…•·№×−0123456789()[]%&§→←\u0301\u0303\u00a0\u202f"


@pytest.mark.parametrize("name", fonts.FILES)
def test_every_file_covers_the_four_languages_and_both_scripts(qtbot: QtBot, name: str) -> None:
    raw = QRawFont(str(resources_folder() / "fonts" / name), 16)
    assert raw.isValid()
    needed = BELARUSIAN + BELARUSIAN_LATIN + RUSSIAN + LITHUANIAN + SIGNS
    assert [c for c in needed if not raw.supportsCharacter(ord(c))] == []


def test_the_shipped_files_are_those_loaded_and_small(qtbot: QtBot) -> None:
    shipped = list((resources_folder() / "fonts").glob("*.otf"))
    assert {path.name for path in shipped} == set(fonts.FILES)
    assert sum(path.stat().st_size for path in shipped) < 4_000_000
    for licence in ("Inter-LICENSE.txt", "SourceSerif4-LICENSE.md"):
        assert "SIL" in (resources_folder() / "fonts" / licence).read_text(encoding="utf-8")


@pytest.mark.parametrize("family", [fonts.INTERFACE, fonts.READING])
@pytest.mark.parametrize(("strong", "italic"), [(False, False), (True, False), (False, True)])
def test_qt_draws_with_the_family_that_was_asked_for(qtbot: QtBot, family: str, strong: bool, italic: bool) -> None:
    fonts.load_fonts()
    fonts.load_fonts()
    info = QFontInfo(fonts.font(family, 18, strong=strong, italic=italic))
    assert info.family() == family
    assert info.pixelSize() == 18
    assert info.italic() is italic
    assert info.exactMatch()
