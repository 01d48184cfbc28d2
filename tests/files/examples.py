"""Scenarios at random, for the tests of this folder, and the plainest scenario file."""

import json
from typing import Any

import numpy as np
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from game.core.activations import OF_A_SUM
from game.core.padding import MODES, Padding
from game.core.scenario import ORDERS, Grid, Scenario
from game.files.scenario_file import LONGEST_NAME, OpenedScenario, scenario_in, tidy_name
from game.files.strict_json import parsed
from game.files.tour import Tour
from game.files.tour_file import tour_in

PLAIN: dict[str, Any] = {
    "kernelscope": 1,
    "image": [[0.0, 0.25, 0.5], [0.75, 1.0, 0.0], [0.1, 0.2, 0.3]],
    "kernel": [[1.0, -2.0], [0.5, 999.0]],
    "stride": [1, 2],
    "padding": [1, 0],
}


def parse_scenario(text: str, path: str = "scenario") -> OpenedScenario:
    """Return what the text of a scenario file says."""
    return scenario_in(parsed(text, path), path)


def parse_tour(text: str, path: str = "tour") -> Tour:
    """Return the tour that a text describes."""
    return tour_in(parsed(text, path), path)


def plain(**changes: object) -> str:
    """Return the plain scenario file with other values for some keys; None takes a key away."""
    values = {**PLAIN, **changes}
    return json.dumps({key: value for key, value in values.items() if value is not None})


def grids(rows: int, columns: int, low: float, high: float) -> st.SearchStrategy[Grid]:
    """Return grids of any numbers in the range, -0.0 and the smallest ones included."""
    return arrays.arrays(np.float64, (rows, columns), elements=st.floats(low, high), fill=st.floats(low, high))


@st.composite
def scenarios(draw: st.DrawFn, image_limit: int = 64) -> Scenario:
    """Draw any valid scenario."""
    pairs = [draw(st.tuples(st.integers(low, 8), st.integers(low, 8))) for low in (1, 0, 1)]
    stride, padding, dilation = pairs
    image_size = [draw(st.integers(1, image_limit)) for _ in "rc"]
    kernel_size = []
    for axis in (0, 1):
        largest = (image_size[axis] + 2 * padding[axis] - 1) // dilation[axis] + 1
        kernel_size.append(draw(st.integers(1, min(15, largest))))
    white = draw(st.floats(0.01, 255))
    return Scenario(
        image=draw(grids(image_size[0], image_size[1], 0, white)),
        kernel=draw(grids(kernel_size[0], kernel_size[1], -999, 999)),
        white=white,
        stride=stride,
        padding=padding,
        dilation=dilation,
        name=tidy_name(draw(st.text(max_size=LONGEST_NAME + 5))),
        seed=draw(st.integers(0, 2**32 - 1)),
    )


@st.composite
def layered(draw: st.DrawFn) -> Scenario:
    """Draw any scenario of channels, filters and a layer, plain ones among them."""
    groups, each, own = (draw(st.integers(1, most)) for most in (3, 2, 2))
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    kernel_rows, kernel_columns = draw(st.integers(1, rows)), draw(st.integers(1, columns))
    mode = draw(st.sampled_from(MODES))
    most = {"reflect": min(rows, columns) - 1, "circular": min(rows, columns)}.get(mode, 9)
    low, white = draw(st.sampled_from((-999, 0))), draw(st.sampled_from((1.0, 255.0, 999.0)))
    numbers = st.floats(low, 1 if low == 0 else 999)
    weights = groups * own, each, kernel_rows, kernel_columns
    return Scenario(
        tuple(draw(arrays.arrays(np.float64, (groups * each, rows, columns), elements=numbers, fill=numbers))),
        draw(arrays.arrays(np.float64, weights, elements=st.floats(-999, 999), fill=st.floats(-999, 999))),
        white,
        (draw(st.integers(1, 8)), draw(st.integers(1, 8))),
        Padding(*(draw(st.integers(0, most)) for _ in range(4)), mode, draw(st.sampled_from((0.0, -0.5)))),
        name=tidy_name(draw(st.text(max_size=9))),
        seed=draw(st.integers(0, 2**32 - 1)),
        bias=draw(st.lists(st.floats(-999, 999), min_size=groups * own, max_size=groups * own)),
        groups=groups,
        activation=draw(st.sampled_from(OF_A_SUM)),
        order=draw(st.sampled_from(ORDERS)),
    )
