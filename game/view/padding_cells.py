"""Padding pixels that repeat pixels of the image: each shows its value, inset and dashed as zeros of padding are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import ceil

import numpy as np

from ..core.grid import Grid, Region
from ..core.padding import Sources
from ..core.result import Result
from ..core.scenario import Scenario
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.themes import BLACK, Colour, ink
from .colours import Colours
from .numbers import NumberLook, fits, shown
from .still import letters

SMALLER = 0.86  # than those of pixels are numbers that are no 0

Cell = tuple[int, int, int, int]
"""Row and column on a place, and row and column of the padded image."""


def repeats(scenario: Scenario) -> bool:
    """Tell whether pixels of the image stand in its padding."""
    return scenario.layer.padding.mode in ("reflect", "replicate", "circular")


def draw_repeats(
    canvas: Canvas,
    place: GridPlace,
    result: Result,
    look: NumberLook,
    colours_of: Callable[[Grid], Colours],
    block: Region | None = None,
) -> list[Cell]:
    """Draw the padding pixels of a place, and return them; of a block of the image, only those that repeat it.

    colours_of: what pixels look like.
    """
    cells = list(_cells(place, result.scenario, block))
    if cells:
        _, _, rows, columns = np.transpose(cells)
        values = result.padded_image[rows, columns]
        colours = colours_of(values[None])[0].tolist()
        for (row, column, _, _), value, (red, green, blue) in zip(cells, values.tolist(), colours, strict=True):
            face = Rect(place.edge(column), place.edge(row), place.side, place.side)
            draw_padding(canvas, face, place, look, shown(value, look.decimals), (red, green, blue))
    return cells


def _cells(place: GridPlace, scenario: Scenario, block: Region | None) -> Iterator[Cell]:
    """Yield the padding pixels of a place, in row order; of a block, those that repeat a pixel of it."""
    sources = [axis.padded for axis in scenario.layer.axes(scenario.image_size)]
    before, size = scenario.padding, scenario.image_size
    fed = [
        np.ones(len(source), bool) if block is None else (source >= part.start) & (source < part.stop)
        for source, part in zip(sources, block or (slice(0), slice(0)), strict=True)
    ]
    for row in range(place.rows):
        for column in range(place.columns):
            at = row + place.first[0], column + place.first[1]
            padded = at[0] + before[0], at[1] + before[1]
            inside = 0 <= at[0] < size[0] and 0 <= at[1] < size[1]
            if not inside and fed[0][padded[0]] and fed[1][padded[1]]:
                yield row, column, *padded


def blocks_repeating(place: GridPlace, scenario: Scenario, block: Region | None) -> tuple[Rect, ...]:
    """Return areas of a place that hold a block of the image and all padding that repeats a pixel of it."""
    own = place.block_of(block)
    if block is None or not own or not repeats(scenario):
        return own
    rows, columns = (
        _runs(axis.padded[first + axis.before :][:length], part)
        for axis, part, first, length in zip(
            scenario.layer.axes(scenario.image_size), block, place.first, (place.rows, place.columns), strict=True
        )
    )
    return tuple(
        place.block(place.first[0] + row.start, place.first[1] + column.start, len(row), len(column))
        for row in rows
        for column in columns
    )


def _runs(places: Sources, part: slice) -> list[range]:
    """Return which places of an axis repeat a part of the source, as runs without a gap."""
    met = np.flatnonzero((places >= part.start) & (places < part.stop))
    ends = np.flatnonzero(np.diff(met) > 1) + 1
    return [range(int(run[0]), int(run[-1]) + 1) for run in np.split(met, ends) if len(run)]


def draw_padding(
    canvas: Canvas,
    square: Rect,
    place: GridPlace,
    look: NumberLook,
    words: str,
    colour: Colour,
    said: Colour | None = None,
) -> None:
    """Draw a padding pixel in its square: inset, in a dashed outline, its number written quietly.

    said: the colour of the number; black or white, whichever is read better, where none is given.
    """
    theme, pitch = canvas.theme, place.pitch
    canvas.fill(square, theme.ground)
    face = square.inset(max(1, place.gap))
    thick = max(1.0, min(2.0, pitch / 30))
    inside = face if said else face.inset(ceil(thick) + max(1, pitch // 40))  # the dashes are seen on the ground only
    canvas.rounded(inside, place.radius, colour)
    canvas.dashed(face, theme.padding, thick, max(2.5, pitch / 12))
    colour = ink(colour) if said is None else said
    size = look.size if said else round(look.size * SMALLER)
    if not size or (said is None and not fits(canvas.type, words, look, place)):
        return
    if look.quarters:
        sprite = letters(canvas, words, size, look.quarters, colour)
        canvas.surface.blit(sprite, face.centred(*sprite.get_size())[:2])
    else:
        canvas.text(words, square.x + pitch / 2, square.y + pitch / 2, size, colour, False, 0.5)


def draw_nothing(canvas: Canvas, square: Rect, place: GridPlace, look: NumberLook, words: str) -> None:
    """Draw what stands in the padding of a pooling: a 0 that is counted, as ever, else an empty cell."""
    theme = canvas.theme
    ground, said = (BLACK, theme.padding_text) if words == "0" else (theme.ground, theme.dim)
    draw_padding(canvas, square, place, look, words, ground, said)
