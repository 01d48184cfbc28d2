"""Pieces that are drawn many at once are those that are drawn one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.result import result_of
from game.core.scenario import startup
from game.play.moment import moment
from game.session.boards import kernel_scale, product_scale
from game.ui.geometry import Rect
from game.ui.place import GridPlace
from game.ui.themes import HUES, NIGHT, WHITE, Colour, gray, mix, shade
from game.view.card_faces import colours_of, faces_of
from game.view.colours import mixed_colours, pixel_colours
from game.view.still import blit_run
from tests.core.edits import with_pixels
from tests.picture import new_canvas, pixels, scenario

GROUND, COLOUR, LINE = (15, 19, 24), (92, 208, 179), (200, 10, 30)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(2, 12), st.data())
def test_a_run_is_the_squares_of_its_cells_and_no_others(
    rows: int, columns: int, pitch: int, data: st.DataObject
) -> None:
    place = GridPlace(5, 7, pitch, rows, columns)
    first, last = sorted(data.draw(st.tuples(st.integers(0, rows * columns), st.integers(0, rows * columns))))
    rects = place.run(first, last)
    assert len(rects) <= 3
    covered = np.zeros((7 + rows * pitch, 5 + columns * pitch), dtype=int)
    for x, y, width, height in rects:
        covered[y : y + height, x : x + width] += 1
    expected = np.zeros_like(covered)
    for index in range(first, last):
        x, y, width, height = place.square(*divmod(index, columns))
        expected[y : y + height, x : x + width] += 1
    assert np.array_equal(covered, expected)


def test_a_run_is_copied_to_where_its_cells_stand() -> None:
    canvas, place = new_canvas((60, 60)), GridPlace(10, 20, 8, 3, 4)
    whole = new_canvas((32, 24)).surface
    whole.fill(COLOUR)
    blit_run(canvas.surface, whole, place, 3, 9)
    found = (pixels(canvas.surface) == COLOUR).all(axis=2)
    assert found.sum() == 6 * 64
    assert found[20:28, 34:42].all()
    assert found[28:36, 10:42].all()
    assert found[36:44, 10:18].all()


@pytest.mark.parametrize("side", [9, 28, 61, 110, 330])
@pytest.mark.parametrize("alpha", [255, 90])
def test_a_passing_colour_is_drawn_as_one_that_stays(side: int, alpha: int) -> None:
    stays, passes = new_canvas((360, 360)), new_canvas((360, 360))
    rect, radius = Rect(10, 12, side, side), side * 0.07
    for canvas in (stays, passes):
        canvas.surface.fill(GROUND)
    stays.rounded(rect, radius, COLOUR, alpha)
    passes.passing(rect, radius, LINE, alpha)  # what was drawn before in the same size leaves no trace
    passes.surface.fill(GROUND)
    passes.passing(rect, radius, COLOUR, alpha)
    assert np.array_equal(pixels(stays.surface), pixels(passes.surface))


@pytest.mark.parametrize("side", [12, 28, 61, 110])
def test_a_tile_is_a_cell_with_an_outline(side: int) -> None:
    apart, once = new_canvas((150, 150)), new_canvas((150, 150))
    rect, radius = Rect(10, 12, side, side), side * 0.07
    apart.rounded(rect, radius, COLOUR)
    apart.outline(rect, radius, LINE, 1.5)
    once.tile(rect, LINE, once.sheet(rect.w, rect.h, radius, LINE, 1.5))
    once.surface.fill((0, 0, 0))
    once.tile(rect, COLOUR, once.sheet(rect.w, rect.h, radius, LINE, 1.5))
    assert np.array_equal(pixels(apart.surface), pixels(once.surface))


def test_numbers_that_are_written_at_once_stand_where_single_ones_do() -> None:
    single, many = new_canvas((300, 60)), new_canvas((300, 60))
    cells = [("0.25", 30.5, 20.0, (9, 9, 9)), ("−12.5", 110.0, 30.5, (250, 250, 250)), ("≈0", 200.0, 41.0, COLOUR)]
    for text, x, y, ground in cells:
        single.number(text, x, y, 17, ground)
    many.numbers(cells, 17)
    assert np.array_equal(pixels(single.surface), pixels(many.surface))
    many.line([("0.25", LINE, True), (" × ", COLOUR, False), ("7", LINE, True)], 40, 30.0, 20)
    x = 40
    for text, colour, bold in (("0.25", LINE, True), (" × ", COLOUR, False), ("7", LINE, True)):
        x += single.text(text, x, 30.0, 20, colour, bold)
    assert np.array_equal(pixels(single.surface), pixels(many.surface))


@pytest.mark.parametrize("kernel", ["random", "random signed", "outline"])
@pytest.mark.parametrize("fraction", [0.05, 0.22, 0.28, 0.31, 0.42, 0.55, 0.63, 0.7, 0.88, 0.97])
def test_the_cards_colours_are_mixed_as_single_ones_are(kernel: str, fraction: float) -> None:
    result = result_of(scenario("noise", kernel=kernel))
    now, faces = moment(result, 5 + fraction), faces_of(result, 5, NIGHT, (2, 2, 2))
    assert now.patch is not None
    assert now.products is not None
    full = product_scale(kernel_scale(result.kernel_magnitude), result.scenario.white)
    for two_lines in (False, True):
        found = colours_of(faces.grounds(now, now.rise, 1.0 if two_lines else now.covering))
        for index, at in enumerate(np.ndindex(now.patch.shape)):
            weight = float(result.scenario.kernel[at])
            blue = shade(weight, kernel_scale(result.kernel_magnitude), NIGHT.kernel, NIGHT)
            met = mix(gray(float(now.patch[at]), result.scenario.white), blue, 0.62)
            done = shade(float(now.products[at]), full, NIGHT.product, NIGHT)
            rise = float(now.rise[at]) * 0.5
            before = met if two_lines else mix(blue, met, now.covering)
            due = mix(done, met, rise) if now.blended[at] else mix(before, done, rise)
            assert found[index] == (blue if now.flight[at] > 0 else due), (at, two_lines)


def test_cells_are_the_same_object_as_long_as_nothing_under_the_kernel_changes() -> None:
    result = result_of(startup())
    faces = faces_of(result, 5, NIGHT, (2, 2, 2))
    elsewhere = result_of(with_pixels(result.scenario, [(7, 7)], 0.5))
    below = result_of(with_pixels(result.scenario, [(2, 2)], 0.5))
    assert faces_of(elsewhere, 5, NIGHT, (2, 2, 2)) is faces
    assert faces_of(below, 5, NIGHT, (2, 2, 2)) is not faces
    assert faces_of(result, 6, NIGHT, (2, 2, 2)) is not faces
    assert faces_of(result, 99, NIGHT, (2, 2, 2)).product_texts == faces_of(result, 15, NIGHT, (2, 2, 2)).product_texts


@pytest.mark.parametrize("hue", [WHITE, *HUES])
def test_the_colours_of_pixels_are_those_of_single_ones(hue: Colour) -> None:
    grid = np.array([[0.0, 0.1, 0.5, 2.0 / 3, 1.0, 3.0, 2.0]])
    shares = np.clip(grid[0] / 2.0, 0, 1)
    single = [[round(level * share) for level in hue] for share in shares.tolist()]
    assert pixel_colours(grid, 2.0, hue, NIGHT.negative)[0].tolist() == single
    beside = np.append(grid, [[-2.0]], axis=1)  # with one that is negative
    assert pixel_colours(beside, 2.0, hue, NIGHT.negative)[0].tolist() == [*single, list(NIGHT.negative)]
    assert mixed_colours([grid, grid[:, ::-1], beside[:, 1:]], 2.0)[0].tolist() == [
        [round(255 * share) for share in each] for each in zip(shares, shares[::-1], [*shares[1:], 0.0], strict=True)
    ]
