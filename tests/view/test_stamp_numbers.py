"""Present with stamps: the kernel and the products have their numbers, and no other grid loses its own for that."""

from __future__ import annotations

from functools import lru_cache

import pytest

from game.core.operation_change import TRANSPOSED, with_operation
from game.core.scenario import Scenario, of_names
from game.input.walk_intents import Scrub
from game.session.reduce import reduce
from game.session.state import State
from game.ui.columns import Shape
from game.ui.geometry import Rect
from game.ui.stage import Stage
from game.ui.stage_present import below_heads
from game.ui.stage_stamp_talk import NOTE, TalkShape, in_three
from game.ui.stage_wall import unit_of
from game.view.frame import ShownFrame
from game.view.numbers import NumberLook
from game.view.places import smallest_number
from game.view.stamp import places as stamp_places_module
from game.view.stamp.places import looks_on, shape_of_stamps, stamp_places
from tests.picture import frame, state

LEAST_MAP = 0.6
"""The share of its size that the map keeps."""
SIZES = [(800, 600), (1024, 768), (1366, 768), (1920, 1080)]


@lru_cache(maxsize=8)
def stamps(image: tuple[int, int], kernel: int, stride: int, weights: str = "random") -> Scenario:
    """Return a transposed convolution of random pixels."""
    made = of_names("noise", image, weights, (kernel, kernel), stride=(stride, stride))
    return with_operation(made, TRANSPOSED)


def talk(shown: Scenario, position: float = 4.7) -> State:
    return reduce(state(shown, presenting=True), Scrub(position))


def plain_places(found: ShownFrame) -> Stage:
    """Return the places beside each other, with the room of the words, and a kernel that no number asks for."""
    layout = found.layout
    own = unit_of(layout.stage.w, layout.stage.h + layout.dot.h)
    area, wanted = below_heads(layout.stage, layout.unit), TalkShape(shape=shape_of_stamps(found))
    return in_three(area, layout.unit, own, wanted, own * NOTE)


def placed(shown: State, size: tuple[int, int]) -> tuple[Stage, Stage, dict[str, NumberLook], int]:
    """Return the places, those without a kernel for numbers, the looks, and the least font size."""
    found = frame(shown, size)
    places = stamp_places(found)
    plain = plain_places(found)
    looks = looks_on(found, places)
    each = {name: getattr(looks, name) for name in ("image", "kernel", "products", "output")}
    return places, plain, each, smallest_number(found)


UNSIGNED = [((8, 8), 3, 2, "random"), ((8, 8), 4, 2, "random"), ((16, 16), 5, 3, "random")]
SIGNED = ((8, 8), 5, 2, "random signed")
"""Its ten rows have no room for numbers below each other on a wide screen."""


@pytest.mark.parametrize(
    ("size", "image", "kernel", "stride", "weights"),
    [(size, *case) for size in SIZES for case in UNSIGNED] + [(size, *SIGNED) for size in SIZES[:2]],
)
def test_weights_and_products_are_written(
    size: tuple[int, int], image: tuple[int, int], kernel: int, stride: int, weights: str
) -> None:
    places, plain, looks, least = placed(talk(stamps(image, kernel, stride, weights)), size)
    assert looks["kernel"].size >= least
    assert looks["products"].size >= least
    assert places.output.pitch >= LEAST_MAP * plain.output.pitch
    assert places.kernel.rect.bottom < places.products.rect.y
    room = frame(talk(stamps(image, kernel, stride, weights)), size).layout.stage
    for name in ("image", "kernel", "products", "output"):
        assert room.holds(getattr(places, name).rect), name


@pytest.mark.parametrize("size", SIZES[2:])
def test_where_they_are_written_anyway_nothing_is_moved(size: tuple[int, int]) -> None:
    places, plain, looks, _ = placed(talk(stamps((3, 3), 3, 2, "integers")), size)
    assert looks["kernel"].size
    assert [getattr(places, name) for name in looks] == [getattr(plain, name) for name in looks]


@pytest.mark.parametrize("size", SIZES)
def test_no_grid_loses_its_numbers_and_no_map_becomes_small_for_them(size: tuple[int, int]) -> None:
    for rows in range(2, 10):
        for kernel in range(2, rows + 1, 2):
            found = frame(talk(stamps((rows, rows), kernel, 2, "random signed")), size)
            places = stamp_places(found)
            plain = plain_places(found)
            before, after = looks_on(found, plain), looks_on(found, places)
            for name in ("image", "kernel", "output"):
                assert not getattr(before, name).size or getattr(after, name).size, (rows, kernel, name)
            assert places.output.pitch >= LEAST_MAP * plain.output.pitch


def test_a_walk_asks_for_the_room_of_numbers_once() -> None:
    shown = talk(stamps((8, 8), 4, 2), 0.0)
    asked = stamp_places_module.cells_for_numbers
    stamp_places(frame(shown, (800, 600)))
    before = asked.cache_info().misses
    for step in range(1, 40):
        stamp_places(frame(reduce(shown, Scrub(step / 8)), (800, 600)))
    assert asked.cache_info().misses == before


def test_a_kernel_takes_no_more_than_its_share() -> None:
    area, wanted = Rect(17, 73, 766, 417), TalkShape(shape=frame_shape())
    for cell in (20, 40, 400):
        found = in_three(area, 0.5, 0.5, wanted, cell=cell)
        assert found.kernel.rect.w <= 0.4 * area.w
    assert in_three(area, 0.5, 0.5, wanted, cell=400) == in_three(area, 0.5, 0.5, wanted)


def frame_shape() -> Shape:
    return shape_of_stamps(frame(talk(stamps((8, 8), 5, 2)), (800, 600)))
