"""What the cells of the card look like in a step: their colours and numbers, worked out once for all its frames."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..core.arithmetic import Arithmetic
from ..core.grid import Grid, Pair
from ..core.result import Result
from ..play.moment import Moment
from ..session.boards import kernel_scale, product_scale
from ..ui.cache import Same
from ..ui.themes import Colour, Theme
from ..value import Single
from .colours import Colours, Light, light_of, lit_by, shade_colours
from .numbers import shown

if TYPE_CHECKING:
    from numpy.typing import NDArray

Decimals = tuple[int, int, int]
"""Of pixels, weights and products."""

MET = 0.62  # of the weight's hue in the shade of a pixel and a weight that have met
RISEN = 0.5  # of the other shade in a cell that has risen to its highest


class Faces(Single):
    """The cells of one step, in row order.

    gray, weight, met, done: their colours, shape (cells, 3), 0 … 255: of the pixel, of the weight, of both, of the
    product; arrived: to which a product turns on its way to the output.
    pixels: the numbers under the weights. decimals: of pixels, weights and products.
    weight_texts, product_texts: the numbers as they are written.
    weight_shares, product_shares: the values ÷ the magnitude that has the full hue, −1 … 1.
    patterned: products carry a pattern where the theme has them; the pixels of a pooling have none.
    """

    gray: Grid
    weight: Grid
    met: Grid
    done: Grid
    arrived: Grid
    pixels: tuple[float, ...]
    decimals: Decimals
    weight_texts: tuple[str, ...]
    product_texts: tuple[str, ...]
    weight_shares: tuple[float, ...]
    product_shares: tuple[float, ...]
    patterned: bool = True

    def pixel_text(self, index: int) -> str:
        """Return a pixel as it is written."""
        if not self.patterned:
            return self.product_texts[index]
        return shown(self.pixels[index], self.decimals[0])

    def grounds(self, moment: Moment, rise: Grid, met: Grid | float) -> Grid:
        """Return the colour of each cell at a moment; `met`: how much of the pixel's shade those have that wait."""
        risen, blended = rise.reshape(-1, 1) * RISEN, moment.blended.reshape(-1, 1)
        waiting = mixed(mixed(self.weight, self.met, met), self.done, risen)
        found = np.where(blended, mixed(self.done, self.met, risen), waiting)
        return np.where(moment.flight.reshape(-1, 1) > 0, self.weight, found)

    def rising(self, rise: Grid) -> Grid:
        """Return the colours of the pixels that come to meet their weights."""
        return mixed(self.gray, mixed(self.met, self.done, RISEN), rise.reshape(-1, 1))

    def flying(self, indices: NDArray[np.intp], gone: Grid) -> list[Colour]:
        """Return the colours of products in the air, so far (0 … 1) on their way."""
        return colours_of(mixed(self.done[indices], self.arrived[indices], gone.reshape(-1, 1) / 2))


class PatchFaces(Single):
    """The pixels under the kernel in a step, in row order: their colours, their numbers, and these as written.

    A lane shows them long before they meet its weights: what comes of that is worked out when it is its turn.
    """

    gray: Colours
    pixels: tuple[float, ...]
    texts: tuple[str, ...]


def mixed(first: Grid, second: Grid, share: Grid | float) -> Grid:
    """Return the colours `share` (0 … 1) of the way from the first to the second; the same as `themes.mix`."""
    return np.rint(first + (second - first) * share)


def colours_of(values: Grid) -> list[Colour]:
    """Return rows of three channels as colours."""
    return [(red, green, blue) for red, green, blue in values.astype(int).tolist()]


def faces_of(result: Result, step: int, theme: Theme, decimals: Decimals) -> Faces:
    """Return the cells of a step (from 0; past the end, of the last one).

    They are remembered for the last few patches: the same object as long as nothing under the kernel has changed.
    `decimals`: of pixels, weights and products.
    """
    scenario, (cell, pixels) = result.scenario, _patch_of(result, step)
    if scenario.layer.pooling is not None:
        from .pooled import nothing_in  # most layers have kernels

        light = light_of(scenario, theme), Same(theme)
        return _pixels(pixels.tobytes(), nothing_in(scenario, cell), light, decimals)
    scale = light_of(scenario, theme), kernel_scale(result.kernel_magnitude)
    return faces_under(pixels.tobytes(), Same(scenario.kernel), scale, Same(theme), decimals, result.arithmetic)


def patch_faces_of(result: Result, step: int, theme: Theme, decimals: Decimals) -> PatchFaces:
    """Return the pixels of a step as a lane shows them; what is given, and what is remembered, is as in `faces_of`."""
    scenario = result.scenario
    if scenario.layer.pooling is not None:
        return _patch_of_faces(faces_of(result, step, theme, decimals))
    light = light_of(scenario, theme), Same(theme)
    return _patch_faces(_patch_of(result, step)[1].tobytes(), light, decimals[0])


def _patch_of(result: Result, step: int) -> tuple[Pair, Grid]:
    """Return the output cell of a step, and the pixels under the kernel there."""
    row, column = divmod(min(step, result.output.size - 1), result.output.shape[1])
    return (row, column), result.scenario.patch((row, column), result.padded_image)


@lru_cache(maxsize=24)
def _patch_faces(pixels_key: bytes, light: tuple[Light, Same], decimals: int) -> PatchFaces:
    pixels = np.frombuffer(pixels_key)
    gray = lit_by(pixels[None], light[0], light[1].thing)[0]
    numbers = tuple(pixels.tolist())
    return PatchFaces(gray, numbers, tuple(shown(value, decimals) for value in numbers))


@lru_cache(maxsize=24)
def _patch_of_faces(faces: Faces) -> PatchFaces:
    return PatchFaces(faces.gray.astype(np.uint8), faces.pixels, faces.product_texts)


@lru_cache(maxsize=24)
def faces_under(
    pixels_key: bytes,
    kernel_key: Same,
    scale: tuple[Light, float],
    theme_key: Same,
    decimals: Decimals,
    arithmetic: Arithmetic,
) -> Faces:
    """Return the cells of a patch, given as bytes of float64, under a kernel.

    scale: how pixels look, and which weight has its full hue.
    """
    light, full_one = scale
    weights: Grid = kernel_key.thing
    theme: Theme = theme_key.thing
    pixels = np.frombuffer(pixels_key).reshape(weights.shape)
    weight, texts, shares = _weights(kernel_key, theme_key, decimals[1], full_one)
    products, full = arithmetic.products(pixels, weights), product_scale(full_one, light.full)
    gray = lit_by(pixels, light, theme).reshape(-1, 3).astype(np.float64)
    return Faces(
        gray=gray,
        weight=weight,
        met=mixed(gray, weight, MET),
        done=shade_colours(products, full, theme.product, theme).reshape(-1, 3).astype(np.float64),
        arrived=np.where(products.reshape(-1, 1) > 0, theme.output, theme.now_quiet).astype(np.float64),
        pixels=tuple(pixels.ravel().tolist()),
        decimals=decimals,
        weight_texts=texts,
        product_texts=tuple(shown(value, decimals[2]) for value in products.ravel().tolist()),
        weight_shares=shares,
        product_shares=tuple((products / full).ravel().tolist()),
    )


@lru_cache(maxsize=24)
def _pixels(pixels_key: bytes, nothing: tuple[str, ...], light: tuple[Light, Same], decimals: Decimals) -> Faces:
    """Return the cells of a pooling's window: pixels as they are, whatever happens to them.

    Where no pixel stands nothing leaves, as where one is 0. nothing: what is written there; "" for a pixel.
    light: how pixels look, and the theme.
    """
    full, theme = light[0].full, light[1].thing
    pixels, there = np.frombuffer(pixels_key), np.array([not said for said in nothing])
    gray = lit_by(pixels[None], light[0], theme).reshape(-1, 3).astype(np.float64)
    texts = tuple(said or shown(value, decimals[0]) for value, said in zip(pixels.tolist(), nothing, strict=True))
    shares = tuple(np.where(there, pixels, 0.0).clip(-full, full).tolist())
    return Faces(
        gray=gray,
        weight=gray,
        met=gray,
        done=gray,
        arrived=np.broadcast_to(np.array(theme.now_quiet, np.float64), gray.shape),
        pixels=tuple(pixels.tolist()),
        decimals=decimals,
        weight_texts=texts,
        product_texts=texts,
        weight_shares=shares,
        product_shares=shares,
        patterned=False,
    )


@lru_cache(maxsize=16)
def _weights(
    kernel_key: Same, theme_key: Same, decimals: int, full: float
) -> tuple[Grid, tuple[str, ...], tuple[float, ...]]:
    """Return what is the same in all steps: the weights' colours, texts and shares of what has the full hue."""
    weights: Grid = kernel_key.thing
    theme: Theme = theme_key.thing
    colours = shade_colours(weights, full, theme.kernel, theme).reshape(-1, 3).astype(np.float64)
    texts = tuple(shown(value, decimals) for value in weights.ravel().tolist())
    return colours, texts, tuple((weights / full).ravel().tolist())
