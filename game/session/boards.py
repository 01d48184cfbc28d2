"""The boards of a side: what stands in each of its grids, as far as it may be told, how it is written and shaded."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np

from ..core.grid import Grid, frozen
from ..core.result import Result, Since
from ..core.scenario import Pair, Scenario
from ..input.intent import GridName, Side
from ..play.choices import HUES
from ..value import Single, Value
from ..words.numbers import decimals_of
from .predict import Secrecy
from .state import StillState


class BoardKey(Value):
    """Which board it is: the side of Compare, and which of its grids."""

    side: Side
    role: GridName


class Board(Value):
    """One board. Two are equal when they hold the very same arrays, and all else is equal.

    size, first: rows and columns that it shows, padding included, and the first of them.
    values: of its cells, without padding; None where nobody may know any, and for products, which the moment has.
    widest: numbers as wide as any that can stand in it. decimals: with how many they are written.
    magnitude: which value has the full hue; of pixels, which is white. signed: its shades reach below 0.
    clipped: some value lies beyond the scale. cut: and cells are too small for marks of that.
    map_look: the look of its shades, one of `MAP_LOOKS`. shares: its values are shares of 1.
    known: how many cells may be told, in row order; None: all.
    hatched: what no patch covers is hatched; not while it would answer the open question.
    since: where the values differ from those before, where that is known.
    """

    key: BoardKey
    size: Pair
    first: Pair
    values: Grid | None
    widest: Grid
    decimals: int
    magnitude: float
    signed: bool = False
    clipped: bool = False
    cut: bool = False
    known: int | None = None
    hatched: bool = False
    since: Since | None = None
    map_look: str = HUES
    shares: bool = False

    @property
    def grid(self) -> Grid:
        """The values. Raises ValueError where nobody may know them: no drawer may come so far."""
        if self.values is None:
            raise ValueError(f"the numbers of {self.key} are secret")
        return self.values

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Board):
            return False
        pairs = zip(self.__dict__.values(), (other.__dict__[name] for name in self.__dict__), strict=True)
        return all(own is its or (not isinstance(own, np.ndarray) and own == its) for own, its in pairs)

    def __hash__(self) -> int:
        return hash((self.key, self.size, id(self.values), self.decimals, self.magnitude))


class Boards(Single):
    """The boards of a side, by the names of their grids.

    coverage: it stands in the place of the image's while it is shown; the card keeps pixels.
    """

    made: dict[str, Board]
    coverage: Board | None

    @property
    def image(self) -> Board:
        """The board of the pixels."""
        return self.made["image"]

    @property
    def kernel(self) -> Board:
        """The board of the weights."""
        return self.made["kernel"]

    @property
    def products(self) -> Board:
        """The board of the products."""
        return self.made["products"]

    @property
    def output(self) -> Board:
        """The board of the sums."""
        return self.made["output"]

    @property
    def decimals(self) -> tuple[int, int, int]:
        """The decimals of pixels, weights and products."""
        return self.image.decimals, self.kernel.decimals, self.products.decimals

    def of(self, role: GridName) -> Board:
        """Return the board that stands where a grid of that name is."""
        return self.coverage if role is GridName.IMAGE and self.coverage is not None else self.made[role.value]


class How(Value):
    """How the numbers of a side are shown.

    decimals: that were chosen. covered: the coverage stands in the place of the pixels.
    magnitude, signed: of the output's scale where it is not the map's own: locked, or shared.
    map_look: the look of the output's shades.
    """

    decimals: int | None
    covered: bool
    magnitude: float | None
    signed: bool
    map_look: str = HUES


@lru_cache(maxsize=8)
def boards_of(side: Side, result: Result, secrecy: Secrecy, how: How) -> Boards:
    """Return the boards of a side; the same ones as long as these are the same."""
    made = {role.value: make(BoardKey(side, role), result, secrecy, how) for role, make in BOARDS.items()}
    return Boards(made, _coverage(made["image"], result) if how.covered else None)


def _image(key: BoardKey, result: Result, secrecy: Secrecy, how: How) -> Board:
    scenario = result.scenario
    return Board(
        key=key,
        size=scenario.padded_size,
        first=(-scenario.padding[0], -scenario.padding[1]),
        values=scenario.image,
        widest=scenario.image,
        decimals=decimals_in(result, how.decimals)[0],
        magnitude=scenario.full,
        hatched=not secrecy.walk,
    )


def _kernel(key: BoardKey, result: Result, _: Secrecy, how: How) -> Board:
    weights, scale = result.scenario.kernel, kernel_scale(result.kernel_magnitude)
    decimals = decimals_in(result, how.decimals)[1]
    return Board(key, weights.shape, (0, 0), weights, weights, decimals, scale)


def _products(key: BoardKey, result: Result, secrecy: Secrecy, how: How) -> Board:
    scenario, decimals, known = result.scenario, decimals_in(result, how.decimals)[2], 0 if secrecy.patch else None
    widest, scale = product_extremes(result), product_scale(kernel_scale(result.kernel_magnitude), scenario.full)
    return Board(key, scenario.kernel_size, (0, 0), None, widest, decimals, scale, known=known)


def _output(key: BoardKey, result: Result, secrecy: Secrecy, how: How) -> Board:
    """Return the board of the output; in Predict its look follows from the fixed scale, and tells no value."""
    scale, values, look = secrecy.scale, result.output, how.map_look
    if scale is None:
        decimals, signed = (
            decimals_in(result, how.decimals)[3],
            how.signed or result.map_ends[result.scenario.filter][0] < 0,
        )
        widest = np.zeros((1, 1)) if secrecy.size else values
        magnitude = result.scale if how.magnitude is None else how.magnitude
    else:
        from .predict_numbers import output_decimals  # only in Predict

        decimals, signed, magnitude = output_decimals(result.scenario), scale.low < 0, scale.magnitude
        look = HUES  # in which its answers are shaded
        widest = np.array([[scale.low, scale.high, 0.25 if decimals else 0.0]])
    clipped = scale is None and result.magnitude > magnitude
    shades = magnitude, signed, clipped, clipped and result.scenario.is_pictured
    board = Board(key, values.shape, (0, 0), values, widest, decimals, *shades, secrecy.known, map_look=look)
    if secrecy.size:
        return board.changed(size=(0, 0), values=None)
    waits = secrecy.patch or secrecy.value
    if waits and secrecy.known is not None:
        told = values.copy()
        told.ravel()[secrecy.known :] = 0.0  # in the place of all but the first that are known
        return board.changed(values=frozen(told))
    return board.changed(since=result.since, shares=scale is None and _has_shares(result))


def _has_shares(result: Result) -> bool:
    if result.scenario.layer.activation != "softmax":
        return False
    from ..core.shares import waits  # most layers have no shares

    return not waits(result)


BOARDS: dict[GridName, Callable[[BoardKey, Result, Secrecy, How], Board]] = {
    GridName.IMAGE: _image,
    GridName.KERNEL: _kernel,
    GridName.PRODUCTS: _products,
    GridName.OUTPUT: _output,
}
"""How the board of each grid is made; its words are those of its name."""


def _coverage(image: Board, result: Result) -> Board:
    """Return the board of how many patches cover each pixel."""
    counts = counts_of(result)
    return image.changed(values=counts, widest=counts, decimals=0, magnitude=float(counts.max()))


@lru_cache(maxsize=4)
def counts_of(result: Result) -> Grid:
    """Return the coverage as a grid of numbers, the same one as long as the result is."""
    return result.coverage.astype(np.float64)


@lru_cache(maxsize=8)
def decimals_in(result: Result, chosen: int | None) -> tuple[int, int, int, int]:
    """Return the decimals of pixels, weights, products and sums; remembered for the last few results.

    Products have the same in every step, so that their column does not jump. Of chosen ones they take at most these:
    they need those of the pixels and those of the weights together.
    """
    scenario = result.scenario
    pixels, weights = decimals_of(scenario.image, chosen), decimals_of(scenario.kernel, chosen)
    if scenario.layer.pooling is not None:  # what a window covers is shown as it is
        return pixels, weights, pixels, decimals_of(result.output, chosen)
    products = max(pixels, weights) if chosen is None else min(chosen, pixels + weights)
    return pixels, weights, products, decimals_of(result.output, chosen)


def how_of(state: StillState, results: tuple[Result, ...], covered: bool) -> How:
    """Return how the boards of one side or two are shown; `covered`: with the coverage in the place of the pixels."""
    how = How(state.settings.decimals, covered, state.interface.lock, signed=False, map_look=state.interface.map_look)
    if state.tour is not None and state.tour.stop.goal is not None:
        from ..core.goal import goal_scale  # few stops are puzzles

        magnitude, signed = goal_scale(state.tour.stop.goal)  # so that what is the same looks the same
        how = how.changed(magnitude=magnitude, signed=signed)
    if len(results) > 1:
        how = how.changed(magnitude=None)
    if len(results) > 1 and shares_scale(state):
        magnitude, signed = max(one.scale for one in results), any((one.output < 0).any() for one in results)
        how = how.changed(magnitude=magnitude, signed=signed)
    return how


def shares_scale(state: StillState) -> bool:
    """Tell whether both sides of Compare have one scale: where both maps are made in one way."""
    other = state.compare.result
    return state.compare.shared and (other is None or _made_by(other) == _made_by(state.result))


def _made_by(result: Result) -> tuple[str, str]:
    """Return what makes the values of a map: the activation, and the kind of a pooling, "" for a convolution."""
    layer = result.scenario.layer
    return layer.activation, "" if layer.pooling is None else layer.pooling.kind


def product_extremes(result: Result) -> Grid:
    """Return numbers that are as wide as the widest product of any step can be."""
    scenario = result.scenario
    (least, largest), fill = result.image_ends[scenario.channel], scenario.layer.padding.fill
    parts, low, high = _has_parts(scenario), scenario.kernel.min(), scenario.kernel.max()
    beyond = [pixel for pixel in (least, fill) if pixel < 0 or pixel > largest]
    other = [weight * pixel for pixel in beyond for weight in (low, high)]
    nearly = -0.25 if parts and (low < 0 or beyond) else 0.25 if parts else 0.0
    return np.array([[low * largest, high * largest, *other, 0.01 if parts else 1.0, nearly]])


def _has_parts(scenario: Scenario) -> bool:
    """Tell whether products may have decimals."""
    return any(decimals_of(each) for each in (scenario.image, scenario.kernel, [scenario.layer.padding.fill]))


def kernel_scale(largest: float) -> float:
    """Return the magnitude at which a weight has its full hue, from the kernel's largest: at least 1."""
    return max(1.0, largest)


def product_scale(weight: float, white: float) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare.

    It is from that of the weights and the image's white.
    """
    return max(1.0, weight * white)
