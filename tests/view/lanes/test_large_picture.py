"""A large picture: true shades, in half of the stage, its patch under a loupe, and painted like any other image."""

from __future__ import annotations

import numpy as np
import pytest

from game.core.kept_picture import KeptPicture
from game.core.resolution import with_kept_picture, with_resolution
from game.core.scenario import Scenario
from game.input.intent import Cell, GridName
from game.input.mode_intents import ToggleCompare, TogglePresent
from game.input.scenario_intents import NudgeCell
from game.input.walk_intents import BringChannel, Faster, GoToFilter, Scrub, TogglePlay
from game.input.window_intents import SetScale, Tick
from game.session.front import fronted
from game.session.reduce import reduce
from game.ui.geometry import Rect
from game.ui.lane_places import LaneStage
from game.ui.widgets.label import Label
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


@pytest.mark.parametrize("presenting", [False, True], ids=["window", "present"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("shown", [large(), ONE], ids=["colour", "gray"])
def test_image_and_map_share_the_stage_and_the_loupe_stands_below_them(
    shown: Scenario, size: tuple[int, int], presenting: bool
) -> None:
    shown_state = fronted(state(shown, 3000.4))
    if presenting:
        shown_state = reduce(shown_state, TogglePresent())
    made = window(shown_state, size)
    assert (made.named("dot product") is None) is (presenting and shown.kernel_size[0] < 7)  # else the loupe has it
    assert (made.named("progress") is not None) is presenting
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


def photo(longest: int) -> Scenario:
    """Return a photo's image of so many pixels on its longer side, under a kernel."""
    levels = np.random.default_rng(5).integers(0, 256, (192, 256, 3)).astype(np.uint8)
    return with_resolution(with_kept_picture(large(60, 60), KeptPicture(levels)), longest)


@pytest.mark.parametrize(("longest", "pictured"), [(16, False), (32, False), (33, True), (64, True), (256, True)])
def test_a_photo_is_a_picture_where_it_has_detail(longest: int, pictured: bool) -> None:
    shown = photo(longest)
    assert max(shown.image_size) == longest
    assert shown.is_pictured is pictured
    assert not large(64, 64).is_pictured
    assert large(65, 20).is_pictured
    place = window(fronted(state(shown, 10.4)), (1366, 768)).places.image
    assert place.gap == 0 or not pictured


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (800, 600)])
@pytest.mark.parametrize("scale", [75, 150, 200])
def test_image_and_map_are_large_and_titles_can_be_read_in_large_text(scale: int, size: tuple[int, int]) -> None:
    shown = reduce(fronted(state(photo(128), 10.4)), SetScale(scale))
    made, stage = window(shown, size), frame(shown, size).layout.stage
    assert made.places.image.rect.h >= 0.28 * stage.h
    titles = [made.named(f"title {name}") for name in ("patch", "kernel", "products")]
    assert all(isinstance(title, Label) and title.size >= 12 for title in titles)
    assert all(tile.picture.w >= 10 for tile in getattr(made.places, "pictures", ()))


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
