"""The numbers of Compare: as large as they can be where they are small and whole, and none that jumps as one paints."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.core.scenario import Scenario
from game.input.intent import Cell, GridName, Side
from game.input.mode_intents import StartPresent
from game.input.scenario_intents import SetCell
from game.session.reduce import reduce
from game.view.output import Legend
from game.view.places import looks_in
from game.words.texts import text
from tests.layers import layer
from tests.picture import frame, state, window
from tests.ui.measure import lines_of

from .test_compare import against

if TYPE_CHECKING:
    from game.session.state import State
    from game.view.places import Looks

SIZES = ((1920, 1080), (1366, 768), (1024, 768), (800, 600))
SCALES = (75, 100, 200)


def sides(scale: int, size: tuple[int, int] = (8, 8)) -> State:
    """Return a comparison of one kernel of small whole numbers without and with padding."""
    first, second = (layer(1, 1, size, padding=(amount, amount), activation="none") for amount in (0, 1))
    return against(state(first, 5.6, settings={"scale": scale}), second)


def looks(shown: State, size: tuple[int, int]) -> list[Looks]:
    drawn, made = window(shown, size), frame(shown, size)
    return [looks_in(made.of(side.side), side.places) for side in drawn.sides]


def test_in_present_the_maps_of_layers_of_small_numbers_have_numbers() -> None:
    for size in SIZES[1:]:
        shown = reduce(against(state(layer(3, 4), 5.6), layer(3, 4)), StartPresent())
        for look in looks(shown, size):
            assert all((look.image.size, look.kernel.size, look.products.size, look.output.size)), size


@pytest.mark.parametrize("scale", [75, 100])
def test_products_of_small_whole_numbers_are_there_and_read(scale: int) -> None:
    for size in SIZES:
        assert all(look.products.size for look in looks(sides(scale), size)), size


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("image", [(8, 8), (20, 6), (9, 5)])
def test_titles_of_grids_stand_there_whole_and_the_legend_has_its_words(scale: int, image: tuple[int, int]) -> None:
    for size in SIZES:
        drawn = window(sides(scale, image), size)
        titles = {one.name.removesuffix(" b"): one for one in drawn.widgets if one.name.startswith("title ")}
        assert {"title image", "title kernel", "title output"} <= set(titles), size
        for name, title in titles.items():
            assert lines_of(title)[0].text == text(f"grid.{name.removeprefix('title ')}"), (size, name)
        legend = drawn.named("legend")
        assert isinstance(legend, Legend)
        face = frame(sides(scale, image), size).type
        ends = face.width(legend.low, legend.size, True) + face.width(legend.high, legend.size, True)
        assert legend.bar.w - ends - legend.px(20) >= face.width(legend.words, legend.size, False), size


def test_nothing_jumps_where_the_first_pixel_between_0_and_1_is_painted() -> None:
    image = np.eye(6)
    shown = against(
        state(Scenario(image, np.array([[1.0, -1.0], [2.0, 0.0]]), white=1.0)),
        Scenario(image, np.ones((3, 3)), white=1.0),
    )
    painted = reduce(shown, SetCell(Cell(GridName.IMAGE, 2, 3, Side.A), 1 / 3))
    assert painted.result.scenario.image[2, 3] == 1 / 3
    for size in SIZES:
        before, after = ([side.places for side in window(one, size).sides] for one in (shown, painted))
        assert before == after
