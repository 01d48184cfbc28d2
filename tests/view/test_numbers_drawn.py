"""Numbers are written large enough to be read, or not at all."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario, startup
from game.ui.geometry import Rect
from game.ui.place import GridPlace
from game.ui.themes import WHITE
from game.ui.typeface import SMALLEST_NUMBER
from game.view.numbers import NumberLook, fits, shown
from game.view.places import Looks, looks_of
from game.words.numbers import number
from tests.picture import frame, new_canvas, picture, pixels, scenarios, side_of, state, typeface, window
from tests.ui.test_layout import SIZES

GRIDS = ("image", "kernel", "products", "output")


def looks(shown_scenario: Scenario, size: tuple[int, int]) -> Looks:
    made = state(shown_scenario)
    return looks_of(typeface(), side_of(made).boards, window(made, size).places)


def digit_pixels(size: int) -> int:
    """Return how many rows of pixels a rendered bold 0 inks."""
    canvas = new_canvas((size * 2, size * 3))
    canvas.surface.fill((0, 0, 0))
    canvas.text("0", size / 2, size * 1.5, size, WHITE, True)
    rows = np.flatnonzero((pixels(canvas.surface)[:, :, 0] >= 64).any(axis=1))
    return int(rows[-1] - rows[0] + 1)


@pytest.mark.parametrize(("grid", "least"), [("image", 13), ("kernel", 18), ("products", 18), ("output", 18)])
def test_numbers_of_the_startup_scenario_are_large_at_full_hd(grid: str, least: int) -> None:
    look: NumberLook = getattr(looks(startup(), (1920, 1080)), grid)
    assert digit_pixels(look.size) >= least


@pytest.mark.parametrize("theme", ["night", "daylight"])
def test_the_zeros_of_the_image_are_that_high_in_the_picture_itself(theme: str) -> None:
    shown_scenario = startup().with_image(np.zeros((8, 8)), "")
    looks_now = looks(startup(), (1920, 1080))
    made = state(shown_scenario, 16.0, settings={"theme": theme})
    place = window(made, (1920, 1080)).places.image
    cell = pixels(picture(made, (1920, 1080)))[_rows(place.cell(0, 0)), :][:, _columns(place.cell(0, 0))]
    middle = cell[6:-6, 6:-6, 0]
    rows = np.flatnonzero((middle >= 96).any(axis=1))
    assert rows[-1] - rows[0] + 1 >= 13, "a 0 in an image of zeros"
    assert looks_now.image.size > 0


def _rows(rect: Rect) -> slice:
    return slice(rect.y, rect.bottom)


def _columns(rect: Rect) -> slice:
    return slice(rect.x, rect.right)


def test_the_smallest_font_has_digits_nine_pixels_high_and_the_next_smaller_has_not() -> None:
    assert digit_pixels(SMALLEST_NUMBER) >= 9
    assert digit_pixels(SMALLEST_NUMBER - 1) <= 9


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_digits_are_at_least_nine_pixels_high_or_absent(size: tuple[int, int], name: str) -> None:
    found = looks(scenarios()[name], size)
    for grid in GRIDS:
        look: NumberLook = getattr(found, grid)
        assert look.size == 0 or digit_pixels(look.size) >= 9, grid


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", scenarios())
def test_a_number_that_is_written_stays_inside_its_cell(size: tuple[int, int], name: str) -> None:
    made = state(scenarios()[name])
    places, found = window(made, size).places, looks(scenarios()[name], size)
    grids = {"image": made.scenario.image, "kernel": made.scenario.kernel, "output": made.result.output}
    for grid, values in grids.items():
        place: GridPlace = getattr(places, grid)
        look: NumberLook = getattr(found, grid)
        for value in np.unique(values)[:300]:
            text = shown(float(value), look.decimals)
            if fits(typeface(), text, look, place):
                assert typeface().width(text, look.size, True) <= place.cell(0, 0).w
                assert look.size * 0.75 <= place.cell(0, 0).h


@pytest.mark.parametrize("name", ["start-up", "integers", "kernel 15"])
def test_every_number_is_written_where_cells_are_large(name: str) -> None:
    made = state(scenarios()[name])
    places, found = window(made, (1920, 1080)).places, looks(scenarios()[name], (1920, 1080))
    for value in np.unique(made.scenario.image):
        text = shown(float(value), found.image.decimals)
        assert fits(typeface(), text, found.image, places.image), text


def test_a_grid_of_integers_shows_no_decimals_and_another_two() -> None:
    assert looks(scenarios()["integers"], (1920, 1080)).image.decimals == 0
    assert looks(startup(), (1920, 1080)).image.decimals == 2


def test_what_is_shown_is_what_the_formatter_writes() -> None:
    for value in (0.0, -0.001, 99.994, 123.456, -1234.5, 3e5):
        assert shown(value, 2) == number(value, 2)


def test_the_frame_is_the_layouts(typeface: object) -> None:
    del typeface
    assert frame(state(), (1920, 1080)).layout.size == (1920, 1080)
