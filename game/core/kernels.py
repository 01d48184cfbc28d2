"""The kernels by name, at any size where they make sense, and what can be done to a kernel."""

import math

import numpy as np

from .errors import DoesNotApply, UnknownName
from .grid import Grid, Pair, checked_pair, frozen
from .limits import KERNEL_SIZE, WEIGHT
from .random_field import random_field

THREE_BY_THREE: dict[str, Grid] = {
    "sharpen": frozen([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    "outline": frozen([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    "emboss": frozen([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    "sobel right": frozen([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    "sobel left": frozen([[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    "sobel top": frozen([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
    "sobel bottom": frozen([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
}


def identity(rows: int, columns: int) -> Grid:
    """Put a single 1 in the middle: the output repeats the image."""
    kernel = np.zeros((rows, columns))
    kernel[rows // 2, columns // 2] = 1
    return kernel


def _binomial(length: int) -> Grid:
    """Return the row n = length − 1 of Pascal's triangle over 2ⁿ, e.g. (1, 2, 1) / 4: it sums to 1."""
    row = [float(math.comb(length - 1, index)) for index in range(length)]
    return np.array(row) / 2.0 ** (length - 1)


def gaussian(rows: int, columns: int) -> Grid:
    """Return the binomial kernel, e.g. (1 2 1, 2 4 2, 1 2 1) / 16, which comes close to a Gaussian bell.

    Its standard deviation is √(length − 1) / 2 along each axis. Source: B. Jähne, "Digital Image Processing",
    section 11.4, "Binomial filters".
    """
    return np.outer(_binomial(rows), _binomial(columns))


NAMES = (
    "random",
    "random signed",
    "integers",
    "identity",
    "box blur",
    "gaussian",
    "sharpen",
    "outline",
    "emboss",
    "sobel right",
    "sobel left",
    "sobel top",
    "sobel bottom",
    "ones",
)
RANDOM = ("random", "random signed", "integers")
RANDOM_STREAM, SIGNED_STREAM, INTEGER_STREAM = 2, 3, 4
"""Other streams than those of the images, so that image and kernel of a seed have nothing to do with each other."""
ACTIONS = ("turn", "sum to one", "clear")


def make(name: str, size: Pair, seed: int) -> Grid:
    """Return the named kernel; the seed matters only to random ones. Raises UnknownName, OutOfRange or DoesNotApply."""
    reason = reason_against(name, size)
    if reason is not None:
        raise DoesNotApply(name, reason)
    rows, columns = size
    if name in RANDOM:
        return _about_middle(field(name, seed), size)
    if name == "identity":
        return identity(rows, columns)
    if name == "box blur":
        return np.full(size, 1 / (rows * columns))
    if name == "gaussian":
        return gaussian(rows, columns)
    return np.ones(size) if name == "ones" else THREE_BY_THREE[name]


def field(name: str, seed: int) -> Grid:
    """Return the largest random kernel of a seed, 15 × 15: "random" 0 … 1, "random signed" −1 … 1, "integers" −1 … 2.

    Random weights are multiples of 0.01, which two decimals show exactly.
    """
    size = (int(KERNEL_SIZE.high), int(KERNEL_SIZE.high))
    if name == "integers":
        return random_field(seed, INTEGER_STREAM, -1, 2, size)
    if name == "random signed":
        return random_field(seed, SIGNED_STREAM, -100, 100, size) / 100
    return random_field(seed, RANDOM_STREAM, 0, 100, size) / 100


def first_of_middle(length: int) -> int:
    """Return where a kernel of this length starts in a field of 15, with its middle on the field's."""
    return (int(KERNEL_SIZE.high) - length) // 2


def _about_middle(grid: Grid, size: Pair) -> Grid:
    first_row, first_column = first_of_middle(size[0]), first_of_middle(size[1])
    return grid[first_row : first_row + size[0], first_column : first_column + size[1]]


def is_random(name: str) -> bool:
    """Say whether the kernel depends on the seed."""
    return name in RANDOM


def reason_against(name: str, size: Pair) -> str | None:
    """Return why the named kernel makes no sense at this size, or None if it does.

    The reasons are "only 3×3", "odd sizes only" (it needs a weight in the middle) and "too small".
    """
    if name not in NAMES:
        raise UnknownName("kernel", name, NAMES)
    rows, columns = checked_pair(size, "kernel size", KERNEL_SIZE)
    if name in THREE_BY_THREE and (rows, columns) != (3, 3):
        return "only 3×3"
    if name in ("identity", "gaussian") and (rows % 2 == 0 or columns % 2 == 0):
        return "odd sizes only"
    if name in ("box blur", "gaussian") and rows * columns == 1:
        return "too small"
    return None


def recognise(kernel: Grid, seed: int) -> str:
    """Return the name of the kernel that has exactly these weights with this seed, or "" if none has."""
    rows, columns = kernel.shape
    for name in NAMES:
        fits = reason_against(name, (rows, columns)) is None
        if fits and np.array_equal(make(name, (rows, columns), seed), kernel):
            return name
    return ""


def turn(kernel: Grid) -> Grid:
    """Turn the kernel by 180°: with it, cross-correlation gives the convolution of mathematics."""
    return frozen(kernel[::-1, ::-1])


def sum_to_one(kernel: Grid) -> Grid:
    """Divide the weights by their sum, so that an even image keeps its brightness. Raises DoesNotApply."""
    reason = action_reason("sum to one", kernel)
    if reason is not None:
        raise DoesNotApply("sum to one", reason)
    return frozen(kernel / math.fsum(kernel.ravel()))


def clear(kernel: Grid) -> Grid:
    """Return a kernel of zeros in the same size."""
    return frozen(np.zeros(kernel.shape))


def action_reason(action: str, kernel: Grid) -> str | None:
    """Return why an action makes no sense on this kernel ("sum is zero", "weights too large"), or None if it does."""
    if action not in ACTIONS:
        raise UnknownName("action", action, ACTIONS)
    if action != "sum to one":
        return None
    magnitudes = np.abs(kernel)
    total = math.fsum(kernel.ravel())
    # 0.1 + 0.2 − 0.3 is zero to a person, though binary fractions leave a last bit of it.
    if abs(total) <= 1e-12 * math.fsum(magnitudes.ravel()):
        return "sum is zero"
    return "weights too large" if magnitudes.max() > WEIGHT.high * abs(total) else None


def act(action: str, kernel: Grid) -> Grid:
    """Return the kernel after "turn", "sum to one" or "clear". Raises UnknownName or DoesNotApply."""
    if action == "turn":
        return turn(kernel)
    if action == "sum to one":
        return sum_to_one(kernel)
    if action == "clear":
        return clear(kernel)
    raise UnknownName("action", action, ACTIONS)
