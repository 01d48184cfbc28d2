"""The pictures of lanes and small maps are drawn once, and not again when a lane is quiet again or a step begins."""

from __future__ import annotations

import numpy as np
import pygame
import pytest

from game.core.scenario import Scenario
from game.ui.cache import Same
from game.ui.canvas import Canvas
from game.ui.geometry import Rect
from game.ui.place import GridPlace
from game.ui.themes import NIGHT
from game.view.card_faces import faces_of, faces_under, patch_faces_of
from game.view.lanes.lane import LanePatch
from game.view.lanes.maps import SmallMap
from game.view.lanes.small import small_grid
from game.view.numbers import NumberLook
from tests.picture import forget_pieces, new_canvas, pixels
from tests.pooling import CEILED
from tests.session.hands import fresh
from tests.session.test_lanes import COLOUR

PLACE = GridPlace(10, 10, 60, 2, 2)


def _drawn(canvas: Canvas, scenario: Scenario, quiet: float) -> tuple[bytes, set[object]]:
    """Return the pixels of a patch, and which pictures of patches are kept after it."""
    result = fresh(scenario).result
    patch = LanePatch(
        name="lane R patch",
        rect=PLACE.rect,
        place=PLACE,
        result=result,
        step=0,
        look=NumberLook(24, 0),
        decimals=(0, 0, 0),
        placed=True,
        quiet=quiet,
    )
    patch.draw(canvas)
    return pixels(canvas.surface).tobytes(), {key for key in canvas.cache._surfaces if "lane patch" in key}  # type: ignore[operator]


@pytest.mark.parametrize("theme", ["night", "daylight", "high contrast"])
def test_a_quiet_lane_has_a_picture_of_its_own_whose_cells_are_quieter(theme: str) -> None:
    forget_pieces()
    canvas = new_canvas((200, 200), theme)
    loud, _ = _drawn(canvas, COLOUR, 0.0)
    quiet, kept = _drawn(canvas, COLOUR, 0.4)
    assert loud != quiet
    assert len(kept) == 2
    assert (_drawn(canvas, COLOUR, 0.0)[0], _drawn(canvas, COLOUR, 0.4)[1]) == (loud, kept), "none is drawn again"


def test_padding_with_one_value_is_drawn_once_and_as_it_would_be_anew() -> None:
    forget_pieces()
    canvas, padded = new_canvas((200, 200)), COLOUR.varied(padding=(1, 1))
    first, _ = _drawn(canvas, padded, 0.0)
    assert sum("patch padding" in key for key in canvas.cache._surfaces) == 1  # type: ignore[operator]
    forget_pieces()
    assert _drawn(new_canvas((200, 200)), padded, 0.0)[0] == first


def _small(values: Same, made: int) -> SmallMap:
    rect = Rect(5, 5, 40, 60)
    place = Rect(5, 5, 40, 40)
    return SmallMap(
        name="map 1",
        rect=rect,
        place=place,
        grid=small_grid(place.inset(2), values.thing.shape),
        values=values,
        made=made,
        magnitude=3.0,
        map_look="hues",
        words="1",
        size=12,
        chosen=False,
        intents=(),
    )


def test_a_shrunk_map_is_kept_only_while_no_step_makes_it_another_one() -> None:
    forget_pieces()
    canvas, values = new_canvas((100, 100)), Same(np.arange(64.0 * 64).reshape(64, 64) % 7 - 3)
    seen = []
    for made in (0, 100, 101, 64 * 64):
        canvas.surface.fill((0, 0, 0))
        _small(values, made).draw(canvas)
        seen.append(pixels(canvas.surface).tobytes())
    assert len(set(seen)) > 2
    assert sum("shrunk map" in key for key in canvas.cache._surfaces) == 1  # type: ignore[operator]
    assert isinstance(canvas.surface, pygame.Surface)


def test_a_shrunk_map_of_which_nothing_stands_has_one_picture_whatever_its_values_are() -> None:
    forget_pieces()
    canvas, grid = new_canvas((100, 100)), np.arange(64.0 * 64).reshape(64, 64) % 7 - 3
    for values in (grid, grid + 1, grid + 2):
        _small(Same(values), 0).draw(canvas)
    assert sum("shrunk map" in key for key in canvas.cache._surfaces) == 1  # type: ignore[operator]


def test_a_lane_shows_pixels_as_the_card_does_and_works_out_nothing_of_what_comes_of_them() -> None:
    for scenario in (COLOUR, COLOUR.varied(padding=(1, 1)), CEILED):
        result = fresh(scenario).result
        for step in (0, 3, 999):
            shown = patch_faces_of(result, step, NIGHT, (1, 1, 1))
            faces = faces_of(result, step, NIGHT, (1, 1, 1))
            assert np.array_equal(shown.gray, faces.gray)
            assert shown.pixels == faces.pixels
            assert list(shown.texts) == [faces.pixel_text(index) for index in range(len(faces.pixels))]
            assert patch_faces_of(result, step, NIGHT, (1, 1, 1)) is shown
    faces_under.cache_clear()
    forget_pieces()
    _drawn(new_canvas((200, 200)), COLOUR, 0.0)
    assert faces_under.cache_info().currsize == 0
