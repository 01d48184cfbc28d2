"""Numbers in cells beside each other stand apart, and no hatching or pattern runs through their digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame
import pytest

from game.core.convolution import patch_corner
from game.core.convolution import products as products_at
from game.core.result import result_of
from game.input.intent import GridName
from game.play.moment import moment
from game.ui.cache import SurfaceCache
from game.ui.canvas import Canvas
from game.ui.place import GridPlace
from game.ui.themes import theme_of
from game.ui.typeface import SMALLEST_NUMBER, digit_height
from game.view.coverage import CoverageGrid
from game.view.image_picture import image_picture, image_surface
from game.view.numbers import NumberLook, look_of, shown, widest
from game.view.places import looks_in, smallest_number, stage_of
from game.view.stack.laying import block_of
from game.words.numbers import decimals_of
from tests.picture import (
    ensure_screen,
    forget_pieces,
    frame,
    picture,
    pixels,
    scenario,
    scenarios,
    side_of,
    state,
    typeface,
)
from tests.ui.test_layout import SIZES

if TYPE_CHECKING:
    from game.core.scenario import Scenario
    from game.ui.geometry import Rect
    from game.ui.themes import Theme

Size = tuple[int, int]
THEMES = ("night", "daylight", "high contrast")


def looks(shown_scenario: Scenario, size: Size, presenting: bool) -> dict[str, tuple[NumberLook, GridPlace, str]]:
    """Return each grid's look and place, and the widest of its numbers."""
    made = frame(state(shown_scenario, presenting=presenting), size)
    places, boards = stage_of(made), made.side.boards
    found = looks_in(made, places)
    grids = {
        "image": (found.image, places.image, shown_scenario.image),
        "kernel": (found.kernel, places.kernel, shown_scenario.kernel),
        "products": (found.products, places.products, boards.products.widest),
        "output": (found.output, places.output, boards.output.grid),
        "card": (found.card, places.image, shown_scenario.kernel),
    }
    return {name: (look, at, widest(made.type, grid, look.decimals)) for name, (look, at, grid) in grids.items()}


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_numbers_beside_each_other_stand_at_least_a_quarter_of_a_digit_apart(
    name: str, size: Size, presenting: bool
) -> None:
    for grid, (look, place, words) in looks(scenarios()[name], size, presenting).items():
        if look.size:
            free = place.pitch - typeface().width(words, look.size, True)
            assert free >= typeface().width("0", look.size, True) / 4, (grid, words, place.pitch)


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_the_widest_number_takes_its_share_of_the_cell_wherever_it_could_be_smaller(
    name: str, size: Size, presenting: bool
) -> None:
    smallest = smallest_number(frame(state(presenting=presenting), size)) or SMALLEST_NUMBER
    for grid, (look, place, words) in looks(scenarios()[name], size, presenting).items():
        share = 0.9 if presenting or grid == "card" else 0.8
        if look.size > smallest:
            assert typeface().width(words, look.size, True) <= share * place.pitch, grid


@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1280, 800), (1024, 768)])
def test_the_start_up_scenario_has_all_its_numbers_in_the_window_and_in_present(size: Size) -> None:
    for presenting in (False, True):
        for grid, (look, _, _) in looks(scenarios()["start-up"], size, presenting).items():
            assert look.size, (grid, presenting)


def canvas_of(size: Size, theme: Theme) -> Canvas:
    """Return a canvas that keeps nothing of another."""
    ensure_screen()
    return Canvas(pygame.Surface(size).convert(), theme, typeface(), SurfaceCache())


def inside(face: Rect, words: str, size: int) -> tuple[slice, slice]:
    """Return the rows and columns of a picture in which the digits in a cell are."""
    x, y = face.centre
    wide, high = typeface().width(words, size, True) / 2, digit_height(size) / 2
    return slice(round(y - high), round(y + high)), slice(round(x - wide), round(x + wide))


def digits(place: GridPlace, row: int, column: int, words: str, size: int) -> tuple[slice, slice]:
    """Return the rows and columns of a picture of a grid in which a cell's digits are."""
    return inside(place.cell(row, column), words, size)


LEFT_OVER = {
    "two decimals": scenario(size=(6, 6), kernel="ones", stride=(2, 2), padding=(1, 1)),
    "integers": scenario("integers", (6, 6), "ones", stride=(4, 4), padding=(0, 1)),
}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", LEFT_OVER)
@pytest.mark.parametrize("pitch", [13, 15, 18, 21, 22, 26, 31, 36, 43, 44, 52, 60, 77, 90])
def test_hatching_stops_around_the_digits_and_is_still_seen(pitch: int, name: str, theme: str) -> None:
    result = result_of(LEFT_OVER[name])
    top, left = result.scenario.padding
    place = GridPlace(0, 0, pitch, *result.scenario.padded_size, (-top, -left))
    decimals = decimals_of(result.scenario.image)
    for smallest in (0, SMALLEST_NUMBER):
        look = look_of(typeface(), result.scenario.image, place, decimals, smallest)
        colours = theme_of(theme)
        drawn = [
            pixels(image_surface(canvas_of((place.rect.w, place.rect.h), colours), place, result, look, hatched))
            for hatched in (True, False)
        ]
        differs = (drawn[0] != drawn[1]).any(axis=2)
        uncovered = np.argwhere(result.uncovered.left_over | result.uncovered.skipped).tolist()
        assert uncovered
        for row, column in uncovered:
            cell = slice(row * pitch, (row + 1) * pitch), slice(column * pitch, (column + 1) * pitch)
            assert differs[cell].sum() >= 4, "the hatching is gone"
            value = float(result.padded_image[row, column])
            if look.size:
                at = digits(place, row - top, column - left, shown(value, look.decimals), look.size)
                assert not differs[at].any(), (row, column, look)


@pytest.mark.parametrize("pitch", [13, 17, 21, 30, 44, 60, 90])
def test_hatching_stops_around_the_counts_of_the_coverage(pitch: int) -> None:
    for each in LEFT_OVER.values():
        counts = side_of(state(each, coverage=True))
        result, board = counts.result, counts.boards.of(GridName.IMAGE)
        top, left = result.scenario.padding
        place = GridPlace(0, 0, pitch, *result.scenario.padded_size, (-top, -left))
        for size in {SMALLEST_NUMBER, max(SMALLEST_NUMBER, pitch // 2)}:
            look = look_of(typeface(), np.zeros((2, 2)), place, 0).changed(size=size)
            canvas = canvas_of((place.rect.w, place.rect.h), theme_of("high contrast"))
            bare = canvas_of((place.rect.w, place.rect.h), theme_of("high contrast").changed(now_text=(0, 0, 0)))
            for on in (canvas, bare):
                CoverageGrid(name="coverage", rect=place.rect, place=place, result=result, board=board, look=look).draw(
                    on
                )
            differs = (pixels(canvas.surface) != pixels(bare.surface)).any(axis=2)
            assert differs.any()
            for row, column in np.argwhere(result.uncovered.left_over | result.uncovered.skipped).tolist():
                assert not differs[digits(place, row - top, column - left, "0", size)].any()


def no_pattern(*_: object) -> None:
    """Draw none."""


PATTERNED = ("cell_patterns", "output", "card_cells", "flights")
SIGNED = scenario(kernel="random signed", stride=(2, 2), padding=(1, 1))


@pytest.mark.parametrize("presenting", [False, True])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (1024, 768), (800, 600)])
@pytest.mark.parametrize("shown_scenario", [SIGNED, scenario("integers", kernel="outline")], ids=["signed", "integers"])
def test_in_high_contrast_no_pattern_runs_through_digits(
    shown_scenario: Scenario, size: Size, presenting: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = state(shown_scenario, 5.6, settings={"theme": "high contrast"}, presenting=presenting)
    with_it, shape = pixels(picture(made, size)), made.scenario.output_size
    for module in PATTERNED:
        monkeypatch.setattr(f"game.view.{module}.draw_pattern", no_pattern)
    forget_pieces()
    differs = (with_it != pixels(picture(made, size))).any(axis=2)
    forget_pieces()
    assert differs.any()
    found, now = looks(shown_scenario, size, presenting), moment(made.result, 5.6)
    assert now.cell is not None
    products = products_at(made.scenario, now.cell)
    row, column = patch_corner(made.scenario, now.cell)
    cells = [("kernel", at, value) for at, value in np.ndenumerate(made.scenario.kernel)]
    cells += [("products", at, value) for at, value in np.ndenumerate(products)]
    cells += [("card", (row + at[0], column + at[1]), value) for at, value in np.ndenumerate(products)]
    cells += [("output", divmod(step, shape[1]), made.result.output[divmod(step, shape[1])]) for step in range(5)]
    for grid, at, value in cells:
        look, place, _ = found[grid]
        if look.size:
            face, words = place.cell(*at), shown(float(value), look.decimals)
            assert not differs[inside(face, words, look.size)].any(), (grid, at, words)


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize("texels", [22, 32, 45, 64, 90])
@pytest.mark.parametrize("name", LEFT_OVER)
def test_hatching_stops_around_the_digits_on_a_layer_too(name: str, texels: int, quarters: int) -> None:
    result = result_of(LEFT_OVER[name])
    rows, columns = result.scenario.padded_size
    top, left = result.scenario.padding
    block = block_of(-top, -left, rows, columns, texels)
    size = SMALLEST_NUMBER if name == "integers" or texels > 40 else 0
    look = NumberLook(size, 0 if name == "integers" else 2, quarters=quarters)
    drawn = [
        pixels(image_picture(canvas_of((9, 9), theme_of("night")), block, result, look, hatched))
        for hatched in (True, False)
    ]
    differs = (drawn[0] != drawn[1]).any(axis=2)
    assert differs.any()
    if not look.size:
        return
    for row, column in np.argwhere(result.uncovered.left_over | result.uncovered.skipped).tolist():
        value = float(result.padded_image[row, column])
        face = block.cell(row - top, column - left)
        words = shown(value, look.decimals)
        at = inside(face, words, look.size)
        if quarters % 2:
            (x, y), (high, wide) = face.centre, ((part.stop - part.start) / 2 for part in at)
            at = slice(round(y - wide), round(y + wide)), slice(round(x - high), round(x + high))
        assert not differs[at].any(), (row, column)
