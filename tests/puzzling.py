"""What tests of puzzles share: those that come with the program, how each is solved, and a puzzle under way.

No file tells how a puzzle is solved. Here it is worked out from image and target alone, by means of their own.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations, product

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from game.core import kernels
from game.core.chained import layers_of, source_of
from game.core.operations import Operation
from game.core.pooling import Pooling
from game.core.scenario import startup
from game.files.settings import Settings
from game.files.shelves import puzzles
from game.files.tour import Stop, Tour
from game.input.intent import Cell, GridName
from game.input.layer_intents import FocusLayer, MoveLayer
from game.input.scenario_intents import ChooseKernel, SetCell, SetQuantity
from game.input.walk_intents import BringChannel
from game.session.state import State, new_state
from game.session.tour import tour_begun
from tests.session.hands import after

Array = NDArray[np.float64]
Setting = tuple[int, int, int, int]
"""Stride of rows and columns, padding of rows and columns."""


@cache
def all_puzzles() -> Tour:
    """Return the puzzles that come with the program."""
    return puzzles()


STOPS = {stop.name: stop for stop in all_puzzles().stops}
NAMED = ("puzzle-6", "puzzle-7", "puzzle-8", "puzzle-9")
SLIDING = ("puzzle-10", "puzzle-11", "puzzle-12")
ORDERED = ("puzzle-13",)
WEIGHED = tuple(name for name in STOPS if name not in NAMED + SLIDING + ORDERED)


def goal_of(stop: Stop) -> Array:
    """Return the wanted maps."""
    assert stop.goal is not None
    return stop.goal


def patches(stop: Stop) -> Array:
    """Return the patches of the image, one a row, of all channels one after the other."""
    shape = stop.scenario.kernel_size
    windows = [sliding_window_view(channel, shape).reshape(-1, shape[0] * shape[1]) for channel in stop.scenario.pixels]
    return np.concatenate(windows, axis=1)


def weights_of(stop: Stop) -> Array:
    """Return the weights that make the target, by least squares, shape (channels, rows, columns)."""
    found = np.linalg.lstsq(patches(stop), goal_of(stop).ravel(), rcond=None)[0]
    return np.round(found, 9).reshape(-1, *stop.scenario.kernel_size) + 0.0


def names_of(stop: Stop) -> list[str]:
    """Return all names of kernels that make the target."""
    scenario, found = stop.scenario, []
    for name in kernels.NAMES:
        if kernels.reason_against(name, scenario.kernel_size) is None:
            made = patches(stop) @ kernels.make(name, scenario.kernel_size, scenario.seed).ravel()
            found += [name] if np.allclose(made, goal_of(stop).ravel(), atol=1e-6) else []
    return found


def settings_of(stop: Stop) -> list[Setting]:
    """Return all strides 1 … 8 and paddings 0 … 8 of rows and columns that make the target."""
    (image,), kernel, goal = stop.scenario.pixels, stop.scenario.kernel, goal_of(stop)[0]
    padded = np.pad(image, 8)
    sums = np.einsum("rcij,ij->rc", sliding_window_view(padded, kernel.shape), kernel)
    fitting = []
    for n, k, wanted in zip(image.shape, kernel.shape, goal.shape, strict=True):
        fitting.append([(s, p) for s in range(1, 9) for p in range(9) if (n + 2 * p - k) // s + 1 == wanted])
    found = []
    for (down, above), (across, left) in product(*fitting):
        rows = 8 - above + down * np.arange(goal.shape[0])
        columns = 8 - left + across * np.arange(goal.shape[1])
        if np.allclose(sums[np.ix_(rows, columns)], goal, atol=1e-6):
            found.append((down, across, above, left))
    return found


def orders_of(stop: Stop) -> list[tuple[int, ...]]:
    """Return all orders of the layers, by their places in the file, that make the target; each layer has one map."""
    layers, goal = layers_of(stop.scenario), goal_of(stop)[0]
    found = []
    for order in permutations(range(len(layers))):
        made = source_of(stop.scenario).channels[0]
        for place in order:
            made = _made(made, layers[place])
        found += [order] if made.shape == goal.shape and np.allclose(made, goal, atol=1e-6) else []
    return found


def _made(image: Array, layer: Operation) -> Array:
    """Return what a layer of one kernel, or a window whose places do not meet, makes of an image."""
    if isinstance(layer, Pooling):
        assert layer.kernel_size is not None
        (down, across), size = layer.kernel_size, image.shape
        cut = image[: size[0] // down * down, : size[1] // across * across]
        pooled: Array = cut.reshape(size[0] // down, down, size[1] // across, across).max(axis=(1, 3))
        return pooled
    assert layer.weights.shape[:2] == (1, 1)
    sums: Array = np.einsum("rcij,ij->rc", sliding_window_view(image, layer.kernel_size), layer.weights[0, 0])
    return sums.clip(0.0) if layer.activation == "relu" else sums


def begun(name: str, settings: Settings | None = None) -> State:
    """Return the state in which a puzzle has just begun, over a person's own work."""
    own = new_state(startup(), settings or Settings(), 0.0, playing=False)
    return tour_begun(own, all_puzzles(), list(STOPS).index(name))


def solved(state: State, name: str) -> State:
    """Return a state of a puzzle solved by hand, with one change for each number that is another."""
    stop = STOPS[name]
    if name in NAMED:
        return after(state, ChooseKernel(names_of(stop)[0]))
    if name in SLIDING:
        return _slid(state, settings_of(stop)[0])
    if name in ORDERED:
        return _moved(state, orders_of(stop)[0])
    for channel, grid in enumerate(weights_of(stop)):
        while state.result.scenario.channel != channel:
            state = after(state, BringChannel(by=1))
        for row, column in np.argwhere(grid):
            state = after(state, SetCell(Cell(GridName.KERNEL, int(row), int(column)), float(grid[row, column])))
    return state


def _moved(state: State, order: tuple[int, ...]) -> State:
    """Put the layers in an order, one move for each that stands elsewhere than it should."""
    now = list(range(len(order)))
    for place, layer in enumerate(order):
        at = now.index(layer)
        if at != place:
            state = after(state, FocusLayer(at), MoveLayer(place - at))
            now.insert(place, now.pop(at))
    return state


def _slid(state: State, setting: Setting) -> State:
    state = state.changed(interface=state.interface.changed(linked=frozenset()))
    for quantity, pair in (("stride", setting[:2]), ("padding", setting[2:])):
        for axis, value in enumerate(pair):
            state = after(state, SetQuantity(quantity, axis, value))
    return state
