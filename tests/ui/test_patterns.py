"""The patterns of High contrast: four kinds that differ, heavier for larger values, clear of the numbers."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pygame
import pytest

from game.core.scenario import startup
from game.ui.geometry import Rect
from game.ui.patterns import KINDS, LEVELS, SMALLEST, STRENGTH, clear_for, draw_pattern, kind_of, level_of, pattern_mask
from game.ui.themes import COLOUR_BLIND, STANDARD, contrast, ink, mix, shade, theme_of
from game.view import card_cells
from game.view.card import Card
from game.view.window import Window
from tests.picture import forget_pieces, new_canvas, picture, pixels, scenario, state, typeface, window

HUES = ("kernel", "product", "output")
SIDES = (SMALLEST, 12, 20, 31, 44, 86, 150)


@pytest.mark.parametrize("side", SIDES)
def test_each_kind_of_cell_has_a_pattern_of_its_own(side: int) -> None:
    kinds = {hue: kind for hue, kind in KINDS.items() if hue != "error"}  # no product is beside an error
    masks = [pattern_mask(side, side, kind, 3) for kind in kinds.values()]
    assert len(set(kinds.values())) == len(kinds)
    for mask in masks:
        assert mask.shape == (side, side)
        assert 0 <= mask.min() <= mask.max() <= 1
    for first, second in combinations(masks, 2):
        assert np.abs(first - second).mean() > 0.08


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("kind", KINDS.values())
def test_a_pattern_grows_heavier_with_the_value_and_never_fills_the_cell(kind: str, side: int) -> None:
    heavy = [float(pattern_mask(side, side, kind, level).mean()) for level in range(1, LEVELS + 1)]
    assert heavy == sorted(heavy)
    assert heavy[-1] > 1.3 * heavy[0]
    assert 0.01 < heavy[0] < heavy[-1] < 0.75


def test_below_eight_pixels_only_negative_cells_are_marked() -> None:
    for kind in KINDS.values():
        assert pattern_mask(5, 5, kind, 4).any() == (kind == "lines")


@pytest.mark.parametrize(("share", "marked"), [(-0.001, False), (-0.12, False), (-0.13, True), (-1.0, True)])
def test_a_small_cell_that_is_all_but_zero_has_no_line(share: float, marked: bool) -> None:
    for side, drawn in ((5, marked), (40, True)):
        canvas = new_canvas((side, side), "high contrast")
        canvas.surface.fill((200, 200, 200))
        draw_pattern(canvas, Rect(0, 0, side, side), 0, "output", share, (200, 200, 200))
        assert bool((pixels(canvas.surface) != 200).any()) == drawn


def test_zero_has_no_pattern_and_the_sign_counts_before_the_grid() -> None:
    assert [level_of(share) for share in (0, 0.01, 0.25, 0.26, 1, 7, -1, -0.3)] == [0, 1, 1, 2, 4, 4, 4, 2]
    assert {kind_of(hue, -0.2) for hue in HUES} == {KINDS["negative"]}
    assert len({kind_of(hue, 0.2) for hue in HUES}) == 3


@pytest.mark.parametrize("palette", [STANDARD, COLOUR_BLIND])
@pytest.mark.parametrize("hue", HUES)
def test_a_pattern_is_seen_on_every_shade(palette: str, hue: str) -> None:
    theme = theme_of("high contrast", palette)
    for share in np.linspace(-1, 1, 81):
        ground = shade(float(share), 1.0, getattr(theme, hue), theme)
        assert contrast(mix(ground, ink(ground), STRENGTH), ground) >= 3.0


@pytest.mark.parametrize("share", [0.3, 1.0, -0.3, -1.0])
@pytest.mark.parametrize("hue", HUES)
@pytest.mark.parametrize("side", [36, 64, 120])
def test_the_place_of_the_number_stays_clear_and_the_rest_of_the_cell_does_not(
    side: int, hue: str, share: float
) -> None:
    canvas = new_canvas((side, side), "high contrast")
    ground = (200, 200, 200)
    canvas.surface.fill(ground)
    text, size = "0.25", side // 4
    clear = clear_for(typeface(), text, size)
    draw_pattern(canvas, Rect(0, 0, side, side), 4, hue, share, ground, clear)
    drawn = (pixels(canvas.surface) != 200).any(axis=2)
    number = Rect(0, 0, side, side).centred(typeface().width(text, size, True), round(size * 0.75))
    assert not drawn[number.y : number.bottom, number.x : number.right].any()
    assert drawn[: number.y].any()
    assert drawn[number.bottom :].any()
    if share < 0:
        assert not drawn[number.y : number.bottom].any(), "a level line beside a number would be read as a minus"


def test_other_themes_have_no_patterns() -> None:
    for theme in ("night", "daylight"):
        canvas = new_canvas((40, 40), theme)
        canvas.surface.fill((9, 9, 9))
        draw_pattern(canvas, Rect(0, 0, 40, 40), 4, "kernel", 1.0, (9, 9, 9))
        assert (pixels(canvas.surface) == 9).all()


def test_gray_pixels_stay_gray_in_high_contrast() -> None:
    made = state(startup(), 16.0, settings={"theme": "high contrast"})
    place = window(made, (1366, 768)).places.image
    shown = pixels(picture(made, (1366, 768)))
    for row, column in ((0, 0), (3, 2), (0, 7)):
        cell = place.cell(row, column)
        level = round(255 * float(made.scenario.image[row, column]))
        assert shown[cell.y + 5, cell.x + cell.w // 2].tolist() == [level] * 3


@pytest.mark.parametrize("position", [3.4, 3.6, 3.8, 3.97, 36.0])
def test_each_grid_shows_its_own_pattern_at_every_moment(position: float) -> None:
    shown = scenario("integers", kernel="outline")
    plain = state(shown, position, settings={"theme": "high contrast"})
    places = window(plain, (1366, 768)).places
    got = pixels(picture(plain, (1366, 768)))
    for place in (places.kernel, places.output):
        face = place.cell(0, 0)
        inside = got[face.y + 4 : face.bottom - 4, face.x + 4 : face.right - 4].reshape(-1, 3)
        dark = (inside.max(axis=1) < 110).mean()
        assert dark > 0.04, "the first weight and the first output cell have patterns"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("weights", ["random", "random signed", "integers"])
def test_a_cell_with_pixel_and_weight_has_the_pattern_of_the_weight_and_clear_numbers(
    size: tuple[int, int], weights: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = state(scenario("noise", size=(6, 6), kernel=weights), 5.3, settings={"theme": "high contrast"})
    shown_window = window(made, size)
    place, look, corner = shown_window.places.image, card_of(shown_window), shown_window.first.moment.card
    assert look.pairs, "each cell has two lines"
    got = pixels(picture(made, size))
    monkeypatch.setattr(card_cells, "draw_pattern", lambda *_: None)
    forget_pieces()
    bare = pixels(picture(made, size))
    forget_pieces()
    for row, column in np.ndindex(made.scenario.kernel_size):
        weight = float(made.scenario.kernel[row, column])
        face = place.cell(round(corner[0]) + row, round(corner[1]) + column)
        assert (
            got[face.y : face.bottom, face.x : face.right] != bare[face.y : face.bottom, face.x : face.right]
        ).any() == (weight != 0), (row, column)
        words = face.centred(typeface().width("× 1", look.pairs, True), look.pairs * 2.1)
        inside = slice(words.y, words.bottom), slice(words.x, words.right)
        assert (got[inside] == bare[inside]).all(), "the pattern leaves both lines free"


def card_of(made: Window) -> Card:
    """Return the card of a window."""
    found = next(widget for widget in made.widgets if widget.name == "card")
    assert isinstance(found, Card)
    return found


def test_the_pattern_of_the_cell_being_made_comes_with_its_shade() -> None:
    def lines(position: float) -> float:
        made = state(scenario("integers", kernel="outline"), position, settings={"theme": "high contrast"})
        face = window(made, (1366, 768)).places.output.cell(0, 3)
        upper = pixels(picture(made, (1366, 768)))[face.y + 6 : face.y + 14, face.x + 6 : face.right - 6]
        return float(np.ptp(upper.astype(int)[:, :, 1]))

    assert lines(3.85) < 10 < 40 < lines(3.94) < lines(3.99)


@pytest.mark.parametrize("side", [20, 31, 47, 86])
@pytest.mark.parametrize("share", [-1.0, -0.4, 0.3, 1.0])
def test_a_patterned_cell_that_is_drawn_ahead_looks_as_one_that_is_drawn_in_its_place(share: float, side: int) -> None:
    face, radius, colour = Rect(3, 5, side, side), side * 0.07, (226, 116, 25)
    at_once, ahead = new_canvas((100, 100), "high contrast"), new_canvas((100, 100), "high contrast")
    sheet = pygame.Surface((100, 100), pygame.SRCALPHA)
    for canvas in (at_once, ahead):
        canvas.surface.fill((60, 90, 200))
    for canvas in (at_once, ahead.onto(sheet)):
        canvas.rounded(face, radius, colour)
        draw_pattern(canvas, face, radius, "product", share, colour, (8, 8))
    ahead.surface.blit(sheet, (0, 0))
    apart = np.abs(pixels(at_once.surface).astype(int) - pixels(ahead.surface).astype(int))
    assert apart.max() <= 1
