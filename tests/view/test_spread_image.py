"""Zeros between the pixels of a transposed convolution look like those around them, and stay so under paint."""

from __future__ import annotations

import numpy as np

from game.core.scenario import Scenario
from game.input.scenario_intents import Paint
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
