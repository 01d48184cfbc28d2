"""The kernels by name, at any size where they make sense, and what can be done to a kernel."""

import math

import numpy as np

from .errors import check_applies, check_known
from .grid import Grid, Pair, checked_pair, frozen
from .limits import IMAGE_SIZE, KERNEL_SIZE, WEIGHT
from .random_field import random_field
from .shapes import single_pixel

THREE_BY_THREE: dict[str, Grid] = {
    "sharpen": frozen([[0, -1, 0], [-1, 5, -1], [0, -1, 0]]),
    "outline": frozen([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]]),
    "emboss": frozen([[-2, -1, 0], [-1, 1, 1], [0, 1, 2]]),
    "sobel right": frozen([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]),
    "sobel left": frozen([[1, 0, -1], [2, 0, -2], [1, 0, -1]]),
    "sobel top": frozen([[1, 2, 1], [0, 0, 0], [-1, -2, -1]]),
    "sobel bottom": frozen([[-1, -2, -1], [0, 0, 0], [1, 2, 1]]),
}


def binomial(length: int) -> Grid:
    """Return the row n = length − 1 of Pascal's triangle over 2ⁿ, e.g. (1, 2, 1) / 4: it sums to 1.

    Two of them crossed, e.g. (1 2 1, 2 4 2, 1 2 1) / 16, come close to a Gaussian bell. Its standard deviation is
    √(length − 1) / 2 along each axis. Source: B. Jähne, "Digital Image Processing", section 11.4, "Binomial filters".
    """
    row = [float(math.comb(length - 1, index)) for index in range(length)]
    return np.array(row) / 2.0 ** (length - 1)


RANDOM = {"random": (2, 0, 100, 100), "random signed": (3, -100, 100, 100), "integers": (4, -1, 2, 1)}
"""Those that depend on the seed, as in `images`: "random" 0 … 1, "random signed" −1 … 1, "integers" −1 … 2.

Other streams than those of the images, so that image and kernel of a seed have nothing to do with each other. Random
weights are multiples of 0.01, which two decimals show exactly.
"""
NAMES = (*RANDOM, "identity", "box blur", "gaussian", *THREE_BY_THREE, "ones")
"""The names in the order in which they are offered."""
ACTIONS = ("turn", "sum to one", "clear")


def make(name: str, size: Pair, seed: int) -> Grid:
    """Return the named kernel; the seed matters only to random ones. Raises UnknownName, OutOfRange or DoesNotApply."""
    check_applies(name, reason_against(name, size))
    rows, columns = size
    if name in RANDOM:
        return random_weights(name, size, seed)
    if name == "identity":
        return single_pixel(rows, columns)  # a single 1 in the middle: the output repeats the image
    if name == "box blur":
        return np.full(size, 1 / (rows * columns))
    if name == "gaussian":
        return np.outer(binomial(rows), binomial(columns))
    return np.ones(size) if name == "ones" else THREE_BY_THREE[name]


def random_weights(name: str, size: Pair, seed: int, called: str = "") -> Grid:
    """Return a random kernel of a name of `RANDOM`, of the streams that are called so; a larger one continues it.

    All around up to 15 × 15; those as large as a larger image go on as it does, at the right and below.
    """
    rows, columns = size
    if max(size) > KERNEL_SIZE.high:
        return random_field(seed, (rows, int(IMAGE_SIZE.high)), *RANDOM[name], called)[:, :columns]
    top, left = first_of_middle(rows), first_of_middle(columns)
    field = random_field(seed, (int(KERNEL_SIZE.high), int(KERNEL_SIZE.high)), *RANDOM[name], called)
    return field[top : top + rows, left : left + columns]


def first_of_middle(length: int) -> int:
    """Return where a kernel of this length starts in a field of 15, with its middle on the field's.

    Before its beginning where one as large as the image is longer.
    """
    return (int(KERNEL_SIZE.high) - length) // 2


def reason_against(name: str, size: Pair) -> str | None:
    """Return why the named kernel makes no sense at this size, or None if it does.

    The reasons are "only 3×3", "odd sizes only" (it needs a weight in the middle) and "too small".
    """
    check_known("kernel", name, NAMES)
    rows, columns = checked_pair(size, "kernel size", IMAGE_SIZE)  # those as large as the image have names, too
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
    fitting = (name for name in NAMES if reason_against(name, (rows, columns)) is None)
    return next((name for name in fitting if np.array_equal(make(name, (rows, columns), seed), kernel)), "")


def action_reason(action: str, kernel: Grid) -> str | None:
    """Return why an action makes no sense on this kernel ("sum is zero", "weights too large"), or None if it does."""
    check_known("action", action, ACTIONS)
    if action != "sum to one":
        return None
    magnitudes = np.abs(kernel)
    total = math.fsum(kernel.ravel())
    # 0.1 + 0.2 − 0.3 is zero to a person, though binary fractions leave a last bit of it.
    if abs(total) <= 1e-12 * math.fsum(magnitudes.ravel()):
        return "sum is zero"
    return "weights too large" if magnitudes.max() > WEIGHT.high * abs(total) else None


def act(action: str, kernel: Grid) -> Grid:
    """Return the kernel after an action. Raises UnknownName or DoesNotApply.

    "turn" is by 180°: with such a kernel, cross-correlation gives the convolution of mathematics. "sum to one" divides
    the weights by their sum, so that an even image keeps its brightness. "clear" leaves zeros in the same size.
    """
    check_applies(action, action_reason(action, kernel))
    if action == "turn":
        return frozen(kernel[::-1, ::-1])
    return frozen(np.zeros(kernel.shape) if action == "clear" else kernel / math.fsum(kernel.ravel()))
