"""The colour picture in the place of the source image: red, green and blue of each pixel as one mixed colour."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import pygame

from ...core.grid import Grid, Region, region_apart
from ...core.result import Result
from ...ui.cache import Same
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.place import GridPlace
from ...ui.themes import BLACK, Colour, ink
from ...ui.typeface import SMALLEST_NUMBER, Typeface
from ...ui.widgets.base import Widget
from ...words.numbers import decimals_of
from ..colours import Colours, mixed_colours
from ..frame import StillFrame
from ..image_picture import draw_hatching, image_lattice, part_of
from ..numbers import MOST_WIDTH, NumberLook, largest_in, shown, widest
from ..padding_cells import (
    FLAT_PADDING,
    SMALLER,
    area_on,
    between_corners,
    draw_padding,
    draw_pooled_padding,
    frame_pixels,
    padding_corners,
)
from ..padding_repeats import blocks_repeating
from ..places import smallest_number
from ..still import spread

LINES = 0.29  # font size of the three numbers of a pixel, as a share of its cell
APART = 0.94  # font sizes from one of them to the next


class ColourPicture(Widget, kw_only=True):
    """The colour picture with its padding; three numbers in each pixel, R over G over B, where they have room."""

    place: GridPlace
    result: Result
    look: NumberLook
    hatched: bool

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where pixels have been painted, where nothing else has changed."""
        if not isinstance(before, ColourPicture) or before.changed(result=self.result) != self:
            return super().changes(before)
        then, now = before.result, self.result
        if then.setting[:2] != now.setting[:2] or then.scenario.layer.padding != now.scenario.layer.padding:
            return super().changes(before)
        pairs = zip(then.scenario.channels, now.scenario.channels, strict=True)
        regions = (region_apart(old, new) for old, new in pairs if old is not new)
        return tuple(
            rect for region in regions if region for rect in blocks_repeating(self.place, now.scenario, region)
        )

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        scenario = self.result.scenario
        channels = tuple(map(Same, scenario.channels))
        key = ("colour picture", self.place, scenario.white, self.look, self.hatched, scenario.walk, channels)
        canvas.surface.blit(canvas.kept(key, lambda: self._picture(canvas)), self.rect[:2])

    def _picture(self, canvas: Canvas) -> pygame.Surface:
        """Return the picture drawn anew."""
        place, scenario = self.place, self.result.scenario
        surface = _ground(canvas, place, self.result)
        on = canvas.onto(surface)
        colours = mixed_colours(scenario.channels, scenario.white)
        self._padding(on)
        if self.hatched:
            draw_hatching(on, place, self.result, self.look)
        if self.look.size:
            on.numbers(self._numbers(canvas.type, colours), self.look.size, self.look.outlined)
        return surface

    def _padding(self, canvas: Canvas) -> None:
        """Draw the padding: each pixel of it in its mixed colour; around small ones two frames.

        Zeros between the pixels under a transposed convolution look as those around them.
        """
        place, scenario = self.place, self.result.scenario
        padding = scenario.layer.padding
        if place.pitch < FLAT_PADDING:
            if not any(map(any, padding.sides)):
                return
            rows, columns = scenario.padding
            whole = area_on(place, Rect(-columns, -rows, *scenario.padded_size[::-1]))
            canvas.outline(whole, 0, canvas.theme.padding, 1)
            frame_pixels(canvas, place, scenario)
            return
        pooling, corners = scenario.layer.pooling, padding_corners(place, scenario)
        if pooling is not None:  # what is met there is no pixel of three numbers
            draw_pooled_padding(canvas, place, scenario, pooling, self.look)
            return
        if padding.fill or scenario.layer.padding.repeats:
            self._padding_of_values(canvas, corners)
            return
        zero = self._zero(canvas)
        for corner in (*corners, *between_corners(place, scenario)):
            canvas.surface.blit(zero, corner)

    def _padding_of_values(self, canvas: Canvas, corners: list[tuple[int, int]]) -> None:
        """Draw padding pixels in which a constant stands, or a pixel once more."""
        place, look, part = self.place, self.look.changed(size=0), part_of(self.place, self.result.scenario)
        colours, values = _padded(self.result, part), [channel[part] for channel in self.result.padded_images]
        for x, y in corners:
            row, column = y // place.side, x // place.side
            red, green, blue = colours[row, column].tolist()
            square, each = Rect(x, y, place.side, place.side), [float(value[row, column]) for value in values]
            draw_padding(canvas, square, place, look, "", (red, green, blue))
            size = round(self.look.size * SMALLER)
            self._padding_numbers(canvas, square, each, size, ink((red, green, blue)))

    def _zero(self, canvas: Canvas) -> pygame.Surface:
        """Return a padding pixel of zeros; all are alike."""
        square, said = Rect(0, 0, self.place.side, self.place.side), canvas.theme.padding_text
        surface = pygame.Surface(square[2:]).convert()
        on = canvas.onto(surface)
        draw_padding(on, square, self.place, self.look.changed(size=0), "", BLACK, said)
        self._padding_numbers(on, square, [0.0] * len(self.result.scenario.channels), self.look.size, said)
        return surface

    def _padding_numbers(self, canvas: Canvas, square: Rect, values: list[float], size: int, colour: Colour) -> None:
        """Write the three numbers of a padding pixel where pixels have theirs, but quietly, as a channel's are."""
        texts = [shown(value, self.look.decimals) if value else "0" for value in values]
        if not size or any(
            canvas.type.width(words, size, False) > self.place.pitch - self.place.gap for words in texts
        ):
            return
        x, y = square.centre
        for index, words in enumerate(texts):
            canvas.text(words, x, y + (index - 1) * size * APART, size, colour, False, 0.5)

    def _numbers(
        self, typeface: Typeface, colours: Colours
    ) -> Iterator[tuple[str, float, float, tuple[int, int, int]]]:
        """Yield the numbers of the pixels, each with its middle and its cell's colour."""
        place, look, scenario = self.place, self.look, self.result.scenario
        half, step = (place.pitch - place.gap) / 2 + place.gap // 2, look.size * APART
        room = place.pitch - place.gap
        for row, line in enumerate(colours.tolist()):
            for column, (red, green, blue) in enumerate(line):
                if not scenario.layer.is_pixel(row, column):
                    continue
                square = place.square(row, column)
                for index, channel in enumerate(scenario.channels):
                    words = shown(float(channel[row, column]), look.decimals)
                    if typeface.width(words, look.size, True) <= room:
                        y = square.y - place.y + half + (index - 1) * step
                        yield words, square.x - place.x + half, y, (red, green, blue)


def _padded(result: Result, part: Region) -> Colours:
    """Return the mixed colours of a part of the image with its padding."""
    return mixed_colours([channel[part] for channel in result.padded_images], result.scenario.white)


def _ground(canvas: Canvas, place: GridPlace, result: Result) -> pygame.Surface:
    """Return the mixed colours with a line around each pixel."""
    surface = spread(_padded(result, part_of(place, result.scenario)), place)
    surface.blit(image_lattice(canvas, place, result.scenario), (0, 0))
    return surface


def colour_picture(frame: StillFrame, place: GridPlace) -> ColourPicture:
    """Return the colour picture in its place."""
    result, board = frame.side.result, frame.side.boards.image
    chosen = frame.still.settings.decimals
    decimals = max(decimals_of(channel, chosen) for channel in result.scenario.channels)
    look = _look(frame.type, Same(result.scenario.tensor), place, decimals, smallest_number(frame))
    return ColourPicture(
        name="grid image", rect=place.rect, place=place, result=result, look=look, hatched=board.hatched
    )


@lru_cache(maxsize=8)
def _look(typeface: Typeface, tensor: Same, place: GridPlace, decimals: int, smallest: int) -> NumberLook:
    """Return how the three numbers of a pixel look; of size 0 where they have no room one over another."""
    least, high = smallest or SMALLEST_NUMBER, int(place.pitch * LINES)
    grid: Grid = np.concatenate(list(tensor.thing), axis=0)
    words = widest(typeface, grid, decimals)
    size = largest_in(typeface, words, place.side, least, high, MOST_WIDTH) if high >= least else 0
    return NumberLook(size, decimals, outlined=smallest > 0)
