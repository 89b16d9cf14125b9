from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from workbench.material import resources_folder
from workbench.qt.look.icons import UnknownIconError, icon_names, make_icon, svg


def inks(image: QImage) -> set[str]:
    """Return the colours of the fully opaque pixels."""
    found = set()
    for y in range(image.height()):
        for x in range(image.width()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name().upper())
    return found


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_every_icon_draws(qtbot: QtBot, name: str) -> None:
    image = make_icon(name, "#FF0000").pixmap(QSize(48, 48), 1.0).toImage()
    drawn = sum(image.pixelColor(x, y).alpha() > 0 for x in range(image.width()) for y in range(image.height()))
    assert 20 < drawn < 48 * 48 * 0.8


def test_an_icon_has_only_the_colour_asked_for(qtbot: QtBot) -> None:
    image = make_icon("pencil", "#0B6E6E").pixmap(QSize(96, 96), 1.0).toImage()
    assert inks(image) == {"#0B6E6E"}


def test_disabled_and_checked_have_their_own_colours(qtbot: QtBot) -> None:
    icon = make_icon("lock", "#112233", off="#445566", on="#778899")
    size = QSize(96, 96)
    assert inks(icon.pixmap(size, 1.0, QIcon.Mode.Disabled).toImage()) == {"#445566"}
    assert inks(icon.pixmap(size, 1.0, QIcon.Mode.Normal, QIcon.State.On).toImage()) == {"#778899"}
    assert QIcon(icon).pixmap(size).toImage() == icon.pixmap(size).toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_icons_are_drawn_at_the_screens_own_density(qtbot: QtBot, ratio: float) -> None:
    pixmap = make_icon("search", "#000000").pixmap(QSize(16, 16), ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio
    assert QColor("#000000").name() in {i.lower() for i in inks(pixmap.toImage())} or ratio == 1.0


def test_an_unknown_icon_is_an_error_at_once(qtbot: QtBot) -> None:
    with pytest.raises(UnknownIconError):
        make_icon("no-such-icon", "#000000")


def test_the_licence_lies_beside_the_icons() -> None:
    assert "ISC License" in (resources_folder() / "icons" / "LICENSE").read_text(encoding="utf-8")
    assert b"currentColor" not in svg("user", "#123456")
