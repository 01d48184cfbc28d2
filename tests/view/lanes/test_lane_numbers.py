"""The numbers in lanes: read though a lane is quiet, and in small windows wherever there is room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.files.shelves import scene_called
from game.ui.lane_places import SPARE
from game.ui.themes import COLOUR_BLIND, STANDARD, contrast
from game.view.grids import Kernel, Products
from game.view.image_picture import SourceImage
from game.view.lanes.lane import LanePatch
from game.view.making import Making
from game.view.numbers import gap_of
from game.view.output import Output
from game.view.written_lines import DotProduct
from tests.layers import layer, three_channels
from tests.picture import picture, pixels, typeface, window
from tests.view.lanes.test_view import SIZES, STEP, at

if TYPE_CHECKING:
    from numpy.typing import NDArray


@pytest.mark.parametrize(
    ("theme", "palette", "least"),
    [
        ("night", STANDARD, 3.0),
        ("daylight", STANDARD, 3.0),
        ("night", COLOUR_BLIND, 3.0),
        ("high contrast", STANDARD, 4.5),
        ("high contrast", COLOUR_BLIND, 4.5),
    ],
)
def test_numbers_of_quiet_lanes_are_read_in_every_theme(theme: str, palette: str, least: float) -> None:
    padded = Scenario(three_channels().tensor, three_channels().layer.weights, white=3, padding=(1, 1))
    for shown, position in ((three_channels(), STEP + 0.68), (padded, 1.68), (layer(4, 3, whole=False), 5.68)):
        now = at(shown, position, settings={"theme": theme, "palette": palette})
        drawn, found = window(now, SIZES[0]), pixels(picture(now, SIZES[0]))
        grids = [one for one in drawn.widgets if isinstance(one, LanePatch | Kernel | Products) and one.quiet]
        assert len(grids) in (6, 9), "of two or three lanes"
        for grid in grids:
            assert grid.look.size
            full = grid.place.rows * grid.place.columns if not isinstance(grid, Products) else grid.there
            for cell in range(full):
                face = grid.place.square(*divmod(cell, grid.place.columns)).inset(grid.place.pitch // 4)
                assert read_at(found[face.y : face.bottom, face.x : face.right]) >= least, (grid.name, cell)


@pytest.mark.parametrize(
    ("channels", "filters", "scale"), [(3, 1, 100), (1, 4, 100), (3, 4, 100), (3, 16, 100), (3, 1, 75), (3, 16, 75)]
)
@pytest.mark.parametrize("size", [(785, 525), (800, 600)])
def test_in_a_small_window_lanes_have_numbers_where_there_is_room(
    size: tuple[int, int], channels: int, filters: int, scale: int
) -> None:
    shown = layer(channels, filters, (6, 6), (2, 2), whole=False)
    places = []
    for position in (2.5, shown.steps - 0.5 if filters == 1 else 30.5):
        drawn = window(at(shown, position, settings={"scale": scale}), size)
        grids = [one for one in drawn.widgets if isinstance(one, LanePatch | Kernel | Products)]
        assert len(grids) == 3 * channels
        assert all(one.look.size for one in grids)
        assert drawn.named("grid image").look.size  # type: ignore[union-attr]
        places.append([one.rect for one in grids])
    assert places[0] == places[1], "all stands still while the walk goes on"


@pytest.mark.parametrize(("channels", "filters"), [(3, 1), (1, 4), (3, 4)])
@pytest.mark.parametrize("image", [6, 8])
@pytest.mark.parametrize("size", [(800, 600), (1024, 768), (1366, 768)])
def test_lanes_of_three_rows_have_numbers_with_one_decimal_less_where_they_have_no_room_else(
    size: tuple[int, int], image: int, channels: int, filters: int
) -> None:
    now = at(layer(channels, filters, (image, image), (3, 3), whole=False), 2.5)
    drawn = window(now, size)
    grids = [one for one in drawn.widgets if isinstance(one, LanePatch | Kernel | Products)]
    assert len(grids) == 3 * channels
    assert all(one.look.size for one in grids)
    assert drawn.named("grid image").look.size  # type: ignore[union-attr]
    assert {one.look.decimals for one in grids} <= ({1, 2} if size == (800, 600) else {2})
    for one in grids:
        if not isinstance(one, Kernel):
            assert one.look.decimals == one.decimals[0 if isinstance(one, LanePatch) else 2], "as it was measured"
    line = drawn.named("dot product")
    assert isinstance(line, DotProduct)
    terms = "".join(run[0] for row in line.lines for run in row)
    assert max(len(one) for one in re.findall(r"\.(\d+)", terms)) == 2, "the line has all decimals"
    if size == (800, 600):
        chosen = window(at(now.result.scenario, 2.5, settings={"decimals": 2}), size)
        found = [one.look for one in chosen.widgets if isinstance(one, LanePatch | Kernel | Products)]
        assert {look.decimals for look in found} == {2}, "decimals that a person has set stay"


@pytest.mark.parametrize(("size", "spare"), [((1366, 768), SPARE), ((1024, 768), SPARE), ((1280, 720), 0)])
def test_numbers_of_neighbours_have_a_pixel_more_between_them_where_there_is_room(
    size: tuple[int, int], spare: int
) -> None:
    """At 1280 × 720 there is none: what is written without it stays."""
    opened = scene_called("digit_reader").opened
    assert opened is not None
    image = window(at(opened.scenario, 0.6), size).named("grid image")
    assert isinstance(image, SourceImage)
    wide = typeface().width("0.35", image.look.size, True)
    assert image.look.size
    assert image.place.pitch == wide + gap_of(typeface(), image.look.size) + spare


def test_a_map_has_numbers_with_one_decimal_less_where_they_have_no_room_else() -> None:
    shown = layer(3, 3, whole=False)
    for decimals, least in ((None, 1), (2, 2)):
        drawn = window(at(shown, 7.99, settings={"decimals": decimals}), (800, 600))
        made = drawn.named("grid output")
        assert isinstance(made, Output)
        assert made.look.decimals == least
        assert bool(made.look.size) == (decimals is None), "decimals that a person has set stay"
        (making,) = [one for one in drawn.widgets if isinstance(one, Making)]
        assert making.pencil.look == made.look, "the value that is made is written as those that stand"


def read_at(cell: NDArray[np.uint8]) -> float:
    """Return the contrast of a cell's number: of what most of the cell is of, and of what is most apart from it."""
    colours, counts = np.unique(cell.reshape(-1, 3), axis=0, return_counts=True)
    ground, *rest = (tuple(map(int, colours[index])) for index in np.argsort(-counts)[:12])
    return max(contrast(ground, colour) for colour in rest)  # type: ignore[arg-type]
