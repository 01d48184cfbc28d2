"""What is under the pointer is what is seen there: the centre of every visible cell picks that cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario, startup
from game.input.intent import CardBorder, Cell, GridName
from game.play.choices import HOME, Camera
from game.shell.pointing import scene_of
from tests.picture import window
from tests.shell.hands import Person

from .scenes import cameras, inside, scenarios, stacked

if TYPE_CHECKING:
    from game.view.stack.places import LaidGrid
    from game.view.window import Window

SIZE = (1000, 640)
FROM_ABOVE = (GridName.OUTPUT, GridName.KERNEL, GridName.IMAGE)


def quads(grid: LaidGrid) -> dict[tuple[int, int], tuple[tuple[float, float], ...]]:
    """Return the corners of each cell of a grid, by row and column."""
    steps = grid.steps
    return {
        (row + grid.first[0], column + grid.first[1]): grid.quad(
            (row + grid.first[0]) * steps[0], (column + grid.first[1]) * steps[1]
        )
        for row in range(grid.rows)
        for column in range(grid.columns)
    }


def card_quad(shown: Window) -> tuple[tuple[float, float], ...]:
    """Return the card's outer corners."""
    assert shown.first.stack is not None
    stack, border = shown.first.stack, shown.first.stack.border
    rows, columns = stack.sizes.kernel
    return stack.card.quad(stack.corner[0] - border, stack.corner[1] - border, rows + 2 * border, columns + 2 * border)


def on_card_border(shown: Window, point: tuple[float, float]) -> bool:
    """Tell whether a point lies on the card's border, a little more than that included."""
    assert shown.first.stack is not None
    stack, inner = shown.first.stack, shown.first.stack.border * 0.5
    rows, columns = stack.sizes.kernel
    hole = stack.card.quad(
        stack.corner[0] + inner, stack.corner[1] + inner, max(0.0, rows - 2 * inner), max(0.0, columns - 2 * inner)
    )
    return inside(card_quad(shown), point, 0.01) and not inside(hole, point, -0.01)


@settings(max_examples=60, deadline=None)
@given(scenarios(), cameras(), st.floats(0, 1))
def test_the_centre_of_every_visible_cell_picks_that_cell(shown: Scenario, camera: Camera, share: float) -> None:
    window_now = window(stacked(shown, share * shown.steps, camera=camera), SIZE)
    assert window_now.first.stack is not None
    grids = dict(window_now.first.stack.grids)
    above: list[tuple[tuple[float, float], ...]] = []
    seen = 0
    for name in FROM_ABOVE:
        cells = quads(grids[name])
        for at, corners in cells.items():
            centre = (corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2
            hidden = any(inside(other, centre, 1e-6) for other in above)
            bordered = name is not GridName.OUTPUT and on_card_border(window_now, centre)
            if hidden or bordered or not window_now.first.stack.clip.contains(*centre) or window_now.widget_at(*centre):
                continue
            seen += 1
            assert window_now.target_at(*centre) == Cell(name, *at)
        above.extend(cells.values())
    assert seen or camera.zoom > 3 or abs(camera.across) + abs(camera.down) > 0.1


@settings(max_examples=60, deadline=None)
@given(scenarios(), cameras(), st.floats(0, 1), st.floats(0, 1000), st.floats(0, 640))
def test_whatever_is_picked_is_there_and_nothing_higher(
    shown: Scenario, camera: Camera, share: float, x: float, y: float
) -> None:
    now = window(stacked(shown, share * shown.steps, camera=camera), SIZE)
    assert now.first.stack is not None
    grids = dict(now.first.stack.grids)
    target = now.target_at(x, y)
    found = {name: [at for at, quad in quads(grids[name]).items() if inside(quad, (x, y), 1e-6)] for name in FROM_ABOVE}
    if isinstance(target, Cell):
        assert (target.row, target.column) in found[target.grid]
        higher = FROM_ABOVE[: FROM_ABOVE.index(target.grid)]
        surely = [name for name in higher for quad in quads(grids[name]).values() if inside(quad, (x, y), -1e-6)]
        assert not surely
    elif isinstance(target, CardBorder):
        assert on_card_border(now, (x, y))
    elif target is None and now.first.stack.clip.contains(x, y) and not now.covered(x, y):
        assert not any(inside(quad, (x, y), -1e-6) for name in FROM_ABOVE for quad in quads(grids[name]).values())


@settings(max_examples=40, deadline=None)
@given(scenarios(), cameras(), st.floats(0, 1), st.floats(0.05, 0.95))
def test_the_way_from_the_flat_places_is_picked_as_it_is_drawn(
    shown: Scenario, camera: Camera, share: float, rise: float
) -> None:
    now = window(stacked(shown, share * shown.steps, rise, camera=camera), SIZE)
    assert now.first.stack is not None
    for at, corners in quads(dict(now.first.stack.grids)[GridName.OUTPUT]).items():
        centre = (corners[0][0] + corners[2][0]) / 2, (corners[0][1] + corners[2][1]) / 2
        if now.first.stack.clip.contains(*centre) and now.widget_at(*centre) is None:
            assert now.target_at(*centre) == Cell(GridName.OUTPUT, *at)


def test_a_stroke_meets_the_pixels_below_the_card() -> None:
    now = window(stacked(position=5.3), SIZE)
    assert now.first.stack is not None
    image, kernel = dict(now.first.stack.grids)[GridName.IMAGE], dict(now.first.stack.grids)[GridName.KERNEL]
    under_card = kernel.cell(1, 1).centre
    assert now.target_at(*under_card) == Cell(GridName.KERNEL, 1, 1)
    assert now.pixel_at(*under_card) == image.at(*under_card)


def test_the_card_follows_the_hand_that_holds_its_border() -> None:
    shown = stacked(position=5.1)
    now = window(shown, SIZE)
    assert now.first.stack is not None
    x, y = now.first.stack.card.point(*now.first.stack.corner)
    scene = scene_of(shown, now, None, (x, y))
    assert now.target_at(x, y + 1) == CardBorder()
    assert scene.card == now.first.stack.corner
    assert scene.spot_at(x, y) == pytest.approx(now.first.stack.corner, abs=1e-9)
    there = now.first.stack.card.point(now.first.stack.corner[0] + 2, now.first.stack.corner[1] - 1)
    assert scene.spot_at(*there) == pytest.approx((now.first.stack.corner[0] + 2, now.first.stack.corner[1] - 1))


def test_painting_stepping_and_weights_work_by_hand() -> None:
    person = Person(size=SIZE, position=5.65)
    person.set(stacked=True, rise=1.0, camera=HOME)
    person.clicks(Cell(GridName.IMAGE, 7, 4))
    assert person.state.scenario.image[7, 4] == 1
    person.clicks(Cell(GridName.OUTPUT, 3, 2))
    assert person.state.playback.position == pytest.approx(14.65)
    person.clicks(Cell(GridName.KERNEL, 0, 2))
    assert person.state.interface.entry is not None
    assert person.state.interface.entry.target == Cell(GridName.KERNEL, 0, 2)


def test_empty_space_is_nothing() -> None:
    now = window(stacked(startup(), 5.3), SIZE)
    assert now.first.stack is not None
    x, y = now.first.stack.clip.right - 30, now.first.stack.clip.y + 30
    assert now.target_at(x, y) is None
    assert not now.covered(x, y)
