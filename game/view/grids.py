"""The grids before the output: the source image and the kernel, which are edited by hand, and the products."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from ..core.result import Result, same_step
from ..play.moment import Moment
from ..session.boards import Board
from ..ui.canvas import Canvas
from ..ui.geometry import Rect
from ..ui.place import GridPlace
from ..ui.themes import Theme
from ..ui.widgets.base import Widget
from .card_faces import Decimals, Faces, faces_of, mixed
from .colours import Colours, lit_alike, quiet_share, quieted
from .numbers import NumberLook
from .still import blit_run, cell_mask, empty_surface, shaded_surface, spread, write_texts

if TYPE_CHECKING:
    from ..ui.described import Shapes

QUIET = 0.42  # of its hue is left in a cell whose product has been added


class Kernel(Widget, kw_only=True):
    """The weights: blue where positive, orange where negative; `quiet`: as in `colours.quieted`."""

    place: GridPlace
    board: Board
    look: NumberLook
    quiet: float = 0.0

    opaque = True

    def draw(self, canvas: Canvas) -> None:
        """Copy the ready picture."""
        surface = shaded_surface(canvas, self.place, self.board, "kernel", self.look, self.quiet)
        canvas.surface.blit(surface, self.rect[:2])


class Products(Widget, kw_only=True):
    """The products of this step: empty before multiply, filled as the card blends, quiet once they have been added.

    `there` and `flown` tell how many of them, in row order. `quiet`: as in `colours.quieted`.
    """

    place: GridPlace
    result: Result
    step: int
    there: int
    flown: int
    look: NumberLook
    decimals: Decimals
    quiet: float = 0.0

    opaque = True

    def draw(self, canvas: Canvas) -> None:
        """Draw the products that have flown, those that are there, and the rest as empty cells."""
        place, surface = self.place, canvas.surface
        blit_run(surface, empty_surface(canvas, place), place, self.there, place.rows * place.columns)
        if self._comes_at_once(canvas):
            blit_run(surface, self._both(canvas), place, 0, self.there)
            return
        for flown, first, last in ((True, 0, self.flown), (False, self.flown, self.there)):
            if first < last:
                blit_run(surface, self._whole(canvas, flown), place, first, last)

    def _comes_at_once(self, canvas: Canvas) -> bool:
        """Tell whether the middle of a sum is shown at once, as where one scrubs: then one picture is made, not two."""
        if not 0 < self.flown < self.there or canvas.theme.patterned:
            return False
        faces = self._faces(canvas.theme)
        return not any(canvas.keeps(self._key(canvas, faces, flown)) for flown in (True, False))

    def _key(self, canvas: Canvas, faces: Faces, flown: object) -> tuple[object, ...]:
        return "products", faces, self.place, self.look, flown, quiet_share(self.quiet, canvas.theme)

    def _cells(self, theme: Theme, faces: Faces, flown: bool) -> Colours:
        """Return the colours of all products: as they stand, or as they are once they have been added."""
        done = mixed(np.array(theme.ground, np.float64), faces.done, QUIET) if flown else faces.done
        colours = done.astype(np.uint8).reshape(self.place.rows, self.place.columns, 3)
        return quieted(colours, self.quiet, theme)

    def _both(self, canvas: Canvas) -> pygame.Surface:
        """Return the grid with products of which the first ones have been added."""
        place, look, faces = self.place, self.look, self._faces(canvas.theme)

        def make() -> pygame.Surface:
            colours = self._cells(canvas.theme, faces, flown=False)
            added = self._cells(canvas.theme, faces, flown=True)
            colours.reshape(-1, 3)[: self.flown] = added.reshape(-1, 3)[: self.flown]
            surface = _filled_surface(canvas, place, colours)
            write_texts(canvas.onto(surface), place, faces.product_texts, colours, look, (0, 0))
            return surface

        return canvas.kept(self._key(canvas, faces, ("added", self.flown)), make)

    def _whole(self, canvas: Canvas, flown: bool) -> pygame.Surface:
        """Return the grid with all its products. It is kept, since much passes over it."""
        place, look, faces = self.place, self.look, self._faces(canvas.theme)
        quiet = quiet_share(self.quiet, canvas.theme)

        def make() -> pygame.Surface:
            colours = self._cells(canvas.theme, faces, flown)
            surface = _filled_surface(canvas, place, colours)
            on, texts, alpha = (
                canvas.onto(surface),
                faces.product_texts,
                round((107 if flown else 255) * (1 - quiet)),
            )
            if canvas.theme.patterned:
                from .cell_patterns import draw_patterns  # most themes have none

                draw_patterns(on, place, texts, faces.product_shares, "product", colours, look, alpha)
            write_texts(on, place, texts, colours, look, (0, 0))
            return surface

        return canvas.kept(self._key(canvas, faces, flown), make)

    def _faces(self, theme: Theme) -> Faces:
        """Return what its cells look like."""
        return faces_of(self.result, self.step, theme, self.decimals)

    def _differs_in_count(self, before: Products) -> bool:
        """Tell whether it is the same step as before, but for how many products there are; painted was elsewhere."""
        result, then = self.result, before.result
        if before.changed(there=self.there, flown=self.flown, result=result) != self:
            return False
        return then is result or (same_step(then, result, self.step) and lit_alike(then.scenario, result.scenario))

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return the cells whose product has come or flown."""
        if not isinstance(before, Products) or not self._differs_in_count(before):
            return super().changes(before)
        pairs = [(then, now) for then, now in ((before.there, self.there), (before.flown, self.flown)) if then != now]
        if sum(abs(then - now) for then, now in pairs) > 2 * self.place.columns:
            return super().changes(before)
        return tuple(rect for then, now in pairs for rect in self.place.run(min(then, now), max(then, now)))


def _filled_surface(canvas: Canvas, place: GridPlace, colours: Colours) -> pygame.Surface:
    """Return a grid of full cells, as they lie over empty ones."""

    def make() -> pygame.Surface:
        overlay = empty_surface(canvas, place).convert_alpha()
        alpha = pygame.surfarray.pixels_alpha(overlay)
        alpha[:] = np.tile(np.rint(255 * (1 - cell_mask(place, round(place.radius, 1)))), (place.columns, place.rows))
        del alpha  # the surface stays locked as long as the array lives
        return canvas.described(overlay, say)

    def say() -> Iterable[Shapes]:
        from ..ui.described import Holes, cells_of  # no window is drawn so

        yield Holes(cells_of(place), round(place.radius, 1), Rect(0, 0, *place.rect[2:]), canvas.theme.ground)

    surface = spread(colours, place)
    if place.fine:
        return surface
    canvas.onto(surface).put(canvas.kept(("around cells", place.rows, place.columns, place.pitch), make), (0, 0))
    return surface


def products_of(result: Result, moment: Moment, place: GridPlace, look: NumberLook, decimals: Decimals) -> Products:
    """Return the Products grid of a moment."""
    return Products(**products_fields(moment, result, place, look, decimals))


def products_fields(
    moment: Moment, result: Result, place: GridPlace, look: NumberLook, decimals: Decimals
) -> dict[str, Any]:
    """Return the fields of the Products grid of a moment. Products come, and go, in row order."""
    known = moment.products is not None
    return {
        "name": "grid products",
        "rect": place.rect,
        "place": place,
        "result": result,
        "step": moment.step,
        "there": int(np.count_nonzero(moment.blended)) if known else 0,
        "flown": moment.arrived if known else 0,
        "look": look,
        "decimals": decimals,
    }


def ended(products: Products, moment: Moment) -> Products:
    """Return products as they stand at the walk's end: those of the last step, which the line below is about."""
    count = products.place.rows * products.place.columns
    return products.changed(step=moment.step - 1, there=count, flown=count)
