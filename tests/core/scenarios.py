"""Random scenarios for the tests, edges among them, and the reference that the map is held against."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.signal import correlate2d

from game.core.activations import OF_A_SUM
from game.core.errors import KernelDoesNotFit, OutOfRange, OutputTooSmall, PaddingTooLarge, WindowWithoutPixels
from game.core.grid import Grid, Pair, checked_grid
from game.core.output_size import kernel_extent
from game.core.padding import MODES, Padding
from game.core.pooling import Pooling
from game.core.scenario import ORDERS, Scenario


def scenario_of(image: ArrayLike, kernel: ArrayLike, **settings: Any) -> Scenario:
    """Return a scenario from plain lists of numbers."""
    return Scenario(checked_grid(image, "image"), checked_grid(kernel, "kernel"), **settings)


def random_scenario(random: np.random.Generator, largest: int = 24) -> Scenario:
    """Return a valid scenario with sides up to `largest`, signed weights, and all settings apart per axis."""
    image_size, kernel_size, stride, padding, dilation = zip(
        *(_random_axis(random, largest) for _ in range(2)), strict=True
    )
    return made(random, image_size, kernel_size, stride=stride, padding=padding, dilation=dilation)


def _random_axis(random: np.random.Generator, largest: int) -> tuple[int, int, int, int, int]:
    """Return image, kernel, stride, padding and dilation of one axis; the kernel fits."""
    while True:
        image, kernel = int(random.integers(1, largest + 1)), int(random.integers(1, 16))
        stride, padding = int(random.integers(1, 9)), int(random.integers(0, 9))
        dilation = int(random.choice([1, 1, 2, 3, 8]))
        if kernel_extent(kernel, dilation) <= image + 2 * padding:
            return image, kernel, stride, padding, dilation


def made(random: np.random.Generator, image_size: Pair, kernel_size: Pair, **settings: Any) -> Scenario:
    """Return a scenario of these sizes with random pixels and weights of very different magnitudes."""
    scale = float(random.choice([1.0, 1.0, 999.0]))
    return Scenario(random.random(image_size), random.uniform(-scale, scale, kernel_size), **settings)


def random_layered(random: np.random.Generator, largest: int = 12) -> Scenario:
    """Return a valid scenario with channels, filters, groups, biases, an activation, and padding of any kind."""
    while True:
        groups = int(random.choice([1, 1, 1, 2, 3]))
        channels, filters = (int(groups * random.integers(1, 16 // groups + 1)) for _ in range(2))
        rows, columns = (int(random.integers(1, largest + 1)) for _ in range(2))
        down, across = (int(random.integers(1, 6)) for _ in range(2))
        sides = (int(random.integers(0, 4)) for _ in range(4))
        image = random.integers(-3, 10, (channels, rows, columns)) / float(random.choice([1.0, 4.0, 9.0]))
        weights = random.integers(-4, 5, (filters, channels // groups, down, across)) / float(random.choice([1.0, 3.0]))
        try:
            return Scenario(
                image,
                weights,
                white=float(max(1.0, image.max())),
                stride=(int(random.integers(1, 4)), int(random.integers(1, 4))),
                padding=Padding(*sides, mode=MODES[int(random.integers(len(MODES)))], value=-1.5),
                dilation=(int(random.choice([1, 1, 2])), int(random.choice([1, 1, 2]))),
                bias=random.integers(-2, 3, filters).astype(float),
                groups=groups,
                activation=str(random.choice(OF_A_SUM)),
                order=ORDERS[int(random.integers(len(ORDERS)))],
            )
        except (KernelDoesNotFit, PaddingTooLarge):
            continue


def random_pooling(random: np.random.Generator, largest: int = 12) -> Scenario:
    """Return a valid scenario whose layer pools, with all settings apart per axis, some as large as the image."""
    while True:
        channels, rows, columns, down, across = (
            int(random.integers(1, most + 1)) for most in (4, largest, largest, 4, 4)
        )
        image = random.integers(-9, 10, (channels, rows, columns)) / float(random.choice([1.0, 4.0, 9.0]))
        strides = (int(random.integers(1, 5)), int(random.integers(1, 5)))
        try:
            pooling = Pooling(
                "max" if random.random() < 0.5 else "average",
                None if random.random() < 0.2 else (down, across),
                None if random.random() < 0.4 else strides,
                Padding(*(int(random.integers(0, 3)) for _ in range(4))),
                (int(random.choice([1, 1, 2])), int(random.choice([1, 1, 2]))),
                bool(random.random() < 0.5),
                bool(random.random() < 0.5),
            )
            order = ORDERS[int(random.integers(len(ORDERS)))]
            return Scenario(image, np.ones((1, 1)), white=float(max(1.0, image.max())), order=order, pooling=pooling)
        except (KernelDoesNotFit, OutOfRange, WindowWithoutPixels):
            continue


def edge_scenarios(random: np.random.Generator) -> list[Scenario]:
    """Return the cases at the edges of what is allowed."""
    return [
        made(random, (1, 1), (1, 1)),
        made(random, (1, 1), (1, 1), stride=(8, 8), padding=(8, 8)),
        made(random, (1, 1), (3, 3), padding=(1, 1)),
        made(random, (1, 1), (15, 15), padding=(8, 8)),
        made(random, (4, 6), (4, 6)),  # as large as the image
        made(random, (4, 6), (8, 8), padding=(2, 1)),  # as large as the padded image
        made(random, (5, 5), (4, 4), stride=(8, 8)),  # stride larger than what is left
        made(random, (3, 3), (2, 2), padding=(2, 2)),  # padding as large as the kernel
        made(random, (3, 3), (1, 1), padding=(8, 8)),  # padding larger than the kernel
        made(random, (9, 9), (2, 2), dilation=(8, 8)),  # dilated to the size of the image
        made(random, (64, 1), (15, 1), stride=(1, 8)),
        made(random, (1, 64), (1, 15), dilation=(8, 4)),
        made(random, (64, 64), (15, 15), padding=(8, 8)),
    ]


def reference_map(scenario: Scenario, magnitudes: bool = False) -> Grid:
    """Return scipy's map: the padded image with the kernel, zeros in its gaps, then every stride-th cell.

    With `magnitudes`, the sum of the products' magnitudes instead.
    """
    padded = np.pad(scenario.image, [(scenario.padding[0],) * 2, (scenario.padding[1],) * 2])
    dilated = np.zeros(scenario.kernel_extent)
    dilated[:: scenario.dilation[0], :: scenario.dilation[1]] = scenario.kernel
    if magnitudes:
        dilated = np.abs(dilated)
    result: Grid = correlate2d(padded, dilated, mode="valid")[:: scenario.stride[0], :: scenario.stride[1]]
    return result


def tolerance(scenario: Scenario) -> Grid:
    """Return how far each output cell may be from the reference: 1e-12 × (1 + the sum of the products' magnitudes)."""
    return 1e-12 * (1 + reference_map(scenario, magnitudes=True))


def random_transposed(random: np.random.Generator, largest: int = 8) -> Scenario:
    """Return a valid scenario whose layer is a transposed convolution, with all settings apart per axis."""
    while True:
        groups = int(random.choice([1, 1, 2, 3]))
        channels, filters = (int(groups * random.integers(1, 4)) for _ in range(2))
        rows, columns = (int(random.integers(1, largest + 1)) for _ in range(2))
        down, across = (int(random.integers(1, 5)) for _ in range(2))
        stride, dilation = ((int(random.integers(1, 5)), int(random.integers(1, 4))) for _ in range(2))
        more = tuple(int(random.integers(0, max(pair))) for pair in zip(stride, dilation, strict=True))
        image = random.integers(-9, 10, (channels, rows, columns)) / float(random.choice([1.0, 4.0, 9.0]))
        try:
            return Scenario(
                image,
                random.integers(-4, 5, (filters, channels // groups, down, across)) / float(random.choice([1.0, 3.0])),
                white=float(max(1.0, image.max())),
                stride=stride,
                padding=Padding(*(int(random.integers(0, 4)) for _ in range(4))),
                dilation=dilation,
                bias=random.integers(-2, 3, filters).astype(float),
                groups=groups,
                activation=str(random.choice(OF_A_SUM)),
                order=ORDERS[int(random.integers(len(ORDERS)))],
                transposed=True,
                output_padding=more,
            )
        except OutputTooSmall:
            continue
