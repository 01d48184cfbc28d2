"""What moves between the layers: the card, what rises to it, and what flies from it."""

from __future__ import annotations

import numpy as np

from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Point, between, bounds_of, middle_of
from ...ui.themes import mix
from ...ui.widgets.base import Widget
from ..flights import STAGES
from ..patch import under
from .cells import Piece
from .changing import along, around, cells_apart, stands_alike
from .floating_card import FloatingCard
from .sprites import draw_lines, shape_of

ARRIVING = 0.8  # of an output cell: a product's side as it arrives
MOST_LINES = 81
APART = 0.4  # how far the layers have risen when lines join the products to the output cell
FEW = 9  # products in the air that are drawn each by itself


class Walk(FloatingCard):
    """The card with its cells, what rises to it, and what flies from it.

    All of it is level, and seen from above: what is higher is drawn later, and all is right from every angle.
    """

    @property
    def target(self) -> Point | None:
        """The middle of what the products fly to: the output cell that is being made, or the channel's sum."""
        if self.moment.cell is None:
            return None
        total = self.places.total
        return (
            middle_of(self.places.output, self.moment.cell, 1, 1) if total is None else middle_of(total, (0, 0), 1, 1)
        )

    @property
    def _flies(self) -> Point | None:
        """Where the products fly, None where they do not."""
        flies = not self.covered and self.moment.products is not None and self.moment.blended.any()
        return self.target if flies else None

    def draw(self, canvas: Canvas) -> None:
        """Draw what there is, the lowest first."""
        moment, wires = self.moment, self.wires()
        if self.places.total is not None:  # behind the products, which stay
            self._draw_wires(canvas, wires)
        if moment.previous_card is not None:
            self.draw_card(canvas, moment.previous_card, 1 - moment.opacity)
        self.draw_card(canvas, moment.card, moment.opacity)
        if self.places.total is None:
            self._draw_wires(canvas, wires)
        self._draw_flights(canvas)

    def _starts(self) -> list[Point]:
        """Return where the middles of the products are on the card, in row order."""
        return [middle_of(self.places.card, place, 1, 1) for place in under(self.result.scenario, self.moment.card)]

    def wires(self) -> list[tuple[Point, Point]]:
        """Return the lines along which the products fly that have not arrived, from where they are.

        Those to a channel's sum stand as long as the products do.
        """
        target = self._flies
        if target is None or self.places.rise <= APART:
            return []
        blended = self.moment.blended.ravel().tolist()
        flown = (self.moment.flight.ravel() * (self.places.total is None)).tolist()
        states = zip(self._starts(), blended, flown, strict=True)
        tails = [between(start, target, part) for start, blends, part in states if blends and part < 1]
        return [(tail, target) for tail in tails[:: max(1, -(-len(tails) // MOST_LINES))]]  # more: one dark patch

    def _draw_wires(self, canvas: Canvas, wires: list[tuple[Point, Point]]) -> None:
        if not wires:
            return
        theme = canvas.theme
        colour = theme.edge if self.pooled else mix(theme.ground, theme.product, 0.6)
        area = bounds_of((wires[0][1], *(tail for tail, _ in wires)), 3).overlap(self.rect)
        draw_lines(canvas, area, wires, ((colour, 1),))

    def flights(self) -> list[tuple[float, int, Point]]:
        """Return how far which products have flown, and where their middles are."""
        target, part = self._flies, self.moment.flight.ravel()
        if target is None or not (part > 0).any():
            return []
        indices = np.flatnonzero((part > 0) & (part < 1) & self.moment.blended.ravel())
        starts = self._starts()
        return [
            (gone, index, between(starts[index], target, gone))
            for gone, index in zip(part[indices].tolist(), indices.tolist(), strict=True)
        ]

    def _draw_flights(self, canvas: Canvas) -> None:
        """Draw the products that fly from their starts to the output cell, the lowest first."""
        flights = self.flights()
        if not flights:
            return
        faces, starts = self.faces(canvas.theme), self._starts()
        stages = np.rint(np.array([gone for gone, _, _ in flights]) * STAGES) / STAGES
        colours = faces.flying(np.array([index for _, index, _ in flights]), stages)
        each = zip(flights, stages.tolist(), colours, strict=True)
        for (gone, index, (x, y)), stage, colour in sorted(each, key=lambda one: (one[0][0], starts[one[0][1]][1])):
            words, share = faces.product_texts[index], faces.product_shares[index]
            piece = Piece(1 + gone, y, x, colour, words, self.writings.products, *self.hue_of_product(share))
            plane = self.places.card.toward(self.places.total or self.places.output, stage)
            piece.draw(canvas, shape_of(plane, 1 - (1 - ARRIVING) * stage), 0, ringed=True)

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where cells rise and products fly; all of it where the card itself is another."""
        if not isinstance(before, Walk) or not self._stands_as(before) or self.ready_key() != before.ready_key():
            return super().changes(before)
        found: list[Rect] = []
        if self.ready_key() is None:
            indices = cells_apart(before.moment, self.moment, self.keeps_products)
            middles = (*before.middles_of(indices), *self.middles_of(indices))
            found.extend(around(middles, self.places.card.quad(0, 0)))
        then, now = before.wires(), self.wires()
        if then != now:
            found.extend(along((*then, *now)))
        return (*found, *self._flown(before))

    def _stands_as(self, before: Walk) -> bool:
        """Tell whether the card stands as it did, over the same patch, and products fly to the same place."""
        if self.changed(moment=before.moment, places=before.places, rect=before.rect) != before:
            return False
        if stands_alike(self.moment) != stands_alike(before.moment) or self.keeps_products != before.keeps_products:
            return False
        then, now = before.places, self.places
        planes = then.image == now.image and then.card == now.card and then.output == now.output
        return planes and (then.total, then.rise) == (now.total, now.rise)

    def _flown(self, before: Walk) -> tuple[Rect, ...]:
        """Return where products in the air were, and where they are."""
        then, now = before.flights(), self.flights()
        if then == now:
            return ()
        largest = self.places.total or self.places.output
        cell = max((self.places.card.quad(0, 0), largest.quad(0, 0)), key=lambda quad: quad[2][1] - quad[0][1])
        at: dict[int, list[Point]] = {}
        for _, index, middle in (*then, *now):
            at.setdefault(index if len(now) <= FEW else 0, []).append(middle)
        return tuple(rect for middles in at.values() for rect in around(middles, cell))

    def reach(self) -> Rect:
        """Return what holds all that it draws."""
        extent, moment, places = self.result.scenario.kernel_extent, self.moment, self.places
        corners = (moment.card,) if moment.previous_card is None else (moment.card, moment.previous_card)
        margin, points = 14.0, []
        for corner in corners:
            points += [*places.image.quad(*corner, *extent), *places.card.quad(*corner, *extent)]
        if self.target is not None and moment.blended.any():
            points.append(self.target)
            margin = max(margin, places.output.pitch + 4, 0 if places.total is None else places.card.pitch + 4)
        return bounds_of(tuple(points), margin).overlap(places.clip)
