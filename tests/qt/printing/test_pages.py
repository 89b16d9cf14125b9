from __future__ import annotations

import pytest
from PySide6.QtGui import QImage, QPainter

from workbench.domain.errors import CancelledError
from workbench.domain.kinds import PassageKind
from workbench.domain.structure import BlockKind
from workbench.qt.look.style import Look
from workbench.qt.printing.pages import Pages, Paper
from workbench.qt.printing.pieces import Included, Mark, Piece, Style, pieces_of
from workbench.store.queries.printout import Printout

from .conftest import printout_of


def picture(pages: Pages, page: int = 0) -> QImage:
    size = (pages.paper.units / 4).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.scale(0.25, 0.25)
    pages.paint(painter, page)
    painter.end()
    return image


def test_every_word_stands_on_one_page(look: Look, sample_printout: Printout) -> None:
    pieces = list(pieces_of(sample_printout, Included()))
    for paper in Paper:
        pages = Pages(iter(pieces), paper)
        assert pages.count > 3
        words = [word for page in range(pages.count) for text in pages.texts(page) for word in text.split()]
        assert words == [word for piece in pieces for word in piece.text.split()]
    assert pages.foot(2) == f"3 / {pages.count}"


def test_headings_stay_with_what_follows_and_no_line_is_lost_alone(look: Look) -> None:
    lines = "word " * 180
    for before in range(30, 46):
        pieces = [*[Piece("line", Style.NOTE)] * before, Piece("Heading", Style.HEADING), Piece(lines, Style.PARAGRAPH)]
        pages = Pages(pieces, Paper.A4)
        for page in range(pages.count):
            assert pages.texts(page)[-1] != "Heading"
        parts = [text for page in range(pages.count) for text in pages.texts(page) if text.startswith("word")]
        assert "".join(parts).split() == lines.split()


def test_a_page_has_its_lines_and_its_number(look: Look) -> None:
    plain = Pages([Piece("Maria said so", Style.PARAGRAPH)], Paper.A4)
    pictures = [picture(plain)]
    for kind in PassageKind:
        marked = Pages([Piece("Maria said so", Style.PARAGRAPH, (Mark(0, 5, (kind,)),))], Paper.A4)
        pictures.append(picture(marked))
    grey = [image.convertToFormat(QImage.Format.Format_Mono) for image in pictures]
    # Told apart in black and white, too.
    assert all(one != other for at, one in enumerate(grey) for other in grey[at + 1 :])
    letter = Pages([Piece("Maria said so", Style.PARAGRAPH)], Paper.LETTER)
    assert picture(letter).size() != pictures[0].size()


def test_all_the_lines_under_each_other(look: Look) -> None:
    every = tuple(Mark(0, 5, (kind,)) for kind in PassageKind)
    crowded = Pages([Piece("Maria said so", Style.PARAGRAPH, every)], Paper.A4)
    one = Pages([Piece("Maria said so", Style.PARAGRAPH, every[:1])], Paper.A4)
    assert picture(crowded) != picture(one)


@pytest.mark.parametrize("text", ["", "\u200f\u05d0\u05d1 abc", "e\u0301\u200d👩", "\ud800 lone", "x" * 3_000])
def test_any_text_is_painted(look: Look, text: str) -> None:
    marks = (Mark(0, len(text), (PassageKind.QUOTE,)),) if text else ()
    raised = ((len(text) - 1, len(text)),) if text else ()
    pages = Pages([Piece(text, Style.PARAGRAPH, marks, raised)], Paper.A4)
    assert pages.count >= 1
    assert not picture(pages).isNull()


def test_laying_out_tells_how_far_it_is_and_can_be_stopped(look: Look) -> None:
    pieces = list(pieces_of(printout_of([(BlockKind.PARAGRAPH, 0, "word")] * 200), Included()))
    told: list[int] = []

    def check(done: int, total: int) -> None:
        told.append(done)
        assert total == len(pieces)
        if done >= 128:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        Pages(pieces, Paper.A4, check=check)
    assert told == [0, 64, 128]
