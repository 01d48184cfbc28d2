"""What is nearer to the viewer is drawn later, from every angle: the painter's order."""

from __future__ import annotations

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.core.scenario import Scenario
from game.input.intent import GridName
from game.play.choices import Camera
from game.ui.geometry import Rect
from game.ui.themes import NIGHT, shade
from game.view.compositor import paint
from game.view.stack.walk import Walk
from game.view.window import Window
from tests.picture import new_canvas, pixels, window

from .scenes import cameras, inside, looked_at, scenarios, stacked
from .test_picking import quads

SIZE = (1000, 640)


def walk_of(shown: Window) -> Walk:
    """Return what moves between the layers."""
    return next(one for one in shown.widgets if isinstance(one, Walk))


@settings(max_examples=60, deadline=None)
@given(scenarios(), cameras(), st.floats(0.3, 0.65))
def test_rising_cells_are_drawn_from_below_to_above(shown: Scenario, camera: Camera, fraction: float) -> None:
    now = window(stacked(shown, fraction, camera=camera), SIZE)
    walk = walk_of(now)
    pieces = walk.pieces(NIGHT, walk.places.image, walk.places.card, walk.moment.card)
    assert [piece.height for piece in pieces] == sorted(piece.height for piece in pieces)
    assert all(0 <= piece.height <= 1 for piece in pieces)


@settings(max_examples=60, deadline=None)
@given(cameras(), st.floats(-5, 5), st.floats(-5, 5), st.floats(0, 5), st.floats(0.01, 5))
def test_of_two_level_cells_seen_at_one_point_the_higher_is_the_nearer(
    camera: Camera, x: float, y: float, z: float, higher: float
) -> None:
    right, down, near = looked_at(camera, x, y, z)
    # The point of the higher plane that is seen at the same place of the window.
    turn = np.radians(camera.turn)
    forward = (down + (z + higher) * np.cos(np.radians(camera.tilt))) / np.sin(np.radians(camera.tilt))
    there = right * np.cos(turn) - forward * np.sin(turn), right * np.sin(turn) + forward * np.cos(turn)
    again = looked_at(camera, *there, z + higher)
    assert np.allclose(again[:2], (right, down))
    assert again[2] > near


PLAIN = Scenario(np.full((6, 6), 1.0), np.full((2, 2), 1.0), white=1.0)


OVER = Camera(turn=20.0, tilt=78.0, gap=0.4)  # the output lies over the card and the image


@settings(max_examples=25, deadline=None)
@given(cameras(), st.integers(1, 24))
@example(OVER, 20)
@example(OVER.changed(turn=-160.0), 24)
def test_the_picture_shows_the_topmost_layer_at_each_cell(camera: Camera, step: int) -> None:
    now = window(stacked(PLAIN, step + 0.15, camera=camera.changed(zoom=min(camera.zoom, 2.0))), SIZE)
    assert now.first.stack is not None
    canvas = new_canvas(SIZE)
    paint(canvas, now.widgets, (Rect(0, 0, *SIZE),))
    picture = pixels(canvas.surface)
    grids = dict(now.first.stack.grids)
    made = now.first.moment.made
    colours = {
        GridName.OUTPUT: shade(1.0, 1.0, NIGHT.output, NIGHT),
        GridName.KERNEL: shade(1.0, 1.0, NIGHT.kernel, NIGHT),
        GridName.IMAGE: (255, 255, 255),
    }
    above: list[tuple[tuple[float, float], ...]] = []
    for name in (GridName.OUTPUT, GridName.KERNEL):
        for at, corners in quads(grids[name]).items():
            (ax, ay), (bx, by), (cx, cy), _ = corners
            # A place beside the number and clear of edges: near the corner, on the diagonal.
            point = ax + (cx - ax) * 0.16 + (bx - ax) * 0.02, ay + (cy - ay) * 0.16 + (by - ay) * 0.02
            stands = name is GridName.KERNEL or at[0] * 5 + at[1] < made
            hidden = any(inside(quad, point, 8) for quad in above) or not now.first.stack.clip.inset(9).contains(*point)
            covered = now.widget_at(*point) or any(
                one.name.startswith(("plate", "title", "size", "stack hint")) and one.rect.contains(*point)
                for one in now.widgets
            )
            low = np.sin(np.radians(now.first.stack.tilt)) < 0.35
            small = low or min(abs(cx - ax) + abs(cy - ay), abs(cx - bx) + abs(cy - by)) < 34
            if not stands or hidden or covered or small:
                continue
            got = picture[int(point[1]), int(point[0])]
            near = np.abs(got.astype(int) - colours[name]).max()
            assert near <= 24, (name, at, point, got, colours[name])
        above.extend(quads(grids[name]).values())
