"""What is handed out of a scenario as text, whatever marks are put around it: title, settings, grids, one equation."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from ..core.grid import Grid
from ..core.operations import maps_of
from ..core.scenario import Scenario
from ..files.code_text import headline_of
from ..files.exported import Exported
from ..value import Single
from ..words.handout_texts import handout_text
from ..words.numbers import decimals_of, equals, number, pair_text, shows_exactly, size_text
from ..words.plain import plain
from .worked import Lane, Worked, cell_at, worked


class Table(Single):
    """A grid: what it is called, and its numbers as they are shown, row by row."""

    title: str
    rows: tuple[tuple[str, ...], ...]


class Sheet(Single):
    """All of it: a title of one line, lines of settings, the grids, and the lines of the cell in work."""

    title: str
    settings: tuple[str, ...]
    tables: tuple[Table, ...]
    equation: tuple[str, ...]


def sheet_of(what: Exported) -> Sheet:
    """Return what is written of a scenario and the cell that its walk is at."""
    scenario = what.scenario
    title = plain(scenario.name, " ").strip() or handout_text("untitled")
    settings: tuple[str, ...] = (
        headline_of(scenario.pixel_tensor, scenario.layer),
        settings_of(scenario),
        handout_text("rounded"),
    )
    if scenario.chain is not None:
        number, count = scenario.chain.focus + 1, scenario.chain.count
        settings = (handout_text("network", number=number, count=count), *settings)
    tables = (*image_tables(scenario), *kernel_tables(scenario), *_output_tables(scenario))
    return Sheet(title, settings, tables, _equation(scenario, worked(scenario, *cell_at(scenario, what.position))))


def table_of(title: str, values: Grid, decimals: int) -> Table:
    """Return a grid with numbers of so many decimals at most."""
    return Table(title, tuple(tuple(number(value, decimals) for value in row) for row in values.tolist()))


def image_tables(scenario: Scenario) -> tuple[Table, ...]:
    """Return the channels of the image, as they were given."""
    image, size = scenario.pixel_tensor, size_text(scenario.pixel_size)
    name = "image" if len(image) == 1 else "image.channel"
    decimals = decimals_of(image)
    return tuple(
        table_of(handout_text(name, channel=place, size=size), channel, decimals)
        for place, channel in enumerate(image, 1)
    )


def kernel_tables(scenario: Scenario) -> tuple[Table, ...]:
    """Return the kernels as they were set, filter by filter; none of a pooling."""
    layer = scenario.layer
    if layer.pooling is not None:
        return ()
    weights, size = layer.chosen_weights, size_text(layer.kernel_size)
    name = "kernel" if scenario.is_single else "kernel.filter" if weights.shape[1] == 1 else "kernel.channel"
    decimals = decimals_of(weights)
    return tuple(
        table_of(handout_text(name, filter=place + 1, channel=channel + 1, size=size), kernel, decimals)
        for place, kernels in enumerate(weights)
        for channel, kernel in zip(layer.channels_of(place), kernels, strict=True)
    )


def _output_tables(scenario: Scenario) -> tuple[Table, ...]:
    maps = maps_of(scenario.tensor, scenario.layer)
    name, decimals = "output" if len(maps) == 1 else "output.filter", decimals_of(maps)
    size = size_text(scenario.output_size)
    return tuple(
        table_of(handout_text(name, filter=place, size=size), each, decimals) for place, each in enumerate(maps, 1)
    )


Writer: TypeAlias = Callable[[float, int], str]
"""Writes a number with so many decimals at most."""


def settings_of(scenario: Scenario, write: Writer = number) -> str:
    """Return how the kernel slides, in one line: all that is needed to make the maps, beside the grids."""
    layer, pooling = scenario.layer, scenario.layer.pooling
    found = [handout_text("stride", stride=pair_text(layer.chosen_stride)), _padding(scenario, write)]
    if pooling is not None:
        found.insert(0, handout_text("window", size=size_text(pooling.window(scenario.image_size))))
    if layer.dilation != (1, 1):
        found.append(handout_text("dilation", dilation=pair_text(layer.dilation)))
    if pooling is None and layer.groups > 1:
        found.append(handout_text("groups", groups=layer.groups))
    if layer.output_padding != (0, 0):
        found.append(handout_text("output padding", amount=pair_text(layer.output_padding)))
    if pooling is not None and pooling.ceil_mode:
        found.append(handout_text("ceil"))
    if pooling is not None and pooling.kind == "average" and not pooling.count_include_pad:
        found.append(handout_text("pixels only"))
    if layer.bias.any():
        decimals = decimals_of(layer.bias)
        values = ", ".join(write(value, decimals) for value in layer.bias.tolist())
        found.append(handout_text("bias", values=values))
    if layer.activation != "none":
        found.append(handout_text("activation", activation=layer.activation))
    line = ", ".join(found)
    return f"{line[0].upper()}{line[1:]}."


def _padding(scenario: Scenario, write: Writer) -> str:
    padding = scenario.layer.chosen_padding
    if padding.alike is not None:
        said = handout_text("padding", padding=pair_text(padding.alike))
    else:
        (top, bottom), (left, right) = padding.sides
        said = handout_text("padding.sides", top=top, bottom=bottom, left=left, right=right)
    if scenario.layer.is_transposed:
        return handout_text("padding.cut", padding=said) if padding.sides != ((0, 0), (0, 0)) else said
    if padding.sides == ((0, 0), (0, 0)) or scenario.layer.pooling is not None or padding.mode == "zeros":
        return said
    if padding.mode == "constant":
        return handout_text("padding.value", padding=said, value=write(padding.value, decimals_of([padding.value])))
    return handout_text("padding.mode", padding=said, mode=padding.mode)


def cell_title(scenario: Scenario, found: Worked) -> str:
    """Return which cell it is; rows and columns count from 1."""
    name = "cell" if scenario.layer.filters == 1 else "cell.filter"
    return handout_text(name, row=found.cell[0] + 1, column=found.cell[1] + 1, filter=found.filter + 1)


class _Shown:
    """Writes numbers of one equation, and remembers whether one was rounded."""

    def __init__(self) -> None:
        self._exact = True

    def __call__(self, value: float, decimals: int, *, signed: bool = False) -> str:
        self._exact = self._exact and shows_exactly(value, decimals)
        text = number(value, decimals)
        return f"({text})" if signed and value < 0 else text

    def sign(self) -> str:
        """Return the sign between both sides, and begin another equation."""
        exact, self._exact = self._exact, True
        return equals(exact)


def _equation(scenario: Scenario, found: Worked) -> tuple[str, ...]:
    """Return the lines of a cell: its lanes, their sum with the bias, and what the activation makes of it."""
    layer, shown = scenario.layer, _Shown()
    of_maps = decimals_of(maps_of(scenario.tensor, layer))
    if layer.pooling is not None:
        return cell_title(scenario, found), _pooled(scenario, found, of_maps)
    lines, alone = [cell_title(scenario, found)], len(found.lanes) == 1 and not found.bias
    of_sums = decimals_of(np.array([found.total, found.bias, *(lane.total for lane in found.lanes)]))
    for lane in found.lanes:
        before = "" if len(scenario.channels) == 1 else handout_text("lane", channel=lane.channel + 1)
        terms, total = _terms(scenario, lane, shown), shown(lane.total, of_sums)
        lines.append(f"{before}{terms} {shown.sign()} {total}")
    if not alone:
        parts = [shown(lane.total, of_sums, signed=place > 0) for place, lane in enumerate(found.lanes)]
        parts.append(shown(found.bias, of_sums, signed=True))
        total = shown(found.total, of_sums)
        lines.append(f"{handout_text('sum')}{' + '.join(parts)} {shown.sign()} {total}")
    if layer.activation == "softmax":  # a share is made of the sums of all maps
        lines.append(f"{layer.activation}{handout_text('of all maps')}{shown(found.value, of_maps)}")
    elif layer.activation != "none":
        before, after = shown(found.total, of_sums), shown(found.value, of_maps)
        lines.append(f"{layer.activation}({before}) {shown.sign()} {after}")
    return tuple(lines)


def _terms(scenario: Scenario, lane: Lane, shown: _Shown) -> str:
    of_pixels, of_weights = decimals_of(scenario.tensor), decimals_of(scenario.layer.weights)
    terms = (
        f"{shown(pixel, of_pixels, signed=True)} × {shown(weight, of_weights, signed=True)}"
        for pixel, weight in zip(lane.pixels, lane.weights, strict=True)
    )
    return " + ".join(terms) or "0"


def _pooled(scenario: Scenario, found: Worked, decimals: int) -> str:
    """Return the line of a cell of a pooling."""
    (lane,), of_pixels, shown = found.lanes, decimals_of(scenario.tensor), _Shown()
    if not found.counted:
        terms = ", ".join(shown(pixel, of_pixels) for pixel in lane.pixels)
        value = shown(found.value, decimals)
        return f"{handout_text('largest', terms=terms)} {shown.sign()} {value}"
    terms = " + ".join(shown(pixel, of_pixels, signed=True) for pixel in lane.pixels)
    value = shown(found.value, decimals)
    return f"({terms}) ÷ {found.counted} {shown.sign()} {value}"
