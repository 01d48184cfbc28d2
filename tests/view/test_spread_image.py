"""Zeros between the pixels of a transposed convolution look like those around them, and stay so under paint."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.scenario_intents import Paint
from game.view.lanes.colour_picture import ColourPicture
from game.view.titles import note_words
from tests.picture import forget_pieces, picture, pixels, state, window
from tests.session.hands import after

SIZE = (1366, 768)
STAMPED = Scenario(
    np.full((3, 3), 2.0), [[1, 2], [3, 4]], white=3, stride=(2, 2), padding=(0, 0), transposed=True, name="Stamps"
)


def test_zeros_between_pixels_look_like_zeros_around_them() -> None:
    drawn = state(STAMPED, 0.0)
    place, colours = window(drawn, SIZE).places.image, pixels(picture(drawn, SIZE))

    def cell(row: int, column: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        x, y, _, _ = place.cell(row, column)
        return colours[y : y + place.pitch - 2, x : x + place.pitch - 2]

    around = cell(5, 5)
    for between in ((3, 4), (4, 3), (3, 3)):
        assert np.array_equal(cell(*between), around)
    assert not np.array_equal(cell(4, 4), around)


@pytest.mark.parametrize("size", [SIZE, (3840, 2160)])
def test_so_they_do_in_the_colour_picture(size: tuple[int, int]) -> None:
    image = np.array([[[3, 2], [1, 1]], [[1, 2], [2, 3]], [[2, 0], [3, 1]]], float)
    mixed = Scenario(image, np.ones((1, 3, 2, 2)), white=3, stride=(2, 2), transposed=True)
    drawn = state(mixed, 0.0, mixed=True)
    made = window(drawn, size)
    assert isinstance(made.named("grid image"), ColourPicture)
    place, colours = made.places.image, pixels(picture(drawn, size))
    cells = {}
    for row in range(-1, 4):
        for column in range(-1, 4):
            x, y, _, _ = place.cell(row, column)
            cells[row, column] = colours[y : y + place.pitch - 2, x : x + place.pitch - 2]
    around = cells.pop((3, 3))
    apart = {at for at, cell in cells.items() if not np.array_equal(cell, around)}
    far_from_the_card = {at for at in apart if max(at) >= 2}
    assert far_from_the_card == {(0, 2), (2, 0), (2, 2)}


def test_paint_changes_pixels_as_if_all_were_drawn_anew() -> None:
    first = state(STAMPED, 20.0, spread=True)
    picture(first, SIZE)
    painted = after(first, Paint(((2, 2), (2, 3), (3, 3)), 1.0))
    assert painted.scenario.pixels[0].tolist() == [[2, 2, 2], [2, 1, 2], [2, 2, 2]]
    mended = pixels(picture(painted, SIZE))
    fresh = state(painted.scenario, 20.0)
    fresh = fresh.changed(history=painted.history, interface=painted.interface)
    forget_pieces()
    assert np.array_equal(mended, pixels(picture(fresh, SIZE)))


def test_the_note_speaks_of_the_spread_image() -> None:
    around = "of the spread image, and zeros around it"
    assert note_words(STAMPED, (0, 0))[1] == ("covers row\u00a01, column\u00a01", around)
    assert note_words(STAMPED, (2, 2))[1] == ("covers rows\u00a02–3, columns\u00a02–3", "of the spread image")
