"""The kernel's card above the source image, and the patch below it."""

from __future__ import annotations

import pygame

from ..core.result import Result
from ..play.moment import Moment
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import Colour, gray, ink, mix, shade
from ..ui.typeface import SMALLEST_NUMBER, Typeface
from ..ui.widgets.base import Widget
from .numbers import NumberLook, fits, room, shown
from .still import veil

DIMMED = 0.6  # how much of a covered pixel is hidden: it stays at 40 %


def pair_size(
    typeface: Typeface, look: NumberLook, place: GridPlace, smallest: int = SMALLEST_NUMBER, decimals: int = 2
) -> int:
    """Return the font size of "pixel × weight" on two lines in a cell; 0 where it would be under the smallest."""
    longest = "× −0." + "0" * max(decimals, 2)
    size = min(round(look.size * 0.8), int(place.pitch * 0.27))
    while size >= smallest and typeface.width(longest, size, True) > room(place) + 4:
        size -= 1
    return size if size >= smallest and look.size else 0


class Patch(Widget, kw_only=True):
    """The pixels under the lifted card: dimmed and outlined, never black."""

    place: GridPlace
    result: Result
    corner: tuple[int, int]
    covering: float

    def draw(self, canvas: Canvas) -> None:
        """Draw the veil over the pixels that the kernel covers, and their outline."""
        if self.covering <= 0.01:
            return
        rows, columns = self.result.scenario.kernel_size
        down, across = self.result.scenario.dilation
        alpha = round(255 * DIMMED * self.covering)
        if down == across == 1:
            self._veil(canvas, self.rect, rows, columns, alpha)
        else:
            for row in range(rows):
                for column in range(columns):
                    cell = self.place.square(self.corner[0] + row * down, self.corner[1] + column * across)
                    self._veil(canvas, cell, 1, 1, alpha)
        canvas.outline(self.rect, self.place.radius, canvas.theme.kernel, max(1, self.place.pitch / 30), alpha)

    def _veil(self, canvas: Canvas, rect: Rect, rows: int, columns: int, alpha: int) -> None:
        sprite = veil(canvas, self.place, rows, columns)
        sprite.set_alpha(alpha)
        canvas.surface.blit(sprite, rect[:2])


MOST_LIFT = 7  # units that the card floats above very large cells, so that it leaves the title free


def card_rect(place: GridPlace, moment: Moment, result: Result, unit: float) -> Rect:
    """Return the card's own area where it floats now; `unit` is the device pixels of one design unit."""
    rows, columns = result.scenario.kernel_extent
    lifted = min(moment.lift * 0.16 * place.pitch, MOST_LIFT * unit) + moment.arc * 0.5 * place.pitch
    return place.block(*moment.card, rows, columns).moved(0, -round(lifted)).inset(-border(place) / 2)


def returning(covering: float) -> float:
    """Return how much the card has of its weights again while the patch goes back (covering 1 → 0).

    They come late and at once: digits of pixels and weights over each other could not be read.
    """
    return min(1.0, max(0.0, (0.35 - covering) / 0.25))


def border(place: GridPlace) -> int:
    """Return the thickness of the card's border."""
    return max(2, round(place.pitch * 0.07))


class Card(Widget, kw_only=True):
    """The card: weights while it slides, pixel × weight when it has settled, products as they blend."""

    place: GridPlace
    result: Result
    moment: Moment
    look: NumberLook
    pairs: int  # font size of the two lines, 0 for none
    decimals: tuple[int, int, int]  # of pixels, weights and products
    grabbed: bool = False

    def draw(self, canvas: Canvas) -> None:
        """Draw shadow, cells and border; with reduced motion the card also where it fades away."""
        moment = self.moment
        if moment.previous_card is not None:
            self._draw_at(canvas, moment.previous_card, 1 - moment.opacity)
        self._draw_at(canvas, moment.card, moment.opacity)

    def _draw_at(self, canvas: Canvas, corner: tuple[float, float], opacity: float) -> None:
        if opacity < 0.02:
            return
        moment, place = self.moment, self.place
        rect = card_rect(place, moment, self.result, self.unit).moved(
            round((corner[1] - moment.card[1]) * place.pitch), round((corner[0] - moment.card[0]) * place.pitch)
        )
        self._shadow(canvas, rect, opacity)
        self._cells(canvas, rect, opacity)
        thickness = border(place) + (1 if self.grabbed or self.mood.hovered else 0)
        canvas.outline(rect, place.radius + 2, canvas.theme.kernel, thickness, round(255 * opacity))

    def _shadow(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        height = self.moment.lift * 0.7 + self.moment.arc * 0.6 + 0.3
        blur = max(2, round(self.place.pitch * 0.34 * round(height * 6) / 6))
        canvas.shadow(rect.moved(0, round(blur * 0.6)), self.place.radius, blur, round(255 * opacity))

    def _cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw the cells; while they are all weights, or all products, as one ready picture."""
        key = self._ready_key()
        if key is None:
            self._draw_cells(canvas, rect, opacity)
            return

        def make() -> pygame.Surface:
            surface = pygame.Surface(rect[2:], pygame.SRCALPHA)
            self._draw_cells(canvas.onto(surface), Rect(0, 0, rect.w, rect.h), 1.0)
            return surface

        sprite = canvas.kept((*key, self.place, self.look, self.decimals), make)
        sprite.set_alpha(round(255 * opacity))
        canvas.surface.blit(sprite, rect[:2])

    def _ready_key(self) -> tuple[object, ...] | None:
        """Return what the cells' picture depends on while they all show the same kind of thing, else None."""
        moment, scenario = self.moment, self.result.scenario
        if moment.products is None or (moment.covering == 0 and not moment.blended.any()):
            return "card weights", Same(scenario.kernel), scenario.dilation
        if moment.blended.all() and not moment.rise.any() and not moment.flight.any():
            return "card products", Same(self.result), moment.step
        return None

    def _draw_cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        place, moment = self.place, self.moment
        down, across = (step * place.pitch for step in self.result.scenario.dilation)
        left, top = rect.x + border(place) // 2 + place.gap // 2, rect.y + border(place) // 2 + place.gap // 2
        side = place.pitch - place.gap
        values = self.result.scenario.kernel.tolist()
        states = (moment.blended.tolist(), moment.flight.tolist(), moment.rise.tolist())
        for row, weights in enumerate(values):
            for column, weight in enumerate(weights):
                blended, flight, rise = (state[row][column] for state in states)
                face = Rect(left + column * across, top + row * down - round(rise * place.pitch * 0.16), side, side)
                self._cell(canvas, face, (row, column), weight, blended, flight, rise, opacity)

    def _cell(
        self,
        canvas: Canvas,
        face: Rect,
        at: tuple[int, int],
        weight: float,
        blended: bool,
        flight: float,
        rise: float,
        opacity: float,
    ) -> None:
        """Draw one cell in the state that the moment gives it."""
        moment, theme = self.moment, canvas.theme
        colour = shade(weight, self._kernel_scale, theme.kernel, theme)
        if flight > 0:
            self._plain(canvas, face, colour, weight, opacity * returning(moment.covering))
            return
        if moment.products is None or moment.patch is None:
            self._plain(canvas, face, colour, weight, opacity)
            return
        pixel, product = float(moment.patch[at]), float(moment.products[at])
        met = mix(gray(pixel, self.result.scenario.white), colour, 0.62)
        done = shade(product, self._product_scale, theme.product, theme)
        if blended:
            ground = mix(done, met, rise * 0.5)
            canvas.rounded(face, self.place.radius, ground)
            self._pattern(canvas, face, "product", product / self._product_scale, ground, product)
            self._number(canvas, face, product, self.decimals[2], ground, 255)
        elif moment.pairs:
            ground = mix(met, done, rise * 0.5)
            canvas.rounded(face, self.place.radius, ground)
            self._pair(canvas, face, pixel, weight, ground)
        else:
            blend = mix(colour, met, moment.covering) if moment.covering else colour
            self._plain(canvas, face, mix(blend, done, rise * 0.5), weight, opacity)

    def _plain(self, canvas: Canvas, face: Rect, colour: Colour, weight: float, opacity: float) -> None:
        alpha = round(255 * opacity)
        if alpha < 4:
            return
        canvas.rounded(face, self.place.radius, colour, alpha)
        self._pattern(canvas, face, "kernel", weight / self._kernel_scale, colour, weight, alpha)
        self._number(canvas, face, weight, self.decimals[1], colour, alpha)

    def _pattern(
        self, canvas: Canvas, face: Rect, hue: str, share: float, ground: Colour, value: float, alpha: int = 255
    ) -> None:
        text = shown(value, self.decimals[1 if hue == "kernel" else 2])
        clear = clear_for(canvas.type, text, self.look.size)
        draw_pattern(canvas, face, self.place.radius, hue, share, ground, clear, alpha)

    def _number(self, canvas: Canvas, face: Rect, value: float, decimals: int, ground: Colour, alpha: int) -> None:
        text = shown(value, decimals)
        if fits(canvas.type, text, self.look, self.place):
            canvas.text(text, *face.centre, self.look.size, ink(ground), True, 0.5, alpha)

    def _pair(self, canvas: Canvas, face: Rect, pixel: float, weight: float, ground: Colour) -> None:
        if not self.pairs:
            self._pattern(canvas, face, "kernel", weight / self._kernel_scale, ground, weight)
            self._number(canvas, face, weight, self.decimals[1], ground, 255)
            return
        x, y = face.centre
        apart = self.pairs * 0.58
        canvas.text(shown(pixel, self.decimals[0]), x, y - apart, self.pairs, ink(ground), True, 0.5)
        canvas.text("× " + shown(weight, self.decimals[1]), x, y + apart, self.pairs, ink(ground), True, 0.5)

    @property
    def _kernel_scale(self) -> float:
        return kernel_scale(self.result)

    @property
    def _product_scale(self) -> float:
        return product_scale(self.result)


def kernel_scale(result: Result) -> float:
    """Return the magnitude at which a weight has its full hue: the largest in the kernel, at least 1."""
    return max(1.0, float(abs(result.scenario.kernel).max()))


def product_scale(result: Result) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare."""
    return max(1.0, kernel_scale(result) * result.scenario.white)
