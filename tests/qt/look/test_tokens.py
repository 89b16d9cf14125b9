from __future__ import annotations

import pytest

from workbench.domain.kinds import PassageKind
from workbench.qt.look.tokens import (
    DARK,
    KINDS,
    LENGTHS,
    LIGHT,
    PALETTES,
    SIZES,
    TINT_BANNER,
    Palette,
    Theme,
    contrast,
    luminance,
    mix,
)

TEXT_ON = {
    "ink": ("paper", "panel", "field", "hover", "pressed", "selection"),
    "second": ("paper", "panel", "field", "hover"),
    "accent": ("paper", "panel", "field"),
    "accent_strong": ("paper", "panel", "field", "hover"),
    "on_accent": ("accent", "accent_strong"),
    "on_error": ("error",),
    "success": ("paper", "panel", "field"),
    "warning": ("paper", "panel", "field"),
    "error": ("paper", "panel", "field"),
    "info": ("paper", "panel", "field"),
    **dict.fromkeys(KINDS, ("paper", "panel", "field")),
}
SIGNS_ON = {"control": ("paper", "panel", "field"), "focus": ("paper", "panel", "field", "selection", "hover")}

palettes = pytest.mark.parametrize("palette", PALETTES.values(), ids=lambda p: p.name)


def test_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#0A0A0A") == pytest.approx(0.00303527, abs=1e-6)


def test_mix_goes_from_one_to_the_other() -> None:
    assert mix("#FFFFFF", "#000000", 1) == "#FFFFFF"
    assert mix("#FFFFFF", "#000000", 0) == "#000000"
    assert mix("#FF0000", "#0000FF", 0.5) == "#800080"


@palettes
@pytest.mark.parametrize("text", TEXT_ON)
def test_text_reaches_four_and_a_half(palette: Palette, text: str) -> None:
    colours = palette.colours()
    for ground in TEXT_ON[text]:
        assert contrast(colours[text], colours[ground]) >= 4.5, f"{text} on {ground}"


@palettes
@pytest.mark.parametrize("sign", SIGNS_ON)
def test_outlines_reach_three(palette: Palette, sign: str) -> None:
    colours = palette.colours()
    for ground in SIGNS_ON[sign]:
        assert contrast(colours[sign], colours[ground]) >= 3.0, f"{sign} on {ground}"


@palettes
@pytest.mark.parametrize("kind", KINDS)
def test_text_on_a_passage_stays_readable(palette: Palette, kind: str) -> None:
    assert contrast(palette.ink, palette.tint(kind)) >= 9.6
    assert contrast(palette.ink, palette.tint(kind, current=True)) >= 5.2


@palettes
@pytest.mark.parametrize("level", ["info", "success", "warning", "error"])
def test_a_banner_reads_on_its_ground(palette: Palette, level: str) -> None:
    ground = mix(palette.colours()[level], palette.paper, TINT_BANNER)
    assert contrast(palette.ink, ground) >= 7
    assert contrast(palette.colours()[level], ground) >= 4.5
    assert contrast(palette.accent, ground) >= 4.5


def test_measured_figures_hold() -> None:
    assert contrast(LIGHT.ink, LIGHT.paper) == pytest.approx(15.1, abs=0.1)
    assert contrast(LIGHT.second, LIGHT.paper) == pytest.approx(6.1, abs=0.1)
    assert contrast(LIGHT.accent, LIGHT.paper) == pytest.approx(5.8, abs=0.1)
    assert contrast(DARK.ink, DARK.paper) == pytest.approx(13.5, abs=0.1)
    assert contrast(DARK.second, DARK.paper) == pytest.approx(7.1, abs=0.1)
    assert contrast(DARK.accent, DARK.paper) == pytest.approx(7.9, abs=0.1)


def test_every_kind_has_a_colour() -> None:
    assert {kind.value for kind in PassageKind} <= set(KINDS)
    with pytest.raises(KeyError):
        LIGHT.kind("paper")


@palettes
def test_colours_are_written_one_way(palette: Palette) -> None:
    for name, colour in palette.colours().items():
        assert len(colour) == 7, name
        assert colour == colour.upper(), name


def test_lengths_follow_the_figures() -> None:
    for name in ("step", "gap", "wide", "room", "hall", "vast"):
        assert LENGTHS[name] % 4 == 0
    assert LENGTHS["target"] >= 28
    assert LENGTHS["radius"] == 6
    assert (SIZES["interface"], SIZES["reading"]) == (13, 18)
    assert set(PALETTES) == set(Theme) - {Theme.SYSTEM}
