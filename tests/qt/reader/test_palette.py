from __future__ import annotations

import pytest

from workbench.domain.kinds import PassageKind
from workbench.qt.look import tokens
from workbench.qt.reader.palette import Palette
from workbench.qt.reader.reader_look import look_from

THEMES = list(tokens.PALETTES.values())


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", list(PassageKind))
def test_letters_are_read_on_every_tint(theme: tokens.Palette, kind: PassageKind) -> None:
    palette = Palette(look_from(theme))
    for several in (False, True):
        for current in (False, True):
            tint = palette.tint(kind, several=several, current=current).name()
            assert tokens.contrast(theme.ink, tint) >= 4.5
            assert (tint == palette.paper.name()) is (kind is PassageKind.EVIDENCE and not current)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_letters_are_read_when_selected_on_a_tint(theme: tokens.Palette) -> None:
    palette = Palette(look_from(theme))
    for kind in PassageKind:
        tint = palette.tint(kind).name()
        share = palette.selection.alphaF()
        assert tokens.contrast(theme.ink, tokens.mix(theme.accent, tint, share)) >= 4.5


def test_every_kind_has_a_tint_and_a_pen_of_its_own() -> None:
    palette = Palette(look_from(tokens.LIGHT))
    assert len({palette.tint(kind).name() for kind in PassageKind}) == len(PassageKind)
    dashed = [tuple(palette.pen(kind, 2).dashPattern()) for kind in PassageKind]
    assert len({pattern for pattern in dashed if pattern}) == 4


def test_the_reader_takes_its_figures_from_the_tokens() -> None:
    look = look_from(tokens.DARK, pixels=24)
    assert (look.paper, look.pixels, look.line_ratio) == (tokens.DARK.paper, 24, 1.6)
    assert 66 <= look.measure <= 72
