"""How the numbers of all lanes are written: with the same decimals, and in one size."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ...core.grid import Grid, ends_around
from ...core.result import Result
from ...session.boards import decimals_in, product_extremes
from ...ui.lane_places import Lane
from ...ui.place import GridPlace
from ...ui.typeface import Typeface
from ...value import Value
from ..card_faces import Decimals
from ..numbers import NumberLook, look_of, told_by_ends

LEAST_LESSENED = 2  # decimals, from which on there may be one less: 0.5 is not 1


class LaneLooks(Value):
    """The looks of the three grids of each lane, and the decimals of pixels, weights and products.

    decimals: as they are written beside the grids. In cells there may be one decimal less: see `written`.
    """

    patch: NumberLook
    kernel: NumberLook
    products: NumberLook
    decimals: Decimals

    @property
    def written(self) -> Decimals:
        """The decimals of pixels, weights and products in the cells of the grids."""
        return self.patch.decimals, self.kernel.decimals, self.products.decimals


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
        (_patches(results), lane.patch, pixels),
        (together([result.scenario.kernel for result in results]), lane.kernel, weights),
        (together([product_extremes(result) for result in results]), lane.products, products),
    )
    if not lane.kernel.pitch:  # a pooling's, which is its patch
        look = readable_look(typeface, *grids[0], smallest, chosen)
        return LaneLooks(look, look, look, (pixels, weights, products))
    patch, kernel, made = (readable_look(typeface, *grid, smallest, chosen) for grid in grids)
    return LaneLooks(patch, kernel, made, (pixels, weights, products))


def readable_look(
    typeface: Typeface, grid: Grid, place: GridPlace, decimals: int, smallest: int, chosen: int | None
) -> NumberLook:
    """Return the look of a grid of a layer: with one decimal less where they have no room else and nobody chose it.

    Numbers in tenths say more than none; the line under the grids has all of their decimals.
    """
    look = look_of(typeface, grid, place, decimals, smallest)
    if look.size or lessened(decimals, chosen) == decimals:
        return look
    less = look_of(typeface, grid, place, lessened(decimals, chosen), smallest)
    return less if less.size else look


def lessened(decimals: int, chosen: int | None) -> int:
    """Return one decimal less, where numbers may do without it; `chosen`: decimals that a person has set."""
    return decimals - 1 if chosen is None and decimals >= LEAST_LESSENED else decimals


def _patches(results: tuple[Result, ...]) -> Grid:
    """Return all pixels with their padding; of very many, where no other is wider, the least and the largest.

    A picture has hundreds of thousands, and for the size in which they are written no others are needed.
    """
    grids = [result.padded_image for result in results]
    ends = ends_around(result.padded_ends[result.scenario.channel] for result in results)
    return np.array([ends]) if told_by_ends(sum(grid.size for grid in grids), ends) else together(grids)


def together(grids: list[Grid]) -> Grid:
    """Return all numbers of some grids, as one row."""
    return np.concatenate([grid.ravel() for grid in grids])[None, :]
