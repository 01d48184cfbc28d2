"""The colour-blind palettes: full hues stay apart for every eye; and what the standard ones rely on besides hue."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.play import choices
from game.ui.themes import BLACK, COLOUR_BLIND, EVERY_THEME, STANDARD, THEMES, Theme, contrast, theme_of

from .colour_vision import EYES, apart

APART = 15.0
"""ΔE2000 that the full hues are apart at least."""
HUES = ("kernel", "product", "output", "negative", "coverage")


def nearest(theme: Theme, eye: str) -> float:
    """Return how far the two nearest hues of a theme are apart for an eye."""
    return min(apart(getattr(theme, first), getattr(theme, second), eye) for first, second in combinations(HUES, 2))


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", THEMES)
def test_the_full_hues_of_a_colour_blind_palette_stay_apart(name: str, eye: str) -> None:
    assert nearest(theme_of(name, COLOUR_BLIND), eye) >= APART


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("hue", HUES)
def test_a_full_hue_is_told_from_zero(name: str, eye: str, hue: str) -> None:
    theme = theme_of(name, COLOUR_BLIND)
    assert apart(getattr(theme, hue), theme.neutral, eye) >= APART


@pytest.mark.parametrize("name", THEMES)
def test_the_standard_hues_need_another_palette(name: str) -> None:
    assert min(nearest(theme_of(name, STANDARD), eye) for eye in EYES) < APART


@pytest.mark.parametrize("palette", choices.PALETTES)
@pytest.mark.parametrize("name", THEMES)
def test_the_coverage_is_seen_on_the_ground(name: str, palette: str) -> None:
    theme = theme_of(name, palette)
    assert contrast(theme.coverage, theme.ground) >= 3


def test_every_theme_of_the_settings_has_every_palette_and_a_name_of_its_own() -> None:
    assert set(EVERY_THEME) == {(theme, palette) for theme in choices.THEMES for palette in choices.PALETTES}
    assert tuple(THEMES) == choices.THEMES
    names = [theme.name for theme in EVERY_THEME.values()]
    assert len(set(names)) == len(names), "ready pieces are kept under the theme's name"


@pytest.mark.parametrize("name", THEMES)
def test_a_palette_changes_hues_and_nothing_else(name: str) -> None:
    plain, other = theme_of(name).__dict__, theme_of(name, COLOUR_BLIND).__dict__
    changed = {key for key in plain if plain[key] != other[key]}
    assert set(HUES[:3]) <= changed <= {"name", *HUES, *(f"{hue}_text" for hue in HUES)}


@pytest.mark.parametrize("palette", choices.PALETTES)
def test_high_contrast_is_black_on_white_and_its_cells_bear_black_numbers(palette: str) -> None:
    theme = theme_of("high contrast", palette)
    assert contrast(theme.text, theme.ground) == pytest.approx(21)
    for hue in (*HUES[:4], "neutral"):
        assert contrast(BLACK, getattr(theme, hue)) >= 6.8, hue
