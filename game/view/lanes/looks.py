"""How the numbers of all lanes are written: with the same decimals, and in one size."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...core.grid import Grid
from ...core.result import Result
from ...session.boards import decimals_in, product_extremes
from ...ui.lane_places import Lane
from ...ui.typeface import Typeface
from ...value import Value
from ..card_faces import Decimals
from ..numbers import NumberLook, look_of


class LaneLooks(Value):
    """The looks of the three grids of each lane, and the decimals of pixels, weights and products."""

    patch: NumberLook
    kernel: NumberLook
    products: NumberLook
    decimals: Decimals


@lru_cache(maxsize=16)
def lane_decimals(results: tuple[Result, ...], chosen: int | None) -> Decimals:
    """Return with how many decimals pixels, weights and products of all lanes are written.

    results: one for each lane. chosen: decimals that a person has set.
    """
    each = [decimals_in(result, chosen) for result in results]
    pixels, weights, products = (max(one[index] for one in each) for index in range(3))
    return pixels, weights, products


@lru_cache(maxsize=16)
def lane_looks(
    typeface: Typeface, results: tuple[Result, ...], lane: Lane, chosen: int | None, smallest: int = 0
) -> LaneLooks:
    """Return the looks in lanes of a size; `results`: one for each lane. `chosen`: decimals that a person has set.

    smallest: the least font size in Present; 0 in the window.
    """
    pixels, weights, products = lane_decimals(results, chosen)
    grids = (
        (together([result.padded_image for result in results]), lane.patch, pixels),
        (together([result.scenario.kernel for result in results]), lane.kernel, weights),
        (together([product_extremes(result.scenario) for result in results]), lane.products, products),
    )
    if not lane.kernel.pitch:  # a pooling's, which is its patch
        look = look_of(typeface, grids[0][0], lane.patch, pixels, smallest)
        return LaneLooks(look, look, look, (pixels, weights, products))
    patch, kernel, made = (look_of(typeface, grid, place, decimals, smallest) for grid, place, decimals in grids)
    return LaneLooks(patch, kernel, made, (pixels, weights, products))


def together(grids: list[Grid]) -> Grid:
    """Return all numbers of some grids, as one row."""
    return np.concatenate([grid.ravel() for grid in grids])[None, :]
