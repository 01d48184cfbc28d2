"""What lies on cells is seen in both views: where it lies, and in which colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.input.intent import Cell, GridName
from game.input.mode_intents import Question
from game.play.choices import HOME
from game.ui.themes import theme_of
from game.view.making import Making
from game.view.marks import CellCursor
from game.view.pencil import Marks
from tests.picture import new_canvas, pixels, state, window
from tests.view.stack.scenes import stacked

from .predicting import asking, with_interface

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.session.state import State
    from game.view.window import Window

SIZE = (1280, 720)
NIGHT = theme_of("night")


def views(**more: Any) -> list[Window]:
    """Return the window of a state in the Flat view and in the Stack view."""
    flat: State = state(None, 3.45, **more)
    laid = with_interface(stacked(None, 3.45, camera=HOME), **more)
    return [window(flat, SIZE), window(laid, SIZE)]


def drawn(now: Window, name: str) -> NDArray[np.uint8]:
    """Return a picture with the marks of that name, and nothing else, on the ground."""
    canvas = new_canvas(SIZE)
    canvas.surface.fill(NIGHT.ground)
    next(widget for widget in now.widgets if widget.name == name).draw(canvas)
    return pixels(canvas.surface)


def of_colour(picture: NDArray[np.uint8], colour: tuple[int, int, int]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = np.abs(picture.astype(int) - colour).max(axis=2) < 40
    return found


@pytest.mark.parametrize("stack", [False, True])
def test_a_weight_marks_its_pixels_by_dots_in_their_upper_right_corners(stack: bool) -> None:
    now = views(hover=Cell(GridName.KERNEL, 1, 1))[stack]
    marks = next(widget for widget in now.widgets if widget.name == "marks meets")
    assert isinstance(marks, Marks)
    seen = of_colour(drawn(now, "marks meets"), NIGHT.now)
    for row, column in marks.cells:
        rows, columns = np.nonzero(seen_in(seen, marks, (row, column)))
        assert len(rows), (row, column)
        middle = marks.pencil.middle((row, column))
        assert columns.mean() > middle[0]
        assert stack or rows.mean() < middle[1]


def seen_in(seen: NDArray[np.bool_], marks: Marks, cell: tuple[int, int]) -> NDArray[np.bool_]:
    """Return what is seen of one cell: what points at it."""
    only = np.zeros_like(seen)
    for row, column in np.argwhere(seen).tolist():
        only[row, column] = marks.pencil.place.at(column + 0.5, row + 0.5) == cell
    return only


@pytest.mark.parametrize("stack", [False, True])
@pytest.mark.parametrize("cell", [Cell(GridName.IMAGE, 2, 3), Cell(GridName.OUTPUT, 1, 1), Cell(GridName.KERNEL, 0, 1)])
def test_the_cursor_is_a_ring_around_its_cell_which_stays_free(cell: Cell, stack: bool) -> None:
    now = views(cursor=cell)[stack]
    ring = next(widget for widget in now.widgets if isinstance(widget, CellCursor))
    seen = of_colour(drawn(now, "cell cursor"), NIGHT.now)
    x, y = ring.pencil.middle((cell.row, cell.column))
    rows, columns = np.nonzero(seen)
    assert columns.min() < x < columns.max()
    assert rows.min() < y < rows.max()
    assert not seen[round(y) - 4 : round(y) + 5, round(x) - 4 : round(x) + 5].any()
    place = ring.pencil.place
    assert {place.at(column + 0.5, row + 0.5) for row, column in zip(rows, columns, strict=True)} != {None}
    assert ring.rect.holds(now.cell_rect(cell))


def making_in(now: Window) -> Making:
    return next(widget for widget in now.widgets if isinstance(widget, Making))


@pytest.mark.parametrize("stack", [False, True])
def test_a_value_beyond_the_scale_has_a_mark_in_its_cells_corner(stack: bool) -> None:
    making = making_in(views()[stack]).changed(value=3.0, reveal=1.0, magnitude=2.0)
    pictures = []
    for each in (making, making.changed(magnitude=3.0)):  # the same shade
        canvas = new_canvas(SIZE)
        each.draw(canvas)
        pictures.append(pixels(canvas.surface))
    rows, columns = np.nonzero((pictures[0] != pictures[1]).any(axis=2))
    corner = making.pencil.corner(making.cell)
    assert len(rows)
    assert corner.inset(-1).contains(columns.min(), rows.min())
    assert corner.inset(-1).contains(columns.max(), rows.max())


def test_a_layers_cell_that_is_too_small_has_its_sum_on_a_plate_above_it() -> None:
    small = stacked(None, 3.75, camera=HOME.changed(zoom=0.4))
    now = window(small, SIZE)
    making, place = making_in(now), making_in(now).pencil.place.cell(*making_in(now).cell)
    assert making.tag
    above = drawn(now, "making")[making.rect.y : place.y - 4, making.rect.x : making.rect.right]
    assert of_colour(above, NIGHT.now).any()
    assert of_colour(above, NIGHT.text).any()


def test_an_output_that_is_asked_for_has_no_mark_that_could_tell_of_it() -> None:
    asked = with_interface(asking(Question.PATCH, 5.45), hover=Cell(GridName.OUTPUT, 0, 1))
    names = [widget.name for widget in window(asked, SIZE).widgets]
    assert not [name for name in names if name.startswith("marks")]
    laid = with_interface(asked, stacked=True, rise=1.0)
    names = [widget.name for widget in window(laid, SIZE).widgets]
    assert "marks hover" not in names[names.index("grid output") :]
