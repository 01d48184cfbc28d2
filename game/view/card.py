"""The kernel's card above the source image."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from math import floor

import numpy as np
import pygame

from ..core.convolution import patch_corner
from ..core.result import Result, same_step
from ..play.moment import Moment, counts_of
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.widgets.base import Widget
from .card_cells import Cells, Kind, Standing
from .card_faces import Decimals, colours_of, faces_of
from .colours import lit_alike
from .numbers import NumberLook

HIGH = 0.16  # how far a cell rises, in cells
DROP = 0.6  # of its blur that the shadow lies below the card
SPARE = 4  # device pixels around the card for what is rounded

MOST_LIFT = 7  # units that the card floats above very large cells, so that it leaves the title free


def card_rect(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the card's own area where it floats now; `unit` is the device pixels of one design unit.

    On its way to the first patch it does not begin farther left of it than it floats above the image.
    """
    rows, columns = result.scenario.kernel_extent
    down, across = moment.card
    if not moment.step:
        across = max(across, patch_corner(result.scenario, (0, 0))[1] - MOST_LIFT * unit / max(1, place.pitch))
    rect = place.block(down, across, rows, columns).moved(0, -round(lifted(place, moment, unit)))
    return rect.inset(-border(place) / 2)


def card_area(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the area that all of the card takes, its shadow included, and with reduced motion where it fades away."""
    rect, blur = card_rect(place, moment, result, unit), shadow_blur(place, moment)
    if moment.previous_card is not None:
        down, across = (moment.previous_card[axis] - moment.card[axis] for axis in (0, 1))
        rect = rect.union(rect.moved(across * place.pitch, down * place.pitch))
    shadow = rect.moved(0, round(blur * DROP)).inset(-blur)
    return rect.inset(0, -round(place.pitch * HIGH)).union(shadow).inset(-SPARE)


def shadow_blur(place: GridPlace, moment: Moment) -> int:
    """Return how wide the edge of the card's shadow is, in device pixels: the wider, the higher the card floats."""
    height = moment.lift * 0.7 + moment.arc * 0.6 + 0.3
    return max(2, round(place.pitch * 0.34 * round(height * 6) / 6))


def lifted(place: GridPlace, moment: Moment, unit: float) -> float:
    """Return how many device pixels the card floats above a level image."""
    return min(moment.lift * 0.16 * place.pitch, MOST_LIFT * unit) + moment.arc * 0.5 * place.pitch


def returning(covering: float) -> float:
    """Return how much the card has of its weights again while the patch goes back (covering 1 → 0).

    They come late and at once: digits of pixels and weights over each other could not be read.
    """
    return min(1.0, max(0.0, (0.35 - covering) / 0.25))


def solid(moment: Moment) -> float:
    """Return how much of the card there is to cast a shadow: an empty frame leaves the pixels under it as they are."""
    return max(1.0 - moment.clearness, returning(moment.covering))


def border(place: GridPlace) -> int:
    """Return the thickness of the card's border."""
    return max(2, round(place.pitch * 0.07))


def _lies(moment: Moment) -> tuple[object, ...]:
    """Return all that a card's picture depends on besides its shadow's strength and the states of its single cells."""
    place = moment.card, moment.lift, moment.arc, moment.opacity, moment.previous_card
    return (moment.step, moment.cell, moment.covering, moment.pairs, *place)


def _empties(moment: Moment) -> bool:
    """Tell whether products leave the card one after another, in row order, and nothing takes their place yet."""
    blended, flown, risen = counts_of(moment)
    return flown > 0 and blended == moment.flight.size and not risen and returning(moment.covering) == 0


class Card(Widget, kw_only=True):
    """The card: weights while it slides, pixel × weight when it has settled, products as they blend."""

    place: GridPlace
    result: Result
    moment: Moment
    look: NumberLook
    pairs: int  # font size of the two lines, 0 for none
    decimals: Decimals
    grabbed: bool = False

    def draw(self, canvas: Canvas) -> None:
        """Draw shadow, cells and border; with reduced motion the card also where it fades away."""
        if self.moment.previous_card is not None:
            self._draw_at(canvas, self.moment.previous_card, 1 - self.moment.opacity)
        self._draw_at(canvas, self.moment.card, self.moment.opacity)

    def _draw_at(self, canvas: Canvas, corner: tuple[float, float], opacity: float) -> None:
        if opacity < 0.02:
            return
        moment, place = self.moment, self.place
        rect = card_rect(place, moment, self.result, self.unit).moved(
            round((corner[1] - moment.card[1]) * place.pitch), round((corner[0] - moment.card[0]) * place.pitch)
        )
        if moment.cell is not None:  # at the end only its outline is left, so that the whole image is seen
            self._shadow(canvas, rect, opacity)
            self._cells(canvas, rect, opacity)
        thickness = border(place) + (1 if self.grabbed or self.mood.hovered else 0)
        canvas.outline(rect, place.radius + 2, canvas.theme.kernel, thickness, round(255 * opacity))

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        blur = shadow_blur(self.place, self.moment)
        under = rect.moved(0, round(blur * DROP))
        canvas.shadow(under, self.place.radius, blur, round(255 * opacity * solid(self.moment)))

    def _shaded(self) -> Rect:
        """Return the area that the card and its shadow take, where it does not fade away at another place."""
        rect, blur = card_rect(self.place, self.moment, self.result, self.unit), shadow_blur(self.place, self.moment)
        return rect.union(rect.moved(0, round(blur * DROP)).inset(-blur))

    def _cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw the cells; while they all show the same kind of thing, as one ready picture."""
        kind = self._kind()
        if kind is None and _empties(self.moment):
            picture = self._picture(canvas, "products", rect)
            for face in self._faces(rect, counts_of(self.moment)[1], self.moment.flight.size):
                canvas.surface.blit(picture, face[:2], (face.x - rect.x, face.y - rect.y, face.w, face.h))
            return
        if kind is None and self._turning and opacity == 1 and self._plain(canvas):
            cells = self._tools(canvas)
            grounds = cells.faces.grounds(self.moment, self.moment.rise, self.moment.covering)
            cells.draw_all("weights", self._cells_at(rect), grounds)
            return
        if kind is None:
            self._draw_cells(canvas, rect, opacity)
            return
        weight = returning(self.moment.covering) if kind == "weights" and counts_of(self.moment)[1] else 1.0
        sprite = self._picture(canvas, kind, rect)
        sprite.set_alpha(round(255 * opacity * weight))
        canvas.surface.blit(sprite, rect[:2])
        sprite.set_alpha(255)

    @property
    def _turning(self) -> bool:
        """Whether nothing happens but that all weights take on the pixels' shades."""
        return not (self.moment.pairs or any(counts_of(self.moment)))

    def _plain(self, canvas: Canvas) -> bool:
        """Tell whether the cells lie side by side, and carry no patterns."""
        return self.result.scenario.dilation == (1, 1) and not canvas.theme.patterned

    def _cells_at(self, rect: Rect) -> GridPlace:
        """Return the place of the cells on a card that lies at `rect`."""
        x, y = (edge + border(self.place) // 2 for edge in rect[:2])
        return GridPlace(x, y, self.place.pitch, *self.result.scenario.kernel_size)

    def _faces(self, rect: Rect, first: int, last: int) -> Iterator[Rect]:
        """Yield the areas of the cells first … last − 1 in row order, each row's in one."""
        columns, face = self.result.scenario.kernel_size[1], self._standing(rect)
        for row in range(first // columns, -(-last // columns)):
            left, right = max(first - row * columns, 0), min(last - row * columns, columns)
            yield face(row, left, 0.0).union(face(row, right - 1, 0.0))

    def _picture(self, canvas: Canvas, kind: Kind, rect: Rect) -> pygame.Surface:
        """Return all cells in one picture, which is kept: that of weights, which come again, for each kernel."""
        scenario = self.result.scenario
        family = ("card", kind, scenario.dilation, scenario.kernel_size, self.place, self.look, self.pairs)
        if kind == "weights":
            return canvas.kept((*family, Same(scenario.kernel), self.decimals), lambda: self._ready(canvas, kind, rect))

        def again(_: object, surface: pygame.Surface) -> bool:
            surface.fill((0, 0, 0, 0))  # in the place of the one before: those of all patches would push out others
            self._put(canvas.onto(surface), kind)
            return True

        faces = self._tools(canvas).faces
        return canvas.followed(family, Same(faces), lambda: self._ready(canvas, kind, rect), again)

    def _kind(self) -> Kind | None:
        """Return what all cells show, None while some are on their way."""
        moment, (blended, flown, risen) = self.moment, counts_of(self.moment)
        if moment.products is None or (moment.covering == 0 and not blended) or flown == moment.flight.size:
            return "weights"
        if risen or flown:
            return None
        if not blended:
            return "pairs" if moment.pairs else None
        return "products" if blended == moment.flight.size else None

    def _ready(self, canvas: Canvas, kind: Kind, rect: Rect) -> pygame.Surface:
        """Draw all cells, on a surface as large as the card."""
        surface = pygame.Surface(rect[2:], pygame.SRCALPHA)
        self._put(canvas.onto(surface), kind)
        return surface

    def _put(self, canvas: Canvas, kind: Kind) -> None:
        """Draw all cells on a canvas that is as large as the card, and empty."""
        cells, whole = self._tools(canvas), Rect(0, 0, *canvas.surface.get_size())
        columns, face = self.result.scenario.kernel_size[1], self._standing(whole)
        if self._plain(canvas):
            cells.draw_all(kind, self._cells_at(whole), cells.grounds(kind))
            return
        for index, ground in enumerate(colours_of(cells.grounds(kind))):
            cells.draw(kind, index, face(*divmod(index, columns), 0.0), ground, 255)

    def _tools(self, canvas: Canvas) -> Cells:
        faces = faces_of(self.result, self.moment.step, canvas.theme, self.decimals)
        return Cells(canvas, self.place.radius, faces, self.look, self.pairs)

    def _draw_cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw the cells that meet the part of the surface that is drawn now, each as the moment has it."""
        moment, cells = self.moment, self._tools(canvas)
        grounds = colours_of(cells.faces.grounds(moment, moment.rise, 1.0 if moment.pairs else moment.covering))
        columns = self.result.scenario.kernel_size[1]
        blended, flown = moment.blended.ravel().tolist(), (moment.flight > 0).ravel().tolist()
        rise = moment.rise.ravel().tolist()
        alpha, back = round(255 * opacity), round(255 * opacity * returning(moment.covering))
        waiting: Kind = "pairs" if moment.pairs else "weights"
        still: dict[Kind, list[Standing]] = {"pairs": [], "products": [], "weights": []}
        apart: list[tuple[Kind, Standing, int]] = []  # what has risen reaches over the row above it
        face = self._standing(rect)
        for row, column in self._cells_in(Rect(*canvas.surface.get_clip()), rect):
            index = row * columns + column
            kind: Kind = "weights" if flown[index] else "products" if blended[index] else waiting
            seen = back if flown[index] else alpha if kind == "weights" else 255
            standing = index, face(row, column, rise[index]), grounds[index]
            if rise[index] or seen < 255:
                apart.append((kind, standing, seen))
            else:
                still[kind].append(standing)
        for kind, several in still.items():
            cells.draw_still(kind, several)
        for kind, standing, seen in apart:
            cells.draw(kind, *standing, seen)

    def _standing(self, rect: Rect) -> Callable[[int, int, float], Rect]:
        """Return what says where a cell (row, column) stands on a card that lies at `rect`, risen so far."""
        place, gap, pitch = self.place, self.place.gap, self.place.pitch
        inside, side = border(place) // 2 + gap // 2, place.side - gap
        down, across = self.result.scenario.dilation
        left, top = rect[0] + inside, rect[1] + inside

        def face(row: int, column: int, rise: float) -> Rect:
            y = top + floor(row * down * pitch + 0.5) - round(rise * pitch * HIGH)
            return Rect(left + floor(column * across * pitch + 0.5), y, side, side)

        return face

    def _cells_in(self, part: Rect, rect: Rect) -> Iterator[tuple[int, int]]:
        """Yield the cells of which something may lie in a part of the surface."""
        rows, columns = self.result.scenario.kernel_size
        down, across = (step * self.place.pitch for step in self.result.scenario.dilation)
        first, high = self._standing(rect)(0, 0, 0.0), round(self.place.pitch * HIGH)
        top, bottom = int((part.y - first.bottom) // down), int((part.bottom + high - first.y) // down) + 1
        left, right = int((part.x - first.right) // across), int((part.right - first.x) // across) + 1
        return product(range(max(0, top), min(rows, bottom)), range(max(0, left), min(columns, right)))

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have changed, row by row, where the card itself lies as it did."""
        if not isinstance(before, Card):
            return super().changes(before)
        then, now, (was, result) = before.moment, self.moment, (before.result, self.result)
        if before.changed(result=result) == self:
            if now.cell is None and was.scenario.walk == result.scenario.walk:
                return ()  # of its outline alone nothing follows from numbers
            if same_step(was, result, now.step) and lit_alike(was.scenario, result.scenario):
                return ()  # what has been painted lies elsewhere
        if before.changed(moment=now) != self or _lies(then) != _lies(now):
            return super().changes(before)
        if then.clearness != now.clearness:
            return (self._shaded(),) if now.previous_card is None else super().changes(before)
        if _empties(now) and _empties(then):
            fewer, more = sorted(counts_of(each)[1] for each in (then, now))
            return tuple(self._faces(card_rect(self.place, now, self.result, self.unit), fewer, more))
        differ = (then.blended != now.blended) | (then.rise != now.rise) | ((then.flight > 0) != (now.flight > 0))
        if not differ.any():
            return ()
        rect, gap = card_rect(self.place, now, self.result, self.unit), max(1, self.place.gap)
        highest, face = np.maximum(then.rise, now.rise).max(axis=1).tolist(), self._standing(rect)
        rects = []
        for row in np.flatnonzero(differ.any(axis=1)).tolist():
            columns = np.flatnonzero(differ[row])
            first, last = face(row, int(columns[0]), highest[row]), face(row, int(columns[-1]), 0.0)
            rects.append(first.union(last).inset(-gap))  # with the gap, so that neighbours are drawn together
        return tuple(rects)
