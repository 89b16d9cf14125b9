# ruff: noqa: INP001 - a part of pictures.py
"""The page of the manual on which passages of every kind overlap: nested, crossing, on the same words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from workbench.domain.anchors import Span
from workbench.domain.kinds import PassageKind as K
from workbench.domain.structure import BlockKind, join_blocks
from workbench.qt.look.style import current_look
from workbench.qt.look.tokens import Theme
from workbench.qt.reader.passage_index import MarkedPassage
from workbench.qt.reader.reader import Reader
from workbench.qt.reader.reader_look import look_from
from workbench.qt.window.picture import grab

SIZE = (960, 600)

PAGE = join_blocks(
    [
        (BlockKind.HEADING, 1, "The gate in Orša"),
        (
            BlockKind.PARAGRAPH,
            0,
            (
                "On 3 May the librarian Alena Sokał walked out of the gate of colony No. 24 in Orša, where her "
                "brother Ihar had waited since dawn. “We kept your chair by the window,” he said; “nobody sat on it, "
                "not even Father Paviel, who tried.” Nobody else spoke, and the guards of the Directorate looked the "
                "other way while she changed her shoes."
            ),
        ),
        (
            BlockKind.PARAGRAPH,
            0,
            (
                "The court in Viciebsk had sentenced her to seven years; the register of the Prisoners’ Aid Society "
                "counts nine, because the second sentence, given in the colony, was never announced. “They gave me two "
                "years for a poem,” Sokał told the Orša Courier, “and I still know it by heart, so the state has paid "
                "for the copying.”"
            ),
        ),
        (
            BlockKind.PARAGRAPH,
            0,
            (
                "Her colleagues of the Yanka Kupala Library met her at the bus station with the catalogue drawers that "
                "she had hidden in 2021. Judge Ryhor Hlybok, the Directorate and the Society did not answer when they "
                "were asked what became of the eleven others."
            ),
        ),
    ]
)

MARKED: tuple[tuple[str, str, tuple[K, ...]], ...] = (
    ("On 3 May", "window,” he said", (K.EVENT,)),
    ("Alena Sokał", "", (K.PERSON,)),
    ("gate of colony", "in Orša", (K.PLACE,)),
    ("colony No. 24", "", (K.ORGANISATION,)),
    ("“We kept", "who tried.”", (K.QUOTE,)),
    ("“We kept", "who tried.”", (K.NOTE,)),
    ("chair by the window", "", (K.EVIDENCE,)),
    ("Father Paviel", "", (K.PERSON,)),
    ("not even", "looked the other way", (K.EVENT,)),
    ("Directorate", "", (K.ORGANISATION,)),
    ("The court", "counts nine", (K.EVENT, K.NOTE)),
    ("register", "announced", (K.EVIDENCE,)),
    ("Prisoners’ Aid Society", "", (K.ORGANISATION,)),
    ("“They gave", "copying.”", (K.QUOTE,)),
    ("two years", "by heart", (K.NOTE,)),
    ("Sokał told", "Courier", (K.PERSON, K.ORGANISATION)),
    ("the Orša Courier", "", (K.EVIDENCE,)),
    ("told the", "so the state", (K.EVENT,)),
    ("Orša Courier", "by heart", (K.PLACE,)),
    ("Courier, “and", "I still know", (K.PERSON,)),
    ("Her colleagues", "bus station", (K.EVENT,)),
    ("Yanka Kupala Library", "", (K.ORGANISATION, K.PLACE)),
    ("Yanka Kupala", "", (K.PERSON,)),
    ("Judge Ryhor Hlybok", "", (K.PERSON,)),
    ("and the Society did", "eleven others", (K.NOTE,)),
)
"""First words, last words where they are others, kinds."""


def passages() -> tuple[MarkedPassage, ...]:
    """Return the page's passages."""
    found = []
    for number, (first, last, kinds) in enumerate(MARKED):
        start = PAGE.text.index(first)
        end = PAGE.text.index(last, start) + len(last) if last else start + len(first)
        found.append(MarkedPassage(f"{number:02}", Span(start, end), kinds))
    return tuple(found)


def draw(folder: Path, scale: float = 1.0) -> None:
    """Write the page, light and dark."""
    for theme, name in ((Theme.LIGHT, "overlap-light"), (Theme.DARK, "overlap-dark")):
        look = current_look()
        look.set(theme=theme)
        reader = Reader()
        reader.set_look(look_from(look.palette))
        reader.resize(*SIZE)
        reader.show_text(PAGE, passages())
        reader.show()
        reader.set_current("04", reveal=False)
        while reader.ruler is not None and not reader.ruler.complete:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        grab(reader, scale).save(str(folder / f"{name}.png"), "PNG")
        reader.close()
