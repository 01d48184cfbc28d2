"""The kernel's card above the source image, and the patch below it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pygame

from ..core.result import Result
from ..play.moment import Moment
from ..ui.cache import Same
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.patterns import clear_for, draw_pattern
from ..ui.stage import GridPlace
from ..ui.themes import Colour, gray, mix, shade
from ..ui.typeface import SMALLEST_NUMBER, Typeface, digit_height
from ..ui.widgets.base import Widget
from .numbers import NumberLook, room, shown
from .still import veil

HIGH = 0.16  # how far a cell rises, in cells
DIMMED = 0.6  # how much of a covered pixel is hidden: it stays at 40 %


def card_look(
    typeface: Typeface, image: NumberLook, place: GridPlace, texts: tuple[str, ...], smallest: int
) -> NumberLook:
    """Return the look of the card's numbers: that of the pixels, smaller where one of these texts is wider than theirs.

    Where one does not fit even at the smallest size the card has none: cells without a number beside others that have
    one look empty.
    """
    size = min(typeface.largest(text, place.pitch - 1, True, image.size) for text in texts)
    return image.changed(size=size if size >= (smallest or SMALLEST_NUMBER) else 0)


def pair_size(
    typeface: Typeface, look: NumberLook, place: GridPlace, weight: str, smallest: int = 0, decimals: int = 2
) -> int:
    """Return the font size of "pixel × weight" on two lines in a cell; 0 where it would be under the smallest.

    `weight` is the widest one.
    """
    smallest = smallest or SMALLEST_NUMBER
    longest = "× −0." + "0" * max(decimals, 2), f"× {weight}"
    size = min(round(look.size * 0.8), int(place.pitch * 0.27))
    while size >= smallest and max(typeface.width(text, size, True) for text in longest) > room(place) + 4:
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


def _lies(moment: Moment) -> tuple[object, ...]:
    """Return all that a card's picture depends on besides the states of its single cells."""
    place = moment.card, moment.lift, moment.arc, moment.opacity, moment.previous_card
    return (moment.step, moment.cell, moment.covering, moment.pairs, *place)


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
        if moment.cell is not None:  # at the end only its outline is left, so that the whole image is seen
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
        weights = key[0] == "card weights"
        if weights and self.moment.flight.any():
            opacity *= returning(self.moment.covering)

        def make() -> pygame.Surface:
            surface = pygame.Surface(rect[2:], pygame.SRCALPHA)
            draw = self._draw_weights if weights else self._draw_cells
            draw(canvas.onto(surface), Rect(0, 0, rect.w, rect.h), 1.0)
            return surface

        sprite = canvas.kept((*key, self.place, self.look, self.decimals), make)
        sprite.set_alpha(round(255 * opacity))
        canvas.surface.blit(sprite, rect[:2])

    def _ready_key(self) -> tuple[object, ...] | None:
        """Return what the cells' picture depends on while they all show the same kind of thing, else None."""
        moment, scenario = self.moment, self.result.scenario
        if moment.products is None or (moment.covering == 0 and not moment.blended.any()):
            return "card weights", Same(scenario.kernel), scenario.dilation
        if (moment.flight > 0).all():
            return "card weights", Same(scenario.kernel), scenario.dilation
        if moment.blended.all() and not moment.rise.any() and not moment.flight.any():
            return "card products", Same(self.result), moment.step
        return None

    def _draw_weights(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw all cells with their weights, whatever the moment."""
        for (row, column), weight in np.ndenumerate(self.result.scenario.kernel):
            colour = shade(float(weight), self._kernel_scale, canvas.theme.kernel, canvas.theme)
            self._plain(canvas, self._face(rect, row, column, 0.0), colour, float(weight), opacity)

    def _draw_cells(self, canvas: Canvas, rect: Rect, opacity: float) -> None:
        """Draw the cells that meet the part of the surface that is drawn now."""
        moment, kernel = self.moment, self.result.scenario.kernel
        part = Rect(*canvas.surface.get_clip())
        for row, column in self._cells_in(part, rect):
            at = row, column
            blended, flight, rise = bool(moment.blended[at]), float(moment.flight[at]), float(moment.rise[at])
            face = self._face(rect, row, column, rise)
            self._cell(canvas, face, at, float(kernel[at]), blended, flight, rise, opacity)

    def _face(self, rect: Rect, row: int, column: int, rise: float) -> Rect:
        """Return where a cell stands on a card that lies at `rect`, risen so far."""
        place, inside = self.place, border(self.place) // 2 + self.place.gap // 2
        down, across = self.result.scenario.dilation
        side = place.pitch - place.gap
        top = rect.y + inside + row * down * place.pitch - round(rise * place.pitch * HIGH)
        return Rect(rect.x + inside + column * across * place.pitch, top, side, side)

    def _cells_in(self, part: Rect, rect: Rect) -> Iterator[tuple[int, int]]:
        """Yield the cells of which something may lie in a part of the surface."""
        rows, columns = self.result.scenario.kernel_size
        down, across = (step * self.place.pitch for step in self.result.scenario.dilation)
        first = self._face(rect, 0, 0, 0.0)
        high = round(self.place.pitch * HIGH)
        for row in range(
            max(0, (part.y - first.bottom) // down), min(rows, (part.bottom + high - first.y) // down + 1)
        ):
            for column in range(
                max(0, (part.x - first.right) // across), min(columns, (part.right - first.x) // across + 1)
            ):
                yield row, column

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells that have changed, where the card itself lies as it did."""
        now = self.moment
        if not isinstance(before, Card) or before.changed(moment=now) != self or _lies(before.moment) != _lies(now):
            return super().changes(before)
        then = before.moment
        differ = (then.blended != now.blended) | (then.rise != now.rise) | ((then.flight > 0) != (now.flight > 0))
        rect, gap = card_rect(self.place, now, self.result, self.unit), max(1, self.place.gap)
        return tuple(  # each with its gap, so that neighbours are drawn together
            self._face(rect, row, column, rise).union(self._face(rect, row, column, 0.0)).inset(-gap)
            for row, column in np.argwhere(differ).tolist()
            for rise in (max(float(then.rise[row, column]), float(now.rise[row, column])),)
        )

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
        if self.look.size:
            canvas.number(text, *face.centre, self.look.size, ground, self.look.outlined, alpha)

    def _pair(self, canvas: Canvas, face: Rect, pixel: float, weight: float, ground: Colour) -> None:
        if not self.pairs:
            self._pattern(canvas, face, "kernel", weight / self._kernel_scale, ground, weight)
            self._number(canvas, face, weight, self.decimals[1], ground, 255)
            return
        words = shown(pixel, self.decimals[0]), "× " + shown(weight, self.decimals[1])
        apart = self.pairs * 0.58
        wide = max(clear_for(canvas.type, one, self.pairs)[0] for one in words)
        clear = wide, round(2 * apart + digit_height(self.pairs) * 1.5)
        share = weight / self._kernel_scale
        draw_pattern(canvas, face, self.place.radius, "kernel", share, ground, clear)
        x, y = face.centre
        for one, middle in zip(words, (y - apart, y + apart), strict=True):
            canvas.number(one, x, middle, self.pairs, ground, self.look.outlined)

    @property
    def _kernel_scale(self) -> float:
        return kernel_scale(self.result)

    @property
    def _product_scale(self) -> float:
        return product_scale(self.result)


def kernel_scale(result: Result) -> float:
    """Return the magnitude at which a weight has its full hue: the largest in the kernel, at least 1."""
    return max(1.0, result.kernel_magnitude)


def product_scale(result: Result) -> float:
    """Return the magnitude at which a product has its full hue: the same in all steps, so that they compare."""
    return max(1.0, kernel_scale(result) * result.scenario.white)
