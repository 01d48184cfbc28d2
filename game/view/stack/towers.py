"""The towers of a layer's channels: each drawn as one is, the one in work bright, numbers on the one in front."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...core.convolution import patch_corner
from ...core.result import Result
from ...core.scenario import Pair
from ...input.intent import Intent
from ...input.walk_intents import BringChannel
from ...play.moment import Moment
from ...ui.canvas import Canvas
from ...ui.geometry import Rect
from ...ui.plane import middle_of
from ...ui.widgets.base import Answer, Widget
from ...ui.widgets.label import draw_veil
from ...words.texts import text
from ..colours import light_of, lit_by
from ..frame import Keeper, ShownFrame, StillFrame
from ..lanes.pooled import stands_of
from ..numbers import shown
from ..patch import under
from .cells import Moving, Writings
from .layers import Layer
from .lettering import Writing, writing_on
from .parts import image_of, walk_of
from .patch import NUMBERED
from .places import StackPlaces
from .sprites import shape_of
from .tower_places import SummedPlaces, Tower, TowerPlaces
from .tower_sums import sum_boxes, sum_wires

Widgets = tuple[Widget, ...]


class TowerVeil(Widget, kw_only=True):
    """What makes a tower quiet that is not in work, as a lane of the Flat view; `share` of it, on the way there."""

    share: float

    def draw(self, canvas: Canvas) -> None:
        """Lay the ground's colour over the tower, half transparent."""
        draw_veil(canvas, self.rect, canvas.theme.ground, round(canvas.theme.quiet * self.share))


class TowerHand(Widget, kw_only=True):
    """A tower that is not in front, as hands meet it: a press on its cells brings its channel forward."""

    tower: Tower
    intents: tuple[Intent, ...]

    captures = True

    def hit(self, x: float, y: float) -> bool:
        """Tell whether a point is on the tower's image or its card; the space around it turns all of them."""
        return super().hit(x, y) and self.tower.places.target(x, y) is not None

    def changes(self, before: Widget) -> tuple[Rect, ...]:
        """Return nothing: it draws nothing, and moves with every step."""
        del before
        return ()

    def press(self, x: float, y: float) -> Answer:
        """Bring the channel forward."""
        del x, y
        return self.intents


class PixelNumbers(Widget, kw_only=True):
    """The numbers of the pixels in front that face the viewer, where they have no room to lie in their cells.

    hidden: the corner and the size of the part whose numbers the card's patch has.
    """

    places: StackPlaces
    result: Result
    writing: Writing
    hidden: frozenset[Pair]

    def draw(self, canvas: Canvas) -> None:
        """Write the numbers."""
        plane, scenario = self.places.image, self.result.scenario
        shape, colours = (
            shape_of(plane),
            lit_by(scenario.image, light_of(scenario, canvas.theme), canvas.theme),
        )
        for row, column in np.ndindex(scenario.image_size):
            if (row, column) in self.hidden:
                continue
            words = shown(float(scenario.image[row, column]), self.writing.decimals)
            red, green, blue = colours[row, column].tolist()
            self.writing.put(canvas, shape, middle_of(plane, (row, column), 1, 1), words, (red, green, blue))


Draw = Callable[[ShownFrame, Moment, StackPlaces, Moment | None, Keeper | None], Widgets]


def towers(frame: ShownFrame, moment: Moment, places: TowerPlaces, drawn: Draw, keep: Keeper) -> Widgets:
    """Return all towers and the output; `drawn`: draws the one in front with the output, as one tower is drawn."""
    others, front = back_and_front(frame, moment, places, drawn, keep)
    return (*others, *sum_wires(frame, moment, places, keep), *front, *sum_boxes(places, keep))


def back_and_front(
    frame: ShownFrame, moment: Moment, places: SummedPlaces, drawn: Draw, keep: Keeper
) -> tuple[Widgets, Widgets]:
    """Return the towers behind, which stand still, and the one in front with what it has added up."""
    still, fine = keep.stage, not frame.shown.moves
    others = (keep.again(behind, tower, still, places.rise, fine) for tower in places.towers if not tower.front)
    stands = moment.changed(shown_sum=stands_of(places.parts.column))
    front = numbered(frame, moment, places, drawn(frame, moment, places, stands, keep))
    return tuple(each for one in others for each in one), front


def numbered(frame: ShownFrame, moment: Moment, places: SummedPlaces, front: Widgets) -> Widgets:
    """Return the tower in front with numbers on its image, where they do not lie on it."""
    side, own = frame.side, places.own
    writing = writing_on(frame, side.boards.image, own.image)
    if side.covered or not writing.facing:
        return front
    hidden: frozenset[Pair] = frozenset()
    if side.placed and moment.cell is not None and moment.covering >= NUMBERED:
        hidden = frozenset(
            (round(row), round(column))
            for row, column in under(side.result.scenario, patch_corner(side.result.scenario, moment.cell))
        )
    numbers = PixelNumbers(
        name="grid image numbers", rect=front[0].rect, places=own, result=side.result, writing=writing, hidden=hidden
    )
    return (front[0], numbers, *front[1:])


def behind(tower: Tower, frame: StillFrame, rise: float, fine: bool) -> Widgets:
    """Return a tower that is not in front: without numbers, and quiet unless it is in work; fine: it keeps still."""
    facts, places = tower.facts, tower.places
    own = frame.changed(side=frame.side.changed(result=facts.result, pointed=None, held=False, marked=None))
    patch, walk = walk_of(own, facts.moment, places)
    widgets = (_bare(image_of(own, places.image, fine)), *map(_bare, patch), *map(_bare, walk))
    called = tuple(one.changed(name=f"{one.name} {facts.letter}") for one in widgets)
    met = frame.met(f"tower {facts.letter}", tower.band.overlap(places.clip))
    about, intents = text("lanes.channel.tip", channel=facts.letter), (BringChannel(facts.channel),)
    hand = TowerHand(**met, about=about, tower=tower, intents=intents)
    if tower.bright:
        return (*called, hand)
    rect = called[0].rect
    for one in called[1:]:
        rect = rect.union(one.rect)
    veil = TowerVeil(name=f"veil {facts.letter}", rect=rect.overlap(places.clip), share=rise)
    return (*called, veil, hand)


def _bare(widget: Widget) -> Widget:
    """Return a layer, or what moves between layers, without its numbers."""
    if isinstance(widget, Layer):
        return widget.changed(writing=_without(widget.writing))
    if isinstance(widget, Moving):
        return widget.changed(writings=Writings(*map(_without, widget.writings)))
    return widget


def _without(writing: Writing) -> Writing:
    return writing.changed(size=0, facing=0)
