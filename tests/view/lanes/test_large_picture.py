"""A large picture: true shades, in half of the stage, its patch under a loupe, and painted like any other image."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import ToggleCompare, TogglePresent
from game.input.scenario_intents import NudgeCell
from game.input.walk_intents import BringChannel, Faster, GoToFilter, Scrub, TogglePlay
from game.input.window_intents import Tick
from game.session.front import fronted
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.ui.lane_places import LaneStage
from game.view.colours import mixed_colours
from game.view.lanes.colour_picture import ColourPicture
from tests.core.test_large_images import large
from tests.picture import frame, picture, pixels, state, window
from tests.view.lanes.test_changes import mended_is_anew

SIZES = [(1920, 1080), (1366, 768), (1024, 768), (800, 600)]
ONE = Scenario(large(200, 256, 1).image, [[1.0, 0.0, -1.0]])
DONE = (
    NudgeCell(Cell(GridName.IMAGE, 0, 0), 1),
    NudgeCell(Cell(GridName.IMAGE, 255, 199), -1),
    BringChannel(1),
    NudgeCell(Cell(GridName.IMAGE, 120, 97), -3),
    Scrub(40_000.5),
    GoToFilter(0),
    TogglePlay(),
    *(Faster(),) * 9,
    *(Tick(0.2) for _ in range(8)),
)


def test_what_is_mended_is_what_would_be_drawn_anew() -> None:
    mended_is_anew(large(), 3000.4, DONE)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shown", [large(), ONE], ids=["colour", "gray"])
def test_image_and_map_share_the_stage_and_the_loupe_stands_below_them(shown: Scenario, size: tuple[int, int]) -> None:
    shown_state = fronted(state(shown, 3000.4))
    made = window(shown_state, size)
    places = made.places
    assert isinstance(places, LaneStage)
    stage = frame(shown_state, size).layout.stage
    image, output, (lane,) = places.image.rect, places.output.rect, places.lanes
    assert image.right < output.x
    assert max(image.bottom, output.bottom) < lane.rect.y
    assert lane.rect.bottom <= stage.bottom
    tiles = [tile.rect for tile in (*places.pictures, *places.maps)]
    standing = [
        image,
        output,
        lane.rect,
        *tiles,
        *(one.rect for one in places.column),
        *(row.rect for row in places.rows),
    ]
    for place, one in enumerate(standing):
        assert stage.holds(one)
        assert not any(one.meets(other) for other in standing[place + 1 :])
    assert image.h >= 0.28 * stage.h


def test_each_pixel_of_the_window_has_the_colour_of_its_pixel() -> None:
    shown = large()
    drawn = window(fronted(state(shown, 62_000.0, mixed=True)), (1366, 768))
    place = drawn.places.image
    assert place.fine
    assert isinstance(drawn.named("grid image"), ColourPicture)
    surface = pixels(picture(fronted(state(shown, 62_000.0, mixed=True)), (1366, 768)))
    colours = mixed_colours(shown.channels, shown.white)
    rect = place.rect.inset(1)  # in a line, and the card lies higher
    for y in range(rect.y, rect.bottom, 7):
        for x in range(rect.x, rect.right, 5):
            row, column = place.at(x, y) or (0, 0)
            if row > 90:
                assert surface[y, x].tolist() == colours[row, column].tolist(), (x, y, place)


@pytest.mark.parametrize("begun", [ToggleCompare(), TogglePresent()])
@pytest.mark.parametrize("size", SIZES)
def test_it_is_compared_and_presented(begun: ToggleCompare | TogglePresent, size: tuple[int, int]) -> None:
    shown = reduce(fronted(state(large(256, 256), 3000.4)), begun)
    made = window(shown, size)
    assert Rect(0, 0, *size).holds(made.places.image.rect)
    assert np.ptp(pixels(picture(shown, size)).astype(int)) > 100
