"""What a press that paints goes through: few files, and the pixels of the image are hardly ever compared."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from game.core.scenario import startup
from game.input.event_types import PointerDown, PointerMove
from game.input.intent import Cell, GridName
from game.input.scenario_intents import Paint
from tests.bench.bench import Bench

if TYPE_CHECKING:
    from types import FrameType

MOST_FILES = 60
"""Files that a press which paints a pixel may enter, with what the frame has left over."""
MOST_COMPARISONS = 2
"""How often all pixels of the image may be compared with others meanwhile: with those of its name, for one."""


class Counted(np.ndarray):
    """A grid that counts how often it is compared as a whole with another one that stands.

    What can be written is worked out from it just now: its pixels rounded, say, to see with how many decimals they go.
    """

    times = 0

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **how: Any) -> Any:
        """Count a comparison; the numbers are those of a plain array."""
        plain = [np.asarray(each) if isinstance(each, Counted) else each for each in inputs]
        grids = [each for each in plain if np.shape(each) == self.shape and not each.flags.writeable]
        Counted.times += ufunc in (np.equal, np.not_equal) and len(grids) == 2
        return getattr(ufunc, method)(*plain, **how)

    def __array_function__(self, function: Any, types: Any, inputs: Any, how: Any) -> Any:
        """Count a comparison by a function of numpy."""
        Counted.times += function in (np.array_equal, np.allclose)
        plain = [np.asarray(each) if isinstance(each, Counted) else each for each in inputs]
        return function(*plain, **how)


@pytest.fixture(name="bench")
def _bench() -> Bench:
    """Return a program with its picture, and the pointer at rest on a pixel."""
    bench = Bench(startup(), (1366, 768), playing=False, copying=False)
    for _ in range(3):
        bench.frame()
    bench.frame((PointerMove(*pixel_of(bench), time=bench.now),))
    bench.frame()
    return bench


def pixel_of(bench: Bench) -> tuple[float, float]:
    return bench.controller.window.cell_rect(Cell(GridName.IMAGE, 5, 5)).centre


def painted(bench: Bench) -> bool:
    """Press on the pixel, draw, and tell whether it was painted."""
    before, press = bench.controller.state.scenario, PointerDown(*pixel_of(bench), 1, time=bench.now)
    bench.frame((press,))
    after = bench.controller.state.scenario
    return bool(after.image[5, 5] != before.image[5, 5])


def test_a_press_that_paints_enters_few_files(bench: Bench) -> None:
    entered = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "/game/" in frame.f_code.co_filename.replace("\\", "/"):
            entered.add(frame.f_code.co_filename)

    press = PointerDown(*pixel_of(bench), 1, time=bench.now)
    sys.setprofile(note)
    try:
        bench.frame((press,))
    finally:
        sys.setprofile(None)
    assert bench.controller.state.scenario.image[5, 5] == 1
    assert len(entered) <= MOST_FILES, sorted(entered)


def test_pixels_elsewhere_leave_card_and_products_as_they_are(bench: Bench) -> None:
    before = {widget.name: widget for widget in bench.controller.window.widgets}
    assert painted(bench)
    for widget in bench.controller.window.widgets:
        if widget.name in ("card", "grid products"):
            assert widget.changes(before[widget.name]) == ()
    before = {widget.name: widget for widget in bench.controller.window.widgets}
    bench.controller.dispatch((Paint(((0, 0),), 0.5),))  # under the kernel
    for widget in bench.controller.built().widgets:
        if widget.name in ("card", "grid products"):
            assert set(widget.changes(before[widget.name])) == {widget.visible}


def test_a_press_that_paints_compares_the_pixels_of_the_image_at_most_twice(bench: Bench) -> None:
    scenario = bench.controller.state.scenario
    scenario.__dict__["image"] = scenario.image.view(Counted)
    Counted.times = 0
    assert painted(bench)
    assert isinstance(bench.controller.state.scenario.image, Counted), "what is counted is still there"
    assert 1 <= Counted.times <= MOST_COMPARISONS
