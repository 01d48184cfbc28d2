"""Places whose cells begin at rounded device pixels: each pixel of the window belongs to one cell."""

from __future__ import annotations

import pytest

from game.ui.geometry import Rect
from game.ui.place import GridPlace

PITCHES = [0.61, 1.0, 1.875, 2.0, 2.5, 3.2817, 5.999]


def place(pitch: float) -> GridPlace:
    """Return a place with padding around it, away from the corner."""
    return GridPlace(11, 7, float(pitch), 37, 53, (-2, -3))


@pytest.mark.parametrize("pitch", PITCHES)
def test_each_device_pixel_belongs_to_one_cell(pitch: float) -> None:
    made = place(pitch)
    edges = [made.edge(cell) for cell in range(made.columns + 1)]
    assert edges == sorted(edges)
    assert edges[0] == 0
    assert edges[-1] == made.rect.w
    squares = [made.square(-2, column) for column in range(-3, 50)]
    covered = [x for one in squares for x in range(one.x, one.right)]
    assert covered == list(range(made.rect.x, made.rect.right))


@pytest.mark.parametrize("pitch", PITCHES)
def test_what_is_pointed_at_is_the_cell_that_is_drawn_there(pitch: float) -> None:
    made = place(pitch)
    for x in range(made.rect.x, made.rect.right):
        for y in (made.rect.y, made.rect.y + 9, made.rect.bottom - 1):
            found = made.at(x + 0.5, y + 0.5)
            assert found is not None
            assert made.cell(*found).contains(x + 0.5, y + 0.5)
    assert made.at(made.rect.right, made.rect.y) is None


@pytest.mark.parametrize("pitch", PITCHES[1:])
def test_blocks_runs_and_parts_are_made_of_the_cells_squares(pitch: float) -> None:
    made = place(pitch)
    first, last = made.square(3, 5), made.square(9, 20)
    assert made.block(3, 5, 7, 16) == first.union(last)
    pixels = sum(one.w * one.h for one in made.run(60, 1000))
    cells = [made.square(index // 53 - 2, index % 53 - 3) for index in range(60, 1000)]
    assert pixels == sum(one.w * one.h for one in cells)
    part = Rect(30, 20, 9, 4)
    met = {
        (row + 2, column + 3) for row in range(-2, 35) for column in range(-3, 50) if _meets(made, row, column, part)
    }
    assert met <= set(made.within(part))


def _meets(made: GridPlace, row: int, column: int, part: Rect) -> bool:
    square = made.square(row, column)
    return bool(square.w and square.h) and square.meets(part)


def test_whole_pitches_are_what_they_were() -> None:
    made = GridPlace(10, 20, 30, 4, 5, (-1, -1))
    assert (made.rect, made.cell(0, 0)) == (Rect(10, 20, 150, 120), Rect(41, 51, 28, 28))
    assert made.at(40, 50) == (0, 0)
    assert not made.fine
