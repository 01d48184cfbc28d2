"""What moves between the layers: the card, what rises to it, and what flies from it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...core.arithmetic import distinct
from ...core.grid import Grid
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import Plane, Point, bounds_of, middle_of
from ...ui.themes import mix
from ...ui.widgets.base import Widget
from ..card_faces import Faces
from ..flights import LINE, STAGES
from .cells import Piece
from .changing import along, around, cells_apart, stands_alike
from .floating_card import FloatingCard
from .sprites import draw_lines, ring, shape_of
from .swarm import Swarm, Whole, marks_of

ARRIVING = 0.8  # of an output cell: a product's side as it arrives
MOST_LINES = 81
APART = 0.4  # how far the layers have risen when lines join the products to the output cell
FEW = 9  # products in the air that are drawn each by itself


class Flights(NamedTuple):
    """Products in the air: which, in row order, how far they have flown, and where their middles are."""

    which: Whole
    gone: Grid
    x: Grid
    y: Grid

    def picked(self, which: Whole) -> Flights:
        """Return some of them."""
        return Flights(self.which[which], self.gone[which], self.x[which], self.y[which])


NONE = Flights(np.zeros(0, np.intp), *(np.zeros(0) for _ in range(3)))


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

    def _starts(self) -> tuple[Grid, Grid]:
        """Return where the middles of the products are on the card, in row order: x and y."""
        return self.middles(self.places.card, self.moment.card, np.arange(self.moment.flight.size))

    def wires(self) -> list[tuple[Point, Point]]:
        """Return the lines along which the products fly that have not arrived, from where they are.

        Those to a channel's sum stand as long as the products do.
        """
        target = self._flies
        if target is None or self.places.rise <= APART:
            return []
        flown = self.moment.flight.ravel() * (self.places.total is None)
        tails = np.flatnonzero(self.moment.blended.ravel() & (flown < 1))
        tails = tails[:: max(1, -(-len(tails) // MOST_LINES))]  # more of them would be one dark patch
        x, y = (values.tolist() for values in self._between(tails, flown[tails], target))
        return [(tail, target) for tail in zip(x, y, strict=True)]

    def _between(self, which: Whole, gone: Grid, target: Point) -> tuple[Grid, Grid]:
        """Return where some products are that have gone so far of their way."""
        x, y = (values[which] for values in self._starts())
        return x + (target[0] - x) * gone, y + (target[1] - y) * gone

    def _draw_wires(self, canvas: Canvas, wires: list[tuple[Point, Point]]) -> None:
        if not wires:
            return
        theme = canvas.theme
        colour = theme.edge if self.pooled else mix(theme.ground, theme.product, 0.6)
        area = bounds_of((wires[0][1], *(tail for tail, _ in wires)), 3).overlap(self.rect)
        draw_lines(canvas, area, wires, ((colour, 1),))

    def flights(self) -> Flights:
        """Return which products are in the air, how far they have flown, and where their middles are."""
        target, part = self._flies, self.moment.flight.ravel()
        flying = (part > 0) & (part < 1) & self.moment.blended.ravel()
        if target is None or not flying.any():
            return NONE
        which = np.flatnonzero(flying)
        return Flights(which, part[which], *self._between(which, part[which], target))

    def _draw_flights(self, canvas: Canvas) -> None:
        """Draw the products that fly from their starts to the output cell, the lowest first."""
        flights = self.flights()
        if not len(flights.which):
            return
        flights = flights.picked(np.lexsort((self._starts()[1][flights.which], flights.gone)))
        faces, stages = self.faces(canvas.theme), np.rint(flights.gone * STAGES) / STAGES
        if self.are_many:
            self._draw_many(canvas, faces, flights, stages)
            return
        for (index, gone, x, y), stage, colour in zip(
            zip(*(values.tolist() for values in flights), strict=True),
            stages.tolist(),
            faces.flying(flights.which, stages),
            strict=True,
        ):
            words, share = faces.product_texts[index], faces.product_shares[index]
            piece = Piece(1 + gone, y, x, colour, words, self.writings.products, *self.hue_of_product(share))
            piece.draw(canvas, self._shape(stage), 0, ringed=True)

    def _shape(self, stage: float) -> Plane:
        """Return how a product looks so far on its way."""
        plane = self.places.card.toward(self.places.total or self.places.output, stage)
        return shape_of(plane, 1 - (1 - ARRIVING) * stage)

    def _draw_many(self, canvas: Canvas, faces: Faces, flights: Flights, stages: Grid) -> None:
        """Draw products without numbers: those of one shape at once."""
        colours = np.array(faces.flying(flights.which, stages))
        shares, texels = np.array(faces.product_shares)[flights.which], self.writings.products.texels
        marks = marks_of(canvas.theme, "" if self.pooled else "product", shares, colours, texels)
        for stage in distinct(stages):
            own = np.flatnonzero(stages == stage)
            shape, (_, gone, x, y) = self._shape(float(stage)), flights.picked(own)
            swarm = Swarm(1 + gone, y, x, colours[own], np.full(len(own), 255), marks[own])
            swarm.draw(canvas, shape, 0, ring(canvas, shape, canvas.theme.ground, 1, 1, LINE, 0.5))

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return where cells rise and products fly; all of it where the card itself is another."""
        if not isinstance(before, Walk) or not self._stands_as(before) or self.ready_key() != before.ready_key():
            return super().changes(before)
        found: list[Rect] = []
        if self.ready_key() is None:
            which = cells_apart(before.moment, self.moment, self.keeps_products)
            found.extend(around((before.moving(which), self.moving(which)), self.places.card.quad(0, 0)))
        then, now = before.moment, self.moment
        flew, met = not np.array_equal(then.flight, now.flight), not np.array_equal(then.blended, now.blended)
        if met or (flew and self.places.total is None):
            found.extend(along((*before.wires(), *self.wires())))
        return (*found, *(self._flown(before) if flew or met else ()))

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
        if not len(then.which) + len(now.which):
            return ()
        largest = self.places.total or self.places.output
        cell = max((self.places.card.quad(0, 0), largest.quad(0, 0)), key=lambda quad: quad[2][1] - quad[0][1])
        if max(len(then.which), len(now.which)) > FEW:
            return around(((then.x, then.y), (now.x, now.y)), cell)
        each = (
            [(flights.x[flights.which == index], flights.y[flights.which == index]) for flights in (then, now)]
            for index in {*then.which.tolist(), *now.which.tolist()}
        )
        return tuple(rect for middles in each for rect in around(middles, cell))

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
