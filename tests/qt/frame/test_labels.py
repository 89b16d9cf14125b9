from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workbench.domain.kinds import TranslationState
from workbench.qt.frame.base import tip
from workbench.qt.frame.labels import (
    STATES,
    Chip,
    ElidedLabel,
    PlainLabel,
    SafeBrowser,
    StateBadge,
    draw_state,
    state_icon,
    state_text,
)
from workbench.qt.look.style import Look

MARKUP = "<b>Марыя</b> & <img src='file:///etc/passwd'>"


def test_a_label_shows_markup_as_it_is(qtbot: QtBot, look: Look) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == MARKUP
    assert label.sizeHint().width() > PlainLabel("Марыя").sizeHint().width() * 3
    with pytest.raises(ValueError, match="Rich"):
        label.setTextFormat(Qt.TextFormat.RichText)


def test_words_that_are_a_function_are_asked_again(qtbot: QtBot, look: Look) -> None:
    words = ["one"]
    label = PlainLabel(lambda: words[0])
    qtbot.addWidget(label)
    words[0] = "two"
    label.retranslate()
    assert label.text() == "two"
    label.set_words("three")
    assert label.text() == "three"


def test_a_tooltip_shows_markup_as_it_is() -> None:
    document = QTextDocument()
    document.setHtml(tip(MARKUP))
    assert document.toPlainText() == MARKUP
    assert tip("") == ""


def test_an_elided_label_keeps_the_whole_in_its_name(qtbot: QtBot, look: Look) -> None:
    text = "A very long title\nof an article that will not fit"
    label = ElidedLabel(text, strong=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    assert label.accessibleName() == text.replace("\n", " ")
    assert label.minimumSizeHint().width() == 0
    assert not label.grab().isNull()
    label.set_text("short")
    assert label.text() == "short"


def drawn(state: TranslationState | None) -> QImage:
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    draw_state(painter, QRectF(0, 0, 48, 48), state)
    painter.end()
    return image


def test_states_differ_without_their_colour(qtbot: QtBot, look: Look) -> None:
    """Each next state has more ink than the one before: the shape alone tells them apart."""
    inked = []
    for state in (None, *TranslationState):
        image = drawn(state)
        dark = [image.pixelColor(x, y).lightness() < 200 for x in range(48) for y in range(48)]
        inked.append(sum(dark))
    assert inked == sorted(inked)
    assert all(b > a * 1.1 for a, b in itertools.pairwise(inked))


@pytest.mark.parametrize("state", STATES)
def test_a_badge_says_its_state(qtbot: QtBot, look: Look, state: TranslationState | None) -> None:
    badge = StateBadge(state, language="be")
    qtbot.addWidget(badge)
    assert badge.accessibleName() == f"be {state_text(state)}"
    bare = StateBadge(state, words=False)
    qtbot.addWidget(bare)
    assert bare.accessibleName() == state_text(state)
    assert bare.sizeHint().width() < badge.sizeHint().width()
    bare.set_state(TranslationState.FINAL)
    assert bare.state is TranslationState.FINAL
    assert bare.accessibleName() == "final"


def test_a_chip_shows_its_kind_and_grows_with_the_scale(qtbot: QtBot, look: Look) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    row = QHBoxLayout(outer)
    chip = Chip("person", kind="person")
    row.addWidget(chip)
    outer.show()
    assert chip.text() == "person"
    image = chip.grab().toImage()
    colours = {image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())}
    assert look.palette.person in colours
    before = chip.sizeHint()
    look.set(scale=200)
    assert chip.sizeHint().height() >= before.height() * 1.6


class TestSafeBrowser:
    @pytest.fixture
    def picture(self, tmp_path: Path) -> Path:
        image = QImage(200, 200, QImage.Format.Format_RGB32)
        image.fill(QColor("#FF00FF"))
        path = tmp_path / "canary.png"
        assert image.save(str(path))
        return path

    @pytest.mark.parametrize(
        "form", ["{}", "file://{}", "//host.invalid{}", "http://host.invalid{}", "data:image/png,{}"]
    )
    def test_no_picture_is_loaded(self, qtbot: QtBot, look: Look, picture: Path, form: str) -> None:
        browser = SafeBrowser()
        qtbot.addWidget(browser)
        browser.resize(400, 400)
        address = form.format(picture)
        browser.setHtml(
            f"<body background='{address}'><img src='{address}'>"
            f"<table background='{address}'><tr><td>x</td></tr></table>"
            f"<link rel='stylesheet' href='{address}'><p style=\"background-image: url('{address}')\">y</p>"
        )
        browser.show()
        image = browser.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, 400, 4) for y in range(0, 400, 4)}
        assert "#ff00ff" not in colours

    def test_links_are_told_and_not_opened(self, qtbot: QtBot, look: Look) -> None:
        browser = SafeBrowser()
        qtbot.addWidget(browser)
        assert not browser.openLinks()
        assert not browser.openExternalLinks()
        browser.setHtml("<a href='passage:1'>there</a>")
        browser.setSource(QUrl("file:///etc/hostname"))
        assert browser.toPlainText() == "there"


def test_every_state_has_a_disc_of_its_own(qtbot: QtBot, look: Look) -> None:
    images = [state_icon(state, "wide").pixmap(look.px("wide")).toImage() for state in (None, *TranslationState)]
    assert all(one != other for one, other in itertools.combinations(images, 2))
